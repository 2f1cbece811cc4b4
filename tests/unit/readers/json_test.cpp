#include <doctest/doctest.h>

#include <string>

#include "analysis/measures.h"
#include "readers/shared/json_paths.h"
#include "readers/shared/json_sax.h"
#include "readers/shared/json_time.h"
#include "support/reading.h"
#include "writers/inspect_writer.h"

namespace visavis {
namespace {

using test::read_text;
using test::Reading;

class Counter final : public JsonEvents {
 public:
  bool begin(bool) override { return ++containers < 1'000'000; }
  bool end(bool) override { return true; }
  bool key(std::string_view) override { return true; }
  bool scalar(const JsonScalar& value) override {
    ++scalars;
    nulls += value.kind == JsonScalar::Kind::null;
    last_line = line();
    return true;
  }
  int containers = 0, scalars = 0, nulls = 0;
  std::uint32_t last_line = 0;
};

std::int64_t ms_of(const char* text, Unit unit, bool is_text) {
  JsonScalar value;
  value.kind = is_text ? JsonScalar::Kind::string : JsonScalar::Kind::number;
  value.text = text;
  value.number = is_text ? 0 : std::strtod(text, nullptr);
  std::int64_t ms = kNoTime;
  return json_time(value, unit, ms) ? ms : kNoTime;
}

}  // namespace

TEST_CASE("JSON is parsed as events that know their line") {
  Counter counter;
  CHECK_FALSE(parse_json("{\"a\": [1,\n2.5, \"x\"],\n\"b\": null}", counter));
  CHECK(counter.containers == 2);
  CHECK(counter.scalars == 4);
  CHECK(counter.last_line == 3);
}

TEST_CASE("JSON lines are read one after another") {
  Counter counter;
  CHECK_FALSE(parse_json("{\"a\": 1}\n{\"a\": 2}\n\n[3]\n", counter));
  CHECK(counter.scalars == 3);
}

TEST_CASE("what Python writes for a missing number counts as null") {
  Counter counter;
  CHECK_FALSE(
      parse_json("{\"a\": NaN, \"b\": [-Infinity, Infinity, -1], \"NaN\": \"NaN \\\" NaN\"}", counter));
  CHECK(counter.scalars == 5);
  CHECK(counter.nulls == 3);
}

TEST_CASE("broken JSON is refused with its line") {
  Counter counter;
  const std::optional<Error> error = parse_json("{\n\"a\": 1,\n\"b\" 2\n}", counter);
  REQUIRE(error);
  CHECK(error->line == 3);
  Counter cut;
  const std::optional<Error> at_end = parse_json("{\"a\": [1, 2", cut);
  REQUIRE(at_end);
  CHECK(english(at_end->message).find("ends in the middle") != std::string::npos);
}

TEST_CASE("JSON nested a million deep is refused") {
  Counter counter;
  const std::optional<Error> error = parse_json(std::string(1'000'000, '['), counter);
  REQUIRE(error);
  CHECK(error->code == ErrorCode::too_large);
  CHECK(read_text(std::string(1'000'000, '[')).error.code == ErrorCode::too_large);
  const Reading objects = read_text([] {
    std::string deep;
    for (int i = 0; i < 1'000'000; ++i) deep += "{\"segments\":";
    return deep;
  }());
  CHECK_FALSE(objects.ok);
  CHECK(objects.error.code == ErrorCode::too_large);
}

TEST_CASE("paths of a JSON text") {
  const JsonPaths paths("{\"a\": [{\"b\": {\"c\": 1}}, [2]], \"d\": \"x\"}");
  CHECK(paths.is_json());
  CHECK(paths.has("a[].b.c"));
  CHECK(paths.has("*b.c"));
  CHECK(paths.has("a[][]"));
  CHECK(paths.has_all("d a[].b"));
  CHECK_FALSE(paths.has("b.c"));
  CHECK_FALSE(paths.has("*[].c"));
  CHECK_FALSE(JsonPaths("[Music] Anna: hello").is_json());
  CHECK_FALSE(JsonPaths("{laughs} Anna: hello").is_json());
  CHECK(JsonPaths("{\"text\": \"" + std::string(200'000, 'x') + "\", \"segments\": []}").has("segments"));
}

TEST_CASE("times keep their milliseconds in every notation") {
  CHECK(ms_of("1.2005", Unit::seconds, false) == 1201);
  CHECK(ms_of("0.26999998092651367", Unit::seconds, false) == 270);
  CHECK(ms_of("1.5e2", Unit::seconds, false) == 150'000);
  CHECK(ms_of("1.200s", Unit::seconds, true) == 1200);
  CHECK(ms_of("00:01:02,345", Unit::seconds, true) == 62'345);
  CHECK(ms_of("PT1M2.5S", Unit::ticks, true) == 62'500);
  CHECK(ms_of("12345678", Unit::ticks, false) == 1235);
  CHECK(ms_of("43810", Unit::milliseconds, true) == 43'810);
  CHECK(ms_of("16000", Unit::samples_16k, false) == 1000);
  CHECK(ms_of("1e300", Unit::seconds, false) == kNoTime);
  CHECK(ms_of("soon", Unit::seconds, true) == kNoTime);
  CHECK(ms_of("PT", Unit::seconds, true) == kNoTime);
}

TEST_CASE("JSON of an unknown kind is refused, not read as an interview") {
  const Reading reading = read_text("{\"recipe\": {\"eggs\": 2, \"flour\": \"plenty\"}}");
  CHECK_FALSE(reading.ok);
  CHECK(reading.error.code == ErrorCode::unsupported);
  const Reading broken = read_text("{\"recipe\": {\"eggs\": 2,\n\"flour\" \"plenty\"}}");
  CHECK_FALSE(broken.ok);
  CHECK(broken.error.line == 2);
}

TEST_CASE("a file of another format than the one named is refused, an empty one of it is not") {
  const char* const kWhisper =
      "{\"text\": \"hi\", \"segments\": [{\"start\": 0, \"end\": 1, \"text\": \"hi\"}]}";
  for (const char* format : {"deepgram", "gecko", "inspect", "chat", "tei", "eaf"}) {
    CAPTURE(format);
    const Reading read = read_text(kWhisper, true, format);
    CHECK_FALSE(read.ok);
  }
  CHECK(read_text("@Begin\n@End\n", true, "chat").ok);
  CHECK(read_text("", true, "interview").ok);
}

TEST_CASE("a list of who said what is read whatever its place") {
  const Reading reading = read_text(
      "{\"meeting\": {\"title\": \"Tides\", \"entries\": [\n{\"speaker_id\": 7, \"speaker_name\": \"Ines\", "
      "\"begin\": 1.5, "
      "\"until\": 2, \"sentence\": \"High water.\"},\n{\"speaker_name\": \"Otto\", \"begin\": \"0:02\", "
      "\"sentence\": "
      "\"Low water.\"}]}}");
  REQUIRE(reading.ok);
  CHECK(reading.transcript.report.format == "json");
  CHECK(reading.transcript.title == "Tides");
  CHECK(reading.lines() == "Ines 1500-2000: High water.\nOtto 2000-2800~: Low water.\n");
}

TEST_CASE("a list of words with times is read as well, and JSON lines of them") {
  const Reading reading = read_text(
      "{\"result\": [{\"conf\": 1, \"start\": 0.5, \"end\": 0.75, \"word\": \"low\"}], \"text\": \"low\"}\n"
      "{\"result\": [{\"conf\": 0.5, \"start\": 1, \"end\": 1.5, \"word\": \"tide\"}], \"text\": "
      "\"tide\"}\n");
  REQUIRE(reading.ok);
  CHECK(reading.lines() == "- 500-1500: low tide\n");
  CHECK(reading.words() == "low@500-750 tide@1000-1500");
}

TEST_CASE("an object a line is a list as well, and nobody is named None") {
  const Reading read = read_text(
      "{\"who\": \"Ilse\", \"timestamp\": [0, 1.5], \"message\": \"Open it.\"}\n"
      "{\"who\": \"None\", \"timestamp\": [2, 3], \"message\": \"A door.\"}\n"
      "{\"who\": \"Otto\", \"timestamp\": [4, 5], \"message\": \"Not yet.\"}\n");
  CHECK(read.transcript.report.format == "json");
  CHECK(read.lines() == "Ilse 0-1500: Open it.\n- 2000-3000: A door.\nOtto 4000-5000: Not yet.\n");
  CHECK(read.transcript.turns[1].line == 2);
}

TEST_CASE("a transcript that is one text in JSON is read as that text") {
  const Reading talk = read_text(
      "{\"id\": 3, \"data\": {\"transcript\": \"Ann: Who is it?\\r\\nBen: Me.\\r\\nAnn: Come in.\"}}");
  CHECK(talk.transcript.report.format == "json");
  CHECK(talk.lines() == "Ann: Who is it?\nBen: Me.\nAnn: Come in.\n");
  CHECK(read_text("{\"text\": \"A pear. It was green.\"}").lines() == "-: A pear. It was green.\n");
  CHECK_FALSE(read_text("{\"transcript\": \"data/one.json\"}").ok);
  CHECK_FALSE(read_text("{\"error\": {\"message\": \"not found at all\"}}").ok);
}

TEST_CASE("a list whose times are milliseconds") {
  const Reading reading = read_text(
      "{\"lines\": [{\"who\": \"Ada\", \"start\": 1500, \"end\": 4000, \"text\": \"How deep is it?\"}, "
      "{\"who\": \"Ben\", \"start\": 4250, \"end\": 9000, \"text\": \"Nobody knows.\"}]}");
  REQUIRE(reading.ok);
  CHECK(reading.lines() == "Ada 1500-4000: How deep is it?\nBen 4250-9000: Nobody knows.\n");
}

TEST_CASE("whisper: words beside the segments find their places") {
  const Reading reading =
      read_text(R"({"text": "Up. Down.", "words": [{"word": "Up", "start": 0.1, "end": 0.4},
    {"word": "Down", "start": 4.1, "end": 4.4}], "segments": [{"id": 0, "start": 0.0, "end": 1.0, "text": " Up."},
    {"id": 1, "start": 4.0, "end": 5.0, "text": " Down."}], "language": "english"})");
  REQUIRE(reading.ok);
  CHECK(reading.transcript.report.format == "whisper");
  CHECK(reading.lines() == "- 0-1000: Up.\n- 4000-5000: Down.\n");
  CHECK(reading.words() == "Up@100-400 Down@4100-4400");
}

TEST_CASE("podcast: segments of one speaker join") {
  const Reading reading = read_text(R"({"version": "1.0.0", "segments": [
    {"speaker": "Ada", "startTime": 0.5, "endTime": 1.25, "body": "Is it"},
    {"speaker": "Ada", "startTime": 1.25, "endTime": 2, "body": "raining?"},
    {"speaker": "Ben", "startTime": 2.1, "endTime": 3, "body": "It is."},
    {"startTime": 3, "endTime": 4, "body": "[thunder]"}]
})");
  REQUIRE(reading.ok);
  CHECK(reading.transcript.report.format == "podcast");
  CHECK(reading.lines() == "Ada 500-2000: Is it raining?\nBen 2100-3000: It is.\n- 3000-4000: [thunder]\n");
  CHECK(reading.transcript.turns[1].line == 4);
}

TEST_CASE("whisper: words stand in the segment's text") {
  const Reading reading = read_text(R"({"text": " Come in. Sit down.", "segments": [
    {"id": 0, "seek": 0, "start": 0.0, "end": 1.0, "text": " Come in.", "words": [
      {"word": " Come", "start": 0.1, "end": 0.4, "probability": 0.9},
      {"word": " in.", "start": 0.4, "end": 0.9, "probability": NaN}]},
    {"id": 1, "seek": 0, "start": 4.5, "end": 5.0, "text": " Sit down."}], "language": "en"})");
  REQUIRE(reading.ok);
  CHECK(reading.transcript.report.format == "whisper");
  CHECK(reading.transcript.language == "en");
  CHECK(reading.lines() == "- 0-1000: Come in.\n- 4500-5000: Sit down.\n");
  CHECK(reading.words() == "Come@100-400 in.@400-900");
}

TEST_CASE("whisperx: a segment without a speaker is cut where its words' speaker changes") {
  const Reading reading =
      read_text(R"({"segments": [{"start": 0, "end": 3, "text": "Ready? Yes. Go.", "words": [
    {"word": "Ready?", "start": 0, "end": 0.5, "score": 0.8, "speaker": "SPEAKER_01"},
    {"word": "Yes.", "start": 0.75, "end": 1, "score": 0.8, "speaker": "SPEAKER_00"},
    {"word": "Go.", "start": 2, "end": 2.5, "score": 0.8, "speaker": "SPEAKER_01"}]}], "word_segments": []})");
  REQUIRE(reading.ok);
  CHECK(reading.transcript.report.format == "whisperx");
  CHECK(reading.lines() == "Speaker 2 0-500: Ready?\nSpeaker 1 750-1000: Yes.\nSpeaker 2 2000-3000: Go.\n");
  CHECK(reading.transcript.speakers[0].aliases == std::vector<std::string>{"SPEAKER_01"});
}

