#include "readers/captions/webvtt_voices.h"

#include <algorithm>
#include <string>

#include "readers/captions/cue_markup.h"
#include "readers/captions/webvtt_cues.h"
#include "words/reports.h"

namespace visavis {
namespace {

constexpr std::uint8_t kMarkup = kHoldsLess | kHoldsAmpersand;

// "<v Name>words" with nothing else in it, as most voiced files are written; spans relative to `payload`.
bool split_plain_voice(std::string_view payload, Span& name, Span& words) noexcept {
  if (!payload.starts_with("<v ")) return false;
  const std::size_t close = find_byte(payload, '>');
  if (close == payload.size()) return false;
  std::size_t end = payload.size();
  if (payload.ends_with("</v>")) end -= 4;
  if (end < close + 1) return false;
  const std::string_view label = payload.substr(3, close - 3);
  if ((scan_bytes(payload.substr(close + 1, end - close - 1)) & kMarkup) || label.empty() ||
      label.find_first_of("&\n\t") != std::string_view::npos)
    return false;
  name = {3, static_cast<std::uint32_t>(close)};
  words = {static_cast<std::uint32_t>(close + 1), static_cast<std::uint32_t>(end)};
  return true;
}

// "speaker1", "spk_2", "S01": a class that stands for a speaker where <v> has no name.
bool is_speaker_class(std::string_view name) noexcept {
  for (const std::string_view stem : {std::string_view("speaker"), std::string_view("spk"),
                                      std::string_view("voice"), std::string_view("s")}) {
    if (!starts_with_ignoring_ascii_case(name, stem)) continue;
    std::string_view digits = name.substr(stem.size());
    if (!digits.empty() && (digits.front() == '-' || digits.front() == '_')) digits.remove_prefix(1);
    if (!digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos) return true;
  }
  return false;
}

// "<v ->", as Rev writes it: somebody else speaks, who has no name.
bool is_nameless(std::string_view name) noexcept {
  std::string_view rest = name;
  while (!rest.empty()) {
    const std::size_t size = rest.front() == '-' ? 1 : rest.starts_with("–") || rest.starts_with("—") ? 3 : 0;
    if (size == 0) return false;
    rest.remove_prefix(size);
  }
  return !name.empty();
}

// What may stand behind '<' in a cue's text: the tags of the specification, those that files hold all the
// same, and times.
bool opens_markup(std::string_view text) noexcept {
  const std::size_t close = text.find_first_of("<>", 1);
  if (close == std::string_view::npos || text[close] != '>') return false;
  std::string_view tag = text.substr(1, close - 1);
  if (tag.empty()) return false;
  if (tag.front() >= '0' && tag.front() <= '9') {
    std::size_t at = 0;
    std::int64_t ms = 0;
    return collect_vtt_timestamp(tag, at, ms) && at == tag.size();
  }
  if (tag.front() == '/') tag.remove_prefix(1);
  const std::size_t end = std::min(tag.find_first_of(" .\t\n/="), tag.size());
  return end == 0 ? tag.empty() : is_known_tag(tag.substr(0, end));
}

// "<br>", "<br/>", "<br />": the length of the tag, 0 for any other.
std::size_t break_tag(std::string_view text) noexcept {
  if (!starts_with_ignoring_ascii_case(text, "<br")) return 0;
  std::size_t at = 3;
  while (at < text.size() && (text[at] == ' ' || text[at] == '/')) ++at;
  return at < text.size() && text[at] == '>' ? at + 1 : 0;
}

// By the letter of the specification "<inaudible>" and "<3 this town" are tags that nobody knows, gone
// without a trace, and "<br>" is one that glues two words. Such words are kept, and such breaks: gives the
// text with their '<' written out and line breaks for breaks, empty where there are neither.
std::string with_words_kept(std::string_view text, bool& any_words) {
  std::string kept;
  std::size_t from = 0;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::size_t length = break_tag(text.substr(at));
    if (length == 0 && opens_markup(text.substr(at))) continue;
    kept += text.substr(from, at - from);
    if (length == 0)
      kept += "&lt;";
    else if (!kept.ends_with('\n'))
      kept += '\n';
    any_words = any_words || length == 0;
    from = at + std::max<std::size_t>(length, 1);
  }
  if (!kept.empty()) kept += text.substr(from);
  return kept;
}

// noScribe writes "//" before the name of one who speaks over another.
bool take_overlap_mark(std::string_view& name) noexcept {
  if (!name.starts_with("//") || name.size() == 2) return false;
  name.remove_prefix(2);
  return true;
}

// Walks a parsed cue once and writes its words into the sheet.
class PayloadWriter {
 public:
  PayloadWriter(CueSheet& sheet, const SheetCue& base, const VttCueText& cue)
      : sheet_(sheet), base_(base), cue_(cue) {}

