// What the subtitle readers make of files as people have them; every sample is written for its test.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "readers/registry.h"

namespace {

using namespace visavis;

Transcript read(const std::string& bytes, bool join = true, const std::string& format = {}) {
  ReadOptions options;
  options.join = join;
  options.format = format;
  Result<Transcript> result = read_transcript(bytes, options);
  REQUIRE_MESSAGE(static_cast<bool>(result), english(result.error().message));
  return *std::move(result);
}

std::string name(const Transcript& t, std::size_t turn) {
  const std::int32_t id = t.turns.at(turn).speaker;
  return id == kNone ? "" : t.speakers.at(static_cast<std::size_t>(id)).name;
}

std::string text(const Transcript& t, std::size_t turn) { return std::string(t.text_of(t.turns.at(turn))); }

const ReportEntry* report(const Transcript& t, std::string_view code) {
  for (const ReportEntry& entry : t.report.entries)
    if (entry.code == code) return &entry;
  return nullptr;
}

}  // namespace

TEST_CASE("WebVTT voices are speakers, several in a cue are several turns, times keep their milliseconds") {
  const std::string file =
      "WEBVTT\n\n1\n00:00:01.001 --> 00:00:03.007\n<v Ada Byron>Good morning.</v>\n\n"
      "2\n00:00:03.500 --> 00:00:06.499\n<v Ada Byron>Shall we begin?</v>\n\n"
      "3\n00:00:06.500 --> 00:00:08.500\n<v.loud Tom>Yes.</v>\n<v Ada Byron>Fine.</v>\n";
  const Transcript t = read(file);
  CHECK(t.report.format == "webvtt");
  REQUIRE(t.turns.size() == 3);
  CHECK(name(t, 0) == "Ada Byron");
  CHECK(text(t, 0) == "Good morning. Shall we begin?");
  CHECK(t.turns[0].start_ms == 1001);
  CHECK(t.turns[0].end_ms == 6499);
  CHECK(t.turns[0].line == 5);
  CHECK(name(t, 1) == "Tom");
  CHECK(text(t, 2) == "Fine.");
  CHECK(name(t, 2) == "Ada Byron");
  const Transcript cues = read(file, false);
  REQUIRE(cues.turns.size() == 3);
  CHECK(text(cues, 2) == "Yes.\nFine.");
  CHECK(report(cues, "voices-in-one-cue")->line == 13);
}

TEST_CASE("WebVTT comments, styles, blocks without times and bad cues are reported with their line") {
  const Transcript t = read(
      "WEBVTT A talk about bees\nLanguage: en-GB\n\nNOTE\nChecked twice.\n\nSTYLE\n::cue { color: red }\n\n"
      "lost words\n\n00:01.000 --> 00:02.000 line:0 align:start\nKept &amp; sound.\n\n00:99.000 -> "
      "00:03.000\nGone.\n");
  CHECK(t.title == "A talk about bees");
  CHECK(t.language == "en-GB");
  REQUIRE(t.turns.size() == 1);
  CHECK(text(t, 0) == "Kept & sound.");
  REQUIRE(report(t, "note-skipped"));
  CHECK(report(t, "note-skipped")->line == 4);
  CHECK(english(report(t, "note-skipped")->message).find("Checked twice.") != std::string::npos);
  CHECK(report(t, "style-skipped")->line == 7);
  CHECK(report(t, "block-dropped")->line == 10);
  CHECK(report(t, "block-dropped")->level == ReportLevel::loss);
  CHECK(report(t, "settings-skipped")->line == 12);
}

