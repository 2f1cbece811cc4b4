// Whether a text might be of a format that the page's first download does not read. Wider than the sniffs of
// those formats, and a tenth of their code: where this says so, the second module looks closer, and reads
// plain text too.
#pragma once

#include <optional>

#include "readers/reader.h"

namespace visavis {

// True for every text that the whole registry gives to a reader beyond VISAVIS_FIRST_READERS, or refuses, and
// for some that it reads as plain text. Linear in the first 64 KiB.
bool may_be_other_format(const Input& input) noexcept;

// Why a file that only the plain-text reader would take is better refused; nothing where it is not. Its words
// would drown in markup.
std::optional<Message> refusal(const Input& input);

}  // namespace visavis
