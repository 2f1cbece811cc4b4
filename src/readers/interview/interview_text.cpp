#include "readers/interview/interview_text.h"

#include "base/unicode.h"
#include "base/word_lists.h"

namespace visavis::interview {
namespace {

constexpr std::string_view kOpening[] = {"[", "(", "<", "{", "（", "［", "【", "〔", "*", "_"};
constexpr std::string_view kClosing[] = {"]", ")", ">", "}", "）", "］", "】", "〕", "*", "_"};

template <std::size_t n>
bool is_one_of(std::string_view word, const std::string_view (&list)[n]) noexcept {
  for (const std::string_view entry : list)
    if (entry == word) return true;
  return false;
}

}  // namespace

bool is_particle(std::string_view folded) noexcept {
  static constexpr std::string_view kParticles[] = {
      "of",  "the", "in",  "from", "for", "at",  "de",  "del", "della", "di",  "da",  "do",
      "dos", "du",  "des", "la",   "le",  "les", "l",   "van", "von",   "zu",  "der", "den",
      "dem", "ten", "ter", "y",    "e",   "et",  "und", "and", "bin",   "ibn", "al",  "el",
      "ben", "af",  "av",  "to",   "on",  "a",   "&",   "#",   "'t"};
  return is_one_of(folded, kParticles);
}

bool is_digit(char32_t c) noexcept { return c >= '0' && c <= '9'; }

std::size_t quoted_nickname(std::string_view line, std::size_t at) noexcept {
  constexpr std::size_t kMostBytes = 40;
  std::size_t end = at;
  const char32_t open = next_code_point(line, end);
  if (open != '"' && open != U'“' && open != U'«') return 0;
  const std::size_t first = end;
  while (end < line.size() && end - at < kMostBytes) {
    const std::size_t before = end;
    const char32_t c = next_code_point(line, end);
    if (c == '"' || c == U'”' || c == U'»') {
      if (before == first || end + 1 >= line.size() || line[end] != ' ') return 0;
      std::size_t next = end + 1;
      return is_upper(next_code_point(line, next)) ? end - at : 0;
    }
    if (before == first ? !is_upper(c)
                        : !is_word_character(c) && c != ' ' && c != '.' && c != '-' && c != '\'')
      return 0;
  }
  return 0;
}

Shape label_shape(std::string_view label) noexcept {
  label = trim(label);
  if (label.empty() || label.size() > 160) return Shape::none;
  std::size_t words = 0, lower = 0, han = 0, cased = 0, letters = 0, points = 0;
  bool first_upper = false;
  std::size_t at = 0;
  while (at < label.size()) {
    if (words > 0)
      if (const std::size_t nickname = quoted_nickname(label, at)) at += nickname;
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
      } else if ((c == '"' && !(has_letter && next < label.size() &&
                                is_word_character(static_cast<unsigned char>(label[next]) < 0x80
                                                      ? static_cast<unsigned char>(label[next])
                                                      : U'א'))) ||
                 c == U'“' || c == U'”' || c == U'«' || c == '=' || c == '|' ||
                 (c == '/' && !(has_letter && next < label.size() && label[next] > '9')) ||
                 (c == '@' && (words > 0 || end > at || next >= label.size())) || c == '<' || c == '>' ||
                 c == '`' || c == '{' || c == '%' || c == '$' || c == '~') {
        return Shape::none;
      }
      end = next;
    }
    if (end > at) {
      ++words;
      const std::string_view word = label.substr(at, end - at);
      if (has_case) ++cased;
      if (has_letter && (upper || inner_upper || !has_case)) {
        if (words == 1) first_upper = true;
      } else if (has_letter && !is_particle(word) && !(word.ends_with(".") && word.size() <= 5)) {
        ++lower;
      }
      if (word.size() < 32 && words <= 12 && lower > 0 && is_function_word(Folded(word))) return Shape::none;
    }
    std::size_t next = end;
    if (next < label.size()) next_code_point(label, next);
    at = next;
  }
  if (label == "?" || label == "??" || label == "???") return Shape::weak;
  if (lower > 0 && opens_with_pronoun(label)) return Shape::none;  // "I put the question"
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

bool is_all_capitals(std::string_view text) noexcept {
  std::size_t upper = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_word_character(c) || is_digit(c)) continue;
    if (is_upper(c))
      ++upper;
    else if (c < 0x2E80)
      return false;
  }
  return upper >= 2;
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

std::string_view without_atx_close(std::string_view line) noexcept {
  const std::string_view trimmed = line.substr(0, line.find_last_not_of(" \t") + 1);
  const std::string_view words = trimmed.substr(0, trimmed.find_last_not_of('#') + 1);
  if (words.size() == trimmed.size() || !(words.ends_with(' ') || words.ends_with('\t'))) return line;
  return words;
}

std::uint64_t hash_bytes(std::string_view text) noexcept {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

bool names_examiner(std::string_view text) noexcept {
  if (text.size() > 160 || !is_all_capitals(text)) return false;
  return text.ends_with("EXAMINATION") ||
         (text.ends_with(':') && (text.starts_with("BY ") || text.find("\nBY ") != std::string_view::npos));
}

bool names_office(std::string_view label) noexcept {
  const std::string_view name = label.substr(0, label.find(", "));
  return name.size() < label.size() && name.find(' ') != std::string_view::npos &&
         label_shape(name) == Shape::strong;
}

bool ends_with_question(std::string_view text) noexcept {
  for (std::size_t at = text.size(); at > 0;) {
    const char32_t c = previous_code_point(text, at);
    if (is_question_mark(c)) return true;
    if (c == '.' || c == U'。') return false;
    if (is_word_character(c)) return false;
  }
  return false;
}

}  // namespace visavis::interview
