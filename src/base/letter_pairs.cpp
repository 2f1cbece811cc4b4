#include "base/letter_pairs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"

namespace visavis {
namespace {

struct Encoding {
  std::string_view name;
  char16_t codes[128];
};
constexpr Encoding kEncodings[] = {
#include "base/encoding_tables.inc"
};

struct Sample {
  std::string_view language, text;
};
constexpr Sample kSamples[] = {
#include "base/encoding_languages.inc"
};

using Byte = unsigned char;

bool is_letter(char32_t c) noexcept { return is_word_character(c) && !(c >= '0' && c <= '9'); }

// Blocks whose letters do not stand in one word with another's.
int script_of(char32_t c) noexcept {
  return c < 0x370 ? 0 : c < 0x400 ? 1 : c < 0x530 ? 2 : c < 0x600 ? 3 : c < 0x700 ? 4 : 5;
}

// Signs of running text that are no letters.
bool is_of_typesetting(char32_t c) noexcept {
  return (c >= 0x2010 && c <= 0x2026) || c == 0xAB || c == 0xBB || c == 0xA0 || c == 0xA1 || c == 0xBF ||
         c == 0x20AC || c == 0xB0 || c == 0x2116 || c == 0x60C || c == 0x61B || c == 0x61F || c == 0x387 ||
         c == 0x200C;
}

// A language: its letters, each with a place, and the logarithm of how likely each is after each other. Place
// 0 is what parts words, 1 a letter of the same script that the paragraph lacks, 2 one of another script.
class Model {
 public:
  explicit Model(const Sample& sample) {
    letters_ = {U' ', 0, 0};
    std::vector<std::size_t> text;
    for (std::size_t at = 0; at < sample.text.size();) {
      const char32_t c = fold_case(next_code_point(sample.text, at));
      if (!is_letter(c)) {
        if (!text.empty() && text.back() != 0) text.push_back(0);
        continue;
      }
      script_ = std::max(script_, script_of(c));
      auto found = std::find(letters_.begin() + 3, letters_.end(), c);
      if (found == letters_.end()) {
        letters_.push_back(c);
        found = letters_.end() - 1;
      }
      text.push_back(static_cast<std::size_t>(found - letters_.begin()));
    }
    const std::size_t n = letters_.size();
    std::vector<double> single(n), pairs(n * n);
    for (std::size_t i = 0; i < text.size(); ++i) {
      ++single[text[i]];
      if (i > 0) ++pairs[text[i - 1] * n + text[i]];
    }
    counts_ = single;
    logs_.resize(n * n);
    // A pair that was not seen is as likely as its second letter: interpolation with a weight of so many
    // pairs.
    constexpr double kWeight = 12, kLacking = 2e-5, kForeign = 1e-8;
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = 0; b < n; ++b) {
        const double alone = b == 1   ? kLacking
                             : b == 2 ? kForeign
                                      : single[b] / static_cast<double>(text.size());
        // After a letter of another script all are as unlikely.
        const double share = (pairs[a * n + b] + kWeight * alone) / (single[a] + kWeight);
        logs_[a * n + b] = static_cast<float>(std::log(a == 2 && b > 0 ? std::min(share, 1e-4) : share));
      }
  }

  std::size_t place(char32_t c) const noexcept {
    if (!is_letter(c)) return 0;
    const char32_t folded = fold_case(c);
    const auto found = std::find(letters_.begin() + 3, letters_.end(), folded);
    if (found != letters_.end()) return static_cast<std::size_t>(found - letters_.begin());
    return script_of(folded) == script_ ? 1 : 2;
  }

  // Whether the encoding has the letters of the paragraph, but for a few.
  bool is_written_in(const Encoding& encoding) const noexcept {
    double all = 0, had = 0;
    for (std::size_t i = 3; i < letters_.size(); ++i) {
      all += counts_[i];
      const bool has = letters_[i] < 0x80 ||
                       std::any_of(std::begin(encoding.codes), std::end(encoding.codes), [&](char16_t code) {
                         return code && fold_case(char32_t{code}) == letters_[i];
                       });
      if (has) had += counts_[i];
    }
    return had >= 0.985 * all;
  }

