// A small file of each speech-to-text dialect, written here, and how it must read.
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
  const char* words;
};

const Sample kSamples[] = {
    {"deepgram", R"({"metadata": {"request_id": "r"}, "results": {"channels": [{"alternatives": [
       {"transcript": "is it late no", "words": [
         {"word": "is", "start": 0.1, "end": 0.2, "confidence": 0.9, "speaker": 0, "punctuated_word": "Is"},
         {"word": "it", "start": 0.2, "end": 0.3, "confidence": 0.9, "speaker": 0, "punctuated_word": "it"},
         {"word": "late", "start": 0.3, "end": 0.6, "confidence": 0.9, "speaker": 0, "punctuated_word": "late?"},
         {"word": "no", "start": 0.9, "end": 1.1, "confidence": 0.9, "speaker": 1, "punctuated_word": "No."}]},
       {"transcript": "other guess", "words": [{"word": "other", "start": 0.1, "end": 0.2}]}]}]}})",
     "Speaker 1 100-600: Is it late?\nSpeaker 2 900-1100: No.\n",
     "Is@100-200 it@200-300 late?@300-600 No.@900-1100"},
    {"deepgram", R"({"results": {"channels": [{"alternatives": [{"transcript": "left over", "words": [
       {"word": "left", "start": 0, "end": 1}]}]}], "utterances": [
       {"start": 0.5, "end": 1.5, "transcript": "Good day.", "speaker": 1, "words": []},
       {"start": 1.5, "end": 2, "transcript": "Good night.", "speaker": 0, "words": []}]}})",
     "Speaker 2 500-1500: Good day.\nSpeaker 1 1500-2000: Good night.\n", ""},
    {"deepgram", R"({"results": {"channels": [
       {"alternatives": [{"transcript": "a b", "words": [{"word": "Ask", "start": 0, "end": 1}, {"word": "again", "start": 5, "end": 6}]}]},
       {"alternatives": [{"transcript": "c", "words": [{"word": "Answer", "start": 2, "end": 3}]}]}]}})",
     "Speaker 1 0-1000: Ask\nSpeaker 2 2000-3000: Answer\nSpeaker 1 5000-6000: again\n", nullptr},
    {"assemblyai",
     R"({"id": "x", "language_code": "en", "acoustic_model": "m", "text": "Hello. Hi.", "words": [
       {"text": "Hello.", "start": 10, "end": 400, "confidence": 0.5, "speaker": "A"}], "utterances": [
       {"speaker": "A", "start": 10, "end": 400, "text": "Hello.", "words": [{"text": "Hello.", "start": 10, "end": 400, "confidence": 0.5}]},
       {"speaker": "B", "start": 420, "end": 700, "text": "Hi.", "words": []}]})",
     "Speaker A 10-400: Hello.\nSpeaker B 420-700: Hi.\n", "Hello.@10-400"},
    {"aws",
     R"({"jobName": "j", "results": {"transcripts": [{"transcript": "Yes, sir. No."}], "speaker_labels": {"segments": [
         {"start_time": "0.0", "end_time": "1.0", "speaker_label": "spk_0", "items": []},
         {"start_time": "1.2", "end_time": "2.0", "speaker_label": "spk_1", "items": []}]}, "items": [
       {"type": "pronunciation", "start_time": "0.1", "end_time": "0.4", "alternatives": [{"confidence": "0.9", "content": "Yes"}]},
       {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": ","}]},
       {"type": "pronunciation", "start_time": "0.5", "end_time": "0.9", "alternatives": [{"confidence": "0.9", "content": "sir"}]},
       {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": "."}]},
       {"type": "pronunciation", "start_time": "1.3", "end_time": "1.8", "alternatives": [{"confidence": "0.9", "content": "No"}]},
       {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": "."}]}]}, "status": "COMPLETED"})",
     "Speaker 1 100-900: Yes, sir.\nSpeaker 2 1300-1800: No.\n", "Yes@100-400 sir@500-900 No@1300-1800"},
    {"aws", R"({"results": {"channel_labels": {"channels": [
         {"channel_label": "ch_0", "items": [{"type": "pronunciation", "start_time": "0.0", "end_time": "0.5", "alternatives": [{"content": "Who"}]},
           {"type": "pronunciation", "start_time": "3.0", "end_time": "3.5", "alternatives": [{"content": "Why"}]}]},
         {"items": [{"type": "pronunciation", "start_time": "1.0", "end_time": "1.5", "alternatives": [{"content": "Me"}]}], "channel_label": "ch_1"}]},
       "items": [{"type": "pronunciation", "start_time": "0.0", "end_time": "0.5", "alternatives": [{"content": "Who"}]}]}})",
     "Speaker 1 0-500: Who\nSpeaker 2 1000-1500: Me\nSpeaker 1 3000-3500: Why\n", nullptr},
    {"google", R"({"results": [{"alternatives": [{"transcript": "one two", "words": [
         {"startTime": "0.100s", "endTime": "0.400s", "word": "one"}, {"startTime": "0.400s", "endTime": "1s", "word": "two"}]}]},
       {"alternatives": [{"words": [{"startTime": "0.100s", "endTime": "0.400s", "word": "one", "speakerTag": 1},
         {"startTime": "0.400s", "endTime": "1s", "word": "two", "speakerTag": 2}]}]}]})",
     "Speaker 1 100-400: one\nSpeaker 2 400-1000: two\n", "one@100-400 two@400-1000"},
    {"google", R"({"results": [{"alternatives": [{"transcript": "Hoy no", "words": [
         {"startOffset": {"nanos": 250000000}, "endOffset": {"seconds": "1", "nanos": 500000}, "word": "Hoy"},
         {"startOffset": {"seconds": 2}, "endOffset": {"seconds": 3}, "word": "no", "speakerLabel": "1"}]}], "languageCode": "es-ES"}]})",
     "Speaker 1 250-3000: Hoy no\n", "Hoy@250-1001 no@2000-3000"},
    {"azure",
     R"({"recognizedPhrases": [{"recognitionStatus": "Success", "channel": 0, "speaker": 1, "offset": "PT1.2S", "duration": "PT0.8S",
         "offsetInTicks": 12000000, "durationInTicks": 8000000, "nBest": [
           {"confidence": 0.9, "lexical": "is that so", "display": "Is that so?", "words": [
             {"word": "is", "offsetInTicks": 12000000, "durationInTicks": 1000000}]},
           {"lexical": "is that sew", "display": "Is that sew?"}]}]})",
     "Speaker 1 1200-2000: Is that so?\n", "Is@1200-1300"},
    {"azure", R"({"durationMilliseconds": 900, "combinedPhrases": [{"text": "Moin. Ja."}], "phrases": [
         {"offsetMilliseconds": 40, "durationMilliseconds": 400, "text": "Moin.", "speaker": 2, "locale": "de-DE",
          "words": [{"text": "Moin.", "offsetMilliseconds": 40, "durationMilliseconds": 400}]},
         {"offsetMilliseconds": 500, "durationMilliseconds": 400, "text": "Ja.", "speaker": 1, "words": []}]})",
     "Speaker 2 40-440: Moin.\nSpeaker 1 500-900: Ja.\n", "Moin.@40-440"},
    {"revai", R"({"monologues": [{"speaker": 0, "elements": [
         {"type": "text", "value": "Well", "ts": 0.5, "end_ts": 0.8, "confidence": 0.9}, {"type": "punct", "value": ", "},
         {"type": "text", "value": "yes", "ts": 0.9, "end_ts": 1.2, "confidence": 0.9}, {"type": "punct", "value": "."}]},
       {"speaker": 1, "elements": [{"type": "unknown", "value": "<inaudible>"}]}]})",
     "Speaker 1 500-1200: Well, yes.\nSpeaker 2: <inaudible>\n", "Well@500-800 yes@900-1200"},
    {"speechmatics",
     R"({"format": "2.9", "metadata": {"transcription_config": {"language": "en"}}, "results": [
         {"type": "word", "start_time": 0, "end_time": 0.5, "alternatives": [{"content": "Rain", "confidence": 1.0, "speaker": "S1"}]},
         {"type": "punctuation", "start_time": 0.5, "end_time": 0.5, "attaches_to": "previous", "alternatives": [{"content": "?", "speaker": "S1"}]},
         {"type": "word", "start_time": 0.7, "end_time": 0.9, "alternatives": [{"content": "Snow", "confidence": 1.0, "speaker": "UU"}]}]})",
     "S1 0-500: Rain?\n- 700-900: Snow\n", "Rain@0-500 Snow@700-900"},
    {"speechmatics",
     R"({"job": {"lang": "en"}, "speakers": [{"duration": "1.0", "name": "F1", "time": "0.0"}, {"duration": "1.0", "name": "M2", "time": "1.0"}],
         "words": [{"duration": "0.5", "confidence": "0.690", "name": "Up", "time": "0.25"}, {"duration": "0.0", "name": ".", "time": "0.75"},
                   {"duration": "0.5", "confidence": "0.690", "name": "Down", "time": "1.25"}]})",
     "F1 250-750: Up.\nM2 1250-1750: Down\n", nullptr},
    {"json3", R"({"wireMagic": "pb3", "events": [{"tStartMs": 0, "dDurationMs": 9000, "id": 1},
         {"tStartMs": 1000, "dDurationMs": 3000, "segs": [{"utf8": "good"}, {"utf8": " day", "tOffsetMs": 400}]},
         {"tStartMs": 2500, "dDurationMs": 10, "aAppend": 1, "segs": [{"utf8": "\n"}]},
         {"tStartMs": 2500, "dDurationMs": 1000, "segs": [{"utf8": "to"}, {"utf8": " you", "tOffsetMs": 300}]}]})",
     "- 1000-3500: good day to you\n", "good@1000-1400 day@1400-2500 to@2500-2800 you@2800-3500"},
    {"otter",
     R"({"speech": {"title": "Plan", "speakers": [{"id": 5, "speaker_name": "Nora"}], "transcripts": [
         {"start_offset": 16000, "end_offset": 40000, "speaker_id": 5, "transcript": "Let us go.", "alignment": [{"word": "Let", "start": 0.25, "end": 0.5}]}]}})",
     "Nora 1000-2500: Let us go.\n", "Let@1250-1500"},
    {"descript",
     R"({"transcript": {"segments": [{"speaker": "Lea", "start": 1, "end": 2, "text": "Here.", "words": [
         {"text": "Here.", "start": 1, "end": 2}]}]}})",
     "Lea 1000-2000: Here.\n", "Here.@1000-2000"},
    {"autoedit", R"({"text": [{"id": 0, "speaker": "Kim", "paragraph": [{"line": [
         {"id": 0, "text": "Cut", "startTime": 0.5, "endTime": 0.75}, {"id": 1, "text": "here.", "startTime": "0.75", "endTime": 1}]}]}]})",
     "Kim 500-1000: Cut here.\n", "Cut@500-750 here.@750-1000"},
    {"dpe",
     R"({"words": [{"id": 0, "start": 0, "end": 0.5, "text": "One."}, {"id": 1, "start": 1, "end": 1.5, "text": "Two."}],
         "paragraphs": [{"id": 0, "start": 0, "end": 0.9, "speaker": "Ann"}, {"id": 1, "start": 1, "end": 1.5, "speaker": "Bob"}]})",
     "Ann 0-900: One.\nBob 1000-1500: Two.\n", "One.@0-500 Two.@1000-1500"},
    {"dpe",
     R"({"blocks": [{"text": "Three words here", "type": "paragraph", "data": {"speaker": "Cy", "start": 2,
         "words": [{"start": 2, "end": 2.5, "word": "Three"}]}}], "entityMap": {}})",
     "Cy 2000-2500: Three words here\n", "Three@2000-2500"},
    {"gecko", R"({"schemaVersion": "2.0", "monologues": [{"speaker": {"name": null, "id": "Ida"}, "terms": [
         {"start": 0, "end": 0.5, "text": "Oh", "type": "WORD"}, {"start": 0.5, "end": 0.5, "text": "!", "type": "PUNCTUATION"}]}]})",
     "Ida 0-500: Oh!\n", "Oh@0-500"},
    {"kaldi", R"({"action": "a", "retval": {"words": [{"start": 0, "end": 0.5, "word": "so", "punct": "So."},
         {"start": 2, "end": 2.5, "word": "no", "punct": "No."}], "segmentation": {"segments": [
         {"start": 0, "duration": 1, "speaker": {"@id": "S1"}}, {"start": 1, "duration": 2, "speaker": {"@id": "S4"}}]}}})",
     "S1 0-500: So.\nS4 2000-2500: No.\n", nullptr},
    {"ibm",
     R"({"results": [{"final": true, "alternatives": [{"transcript": "ja nein ", "timestamps": [["ja", 0.5, 0.75], ["nein", 1, 1.5]]}]}],
         "speaker_labels": [{"from": 0.5, "to": 0.75, "speaker": 0}, {"from": 1, "to": 1.5, "speaker": 1}]})",
     "Speaker 1 500-750: ja\nSpeaker 2 1000-1500: nein\n", "ja@500-750 nein@1000-1500"},
    {"amberscript",
     R"({"speakers": [{"spkid": "spk1", "name": "Guest"}], "segments": [{"speaker": "spk1", "words": [
         {"start": 0.5, "end": 1, "text": "Fine.", "conf": 1, "pristine": true}]}]})",
     "Guest 500-1000: Fine.\n", "Fine.@500-1000"},
    {"oyez",
     R"({"title": "Case", "transcript": {"sections": [{"turns": [{"start": 0, "stop": 2.5, "speaker": {"name": "Judge Roe"},
         "text_blocks": [{"text": "First."}, {"text": "Second."}]}]}]}})",
     "Judge Roe 0-2500: First.\nSecond.\n", ""},
    {"whisper",
     R"({"text": " Ha. Ho.", "chunks": [{"timestamp": [0.0, 1.5], "text": " Ha."}, {"timestamp": [4.0, null], "text": " Ho."}]})",
     "- 0-1500: Ha.\n- 4000-4400~: Ho.\n", ""},
    {"whisper", R"({"text": "Ha. Ho.", "chunks": [{"timestamp": [0, 4], "text": "Ha. Ho."}], "speakers": [
         {"speaker": "SPEAKER_00", "timestamp": [0, 1.5], "text": "Ha."}, {"speaker": "SPEAKER_01", "timestamp": [2, 4], "text": "Ho."}]})",
     "Speaker 1 0-1500: Ha.\nSpeaker 2 2000-4000: Ho.\n", ""},
    // Words without the punctuation of the whole text.
    {"whisper",
     R"({"language": "english", "text": "One, two! Three.", "words": [{"word": "One", "start": 0.5, "end": 0.75},
         {"word": "two", "start": 1, "end": 1.5}, {"word": "Three", "start": 6, "end": 6.5}]})",
     "- 500-1500: One, two!\n- 6000-6500: Three.\n", "One,@500-750 two!@1000-1500 Three.@6000-6500"},
    {"azure", R"([{"Id": "1", "SpeakerId": "Guest-1", "Offset": 5000000, "Duration": 10000000, "NBest": [
         {"Lexical": "so it is", "Display": "So it is.", "Words": [{"Word": "so", "Offset": 5000000, "Duration": 2000000}]},
         {"Display": "Sew it is."}]}, {"Id": "2", "SpeakerId": "Guest-2", "Offset": 30000000, "Duration": 5000000, "NBest": [{"Display": "Yes."}]}])",
     "Guest-1 500-1500: So it is.\nGuest-2 3000-3500: Yes.\n", "So@500-700"},
    {"json3",
     R"({"wireMagic": "pb3", "events": [{"tStartMs": 1000, "dDurationMs": 2000, "segs": [{"utf8": "ANNA: Is it\nfar?"}]},
         {"tStartMs": 3100, "dDurationMs": 900, "segs": [{"utf8": "BEN: It "}, {"utf8": "is."}]},
         {"tStartMs": 6000, "dDurationMs": 1000, "segs": [{"utf8": "ANNA: Then run."}]}]})",
     "ANNA 1000-3000: Is it far?\nBEN 3100-4000: It is.\nANNA 6000-7000: Then run.\n", nullptr},
    {"otter",
     R"({"transcripts": [{"start_offset": 0, "end_offset": 16000, "transcript": "Who?", "speaker_id": null, "speaker_model_label": "Speaker 1"},
         {"start_offset": 32000, "end_offset": 48000, "transcript": "Me.", "speaker_id": 7, "speaker_model_label": "Speaker 2"}],
         "speakers": [{"id": 7, "speaker_name": "Una"}]})",
     "Speaker 1 0-1000: Who?\nUna 2000-3000: Me.\n", ""},
    {"dpe",
     R"([{"type": "timedText", "speaker": "Kim", "start": 0.5, "children": [{"text": "One two.", "words": [
         {"start": 0.5, "end": 0.9, "text": "One"}, {"start": 1, "end": 1.25, "text": "two."}]}]}])",
     "Kim 500-1250: One two.\n", "One@500-900 two.@1000-1250"},
    {"trint",
     R"({"transcript": {"speakers": [{"id": "s", "name": "Uta"}], "paragraphs": [{"speaker": "s", "words": [
         {"value": "Cold", "time": 500, "duration": 250}, {"value": "today.", "time": 800, "duration": 300}]}]}})",
     "Uta 500-1100: Cold today.\n", "Cold@500-750 today.@800-1100"},
    {"elevenlabs", R"({"language_code": "eng", "text": "Cold. Very.", "words": [
         {"text": "Cold.", "start": 0.5, "end": 1, "type": "word", "speaker_id": "speaker_0"},
         {"text": " ", "start": 1, "end": 2, "type": "spacing", "speaker_id": "speaker_1"},
         {"text": "Very.", "start": 2, "end": 2.5, "type": "word", "speaker_id": "speaker_1"}]})",
     "Speaker 1 500-1000: Cold.\nSpeaker 2 2000-2500: Very.\n", "Cold.@500-1000 Very.@2000-2500"},
};

}  // namespace

