// Words that decide between a label and prose, in the languages read here. Evidence beside regularity, never
// instead of it.
#include <algorithm>

#include "base/unicode.h"
#include "readers/interview/interview_label_parts.h"
#include "readers/interview/interview_text.h"

namespace visavis::interview {
namespace {

template <std::size_t n>
bool is_one_of(std::string_view word, const std::string_view (&list)[n]) noexcept {
  for (const std::string_view entry : list)
    if (entry == word) return true;
  return false;
}

// Longer lists are one string, a bar before and behind each word: a table of places would weigh as much as
// the words in the page's first download.
bool is_in(std::string_view word, std::string_view list) noexcept {
  if (word.empty() || word.size() > 40 || word.find('|') != word.npos) return false;
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1))
    if (list[at - 1] == '|' && list[at + word.size()] == '|') return true;
  return false;
}

}  // namespace

bool is_remark_word(std::string_view folded) noexcept {
  // clang-format off
  static constexpr std::string_view kRemarks =
      "|note|notes|editor's note|editor’s note|editors note|editor's notes|warning|caution|info|"
      "warn|error|debug|attention|important|update|correction|disclaimer|edit|source|sources|"
      "photo|photos|image|caption|credit|credits|tip|example|hint|summary|abstract|keywords|tags|"
      "topic|topics|subject|title|date|time|location|place|venue|duration|length|recorded|"
      "recording|published|link|links|url|website|email|e-mail|phone|contact|copyright|license|"
      "licence|transcript|transcription|transcribed by|transcript by|transcriber|edited by|"
      "translated by|translation by|translation|language|file|file name|filename|project|version|"
      "page|re|ps|p.s|nb|n.b|todo|fixme|see|see also|reference|references|further reading|spoiler|"
      "trigger warning|content warning|breaking|related|also|podcast|episode|video|audio|media|"
      "http|https|final report|fact check|exhibit|chapter|section|sec|part|table|figure|appendix|"
      "agenda|participants|attendees|present|appearances|also present|in attendance|apologies|speakers|interview date|break|intro|outro|jingle|"
      "music|song|clip|ad|sponsor|applause|laughter|date of interview|place of interview|"
      "interview location|date and time|read more|nota|aviso|advertencia|fecha|lugar|fuente|"
      "resumen|ejemplo|tema|foto|duración|remarque|avertissement|lieu|durée|résumé|exemple|sujet|"
      "crédit|anmerkung|hinweis|achtung|warnung|datum|ort|quelle|dauer|thema|beispiel|beginn|"
      "zusammenfassung|inhalt|anm. d. red|anlage|примечание|внимание|дата|место|источник|тема|"
      "итог|важно|ملاحظة|تنبيه|تحذير|التاريخ|المكان|المصدر|الموضوع|הערה|אזהרה|תאריך|מקום|מקור|"
      "נושא|注|註|备注|備註|注意|警告|日期|日時|地点|地點|场所|場所|时间|時間|来源|來源|出典|摘要|主题|主題|テーマ|注記|補足|编者注|編者注|更新|例如|例|";
  // clang-format on
  return is_in(folded, kRemarks);
}

