// The semantic twin of the three panels as JSON: every number that is drawn, as the same string.
#pragma once

#include <string>

#include "scene/figures.h"

namespace visavis {

// {"timeline": {summary, lanes[], sections[]}, "balance": {of, words, measure, index, gini, definition,
// columns[], rows[]}, "topics": {summary, items[]}}
std::string write_twin(const Document& doc, const BalanceFigures& balance, const OutlineFigures& outline);

}  // namespace visavis
