#include "readers/json/json_format.h"
#include "readers/readers.h"

// Amazon Transcribe: items (words and punctuation) with speakers of their own, in spans or by channel; Call
// Analytics, which has turns; and HealthScribe, which has segments.
namespace visavis {
namespace {

constexpr JsonSignature kSignatures[] = {
    {0.98, "*results.items[].alternatives[].content *results.items[].type"},
    {0.98, "*results.transcripts[].transcript *results.items[]"},
    {0.98, "Transcript[].Content Transcript[].BeginOffsetMillis"},
    {0.9, "*results.transcripts[].transcript"},
    {0.98, "*Conversation.TranscriptSegments[].Content"},
};
constexpr JsonRule kRules[] = {
    {"LanguageCode", Of::file, As::language},
    {"results.language_code", Of::file, As::language},
    {"results.transcripts[].transcript", Of::file, As::text},
    {"results.speaker_labels.segments[]", Of::span, As::open},
    {"results.speaker_labels.segments[].speaker_label", Of::span, As::speaker},
    {"results.speaker_labels.segments[].start_time", Of::span, As::start, Unit::seconds},
    {"results.speaker_labels.segments[].end_time", Of::span, As::end, Unit::seconds},
    {"results.audio_segments[]", Of::segment, As::open, Unit::none, -1},
    {"results.audio_segments[].transcript", Of::segment, As::text},
    {"results.audio_segments[].speaker_label", Of::segment, As::speaker},
    {"results.audio_segments[].channel_label", Of::segment, As::channel},
    {"results.audio_segments[].start_time", Of::segment, As::start, Unit::seconds},
    {"results.audio_segments[].end_time", Of::segment, As::end, Unit::seconds},
    {"results.items[]", Of::word, As::open},
    {"results.items[].channel_label", Of::word, As::channel},
    {"results.items[].type", Of::word, As::kind},
    {"results.items[].start_time", Of::word, As::start, Unit::seconds},
    {"results.items[].end_time", Of::word, As::end, Unit::seconds},
    {"results.items[].speaker_label", Of::word, As::speaker},
    {"results.items[].alternatives[0].content", Of::word, As::text},
    {"results.items[].alternatives[0].confidence", Of::word, As::confidence},
    {"results.channel_labels.channels[]", Of::channel, As::open},
    {"results.channel_labels.channels[].channel_label", Of::channel, As::speaker},
    {"results.channel_labels.channels[].items[]", Of::word, As::open, Unit::none, 1},
    {"results.channel_labels.channels[].items[].type", Of::word, As::kind},
    {"results.channel_labels.channels[].items[].start_time", Of::word, As::start, Unit::seconds},
    {"results.channel_labels.channels[].items[].end_time", Of::word, As::end, Unit::seconds},
    {"results.channel_labels.channels[].items[].alternatives[0].content", Of::word, As::text},
    {"results.channel_labels.channels[].items[].alternatives[0].confidence", Of::word, As::confidence},
    {"Transcript[]", Of::segment, As::open},
    {"Transcript[].ParticipantRole|ParticipantId", Of::segment, As::speaker},
    {"Transcript[].Content", Of::segment, As::text},
    {"Transcript[].BeginOffsetMillis", Of::segment, As::start, Unit::milliseconds},
    {"Transcript[].EndOffsetMillis", Of::segment, As::end, Unit::milliseconds},
    {"Transcript[].Items[]", Of::word, As::open},
    {"Transcript[].Items[].Type", Of::word, As::kind},
    {"Transcript[].Items[].Content", Of::word, As::text},
    {"Transcript[].Items[].Confidence", Of::word, As::confidence},
    {"Transcript[].Items[].BeginOffsetMillis", Of::word, As::start, Unit::milliseconds},
    {"Transcript[].Items[].EndOffsetMillis", Of::word, As::end, Unit::milliseconds},
    {"Conversation.LanguageCode", Of::file, As::language},
    {"Conversation.TranscriptSegments[]", Of::segment, As::open},
    {"Conversation.TranscriptSegments[].ParticipantDetails.ParticipantRole", Of::segment, As::speaker},
    {"Conversation.TranscriptSegments[].Content", Of::segment, As::text},
    {"Conversation.TranscriptSegments[].BeginAudioTime", Of::segment, As::start, Unit::seconds},
    {"Conversation.TranscriptSegments[].EndAudioTime", Of::segment, As::end, Unit::seconds},
};
constexpr JsonFormat kFormat = {kSignatures, kRules, "*"};

double sniff(const Input& input) noexcept { return sniff_json(input, kFormat); }
Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_json(input, options, kFormat);
}

}  // namespace

const FormatReader aws_reader = {"aws", 15, sniff, read};

}  // namespace visavis
