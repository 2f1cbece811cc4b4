#include <algorithm>
#include <array>
#include <utility>

#include "base/unicode.h"
#include "model/builder.h"
#include "readers/cues.h"
#include "readers/documents/csv_table.h"
#include "readers/json/json_paths.h"
#include "readers/json/json_sax.h"
#include "readers/json/json_time.h"
#include "readers/readers.h"
#include "readers/report_cap.h"

// Tables of who said what: a header names the columns, in the languages people keep such tables in.
namespace visavis {
namespace {

enum Column : std::size_t { kSpeaker, kText, kStart, kEnd, kDuration, kSection, kColumns };

// As `bare_name` leaves them, with | between; the better name for a column first.
// NOLINTBEGIN(bugprone-suspicious-missing-comma): one string a column, written over several lines.
constexpr std::string_view kNames[kColumns] = {
    "speaker|speakername|speakerlabel|spkr|spk|name|who|person|participant|character|author|talker|sprecher|"
    "sprecherin|redner|"
    "rednerin|person|locuteur|locutrice|intervenant|orateur|hablante|orador|interlocutor|falante|parlante|"
    "relatore|"
    "spreker|talare|mówca|rozmówca|говорящий|спикер|说话人|发言人|講者|话者|話者|発言者|話し手|화자|발화자|"
    "المتحدث|متحدث|דובר|"
    "דוברת|konuşmacı|puhuja|taler|speakerid|label|user|header",
    "text|transcript|transcription|content|utterance|words|body|message|speech|sentence|quote|caption|"
    "subtitle|dialogue|"
    "line|turn|inhalt|äußerung|transkript|wortlaut|texte|contenu|propos|parole|paroles|texto|contenido|"
    "transcripción|"
    "transcrição|conteúdo|testo|contenuto|trascrizione|tekst|текст|реплика|文本|内容|內容|文字|テキスト|発言|"
    "発話|내용|텍스트|발화|"
    "نص|النص|טקסט|תוכן|metin|teksti",
    "start|starttime|sttime|begin|begintime|timestamp|timecode|in|timein|tcin|from|onset|time|offset|anfang|"
    "beginn|"
    "start|"
    "startzeit|von|zeit|zeitmarke|début|debut|temps|inicio|comienzo|tiempo|início|tempo|inizio|начало|время|"
    "开始|开始时间|時間|"
    "时间|開始|開始時間|開始時刻|시작|시작시간|시간|البداية|התחלה|זמן",
    "end|endtime|entime|stop|out|timeout|tcout|to|until|ende|endzeit|bis|fin|fim|final|fine|конец|结束|"
    "结束时间|"
    "終了|終了時間|終了時刻|끝|"
    "종료|النهاية|סוף",
    "duration|length|dur|dauer|durée|duración|duração|durata|длительность|时长|長さ",
    "section|chapter|topic|heading|abschnitt|kapitel|thema|chapitre|sujet|capítulo|tema|capitolo|章|主题|"
    "話題"};
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

// Place of a name in a list of names, or -1.
int rank_of(std::string_view name, std::string_view names) {
  for (int rank = 0;; ++rank) {
    const std::size_t bar = std::min(names.find('|'), names.size());
    if (names.substr(0, bar) == name) return rank;
    if (bar == names.size()) return -1;
    names.remove_prefix(bar + 1);
  }
}

struct Header {
  char delimiter = ',';
  std::size_t fields = 0;
  std::array<int, kColumns> at;  // field of each column, -1 for none
  std::array<Unit, kColumns> unit;
  int known = 0;
  bool is_table() const { return at[kText] >= 0 && (at[kSpeaker] >= 0 || at[kStart] >= 0 || at[kEnd] >= 0); }
};

Header read_header(std::string_view text, char delimiter) {
  Header header;
  header.delimiter = delimiter;
  header.at.fill(-1);
  header.unit.fill(Unit::none);
  std::array<int, kColumns> best;
  best.fill(-1);
  CsvRows rows(text, delimiter);
  std::vector<std::string> fields;
  while (rows.next(fields))
    if (fields.size() > 1 || !trim(fields[0]).empty()) break;
  header.fields = fields.size();
  if (fields.size() < 2 || fields.size() > 200) return header;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string_view cell = trim(fields[i]);
    if (cell.empty() || cell.size() > 60 || cell.find_last_of(".!?:") == cell.size() - 1) continue;
    Unit unit = Unit::none;
    const std::string name = bare_name(cell, unit);
    for (std::size_t column = 0; column < kColumns; ++column) {
      const int rank = rank_of(name, kNames[column]);
      if (rank < 0) continue;
      if (best[column] < 0 || rank < best[column]) {
        best[column] = rank;
        header.at[column] = static_cast<int>(i);
        header.unit[column] = unit;
      }
      break;
    }
  }
  for (const int at : header.at) header.known += at >= 0;
  return header;
}

Header find_header(std::string_view text) {
  Header best;
  best.at.fill(-1);
  for (const char delimiter : {',', '\t', ';', '|'}) {
    const Header header = read_header(text.substr(0, 64u << 10), delimiter);
    if (header.is_table() && header.known > best.known) best = header;
  }
  return best;
}

// The row of dashes below the header of a table in Markdown.
bool is_rule(const std::vector<std::string>& fields) {
  return std::all_of(fields.begin(), fields.end(), [](const std::string& field) {
    return trim(field).find_first_not_of("-:") == std::string_view::npos;
  });
}

class Reader {
 public:
  Reader(const Input& input, const Header& header, const ReadOptions& options)
      : text_(input.text),
        header_(header),
        report_(entries_),
        joiner_(builder_, options.join),
        join_(options.join) {}

