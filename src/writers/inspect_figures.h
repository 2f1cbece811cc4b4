// The objects of the inspect object that tell of the talk's dynamics: keys are added, none renamed. What a
// file's times cannot carry is null.
#pragma once

#include "analysis/analysis.h"
#include "analysis/topics.h"
#include "base/json_out.h"

namespace visavis {

// Inside "balance": "by" (words, time, turns, characters: shares and their evenness; null where not known)
// and "rolling", of analysis/shares.h.
void write_more_balance(JsonOut& out, const Transcript& transcript, const Analysis& analysis);

// "roles": each speaker's role, how sure it is ("stated": the file says so) and turns; who follows whom; how
// two share the time. Of analysis/measures.h, shares.h and following.h.
void write_roles(JsonOut& out, const Transcript& transcript, const Analysis& analysis);

// "topics": the list of analysis/topics.h, the author's and found ones, each with how sure it is that it
// starts there.
void write_topics(JsonOut& out, const Topics& topics);

// The found topics of a talk as sections of kind "derived", behind the author's: `id` is the first one's.
// Their title is their keyphrases; no turn names them as its section.
void write_found_sections(JsonOut& out, const Transcript& transcript, const Topics& topics, std::int32_t id);

// "questions": each question with its kind and answer, and counts by speaker; of analysis/exchanges.h.
void write_questions(JsonOut& out, const Transcript& transcript, const Analysis& analysis);

// "floor": of analysis/floor.h.
void write_floor(JsonOut& out, const Transcript& transcript, const Analysis& analysis);

}  // namespace visavis
