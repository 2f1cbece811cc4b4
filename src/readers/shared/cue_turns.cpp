// From a sheet of cues to turns: speakers in the words, dialogue dashes, joining.
#include <algorithm>
#include <utility>

#include "base/cue_labels.h"
#include "base/unicode.h"
#include "readers/catalogue.h"
#include "readers/shared/cue_sheet.h"
#include "words/reports.h"

namespace visavis {
namespace {

// The text so far ended a sentence, so that a new speaker may follow.
bool may_end_turn(std::string_view text) noexcept {
  text = trim(text);
  if (text.empty()) return true;
  const auto last = static_cast<unsigned char>(text.back());
  if (last == '.' || last == '?' || last == '!') return true;
  std::size_t at = text.size();
  const char32_t c = previous_code_point(text, at);
  return !is_word_character(c) && c != ',' && c != ';';
}

std::size_t end_of_line(const SheetCue& cue, std::string_view text, std::size_t at) noexcept {
  return cue.flags & SheetCue::kOneLine ? text.size() : at + find_byte(text.substr(at), '\n');
}

// Among the first cues openings return that end in a sign or a line: plain text may know a convention.
bool openings_return(const CueSheet& sheet) noexcept {
  constexpr std::size_t kLooked = 64;
  std::string_view seen[kLooked];
  std::size_t count = 0, again = 0;
  for (std::size_t i = 0; i < sheet.cues.size() && count < kLooked; ++i) {
    std::string_view text = trim(sheet.text(sheet.cues[i]));
    text = text.substr(dialogue_dash(text), 40);
    if (text.empty()) continue;
    // Brackets and dashes of full width, by their first bytes.
    const std::size_t end =
        text.find_first_of(text.starts_with("\xE3\x80") ? "\xE3" : "\n-|>~#*])}<=/.\xE2\xEF", 1);
    if (end < text.size() && !text.substr(end).starts_with("\xE2\x80\x99")) {
      const std::string_view opening = text.substr(0, end);
      again += std::find(seen, seen + count, opening) != seen + count;
      seen[count] = opening;
    }
    ++count;
  }
  return again > 0 && again * 5 >= count;
}

class TurnWriter {
 public:
  TurnWriter(CueSheet& sheet, bool join) : sheet_(sheet), join_(join), joiner_(sheet.builder, join) {}

  // Whether the format names speakers, or the words do in ways that captions have.
  bool is_named() const noexcept { return voiced_ > 0 || labels_; }

  bool write() {
    for (std::size_t i = 0; i < sheet_.cues.size(); ++i) {
      // Without joining a cue is one turn, whatever voices it holds.
      if (!join_ && i + 1 < sheet_.cues.size() && (sheet_.cues[i + 1].flags & SheetCue::kPart)) {
        std::size_t last = i + 1;
        while (last + 1 < sheet_.cues.size() && (sheet_.cues[last + 1].flags & SheetCue::kPart)) ++last;
        if (!write_whole(i, last)) return false;
        i = last;
        continue;
      }
      if (!write_cue(sheet_.cues[i])) return false;
    }
    return true;
  }

  void weigh() {
    std::size_t spoken = 0, bytes = 0;
    for (const SheetCue& cue : sheet_.cues) {
      const std::string_view text = sheet_.text(cue);
      bytes += text.size() + 1;
      if (text.empty()) continue;
      ++spoken;
      if (!cue.speaker.empty()) {
        ++voiced_;
        continue;
      }
      if (cue.flags & SheetCue::kUnnamed) continue;
      if (cue.flags & SheetCue::kNoSigns) {
        evidence_.see_plain();
        continue;
      }
      bool first = true;
      std::uint32_t dashes = 0;
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = end_of_line(cue, text, at);
        const std::string_view line = trim(text.substr(at, end - at));
        at = end + 1;
        if (line.empty()) continue;
        evidence_.see(line, first);
        if (dialogue_dash(line) > 0) ++dashes;
        first = false;
      }
      dash_cues_ += dashes >= 2;
      any_dash_ = any_dash_ || dashes > 0;
    }
    sheet_.builder.expect_text(bytes);
    // Where the format itself names speakers, what looks like a name in the words is words.
    if (voiced_ * 2 < spoken) {
      evidence_.decide();
      labels_ = evidence_.any();
      // Who is named changes often: most cues are turns then.
      if (labels_) sheet_.builder.expect_turns(sheet_.cues.size() / 2);
    }
  }

