#include "analysis/range_index.h"

#include <algorithm>
#include <numeric>

#include "base/order.h"

namespace visavis {

RangeIndex::RangeIndex(const Transcript& transcript, const Measures& measures, const Floor& floor)
    : first_(transcript.speakers.size() + 1) {
  const auto count = static_cast<std::int32_t>(transcript.turns.size());
  const auto turn_at = [&](std::int32_t id) -> const Turn& {
    return transcript.turns[static_cast<std::size_t>(id)];
  };
  for (const Turn& turn : transcript.turns)
    if (turn.speaker != kNone) ++first_[static_cast<std::size_t>(turn.speaker) + 1];
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  turns_.resize(first_.back());
  std::vector<std::size_t> next = first_;
  for (std::int32_t id = 0; id < count; ++id)
    if (turn_at(id).speaker != kNone) turns_[next[static_cast<std::size_t>(turn_at(id).speaker)]++] = id;

  before_.resize(turns_.size() + 1);
  longest_.resize(2 * turns_.size());
  for (std::size_t i = 0; i < turns_.size(); ++i) {
    const Turn& turn = turn_at(turns_[i]);
    const TurnMeasure& weight = measures.turns[static_cast<std::size_t>(turns_[i])];
    Sum sum = before_[i];
    sum.words += weight.words;
    sum.characters += weight.characters;
    sum.questions += weight.questions;
    if (turn.start_ms == kNoTime || turn.end_ms == kNoTime)
      ++sum.untimed;
    else
      sum.ms += std::max<std::int64_t>(turn.end_ms - turn.start_ms, 0);
    before_[i + 1] = sum;
    longest_[turns_.size() + i] = weight.words;
  }
  for (std::size_t i = turns_.size(); i-- > 1;) longest_[i] = std::max(longest_[2 * i], longest_[2 * i + 1]);

  std::vector<Cut> cuts;
  std::vector<std::int32_t> order;
  for (std::int32_t id = 0; id < static_cast<std::int32_t>(floor.turns.size()); ++id) {
    const TurnFloor& turn = floor.turns[static_cast<std::size_t>(id)];
    if (turn.change != FloorChange::interruption || turn.before == kNone || turn_at(id).speaker == kNone ||
        turn_at(turn.before).speaker == kNone)
      continue;
    order.push_back(static_cast<std::int32_t>(cuts.size()));
    cuts.push_back({turn_at(id).speaker, turn_at(turn.before).speaker, id});
  }
  order_ids(order, [&](std::int32_t a, std::int32_t b) {
    const Cut &one = cuts[static_cast<std::size_t>(a)], &other = cuts[static_cast<std::size_t>(b)];
    return one.by != other.by ? one.by < other.by : one.of < other.of;
  });
  for (const std::int32_t at : order) cuts_.push_back(cuts[static_cast<std::size_t>(at)]);
}

std::uint32_t RangeIndex::longest(std::size_t from, std::size_t to) const {
  std::uint32_t most = 0;
  for (from += turns_.size(), to += turns_.size(); from < to; from /= 2, to /= 2) {
    if (from % 2) most = std::max(most, longest_[from++]);
    if (to % 2) most = std::max(most, longest_[--to]);
  }
  return most;
}

Balance RangeIndex::balance(TurnRange range, const std::vector<bool>* shown) const {
  Balance balance;
  balance.speakers.resize(first_.size() - 1);
  for (std::size_t who = 0; who < balance.speakers.size(); ++who) {
    if (shown && !(*shown)[who]) continue;
    const auto mine = turns_.begin() + static_cast<std::ptrdiff_t>(first_[who]);
    const auto end = turns_.begin() + static_cast<std::ptrdiff_t>(first_[who + 1]);
    const auto from = static_cast<std::size_t>(std::lower_bound(mine, end, range.first) - turns_.begin());
    const auto to = static_cast<std::size_t>(std::upper_bound(mine, end, range.last) - turns_.begin());
    if (from >= to) continue;
    const Sum &a = before_[from], &b = before_[to];
    SpeakerBalance& speaker = balance.speakers[who];
    speaker.turns = static_cast<std::uint32_t>(to - from);
    speaker.words = b.words - a.words;
    speaker.characters = b.characters - a.characters;
    speaker.questions = b.questions - a.questions;
    if (b.untimed == a.untimed) speaker.ms = b.ms - a.ms;
    speaker.longest_turn = longest(from, to);
    balance.words += speaker.words;
  }
  weigh(balance);
  return balance;
}

std::vector<std::uint32_t> RangeIndex::interruptions(TurnRange range, const std::vector<bool>* shown) const {
  std::vector<std::uint32_t> counts(first_.size() - 1);
  const auto is_shown = [&](std::int32_t who) { return !shown || (*shown)[static_cast<std::size_t>(who)]; };
  // From one pair of speakers to the next by search, so that long talks of few cost what short ones do.
  const auto place = [&](const Cut& wanted) {
    return std::lower_bound(cuts_.begin(), cuts_.end(), wanted, [](const Cut& a, const Cut& b) {
      return a.by != b.by ? a.by < b.by : a.of != b.of ? a.of < b.of : a.turn < b.turn;
    });
  };
  for (auto at = cuts_.begin(); at != cuts_.end(); at = place({at->by, at->of + 1, kNone}))
    if (is_shown(at->by) && is_shown(at->of) && !range.empty())
      counts[static_cast<std::size_t>(at->by)] += static_cast<std::uint32_t>(
          place({at->by, at->of, range.last + 1}) - place({at->by, at->of, range.first}));
  return counts;
}

}  // namespace visavis
