#include "readers/interview/interview_label_parts.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/word_lists.h"
#include "readers/interview/interview_text.h"

namespace visavis::interview {

bool is_direction_mark(char32_t c) noexcept {
  return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::string strip_marks(std::string_view label) {
  std::string out;
  const std::string spaced = collapse_spaces(label);
  for (std::size_t at = 0; at < spaced.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(spaced, at);
    if (c != '*' && c != '`' && c != '\\' && !is_direction_mark(c)) out.append(spaced, start, at - start);
  }
  return std::string(trim(out));
}

std::string without_number(std::string label) {
  label.resize(label.find_last_not_of("0123456789 ") + 1);
  return label;
}

std::size_t spaces_at(std::string_view text, std::size_t at) noexcept {
  const std::size_t start = at;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (!is_space(c) && !is_direction_mark(c)) break;
    at = next;
  }
  return at - start;
}

std::size_t opening_dash(std::string_view line) noexcept {
  for (const std::string_view dash : {std::string_view("–"), std::string_view("—"), std::string_view("―"),
                                      std::string_view("-"), std::string_view("−")}) {
    if (!line.starts_with(dash)) continue;
    const std::string_view rest = line.substr(dash.size());
    // Twice is Japanese for a voice; twice a hyphen is a rule or a broken line.
    if (rest.starts_with(dash))
      return dash.size() == 3 && !rest.substr(3).starts_with(dash) && rest.size() > 3 ? 6 : 0;
    if (rest.empty()) return 0;
    // A hyphen needs its space ("-5 degrees"); a dash may touch the word, as in Spanish.
    if (dash == "-" || dash == "−") return spaces_at(rest, 0) ? 1 + (dash.size() - 1) : 0;
    return dash.size();
  }
  return 0;
}

std::size_t list_number(std::string_view line) noexcept {
  std::size_t at = 0;
  while (at < line.size() && at < 5 && line[at] >= '0' && line[at] <= '9') ++at;
  if (at == 0 || at + 1 >= line.size() || (line[at] != '.' && line[at] != ')')) return 0;
  const std::size_t spaces = spaces_at(line, at + 1);
  // "5.Nora: words"
  if (spaces == 0 && line[at + 1] >= 'A' && line[at + 1] <= 'Z' &&
      line.substr(at, 32).find(": ") != line.npos)
    return at + 1;
  return spaces == 0 || at + 1 + spaces >= line.size() ? 0 : at + 1 + spaces;
}

bool is_abbreviation(std::string_view word) noexcept {
  while (!word.empty() && !is_word_character(static_cast<unsigned char>(word.front())) &&
         static_cast<unsigned char>(word.front()) < 0x80)
    word.remove_prefix(1);
  const std::size_t point = word.rfind('.');
  if (point != std::string_view::npos) word.remove_prefix(point + 1);
  word = trim(word);
  if (word.empty() || word.size() > 12) return word.empty();
  if (count_code_points(word, 2) == 1) return true;
  static constexpr std::string_view kShort[] = {
      "St",  "Jr",  "Sr",  "Ph",     "Esq", "Lt",  "Col", "Gen", "Sgt", "Capt", "Cpt", "Ing",  "Dipl", "Mag",
      "Gov", "Sen", "Rep", "Hon",    "Rev", "Dr",  "Mr",  "Mrs", "Ms",  "Prof", "Mme", "Mlle", "Sra",  "Srta",
      "hc",  "med", "jur", "Messrs", "Mx",  "Adm", "Maj", "Abg", "vs",  "Dra",  "Fr",  "Hr",   "No"};
  for (const std::string_view entry : kShort)
    if (equals_ignoring_ascii_case(word, entry)) return true;
  return false;
}

bool is_addressed_label(std::string_view label) noexcept {
  if (label.starts_with("The ")) return true;
  const std::size_t space = label.find(' ');
  if (space == std::string_view::npos || space == 0 || space > 8 || label.size() > 120) return false;
  static constexpr std::string_view kAddress[] = {"Mr.",  "Mrs.",  "Ms.",  "Mme",   "Mme.",
                                                  "Mlle", "Mlle.", "M.",   "MM.",   "Dr.",
                                                  "Hon.", "Sr.",   "Sra.", "Prof.", "Messrs."};
  const std::string_view first = label.substr(0, space);
  // "M. Jean Holm, ministre des écluses"
  const std::size_t comma = first[0] == 'M' && first != "Mr." ? label.find(',') : std::string_view::npos;
  const std::string_view name = label.substr(0, comma);
  if (name.find(',') != std::string_view::npos) return false;
  const auto words = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
  for (const std::string_view address : kAddress)
    if (first == address || (first.size() > 2 && is_all_capitals(first) && has_capitals(label) &&
                             equals_ignoring_ascii_case(first, address)))
      return words <= 5 || has_capitals(label);
  return false;
}

bool is_titled_label(std::string_view label) noexcept {
  if (label.size() > 60) return false;
  std::size_t words = 0;
  for (std::size_t at = 0; at < label.size(); ++words) {
    const std::size_t end = std::min(label.find(' ', at), label.size());
    std::string_view word = label.substr(at, end - at);
    std::size_t first = 0;
    if (word.empty() || !is_upper(next_code_point(word, first)) || words == 4) return false;
    if (words == 0 && word != "The" && !is_honorific(fold_case(word))) return false;
    if (words == 1 && label.starts_with("The ") && !is_role_word(fold_case(word))) return false;
    at = end + 1;
  }
  return words >= 2;
}

bool has_capitals(std::string_view label) noexcept {
  const std::size_t space = label.find(' ');
  bool before = false;
  for (std::size_t at = space == std::string_view::npos ? 0 : space + 1; at < label.size();) {
    const bool upper = is_upper(next_code_point(label, at));
    if (upper && before) return true;
    before = upper;
  }
  return false;
}

bool is_period_label(std::string_view label) noexcept {
  if (count_code_points(label, 1) == 1) {
    std::size_t only = 0;
    return is_upper(next_code_point(label, only));
  }
  if (is_addressed_label(label) && !has_capitals(label)) return true;
  if (is_titled_label(label) || is_question_word(label)) return true;
  std::size_t capitals = 0;
  int depth = 0;
  for (std::size_t at = 0; at < label.size();) {
    std::size_t end = at, letters = 0, upper = 0, lower = 0;
    const bool in_bracket = depth > 0 || label[at] == '(' || label[at] == '[';
    while (end < label.size()) {
      std::size_t next = end;
      const char32_t c = next_code_point(label, next);
      if (is_space(c)) break;
      if (c == '(' || c == '[') ++depth;
      if ((c == ')' || c == ']') && depth > 0) --depth;
      if (is_word_character(c)) {
        ++letters;
        if (is_upper(c))
          ++upper;
        else if (!is_digit(c))
          ++lower;
      }
      end = next;
    }
    const std::string_view word = label.substr(at, end - at);
    if (letters > 0 && !in_bracket) {
      const bool small = word == "of" || word == "The" || word == "the" || word == "de" || word == "and" ||
                         word == "from" || word == "van" || word == "von" || word == "Hon." ||
                         word == "Miss" || word == "El" || word == "La" || word == "Le" || word == "O";
      const bool address = word.ends_with(".") && is_abbreviation(word.substr(0, word.size() - 1));
      const bool mixed = upper >= 2 && lower <= 3;  // McCAIN, O'BRIEN, DeLAURO
      if (lower == 0 && upper + 0 >= 1 && letters >= 2)
        ++capitals;
      else if (mixed)
        ++capitals;
      else if (!small && !address && !(letters == 1 && upper == 1) && lower > 0 &&
               !(word.size() <= 12 && is_honorific(fold_case(word))))
        return false;
    }
    at = end;
    at += spaces_at(label, at);
  }
  return capitals >= 1;
}

std::string_view bare_label(std::string_view label, bool before_time) noexcept {
  for (label = trim(label); !label.empty(); label = trim(label)) {
    std::size_t at = label.size();
    const char32_t c = previous_code_point(label, at);
    const bool loose =
        c == '*' || c == '_' || c == '`' || c == '|' || c == '^' ||
        (before_time && (c == '-' || c == U'–' || c == U'—' || c == ',' || c == U'·' || c == U'•'));
    if (!loose) break;
    label = label.substr(0, at);
  }
  return label;
}

std::string_view chat_sender(std::string_view label) noexcept {
  const std::size_t wide = label.find("  to  ");  // "Ana  to  Ben(Direct Message)"
  if (!label.starts_with("From ")) return wide == label.npos ? label : trim(label.substr(0, wide));
  std::size_t to = label.rfind(" to ");
  if (to == std::string_view::npos) to = label.rfind(" To ");
  if (to == std::string_view::npos) to = label.size();
  const std::string_view name = trim(label.substr(5, to > 5 ? to - 5 : 0));
  return name.empty() ? label : name;
}

// Splits "Name (carpenter)" into name and bracket. Nested brackets go together.
void split_bracket(const std::string& name, std::string& base, std::string& bracket) {
  base = name;
  bracket.clear();
  static constexpr std::string_view kPairs[][2] = {{"(", ")"}, {"[", "]"}, {"（", "）"}, {"【", "】"}};
  for (bool again = true; again;) {
    again = false;
    for (const auto& pair : kPairs) {
      if (!base.ends_with(pair[1])) continue;
      std::size_t at = base.size();
      int depth = 0;
      while (at > 0) {
        --at;
        const std::string_view here = std::string_view(base).substr(at);
        if (here.starts_with(pair[1])) ++depth;
        if (here.starts_with(pair[0]) && --depth == 0) break;
      }
      if (depth != 0 || at == 0) continue;
      const std::string inside =
          base.substr(at + pair[0].size(), base.size() - at - pair[0].size() - pair[1].size());
      bracket = bracket.empty() ? inside : inside + ", " + bracket;
      base = std::string(trim(std::string_view(base).substr(0, at)));
      while (base.ends_with(',')) base.pop_back();
      again = true;
    }
  }
}

bool is_one_word_answer(std::string_view line) noexcept {
  if (!line.ends_with('.') || line.find(' ') != line.npos || is_all_capitals(line)) return false;
  const std::string_view word = line.substr(0, line.size() - 1);
  return word.size() > 1 && word.size() <= 32 && word.find('.') == word.npos &&
         (!is_abbreviation(word) || is_function_word(Folded(word)));
}

bool is_lower_name(std::string_view line) noexcept {
  std::size_t words = 0;
  for (std::size_t at = 0; at < line.size(); ++words) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    const std::string_view word = line.substr(at, end - at);
    if (words == 4 || word.size() < 2 || is_function_word(word)) return false;
    for (std::size_t i = 0; i < word.size();) {
      const char32_t c = next_code_point(word, i);
      if (!is_word_character(c) || is_digit(c) || is_upper(c)) return false;
    }
    at = end + 1;
  }
  return words >= 2 && line.size() <= 60;
}

