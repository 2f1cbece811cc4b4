// A talk as a table, for spreadsheets and statistics: one row per speaker, or one per topic and speaker.
#pragma once

#include <string>
#include <string_view>

#include "analysis/analysis.h"

namespace visavis {

enum class TablePer : std::uint8_t { speaker, topic };

// The header row, with its line end. CSV of RFC 4180: UTF-8, CR LF, a comma between fields.
std::string table_header(TablePer per);

// The rows of one file. The figures are those of the inspect object under the same names; a field is empty
// where one is not known. Per speaker: who speaks how much and how (analysis/shares.h, exchanges.h, floor.h).
// Per topic: one row per section with its place in turns (from 0, as ids are), words, evenness over the
// voices in it and the speaker who has most of them; one row for the whole where there are no sections.
std::string table_rows(TablePer per, const Transcript& transcript, const Analysis& analysis,
                       std::string_view file);

}  // namespace visavis
