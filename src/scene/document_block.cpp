#include "scene/document_block.h"

#include <algorithm>

#include "model/block.h"
#include "model/block_io.h"
#include "words/reports.h"

namespace visavis {
namespace {

// What is written per turn behind the transcript's own block; for the room alone.
constexpr std::size_t kDerivedPerTurn = sizeof(TurnMeasure) + sizeof(TurnFloor) + sizeof(std::uint64_t) +
                                        4 * sizeof(double) + 2 * sizeof(std::int32_t) + sizeof(Lane::Stretch);

// Each struct is taken apart by name, so that one with a new member does not compile until it crosses as
// well.

void write_lane(BlockOut& out, const Lane& lane) {
  const auto& [speakers, turns, begin, end, stretches, questions] = lane;
  out.list(speakers);
  out.list(turns);
  out.list(begin);
  out.list(end);
  out.list(stretches);
  out.list(questions);
}

void read_lane(BlockIn& in, Lane& lane) {
  auto& [speakers, turns, begin, end, stretches, questions] = lane;
  in.list(speakers);
  in.list(turns);
  in.list(begin);
  in.list(end);
  in.list(stretches);
  in.list(questions);
}

void write_analysis(BlockOut& out, const Analysis& analysis) {
  const auto& [measures, balance, roles, before, floor, section_words] = analysis;
  const auto& [turn_measures, words, estimated, characters] = measures;
  out.list(turn_measures);
  out.pod(words);
  out.pod(static_cast<std::uint8_t>(estimated | characters << 1));
  const auto& [shares, balance_words, voices, index, gini] = balance;
  out.list(shares);
  out.pod(balance_words);
  out.pod(voices);
  out.pod(index);
  out.pod(gini);
  out.list(roles);
  out.list(before);
  const auto& [times, rules, turn_floors, silence_ms, overlap_ms] = floor;
  out.pod(times);
  out.pod(rules);
  out.list(turn_floors);
  out.pod(silence_ms);
  out.pod(overlap_ms);
  out.list(section_words);
}

void read_analysis(BlockIn& in, Analysis& analysis) {
  auto& [measures, balance, roles, before, floor, section_words] = analysis;
  auto& [turn_measures, words, estimated, characters] = measures;
  std::uint8_t flags = 0;
  in.list(turn_measures);
  in.pod(words);
  in.pod(flags);
  estimated = (flags & 1) != 0;
  characters = (flags & 2) != 0;
  auto& [shares, balance_words, voices, index, gini] = balance;
  in.list(shares);
  in.pod(balance_words);
  in.pod(voices);
  in.pod(index);
  in.pod(gini);
  in.list(roles);
  in.list(before);
  auto& [times, rules, turn_floors, silence_ms, overlap_ms] = floor;
  in.pod(times);
  in.pod(rules);
  in.list(turn_floors);
  in.pod(silence_ms);
  in.pod(overlap_ms);
  in.list(section_words);
}

bool all_below(const std::vector<std::int32_t>& ids, std::size_t count) {
  return std::all_of(ids.begin(), ids.end(),
                     [count](std::int32_t id) { return id >= 0 && static_cast<std::size_t>(id) < count; });
}

bool consistent(const Document& doc) {
  const std::size_t turns = doc.transcript.turns.size(), speakers = doc.transcript.speakers.size();
  const Axis& axis = doc.axis;
  const Analysis& analysis = doc.analysis;
  if (analysis.measures.turns.size() != turns || analysis.words_before.size() != turns + 1 ||
      analysis.section_words.size() != doc.transcript.sections.size() ||
      doc.found.size() > doc.transcript.sections.size() || analysis.floor.turns.size() != turns ||
      axis.turn_begin.size() != turns || axis.turn_end.size() != turns || axis.by_begin.size() != turns ||
      !all_below(axis.by_begin, turns))
    return false;
  if (analysis.balance.speakers.size() != speakers || analysis.roles.size() != speakers ||
      doc.labels.size() != speakers || doc.slots.size() != speakers || doc.by_words.size() != speakers ||
      !all_below(doc.by_words, speakers) || doc.lane_of.size() != speakers || doc.lanes.empty())
    return false;
  if (std::any_of(doc.slots.begin(), doc.slots.end(), [](int slot) { return slot < 0 || slot > kMostLanes; }))
    return false;
  for (const TurnFloor& turn : analysis.floor.turns)
    if (turn.before < kNone || turn.before >= static_cast<std::int32_t>(turns)) return false;
  for (const int lane : doc.lane_of)
    if (lane < 0 || static_cast<std::size_t>(lane) >= doc.lanes.size()) return false;
  return std::all_of(doc.lanes.begin(), doc.lanes.end(), [&](const Lane& lane) {
    return all_below(lane.speakers, speakers) && all_below(lane.turns, turns) &&
           lane.begin.size() == lane.turns.size() && lane.end.size() == lane.turns.size() &&
           lane.stretches.size() <= lane.turns.size() && lane.questions.size() <= lane.turns.size();
  });
}

}  // namespace

// Behind the transcript's block what is derived, and last of all the length of that block.
std::string write_document(const Document& doc) {
  const std::size_t turns = doc.transcript.turns.size();
  BlockOut out(write_block(doc.transcript, turns * kDerivedPerTurn + doc.labels.size() * 200 + 400));
  const std::uint64_t transcript_bytes = out.size();
  write_analysis(out, doc.analysis);
  out.texts(doc.labels);
  out.list(doc.slots);
  out.list(doc.by_words);
  out.pod(static_cast<std::uint8_t>(doc.axis.is_time));
  out.pod(doc.axis.begin);
  out.pod(doc.axis.length);
  out.list(doc.axis.turn_begin);
  out.list(doc.axis.turn_end);
  out.list(doc.axis.by_begin);
  out.pod(static_cast<std::uint64_t>(doc.lanes.size()));
  for (const Lane& lane : doc.lanes) write_lane(out, lane);
  out.list(doc.lane_of);
  out.list(doc.found);
  out.text(doc.topic_edits);
  out.pod(transcript_bytes);
  return out.take();
}

DocumentIn::DocumentIn(std::string_view block) : in_({}) {
  std::uint64_t transcript_bytes = 0;
  if (block.size() < sizeof transcript_bytes) return;
  std::memcpy(&transcript_bytes, block.data() + block.size() - sizeof transcript_bytes,
              sizeof transcript_bytes);
  block.remove_suffix(sizeof transcript_bytes);
  if (transcript_bytes > block.size()) return;
  transcript_ = block.substr(0, static_cast<std::size_t>(transcript_bytes));
  in_ = BlockIn(block.substr(transcript_.size()), &later_);
  more_ = true;
}

bool DocumentIn::go_on() {
  if (!more_) return false;
  if (!later_.empty()) {
    if (!later_.back().go_on()) later_.pop_back();
    return true;
  }
  const std::size_t step = step_++;
  Document& doc = document_;
  if (step == 0) {
    BlockIn in(transcript_, &later_);
    more_ = read_block(in, doc.transcript);
  } else if (step == 1) {
    more_ = is_consistent(doc.transcript);
    read_analysis(in_, doc.analysis);
    in_.texts(doc.labels);
    in_.list(doc.slots);
    in_.list(doc.by_words);
  } else if (step == 2) {
    std::uint8_t flag = 0;
    in_.pod(flag);
    doc.axis.is_time = flag != 0;
    in_.pod(doc.axis.begin);
    in_.pod(doc.axis.length);
    in_.list(doc.axis.turn_begin);
    in_.list(doc.axis.turn_end);
    in_.list(doc.axis.by_begin);
    // Six lists in each.
    doc.lanes.resize(static_cast<std::size_t>(in_.count(6 * sizeof(std::uint64_t))));
  } else if (step - 3 < doc.lanes.size()) {
    read_lane(in_, doc.lanes[step - 3]);
  } else if (step - 3 == doc.lanes.size()) {
    in_.list(doc.lane_of);
    in_.list(doc.found);
    in_.text(doc.topic_edits);
  } else {
    whole_ = in_.done() && consistent(doc);
    more_ = false;
  }
  return more_;
}

Result<Document> DocumentIn::finish() {
  if (!whole_) return Error{ErrorCode::malformed, 0, phrase::damaged_reading};
  return std::move(document_);
}

Result<Document> read_document(std::string_view block) {
  DocumentIn in(block);
  while (in.go_on()) {
  }
  return in.finish();
}

}  // namespace visavis
