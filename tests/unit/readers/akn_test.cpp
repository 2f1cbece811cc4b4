#include <doctest/doctest.h>

#include "support/reading.h"

using namespace visavis;
using namespace visavis::test;

namespace {

std::string debate(const std::string& body, const std::string& references = {}) {
  return "<?xml version=\"1.0\"?>\n<akomaNtoso "
         "xmlns=\"http://docs.oasis-open.org/legaldocml/akn-core/v1.0/\"><debate "
         "name=\"hansard\"><meta><identification><FRBRExpression><FRBRlanguage "
         "language=\"en\"/></FRBRExpression>"
         "</identification><references>" +
         references +
         "</references></meta><preface><p><docTitle>The  weir</docTitle></p></preface><debateBody>" + body +
         "</debateBody></debate></akomaNtoso>";
}

}  // namespace

TEST_CASE("Akoma Ntoso: speeches, who holds them, sections and narration") {
  const Transcript t = reading(debate(
      "<debateSection><num>1</num><heading>Water</heading>\n<narrative>The House met.</narrative><speech "
      "by=\"#moe\"><from>Mrs Moe:</from><p>Who keeps <i>it</i>?</p><p>I "
      "ask.</p></speech><debateSection><heading>Weirs"
      "</heading><speech by=\"#lie\"><from>The Minister (P. Lie)</from><p>We "
      "do.<eol/><remark>[laughter]</remark></p>"
      "<ul><li>One.</li><li>Two.</li></ul></speech></debateSection></debateSection><adjournment><p>The House "
      "rose.</p></adjournment>",
      "<TLCPerson eId=\"moe\" showAs=\"Ida Moe\"/><TLCPerson id=\"lie\" showAs=\"Per Lie\"/>"));
  CHECK(t.report.format == "akn");
  CHECK(t.title == "The weir");
  CHECK(t.language == "en");
  REQUIRE(t.turns.size() == 4);
  CHECK(told(t, 0) == "- ?-? The House met.");
  CHECK(told(t, 1) == "Ida Moe ?-? Who keeps it?\nI ask.");
  CHECK(told(t, 2) == "Per Lie ?-? We do.\n[laughter]\nOne.\nTwo.");
  CHECK(told(t, 3) == "- ?-? The House rose.");
  CHECK(t.turns[1].line == 3);
  REQUIRE(t.sections.size() == 2);
  CHECK(t.sections[0].title == "1 Water");
  CHECK(t.sections[1].title == "Weirs");
  CHECK(t.sections[1].parent == 0);
  CHECK(t.turns[3].section == kNone);
  CHECK(t.speakers[1].aliases == std::vector<std::string>{"The Minister (P. Lie)"});
}

TEST_CASE("Akoma Ntoso: without references the printed name counts; questions and answers; notes are told") {
  const Transcript t = reading(
      debate("<questions><question by=\"#a1\" to=\"#b\"><from>Hon. A. B.—</from><p>When?</p></question>"
             "<answer by=\"#b\"><p>Soon<authorialNote><p>In May.</p></authorialNote>.</p></answer>"
             "<question by=\"#a1\"><from>Hon. A. B. </from><p>How?</p></question></questions>"));
  REQUIRE(t.turns.size() == 3);
  CHECK(told(t, 0) == "Hon. A. B. ?-? When?");
  CHECK(told(t, 1) == "b ?-? Soon.");
  CHECK(told(t, 2) == "Hon. A. B. ?-? How?");
  CHECK(t.speakers.size() == 2);
  CHECK(reported(t, "left-out") == 1);
}

TEST_CASE("Akoma Ntoso: the clock on the wall counts from the first speech") {
  const Transcript t = reading(debate(
      "<speech startTime=\"2019-05-03T10:00:00+02:00\" endTime=\"2019-05-03T10:00:05+02:00\"><from>A</from>"
      "<p>One.</p></speech><speech "
      "startTime=\"2019-05-03T10:00:08+02:00\"><from>B</from><p>Two.</p></speech>"));
  REQUIRE(t.turns.size() == 2);
  CHECK(told(t, 0).starts_with("A ~0-~5000"));
  CHECK(told(t, 1).starts_with("B ~8000-"));
}

TEST_CASE("Akoma Ntoso: an act holds no speeches and is refused; a debate may break off") {
  CHECK(reading("<akomaNtoso><act><body><section><p>Law.</p></section></body></act></akomaNtoso>").title ==
        "unsupported:1");
  const std::string whole =
      debate("<speech><from>A</from><p>One.</p></speech><speech><from>B</from><p>Two.</p></speech>");
  const Transcript t = reading(whole.substr(0, whole.find("Two.") + 2));
  CHECK(t.turns.size() == 2);
  CHECK(reported(t, "xml-broken") == 1);
}

TEST_CASE("who speaks when without words is refused, with what to do") {
  for (const char* text :
       {"SPEAKER talk 1 0.00 2.30 <NA> <NA> spk0 <NA> <NA>\nSPEAKER talk 1 2.40 1.10 <NA> <NA> spk1 <NA> "
        "<NA>\nSPEAKER talk "
        "1 3.60 1.10 <NA> <NA> spk0 <NA> <NA>\n",
        "0.00\t2.30\tSPEAKER_00\n2.40\t3.50\tSPEAKER_00\n3.60\t4.70\tSPEAKER_01\n",
        "start=0.2s stop=1.5s speaker_0\nstart=1.8s stop=3.9s speaker_0\nstart=4.2s stop=5.7s speaker_1\n",
        "[ 00:00:00.497 -->  00:00:09.779] A SPEAKER_01\n[ 00:00:09.999 -->  00:00:11.000] B SPEAKER_01\n[ "
        "00:00:12.000 --> "
        " 00:00:13.000] C SPEAKER_00\n",
        "0:00 - 0:02 B\n0:03 - 0:05 B\n0:06 - 0:07 A\n"}) {
    CAPTURE(text);
    const Reading read = test::read_text(text);
    CHECK_FALSE(read.ok);
    CHECK(read.error.code == ErrorCode::unsupported);
    CHECK(english(read.error.message).find("no words") != std::string::npos);
  }
  // With words it is a transcript, in labels of an audio editor too.
  CHECK(test::read_text("0.00\t2.30\tis it so\n2.40\t3.50\tno\n3.60\t4.70\tno it is not\n").ok);
  CHECK(test::read_text("0:00 A: Yes.\n0:03 B: No.\n0:06 A: Yes.\n").ok);
}
