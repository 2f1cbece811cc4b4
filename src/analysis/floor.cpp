#include "analysis/floor.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

#include "analysis/quantile.h"
#include "base/order.h"
#include "base/unicode.h"

namespace visavis {
namespace {

// A turn that ends before it begins lasts no time.
std::int64_t end_of(const Turn& turn) noexcept { return std::max(turn.start_ms, turn.end_ms); }

const Turn& turn_at(const Transcript& transcript, std::int32_t id) {
  return transcript.turns[static_cast<std::size_t>(id)];
}

constexpr bool passes(FloorChange change) noexcept {
  return change == FloorChange::gap || change == FloorChange::overlap || change == FloorChange::interruption;
}

// The text ends in a dash, whatever closes behind it: two hyphens, a dash of its own, or a hyphen right after
// a letter.
bool ends_broken(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0) {
    std::size_t before = at;
    const char32_t c = previous_code_point(text, before);
    if (!is_space(c) && c != '"' && c != '\'' && c != ')' && c != ']' && c != 0x201D && c != 0x2019 &&
        c != 0xBB)
      break;
    at = before;
  }
  if (at == 0) return false;
  const char32_t last = previous_code_point(text, at);
  if (last >= 0x2013 && last <= 0x2015) return true;
  if (last != '-' || at == 0) return false;
  const char32_t before = previous_code_point(text, at);
  return before == '-' || is_word_character(before);
}

// Turns of speakers in order of their begins.
std::vector<std::int32_t> spoken_by_begin(const Transcript& transcript) {
  std::vector<std::int32_t> order;
  for (std::size_t i = 0; i < transcript.turns.size(); ++i)
    if (transcript.turns[i].speaker != kNone) order.push_back(static_cast<std::int32_t>(i));
  order_ids(order, [&](std::int32_t a, std::int32_t b) {
    return turn_at(transcript, a).start_ms < turn_at(transcript, b).start_ms;
  });
  return order;
}

FloorTimes times_of(const Transcript& transcript) {
  bool any = false, measured = true, captions = false;
  for (const Turn& turn : transcript.turns) {
    if (turn.speaker == kNone) continue;
    if (turn.start_ms == kNoTime || turn.end_ms == kNoTime) return FloorTimes::missing;
    any = true;
    captions |= (turn.marks & kMarkCaption) != 0;
    measured &= turn.start_source == TimeSource::measured && turn.end_source == TimeSource::measured;
  }
  if (!any) return FloorTimes::missing;
  if (captions) return FloorTimes::captions;
  return measured ? FloorTimes::measured : FloorTimes::estimated;
}

// What the transfers themselves say of the times, where there are at least four: most take no time at all,
// since somebody cut the recording into pieces and where one ends the next begins; or no begin and no end has
// a part of a second.
FloorTimes times_by_transfers(const Transcript& transcript, const Floor& floor) {
  std::size_t changes = 0, at_once = 0;
  for (const TurnFloor& turn : floor.turns) {
    if (!passes(turn.change)) continue;
    ++changes;
    at_once += turn.offset_ms == 0;
  }
  if (changes < 4) return FloorTimes::measured;
  if (2 * at_once > changes) return FloorTimes::adjoining;
  const bool coarse = std::all_of(transcript.turns.begin(), transcript.turns.end(), [](const Turn& turn) {
    return turn.speaker == kNone || (turn.start_ms % 1000 == 0 && turn.end_ms % 1000 == 0);
  });
  return coarse ? FloorTimes::coarse : FloorTimes::measured;
}

TurnFloor change_at(const Transcript& transcript, const Measures& measures, const FloorRules& rules,
                    std::int32_t before, std::int32_t id) {
  const Turn &held = turn_at(transcript, before), &turn = turn_at(transcript, id);
  const std::int64_t offset = turn.start_ms - end_of(held), length = end_of(turn) - turn.start_ms;
  constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
  TurnFloor found;
  found.before = before;
  found.offset_ms = static_cast<std::int32_t>(std::clamp(offset, -kMost, kMost));
  const bool brief = measures.turns[static_cast<std::size_t>(id)].words <= rules.backchannel_words &&
                     length <= rules.backchannel_ms;
  if (turn.speaker == held.speaker) {
    found.change = FloorChange::continued;
  } else if (offset >= 0) {
    found.change = FloorChange::gap;
  } else if (end_of(turn) <= end_of(held)) {
    found.change = brief ? FloorChange::backchannel : FloorChange::inside;
  } else {
    // Who begins with the other cuts nobody off.
    const bool cuts = -offset >= rules.interruption_ms && turn.start_ms > held.start_ms && !brief;
    found.change = cuts ? FloorChange::interruption : FloorChange::overlap;
  }
  return found;
}

// How long nobody speaks, and how long two or more do, over the begins and ends in order.
void add_silence(const Transcript& transcript, const std::vector<std::int32_t>& order, Floor& floor) {
  std::vector<std::int32_t> by_end = order;
  order_ids(by_end, [&](std::int32_t a, std::int32_t b) {
    const Turn &one = turn_at(transcript, a), &other = turn_at(transcript, b);
    return std::pair(end_of(one), one.speaker) < std::pair(end_of(other), other.speaker);
  });
  std::vector<std::uint32_t> open(transcript.speakers.size());  // turns of each that go on
  std::size_t speaking = 0, begun = 0;
  std::int64_t at = turn_at(transcript, order.front()).start_ms;
  floor.silence_ms = floor.overlap_ms = 0;
  for (const std::int32_t id : by_end) {
    const std::int64_t end = end_of(turn_at(transcript, id));
    const std::int32_t speaker = turn_at(transcript, id).speaker;
    const auto until = [&](std::int64_t ms) {
      if (ms > at && speaking == 0) floor.silence_ms += ms - at;
      if (ms > at && speaking > 1) floor.overlap_ms += ms - at;
      at = std::max(at, ms);
    };
    for (; begun < order.size() && turn_at(transcript, order[begun]).start_ms <= end; ++begun) {
      const Turn& turn = turn_at(transcript, order[begun]);
      until(turn.start_ms);
      speaking += open[static_cast<std::size_t>(turn.speaker)]++ == 0;
    }
    until(end);
    std::uint32_t& mine = open[static_cast<std::size_t>(speaker)];
    speaking -= --mine == 0;
  }
}

std::size_t bin_of(std::int64_t offset_ms) {
  constexpr auto kLast = static_cast<std::int64_t>(kOffsetBins) - 1;
  const std::int64_t from_first = offset_ms - kFirstOffset_ms;
  return static_cast<std::size_t>(from_first < 0 ? 0 : std::min(from_first / kOffsetBin_ms, kLast));
}

}  // namespace

