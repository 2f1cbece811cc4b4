// LRC, timed lines: "[mm:ss.xx]words", several times before one line, "<mm:ss.xx>" before single words in the
// enhanced form, "[ti:Title]" and other tags about the file. Only starts are written; a time with nothing
// behind it ends the line before.
#include <algorithm>

#include "readers/readers.h"
#include "readers/shared/cue_sheet.h"
#include "readers/shared/timed_scan.h"
#include "words/reports.h"

namespace visavis {
namespace {

// "mm:ss:xx", with a second colon before the hundredths, at `at`, which is moved past it.
bool scan_colon_time(std::string_view text, std::size_t& at, std::int64_t& ms, std::int64_t& last) noexcept {
  std::int64_t parts[3] = {};
  std::size_t i = at;
  for (std::size_t part = 0; part < 3; ++part) {
    if (part > 0 && (i >= text.size() || text[i++] != ':')) return false;
    const std::size_t begin = i;
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9' && i - begin < 4; ++i)
      parts[part] = parts[part] * 10 + (text[i] - '0');
    if (i == begin || (part > 0 && i - begin > 2)) return false;
    if (part == 1 && parts[1] > 59) return false;
    if (part == 2 && i - begin == 1) parts[2] *= 10;
  }
  last = parts[2];
  ms = (parts[0] * 60 + parts[1]) * 1000 + parts[2] * 10;
  at = i;
  return true;
}

// Some programs write "[00:05:64]" throughout: where the last part goes past 59 once, it counts hundredths
// everywhere.
bool counts_hundredths(std::string_view text) noexcept {
  Lines lines(text);
  for (Span span; lines.next(span);) {
    const std::string_view line = slice(text, span);
    std::size_t at = 1;
    std::int64_t ms = 0, last = 0;
    if (line.starts_with('[') && scan_colon_time(line, at, ms, last) && line.substr(at, 1) == "]" &&
        last > 59)
      return true;
  }
  return false;
}

// "[mm:ss.xx]" or "<mm:ss.xx>" at `at`, which is moved past it.
bool take_stamp(std::string_view line, std::size_t& at, char open, char close, bool hundredths,
                std::int64_t& ms) noexcept {
  if (at >= line.size() || line[at] != open) return false;
  std::size_t i = at + 1;
  const bool negative = i < line.size() && line[i] == '-';
  if (negative) ++i;
  std::int64_t last = 0;
  if (!(hundredths && scan_colon_time(line, i, ms, last)) && !scan_time(line, i, ms)) return false;
  if (i >= line.size() || line[i] != close) return false;
  if (line.substr(at, i - at).find(':') == std::string_view::npos) return false;
  if (negative) ms = -ms;
  at = i + 1;
  return true;
}

// "[ti:Title]": letters, a colon and the rest of the line in brackets.
bool take_tag(std::string_view line, std::string_view& name, std::string_view& value) noexcept {
  line = trim(line);
  if (line.size() < 4 || line.front() != '[' || line.back() != ']') return false;
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon < 2) return false;
  name = line.substr(1, colon - 1);
  value = trim(line.substr(colon + 1, line.size() - colon - 2));
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '#';
  });
}

double sniff(const Input& input) noexcept {
  if (input.binary) return 0;
  const std::string_view head = input.text.substr(0, 65536);
  const bool hundredths = counts_hundredths(head);
  Lines lines(head);
  std::size_t stamped = 0, tags = 0, seen = 0;
  for (Span span; lines.next(span) && seen < 400;) {
    const std::string_view line = trim(slice(input.text, span));
    if (line.empty()) continue;
    ++seen;
    std::size_t at = 0;
    std::int64_t ms = 0;
    std::string_view name, value;
    if (take_stamp(line, at, '[', ']', hundredths, ms)) {
      // "[00:01:02] Name: words" with a space behind hours is a transcript's habit, not LRC's.
      const std::string_view stamp = line.substr(0, at);
      const bool hours = std::count(stamp.begin(), stamp.end(), ':') > 1;
      stamped += hundredths ? hours : !hours && stamp.find('.') != std::string_view::npos;
    } else {
      tags += take_tag(line, name, value);
    }
  }
  if (stamped == 0) return 0;
  if ((stamped + tags) * 10 >= seen * 9) return stamped + tags >= 2 ? 0.9 : 0.5;
  return (stamped + tags) * 2 >= seen ? 0.5 : 0;
}

