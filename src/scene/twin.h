// The semantic twin of the three panels as JSON: every number that is drawn, as the same string.
#pragma once

#include <string>

#include "scene/figures.h"

namespace visavis {

// {"timeline": {summary, lanes[]}, "balance": {of, words, measure, index, gini, definition, columns[],
// folded, rows[]}, "topics": {summary, most, items[], next}}. `most` are the words of the longest
// topic. A row is {speaker, name, role, cells[], count, leads}: `cells` are the columns' figures as they are
// drawn, `count` its words as a number, `leads` the columns whose figure leads to turns, as bits. Of very
// many topics it has the first ones; `next` is the one to ask write_twin_topics for, null when there are no
// more.
std::string write_twin(const Document& doc, const BalanceFigures& balance, const OutlineFigures& outline);

// {"balance": …} alone, the one part that changes while a document is shown.
std::string write_twin_balance(const BalanceFigures& balance);
// {"items": [...], "next": …}: the topics from the `first` on, some kilobytes of them.
std::string write_twin_topics(const Document& doc, const OutlineFigures& outline, std::size_t first);

}  // namespace visavis
