#include "scene/document.h"
#include "base/order.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace visavis {
namespace {

Axis make_axis(const Transcript& transcript, const Measures& measures) {
  Axis axis;
  const std::size_t count = transcript.turns.size();
  axis.is_time = transcript.has_times();
  axis.turn_begin.resize(count);
  axis.turn_end.resize(count);
  const bool only_narration = measures.words == 0;
  double at = 0, latest = 0, earliest = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Turn& turn = transcript.turns[i];
    if (axis.is_time && turn.start_ms != kNoTime) {
      at = static_cast<double>(turn.start_ms);
      axis.turn_begin[i] = at;
      axis.turn_end[i] =
          std::max(at, static_cast<double>(turn.end_ms == kNoTime ? turn.start_ms : turn.end_ms));
    } else {
      axis.turn_begin[i] = at;
      if (!axis.is_time && (turn.speaker != kNone || only_narration)) at += measures.turns[i].words;
      axis.turn_end[i] = at;
    }
    latest = std::max(latest, axis.turn_end[i]);
    earliest = std::min(earliest, axis.turn_begin[i]);
  }
  axis.begin = earliest;
  axis.length = latest - earliest;
  axis.by_begin.resize(count);
  std::iota(axis.by_begin.begin(), axis.by_begin.end(), 0);
  order_ids(axis.by_begin, [&](std::int32_t a, std::int32_t b) {
    return axis.turn_begin[static_cast<std::size_t>(a)] < axis.turn_begin[static_cast<std::size_t>(b)];
  });
  return axis;
}

// Of a lane that has its turns.
void arrange(const Axis& axis, const Measures& measures, Lane& lane) {
  order_ids(lane.turns, [&](std::int32_t a, std::int32_t b) {
    return axis.turn_begin[static_cast<std::size_t>(a)] < axis.turn_begin[static_cast<std::size_t>(b)];
  });
  for (const std::int32_t turn : lane.turns) {
    const double begin = axis.turn_begin[static_cast<std::size_t>(turn)];
    const double end = axis.turn_end[static_cast<std::size_t>(turn)];
    lane.begin.push_back(begin);
    lane.end.push_back(end);
    if (lane.stretches.empty()) {
      lane.stretches.push_back({begin, end, 0});
    } else if (Lane::Stretch& last = lane.stretches.back(); begin <= last.end) {
      last.end = std::max(last.end, end);
    } else {
      lane.stretches.push_back({begin, end, last.before + last.end - last.begin});
    }
  }
  std::vector<std::int32_t> asking;
  for (const std::int32_t turn : lane.turns)
    if (measures.turns[static_cast<std::size_t>(turn)].questions > 0) asking.push_back(turn);
  const auto end_of = [&](std::int32_t turn) { return axis.turn_end[static_cast<std::size_t>(turn)]; };
  order_ids(asking, [&](std::int32_t a, std::int32_t b) { return end_of(a) < end_of(b); });
  for (const std::int32_t turn : asking) lane.questions.push_back(end_of(turn));
}

constexpr int kMostStepsBack = 8192;

// "Laurie Segall" has the alias "Segall": the form the text itself uses is the shortest alias that is part of
// the name.
std::string short_label(const Speaker& speaker) {
  const std::string* best = &speaker.name;
  for (const std::string& alias : speaker.aliases)
    if (alias.size() > 2 && alias.size() < best->size() && speaker.name.find(alias) != std::string::npos)
      best = &alias;
  return *best;
}

}  // namespace

std::int32_t Axis::turn_at(double x) const {
  if (by_begin.empty()) return kNone;
  const auto after = std::upper_bound(
      by_begin.begin(), by_begin.end(), x,
      [this](double value, std::int32_t turn) { return value < turn_begin[static_cast<std::size_t>(turn)]; });
  return after == by_begin.begin() ? by_begin.front() : *(after - 1);
}

double Axis::at(std::int32_t turn, double fraction) const {
  if (turn < 0 || turn >= static_cast<std::int32_t>(turn_begin.size())) return begin;
  const double from = turn_begin[static_cast<std::size_t>(turn)];
  return from + (turn_end[static_cast<std::size_t>(turn)] - from) * std::clamp(fraction, 0.0, 1.0);
}

double Lane::covered_until(double x) const {
  double covered = 0;
  sample(x, 0, &covered, 1);
  return covered;
}

void Lane::sample(double x, double step, double* covered, std::size_t count) const {
  std::size_t known = 0;  // so many begin up to the place
  for (; count > 0; --count, x += step) {
    bool galloping = true;
    for (std::size_t stride = 1; stride > 0; stride = galloping ? stride * 2 : stride / 2) {
      if (known + stride <= stretches.size() && stretches[known + stride - 1].begin <= x)
        known += stride;
      else
        galloping = false;
    }
    *covered++ = known == 0 ? 0
                            : stretches[known - 1].before + std::min(x, stretches[known - 1].end) -
                                  stretches[known - 1].begin;
  }
}

