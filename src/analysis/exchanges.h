// Questions and what answers them.
//
// A question is a sentence of questions_in (questions.h). Turns of one speaker with none of another's between
// them are read as one, narration passed over; the turns of the next speaker, read so, are the answer.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/floor.h"
#include "analysis/question_kinds.h"

namespace visavis {

// Conventions that stand beside the figures and can be set.
struct ExchangeRules {
  // A question is rhetorical, or answered by who asks it, where at least so many words follow before the next
  // question or the other's turn.
  std::uint32_t goes_on_words = 8;
};

struct Exchange {
  std::int32_t turn = kNone;  // that asks
  Span text;                  // of the sentence, into Transcript::text
  QuestionKind kind = QuestionKind::unknown;
  bool quoted = false;      // ends inside quotation marks: told, not asked
  bool rhetorical = false;  // the same speaker goes on; questions just before such a one go with it
  // Of a question that is asked of another, so neither quoted nor rhetorical; kNone where nobody follows.
  std::int32_t answer = kNone;  // the turn with which the answer begins
  std::uint32_t answer_words = 0;
  std::int64_t delay_ms = kNoTime;  // offset of the floor transfer (floor.h), where measured
  bool met_by_question = false;     // the answer's first sentence is a question
  // Content words (question_kinds.h; code point runs of Han and kana) that the question and its answer both
  // have, each counted once, in the form they stand in; 0 is "left without a word in common".
  std::uint32_t shared_words = 0;
  // Asked right after another's answer to an asked question of the same speaker, and takes up a content word
  // of that answer.
  bool follow_up = false;

  bool asked() const noexcept { return !quoted && !rhetorical; }
};

struct Exchanges {
  std::string language;  // whose table sorted the questions; empty where none did
  ExchangeRules rules;
  std::vector<Exchange> questions;  // in order
};
// Linear in the text of the turns that ask and answer.
Exchanges exchanges_of(const Transcript& transcript, const Measures& measures, const Floor& floor,
                       const ExchangeRules& rules = {});

struct QuestionCounts {
  std::uint32_t asked = 0, rhetorical = 0, quoted = 0;
  std::uint32_t by_kind[5] = {};  // of the asked, by QuestionKind
  std::uint32_t answered = 0, follow_ups = 0, met_by_question = 0, nothing_shared = 0;
  double median_answer_words = -1;  // of the answered; negative where there are none
  double median_delay_ms = 0;       // of `delays` of them
  std::uint32_t delays = 0;
};
// One per speaker.
std::vector<QuestionCounts> question_counts(const Transcript& transcript, const Exchanges& exchanges);

}  // namespace visavis
