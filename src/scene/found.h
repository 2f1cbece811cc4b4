// Found topics among the sections that panels show: a document with them draws them as it draws the author's,
// and leads to them in the same ways.
#pragma once

#include "analysis/topics.h"
#include "scene/document.h"
#include "words/words.h"

namespace visavis {

// Adds the found topics of `topics` as sections of kind `derived` behind the author's, so that those keep
// their ids, and makes them the sections of their turns. Those that were added before go. One that has no
// title is called by its first turn, as `language` says it.
void add_found(Document& document, const Topics& topics, const Language& language = Language());

// The document as its file has it.
void remove_found(Document& document);

}  // namespace visavis
