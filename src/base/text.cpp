#include "base/text.h"

#include <cstring>

#include "base/unicode.h"

namespace visavis {
namespace {

struct Decoded {
  char32_t c;
  std::uint32_t length;  // bytes of the well-formed sequence, or of the maximal ill-formed subpart
  bool valid;
};

// Unicode 15, table 3-7: the second byte's range depends on the first, later bytes are 80..BF.
Decoded decode(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1, true};
  std::uint32_t length = 0;
  unsigned char low = 0x80, high = 0xBF;
  char32_t c = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2, c = lead & 0x1F;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3, c = lead & 0x0F;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4, c = lead & 0x07;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return {kReplacement, 1, false};
  }
  for (std::uint32_t i = 1; i < length; ++i) {
    if (at + i >= text.size() || byte(at + i) < low || byte(at + i) > high) return {kReplacement, i, false};
    c = (c << 6) | (byte(at + i) & 0x3F);
    low = 0x80, high = 0xBF;
  }
  return {c, length, true};
}

char ascii_lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; }

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) noexcept {
  if (at >= text.size()) return kReplacement;
  const Decoded d = decode(text, at);
  at += d.valid ? d.length : 1;
  return d.c;
}

char32_t previous_code_point(std::string_view text, std::size_t& at) noexcept {
  if (at == 0 || at > text.size()) return kReplacement;
  std::size_t start = at - 1;
  for (int back = 0; back < 3 && start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80;
       ++back)
    --start;
  const Decoded d = decode(text, start);
  if (!d.valid || start + d.length != at) {
    --at;
    return kReplacement;
  }
  at = start;
  return d.c;
}

std::string_view take_until(std::string_view& rest, char sign) noexcept {
  const std::size_t end = rest.find(sign);
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(end < rest.size() ? end + 1 : rest.size());
  return taken;
}

bool ends_sentence(std::string_view text) noexcept {
  constexpr std::u32string_view kClosing = U"\"')]”’»」』）*_", kEnds = U".!?…。！？؟۔";
  for (std::size_t at = text.size(); at > 0;) {
    const char32_t c = previous_code_point(text, at);
    if (kClosing.find(c) == kClosing.npos) return kEnds.find(c) != kEnds.npos;
  }
  return false;
}

void append_utf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::size_t find_invalid_utf8(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    // Eight bytes of ASCII at once, as most text is.
    for (std::uint64_t block; at + sizeof block <= text.size(); at += sizeof block) {
      std::memcpy(&block, text.data() + at, sizeof block);
      if (block & 0x8080808080808080u) break;
    }
    if (at >= text.size()) break;
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const Decoded d = decode(text, at);
    if (!d.valid) return at;
    at += d.length;
  }
  return std::string_view::npos;
}

std::string sanitize_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const Decoded d = decode(bytes, at);
    if (d.valid)
      out.append(bytes.substr(at, d.length));
    else
      append_utf8(out, kReplacement);
    at += d.length;
  }
  return out;
}

Span trim(std::string_view text, Span span) noexcept {
  const std::string_view part = slice(text, span);
  std::size_t begin = 0, end = part.size();
  for (std::size_t at = 0; at < end; begin = at)
    if (!is_space(next_code_point(part, at))) break;
  for (std::size_t at = end; at > begin; end = at)
    if (!is_space(previous_code_point(part, at))) break;
  return {static_cast<std::uint32_t>(span.begin + begin), static_cast<std::uint32_t>(span.begin + end)};
}

std::string_view trim_spaces(std::string_view text) noexcept {
  std::size_t begin = 0, end = text.size();
  for (std::size_t at = 0; at < end; begin = at)
    if (!is_space(next_code_point(text, at))) break;
  for (std::size_t at = end; at > begin; end = at)
    if (!is_space(previous_code_point(text, at))) break;
  return text.substr(begin, end - begin);
}

std::string collapse_spaces(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (is_space(next_code_point(text, at))) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    out.append(text.substr(start, at - start));
  }
  return out;
}

std::string fold_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_utf8(out, fold_case(next_code_point(text, at)));
  return out;
}

int rank_of(std::string_view name, std::string_view names) noexcept {
  for (int rank = 0;; ++rank) {
    const std::size_t bar = std::min(names.find('|'), names.size());
    if (names.substr(0, bar) == name) return rank;
    if (bar == names.size()) return -1;
    names.remove_prefix(bar + 1);
  }
}

bool equals_ignoring_ascii_case(std::string_view a, std::string_view b) noexcept {
  return a.size() == b.size() && starts_with_ignoring_ascii_case(a, b);
}

bool starts_with_ignoring_ascii_case(std::string_view text, std::string_view prefix) noexcept {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i)
    if (ascii_lower(text[i]) != ascii_lower(prefix[i])) return false;
  return true;
}

std::size_t utf16_length(std::string_view text) noexcept {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) units += next_code_point(text, at) > 0xFFFF ? 2 : 1;
  return units;
}

bool Lines::next(Span& line) noexcept {
  if (at_ >= text_.size()) return false;
  const std::size_t begin = at_;
  std::size_t end = text_.find_first_of("\r\n", begin);
  if (end == std::string_view::npos) end = text_.size();
  at_ = end;
  if (at_ < text_.size())
    at_ += text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n' ? 2 : 1;
  line = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  ++number_;
  return true;
}

}  // namespace visavis