 private:
  // Several voices of one cue in one turn, the first one's.
  bool write_whole(std::size_t first, std::size_t last) {
    const SheetCue& cue = sheet_.cues[first];
    std::string words;
    for (std::size_t i = first; i <= last; ++i) {
      const std::string_view part = trim(sheet_.text(sheet_.cues[i]));
      if (!words.empty() && !part.empty()) words += '\n';
      words.append(part);
    }
    Cue out = base_of(cue);
    out.text = words;
    out.speaker = sheet_.speaker(cue);
    sheet_.builder.report(cue.line, ReportLevel::loss, phrase::voices_in_one_cue);
    return joiner_.add(out);
  }

  Cue base_of(const SheetCue& cue) const {
    Cue out;
    out.start_ms = cue.start_ms;
    out.end_ms = cue.end_ms;
    out.line = cue.line;
    out.start_estimated = cue.flags & SheetCue::kStartEstimated;
    out.end_estimated = cue.flags & SheetCue::kEndEstimated;
    out.breaks = cue.flags & SheetCue::kBreaks;
    if (cue.flags & SheetCue::kOverlap) out.marks |= kMarkOverlap;
    return out;
  }

  // A piece of a cue's text; its times are the cue's, shared by length where there are several.
  bool write_piece(const SheetCue& cue, Span piece, std::string_view speaker, bool breaks,
                   std::uint32_t line) {
    const std::string_view text = sheet_.text(cue);
    Cue out = base_of(cue);
    out.text = slice(text, piece);
    // Captions break lines by their width: joined words flow on, and byte for byte so that words keep their
    // place.
    out.flows = join_ && !(cue.flags & SheetCue::kOneLine);
    out.speaker = speaker;
    out.line += line;
    out.breaks = out.breaks || breaks;
    if (piece.size() < text.size() && cue.start_ms != kNoTime && cue.end_ms != kNoTime) {
      const std::int64_t length = cue.end_ms - cue.start_ms, size = static_cast<std::int64_t>(text.size());
      if (splits_ && !trim(text.substr(0, piece.begin)).empty()) {
        out.start_ms = cue.start_ms + scaled(length, piece.begin, size);
        out.start_estimated = true;
      }
      if (!trim(text.substr(piece.end)).empty()) {
        out.end_ms = cue.start_ms + scaled(length, piece.end, size);
        out.end_estimated = true;
      }
    }
    if (cue.word_count > 0) {
      piece_words_.clear();
      for (std::uint32_t w = 0; w < cue.word_count; ++w) {
        CueWord word = sheet_.words[cue.first_word + w];
        if (word.text.begin < piece.begin || word.text.end > piece.end) continue;
        word.text.begin -= piece.begin;
        word.text.end -= piece.begin;
        piece_words_.push_back(word);
      }
      out.words = &piece_words_;
    }
    return joiner_.add(out);
  }

  // length * part / whole without overflow: times may be large, parts are under 2^32.
  static std::int64_t scaled(std::int64_t length, std::uint32_t part, std::int64_t whole) {
    return static_cast<std::int64_t>(static_cast<double>(length) * part / static_cast<double>(whole));
  }

  bool write_cue(const SheetCue& cue) {
    const std::string_view text = sheet_.text(cue);
    const Span whole{0, static_cast<std::uint32_t>(text.size())};
    splits_ = false;
    if (!cue.speaker.empty()) return write_piece(cue, whole, sheet_.speaker(cue), false, 0);
    if ((!labels_ && dash_cues_ == 0) || (cue.flags & SheetCue::kUnnamed))
      return write_piece(cue, whole, {}, false, 0);
    return write_labelled(cue, text);
  }