TEST_CASE("whisper.cpp: tokens make words") {
  const Reading reading = read_text(R"({"result": {"language": "de"}, "transcription": [
    {"timestamps": {"from": "00:00:01,000", "to": "00:00:02,500"}, "offsets": {"from": 1000, "to": 2500},
     "text": " Guten Morgen", "tokens": [
       {"text": "[_BEG_]", "offsets": {"from": 1000, "to": 1000}, "p": 0.9},
       {"text": " Gut", "offsets": {"from": 1000, "to": 1200}, "p": 0.9},
       {"text": "en", "offsets": {"from": 1200, "to": 1500}, "p": 0.5},
       {"text": " Morgen", "offsets": {"from": 1600, "to": 2500}, "p": 0.8}]}]})");
  REQUIRE(reading.ok);
  CHECK(reading.transcript.report.format == "whispercpp");
  CHECK(reading.lines() == "- 1000-2500: Guten Morgen\n");
  CHECK(reading.words() == "Guten@1000-1500 Morgen@1600-2500");
}

TEST_CASE("times that run backwards are estimated and reported") {
  const Reading reading = read_text(R"({"segments": [
    {"speaker": "Ada", "startTime": 5, "endTime": 4, "body": "One two."},
    {"speaker": "Ben", "startTime": 6, "endTime": 7, "body": "Three."}]})");
  REQUIRE(reading.ok);
  CHECK(reading.lines() == "Ada 5000-6000~: One two.\nBen 6000-7000: Three.\n");
  REQUIRE(reading.transcript.report.entries.size() == 1);
  CHECK(reading.transcript.report.entries[0].code == "time-repaired");
  CHECK(reading.transcript.report.entries[0].line == 2);
}

