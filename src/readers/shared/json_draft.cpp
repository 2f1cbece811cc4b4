#include "readers/shared/json_draft.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "readers/shared/json_time.h"
#include "readers/shared/json_turns.h"
#include "readers/shared/time_order.h"
#include "words/reports.h"

namespace visavis {
namespace {

// Where words come without segments, a silence longer than this begins a new one; the joining rule has the
// last word.
constexpr std::int64_t kSegmentGap_ms = 2000;
// With several channels each is cut finer, so that question and answer interleave.
constexpr std::int64_t kChannelGap_ms = 500;

template <class Timed>
std::int64_t middle_ms(const Timed& piece) {
  return piece.end_ms == kNoTime || piece.start_ms == kNoTime
             ? piece.start_ms
             : piece.start_ms + (piece.end_ms - piece.start_ms) / 2;
}

// The speaker of the span that holds the time, or of the nearest one.
std::int32_t speaker_at(const std::vector<DraftSpan>& spans, std::int64_t ms) {
  auto after =
      std::upper_bound(spans.begin(), spans.end(), ms,
                       [](std::int64_t time_ms, const DraftSpan& span) { return time_ms < span.start_ms; });
  if (after == spans.begin()) return after->speaker;
  const DraftSpan& before = *(after - 1);
  if (before.end_ms == kNoTime || ms <= before.end_ms || after == spans.end()) return before.speaker;
  return ms - before.end_ms <= after->start_ms - ms ? before.speaker : after->speaker;
}

template <class Timed>
void speakers_from_spans(const std::vector<DraftSpan>& spans, std::vector<Timed>& pieces) {
  for (Timed& piece : pieces)
    if (piece.speaker == kNone && piece.start_ms != kNoTime)
      piece.speaker =
          speaker_at(spans, piece.end_ms == kNoTime ? piece.start_ms
                                                    : piece.start_ms + (piece.end_ms - piece.start_ms) / 2);
}

bool any_speaker(const std::vector<DraftWord>& words) {
  return std::any_of(words.begin(), words.end(), [](const DraftWord& word) { return word.speaker != kNone; });
}
bool any_speaker(const std::vector<DraftSegment>& segments) {
  return std::any_of(segments.begin(), segments.end(), [](const DraftSegment& segment) {
    return segment.speaker != kNone && (segment.word_count > 0 || !segment.text.empty());
  });
}

// A number or a letter, whose owner may be another one on another channel.
bool is_machine_label(std::string_view label) {
  return !label.empty() && (label.size() == 1 || (label.back() >= '0' && label.back() <= '9'));
}

// Where each channel counts its own speakers, the same label is another person on another channel: the
// channel alone tells who speaks if it has one speaker, else both together do.
void separate_channels(Draft& draft) {
  std::map<std::pair<std::int32_t, std::int32_t>, std::int32_t> pairs;  // channel and speaker: the new label
  std::map<std::int32_t, int> speakers_of, channels_of;
  const auto each = [&](auto use) {
    for (DraftSegment& segment : draft.segments)
      if (segment.channel != kNone && segment.speaker != kNone) use(segment);
    for (DraftWord& word : draft.words)
      if (word.channel != kNone && word.speaker != kNone) use(word);
  };
  each([&](auto& piece) {
    if (!pairs.try_emplace({piece.channel, piece.speaker}, kNone).second) return;
    ++speakers_of[piece.channel];
    ++channels_of[piece.speaker];
  });
  bool shared = false, several = false;
  for (const auto& [speaker, count] : channels_of) {
    if (count == 1) continue;
    const DraftLabel& label = draft.labels[static_cast<std::size_t>(speaker)];
    if (!label.name.empty() || !is_machine_label(label.label)) return;
    shared = true;
  }
  if (!shared) return;
  for (const auto& [channel, count] : speakers_of) several = several || count > 1;
  int number = 0;
  each([&](auto& piece) {
    std::int32_t& label = pairs[{piece.channel, piece.speaker}];
    if (label == kNone && !several) label = piece.channel;
    if (label == kNone) {
      const std::string channel = draft.labels[static_cast<std::size_t>(piece.channel)].label;
      label = draft.label(channel + "/" + draft.labels[static_cast<std::size_t>(piece.speaker)].label);
      draft.labels[static_cast<std::size_t>(label)].name = "Speaker " + std::to_string(++number);
    }
    piece.speaker = label;
  });
}

void assign_speakers(Draft& draft) {
  if (!draft.spans.empty() && !any_speaker(draft.words) && !any_speaker(draft.segments)) {
    std::stable_sort(draft.spans.begin(), draft.spans.end(),
                     [](const DraftSpan& a, const DraftSpan& b) { return a.start_ms < b.start_ms; });
    if (draft.words.empty())
      speakers_from_spans(draft.spans, draft.segments);
    else
      speakers_from_spans(draft.spans, draft.words);
  }
  if (any_speaker(draft.words) || any_speaker(draft.segments)) return separate_channels(draft);
  std::int32_t first = kNone;
  bool several = false;
  const auto look = [&](const auto& pieces) {
    for (const auto& piece : pieces) {
      if (piece.channel == kNone) continue;
      several = several || (first != kNone && piece.channel != first);
      first = piece.channel;
    }
  };
  look(draft.segments);
  look(draft.words);
  if (!several) return;
  for (DraftSegment& segment : draft.segments) segment.speaker = segment.channel;
  for (DraftWord& word : draft.words) word.speaker = word.channel;
}

// Segments out of words that came without.
void group_words(Draft& draft) {
  const bool channels = std::any_of(draft.words.begin(), draft.words.end(), [&](const DraftWord& word) {
    return word.channel != draft.words.front().channel;
  });
  const std::int64_t gap_ms = channels ? kChannelGap_ms : kSegmentGap_ms;
  std::int64_t last_ms = kNoTime;
  for (std::uint32_t i = 0; i < draft.words.size(); ++i) {
    DraftWord& word = draft.words[i];
    // The space between words has times that bridge any silence.
    if (!draft.spaced && !draft.segments.empty() && word.channel == draft.words[i - 1].channel &&
        trim(slice(draft.text, word.text)).empty()) {
      ++draft.segments.back().word_count;
      continue;
    }
    const bool follows = !draft.segments.empty() && word.channel == draft.words[i - 1].channel;
    if (follows && word.punctuation) {
      ++draft.segments.back().word_count;
      continue;
    }
    if (!follows || word.speaker != draft.segments.back().speaker ||
        (last_ms != kNoTime && word.start_ms != kNoTime && word.start_ms - last_ms > gap_ms)) {
      DraftSegment segment;
      segment.speaker = word.speaker;
      segment.first_word = i;
      segment.line = word.line;
      draft.segments.push_back(segment);
      last_ms = kNoTime;
    }
    ++draft.segments.back().word_count;
    if (word.end_ms != kNoTime || word.start_ms != kNoTime)
      last_ms = std::max(last_ms, word.end_ms != kNoTime ? word.end_ms : word.start_ms);
  }
}

// Words that stand beside segments without any: each goes to the last segment that has begun.
void distribute_words(Draft& draft) {
  std::uint32_t next = 0;
  const auto count = static_cast<std::uint32_t>(draft.words.size());
  for (std::size_t i = 0; i < draft.segments.size(); ++i) {
    DraftSegment& segment = draft.segments[i];
    const std::int64_t until_ms = i + 1 < draft.segments.size() ? draft.segments[i + 1].start_ms : kNoTime;
    segment.first_word = next;
    while (next < count && (until_ms == kNoTime || middle_ms(draft.words[next]) < until_ms)) ++next;
    segment.word_count = next - segment.first_word;
  }
}

// Words come without their punctuation beside a whole text that has it: each gets the text from its own start
// to the next word's. Words that are not near where they should be are left out of this and stay in the text.
void dress_words(Draft& draft) {
  constexpr std::size_t kReach = 48;
  const std::string_view whole = draft.whole_text;
  const bool bare = std::all_of(draft.words.begin(), draft.words.end(), [&](const DraftWord& word) {
    const std::string_view text = trim(slice(draft.text, word.text));
    return !word.punctuation && word.channel == kNone && !text.empty() &&
           std::string_view(".,;:?!").find(text.back()) == std::string_view::npos;
  });
  if (!bare || !draft.spaced || trim(whole).empty()) return;
  std::vector<DraftWord> found;
  std::vector<std::size_t> starts;
  std::size_t at = 0;
  for (const DraftWord& word : draft.words) {
    const std::string_view text = trim(slice(draft.text, word.text));
    const std::size_t place = whole.substr(at, text.size() + kReach).find(text);
    if (place == std::string_view::npos) continue;
    starts.push_back(at + place);
    found.push_back(word);
    at += place + text.size();
  }
  if (found.size() * 20 < draft.words.size() * 19) return;
  const auto base = static_cast<std::uint32_t>(draft.text.size());
  draft.text += whole;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t end = i + 1 < found.size() ? starts[i + 1] : whole.size();
    found[i].text = {base + static_cast<std::uint32_t>(i == 0 ? 0 : starts[i]),
                     base + static_cast<std::uint32_t>(end)};
  }
  draft.words = std::move(found);
  draft.spaced = false;
}

template <class Use>
void each_time(Draft& draft, Use use) {
  const auto all = [&](auto& pieces) {
    for (auto& piece : pieces)
      for (std::int64_t* ms : {&piece.start_ms, &piece.end_ms})
        if (*ms != kNoTime) use(*ms);
  };
  all(draft.segments);
  all(draft.words);
  all(draft.spans);
  for (DraftSection& section : draft.sections)
    if (section.start_ms != kNoTime) use(section.start_ms);
}

// Times of the clock and the calendar count from the first of them.
void count_from_first(Draft& draft) {
  std::int64_t first_ms = std::numeric_limits<std::int64_t>::max();
  each_time(draft, [&](std::int64_t ms) { first_ms = std::min(first_ms, ms); });
  if (first_ms < kFirstDate_ms || first_ms == std::numeric_limits<std::int64_t>::max()) return;
  each_time(draft, [&](std::int64_t& ms) { ms -= first_ms; });
  draft.report.add(0, ReportLevel::info, phrase::clock_times);
}

// A segment without an end that joins the one before it would leave the turn without the end it had: it ends
// with its words, as they are usually spoken. Others end where the next turn begins (estimate_missing_ends).
void estimate_joined_ends(Draft& draft) {
  constexpr std::int64_t kWord_ms = 400;  // 150 words a minute
  for (std::size_t i = 1; i < draft.segments.size(); ++i) {
    const DraftSegment& before = draft.segments[i - 1];
    DraftSegment& segment = draft.segments[i];
    if (segment.end_ms != kNoTime || segment.start_ms == kNoTime || segment.word_count > 0 ||
        before.end_ms == kNoTime || before.speaker != segment.speaker ||
        segment.start_ms - before.end_ms > kMostGap_ms)
      continue;
    const std::string_view text = trim(slice(draft.text, segment.text));
    const std::int64_t spoken_ms = kWord_ms * (1 + std::count(text.begin(), text.end(), ' '));
    segment.end_ms = segment.start_ms + std::min(spoken_ms, kMostEstimate_ms);
    segment.end_estimated = true;
    const std::int64_t next_ms = i + 1 < draft.segments.size() ? draft.segments[i + 1].start_ms : kNoTime;
    if (next_ms != kNoTime && next_ms >= segment.start_ms) segment.end_ms = std::min(segment.end_ms, next_ms);
  }
}

// Lists that are not in order of time are put into it, as captions are; what has no time stays behind what it
// follows.
void order_segments(Draft& draft) {
  const OutOfOrder late = find_out_of_order(draft.segments);
  const bool placed = std::any_of(draft.sections.begin(), draft.sections.end(),
                                  [](const DraftSection& section) { return section.start_ms == kNoTime; });
  if (late.count == 0 || placed) return;
  std::vector<std::pair<std::int64_t, std::size_t>> order;
  std::int64_t last_ms = kNoTime;
  for (std::size_t i = 0; i < draft.segments.size(); ++i) {
    if (draft.segments[i].start_ms != kNoTime) last_ms = draft.segments[i].start_ms;
    order.emplace_back(last_ms, i);
  }
  std::sort(order.begin(), order.end());
  std::vector<DraftSegment> ordered;
  ordered.reserve(order.size());
  for (const auto& [ms, index] : order) ordered.push_back(draft.segments[index]);
  draft.segments = std::move(ordered);
  draft.report.add(late.line, ReportLevel::info, Message(phrase::segments_reordered, {late.count}));
}

}  // namespace

