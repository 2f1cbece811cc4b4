#include <algorithm>
#include <unordered_map>

#include "readers/json/json_format.h"
#include "readers/readers.h"

// Google Cloud Speech-to-Text, v1 and v2: results in order, each with words; with diarisation v1 tells all
// words once more, tagged, in the last result.
namespace visavis {
namespace {

constexpr JsonSignature kSignatures[] = {
    {0.97, "*results[].alternatives[].words[].startTime"},
    {0.97, "*results[].alternatives[].words[].startOffset"},
    {0.97, "*results[].alternatives[].words[].start_time"},
    {0.97, "*results[].alternatives[].words[].start_offset"},
    {0.9, "*results[].alternatives[].transcript *results[].languageCode"},
    {0.85, "*results[].alternatives[].transcript *results[].resultEndTime"},
    {0.7, "*results[].alternatives[].transcript *results[].alternatives[].confidence"},
};
constexpr JsonRule kRules[] = {
    {"results[]", Of::segment, As::open},
    {"results[].languageCode|language_code", Of::file, As::language},
    {"results[].channelTag|channel_tag", Of::segment, As::channel},
    {"results[].resultEndTime|resultEndOffset|result_end_time|result_end_offset", Of::segment, As::end,
     Unit::seconds},
    {"results[].resultEndTime|resultEndOffset|result_end_time|result_end_offset.seconds", Of::segment,
     As::end, Unit::seconds},
    {"results[].resultEndTime|resultEndOffset|result_end_time|result_end_offset.nanos", Of::segment, As::end,
     Unit::nanoseconds},
    {"results[].isFinal|is_final", Of::segment, As::is_final},
    {"results[].alternatives[0].transcript", Of::segment, As::text},
    {"results[].alternatives[0].words[]", Of::word, As::open},
    {"results[].alternatives[0].words[].word", Of::word, As::text},
    {"results[].alternatives[0].words[].confidence", Of::word, As::confidence},
    {"results[].alternatives[0].words[].speakerTag|speaker_tag", Of::word, As::speaker},
    {"results[].alternatives[0].words[].speakerLabel|speaker_label", Of::word, As::speaker},
    {"results[].alternatives[0].words[].startTime|startOffset|start_time|start_offset", Of::word, As::start,
     Unit::seconds},
    {"results[].alternatives[0].words[].startTime|startOffset|start_time|start_offset.seconds", Of::word,
     As::start, Unit::seconds},
    {"results[].alternatives[0].words[].startTime|startOffset|start_time|start_offset.nanos", Of::word,
     As::start, Unit::nanoseconds},
    {"results[].alternatives[0].words[].endTime|endOffset|end_time|end_offset", Of::word, As::end,
     Unit::seconds},
    {"results[].alternatives[0].words[].endTime|endOffset|end_time|end_offset.seconds", Of::word, As::end,
     Unit::seconds},
    {"results[].alternatives[0].words[].endTime|endOffset|end_time|end_offset.nanos", Of::word, As::end,
     Unit::nanoseconds},
};

// A result tells where it ends alone: it begins where the one before it on its channel ended, unless its
// words have times.
void settle_times(Draft& draft) {
  // Protobuf leaves out what is 0.
  for (DraftWord& word : draft.words)
    if (word.start_ms == kNoTime && word.end_ms != kNoTime) word.start_ms = 0;
  std::unordered_map<std::int32_t, std::int64_t> ends_ms;
  for (DraftSegment& segment : draft.segments) {
    std::int64_t& last_end_ms = ends_ms[segment.channel];  // 0 for the first
    const std::int64_t end_ms = segment.end_ms;
    const auto first = draft.words.begin() + segment.first_word;
    if (std::any_of(first, first + segment.word_count,
                    [](const DraftWord& word) { return word.start_ms != kNoTime; })) {
      segment.end_ms = kNoTime;
    } else if (end_ms != kNoTime) {
      segment.start_ms = std::min(last_end_ms, end_ms);
      segment.start_estimated = true;
    }
    last_end_ms = std::max(last_end_ms, end_ms);
  }
}

void use_tagged_words(Draft& draft) {
  settle_times(draft);
  // Tag 0 is "not told".
  for (DraftWord& word : draft.words)
    if (word.speaker != kNone && draft.labels[static_cast<std::size_t>(word.speaker)].label == "0")
      word.speaker = kNone;
  if (draft.segments.size() < 2) return;
  const DraftSegment& last = draft.segments.back();
  const auto has_tag = [](const DraftWord& word) { return word.speaker != kNone; };
  const auto first = draft.words.begin() + last.first_word;
  const bool earlier = std::any_of(draft.words.begin(), first, has_tag);
  const bool repeats =
      last.word_count > 0 &&
      (first->start_ms == kNoTime ? last.text.empty() : first->start_ms <= draft.words.front().start_ms);
  if (earlier || !repeats || !std::any_of(first, draft.words.end(), has_tag)) return;
  DraftSegment whole = last;
  whole.text = {};
  draft.segments = {whole};
}

constexpr JsonFormat kFormat = {kSignatures, kRules, "*", SpeakerNumbers::from_one, true, use_tagged_words};

double sniff(const Input& input) noexcept { return sniff_json(input, kFormat); }
Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_json(input, options, kFormat);
}

}  // namespace

const FormatReader google_reader = {"google", 16, sniff, read};

}  // namespace visavis
