// The objects of the inspect object that tell of the talk's dynamics: keys are added, none renamed. What a
// file's times cannot carry is null.
#pragma once

#include "analysis/analysis.h"
#include "analysis/exchanges.h"
#include "analysis/topics.h"
#include "base/json_out.h"

namespace visavis {

// The conventions behind the figures, as a person may set them; each is written beside what it decides.
struct FigureRules {
  FloorRules floor;
  ExchangeRules exchanges;
  std::uint64_t window_words = 0;   // of the rolling balance; 0: a tenth of the talk
  std::vector<TopicEdit> topics;    // what a person said of them
  std::vector<std::string> silent;  // who was expected to speak and did not: they count for evenness
};
// One a line: interruption_ms N | backchannel_words N | backchannel_ms N | goes_on_words N | window_words N |
// silent NAME. False at the first line that is none of these; an empty line is skipped.
bool parse_rules(std::string_view lines, FigureRules& rules);

// {"topics", "topic_starts", "spoken", "keyphrases", "recurrence", "balance", "questions", "roles", "floor"}:
// those objects of inspect, by rules.
std::string write_figures(const Transcript& transcript, const Analysis& analysis, const FigureRules& rules);

// Inside "balance": "by" (words, time, turns, characters: shares and their evenness; null where not known)
// and "rolling", of analysis/shares.h.
void write_more_balance(JsonOut& out, const Transcript& transcript, const Analysis& analysis,
                        const FigureRules& rules = {});

// "spoken": {"language": of language_of, "given": whether a person said so}.
void write_spoken(JsonOut& out, const Transcript& transcript);

// "roles": each speaker's role, how sure it is ("stated": the file or a person says so) and turns; who
// follows whom; how two share the time. Of analysis/measures.h, shares.h and following.h.
void write_roles(JsonOut& out, const Transcript& transcript, const Analysis& analysis);
// {"spoken", "roles"}
std::string write_spoken_and_roles(const Transcript& transcript, const Analysis& analysis);

// "topics": the list of analysis/topics.h, the author's and found ones, each with how sure it is that it
// starts there, its balance, its words by speaker, and "thread": the id of the topic that it takes up again,
// else its own; "topic_starts": Topics::starts.
void write_topics(JsonOut& out, const Transcript& transcript, const Analysis& analysis, const Topics& topics);

// "keyphrases": what the whole talk is about, of topic_labels.h; "recurrence": of recurrence.h.
void write_talk_words(JsonOut& out, const Transcript& transcript);

// The found topics of a talk as sections of kind "derived", behind the author's: `id` is the first one's.
// Their title is their keyphrases; no turn names them as its section.
void write_found_sections(JsonOut& out, const Transcript& transcript, const Topics& topics, std::int32_t id);

// "questions": each question with its kind and answer, and counts by speaker; of analysis/exchanges.h.
void write_questions(JsonOut& out, const Transcript& transcript, const Analysis& analysis,
                     const FigureRules& rules = {});

// "floor": of analysis/floor.h.
void write_floor(JsonOut& out, const Transcript& transcript, const Analysis& analysis,
                 const FigureRules& rules = {});

}  // namespace visavis
