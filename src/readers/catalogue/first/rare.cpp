#include "readers/catalogue.h"

namespace visavis {

RareConventions rare_conventions() noexcept { return nullptr; }

}  // namespace visavis
