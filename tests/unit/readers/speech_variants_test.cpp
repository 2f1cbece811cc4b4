// What speech-to-text services write besides their plainest answer: other versions, channels, streams,
// wrappers, fields left out. All sentences are our own.
#include <doctest/doctest.h>

#include "support/reading.h"

namespace visavis {
namespace {

using test::read_text;
using test::Reading;

struct Sample {
  const char* format;
  const char* file;
  const char* lines;
};

const Sample kSamples[] = {
    // A channel that counts its own speakers: their numbers say nothing about the other channel's.
    {"deepgram", R"({"results": {"channels": [{"alternatives": [{"transcript": "Any rain?", "words": []}]},
         {"alternatives": [{"transcript": "None.", "words": []}]}], "utterances": [
       {"start": 0.5, "end": 1, "channel": 0, "speaker": 0, "transcript": "Any rain?"},
       {"start": 1.5, "end": 2, "channel": 1, "speaker": 0, "transcript": "None."}]}})",
     "Speaker 1 500-1000: Any rain?\nSpeaker 2 1500-2000: None.\n"},
    {"deepgram",
     R"({"results": {"channels": [{"alternatives": [{"transcript": "", "words": []}]}], "utterances": [
       {"start": 0, "end": 1, "channel": 0, "speaker": 0, "transcript": "Any rain?"},
       {"start": 1, "end": 2, "channel": 0, "speaker": 1, "transcript": "Or snow?"},
       {"start": 2, "end": 3, "channel": 1, "speaker": 0, "transcript": "None."}]}})",
     "Speaker 1 0-1000: Any rain?\nSpeaker 2 1000-2000: Or snow?\nSpeaker 3 2000-3000: None.\n"},
    // Messages of streams, a line each: what is not final is said again.
    {"deepgram",
     "{\"type\": \"Results\", \"is_final\": false, \"channel\": {\"alternatives\": [{\"transcript\": "
     "\"any\", "
     "\"words\": [{\"word\": \"any\", \"start\": 0, \"end\": 0.5}]}]}}\n"
     "{\"type\": \"Results\", \"channel\": {\"alternatives\": [{\"transcript\": \"any rain\", \"words\": ["
     "{\"word\": \"any\", \"start\": 0, \"end\": 0.5}, {\"word\": \"rain\", \"start\": 0.5, \"end\": 1}]}]}, "
     "\"is_final\": true}\n",
     "- 0-1000: any rain\n"},
    {"speechmatics",
     R"({"message": "AddPartialTranscript", "results": [{"type": "word", "start_time": 0, "end_time": 0.5, "alternatives": [{"content": "Cold"}]}]}
{"message": "AddTranscript", "results": [{"type": "word", "start_time": 0, "end_time": 0.5, "alternatives": [{"content": "Colder"}]},
  {"type": "punctuation", "start_time": 0.5, "end_time": 0.5, "attaches_to": "previous", "alternatives": [{"content": "."}]}]})",
     "- 0-500: Colder.\n"},
    // Segments alone, without the items that they are made of; channels told by the items.
    {"aws", R"({"results": {"transcripts": [{"transcript": "Wet? Dry."}], "items": [], "audio_segments": [
       {"id": 0, "transcript": "Wet?", "start_time": "0.0", "end_time": "1.25", "speaker_label": "spk_0", "items": []},
       {"id": 1, "transcript": "Dry.", "start_time": "1.5", "end_time": "2.0", "speaker_label": "spk_1", "items": []}]}})",
     "Speaker 1 0-1250: Wet?\nSpeaker 2 1500-2000: Dry.\n"},
    {"aws",
     R"({"results": {"audio_segments": [{"id": 0, "transcript": "not this", "start_time": "0.0", "end_time": "9"}],
       "transcripts": [{"transcript": "Wet Dry"}], "items": [
       {"type": "pronunciation", "channel_label": "ch_0", "start_time": "0.0", "end_time": "0.5", "alternatives": [{"content": "Wet"}]},
       {"type": "punctuation", "channel_label": "ch_0", "alternatives": [{"content": "?"}]},
       {"type": "pronunciation", "channel_label": "ch_1", "start_time": "1.0", "end_time": "1.5", "alternatives": [{"content": "Dry"}]}]}})",
     "Speaker 1 0-500: Wet?\nSpeaker 2 1000-1500: Dry\n"},
    {"aws", R"({"Conversation": {"LanguageCode": "en-US", "TranscriptSegments": [
       {"SegmentId": "a", "BeginAudioTime": 0.25, "EndAudioTime": 1.5, "Content": "Where is the leak?", "ParticipantDetails": {"ParticipantRole": "CLINICIAN_0"}},
       {"SegmentId": "b", "BeginAudioTime": 2, "EndAudioTime": 3, "Content": "In the roof.", "ParticipantDetails": {"ParticipantRole": "PATIENT_0"}}]}})",
     "CLINICIAN_0 250-1500: Where is the leak?\nPATIENT_0 2000-3000: In the roof.\n"},
    // Only where results end is told: each begins where the one before on its channel ended.
    {"google",
     R"({"results": [{"alternatives": [{"transcript": "Wet.", "confidence": 0.9}], "resultEndOffset": "1.500s", "languageCode": "en-US"},
       {"alternatives": [{"transcript": "Dry."}], "resultEndOffset": "4s", "languageCode": "en-US"}, {"resultEndOffset": "5s"}]})",
     "- 0~-4000: Wet. Dry.\n"},
    // A first word that begins at 0 lacks its start; the answer in a list, or for each file's address.
    {"google",
     R"([{"results": [{"alternatives": [{"transcript": "Wet dry", "words": [{"endTime": "0.5s", "word": "Wet"},
       {"startTime": "0.5s", "endTime": "1s", "word": "dry"}]}], "resultEndTime": "9s"}]}, null, null])",
     "- 0-1000: Wet dry\n"},
    {"google",
     R"({"results": {"gs://bucket/rain.wav": {"transcript": {"results": [{"alternatives": [{"transcript": "Wet", "words": [
       {"startOffset": "0.5s", "endOffset": "1s", "word": "Wet"}]}]}]}}}})",
     "- 500-1000: Wet\n"},
    // The SDK's simple results, and who is not known.
    {"azure",
     R"([{"Id": "1", "RecognitionStatus": "Success", "DisplayText": "Wet?", "Offset": 1000000, "Duration": 9000000, "SpeakerId": "Guest-1"},
       {"Id": "2", "RecognitionStatus": "Success", "DisplayText": "Dry.", "Offset": 31000000, "Duration": 5000000, "SpeakerId": "Unknown"}])",
     "Guest-1 100-1000: Wet?\n- 3100-3600: Dry.\n"},
    // A phrase that was not recognised does not say that there are speakers.
    {"azure", R"({"recognizedPhrases": [
       {"channel": 0, "offset": "PT0.1S", "duration": "PT0.9S", "nBest": [{"display": "Wet?"}]},
       {"channel": 1, "offset": "PT3S", "duration": "PT1S", "nBest": [{"display": "Dry."}]},
       {"recognitionStatus": "Failure", "channel": 1, "speaker": 0, "offset": "PT5S", "duration": "PT0S", "nBest": []}]})",
     "Speaker 1 100-1000: Wet?\nSpeaker 2 3000-4000: Dry.\n"},
    {"azure", R"({"videos": [{"insights": {"language": "en-US", "transcript": [
       {"id": 1, "text": "Wet?", "speakerId": 1, "instances": [{"start": "0:00:00.5", "end": "0:00:01.25"}]},
       {"id": 2, "text": "Dry.", "speakerId": 2, "instances": [{"start": "0:00:02", "end": "0:00:03"}]}],
       "speakers": [{"id": 1, "name": "Uta"}, {"id": 2, "name": "Speaker #2"}]}}]})",
     "Uta 500-1250: Wet?\nSpeaker #2 2000-3000: Dry.\n"},
    {"revai", R"({"speakers": [{"id": 1, "name": "Uta"}], "monologues": [{"speaker": 1, "elements": [
       {"type": "text", "value": "Wet again.", "timestamp": "00:00:01,250", "end_timestamp": "00:00:02,500"}]}]})",
     "Uta 1250-2500: Wet again.\n"},
    {"ibm", R"({"id": "j", "status": "completed", "results": [{"result_index": 0, "results": [
       {"final": true, "alternatives": [{"transcript": "wet ", "timestamps": [["wet", 0.5, 1]]}]},
       {"final": true, "alternatives": [{"transcript": "dry ", "timestamps": [["dry", 5, 6]]}]}]}]})",
     "- 500-1000: wet\n- 5000-6000: dry\n"},
    {"ibm",
     R"({"result_index": 0, "results": [{"final": true, "alternatives": [{"transcript": "wet ", "confidence": 0.9}]}]})",
     "-: wet\n"},
    // The last chunk has no end.
    {"whisper",
     R"({"text": " Wet. Dry.", "chunks": [{"timestamp": [0, 4.2], "text": " Wet."}, {"timestamp": [4.2, null], "text": " Dry."}]})",
     "- 0-4600~: Wet. Dry.\n"},
    {"whispercpp", R"({"transcription": [{"offsets": {"from": 0, "to": 900}, "text": " Wet?", "speaker": "0"},
       {"offsets": {"from": 1000, "to": 1500}, "text": " Dry.", "speaker": "?"}]})",
     "Speaker 1 0-900: Wet?\n- 1000-1500: Dry.\n"},
    {"dpe", R"([{"type": "timedText", "speaker": "Uta", "start": 0.5, "children": [{"text": "Wet?"}]},
       {"type": "timedText", "speaker": "Kim", "start": 3, "children": [{"text": "Dry."}]}])",
     "Uta 500-3000~: Wet?\nKim 3000-3400~: Dry.\n"},
    // Of no kind known by name: a table of speakers, sentences in paragraphs that name who speaks, offsets,
    // dates.
    {"json",
     R"({"speakers": [{"id": "a", "name": "Uta"}], "segments": [{"speakerId": "a", "start": 0, "end": 1, "text": "Wet?"}]})",
     "Uta 0-1000: Wet?\n"},
    {"json", R"({"paragraphs": [{"speaker": "Uta", "start": 0.5, "end": 2, "sentences": [
         {"text": "Wet?", "words": [{"word": "Wet?", "start": 0.5, "end": 0.75}]}, {"text": "Or dry?", "words": []}]},
       {"speaker": "Kim", "start": 3, "end": 4, "sentences": [{"text": "Dry.", "words": []}]}]})",
     "Uta 500-2000: Wet? Or dry?\nKim 3000-4000: Dry.\n"},
    {"json",
     R"([{"text": "Wet as ever", "duration": 2.5, "offset": 0.5}, {"text": "and dry", "duration": 1, "offset": 9}])",
     "- 500-3000: Wet as ever\n- 9000-10000: and dry\n"},
    {"json", R"([{"speaker": "Uta", "text": "Wet?", "timestamp": "2031-03-01T10:59:58Z"},
       {"speaker": "Kim", "text": "Dry.", "timestamp": "2031-03-01T12:00:00.500+01:00"}])",
     "Uta 0-2500~: Wet?\nKim 2500-2900~: Dry.\n"},
    {"json", R"([{"role": "user", "message": "Wet?", "time": 1900000000000, "endTime": 1900000001000},
       {"role": "bot", "message": "Dry.", "time": 1900000003000, "endTime": 1900000004000}])",
     "user 0-1000: Wet?\nbot 3000-4000: Dry.\n"},
    {"json",
     R"([{"participant": {"id": 1, "name": "Uta"}, "words": [{"text": "Wet?", "start_timestamp": {"relative": 0.5}, "end_timestamp": {"relative": 1}}]},
       {"participant": {"id": 2, "name": "Kim"}, "words": [{"text": "Dry.", "start_timestamp": {"relative": 2}, "end_timestamp": {"relative": 3}}]}])",
     "Uta 500-1000: Wet?\nKim 2000-3000: Dry.\n"},
    {"json",
     R"([{"speaker": {"name": "Uta", "id": 3}, "text": "Wet?", "start": 0, "end": 1}, {"speaker": null, "text": "Dry.", "start": 1, "end": 2}])",
     "Uta 0-1000: Wet?\n- 1000-2000: Dry.\n"},
    // Chats: seconds since 1970 with the order of messages behind the point; dates, and from whom.
    {"json",
     R"([{"user": "U1", "text": "Wet?", "ts": "1904448862.000200", "user_profile": {"real_name": "Uta"}},
       {"user": "U2", "text": "Dry.", "ts": "1904448892.000300", "user_profile": {"real_name": "Kim"}}])",
     "Uta 0-30000~: Wet?\nKim 30000-30400~: Dry.\n"},
    {"json",
     R"({"name": "talk", "messages": [{"id": 1, "date": "2031-01-05T10:01:02", "from": "Uta", "from_id": "u1", "text": "Wet?"},
       {"id": 2, "date": "2031-01-05T10:01:30", "from": "Kim", "from_id": "u2", "text": "Dry."}]})",
     "Uta 0-28000~: Wet?\nKim 28000-28400~: Dry.\n"},
    {"json", R"({"messages": [{"sender_name": "Uta", "timestamp_ms": 1904448862000, "content": "Wet?"},
       {"sender_name": "Kim", "timestamp_ms": 1904448892000, "content": "Dry."}]})",
     "Uta 0-30000~: Wet?\nKim 30000-30400~: Dry.\n"},
    {"json", R"({"text": "", "segments": [], "language": "en"})", ""},
};

}  // namespace

TEST_CASE("speech-to-text JSON: versions, channels, streams and wrappers") {
  for (const Sample& sample : kSamples) {
    CAPTURE(sample.file);
    const Reading reading = read_text(sample.file);
    REQUIRE(reading.ok);
    CHECK(reading.transcript.report.format == sample.format);
    CHECK(reading.lines() == sample.lines);
  }
}

}  // namespace visavis