TEST_CASE("inspect: what was written is read again") {
  const Reading first =
      read_text(R"({"segments": [{"start": 0, "end": 3, "text": "Ready? Yes, \"so\" \u00e9.", "words": [
    {"word": "Ready?", "start": 0, "end": 0.5, "score": 0.8123, "speaker": "SPEAKER_01"},
    {"word": "Yes,", "start": 0.75, "end": 1, "score": 0.8, "speaker": "SPEAKER_00"}]},
    {"start": 9, "end": 8, "text": "Later.", "speaker": "Ada"}], "word_segments": [], "language": "en"})");
  REQUIRE(first.ok);
  const std::string written = write_inspect(first.transcript, analyse(first.transcript));
  const Reading second = read_text(written);
  REQUIRE(second.ok);
  CHECK(second.transcript.report.format == "inspect");
  CHECK(second.transcript.report.confidence == 1);
  CHECK(second.transcript.text == "Ready?\nYes, \"so\" é.\nLater.");
  Transcript again = second.transcript;
  again.report = first.transcript.report;
  CHECK(write_inspect(again, analyse(again)) == written);
}

TEST_CASE("inspect: sections, roles and aliases come back") {
  const char* written =
      R"({"schema": 1, "source": {"format": "interview"}, "title": "Bread", "language": null,
    "speakers": [{"id": 0, "name": "Mara Lind", "aliases": ["Lind", "ML"], "role": "interviewee"}],
    "turns": [{"id": 0, "speaker": null, "section": null, "line": 1, "start_ms": null, "end_ms": null, "text": "Before."},
      {"id": 1, "speaker": 0, "section": 1, "line": 5, "start_ms": 10, "end_ms": 20, "end_estimated": true, "text": "A\nb"},
      {"id": 2, "speaker": 0, "section": null, "line": 9, "start_ms": null, "end_ms": null, "text": "After."}],
    "sections": [{"id": 0, "title": "One", "kind": "heading", "level": 1, "parent": null, "line": 3, "first_turn": 1, "last_turn": 1},
      {"id": 1, "title": "Two", "kind": "chapter", "level": 2, "parent": 0, "line": 4, "first_turn": 1, "last_turn": 1},
      {"id": 2, "title": "found", "kind": "derived", "level": 1, "parent": null, "line": 0, "first_turn": 0, "last_turn": 2}],
    "report": [{"line": 2, "level": "loss", "code": "x", "message": "y"}]})";
  const Reading reading = read_text(written);
  REQUIRE(reading.ok);
  const Transcript& transcript = reading.transcript;
  CHECK(transcript.title == "Bread");
  REQUIRE(transcript.speakers.size() == 1);
  CHECK(transcript.speakers[0].aliases == std::vector<std::string>{"Lind", "ML"});
  CHECK(transcript.speakers[0].role == Role::interviewee);
  REQUIRE(transcript.turns.size() == 3);
  CHECK(transcript.turns[0].section == kNone);
  CHECK(transcript.turns[1].section == 1);
  CHECK(transcript.turns[1].line == 5);
  CHECK(transcript.turns[1].end_source == TimeSource::estimated);
  CHECK(transcript.text_of(transcript.turns[1]) == "A\nb");
  CHECK(transcript.turns[2].section == kNone);
  REQUIRE(transcript.sections.size() == 2);
  CHECK(transcript.sections[1].parent == 0);
  CHECK(transcript.sections[1].kind == SectionKind::chapter);
  CHECK(transcript.sections[1].last_turn == 1);
  REQUIRE(transcript.report.entries.size() == 1);
  CHECK(transcript.report.entries[0].level == ReportLevel::loss);
}

