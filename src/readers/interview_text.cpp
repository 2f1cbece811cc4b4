#include "readers/interview_text.h"

#include "base/unicode.h"

namespace visavis::interview {
namespace {

constexpr std::string_view kOpening[] = {"[", "(", "<", "{", "（", "［", "【", "〔", "*", "_"};
constexpr std::string_view kClosing[] = {"]", ")", ">", "}", "）", "］", "】", "〕", "*", "_"};

// The clock at the start of `text`, with a fourth field where there is one.
std::size_t parse_fields(std::string_view text, std::int64_t& ms, std::int32_t& last_field) noexcept {
  const bool negative = !text.empty() && text[0] == '-';
  const std::size_t sign = negative ? 1 : 0;
  std::size_t at = parse_clock(text.substr(sign), ms);
  if (at == 0) return 0;
  at += sign;
  if (at + 2 < text.size() && text[at] == ':' && is_digit(static_cast<unsigned char>(text[at + 1])) &&
      is_digit(static_cast<unsigned char>(text[at + 2]))) {
    last_field = (text[at + 1] - '0') * 10 + (text[at + 2] - '0');
    at += 3;
  }
  if (negative) ms = -ms;
  return at;
}

bool skip_word(std::string_view text, std::size_t& at, std::string_view word) noexcept {
  std::size_t here = at;
  while (here < text.size() && text[here] == ' ') ++here;
  if (text.substr(here, 3) == "\xE2\x80\xAF") here += 3;  // narrow no-break space before am and pm
  if (!starts_with_ignoring_ascii_case(text.substr(here), word)) return false;
  at = here + word.size();
  return true;
}

// "2021-03-04", "12/03/21", "4.3.2021", with a comma or a T after it.
std::size_t skip_date(std::string_view text) noexcept {
  std::size_t at = 0;
  int fields = 0;
  char separator = 0;
  while (fields < 3) {
    const std::size_t start = at;
    while (at < text.size() && at - start < 5 && text[at] >= '0' && text[at] <= '9') ++at;
    if (at == start || at - start > 4) return 0;
    if (++fields == 3) break;
    if (at >= text.size() || (text[at] != '-' && text[at] != '/' && text[at] != '.')) return 0;
    if (separator && text[at] != separator) return 0;
    separator = text[at++];
  }
  if (at < text.size() && text[at] == ',') ++at;
  if (at < text.size() && (text[at] == 'T' || text[at] == ' ')) ++at;
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

std::size_t skip_range_sign(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size() && text[at] == ' ') ++at;
  for (const std::string_view sign : {std::string_view("-->"), std::string_view("->"), std::string_view("–"),
                                      std::string_view("—"), std::string_view("-"), std::string_view("~")})
    if (text.substr(at).starts_with(sign)) {
      at += sign.size();
      while (at < text.size() && text[at] == ' ') ++at;
      return at;
    }
  return 0;
}

bool ends_stamp(std::string_view rest, bool colon_may_follow) noexcept {
  if (rest.empty()) return true;
  std::size_t at = 0;
  const char32_t c = next_code_point(rest, at);
  return is_space(c) || c == '-' || c == U'–' || c == U'—' || c == ']' || c == '*' ||
         (colon_may_follow && (c == ':' || c == U'：'));
}

template <std::size_t n>
bool is_one_of(std::string_view word, const std::string_view (&list)[n]) noexcept {
  for (const std::string_view entry : list)
    if (entry == word) return true;
  return false;
}

// A folded copy without an allocation; words longer than the room are no words of any list.
class Folded {
 public:
  explicit Folded(std::string_view word) noexcept {
    if (word.size() > kMost) return;
    for (std::size_t at = 0; at < word.size() && size_ + 4 <= sizeof buffer_;) {
      const std::size_t start = at;
      const char32_t c = next_code_point(word, at);
      const char32_t folded = fold_case(c);
      if (folded == c) {
        for (std::size_t i = start; i < at; ++i) buffer_[size_++] = word[i];
      } else if (folded < 0x80) {
        buffer_[size_++] = static_cast<char>(folded);
      } else if (folded < 0x800) {
        buffer_[size_++] = static_cast<char>(0xC0 | (folded >> 6));
        buffer_[size_++] = static_cast<char>(0x80 | (folded & 0x3F));
      } else {
        for (std::size_t i = start; i < at; ++i) buffer_[size_++] = word[i];
      }
    }
  }
  operator std::string_view() const noexcept { return {buffer_, size_}; }