TEST_CASE("WebVTT that would come to nothing is read as it is meant, not by its letter") {
  const Transcript commas =
      read("WEBVTT\n\n00:00:01,000 --> 00:00:02,500\nOne.\n\n00:00:06,000 --> 00:00:07,000\nTwo.\n");
  REQUIRE(commas.turns.size() == 2);
  CHECK(commas.turns[0].end_ms == 2500);
  CHECK(report(commas, "time-repaired")->line == 3);
  std::string plain = "WEBVTT\n", mixed = "WEBVTT\n\n00:01.000 --> 00:02.000\nkept\n", few = mixed;
  for (int i = 0; i < 20; ++i) {
    const std::string cue = "\n" + std::to_string(i * 5) + ".5 --> " + std::to_string(i * 5 + 1) +
                            ".25\nWord " + std::to_string(i) + "\n";
    plain += cue;
    mixed += cue;
    if (i < 15) few += cue;
  }
  CHECK(read(plain).turns.size() == 20);
  // Recorders that write no zeros ahead have some times right: "0:10:12.5" is one, "0:9:12.5" is none.
  CHECK(read(mixed).turns.size() == 20);
  CHECK(report(read(mixed), "time-repaired"));
  // A few beside cues that are right are dropped, as the standard has it.
  CHECK(read(few).turns.size() == 1);
  CHECK(report(read(few), "cue-dropped"));
  CHECK(read("WEBVTT\n\n00:01.00 --> 00:02.00\nOne.\n\n00:03.00 --> 00:04.00\nTwo.\n").turns.empty());
}

TEST_CASE("WebVTT timestamps inside a cue time its words") {
  const Transcript t = read(
      "WEBVTT\n\n00:10.000 --> 00:12.000\nwhen<00:10.500><c> the</c><00:11.250><c> moon</c>\n\n"
      "00:12.000 --> 00:13.000\nrises\n");
  REQUIRE(t.words.size() == 3);
  CHECK(slice(t.text, t.words[1].text) == "the");
  CHECK(t.words[0].start_ms == 10000);
  CHECK(t.words[1].start_ms == 10500);
  CHECK(t.words[1].end_ms == 11250);
  CHECK(t.words[2].end_ms == 12000);
  CHECK(text(t, 0) == "when the moon rises");
}

TEST_CASE("Captions that roll up are read once, unless cues are asked for") {
  std::string file = "WEBVTT\nKind: captions\nLanguage: en\n\n";
  const char* const lines[] = {"the first line of it", "then a second one", "and a third one",
                               "the fourth is last"};
  std::string before = " ";
  int at = 0;
  for (const char* line : lines) {
    const auto stamp = [](int tenths) {
      return "00:00:0" + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "00";
    };
    file +=
        stamp(at) + " --> " + stamp(at + 9) + " align:start position:0%\n" + before + "\n" + line + "\n\n";
    file += stamp(at + 9) + " --> " + stamp(at + 10) + "\n" + line + "\n \n\n";
    before = line;
    at += 10;
  }
  const Transcript t = read(file);
  REQUIRE(t.turns.size() == 1);
  CHECK(text(t, 0) == "the first line of it then a second one and a third one the fourth is last");
  CHECK(t.turns[0].end_ms == 4000);
  CHECK(report(t, "rolled-up-merged"));
  CHECK(read(file, false).turns.size() == 8);
}

