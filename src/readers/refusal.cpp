// What is refused with a reason, because as plain text its words would drown in markup.
#include <algorithm>
#include <iterator>

#include "readers/other_formats.h"
#include "readers/readers.h"
#include "readers/shared/timed_scan.h"
#include "readers/shared/xml_document.h"
#include "words/reports.h"

namespace visavis {
namespace {

// WebVTT that does not open with its signature, which the standard (section 6.1, step 5) does not read: the
// signature stands further on, or a line of times does.
bool is_near_webvtt(std::string_view text) noexcept {
  Lines lines(text.substr(0, 4096));
  std::uint32_t seen = 0, timed = 0;
  for (Span span; lines.next(span);) {
    const std::string_view line = trim(slice(text, span));
    if (line.empty()) continue;
    ++seen;
    CueTimes times;
    if (seen <= 2 && line.starts_with("WEBVTT") && (line.size() == 6 || line[6] == ' ' || line[6] == '\t'))
      return true;
    timed += scan_arrow_times(line, times);
  }
  return timed > 0 && timed * 8 >= seen;
}

// Who speaks when, and no words: RTTM (NIST, Rich Transcription 2009, appendix A), or a line of two times and
// a voice's id for each stretch, as programs that part voices print them.
bool is_diarisation(std::string_view text) noexcept {
  constexpr std::size_t kMostLines = 64;
  Lines lines(text.substr(0, 8 << 10));
  std::size_t seen = 0, stretches = 0, again = 0, tagged = 0;
  constexpr std::size_t kMostVoices = 8;
  std::string_view voices[kMostVoices];
  std::size_t known = 0;
  for (Span span; seen < kMostLines && lines.next(span);) {
    const std::string_view line = trim(slice(text, span));
    if (line.empty() || line.starts_with(";;")) continue;
    ++seen;
    if (line.starts_with("SPEAKER ") || line.starts_with("SPEAKER\t") || line.starts_with("SPKR-INFO ")) {
      tagged += line.find("<NA>") != std::string_view::npos;
      continue;
    }
    std::size_t times = 0, others = 0;
    std::string_view last;
    bool id = false;
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t end = std::min(line.find_first_of(" \t,;[]|", at), line.size());
      std::string_view token = line.substr(at, end - at);
      at = end + 1;
      const std::size_t equals = token.find('=');
      if (equals != std::string_view::npos) token.remove_prefix(equals + 1);
      if (token.empty() || token == "-->" || token == "-" || token == "to") continue;
      std::int64_t ms = 0;
      std::string_view number = token;
      if (number.ends_with('s')) number.remove_suffix(1);
      if (parse_clock(number, ms) == number.size() ||
          (number.find('.') != std::string_view::npos && parse_seconds(number, ms))) {
        ++times;
        continue;
      }
      // The last but one may be the name of the track: "A SPEAKER_01".
      id = token.find_first_of("0123456789") != std::string_view::npos ||
           (token.size() == 1 && token[0] >= 'A' && token[0] <= 'Z');
      last = token;
      ++others;
    }
    const auto end_known = std::begin(voices) + known;
    if (std::find(std::begin(voices), end_known, last) != end_known)
      again += id;
    else if (known < kMostVoices)
      voices[known++] = last;
    stretches += times == 2 && others >= 1 && others <= 2 && id;
  }
  return (tagged > 0 && tagged == seen) || (seen >= 3 && stretches == seen && again > 0);
}

// Words with their grammar, one a line (CoNLL-U, universaldependencies.org/format.html): ten fields between
// tabs, the first a number.
bool is_word_table(std::string_view text) noexcept {
  constexpr std::size_t kMostLines = 64, kFewestLines = 5;
  Lines lines(text.substr(0, 16 << 10));
  std::size_t seen = 0;
  for (Span span; seen < kMostLines && lines.next(span) && (seen == 0 || span.end < (16u << 10));) {
    const std::string_view line = slice(text, span);
    if (trim(line).empty() || line.starts_with('#')) continue;
    if (line[0] < '0' || line[0] > '9' || std::count(line.begin(), line.end(), '\t') != 9) return false;
    ++seen;
  }
  return seen >= kFewestLines;
}

// A table of measurements: rows of as many cells, of which half are numbers and none has two words.
bool is_table_of_numbers(const Input& input) {
  constexpr std::size_t kMostRows = 64, kFewestRows = 5, kFewestCells = 3;
  const std::string_view text = input.text.substr(0, 16 << 10);
  for (const char delimiter : {',', '\t', ';'}) {
    Lines lines(text);
    std::size_t rows = 0, width = 0, cells = 0, numbers = 0, spaced = 0;
    for (Span span; rows < kMostRows && lines.next(span);) {
      const std::string_view line = trim(slice(text, span));
      if (line.empty()) continue;
      std::size_t count = 0;
      for (std::size_t at = 0; at <= line.size(); ++count) {
        const std::size_t end = std::min(line.find(delimiter, at), line.size());
        const std::string_view cell = trim(line.substr(at, end - at));
        at = end + 1;
        if (rows == 0) continue;  // their names
        ++cells;
        numbers += !cell.empty() && cell.find_first_not_of("0123456789.-+eE") == std::string_view::npos;
        spaced += cell.find(' ') != std::string_view::npos;
      }
      if (rows > 0 && count != width) break;
      width = count;
      ++rows;
      if (span.end >= text.size()) break;
    }
    if (rows >= kFewestRows && width >= kFewestCells && spaced == 0 && numbers * 2 >= cells)
      return csv_reader.sniff(input) <= 0;
  }
  return false;
}

}  // namespace

std::optional<Message> refusal(const Input& input) {
  const std::string_view text = input.text;
  const std::string_view start = input.bytes.substr(0, 64);
  if (start.starts_with("{\\rtf")) return phrase::refused_rtf;
  if (start.starts_with("Scenarist_SCC")) return phrase::refused_scc;
  if (start.size() > 3 && start.substr(3).starts_with("STL")) return phrase::refused_stl;
  if (is_diarisation(text)) return phrase::no_words_diarisation;
  if (is_near_webvtt(text)) return phrase::near_webvtt;
  if (is_word_table(text)) return phrase::refused_conllu;
  if (is_table_of_numbers(input)) return phrase::no_words_in_table;
  const XmlRoot root = xml_root(text);
  if (equals_ignoring_ascii_case(root.name, "SAMI")) return phrase::refused_sami;
  if (trim(start).starts_with("<?xml") && !root.name.empty() &&
      !equals_ignoring_ascii_case(root.name, "html"))
    return Message(phrase::refused_xml, {root.name.substr(0, 40)});
  return std::nullopt;
}

}  // namespace visavis