bool is_function_word(std::string_view folded) noexcept {
  // clang-format off
  static constexpr std::string_view kWords =
      "|i|he|she|it|they|we|you|me|him|them|us|this|that|these|those|there|here|my|your|his|her|"
      "its|our|their|is|are|was|were|be|been|am|has|have|had|do|does|did|can|could|will|would|"
      "should|may|might|must|said|says|say|asked|asks|told|wrote|added|think|know|so|and|but|or|"
      "because|if|when|while|where|what|which|who|whom|why|how|then|than|not|no|yes|as|about|into|"
      "with|without|only|also|just|very|like|some|any|all|each|every|both|other|another|more|most|"
      "first|second|last|next|one|two|three|an|by|let's|it's|that's|i'm|don't|now|well|follows|"
      "following|example|yo|él|ella|ellos|que|qué|es|son|era|fue|está|están|hay|pero|porque|como|"
      "cuando|si|dijo|dice|este|esta|esto|eso|una|un|por|para|con|sin|muy|más|je|il|elle|nous|"
      "vous|ils|elles|est|sont|était|qui|mais|parce|comme|quand|dit|ce|cette|ces|c'est|une|pour|"
      "avec|sans|dans|sur|pas|plus|ich|er|sie|wir|ihr|ist|sind|war|waren|hat|haben|hatte|wird|"
      "werden|kann|muss|und|aber|oder|weil|wenn|als|dass|sagte|sagt|dies|diese|dieser|das|ein|"
      "eine|einen|mit|ohne|nicht|auch|nur|noch|wie|wer|auf|für|он|она|они|мы|вы|это|этот|эта|что|"
      "как|когда|если|но|или|потому|был|была|были|есть|сказал|сказала|не|на|по|же|";
  // clang-format on
  return is_in(folded, kWords);
}

bool is_saying(std::string_view folded) noexcept {
  // clang-format off
  static constexpr std::string_view kVerbs =
      "|say|says|said|ask|asks|asked|reply|replies|replied|answer|answers|answered|tell|tells|told|"
      "explains|explained|adds|added|pregunto|pregunta|pregunté|preguntó|preguntan|digo|dije|dice|"
      "dicen|dijo|responde|respondió|respondo|contesta|contestó|cuenta|explica|demande|demandai|"
      "demandait|demandé|dis|dit|répond|répondit|réponds|répondu|frage|fragt|fragte|sage|sagt|"
      "sagte|antworte|antwortet|antwortete|erzählt|chiedo|chiede|chiese|dico|disse|risponde|"
      "rispose|pergunto|perguntou|perguntei|diz|respondeu|vraag|vraagt|vroeg|zegt|zei|antwoordt|"
      "antwoordde|frågar|frågade|säger|sade|svarar|svarade|pytam|pyta|zapytał|zapytała|mówi|"
      "powiedział|powiedziała|odpowiada|odpowiedział|спрашиваю|спросил|спросила|говорит|сказал|"
      "сказала|отвечает|ответил|ответила|";
  // clang-format on
  for (std::size_t at = folded.find(' '); at != std::string_view::npos && at + 1 < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at + 1), folded.size());
    if (is_in(folded.substr(at + 1, end - at - 1), kVerbs)) return true;
    at = end;
  }
  return false;
}

bool opens_with_pronoun(std::string_view line) noexcept {
  // clang-format off
  static constexpr std::string_view kPronouns =
      "|nobody|everybody|everyone|somebody|someone|i|he|she|it|they|we|you|nadie|todos|personne|on|il|elle|nous|"
      "niemand|jeder|alle|keiner|man|er|sie|wir|ich|nessuno|tutti|ninguém|iedereen|ingen|alla|nikt|wszyscy|nikdo|"
      "никто|все|kimse|herkes|";
  // clang-format on
  const std::string_view first = line.substr(0, std::min<std::size_t>(line.find(' '), 24));
  return first.size() < line.size() && is_in(fold_case(first), kPronouns);
}

std::size_t scene_place_at(std::string_view line) noexcept {
  // clang-format off
  static constexpr std::string_view kPlaces =
      "|INT|EXT|I/E|INTERIOR|EXTERIOR|INNEN|AUSSEN|AUßEN|INTÉRIEUR|INTERIEUR|EXTÉRIEUR|EXTERIEUR|INTERNO|ESTERNO|EST|"
      "BINNEN|BUITEN|INNE|UTE|INDE|UDE|WNĘTRZE|WN|PLENER|PL|INTERIÉR|EXTERIÉR|SISÄ|ULKO|ИНТ|НАТ|ЭКСТ|İÇ|DIŞ|";
  // clang-format on
  const std::size_t end = std::min(line.find_first_of(". "), line.size());
  if (is_in(line.substr(0, end), kPlaces)) return end;
  const std::size_t slash = std::min(line.find('/'), end);
  return is_in(line.substr(0, slash), kPlaces) ? slash : 0;
}