TEST_CASE("words without segments tell the line of their turn") {
  const Reading reading = read_text(R"({"results": [
    {"type": "word", "start_time": 0, "end_time": 1, "alternatives": [{"content": "One", "speaker": "S1"}]},
    {"type": "word", "start_time": 1, "end_time": 2, "alternatives": [{"content": "two", "speaker": "S1"}]},

    {"type": "word", "start_time": 9, "end_time": 10, "alternatives": [{"content": "Three", "speaker": "S2"}]}]})");
  REQUIRE(reading.transcript.report.format == "speechmatics");
  REQUIRE(reading.transcript.turns.size() == 2);
  CHECK(reading.transcript.turns[0].line == 2);
  CHECK(reading.transcript.turns[1].line == 5);
}

TEST_CASE("inspect: ends before starts are forgotten, line ends are LF, NUL is U+FFFD") {
  const Reading reading =
      read_text(R"({"schema": 1, "source": {"format": "x"}, "speakers": [{"id": 0, "name": "Ann"}],
    "turns": [{"id": 0, "speaker": 0, "line": 7, "start_ms": 5000, "end_ms": 3000, "text": "a\r\nb\u0000c"}]})");
  REQUIRE(reading.transcript.turns.size() == 1);
  CHECK(reading.transcript.turns[0].end_ms == kNoTime);
  CHECK(reading.transcript.text_of(reading.transcript.turns[0]) == "a\nb\uFFFDc");
  REQUIRE(reading.transcript.report.entries.size() == 1);
  CHECK(reading.transcript.report.entries[0].code == "time-repaired");
  CHECK(reading.transcript.report.entries[0].line == 7);
}

