#include "readers/shared/cues.h"
#include "words/reports.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>

namespace visavis {
namespace {

TimeSource source_of(std::int64_t ms, bool estimated) {
  if (ms == kNoTime) return TimeSource::unknown;
  return estimated ? TimeSource::estimated : TimeSource::measured;
}

// The number of a machine id, or -1: SPEAKER_00, speaker_1, spk_0, SPK-2.
std::int32_t machine_number(std::string_view label) {
  std::size_t prefix = 0;
  for (const std::string_view stem : {std::string_view("speaker"), std::string_view("spk")})
    if (starts_with_ignoring_ascii_case(label, stem)) {
      prefix = stem.size();
      break;
    }
  if (prefix == 0 || prefix + 1 >= label.size() || (label[prefix] != '_' && label[prefix] != '-')) return -1;
  const std::string_view digits = label.substr(prefix + 1);
  std::int32_t number = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size() && number < 10000 ? number : -1;
}

bool is_paragraph(std::string_view text) noexcept {
  return text.size() >= kMostParagraphBytes || (text.size() >= kParagraphBytes && ends_sentence(text));
}

}  // namespace

bool CueJoiner::add(const Cue& cue) {
  const std::string_view text = trim(cue.text);
  const auto skipped = static_cast<std::uint32_t>(text.data() - cue.text.data());
  if (text.empty() && join_) return true;
  if (cue.speaker != last_label_) {
    last_label_ = cue.speaker;
    last_speaker_ = builder_.speaker(cue.speaker);
  }
  const std::int32_t speaker = last_speaker_;
  bool joins = false;
  if (join_ && may_join_ && !cue.breaks && cue.start_ms != kNoTime && builder_.turn_count() > 0) {
    const Turn& last = builder_.last_turn();
    joins = last.speaker == speaker && last.end_ms != kNoTime && cue.start_ms - last.end_ms <= kMostGap_ms &&
            (last.start_ms == kNoTime || cue.start_ms >= last.start_ms) &&
            (speaker != kNone || !is_paragraph(slice(builder_.text(), last.text)));
  }
  Span span;
  const char separator = builder_.turn_count() == 0 ? '\0' : joins ? ' ' : '\n';
  if (!builder_.append_text(text, span, separator)) return false;
  if (cue.flows) builder_.join_lines(span);
  if (joins) {
    Turn& last = builder_.last_turn();
    last.text.end = span.end;
    last.marks |= cue.marks;
    if (cue.end_ms == kNoTime || cue.end_ms >= last.end_ms) {
      last.end_ms = cue.end_ms;
      last.end_source = source_of(cue.end_ms, cue.end_estimated);
    }
  } else {
    Turn turn;
    turn.speaker = speaker;
    turn.line = cue.line;
    turn.text = span;
    turn.start_ms = cue.start_ms;
    turn.end_ms = cue.end_ms;
    turn.start_source = source_of(cue.start_ms, cue.start_estimated);
    turn.end_source = source_of(cue.end_ms, cue.end_estimated);
    turn.marks = cue.marks;
    builder_.add_turn(turn);
  }
  may_join_ = true;
  if (cue.words) {
    for (const CueWord& word : *cue.words) {
      if (word.text.begin < skipped || word.text.end > skipped + text.size() || word.text.empty()) continue;
      const std::uint32_t offset = span.begin - skipped;
      builder_.add_word(
          {{word.text.begin + offset, word.text.end + offset}, word.start_ms, word.end_ms, word.confidence});
    }
  }
  return true;
}

void CueJoiner::begin_section(std::string_view title, SectionKind kind, std::int32_t level,
                              std::uint32_t line) {
  builder_.begin_section(title, kind, level, line);
  may_join_ = false;
}

void CueJoiner::end_sections(std::int32_t level) {
  builder_.end_sections(level);
  may_join_ = false;
}

void forget_backward_ends(Transcript& transcript) {
  std::size_t count = 0;
  std::uint32_t line = 0;
  for (Turn& turn : transcript.turns) {
    if (turn.end_ms == kNoTime || turn.start_ms == kNoTime || turn.end_ms >= turn.start_ms) continue;
    turn.end_ms = kNoTime;
    turn.end_source = TimeSource::unknown;
    if (count++ == 0) line = turn.line;
  }
  if (count == 0) return;
  transcript.report.entries.push_back({line, ReportLevel::warning, Message(phrase::time_turned, {count})});
}

void estimate_missing_ends(Transcript& transcript) {
  forget_backward_ends(transcript);
  std::int64_t next_start_ms = kNoTime;
  for (std::size_t i = transcript.turns.size(); i-- > 0;) {
    Turn& turn = transcript.turns[i];
    if (turn.start_ms == kNoTime) continue;
    if (turn.end_ms == kNoTime) {
      const std::string_view text = transcript.text_of(turn);
      const auto spaces = static_cast<std::int64_t>(std::count(text.begin(), text.end(), ' '));
      const std::int64_t spoken_ms = (spaces + 1) * 400;  // 150 words a minute
      const bool has_next = next_start_ms != kNoTime && next_start_ms >= turn.start_ms;
      turn.end_ms =
          std::min(has_next ? next_start_ms : turn.start_ms + spoken_ms, turn.start_ms + kMostEstimate_ms);
      turn.end_source = TimeSource::estimated;
    }
    next_start_ms = turn.start_ms;
  }
}

void name_machine_speakers(Transcript& transcript) {
  std::unordered_set<std::string> names;
  for (const Speaker& speaker : transcript.speakers) names.insert(speaker.name);
  for (Speaker& speaker : transcript.speakers) {
    const std::int32_t number = machine_number(speaker.name);
    if (number < 0) continue;
    std::string name = "Speaker " + std::to_string(number + 1);
    if (!names.insert(name).second) continue;
    speaker.aliases.insert(speaker.aliases.begin(), std::move(speaker.name));
    speaker.name = std::move(name);
  }
}

}  // namespace visavis
