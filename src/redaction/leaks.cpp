#include "redaction/leaks.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>

#include "base/base64.h"

namespace visavis {
namespace {

constexpr int kDeepest = 4;
constexpr std::size_t kShortestRun = 16;

bool is_base64(char c) noexcept {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/' ||
         c == '-' || c == '_';
}

int hex(char c) noexcept {
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                : -1;
}

// A number of `digits` hexadecimal signs at `at`, -1 where there are not so many.
std::int32_t hex_at(std::string_view text, std::size_t at, std::size_t digits) noexcept {
  if (at + digits > text.size()) return -1;
  std::int32_t value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (hex(text[at + i]) < 0) return -1;
    value = value * 16 + hex(text[at + i]);
  }
  return value;
}

// An escape at `at`: appends what it stands for and answers with its length, 0 where there is none.
std::size_t undo_percent(std::string_view text, std::size_t at, std::string& out) {
  const std::int32_t byte = hex_at(text, at + 1, 2);
  if (byte < 0) return 0;
  out += static_cast<char>(byte);
  return 3;
}

std::size_t undo_entity(std::string_view text, std::size_t at, std::string& out) {
  const std::size_t end = text.substr(0, std::min(text.size(), at + 12)).find(';', at);
  if (end == text.npos) return 0;
  const std::string_view name = text.substr(at + 1, end - at - 1);
  static constexpr struct {
    std::string_view name;
    char sign;
  } kNamed[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", ' '}};
  for (const auto& one : kNamed)
    if (one.name == name) {
      out += one.sign;
      return end - at + 1;
    }
  if (name.size() < 2 || name[0] != '#') return 0;
  const bool is_hex = name[1] == 'x' || name[1] == 'X';
  const std::string_view digits = name.substr(is_hex ? 2 : 1);
  std::uint32_t c = 0;
  const auto [stop, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), c, is_hex ? 16 : 10);
  if (error != std::errc() || stop != digits.data() + digits.size()) return 0;
  append_utf8(out, c);
  return end - at + 1;
}

std::size_t undo_backslash(std::string_view text, std::size_t at, std::string& out) {
  if (at + 1 >= text.size()) return 0;
  const char sign = text[at + 1];
  if (sign != 'u') {
    out += sign == 'n' || sign == 't' || sign == 'r' || sign == 'b' || sign == 'f' ? ' ' : sign;
    return 2;
  }
  const std::int32_t unit = hex_at(text, at + 2, 4);
  if (unit < 0) return 0;
  if (unit >= 0xD800 && unit < 0xDC00 && text.substr(std::min(at + 6, text.size()), 2) == "\\u") {
    const std::int32_t low = hex_at(text, at + 8, 4);
    if (low >= 0xDC00 && low < 0xE000) {
      append_utf8(out, static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)));
      return 12;
    }
  }
  append_utf8(out, static_cast<char32_t>(unit));
  return 6;
}

// With all escapes undone once; empty where there are none.
std::string unescaped(std::string_view text) {
  std::string out;
  std::size_t kept = 0;
  for (std::size_t at = 0; (at = text.find_first_of("%&\\", at)) != text.npos;) {
    std::string sign;
    const std::size_t length = text[at] == '%'   ? undo_percent(text, at, sign)
                               : text[at] == '&' ? undo_entity(text, at, sign)
                                                 : undo_backslash(text, at, sign);
    if (length) {
      out += text.substr(kept, at - kept);
      out += sign;
      kept = at + length;
    }
    at += std::max<std::size_t>(length, 1);
  }
  if (!kept) return {};
  return out += text.substr(kept);
}

// What raw DEFLATE or zlib's wrapping of it holds, up to `most` bytes; empty where it is none.
std::string inflated(std::string_view bytes, std::size_t most, int window) {
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) return {};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  char piece[16384];
  int status = Z_OK;
  while (status == Z_OK && out.size() < most) {
    stream.next_out = reinterpret_cast<Bytef*>(piece);
    stream.avail_out = sizeof piece;
    status = inflate(&stream, Z_NO_FLUSH);
    out.append(piece, sizeof piece - stream.avail_out);
    if (status == Z_BUF_ERROR) break;
  }
  inflateEnd(&stream);
  // What was torn on its way is looked at as far as it goes; a few bytes come out of anything.
  return status == Z_STREAM_END || out.size() > 64 ? out : std::string();
}

class Counter {
 public:
  explicit Counter(const Forms& forms) : forms_(forms), counts_(forms.all().size()) {}

  void look(std::string_view bytes, int depth) {
    for (const FormMatch& match : forms_.find(bytes)) ++counts_[match.form];
    if (depth == kDeepest) return;
    const std::string plain = unescaped(bytes);
    if (!plain.empty() && take(plain.size())) look(plain, depth + 1);
    for (std::size_t at = 0; at < bytes.size();) {
      std::size_t end = at;
      while (end < bytes.size() && is_base64(bytes[end])) ++end;
      if (end - at >= kShortestRun) look_inside(bytes.substr(at, end - at), depth + 1);
      at = end + 1;
    }
  }

  std::vector<std::size_t> take_counts() { return std::move(counts_); }

 private:
  bool take(std::size_t bytes) {
    decoded_ += bytes;
    return decoded_ <= kMostDecoded;
  }

  void look_inside(std::string_view run, int depth) {
    std::string signs(run.substr(0, run.size() % 4 == 1 ? run.size() - 1 : run.size())), bytes;
    std::replace(signs.begin(), signs.end(), '-', '+');
    std::replace(signs.begin(), signs.end(), '_', '/');
    if (!from_base64(signs, bytes) || !take(bytes.size())) return;
    look(bytes, depth);
    for (const int window : {-MAX_WBITS, MAX_WBITS + 32}) {
      const std::string inside = inflated(bytes, kMostDecoded - std::min(decoded_, kMostDecoded), window);
      if (!inside.empty() && take(inside.size())) look(inside, depth);
    }
  }

  const Forms& forms_;
  std::vector<std::size_t> counts_;
  std::size_t decoded_ = 0;
};

}  // namespace

std::vector<std::size_t> count_leaks(std::string_view bytes, const Forms& forms) {
  Counter counter(forms);
  counter.look(bytes, 0);
  return counter.take_counts();
}

}  // namespace visavis