  void write() {
    find_voices();
    open_piece(kNoVoice);
    run_begin_ = text_begin_;
    for (std::size_t i = 1; i < cue_.nodes.size(); ++i) {
      const VttNode& node = cue_.nodes[i];
      if (node.kind == VttNodeKind::timestamp) take_timestamp(node.time_ms);
      if (node.kind != VttNodeKind::text) continue;
      take_text(slice(cue_.words, node.value), voice_[i], in_ruby_text_[i]);
    }
    close_ruby();
    close_run(base_.end_ms);
    close_piece();
  }

 private:
  static constexpr std::int32_t kNoVoice = -1;

  std::string_view name_of(std::int32_t voice) const noexcept {
    if (voice == kNoVoice) return {};
    const VttNode& node = cue_.nodes[static_cast<std::size_t>(voice)];
    const std::string_view name = slice(cue_.words, node.value), classes = slice(cue_.words, node.classes);
    return name.empty() && is_speaker_class(classes) ? classes : name;
  }

  // The voice around each node, and whether one or several names occur.
  void find_voices() {
    voice_.assign(cue_.nodes.size(), kNoVoice);
    in_ruby_text_.assign(cue_.nodes.size(), false);
    for (std::size_t i = 1; i < cue_.nodes.size(); ++i) {
      const VttNode& node = cue_.nodes[i];
      const auto parent = static_cast<std::size_t>(node.parent);
      voice_[i] = voice_[parent];
      in_ruby_text_[i] = in_ruby_text_[parent] || node.kind == VttNodeKind::ruby_text;
      if (node.kind == VttNodeKind::timestamp) has_times_ = true;
      if (node.kind != VttNodeKind::voice) continue;
      voice_[i] = static_cast<std::int32_t>(i);
      const std::string_view name = name_of(voice_[i]);
      if (name.empty()) voice_[i] = voice_[parent];
      if (!name.empty() && only_voice_ == kNoVoice) only_voice_ = voice_[i];
      if (!name.empty() && name != name_of(only_voice_)) several_ = true;
    }
  }

  void open_piece(std::int32_t voice) {
    piece_voice_ = voice;
    text_begin_ = static_cast<std::uint32_t>(sheet_.own.size());
    first_word_ = static_cast<std::uint32_t>(sheet_.words.size());
  }

  void close_piece() {
    SheetCue out = base_;
    const auto end = static_cast<std::uint32_t>(sheet_.own.size());
    out.text = {text_begin_, end};
    out.flags |= SheetCue::kOwnText | SheetCue::kOwnSpeaker;
    std::string_view name = name_of(several_ ? piece_voice_ : only_voice_);
    if (take_overlap_mark(name)) out.flags |= SheetCue::kOverlap;
    if (is_nameless(name)) {
      out.flags |= SheetCue::kBreaks;
      name = {};
    }
    sheet_.own.append(name);
    out.speaker = {end, end + static_cast<std::uint32_t>(name.size())};
    out.first_word = first_word_;
    out.word_count = static_cast<std::uint32_t>(sheet_.words.size()) - first_word_;
    if (pieces_++ > 0) out.flags |= SheetCue::kPart;
    sheet_.cues.push_back(out);
  }

