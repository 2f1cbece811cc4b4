#include "base/cue_labels.h"

#include <algorithm>

#include "base/line_scan.h"
#include "base/unicode.h"
#include "base/word_lists.h"

namespace visavis {
namespace {

constexpr std::size_t kMostNameBytes = 120;
constexpr std::uint32_t kMostNameWords = 6;
constexpr std::string_view kWideColon = "：";

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

std::string_view trim_front(std::string_view text) noexcept {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && (text.front() < '!' || text.front() > '~')) {
    std::size_t at = 0;
    if (!is_space(next_code_point(text, at))) break;
    text.remove_prefix(at);
  }
  return text;
}

// Small words inside names and titles: "Vincent van Gogh", "The Duke of York".
bool is_particle(std::string_view word) noexcept {
  static constexpr std::string_view kParticles[] = {
      "de",  "da", "di", "do", "du", "dos", "das", "del", "della", "den", "der", "van", "von", "zu", "ter",
      "ten", "la", "le", "el", "al", "bin", "ibn", "of",  "the",   "and", "und", "et",  "y",   "e",  "for"};
  constexpr std::size_t kLongest = 5;
  return word.size() <= kLongest &&
         std::find(std::begin(kParticles), std::end(kParticles), word) != std::end(kParticles);
}

// The same questions as base asks, answered without its tables for ASCII, which most names are.
bool is_letter_or_digit(char32_t c) noexcept {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return is_word_character(c);
}
bool is_capital(char32_t c) noexcept { return c < 0x80 ? c >= 'A' && c <= 'Z' : is_upper(c); }

// Lower case of the scripts that have cases; folding alone tells upper case only.
bool is_lower(char32_t c) noexcept {
  return !is_capital(c) &&
         ((c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0x24F) || (c >= 0x3AC && c <= 0x3CE) ||
          (c >= 0x430 && c <= 0x45F) || (c >= 0x561 && c <= 0x587));
}

// Words that open a remark, not a speech, whatever the file's convention.
bool is_remark(std::string_view name) noexcept { return is_listed(WordList::remark, Folded(name)); }

// The shape of a name: at most six words, each opening with a capital, a digit or a letter of a script
// without case, small words between them; no punctuation but that of names.
bool read_name(std::string_view name, CueLabel& label) noexcept {
  if (name.empty() || name.size() > kMostNameBytes) return false;
  std::uint32_t words = 0, upper_words = 0, lower_words = 0;
  for (std::size_t at = 0; at < name.size();) {
    while (at < name.size() && name[at] == ' ') ++at;
    const std::size_t begin = at;
    while (at < name.size() && name[at] != ' ') ++at;
    const std::string_view word = name.substr(begin, at - begin);
    if (word.empty()) break;
    if (++words > kMostNameWords) return false;
    if (word == "&" || word == "-" || word == "/") continue;
    std::size_t i = 0;
    char32_t c = next_code_point(word, i);
    if ((c == '"' || c == '\'' || c == U'“' || c == U'«') && i < word.size()) c = next_code_point(word, i);
    if (!is_letter_or_digit(c)) return false;
    const bool digit = c >= '0' && c <= '9';
    if (!digit && !is_lower(c))
      ++upper_words;
    else if (!digit && (words == 1 || !is_particle(word)))
      ++lower_words;
    while (i < word.size()) {
      c = next_code_point(word, i);
      if (is_letter_or_digit(c) ||
          std::u32string_view(U"-'’_/·\"”»#@+&").find(c) != std::u32string_view::npos)
        continue;
      if (c == ',' && i == word.size()) continue;
      // A time of day: "10.30 Meeting".
      if (c == '.' && digit && i < word.size() && is_digit(word[i])) return false;
      // "Mr.", "J.R.", and a login in one word; a longer word with a stop ends a sentence.
      if (c == '.' && (i < word.size() || word.size() <= 5 || name.size() == word.size())) continue;
      return false;
    }
  }
  if (words == 0 || upper_words + lower_words == 0) return false;
  label.words = words;
  label.lower = lower_words > 0 && upper_words == 0;
  label.mixed = lower_words > 0 && upper_words > 0;
  label.capitals = true;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = next_code_point(name, at);
    if (is_letter_or_digit(c) && !is_capital(c) && !(c >= '0' && c <= '9')) label.capitals = false;
  }
  return true;
}

