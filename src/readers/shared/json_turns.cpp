#include "readers/shared/json_turns.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/unicode.h"
#include "words/reports.h"

namespace visavis {
namespace {

std::int32_t digits_of(std::string_view label) {
  if (label.empty() || label.size() > 4) return -1;
  std::int32_t number = -1;
  const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), number);
  return error == std::errc() && end == label.data() + label.size() ? number : -1;
}

// What each label shows as.
std::vector<std::string> names_of(const Draft& draft, SpeakerNumbers numbers) {
  bool from_zero = numbers == SpeakerNumbers::from_zero, channels_from_zero = false;
  for (const DraftLabel& label : draft.labels) {
    from_zero = from_zero || (numbers == SpeakerNumbers::automatic && digits_of(label.label) == 0);
    channels_from_zero = channels_from_zero || label.label == "ch_0";
  }
  std::vector<std::string> names;
  for (const DraftLabel& label : draft.labels) {
    const std::string_view text = label.label;
    std::string name = label.name;
    if (name.empty()) {
      const bool is_channel = text.starts_with("ch_");
      const std::int32_t number = digits_of(is_channel ? text.substr(3) : text);
      if (number >= 0)
        name = "Speaker " + std::to_string(number + ((is_channel ? channels_from_zero : from_zero) ? 1 : 0));
      else if (numbers == SpeakerNumbers::letters && text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z')
        name = "Speaker " + std::string(text);
      else
        name = text;
    }
    names.push_back(std::move(name));
  }
  return names;
}

bool closes(std::string_view token) {
  static constexpr std::string_view kClosing[] = {".",  ",",  "!",  "?",  ";",  ":",  ")",  "]",
                                                  "}",  "…",  "。", "、", "！", "？", "，", "；",
                                                  "：", "」", "』", "）", "”",  "»",  "%"};
  for (std::size_t at = 0; at < token.size();)
    if (is_word_character(next_code_point(token, at))) return false;
  return std::any_of(std::begin(kClosing), std::end(kClosing),
                     [&](std::string_view mark) { return token.starts_with(mark); });
}

bool is_unspaced(std::string_view text, bool at_end) {
  std::size_t at = at_end ? text.size() : 0;
  const char32_t c = at_end ? previous_code_point(text, at) : next_code_point(text, at);
  return is_han_or_kana(c) || c == U'。' || c == U'、' || c == U'，' || c == U'！' || c == U'？';
}

}  // namespace

DraftTurns::DraftTurns(Draft& draft, SpeakerNumbers numbers, const ReadOptions& options)
    : draft_(draft), names_(names_of(draft, numbers)), joiner_(builder_, options.join), join_(options.join) {}

bool DraftTurns::add(const DraftSegment& segment) {
  text_.clear();
  words_.clear();
  word_speakers_.clear();
  segment.text.empty() ? build(segment) : align(segment);
  if (trim(text_).empty() && join_ && segment.line)
    draft_.report.add(segment.line, ReportLevel::info, phrase::segment_empty);
  Cue cue;
  cue.line = segment.line;
  cue.start_ms = segment.start_ms;
  cue.end_ms = segment.end_ms;
  cue.start_estimated = segment.start_estimated;
  cue.end_estimated = segment.end_estimated;
  cue.breaks = std::exchange(other_next_, segment.other_next);
  for (const CueWord& word : words_) {
    if (segment.start_ms == kNoTime && cue.start_ms == kNoTime) cue.start_ms = word.start_ms;
    if (segment.end_ms == kNoTime && word.end_ms != kNoTime) cue.end_ms = std::max(cue.end_ms, word.end_ms);
  }
  if (segment.speaker != kNone || !any_word_speaker()) {
    cue.text = text_;
    cue.words = &words_;
    return add(cue, segment.speaker);
  }
  return split(cue);
}

Result<Transcript> DraftTurns::finish() {
  builder_.set_title(draft_.title);
  builder_.set_language(draft_.language);
  builder_.reports() = std::move(draft_.report);
  if (draft_.captions && !sheet_.cues.empty()) return finish_sheet(std::move(sheet_), join_);
  if (builder_.turn_count() == 0) builder_.report(0, ReportLevel::warning, phrase::no_words);
  Transcript transcript = builder_.finish();
  estimate_missing_ends(transcript);
  return transcript;
}
bool DraftTurns::any_word_speaker() const {
  return std::any_of(word_speakers_.begin(), word_speakers_.end(),
                     [](std::int32_t speaker) { return speaker != kNone; });
}

