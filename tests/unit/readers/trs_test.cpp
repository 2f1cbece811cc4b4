#include <doctest/doctest.h>

#include "support/reading.h"

using namespace visavis;
using namespace visavis::test;

namespace {

const char* const kFile =
    "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!DOCTYPE Trans SYSTEM \"trans-14.dtd\">\n"
    "<Trans xml:lang=\"fr\"><Topics><Topic id=\"to1\" desc=\"Le march\xE9\"/></Topics>\n"
    "<Speakers><Speaker id=\"s1\" name=\"Lise\"/><Speaker id=\"s2\" name=\"Paul\"/></Speakers>\n"
    "<Episode program=\"Voisins\">\n<Section type=\"report\" topic=\"to1\" startTime=\"0\" endTime=\"9\">\n"
    "<Turn speaker=\"s1\" startTime=\"0\" endTime=\"6.5\">\n<Sync time=\"0\"/>\n\n<Sync "
    "time=\"1.2\"/>\nbonjour\n"
    "<Event desc=\"rire\" type=\"noise\" extent=\"instantaneous\"/>\n<Sync time=\"5.0005\"/>\n\xE7"
    "a va ?\n</Turn>\n"
    "<Turn speaker=\"s2 s1\" startTime=\"6.5\" endTime=\"9\">\n<Sync time=\"6.5\"/>\n<Who nb=\"1\"/>\noui\n"
    "<Who nb=\"2\"/>\nnon\n</Turn>\n</Section>\n"
    "<Section type=\"nontrans\" startTime=\"9\" endTime=\"10\"><Turn startTime=\"9\" endTime=\"10\"><Sync "
    "time=\"9\"/>"
    "musique</Turn></Section>\n</Episode></Trans>\n";

}  // namespace

TEST_CASE("Transcriber: topics are sections, turns stay whole, overlaps stay overlaps") {
  const Transcript t = reading(kFile);
  CHECK(t.report.format == "trs");
  CHECK(t.report.encoding == "windows-1252");
  CHECK(t.title == "Voisins");
  CHECK(t.language == "fr");
  REQUIRE(t.turns.size() == 4);
  CHECK(told(t, 0) ==
        "Lise 0-6500 bonjour \xC3\xA7"
        "a va ?");
  CHECK(t.turns[0].line == 11);
  CHECK(told(t, 1) == "Paul 6500-9000 oui");
  CHECK(told(t, 2) == "Lise 6500-9000 non");
  CHECK((t.turns[1].marks & t.turns[2].marks & kMarkOverlap) != 0);
  CHECK(told(t, 3) == "- 9000-10000 musique");
  REQUIRE(t.sections.size() == 1);
  CHECK(t.sections[0].title == "Le march\xC3\xA9");
  CHECK(t.sections[0].kind == SectionKind::chapter);
  CHECK(t.sections[0].last_turn == 2);
  CHECK(t.turns[3].section == kNone);
  CHECK(reported(t, "left-out") == 1);
}

TEST_CASE("Transcriber: unjoined, every segment is a turn") {
  const Transcript t = reading(kFile, false);
  REQUIRE(t.turns.size() == 6);
  CHECK(told(t, 0) == "Lise 0-1200 ");
  CHECK(told(t, 1) == "Lise 1200-5001 bonjour");
  CHECK(told(t, 2) ==
        "Lise 5001-6500 \xC3\xA7"
        "a va ?");
}

TEST_CASE("Transcriber, EXMARaLDA, TEI: an end before its start is none, and the report says so") {
  const std::string trs =
      "<?xml version=\"1.0\"?><Trans><Speakers><Speaker id=\"a\" name=\"Ann\"/><Speaker id=\"b\" "
      "name=\"Ben\"/>"
      "</Speakers><Episode><Section type=\"report\"><Turn speaker=\"a\" startTime=\"5\" endTime=\"3\"><Sync "
      "time=\"5\"/>far</Turn><Turn speaker=\"b\" startTime=\"6\" endTime=\"8\"><Sync time=\"6\"/>near</Turn>"
      "</Section></Episode></Trans>";
  const std::string exb =
      "<?xml version=\"1.0\"?><basic-transcription><head><speakertable><speaker id=\"a\"><abbreviation>Ann"
      "</abbreviation></speaker><speaker id=\"b\"><abbreviation>Ben</abbreviation></speaker></speakertable>"
      "</head><basic-body><common-timeline><tli id=\"T0\" time=\"5\"/><tli id=\"T1\" time=\"3\"/><tli "
      "id=\"T2\" time=\"6\"/><tli id=\"T3\" time=\"8\"/></common-timeline><tier id=\"A\" speaker=\"a\" "
      "category=\"v\" type=\"t\"><event start=\"T0\" end=\"T1\">far</event></tier><tier id=\"B\" "
      "speaker=\"b\" "
      "category=\"v\" type=\"t\"><event start=\"T2\" end=\"T3\">near</event></tier></basic-body>"
      "</basic-transcription>";
  const std::string tei =
      "<?xml version=\"1.0\"?><TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><timeline unit=\"s\" "
      "origin=\"#T0\"><when xml:id=\"T0\" absolute=\"00:00:00\"/><when xml:id=\"T1\" interval=\"5\" "
      "since=\"#T0\"/><when xml:id=\"T2\" interval=\"3\" since=\"#T0\"/><when xml:id=\"T3\" interval=\"6\" "
      "since=\"#T0\"/><when xml:id=\"T4\" interval=\"8\" since=\"#T0\"/></timeline><body><u who=\"#Ann\" "
      "start=\"#T1\" end=\"#T2\">far</u><u who=\"#Ben\" start=\"#T3\" "
      "end=\"#T4\">near</u></body></text></TEI>";
  for (const std::string& file : {trs, exb, tei}) {
    const Transcript t = reading(file);
    CAPTURE(t.report.format);
    CHECK(told(t, 0) == "Ann 5000-~6000 far");
    CHECK(told(t, 1) == "Ben 6000-8000 near");
    REQUIRE(t.report.entries.size() >= 1);
    CHECK(t.report.entries.back().code == "time-repaired");
  }
}
