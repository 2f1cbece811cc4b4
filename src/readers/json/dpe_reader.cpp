#include "readers/json/json_format.h"
#include "readers/readers.h"

// Digital Paper Edit and autoEdit 3 (paragraphs beside words, matched by time), and what the BBC's transcript
// editors keep (Draft.js blocks, or a list of Slate's paragraphs).
namespace visavis {
namespace {

constexpr JsonSignature kSignatures[] = {
    {0.97, "*words[].text *words[].start *paragraphs[].start *paragraphs[].speaker"},
    {0.97, "*blocks[].data.words[].start *blocks[].text"},
    {0.97, "[].children[].text [].children[].words[].start"},
    {0.95, "[].children[].text [].speaker [].start"},
};
constexpr JsonRule kRules[] = {
    {"title|projectTitle|transcriptTitle", Of::file, As::title},
    {"language", Of::file, As::language},
    {"paragraphs[]", Of::segment, As::open},
    {"paragraphs[].speaker", Of::segment, As::speaker},
    {"paragraphs[].start", Of::segment, As::start, Unit::seconds},
    {"paragraphs[].end", Of::segment, As::end, Unit::seconds},
    {"words[]", Of::word, As::open},
    {"words[].text|word", Of::word, As::text},
    {"words[].start", Of::word, As::start, Unit::seconds},
    {"words[].end", Of::word, As::end, Unit::seconds},
    {"words[].confidence", Of::word, As::confidence},
    {"[]", Of::segment, As::open},
    {"[].speaker", Of::segment, As::speaker},
    {"[].start", Of::segment, As::start, Unit::seconds},
    {"[].children[].text", Of::segment, As::text},
    {"[].children[].words[]", Of::word, As::open},
    {"[].children[].words[].text", Of::word, As::text},
    {"[].children[].words[].start", Of::word, As::start, Unit::seconds},
    {"[].children[].words[].end", Of::word, As::end, Unit::seconds},
    {"blocks[]", Of::segment, As::open, Unit::none, 1},
    {"blocks[].text", Of::segment, As::text},
    {"blocks[].data.speaker", Of::segment, As::speaker},
    {"blocks[].data.start", Of::segment, As::start, Unit::seconds},
    {"blocks[].data.words[]", Of::word, As::open},
    {"blocks[].data.words[].text|word", Of::word, As::text},
    {"blocks[].data.words[].punct", Of::word, As::text, Unit::none, 1},
    {"blocks[].data.words[].start", Of::word, As::start, Unit::seconds},
    {"blocks[].data.words[].end", Of::word, As::end, Unit::seconds},
    {"blocks[].data.words[].confidence", Of::word, As::confidence},
};
constexpr JsonFormat kFormat = {kSignatures, kRules, "transcript|data"};

double sniff(const Input& input) noexcept { return sniff_json(input, kFormat); }
Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_json(input, options, kFormat);
}

}  // namespace

const FormatReader dpe_reader = {"dpe", 25, sniff, read};

}  // namespace visavis