bool is_end_mark(std::string_view line) noexcept {
  // clang-format off
  static constexpr std::string_view kEnds =
      "|end|ende|fin|fine|fim|einde|slut|konec|kraj|koniec|son|конец|кінець|край|終了|結束|끝|";
  // clang-format on
  if (line.size() > 100) return false;
  const bool stands_out = is_bracketed(line) || is_all_capitals(line);
  while (!line.empty() && std::string_view("[(*_#-– ").find(line.front()) != std::string_view::npos)
    line.remove_prefix(1);
  const std::size_t size = std::min(line.find_first_of(" ])*_.:"), line.size());
  return stands_out && size < 24 && is_in(fold_case(line.substr(0, size)), kEnds);
}

bool is_role_word(std::string_view folded) noexcept {
  // clang-format off
  static constexpr std::string_view kRoles =
      "|speaker|interviewer|interviewee|host|cohost|co-host|guest|moderator|audience|question|"
      "answer|voice|voices|man|woman|male|female|boy|girl|unknown|unidentified|chair|chairman|"
      "chairwoman|chairperson|president|secretary|clerk|court|witness|counsel|judge|justice|"
      "senator|senador|senadora|representative|member|members|narrator|announcer|operator|"
      "reporter|participant|respondent|researcher|student|teacher|professor|prof|doctor|patient|"
      "nurse|grad|undergrad|phd|postdoc|crowd|all|everyone|presenter|panelist|panellist|person|"
      "caller|officer|minister|director|producer|manager|user|customer|agent|client|therapist|"
      "counselor|mother|father|child|q|a|the|some|an|sprecher|sprecherin|frage|antwort|präsident|"
      "präsidentin|intervieweur|entrevistador|entrevistadora|entrevistado|pregunta|respuesta|";
  // clang-format on
  return is_in(folded, kRoles);
}

bool is_question_word(std::string_view word) noexcept {
  static constexpr std::string_view kWords[] = {"Question", "Answer",  "Pregunta", "Respuesta", "Réponse",
                                                "Frage",    "Antwort", "Domanda",  "Risposta",  "Pergunta",
                                                "Resposta", "Вопрос",  "Ответ"};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view known) { return equals_ignoring_ascii_case(word, known); });
}

bool is_tool_remark(std::string_view line) noexcept {
  if (line.size() > 160) return false;
  for (const std::string_view end :
       {std::string_view(" started transcription"), std::string_view(" stopped transcription"),
        std::string_view(" started recording"), std::string_view(" stopped recording")})
    if (line.ends_with(end) && line.find_first_of(":.,") == std::string_view::npos) return true;
  for (const std::string_view begin :
       {std::string_view("Meeting ended after "), std::string_view("Transcription ended after "),
        std::string_view("Transcribed by https://"), std::string_view("Automated transcription by "),
        std::string_view("This editable transcript was computer generated")})
    if (line.starts_with(begin)) return true;
  return false;
}

bool is_honorific(std::string_view folded) noexcept {
  // clang-format off
  static constexpr std::string_view kHonorifics =
      "|mr|mrs|ms|miss|mx|dr|prof|professor|hon|rev|sir|dame|lord|lady|judge|justice|chief|senator|"
      "sen|rep|representative|congressman|congresswoman|president|secretary|minister|chairman|"
      "chairwoman|captain|capt|col|gen|sgt|lt|officer|counsel|herr|frau|m|mme|mlle|monsieur|"
      "madame|commissioner|governor|general|admiral|ambassador|director|colonel|delegate|"
      "councilman|councilwoman|councilmember|chairperson|sr|sra|srta|señor|señora|don|doña|"
      "senador|senadora|the|г-н|г-жа|господин|госпожа|präsident|präsidentin|bundespräsident|"
      "bundeskanzlerin|abg|";
  // clang-format on
  return is_in(folded, kHonorifics);
}

