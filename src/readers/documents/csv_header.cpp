#include "readers/documents/csv_header.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "base/unicode.h"
#include "readers/documents/csv_table.h"
#include "readers/shared/talk_lines.h"

namespace visavis {
namespace {

// As `bare_name` leaves them, with | between; the better name for a column first.
// NOLINTBEGIN(bugprone-suspicious-missing-comma): one string a column, written over several lines.
constexpr std::string_view kNames[kColumns] = {
    "speaker|speakername|speakerlabel|spkr|spk|name|who|person|participant|character|author|talker|speakers|"
    "participants|whospeaks|whosaidit|sprecher|"
    "sprecherin|redner|"
    "rednerin|person|locuteur|locutrice|intervenant|orateur|hablante|orador|interlocutor|falante|parlante|"
    "relatore|"
    "locutor|locutora|persona|quién|quem|qui|chi|wer|kto|кто|interlocutore|wypowiadający|mluvčí|beszélő|"
    "vorbitor|"
    "ομιλητής|мовець|диктор|"
    "spreker|talare|mówca|rozmówca|говорящий|спикер|说话人|发言人|講者|话者|話者|発言者|話し手|화자|발화자|"
    "المتحدث|متحدث|דובר|"
    "דוברת|konuşmacı|puhuja|taler|speakerid|username|sendername|sender|nickname|nick|displayname|fullname|"
    "werspricht|wer spricht|spokenby|saidby|narrator|voice|deputy|member|actor|label|user|header|role",
    "text|transcript|transcription|content|utterance|words|body|message|speech|sentence|quote|caption|"
    "subtitle|dialogue|"
    "line|turn|whatwassaid|said|saidtext|spokentext|inhalt|äußerung|transkript|wortlaut|gesagtes|"
    "gesprochenes|"
    "transkription|texte|contenu|propos|parole|paroles|texto|contenido|"
    "transcripción|"
    "transcrição|conteúdo|fala|frase|diálogo|enunciado|énoncé|testo|battuta|wypowiedź|treść|"
    "transkrypcja|přepis|szöveg|κείμενο|konuşma|çeviriyazı|contenuto|trascrizione|tekst|текст|реплика|文本|"
    "内容|內容|文字|テキスト|発言|"
    "発話|내용|텍스트|발화|"
    "نص|النص|טקסט|תוכן|metin|teksti|orthographic|orthography|orth|statement|contribution|intervention|"
    "discurso|discours|rede|wortbeitrag|lines|comment|segment|word|token",
    "start|starttime|sttime|begin|begintime|timestamp|timestamps|timespan|timerange|timecode|in|timein|tcin|"
    "from|onset|time|offset|anfang|"
    "beginn|"
    "start|"
    "startzeit|von|zeit|zeitmarke|uhrzeit|zeitcode|début|debut|temps|heure|horodatage|inicio|comienzo|tiempo|"
    "hora|desde|início|tempo|inizio|ora|orario|da|początek|czas|od|godzina|začátek|čas|kezdet|idő|έναρξη|"
    "χρόνος|"
    "ώρα|başlangıç|zaman|saat|start|starttid|tid|begintijd|tijd|alku|aika|început|timp|час|початок|начало|"
    "время|"
    "开始|开始时间|時間|"
    "时间|開始|開始時間|開始時刻|시작|시작시간|시간|البداية|الوقت|وقت|התחלה|זמן|ts|datetime|createdat|sentat|"
    "messagetime|date",
    "end|endtime|entime|stop|out|timeout|tcout|to|until|ende|endzeit|bis|fin|fim|final|fine|hasta|até|koniec|"
    "do|"
    "konec|vége|λήξη|τέλος|bitiş|slut|sluttid|einde|eindtijd|loppu|sfârșit|кінець|конец|结束|"
    "结束时间|"
    "終了|終了時間|終了時刻|끝|"
    "종료|النهاية|סוף",
    "duration|length|dur|dauer|durée|duración|duração|durata|длительность|时长|長さ",
    "section|chapter|topic|heading|abschnitt|kapitel|thema|chapitre|sujet|capítulo|tema|capitolo|章|主题|"
    "話題|episodetitle|episode|scene|act|debatetitle|debate|agendaitem|dialogueid|dialogid|conversationid|"
    "meetingid"};
// … of which these are sections only where their rows stand together.
constexpr std::string_view kParts =
    "episodetitle|episode|scene|act|debatetitle|debate|agendaitem|dialogueid|dialogid|conversationid|"
    "meetingid";
// Columns that are each somebody's words, where no column is named for the words.
constexpr std::string_view kVoices =
    "question|answer|q|a|interviewer|interviewee|host|guest|agent|customer|assistant|human|bot|prompt|"
    "response|"
    "pregunta|respuesta|pergunta|resposta|frage|antwort|domanda|risposta|réponse|вопрос|ответ|问题|回答|質問";
// NOLINTEND(bugprone-suspicious-missing-comma)

// A column's name without case, spaces, brackets and unit; the unit apart.
std::string bare_name(std::string_view written, Unit& unit) {
  std::string name;
  unit = Unit::none;
  const std::size_t bracket = std::min(written.find_first_of("(["), written.size());
  std::string words = fold_case(written.substr(0, bracket)) + " " + fold_case(written.substr(bracket));
  for (char& c : words)
    if (c == '_' || c == '-' || c == '.' || c == '(' || c == ')' || c == '[' || c == ']') c = ' ';
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = trim(std::string_view(words).substr(at, end - at));
    at = end + 1;
    if (!name.empty() && (word == "ms" || word == "msec" || word == "millis" || word == "milliseconds"))
      unit = Unit::milliseconds;
    else if (!name.empty() && (word == "s" || word == "sec" || word == "secs" || word == "seconds"))
      unit = Unit::seconds;
    else
      name += word;
  }
  if (name.size() > 2 && name.ends_with("ms") && name != "items") {
    name.resize(name.size() - 2);
    unit = Unit::milliseconds;
  }
  return name;
}

// The last word of a column's name of several, without case; empty where it is one.
std::string last_word(std::string_view written) {
  const std::string_view words = trim(written.substr(0, written.find_first_of("([")));
  const std::size_t gap = words.find_last_of(" _-.");
  return gap == std::string_view::npos ? std::string() : fold_case(words.substr(gap + 1));
}

// Of what else is in a column's name the last word says what it holds: "utterance text", "turn start".
constexpr std::string_view kLastWords[kColumns] = {
    "speaker|speaking|sprecher|sprecherin|locuteur|hablante|interlocutore|falante|spreker",
    "text|transcript|transcription|utterance|content|texte|texto|testo|tekst|spoken|said",
    "start|begin|beginn|anfang|début|inicio|início|inizio|początek|začátek|начало",
    "end|ende|fin|fim|fine|koniec|konec|конец",
    "",
    ""};
// … or the first one, before "of": "start of turn".
constexpr std::string_view kFirstWords[kColumns] = {
    "", "text|words|transcript", "start|begin|beginning|onset", "end|offset", "", ""};

constexpr int kByLastWord = 1000;  // a rank behind all names

// "Name of the speaker", "Name des Sprechers", "nom du locuteur".
bool is_name_of_speaker(std::string_view written) {
  const std::string words = fold_case(trim(written.substr(0, written.find_first_of("(["))));
  const std::size_t first = words.find(' '), last = words.rfind(' ');
  if (first == std::string::npos || first == last) return false;
  std::string_view who = std::string_view(words).substr(last + 1);
  if (rank_of(std::string_view(words).substr(0, first), "name|names|nom|nombre|nome|naam|namn|imię|имя") < 0)
    return false;
  if (who.ends_with('s') && rank_of(who, kNames[kSpeaker]) < 0) who.remove_suffix(1);
  return rank_of(who, kNames[kSpeaker]) >= 0;
}

// The column that a cell of a header names, its unit, and how good a name it is, 0 for the best.
Column name_of(std::string_view cell, Unit& unit, int& rank) {
  if (cell.empty() || cell.size() > 60) return kColumns;
  if (cell.back() == '?' &&
      (starts_with_ignoring_ascii_case(cell, "who ") || starts_with_ignoring_ascii_case(cell, "what ")))
    cell.remove_suffix(1);  // "Who is speaking?"
  if (cell.find_last_of(".!?:") == cell.size() - 1) return kColumns;
  const std::string name = bare_name(cell, unit);
  // What stands in a bracket explains: "Speaker (last, first)".
  Unit no_unit = Unit::none;
  const std::string without = bare_name(trim(cell.substr(0, cell.find_first_of("(["))), no_unit);
  for (std::size_t column = 0; column < kColumns; ++column) {
    rank = rank_of(name, kNames[column]);
    if (rank < 0 && without != name && !without.empty()) rank = rank_of(without, kNames[column]);
    if (rank < 0 && !kFirstWords[column].empty())
      if (const std::size_t of = cell.find(" of "); of != std::string_view::npos)
        rank = rank_of(fold_case(trim(cell.substr(0, of))), kFirstWords[column]) < 0 ? -1 : kByLastWord;
    if (rank < 0 && !kLastWords[column].empty()) {
      const std::string last = last_word(cell);
      rank = last.empty() || rank_of(last, kLastWords[column]) < 0 ? -1 : kByLastWord;
    }
    if (rank < 0 && column == kSpeaker && is_name_of_speaker(cell)) rank = kByLastWord;
    if (rank >= 0) return static_cast<Column>(column);
  }
  return kColumns;
}

void name_columns(const std::vector<std::string>& fields, CsvHeader& header) {
  std::array<int, kColumns> best;
  best.fill(-1);
  int from = -1, to = -1, time = -1;
  header.fields = fields.size();
  if (fields.size() < 2 || fields.size() > 200) return;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string_view cell = trim(fields[i]);
    Unit unit = Unit::none;
    int rank = -1;
    const Column column = name_of(cell, unit, rank);
    const std::string name = cell.size() > 60 ? std::string() : bare_name(cell, unit);
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
        if (header.is_table() && rows.next(fields)) settle_date(names, fields, header);
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
    names = names && cell.size() <= 40 && !is_time(cell) && !is_number(cell) &&
            cell.find_first_of(".!?:,;") == std::string_view::npos;
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
          (name_of(name, unit, rank) != kColumns && rank < kByLastWord) ||
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
  // Two columns of times beside one that counts the rows.
  const auto numeric = std::count_if(columns.begin(), columns.end(),
                                     [](const Contents& column) { return column.times || column.numbers; });
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Contents& column = columns[i];
    if (column.counts && numeric >= 3) continue;
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
  // Names and words alone: names that come back again and again.
  if (columns.size() == 2)
    of_talk = count >= 6 && header.at[kSpeaker] == 0 && header.at[kText] == 1 && start < 0 &&
              columns[0].filled == count && columns[0].different.size() >= 2 &&
              columns[0].different.size() * 3 <= count && columns[1].filled == count &&
              std::all_of(columns[0].different.begin(), columns[0].different.end(), is_bare_name);
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
        columns[i].filled > 0 && !columns[i].counts)
      header.left_out = static_cast<int>(i);
  for (const int at : header.at) header.known += at >= 0;
  return header;
}

}  // namespace

Column column_named(std::string_view cell) {
  Unit unit = Unit::none;
  int rank = -1;
  const Column column = name_of(trim(cell), unit, rank);
  return rank < kByLastWord ? column : kColumns;
}

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
