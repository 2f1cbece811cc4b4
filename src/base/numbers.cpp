#include "base/numbers.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace visavis {

double times_power_of_ten(double number, int power) noexcept {
  double factor = 1;
  for (int i = std::abs(power); i > 0; --i) factor *= 10;
  return power < 0 ? number / factor : number * factor;
}

namespace {
// ln 2 in two parts, of which the first has zeros enough to be multiplied by an exponent without loss.
constexpr double kLn2High = 0x1.62e42fefap-1, kLn2Low = 0x1.cf79abc9e3b39p-40;
}  // namespace

double natural_log(double x) noexcept {
  int exponent = 0;
  double m = std::frexp(x, &exponent);
  if (m < 0.70710678118654752) m *= 2, --exponent;
  // ln m = 2 artanh s, by its series: |s| < 0.172, so the term after the last is below 2^-56.
  const double s = (m - 1) / (m + 1), square = s * s;
  double sum = 0;
  for (int k = 23; k >= 3; k -= 2) sum = (sum + 1.0 / k) * square;
  return exponent * kLn2High + (2 * s + (2 * s * sum + exponent * kLn2Low));
}

double natural_exp(double x) noexcept {
  const double k = std::floor(x / (kLn2High + kLn2Low) + 0.5);
  const double r = (x - k * kLn2High) - k * kLn2Low;
  double sum = 1;
  for (int n = 14; n >= 1; --n) sum = 1 + sum * r / n;
  return std::ldexp(sum, static_cast<int>(k));
}

void append_padded(std::string& out, std::uint64_t number, int width) {
  const std::string digits = std::to_string(number);
  out.append(static_cast<std::size_t>(std::max(0, width - static_cast<int>(digits.size()))), '0');
  out += digits;
}

void append_fixed(std::string& out, double number, int decimals) {
  if (std::signbit(number)) out += '-';
  number = std::fabs(number);
  auto whole = static_cast<std::uint64_t>(number);
  // The fraction in 96 bits behind the point: exact for every double of at least 2^-43, and smaller ones have
  // no digit here. Times ten again and again, what passes the point is the next digit, and nothing is
  // rounded.
  double fraction = number - static_cast<double>(whole);
  auto high = static_cast<std::uint64_t>(std::ldexp(fraction, 32));
  fraction = std::ldexp(fraction, 32) - static_cast<double>(high);
  auto middle = static_cast<std::uint64_t>(std::ldexp(fraction, 32));
  fraction = std::ldexp(fraction, 32) - static_cast<double>(middle);
  auto low = static_cast<std::uint64_t>(std::ldexp(fraction, 32));
  constexpr std::uint64_t kMask = 0xFFFFFFFF;
  std::uint64_t scaled = 0, power = 1;
  for (int i = 0; i < decimals; ++i) {
    low *= 10;
    middle = middle * 10 + (low >> 32);
    high = high * 10 + (middle >> 32);
    low &= kMask, middle &= kMask;
    scaled = scaled * 10 + (high >> 32);
    high &= kMask;
    power *= 10;
  }
  constexpr std::uint64_t kHalf = 0x80000000;
  const bool beyond = high > kHalf || (high == kHalf && (middle | low) != 0);
  const bool tie = high == kHalf && (middle | low) == 0;
  const bool odd = ((decimals > 0 ? scaled : whole) & 1) != 0;
  if (beyond || (tie && odd)) ++scaled;
  if (decimals == 0 ? scaled > 0 : scaled == power) ++whole, scaled = 0;
  append_padded(out, whole, 1);
  if (decimals == 0) return;
  out += '.';
  append_padded(out, scaled, decimals);
}

}  // namespace visavis
