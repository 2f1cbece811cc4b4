#include "readers/catalogue.h"

namespace visavis {

RareConventions rare_conventions() noexcept { return interview::read_rare_conventions; }

}  // namespace visavis
