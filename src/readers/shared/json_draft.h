// What the readers of speech-to-text JSON collect before turns are made of it: speakers' names, words and
// speaker spans come in any order there.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "base/text.h"
#include "base/time.h"
#include "model/report_sink.h"
#include "model/transcript.h"
#include "readers/reader.h"

namespace visavis {

struct DraftWord {
  Span text;  // into Draft::text
  std::int64_t start_ms = kNoTime, end_ms = kNoTime, duration_ms = kNoTime;
  float confidence = -1;
  std::int32_t speaker = kNone, channel = kNone;  // labels
  std::uint32_t line = 0;
  bool punctuation = false;  // stands close to the word before it and is none itself
  bool joins_next = false;   // an opening quote: no space after it
};

struct DraftSegment {
  Span text;  // empty: made of the words
  std::int64_t start_ms = kNoTime, end_ms = kNoTime, duration_ms = kNoTime;
  std::int32_t speaker = kNone, channel = kNone;
  std::uint32_t line = 0;
  std::uint32_t first_word = 0, word_count = 0;
  bool start_estimated = false, end_estimated = false;
  bool other_next = false;  // somebody else speaks after it
};

// "From here to there this one speaks", kept apart from the words by some services.
struct DraftSpan {
  std::int64_t start_ms = kNoTime, end_ms = kNoTime, duration_ms = kNoTime;
  std::int32_t speaker = kNone;
};

struct DraftSection {
  std::string title;
  std::int64_t start_ms = kNoTime;  // unknown: it stands before segment `before`
  std::uint32_t before = 0, line = 0;
  std::int32_t level = 1;
};

struct DraftLabel {
  std::string label;  // as the file writes it
  std::string name;   // from the file's table of speakers, empty where it has none
};

// How speakers are called whose label is a bare number (or, `letters`, a single capital).
enum class SpeakerNumbers : std::uint8_t {
  automatic,  // from zero if there is a 0
  from_zero,  // 0 shows as Speaker 1
  from_one,   // 1 shows as Speaker 1
  letters,    // A shows as Speaker A
};

struct Draft {
  std::string text;        // of all segments and words
  std::string whole_text;  // the file's own whole text, used where it has neither segments nor words
  std::uint32_t whole_line = 0;
  std::string title, language;
  std::vector<DraftLabel> labels;
  std::unordered_map<std::string, std::int32_t> label_ids;
  std::vector<DraftSegment> segments;
  std::vector<DraftWord> words;
  std::vector<DraftSpan> spans;
  std::vector<DraftSection> sections;
  ReportSink report;
  bool spaced = true;     // words are to be joined by spaces; false: they bring their own
  bool captions = false;  // segments are captions: who speaks may stand in their words

  std::int32_t label(std::string_view label);  // its id; kNone for an empty one
  void clear_speech();                         // forgets segments and words
};

// Makes turns of a draft by the joining rule. Speakers of words come from spans where they have none of their
// own.
Result<Transcript> finish_draft(Draft& draft, SpeakerNumbers numbers, const ReadOptions& options);

}  // namespace visavis
