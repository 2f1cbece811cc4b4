#include <algorithm>

#include "readers/json/json_format.h"
#include "readers/readers.h"

// Azure Speech: batch transcription (recognizedPhrases, times in ticks of 100 ns or as ISO 8601 durations)
// and fast transcription (phrases, milliseconds); and the detailed results of its SDK, one, a list of them or
// one a line.
namespace visavis {
namespace {

constexpr JsonSignature kSignatures[] = {
    {0.98, "recognizedPhrases[].nBest[]"},
    {0.98, "phrases[].offsetMilliseconds phrases[].text"},
    {0.9, "phrases[].offset phrases[].text combinedPhrases[]"},
    {0.97, "AudioFileResults[].SegmentResults[].NBest[]"},
    {0.97, "videos[].insights.transcript[].instances[].start"},
};
constexpr JsonRule kRules[] = {
    {"recognizedPhrases[]", Of::segment, As::open},
    {"recognizedPhrases[].speaker", Of::segment, As::speaker},
    {"recognizedPhrases[].channel", Of::segment, As::channel},
    {"recognizedPhrases[].locale", Of::file, As::language},
    {"recognizedPhrases[].offset", Of::segment, As::start, Unit::ticks},
    {"recognizedPhrases[].duration", Of::segment, As::duration, Unit::ticks},
    {"recognizedPhrases[].offsetInTicks", Of::segment, As::start, Unit::ticks},
    {"recognizedPhrases[].durationInTicks", Of::segment, As::duration, Unit::ticks},
    {"recognizedPhrases[].offsetMilliseconds", Of::segment, As::start, Unit::milliseconds},
    {"recognizedPhrases[].durationMilliseconds", Of::segment, As::duration, Unit::milliseconds},
    {"recognizedPhrases[].nBest[0].lexical", Of::segment, As::text},
    {"recognizedPhrases[].nBest[0].display", Of::segment, As::text, Unit::none, 1},
    {"recognizedPhrases[].nBest[0].words[]", Of::word, As::open},
    {"recognizedPhrases[].nBest[0].words[].word", Of::word, As::text},
    {"recognizedPhrases[].nBest[0].words[].confidence", Of::word, As::confidence},
    {"recognizedPhrases[].nBest[0].words[].offset", Of::word, As::start, Unit::ticks},
    {"recognizedPhrases[].nBest[0].words[].duration", Of::word, As::duration, Unit::ticks},
    {"recognizedPhrases[].nBest[0].words[].offsetInTicks", Of::word, As::start, Unit::ticks},
    {"recognizedPhrases[].nBest[0].words[].durationInTicks", Of::word, As::duration, Unit::ticks},
    {"recognizedPhrases[].nBest[0].words[].offsetMilliseconds", Of::word, As::start, Unit::milliseconds},
    {"recognizedPhrases[].nBest[0].words[].durationMilliseconds", Of::word, As::duration, Unit::milliseconds},
    {"phrases[]", Of::segment, As::open},
    {"phrases[].speaker", Of::segment, As::speaker},
    {"phrases[].channel", Of::segment, As::channel},
    {"phrases[].locale", Of::file, As::language},
    {"phrases[].offset|offsetMilliseconds", Of::segment, As::start, Unit::milliseconds},
    {"phrases[].duration|durationMilliseconds", Of::segment, As::duration, Unit::milliseconds},
    {"phrases[].text", Of::segment, As::text},
    {"phrases[].words[]", Of::word, As::open},
    {"phrases[].words[].text", Of::word, As::text},
    {"phrases[].words[].confidence", Of::word, As::confidence},
    {"phrases[].words[].offset|offsetMilliseconds", Of::word, As::start, Unit::milliseconds},
    {"phrases[].words[].duration|durationMilliseconds", Of::word, As::duration, Unit::milliseconds},
    {"AudioFileResults[].SegmentResults[]", Of::segment, As::open},
    {"AudioFileResults[].SegmentResults[].SpeakerId", Of::segment, As::speaker},
    {"AudioFileResults[].SegmentResults[].ChannelNumber", Of::segment, As::channel},
    {"AudioFileResults[].SegmentResults[].Offset", Of::segment, As::start, Unit::ticks},
    {"AudioFileResults[].SegmentResults[].Duration", Of::segment, As::duration, Unit::ticks},
    {"AudioFileResults[].SegmentResults[].NBest[0].Display", Of::segment, As::text},
    {"AudioFileResults[].SegmentResults[].NBest[0].Words[]", Of::word, As::open},
    {"AudioFileResults[].SegmentResults[].NBest[0].Words[].Word", Of::word, As::text},
    {"AudioFileResults[].SegmentResults[].NBest[0].Words[].Offset", Of::word, As::start, Unit::ticks},
    {"AudioFileResults[].SegmentResults[].NBest[0].Words[].Duration", Of::word, As::duration, Unit::ticks},
    // Azure Video Indexer.
    {"videos[].insights.language", Of::file, As::language},
    {"videos[].insights.speakers[]", Of::speaker, As::open},
    {"videos[].insights.speakers[].id", Of::speaker, As::speaker},
    {"videos[].insights.speakers[].name", Of::speaker, As::name},
    {"videos[].insights.transcript[]", Of::segment, As::open},
    {"videos[].insights.transcript[].text", Of::segment, As::text},
    {"videos[].insights.transcript[].speakerId", Of::segment, As::speaker},
    {"videos[].insights.transcript[].instances[0].start", Of::segment, As::start, Unit::seconds},
    {"videos[].insights.transcript[].instances[0].end", Of::segment, As::end, Unit::seconds},
};
constexpr JsonFormat kFormat = {kSignatures, kRules, "", SpeakerNumbers::from_one};

constexpr JsonSignature kSdkSignatures[] = {
    {0.97, "NBest[].Display Offset Duration"},
    {0.97, "[].NBest[].Display [].Offset [].Duration"},
    {0.97, "DisplayText Offset Duration"},
    {0.97, "[].DisplayText [].Offset [].Duration"},
};
constexpr JsonRule kSdkRules[] = {
    {"", Of::segment, As::open},
    {"SpeakerId", Of::segment, As::speaker},
    {"Channel", Of::segment, As::channel},
    {"Offset", Of::segment, As::start, Unit::ticks},
    {"Duration", Of::segment, As::duration, Unit::ticks},
    {"DisplayText", Of::segment, As::text},
    {"NBest[0].Display", Of::segment, As::text, Unit::none, 1},
    {"NBest[0].Words[]", Of::word, As::open},
    {"NBest[0].Words[].Word", Of::word, As::text},
    {"NBest[0].Words[].Offset", Of::word, As::start, Unit::ticks},
    {"NBest[0].Words[].Duration", Of::word, As::duration, Unit::ticks},
    {"[]", Of::segment, As::open},
    {"[].SpeakerId", Of::segment, As::speaker},
    {"[].Channel", Of::segment, As::channel},
    {"[].Offset", Of::segment, As::start, Unit::ticks},
    {"[].Duration", Of::segment, As::duration, Unit::ticks},
    {"[].DisplayText", Of::segment, As::text},
    {"[].NBest[0].Display", Of::segment, As::text, Unit::none, 1},
    {"[].NBest[0].Words[]", Of::word, As::open},
    {"[].NBest[0].Words[].Word", Of::word, As::text},
    {"[].NBest[0].Words[].Offset", Of::word, As::start, Unit::ticks},
    {"[].NBest[0].Words[].Duration", Of::word, As::duration, Unit::ticks},
};

void unknown_is_nobody(Draft& draft) {
  const auto unknown = draft.label_ids.find("Unknown");
  if (unknown == draft.label_ids.end()) return;
  for (DraftSegment& segment : draft.segments)
    if (segment.speaker == unknown->second) segment.speaker = kNone;
}

constexpr JsonFormat kSdkFormat = {kSdkSignatures, kSdkRules,        "", SpeakerNumbers::automatic,
                                   true,           unknown_is_nobody};

double sniff(const Input& input) noexcept {
  return std::max(sniff_json(input, kFormat), sniff_json(input, kSdkFormat));
}
Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_json(input, options, sniff_json(input, kSdkFormat) > 0 ? kSdkFormat : kFormat);
}

}  // namespace

const FormatReader azure_reader = {"azure", 17, sniff, read};

}  // namespace visavis
