#include "readers/json/json_format.h"
#include "readers/readers.h"

// Rev AI's monologues of elements, which bring their own spaces; Rev's editor calls them spans.
namespace visavis {
namespace {

constexpr JsonSignature kSignatures[] = {
    {0.98, "monologues[].elements[].value"},
    {0.98, "monologues[].spans[].value"},
};
constexpr JsonRule kRules[] = {
    {"language", Of::file, As::language},
    {"speakers[]", Of::speaker, As::open},
    {"speakers[].id", Of::speaker, As::speaker},
    {"speakers[].name", Of::speaker, As::name},
    {"monologues[]", Of::segment, As::open},
    {"monologues[].speaker", Of::segment, As::speaker},
    {"monologues[].speaker_info.display_name", Of::segment, As::name},
    {"monologues[].speaker_name", Of::segment, As::name},
    {"monologues[].start_time|startTime", Of::segment, As::start, Unit::seconds},
    {"monologues[].end_time|endTime", Of::segment, As::end, Unit::seconds},
    {"monologues[].elements|spans[]", Of::word, As::open},
    {"monologues[].elements|spans[].type", Of::word, As::kind},
    {"monologues[].elements|spans[].value|name", Of::word, As::text},
    {"monologues[].elements|spans[].ts|start_ts|timestamp", Of::word, As::start, Unit::seconds},
    {"monologues[].elements|spans[].end_ts|endTs|end_timestamp", Of::word, As::end, Unit::seconds},
    {"monologues[].elements|spans[].confidence", Of::word, As::confidence},
};
constexpr JsonFormat kFormat = {kSignatures, kRules, "transcript|result", SpeakerNumbers::from_zero, false};

double sniff(const Input& input) noexcept { return sniff_json(input, kFormat); }
Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_json(input, options, kFormat);
}

}  // namespace

const FormatReader revai_reader = {"revai", 18, sniff, read};

}  // namespace visavis
