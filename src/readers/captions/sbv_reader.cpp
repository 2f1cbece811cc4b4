// SubViewer as YouTube writes it (.sbv): "0:00:01.000,0:00:02.000", the words below, an empty line. SubViewer
// 2's own files open with "[TITLE]…" and other tags about the file, and break lines with "[br]".
#include <algorithm>

#include "readers/captions/cue_markup.h"
#include "readers/readers.h"
#include "readers/shared/timed_scan.h"
#include "words/reports.h"

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

constexpr std::string_view kBreak = "[br]";

// The last cue's words with the file's own marks for line breaks as such.
void break_lines(CueSheet& sheet) {
  SheetCue& cue = sheet.cues.back();
  const std::string text(sheet.text(cue));
  if (text.find(kBreak) == std::string::npos) return;
  cue.text.begin = static_cast<std::uint32_t>(sheet.own.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(kBreak, at), text.size());
    sheet.own.append(text, at, end - at);
    if (end < text.size()) sheet.own += '\n';
    at = end + kBreak.size();
  }
  cue.text.end = static_cast<std::uint32_t>(sheet.own.size());
  cue.flags |= SheetCue::kOwnText;
}

// "[TITLE]Bees": a capital tag and what it says, as SubViewer 2 has above the first times.
bool take_header(CueSheet& sheet, std::string_view line) {
  line = trim(line);
  const std::size_t close = line.find(']');
  if (!line.starts_with('[') || close == std::string_view::npos) return false;
  const std::string_view tag = line.substr(1, close - 1);
  if (!std::all_of(tag.begin(), tag.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == ' '; }))
    return false;
  if (tag == "TITLE") sheet.builder.set_title(line.substr(close + 1));
  return true;
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
    if (!open) return;
    add_marked_up(sheet, words, cue);
    break_lines(sheet);
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
    } else if (!open && take_header(sheet, line)) {
      sheet.builder.reports().count(lines.number(), ReportLevel::info, phrase::header_skipped);
    } else if (!open) {
      sheet.builder.report(lines.number(), ReportLevel::loss, phrase::line_before_cues);
    } else {
      if (has_words && blank)
        sheet.builder.reports().count(lines.number(), ReportLevel::warning, phrase::blank_before_words);
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
    return Error{ErrorCode::unreadable, 1, phrase::not_sbv};
  return finish_sheet(std::move(sheet), options.join);
}

}  // namespace

const FormatReader sbv_reader = {"sbv", 70, sniff, read, true};

}  // namespace visavis
