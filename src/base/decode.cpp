#include "base/decode.h"

#include <algorithm>

#include "base/guess_encoding.h"
#include "base/line_scan.h"
#include "base/text.h"
#include "words/reports.h"

namespace visavis {
namespace {

// windows-1252, 0x80..0x9F (WHATWG Encoding, index-windows-1252); the rest is Latin-1.
constexpr char16_t kWindows1252[32] = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                       0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  std::size_t size = bytes.size();  // at most
  for (const char raw : bytes) {
    const auto byte = static_cast<unsigned char>(raw);
    size += (byte >= 0x80) + (byte >= 0x80 && byte < 0xA0);
  }
  out.reserve(size);
  for (const char raw : bytes) {
    const auto byte = static_cast<unsigned char>(raw);
    append_utf8(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte);
  }
  return out;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  std::string out;
  out.reserve(bytes.size());
  const auto unit = [&](std::size_t i) -> char32_t {
    const auto a = static_cast<unsigned char>(bytes[i]), b = static_cast<unsigned char>(bytes[i + 1]);
    return big_endian ? static_cast<char32_t>(a << 8 | b) : static_cast<char32_t>(b << 8 | a);
  };
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xD800 && c <= 0xDBFF && at + 3 < bytes.size()) {
      const char32_t low = unit(at + 2);
      if (low >= 0xDC00 && low <= 0xDFFF) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        at += 2;
      }
    }
    append_utf8(out, c);
  }
  if (at < bytes.size()) append_utf8(out, kReplacement);
  return out;
}

std::string from_utf32(std::string_view bytes, bool big_endian) {
  std::string out;
  out.reserve(bytes.size() / 4);
  for (; bytes.size() >= 4; bytes.remove_prefix(4)) {
    char32_t c = 0;
    for (std::size_t i = 0; i < 4; ++i)
      c = c << 8 | static_cast<unsigned char>(bytes[big_endian ? i : 3 - i]);
    append_utf8(out, c);
  }
  if (!bytes.empty()) append_utf8(out, kReplacement);
  return out;
}

// UTF-16 without a mark: text in any script has line ends and spaces, whose high byte is zero.
int guess_utf16(std::string_view bytes) {
  const std::size_t length = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
  if (length < 4) return 0;
  std::size_t little = 0, big = 0, zero_even = 0, zero_odd = 0;
  for (std::size_t i = 0; i < length; i += 2) {
    const char even = bytes[i], odd = bytes[i + 1];
    little += odd == 0 && (even == ' ' || even == '\n' || even == '\r');
    big += even == 0 && (odd == ' ' || odd == '\n' || odd == '\r');
    zero_even += even == 0;
    zero_odd += odd == 0;
  }
  if (little && little > 4 * big && zero_odd > zero_even) return -1;
  if (big && big > 4 * little && zero_even > zero_odd) return 1;
  return 0;
}

// A copy with LF line ends and no NUL.
std::string with_plain_lines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = find_cr_or_nul(text, at);
    out.append(text.substr(at, end - at));
    at = end;
    if (at == text.size()) break;
    if (text[at++] == '\0') {
      append_utf8(out, kReplacement);
      continue;
    }
    out += '\n';
    if (at < text.size() && text[at] == '\n') ++at;
  }
  return out;
}

std::uint32_t count_lines_before(std::string_view text, std::size_t end) {
  return static_cast<std::uint32_t>(
      1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
}

// Sequences of several bytes that are UTF-8, and bytes that are not.
struct Utf8Evidence {
  std::size_t sequences = 0, strays = 0;
};

Utf8Evidence weigh_utf8(std::string_view bytes) {
  Utf8Evidence out;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t start = at;
    next_code_point(bytes, at);
    ++(at - start > 1 ? out.sequences : out.strays);
  }
  return out;
}