TEST_CASE("speech-to-text JSON: a sample of each dialect") {
  for (const Sample& sample : kSamples) {
    CAPTURE(sample.file);
    const Reading reading = read_text(sample.file);
    REQUIRE(reading.ok);
    CHECK(reading.transcript.report.format == sample.format);
    CHECK(reading.lines() == sample.lines);
    if (sample.words) CHECK(reading.words() == sample.words);
    // The same whatever its white space, and by its name alone.
    const Reading named = read_text(sample.file, true, sample.format);
    CHECK(named.ok);
    CHECK(named.lines() == reading.lines());
  }
}

TEST_CASE("speech-to-text JSON: every segment is a turn without joining") {
  const Reading reading = read_text(R"({"segments": [{"startTime": 0, "endTime": 1, "body": "a"},
    {"startTime": 1, "endTime": 2, "body": ""}, {"startTime": 2, "endTime": 3, "body": "b"}]})",
                                    false);
  REQUIRE(reading.ok);
  CHECK(reading.transcript.turns.size() == 3);
}

TEST_CASE("speech-to-text JSON: a list in which nothing is said is refused") {
  const Reading reading =
      read_text(R"({"meeting": [{"speaker": "Ann", "words": []}, {"speaker": "Bo", "words": []}]})");
  CHECK_FALSE(reading.ok);
  CHECK(reading.error.code == ErrorCode::unsupported);
}

TEST_CASE("speech-to-text JSON: a bare whole text is narration") {
  const Reading reading =
      read_text(R"({"audio_url": "u", "acoustic_model": "m", "text": "All of it.", "words": null})");
  REQUIRE(reading.ok);
  CHECK(reading.lines() == "-: All of it.\n");
}

}  // namespace visavis
