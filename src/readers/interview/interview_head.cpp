// Whom the lines before the talk name: fields ("Interviewer: Ana Lopez") and initials that are declared.
#include <algorithm>

#include "base/unicode.h"
#include "base/word_lists.h"
#include "readers/interview/interview_decision.h"
#include "readers/interview/interview_label_parts.h"
#include "readers/interview/interview_text.h"

namespace visavis::interview {
namespace {

std::string letters_of(std::string_view initials) {
  std::string out;
  for (const char c : initials)
    if (c != '.' && c != ' ') out += c;
  return fold_case(out);
}

// The words before `end` whose first letters are `letters`, in order; empty where they are not.
std::string_view name_before(std::string_view line, std::size_t end, std::string_view letters) {
  std::size_t begin = end, left = letters.size();
  while (begin > 0 && line[begin - 1] == ' ') --begin;
  const std::size_t stop = begin;
  while (left > 0 && begin > 0) {
    std::size_t word = begin;
    while (word > 0 && line[word - 1] != ' ') --word;
    const std::string first = fold_case(line.substr(word, begin - word));
    std::size_t from = left, size = 0;
    while (from > 0 && (static_cast<unsigned char>(letters[--from]) & 0xC0) == 0x80) ++size;
    if (!first.starts_with(letters.substr(from, size + 1))) return {};
    left = from;
    begin = word;
    if (left == 0) return line.substr(begin, stop - begin);
    while (begin > 0 && line[begin - 1] == ' ') --begin;
  }
  return {};
}

// The capitalised words from `begin` on, up to a sign that ends a name.
std::string_view name_after(std::string_view line, std::size_t begin) {
  while (begin < line.size() && line[begin] == ' ') ++begin;
  return trim(line.substr(begin, line.find_first_of(",;()[]=", begin) - begin));
}

}  // namespace

void Decision::read_declared_initials() {
  std::size_t talk = 0;
  while (talk < out_.uses.size() && out_.uses[talk].use != Use::label) ++talk;
  for (const Label& made : out_.labels) {
    const std::string letters = letters_of(made.base);
    const std::size_t points = count_code_points(letters, 5);
    if (made.accepted == 0 || points < 2 || points > 4 || made.base.find(' ') != std::string::npos) continue;
    for (std::size_t i = 0; i < std::min<std::size_t>(talk, 200); ++i) {
      const std::string_view head = words(i);
      if (head.size() > 2000) continue;
      for (std::size_t at = head.find(made.base); at != std::string_view::npos;
           at = head.find(made.base, at + 1)) {
        const std::size_t after = at + made.base.size();
        const std::string_view rest = trim(head.substr(after));
        std::string_view name;
        if (at > 0 && (head[at - 1] == '(' || head[at - 1] == '[') && !rest.empty() &&
            (rest[0] == ')' || rest[0] == ']'))
          name = name_before(head, at - 1, letters);
        else if (at == 0 && (rest.starts_with('=') || rest.starts_with("–") || rest.starts_with("—") ||
                             rest.starts_with("- ")))
          name = name_after(head, head.find_first_of("=\xE2-", after) + (rest.starts_with("\xE2") ? 3 : 1));
        if (label_shape(name) != Shape::strong || name.find(' ') == std::string_view::npos) continue;
        hint(name, made.base, Role::unknown);
        if (out_.uses[i].use == Use::none) out_.uses[i].use = Use::text;
        break;
      }
    }
  }
}

void Decision::read_head_block() {
  if (!structured_[kColon]) return;
  std::size_t first_regular = page_.lines.size();
  for (std::size_t i = 0; i < page_.lines.size() && i < 200; ++i) {
    const std::int32_t id = out_.uses[i].label;
    if (id < 0 || !accepts(i)) continue;
    if (label(id).count >= 2 && !is_field(i)) {
      first_regular = i;
      break;
    }
  }
  if (first_regular == page_.lines.size()) return;
  std::size_t fields = 0, speech = 0;
  for (std::size_t i = 0; i < first_regular; ++i) {
    const Candidate* c = candidate(i);
    if (!c || out_.uses[i].label < 0 || c->style != Style::colon || c->heading) continue;
    if (is_field(i) && !tally(out_.uses[i].label).listed)
      ++fields;
    else if (accepts(i))
      ++speech;
  }
  if (fields == 0 || speech > 0) return;
  const bool apart = line(first_regular).after_blank || line(first_regular - 1).role != LineRole::text ||
                     (candidate(first_regular - 1) == nullptr);
  if (!apart && fields < 3) return;
  for (std::size_t i = 0; i < first_regular; ++i) {
    const Candidate* c = candidate(i);
    if (!c || out_.uses[i].label < 0 || c->style != Style::colon || c->heading || !is_field(i)) continue;
    head_until_ = std::max(head_until_, i + 1);
    add_hint(i, *c);
  }
}

// "AL", "A.L." of "Ana Lopez"
bool Decision::is_initials_of(std::string_view letters, std::string_view name) noexcept {
  std::size_t at = 0;
  for (std::size_t word = 0; word < name.size(); word = std::min(name.find(' ', word), name.size() - 1) + 1) {
    while (at < letters.size() && letters[at] == '.') ++at;
    if (at >= letters.size() || letters[at++] != name[word]) return false;
  }
  return at >= letters.size() || letters.substr(at) == ".";
}

void Decision::find_declarations() {
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    const Candidate* c = candidate(i);
    if (!c || (c->style != Style::colon && c->style != Style::dash) || c->has_stamp ||
        out_.uses[i].label < 0 || out_.uses[i].use != Use::none)
      continue;
    const std::string_view name = slice(text_, c->text);
    const Label& made = label(out_.uses[i].label);
    if (name.find(' ') == name.npos || label_shape(name) != Shape::strong || !is_initials_of(made.base, name))
      continue;
    hint(name, made.base, Role::unknown);
    out_.uses[i].use = Use::text;
  }
}

