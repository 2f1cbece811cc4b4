#include "base/line_scan.h"

#include <array>
#include <bit>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace visavis {
namespace {

constexpr std::uint8_t kLineEnd = 128;

constexpr std::uint8_t kind_of(unsigned char c) noexcept {
  switch (c) {
    case '\n':
      return kLineEnd;
    case '>':
      return kHoldsArrowHead;
    case '<':
      return kHoldsLess;
    case '&':
      return kHoldsAmpersand;
    case '{':
    case '\\':
      return kHoldsBrace;
    case ':':
      return kHoldsColon;
    case 0xEF:
      return kHoldsWideColon;
    default:
      return 0;
  }
}

constexpr std::array<std::uint8_t, 256> kKinds = [] {
  std::array<std::uint8_t, 256> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) kinds[c] = kind_of(static_cast<unsigned char>(c));
  return kinds;
}();

#if defined(__wasm_simd128__)

constexpr std::size_t kStep = 16;
using Bytes = v128_t;

inline Bytes load(const char* at) noexcept { return wasm_v128_load(at); }

// A byte's kinds are those that its two halves have in common. Halves of different members of a kind meet in
// other bytes too ("|", "+", "X"), which is why a set bit is only a likelihood.
inline Bytes kinds(Bytes bytes) noexcept {
  const Bytes low =
      wasm_u8x16_make(0, 0, 0, 0, 0, 0, kHoldsAmpersand, 0, 0, 0, kHoldsColon | kLineEnd, kHoldsBrace,
                      kHoldsLess | kHoldsBrace, 0, kHoldsArrowHead, kHoldsWideColon);
  const Bytes high = wasm_u8x16_make(kLineEnd, 0, kHoldsAmpersand, kHoldsArrowHead | kHoldsLess | kHoldsColon,
                                     0, kHoldsBrace, 0, kHoldsBrace, 0, 0, 0, 0, 0, 0, kHoldsWideColon, 0);
  return wasm_v128_and(wasm_i8x16_swizzle(low, wasm_v128_and(bytes, wasm_i8x16_splat(0x0F))),
                       wasm_i8x16_swizzle(high, wasm_u8x16_shr(bytes, 4)));
}

// The highest bit of each byte, which for kinds() is kLineEnd.
inline std::uint32_t mask(Bytes bytes) noexcept { return wasm_i8x16_bitmask(bytes); }
inline Bytes either(Bytes a, Bytes b) noexcept { return wasm_v128_or(a, b); }
inline Bytes both(Bytes a, Bytes b) noexcept { return wasm_v128_and(a, b); }
inline Bytes equal(Bytes bytes, char c) noexcept { return wasm_i8x16_eq(bytes, wasm_i8x16_splat(c)); }
inline Bytes none() noexcept { return wasm_i8x16_splat(0); }
inline std::uint64_t folded(Bytes bytes) noexcept {
  return wasm_u64x2_extract_lane(bytes, 0) | wasm_u64x2_extract_lane(bytes, 1);
}

#elif defined(__SSE2__)

constexpr std::size_t kStep = 16;
using Bytes = __m128i;

inline Bytes load(const char* at) noexcept { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at)); }
inline std::uint32_t mask(Bytes bytes) noexcept {
  return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes));
}
inline Bytes either(Bytes a, Bytes b) noexcept { return _mm_or_si128(a, b); }
inline Bytes both(Bytes a, Bytes b) noexcept { return _mm_and_si128(a, b); }
inline Bytes equal(Bytes bytes, char c) noexcept { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); }
inline Bytes none() noexcept { return _mm_setzero_si128(); }
inline std::uint64_t folded(Bytes bytes) noexcept {
  return static_cast<std::uint64_t>(_mm_cvtsi128_si64(bytes)) |
         static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(bytes, bytes)));
}

inline Bytes kinds(Bytes bytes) noexcept {
  Bytes out = none();
  for (const char c : {'\n', '>', '<', '&', '{', '\\', ':', '\xEF'})
    out = either(
        out, both(equal(bytes, c), _mm_set1_epi8(static_cast<char>(kKinds[static_cast<unsigned char>(c)]))));
  return out;
}

#endif

