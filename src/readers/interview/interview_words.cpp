// Words that decide between a label and prose: the lists of base/word_lists.h, and what is more than a list.
#include <algorithm>

#include "base/unicode.h"
#include "base/word_lists.h"
#include "readers/interview/interview_label_parts.h"
#include "readers/interview/interview_text.h"

namespace visavis::interview {

bool is_remark_word(std::string_view folded) noexcept { return is_listed(WordList::remark, folded); }

bool is_function_word(std::string_view folded) noexcept { return is_listed(WordList::function, folded); }

bool is_saying(std::string_view folded) noexcept {
  for (std::size_t at = folded.find(' '); at != std::string_view::npos && at + 1 < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at + 1), folded.size());
    if (is_listed(WordList::saying, folded.substr(at + 1, end - at - 1))) return true;
    at = end;
  }
  return false;
}

bool opens_with_pronoun(std::string_view line) noexcept {
  const std::string_view first = line.substr(0, std::min<std::size_t>(line.find(' '), 24));
  return first.size() < line.size() && is_listed(WordList::pronoun, Folded(first));
}

std::size_t scene_place_at(std::string_view line) noexcept {
  const std::size_t end = std::min(line.find_first_of(". "), line.size());
  if (is_listed(WordList::place, line.substr(0, end))) return end;
  const std::size_t slash = std::min(line.find('/'), end);
  return is_listed(WordList::place, line.substr(0, slash)) ? slash : 0;
}

bool is_end_mark(std::string_view line) noexcept {
  if (line.size() > 100) return false;
  const bool stands_out = is_bracketed(line) || is_all_capitals(line);
  while (!line.empty() && std::string_view("[(*_#-– ").find(line.front()) != std::string_view::npos)
    line.remove_prefix(1);
  const std::size_t size = std::min(line.find_first_of(" ])*_.:"), line.size());
  return stands_out && size < 24 && is_listed(WordList::end, Folded(line.substr(0, size)));
}

bool is_role_word(std::string_view folded) noexcept { return is_listed(WordList::role, folded); }

bool is_question_word(std::string_view word) noexcept { return is_listed(WordList::question, Folded(word)); }

bool is_tool_remark(std::string_view line) noexcept {
  if (line.size() > 160) return false;
  for (const std::string_view end :
       {std::string_view(" started transcription"), std::string_view(" stopped transcription"),
        std::string_view(" started recording"), std::string_view(" stopped recording")})
    if (line.ends_with(end) && line.find_first_of(":.,") == std::string_view::npos) return true;
  for (const std::string_view begin :
       {std::string_view("Meeting ended after "), std::string_view("Transcription ended after "),
        std::string_view("Transcribed by https://"), std::string_view("Automated transcription by "),
        std::string_view("This editable transcript was computer generated"),
        std::string_view("AI-generated content may be incorrect")})
    if (line.starts_with(begin)) return true;
  return line.find("se arrow keys to navigate") != line.npos;
}

bool is_honorific(std::string_view folded) noexcept { return is_listed(WordList::honorific, folded); }

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
  // How one of them begins: asked wherever a time may stand, which is before nearly every word.
  if (text.empty() || (static_cast<unsigned char>(text[0]) < 0x80 &&
                       std::string_view("aApPdDoOSC").find(text[0]) == std::string_view::npos))
    return 0;
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
