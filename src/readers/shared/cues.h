// Timed pieces to turns: the one place of the joining rule, shared by all subtitle and speech-to-text
// readers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/builder.h"

namespace visavis {

// The longest silence across which pieces of one speaker are one turn (design: model).
constexpr std::int64_t kMostGap_ms = 2000;

// Captions without speakers are narration, and each paragraph of narration is a turn: one that is this long
// in bytes ends with its sentence, and where captions have no sentences with the caption that makes it
// kMostParagraphBytes.
constexpr std::size_t kParagraphBytes = 450, kMostParagraphBytes = 1200;

// A word inside a cue; the span is relative to Cue::text.
struct CueWord {
  Span text;
  std::int64_t start_ms = kNoTime, end_ms = kNoTime;
  float confidence = -1;
};

struct Cue {
  std::string_view speaker;  // label as written, empty where there is none
  std::string_view text;     // UTF-8, trimmed by the joiner; line breaks inside as LF
  std::int64_t start_ms = kNoTime, end_ms = kNoTime;
  std::uint32_t line = 0;
  std::uint8_t marks = 0;
  bool start_estimated = false, end_estimated = false;  // the times are not the file's own
  bool breaks = false;                                  // never continues the turn before it
  bool flows = false;                                   // its line breaks are spaces
  const std::vector<CueWord>* words = nullptr;          // in order, inside `text`
};

// Adds cues to a builder as turns. With `join`, a cue continues the turn before it when both have the same
// speaker (or both none: as long as a paragraph is), no section was begun between, both are timed and the gap
// from the turn's end to the cue's start is at most kMostGap_ms; the texts are joined by one space, and cues
// without text are dropped. Without `join` every cue is a turn, empty ones too.
class CueJoiner {
 public:
  CueJoiner(TranscriptBuilder& builder, bool join) : builder_(builder), join_(join) {}
  // Returns false when the text outgrows 4 GiB.
  bool add(const Cue& cue);
  void begin_section(std::string_view title, SectionKind kind, std::int32_t level, std::uint32_t line);
  void end_sections(std::int32_t level = 1);

 private:
  TranscriptBuilder& builder_;
  bool join_;
  bool may_join_ = false;
  // The label last looked up: most cues have the speaker of the one before.
  std::string last_label_;
  std::int32_t last_speaker_ = kNone;
};

// An end before the turn's own start is none; the report says so.
void forget_backward_ends(Transcript& transcript);

// Gives every turn that has a start and no end an estimated end: the next later start, for the last one the
// time its words take at 150 a minute; backward ends are forgotten first. Marked TimeSource::estimated, never
// past kMostEstimate_ms after the start.
constexpr std::int64_t kMostEstimate_ms = 600'000;
void estimate_missing_ends(Transcript& transcript);

// Machine ids ("SPEAKER_00", "spk_1", "speaker_2", "S1" is not one) get a name for people, Speaker 1, 2 …
// (the id's own number plus one for ids that count from zero), with the id as alias. A label like "Speaker 0"
// stays as written.
void name_machine_speakers(Transcript& transcript);

}  // namespace visavis
