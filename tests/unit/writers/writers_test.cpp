#include "writers/writers.h"

#include <doctest/doctest.h>

#include "model/builder.h"
#include "readers/registry.h"
#include "writers/question_writer.h"
#include "writers/table_writer.h"

using namespace visavis;

namespace {

void add(TranscriptBuilder& builder, std::string_view speaker, std::string_view text,
         std::int64_t start_ms = kNoTime, std::int64_t end_ms = kNoTime) {
  Turn turn;
  builder.append_text(text, turn.text);
  turn.speaker = builder.speaker(speaker);
  turn.start_ms = start_ms;
  turn.end_ms = end_ms;
  turn.start_source = start_ms == kNoTime ? TimeSource::unknown : TimeSource::measured;
  turn.end_source = end_ms == kNoTime ? TimeSource::unknown : TimeSource::measured;
  builder.add_turn(turn);
}

Transcript timed() {
  TranscriptBuilder builder;
  builder.set_title("Bees & <wasps>");
  builder.begin_section("The hive", SectionKind::heading, 1, 1);
  add(builder, "Ida Lund", "How many --> hives,\n\n  \"roughly\"?  \nSay.", 1500, 4000);
  add(builder, "", "(a door)", 4000, 4250);
  builder.begin_section("The <garden>", SectionKind::heading, 2, 2);
  add(builder, "Tom & Co", "Four <b>, I think", 3'600'000, 3'601'001);
  return builder.finish();
}

Written write(const char* name, const Transcript& transcript) {
  const FormatWriter* writer = find_writer(name);
  REQUIRE(writer);
  return writer->write(transcript, analyse(transcript));
}

}  // namespace

TEST_CASE("every promised format has a writer") {
  for (const char* name : {"webvtt", "srt", "inspect", "csv", "markdown", "text", "html"}) {
    CAPTURE(name);
    CHECK(find_writer(name));
    CHECK(!write(name, timed()).bytes.empty());
    CHECK(!write(name, {}).bytes.empty() == (std::string_view(name) != "srt"));
  }
  CHECK(!find_writer("docx"));
}

TEST_CASE("WebVTT: a voice a turn, escaped, no empty line inside a cue") {
  const Written written = write("webvtt", timed());
  CHECK(written.bytes ==
        "WEBVTT\n\n"
        "00:00:01.500 --> 00:00:04.000\n<v Ida Lund>How many --&gt; hives,\n  \"roughly\"?\nSay.\n\n"
        "00:00:04.000 --> 00:00:04.250\n(a door)\n\n"
        "01:00:00.000 --> 01:00:01.001\n<v Tom &amp; Co>Four &lt;b&gt;, I think\n");
  CHECK(written.notes.size() == 2);
}

TEST_CASE("SRT: numbered, a comma before the milliseconds, the name before the words") {
  CHECK(write("srt", timed()).bytes.starts_with("1\n00:00:01,500 --> 00:00:04,000\nIda Lund: How many"));
}

TEST_CASE("SRT: where the names alone would not do, voices stand before them") {
  TranscriptBuilder builder;
  add(builder, "", "Tom Berg: the tape starts late", 0, 1000);
  add(builder, "d'Arc 🍵 / host", "I said <b>two</b> & three;", 1000, 2000);
  add(builder, "", "{\\an8}12 --> 13", 2000, 3000);
  CHECK(write("srt", builder.finish()).bytes ==
        "1\n00:00:00,000 --> 00:00:01,000\n<c>Tom Berg: the tape starts late</c>\n\n"
        "2\n00:00:01,000 --> 00:00:02,000\n<v d'Arc 🍵 / host>d'Arc 🍵 / host: I said &lt;b>two&lt;/b> & "
        "three;\n\n"
        "3\n00:00:02,000 --> 00:00:03,000\n&#123;\\an8}12 --&gt; 13\n");
}