const char* floor_change_name(FloorChange change) noexcept {
  constexpr const char* kNames[] = {"none",         "continued",   "gap",   "overlap",
                                    "interruption", "backchannel", "inside"};
  return kNames[static_cast<std::size_t>(change)];
}

const char* floor_times_name(FloorTimes times) noexcept {
  constexpr const char* kNames[] = {"measured", "missing", "estimated", "captions", "coarse", "adjoining"};
  return kNames[static_cast<std::size_t>(times)];
}

Floor floor_of(const Transcript& transcript, const Measures& measures, const FloorRules& rules) {
  Floor floor;
  floor.rules = rules;
  floor.turns.resize(transcript.turns.size());
  floor.times = times_of(transcript);
  if (floor.times == FloorTimes::measured) {
    const std::vector<std::int32_t> order = spoken_by_begin(transcript);
    std::int32_t holder = kNone;
    for (const std::int32_t id : order) {
      if (holder != kNone)
        floor.turns[static_cast<std::size_t>(id)] = change_at(transcript, measures, rules, holder, id);
      if (holder == kNone || end_of(turn_at(transcript, id)) >= end_of(turn_at(transcript, holder)))
        holder = id;
    }
    floor.times = times_by_transfers(transcript, floor);
    if (floor.times != FloorTimes::measured) {
      std::fill(floor.turns.begin(), floor.turns.end(), TurnFloor{});
    } else {
      add_silence(transcript, order, floor);
    }
  }
  std::int32_t previous = kNone;
  for (std::size_t i = 0; i < transcript.turns.size(); ++i) {
    const Turn& turn = transcript.turns[i];
    if (turn.speaker == kNone) continue;
    if (previous != kNone) {
      const Turn& left = turn_at(transcript, previous);
      floor.turns[static_cast<std::size_t>(previous)].broken_off =
          left.speaker != turn.speaker &&
          ((left.marks & kMarkInterrupted) != 0 || ends_broken(transcript.text_of(left)));
    }
    previous = static_cast<std::int32_t>(i);
  }
  return floor;
}

