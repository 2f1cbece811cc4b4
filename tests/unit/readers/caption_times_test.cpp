// Times of captions are of reading, not of speech, wherever the captions stand and however often they are
// written and read again.
#include <doctest/doctest.h>

#include "analysis/analysis.h"
#include "support/reading.h"
#include "support/zip.h"
#include "writers/inspect_writer.h"

using namespace visavis;
using test::reading;

namespace {

// With gaps and parts of seconds, so that the times alone do not tell.
const std::string kCues =
    "1\n00:00:00,010 --> 00:00:02,000\nAnn: Is it far?\n\n2\n00:00:02,500 --> 00:00:04,120\nBen: Not far.\n\n"
    "3\n00:00:05,000 --> 00:00:07,300\nAnn: And dry?\n\n4\n00:00:08,100 --> 00:00:09,200\nBen: Dry.\n\n"
    "5\n00:00:10,010 --> 00:00:11,200\nAnn: Good.\n\n6\n00:00:12,010 --> 00:00:13,200\nBen: Come.\n";

FloorTimes times(const Transcript& t) { return analyse(t).floor.times; }

std::string escaped(std::string text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos; at += 2) text.replace(at, 1, "\\n");
  return text;
}

}  // namespace

TEST_CASE("caption times: of captions in an archive, in JSON and in an oral history") {
  CHECK(times(reading(kCues)) == FloorTimes::captions);
  CHECK(times(reading(test::make_zip({{"talk.srt", kCues}}))) == FloorTimes::captions);
  const Transcript json = reading("{\"transcript\": \"" + escaped(kCues) + "\"}");
  REQUIRE(json.turns.size() == 6);
  CHECK(times(json) == FloorTimes::captions);
  std::string vtt = kCues;
  for (std::size_t at = 0; (at = vtt.find(',', at)) != vtt.npos;) vtt[at] = '.';
  for (std::size_t at = 0; (at = vtt.find('>', at)) != vtt.npos; at += 4) vtt.replace(at, 1, "&gt;");
  const Transcript ohms = reading(
      "<?xml version=\"1.0\"?><ROOT "
      "xmlns=\"https://www.weareavp.com/nunncenter/ohms\"><record><title>t</title>"
      "<vtt_transcript>WEBVTT\n\n" +
      vtt + "</vtt_transcript></record></ROOT>");
  REQUIRE(ohms.turns.size() == 6);
  CHECK(times(ohms) == FloorTimes::captions);
}

TEST_CASE("caption times: still so in an inspect object of an inspect object") {
  Transcript t = reading(kCues);
  for (int i = 0; i < 2; ++i) {
    const std::string written = write_inspect(t, analyse(t));
    CHECK(written.find("\"captions\":true") != written.npos);
    t = reading(written);
    REQUIRE(t.report.format == "inspect");
    CHECK(times(t) == FloorTimes::captions);
  }
  // A part of one, as the page sends it, has neither floor nor more of the source than this.
  const char* part =
      R"({"schema":1,"source":{"format":"srt"},"speakers":[{"id":0,"name":"Ann"},{"id":1,"name":"Ben"}],
    "turns":[{"id":0,"speaker":0,"start_ms":10,"end_ms":20,"text":"a"},{"id":1,"speaker":1,"start_ms":30,"end_ms":45,"text":"b"}]})";
  CHECK(times(reading(part)) == FloorTimes::captions);
  const std::string speech = std::string(part).replace(std::string(part).find("srt"), 3, "eaf");
  CHECK(times(reading(speech)) == FloorTimes::measured);
}