bool is_address(std::string_view text) noexcept {
  text = trim(text);
  if (text.starts_with('[') && text.ends_with(')')) {  // Markdown's "[words](address)"
    const std::size_t middle = text.find("](");
    if (middle == std::string_view::npos || text.find(')', middle) + 1 < text.size()) return false;
    text = text.substr(middle + 2);
  }
  return (text.starts_with("http") || text.starts_with("<http") || text.starts_with("www.")) &&
         text.find(' ') == std::string_view::npos;
}

bool opens_in_lower_case(std::string_view text) noexcept {
  std::size_t at = 0;
  const char32_t c = next_code_point(text, at);
  return !text.empty() && is_word_character(c) && !is_digit(c) && !is_upper(c) && c < 0x530;
}

bool ends_label(char32_t c) noexcept {
  return std::u32string_view(U"!;。，、！？؟؛…\"“„«「").find(c) != std::u32string_view::npos;
}

std::size_t trailing_bracket(std::string_view line, std::size_t at) noexcept {
  if (at >= line.size() || line[at] != '(') return 0;
  const std::size_t close = line.find(')', at);
  if (close == std::string_view::npos || close - at > 80) return 0;
  const std::size_t after = close + 1 + spaces_at(line, close + 1);
  return after < line.size() && line[after] == ':' ? close + 1 - at : 0;
}

