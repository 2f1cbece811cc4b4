#include "readers/json/json_refine.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "readers/shared/json_time.h"
#include "readers/shared/markup_words.h"
#include "words/reports.h"

namespace visavis {
namespace {

// Whole numbers without a unit are milliseconds where nobody could speak as slowly as seconds would have it.
void settle_milliseconds(Draft& draft) {
  std::int64_t first_ms = kNoTime, last_ms = kNoTime;
  std::size_t letters = 0;
  bool whole = true;
  const auto see = [&](const auto& piece) {
    letters += piece.text.end - piece.text.begin;
    if (piece.start_ms == kNoTime) return;
    whole = whole && piece.start_ms % 1000 == 0 && piece.start_ms < kFirstDate_ms;
    if (first_ms == kNoTime) first_ms = piece.start_ms;
    last_ms = std::max(last_ms, piece.start_ms);
  };
  for (const DraftSegment& segment : draft.segments) see(segment);
  for (const DraftWord& word : draft.words) see(word);
  if (!whole || first_ms == kNoTime || last_ms <= first_ms || letters == 0 ||
      static_cast<double>(letters) / (static_cast<double>(last_ms - first_ms) / 1000) > 0.25)
    return;
  const auto mend = [](auto& piece) {
    for (std::int64_t* ms : {&piece.start_ms, &piece.end_ms, &piece.duration_ms})
      if (*ms != kNoTime) *ms /= 1000;
  };
  for (DraftSegment& segment : draft.segments) mend(segment);
  for (DraftWord& word : draft.words) mend(word);
}

// What a text says whose every byte of UTF-8 was written as a character of its own; empty where it is none.
std::optional<std::string> latin1_bytes(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c > 0xFF) return std::nullopt;
    bytes += static_cast<char>(c);
  }
  return bytes;
}

bool is_well_formed(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();)
    if (next_code_point(bytes, at) == kReplacement) return false;
  return true;
}

// Meta's exports write each byte of UTF-8 as one character (U+00C3 U+00AB for "ë"). Where all that the file
// says reads so, it is read back; text that was meant as Latin-1 hardly ever does.
void mend_bytes_as_characters(Draft& draft) {
  std::vector<std::string*> strings = {&draft.title, &draft.whole_text};
  for (DraftLabel& label : draft.labels) {
    strings.push_back(&label.label);
    strings.push_back(&label.name);
  }
  std::string all = draft.text;
  for (const std::string* string : strings) (all += '\n') += *string;
  if (std::all_of(all.begin(), all.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return;
  const std::optional<std::string> bytes = latin1_bytes(all);
  if (!bytes || !is_well_formed(*bytes)) return;
  for (std::string* string : strings) *string = *latin1_bytes(*string);
  std::string text;
  const auto move = [&](Span& span) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += *latin1_bytes(slice(draft.text, span));
    span = {begin, static_cast<std::uint32_t>(text.size())};
  };
  for (DraftSegment& segment : draft.segments) move(segment.text);
  for (DraftWord& word : draft.words) move(word.text);
  draft.text = std::move(text);
  draft.report.add(0, ReportLevel::info, phrase::characters_mended);
}

// A name that never returns, over a text of many lines, is a title: sketches, episodes, calls in one file.
void names_to_titles(Draft& draft) {
  constexpr std::size_t kFewest = 3, kFewestLines = 4;
  if (draft.segments.size() < kFewest || draft.labels.size() != draft.segments.size() ||
      !draft.words.empty() || !draft.sections.empty())
    return;
  std::size_t long_ones = 0;
  for (const DraftSegment& segment : draft.segments) {
    if (segment.speaker == kNone || segment.start_ms != kNoTime) return;
    const std::string_view text = slice(draft.text, segment.text);
    long_ones += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) >= kFewestLines;
  }
  if (long_ones * 2 < draft.segments.size()) return;
  for (std::size_t i = 0; i < draft.segments.size(); ++i) {
    const DraftLabel& label = draft.labels[static_cast<std::size_t>(draft.segments[i].speaker)];
    DraftSection section;
    section.title = label.name.empty() ? label.label : label.name;
    section.before = static_cast<std::uint32_t>(i);
    section.line = draft.segments[i].line;
    draft.sections.push_back(std::move(section));
    draft.segments[i].speaker = kNone;
  }
}

// Messages that are kept as HTML are read as their words.
void drop_markup(Draft& draft) {
  std::size_t marked = 0;
  for (const DraftSegment& segment : draft.segments) marked += has_markup(slice(draft.text, segment.text));
  if (!draft.words.empty() || marked * 2 < draft.segments.size() || marked == 0) return;
  std::string text;
  for (DraftSegment& segment : draft.segments) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    append_without_markup(text, slice(draft.text, segment.text));
    segment.text = {begin, static_cast<std::uint32_t>(text.size())};
  }
  draft.text = std::move(text);
}

// Slack escapes &, < and > in a message and writes links and people in angle brackets: <url|label>, <@U2>.
void append_slack(std::string& out, std::string_view text, const Draft& draft) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t close = text[at] == '<' ? text.find_first_of("<>\n", at + 1) : std::string_view::npos;
    if (close != std::string_view::npos && text[close] == '>') {
      std::string_view inside = text.substr(at + 1, close - at - 1);
      const std::size_t bar = inside.find('|');
      const bool person = inside.starts_with('@'), channel = inside.starts_with('#');
      if (person || channel) out += inside.front();
      if (bar != std::string_view::npos) {
        inside.remove_prefix(bar + 1);
      } else if (person || channel) {
        inside.remove_prefix(1);
        if (const auto known = draft.label_ids.find(std::string(inside)); known != draft.label_ids.end())
          if (const std::string& name = draft.labels[static_cast<std::size_t>(known->second)].name;
              !name.empty())
            inside = name;
      }
      append_slack(out, inside, draft);
      at = close + 1;
      continue;
    }
    bool read = false;
    for (const auto& [escape, c] :
         {std::pair<std::string_view, char>{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}})
      if (!read && text.substr(at, escape.size()) == escape) {
        out += c;
        at += escape.size();
        read = true;
      }
    if (!read) out += text[at++];
  }
}

}  // namespace

void refine_draft(Draft& draft) {
  if (draft.sections.size() < 2) draft.sections.clear();
  drop_markup(draft);
  names_to_titles(draft);
  settle_milliseconds(draft);
  mend_bytes_as_characters(draft);
}

void refine_slack(Draft& draft) {
  refine_draft(draft);
  if (!draft.words.empty()) return;
  std::string text;
  for (DraftSegment& segment : draft.segments) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    append_slack(text, slice(draft.text, segment.text), draft);
    segment.text = {begin, static_cast<std::uint32_t>(text.size())};
  }
  draft.text = std::move(text);
}

}  // namespace visavis
