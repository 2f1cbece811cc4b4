#include "readers/documents/csv_header.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "base/unicode.h"
#include "readers/documents/csv_table.h"
#include "readers/shared/column_names.h"
#include "readers/shared/talk_lines.h"

namespace visavis {
namespace {

// NOLINTBEGIN(bugprone-suspicious-missing-comma): one string a column, written over several lines.
// Parts of a talk that are sections only where their rows stand together.
constexpr std::string_view kParts =
    "episodetitle|episode|scene|act|debatetitle|debate|agendaitem|dialogueid|dialogid|conversationid|"
    "meetingid";
// Columns that are each somebody's words, where no column is named for the words.
constexpr std::string_view kVoices =
    "question|answer|q|a|interviewer|interviewee|host|guest|agent|customer|assistant|human|bot|prompt|"
    "response|"
    "pregunta|respuesta|pergunta|resposta|frage|antwort|domanda|risposta|réponse|вопрос|ответ|问题|回答|質問";
// NOLINTEND(bugprone-suspicious-missing-comma)

// Parts of a name in columns of their own.
constexpr std::string_view kFirstNames = "firstname|givenname|forename|vorname|prénom|nombre|nome|imię|имя";
constexpr std::string_view kLastNames =
    "lastname|surname|familyname|nachname|nomdefamille|apellido|apellidos|cognome|sobrenome|nazwisko|фамилия";

// `skipped`: a column that holds no words, whatever it is called.
void name_columns(const std::vector<std::string>& fields, CsvHeader& header, int skipped = -1) {
  std::array<int, kColumns> best;
  best.fill(-1);
  int from = -1, to = -1, time = -1, first_name = -1, last_name = -1;
  header.fields = fields.size();
  if (fields.size() < 2 || fields.size() > 200) return;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string_view cell = trim(fields[i]);
    Unit unit = Unit::none;
    int rank = -1;
    const Column column = column_named(cell, unit, rank);
    const std::string name = cell.size() > 60 ? std::string() : bare_name(cell, unit);
    if (static_cast<int>(i) == skipped) continue;
    if (rank_of(name, kFirstNames) >= 0) first_name = static_cast<int>(i);
    if (rank_of(name, kLastNames) >= 0) last_name = static_cast<int>(i);
    if (name == "from") from = static_cast<int>(i);
    if (name == "to") to = static_cast<int>(i);
    if (name == "time" || name == "timestamp") time = static_cast<int>(i);
    if (rank_of(name, kVoices) >= 0) header.voices.push_back(static_cast<int>(i));
    if (column == kColumns || (best[column] >= 0 && rank >= best[column])) continue;
    best[column] = rank;
    if (column == kText) header.of_words = name == "word" || name == "token";
    if (column == kSection) header.of_parts = rank_of(name, kParts) >= 0;
    header.at[column] = static_cast<int>(i);
    header.unit[column] = unit;
  }
  // Of a message: from whom and to whom, not from when to when.
  if (header.at[kSpeaker] < 0 && from >= 0 && time >= 0) {
    header.at[kSpeaker] = from;
    header.at[kStart] = time;
    if (header.at[kEnd] == to) header.at[kEnd] = -1;
  }
  if (first_name >= 0 && last_name >= 0 && (header.at[kSpeaker] < 0 || header.at[kSpeaker] == first_name)) {
    header.at[kSpeaker] = first_name;
    header.last_name = last_name;
  }
  if (header.at[kText] >= 0 || header.at[kSpeaker] >= 0) header.voices.clear();
  for (const int at : header.at) header.known += at >= 0;
  header.known += static_cast<int>(header.voices.size());
}

// A date without a time of the day is no start; it is known by the first row below the names.
void settle_date(const std::vector<std::string>& names, const std::vector<std::string>& fields,
                 CsvHeader& header) {
  const int at = header.at[kStart];
  if (at < 0 || static_cast<std::size_t>(at) >= std::min(names.size(), fields.size())) return;
  Unit unit = Unit::none;
  const std::string name = bare_name(trim(names[static_cast<std::size_t>(at)]), unit);
  if (name != "date" && name != "datetime" && name != "createdat" && name != "sentat") return;
  JsonScalar value;
  value.kind = JsonScalar::Kind::string;
  value.text = trim(fields[static_cast<std::size_t>(at)]);
  std::int64_t ms = 0;
  if (json_time(value, Unit::seconds, ms)) return;
  header.at[kStart] = -1;
  --header.known;
}

// The header, in one of the first rows: spreadsheets have a title above, alone in its row, say first what
// parts their fields, or what the table is about, a key and a value a row.
CsvHeader read_header(std::string_view text, char delimiter) {
  constexpr std::size_t kMostBefore = 24, kMostAlone = 8;
  CsvHeader header;
  header.delimiter = delimiter;
  header.at.fill(-1);
  header.unit.fill(Unit::none);
  CsvRows rows(text, delimiter);
  std::vector<std::string> fields;
  std::size_t alone_rows = 0;
  while (rows.next(fields)) {
    const auto filled = std::count_if(fields.begin(), fields.end(),
                                      [](const std::string& field) { return !trim(field).empty(); });
    if (filled == 0) continue;
    const std::string_view first = trim(fields[0]);
    if (filled > 1) {
      name_columns(fields, header);
      if (header.is_table() || filled > 2 || first.empty()) {
        const std::vector<std::string> names = fields;
        if (!header.is_table() || !rows.next(fields)) return header;
        // "line" may be its number, with the words in "line_text".
        const auto at = static_cast<std::size_t>(header.at[kText]);
        std::int64_t number = 0;
        if (header.at[kText] >= 0 && at < fields.size() && parse_seconds(trim(fields[at]), number)) {
          CsvHeader other = header;
          other.at.fill(-1);
          other.known = 0;
          name_columns(names, other, static_cast<int>(at));
          if (other.at[kText] >= 0 && other.is_table()) header = std::move(other);
        }
        settle_date(names, fields, header);
        return header;
      }
      header.at.fill(-1);
      header.voices.clear();
      header.known = 0;
    }
    if (++header.before > kMostBefore || (filled == 1 && ++alone_rows > kMostAlone + 1)) break;
    if (filled == 1 && header.title.empty() && !starts_with_ignoring_ascii_case(first, "sep="))
      header.title = first;
    const std::string_view key = first.ends_with(':') ? trim(first.substr(0, first.size() - 1)) : first;
    if (filled == 2 && fields.size() > 1 && equals_ignoring_ascii_case(key, "title"))
      header.title = trim(fields[1]);
  }
  return header;
}

// A table of words alone: a header that names the column of the words, and rows that all have as many fields.
CsvHeader read_words_header(std::string_view text, char delimiter) {
  constexpr std::size_t kFewestRows = 3;
  CsvHeader header = read_header(text, delimiter);
  header.at.fill(-1);
  header.title.clear();
  header.before = 0;
  CsvRows rows(text, delimiter);
  std::vector<std::string> fields;
  if (!rows.next(fields)) return header;
  const std::size_t width = fields.size();
  header.known = 0;
  name_columns(fields, header);
  std::size_t count = 0, words = 0, talks = 0;
  const int at = header.at[kText];
  while (rows.next(fields)) {
    if (fields.size() == 1 && trim(fields[0]).empty()) continue;
    // Where the sample ends.
    if (rows.had_open_quote() || (rows.offset() >= text.size() && fields.size() < width)) break;
    if (fields.size() != width || at < 0) return header;
    ++count;
    words += trim(fields[static_cast<std::size_t>(at)]).find(' ') != std::string_view::npos;
    talks += is_talk(fields[static_cast<std::size_t>(at)]);
  }
  header.words_only = count >= kFewestRows && words * 2 > count;
  header.talks = header.words_only && talks * 2 > count;
  return header;
}

bool is_time(std::string_view text) {
  std::int64_t ms = 0;
  return text.find(':') != std::string_view::npos && parse_clock(text, ms) == text.size();
}

bool is_number(std::string_view text) {
  std::int64_t thousandths = 0;
  return parse_seconds(text, thousandths);
}

// No sign that sentences have; the stop of "Mr. Holm" and "J. Holm" is none.
bool ends_no_sentence(std::string_view cell) {
  constexpr std::size_t kMostShort = 4;
  for (std::size_t at = cell.find_first_of(".!?:,;"); at != std::string_view::npos;
       at = cell.find_first_of(".!?:,;", at + 1)) {
    const std::size_t word = cell.rfind(' ', at) + 1;
    if (cell[at] != '.' || at + 2 >= cell.size() || cell[at + 1] != ' ' || at - word > kMostShort)
      return false;
  }
  return true;
}

// What a column without a name holds, of its cells in the first rows.
struct Contents {
  bool times = true, numbers = true, names = true, counts = true, short_marks = true, labels = true;
  std::size_t letters = 0, filled = 0, spaced = 0, labelled = 0;
  std::int64_t last = 0;  // of a column that counts the rows
  std::int64_t least = 0, greatest = 0;
  bool whole = true;                   // numbers without decimals
  std::vector<std::string> different;  // names, a few of them