// "Name Name:" in plain ASCII letters, digits and hyphens at the start of a line, as most labels are; the
// rest is for find_cue_label to say. True where it is such a label.
bool read_plain_label(std::string_view line, CueLabel& label) noexcept {
  const std::size_t most = std::min(line.size(), kMostNameBytes);
  std::uint32_t words = 0, upper_words = 0, lower_words = 0;
  bool has_lower = false, digit_before = false;
  std::size_t at = 0;
  for (;;) {
    const std::size_t begin = at;
    bool word_has_lower = false;
    for (; at < most; ++at) {
      const char c = line[at];
      const bool is_lower_letter = c >= 'a' && c <= 'z';
      word_has_lower = word_has_lower || is_lower_letter;
      if (!(is_lower_letter || (c >= 'A' && c <= 'Z') || is_digit(c) || (c == '-' && at > begin))) break;
    }
    if (at == begin || at == most) return false;
    const char first = line[begin], stop = line[at];
    if ((stop != ' ' && stop != ':') || ++words > kMostNameWords) return false;
    has_lower = has_lower || word_has_lower;
    digit_before = is_digit(line[at - 1]);
    if (first >= 'a' && first <= 'z') {
      if (words == 1 || !is_particle(line.substr(begin, at - begin))) ++lower_words;
    } else if (!is_digit(first)) {
      ++upper_words;
    }
    if (stop == ':') break;
    ++at;
  }
  const std::string_view rest = line.substr(at + 1);
  if (!rest.empty() && rest.front() != ' ') return false;
  if ((digit_before && at <= 2) || upper_words + lower_words == 0) return false;
  const std::string_view name = line.substr(0, at);
  if (is_remark(name)) return false;
  label.words = words;
  label.lower = lower_words > 0 && upper_words == 0;
  label.mixed = lower_words > 0 && upper_words > 0;
  label.capitals = !has_lower;
  label.style = CueLabel::Style::colon;
  label.name = label.full = name;
  label.rest = trim_front(rest);
  return true;
}

// Without groups in brackets at the end: "The First Minister (Nicola Sturgeon)".
std::string_view without_brackets(std::string_view name) noexcept {
  for (name = trim(name); !name.empty() && (name.back() == ')' || name.back() == ']'); name = trim(name)) {
    const std::size_t open = name.rfind(name.back() == ')' ? '(' : '[');
    if (open == std::string_view::npos || open == 0) break;
    name = name.substr(0, open);
  }
  return name;
}

}  // namespace

CueLabel find_cue_label(std::string_view line) noexcept {
  CueLabel label;
  if (read_plain_label(line, label)) return label;
  line = trim_front(line);
  while (line.starts_with(">>") || line.starts_with("»")) {
    label.chevron = true;
    line.remove_prefix(2);
    while (line.starts_with('>')) line.remove_prefix(1);
    line = trim_front(line);
  }
  label.rest = line;
  if (const std::size_t dash = dialogue_dash(line)) line.remove_prefix(dash);
  if (line.empty()) return label;
  const std::string_view head = line.substr(0, kMostNameBytes + 4);
  if (line.front() == '[' || line.front() == '(') {
    const std::size_t close = head.find(line.front() == '[' ? ']' : ')');
    if (close == std::string_view::npos) return label;
    const std::string_view name = trim(head.substr(1, close - 1));
    std::string_view rest = line.substr(close + 1);
    const bool colon = rest.starts_with(':') || rest.starts_with(kWideColon);
    if (colon) rest.remove_prefix(rest.front() == ':' ? 1 : 3);
    rest = trim_front(rest);
    if (!read_name(without_brackets(name), label) || (rest.empty() && !colon)) return label;
    label.style = colon ? CueLabel::Style::colon : CueLabel::Style::bracket;
    label.full = name;
    label.name = without_brackets(name);
    label.rest = rest;
    return label;
  }
  std::size_t colon = head.find(':');
  const std::size_t wide = head.find(kWideColon);
  std::size_t length = 1;
  if (wide < colon) colon = wide, length = 3;
  if (colon == std::string_view::npos || colon == 0) return label;
  const std::string_view rest = line.substr(colon + length);
  // "10:30", "http://", "std::max": a label's colon ends its word.
  if (length == 1 && !rest.empty() && rest.front() != ' ' && rest.front() != '\t' &&
      !rest.starts_with("\xC2\xA0"))
    return label;
  if (is_digit(head[colon - 1]) && colon <= 2) return label;
  const std::string_view full = trim(head.substr(0, colon));
  const std::string_view name = without_brackets(full);
  if (!read_name(name, label) || is_remark(name)) return label;
  label.style = CueLabel::Style::colon;
  label.name = name;
  label.full = full;
  label.rest = trim_front(rest);
  return label;
}

std::size_t dialogue_dash(std::string_view line) noexcept {
  std::size_t at = 0;
  // Nearly every line is told by its first byte: a hyphen, or what the dashes begin with.
  if (line.empty() || (line.front() != '-' && line.front() != '\xE2')) return 0;
  if (line.starts_with("-") && !line.starts_with("--"))
    at = 1;
  else if (line.starts_with("–") || line.starts_with("—") || line.starts_with("‐") || line.starts_with("―"))
    at = 3;
  if (at == 0) return 0;
  const std::size_t after = at;
  while (at < line.size() && line[at] == ' ') ++at;
  if (at >= line.size()) return 0;
  // "-5 degrees" is a number, "- 5" is speech.
  if (at == after && is_digit(line[at])) return 0;
  return at;
}

