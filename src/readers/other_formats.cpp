#include "readers/other_formats.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace visavis {
namespace {

constexpr std::string_view kDelimiters = ",\t;|";
constexpr std::size_t kMostCell = 40;      // bytes of a column's name
constexpr std::size_t kHeaderWithin = 30;  // lines that may stand above a table

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// "speaker,text,start": every cell is short, as columns' names are, and none ends a sentence.
bool looks_like_header(std::string_view line, char delimiter) noexcept {
  if (line.find(delimiter) == std::string_view::npos || line.find_first_of("*?!") != std::string_view::npos ||
      line.starts_with("# ") || line.starts_with("##"))
    return false;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(delimiter, at), line.size());
    const std::string_view cell = trim(line.substr(at, end - at));
    if (cell.size() > kMostCell || cell.ends_with('.') || cell.find(": ") != std::string_view::npos)
      return false;
    at = end + 1;
  }
  return true;
}

// Two times and hardly a word beside them: "0:00:01.000,0:00:02.500" or "0.00 3.20 SPEAKER_01".
bool is_line_of_times(std::string_view line) noexcept {
  std::size_t times = 0, others = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find_first_of(" \t,;[]|=", at), line.size());
    const std::string_view token = line.substr(at, end - at);
    const bool is_time = token.find_first_not_of("0123456789:.s") == std::string_view::npos &&
                         token.find_first_of(":.") != std::string_view::npos;
    if (is_time)
      ++times;
    else
      others += token.find_first_not_of("0123456789-") != std::string_view::npos;
    at = end + 1;
  }
  return times >= 2 && others <= 3;
}

// What a stamp of lyrics has and a transcript's rarely: "[00:12.50]", or hundredths as "[00:12:75]".
bool is_lyric_stamp(std::string_view line) noexcept {
  if (line.size() < 4 || line[0] != '[' || !(is_digit(line[1]) || line[1] == '-')) return false;
  const std::string_view stamp = line.substr(1, line.find(']') - 1);
  const std::size_t last = stamp.rfind(':');
  if (last == std::string_view::npos || stamp.find_first_not_of("0123456789:.-") != std::string_view::npos)
    return false;
  return stamp.find('.') != std::string_view::npos || stamp.substr(last + 1) > "59";
}

// What of a table with this delimiter was seen.
struct Rows {
  std::size_t with = 0;   // lines that have the delimiter
  std::size_t named = 0;  // … behind a short cell
  std::size_t first = 0;  // of the first three lines, those that have it twice behind a short cell
  bool headed = false;    // a line that could name columns, and a row below it
  bool was_header = false;

  void see(std::string_view line, char delimiter, std::size_t seen) noexcept {
    const auto count = std::count(line.begin(), line.end(), delimiter);
    first += seen <= 3 && count >= 2 && line.find(delimiter) <= kMostCell;
    with += count >= 1;
    named += line.find(delimiter) <= kMostCell;
    headed = headed || (was_header && count >= 1);
    was_header = seen <= kHeaderWithin && looks_like_header(line, delimiter);
  }
  bool may_be_table(std::size_t seen) const noexcept {
    return (headed && with * 3 >= seen) || (was_header && seen == 1) || first == 3 ||
           (seen >= 6 && named == seen);  // names and words alone
  }
};

}  // namespace

bool may_be_other_format(const Input& input) noexcept {
  if (input.binary || input.is_json) return true;
  const std::string_view text = input.text.substr(0, 64 << 10), start = trim(text.substr(0, 1024));
  if (start.empty()) return false;
  if (start[0] == '<' || start.starts_with("{\\") || start[0] == '$') return true;
  if (start.starts_with("Scenarist_SCC") || start.find("TextGrid") != std::string_view::npos ||
      start.find("ooTextFile") != std::string_view::npos ||
      start.substr(0, 8).find("STL") != std::string_view::npos)
    return true;
  const bool has_front_matter = start.starts_with("---\n");
  if (has_front_matter)
    for (const std::string_view key : {"\ntranscript:", "\ntranscription:", "\ndialogue:", "\nconversation:"})
      if (text.find(key) != std::string_view::npos) return true;

  std::size_t seen = 0, timed = 0;
  Rows rows[kDelimiters.size()];
  Lines lines(text);
  for (Span span; lines.next(span);) {
    const std::string_view line = trim(slice(text, span));
    if (line.empty()) continue;
    ++seen;
    if (line.starts_with("SPKR-INFO") || line.starts_with(";;") || is_lyric_stamp(line) ||
        (line.starts_with("SPEAKER") && line.find("<NA>") != std::string_view::npos) ||
        (span.begin < 4096 && line.find("-->") != std::string_view::npos))
      return true;
    for (const std::string_view opening : {"@utf8", "@begin", "@participants:", "[script info]", "dialogue:"})
      if (starts_with_ignoring_ascii_case(line, opening)) return true;
    timed += is_line_of_times(line);
    if (timed == 1 && seen == 1) return true;
    for (std::size_t i = 0; i < kDelimiters.size(); ++i) rows[i].see(line, kDelimiters[i], seen);
  }
  return (timed >= 2 && timed * 8 >= seen) ||
         (!has_front_matter && std::any_of(std::begin(rows), std::end(rows),
                                           [&](const Rows& one) { return one.may_be_table(seen); }));
}

}  // namespace visavis