  void see(std::string_view cell, std::size_t row) {
    letters += cell.size();
    times = times && is_time(cell);
    numbers = numbers && is_number(cell);
    std::int64_t thousandths = 0;
    counts = counts && parse_seconds(cell, thousandths) && cell.find('.') == std::string_view::npos &&
             (row == 0 ? thousandths <= 1000 : thousandths == last + 1000);
    last = thousandths;
    if (std::int64_t value = 0; numbers && parse_seconds(cell, value)) {
      least = row == 0 ? value : std::min(least, value);
      greatest = std::max(greatest, value);
    }
    whole = whole && cell.find('.') == std::string_view::npos;
    spaced += cell.find(' ') != std::string_view::npos;
    short_marks = short_marks && cell.size() <= 16;
    if (cell.empty()) {
      names = names && row > 0;
      return;
    }
    ++filled;
    bool is_label = false;
    if (cell.size() > 1 && (cell.back() == ':' || cell.back() == ';')) {
      is_label = cell.back() == ':' && cell.size() <= 41;
      labelled += is_label;
      cell.remove_suffix(1);
    } else {
      labels = false;
    }
    names = names && cell.size() <= 40 && !is_time(cell) && !is_number(cell) && ends_no_sentence(cell);
    constexpr std::size_t kMostDifferent = 12;
    if ((names || is_label) && different.size() < kMostDifferent &&
        std::find(different.begin(), different.end(), cell) == different.end())
      different.emplace_back(cell);
  }
};

// A table with a column for each speaker, as ELAN and people write it: a header of names, times in columns of
// their own, and in every row words of one of them. Without times every row must be so.
CsvHeader read_wide_header(std::string_view text, char delimiter) {
  constexpr std::size_t kMostRows = 400, kFewestRows = 3, kFewestWithoutTimes = 6, kMostColumns = 40;
  CsvHeader header;
  header.delimiter = delimiter;
  header.at.fill(-1);
  header.unit.fill(Unit::none);
  CsvRows rows(text, delimiter);
  std::vector<std::string> names, fields;
  if (!rows.next(names) || names.size() < 2 || names.size() > kMostColumns) return header;
  struct Filled {
    std::size_t cells = 0, clocks = 0, numbers = 0, spaced = 0;
  };
  std::vector<Filled> columns(names.size());
  std::vector<std::vector<bool>> is_filled;
  while (is_filled.size() < kMostRows && rows.next(fields)) {
    if (rows.had_open_quote() || (rows.offset() >= text.size() && is_filled.size() > 50)) break;  // cut
    if (fields.size() == 1 && trim(fields[0]).empty()) continue;
    if (fields.size() > names.size()) return header;
    std::vector<bool>& filled = is_filled.emplace_back(names.size());
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const std::string_view cell = trim(fields[i]);
      filled[i] = !cell.empty();
      columns[i].cells += !cell.empty();
      columns[i].clocks += is_time(cell);
      columns[i].numbers += is_number(cell);
      columns[i].spaced += cell.find(' ') != std::string_view::npos;
    }
  }
  const std::size_t count = is_filled.size();
  const auto all_are = [&](std::size_t some) { return some * 10 >= count * 9; };
  std::size_t spaced = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string_view name = trim(names[i]);
    if (all_are(columns[i].clocks)) {
      int& at = header.at[header.at[kStart] < 0 ? kStart : kEnd];
      if (at < 0) at = static_cast<int>(i);
    } else if (columns[i].cells > 0 && !all_are(columns[i].numbers)) {
      Unit unit = Unit::none;
      int rank = -1;
      if (all_are(columns[i].cells) || name.empty() || name.size() > 40 || is_number(name) || is_time(name) ||
          (column_named(name, unit, rank) != kColumns && rank < kByLastWord) ||
          is_any(fold_case(name),
                 "note|notes|event|remark|remarks|description|translation|action|code|codes|tag|"
                 "tags|theme|category|memo|gloss|id|status|type|notiz|bemerkung|nota|notas")) {
        header.at.fill(-1);
        return header;
      }
      header.voices.push_back(static_cast<int>(i));
      spaced += columns[i].spaced;
    }
  }
  std::size_t some = 0, one = 0, cells = 0;  // rows with words, with those of one; cells with words
  for (const std::vector<bool>& filled : is_filled) {
    const auto voices =
        static_cast<std::size_t>(std::count_if(header.voices.begin(), header.voices.end(),
                                               [&](int at) { return filled[static_cast<std::size_t>(at)]; }));
    some += voices > 0;
    one += voices == 1;
    cells += voices;
  }
  const bool timed = header.at[kStart] >= 0;
  if (header.voices.size() < 2 || count < (timed ? kFewestRows : kFewestWithoutTimes) || spaced * 3 < count ||
      (timed ? !all_are(some) || cells * 4 > count * header.voices.size() * 3 : one < count)) {
    header.at.fill(-1);
    header.voices.clear();
    return header;
  }
  header.wide = true;
  header.fields = names.size();
  header.known = static_cast<int>(header.voices.size()) + (timed ? 1 : 0);
  return header;
}

