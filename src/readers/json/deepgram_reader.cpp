#include "readers/json/json_format.h"
#include "readers/readers.h"

// Deepgram: utterances where they were asked for, else the words of each channel's first alternative.
namespace visavis {
namespace {

constexpr JsonSignature kSignatures[] = {
    {0.98, "*results.channels[].alternatives[].transcript"},
    {0.98, "*results.channels[].alternatives[].words[].word"},
    {0.95, "*results.utterances[].transcript metadata.request_id"},
    {0.95, "*channel.alternatives[].words[].word *is_final"},
};
constexpr JsonRule kRules[] = {
    {"results.channels[].detected_language", Of::file, As::language},
    {"results.channels[].alternatives[0].transcript", Of::file, As::text},
    {"results.channels[]", Of::channel, As::open},
    {"results.channels[].alternatives[0].words[]", Of::word, As::open},
    {"results.channels[].alternatives[0].words[].word", Of::word, As::text},
    {"results.channels[].alternatives[0].words[].punctuated_word", Of::word, As::text, Unit::none, 1},
    {"results.channels[].alternatives[0].words[].start", Of::word, As::start, Unit::seconds},
    {"results.channels[].alternatives[0].words[].end", Of::word, As::end, Unit::seconds},
    {"results.channels[].alternatives[0].words[].confidence", Of::word, As::confidence},
    {"results.channels[].alternatives[0].words[].speaker", Of::word, As::speaker},
    // A message of its stream.
    {"is_final", Of::file, As::is_final},
    {"channel.alternatives[0].words[]", Of::word, As::open},
    {"channel.alternatives[0].words[].word", Of::word, As::text},
    {"channel.alternatives[0].words[].punctuated_word", Of::word, As::text, Unit::none, 1},
    {"channel.alternatives[0].words[].start", Of::word, As::start, Unit::seconds},
    {"channel.alternatives[0].words[].end", Of::word, As::end, Unit::seconds},
    {"channel.alternatives[0].words[].confidence", Of::word, As::confidence},
    {"channel.alternatives[0].words[].speaker", Of::word, As::speaker},
    {"results.utterances[]", Of::segment, As::open, Unit::none, 1},
    {"results.utterances[].speaker", Of::segment, As::speaker},
    {"results.utterances[].channel", Of::segment, As::channel},
    {"results.utterances[].start", Of::segment, As::start, Unit::seconds},
    {"results.utterances[].end", Of::segment, As::end, Unit::seconds},
    {"results.utterances[].transcript", Of::segment, As::text},
    {"results.utterances[].words[]", Of::word, As::open},
    {"results.utterances[].words[].word", Of::word, As::text},
    {"results.utterances[].words[].punctuated_word", Of::word, As::text, Unit::none, 1},
    {"results.utterances[].words[].start", Of::word, As::start, Unit::seconds},
    {"results.utterances[].words[].end", Of::word, As::end, Unit::seconds},
    {"results.utterances[].words[].confidence", Of::word, As::confidence},
    {"results.utterances[].words[].speaker", Of::word, As::speaker},
};
constexpr JsonFormat kFormat = {kSignatures, kRules, "*", SpeakerNumbers::from_zero};

double sniff(const Input& input) noexcept { return sniff_json(input, kFormat); }
Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_json(input, options, kFormat);
}

}  // namespace

const FormatReader deepgram_reader = {"deepgram", 13, sniff, read};

}  // namespace visavis