std::int32_t Draft::label(std::string_view label) {
  std::string key = collapse_spaces(label);
  if (key.empty()) return kNone;
  const auto [found, is_new] = label_ids.try_emplace(key, static_cast<std::int32_t>(labels.size()));
  if (is_new) labels.push_back({std::move(key), {}});
  return found->second;
}

void Draft::clear_speech() {
  segments.clear();
  words.clear();
  text.clear();
}

Result<Transcript> finish_draft(Draft& draft, SpeakerNumbers numbers, const ReadOptions& options) {
  assign_speakers(draft);
  count_from_first(draft);
  const bool bare = std::all_of(draft.segments.begin(), draft.segments.end(),
                                [](const DraftSegment& segment) { return segment.word_count == 0; });
  if (bare && !draft.words.empty()) {
    if (draft.segments.empty()) {
      dress_words(draft);
      group_words(draft);
    } else {
      distribute_words(draft);
    }
  }
  if (draft.segments.empty() && !trim(draft.whole_text).empty()) {
    DraftSegment segment;
    segment.line = draft.whole_line;
    segment.text.begin = static_cast<std::uint32_t>(draft.text.size());
    draft.text += draft.whole_text;
    segment.text.end = static_cast<std::uint32_t>(draft.text.size());
    draft.segments.push_back(segment);
  }
  const auto has_channel = [](const auto& piece) { return piece.channel != kNone; };
  if (std::any_of(draft.segments.begin(), draft.segments.end(), has_channel) ||
      std::any_of(draft.words.begin(), draft.words.end(), has_channel)) {
    for (DraftSegment& segment : draft.segments)
      for (std::uint32_t i = 0; i < segment.word_count && segment.start_ms == kNoTime; ++i)
        segment.start_ms = draft.words[segment.first_word + i].start_ms;
    std::stable_sort(draft.segments.begin(), draft.segments.end(),
                     [](const DraftSegment& a, const DraftSegment& b) { return a.start_ms < b.start_ms; });
  }
  for (DraftSegment& segment : draft.segments)
    for (std::uint32_t i = 0; i < segment.word_count && segment.start_ms == kNoTime; ++i)
      segment.start_ms = draft.words[segment.first_word + i].start_ms;
  order_segments(draft);
  estimate_joined_ends(draft);
  DraftTurns turns(draft, numbers, options);
  auto section = draft.sections.begin();
  for (std::uint32_t i = 0; i < draft.segments.size(); ++i) {
    const DraftSegment& segment = draft.segments[i];
    for (; section != draft.sections.end(); ++section) {
      const bool begins = section->start_ms == kNoTime
                              ? section->before <= i
                              : segment.start_ms != kNoTime && section->start_ms <= segment.start_ms;
      if (!begins) break;
      turns.joiner().begin_section(section->title, SectionKind::chapter, section->level, section->line);
    }
    if (!turns.add(segment)) return Error{ErrorCode::too_large, segment.line, phrase::text_over_4_gib};
  }
  return turns.finish();
}

}  // namespace visavis
