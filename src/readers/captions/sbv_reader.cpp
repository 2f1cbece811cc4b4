// SubViewer as YouTube writes it (.sbv): "0:00:01.000,0:00:02.000", the words below, an empty line.
#include <algorithm>

#include "readers/captions/cue_markup.h"
#include "readers/captions/timed_scan.h"
#include "readers/readers.h"

namespace visavis {
namespace {

// A line of two times with a comma between and nothing else.
bool scan_times(std::string_view line, CueTimes& times) noexcept {
  line = trim(line);
  if (line.size() < 9 || line.front() < '0' || line.front() > '9') return false;
  // A comma also stands before decimals, so both ways of splitting are tried at each comma.
  for (std::size_t comma = line.find(','); comma != std::string_view::npos;
       comma = line.find(',', comma + 1)) {
    const std::string_view first = trim(line.substr(0, comma)), second = trim(line.substr(comma + 1));
    std::size_t at = 0, end = 0;
    if (first.find(':') == std::string_view::npos || second.find(':') == std::string_view::npos) continue;
    if (scan_time(first, at, times.start_ms) && at == first.size() && scan_time(second, end, times.end_ms) &&
        end == second.size())
      return true;
  }
  return false;
}

double sniff(const Input& input) noexcept {
  if (input.binary) return 0;
  Lines lines(input.text.substr(0, 65536));
  std::size_t timed = 0, seen = 0;
  bool first = false;
  for (Span span; lines.next(span) && seen < 400;) {
    const std::string_view line = slice(input.text, span);
    if (trim(line).empty()) continue;
    CueTimes times;
    const bool is_timed = line.size() < 64 && scan_times(line, times);
    if (++seen == 1) first = is_timed;
    timed += is_timed;
  }
  if (first) return 0.95;
  return timed >= 2 && timed * 8 >= seen ? 0.6 : 0;
}

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  CueSheet sheet;
  sheet.source = input.text;
  Lines lines(input.text);
  SheetCue cue;
  Span words{};
  bool open = false, has_words = false, blank = false;
  const auto close = [&] {
    if (open) add_marked_up(sheet, words, cue);
  };
  for (Span span; lines.next(span);) {
    const std::string_view line = slice(input.text, span);
    CueTimes times;
    if (line.size() < 64 && scan_times(line, times)) {
      close();
      cue = {};
      cue.start_ms = times.start_ms;
      cue.end_ms = times.end_ms;
      cue.line = lines.number();
      words = {};
      open = true;
      has_words = blank = false;
    } else if (trim(line).empty()) {
      blank = true;
    } else if (!open) {
      // The head of a SubViewer 2 file: [INFORMATION] [TITLE] …
      sheet.tally.add(sheet.builder, lines.number(), ReportLevel::loss, "line-dropped",
                      "Words before the first times belong to no cue.");
    } else {
      if (has_words && blank)
        sheet.tally.count(
            lines.number(), ReportLevel::warning, "blank-line-in-cue",
            "Words behind an empty line have no times of their own; they stay with the cue before.");
      if (!has_words) {
        words = span;
        cue.line = lines.number();
        has_words = true;
      }
      words.end = span.end;
      blank = false;
    }
  }
  close();
  if (sheet.cues.empty() && !trim(input.text).empty())
    return Error{ErrorCode::unreadable, 1,
                 "No line holds the two times of an SBV cue (0:00:01.000,0:00:02.000)."};
  return finish_sheet(std::move(sheet), options.join);
}

}  // namespace

const FormatReader sbv_reader = {"sbv", "YouTube's SubViewer captions", 70, sniff, read};

}  // namespace visavis
