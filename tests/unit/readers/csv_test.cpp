#include <doctest/doctest.h>

#include <vector>

#include "readers/documents/csv_table.h"
#include "support/reading.h"

namespace visavis {
namespace {

using test::read_text;
using test::Reading;
using test::reported;

}  // namespace

TEST_CASE("csv: fields, quotes and line breaks in them") {
  CsvRows rows("a,\"b, \"\"c\"\"\nd\",e\n\nf,g\"h,\n", ',');
  std::vector<std::string> fields;
  REQUIRE(rows.next(fields));
  CHECK(fields == std::vector<std::string>{"a", "b, \"c\"\nd", "e"});
  CHECK(rows.line() == 1);
  REQUIRE(rows.next(fields));
  CHECK(fields == std::vector<std::string>{""});
  CHECK(rows.line() == 3);
  REQUIRE(rows.next(fields));
  CHECK(fields == std::vector<std::string>{"f", "g\"h", ""});
  CHECK_FALSE(rows.next(fields));
}

TEST_CASE("csv: columns by their usual names, in any order and language") {
  for (const char* file :
       {"Speaker,Text,Start,End\nUma,Who?,1.5,2\nPer,Me.,2,2.25\n",
        "text;speaker;start;end\r\nWho?;Uma;1,5;2\r\nMe.;Per;2;2,25\r\n",
        "Start Time\tEnd Time\tSpeaker "
        "Name\tTranscript\n00:00:01.500\t00:00:02\tUma\tWho?\n0:02\t0:02.25\tPer\tMe.\n",
        "Sprecherin|Inhalt|Anfang|Ende\nUma|Who?|1.5|2\nPer|Me.|2|2.25\n",
        "start_ms,end_ms,speaker,content\n1500,2000,Uma:,Who?\n2000,2250,Per:,Me.\n",
        "名前,話者,内容,開始,終了\nx,Uma,Who?,0:01.5,0:02\nx,Per,Me.,0:02,0:02.25\n",
        "\n\"Start (s)\",\"End (s)\",\"Who\",\"Utterance\"\n1.5,2,Uma,Who?\n2,2.25,Per,Me.\n"}) {
    CAPTURE(file);
    const Reading reading = read_text(file);
    REQUIRE(reading.ok);
    CHECK(reading.transcript.report.format == "csv");
    CHECK(reading.lines() == "Uma 1500-2000: Who?\nPer 2000-2250: Me.\n");
  }
}

TEST_CASE("nlp: tokens with their punctuation, a turn a run of one speaker") {
  const Reading read = read_text(
      "token|speaker|ts|endTs|punctuation|prepunctuation|case|tags\n"
      "Is|0|0.10|0.30|||UC|[]\nit|0|0.30|0.45|||LC|[]\nripe|0|0.50|0.90|?||LC|[]\n"
      "Not|1|1.20|1.50||\"|UC|['1:CONTRACTION']\nyet|1|1.50|1.90|.\"||LC|[]\n<laugh>|0|||||N/A|[]\n");
  CHECK(read.transcript.report.format == "nlp");
  CHECK(read.lines() ==
        "Speaker 1 100-900: Is it ripe?\nSpeaker 2 1200-1900: \"Not yet.\"\nSpeaker 1: <laugh>\n");
  CHECK(read.transcript.speakers[0].aliases == std::vector<std::string>{"0"});
  CHECK(read.transcript.turns[1].line == 5);
  CHECK_FALSE(read_text("a,b\n", true, "nlp").ok);
}

TEST_CASE("csv: whole numbers nobody could mean as seconds are milliseconds") {
  const Reading reading =
      read_text("start\tend\ttext\n43810\t47850\tWelcome to the show\n48350\t54570\tand to the valley\n");
  REQUIRE(reading.ok);
  CHECK(reading.lines() == "- 43810-54570: Welcome to the show and to the valley\n");
}

TEST_CASE("csv: missing times, empty rows and rows without a speaker") {
  const Reading reading = read_text(
      "speaker,content,start,end\nUma,One.,0,3\n\n,Two.,,\nPer,,5,6\n,,,\nUma,Three.,,9\nPer,Four.,7,5\n");
  REQUIRE(reading.ok);
  CHECK(reading.lines() == "Uma 0-3000: One.\n-: Two.\nUma ?-9000: Three.\nPer 7000-7400~: Four.\n");
  CHECK(reported(reading.transcript, "row-empty") == 3);
  CHECK(reported(reading.transcript, "time-repaired") == 1);
  CHECK(reading.transcript.report.entries[0].line == 3);
}

TEST_CASE("csv: commas that nobody quoted, quotes that nobody closed") {
  const Reading commas = read_text("speaker,start,text\nUma,1,\"Yes, no\"\nPer,2,Red, green, blue\n");
  REQUIRE(commas.ok);
  CHECK(commas.transcript.text_of(commas.transcript.turns[1]) == "Red, green, blue");
  CHECK(reported(commas.transcript, "row-repaired") == 1);
  const Reading quotes = read_text("speaker,text\nUma,\"So it goes\nPer,\"Right\n");
  REQUIRE(quotes.ok);
  CHECK(quotes.transcript.turns.size() == 1);
  const Reading open = read_text("speaker,text\nUma,\"So it goes\nPer,Right\n");
  REQUIRE(open.ok);
  CHECK(open.lines() == "Uma: \"So it goes\nPer: Right\n");
  CHECK(reported(open.transcript, "quote-unclosed") == 1);
}

TEST_CASE("csv: a column of sections") {
  const Reading reading =
      read_text("section,speaker,text\nBirth,Uma,One.\nBirth,Per,Two.\n,Uma,Three.\nDeath,Per,Four.\n");
  REQUIRE(reading.ok);
  REQUIRE(reading.transcript.sections.size() == 2);
  CHECK(reading.transcript.sections[0].last_turn == 1);
  CHECK(reading.transcript.turns[2].section == kNone);
  CHECK(reading.transcript.sections[1].first_turn == 3);
}

TEST_CASE("csv: what is not a table of speech is none") {
  CHECK(read_text("Uma: Salt, text, start.\nPer: Pepper, end.\nUma: Oil.\n").transcript.report.format ==
        "interview");
  CHECK(read_text("colour,weight\nred,4\nblue,5\n").transcript.report.format == "interview");
  const Reading empty = read_text("speaker,content,start,end\n");
  REQUIRE(empty.ok);
  CHECK(empty.transcript.report.format == "csv");
  CHECK(reported(empty.transcript, "no-words") == 1);
  CHECK_FALSE(read_text("colour,weight\nred,4\n", true, "csv").ok);
}

TEST_CASE("csv: titles and the spreadsheet's own line above the header") {
  const Reading titled = read_text("A walk with Uma,,\n\nSpeaker,Start,Text\nUma,1,Who?\nPer,2,Me.\n");
  CHECK(titled.transcript.report.format == "csv");
  CHECK(titled.transcript.title == "A walk with Uma");
  CHECK(titled.lines() == "Uma 1000-2000~: Who?\nPer 2000-2400~: Me.\n");
  const Reading separated =
      read_text("sep=;\r\nSpeaker;Text;Start\r\nUma;Who?;1\r\nPer;Me, of course;2,5\r\n");
  CHECK(separated.transcript.report.format == "csv");
  CHECK(separated.transcript.title.empty());
  CHECK(separated.lines() == "Uma 1000-2500~: Who?\nPer 2500-3700~: Me, of course\n");
}

TEST_CASE("csv: columns without names are known by what is in them") {
  for (const char* file : {"Uma,00:00:01,\"Who, then?\"\nPer,00:00:03,Me.\nUma,00:00:05,You.\n",
                           "00:00:01;Uma;Who, then?\n00:00:03;Per;Me.\n00:00:05;Uma;You.\n"}) {
    CAPTURE(file);
    const Reading reading = read_text(file);
    CHECK(reading.transcript.report.format == "csv");
    CHECK(reading.lines() == "Uma 1000-3000~: Who, then?\nPer 3000-5000~: Me.\nUma 5000-5400~: You.\n");
  }
  const Reading numbers = read_text("0.5\t1.5\tUma\tWho?\n1.5\t2\tPer\tMe.\n2\t3\tUma\tYou.\n");
  CHECK(numbers.lines() == "Uma 500-1500: Who?\nPer 1500-2000: Me.\nUma 2000-3000: You.\n");
  CHECK(read_text("Apples, pears, and plums\nBread, butter, and jam\nTea, milk, and sugar\n")
            .transcript.report.format == "interview");
}

TEST_CASE("csv: times in frames, as spans, as dates") {
  const Reading frames = read_text("Speaker,In,Out,Text\nUma,00:00:00:12,00:00:01:24,Who?\n");
  CHECK(frames.lines() == "Uma 480-1960: Who?\n");
  CHECK(reported(frames.transcript, "frames"));
  const Reading drop = read_text("Speaker,In,Out,Text\nUma,00;00;00;15,00;00;01;00,Who?\n");
  CHECK(drop.lines() == "Uma 500-1000: Who?\n");
  const Reading spans =
      read_text("Timespan,Content,Speaker\n0:00.5 - 0:01.5,Who?,Uma\n0:02 - 0:03,Me.,Per\n");
  CHECK(spans.lines() == "Uma 500-1500: Who?\nPer 2000-3000: Me.\n");
  const Reading dates =
      read_text("timestamp,user,message\n2031-01-01T10:00:00Z,Uma,Who?\n2031-01-01T10:00:05.250Z,Per,Me.\n");
  CHECK(dates.lines() == "Uma 0-5250~: Who?\nPer 5250-5650~: Me.\n");
}

TEST_CASE("csv: who wrote to whom, names of several words, speakers by number") {
  const Reading chat = read_text("Time,From,To,Message\n0:01,Uma,Everyone,Who?\n0:03,Per,Everyone,Me.\n");
  CHECK(chat.lines() == "Uma 1000-3000~: Who?\nPer 3000-3400~: Me.\n");
  const Reading words =
      read_text("Speaker,Turn start [ms],Turn end [ms],Utterance text\n0,500,900,Who?\n1,950,1250,Me.\n");
  CHECK(words.lines() == "Speaker 1 500-900: Who?\nSpeaker 2 950-1250: Me.\n");
  CHECK(words.transcript.speakers[0].aliases == std::vector<std::string>{"0"});
}

}  // namespace visavis
