#include <algorithm>

#include "readers/json/json_format.h"
#include "readers/readers.h"

// Speechmatics: v2's results (also as the messages of its stream, a line each), and v1's words beside spans
// of speakers, of whom "UU" is nobody.
namespace visavis {
namespace {

constexpr JsonSignature kSignatures[] = {
    {0.98, "results[].alternatives[].content results[].start_time results[].type"},
    {0.98, "job.lang words[].name words[].time words[].duration"},
    {0.95, "speakers[].time words[].name words[].time"},
    {0.9, "[].speaker_name [].word [].start [].duration"},
};
constexpr JsonRule kRules[] = {
    {"metadata.transcription_config.language", Of::file, As::language},
    {"metadata.language_pack_info.word_delimiter", Of::file, As::delimiter},
    {"job.lang", Of::file, As::language},
    {"message", Of::file, As::interim},
    {"results[]", Of::word, As::open},
    {"results[].type", Of::word, As::kind},
    {"results[].attaches_to", Of::word, As::attaches},
    {"results[].channel", Of::word, As::channel},
    {"results[].start_time", Of::word, As::start, Unit::seconds},
    {"results[].end_time", Of::word, As::end, Unit::seconds},
    {"results[].alternatives[0].content", Of::word, As::text},
    {"results[].alternatives[0].confidence", Of::word, As::confidence},
    {"results[].alternatives[0].speaker", Of::word, As::speaker},
    {"words[]", Of::word, As::open},
    {"words[].name", Of::word, As::text},
    {"words[].time", Of::word, As::start, Unit::seconds},
    {"words[].duration", Of::word, As::duration, Unit::seconds},
    {"words[].confidence", Of::word, As::confidence},
    {"words[].speaker", Of::word, As::speaker},
    {"speakers[]", Of::span, As::open},
    {"speakers[].name", Of::span, As::speaker},
    {"speakers[].time", Of::span, As::start, Unit::seconds},
    {"speakers[].duration", Of::span, As::duration, Unit::seconds},
    {"[]", Of::word, As::open},
    {"[].speaker_name", Of::word, As::speaker},
    {"[].word", Of::word, As::text},
    {"[].start", Of::word, As::start, Unit::seconds},
    {"[].duration", Of::word, As::duration, Unit::seconds},
};

void nobody_is_unknown(Draft& draft) {
  const auto nobody = draft.label_ids.find("UU");
  if (nobody == draft.label_ids.end()) return;
  for (DraftWord& word : draft.words)
    if (word.speaker == nobody->second) word.speaker = kNone;
  for (DraftSpan& span : draft.spans)
    if (span.speaker == nobody->second) span.speaker = kNone;
}

constexpr JsonFormat kFormat = {kSignatures, kRules, "", SpeakerNumbers::automatic, true, nobody_is_unknown};

double sniff(const Input& input) noexcept { return sniff_json(input, kFormat); }
Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_json(input, options, kFormat);
}

}  // namespace

const FormatReader speechmatics_reader = {"speechmatics", 19, sniff, read};

}  // namespace visavis
