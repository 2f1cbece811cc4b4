#include "base/numbers.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>

#include "base/json_out.h"

using namespace visavis;

namespace {

std::string fixed(double number, int decimals) {
  std::string out;
  append_fixed(out, number, decimals);
  return out;
}

std::string printed(double number, int decimals) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*f", decimals, number);
  return buffer;
}

}  // namespace

TEST_CASE("decimals are those of printf, exactly") {
  for (const double number : {0.0,
                              -0.0,
                              0.5,
                              1.5,
                              2.5,
                              0.125,
                              0.375,
                              0.8997,
                              0.99995,
                              0.999999999,
                              9.995,
                              1e-7,
                              5e-7,
                              1e-13,
                              4.9e-324,
                              0.1,
                              0.15,
                              0.25,
                              0.35,
                              1234567.891,
                              -2.5,
                              -0.004,
                              9007199254740993.0,
                              0.4999999999999999,
                              0.00000049999999999,
                              0.0000005,
                              100.0,
                              99.995})
    for (int decimals = 0; decimals <= 6; ++decimals)
      CHECK(fixed(number, decimals) == printed(number, decimals));
  // Shares and means as they come: n / d, and ties of every size.
  int wrong = 0;
  for (int d = 1; d < 400; ++d)
    for (int n = 0; n < 3 * d; n += 7)
      for (int decimals = 0; decimals <= 6; ++decimals) {
        const double number = static_cast<double>(n) / d;
        wrong += fixed(number, decimals) != printed(number, decimals);
        wrong += fixed(number * 100, decimals) != printed(number * 100, decimals);
      }
  for (int n = 0; n < 4096; ++n)
    for (int decimals = 0; decimals <= 6; ++decimals)
      wrong += fixed(n / 128.0, decimals) != printed(n / 128.0, decimals);
  CHECK(wrong == 0);
}

TEST_CASE("padding adds zeros and takes no digit away") {
  std::string out;
  append_padded(out, 7, 3);
  append_padded(out += ' ', 1234, 2);
  append_padded(out += ' ', 0, 1);
  append_padded(out += ' ', 18446744073709551615u, 4);
  CHECK(out == "007 1234 0 18446744073709551615");
}

TEST_CASE("logarithms and exponentials are the C library's within a few units in the last place") {
  double worst_log = 0, worst_exp = 0;
  for (int i = 1; i < 20'000; ++i) {
    const double x = i * 0.37e-3 * (i % 7 == 0 ? 1e6 : 1);
    const double log = std::log(x);
    worst_log = std::max(worst_log, std::fabs(natural_log(x) - log) / std::max(std::fabs(log), 1e-3));
    const double y = (i - 10'000) * 0.05;
    worst_exp = std::max(worst_exp, std::fabs(natural_exp(y) / std::exp(y) - 1));
  }
  CHECK(worst_log < 1e-14);
  CHECK(worst_exp < 1e-13);
  CHECK(natural_log(1) == 0);
  CHECK(natural_exp(0) == 1);
}

TEST_CASE("powers of ten multiply and divide") {
  CHECK(times_power_of_ten(5, 0) == 5);
  CHECK(times_power_of_ten(5, 3) == 5000);
  CHECK(times_power_of_ten(1234, -3) == 1.234);
  CHECK(times_power_of_ten(0, 99) == 0);
}

TEST_CASE("in JSON the zeros behind the point are cut, those before it stay") {
  const auto written = [](double number, int decimals) {
    JsonOut out;
    out.value(number, decimals);
    return out.take();
  };
  CHECK(written(100, 0) == "100");
  CHECK(written(0, 0) == "0");
  CHECK(written(100, 2) == "100");
  CHECK(written(10.5, 2) == "10.5");
  CHECK(written(-0.001, 2) == "0");
}