TEST_CASE("inspect: marks come back, and a role that was found is found again, not told") {
  const Reading chat = read_text(
      "@UTF8\n@Begin\n@Participants:\tINV Ada Investigator, PAR Ben Participant\n"
      "*INV:\twhat was it like +/.\n*PAR:\t+< cold xxx .\n*INV:\txxx .\n@End\n");
  REQUIRE(chat.ok);
  REQUIRE(chat.transcript.turns.size() == 3);
  const Reading told = read_text(write_inspect(chat.transcript, analyse(chat.transcript)));
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(chat.transcript.turns[i].marks != 0);
    CHECK(told.transcript.turns[i].marks == chat.transcript.turns[i].marks);
  }
  for (std::size_t i = 0; i < 2; ++i)
    CHECK(told.transcript.speakers[i].role == chat.transcript.speakers[i].role);

  std::string talk;
  for (int i = 0; i < 4; ++i)
    talk += "Ada: Where did you go then?\n\nBen: Down to the river, where the mill had stood for long.\n\n";
  const Reading plain = read_text(talk);
  const Analysis found = analyse(plain.transcript);
  REQUIRE(found.roles == std::vector<Role>{Role::interviewer, Role::interviewee});
  const Reading again = read_text(write_inspect(plain.transcript, found));
  CHECK(again.transcript.speakers[0].role == Role::unknown);
  CHECK(analyse(again.transcript).roles == found.roles);
}

}  // namespace visavis