 private:
  static constexpr std::size_t kMost = 40;
  char buffer_[2 * kMost];
  std::size_t size_ = 0;
};

bool is_particle(std::string_view folded) noexcept {
  static constexpr std::string_view kParticles[] = {
      "of",  "the", "in",  "from", "for", "at",  "de",  "del", "della", "di",  "da",  "do",
      "dos", "du",  "des", "la",   "le",  "les", "l",   "van", "von",   "zu",  "der", "den",
      "dem", "ten", "ter", "y",    "e",   "et",  "und", "and", "bin",   "ibn", "al",  "el",
      "ben", "af",  "av",  "to",   "on",  "a",   "&",   "#",   "'t"};
  return is_one_of(folded, kParticles);
}

}  // namespace

bool is_digit(char32_t c) noexcept { return c >= '0' && c <= '9'; }

std::size_t parse_stamp(std::string_view text, Stamp& stamp, bool colon_may_follow) noexcept {
  stamp = {};
  std::size_t at = 0, close = 0;
  if (!text.empty() && (text[0] == '[' || text[0] == '(' || text[0] == '<' || text[0] == '{')) {
    close = text[0] == '[' ? 1 : text[0] == '(' ? 2 : text[0] == '<' ? 3 : 4;
    at = 1;
  } else if (text.starts_with("\\[")) {  // an escaped bracket of Markdown
    close = 5;
    at = 2;
  } else if (text.starts_with("（") || text.starts_with("［") || text.starts_with("【")) {
    close = text.starts_with("（") ? 6 : text.starts_with("［") ? 7 : 8;
    at = 3;
  }
  while (close && at < text.size() && text[at] == ' ') ++at;
  if (const std::size_t date = skip_date(text.substr(at))) {
    at += date;
    stamp.wall_clock = true;
  }
  const std::size_t clock = parse_fields(text.substr(at), stamp.start_ms, stamp.last_field);
  if (clock == 0) return 0;
  at += clock;
  if (skip_word(text, at, "AM") || skip_word(text, at, "PM")) stamp.wall_clock = true;
  if (const std::size_t sign = skip_range_sign(text.substr(at))) {
    std::int32_t field = -1;
    std::int64_t end_ms = kNoTime;
    if (const std::size_t end = parse_fields(text.substr(at + sign), end_ms, field)) {
      if (end_ms >= stamp.start_ms) stamp.end_ms = end_ms;
      at += sign + end;
    }
  }
  if (stamp.wall_clock) stamp.start_ms = stamp.end_ms = kNoTime;
  if (close) {
    while (at < text.size() && text[at] == ' ') ++at;
    static constexpr std::string_view kClose[] = {"", "]", ")", ">", "}", "\\]", "）", "］", "】"};
    if (!text.substr(at).starts_with(kClose[close])) return 0;
    stamp.bracketed = true;
    return at + kClose[close].size();
  }
  return ends_stamp(text.substr(at), colon_may_follow) ? at : 0;
}

Shape label_shape(std::string_view label) noexcept {
  label = trim(label);
  if (label.empty() || label.size() > 160) return Shape::none;
  std::size_t words = 0, capitals = 0, particles = 0, lower = 0, han = 0, cased = 0, letters = 0, points = 0;
  bool first_upper = false;
  std::size_t at = 0;
  while (at < label.size()) {
    std::size_t end = at;
    bool upper = false, has_letter = false, has_case = false, inner_upper = false;
    while (end < label.size()) {
      std::size_t next = end;
      const char32_t c = next_code_point(label, next);
      if (is_space(c)) break;
      ++points;
      if (is_han_or_kana(c)) ++han;
      if (is_word_character(c)) {
        if (!has_letter) upper = is_upper(c) || is_digit(c);
        if (has_letter && is_upper(c)) inner_upper = true;
        has_letter = true;
        ++letters;
        has_case = has_case || is_upper(c) || (c < 0x250 && !is_digit(c));
      } else if (c == '"' || c == U'“' || c == U'”' || c == U'«' || c == '=' || c == '|' || c == '/' ||
                 c == '@' || c == '<' || c == '>' || c == '`' || c == '{' || c == '%' || c == '$' ||
                 c == '~') {
        return Shape::none;
      }
      end = next;
    }
    if (end > at) {
      ++words;
      const std::string_view word = label.substr(at, end - at);
      if (has_case) ++cased;
      if (has_letter && (upper || inner_upper || !has_case)) {
        ++capitals;
        if (words == 1) first_upper = true;
      } else if (is_particle(word)) {
        ++particles;
      } else if (has_letter) {
        ++lower;
      }
      if (word.size() < 32 && words <= 12 && lower > 0 && is_function_word(Folded(word))) return Shape::none;
    }
    std::size_t next = end;
    if (next < label.size()) next_code_point(label, next);
    at = next;
  }
  if (label == "?" || label == "??" || label == "???") return Shape::weak;
  if (letters == 0) return Shape::none;
  if (han > 0 && cased == 0)
    return han <= 8 && words <= 3 ? Shape::strong : han <= 14 && words <= 3 ? Shape::weak : Shape::none;
  if (words > 12) return Shape::none;
  if (words > 1 && words <= 6 && first_upper && lower == 0) {
    // "It Is What It Is": capitals all through don't make grammar a name.
    const std::size_t space = label.find(' ');
    const Folded first(label.substr(0, space));
    if (is_function_word(first) && std::string_view(first) != "the" && label.size() < 64 && words > 2)
      return Shape::weak;
    return Shape::strong;
  }
  if (words == 1) {
    if (points <= 40 && first_upper) return Shape::strong;
    return points <= 24 ? Shape::weak : Shape::none;
  }
  if (lower == 0 && words <= 10) return Shape::weak;
  if (first_upper && lower <= 2 && words <= 5) return Shape::weak;
  return lower <= 1 && words <= 2 ? Shape::weak : Shape::none;
}

bool is_remark_word(std::string_view folded) noexcept {
  static constexpr std::string_view kRemarks[] = {"note",
                                                  "notes",
                                                  "editor's note",
                                                  "editor’s note",
                                                  "editors note",
                                                  "editor's notes",
                                                  "warning",
                                                  "caution",
                                                  "attention",
                                                  "important",
                                                  "update",
                                                  "correction",
                                                  "disclaimer",
                                                  "edit",
                                                  "source",
                                                  "sources",
                                                  "photo",
                                                  "photos",
                                                  "image",
                                                  "caption",
                                                  "credit",
                                                  "credits",
                                                  "tip",
                                                  "example",
                                                  "hint",
                                                  "summary",
                                                  "abstract",
                                                  "keywords",
                                                  "tags",
                                                  "topic",
                                                  "topics",
                                                  "subject",
                                                  "title",
                                                  "date",
                                                  "time",
                                                  "location",
                                                  "place",
                                                  "venue",
                                                  "duration",
                                                  "length",
                                                  "recorded",
                                                  "recording",
                                                  "published",
                                                  "link",
                                                  "links",
                                                  "url",
                                                  "website",
                                                  "email",
                                                  "e-mail",
                                                  "phone",
                                                  "contact",
                                                  "copyright",
                                                  "license",
                                                  "licence",
                                                  "transcript",
                                                  "transcription",
                                                  "transcribed by",
                                                  "transcript by",
                                                  "transcriber",
                                                  "edited by",
                                                  "translated by",
                                                  "translation by",
                                                  "translation",
                                                  "language",
                                                  "file",
                                                  "file name",
                                                  "filename",
                                                  "project",
                                                  "version",
                                                  "page",
                                                  "re",
                                                  "ps",
                                                  "p.s",
                                                  "nb",
                                                  "n.b",
                                                  "todo",
                                                  "fixme",
                                                  "see",
                                                  "see also",
                                                  "reference",
                                                  "references",
                                                  "further reading",
                                                  "spoiler",
                                                  "trigger warning",
                                                  "content warning",
                                                  "breaking",
                                                  "related",
                                                  "also",
                                                  "podcast",
                                                  "episode",
                                                  "video",
                                                  "audio",
                                                  "media",
                                                  "http",
                                                  "https",
                                                  "final report",
                                                  "fact check",
                                                  "exhibit",
                                                  "chapter",
                                                  "section",
                                                  "part",
                                                  "table",
                                                  "figure",
                                                  "appendix",
                                                  "agenda",
                                                  "participants",
                                                  "attendees",
                                                  "present",
                                                  "speakers",
                                                  "interview date",
                                                  "break",
                                                  "intro",
                                                  "outro",
                                                  "jingle",
                                                  "music",
                                                  "song",
                                                  "clip",
                                                  "ad",
                                                  "sponsor",
                                                  "applause",
                                                  "laughter",
                                                  "date of interview",
                                                  "place of interview",
                                                  "interview location",
                                                  "date and time",
                                                  "read more",
                                                  "nota",
                                                  "aviso",
                                                  "advertencia",
                                                  "fecha",
                                                  "lugar",
                                                  "fuente",
                                                  "resumen",
                                                  "ejemplo",
                                                  "tema",
                                                  "foto",
                                                  "duración",
                                                  "remarque",
                                                  "attention",
                                                  "avertissement",
                                                  "lieu",
                                                  "durée",
                                                  "résumé",
                                                  "exemple",
                                                  "sujet",
                                                  "crédit",
                                                  "anmerkung",
                                                  "hinweis",
                                                  "achtung",
                                                  "warnung",
                                                  "datum",
                                                  "ort",
                                                  "quelle",
                                                  "dauer",
                                                  "thema",
                                                  "beispiel",
                                                  "beginn",
                                                  "zusammenfassung",
                                                  "inhalt",
                                                  "anm. d. red",
                                                  "anlage",
                                                  "примечание",
                                                  "внимание",
                                                  "дата",
                                                  "место",
                                                  "источник",
                                                  "тема",
                                                  "итог",
                                                  "важно",
                                                  "ملاحظة",
                                                  "تنبيه",
                                                  "تحذير",
                                                  "التاريخ",
                                                  "المكان",
                                                  "المصدر",
                                                  "الموضوع",
                                                  "הערה",
                                                  "אזהרה",
                                                  "תאריך",
                                                  "מקום",
                                                  "מקור",
                                                  "נושא",
                                                  "注",
                                                  "註",
                                                  "备注",
                                                  "備註",
                                                  "注意",
                                                  "警告",
                                                  "日期",
                                                  "日時",
                                                  "地点",
                                                  "地點",
                                                  "场所",
                                                  "場所",
                                                  "时间",
                                                  "時間",
                                                  "来源",
                                                  "來源",
                                                  "出典",
                                                  "摘要",
                                                  "主题",
                                                  "主題",
                                                  "テーマ",
                                                  "注記",
                                                  "補足",
                                                  "编者注",
                                                  "編者注",
                                                  "更新",
                                                  "例如",
                                                  "例"};
  return is_one_of(folded, kRemarks);
}

bool is_function_word(std::string_view folded) noexcept {
  static constexpr std::string_view kWords[] = {
      "i",      "he",      "she",       "it",      "they",  "we",    "you",    "me",    "him",    "them",
      "us",     "this",    "that",      "these",   "those", "there", "here",   "my",    "your",   "his",
      "her",    "its",     "our",       "their",   "is",    "are",   "was",    "were",  "be",     "been",
      "am",     "has",     "have",      "had",     "do",    "does",  "did",    "can",   "could",  "will",
      "would",  "should",  "may",       "might",   "must",  "said",  "says",   "say",   "asked",  "asks",
      "told",   "wrote",   "added",     "think",   "know",  "so",    "and",    "but",   "or",     "because",
      "if",     "when",    "while",     "where",   "what",  "which", "who",    "whom",  "why",    "how",
      "then",   "than",    "not",       "no",      "yes",   "as",    "about",  "into",  "with",   "without",
      "only",   "also",    "just",      "very",    "like",  "some",  "any",    "all",   "each",   "every",
      "both",   "other",   "another",   "more",    "most",  "first", "second", "last",  "next",   "one",
      "two",    "three",   "an",        "by",      "let's", "it's",  "that's", "i'm",   "don't",  "now",
      "well",   "follows", "following", "example", "yo",    "él",    "ella",   "ellos", "que",    "qué",
      "es",     "son",     "era",       "fue",     "está",  "están", "hay",    "pero",  "porque", "como",
      "cuando", "si",      "dijo",      "dice",    "este",  "esta",  "esto",   "eso",   "una",    "un",
      "por",    "para",    "con",       "sin",     "muy",   "más",   "je",     "il",    "elle",   "nous",
      "vous",   "ils",     "elles",     "est",     "sont",  "était", "qui",    "que",   "mais",   "parce",
      "comme",  "quand",   "dit",       "ce",      "cette", "ces",   "c'est",  "une",   "pour",   "avec",
      "sans",   "dans",    "sur",       "pas",     "plus",  "ich",   "er",     "sie",   "es",     "wir",
      "ihr",    "ist",     "sind",      "war",     "waren", "hat",   "haben",  "hatte", "wird",   "werden",
      "kann",   "muss",    "und",       "aber",    "oder",  "weil",  "wenn",   "als",   "dass",   "sagte",
      "sagt",   "dies",    "diese",     "dieser",  "das",   "ein",   "eine",   "einen", "mit",    "ohne",
      "nicht",  "auch",    "nur",       "noch",    "wie",   "was",   "wer",    "auf",   "für",    "он",
      "она",    "они",     "мы",        "вы",      "это",   "этот",  "эта",    "что",   "как",    "когда",
      "если",   "но",      "или",       "потому",  "был",   "была",  "были",   "есть",  "сказал", "сказала",
      "не",     "на",      "по",        "же"};
  return is_one_of(folded, kWords);
}

bool is_role_word(std::string_view folded) noexcept {
  static constexpr std::string_view kRoles[] = {"speaker",
                                                "interviewer",
                                                "interviewee",
                                                "host",
                                                "cohost",
                                                "co-host",
                                                "guest",
                                                "moderator",
                                                "audience",
                                                "question",
                                                "answer",
                                                "voice",
                                                "voices",
                                                "man",
                                                "woman",
                                                "male",
                                                "female",
                                                "boy",
                                                "girl",
                                                "unknown",
                                                "unidentified",
                                                "chair",
                                                "chairman",
                                                "chairwoman",
                                                "chairperson",
                                                "president",
                                                "secretary",
                                                "clerk",
                                                "court",
                                                "witness",
                                                "counsel",
                                                "judge",
                                                "justice",
                                                "senator",
                                                "senador",
                                                "senadora",
                                                "representative",
                                                "member",
                                                "members",
                                                "narrator",
                                                "announcer",
                                                "operator",
                                                "reporter",
                                                "participant",
                                                "respondent",
                                                "researcher",
                                                "student",
                                                "teacher",
                                                "professor",
                                                "prof",
                                                "doctor",
                                                "patient",
                                                "nurse",
                                                "grad",
                                                "undergrad",
                                                "phd",
                                                "postdoc",
                                                "crowd",
                                                "all",
                                                "everyone",
                                                "presenter",
                                                "panelist",
                                                "panellist",
                                                "person",
                                                "caller",
                                                "officer",
                                                "minister",
                                                "director",
                                                "producer",
                                                "manager",
                                                "user",
                                                "customer",
                                                "agent",
                                                "client",
                                                "therapist",
                                                "counselor",
                                                "mother",
                                                "father",
                                                "child",
                                                "q",
                                                "a",
                                                "the",
                                                "some",
                                                "an",
                                                "sprecher",
                                                "sprecherin",
                                                "frage",
                                                "antwort",
                                                "präsident",
                                                "präsidentin",
                                                "intervieweur",
                                                "entrevistador",
                                                "entrevistadora",
                                                "entrevistado",
                                                "pregunta",
                                                "respuesta"};
  return is_one_of(folded, kRoles);
}

bool is_honorific(std::string_view folded) noexcept {
  static constexpr std::string_view kHonorifics[] = {"mr",
                                                     "mrs",
                                                     "ms",
                                                     "miss",
                                                     "mx",
                                                     "dr",
                                                     "prof",
                                                     "professor",
                                                     "hon",
                                                     "rev",
                                                     "sir",
                                                     "dame",
                                                     "lord",
                                                     "lady",
                                                     "judge",
                                                     "justice",
                                                     "chief",
                                                     "senator",
                                                     "sen",
                                                     "rep",
                                                     "representative",
                                                     "congressman",
                                                     "congresswoman",
                                                     "president",
                                                     "secretary",
                                                     "minister",
                                                     "chairman",
                                                     "chairwoman",
                                                     "captain",
                                                     "capt",
                                                     "col",
                                                     "gen",
                                                     "sgt",
                                                     "lt",
                                                     "officer",
                                                     "counsel",
                                                     "herr",
                                                     "frau",
                                                     "m",
                                                     "mme",
                                                     "mlle",
                                                     "monsieur",
                                                     "madame",
                                                     "sr",
                                                     "sra",
                                                     "srta",
                                                     "señor",
                                                     "señora",
                                                     "don",
                                                     "doña",
                                                     "senador",
                                                     "senadora",
                                                     "the",
                                                     "г-н",
                                                     "г-жа",
                                                     "господин",
                                                     "госпожа",
                                                     "präsident",
                                                     "präsidentin",
                                                     "bundespräsident",
                                                     "bundeskanzlerin",
                                                     "abg"};
  return is_one_of(folded, kHonorifics);
}

bool ends_sentence(std::string_view text) noexcept {
  std::size_t at = text.size();
  while (at > 0) {
    const char32_t c = previous_code_point(text, at);
    switch (c) {
      case '"':
      case '\'':
      case ')':
      case ']':
      case U'”':
      case U'’':
      case U'»':
      case U'」':
      case U'』':
      case U'）':
      case '*':
      case '_':
        continue;
      case '.':
      case '!':
      case '?':
      case U'…':
      case U'。':
      case U'！':
      case U'？':
      case U'؟':
      case U'۔':
        return true;
      default:
        return false;
    }
  }
  return false;
}

bool ends_open(std::string_view text) noexcept {
  std::size_t at = text.size();
  if (at == 0) return false;
  const char32_t c = previous_code_point(text, at);
  return c == ',' || c == ';' || c == ':' || c == '-' || c == U'–' || c == U'—' || c == U'，' || c == U'、' ||
         c == U'；' || c == U'：' || c == U'،';
}

bool is_bracketed(std::string_view text) noexcept {
  for (std::size_t i = 0; i < std::size(kOpening); ++i) {
    if (text.size() <= kOpening[i].size() + kClosing[i].size()) continue;
    if (!text.starts_with(kOpening[i]) || !text.ends_with(kClosing[i])) continue;
    const std::string_view inside =
        text.substr(kOpening[i].size(), text.size() - kOpening[i].size() - kClosing[i].size());
    if (kOpening[i] == kClosing[i])
      return !inside.starts_with("*") && inside.find(kOpening[i]) == std::string_view::npos;
    // One pair around the whole, not "(a) and (b)".
    int depth = 1;
    for (std::size_t at = 0; at < inside.size() && depth > 0; ++at) {
      if (inside.substr(at).starts_with(kOpening[i])) ++depth;
      if (inside.substr(at).starts_with(kClosing[i])) --depth;
    }
    return depth == 1;
  }
  return false;
}

std::size_t count_code_points(std::string_view text, std::size_t most) noexcept {
  std::size_t count = 0;
  for (const char c : text)
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80 && ++count > most) break;
  return count;
}

std::size_t count_spaced_words(std::string_view text) noexcept {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const bool space = is_space(next_code_point(text, at));
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

std::size_t atx_level(std::string_view line) noexcept {
  std::size_t level = 0;
  while (level < line.size() && line[level] == '#') ++level;
  return level >= 1 && level <= 6 && level < line.size() && (line[level] == ' ' || line[level] == '\t')
             ? level
             : 0;
}

std::uint64_t hash_bytes(std::string_view text) noexcept {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

}  // namespace visavis::interview
