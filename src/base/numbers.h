// Numbers as decimal digits, without printf: it would weigh 8 KB of the page's first download.
#pragma once

#include <cstdint>
#include <string>

namespace visavis {

// `number` times 10 to the `power`, exact where both that power and the result are. std::pow's tables weigh
// more than all of this file.
double times_power_of_ten(double number, int power) noexcept;

// At least `width` digits, zeros in front.
void append_padded(std::string& out, std::uint64_t number, int width);

// As printf's "%.*f" with 0 to 6 decimals: the exact value of the double, rounded to the nearest, of two
// equally near to the even one. `number` must be finite and of less than 2^63.
void append_fixed(std::string& out, double number, int decimals);

}  // namespace visavis
