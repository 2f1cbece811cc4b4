// Rules of single readers at their first, last and only case.
#include <doctest/doctest.h>

#include <filesystem>

#include "support/files.h"
#include "support/interview_dump.h"
#include "support/reading.h"
#include "support/zip.h"
#include "writers/inspect_writer.h"

using namespace visavis;
using namespace visavis::test;

TEST_CASE("interview: numbered questions and answers, the last one open") {
  CHECK(dump("Q1: Why bread?\nA1: Why not.\nQ2: Is it hard?\nA2: At four, yes.\nQ3: Who helps?\nA3: Nobody.\n"
             "Q4: And flour?\nA4: From the mill.\nQ5: Which one?\n") ==
        "Q: Why bread?\nA: Why not.\nQ: Is it hard?\nA: At four, yes.\nQ: Who helps?\nA: Nobody.\n"
        "Q: And flour?\nA: From the mill.\nQ: Which one?\n");
}

TEST_CASE("interview: a heading may be closed by its own signs") {
  const char* const talk = "Ana: Where did you learn?\n\nBen: At home.\n\nAna: When?\n\nBen: Early.\n";
  CHECK(dump(std::string("## Part one ##\n\n") + talk).starts_with("## Part one\n"));
  CHECK(dump(std::string("## Part one #\n\n") + talk).starts_with("## Part one\n"));
  CHECK(dump(std::string("## Part C#\n\n") + talk).starts_with("## Part C#\n"));
}

TEST_CASE("interview: a role behind the name, each of them") {
  struct Case {
    const char *word, *role;
  };
  for (const Case& c : {Case{"interviewer", "interviewer"},
                        {"interviewee", "interviewee"},
                        {"moderator", "moderator"},
                        {"participant", "participant"}}) {
    CAPTURE(c.word);
    const Transcript t =
        reading(std::string("Ana (") + c.word + "): Where did you learn?\nBen: At home.\nAna (" + c.word +
                    "): When?\nBen: Early.\n",
                true, "interview");
    REQUIRE(t.speakers.size() == 2);
    CHECK(t.speakers[0].name == "Ana");
    REQUIRE(role_name(t.speakers[0].role));
    CHECK(std::string_view(role_name(t.speakers[0].role)) == c.role);
    CHECK(t.speakers[1].role == Role::unknown);
  }
}