#if defined(__wasm_simd128__) || defined(__SSE2__)
std::uint8_t folded_kinds(Bytes seen) noexcept {
  std::uint64_t bits = folded(seen);
  bits |= bits >> 32;
  bits |= bits >> 16;
  bits |= bits >> 8;
  return static_cast<std::uint8_t>(bits & kHoldsAnything);
}

// Sixteen bytes from kFirst + 16 - n on keep the first n bytes of a block.
constexpr std::array<char, 32> kFirst = [] {
  std::array<char, 32> bytes{};
  for (std::size_t i = 0; i < 16; ++i) bytes[i] = static_cast<char>(0xFF);
  return bytes;
}();
#endif

bool is_cr_or_nul(char c) noexcept { return c == '\r' || c == '\0'; }

}  // namespace

ScannedLine scan_line(std::string_view text, std::size_t at) noexcept {
  std::uint8_t holds = 0;
#if defined(__wasm_simd128__) || defined(__SSE2__)
  Bytes seen = none();
  bool ended = false;
  for (; at + kStep <= text.size(); at += kStep) {
    const Bytes found = kinds(load(text.data() + at));
    if (const std::uint32_t ends = mask(found)) {
      const auto length = static_cast<std::size_t>(std::countr_zero(ends));
      seen = either(seen, both(found, load(kFirst.data() + kStep - length)));
      at += length;
      ended = true;
      break;
    }
    seen = either(seen, found);
  }
  holds = folded_kinds(seen);
  if (ended) return {at, holds};
#endif
  for (; at < text.size(); ++at) {
    const std::uint8_t kind = kKinds[static_cast<unsigned char>(text[at])];
    if (kind == kLineEnd) break;
    holds |= kind;
  }
  return {at, holds};
}

std::uint8_t scan_bytes(std::string_view text) noexcept {
  std::uint8_t holds = 0;
  std::size_t at = 0;
#if defined(__wasm_simd128__) || defined(__SSE2__)
  Bytes seen = none();
  for (; at + kStep <= text.size(); at += kStep) seen = either(seen, kinds(load(text.data() + at)));
  holds = folded_kinds(seen);
#endif
  for (; at < text.size(); ++at) holds |= kKinds[static_cast<unsigned char>(text[at])];
  return holds & kHoldsAnything;
}

std::size_t skip_plain_bytes(std::string_view text, std::size_t at) noexcept {
#if defined(__wasm_simd128__) || defined(__SSE2__)
  for (; at + kStep <= text.size(); at += kStep) {
    const Bytes bytes = load(text.data() + at);
    if (const std::uint32_t found = mask(either(bytes, either(equal(bytes, '\r'), equal(bytes, '\0')))))
      return at + static_cast<std::size_t>(std::countr_zero(found));
  }
#endif
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80 && !is_cr_or_nul(text[at])) ++at;
  return at;
}

std::size_t find_byte(std::string_view text, char c) noexcept {
  std::size_t at = 0;
#if defined(__wasm_simd128__) || defined(__SSE2__)
  for (; at + kStep <= text.size(); at += kStep)
    if (const std::uint32_t found = mask(equal(load(text.data() + at), c)))
      return at + static_cast<std::size_t>(std::countr_zero(found));
  if (at < text.size() && text.size() >= kStep) {
    // The last block overlaps the one before, which held none.
    const std::size_t last = text.size() - kStep;
    const std::uint32_t found = mask(equal(load(text.data() + last), c));
    return found ? last + static_cast<std::size_t>(std::countr_zero(found)) : text.size();
  }
#endif
  while (at < text.size() && text[at] != c) ++at;
  return at;
}

std::size_t find_cr_or_nul(std::string_view text, std::size_t at) noexcept {
#if defined(__wasm_simd128__) || defined(__SSE2__)
  for (; at + kStep <= text.size(); at += kStep) {
    const Bytes bytes = load(text.data() + at);
    if (const std::uint32_t found = mask(either(equal(bytes, '\r'), equal(bytes, '\0'))))
      return at + static_cast<std::size_t>(std::countr_zero(found));
  }
#endif
  while (at < text.size() && !is_cr_or_nul(text[at])) ++at;
  return at;
}

}  // namespace visavis
