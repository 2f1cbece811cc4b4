#include "model/builder.h"
#include "words/reports.h"

#include <algorithm>
#include <cstring>

namespace visavis {

namespace {

// For the few dozen bytes of a cue, which a call of memcpy would cost more than.
void copy_words(const char* from, std::size_t size, char* to) {
  constexpr std::size_t kStep = 16;
  if (size > 512) {
    std::memcpy(to, from, size);
    return;
  }
  if (size < kStep) {
    for (std::size_t at = 0; at < size; ++at) to[at] = from[at];
    return;
  }
  for (std::size_t at = 0; at + kStep <= size; at += kStep) std::memcpy(to + at, from + at, kStep);
  std::memcpy(to + size - kStep, from + size - kStep, kStep);
}

}  // namespace

void TranscriptBuilder::expect_text(std::size_t bytes) {
  std::string& text = transcript_.text;
  if (bytes <= text.size() - text_size_) return;
  if (text.capacity() < text_size_ + bytes) text.reserve(text_size_ + bytes);
  text.resize(text_size_ + bytes);
}

bool TranscriptBuilder::append_text(std::string_view words, Span& span, char separator) {
  constexpr std::size_t kMost = 0xFFFFFFFFu;
  const std::size_t parting = separator != '\0', size = parting + words.size();
  if (size > kMost - text_size_) return false;
  if (size > transcript_.text.size() - text_size_)
    expect_text(std::max(size, std::min(text_size_, kMost - text_size_)));
  if (parting) transcript_.text[text_size_++] = separator;
  copy_words(words.data(), words.size(), transcript_.text.data() + text_size_);
  span.begin = static_cast<std::uint32_t>(text_size_);
  text_size_ += words.size();
  span.end = static_cast<std::uint32_t>(text_size_);
  return true;
}

void TranscriptBuilder::join_lines(Span span) noexcept {
  char* const text = transcript_.text.data();
  std::transform(text + span.begin, text + span.end, text + span.begin,
                 [](char c) { return c == '\n' ? ' ' : c; });
}

std::int32_t TranscriptBuilder::speaker(std::string_view label) {
  // Whatever is found was collapsed when it came in.
  if (const auto known = speaker_by_label_.find(label); known != speaker_by_label_.end())
    return known->second;
  std::string name = collapse_spaces(label);
  if (name.empty()) return kNone;
  const auto [found, is_new] =
      speaker_by_label_.try_emplace(name, static_cast<std::int32_t>(transcript_.speakers.size()));
  if (is_new) {
    Speaker fresh;
    fresh.name = std::move(name);
    transcript_.speakers.push_back(std::move(fresh));
  }
  return found->second;
}

void TranscriptBuilder::add_alias(std::int32_t speaker, std::string_view alias) {
  std::string name = collapse_spaces(alias);
  Speaker& known = speaker_at(speaker);
  if (name.empty() || name == known.name ||
      std::find(known.aliases.begin(), known.aliases.end(), name) != known.aliases.end())
    return;
  if (known.aliases.size() >= kMostAliases) {
    reports_.count(0, ReportLevel::info, phrase::aliases_left_out);
    return;
  }
  known.aliases.push_back(std::move(name));
}

void TranscriptBuilder::begin_section(std::string_view title, SectionKind kind, std::int32_t level,
                                      std::uint32_t line) {
  Section section;
  section.level = std::max(level, 1);
  end_sections(section.level);
  section.title = collapse_spaces(title);
  section.kind = kind;
  section.line = line;
  section.parent = open_sections_.empty() ? kNone : open_sections_.back();
  section.first_turn = static_cast<std::int32_t>(transcript_.turns.size());
  open_sections_.push_back(static_cast<std::int32_t>(transcript_.sections.size()));
  transcript_.sections.push_back(std::move(section));
}

void TranscriptBuilder::end_sections(std::int32_t level) {
  while (!open_sections_.empty()) {
    Section& open = transcript_.sections[static_cast<std::size_t>(open_sections_.back())];
    if (open.level < level) break;
    open.last_turn = static_cast<std::int32_t>(transcript_.turns.size()) - 1;
    open_sections_.pop_back();
  }
}

std::int32_t TranscriptBuilder::add_turn(Turn turn) {
  turn.section = open_sections_.empty() ? kNone : open_sections_.back();
  turn.first_word = static_cast<std::uint32_t>(transcript_.words.size());
  turn.word_count = 0;
  transcript_.turns.push_back(turn);
  return static_cast<std::int32_t>(transcript_.turns.size()) - 1;
}

void TranscriptBuilder::add_word(const Word& word) {
  transcript_.words.push_back(word);
  ++transcript_.turns.back().word_count;
}

void TranscriptBuilder::set_title(std::string_view title) {
  transcript_.title = collapse_spaces(title);
  transcript_.has_title = !transcript_.title.empty();
}

void TranscriptBuilder::report(std::uint32_t line, ReportLevel level, Message message) {
  reports_.add(line, level, std::move(message));
}

Transcript TranscriptBuilder::finish() {
  end_sections();
  transcript_.text.resize(text_size_);
  std::vector<std::int32_t> new_id(transcript_.speakers.size(), kNone);
  std::vector<Speaker> kept;
  for (Turn& turn : transcript_.turns) {
    if (turn.speaker == kNone) continue;
    std::int32_t& id = new_id[static_cast<std::size_t>(turn.speaker)];
    if (id == kNone) {
      id = static_cast<std::int32_t>(kept.size());
      kept.push_back(std::move(transcript_.speakers[static_cast<std::size_t>(turn.speaker)]));
    }
    turn.speaker = id;
  }
  transcript_.speakers = std::move(kept);
  transcript_.report.entries = reports_.take();
  open_sections_.clear();
  speaker_by_label_.clear();
  return std::move(transcript_);
}

}  // namespace visavis