std::size_t Lane::first_ending_after(double x) const {
  // Ends are not sorted where a speaker's turns overlap; stepping back from the begins over such turns is
  // enough for drawing, and over more than have a pixel each there is no need to.
  auto at = static_cast<std::size_t>(std::upper_bound(begin.begin(), begin.end(), x) - begin.begin());
  for (int steps = 0; at > 0 && end[at - 1] > x && steps < kMostStepsBack; ++steps) --at;
  return at;
}

std::int32_t Lane::turn_at(double x, double slack) const {
  const auto after =
      static_cast<std::size_t>(std::upper_bound(begin.begin(), begin.end(), x + slack) - begin.begin());
  std::int32_t found = kNone;
  double nearest = slack;
  for (std::size_t back = 0; back < 4 && back < after; ++back) {
    const std::size_t i = after - 1 - back;
    const double distance = x < begin[i] ? begin[i] - x : x > end[i] ? x - end[i] : 0;
    if (distance > nearest || (found != kNone && distance == nearest)) continue;
    nearest = distance;
    found = turns[i];
  }
  return found;
}

bool Document::has_interviewer() const {
  return std::any_of(analysis.roles.begin(), analysis.roles.end(),
                     [](Role role) { return role == Role::interviewer || role == Role::moderator; });
}

double place_of(const Document& doc, std::int32_t turn, std::uint32_t text_begin) {
  const Span text = doc.transcript.turns[static_cast<std::size_t>(turn)].text;
  return doc.axis.at(turn, text.empty() ? 0 : static_cast<double>(text_begin - text.begin) / text.size());
}

TurnRange Document::turns_of(std::int32_t section) const {
  if (section < 0 || section >= static_cast<std::int32_t>(transcript.sections.size())) return {};
  const Section& s = transcript.sections[static_cast<std::size_t>(section)];
  return {s.first_turn, s.last_turn};
}

Document make_document(Transcript transcript) {
  Document doc;
  doc.transcript = std::move(transcript);
  const Transcript& t = doc.transcript;
  doc.analysis = analyse(t);
  doc.axis = make_axis(t, doc.analysis.measures);
  const std::size_t speakers = t.speakers.size();
  std::unordered_map<std::string, int> label_uses;
  for (const Speaker& speaker : t.speakers) {
    doc.labels.push_back(short_label(speaker));
    ++label_uses[doc.labels.back()];
  }
  for (std::size_t i = 0; i < speakers; ++i)
    if (label_uses[doc.labels[i]] > 1) doc.labels[i] = t.speakers[i].name;

  doc.by_words.resize(speakers);
  std::iota(doc.by_words.begin(), doc.by_words.end(), 0);
  order_ids(doc.by_words, [&](std::int32_t a, std::int32_t b) {
    return doc.analysis.balance.speakers[static_cast<std::size_t>(a)].words >
           doc.analysis.balance.speakers[static_cast<std::size_t>(b)].words;
  });
  const std::size_t own = std::min<std::size_t>(speakers, kMostLanes);
  doc.slots.assign(speakers, 0);
  for (std::size_t rank = 0; rank < own; ++rank)
    doc.slots[static_cast<std::size_t>(doc.by_words[rank])] = static_cast<int>(rank) + 1;

  doc.lane_of.assign(speakers, 0);
  // The last lane is of those who have none of their own, or of nobody where nobody speaks.
  const std::size_t alone = static_cast<std::size_t>(
      std::count_if(doc.slots.begin(), doc.slots.end(), [](int slot) { return slot != 0; }));
  doc.lanes.resize(std::max<std::size_t>(1, alone + (alone < speakers ? 1 : 0)));
  std::size_t next = 0;
  for (std::size_t i = 0; i < speakers; ++i) {
    const std::size_t lane = doc.slots[i] == 0 ? alone : next++;
    doc.lane_of[i] = static_cast<int>(lane);
    doc.lanes[lane].speakers.push_back(static_cast<std::int32_t>(i));
  }
  for (std::size_t i = 0; i < t.turns.size(); ++i) {
    const std::int32_t speaker = t.turns[i].speaker;
    if (speaker == kNone && speakers != 0) continue;
    const int lane = speaker == kNone ? 0 : doc.lane_of[static_cast<std::size_t>(speaker)];
    doc.lanes[static_cast<std::size_t>(lane)].turns.push_back(static_cast<std::int32_t>(i));
  }
  for (Lane& lane : doc.lanes) arrange(doc.axis, doc.analysis.measures, lane);
  return doc;
}

}  // namespace visavis
