#include <doctest/doctest.h>

#include "support/reading.h"

using namespace visavis;
using namespace visavis::test;

TEST_CASE("EXMARaLDA: events that touch are one text, unplaced points are estimated") {
  const std::string file =
      "<?xml version=\"1.0\" "
      "encoding=\"UTF-8\"?>\n<basic-transcription><head><meta-information><transcription-name>Markt"
      "</transcription-name></meta-information><speakertable><speaker "
      "id=\"S0\"><abbreviation>MAX</abbreviation>"
      "<languages-used><language lang=\"deu\"/></languages-used><ud-speaker-information><ud-information "
      "attribute-name=\"Name\">"
      "Max Wolf</ud-information></ud-speaker-information></speaker><speaker "
      "id=\"S1\"><abbreviation>TOM</abbreviation></speaker>"
      "</speakertable></head><basic-body><common-timeline><tli id=\"T0\" time=\"0.0\"/><tli id=\"T1\"/><tli "
      "id=\"T2\" time=\"2.0\"/>"
      "<tli id=\"T3\" time=\"3.5\"/></common-timeline>\n"
      "<tier id=\"A\" speaker=\"S0\" category=\"v\" type=\"t\" display-name=\"MAX [v]\"><event start=\"T0\" "
      "end=\"T1\">Guten Mor</event>"
      "<event start=\"T1\" end=\"T2\">gen. </event></tier>\n"
      "<tier id=\"B\" speaker=\"S1\" category=\"v\" type=\"t\" display-name=\"TOM [v]\"><event start=\"T1\" "
      "end=\"T3\">Tag.</event></tier>"
      "<tier id=\"C\" speaker=\"S0\" category=\"en\" type=\"a\" display-name=\"MAX [en]\"><event "
      "start=\"T0\" end=\"T2\">Hi</event></tier>"
      "</basic-body></basic-transcription>";
  const Transcript t = reading(file);
  CHECK(t.report.format == "exb");
  CHECK(t.title == "Markt");
  CHECK(t.language == "deu");
  REQUIRE(t.turns.size() == 2);
  CHECK(told(t, 0) == "Max Wolf 0-2000 Guten Morgen.");
  CHECK(told(t, 1) == "TOM ~1000-3500 Tag.");
  CHECK(t.speakers[0].aliases == std::vector<std::string>{"MAX"});
  CHECK(reported(t, "left-out") == 1);
  CHECK(reading(file, false).turns.size() == 3);
}

TEST_CASE("OHMS: syncs give estimated times, index points become chapters") {
  const Transcript t = reading(
      "<?xml version=\"1.0\"?>\n<ROOT xmlns=\"https://www.weareavp.com/nunncenter/ohms\"><record "
      "id=\"1\"><title>Mill work</title>"
      "<interviewee>Ada Brandt</interviewee><interviewer>Cole, Sam</interviewer><language>English</language>"
      "<sync>1:|3(1)|5(1)</sync><index><point><time>0</time><title>Start</title></point><point><time>60</"
      "time>"
      "<title>The mill</title></point></index><transcript>\nCOLE: Where did you begin?\n\nBRANDT: At the "
      "mill, in the spring.\n\n"
      "COLE: And then?\n\nBRANDT: I stayed.\n</transcript></record></ROOT>");
  CHECK(t.report.format == "ohms");
  CHECK(t.title == "Mill work");
  REQUIRE(t.turns.size() == 4);
  CHECK(t.turns[0].line == 3);
  CHECK(t.turns[1].start_source == TimeSource::estimated);
  CHECK(t.turns[0].start_ms == 0);
  CHECK(t.turns[3].line == 9);
  REQUIRE(t.sections.size() == 2);
  CHECK(t.sections[1].title == "The mill");
  CHECK(t.sections[0].kind == SectionKind::chapter);
  REQUIRE(t.speakers.size() == 2);
  CHECK(t.speakers[0].role == Role::interviewer);
  CHECK(t.speakers[1].role == Role::interviewee);
}

TEST_CASE("OHMS: an index alone is shown; XML and captions of no known kind are refused") {
  const Transcript t = reading(
      "<ROOT "
      "xmlns=\"https://www.weareavp.com/nunncenter/ohms\"><record><index><point><time>61</"
      "time><title>Harvest</title>"
      "<synopsis>How hay was made.</synopsis></point></index><transcript/></record></ROOT>");
  REQUIRE(t.turns.size() == 1);
  CHECK(t.turns[0].start_ms == 61000);
  CHECK(t.sections[0].title == "Harvest");
  CHECK(reading("<?xml version=\"1.0\"?>\n<playlist><track/></playlist>").title == "unsupported:1");
  CHECK(reading("{\\rtf1\\ansi hello}").title == "unsupported:1");
  CHECK(reading("Scenarist_SCC V1.0\n\n00:00:01:00\t9420\n").title == "unsupported:1");
}

TEST_CASE("OHMS: a sync may name a line of ten figures, and none of more") {
  const auto timed = [](const std::string& line) {
    const Transcript t =
        reading("<ROOT xmlns=\"https://www.weareavp.com/nunncenter/ohms\"><record><sync>1:|" + line +
                "(1)</sync><transcript>\nCOLE: Where did you begin?\n\nBRANDT: At the "
                "mill.\n</transcript></record></ROOT>");
    REQUIRE(t.turns.size() == 2);
    return t.turns[0].start_ms != kNoTime;
  };
  CHECK(timed("3"));
  CHECK(timed("1000000000"));
  CHECK_FALSE(timed("10000000000"));
  CHECK_FALSE(timed("99999999999999999999"));
}
