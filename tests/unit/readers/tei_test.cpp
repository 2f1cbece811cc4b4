#include <doctest/doctest.h>

#include "support/reading.h"

using namespace visavis;
using namespace visavis::test;

namespace {

const std::string kHead =
    "<?xml version=\"1.0\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" "
    "xml:lang=\"sl\"><teiHeader><fileDesc><titleStmt>"
    "<title xml:lang=\"en\">Talks</title><title "
    "xml:lang=\"sl\">Pogovori</title></titleStmt></fileDesc><profileDesc>"
    "<particDesc><listPerson><person xml:id=\"AK\" role=\"interviewer\"><persName><forename>Ana</forename>"
    "<surname>Kos</surname></persName></person></listPerson></particDesc></profileDesc></teiHeader>\n<text>";

}  // namespace

TEST_CASE("TEI: utterances, persons, headings, notes") {
  const Transcript t =
      reading(kHead +
              "<body><div><head>Otvoritev</head>\n<note>Seja se prične.</note><note "
              "type=\"speaker\">Voditeljica:</note>\n"
              "<u who=\"#AK\"><seg>Dober dan.</seg><seg>Kako ste <gap/>?</seg><note>smeh</note></u>\n"
              "<u who=\"#BZ\">Dobro.</u></div><div><u>Brez imena</u></div></body></text></TEI>");
  CHECK(t.report.format == "tei");
  CHECK(t.title == "Pogovori");
  CHECK(t.language == "sl");
  REQUIRE(t.turns.size() == 4);
  CHECK(told(t, 0) == "- ?-? Seja se prične.");
  CHECK(told(t, 1) == "Ana Kos ?-? Dober dan.\nKako ste ?");
  CHECK((t.turns[1].marks & kMarkInaudible) != 0);
  CHECK(told(t, 2) == "BZ ?-? Dobro.");
  CHECK(told(t, 3) == "- ?-? Brez imena");
  CHECK(t.turns[1].line == 5);
  CHECK(t.speakers[0].aliases == std::vector<std::string>{"AK", "Voditeljica"});
  CHECK(t.speakers[0].role == Role::interviewer);
  REQUIRE(t.sections.size() == 1);
  CHECK(t.sections[0].title == "Otvoritev");
  CHECK(t.sections[0].last_turn == 2);
  CHECK(reported(t, "left-out") == 1);
}

TEST_CASE("TEI: a timeline, blocks around utterances, words and marks as elements") {
  const Transcript t =
      reading(kHead +
                  "<timeline unit=\"s\"><when xml:id=\"T0\" absolute=\"00:00:00\"/><when xml:id=\"T1\" "
                  "interval=\"1.5\" since=\"#T0\"/>"
                  "<when xml:id=\"T2\" interval=\"3\" since=\"#T0\"/></timeline><body><annotationBlock "
                  "who=\"#AK\" start=\"#T1\" end=\"#T2\">"
                  "<u><w>No</w><pc join=\"left\">,</pc>\n  <w join=\"right\">prav</w>\n  "
                  "<pc>!</pc></u><spanGrp><span>x</span></spanGrp>"
                  "</annotationBlock><u who=\"AK\"><anchor synch=\"#T2\"/>ja<anchor "
                  "synch=\"#T2\"/></u></body></text></TEI>",
              false);
  REQUIRE(t.turns.size() == 2);
  CHECK(told(t, 0) == "Ana Kos 1500-3000 No, prav!");
  CHECK(t.turns[1].start_ms == 3000);
}