// Not the stamp of a message ("[3/4/2025, 9:12] Ana: …"), which has a comma as well.
bool is_bare_name(std::string_view cell) {
  std::size_t at = 0;
  return !cell.empty() && is_word_character(next_code_point(cell, at)) && (cell[0] < '0' || cell[0] > '9') &&
         cell.find_first_of("/[]<>@#") == std::string_view::npos;
}

// Columns by what is in them: times by the clock (or two columns of numbers), names, and words, in rows that
// all have as many fields.
CsvHeader guess_header(std::string_view text, char delimiter) {
  constexpr std::size_t kMostRows = 50, kFewestRows = 3;
  CsvHeader header;
  header.delimiter = delimiter;
  header.named = false;
  header.at.fill(-1);
  header.unit.fill(Unit::none);
  CsvRows rows(text, delimiter);
  std::vector<std::string> fields;
  std::vector<Contents> columns;
  std::size_t count = 0;
  for (; count < kMostRows && rows.next(fields); ++count) {
    if (fields.size() == 1 && trim(fields[0]).empty()) continue;
    if (columns.empty()) columns.resize(fields.size());
    if (fields.size() != columns.size() || fields.size() > 6 ||
        fields.size() < (delimiter == ',' || delimiter == ';' ? 2 : 3))
      return header;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      columns[i].see(trim(fields[i]), count);
    }
  }
  if (count < kFewestRows) return header;
  header.fields = columns.size();
  std::size_t most = 0;
  // Two columns of times beside one that counts the rows, or the captions that the rows are lines of.
  const auto numeric = std::count_if(columns.begin(), columns.end(),
                                     [](const Contents& column) { return column.times || column.numbers; });
  const bool clocks =
      std::count_if(columns.begin(), columns.end(), [](const Contents& column) { return column.times; }) >= 2;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Contents& column = columns[i];
    if ((column.counts && numeric >= 3) || (clocks && column.numbers && !column.times)) continue;
    // The number of an episode or a page is no time.
    if (column.numbers && !column.times && column.whole &&
        (column.greatest == column.least ||
         column.greatest - column.least < static_cast<std::int64_t>(count) * 1000 / 4))
      continue;
    if (column.times || column.numbers) {
      int& at = header.at[header.at[kStart] < 0 ? kStart : kEnd];
      if (at < 0) at = static_cast<int>(i);
    } else if (column.letters > most) {
      most = column.letters;
      header.at[kText] = static_cast<int>(i);
    }
  }
  // A column of labels ("Ida:") before any other of names.
  for (std::size_t i = 0; i < columns.size() && header.at[kSpeaker] < 0; ++i)
    if (columns[i].filled * 4 >= count && columns[i].labelled * 10 >= columns[i].filled * 8 &&
        columns[i].different.size() >= 2 && header.at[kText] != static_cast<int>(i)) {
      header.at[kSpeaker] = static_cast<int>(i);
      header.speaker_goes_on = columns[i].filled < count;
    }
  for (std::size_t i = 0; i < columns.size() && header.at[kSpeaker] < 0; ++i)
    if (columns[i].names && columns[i].filled * 4 >= count && header.at[kText] != static_cast<int>(i) &&
        (columns[i].filled == count || columns[i].labels ||
         columns[i].different.size() * 2 <= columns[i].filled)) {
      header.at[kSpeaker] = static_cast<int>(i);
      header.speaker_goes_on = columns[i].filled < count;
    }
  const int start = header.at[kStart];
  const bool by_clock = start >= 0 && columns[static_cast<std::size_t>(start)].times;
  // "A|words|tag" without times: few names that return, words with spaces, and short marks.
  bool& of_talk = header.of_talk;
  of_talk = !by_clock && start < 0 && (delimiter == '|' || delimiter == '\t') && count >= 8 &&
            header.at[kSpeaker] == 0 && header.at[kText] >= 0 && columns[0].filled == count &&
            columns[0].different.size() >= 2 && columns[0].different.size() * 4 <= count;
  // Names and words alone, in either order: names that come back again and again.
  if (columns.size() == 2 && header.at[kSpeaker] >= 0 && header.at[kText] >= 0) {
    const Contents& names = columns[static_cast<std::size_t>(header.at[kSpeaker])];
    const Contents& words = columns[static_cast<std::size_t>(header.at[kText])];
    const bool first = header.at[kSpeaker] == 0;
    of_talk = count >= 6 && start < 0 && (first ? names.filled == count : names.filled * 20 >= count * 19) &&
              names.different.size() >= 2 && names.different.size() * 3 <= count && words.filled == count &&
              std::all_of(names.different.begin(), names.different.end(), is_bare_name);
    header.speaker_goes_on = false;
  }
  for (std::size_t i = 1; of_talk && i < columns.size(); ++i)
    of_talk =
        header.at[kText] == static_cast<int>(i) ? columns[i].spaced * 2 > count : columns[i].short_marks;
  // "Ida:" in every row names who speaks, whatever else there is.
  const int who = header.at[kSpeaker];
  const bool labelled = who >= 0 && columns[static_cast<std::size_t>(who)].labelled * 10 >= count * 8 &&
                        count >= 8 && columns[static_cast<std::size_t>(who)].different.size() >= 2;
  header.labelled = labelled;
  if (!by_clock && header.at[kEnd] < 0 && !of_talk && !labelled) header.at.fill(-1);
  if (header.at[kText] >= 0 && header.at[kSpeaker] < 0 && header.at[kEnd] < 0) header.at.fill(-1);
  for (std::size_t i = columns.size(); i-- > 0;)
    if (std::find(header.at.begin(), header.at.end(), static_cast<int>(i)) == header.at.end() &&
        columns[i].filled > 0 && !columns[i].counts && !columns[i].numbers)
      header.left_out = static_cast<int>(i);
  for (const int at : header.at) header.known += at >= 0;
  return header;
}

}  // namespace

CsvHeader find_csv_header(std::string_view text) {
  CsvHeader best;
  best.at.fill(-1);
  for (const char delimiter : {',', '\t', ';', '|'}) {
    CsvHeader header = read_header(text.substr(0, 64u << 10), delimiter);
    if (header.is_table() && header.known > best.known) best = std::move(header);
  }
  if (best.is_table()) return best;
  for (const char delimiter : {',', '\t', ';'}) {
    CsvHeader header = read_wide_header(text.substr(0, 64u << 10), delimiter);
    if (header.is_table()) return header;
  }
  for (const char delimiter : {',', '\t', ';'}) {
    CsvHeader header = read_words_header(text.substr(0, 64u << 10), delimiter);
    if (header.words_only) return header;
  }
  for (const char delimiter : {',', '\t', ';', '|'}) {
    CsvHeader header = guess_header(text.substr(0, 64u << 10), delimiter);
    if (header.is_table() && header.known > best.known) best = std::move(header);
  }
  return best;
}

}  // namespace visavis
