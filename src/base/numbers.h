// Numbers as decimal digits, and a few functions of them, without printf and the mathematical library: those
// would weigh 8 KB and 8 KB of the page's first download.
#pragma once

#include <cstdint>
#include <string>

namespace visavis {

// `number` times 10 to the `power`, exact where both that power and the result are. std::pow's tables weigh
// more than all of this file.
double times_power_of_ten(double number, int power) noexcept;

// ln x of a positive finite x and e^x of an x between -700 and 700, within a few units in the last place. The
// C library's are as exact, by tables of 6 KB that no compression makes smaller.
double natural_log(double x) noexcept;
double natural_exp(double x) noexcept;

// At least `width` digits, zeros in front.
void append_padded(std::string& out, std::uint64_t number, int width);

// As printf's "%.*f" with 0 to 6 decimals: the exact value of the double, rounded to the nearest, of two
// equally near to the even one. `number` must be finite and of less than 2^63.
void append_fixed(std::string& out, double number, int decimals);

}  // namespace visavis
