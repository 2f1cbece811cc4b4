#include "readers/shared/column_names.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"

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
    "werspricht|wer spricht|spokenby|saidby|narrator|wer|voice|deputy|member|actor|label|user|header|role",
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
    "discurso|discours|rede|wortbeitrag|lines|txt|comment|segment|word|token|what|was|quoi|qué|cosa|что|wat|"
    "vad",
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
// NOLINTEND(bugprone-suspicious-missing-comma)

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

}  // namespace

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

Column column_named(std::string_view cell, Unit& unit, int& rank) {
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

Column column_named(std::string_view cell) {
  Unit unit = Unit::none;
  int rank = -1;
  const Column column = column_named(trim(cell), unit, rank);
  return rank < kByLastWord ? column : kColumns;
}

}  // namespace visavis