  void take_text(std::string_view text, std::int32_t voice, bool ruby) {
    // Words outside any voice stay with the one before, or wait for the first.
    if (several_ && voice != kNoVoice && name_of(voice) != name_of(piece_voice_)) {
      if (piece_voice_ == kNoVoice && trim(std::string_view(sheet_.own).substr(text_begin_)).empty()) {
        piece_voice_ = voice;
      } else if (piece_voice_ == kNoVoice) {
        piece_voice_ = voice;
      } else {
        close_ruby();
        close_run(time_ms_ == kNoTime ? base_.end_ms : time_ms_);
        close_piece();
        open_piece(voice);
        run_begin_ = text_begin_;
      }
    }
    if (ruby && !ruby_open_) sheet_.own += '(';
    if (!ruby) close_ruby();
    ruby_open_ = ruby;
    sheet_.own.append(text);
  }

  void close_ruby() {
    if (ruby_open_) sheet_.own += ')';
    ruby_open_ = false;
  }

  void take_timestamp(std::int64_t ms) {
    if (ms < base_.start_ms || ms > base_.end_ms) return;
    close_ruby();
    close_run(ms);
    time_ms_ = ms;
  }

  // Ends the words since the last timestamp; each line of them is a timed piece.
  void close_run(std::int64_t end_ms) {
    const auto end = static_cast<std::uint32_t>(sheet_.own.size());
    if (has_times_) {
      const std::string_view run = std::string_view(sheet_.own).substr(run_begin_, end - run_begin_);
      for (std::size_t at = 0; at < run.size();) {
        const std::size_t stop = std::min(run.find('\n', at), run.size());
        const Span span = trim(run, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop)});
        const std::uint32_t shift = run_begin_ - text_begin_;
        if (!span.empty())
          sheet_.words.push_back({{span.begin + shift, span.end + shift},
                                  time_ms_ == kNoTime ? base_.start_ms : time_ms_,
                                  end_ms,
                                  -1});
        at = stop + 1;
      }
    }
    run_begin_ = end;
  }

  CueSheet& sheet_;
  const SheetCue& base_;
  const VttCueText& cue_;
  std::vector<std::int32_t> voice_;
  std::vector<bool> in_ruby_text_;
  std::int32_t only_voice_ = kNoVoice, piece_voice_ = kNoVoice;
  bool several_ = false, has_times_ = false, ruby_open_ = false;
  std::uint32_t text_begin_ = 0, run_begin_ = 0, first_word_ = 0, pieces_ = 0;
  std::int64_t time_ms_ = kNoTime;  // of the timestamp last met
};

}  // namespace

void add_vtt_payload(CueSheet& sheet, Span payload, const LinesSeen& seen, const SheetCue& base,
                     VttCueText& scratch) {
  const std::string_view text = slice(sheet.source, payload);
  SheetCue cue = base;
  cue.text = payload;
  if (!(seen.holds & kMarkup)) {
    cue.flags |= flags_of(seen);
    sheet.cues.push_back(cue);
    return;
  }
  Span name, words;
  if (split_plain_voice(text, name, words)) {
    std::string_view label = slice(text, name);
    if (take_overlap_mark(label)) cue.flags |= SheetCue::kOverlap;
    if (is_nameless(label)) {
      cue.flags |= SheetCue::kBreaks;
      label = {};
    }
    cue.speaker = {payload.begin + name.end - static_cast<std::uint32_t>(label.size()),
                   payload.begin + name.end};
    cue.text = {payload.begin + words.begin, payload.begin + words.end};
    if (seen.count == 1) cue.flags |= SheetCue::kOneLine;
    sheet.cues.push_back(cue);
    return;
  }
  cue = base;
  if (is_unnamed(text)) cue.flags |= SheetCue::kUnnamed;
  bool any_words = false;
  const std::string kept = seen.holds & kHoldsLess ? with_words_kept(text, any_words) : std::string();
  if (any_words) sheet.builder.reports().count(cue.line, ReportLevel::info, phrase::words_kept);
  parse_vtt_cue_text(kept.empty() ? text : kept, scratch);
  PayloadWriter(sheet, cue, scratch).write();
}

}  // namespace visavis