TEST_CASE("Names in the words are speakers where the file bears it out") {
  // As meeting tools write: each cue has its name.
  const Transcript zoom = read(
      "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nMaria López: Can you hear me?\n\n"
      "2\n00:00:02.500 --> 00:00:03.000\nJ. P. Okafor: Yes: loud and clear.\n\n"
      "3\n00:00:03.500 --> 00:00:04.000\nMaria López: Good.\n");
  REQUIRE(zoom.turns.size() == 3);
  CHECK(name(zoom, 0) == "Maria López");
  CHECK(name(zoom, 1) == "J. P. Okafor");
  CHECK(text(zoom, 1) == "Yes: loud and clear.");
  // As podcast hosts write: a name where the speaker changes, also inside a cue.
  const Transcript podcast = read(
      "1\n00:00:00,000 --> 00:00:02,000\nNora: Welcome back to\nthe show.\n\n"
      "2\n00:00:02,000 --> 00:00:04,000\nToday we have a guest.\n\n"
      "3\n00:00:04,000 --> 00:00:06,000\nHere she is.\nLin: Hello there.\n\n"
      "4\n00:00:06,000 --> 00:00:08,000\nNora: Hello.\n\n5\n00:00:08,000 --> 00:00:09,000\nLin: Hi.\n");
  REQUIRE(podcast.turns.size() == 4);
  CHECK(text(podcast, 0) == "Welcome back to the show. Today we have a guest. Here she is.");
  CHECK(name(podcast, 1) == "Lin");
  CHECK(podcast.turns[1].line == 13);
  CHECK(podcast.turns[1].start_source == TimeSource::estimated);
  CHECK(podcast.turns[1].end_ms == 6000);
  // A colon now and then is no speaker.
  const Transcript prose = read(
      "1\n00:00:00,000 --> 00:00:02,000\nThere is one rule.\n\n2\n00:00:02,000 --> 00:00:04,000\nRemember: "
      "be kind.\n\n"
      "3\n00:00:04,000 --> 00:00:06,000\nThen she said: no.\n");
  CHECK(prose.speakers.empty());
  // Broadcast captions.
  const Transcript news = read(
      "1\n00:00:00,000 --> 00:00:02,000\n>> ANCHOR: Good evening.\n\n2\n00:00:02,000 --> 00:00:04,000\n>> "
      "Thank you.\n\n"
      "3\n00:00:04,000 --> 00:00:06,000\n>> ANCHOR: Go on.\n");
  REQUIRE(news.turns.size() == 3);
  CHECK(name(news, 0) == "ANCHOR");
  CHECK(name(news, 1).empty());
  CHECK(text(news, 1) == "Thank you.");
}

TEST_CASE("Dialogue dashes part the turns and invent nobody") {
  const Transcript t = read(
      "1\n00:00:00,000 --> 00:00:04,000\n- Where to?\n- Home.\n\n2\n00:00:04,000 --> 00:00:05,000\nAll "
      "right.\n");
  REQUIRE(t.turns.size() >= 2);
  CHECK(text(t, 0) == "Where to?");
  CHECK(t.speakers.empty());
  CHECK(t.turns[0].end_ms <= t.turns[1].start_ms);
}

TEST_CASE("SRT is read as found in the wild") {
  SUBCASE("no numbers, a point for the comma, no spaces, positions, hours over 99, no hours") {
    const Transcript t = read(
        "00:00:01.5-->00:00:02,250\nOne\n\n01:02,003 --> 01:03,004 X1:10 X2:20 Y1:30 Y2:40\nTwo\n\n"
        "123:00:00,001 --> 123:00:01,002\nThree\n",
        false);
    CHECK(t.report.format == "srt");
    REQUIRE(t.turns.size() == 3);
    CHECK(t.turns[0].start_ms == 1500);
    CHECK(t.turns[0].end_ms == 2250);
    CHECK(t.turns[1].start_ms == 62003);
    CHECK(t.turns[2].end_ms == 123 * 3600000 + 1002);
    CHECK(report(t, "settings-skipped"));
  }
  SUBCASE("no empty lines, doubled numbers, a number as words") {
    const Transcript t = read(
        "1\n00:00:01,000 --> 00:00:02,000\nOne\n1\n00:00:02,000 --> 00:00:03,000\n1984\nwas a year\n2\n"
        "00:00:03,000 --> 00:00:04,000\n42\n",
        false);
    REQUIRE(t.turns.size() == 3);
    CHECK(text(t, 0) == "One");
    CHECK(text(t, 1) == "1984\nwas a year");
    CHECK(text(t, 2) == "42");
    CHECK(t.turns[1].line == 6);
  }
  SUBCASE("empty cues are kept unjoined, empty lines inside a cue stay in it") {
    const std::string file =
        "1\n00:00:01,000 --> 00:00:02,000\n\n\n2\n00:00:02,000 --> 00:00:03,000\nAbove\n\nbelow\n";
    CHECK(read(file, false).turns.size() == 2);
    const Transcript t = read(file);
    REQUIRE(t.turns.size() == 1);
    CHECK(report(t, "blank-line-in-cue")->line == 9);
  }
  SUBCASE("a cue without times lies between its neighbours, estimated") {
    const Transcript t =
        read("1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\nTwo\n\n3\n00:00:09,000 --> 00:00:10,000\nThree\n",
             false);
    REQUIRE(t.turns.size() == 3);
    CHECK(text(t, 1) == "Two");
    CHECK(t.turns[1].start_ms == 2000);
    CHECK(t.turns[1].end_ms == 9000);
    CHECK(t.turns[1].start_source == TimeSource::estimated);
    CHECK(report(t, "times-missing")->line == 5);
  }
  SUBCASE("markup goes, words in angle brackets stay") {
    const Transcript t = read(
        "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>Very</i> <font color=\"#fff\">odd</font> <inaudible> a "
        "< b\n");
    CHECK(text(t, 0) == "Very odd <inaudible> a < b");
  }
  SUBCASE("an end before the start is estimated and said so") {
    const Transcript t = read("1\n00:00:05,000 --> 00:00:02,000\nBackwards we go\n");
    CHECK(t.turns[0].end_ms > 5000);
    CHECK(t.turns[0].end_source == TimeSource::estimated);
    CHECK(report(t, "time-repaired")->line == 3);
  }
  SUBCASE("UTF-16") {
    std::string bytes = "\xFF\xFE";
    for (const char c : std::string("1\n00:00:01,000 --> 00:00:02,000\nWide\n")) bytes += c, bytes += '\0';
    CHECK(text(read(bytes), 0) == "Wide");
  }
}

