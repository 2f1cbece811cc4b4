#include "readers/json/json_format.h"
#include "readers/readers.h"

// Descript's transcripts as JSON: blocks (or segments) with a speaker, a body and words at `ts` seconds.
namespace visavis {
namespace {

constexpr JsonSignature kSignatures[] = {
    {0.96, "*transcript.segments[].words[].text *transcript.segments[].speaker"},
    {0.96, "*blocks[].speaker *blocks[].body"},
    {0.96, "*paragraphs[].speaker *paragraphs[].words[].text *paragraphs[].words[].start"},
    {0.95, "*paragraphs[].speaker *paragraphs[].text *compositions[]"},
    {0.9, "descript *segments[].text"},
};
constexpr JsonRule kRules[] = {
    {"title|name", Of::file, As::title},
    {"language", Of::file, As::language},
    {"speakers[]", Of::speaker, As::open},
    {"speakers[].id", Of::speaker, As::speaker},
    {"speakers[].name|label", Of::speaker, As::name},
    {"segments|blocks|paragraphs[]", Of::segment, As::open},
    {"segments|blocks|paragraphs[].speaker|speakerId|speakerName", Of::segment, As::speaker},
    {"segments|blocks|paragraphs[].speaker|speakerId|speakerName.id|name", Of::segment, As::speaker},
    {"segments|blocks|paragraphs[].start|startTime|ts", Of::segment, As::start, Unit::seconds},
    {"segments|blocks|paragraphs[].end|endTime", Of::segment, As::end, Unit::seconds},
    {"segments|blocks|paragraphs[].text|body", Of::segment, As::text},
    {"segments|blocks|paragraphs[].words[]", Of::word, As::open},
    {"segments|blocks|paragraphs[].words[].text|word", Of::word, As::text},
    {"segments|blocks|paragraphs[].words[].start|startTime|ts", Of::word, As::start, Unit::seconds},
    {"segments|blocks|paragraphs[].words[].end|endTime", Of::word, As::end, Unit::seconds},
    {"segments|blocks|paragraphs[].words[].confidence", Of::word, As::confidence},
};
constexpr JsonFormat kFormat = {kSignatures, kRules, "transcript|compositions|[]|data"};

double sniff(const Input& input) noexcept { return sniff_json(input, kFormat); }
Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_json(input, options, kFormat);
}

}  // namespace

const FormatReader descript_reader = {"descript", 23, sniff, read};

}  // namespace visavis
