// What subtitle readers have in common after the syntax: a list of cues, and the way from it to turns.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/line_scan.h"
#include "readers/reader.h"
#include "readers/shared/cues.h"

namespace visavis {

// One cue, or one voice's part of a cue.
struct SheetCue {
  enum Flag : std::uint16_t {
    kOwnText = 1,         // `text` is a span of CueSheet::own, else of the source
    kOwnSpeaker = 2,      // the same for `speaker`
    kPart = 4,            // continues the cue before it with another voice
    kStartEstimated = 8,  // the times are not the file's own
    kEndEstimated = 16,
    kOverlap = 64,   // the file says that it is spoken over another
    kBreaks = 32,    // never joins the turn before it
    kUnnamed = 128,  // nobody speaks it, whatever its words look like
    // What the scan has seen of the text; unset where it is not known.
    kOneLine = 256,  // without LF
    kNoSigns = 512,  // no line can open with a label, a chevron or a dash, and none is blank
  };
  Span text;     // without markup
  Span speaker;  // empty: none named by the format's own means
  std::int64_t start_ms = kNoTime, end_ms = kNoTime;
  std::uint32_t line = 0;
  std::uint32_t first_word = 0, word_count = 0;  // into CueSheet::words
  std::uint16_t flags = 0;
};

// The flags of a text whose lines were seen so.
std::uint16_t flags_of(const LinesSeen& seen) noexcept;

// A class span without a class opens the cue: our own writers' sign that its words name no speaker.
inline bool is_unnamed(std::string_view payload) noexcept { return payload.starts_with("<c>"); }

struct CueSheet {
  std::string_view source;
  std::string own;  // text that had to be changed
  std::vector<SheetCue> cues;
  std::vector<CueWord> words;  // spans relative to their cue's text
  TranscriptBuilder builder;

  // Makes room for the cues to come, once it is known what a few hundred of them take of the source, of which
  // `read` bytes are read; never more than the source's own size.
  void expect_cues(std::size_t read) {
    constexpr std::size_t kKnown = 256;
    if (cues.size() != kKnown || read == 0) return;
    const double expected =
        static_cast<double>(kKnown) * static_cast<double>(source.size()) / static_cast<double>(read);
    cues.reserve(
        std::min(static_cast<std::size_t>(expected * 1.05) + kKnown, source.size() / sizeof(SheetCue)));
  }

  std::string_view text(const SheetCue& cue) const noexcept {
    return slice(cue.flags & SheetCue::kOwnText ? std::string_view(own) : source, cue.text);
  }
  std::string_view speaker(const SheetCue& cue) const noexcept {
    return slice(cue.flags & SheetCue::kOwnSpeaker ? std::string_view(own) : source, cue.speaker);
  }
};

// Adds a cue whose words and speaker are not as they stand in the source; `cue` has the rest. The spans of
// `words` are relative to `text`.
void add_own_cue(CueSheet& sheet, SheetCue cue, std::string_view text, std::string_view speaker,
                 const std::vector<CueWord>& words);

// Orders the cues by time, repairs what contradicts itself, merges captions that roll up, finds speakers that
// stand in the text ("Name: words", ">> NAME:", dialogue dashes, else by the conventions of plain text: see
// catalogue.h) where the whole file bears it out, and joins
// to turns (without `join` one turn a cue). Everything it does is reported.
Result<Transcript> finish_sheet(CueSheet&& sheet, bool join);

// The pieces of finish_sheet, each with its tests.
// Puts cues in order of their starts; equal ones keep theirs.
void order_cues(CueSheet& sheet);
// An end before its start is dropped; a missing end is the next start, or by the words where that is far.
void repair_cue_times(CueSheet& sheet);
// Live captions repeat the line that scrolls up: where most cues do, repeated lines go, and a cue that adds
// nothing lends its time to the one before.
void merge_rolled_up(CueSheet& sheet);

}  // namespace visavis
