#include <doctest/doctest.h>

#include "support/reading.h"

using namespace visavis;
using namespace visavis::test;

namespace {

std::string aligned(const char* id, const char* from, const char* to, const char* text) {
  return std::string("<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"") + id + "\" TIME_SLOT_REF1=\"" +
         from + "\" TIME_SLOT_REF2=\"" + to + "\">\n<ANNOTATION_VALUE>" + text +
         "</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>";
}

std::string reference(const char* id, const char* to, const char* text) {
  return std::string("<ANNOTATION><REF_ANNOTATION ANNOTATION_ID=\"") + id + "\" ANNOTATION_REF=\"" + to +
         "\"><ANNOTATION_VALUE>" + text + "</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>";
}

const std::string kSlots =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ANNOTATION_DOCUMENT FORMAT=\"3.0\"><TIME_ORDER>"
    "<TIME_SLOT TIME_SLOT_ID=\"t1\" TIME_VALUE=\"1000\"/><TIME_SLOT TIME_SLOT_ID=\"t2\"/>"
    "<TIME_SLOT TIME_SLOT_ID=\"t3\"/><TIME_SLOT TIME_SLOT_ID=\"t4\" TIME_VALUE=\"4000\"/>"
    "<TIME_SLOT TIME_SLOT_ID=\"t5\" TIME_VALUE=\"9000\"/></TIME_ORDER>\n";
const std::string kTypes =
    "<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID=\"utt\"/>"
    "<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID=\"tag\" "
    "CONSTRAINTS=\"Symbolic_Association\"/></ANNOTATION_DOCUMENT>";

}  // namespace

TEST_CASE("ELAN: utterances of all tiers in time order, missing slots estimated") {
  const Transcript t = reading(
      kSlots + "<TIER TIER_ID=\"KA\" PARTICIPANT=\"Kaya\" LINGUISTIC_TYPE_REF=\"utt\">" +
          aligned("a1", "t1", "t2", "one") + aligned("a2", "t2", "t3", "two") +
          aligned("a3", "t3", "t4", "three") + "</TIER><TIER TIER_ID=\"Omar\" LINGUISTIC_TYPE_REF=\"utt\">" +
          aligned("a4", "t4", "t5", "and\nI?") +
          "</TIER><TIER TIER_ID=\"KA-gloss\" PARENT_REF=\"KA\" LINGUISTIC_TYPE_REF=\"tag\">" +
          reference("a5", "a1", "uno") + "</TIER><TIER TIER_ID=\"Comments\" LINGUISTIC_TYPE_REF=\"utt\">" +
          aligned("a6", "t1", "t4", "windy") + "</TIER>" + kTypes,
      false);
  CHECK(t.report.format == "eaf");
  REQUIRE(t.turns.size() == 4);
  CHECK(told(t, 0) == "Kaya 1000-~2000 one");
  CHECK(told(t, 1) == "Kaya ~2000-~3000 two");
  CHECK(told(t, 2) == "Kaya ~3000-4000 three");
  CHECK(told(t, 3) == "Omar 4000-9000 and I?");
  CHECK(t.speakers[0].aliases == std::vector<std::string>{"KA"});
  CHECK(reported(t, "left-out") == 2);
  CHECK(reported(t, "time-estimated") == 1);
}

TEST_CASE("ELAN: where the top tier numbers the utterances, the words are below it") {
  const Transcript t =
      reading(kSlots + "<TIER TIER_ID=\"ref\" LINGUISTIC_TYPE_REF=\"utt\">" +
                  aligned("a1", "t1", "t4", "tale_001") + aligned("a2", "t4", "t5", "tale_002") +
                  "</TIER><TIER TIER_ID=\"tx\" PARENT_REF=\"ref\" PARTICIPANT=\"Mina\">" +
                  reference("b1", "a1", "once upon") + reference("b2", "a2", "a time") + "</TIER>" + kTypes,
              false);
  REQUIRE(t.turns.size() == 2);
  CHECK(told(t, 0) == "Mina 1000-4000 once upon");
  CHECK(told(t, 1) == "Mina 4000-9000 a time");
}