  double weigh(const Encoding& encoding, std::string_view bytes) const noexcept {
    std::array<std::uint8_t, 256> places{};
    std::array<float, 256> costs{};         // of signs
    std::array<std::uint8_t, 256> cases{};  // 1 small, 2 capital
    constexpr float kTypesetting = -5, kOther = -10, kNothing = -16, kCapitalInside = -4;
    for (std::size_t byte = 0; byte < 256; ++byte) {
      const char32_t c = byte < 0x80 ? static_cast<char32_t>(byte) : encoding.codes[byte - 0x80];
      places[byte] = static_cast<std::uint8_t>(place(c));
      if (byte >= 0x80 && places[byte] == 0)
        costs[byte] = c == 0 || (c >= 0x80 && c < 0xA0) ? kNothing
                      : is_of_typesetting(c)            ? kTypesetting
                                                        : kOther;
      if (places[byte] > 0) cases[byte] = is_upper(c) ? 2 : fold_case(c) == c ? 1 : 0;
    }
    const std::size_t n = letters_.size();
    double sum = 0;
    std::size_t before = 0;
    std::uint8_t case_before = 0;
    for (const char raw : bytes) {
      const auto byte = static_cast<Byte>(raw);
      const std::size_t here = places[byte];
      if (here > 0 || before > 0) sum += static_cast<double>(logs_[before * n + here]);
      sum += static_cast<double>(costs[byte]);
      if (case_before == 1 && cases[byte] == 2) sum += static_cast<double>(kCapitalInside);
      before = here;
      case_before = cases[byte];
    }
    return sum;
  }

 private:
  std::vector<char32_t> letters_;
  std::vector<double> counts_;
  std::vector<float> logs_;
  int script_ = 0;
};

// Lines with bytes past ASCII, joined.
std::string lines_past_ascii(std::string_view bytes) {
  constexpr std::size_t kMost = 16 << 10;
  std::string out;
  for (std::size_t at = 0; at < bytes.size() && out.size() < kMost;) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n", at), bytes.size());
    const std::string_view line = bytes.substr(at, end - at);
    if (std::any_of(line.begin(), line.end(), [](char c) { return static_cast<Byte>(c) >= 0x80; }))
      out.append(line.substr(0, kMost)).push_back('\n');
    at = end + 1;
  }
  return out;
}

std::string_view guess(std::string_view bytes) {
  const std::string sample = lines_past_ascii(bytes);
  std::vector<Model> models;
  models.reserve(std::size(kSamples));
  for (const Sample& one : kSamples) models.emplace_back(one);
  const Encoding* best = &kEncodings[0];
  double most = -1e300;
  for (const Encoding& encoding : kEncodings)
    for (const Model& model : models) {
      if (!model.is_written_in(encoding)) continue;
      // Old Macs' texts are rare: a few letters are not enough.
      constexpr double kRare = 24;
      const bool rare = encoding.name.find("mac") != std::string_view::npos;
      const double weight = model.weigh(encoding, sample) - (rare ? kRare : 0);
      if (weight > most + 1e-6) best = &encoding, most = weight;
    }
  // The first in which these bytes mean the same.
  std::array<bool, 128> used{};
  for (const char c : sample)
    if (static_cast<Byte>(c) >= 0x80) used[static_cast<Byte>(c) - 0x80] = true;
  for (const Encoding& encoding : kEncodings) {
    bool same = true;
    for (std::size_t i = 0; i < used.size(); ++i)
      same = same && (!used[i] || encoding.codes[i] == best->codes[i]);
    if (same) return encoding.name;
  }
  return best->name;
}

}  // namespace

std::string_view guess_single_byte_encoding(std::string_view bytes) noexcept {
#ifdef __cpp_exceptions
  try {
    return guess(bytes);
  } catch (...) {  // without memory for a guess there is none for the text either, which says so
    return kEncodings[0].name;
  }
#else
  return guess(bytes);
#endif
}

std::span<const char16_t> single_byte_table(std::string_view name) noexcept {
  for (const Encoding& encoding : kEncodings)
    if (encoding.name == name) return encoding.codes;
  return {};
}

}  // namespace visavis