class LrcParser {
 public:
  explicit LrcParser(CueSheet& sheet) : sheet_(sheet), hundredths_(counts_hundredths(sheet.source)) {}

  void parse() {
    Lines lines(sheet_.source);
    for (Span span; lines.next(span);) {
      line_ = lines.number();
      take_line(span);
    }
    finish();
  }

 private:
  struct Stamp {
    std::int64_t ms;
    bool ends;  // nothing stands behind it
  };

  void take_line(Span span) {
    const std::string_view line = slice(sheet_.source, span);
    std::size_t at = line.size() - trim_front(line).size();
    std::string_view name, value;
    std::int64_t ms = 0;
    times_.clear();
    while (take_stamp(line, at, '[', ']', hundredths_, ms)) {
      times_.push_back(ms);
      while (at < line.size() && line[at] == ' ' && at + 1 < line.size() && line[at + 1] == '[') ++at;
    }
    if (times_.empty()) {
      if (trim(line).empty()) return;
      if (take_tag(line, name, value)) return take_metadata(name, value);
      continue_cue(span);
      return;
    }
    const Span words = trim(sheet_.source, {span.begin + static_cast<std::uint32_t>(at), span.end});
    if (words.empty()) {
      for (const std::int64_t end_ms : times_) stamps_.push_back({end_ms, true});
      return;
    }
    bool first = true;
    for (const std::int64_t start_ms : times_) {
      // A thousand times before a long line would make a book of it.
      if (!first && (repeated_bytes_ += words.size() + 16) > 4 * sheet_.source.size() + 65536) {
        sheet_.builder.reports().count(line_, ReportLevel::loss, phrase::repeat_dropped);
        break;
      }
      first = false;
      stamps_.push_back({start_ms, false});
      add_cue(words, start_ms);
    }
    if (times_.size() > 1) sheet_.builder.reports().count(line_, ReportLevel::info, phrase::line_repeated);
  }

  static std::string_view trim_front(std::string_view line) noexcept {
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    return line;
  }

  void add_cue(Span words, std::int64_t start_ms) {
    SheetCue cue;
    cue.start_ms = start_ms;
    cue.line = line_;
    cue.text = words;
    const std::string_view text = slice(sheet_.source, words);
    if (text.find('<') != std::string_view::npos) {
      read_words(text, cue);
    }
    sheet_.cues.push_back(cue);
  }

  // The enhanced form: a time stands before its word, one behind the last ends it.
  void read_words(std::string_view text, SheetCue& cue) {
    const auto begin = static_cast<std::uint32_t>(sheet_.own.size());
    cue.first_word = static_cast<std::uint32_t>(sheet_.words.size());
    std::int64_t ms = cue.start_ms;
    std::uint32_t run = begin;
    bool timed = false;
    const auto close_run = [&](std::int64_t end_ms) {
      const std::string_view own = std::string_view(sheet_.own).substr(begin);
      const Span span = trim(own, {run - begin, static_cast<std::uint32_t>(own.size())});
      if (timed && !span.empty()) sheet_.words.push_back({span, ms, end_ms, -1});
      run = static_cast<std::uint32_t>(sheet_.own.size());
    };
    for (std::size_t at = 0; at < text.size();) {
      std::int64_t next_ms = 0;
      if (take_stamp(text, at, '<', '>', hundredths_, next_ms)) {
        if (!timed && run < sheet_.own.size()) timed = true;  // words before the first: from the line's time
        close_run(next_ms);
        ms = next_ms;
        timed = true;
      } else {
        sheet_.own += text[at++];
      }
    }
    close_run(kNoTime);
    cue.text = {begin, static_cast<std::uint32_t>(sheet_.own.size())};
    cue.flags |= SheetCue::kOwnText;
    cue.word_count = static_cast<std::uint32_t>(sheet_.words.size()) - cue.first_word;
  }