  Result<Transcript> read() {
    settle_unit();
    CsvRows rows(text_, header_.delimiter);
    std::vector<std::string> fields;
    bool in_header = true;
    while (rows.next(fields)) {
      if (rows.had_open_quote())
        report_.add(rows.line(), ReportLevel::warning, "quote-unclosed",
                    "A quotation mark that nothing closes; quotation marks from here on are read as text.");
      const bool blank = std::all_of(fields.begin(), fields.end(),
                                     [](const std::string& field) { return trim(field).empty(); });
      if (blank) {
        if (!in_header && rows.offset() < text_.size())
          report_.add(rows.line(), ReportLevel::info, "row-empty", "An empty row was left out.");
        continue;
      }
      if (in_header) {
        in_header = false;
        continue;
      }
      if (header_.delimiter == '|' && is_rule(fields)) continue;
      if (!add(fields, rows.line()))
        return Error{ErrorCode::too_large, rows.line(),
                     "The transcript's text is longer than 4 GiB. Split it."};
    }
    report_.finish();
    for (ReportEntry& entry : entries_)
      builder_.report(entry.line, entry.level, entry.code, std::move(entry.message));
    if (builder_.turn_count() == 0)
      builder_.report(0, ReportLevel::warning, "no-words", "The table has a header and no rows with words.");
    Transcript transcript = builder_.finish();
    estimate_missing_ends(transcript);
    return transcript;
  }

 private:
  std::string_view field(const std::vector<std::string>& fields, Column column) const {
    const int at = header_.at[column];
    return at < 0 || static_cast<std::size_t>(at) >= fields.size()
               ? std::string_view()
               : trim(fields[static_cast<std::size_t>(at)]);
  }

  std::int64_t time(const std::vector<std::string>& fields, Column column, std::uint32_t line) {
    const std::string_view text = field(fields, column);
    if (text.empty() || text == "-" || text == "–" || equals_ignoring_ascii_case(text, "nan") ||
        equals_ignoring_ascii_case(text, "null") || equals_ignoring_ascii_case(text, "n/a"))
      return kNoTime;
    std::int64_t ms = kNoTime;
    JsonScalar value;
    value.kind = JsonScalar::Kind::string;
    std::string with_point;
    value.text = text;
    if (header_.delimiter != ',' && std::count(text.begin(), text.end(), ',') == 1 &&
        text.find(':') == std::string_view::npos) {
      with_point = text;
      std::replace(with_point.begin(), with_point.end(), ',', '.');
      value.text = with_point;
    }
    const Unit unit = header_.unit[column] == Unit::none ? unit_ : header_.unit[column];
    if (!json_time(value, unit, ms)) {
      report_.add(line, ReportLevel::warning, "time-unreadable",
                  "A time here cannot be read and was left out.");
      return kNoTime;
    }
    return ms;
  }

