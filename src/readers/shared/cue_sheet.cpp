#include "readers/shared/cue_sheet.h"

#include <algorithm>

#include "base/order.h"
#include "readers/shared/time_order.h"
#include "words/reports.h"

namespace visavis {
namespace {

// The lines of a text, white space at their ends and empty ones aside.
class TrimmedLines {
 public:
  explicit TrimmedLines(std::string_view text) : text_(text) {}
  bool next(std::string_view& line) noexcept {
    while (at_ < text_.size()) {
      const std::size_t end = at_ + find_byte(text_.substr(at_), '\n');
      line = trim(text_.substr(at_, end - at_));
      at_ = std::min(end + 1, text_.size());
      if (!line.empty()) return true;
    }
    return false;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

std::string_view first_line(std::string_view text) {
  std::string_view line;
  TrimmedLines(text).next(line);
  return line;
}

std::string_view last_line(std::string_view text) {
  text = trim(text);
  const std::size_t end = text.rfind('\n');
  return end == std::string_view::npos ? text : trim(text.substr(end + 1));
}

// How many bytes at the start of `text` repeat the last lines of `before`, line ends included.
std::size_t repeated_bytes(std::string_view before, std::string_view text) {
  constexpr std::size_t kMostLines = 4;
  std::string_view old_lines[kMostLines], new_lines[kMostLines];
  std::size_t old_count = 0, new_count = 0;
  std::string_view line;
  for (TrimmedLines lines(before); lines.next(line);) {
    if (old_count == kMostLines) {
      std::rotate(old_lines, old_lines + 1, old_lines + kMostLines);
      --old_count;
    }
    old_lines[old_count++] = line;
  }
  for (TrimmedLines lines(text); new_count < kMostLines && lines.next(line);) new_lines[new_count++] = line;
  for (std::size_t count = std::min(old_count, new_count); count > 0; --count)
    if (std::equal(new_lines, new_lines + count, old_lines + old_count - count)) {
      const std::string_view last = new_lines[count - 1];
      return static_cast<std::size_t>(last.data() - text.data()) + last.size();
    }
  return 0;
}

// The time that the words of a text take at 150 a minute.
std::int64_t spoken_ms(std::string_view text) {
  return (static_cast<std::int64_t>(std::count(text.begin(), text.end(), ' ')) + 1) * 400;
}

}  // namespace

std::uint16_t flags_of(const LinesSeen& seen) noexcept {
  constexpr std::uint8_t kSigns = kHoldsColon | kHoldsWideColon;
  std::uint16_t flags = 0;
  if (seen.count == 1) flags |= SheetCue::kOneLine;
  if (seen.count > 0 && seen.plain_starts && !(seen.holds & kSigns)) flags |= SheetCue::kNoSigns;
  return flags;
}

void order_cues(CueSheet& sheet) {
  const OutOfOrder late = find_out_of_order(sheet.cues);
  if (late.count == 0) return;
  // Parts of a cue, and cues without a time, stay behind the one they follow.
  struct Group {
    std::int64_t start_ms;
    std::size_t first, count;
  };
  std::vector<Group> groups;
  for (std::size_t i = 0; i < sheet.cues.size(); ++i) {
    const SheetCue& cue = sheet.cues[i];
    if (!groups.empty() && ((cue.flags & SheetCue::kPart) || cue.start_ms == kNoTime))
      ++groups.back().count;
    else
      groups.push_back({cue.start_ms, i, 1});
  }
  order_values(groups, [](const Group& a, const Group& b) { return a.start_ms < b.start_ms; });
  std::vector<SheetCue> ordered;
  ordered.reserve(sheet.cues.size());
  for (const Group& group : groups)
    for (std::size_t i = 0; i < group.count; ++i) ordered.push_back(sheet.cues[group.first + i]);
  sheet.cues = std::move(ordered);
  sheet.builder.report(late.line, ReportLevel::info, Message(phrase::cues_reordered, {late.count}));
}

void repair_cue_times(CueSheet& sheet) {
  std::int64_t next_start_ms = kNoTime;
  for (std::size_t i = sheet.cues.size(); i-- > 0;) {
    SheetCue& cue = sheet.cues[i];
    if (cue.start_ms == kNoTime) continue;
    const bool part = cue.flags & SheetCue::kPart;
    if (cue.end_ms != kNoTime && cue.end_ms < cue.start_ms) {
      if (!part) sheet.builder.report(cue.line, ReportLevel::warning, phrase::time_cue);
      cue.end_ms = kNoTime;
    }
    if (cue.end_ms == kNoTime) {
      const std::int64_t spoken = spoken_ms(sheet.text(cue));
      const bool has_next = next_start_ms != kNoTime && next_start_ms > cue.start_ms;
      // A pause of any length may follow the last word: three times the usual pace is still speech.
      cue.end_ms = has_next ? std::min(next_start_ms, cue.start_ms + std::max<std::int64_t>(5000, 3 * spoken))
                            : cue.start_ms + spoken;
      cue.flags |= SheetCue::kEndEstimated;
    }
    if (!part) next_start_ms = cue.start_ms;
  }
}

void merge_rolled_up(CueSheet& sheet) {
  std::size_t pairs = 0, repeats = 0;
  std::string_view last;  // line of the cue before
  for (std::size_t i = 0; i < sheet.cues.size(); ++i) {
    const SheetCue& cue = sheet.cues[i];
    const std::string_view text = trim(sheet.text(cue));
    if (text.empty()) continue;
    const bool one_line = cue.flags & SheetCue::kOneLine;
    if (!last.empty()) {
      ++pairs;
      const std::string_view line = one_line ? text : first_line(text);
      repeats += line.size() >= 4 && line == last;
      // Too few, whatever follows.
      if ((repeats + sheet.cues.size() - i) * 2 < pairs) return;
    }
    last = one_line ? text : last_line(text);
  }
  if (repeats < 3 || repeats * 2 < pairs) return;
  std::size_t kept = 0;
  std::uint32_t merged = 0, line = 0;
  std::string_view before;
  for (std::size_t i = 0; i < sheet.cues.size(); ++i) {
    SheetCue cue = sheet.cues[i];
    const std::string_view text = sheet.text(cue);
    const std::size_t repeated = repeated_bytes(before, text);
    if (!trim(text).empty()) before = text;
    if (repeated > 0) {
      if (merged++ == 0) line = cue.line;
      if (trim(text.substr(repeated)).empty()) {
        if (kept > 0) sheet.cues[kept - 1].end_ms = std::max(sheet.cues[kept - 1].end_ms, cue.end_ms);
        continue;
      }
      cue.text.begin += static_cast<std::uint32_t>(repeated);
      cue.flags &= static_cast<std::uint16_t>(~(SheetCue::kOneLine | SheetCue::kNoSigns));
      while (cue.word_count > 0 && sheet.words[cue.first_word].text.begin < repeated)
        ++cue.first_word, --cue.word_count;
      for (std::uint32_t w = 0; w < cue.word_count; ++w) {
        sheet.words[cue.first_word + w].text.begin -= static_cast<std::uint32_t>(repeated);
        sheet.words[cue.first_word + w].text.end -= static_cast<std::uint32_t>(repeated);
      }
    }
    sheet.cues[kept++] = cue;
  }
  sheet.cues.resize(kept);
  sheet.builder.report(line, ReportLevel::info, Message(phrase::rolled_up, {merged}));
}

void add_own_cue(CueSheet& sheet, SheetCue cue, std::string_view text, std::string_view speaker,
                 const std::vector<CueWord>& words) {
  const auto keep = [&](std::string_view own) {
    const auto begin = static_cast<std::uint32_t>(sheet.own.size());
    sheet.own += own;
    return Span{begin, static_cast<std::uint32_t>(sheet.own.size())};
  };
  cue.text = keep(text);
  cue.speaker = keep(speaker);
  cue.flags |= SheetCue::kOwnText | SheetCue::kOwnSpeaker;
  cue.first_word = static_cast<std::uint32_t>(sheet.words.size());
  cue.word_count = static_cast<std::uint32_t>(words.size());
  sheet.words.insert(sheet.words.end(), words.begin(), words.end());
  sheet.cues.push_back(cue);
}

}  // namespace visavis
