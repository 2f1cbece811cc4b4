#include "readers/shared/timed_scan.h"

namespace visavis {
namespace {

constexpr std::int64_t kMostPart = 1'000'000'000;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_blank(char c) noexcept { return c == ' ' || c == '\t'; }

void skip_blanks(std::string_view text, std::size_t& at) noexcept {
  while (at < text.size() && is_blank(text[at])) ++at;
}

bool scan_number(std::string_view text, std::size_t& at, std::int64_t& value, std::size_t& digits) noexcept {
  const std::size_t begin = at;
  value = 0;
  while (at < text.size() && is_digit(text[at])) {
    if (value <= kMostPart) value = value * 10 + (text[at] - '0');
    ++at;
  }
  digits = at - begin;
  return digits > 0 && value <= kMostPart;
}

// A mark with blanks around it, before a digit; moves past all three.
bool scan_mark(std::string_view text, std::size_t& at, std::string_view marks, char& mark) noexcept {
  std::size_t i = at;
  skip_blanks(text, i);
  if (i >= text.size() || marks.find(text[i]) == std::string_view::npos) return false;
  mark = text[i++];
  skip_blanks(text, i);
  if (i >= text.size() || !is_digit(text[i])) return false;
  at = i;
  return true;
}

bool scan_arrow(std::string_view line, std::size_t& at) noexcept {
  const std::size_t begin = at;
  std::size_t dashes = 0;
  while (at < line.size()) {
    if (line[at] == '-') {
      ++at, ++dashes;
    } else if (line.substr(at, 3) == "\u2013" || line.substr(at, 3) == "\u2014") {
      at += 3, ++dashes;
    } else if (is_blank(line[at])) {
      ++at;
    } else {
      break;
    }
  }
  if (dashes == 0 || dashes > 4) return at = begin, false;
  if (line.substr(at, 1) == ">")
    at += 1;
  else if (line.substr(at, 4) == "&gt;")
    at += 4;
  else
    return at = begin, false;
  return true;
}

}  // namespace

bool scan_time(std::string_view text, std::size_t& at, std::int64_t& ms) noexcept {
  // The usual form, hh:mm:ss,mmm, takes no search.
  if (at + 12 <= text.size()) {
    const char* t = text.data() + at;
    if ((t[8] == ',' || t[8] == '.') &&
        !(at + 12 < text.size() && (is_digit(t[12]) || t[12] == '.' || t[12] == ',')) &&
        read_full_clock(t, ms)) {
      at += 12;
      return true;
    }
  }
  std::int64_t parts[3] = {}, value = 0;
  std::size_t i = at, digits = 0;
  int count = 0;
  char mark = 0;
  if (!scan_number(text, i, parts[count++], digits)) return false;
  while (count < 3 && scan_mark(text, i, ":", mark)) {
    if (!scan_number(text, i, value, digits) || digits > 2 || value > 59) return false;
    parts[count++] = value;
  }
  std::int64_t fraction_ms = 0;
  const bool has_fraction = scan_mark(text, i, count == 3 ? ".,:;" : ".,", mark);
  if (has_fraction) {
    int decimals = 0;
    for (; i < text.size() && is_digit(text[i]); ++i, ++decimals) {
      if (decimals < 3) fraction_ms = fraction_ms * 10 + (text[i] - '0');
      if (decimals == 3 && text[i] >= '5') ++fraction_ms;
    }
    for (; decimals < 3; ++decimals) fraction_ms *= 10;
    // Milliseconds with a fraction of their own, as programs print them: "01,249.0999".
    std::size_t part = i, end = i;
    if (count == 3 && decimals == 3 && scan_mark(text, part, ".,", mark) && part == i + 1) {
      for (end = part; end < text.size() && is_digit(text[end]);) ++end;
      if (end >= text.size() || text[end] != ':') {
        fraction_ms += text[part] >= '5';
        i = end;
      }
    }
  }
  if (count == 1 && !has_fraction) return false;
  ms = 0;
  for (int part = 0; part < count; ++part) ms = ms * 60 + parts[part];
  ms = ms * 1000 + fraction_ms;
  at = i;
  return true;
}

namespace {

// A time before zero, its sign before the whole or before a part of it ("-00:00:01,500", "00:00:-1,500",
// "0-1:58:22,135"): what a file that was shifted too far holds. Without a sign the same as scan_time.
bool scan_signed_time(std::string_view text, std::size_t& at, std::int64_t& ms) noexcept {
  const std::size_t begin = at;
  if (scan_time(text, at, ms) && text.substr(at, 1) != ":") return true;
  at = begin;
  char plain[32];
  std::size_t length = 0, i = at;
  bool negative = false;
  for (; i < text.size() && length < sizeof plain; ++i) {
    const bool minus = text.substr(i, 3) == "\u2212";
    const std::size_t size = minus ? 3 : 1;
    if (minus || text[i] == '-') {
      if (i + size >= text.size() || !is_digit(text[i + size])) break;
      negative = true;
      i += size - 1;
    } else if (is_digit(text[i]) || text[i] == ':' || text[i] == ',' || text[i] == '.') {
      plain[length++] = text[i];
    } else {
      break;
    }
  }
  std::size_t end = 0;
  if (!negative || !scan_time({plain, length}, end, ms) || end != length) return false;
  ms = -ms;
  at = i;
  return true;
}

}  // namespace

bool scan_arrow_times(std::string_view line, CueTimes& times) noexcept {
  std::size_t at = 0;
  if (line.empty()) return false;
  // What nearly all are: two full clocks, one space either side of the arrow, and nothing behind.
  constexpr std::size_t kClock = 12, kArrow = 5;
  if (line.size() == 2 * kClock + kArrow && line.substr(kClock, kArrow) == " --> ") {
    const char *start = line.data(), *end = start + kClock + kArrow;
    const auto is_mark = [](char c) { return c == ',' || c == '.'; };
    if (is_mark(start[8]) && is_mark(end[8]) && read_full_clock(start, times.start_ms) &&
        read_full_clock(end, times.end_ms)) {
      times.length = line.size();
      return true;
    }
  }
  // A mark of the file's or the line's start, and a sign.
  skip_blanks(line, at);
  if (line.substr(at, 3) == "\uFEFF") at += 3;
  if (at >= line.size() || (!is_digit(line[at]) && line[at] != '-' && line[at] != '\xE2')) return false;
  if (!scan_signed_time(line, at, times.start_ms) || !scan_arrow(line, at)) return false;
  skip_blanks(line, at);
  times.end_ms = kNoTime;
  if (!scan_signed_time(line, at, times.end_ms)) {
    times.end_ms = kNoTime;
    if (at < line.size()) return false;
  }
  times.length = at;
  return true;
}

}  // namespace visavis
