// Captions whose first line is who speaks: "Ada Moss", then the words. So the minutes of meetings come out of
// conferencing programs.
#include <algorithm>

#include "base/unicode.h"
#include "readers/captions/cue_sheet.h"

namespace visavis {
namespace {

constexpr std::size_t kMostNames = 40, kMostNameBytes = 60;

// One to four words with capitals (or of a script without them), of letters; a number may be the last.
bool is_name_line(std::string_view line) noexcept {
  if (line.empty() || line.size() > kMostNameBytes) return false;
  std::size_t words = 0;
  bool word_start = true;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = next_code_point(line, at);
    if (is_space(c)) {
      word_start = true;
      continue;
    }
    const bool letter = is_word_character(c);
    if (!letter && (word_start || (c != '.' && c != '\'' && c != '-' && c != U'’' && c != ','))) return false;
    const bool is_digit = c >= '0' && c <= '9';
    if (word_start && !is_digit && !is_upper(c) && fold_case(c) == c && c < 0x250) return false;
    if (word_start && is_digit && words == 0) return false;
    words += word_start;
    word_start = false;
  }
  const char last = line.back();
  return words >= 1 && words <= 4 && last != ',' && last != '-' && (last != '.' || words > 1);
}

}  // namespace

void read_name_lines(CueSheet& sheet) {
  std::vector<std::string_view> names;
  std::size_t cues = 0, returning = 0;
  for (const SheetCue& cue : sheet.cues) {
    const std::string_view text = sheet.text(cue);
    if (text.empty()) continue;
    const std::size_t end = cue.flags & SheetCue::kOneLine ? std::string_view::npos : text.find('\n');
    if (end == std::string_view::npos || !cue.speaker.empty() || cue.word_count > 0 ||
        (cue.flags & (SheetCue::kUnnamed | SheetCue::kPart)))
      return;
    const std::string_view name = trim(text.substr(0, end));
    if (!is_name_line(name) || trim(text.substr(end)).empty()) return;
    ++cues;
    if (std::find(names.begin(), names.end(), name) != names.end())
      ++returning;
    else if (names.size() < kMostNames)
      names.push_back(name);
    else
      return;
  }
  // Two lines a caption are common, the same first line again is not.
  if (cues < 4 || returning * 2 < cues) return;
  for (SheetCue& cue : sheet.cues) {
    const std::string_view text = sheet.text(cue);
    if (text.empty()) continue;
    const std::size_t end = text.find('\n');
    const std::string_view name = trim(text.substr(0, end));
    const auto at = static_cast<std::uint32_t>(name.data() - text.data());
    cue.speaker = {cue.text.begin + at, cue.text.begin + at + static_cast<std::uint32_t>(name.size())};
    cue.text.begin += static_cast<std::uint32_t>(end + 1);
    if (cue.flags & SheetCue::kOwnText) cue.flags |= SheetCue::kOwnSpeaker;
    sheet.tally.count(cue.line, ReportLevel::info, "speaker-in-text",
                      "Speakers are named in the words and are read from there.");
  }
}

}  // namespace visavis
