// Questions with what answers them, as an outline that can be read alone.
#pragma once

#include <string>

#include "writers/inspect_figures.h"

namespace visavis {

// The first words of an answer, in one line, cut between two words after some 160 characters ("…" then).
// Empty where nobody answers.
std::string answer_beginning(const Transcript& transcript, const Exchange& exchange);

// Plain text, UTF-8, LF: each question with its kind, who asks and where; below it who answers, where, at
// what length and after what time, whether with a question or without a word in common, and the answer's
// beginning. Rhetorical and quoted ones stand among them, marked. Turns are counted from 1, as for people.
std::string write_question_outline(const Transcript& transcript, const Analysis& analysis,
                                   const FigureRules& rules = {});

}  // namespace visavis
