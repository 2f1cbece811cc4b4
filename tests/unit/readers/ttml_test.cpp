#include <doctest/doctest.h>

#include "readers/captions/ttml_time.h"
#include "support/reading.h"

using namespace visavis;
using namespace visavis::test;

namespace {

std::int64_t ms_of(TtmlClock& clock, std::string_view text) {
  std::int64_t ms = kNoTime;
  return clock.parse(text, ms) == TtmlClock::Kind::none ? kNoTime : ms;
}

const char* const kHead =
    "<?xml version=\"1.0\"?>\n<tt xmlns=\"http://www.w3.org/ns/ttml\" "
    "xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\" "
    "xml:lang=\"en\"><head><metadata><ttm:title>Bees</ttm:title>"
    "<ttm:agent xml:id=\"a\" type=\"person\"><ttm:name type=\"full\">Ana Ruiz</ttm:name>"
    "<ttm:name type=\"alias\">Ana</ttm:name></ttm:agent></metadata></head>\n";

Transcript in_body(const std::string& body, bool join = false) {
  return reading(kHead + body + "</tt>", join);
}

}  // namespace

TEST_CASE("TTML time expressions") {
  TtmlClock clock;
  CHECK(ms_of(clock, "00:00:01.5") == 1500);
  CHECK(ms_of(clock, "01:02:03,25") == 3723250);
  CHECK(ms_of(clock, "100:00:00") == 360000000);
  CHECK(ms_of(clock, "1.5s") == 1500);
  CHECK(ms_of(clock, "250ms") == 250);
  CHECK(ms_of(clock, "2m") == 120000);
  CHECK(ms_of(clock, "0.5h") == 1800000);
  CHECK(ms_of(clock, "45f") == 1500);
  CHECK(ms_of(clock, "00:00:10:15") == 10500);
  CHECK(ms_of(clock, "7") == 7000);
  for (const char* bad :
       {"", "x", "1:2", "00:61:00", "00:00:99", "12q", "00:00:01.5s", ":", "wallclock(25:00:01)",
        "wallclock(2024-02-30)", "wallclock(1:", "wallclock(20a4-01T10:00)"})
    CHECK(ms_of(clock, bad) == kNoTime);
  CHECK(ms_of(clock, "wallclock(09:30)") == 34'200'000);
  CHECK(ms_of(clock, "wallclock( 2024-02-29T23:59:59.5 )") == 86'399'500);
  CHECK(ms_of(clock, "wallclock(\"2024-03-01T00:00:01Z\")") == 86'401'000);
  clock.tick_rate = 10'000'000;
  CHECK(ms_of(clock, "1374000000t") == 137400);
  clock.frame_rate = clock.nominal_frame_rate = 30;
  clock.frame_rate *= 1000.0 / 1001;
  CHECK(ms_of(clock, "30f") == 1001);
  clock.smpte = true;
  clock.dropped_frames_a_minute = 2;
  CHECK(ms_of(clock, "00:10:00:00") == 600000 - 1);  // 17982 frames: drop-frame time keeps the clock's pace
  CHECK(ms_of(clock, "00:01:00:02") == 60060);
}

TEST_CASE("TTML paragraphs become turns of their agents") {
  const Transcript t = in_body(
      "<body ttm:agent=\"a\"><div>\n<p begin=\"1s\" end=\"2s\">How   are\n the <span>bees</span>?</p>"
      "<p begin=\"2.5s\" dur=\"1s\" ttm:agent=\"b\">Fine,<br/>thanks.</p><p begin=\"9s\" "
      "end=\"9.5s\"/></div></body>",
      true);
  CHECK(t.report.format == "ttml");
  CHECK(t.title == "Bees");
  CHECK(t.language == "en");
  REQUIRE(t.turns.size() == 2);
  CHECK(told(t, 0) == "Ana Ruiz 1000-2000 How are the bees?");
  CHECK(told(t, 1) == "b 2500-3500 Fine, thanks.");
  CHECK(t.speakers[0].aliases == std::vector<std::string>{"Ana"});
  CHECK(t.turns[0].line == 4);
}