void Decision::find_title_with_colon() {
  std::size_t first = 0, next = 1;
  while (first < page_.lines.size() && line(first).role != LineRole::text) ++first;
  if (first >= page_.lines.size() || first < head_until_ || !candidate(first) || !accepts(first)) return;
  const Candidate& c = *candidate(first);
  const Label& made = label(out_.uses[first].label);
  if (c.style != Style::colon || c.has_stamp || made.count > 1 || c.text.empty() ||
      ends_sentence(words(first)) || ends_open(words(first)) || tally(out_.uses[first].label).listed ||
      is_spoken_to(slice(text_, c.text)) || count_spaced_words(words(first)) > 14)
    return;
  // Below it an empty line, or fields and then one; then who speaks.
  for (next = first + 1; next < page_.lines.size() && !line(next).after_blank; ++next)
    if (!is_field(next)) return;
  const bool goes_on = next < page_.lines.size() && accepts(next) && label(out_.uses[next].label).count > 1;
  if (goes_on && (next > first + 1 || made.shape != Shape::strong)) head_until_ = next;
}

bool Decision::is_field_value(std::string_view value) {
  value = trim(value);
  // "Ana Lopez (who keeps the gate of the valley)"
  if (value.ends_with(')') && value.rfind(" (") != value.npos) value = value.substr(0, value.rfind(" ("));
  if (value.empty() || value.size() > 120) return false;
  std::size_t at = value.size();
  if (std::u32string_view(U".!?。？！…:-—,]؟").find(previous_code_point(value, at)) !=
      std::u32string_view::npos)
    return false;
  std::size_t count = 0, lower = 0;
  for (std::size_t word = 0; word < value.size();) {
    const std::size_t end = std::min(value.find(' ', word), value.size());
    const std::string_view one = value.substr(word, end - word);
    if (!one.empty()) {
      ++count;
      lower += opens_in_lower_case(one);
      if (one.size() < 40 && is_function_word(Folded(one))) return false;
    }
    word = end + 1;
  }
  return count <= 12 && lower * 2 <= count;
}

bool Decision::is_field(std::size_t i) {
  const Candidate* c = candidate(i);
  if (!c || c->style != Style::colon || !is_field_value(slice(text_, c->text))) return false;
  const std::string_view value = trim(slice(text_, c->text));
  const std::int32_t id = out_.uses[i].label;
  return label(id).count <= 2 &&
         (value.find(' ') != value.npos || tally(id).remark || is_address(value) || label(id).count == 1);
}

void Decision::hint(std::string_view name, std::string_view initials, Role role) {
  out_.hints.push_back({collapse_spaces(name), std::string(initials), role});
}

void Decision::add_hint(std::size_t i, const Candidate& c) {
  static constexpr struct {
    std::string_view word;
    Role role;
  } kRoles[] = {{"interviewer", Role::interviewer},    {"interviewers", Role::interviewer},
                {"interviewed by", Role::interviewer}, {"采访人", Role::interviewer},
                {"采访者", Role::interviewer},         {"採訪者", Role::interviewer},
                {"聞き手", Role::interviewer},         {"interviewee", Role::interviewee},
                {"narrator", Role::interviewee},       {"respondent", Role::interviewee},
                {"受访人", Role::interviewee},         {"受访者", Role::interviewee},
                {"受訪者", Role::interviewee},         {"moderator", Role::moderator}};
  const std::string& written = label(out_.uses[i].label).base;
  const std::string folded = fold_case(written);
  Role role = Role::unknown;
  for (const auto& entry : kRoles)
    if (entry.word == folded) role = entry.role;
  // "Ana Lopez, Ben Ray" are two.
  std::string base, bracket;
  for (std::string_view rest = trim(slice(text_, c.text)); !rest.empty();) {
    const std::size_t comma = rest.find(','), end = rest.find(' ') < comma ? comma : rest.npos;
    split_bracket(collapse_spaces(rest.substr(0, end)), base, bracket);
    rest = end < rest.size() ? trim(rest.substr(end + 1)) : std::string_view();
    if (label_shape(base) != Shape::strong || base.find(' ') == std::string::npos) continue;
    // "AL: Ana Lopez" declares initials.
    hint(base, bracket.empty() && folded.size() <= 4 ? written : bracket, role);
  }
}

}  // namespace visavis::interview
