#include "writers/inspect_figures.h"

namespace visavis {
namespace {

JsonOut& optional_ms(JsonOut& out, const char* name, std::int64_t ms) {
  out.key(name);
  return ms == kNoTime ? out.null() : out.value(ms);
}

void write_floor_speakers(JsonOut& out, const Transcript& transcript, const Floor& floor) {
  const bool measured = floor.times == FloorTimes::measured;
  const std::vector<FloorCounts> counts = floor_counts(transcript, floor, whole(transcript));
  const auto count = [&](const char* name, std::uint32_t value) {
    out.key(name);
    measured ? out.value(value) : out.null();
  };
  out.key("speakers").begin_array();
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const FloorCounts& mine = counts[i];
    out.begin_object().field("speaker", static_cast<std::int32_t>(i));
    count("gaps", mine.gaps);
    count("overlaps", mine.overlaps);
    count("interruptions", mine.interruptions);
    count("interrupted", mine.interrupted);
    count("backchannels", mine.backchannels);
    count("inside", mine.inside);
    out.field("marked_interruptions", mine.marked_interruptions);
    out.field("marked_interrupted", mine.marked_interrupted).end_object();
  }
  out.end_array();
}

}  // namespace

void write_floor(JsonOut& out, const Transcript& transcript, const Analysis& analysis) {
  const Floor& floor = analysis.floor;
  const bool measured = floor.times == FloorTimes::measured;
  out.key("floor").begin_object().field("measured", measured);
  out.field("times", floor_times_name(floor.times)).key("rules").begin_object();
  out.field("interruption_ms", floor.rules.interruption_ms);
  out.field("backchannel_words", floor.rules.backchannel_words);
  out.field("backchannel_ms", floor.rules.backchannel_ms).end_object();
  optional_ms(out, "silence_ms", floor.silence_ms);
  optional_ms(out, "overlap_ms", floor.overlap_ms);
  write_floor_speakers(out, transcript, floor);
  out.key("pairs").begin_array();
  for (const FloorPair& pair : floor_pairs(transcript, floor, whole(transcript))) {
    out.begin_object().field("from", pair.from).field("to", pair.to).field("transfers", pair.transfers);
    out.field("gaps", pair.gaps).key("median_ms").value(pair.median_ms, 1);
    out.key("mean_ms").value(pair.mean_ms, 1).end_object();
  }
  out.end_array().key("offsets");
  if (measured) {
    out.begin_object()
        .field("first_ms", kFirstOffset_ms)
        .field("bin_ms", kOffsetBin_ms)
        .key("counts")
        .begin_array();
    for (const std::uint32_t bin : floor_histogram(floor)) out.value(bin);
    out.end_array().end_object();
  } else {
    out.null();
  }
  out.end_object();
}

}  // namespace visavis