TEST_CASE("TTML times are relative to what holds them") {
  const Transcript par = in_body(
      "<body begin=\"10s\"><div begin=\"5s\" end=\"20s\"><p begin=\"1s\">one</p><p begin=\"2s\" "
      "end=\"30s\">two</p></div></body>");
  CHECK(told(par, 0) == "- 16000-30000 one");
  CHECK(told(par, 1) == "- 17000-30000 two");
  const Transcript seq = in_body(
      "<body timeContainer=\"seq\"><div begin=\"1s\" timeContainer=\"seq\"><p dur=\"2s\">one</p><p "
      "begin=\"1s\" dur=\"2s\">two</p>"
      "</div><div><p end=\"500ms\">three</p></div></body>");
  CHECK(told(seq, 0) == "- 1000-3000 one");
  CHECK(told(seq, 1) == "- 4000-6000 two");
  CHECK(told(seq, 2) == "- 6000-6500 three");
  const Transcript outside =
      in_body("<body><div end=\"2s\"><p begin=\"3s\" end=\"4s\">late</p></div></body>");
  CHECK(told(outside, 0) == "- 3000-4000 late");
  CHECK(reported(outside, "time-outside") == 1);
}

TEST_CASE("TTML by the wall clock counts from the first midnight; names in the words are speakers") {
  const Transcript t = in_body(
      "<body begin=\"wallclock(2023-12-31T23:00:00)\"><div>"
      "<p begin=\"wallclock(2023-12-31T23:59:58)\" end=\"wallclock(2024-01-01T00:00:01.5)\">ANA RUIZ: Is "
      "it<br/>midnight?</p>"
      "<p begin=\"wallclock(2024-01-01T00:00:02)\" dur=\"2s\">BEN OTT: It is.</p>"
      "<p begin=\"wallclock(2024-01-01T00:00:05)\" dur=\"1s\">ANA RUIZ: Then sing.</p></div></body>",
      true);
  REQUIRE(t.turns.size() == 3);
  CHECK(told(t, 0) == "ANA RUIZ 86398000-86401500 Is it midnight?");
  CHECK(told(t, 1) == "BEN OTT 86402000-86404000 It is.");
  CHECK(told(t, 2) == "ANA RUIZ 86405000-86406000 Then sing.");
  CHECK(reported(t, "speaker-in-text") == 1);
}

TEST_CASE("TTML spans with times are cues or words") {
  const Transcript cues = in_body(
      "<body><div><p begin=\"1s\" end=\"9s\"><span end=\"2s\">first part</span> <span begin=\"2s\">second "
      "part</span></p></div></body>");
  CHECK(told(cues, 0) == "- 1000-3000 first part");
  CHECK(told(cues, 1) == "- 3000-9000 second part");
  const Transcript words = in_body(
      "<body><div><p begin=\"1s\" end=\"3s\"><span begin=\"0s\" end=\"1s\">Good</span> "
      "<span begin=\"1s\" end=\"2s\">morning</span></p></div></body>");
  REQUIRE(words.turns.size() == 1);
  CHECK(told(words, 0) == "- 1000-3000 Good morning");
  REQUIRE(words.words.size() == 2);
  CHECK(slice(words.text, words.words[1].text) == "morning");
  CHECK(words.words[1].start_ms == 2000);
}

TEST_CASE("TTML without times, with ruby, with prefixes, broken") {
  CHECK(told(in_body("<body><div><p>no time</p></div></body>"), 0) == "- ?-? no time");
  const Transcript ruby = reading(
      "<tt:tt xmlns:tt=\"http://www.w3.org/ns/ttml\" "
      "xmlns:tts=\"http://www.w3.org/ns/ttml#styling\"><tt:body><tt:div>"
      "<tt:p begin=\"0s\" end=\"1s\"><tt:span tts:ruby=\"base\">base</tt:span><tt:span "
      "tts:ruby=\"text\">gloss</tt:span>"
      "</tt:p></tt:div></tt:body></tt:tt>",
      false);
  CHECK(told(ruby, 0) == "- 0-1000 base");
  CHECK(reported(ruby, "left-out") == 1);
  const Transcript broken =
      reading(std::string(kHead) + "<body><div>\n<p begin=\"1s\" end=\"2s\">kept</p>\n<p begi", false);
  CHECK(told(broken, 0) == "- 1000-2000 kept");
  CHECK(reported(broken, "xml-broken") == 1);
  CHECK(reading("<?xml version=\"1.0\"?>\n<tt").title == "malformed:2");
}