TEST_CASE("ELAN: after a gap, slots without a time lie between those of their own chain") {
  const auto aligned = [](const char* from, const char* to, const char* text) {
    return std::string("<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"") + text + "\" TIME_SLOT_REF1=\"" +
           from + "\" TIME_SLOT_REF2=\"" + to + "\"><ANNOTATION_VALUE>" + text +
           "</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>";
  };
  const Transcript t = reading(
      "<?xml version=\"1.0\"?><ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID=\"t1\" "
      "TIME_VALUE=\"1000\"/>"
      "<TIME_SLOT TIME_SLOT_ID=\"t4\"/><TIME_SLOT TIME_SLOT_ID=\"t2\" TIME_VALUE=\"2000\"/>"
      "<TIME_SLOT TIME_SLOT_ID=\"t3\" TIME_VALUE=\"5000\"/><TIME_SLOT TIME_SLOT_ID=\"t5\" "
      "TIME_VALUE=\"9000\"/>"
      "</TIME_ORDER><TIER TIER_ID=\"Kaya\" LINGUISTIC_TYPE_REF=\"utt\">" +
          aligned("t1", "t2", "one") + aligned("t3", "t4", "two") + aligned("t4", "t5", "three") +
          "</TIER><LINGUISTIC_TYPE LINGUISTIC_TYPE_ID=\"utt\"/></ANNOTATION_DOCUMENT>",
      false);
  REQUIRE(t.turns.size() == 3);
  CHECK(told(t, 0) == "Kaya 1000-2000 one");
  CHECK(told(t, 1) == "Kaya 5000-~7000 two");
  CHECK(told(t, 2) == "Kaya ~7000-9000 three");
}

TEST_CASE("CHAT: a line with two bullets takes the first start and the last end") {
  const auto line = [](const char* words) {
    return told(
        reading(std::string("@UTF8\n@Begin\n@Participants:\tCHI Mia Child\n*CHI:\t") + words + "\n@End\n"),
        0);
  };
  CHECK(line("one \x15"
             "100_2000\x15 two . \x15"
             "2500_4000\x15") == "Mia 100-4000 one two.");
  CHECK(line("one \x15"
             "100_2000\x15 two . \x15"
             "300_900\x15") == "Mia 100-2000 one two.");
  CHECK(line("one . \x15"
             "100_100\x15") == "Mia 100-100 one.");
}

TEST_CASE("Word: outline levels one to nine are headings, the tenth is text") {
  const auto first = [](const char* level) {
    const auto p = [](const std::string& properties, const std::string& text) {
      return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    };
    const Result<Transcript> t =
        read_transcript(make_docx(p(std::string("<w:outlineLvl w:val=\"") + level + "\"/>",
                                    "The nets we mended that winter were all torn.") +
                                  p("", "Mara: Who mends them?") + p("", "Jonas: All of us.") +
                                  p("", "Mara: And why?") + p("", "Jonas: They tear.")));
    REQUIRE(t);
    return t->sections.empty() ? std::string("no heading")
                               : std::to_string(t->sections[0].level) + " " + t->sections[0].title;
  };
  CHECK(first("0") == "1 The nets we mended that winter were all torn.");
  CHECK(first("1") == "2 The nets we mended that winter were all torn.");
  CHECK(first("9") == "no heading");
}

TEST_CASE("a table of dates counts from the first; what is dated before it has no time") {
  const Transcript t = reading(
      "start,speaker,text\n2024-05-01T10:00:05Z,Ana,One\n2024-05-01T10:00:04Z,Ben,Two\n2024-05-01T10:00:07Z,"
      "Ana,Three\n");
  REQUIRE(t.turns.size() == 3);
  for (const Turn& turn : t.turns) CHECK((turn.start_ms == kNoTime || turn.start_ms >= 0));
  CHECK(t.turns[0].start_ms == 0);
  CHECK(t.turns[1].start_ms == kNoTime);
  CHECK(t.turns[2].start_ms == 2000);
}

TEST_CASE("a segment without times has those of its words, whichever ends last") {
  const Transcript t = reading(
      R"({"text": "a b", "language": "en", "segments": [{"id": 0, "text": " a b", "words": [
        {"word": " a", "start": 1.0, "end": 4.0}, {"word": " b", "start": 2.0, "end": 3.0}]}]})");
  REQUIRE(t.turns.size() == 1);
  CHECK(told(t, 0) == "- 1000-4000 a b");
}

TEST_CASE("UTF-16 whose last character lies outside the basic plane") {
  const auto utf16 = [](bool big) {
    std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char32_t unit : {0x48u, 0x69u, 0x20u, 0xD83Cu, 0xDF75u}) {
      const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
      bytes += big ? high : low;
      bytes += big ? low : high;
    }
    return bytes;
  };
  for (const bool big : {false, true}) {
    const Result<DecodedText> text = decode_text(utf16(big));
    REQUIRE(text);
    CHECK(text->text == "Hi \U0001F375");
    CHECK(text->replaced == 0);
    // Half of it, or half a unit, is lost.
    std::string cut = utf16(big);
    cut.resize(cut.size() - 2);
    CHECK(decode_text(cut)->text == "Hi \uFFFD");
    cut.resize(cut.size() - 1);
    CHECK(decode_text(cut)->text == "Hi \uFFFD");
  }
}

TEST_CASE("interview: a time past midnight's hour is no time of day") {
  const auto talk = [](const char* hour) {
    return std::string("[29/11/2026, 23:58:01] Ana: Late.\n[29/11/2026, ") + hour +
           ":59:02] Ben: Very.\n[30/11/2026, 00:10:01] Ana: Good night.\n";
  };
  CHECK(dump(talk("23")) == "~0 Ana: Late.\n~61000 Ben: Very.\n~720000 Ana: Good night.\n");
  CHECK(dump(talk("24")) == "~0 Ana: Late.\nBen: Very.\n~720000 Ana: Good night.\n");
}

TEST_CASE("interview: who speaks once under a sign of his own speaks, in each way to write it") {
  struct Way {
    const char *before, *behind;
  };
  for (const Way& way : {Way{"", " - "}, {"[", "] "}, {"**", "** "}, {"<", "> "}}) {
    const auto line = [&](const char* name, const char* words) {
      return std::string(way.before) + name + way.behind + words + "\n\n";
    };
    CAPTURE(way.behind);
    CHECK(dump(line("Ana", "Where did you learn?") + line("Ben", "At home, early.") +
               line("Ana", "For how long?") + line("Ida Berg", "Nine years.") + line("Ana", "And then?") +
               line("Ben", "Off to the mill.")) ==
          "Ana: Where did you learn?\nBen: At home, early.\nAna: For how long?\nIda Berg: Nine years.\n"
          "Ana: And then?\nBen: Off to the mill.\n");
  }
}

