#include "readers/interview/interview_written.h"

#include <unordered_map>
#include <unordered_set>

#include "model/builder.h"
#include "readers/interview/interview_text.h"
#include "readers/shared/cues.h"
#include "words/reports.h"

namespace visavis::interview {
namespace {

constexpr std::string_view kIndent = "    ";
constexpr std::string_view kSpeakers = "Speakers:", kTitle = "Title:", kLanguage = "Language:";

bool is_digit_at(std::string_view text, std::size_t at) noexcept {
  return at < text.size() && is_digit(static_cast<unsigned char>(text[at]));
}

// "[00:00:01.500]" and what follows it. 0 where the text opens otherwise.
std::size_t stamp_at(std::string_view text, std::int64_t& ms) noexcept {
  if (!text.starts_with("[") || !is_digit_at(text, 1)) return 0;
  const std::size_t size = parse_clock(text.substr(1), ms);
  const std::size_t close = 1 + size;
  if (size == 0 || close >= text.size() || text[close] != ']') return 0;
  if (close + 1 < text.size() && text[close + 1] != ' ') return 0;
  return close + 1;
}

class WrittenReader {
 public:
  WrittenReader(std::string_view text, const Page& page, const Corrections& corrections)
      : text_(text), page_(page), markdown_(page.has_front_matter) {
    for (const LineCorrection& c : corrections.lines) corrected_[c.line] = c.kind;
  }

  bool run(Result<Transcript>& out) {
    builder_.use_text(std::string(text_));
    if (!(markdown_ ? read_front_matter() : read_head())) return false;
    while (at_ < page_.lines.size()) {
      const std::size_t first = at_++;
      const auto correction = corrected_.find(line(first).number);
      if (correction != corrected_.end()) {
        if (!take_corrected(first, correction->second)) return false;
        continue;
      }
      while (at_ < page_.lines.size() && !line(at_).after_blank && !corrected_.contains(line(at_).number))
        ++at_;
      if (!(markdown_ ? take_markdown(first) : take_text(first))) return false;
    }
    if (too_large_) {
      out = Error{ErrorCode::too_large, 0, phrase::text_over_4_gib};
      return true;
    }
    for (const ReportEntry& entry : page_.entries) builder_.report(entry);
    Transcript transcript = builder_.finish();
    estimate_missing_ends(transcript);
    out = std::move(transcript);
    return true;
  }

 private:
  const Line& line(std::size_t i) const { return page_.lines[i]; }
  std::string_view words(std::size_t i) const { return slice(text_, line(i).span); }
  bool is_indented(std::size_t i) const {
    const Line& at = line(i);
    return at.indent >= kIndent.size() && text_.substr(at.span.begin - at.indent, kIndent.size()) == kIndent;
  }

  bool read_front_matter() {
    if (!page_.language.empty()) builder_.set_language(page_.language);
    has_title_ = page_.gives_title;
    builder_.set_title(page_.title);
    return true;
  }

  bool read_head() {
    for (; at_ < page_.lines.size() && (at_ == 0 || !line(at_).after_blank); ++at_) {
      const std::string_view field = words(at_);
      if (speakers_seen_) {
        if (!is_indented(at_)) return false;
        names_.emplace(field);
        most_name_ = std::max(most_name_, field.size());
      } else if (line(at_).indent > 0) {
        return false;
      } else if (field.starts_with(kTitle)) {
        has_title_ = true;
        builder_.set_title(field.substr(kTitle.size()));
      } else if (field.starts_with(kLanguage)) {
        builder_.set_language(trim(field.substr(kLanguage.size())));
      } else if (field.starts_with(kSpeakers)) {
        speakers_seen_ = true;
      } else {
        return false;
      }
    }
    return speakers_seen_;
  }

  bool take_corrected(std::size_t i, LineKind kind) {
    std::string_view all = words(i);
    if (kind == LineKind::heading) {
      const std::size_t level = atx_level(all);
      heading(i, static_cast<std::int32_t>(std::max<std::size_t>(1, level)), trim(all.substr(level)));
      return true;
    }
    Turn turn;
    turn.line = line(i).number;
    std::size_t skip = 0;
    if (kind == LineKind::speaker) {
      const std::size_t colon = std::min(all.find(':'), all.size());
      turn.speaker = builder_.speaker(strip_emphasis(all.substr(0, colon)));
      skip = std::min(colon + 1, all.size());
    }
    add(turn, i, skip, i + 1);
    return true;
  }

  static std::string_view strip_emphasis(std::string_view name) noexcept {
    while (!name.empty() && name.front() == '*') name.remove_prefix(1);
    while (!name.empty() && name.back() == '*') name.remove_suffix(1);
    return trim(name);
  }

  void heading(std::size_t i, std::int32_t level, std::string_view title) {
    if (builder_.section_count() == 0 && builder_.turn_count() == 0 && !has_title_) builder_.set_title(title);
    builder_.begin_section(title, SectionKind::heading, level, line(i).number);
  }

  static bool is_drawn(std::string_view line, char mark) noexcept {
    return line.size() >= 3 && line.find_first_not_of(mark) == std::string_view::npos;
  }