std::size_t day_half_at(std::string_view text, DayHalf& half) noexcept {
  static constexpr struct {
    std::string_view word;
    DayHalf half;
  } kHalves[] = {
      {"a.m.", DayHalf::before_noon},  {"a. m.", DayHalf::before_noon}, {"am", DayHalf::before_noon},
      {"p.m.", DayHalf::after_noon},   {"p. m.", DayHalf::after_noon},  {"pm", DayHalf::after_noon},
      {"上午", DayHalf::before_noon},  {"凌晨", DayHalf::before_noon},  {"早上", DayHalf::before_noon},
      {"午前", DayHalf::before_noon},  {"오전", DayHalf::before_noon},  {"下午", DayHalf::after_noon},
      {"晚上", DayHalf::after_noon},   {"中午", DayHalf::after_noon},   {"午後", DayHalf::after_noon},
      {"오후", DayHalf::after_noon},   {"π.μ.", DayHalf::before_noon},  {"μ.μ.", DayHalf::after_noon},
      {"ص", DayHalf::before_noon},     {"م", DayHalf::after_noon},      {"ÖÖ", DayHalf::before_noon},
      {"ÖS", DayHalf::after_noon},     {"de.", DayHalf::before_noon},   {"du.", DayHalf::after_noon},
      {"dop.", DayHalf::before_noon},  {"odp.", DayHalf::after_noon},   {"पूर्वाह्न", DayHalf::before_noon},
      {"अपराह्न", DayHalf::after_noon}, {"SA", DayHalf::before_noon},    {"CH", DayHalf::after_noon}};
  for (const auto& entry : kHalves) {
    // Between its letters the half may hold any space: "p. m." is written with U+00A0 too.
    std::size_t at = 0, k = 0;
    while (k < entry.word.size() && at < text.size()) {
      if (entry.word[k] == ' ') {
        const std::size_t gap = spaces_at(text, at);
        if (gap == 0) break;
        at += gap;
        ++k;
        continue;
      }
      const char c = text[at], wanted = entry.word[k];
      if (c != wanted && !(c >= 'A' && c <= 'Z' && wanted >= 'a' && wanted <= 'z' && c + 0x20 == wanted))
        break;
      ++at;
      ++k;
    }
    if (k < entry.word.size()) continue;
    std::size_t next = at;
    const char32_t after = at < text.size() ? next_code_point(text, next) : U' ';
    const bool han = static_cast<unsigned char>(entry.word[0]) >= 0xE3;
    if (is_word_character(after) && !(han && is_digit(after))) continue;
    half = entry.half;
    return at;
  }
  return 0;
}

std::size_t word_before_time_at(std::string_view text) noexcept {
  for (const std::string_view word :
       {std::string_view("à "), std::string_view("at "), std::string_view("um "), std::string_view("a las "),
        std::string_view("às "), std::string_view("alle "), std::string_view("om "), std::string_view("kl. "),
        std::string_view("kl "), std::string_view("klo "), std::string_view("o "), std::string_view("в ")})
    if (text.starts_with(word)) return word.size();
  return 0;
}

std::uint16_t month_of(std::string_view word) noexcept {
  // How a month begins in en, de, fr, es, it, pt, nl and Scandinavian, and behind it which it is, "a" the
  // first.
  static constexpr std::string_view kMonths =
      "|jana|enea|gena|jäna|febb|févb|fevb|marc|märc|mrtc|maac|aprd|avrd|abrd|maye|maie|maje|meie|mage|juinf|"
      "junf|"
      "giuf|"
      "juilg|julg|lugg|augh|aoûh|agoh|sepi|seti|octj|oktj|ottj|outj|novk|decl|dezl|décl|dicl|";
  if (word.size() < 3 || word.size() > 11) return 0;
  for (std::size_t at = 1; at < kMonths.size();) {
    const std::size_t end = kMonths.find('|', at);
    if (starts_with_ignoring_ascii_case(word, kMonths.substr(at, end - at - 1)))
      return static_cast<std::uint16_t>(kMonths[end - 1] - 'a' + 1);
    at = end + 1;
  }
  return 0;
}

