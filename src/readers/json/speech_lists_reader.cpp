#include "readers/json/json_format.h"
#include "readers/readers.h"

// Dialects with few users or few rules, a table each.
namespace visavis {
namespace {

// Gecko: monologues of terms.
constexpr JsonSignature kGeckoSignatures[] = {{0.98, "monologues[].terms[].text"}};
constexpr JsonRule kGeckoRules[] = {
    {"monologues[]", Of::segment, As::open},
    {"monologues[].speaker.id", Of::segment, As::speaker},
    {"monologues[].speaker.name", Of::segment, As::name},
    {"monologues[].start", Of::segment, As::start, Unit::seconds},
    {"monologues[].end", Of::segment, As::end, Unit::seconds},
    {"monologues[].terms[]", Of::word, As::open},
    {"monologues[].terms[].type", Of::word, As::kind},
    {"monologues[].terms[].text", Of::word, As::text},
    {"monologues[].terms[].start", Of::word, As::start, Unit::seconds},
    {"monologues[].terms[].end", Of::word, As::end, Unit::seconds},
    {"monologues[].terms[].confidence", Of::word, As::confidence},
};
constexpr JsonFormat kGecko = {kGeckoSignatures, kGeckoRules};

// The BBC's Kaldi: words beside spans of speakers.
constexpr JsonSignature kKaldiSignatures[] = {{0.98, "retval.words[].word retval.words[].start"}};
constexpr JsonRule kKaldiRules[] = {
    {"retval.words[]", Of::word, As::open},
    {"retval.words[].word", Of::word, As::text},
    {"retval.words[].punct", Of::word, As::text, Unit::none, 1},
    {"retval.words[].start", Of::word, As::start, Unit::seconds},
    {"retval.words[].end", Of::word, As::end, Unit::seconds},
    {"retval.words[].confidence", Of::word, As::confidence},
    {"retval.segmentation.segments[]", Of::span, As::open},
    {"retval.segmentation.segments[].speaker.@id", Of::span, As::speaker},
    {"retval.segmentation.segments[].start", Of::span, As::start, Unit::seconds},
    {"retval.segmentation.segments[].duration", Of::span, As::duration, Unit::seconds},
};
constexpr JsonFormat kKaldi = {kKaldiSignatures, kKaldiRules};

// IBM Watson: words as triples, speakers as a label for each word's time.
constexpr JsonSignature kIbmSignatures[] = {
    {0.98, "*results[].alternatives[].timestamps[][]"},
    {0.97, "*speaker_labels[].from *speaker_labels[].speaker"},
    {0.92, "result_index *results[].alternatives[].transcript"},
};
constexpr JsonRule kIbmRules[] = {
    {"results[]", Of::segment, As::open},
    {"results[].alternatives[0].transcript", Of::segment, As::text},
    {"results[].alternatives[0].timestamps[]", Of::word, As::open},
    {"results[].alternatives[0].timestamps[][0]", Of::word, As::text},
    {"results[].alternatives[0].timestamps[][1]", Of::word, As::start, Unit::seconds},
    {"results[].alternatives[0].timestamps[][2]", Of::word, As::end, Unit::seconds},
    {"results[].results[]", Of::segment, As::open, Unit::none, 1},
    {"results[].results[].alternatives[0].transcript", Of::segment, As::text},
    {"results[].results[].alternatives[0].timestamps[]", Of::word, As::open},
    {"results[].results[].alternatives[0].timestamps[][0]", Of::word, As::text},
    {"results[].results[].alternatives[0].timestamps[][1]", Of::word, As::start, Unit::seconds},
    {"results[].results[].alternatives[0].timestamps[][2]", Of::word, As::end, Unit::seconds},
    {"results[].speaker_labels[]", Of::span, As::open},
    {"results[].speaker_labels[].speaker", Of::span, As::speaker},
    {"results[].speaker_labels[].from", Of::span, As::start, Unit::seconds},
    {"results[].speaker_labels[].to", Of::span, As::end, Unit::seconds},
    {"speaker_labels[]", Of::span, As::open},
    {"speaker_labels[].speaker", Of::span, As::speaker},
    {"speaker_labels[].from", Of::span, As::start, Unit::seconds},
    {"speaker_labels[].to", Of::span, As::end, Unit::seconds},
};
constexpr JsonFormat kIbm = {kIbmSignatures, kIbmRules, "*", SpeakerNumbers::from_zero};

// Amberscript: segments of words, speakers named in a table.
constexpr JsonSignature kAmberscriptSignatures[] = {
    {0.97, "speakers[].spkid segments[].words[].text"},
    {0.96, "segments[].words[].pristine segments[].words[].text"},
};
constexpr JsonRule kAmberscriptRules[] = {
    {"speakers[]", Of::speaker, As::open},
    {"speakers[].spkid", Of::speaker, As::speaker},
    {"speakers[].name", Of::speaker, As::name},
    {"segments[]", Of::segment, As::open},
    {"segments[].speaker", Of::segment, As::speaker},
    {"segments[].words[]", Of::word, As::open},
    {"segments[].words[].text", Of::word, As::text},
    {"segments[].words[].start", Of::word, As::start, Unit::seconds},
    {"segments[].words[].end", Of::word, As::end, Unit::seconds},
    {"segments[].words[].conf", Of::word, As::confidence},
};
constexpr JsonFormat kAmberscript = {kAmberscriptSignatures, kAmberscriptRules};

// Oyez: an argument's sections of turns of text blocks.
constexpr JsonSignature kOyezSignatures[] = {{0.98, "transcript.sections[].turns[].text_blocks[].text"}};
constexpr JsonRule kOyezRules[] = {
    {"title", Of::file, As::title},
    {"transcript.sections[].turns[]", Of::segment, As::open},
    {"transcript.sections[].turns[].speaker.name", Of::segment, As::speaker},
    {"transcript.sections[].turns[].start", Of::segment, As::start, Unit::seconds},
    {"transcript.sections[].turns[].stop", Of::segment, As::end, Unit::seconds},
    {"transcript.sections[].turns[].text_blocks[].text", Of::segment, As::text},
};
constexpr JsonFormat kOyez = {kOyezSignatures, kOyezRules};

// Trint: paragraphs of words, milliseconds.
constexpr JsonSignature kTrintSignatures[] = {
    {0.97, "*paragraphs[].words[].value *paragraphs[].words[].time"}};
constexpr JsonRule kTrintRules[] = {
    {"title", Of::file, As::title},
    {"speakers[]", Of::speaker, As::open},
    {"speakers[].id", Of::speaker, As::speaker},
    {"speakers[].name", Of::speaker, As::name},
    {"paragraphs[]", Of::segment, As::open},
    {"paragraphs[].speaker", Of::segment, As::speaker},
    {"paragraphs[].words[]", Of::word, As::open},
    {"paragraphs[].words[].value", Of::word, As::text},
    {"paragraphs[].words[].time", Of::word, As::start, Unit::milliseconds},
    {"paragraphs[].words[].duration", Of::word, As::duration, Unit::milliseconds},
    {"paragraphs[].words[].confidence", Of::word, As::confidence},
};
constexpr JsonFormat kTrint = {kTrintSignatures, kTrintRules, "transcript|data"};

// ElevenLabs: words, and the white space between them as such.
constexpr JsonSignature kElevenLabsSignatures[] = {
    {0.97, "text words[].text words[].type words[].logprob"},
    {0.97, "text words[].text words[].type words[].speaker_id"}};
constexpr JsonRule kElevenLabsRules[] = {
    {"text", Of::file, As::text},
    {"language_code", Of::file, As::language},
    {"words[]", Of::word, As::open},
    {"words[].text", Of::word, As::text},
    {"words[].start", Of::word, As::start, Unit::seconds},
    {"words[].end", Of::word, As::end, Unit::seconds},
    {"words[].speaker_id", Of::word, As::speaker},
};
constexpr JsonFormat kElevenLabs = {kElevenLabsSignatures, kElevenLabsRules, "", SpeakerNumbers::automatic,
                                    false};

// cielo24's ElementList, versions 2 and 3: segments of sequences of tokens, milliseconds (cielo24 API
// documentation, "ElementList Format").
constexpr JsonSignature kCieloSignatures[] = {{0.97, "segments[].sequences[].tokens[].value"}};
constexpr JsonRule kCieloRules[] = {
    {"language", Of::file, As::language},
    {"speakers[]", Of::speaker, As::open},
    {"speakers[].id", Of::speaker, As::speaker},
    {"speakers[].name", Of::speaker, As::name},
    {"segments[]", Of::segment, As::open},
    {"segments[].speaker_id", Of::segment, As::speaker},
    {"segments[].start_time", Of::segment, As::start, Unit::milliseconds},
    {"segments[].end_time", Of::segment, As::end, Unit::milliseconds},
    {"segments[].sequences[].tokens[]", Of::word, As::open},
    {"segments[].sequences[].tokens[].value", Of::word, As::text},
    {"segments[].sequences[].tokens[].display_as", Of::word, As::text, Unit::none, 1},
    {"segments[].sequences[].tokens[].type", Of::word, As::kind},
    {"segments[].sequences[].tokens[].start_time", Of::word, As::start, Unit::milliseconds},
    {"segments[].sequences[].tokens[].end_time", Of::word, As::end, Unit::milliseconds},
};
constexpr JsonFormat kCielo = {kCieloSignatures, kCieloRules, "", SpeakerNumbers::from_one};

template <const JsonFormat& format>
double sniff(const Input& input) noexcept {
  return sniff_json(input, format);
}
template <const JsonFormat& format>
Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_json(input, options, format);
}

}  // namespace

const FormatReader gecko_reader = {"gecko", 26, sniff<kGecko>, read<kGecko>};
const FormatReader kaldi_reader = {"kaldi", 27, sniff<kKaldi>, read<kKaldi>};
const FormatReader ibm_reader = {"ibm", 28, sniff<kIbm>, read<kIbm>};
const FormatReader amberscript_reader = {"amberscript", 29, sniff<kAmberscript>, read<kAmberscript>};
const FormatReader trint_reader = {"trint", 31, sniff<kTrint>, read<kTrint>};
const FormatReader elevenlabs_reader = {"elevenlabs", 32, sniff<kElevenLabs>, read<kElevenLabs>};
const FormatReader cielo24_reader = {"cielo24", 33, sniff<kCielo>, read<kCielo>};
const FormatReader oyez_reader = {"oyez", 30, sniff<kOyez>, read<kOyez>};

}  // namespace visavis
