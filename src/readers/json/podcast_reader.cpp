#include "readers/json/json_format.h"
#include "readers/readers.h"

// Podcasting 2.0's transcript JSON (github.com/Podcastindex-org/podcast-namespace, transcripts.md, "JSON").
namespace visavis {
namespace {

constexpr JsonSignature kSignatures[] = {
    {0.97, "segments[].startTime segments[].body"},
    {0.95, "[].startTime [].body"},
};
constexpr JsonRule kRules[] = {
    {"title", Of::file, As::title},
    {"language", Of::file, As::language},
    {"segments[]", Of::segment, As::open},
    {"segments[].speaker", Of::segment, As::speaker},
    {"segments[].startTime", Of::segment, As::start, Unit::seconds},
    {"segments[].endTime", Of::segment, As::end, Unit::seconds},
    {"segments[].body", Of::segment, As::text},
    {"[]", Of::segment, As::open},
    {"[].speaker", Of::segment, As::speaker},
    {"[].startTime", Of::segment, As::start, Unit::seconds},
    {"[].endTime", Of::segment, As::end, Unit::seconds},
    {"[].body", Of::segment, As::text},
};
constexpr JsonFormat kFormat = {kSignatures, kRules};

double sniff(const Input& input) noexcept { return sniff_json(input, kFormat); }
Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_json(input, options, kFormat);
}

}  // namespace

const FormatReader podcast_reader = {"podcast", 20, sniff, read, true};

}  // namespace visavis