TEST_CASE("SRT with every line break doubled is read as if it were not") {
  const Transcript t = read(
      "1\r\r\n00:00:01,000 --> 00:00:02,000\r\r\nLeft.\r\r\n\r\r\n2\r\r\n00:00:03,000 --> "
      "00:00:04,000\r\r\nRight.\r\r\n",
      false);
  REQUIRE(t.turns.size() == 2);
  CHECK(text(t, 0) == "Left.");
  CHECK(text(t, 1) == "Right.");
}

TEST_CASE("Where every cue opens with a label, what does not look like a name is one too") {
  const Transcript t = read(
      "WEBVTT\n\n1\n00:01.000 --> 00:02.000\nMaria Lopez: Hello.\n\n2\n00:03.000 --> 00:04.000\nDev Patel "
      "(he/him): Yes: clear.\n\n3\n00:05.000 --> 00:06.000\niPhone (2): who?\nand so: on\n\n4\n00:07.000 --> "
      "00:08.000\nMaria Lopez: Fine.\n");
  REQUIRE(t.turns.size() == 4);
  CHECK(name(t, 1) == "Dev Patel");
  CHECK(text(t, 1) == "Yes: clear.");
  CHECK(name(t, 2) == "iPhone");
  CHECK(text(t, 2) == "who? and so: on");
}

TEST_CASE("A WebVTT file of chapters gives sections") {
  const std::string file =
      "WEBVTT\n\n00:00.000 --> 02:00.000\nGreeting\n\n02:00.000 --> 11:00.000\nThe old orchard\n\n"
      "11:00.000 --> 15:30.000\nWhat comes next\n";
  const Transcript t = read(file);
  REQUIRE(t.sections.size() == 3);
  CHECK(t.sections[1].title == "The old orchard");
  CHECK(t.sections[1].kind == SectionKind::chapter);
  CHECK(t.sections[1].line == 7);
  REQUIRE(t.turns.size() == 3);
  CHECK(t.turns[1].section == 1);
  CHECK(t.turns[1].end_ms == 660000);
  CHECK(read(file, false).sections.empty());
  // Speech at its usual pace is none.
  CHECK(read("WEBVTT\n\n00:00.000 --> 00:02.000\nWell\n\n00:02.000 --> 00:03.000\nyes\n\n00:03.000 --> "
             "00:05.000\nno\n")
            .sections.empty());
}