// A view into more bytes, as a browser's buffer is: what follows is not the file's.
TEST_CASE("what stands behind the end of a file is never read") {
  std::size_t compared = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(source_dir() + "/tests/fuzz/seeds")) {
    const std::optional<std::string> whole =
        entry.is_regular_file() ? read_file(entry.path().string()) : std::nullopt;
    if (!whole || whole->size() > 4096) continue;
    CAPTURE(entry.path().string());
    const auto read = [](std::string_view bytes) {
      const Result<Transcript> result = read_transcript(bytes);
      return result ? write_inspect(*result, analyse(*result)) : english(result.error().message);
    };
    // Where a sign would go on or close what is open.
    std::size_t cuts = 0;
    for (std::size_t at = whole->size() - 1; at > 0 && cuts < 8; --at) {
      if (std::string_view("]>):;,.\"'}/-0").find((*whole)[at]) == std::string_view::npos) continue;
      ++cuts, ++compared;
      const std::string copy = whole->substr(0, at);
      if (read(std::string_view(*whole).substr(0, at)) != read(copy)) CHECK(at == 0);
    }
  }
  CHECK(compared > 500);
}

TEST_CASE("front matter: who said what in one pair, with a time beside it or without") {
  const Transcript t = reading(
      "---\ntitle: Bread\ntranscript:\n  - Ada: Welcome to you.\n    start: 1\n  - Ben: Thank you all.\n    "
      "start: "
      "4\n  - Ada: How is it?\n---\n");
  REQUIRE(t.turns.size() == 3);
  CHECK(told(t, 0) == "Ada 1000-~4000 Welcome to you.");
  CHECK(told(t, 1).starts_with("Ben 4000-"));
  CHECK(told(t, 2) == "Ada ?-? How is it?");
}

TEST_CASE("Word: a part in UTF-16 or with other line ends reads as one in UTF-8") {
  const auto p = [](const std::string& text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; };
  const std::string body = p("Mara: Who mends them?") + p("Jonas: All of us.") + p("Mara: And why?");
  const std::string xml =
      "<?xml version=\"1.0\"?>\r\n<w:document "
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" +
      body + "</w:body></w:document>";
  std::string wide = "\xFF\xFE";
  for (const char c : xml) wide += c, wide += '\0';
  for (const std::string& part : {xml, "\xEF\xBB\xBF" + xml, wide}) {
    const Transcript t =
        reading(make_zip({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", part}}));
    REQUIRE(t.turns.size() == 3);
    CHECK(told(t, 1) == "Jonas ?-? All of us.");
  }
}

TEST_CASE("SRT: what follows the times of a cue is no part of them") {
  const Transcript t = reading(
      "1\n00:00:01,000 --> 00:00:04.\nHello there.\n\n2\n00:00:05 --> 00:00:06 : left\nMore.\n", false);
  REQUIRE(t.turns.size() == 2);
  CHECK(told(t, 0) == "- 1000-4000 Hello there.");
  CHECK(told(t, 1) == "- 5000-6000 More.");
}

TEST_CASE("Speechmatics: UU is nobody, also where speakers stand beside the words") {
  const Transcript t = reading(
      R"({"job": {"id": 1, "lang": "en"}, "format": "1.0", "speakers": [
    {"name": "M1", "time": "0.0", "duration": "2.0"}, {"name": "UU", "time": "2.0", "duration": "2.0"}],
    "words": [{"name": "Good", "time": "0.1", "duration": "0.5", "confidence": "0.9"},
      {"name": "day", "time": "0.8", "duration": "0.5", "confidence": "0.9"},
      {"name": "Hm", "time": "2.5", "duration": "0.5", "confidence": "0.9"}]})",
      false, "speechmatics");
  REQUIRE(t.turns.size() == 2);
  CHECK(t.turns[0].speaker != kNone);
  CHECK(t.text_of(t.turns[0]) == "Good day");
  CHECK(t.turns[1].speaker == kNone);
}