void DraftTurns::push_word(const DraftWord& word, std::size_t begin, std::size_t end) {
  words_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                    word.start_ms,
                    word.end_ms,
                    word.confidence});
  word_speakers_.push_back(word.speaker);
}

// The segment's text out of its words.
void DraftTurns::build(const DraftSegment& segment) {
  bool joined = true;
  for (std::uint32_t i = 0; i < segment.word_count; ++i) {
    const DraftWord& word = draft_.words[segment.first_word + i];
    const std::string_view raw = slice(draft_.text, word.text), bare = trim(raw);
    if (!draft_.spaced) {
      const std::size_t before = text_.size() + static_cast<std::size_t>(bare.data() - raw.data());
      text_ += raw;
      if (!bare.empty() && !word.punctuation && word.start_ms != kNoTime)
        push_word(word, before, before + bare.size());
      continue;
    }
    if (bare.empty()) continue;
    const bool mark = word.punctuation || closes(bare);
    if (!joined && !mark && !(is_unspaced(text_, true) && is_unspaced(bare, false))) text_ += ' ';
    const std::size_t before = text_.size();
    text_ += bare;
    if (!mark) push_word(word, before, text_.size());
    joined = word.joins_next;
  }
}

// Finds the segment's words in its text. They may differ in case and lack punctuation; what is not found
// near where it should be is passed over.
void DraftTurns::align(const DraftSegment& segment) {
  constexpr std::size_t kReach = 48;
  text_ = slice(draft_.text, segment.text);
  std::size_t at = 0;
  bool missed = false;
  for (std::uint32_t i = 0; i < segment.word_count; ++i) {
    const DraftWord& word = draft_.words[segment.first_word + i];
    const std::string_view bare = trim(slice(draft_.text, word.text));
    if (bare.empty() || word.punctuation) continue;
    const std::string_view window = std::string_view(text_).substr(at, bare.size() + kReach);
    std::size_t found = window.find(bare);
    for (std::size_t j = 0; found == std::string_view::npos && j + bare.size() <= window.size(); ++j)
      if (equals_ignoring_ascii_case(window.substr(j, bare.size()), bare)) found = j;
    if (found == std::string_view::npos) {
      missed = true;
      continue;
    }
    push_word(word, at + found, at + found + bare.size());
    at += found + bare.size();
  }
  if (missed && segment.line) draft_.report.add(segment.line, ReportLevel::info, phrase::words_unplaced);
}

// A segment that names no speaker, cut where those of its words change.
bool DraftTurns::split(Cue whole) {
  const std::vector<CueWord> all = std::move(words_);
  std::size_t first = 0;
  std::uint32_t begin = 0;
  std::int32_t speaker = kNone;
  for (std::size_t i = 0; i < all.size() && speaker == kNone; ++i) speaker = word_speakers_[i];
  for (std::size_t i = 0; i <= all.size(); ++i) {
    const bool last = i == all.size();
    if (!last && (word_speakers_[i] == kNone || word_speakers_[i] == speaker)) continue;
    const std::uint32_t end = last ? static_cast<std::uint32_t>(text_.size()) : all[i].text.begin;
    Cue cue = whole;
    cue.text = std::string_view(text_).substr(begin, end - begin);
    words_.clear();
    for (std::size_t w = first; w < i; ++w) {
      words_.push_back(all[w]);
      words_.back().text.begin -= begin;
      words_.back().text.end -= begin;
    }
    cue.words = &words_;
    if (first > 0 && !words_.empty()) cue.start_ms = words_.front().start_ms;
    if (!last && !words_.empty()) cue.end_ms = words_.back().end_ms;
    if (!add(cue, speaker)) return false;
    if (last) break;
    first = i;
    begin = end;
    speaker = word_speakers_[i];
  }
  return true;
}

bool DraftTurns::add(Cue& cue, std::int32_t label) {
  if (label != kNone) {
    const auto index = static_cast<std::size_t>(label);
    cue.speaker = names_[index];
    if (names_[index] != draft_.labels[index].label && (draft_.labels[index].name.empty()))
      builder_.add_alias(builder_.speaker(cue.speaker), draft_.labels[index].label);
  }
  if (!draft_.captions) return joiner_.add(cue);
  SheetCue caption;
  caption.start_ms = cue.start_ms;
  caption.end_ms = cue.end_ms;
  caption.line = cue.line;
  add_own_cue(sheet_, caption, cue.text, cue.speaker, words_);
  return true;
}

}  // namespace visavis
