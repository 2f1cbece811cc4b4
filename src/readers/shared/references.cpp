// Character references in cue text: WebVTT leaves them to HTML ("consume a character reference", HTML
// standard, section 13.2.5.72). Of HTML's 2231 names those that captions hold are known here, the others are
// asked of the catalogue.
#include "readers/shared/references.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "readers/catalogue.h"

namespace visavis {
namespace {

struct Name {
  std::string_view name;
  char16_t code;
};

// U+00A0 to U+00FF in order: these also count without a semicolon, as do those of kPlain.
constexpr std::string_view kLatin1[] = {
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",
    "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",
    "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12",
    "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil",
    "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde",
    "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
    "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",
    "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",
    "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};
constexpr Name kPlain[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'},   {"quot", '"'},  {"AMP", '&'},
                           {"LT", '<'},  {"GT", '>'}, {"QUOT", '"'}, {"COPY", 0xA9}, {"REG", 0xAE}};
constexpr Name kWithSemicolon[] = {
    {"apos", '\''},     {"lrm", 0x200E},    {"rlm", 0x200F},    {"hellip", 0x2026}, {"mdash", 0x2014},
    {"ndash", 0x2013},  {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"sbquo", 0x201A},  {"ldquo", 0x201C},
    {"rdquo", 0x201D},  {"bdquo", 0x201E},  {"bull", 0x2022},   {"euro", 0x20AC},   {"trade", 0x2122},
    {"OElig", 0x0152},  {"oelig", 0x0153},  {"Scaron", 0x0160}, {"scaron", 0x0161}, {"Yuml", 0x0178},
    {"lsaquo", 0x2039}, {"rsaquo", 0x203A}, {"ensp", 0x2002},   {"emsp", 0x2003},   {"thinsp", 0x2009},
    {"zwnj", 0x200C},   {"zwj", 0x200D},    {"sung", 0x266A},   {"flat", 0x266D},   {"sharp", 0x266F},
};

bool is_alphanumeric(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// HTML standard, "numeric character reference end state": zero, surrogates and what is out of range become
// U+FFFD, and 80..9F mean windows-1252.
char32_t numeric_value(std::uint32_t number) noexcept {
  constexpr char16_t kHigh[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                  0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  if (number >= 0x80 && number < 0xA0) return kHigh[number - 0x80];
  return number == 0 ? kReplacement : number;  // append_utf8 replaces the rest
}

constexpr std::size_t kLongestName = 31;  // CounterClockwiseContourIntegral

// A reference by name, from the character behind its '&'.
std::string_view name_at(std::string_view text, std::size_t at) noexcept {
  std::size_t end = at;
  while (end < text.size() && end - at <= kLongestName && is_alphanumeric(text[end])) ++end;
  return text.substr(at, end - at);
}

char32_t find_with_semicolon(std::string_view name) noexcept {
  for (const Name& known : kWithSemicolon)
    if (known.name == name) return known.code;
  return 0;
}

char32_t find_plain(std::string_view name) noexcept {
  for (const Name& known : kPlain)
    if (known.name == name) return known.code;
  const auto found = std::find(std::begin(kLatin1), std::end(kLatin1), name);
  return found == std::end(kLatin1) ? 0 : static_cast<char32_t>(0xA0 + (found - std::begin(kLatin1)));
}

// The code point of the reference by number that starts at `at` ('&' and '#'), which is moved past it; 0
// where it is none.
char32_t take_number(std::string_view text, std::size_t& at) noexcept {
  std::size_t end = at + 2;
  const bool hex = end < text.size() && (text[end] == 'x' || text[end] == 'X');
  if (hex) ++end;
  const std::size_t begin = end;
  while (end < text.size() &&
         (hex ? std::string_view("0123456789abcdefABCDEF").find(text[end]) != std::string_view::npos
              : text[end] >= '0' && text[end] <= '9'))
    ++end;
  if (end == begin) return 0;
  std::uint32_t number = 0;
  const auto [stop, error] = std::from_chars(text.data() + begin, text.data() + end, number, hex ? 16 : 10);
  if (error != std::errc()) number = 0x110000;
  static_cast<void>(stop);
  if (end < text.size() && text[end] == ';') ++end;
  at = end;
  return numeric_value(number);
}

// Appends what the reference that starts at `at` ('&') stands for and moves `at` past it; false where it is
// no reference.
bool take_reference(std::string_view text, std::size_t& at, std::string& out) {
  if (text.substr(at + 1, 1) == "#") {
    const char32_t code = take_number(text, at);
    if (code != 0) append_utf8(out, code);
    return code != 0;
  }
  const std::string_view name = name_at(text, at + 1);
  const std::size_t end = at + 1 + name.size();
  if (end < text.size() && text[end] == ';') {
    char32_t code = find_with_semicolon(name);
    if (code == 0) code = find_plain(name);
    const std::string_view rare = code == 0 ? find_rare_name(name) : std::string_view();
    if (code != 0) append_utf8(out, code);
    out += rare;
    if (code != 0 || !rare.empty()) {
      at = end + 1;
      return true;
    }
  }
  // The longest known beginning: "&ampx" is "&" and an x in text.
  for (std::size_t length = name.size(); length > 1; --length)
    if (const char32_t code = find_plain(name.substr(0, length))) {
      append_utf8(out, code);
      at += 1 + length;
      return true;
    }
  return false;
}

}  // namespace

void append_decoding_references(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find('&', at), text.size());
    out.append(text.substr(at, mark - at));
    at = mark;
    if (at < text.size() && !take_reference(text, at, out)) out += text[at++];
  }
}

void mend_escaped_chevrons(std::string& text, std::size_t from) {
  constexpr std::string_view kEscaped = "&gt;&gt;", kMark = ">>";
  std::size_t at = text.find(kEscaped, from);
  if (at == std::string::npos) return;
  std::size_t to = at;
  while (at < text.size())
    if (std::string_view(text).substr(at, kEscaped.size()) == kEscaped) {
      for (const char c : kMark) text[to++] = c;
      at += kEscaped.size();
    } else {
      text[to++] = text[at++];
    }
  text.resize(to);
}

bool may_hold_rare_names(std::string_view text) noexcept {
  for (std::size_t at = text.find('&'); at < text.size(); at = text.find('&', at + 1)) {
    const std::string_view name = name_at(text, at + 1);
    if (name.size() > 1 && text.substr(at + 1 + name.size(), 1) == ";" && !find_with_semicolon(name) &&
        !find_plain(name))
      return true;
  }
  return false;
}

}  // namespace visavis