std::vector<FloorCounts> floor_counts(const Transcript& transcript, const Floor& floor, TurnRange range,
                                      const std::vector<bool>* shown) {
  std::vector<FloorCounts> counts(transcript.speakers.size());
  const auto is_shown = [&](std::int32_t speaker) {
    return !shown || (*shown)[static_cast<std::size_t>(speaker)];
  };
  const auto last = std::min(range.last, static_cast<std::int32_t>(floor.turns.size()) - 1);
  std::int32_t broken = kNone;  // the speaker of the turn before, if that is broken off
  for (std::int32_t id = std::max(range.first, 0); id <= last; ++id) {
    const std::int32_t speaker = turn_at(transcript, id).speaker;
    if (speaker == kNone) continue;
    const TurnFloor& turn = floor.turns[static_cast<std::size_t>(id)];
    if (is_shown(speaker)) {
      FloorCounts& mine = counts[static_cast<std::size_t>(speaker)];
      mine.marked_interruptions += broken != kNone && is_shown(broken);
      mine.marked_interrupted += turn.broken_off;
      const std::int32_t other = turn.before == kNone ? kNone : turn_at(transcript, turn.before).speaker;
      if (other != kNone && is_shown(other)) {
        const bool cuts = turn.change == FloorChange::interruption;
        mine.gaps += turn.change == FloorChange::gap;
        mine.overlaps += turn.change == FloorChange::overlap || cuts;
        mine.interruptions += cuts;
        mine.backchannels += turn.change == FloorChange::backchannel;
        mine.inside += turn.change == FloorChange::inside;
        counts[static_cast<std::size_t>(other)].interrupted += cuts;
      }
    }
    broken = turn.broken_off ? speaker : kNone;
  }
  return counts;
}

std::vector<FloorPair> floor_pairs(const Transcript& transcript, const Floor& floor, TurnRange range) {
  struct Offset {
    std::int32_t from, to, ms;
    bool operator<(const Offset& other) const {
      return std::pair(std::pair(from, to), ms) < std::pair(std::pair(other.from, other.to), other.ms);
    }
  };
  std::vector<Offset> offsets;
  const auto last = std::min(range.last, static_cast<std::int32_t>(floor.turns.size()) - 1);
  for (std::int32_t id = std::max(range.first, 0); id <= last; ++id) {
    const TurnFloor& turn = floor.turns[static_cast<std::size_t>(id)];
    if (passes(turn.change))
      offsets.push_back(
          {turn_at(transcript, turn.before).speaker, turn_at(transcript, id).speaker, turn.offset_ms});
  }
  std::sort(offsets.begin(), offsets.end());
  std::vector<FloorPair> pairs;
  std::vector<std::int32_t> own;  // of one pair, in order
  for (std::size_t first = 0; first < offsets.size(); first += own.size()) {
    FloorPair pair;
    pair.from = offsets[first].from;
    pair.to = offsets[first].to;
    own.clear();
    double sum = 0;
    for (std::size_t i = first;
         i < offsets.size() && offsets[i].from == pair.from && offsets[i].to == pair.to; ++i) {
      own.push_back(offsets[i].ms);
      sum += own.back();
      pair.gaps += own.back() >= 0;
    }
    pair.counts.resize(kOffsetBins);
    for (const std::int32_t ms : own) ++pair.counts[bin_of(ms)];
    pair.transfers = static_cast<std::uint32_t>(own.size());
    pair.mean_ms = sum / static_cast<double>(own.size());
    pair.median_ms = quantile(own, .5);
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

std::vector<std::uint32_t> floor_histogram(const Floor& floor) {
  std::vector<std::uint32_t> counts;
  if (floor.times != FloorTimes::measured) return counts;
  counts.resize(kOffsetBins);
  for (const TurnFloor& turn : floor.turns)
    if (passes(turn.change)) ++counts[bin_of(turn.offset_ms)];
  return counts;
}

}  // namespace visavis