// Bytes that are not all UTF-8.
Result<DecodedText> decode_legacy(std::string_view bytes, LegacyDecoder legacy, std::string_view declared,
                                  EncodingGuess guess) {
  DecodedText out;
  const std::string_view known = encoding_of_label(declared);
  const Utf8Evidence evidence = weigh_utf8(bytes);
  // A declaration of UTF-8 is believed unless the text speaks against it, and a text that is nearly all UTF-8
  // is one that was damaged on its way.
  if (evidence.sequences > 4 * evidence.strays ||
      (known == "utf-8" && evidence.sequences >= evidence.strays)) {
    out.encoding = "utf-8";
    out.declared = known == "utf-8";
    out.text = sanitize_utf8(bytes);
    return out;
  }
  out.declared = !declared.empty() && !known.starts_with("utf-");
  if (!out.declared && !guess) return Error{ErrorCode::elsewhere, 0, phrase::elsewhere_encodings};
  if (!out.declared)
    out.encoding = guess(bytes);
  else
    out.encoding = known.empty() ? declared : known;
  if (out.encoding == "windows-1252") {
    out.text = from_windows_1252(bytes);
  } else if (!legacy || !legacy(out.encoding, bytes, out.text)) {
    return Error{ErrorCode::bad_encoding, 0,
                 Message(out.declared ? phrase::encoding_declared : phrase::encoding_looks, {out.encoding})};
  }
  return out;
}

// What one look at the bytes tells of them as UTF-8.
struct Utf8Look {
  bool valid = true, plain_lines = true;  // plain: neither CR nor NUL
};

Utf8Look look_at_utf8(std::string_view bytes) {
  Utf8Look look;
  for (std::size_t at = skip_plain_bytes(bytes, 0); at < bytes.size(); at = skip_plain_bytes(bytes, at)) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      look.plain_lines = false;
      ++at;
      continue;
    }
    // Text that is not ASCII has its characters one beside the other.
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0x80) {
      const std::size_t start = at;
      const char32_t c = next_code_point(bytes, at);
      if (c == kReplacement && at - start < 3) return look.valid = false, look;
    }
  }
  return look;
}

void count_replaced(DecodedText& out) {
  constexpr std::string_view kMark = "\xEF\xBF\xBD";
  for (std::size_t at = out.text.find(kMark); at != std::string::npos; at = out.text.find(kMark, at + 3))
    if (++out.replaced == 1) out.first_replaced_line = count_lines_before(out.text, at);
}

}  // namespace

Result<DecodedText> decode_in_place(std::string_view bytes, LegacyDecoder legacy, std::string_view declared,
                                    EncodingGuess guess) {
  DecodedText out;
  const auto starts = [&](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
  if (starts("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
    out.declared = true;
  } else if (starts({"\xFF\xFE\0\0", 4}) || starts({"\0\0\xFE\xFF", 4})) {
    const bool big = bytes[0] == '\0';
    out.encoding = big ? "utf-32be" : "utf-32le";
    out.declared = true;
    out.text = from_utf32(bytes.substr(4), big);
  } else if (starts("\xFF\xFE") || starts("\xFE\xFF")) {
    const bool big = bytes[0] == '\xFE';
    out.encoding = big ? "utf-16be" : "utf-16le";
    out.declared = true;
    out.text = from_utf16(bytes.substr(2), big);
  } else if (const int order = guess_utf16(bytes)) {
    out.encoding = order > 0 ? "utf-16be" : "utf-16le";
    out.text = from_utf16(bytes, order > 0);
  }
  if (out.encoding.empty()) {
    const Utf8Look look = look_at_utf8(bytes);
    if (look.valid) {
      out.encoding = "utf-8";
      if (look.plain_lines) {
        out.unchanged = bytes;
      } else {
        out.text = with_plain_lines(bytes);
        // A U+FFFD that stands in the file is its own; only a NUL becomes one here.
        out.replaced = static_cast<std::uint32_t>(std::count(bytes.begin(), bytes.end(), '\0'));
        if (out.replaced) {
          const std::string before = with_plain_lines(bytes.substr(0, bytes.find('\0')));
          out.first_replaced_line = count_lines_before(before, before.size());
        }
      }
      return out;
    }
    Result<DecodedText> result = decode_legacy(bytes, legacy, out.declared ? "utf-8" : declared, guess);
    if (!result) return result;
    out = *std::move(result);
  }
  if (find_cr_or_nul(out.text, 0) < out.text.size()) out.text = with_plain_lines(out.text);
  if (out.encoding != "windows-1252") count_replaced(out);
  return out;
}

Result<DecodedText> decode_text(std::string_view bytes, LegacyDecoder legacy, std::string_view declared,
                                EncodingGuess guess) {
  Result<DecodedText> out = decode_in_place(bytes, legacy, declared, guess);
  if (out && !out->unchanged.empty()) {
    out->text = out->unchanged;
    out->unchanged = {};
  }
  return out;
}

}  // namespace visavis
