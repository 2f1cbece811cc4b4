// The JSON object of `visavis inspect` (contract: schema 1), which is also the page's `transcript` and the
// format `inspect`.
#pragma once

#include <string>
#include <string_view>

#include "analysis/analysis.h"
#include "writers/inspect_figures.h"

namespace visavis {

// One object, UTF-8, with a line break after each turn, section and speaker; ends with a line break. `path`
// adds source.path where not empty.
// `rules` are behind the figures of inspect_figures.h.
std::string write_inspect(const Transcript& transcript, const Analysis& analysis, std::string_view path = {},
                          const FigureRules& rules = {});

// The object without what can be found out again: figures, topics, questions.
std::string write_reading(const Transcript& transcript, const Analysis& analysis);

// The same object for who takes it in parts: all but its turns (an empty list), the figures of
// inspect_figures.h and the sections found, and then the turns, some at a time: {"count": of all, "turns":
// [...], "next": the turn to go on with or null}, of `first` and those after it until the answer has `bytes`
// bytes. Its report has messages as Message::packed, since a page has its own words for them.
std::string write_inspect_head(const Transcript& transcript, const Analysis& analysis);
std::string write_inspect_turns(const Transcript& transcript, std::size_t first, std::size_t bytes);

}  // namespace visavis
