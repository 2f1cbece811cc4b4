#include "readers/shared/utterances.h"
#include "words/reports.h"

#include <algorithm>

namespace visavis {

bool add_utterance(CueJoiner& joiner, const Utterance& utterance) {
  Cue cue;
  cue.speaker = utterance.speaker;
  cue.text = utterance.text;
  cue.start_ms = utterance.start_ms;
  cue.end_ms = utterance.end_ms;
  cue.start_estimated = utterance.start_estimated;
  cue.end_estimated = utterance.end_estimated;
  cue.line = utterance.line;
  cue.marks = utterance.marks;
  cue.words = utterance.words.empty() ? nullptr : &utterance.words;
  return joiner.add(cue);
}

bool add_in_time_order(CueJoiner& joiner, std::vector<Utterance>& utterances) {
  std::stable_sort(utterances.begin(), utterances.end(),
                   [](const Utterance& a, const Utterance& b) { return a.start_ms < b.start_ms; });
  for (const Utterance& utterance : utterances)
    if (!add_utterance(joiner, utterance)) return false;
  return true;
}

std::size_t attach_words(Utterance& utterance, const std::vector<TimedWord>& words) {
  const std::string_view text = utterance.text;
  std::size_t at = 0, missing = 0;
  for (const TimedWord& word : words) {
    const std::string_view wanted = trim(word.text);
    if (wanted.empty()) continue;
    // A word that is not near is not there; looking no further keeps this linear.
    constexpr std::size_t kMostAhead = 400;
    const std::size_t found = text.substr(at, kMostAhead + wanted.size()).find(wanted);
    if (found == std::string_view::npos) {
      ++missing;
      continue;
    }
    const auto begin = static_cast<std::uint32_t>(at + found);
    const auto end = static_cast<std::uint32_t>(begin + wanted.size());
    utterance.words.push_back({{begin, end}, word.start_ms, word.end_ms});
    at = end;
  }
  return missing;
}

void interpolate_times(std::vector<std::int64_t>& times_ms, std::vector<bool>& estimated) {
  estimated.resize(times_ms.size(), false);
  std::size_t known = times_ms.size();  // the last known time's place, or the size
  for (std::size_t i = 0; i < times_ms.size(); ++i) {
    if (times_ms[i] == kNoTime) continue;
    if (known < i) {
      const auto steps = static_cast<std::int64_t>(i - known);
      const std::int64_t from_ms = times_ms[known], span_ms = times_ms[i] - from_ms;
      for (std::size_t j = known + 1; j < i; ++j) {
        const auto step = static_cast<std::int64_t>(j - known);
        times_ms[j] = from_ms + span_ms / steps * step + span_ms % steps * step / steps;
        estimated[j] = true;
      }
    }
    known = i;
  }
}

void LeftOut::add(MessageName what, std::uint32_t line, std::size_t count, std::string_view detail) {
  for (Kind& kind : kinds_)
    if (kind.what.name == what.name && kind.detail == detail) {
      kind.count += count;
      return;
    }
  // More kinds than a report lists are one, so that counting stays linear.
  constexpr std::size_t kMostKinds = ReportSink::kMostEach - 1;
  if (kinds_.size() == kMostKinds) {
    kinds_.push_back({phrase::left_other, {}, line, count});
  } else if (kinds_.size() > kMostKinds) {
    kinds_.back().count += count;
  } else {
    kinds_.push_back({what, std::string(detail), line, count});
  }
}

void LeftOut::report(TranscriptBuilder& builder, ReportLevel level) const {
  for (const Kind& kind : kinds_)
    builder.report(kind.line, level, Message(kind.what, {kind.count, kind.detail}));
}

std::string brief(std::string_view text, std::size_t most_bytes) {
  if (text.size() <= most_bytes) return std::string(text);
  while (most_bytes > 0 && (static_cast<unsigned char>(text[most_bytes]) & 0xC0) == 0x80) --most_bytes;
  return std::string(text.substr(0, most_bytes));
}

bool is_remark_tier(std::string_view name) {
  const std::string folded = fold_case(name);
  for (const std::string_view stem : {"comment", "komment", "coment", "note", "remark", "remarque", "silence",
                                      "noise", "bruit", "pause", "gesture", "geste", "gaze", "regard"})
    if (folded.starts_with(stem) && folded.size() <= stem.size() + 5) return true;
  return false;
}

std::uint32_t first_text_line(std::string_view text, std::uint32_t line) noexcept {
  for (const char c : text) {
    if (c == '\n')
      ++line;
    else if (c != ' ' && c != '\t')
      break;
  }
  return line;
}

}  // namespace visavis
