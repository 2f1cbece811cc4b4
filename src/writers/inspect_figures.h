// The objects of the inspect object that tell of the talk's dynamics: keys are added, none renamed. What a
// file's times cannot carry is null.
#pragma once

#include "analysis/analysis.h"
#include "base/json_out.h"

namespace visavis {

// Inside "balance": "by" (words, time, turns, characters: shares and their evenness; null where not known)
// and "rolling", of analysis/shares.h.
void write_more_balance(JsonOut& out, const Transcript& transcript, const Analysis& analysis);

// "roles": each speaker's role, how sure it is ("stated": the file says so) and turns; who follows whom; how
// two share the time. Of analysis/measures.h, shares.h and following.h.
void write_roles(JsonOut& out, const Transcript& transcript, const Analysis& analysis);

// "questions": each question with its kind and answer, and counts by speaker; of analysis/exchanges.h.
void write_questions(JsonOut& out, const Transcript& transcript, const Analysis& analysis);

// "floor": of analysis/floor.h.
void write_floor(JsonOut& out, const Transcript& transcript, const Analysis& analysis);

}  // namespace visavis