TEST_CASE("TEI: points of a timeline by interval, by absolute times, after an origin") {
  const auto at = [](const std::string& timeline) {
    const Transcript t = reading(kHead + timeline +
                                     "<body><u start=\"#A\" end=\"#B\">Ja.</u><u start=\"B\" end=\"C\">"
                                     "Ne.</u></body></text></TEI>",
                                 false);
    return t.turns.size() == 2 ? told(t, 0) + " " + told(t, 1) : std::string("not read");
  };
  const std::string wanted = "- 0-1500 Ja. - 1500-90000 Ne.";
  // The origin tells no time; it is named or the first.
  CHECK(at("<timeline><when xml:id=\"A\"/><when xml:id=\"B\" interval=\"1.5\" since=\"A\"/><when "
           "xml:id=\"C\" interval=\"88.5\" since=\"#B\"/></timeline>") == wanted);
  CHECK(at("<timeline origin=\"#A\" unit=\"min\"><when xml:id=\"C\" interval=\"1.5\"/><when xml:id=\"B\" "
           "unit=\"ms\" interval=\"1500\"/><when xml:id=\"A\"/></timeline>") == wanted);
  // Times of day, with a date or from an origin that is named.
  CHECK(
      at("<timeline origin=\"#A\"><when xml:id=\"A\" absolute=\"10:20:30\"/><when xml:id=\"B\" "
         "interval=\"1.5\" unit=\"s\" since=\"#A\"/><when xml:id=\"C\" absolute=\"10:22:00\"/></timeline>") ==
      wanted);
  CHECK(at("<timeline><when xml:id=\"A\" absolute=\"2019-05-03T23:59:00+02:00\"/><when xml:id=\"B\" "
           "absolute=\"2019-05-03T23:59:01.5+02:00\"/><when xml:id=\"C\" "
           "absolute=\"2019-05-04T00:00:30+02:00\"/></timeline>") == wanted);
  // Places in the recording.
  CHECK(at("<timeline><when xml:id=\"A\" absolute=\"0\"/><when xml:id=\"B\" absolute=\"00:00:01.5\"/><when "
           "xml:id=\"C\" absolute=\"90\"/></timeline>") == wanted);
  CHECK(
      at("<timeline unit=\"ms\" interval=\"1500\"><when xml:id=\"A\"/><when xml:id=\"B\"/><when xml:id=\"C\" "
         "interval=\"90000\" since=\"#A\"/></timeline>") == wanted);
  // What is unknown, and points that count from one another.
  CHECK(
      at("<timeline><when xml:id=\"A\"/><when xml:id=\"B\" interval=\"-1\" since=\"#A\"/><when xml:id=\"C\" "
         "interval=\"unknown\"/></timeline>") == "- 0-~400 Ja. - ?-? Ne.");
  CHECK(at("<timeline><when xml:id=\"A\"/><when xml:id=\"B\" interval=\"1\" since=\"#C\"/><when xml:id=\"C\" "
           "interval=\"1\" since=\"#B\"/></timeline>") == "- 0-~400 Ja. - ?-? Ne.");
}

TEST_CASE("TEI: interviews as sp and speaker") {
  const Transcript t = reading(kHead +
                               "<body><sp><speaker>Q.</speaker><p>Who built it?</p></sp><sp who=\"#AK\">"
                               "<speaker>KOS:</speaker><p>We did.</p></sp></body></text></TEI>");
  REQUIRE(t.turns.size() == 2);
  CHECK(told(t, 0) == "Q ?-? Who built it?");
  CHECK(told(t, 1) == "Ana Kos ?-? We did.");
  const Transcript ids = reading(
      "<TEI><text><body><sp who=\"#h\"><speaker>Ms. Hall:</speaker><p>In Leeds<note>Now gone</note>.</p></sp>"
      "<sp who=\"#h\"><p>Yes.</p></sp></body></text></TEI>");
  REQUIRE(ids.turns.size() == 2);
  CHECK(told(ids, 0) == "Ms. Hall ?-? In Leeds.");
  CHECK(told(ids, 1) == "Ms. Hall ?-? Yes.");
  CHECK(ids.speakers[0].aliases == std::vector<std::string>{"h"});
}

TEST_CASE("TEI: ids that are plainly names are shown as such, others as they stand") {
  const auto shown = [](const std::string& id) {
    const Transcript t = reading("<TEI><text><body><u who=\"#" + id + "\">Yes.</u></body></text></TEI>");
    return t.speakers.empty() ? std::string("nobody") : t.speakers[0].name;
  };
  CHECK(shown("NovakEva") == "Novak Eva");
  CHECK(shown("Eva.Novák") == "Eva Novák");
  CHECK(shown("Eva_Novák-Kos") == "Eva Novák-Kos");
  CHECK(shown("McAvoyIan") == "McAvoy Ian");
  CHECK(shown("ŠebestaÁda") == "Šebesta Áda");
  for (const char* id : {"SPK0", "S1", "spk_a", "MOT", "PER.12", "Eva", "eNovak", "Novak.", "A.B"})
    CHECK(shown(id) == id);
  const Transcript t = reading("<TEI><text><body><u who=\"#NovakEva\">Yes.</u></body></text></TEI>");
  CHECK(t.speakers[0].aliases == std::vector<std::string>{"NovakEva"});
}

TEST_CASE("TEI: a file that breaks off keeps its last letter") {
  for (const std::string end : {"dan", "dn\u00E9"}) {
    const Transcript t = reading(kHead + "<body><u who=\"#AK\"><seg>Dober " + end);
    REQUIRE(t.turns.size() == 1);
    CHECK(told(t, 0) == "Ana Kos ?-? Dober " + end);
    CHECK(reported(t, "xml-broken") == 1);
  }
}