  // A line without a time goes on with the one before.
  void continue_cue(Span span) {
    if (sheet_.cues.empty()) {
      sheet_.builder.report(line_, ReportLevel::loss, phrase::line_before_lines);
      return;
    }
    SheetCue& cue = sheet_.cues.back();
    if (cue.text.end != sheet_.own.size() || !(cue.flags & SheetCue::kOwnText)) {
      const std::string text(sheet_.text(cue));
      cue.text.begin = static_cast<std::uint32_t>(sheet_.own.size());
      sheet_.own += text;
    }
    sheet_.own += '\n';
    sheet_.own.append(slice(sheet_.source, span));
    cue.text.end = static_cast<std::uint32_t>(sheet_.own.size());
    cue.flags |= SheetCue::kOwnText;
    sheet_.builder.reports().count(line_, ReportLevel::info, phrase::line_without_time);
  }

  void take_metadata(std::string_view name, std::string_view value) {
    if (equals_ignoring_ascii_case(name, "ti")) {
      sheet_.builder.set_title(value);
    } else if (equals_ignoring_ascii_case(name, "la") || equals_ignoring_ascii_case(name, "lang")) {
      sheet_.builder.set_language(value);
    } else if (equals_ignoring_ascii_case(name, "offset")) {
      // Milliseconds; positive shows lines earlier.
      std::int64_t seconds_ms = 0;
      if (parse_seconds(value, seconds_ms)) offset_ms_ = seconds_ms / 1000;
    } else {
      sheet_.builder.report(line_, ReportLevel::info,
                            Message(phrase::tag_skipped, {name, value.substr(0, 200)}));
    }
  }

  // A line ends where the next time stands: at one with nothing behind it exactly (of equal times those come
  // first), else by estimate.
  void finish() {
    std::stable_sort(stamps_.begin(), stamps_.end(), [](const Stamp& a, const Stamp& b) {
      return a.ms != b.ms ? a.ms < b.ms : a.ends > b.ends;
    });
    for (SheetCue& cue : sheet_.cues) {
      const auto next = std::upper_bound(stamps_.begin(), stamps_.end(), cue.start_ms,
                                         [](std::int64_t ms, const Stamp& stamp) { return ms < stamp.ms; });
      const bool measured = next != stamps_.end() && next->ends;
      if (measured) cue.end_ms = next->ms;
      // A line is current until the next one is.
      if (!measured && next != stamps_.end() && next->ms - cue.start_ms <= kMostEstimate_ms) {
        cue.end_ms = next->ms;
        cue.flags |= SheetCue::kEndEstimated;
      }
      const std::int64_t words_end_ms = measured ? cue.end_ms : next != stamps_.end() ? next->ms : kNoTime;
      for (std::uint32_t w = 0; w < cue.word_count; ++w) {
        CueWord& word = sheet_.words[cue.first_word + w];
        if (word.end_ms == kNoTime) word.end_ms = words_end_ms;
        shift(word.start_ms);
        shift(word.end_ms);
      }
      shift(cue.start_ms);
      shift(cue.end_ms);
    }
    if (offset_ms_ != 0)
      sheet_.builder.report(0, ReportLevel::info,
                            Message(phrase::times_shifted, {std::to_string(-offset_ms_)}));
  }

  void shift(std::int64_t& ms) const {
    if (ms != kNoTime) ms = std::max<std::int64_t>(0, ms - offset_ms_);
  }

  CueSheet& sheet_;
  bool hundredths_;  // behind a second colon
  std::uint32_t line_ = 0;
  std::vector<std::int64_t> times_;
  std::vector<Stamp> stamps_;
  std::int64_t offset_ms_ = 0;
  std::size_t repeated_bytes_ = 0;
};

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  CueSheet sheet;
  sheet.source = input.text;
  LrcParser(sheet).parse();
  if (sheet.cues.empty() && !trim(input.text).empty())
    return Error{ErrorCode::unreadable, 1, phrase::not_lrc};
  return finish_sheet(std::move(sheet), options.join);
}

}  // namespace

const FormatReader lrc_reader = {"lrc", 71, sniff, read, true};

}  // namespace visavis
