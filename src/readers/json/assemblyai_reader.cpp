#include "readers/json/json_format.h"
#include "readers/readers.h"

// AssemblyAI: utterances by speaker where there are any, else words; times in milliseconds.
namespace visavis {
namespace {

constexpr JsonSignature kSignatures[] = {
    {0.97, "utterances[].text utterances[].speaker utterances[].words[].text"},
    {0.96, "acoustic_model words[].text"},
    {0.95, "audio_url words[].text words[].start"},
    {0.9, "text words[].text words[].start words[].confidence words[].speaker"},
    {0.8, "audio_url acoustic_model text"},
    {0.93, "audio_duration sentences[].words[].text"},
    {0.93, "audio_duration paragraphs[].words[].text"},
};
constexpr JsonRule kRules[] = {
    {"text", Of::file, As::text},
    {"language_code", Of::file, As::language},
    {"utterances|sentences|paragraphs[]", Of::segment, As::open, Unit::none, 1},
    {"utterances|sentences|paragraphs[].speaker", Of::segment, As::speaker},
    {"utterances|sentences|paragraphs[].channel", Of::segment, As::channel},
    {"utterances|sentences|paragraphs[].start", Of::segment, As::start, Unit::milliseconds},
    {"utterances|sentences|paragraphs[].end", Of::segment, As::end, Unit::milliseconds},
    {"utterances|sentences|paragraphs[].text", Of::segment, As::text},
    {"utterances|sentences|paragraphs[].words[]", Of::word, As::open},
    {"utterances|sentences|paragraphs[].words[].text", Of::word, As::text},
    {"utterances|sentences|paragraphs[].words[].start", Of::word, As::start, Unit::milliseconds},
    {"utterances|sentences|paragraphs[].words[].end", Of::word, As::end, Unit::milliseconds},
    {"utterances|sentences|paragraphs[].words[].confidence", Of::word, As::confidence},
    {"words[]", Of::word, As::open},
    {"words[].text", Of::word, As::text},
    {"words[].start", Of::word, As::start, Unit::milliseconds},
    {"words[].end", Of::word, As::end, Unit::milliseconds},
    {"words[].confidence", Of::word, As::confidence},
    {"words[].speaker", Of::word, As::speaker},
    {"words[].channel", Of::word, As::channel},
    {"chapters[]", Of::section, As::open},
    {"chapters[].headline", Of::section, As::title},
    {"chapters[].start", Of::section, As::start, Unit::milliseconds},
};
constexpr JsonFormat kFormat = {kSignatures, kRules, "", SpeakerNumbers::letters};

double sniff(const Input& input) noexcept { return sniff_json(input, kFormat); }
Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_json(input, options, kFormat);
}

}  // namespace

const FormatReader assemblyai_reader = {"assemblyai", 14, sniff, read};

}  // namespace visavis
