// What a catalogue provides beside formats() (registry.h): how a program looks at JSON before it asks the
// sniffs, and the names of characters that few files use.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "base/decode.h"
#include "readers/reader.h"
#include "readers/shared/json_paths.h"

namespace visavis {

struct Corrections;
struct CueSheet;
namespace interview {
struct Findings;
struct Page;
}  // namespace interview

struct JsonLook {
  bool is_json = false;
  std::unique_ptr<const JsonPaths> paths;  // for the sniffs; null where no reader of JSON is at hand
};
JsonLook look_for_json(std::string_view text);

// As find_html_name, of the names that the readers do not know themselves; empty where those are in another
// module, as has_rare_names tells.
std::string_view find_rare_name(std::string_view name) noexcept;
bool has_rare_names() noexcept;

// What reads interviews whose conventions are rare; null where that is another module's work. In a file of
// its own: an offline copy has the first formats and this.
using RareConventions = bool (*)(std::string_view text, const Corrections& corrections, interview::Page& page,
                                 interview::Findings& findings);
RareConventions rare_conventions() noexcept;

// What finds speakers in captions whose words name them as plain text does; null where that is another
// module's work.
using CueNames = bool (*)(CueSheet& sheet);
CueNames cue_names() noexcept;

// Whether another module must say what this is, for a text that is no captions; null where this one knows
// every format.
using Elsewhere = bool (*)(const Input& input) noexcept;
Elsewhere elsewhere() noexcept;

// As in other_formats.h; null where another module refuses.
using Refusal = std::optional<Message> (*)(const Input& input);
Refusal refusals() noexcept;

// Reads a page's offline copy (documents/offline_copy.h); null where another module does.
using OfflineCopyReader = Result<Transcript> (*)(std::string_view text);
OfflineCopyReader offline_copy_reader() noexcept;

// How to tell the encoding of a text that is not UTF-8; null where that is another module's work.
EncodingGuess encoding_guess() noexcept;

}  // namespace visavis