CueLabel LabelEvidence::find(std::string_view line) noexcept {
  // Only a line that opens with a letter or a digit needs a colon for its label.
  const char first = line.empty() ? ' ' : line.front();
  const bool plain = is_digit(first) || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
  if (!plain) return find_cue_label(line);
  const auto is_parted = [&](std::size_t colon) {
    return colon + 1 >= line.size() || line[colon + 1] == ' ';
  };
  for (const Kept& kept : kept_) {
    const std::string_view full = kept.label.full;  // holds no colon
    // Names are too short for a call to compare them.
    if (!full.empty() && full.size() < line.size() && line[full.size()] == ':' && is_parted(full.size()) &&
        std::equal(full.begin(), full.end(), line.begin(), [](char a, char b) { return a == b; })) {
      CueLabel label = kept.label;
      label.full = line.substr(0, full.size());
      label.name = label.full.substr(0, kept.label.name.size());
      label.rest = trim_front(line.substr(full.size() + 1));
      return label;
    }
  }
  const std::string_view head = line.substr(0, kMostNameBytes + 4);
  const std::size_t colon = find_byte(head, ':');
  if (colon == head.size() && find_byte(head, kWideColon.front()) == head.size()) {
    CueLabel none;
    none.rest = line;
    return none;
  }
  CueLabel label = find_cue_label(line);
  if (label.style == CueLabel::Style::colon && label.full.size() == colon && is_parted(colon) &&
      label.full.data() == line.data() && label.name.data() == line.data()) {
    label.kept = static_cast<std::int8_t>(next_kept_);
    kept_[next_kept_] = {label, nullptr};
    next_kept_ = (next_kept_ + 1) % kKept;
  }
  return label;
}

void LabelEvidence::see(std::string_view line, bool first) {
  const CueLabel label = find(line);
  if (first) ++cues_;
  if (label.chevron) ++chevron_lines_;
  if (label.style == CueLabel::Style::none) return;
  if (label.style == CueLabel::Style::bracket) {
    ++bracket_names_[label.name];
    bracket_cues_ += first;
    return;
  }
  Names& names = label.mixed ? mixed_names_ : colon_names_;
  if (label.kept < 0) {
    ++names[label.name];
  } else {
    std::uint32_t*& count = kept_[label.kept].count;
    if (!count) count = &names[label.name];
    ++*count;
  }
  // "Then he said:" is so, too: no evidence but where it returns.
  if (label.mixed) return;
  ++labelled_;
  capital_labelled_ += label.capitals;
  if (first) {
    ++colon_cues_;
    if (cues_ == 1) first_labelled_ = true;
  }
}

void LabelEvidence::decide() {
  chevron_ = chevron_lines_ >= 2 && chevron_lines_ * 100 >= cues_;
  bracket_ = bracket_cues_ * 2 >= cues_ && bracket_cues_ >= 2;
  std::uint32_t recurring = 0, recurring_names = 0;
  for (const auto& [name, count] : colon_names_)
    if (count >= 2) recurring += count, ++recurring_names;
  for (const auto& [name, count] : mixed_names_)
    if (count >= 2) colon_cues_ += count;
  every_cue_ = colon_cues_ * 2 >= cues_ && colon_cues_ >= 2;
  without_fail_ = cues_ >= 4 && colon_cues_ * 20 >= cues_ * 19;
  capitals_only_ = capital_labelled_ * 10 >= labelled_ * 9 && labelled_ >= 2;
  lower_ok_ = every_cue_;
  // A change of speaker is marked now and then: names that come again, most of all labels, at least from two
  // people or from the start.
  const bool by_change = recurring * 2 >= labelled_ && recurring >= 2 &&
                         (recurring_names >= 2 || first_labelled_ || labelled_ >= 4);
  // A file of one speech names its speaker once, in full, at the start.
  const bool one_speech = first_labelled_ && colon_names_.size() == 1 && labelled_ == 1 &&
                          colon_names_.begin()->first.find(' ') != std::string_view::npos;
  const bool several_once = first_labelled_ && colon_names_.size() >= 2 && labelled_ * 20 >= cues_;
  colon_ = every_cue_ || by_change || one_speech || several_once || (chevron_ && labelled_ >= 1);
  // A letter alone may be anything; with others beside it ("Q:" and "A:") it is one of them.
  if (colon_names_.size() == 1 && utf16_length(colon_names_.begin()->first) < 2) colon_ = false;
}

bool LabelEvidence::fits(const CueLabel& label, std::uint32_t count, bool first, bool fresh) const {
  if (without_fail_ && first) return true;
  if (label.lower || label.mixed) return lower_ok_ && count >= 2 && label.words <= 3;
  if (label.chevron || count >= 2 || every_cue_) return true;
  if (capitals_only_) return label.capitals;
  return fresh || label.words >= 2;
}

bool LabelEvidence::accepts(const CueLabel& label, bool first, bool fresh) const {
  if (label.style == CueLabel::Style::none) return false;
  const bool colon = label.style == CueLabel::Style::colon;
  if (!(colon ? colon_ : bracket_)) return false;
  if (label.kept >= 0 && kept_[label.kept].count) return fits(label, *kept_[label.kept].count, first, fresh);
  const Names& names = names_of(label);
  const auto found = names.find(label.name);
  return found != names.end() && fits(label, found->second, first, fresh);
}

}  // namespace visavis