std::int64_t unit_of_time_ms(std::string_view word) noexcept {
  constexpr std::int64_t kHour_ms = 3'600'000, kMinute_ms = 60'000, kSecond_ms = 1'000;
  static constexpr struct {
    std::string_view stem;  // an ending of up to three letters may follow
    std::int64_t ms;
  } kUnits[] = {
      {"hour", kHour_ms},      {"stunde", kHour_ms},   {"heure", kHour_ms},     {"hora", kHour_ms},
      {"ore", kHour_ms},       {"ora", kHour_ms},      {"uur", kHour_ms},       {"time", kHour_ms},
      {"tim", kHour_ms},       {"godzin", kHour_ms},   {"hr", kHour_ms},        {"час", kHour_ms},
      {"minut", kMinute_ms},   {"min", kMinute_ms},    {"minuut", kMinute_ms},  {"минут", kMinute_ms},
      {"second", kSecond_ms},  {"sekund", kSecond_ms}, {"segundo", kSecond_ms}, {"sec", kSecond_ms},
      {"seconde", kSecond_ms}, {"sekunt", kSecond_ms}, {"секунд", kSecond_ms},  {"小时", kHour_ms},
      {"分钟", kMinute_ms},    {"秒", kSecond_ms},     {"時間", kHour_ms},      {"分", kMinute_ms}};
  if (word.size() > 20) return 0;
  for (const auto& unit : kUnits)
    if (starts_with_ignoring_ascii_case(word, unit.stem) &&
        count_code_points(word.substr(unit.stem.size()), 4) <= 3)
      return unit.ms;
  return 0;
}

bool is_spoken_to(std::string_view text) noexcept {
  text = text.substr(0, 2000);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (c == U'我' || c == U'你' || c == U'您' || c == U'私' || c == U'僕' || c == U'俺' || c == U'咱')
      return true;
    if (!is_word_character(c)) {
      at = next;
      continue;
    }
    std::size_t end = at;
    while (end < text.size()) {
      std::size_t step = end;
      const char32_t d = next_code_point(text, step);
      if (!is_word_character(d)) break;
      end = step;
    }
    // clang-format off
  static constexpr std::string_view kWords[] = {
      "i", "me", "my", "mine", "we", "us", "our", "you", "your", "yeah", "okay", "ok", "ich", "mich", "mir",
      "mein", "meine", "wir", "uns", "du", "dich", "je", "moi", "mon", "ma", "mes", "nous", "vous", "tu",
      "yo", "mi", "mis", "nosotros", "usted", "ustedes", "me", "я", "мне", "меня", "мы", "нас", "вы", "вас",
      "ты", "أنا", "نحن", "אני", "אנחנו"};
    // clang-format on
    if (end - at <= 20)
      for (const std::string_view word : kWords)
        if (equals_ignoring_ascii_case(text.substr(at, end - at), word)) return true;
    at = end;
  }
  return false;
}

bool is_byline(std::string_view line) noexcept {
  if (starts_with_ignoring_ascii_case(line, "by ") || starts_with_ignoring_ascii_case(line, "von "))
    return true;
  return has_year(line);
}

bool has_year(std::string_view label) noexcept {
  std::size_t digits = 0;
  for (std::size_t at = 0; at < label.size(); ++at) {
    digits = label[at] >= '0' && label[at] <= '9' ? digits + 1 : 0;
    // "Heron#6661" is what some chats add to a name.
    if (digits == 4 && (at < 4 || label[at - 4] != '#')) return true;
  }
  return false;
}

}  // namespace visavis::interview
