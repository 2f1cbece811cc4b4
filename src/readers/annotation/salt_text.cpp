#include "readers/annotation/salt_text.h"

#include <algorithm>

#include "base/text.h"
#include "model/transcript.h"

namespace visavis {
namespace {

bool is_vowel(char c) noexcept { return std::string_view("aeiouAEIOU").find(c) != std::string_view::npos; }
bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// One syllable that ends in one vowel and one consonant: "stop", not "help", "wait" or "show".
bool doubles(std::string_view stem) noexcept {
  const std::size_t size = stem.size();
  if (size < 3 || !std::all_of(stem.begin(), stem.end(), is_letter)) return false;
  const char last = stem[size - 1];
  if (is_vowel(last) || std::string_view("wxyWXY").find(last) != std::string_view::npos) return false;
  return is_vowel(stem[size - 2]) && !is_vowel(stem[size - 3]) &&
         std::none_of(stem.begin(), stem.end() - 3, is_vowel);
}

bool ends_in_y(std::string_view stem) noexcept {
  return stem.size() > 1 && stem.back() == 'y' && !is_vowel(stem[stem.size() - 2]);
}

std::string bind_s(std::string stem) {
  if (ends_in_y(stem)) {
    stem.pop_back();
    return stem + "ies";
  }
  for (const std::string_view ending : {"s", "x", "z", "ch", "sh", "o"})
    if (stem.ends_with(ending)) return stem + "es";
  return stem + "s";
}

// A word with its codes, as it was said.
std::string say(std::string_view word, std::uint8_t& marks) {
  if (word.starts_with('%')) word.remove_prefix(1);
  word = word.substr(0, word.find('|'));
  std::string_view tail;  // the sentence's mark stands behind the last morpheme
  std::size_t end = word.size();
  while (end > 0 && std::string_view(".,?!^~>").find(word[end - 1]) != std::string_view::npos) --end;
  tail = word.substr(end);
  word = word.substr(0, end);
  const std::size_t slash = std::min(word.find('/'), word.size());
  std::string out(word.substr(0, slash));
  for (std::string_view rest = word.substr(slash); !rest.empty();) {
    rest.remove_prefix(1);
    const std::size_t next = std::min(rest.find('/'), rest.size());
    out = bind_morpheme(std::move(out), rest.substr(0, next));
    rest.remove_prefix(next);
  }
  if (out.ends_with('*')) out.back() = '-';  // broken off
  std::replace(out.begin(), out.end(), '_', ' ');
  if (!out.empty() && std::all_of(out.begin(), out.end(), [](char c) { return c == 'x' || c == 'X'; }))
    marks |= kMarkInaudible;
  for (const char c : tail) {
    if (c == '^' || c == '~')
      out += "—";
    else if (c == '>')
      out += "…";
    else
      out += c;
  }
  return out;
}

}  // namespace

std::string bind_morpheme(std::string stem, std::string_view morpheme) {
  if (stem.empty() || morpheme.empty() || morpheme.starts_with('*')) return stem;
  if (morpheme == "s" || morpheme == "3s") return bind_s(std::move(stem));
  if (morpheme == "z") return stem + (stem.ends_with('s') ? "'" : "'s");
  if (!is_letter(morpheme[0]) || morpheme == "n't") return stem + std::string(morpheme);
  std::string ending(morpheme);
  if (!is_vowel(ending[0]) && ending != "y") return stem + ending;
  if (ends_in_y(stem) && ending[0] == 'e') {
    stem.back() = 'i';
  } else if (stem.ends_with('e') && !stem.ends_with("ee")) {
    if (ending[0] == 'e')
      ending.erase(0, 1);
    else
      stem.pop_back();
  } else if (doubles(stem)) {
    stem += stem.back();
  }
  return stem + ending;
}

SaltText clean_salt(std::string_view line) {
  SaltText clean;
  std::string bare;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    const char closing = c == '{' ? '}' : c == '[' ? ']' : '\0';
    const std::size_t close = closing ? line.find(closing, at) : std::string_view::npos;
    if (close != std::string_view::npos) {
      at = close;  // a comment or a code
    } else if (c == '(' || c == ')') {
      continue;
    } else if (c == '<' || (c == '>' && at + 1 < line.size())) {
      clean.marks |= kMarkOverlap;
    } else {
      bare += c;
    }
  }
  for (std::size_t at = 0; at < bare.size();) {
    const std::size_t end = std::min(bare.find(' ', at), bare.size());
    const std::string_view word = trim(std::string_view(bare).substr(at, end - at));
    at = end + 1;
    if (word.empty() || word.starts_with('*') || word.starts_with(':') || word.starts_with(';')) continue;
    const std::string said = say(word, clean.marks);
    if (said.empty()) continue;
    const bool is_mark = std::none_of(said.begin(), said.end(), [](char c) {
      return is_letter(c) || (c & 0x80) || (c >= '0' && c <= '9');
    });
    if (!clean.words.empty() && !is_mark) clean.words += ' ';
    clean.words += said;
  }
  return clean;
}

}  // namespace visavis
