#include "readers/catalogue.h"
#include "readers/interview/interview_rare.h"

namespace visavis {

RareConventions rare_conventions() noexcept { return interview::read_rare_conventions; }

}  // namespace visavis