  bool write_labelled(const SheetCue& cue, std::string_view text) {
    if (cue.flags & SheetCue::kNoSigns) {
      before_ = text;
      if (!carried_.empty()) tally_carried(cue);
      return write_piece(cue, {0, static_cast<std::uint32_t>(text.size())}, carried_,
                         std::exchange(next_breaks_, false), 0);
    }
    const bool dialogue = any_dash_ && join_ && !(cue.flags & SheetCue::kOneLine) && has_dialogue(text);
    Span piece{0, 0};
    bool breaks = false, first = true, labelled = false;
    std::uint32_t line = 0, piece_line = 0;
    for (std::size_t at = 0; at < text.size(); ++line) {
      const std::size_t end = end_of_line(cue, text, at);
      const std::string_view words = text.substr(at, end - at);
      std::size_t skip = 0;
      bool opens = false;
      std::string_view speaker = carried_;
      const CueLabel label = labels_ ? evidence_.find(words) : CueLabel{};
      const std::size_t dash = join_ && (dialogue || (first && dash_cues_ > 0)) ? dialogue_dash(words) : 0;
      if (label.style != CueLabel::Style::none && evidence_.accepts(label, first, may_end_turn(before_))) {
        opens = true;
        labelled = true;
        skip = static_cast<std::size_t>(label.rest.data() - words.data());
        speaker = label.name;
        if (label.full.size() != label.name.size())
          sheet_.builder.add_alias(sheet_.builder.speaker(label.name), label.full);
        sheet_.builder.reports().count(cue.line + line, ReportLevel::info, phrase::speaker_in_text);
      } else if (evidence_.chevrons() && label.chevron) {
        opens = breaks = true;
        skip = static_cast<std::size_t>(label.rest.data() - words.data());
        speaker = {};
      } else if (dash > 0) {
        opens = breaks = true;
        skip = dash;
        speaker = {};
      }
      if (!trim(words).empty()) before_ = words;
      if (opens && (join_ || first)) {
        piece.end = static_cast<std::uint32_t>(at);
        if (!trim(slice(text, piece)).empty()) {
          if (!write_piece(cue, piece, carried_, next_breaks_, piece_line)) return false;
          splits_ = true;
        }
        piece.begin = static_cast<std::uint32_t>(at + skip);
        piece_line = line;
        next_breaks_ = breaks;
        carried_ = speaker;
        breaks = false;
      }
      first = false;
      at = end + 1;
    }
    if (!labelled && !carried_.empty() && !trim(text).empty()) tally_carried(cue);
    piece.end = static_cast<std::uint32_t>(text.size());
    if (piece.begin > piece.end) piece.begin = piece.end;
    // A label alone in its cue names the one who speaks next.
    const bool is_bare = trim(slice(text, piece)).empty() && (join_ ? piece.begin > 0 : false);
    if (is_bare) return true;
    const bool piece_breaks = next_breaks_;
    next_breaks_ = false;
    return write_piece(cue, piece, carried_, piece_breaks, piece_line);
  }

  void tally_carried(const SheetCue& cue) {
    sheet_.builder.reports().count(cue.line, ReportLevel::info, phrase::speaker_carried);
  }

  // Two or more lines of which one after the first opens with a dash.
  static bool has_dialogue(std::string_view text) {
    for (std::size_t end = find_byte(text, '\n'); end < text.size(); end = find_byte(text, '\n')) {
      text.remove_prefix(end + 1);
      if (dialogue_dash(text.substr(0, find_byte(text, '\n'))) > 0) return true;
    }
    return false;
  }

  CueSheet& sheet_;
  const bool join_;
  CueJoiner joiner_;
  LabelEvidence evidence_;
  bool labels_ = false;
  std::size_t dash_cues_ = 0, voiced_ = 0;
  bool any_dash_ = false;     // a line of the file opens with one
  std::string_view carried_;  // the speaker named last
  std::string_view before_;   // the line before
  bool next_breaks_ = false;
  bool splits_ = false;  // an earlier piece of this cue was written
  std::vector<CueWord> piece_words_;
};

}  // namespace

Result<Transcript> finish_sheet(CueSheet&& sheet, bool join) {
  order_cues(sheet);
  repair_cue_times(sheet);
  if (join) merge_rolled_up(sheet);
  for (bool may_ask = true;; may_ask = false) {
    TurnWriter writer(sheet, join);
    writer.weigh();
    if (may_ask && !writer.is_named() && openings_return(sheet)) {
      const CueNames find_names = cue_names();
      if (!find_names) return Error{ErrorCode::elsewhere, 0, phrase::elsewhere_conventions};
      if (find_names(sheet)) continue;
    }
    if (!writer.write()) return Error{ErrorCode::too_large, 0, phrase::text_over_4_gib};
    return sheet.builder.finish();
  }
}

}  // namespace visavis
