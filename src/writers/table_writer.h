// A talk as a table, for spreadsheets and statistics: one row per speaker, per topic or per question.
#pragma once

#include <string>
#include <string_view>

#include "writers/inspect_figures.h"

namespace visavis {

enum class TablePer : std::uint8_t { speaker, topic, question };
// By its name, "speaker", "topic" or "question"; false for another.
bool find_table(std::string_view name, TablePer& per) noexcept;

// The header row, with its line end. CSV of RFC 4180: UTF-8, CR LF, a comma between fields.
std::string table_header(TablePer per);

// The rows of one file. The figures are those of the inspect object under the same names; a field is empty
// where one is not known. Per speaker: who speaks how much and how (analysis/shares.h, exchanges.h, floor.h).
// Per topic: one row per section with its place in turns (from 0, as ids are), words, evenness over the
// voices in it and the speaker who has most of them; one row for the whole where there are no sections. Per
// question: those of exchanges.h, each with the beginning of its answer.
std::string table_rows(TablePer per, const Transcript& transcript, const Analysis& analysis,
                       std::string_view file, const FigureRules& rules = {});

}  // namespace visavis
