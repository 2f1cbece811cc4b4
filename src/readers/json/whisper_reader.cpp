#include "readers/json/json_format.h"
#include "readers/readers.h"

// OpenAI's Whisper, whisper-timestamped and faster-whisper (segments, words below them or beside), and the
// chunks of the Transformers pipeline, with speakers where it was asked for them; and WhisperX: Whisper's
// segments with aligned words and, after diarisation, speakers of both.
namespace visavis {
namespace {

constexpr JsonSignature kWhisperSignatures[] = {
    {0.95, "segments[].seek segments[].start segments[].text"},
    {0.95, "segments[].avg_logprob segments[].start segments[].text"},
    {0.9, "text language segments[].start segments[].text"},
    {0.9, "segments[].start segments[].text segments[].words[].probability"},
    {0.9, "text segments[].start segments[].text segments[].words[].confidence"},
    {0.88, "text segments[].start segments[].text"},
    {0.8, "language segments[].start segments[].end segments[].text"},
    {0.85, "text language words[].word words[].start"},
    {0.9, "text chunks[].timestamp[] chunks[].text"},
};
constexpr JsonSignature kWhisperXSignatures[] = {
    {0.97, "segments[].start segments[].text word_segments[]"},
    {0.96, "segments[].start segments[].text segments[].words[].score"},
    {0.96, "segments[].start segments[].text segments[].words[].word segments[].words[].speaker"},
    {0.92, "segments[].avg_logprob segments[].text segments[].speaker"},
    {0.85, "segments[].start segments[].text segments[].words[].word segments[].speaker"},
    {0.89, "segments[].start segments[].end segments[].text segments[].speaker language"},
};
// Of both: WhisperX keeps Whisper's segments and adds to them.
constexpr JsonRule kRules[] = {
    {"text", Of::file, As::text},
    {"language", Of::file, As::language},
    {"info.language", Of::file, As::language},
    {"segments[]", Of::segment, As::open},
    {"segments[].speaker", Of::segment, As::speaker},
    {"segments[].start", Of::segment, As::start, Unit::seconds},
    {"segments[].end", Of::segment, As::end, Unit::seconds},
    {"segments[].text", Of::segment, As::text},
    {"segments[].words[]", Of::word, As::open},
    {"segments[].words[].word|text", Of::word, As::text},
    {"segments[].words[].start", Of::word, As::start, Unit::seconds},
    {"segments[].words[].end", Of::word, As::end, Unit::seconds},
    {"segments[].words[].probability|confidence|score", Of::word, As::confidence},
    {"segments[].words[].speaker", Of::word, As::speaker},
    {"words[]", Of::word, As::open},
    {"words[].word|text", Of::word, As::text},
    {"words[].start", Of::word, As::start, Unit::seconds},
    {"words[].end", Of::word, As::end, Unit::seconds},
    {"words[].probability|confidence|score", Of::word, As::confidence},
    {"speakers[]", Of::segment, As::open, Unit::none, 1},
    {"speakers[].text", Of::segment, As::text},
    {"speakers[].speaker", Of::segment, As::speaker},
    {"speakers[].timestamp[0]", Of::segment, As::start, Unit::seconds},
    {"speakers[].timestamp[1]", Of::segment, As::end, Unit::seconds},
    {"chunks[]", Of::segment, As::open},
    {"chunks[].text", Of::segment, As::text},
    {"chunks[].speaker", Of::segment, As::speaker},
    {"chunks[].timestamp[0]", Of::segment, As::start, Unit::seconds},
    {"chunks[].timestamp[1]", Of::segment, As::end, Unit::seconds},
};
constexpr JsonFormat kWhisper = {kWhisperSignatures, kRules};
constexpr JsonFormat kWhisperX = {kWhisperXSignatures, kRules};

double sniff_whisper(const Input& input) noexcept { return sniff_json(input, kWhisper); }
double sniff_whisperx(const Input& input) noexcept { return sniff_json(input, kWhisperX); }
Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_json(input, options, kWhisper);
}

}  // namespace

const FormatReader whisper_reader = {"whisper", 10, sniff_whisper, read};
const FormatReader whisperx_reader = {"whisperx", 11, sniff_whisperx, read};

}  // namespace visavis
