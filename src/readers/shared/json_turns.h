// From a draft's segments to turns: their text, the places of their words in it, speakers' names.
#pragma once

#include <string>
#include <vector>

#include "readers/shared/cue_sheet.h"
#include "readers/shared/json_draft.h"

namespace visavis {

class DraftTurns {
 public:
  DraftTurns(Draft& draft, SpeakerNumbers numbers, const ReadOptions& options);

  // Adds a segment, cut where its words change speaker. False when the text outgrows 4 GiB.
  bool add(const DraftSegment& segment);
  CueJoiner& joiner() { return joiner_; }
  Result<Transcript> finish();

 private:
  bool any_word_speaker() const;
  void push_word(const DraftWord& word, std::size_t begin, std::size_t end);
  void build(const DraftSegment& segment);
  void align(const DraftSegment& segment);
  bool split(Cue whole);
  bool add(Cue& cue, std::int32_t label);

  Draft& draft_;
  std::vector<std::string> names_;  // of the draft's labels
  CueSheet sheet_;                  // of captions; the builder of all
  TranscriptBuilder& builder_ = sheet_.builder;
  CueJoiner joiner_;
  const bool join_;
  bool other_next_ = false;  // the segment before said so
  // Of the segment at hand.
  std::string text_;
  std::vector<CueWord> words_;
  std::vector<std::int32_t> word_speakers_;
};

}  // namespace visavis