  // Whole numbers without a unit are milliseconds where nobody could speak as slowly as seconds would have
  // it.
  void settle_unit() {
    CsvRows rows(text_.substr(0, 256u << 10), header_.delimiter);
    std::vector<std::string> fields;
    bool in_header = true;
    double first = 0, last = 0;
    std::size_t count = 0, letters = 0;
    while (rows.next(fields)) {
      const std::string_view number = field(fields, header_.at[kStart] >= 0 ? kStart : kEnd);
      if (std::exchange(in_header, in_header && fields.size() < 2) || number.empty()) continue;
      if (!std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; })) return;
      std::int64_t thousandths = 0;
      if (!parse_seconds(number, thousandths)) return;
      if (count++ == 0) first = static_cast<double>(thousandths) / 1000;
      last = std::max(last, static_cast<double>(thousandths) / 1000);
      letters += field(fields, kText).size();
    }
    if (count >= 2 && last > first && static_cast<double>(letters) / (last - first) < 0.25)
      unit_ = Unit::milliseconds;
  }

  bool add(std::vector<std::string>& fields, std::uint32_t line) {
    if (fields.size() > header_.fields) {
      // A comma in words that were not quoted: they are the last column's.
      if (header_.at[kText] == static_cast<int>(header_.fields) - 1) {
        std::string& text = fields[header_.fields - 1];
        for (std::size_t i = header_.fields; i < fields.size(); ++i)
          text += header_.delimiter, text += fields[i];
        report_.add(line, ReportLevel::warning, "row-repaired",
                    "The row has more fields than the header; the rest is read as text.");
      } else if (std::any_of(fields.begin() + static_cast<std::ptrdiff_t>(header_.fields), fields.end(),
                             [](const std::string& extra) { return !trim(extra).empty(); })) {
        report_.add(line, ReportLevel::loss, "row-too-long",
                    "The row has more fields than the header; the surplus was left out.");
      }
    }
    Cue cue;
    cue.line = line;
    cue.text = field(fields, kText);
    cue.speaker = field(fields, kSpeaker);
    if (cue.speaker.size() > 1 && cue.speaker.ends_with(':')) cue.speaker.remove_suffix(1);
    cue.start_ms = time(fields, kStart, line);
    cue.end_ms = time(fields, kEnd, line);
    const std::int64_t duration_ms = time(fields, kDuration, line);
    if (cue.end_ms == kNoTime && cue.start_ms != kNoTime && duration_ms != kNoTime && duration_ms >= 0)
      cue.end_ms = cue.start_ms + duration_ms;
    if (cue.start_ms != kNoTime && cue.end_ms != kNoTime && cue.end_ms < cue.start_ms) {
      cue.end_ms = kNoTime;
      report_.add(line, ReportLevel::warning, "time-repaired",
                  "A row ended before it began; its end is estimated.");
    }
    if (cue.text.empty() && join_) {
      report_.add(line, ReportLevel::info, "row-empty", "A row without words was left out.");
      return true;
    }
    if (header_.at[kSection] >= 0) {
      const std::string_view section = field(fields, kSection);
      if (section != section_) {
        section_ = section;
        if (section.empty())
          builder_.end_sections();
        else
          joiner_.begin_section(section, SectionKind::chapter, 1, line);
      }
    }
    return joiner_.add(cue);
  }

  std::string_view text_;
  const Header& header_;
  TranscriptBuilder builder_;
  std::vector<ReportEntry> entries_;
  ReportCap report_;
  CueJoiner joiner_;
  bool join_;
  Unit unit_ = Unit::seconds;
  std::string section_;
};

double sniff(const Input& input) noexcept {
  if (input.binary || input.is_json) return 0;
  const std::size_t start = std::min(input.text.find_first_not_of(" \n\r\t"), input.text.size());
  const std::string_view first =
      input.text.substr(start, std::min<std::size_t>(input.text.find('\n', start), 4096) - start);
  if (first.find_first_of(",;\t|") == std::string_view::npos) return 0;
#ifdef __cpp_exceptions
  try {
#endif
    const Header header = find_header(input.text);
    if (!header.is_table()) return 0;
    return header.known >= 3 ? 0.96 : 0.9;
#ifdef __cpp_exceptions
  } catch (...) {
    return 0;
  }
#endif
}

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  const Header header = find_header(input.text);
  if (!header.is_table())
    return Error{
        ErrorCode::unsupported, 1,
        "The table's first row does not name a column for the words and one for speakers or times. Name them "
        "speaker, text, start, end."};
  return Reader(input, header, options).read();
}

}  // namespace

const FormatReader csv_reader = {"csv", "tables of speaker, text and times (CSV, TSV)", 40, sniff, read};

}  // namespace visavis
