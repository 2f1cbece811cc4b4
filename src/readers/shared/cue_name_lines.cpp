// Captions whose first line is who speaks: "Ada Moss", then the words. So the minutes of meetings come out of
// conferencing programs.
#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "readers/shared/cue_sheet.h"
#include "words/reports.h"

namespace visavis {
namespace {

constexpr std::size_t kMostNames = 40, kMostNameBytes = 60;

// A bracket at the start of a line as captions of Japanese, Chinese and Korean have it, of either width.
struct Bracketed {
  std::string_view name, rest;
};

Bracketed find_bracketed(std::string_view line) noexcept {
  line = trim(line);
  std::size_t open = 0, shut = 0;
  const char* close = nullptr;
  static constexpr const char* kBrackets[][2] = {{"（", "）"}, {"【", "】"}, {"［", "］"},
                                                 {"〔", "〕"}, {"〈", "〉"}, {"(", ")"}};
  for (const auto& [left, right] : kBrackets)
    if (line.starts_with(left)) {
      open = shut = std::string_view(left).size();
      close = right;
    }
  if (open == 0) return {};
  const std::size_t end = line.find(close, open);
  if (end == std::string_view::npos || end - open > kMostNameBytes) return {};
  return {trim(line.substr(open, end - open)), trim(line.substr(end + shut))};
}

// Letters of scripts without capitals throughout, and no word for a sound (they end in "sound", "voice",
// "laughter", "applause").
bool is_wide_name(std::string_view name) noexcept {
  for (const std::string_view sound :
       {"音", "声", "笑い", "笑", "拍手", "歌", "曲", "聲", "소리", "웃음", "박수"})
    if (name.ends_with(sound)) return false;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = next_code_point(name, at);
    if (c < 0x1100 && !(c >= '0' && c <= '9') && !is_space(c)) return false;
    if (!is_word_character(c) && !is_space(c) && c != U'・') return false;
    ++letters;
  }
  return letters > 0 && letters <= 12;
}

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
    sheet.builder.reports().count(cue.line, ReportLevel::info, phrase::speaker_in_text);
  }
}

void read_bracketed_names(CueSheet& sheet) {
  std::vector<std::pair<std::string_view, std::size_t>> names;
  std::size_t named = 0, spoken = 0;
  const auto for_lines = [&](const SheetCue& cue, auto&& take) {
    const std::string_view text = sheet.text(cue);
    for (std::size_t at = 0; at < text.size();) {
      const bool one_line = cue.flags & SheetCue::kOneLine;
      if (one_line && text.front() != '(' && text.front() != '\xEF' && text.front() != '\xE3' &&
          text.front() != ' ')
        return;
      const std::size_t end = one_line ? text.size() : at + find_byte(text.substr(at), '\n');
      take(find_bracketed(text.substr(at, end - at)), at);
      at = end + 1;
    }
  };
  for (const SheetCue& cue : sheet.cues) {
    if (!cue.speaker.empty()) return;
    spoken += !cue.text.empty();
    bool any = false;
    for_lines(cue, [&](const Bracketed& found, std::size_t) {
      if (found.rest.empty() || !is_wide_name(found.name)) return;
      any = true;
      for (auto& [name, count] : names)
        if (name == found.name) {
          ++count;
          return;
        }
      if (names.size() < kMostNames) names.emplace_back(found.name, 1);
    });
    named += any;
  }
  // Names return; what is only heard once is a note. One name that returns shows that names are written so.
  const auto again =
      std::count_if(names.begin(), names.end(), [](const auto& name) { return name.second > 1; });
  if (again == 0 || named < 3 || named * 5 < spoken) return;
  std::vector<SheetCue> read;
  read.reserve(sheet.cues.size());
  std::string_view speaker;
  for (const SheetCue& cue : sheet.cues) {
    const std::string_view text = sheet.text(cue);
    const Bracketed whole = find_bracketed(text);
    if (!whole.name.empty() && whole.rest.empty()) {  // a sound, alone in its caption
      read.push_back(cue);
      read.back().flags |= SheetCue::kUnnamed;
      continue;
    }
    const auto add = [&](std::size_t begin, std::size_t end, bool part) {
      if (trim(text.substr(begin, end - begin)).empty()) return;
      SheetCue piece = cue;
      piece.text = {cue.text.begin + static_cast<std::uint32_t>(begin),
                    cue.text.begin + static_cast<std::uint32_t>(end)};
      piece.flags &= static_cast<std::uint16_t>(~(SheetCue::kOneLine | SheetCue::kNoSigns));
      if (part) piece.flags |= SheetCue::kPart;
      if (begin > 0) piece.word_count = 0;  // their places are the whole cue's
      if (!speaker.empty()) {
        const bool own =
            speaker.data() >= sheet.own.data() && speaker.data() < sheet.own.data() + sheet.own.size();
        const char* base = own ? sheet.own.data() : sheet.source.data();
        const auto at = static_cast<std::uint32_t>(speaker.data() - base);
        piece.speaker = {at, at + static_cast<std::uint32_t>(speaker.size())};
        piece.flags &= static_cast<std::uint16_t>(~SheetCue::kOwnSpeaker);
        if (own) piece.flags |= SheetCue::kOwnSpeaker;
      }
      read.push_back(piece);
    };
    std::size_t from = 0, pieces = read.size();
    bool labelled = false;
    for_lines(cue, [&](const Bracketed& found, std::size_t at) {
      if (found.rest.empty() || !is_wide_name(found.name)) return;
      add(from, at, read.size() > pieces);
      speaker = found.name;
      labelled = true;
      from = static_cast<std::size_t>(found.rest.data() - text.data());
    });
    add(from, text.size(), read.size() > pieces);
    if (labelled)
      sheet.builder.reports().count(cue.line, ReportLevel::info, phrase::speaker_in_text);
    else if (!speaker.empty())
      sheet.builder.reports().count(cue.line, ReportLevel::info, phrase::speaker_carried);
  }
  sheet.cues = std::move(read);
}

}  // namespace visavis
