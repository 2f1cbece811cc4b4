#include "readers/json/json_format.h"
#include "readers/readers.h"

// autoEdit 2: text of paragraphs with a speaker, made of lines of words.
namespace visavis {
namespace {

constexpr JsonSignature kSignatures[] = {
    {0.98, "*text[].paragraph[].line[].text"},
    {0.97, "*text[].paragraph[].line[].startTime"},
};
constexpr JsonRule kRules[] = {
    {"title", Of::file, As::title},
    {"language", Of::file, As::language},
    {"text[]", Of::segment, As::open},
    {"text[].speaker", Of::segment, As::speaker},
    {"text[].paragraph[].line[]", Of::word, As::open},
    {"text[].paragraph[].line[].text", Of::word, As::text},
    {"text[].paragraph[].line[].startTime", Of::word, As::start, Unit::seconds},
    {"text[].paragraph[].line[].endTime", Of::word, As::end, Unit::seconds},
};
constexpr JsonFormat kFormat = {kSignatures, kRules, "transcription|transcript|data|[]"};

double sniff(const Input& input) noexcept { return sniff_json(input, kFormat); }
Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_json(input, options, kFormat);
}

}  // namespace

const FormatReader autoedit_reader = {"autoedit", 24, sniff, read};

}  // namespace visavis
