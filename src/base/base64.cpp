#include "base/base64.h"

#include <algorithm>
#include <cstdint>

namespace visavis {
namespace {

std::string encode(std::string_view bytes, std::string_view digits) {
  std::string out;
  out.reserve((bytes.size() * 4 + 2) / 3 + 2);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = group << 8 | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0u);
    for (std::size_t k = 0; k <= count; ++k) out += digits[group >> (18 - 6 * k) & 63];
  }
  return out;
}

// The digit's value, 64 for none.
std::uint32_t value_of(char digit) {
  if (digit >= 'A' && digit <= 'Z') return static_cast<std::uint32_t>(digit - 'A');
  if (digit >= 'a' && digit <= 'z') return static_cast<std::uint32_t>(digit - 'a') + 26;
  if (digit >= '0' && digit <= '9') return static_cast<std::uint32_t>(digit - '0') + 52;
  return digit == '+' ? 62 : digit == '/' ? 63 : 64;
}

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string out = encode(bytes, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
  out.append((4 - out.size() % 4) % 4, '=');
  return out;
}

std::string to_base64url(std::string_view bytes) {
  return encode(bytes, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}

bool from_base64(std::string_view text, std::string& bytes) {
  bytes.clear();
  for (int i = 0; i < 2 && text.ends_with('='); ++i) text.remove_suffix(1);
  if (text.size() % 4 == 1) return false;
  bytes.reserve(text.size() * 3 / 4);
  std::uint32_t group = 0;
  int held = 0;  // bits of it
  for (const char digit : text) {
    const std::uint32_t value = value_of(digit);
    if (value > 63) return bytes.clear(), false;
    group = (group << 6 | value) & 0xFFFFFF;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += static_cast<char>(group >> held & 0xFF);
  }
  return true;
}

}  // namespace visavis
