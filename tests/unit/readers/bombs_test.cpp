// Files made to exhaust a reader: what they claim is not believed, and what they really hold ends in an
// answer or a reason. (Of archives see zip_test.cpp, of XML entities xml_document_test.cpp, of JSON's depth
// json_test.cpp.)
#include <doctest/doctest.h>

#include <string>

#include "support/reading.h"
#include "support/zip.h"

namespace {

using namespace visavis;
using test::read_text;
using test::Reading;

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("a line of 100 MB is read or refused") {
  constexpr std::size_t kBytes = sizeof(void*) == 4 ? 10'000'000 : 100'000'000;
  const std::string words = repeated("word ", kBytes / 5);
  for (const std::string& file :
       {"WEBVTT\n\n00:01.000 --> 00:02.000\n" + words, "1\n00:00:01,000 --> 00:00:02,000\n" + words}) {
    const Reading read = read_text(file);
    REQUIRE(read.ok);
    CHECK(read.transcript.turns.size() == 1);
    CHECK(read.transcript.text.size() < kBytes + 100);
  }
  const Reading prose = read_text(words.substr(0, kBytes / 10));
  CHECK(prose.ok);
  CHECK(prose.transcript.speakers.empty());
}

TEST_CASE("a billion entries claimed are not believed") {
  const Reading grid = read_text(
      "File type = \"ooTextFile\"\nObject class = "
      "\"TextGrid\"\n\n0\n9\n<exists>\n1000000000\n\"IntervalTier\"\n"
      "\"Ines\"\n0\n9\n1000000000\n0\n2\n\"oh\"\n");
  REQUIRE(grid.ok);
  CHECK(grid.transcript.turns.size() == 1);
  const Reading spaces =
      read_text(test::make_odt(repeated("<text:p>Ann:<text:s text:c=\"1000000000\"/>Yes.</text:p>", 3)));
  CHECK(spaces.transcript.text.size() < 1'000'000);
  const Reading cells = read_text(test::make_odt(
      "<table:table><table:table-row table:number-rows-repeated=\"1000000000\"><table:table-cell "
      "table:number-columns-repeated=\"1000000000\"><text:p>Ann</text:p></table:table-cell></table:table-row>"
      "</table:table>"));
  CHECK(cells.transcript.text.size() < 1'000'000);
  const Reading hours = read_text("1\n" + std::string(300, '9') + ":00:00,000 --> 00:00:02,000\nx\n");
  CHECK(hours.transcript.text.size() < 1000);
}

TEST_CASE("times past all clocks leave no time undefined") {
  const Reading read = read_text(
      "{\"audio_url\": \"u\", \"acoustic_model\": \"m\", \"text\": \"hi\", \"utterances\": [{\"speaker\": "
      "\"A\", "
      "\"text\": \"hi\", \"start\": 1e300, \"end\": -1e300, \"words\": [{\"text\": \"hi\", \"start\": 9e18, "
      "\"end\": 9e18}]}]}");
  REQUIRE(read.ok);
  CHECK(read.lines() == "Speaker A: hi\n");
  const Reading sequence = read_text(
      "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body timeContainer=\"seq\"><div "
      "timeContainer=\"seq\">" +
      repeated("<p begin=\"1000000000h\" dur=\"1000000000h\">x</p>", 10'000) + "</div></body></tt>");
  CHECK(sequence.ok);
}

TEST_CASE("depth without end is refused or flattened") {
  for (const char* open : {"<TEI><div>", "<html><div>", "[", "{\"a\":", "<html><b><i>"}) {
    CAPTURE(open);
    const Reading read = read_text(
        std::string(open) +
        repeated(std::string_view(open).substr(open[0] == '<' ? 6 - (open[1] == 'T') : 0), 300'000));
    CHECK_FALSE(read.ok);
    CHECK(english(read.error.message).size() > 20);
  }
  CHECK(read_text(repeated("> ", 100'000) + "Ann: hi\n").ok);
  CHECK(read_text("@Begin\n*A:\t" + std::string(100'000, '<') + "a" + std::string(100'000, '>') +
                  " [/] .\n@End\n")
            .ok);
}