TEST_CASE("Overlaps stay, cues out of order are put in order") {
  const Transcript t =
      read("WEBVTT\n\n00:04.000 --> 00:06.000\n<v B>Later\n\n00:01.000 --> 00:05.000\n<v A>Earlier\n");
  REQUIRE(t.turns.size() == 2);
  CHECK(name(t, 0) == "A");
  CHECK(t.turns[0].end_ms == 5000);
  CHECK(t.turns[1].start_ms == 4000);
  CHECK(report(t, "cues-reordered")->line == 7);
}

TEST_CASE("SBV is read with its comma between the times") {
  const Transcript t =
      read("0:00:01.000,0:00:02.500\nOne line\nand another\n\n0:00:02.500,0:00:04.000\nNext\n", false);
  CHECK(t.report.format == "sbv");
  REQUIRE(t.turns.size() == 2);
  CHECK(text(t, 0) == "One line\nand another");
  CHECK(t.turns[0].end_ms == 2500);
}

TEST_CASE("SBV: words behind an empty line stay with their cue, and only those are told of") {
  const Transcript t = read(
      "0:00:01.000,0:00:02.500\n\nOne line\nand another\n\n0:00:02.500,0:00:04.000\nNext\n\nand on\nit "
      "goes\n",
      false);
  REQUIRE(t.turns.size() == 2);
  CHECK(text(t, 0) == "One line\nand another");
  REQUIRE(report(t, "blank-line-in-cue"));
  CHECK(report(t, "blank-line-in-cue")->line == 9);
  CHECK(std::count_if(t.report.entries.begin(), t.report.entries.end(),
                      [](const ReportEntry& one) { return one.code == "blank-line-in-cue"; }) == 1);
}

TEST_CASE("SubViewer 2 names its title and breaks lines by a tag of its own") {
  const Transcript t = read(
      "[INFORMATION]\n[TITLE]Two ferries\n[AUTHOR]\n[END INFORMATION]\n[SUBTITLE]\n"
      "[COLF]&HFFFFFF,[STYLE]bd\n00:00:01.50,00:00:03.25\nThe ferry[br]is late.\n\n"
      "00:00:03.30,00:00:05.00\nIt always is.\n");
  CHECK(t.report.format == "sbv");
  CHECK(t.title == "Two ferries");
  REQUIRE(t.turns.size() == 1);
  CHECK(text(t, 0) == "The ferry is late. It always is.");
  CHECK(t.turns[0].start_ms == 1500);
  CHECK_FALSE(report(t, "line-dropped"));
}

TEST_CASE("LRC lines end where the next time stands") {
  const Transcript t = read(
      "[ti:Small song]\n[ar:Nobody]\n[00:01.00][00:09.00]Again and again\n[00:04.50]<00:04.50>one "
      "<00:05.25>two\n[00:06.00]\n",
      false);
  CHECK(t.report.format == "lrc");
  CHECK(t.title == "Small song");
  REQUIRE(t.turns.size() == 3);
  CHECK(t.turns[0].start_ms == 1000);
  CHECK(t.turns[0].end_source == TimeSource::estimated);
  CHECK(t.turns[1].end_ms == 6000);
  CHECK(t.turns[1].end_source == TimeSource::measured);
  CHECK(text(t, 1) == "one two");
  REQUIRE(t.words.size() == 2);
  CHECK(t.words[0].end_ms == 5250);
  CHECK(t.words[1].end_ms == 6000);
  CHECK(t.turns[2].start_ms == 9000);
  CHECK(report(t, "tag-skipped")->line == 2);
}

