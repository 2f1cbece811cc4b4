// Encodings that are told apart by their letters: a table over languages and the encodings in which their
// texts have been kept.
#include "base/letter_pairs.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/guess_encoding.h"
#include "base/text.h"

using namespace visavis;

namespace {

struct Sample {
  std::string_view language, encodings, text;
};
constexpr Sample kSamples[] = {
#include "encoding_samples.inc"
};

struct Wide {
  std::string_view encoding, bytes;
};
constexpr Wide kWide[] = {
#include "encoding_wide_samples.inc"
};

std::string encoded(std::string_view text, std::span<const char16_t> table) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c < 0x80) {
      out += static_cast<char>(c);
      continue;
    }
    std::size_t i = 0;
    while (i < table.size() && table[i] != c) ++i;
    REQUIRE(i < table.size());
    out += static_cast<char>(0x80 + i);
  }
  return out;
}

std::string decoded(std::string_view bytes, std::span<const char16_t> table) {
  std::string out;
  for (const char raw : bytes) {
    const auto byte = static_cast<unsigned char>(raw);
    append_utf8(out, byte < 0x80 ? byte : byte - 0x80u < table.size() ? char32_t{table[byte - 0x80u]} : U'?');
  }
  return out;
}

}  // namespace

TEST_CASE("encodings: a table of languages and legacy encodings") {
  std::size_t all = 0, right = 0;
  for (const Sample& sample : kSamples)
    for (std::size_t at = 0; at < sample.encodings.size();) {
      const std::size_t end = std::min(sample.encodings.find(' ', at), sample.encodings.size());
      const std::string_view encoding = sample.encodings.substr(at, end - at);
      at = end + 1;
      const std::string bytes = encoded(sample.text, single_byte_table(encoding));
      const std::string_view guess = guess_legacy_encoding(bytes);
      // Another encoding in which the bytes mean the same is right too.
      const bool same = decoded(bytes, single_byte_table(guess)) == sample.text;
      ++all;
      right += same;
      if (!same)
        MESSAGE(sample.language << " in " << encoding << ", " << bytes.size() << " bytes, is taken for "
                                << guess);
    }
  for (const Wide& wide : kWide) {
    const std::string_view guess = guess_legacy_encoding(wide.bytes);
    ++all;
    right += guess == wide.encoding;
    if (guess != wide.encoding) MESSAGE(wide.encoding << " is taken for " << guess);
  }
  MESSAGE("encodings: " << right << " of " << all << " texts in their encoding");
  CHECK(all >= 50);
  CHECK(right * 100 >= all * 98);
}