bool Emphasis::open(std::string_view line, std::size_t& at) noexcept {
  static constexpr std::string_view kTags[][2] = {
      {"<b>", "</b>"}, {"<strong>", "</strong>"}, {"<B>", "</B>"}, {"<i>", "</i>"}, {"<em>", "</em>"}};
  for (const auto& tag : kTags)
    if (line.substr(at).starts_with(tag[0]) && at + tag[0].size() < line.size()) {
      at += tag[0].size();
      closing_ = tag[1];
      return open_ = true;
    }
  std::size_t end = at;
  while (end < line.size() && end - at < 3 && (line[end] == '*' || line[end] == '_') && line[end] == line[at])
    ++end;
  if (end == at || end >= line.size() || spaces_at(line, end)) return false;
  closing_ = line.substr(at, end - at);
  at = end;
  return open_ = true;
}

std::size_t Emphasis::skip(std::string_view line, std::size_t at) noexcept {
  if (closing_.starts_with('<')) {
    if (!line.substr(std::min(at, line.size())).starts_with(closing_)) return at;
    open_ = false;
    return at + closing_.size();
  }
  while (!closing_.empty() && at < line.size() && (line[at] == '*' || line[at] == '_')) {
    open_ = false;
    ++at;
  }
  return at;
}

std::size_t Emphasis::inner_end(std::string_view line, std::size_t begin) const noexcept {
  std::size_t end = line.size();
  if (!open_) return end;
  if (closing_.starts_with('<')) return line.substr(begin).ends_with(closing_) ? end - closing_.size() : end;
  while (end > begin && line[end - 1] == closing_[0]) --end;
  return end;
}

bool opens_colon_label(std::string_view line) noexcept {
  const std::size_t colon = line.substr(0, 60).find(':');
  return colon != std::string_view::npos && line.find_first_of("0123456789") > colon &&
         label_shape(line.substr(0, colon)) == Shape::strong;
}

}  // namespace visavis::interview