  bool take_text(std::size_t first) {
    if (is_indented(first)) return take_narration(first);
    if (line(first).indent > 0) return false;
    for (const char mark : {'=', '-'})
      if (at_ - first <= 2 && is_drawn(words(at_ - 1), mark) && line(at_ - 1).indent == 0) {
        heading(first, mark == '=' ? 1 : 2, at_ - first == 2 ? words(first) : std::string_view());
        return true;
      }
    for (std::size_t i = first + 1; i < at_; ++i)
      if (!is_indented(i)) return false;
    Turn turn = turn_at(first);
    const std::string_view all = words(first);
    std::size_t at = take_stamp(all, turn);
    if (at == all.size() && at > 0) return add(turn, first, at, at_);
    const std::size_t label = label_end(all.substr(at));
    if (label == 0) return false;
    turn.speaker = builder_.speaker(all.substr(at, label - 1));
    return add(turn, first, at + label, at_);
  }

  bool take_narration(std::size_t first) {
    for (std::size_t i = first + 1; i < at_; ++i)
      if (!is_indented(i)) return false;
    Turn turn = turn_at(first);
    std::size_t at = take_stamp(words(first), turn);
    if (at == 0) at = escape_at(words(first));
    return add(turn, first, at, at_);
  }

  bool take_markdown(std::size_t first) {
    const std::string_view all = words(first);
    std::size_t level = 0;
    while (level < all.size() && all[level] == '#') ++level;
    if (level >= 1 && level <= 6 && (level == all.size() || all[level] == ' ') && at_ == first + 1) {
      heading(first, static_cast<std::int32_t>(level), trim(all.substr(level)));
      return true;
    }
    Turn turn = turn_at(first);
    std::size_t at = take_stamp(all, turn);
    const std::string_view rest = all.substr(at);
    const std::size_t colon = rest.starts_with("**") ? rest.find(":**") : std::string_view::npos;
    if (colon != std::string_view::npos && colon > 2) {
      turn.speaker = builder_.speaker(rest.substr(2, colon - 2));
      at += colon + 3;
    }
    return add(turn, first, at, at_);
  }

  Turn turn_at(std::size_t i) const {
    Turn turn;
    turn.line = line(i).number;
    return turn;
  }

  std::size_t take_stamp(std::string_view all, Turn& turn) {
    const std::size_t size = stamp_at(all, turn.start_ms);
    if (size == 0) {
      turn.start_ms = kNoTime;
      return 0;
    }
    turn.start_source = TimeSource::measured;
    return std::min(size + 1, all.size());
  }

  // The bytes of a name of the head and the colon after it; of several that fit, the longest.
  std::size_t label_end(std::string_view all) const {
    std::size_t found = 0;
    for (std::size_t colon = all.find(':'); colon != std::string_view::npos && colon <= most_name_;
         colon = all.find(':', colon + 1))
      if ((colon + 1 == all.size() || all[colon + 1] == ' ') &&
          names_.contains(std::string(all.substr(0, colon))))
        found = colon + 1;
    return found;
  }

  // Of plain text: "\" before a time or another "\".
  std::size_t escape_at(std::string_view all) const {
    return all == "\\" || all.starts_with("\\[") || all.starts_with("\\\\") ? 1 : 0;
  }

  // Of Markdown: "\" before a sign that would open something, also after digits.
  static void unescape_line(std::string_view all, std::string& out) {
    std::size_t at = 0;
    while (is_digit_at(all, at)) ++at;
    if (at < all.size() && all[at] == '\\' &&
        (at == 0 || (at + 1 < all.size() && (all[at + 1] == '.' || all[at + 1] == ')')))) {
      out.append(all.substr(0, at)).append(all.substr(at + 1));
      return;
    }
    out.append(all);
  }

  // The words of lines [first, end), of the first from `skip` on.
  bool add(Turn turn, std::size_t first, std::size_t skip, std::size_t end) {
    Span opening = line(first).span;
    opening.begin += static_cast<std::uint32_t>(skip);
    const bool line_start = skip == 0 && markdown_;
    if (end == first + 1 &&
        !(line_start && text_.substr(opening.begin, opening.size()).find('\\') != std::string_view::npos)) {
      turn.text = trim(text_, opening);
    } else {
      std::string own;
      if (line_start)
        unescape_line(slice(text_, opening), own);
      else
        own = trim(slice(text_, opening));
      for (std::size_t i = first + 1; i < end; ++i) {
        if (!own.empty()) own += '\n';
        if (markdown_)
          unescape_line(words(i), own);
        else
          own += text_.substr(line(i).span.begin - (line(i).indent - kIndent.size()),
                              line(i).span.size() + line(i).indent - kIndent.size());
      }
      if (!builder_.append_text(trim(own), turn.text)) too_large_ = true;
    }
    builder_.add_turn(turn);
    return true;
  }

  std::string_view text_;
  const Page& page_;
  const bool markdown_;
  std::unordered_map<std::uint32_t, LineKind> corrected_;
  TranscriptBuilder builder_;
  std::unordered_set<std::string> names_;
  std::size_t most_name_ = 0, at_ = 0;
  bool speakers_seen_ = false, has_title_ = false, too_large_ = false;
};

}  // namespace

bool opens_as_written(std::string_view text) noexcept {
  Lines walk(text);
  for (Span line; walk.next(line);) {
    const std::string_view words = slice(text, line);
    if (words.starts_with(kSpeakers)) {
      const std::string_view rest = trim(words.substr(kSpeakers.size()));
      if (rest == "none") return !walk.next(line) || trim(slice(text, line)).empty();
      return rest.empty() && walk.next(line) && slice(text, line).starts_with(kIndent);
    }
    if (!words.starts_with(kTitle) && !words.starts_with(kLanguage)) return false;
  }
  return false;
}

bool read_as_written(std::string_view text, const Page& page, const Corrections& corrections,
                     Result<Transcript>& out) {
  return WrittenReader(text, page, corrections).run(out);
}

}  // namespace visavis::interview
