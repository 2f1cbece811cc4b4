// Who holds the floor and how it passes: gaps, overlaps, interruptions, backchannels, silence. Measured where
// a file's times are those of speech, withheld where they are missing, estimated, or those of captions; what
// the text marks as broken off is known without times.
//
// The offset of a floor transfer is the begin of the next speaker's turn less the end of the turn before it,
// in milliseconds: a gap where it is zero or more, an overlap where it is less (Heldner and Edlund 2010,
// "Pauses, gaps and overlaps in conversations", Journal of Phonetics 38). The turn before is the one of those
// begun that lasts longest. A turn that begins and ends inside another's transfers nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/measures.h"
#include "model/transcript.h"

namespace visavis {

// Whether a file's times can carry these figures, and if not, why.
enum class FloorTimes : std::uint8_t {
  measured,   // of speech
  missing,    // a turn of a speaker has no begin or no end
  estimated,  // or one that was not measured
  captions,   // a turn's times are those of a caption (kMarkCaption)
  coarse,     // whole seconds: nobody answers to the second
  adjoining,  // turns are laid edge to edge: most changes of speaker take no time at all
};
const char* floor_times_name(FloorTimes times) noexcept;  // "measured", "missing" ...

// Conventions, not facts: they stand beside the figures and can be set.
struct FloorRules {
  // A turn that takes the floor is an interruption when it begins at least so long before the other's end;
  // most overlaps at the end of a turn are shorter (Levinson and Torreira 2015, "Timing in turn-taking").
  std::int64_t interruption_ms = 300;
  // A turn inside another's is a backchannel ("mm-hm", Yngve 1970) up to so many words and so long; one of
  // more is said while the other keeps the floor. A turn as short as this interrupts nobody.
  std::uint32_t backchannel_words = 3;
  std::uint32_t unused = 0;  // no byte of a block is padding
  std::int64_t backchannel_ms = 1000;
};

enum class FloorChange : std::uint8_t {
  none,          // of nobody, the first to speak, or not measured
  continued,     // the speaker before goes on
  gap,           // the floor passes after the other's end, or at it
  overlap,       // it passes before the other's end
  interruption,  // it passes so long before that the other is cut off
  backchannel,   // short, inside the other's turn
  inside,        // longer, inside the other's turn, who keeps the floor
};

const char* floor_change_name(FloorChange change) noexcept;  // "gap", "overlap" ...

struct TurnFloor {
  std::int32_t before = kNone;  // the turn that held the floor
  std::int32_t offset_ms = 0;   // begin less the end of `before`
  FloorChange change = FloorChange::none;
  // Marked, not measured: broken off by the next turn, by the file's own mark or by a dash at the end ("I was
  // --", "And-").
  bool broken_off = false;
  std::uint16_t unused = 0;  // no byte of a block is padding
};

struct Floor {
  FloorTimes times = FloorTimes::missing;
  FloorRules rules;
  std::vector<TurnFloor> turns;  // one per turn; changes are `none` where withheld
  // Between the first begin and the last end of a turn; kNoTime where withheld.
  std::int64_t silence_ms = kNoTime;  // nobody speaks; pauses inside a turn are part of it
  std::int64_t overlap_ms = kNoTime;  // two or more speak at once
};

// Linear in the turns but for sorting them by their begins.
Floor floor_of(const Transcript& transcript, const Measures& measures, const FloorRules& rules = {});

struct FloorCounts {
  std::uint32_t gaps = 0, overlaps = 0;  // of the transfers to this speaker, interruptions among the overlaps
  std::uint32_t interruptions = 0;       // of others, by this speaker
  std::uint32_t interrupted = 0;         // of this speaker, by others
  std::uint32_t backchannels = 0, inside = 0;
  std::uint32_t marked_interruptions = 0;  // turns that follow another's broken-off one
  std::uint32_t marked_interrupted = 0;    // own turns that are broken off
};
// One per speaker, of the turns in the range; where `shown` is given, among those speakers alone.
std::vector<FloorCounts> floor_counts(const Transcript& transcript, const Floor& floor, TurnRange range,
                                      const std::vector<bool>* shown = nullptr);

// Transfers from one speaker to another: the response times of `to` after `from`.
struct FloorPair {
  std::int32_t from = kNone, to = kNone;
  std::uint32_t transfers = 0, gaps = 0;
  double mean_ms = 0;                 // of the offsets
  double median_ms = 0;               // of an even number the mean of the middle two
  std::vector<std::uint32_t> counts;  // as floor_histogram has them
};
// In order of `from` and `to`, those with a transfer.
std::vector<FloorPair> floor_pairs(const Transcript& transcript, const Floor& floor, TurnRange range);

// Offsets of all transfers: counts[i] of those from kFirstOffset_ms + i * kOffsetBin_ms on, the first and the
// last bin with all beyond them. Empty where withheld.
constexpr std::int64_t kOffsetBin_ms = 200, kFirstOffset_ms = -2000;
constexpr std::size_t kOffsetBins = 25;
std::vector<std::uint32_t> floor_histogram(const Floor& floor);

}  // namespace visavis
