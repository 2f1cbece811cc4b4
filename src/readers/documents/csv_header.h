// Which column of a table holds what: by its name in the header, in the languages people keep such tables in,
// or, where no row names them, by what is in it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readers/shared/column_names.h"

namespace visavis {

struct CsvHeader {
  char delimiter = ',';
  std::size_t fields = 0;
  std::size_t before = 0;  // rows before it that are not blank
  std::string title;
  std::array<int, kColumns> at;  // field of each column, -1 for none
  std::array<Unit, kColumns> unit;
  int known = 0;
  bool named = true;             // false: the columns are known by what is in them
  bool of_talk = false;          // who, words and a mark between bars or tabs, without a name for any
  bool speaker_goes_on = false;  // an empty cell is the speaker above, where columns have no names
  int left_out = -1;             // the first column that nothing is read from, where columns have no names
  bool talks = false;            // each cell of the words is a talk of its own, of lines with labels
  bool words_only = false;       // a table all the same, of nobody's words at no time
  bool labelled = false;         // speakers are cells that end in a colon; others name nobody
  bool of_words = false;         // a row is a word
  bool of_parts = false;         // the section's column says so only where its parts stand together
  bool wide = false;             // voices that speak at a row's time, one of them or several at once
  int last_name = -1;            // the column of last names, where the speaker's has the first ones
  std::vector<int> voices;       // columns that are each somebody's words: question and answer
  bool is_table() const {
    if (voices.size() >= 2) return true;
    return at[kText] >= 0 && (words_only || at[kSpeaker] >= 0 || at[kStart] >= 0 || at[kEnd] >= 0);
  }
};

// The header that names most columns, of those with any usual delimiter; else the columns' contents. Answers
// one that is no table where neither tells. Looks at the first 64 KB.
CsvHeader find_csv_header(std::string_view text);

}  // namespace visavis