TEST_CASE("SubStation Alpha follows its Format line") {
  const Transcript t = read(
      "[Script Info]\n; made by hand\nTitle: Two at a table\nScriptType: v4.00+\n\n[Events]\n"
      "Format: Start, End, Name, Text\nComment: 0:00:00.00,0:00:09.00,,never said\n"
      "Dialogue: 0:00:01.05,0:00:02.50,Ines,{\\i1}Well{\\i0}, yes,\\Nof course.\n"
      "Dialogue: 0:00:03.00,0:00:04.00,,{\\p1}m 0 0 l 10 10{\\p0}\n"
      "Dialogue: 0:00:05.00,0:00:06.00,Otto,{\\k50}Sing {\\k30}on\n",
      false);
  CHECK(t.report.format == "ass");
  CHECK(t.title == "Two at a table");
  REQUIRE(t.turns.size() == 2);
  CHECK(name(t, 0) == "Ines");
  CHECK(text(t, 0) == "Well, yes,\nof course.");
  CHECK(t.turns[0].start_ms == 1050);
  CHECK(t.turns[0].line == 9);
  CHECK(report(t, "comment-skipped")->line == 8);
  CHECK(report(t, "drawing-skipped")->line == 10);
  REQUIRE(t.words.size() == 2);
  CHECK(t.words[1].start_ms == 5500);
  CHECK(t.words[1].end_ms == 5800);
}

TEST_CASE("Times or WEBVTT further down make no WebVTT: such a file is refused with what to do") {
  for (const char* bytes :
       {"\nWEBVTT\n\n00:00.000 --> 00:02.000\nHello", "\tWEBVTT\n\n00:01.000 --> 00:02.000\nx",
        "oops\n\n00:00.000 --> 00:02.000\ntext"}) {
    const Result<Transcript> result = read_transcript(bytes);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::unsupported);
  }
  // Words about it are words.
  CHECK(read("Ann: What is that arrow?\nBo: A --> in WEBVTT.\nAnn: Ah.\nBo: Yes.\n").report.format ==
        "interview");
}

TEST_CASE("Character references are HTML's, all of them") {
  const Transcript t = read(
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Zo&euml;>&sum;&notin;&notit;&acE;&bogus;&ampa&AMP;&COPY "
      "&#x80;&#0;&CounterClockwiseContourIntegral;&CounterClockwiseContourIntegrals;\n");
  CHECK(name(t, 0) == "Zoë");
  CHECK(text(t, 0) == "∑∉¬it;∾̳&bogus;&a&© €\uFFFD∳&CounterClockwiseContourIntegrals;");
}

TEST_CASE("What is no subtitle file is not taken for one") {
  const char* const samples[] = {"Note: the arrow --> points right.\n",
                                 "[00:01:02] Ann: Hello.\n[00:01:09] Bob: Hi.\n",
                                 "At 10:30, 11:45 and 12:00 we met.\n"};
  for (const char* sample : samples) CHECK(read(sample).report.format == "interview");
  ReadOptions options;
  for (const char* format : {"webvtt", "srt", "sbv", "lrc", "ass"}) {
    options.format = format;
    const Result<Transcript> refused = read_transcript("plain words\n", options);
    CHECK(!refused);
    CHECK(!refused.error().message.empty());
  }
}

TEST_CASE("Hostile subtitle files end in linear time and bounded memory") {
  std::string tags = "WEBVTT\n\n00:01.000 --> 00:02.000\n";
  for (int i = 0; i < 200000; ++i) tags += "<c><v a>";
  CHECK(read(tags).turns.size() <= 1);
  std::string stamps;
  for (int i = 0; i < 100000; ++i) stamps += "[00:01.00]";
  stamps += std::string(100000, 'x') + "\n";
  CHECK(report(read(stamps, true, "lrc"), "repeat-dropped"));
  CHECK(read("WEBVTT\n\n00:01.000 --> 00:02.000\n" + std::string(5000000, 'a')).turns.size() == 1);
  std::string open_braces = "[Script Info]\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,S,,0,0,0,,";
  open_braces += std::string(1000000, '{') + "\n";
  CHECK(read(open_braces).turns.size() == 1);
}
