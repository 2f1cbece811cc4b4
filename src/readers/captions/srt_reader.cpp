// SubRip (.srt) as found in the wild. There is no standard: a cue is a line of two times around an arrow,
// before it often a number, below it the words, up to the next such line.
#include <algorithm>

#include "readers/captions/cue_markup.h"
#include "readers/readers.h"
#include "readers/shared/timed_scan.h"
#include "words/reports.h"

namespace visavis {
namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// A line of digits alone; -1 for any other.
std::int64_t index_of(std::string_view line) noexcept {
  if (!line.empty() && line.front() > '9') return -1;
  line = trim(line);
  if (line.empty() || line.size() > 9 || !is_digit(line.front())) return -1;
  std::int64_t value = 0;
  for (const char c : line) {
    if (!is_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// Subtitles open with times, at most a number before them. Below that, the share of lines that are times
// tells.
double sniff(const Input& input) noexcept {
  if (input.binary) return 0;
  const std::string_view head = input.text.substr(0, 65536);
  std::size_t lines = 0, arrows = 0, first_arrow = 0;
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t end = std::min(head.find('\n', at), head.size());
    const std::string_view line = head.substr(at, end - at);
    at = end + 1;
    if (trim(line).empty()) continue;
    ++lines;
    CueTimes times;
    if (!scan_arrow_times(line, times)) {
      // What stands before the first times is at most a number.
      if (arrows == 0 && index_of(line) < 0) first_arrow = 1000;
      continue;
    }
    if (arrows++ == 0 && first_arrow == 0) first_arrow = lines;
  }
  if (arrows == 0) return 0;
  if (first_arrow <= 3) return 0.95;
  return arrows >= 2 && arrows * 8 >= lines ? 0.6 : 0;
}

class SrtParser {
 public:
  explicit SrtParser(CueSheet& sheet) : sheet_(sheet), text_(sheet.source) {}

  bool parse() {
    // A line is judged when the next one is known: digits above times are a number, not words.
    for (std::size_t at = 0; at < text_.size();) {
      ++line_;
      if (text_[at] == '\n') {
        take_blank();
        ++at;
        continue;
      }
      const ScannedLine line = scan_line(text_, at);
      take_line({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(line.end)}, line.holds);
      at = line.end + 1;
    }
    close(kNoSpan);
    return cues_ > 0;
  }

 private:
  static constexpr Span kNoSpan{};

  void take_line(Span span, std::uint8_t holds) {
    const std::string_view line = slice(text_, span);
    CueTimes times;
    if ((holds & kHoldsArrowHead) && line.size() >= 9 && scan_arrow_times(line, times)) {
      open(times, line);
      return;
    }
    if (trim(line).empty()) return take_blank();
    const std::int64_t index = index_of(line);
    if (orphan_pending_ && index < 0) {
      open_orphan(span, holds);
    } else if (!in_cue_) {
      if (index < 0) {
        sheet_.builder.report(line_, ReportLevel::loss, phrase::line_before_cues);
      }
    } else if (words_.empty() && !has_words_) {
      open_words(span, holds);
      if (after_blank_ && index < 0) blank_in_cue();
    } else {
      if (after_blank_ && index < 0) blank_in_cue();
      before_last_end_ = words_.end;
      before_last_ = seen_;
      if (after_blank_) seen_.plain_starts = false;  // the words hold a blank line
      words_.end = span.end;
      seen_.add(line, holds);
    }
    orphan_pending_ = false;
    previous_is_index_ = index >= 0;
    // A number after an empty line that counts on, and no times below it: a cue whose times are missing.
    if (previous_is_index_) {
      previous_index_ = index;
      previous_span_ = span;
      index_stands_alone_ = after_blank_;
      orphan_pending_ = after_blank_ && in_cue_ && index_ >= 0 && index == index_ + 1;
    }
    after_blank_ = false;
  }

  void take_blank() {
    after_blank_ = true;
    // An empty line may part a number from its times, if the number counts on.
    if (in_cue_) previous_is_index_ &= index_stands_alone_ && previous_index_ == index_ + 1;
  }

  void blank_in_cue() { sheet_.builder.reports().count(line_, ReportLevel::info, phrase::blank_in_cue); }

  void open(const CueTimes& times, std::string_view line) {
    close(previous_is_index_ ? previous_span_ : kNoSpan);
    index_ = previous_is_index_ ? previous_index_ : -1;
    in_cue_ = true;
    cue_ = {};
    cue_.start_ms = times.start_ms;
    cue_.end_ms = times.end_ms;
    cue_.line = line_;
    if (times.start_ms < 0 || (times.end_ms < 0 && times.end_ms != kNoTime)) {
      sheet_.builder.reports().count(line_, ReportLevel::warning, phrase::time_below_zero);
      cue_.start_ms = std::max<std::int64_t>(0, cue_.start_ms);
      if (cue_.end_ms != kNoTime) cue_.end_ms = std::max<std::int64_t>(0, cue_.end_ms);
    }
    cue_line_ = line_;
    if (times.end_ms == kNoTime)
      sheet_.builder.reports().count(line_, ReportLevel::warning, phrase::end_missing);
    if (!trim(line.substr(times.length)).empty())
      sheet_.builder.reports().count(line_, ReportLevel::info, phrase::settings_skipped);
    reset_words();
  }

  void open_words(Span span, std::uint8_t holds) {
    words_ = span;
    has_words_ = true;
    words_line_ = line_;
    seen_ = {};
    seen_.add(slice(text_, span), holds);
  }

  void open_orphan(Span span, std::uint8_t holds) {
    const std::int64_t index = previous_index_;
    close(previous_span_);
    index_ = index;
    in_cue_ = true;
    cue_ = {};
    cue_.line = cue_line_ = line_ - 1;
    reset_words();
    open_words(span, holds);
    untimed_.push_back(sheet_.cues.size());
    sheet_.builder.report(line_ - 1, ReportLevel::warning, phrase::times_missing);
  }

  void reset_words() {
    words_ = {};
    has_words_ = false;
    words_line_ = 0;
    before_last_end_ = 0;
    after_blank_ = false;
    previous_is_index_ = false;
    orphan_pending_ = false;
  }

  // Ends the open cue; `number` is its last line where that turned out to be the next cue's number.
  void close(Span number) {
    if (!in_cue_) return;
    in_cue_ = false;
    if (!number.empty() && has_words_ && words_.end == number.end) {
      if (words_.begin == number.begin) {
        words_ = {};
        has_words_ = false;
      } else {
        words_.end = before_last_end_;
        seen_ = before_last_;
      }
    }
    if (has_words_) cue_.line = words_line_;
    ++cues_;
    add_marked_up(sheet_, words_, cue_, has_words_ ? seen_ : LinesSeen{});
    sheet_.expect_cues(words_.end);
  }

 public:
  // Cues without times lie between the end before and the start after them.
  void estimate_untimed() {
    for (const std::size_t i : untimed_) {
      if (i >= sheet_.cues.size()) continue;
      SheetCue& cue = sheet_.cues[i];
      if (i > 0) cue.start_ms = sheet_.cues[i - 1].end_ms;
      if (i + 1 < sheet_.cues.size()) cue.end_ms = sheet_.cues[i + 1].start_ms;
      if (cue.start_ms != kNoTime && cue.end_ms != kNoTime && cue.end_ms < cue.start_ms) cue.end_ms = kNoTime;
      if (cue.start_ms == kNoTime) cue.end_ms = kNoTime;
      cue.flags |= SheetCue::kStartEstimated | SheetCue::kEndEstimated;
    }
  }

 private:
  CueSheet& sheet_;
  std::string_view text_;
  std::uint32_t line_ = 0, cues_ = 0;
  // The open cue.
  bool in_cue_ = false, has_words_ = false;
  SheetCue cue_;
  std::uint32_t cue_line_ = 0, words_line_ = 0;
  std::int64_t index_ = -1;
  Span words_;
  std::uint32_t before_last_end_ = 0;  // where the words end without their last line
  LinesSeen seen_, before_last_;       // of the words, and without their last line
  // The line before this one.
  bool after_blank_ = false, previous_is_index_ = false, index_stands_alone_ = false, orphan_pending_ = false;
  std::int64_t previous_index_ = -1;
  Span previous_span_;
  std::vector<std::size_t> untimed_;
};

Result<Transcript> read_srt(const Input& input, const ReadOptions& options) {
  CueSheet sheet;
  sheet.source = input.text;
  SrtParser parser(sheet);
  if (!parser.parse() && !trim(input.text).empty()) return Error{ErrorCode::unreadable, 1, phrase::not_srt};
  parser.estimate_untimed();
  return finish_sheet(std::move(sheet), options.join);
}

}  // namespace

const FormatReader srt_reader = {"srt", 80, sniff, read_srt, true};

}  // namespace visavis