TEST_CASE("words that look like a cue's times, its number or a list stay words") {
  const std::string words = "--> here\n1) one\n12. two\n- three\n-->\n00:00:01,000 --> 00:00:02,000\n7";
  for (const char* name : {"srt", "webvtt", "markdown"}) {
    CAPTURE(name);
    TranscriptBuilder builder;
    add(builder, "Ida Lund", words, 1000, 2000);
    add(builder, "Tom Berg", "1) one", 3000, 4000);
    const std::string bytes = write(name, builder.finish()).bytes;
    ReadOptions unjoined;
    unjoined.join = false;
    const Result<Transcript> again = read_transcript(bytes, unjoined);
    REQUIRE(again);
    CHECK(again->report.format == (std::string_view(name) == "markdown" ? "interview" : name));
    REQUIRE(again->turns.size() == 2);
    CHECK(again->text_of(again->turns[0]) == words);
    CHECK(again->text_of(again->turns[1]) == "1) one");
    CHECK(again->turns[0].start_ms == 1000);
  }
  TranscriptBuilder builder;
  add(builder, "", "--> so", 1000, 2000);
  CHECK(write("srt", builder.finish()).bytes == "1\n00:00:01,000 --> 00:00:02,000\n--&gt; so\n");
}

TEST_CASE("captions stand in the order of their times") {
  TranscriptBuilder builder;
  add(builder, "A", "late", 5000, 6000);
  add(builder, "B", "early", 1000, 2000);
  CHECK(write("webvtt", builder.finish()).bytes ==
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v B>early\n\n00:00:05.000 --> 00:00:06.000\n<v A>late\n");
}

TEST_CASE("CSV: quoted where it must be") {
  CHECK(
      write("csv", timed()).bytes ==
      "section,speaker,start,end,text\r\n"
      "The hive,Ida Lund,00:00:01.500,00:00:04.000,\"How many --> hives,\n\n  \"\"roughly\"\"?  \nSay.\"\r\n"
      "The hive,,00:00:04.000,00:00:04.250,(a door)\r\n"
      "The <garden>,Tom & Co,01:00:00.000,01:00:01.001,\"Four <b>, I think\"\r\n");
}

TEST_CASE("Markdown and text: headings, labels, starts as exact as they are") {
  CHECK(write("markdown", timed()).bytes ==
        "---\nformat: vis-a-vis\ntitle: \"Bees & <wasps>\"\nspeakers:\n  - \"Ida Lund\"\n  - \"Tom & "
        "Co\"\n---\n\n# The hive\n\n"
        "[00:00:01.500] **Ida Lund:** How many --> hives,\n\"roughly\"?\nSay.\n\n"
        "[00:00:04] (a door)\n\n## The <garden>\n\n[01:00:00] **Tom & Co:** Four <b>, I think\n");
  const Written text = write("text", timed());
  CHECK(text.bytes ==
        "Title: Bees & <wasps>\nSpeakers:\n    Ida Lund\n    Tom & Co\n\nThe hive\n========\n\n"
        "[00:00:01.500] Ida Lund: How many --> hives,\n      \"roughly\"?\n    Say.\n\n"
        "    [00:00:04] (a door)\n\nThe <garden>\n------------\n\n[01:00:00] Tom & Co: Four <b>, I think\n");
  CHECK(text.notes.size() == 2);
}

TEST_CASE("HTML: escaped and of its own") {
  const std::string page = write("html", timed()).bytes;
  CHECK(page.find("<title>Bees &amp; &lt;wasps&gt;</title>") != std::string::npos);
  CHECK(page.find("<h1 class=\"title\">Bees &amp; &lt;wasps&gt;</h1>") != std::string::npos);
  CHECK(page.find("<h1") == page.rfind("<h1"));
  CHECK(
      page.find(
          "<cite class=\"s2\">Tom &amp; Co:</cite>\n<time datetime=\"PT3600S\" data-end=\"PT3601.001S\">") !=
      std::string::npos);
  CHECK(page.find(".s2 { color: #c4572f; }") != std::string::npos);
  CHECK(page.find("<h3>The &lt;garden&gt;</h3>") != std::string::npos);
  CHECK(page.find("<script") == std::string::npos);
}

TEST_CASE("HTML: a page without a title of the transcript's is called by who speaks, and read without it") {
  Transcript t = timed();
  t.has_title = false;
  t.title.clear();
  const std::string page = write("html", t).bytes;
  CHECK(page.find("<title>Ida Lund, Tom &amp; Co</title>") != std::string::npos);
  const Result<Transcript> again = read_transcript(page);
  REQUIRE(again);
  CHECK(!again->has_title);
  CHECK(again->sections.size() == t.sections.size());
  // An opening heading that is the title is not seen twice.
  t = timed();
  t.title = t.sections[0].title;
  const std::string twice = write("html", t).bytes;
  CHECK(twice.find("<h2 hidden>") != std::string::npos);
  const Result<Transcript> whole = read_transcript(twice);
  REQUIRE(whole);
  CHECK(whole->sections[0].title == t.title);
  // As it was written before: the headings from h1 on, the title in the head alone.
  const Result<Transcript> old = read_transcript(
      "<!DOCTYPE html>\n<html><head><title>Bees</title></head><body>\n<article class=\"vis-a-vis\">\n"
      "<h1>The hive</h1>\n<div>\n<cite>Ida:</cite>\n<p>One?</p>\n</div>\n<h2>The garden</h2>\n<div>\n"
      "<cite>Tom:</cite>\n<p>Two.</p>\n</div>\n</article></body></html>");
  REQUIRE(old);
  CHECK(old->title == "Bees");
  REQUIRE(old->sections.size() == 2);
  CHECK(old->sections[0].level == 1);
  CHECK(old->sections[1].level == 2);
}

TEST_CASE("what a format has no place for is said") {
  Transcript t = timed();
  t.language = "en";
  t.words.push_back({});
  t.speakers[0].aliases = {"Ida"};
  t.speakers[0].role = Role::interviewer;
  t.turns[0].marks = kMarkOverlap;
  const std::string everywhere =
      "the times of single words, other names of the speakers, the roles of the speakers and marks of what "
      "overlaps, breaks off or cannot be heard; they are left out.";
  const auto last = [&](const char* name) {
    const std::vector<Message> notes = write(name, t).notes;
    return notes.empty() ? std::string() : english(notes.back());
  };
  CHECK(last("srt") == "SubRip has no place for the headings, the title, the language, " + everywhere);
  CHECK(last("webvtt") == "WebVTT has no place for the headings, the title, the language, " + everywhere);
  CHECK(last("csv") ==
        "The table has no place for all levels of the headings, the title, the language, " + everywhere);
  for (const char* name : {"html", "markdown", "text"})
    CHECK(last(name).ends_with("has no place for " + everywhere));
  CHECK(last("inspect").empty());
  t = timed();
  CHECK(write("html", t).notes.empty());
  t.sections.clear();
  t.has_title = false;
  const std::vector<Message> notes = write("srt", t).notes;
  REQUIRE(notes.size() == 1);
  CHECK(english(notes[0]) == "Empty lines inside 1 turn are left out.");
}

TEST_CASE("what reading a file again would do to its turns is noted") {
  TranscriptBuilder builder;
  for (const std::int64_t start_ms : {1000, 2000, 500})
    add(builder, "Ute Frey", "Wo?\n\nHier.", start_ms, start_ms + 400);
  const Transcript transcript = builder.finish();
  const auto noted = [&](const char* format, std::string_view words) {
    for (const Message& note : write(format, transcript).notes)
      if (english(note).find(words) != std::string::npos) return true;
    return false;
  };
  for (const char* format : {"webvtt", "srt"}) {
    CHECK(noted(format, "Empty lines inside 3 turns"));
    CHECK(noted(format, "in the order of time"));
    CHECK(noted(format, "2 turns follow another of the same speaker"));
  }
  CHECK(noted("csv", "1 turn follows"));
  CHECK_FALSE(noted("csv", "mpty lines"));
  CHECK(noted("text", "Empty lines"));
  CHECK(write("inspect", transcript).notes.empty());
}

TEST_CASE("times that are missing are estimated and said to be") {
  TranscriptBuilder builder;
  add(builder, "A", "one two three four five");
  add(builder, "B", "one two", 10'000, 11'000);
  add(builder, "A", "one two three four five");
  add(builder, "B", "one two three four five");
  add(builder, "A", "one", 13'000);
  const Written written = write("webvtt", builder.finish());
  CHECK(written.bytes ==
        "WEBVTT\n\nNOTE The times of 3 of 5 turns are estimated at 150 words a minute.\n\n"
        "00:00:00.000 --> 00:00:02.000\n<v A>one two three four five\n\n"
        "00:00:10.000 --> 00:00:11.000\n<v B>one two\n\n"
        "00:00:11.000 --> 00:00:12.000\n<v A>one two three four five\n\n"
        "00:00:12.000 --> 00:00:13.000\n<v B>one two three four five\n\n"
        "00:00:13.000 --> 00:00:13.400\n<v A>one\n");
  CHECK(written.notes.size() == 1);
}

TEST_CASE("two turns of one speaker without times stay two: a pause parts them that no reader joins across") {
  TranscriptBuilder builder;
  add(builder, "A", "one two three four five");
  add(builder, "A", "one");
  add(builder, "B", "one");
  CHECK(write("srt", builder.finish()).bytes ==
        "1\n00:00:00,000 --> 00:00:02,000\nA: one two three four five\n\n"
        "2\n00:00:04,100 --> 00:00:04,500\nA: one\n\n"
        "3\n00:00:04,500 --> 00:00:04,900\nB: one\n");
}

TEST_CASE("sections weigh what the page says: the spoken words, without speakers all of them") {
  const auto sections = [](std::string_view speaker) {
    TranscriptBuilder builder;
    builder.begin_section("One", SectionKind::heading, 1, 1);
    add(builder, speaker, "Three words here.");
    builder.begin_section("Two", SectionKind::heading, 1, 3);
    add(builder, "", "An aside of five words.");
    const Transcript transcript = builder.finish();
    return find_writer("inspect")->write(transcript, analyse(transcript)).bytes;
  };
  const auto words_of = [](const std::string& json, std::string_view title) {
    const std::size_t at = json.find("\"words\":", json.find("\"title\":\"" + std::string(title)));
    return json.substr(at + 8, json.find(',', at) - at - 8);
  };
  CHECK(words_of(sections(""), "One") == "3");
  CHECK(words_of(sections(""), "Two") == "5");
  CHECK(words_of(sections("Ana"), "One") == "3");
  CHECK(words_of(sections("Ana"), "Two") == "0");
}

TEST_CASE("questions as a table and as an outline that can be read alone") {
  TranscriptBuilder builder;
  add(builder, "Ana", "Where is the ferry? I ask since nobody has seen it for a whole long day now.", 0,
      4000);
  add(builder, "Ana", "Did you see the ferry?", 4000, 5000);
  add(builder, "Ben", "The ferry, \"Ada\", is in the ice.", 5400, 8000);
  add(builder, "Ana", "Why?", 8500, 9000);
  const Transcript talk = builder.finish();
  const Analysis analysis = analyse(talk);
  CHECK(write_question_outline(talk, analysis) ==
        "1. Ana (turn 1, rhetorical): Where is the ferry?\n"
        "2. Ana (turn 2, yes-no): Did you see the ferry?\n"
        "   Ben (turn 3, 7 words, after 0.4 s): The ferry, \"Ada\", is in the ice.\n"
        "3. Ana (turn 4, wh): Why?\n"
        "   Nobody answers.\n");
  const std::string rows = table_rows(TablePer::question, talk, analysis, "f.txt");
  CHECK(rows ==
        "f.txt,0,0,Ana,wh,0,1,0,Where is the ferry?,,,,,,,\r\n"
        "f.txt,1,1,Ana,yes_no,0,0,0,Did you see the ferry?,2,Ben,7,400,0,1,\"The ferry, \"\"Ada\"\", is in "
        "the ice.\"\r\n"
        "f.txt,2,3,Ana,wh,0,0,0,Why?,,,,,,,\r\n");
  FigureRules rules;
  CHECK(parse_rules("goes_on_words 40\n\n", rules));
  CHECK(write_question_outline(talk, analysis, rules).find("rhetorical") == std::string::npos);
}

TEST_CASE("an answer's beginning is cut between two words, and never inside a character") {
  const auto beginning = [](std::string_view words) {
    TranscriptBuilder builder;
    add(builder, "A", "And?");
    add(builder, "B", words);
    const Transcript talk = builder.finish();
    Exchange one;
    one.turn = 0;
    one.answer = 1;
    return answer_beginning(talk, one);
  };
  CHECK(beginning("Yes.") == "Yes.");
  std::string longer;
  for (int i = 0; i < 60; ++i) longer += "\xE6\xB0\xB4\xE6\xB0\xB4 \n ";
  const std::string cut = beginning(longer);
  CHECK(cut.ends_with("\xE6\xB0\xB4\xE6\xB0\xB4 \xE2\x80\xA6"));
  CHECK(find_invalid_utf8(cut) >= cut.size());
  std::string unspaced;
  for (int i = 0; i < 400; ++i) unspaced += "\xE6\xB0\xB4";
  CHECK(find_invalid_utf8(beginning(unspaced)) >= beginning(unspaced).size());
}
