// Text as meeting tools, editing programs and parliaments write it. All sentences are our own.
#include <doctest/doctest.h>

#include "support/reading.h"

namespace visavis {
namespace {

using test::read_text;
using test::Reading;
using test::reported;

}  // namespace

TEST_CASE("interview: the times of editing programs, with frames") {
  const Reading dropped = read_text(
      "00;00;00;15 - 00;00;05;00\nUna Moss\nIs it deep?\n\n00;00;07;29 - 00;00;12;00\nPer Lund\nVery "
      "deep.\n\n"
      "00;00;14;00 - 00;00;19;15\nUna Moss\nAnd cold?\n\n00;00;21;00 - 00;00;26;00\nPer Lund\nVery cold.\n");
  CHECK(
      dropped.lines() ==
      "Una Moss 500-5000: Is it deep?\nPer Lund 7966-12000: Very deep.\nUna Moss 14000-19500: And cold?\nPer "
      "Lund 21000-26000: Very cold.\n");
}

TEST_CASE("interview: times that close the turns") {
  for (const char* file :
       {"A: Is it deep? #00:00:06-4#\nB: Very deep. #00:00:13-0#\nA: And cold? #00:00:20-0#\n",
        "A: Is it deep? (00:00:06,4)\n\nB: Very deep. (00:00:13)\n\nA: And cold? (0:20)\n"}) {
    CAPTURE(file);
    const Reading reading = read_text(file);
    CHECK(reading.lines() ==
          "A 0~-6400: Is it deep?\nB 6400~-13000: Very deep.\nA 13000~-20000: And cold?\n");
  }
  // A few among many are what was said of a time.
  CHECK(read_text("A: Deep? (0:06)\n\nB: Very.\n\nA: Cold?\n\nB: Very.\n\nA: Wet?\n").lines() ==
        "A: Deep? (0:06)\nB: Very.\nA: Cold?\nB: Very.\nA: Wet?\n");
}

TEST_CASE("interview: what a tool lists above the talk is no heading, its first line is the title") {
  const Reading reading = read_text(
      "River talk\nFri, Jan 05, 2031 10:00AM • 2:10\n\nSUMMARY KEYWORDS\n\nmill, eel\n\nSPEAKERS\n\nUna "
      "Moss, Per "
      "Lund\n\nUna Moss  0:01\nIs it deep?\n\nPer Lund  0:04\nVery deep.\n\nUna Moss  0:06\nAnd cold?\n");
  CHECK(reading.transcript.title == "River talk");
  REQUIRE(reading.transcript.sections.size() == 1);
  CHECK(reading.transcript.speakers.size() == 2);
}

TEST_CASE("interview: an office and who holds it, the time of day between speeches") {
  const Reading reading = read_text(
      "Eel Quotas\n\n2.30 pm\n\nUna Moss (Mill North) (Ind): I beg to move the motion. The eels are few.\n\n"
      "Per Lund (Mill South) (Ind): Will she give way?\n\nUna Moss: I will.\n\nPer Lund: Are the weirs "
      "mended?\n\n"
      "Una Moss: In May.\n\nThe Parliamentary Under-Secretary of State for Weirs (Ida Berg): They were "
      "mended "
      "twice.\n\nPer Lund: I thank her.\n\nIda Berg: Not at all.\n");
  CHECK(reading.transcript.sections.size() == 1);
  CHECK(reading.transcript.speakers.size() == 3);
  REQUIRE(reading.transcript.turns.size() == 9);
  CHECK(reading.transcript.turns[6].speaker == reading.transcript.turns[8].speaker);
}

TEST_CASE("interview: a question word in capitals and its letter") {
  const Reading reading = read_text(
      "PREGUNTA. ¿Es hondo?\n\nRESPUESTA. Mucho.\n\nP. ¿Y frío?\n\nR. Mucho.\n\nP. ¿Desde cuándo?\n\nR. "
      "Siempre.\n");
  CHECK(reading.transcript.speakers.size() == 2);
}

TEST_CASE("interview: signs between a name and its time") {
  CHECK(
      read_text("Una Moss · 0:01\nIs it deep?\n\nPer Lund · 0:04\nVery deep.\n\nUna Moss · 0:06\nAnd cold?\n")
          .lines() ==
      "Una Moss 1000-4000~: Is it deep?\nPer Lund 4000-6000~: Very deep.\nUna Moss "
      "6000-6800~: And cold?\n");
  const Reading chat = read_text(
      "Una Moss, [5 Jan 2031 at 10:01:02]:\nIs it deep?\n\nPer Lund, [5 Jan 2031 at 10:01:30]:\nVery.\n\n"
      "Una Moss, [5 Jan 2031 at 10:02:02]:\nCold?\n\nPer Lund, [5 Jan 2031 at 10:03:30]:\nVery.\n");
  REQUIRE(chat.transcript.speakers.size() == 2);
  CHECK(chat.transcript.speakers[0].name == "Una Moss");
}

TEST_CASE("interview: a time at which nothing is said is no turn, a date before a time is nobody") {
  CHECK(read_text("0:00\n0:03\nthe mill stands\n0:05\nby the river\n").lines() ==
        "- 3000-5000~: the mill stands\n- 5000-6200~: by the river\n");
  const Reading dated = read_text(
      "Una Moss\nIs it deep?\nJan 5, 2031, 10:00 AM\n\nPer Lund\nVery.\nJan 5, 2031, 10:07 AM\n\n"
      "Una Moss\nCold?\nJan 5, 2031, 10:14 AM\n\nPer Lund\nVery.\nJan 5, 2031, 10:20 AM\n");
  for (const Speaker& speaker : dated.transcript.speakers)
    CHECK(speaker.name.find("2031") == std::string::npos);
}

TEST_CASE("interview: a name and an office alone on a line, where all names stand so") {
  const Reading reading = read_text(
      "Präsidentin Una Moss:\nIch eröffne die Sitzung.\n\nPer Lund (MÜ):\nDie Wehre sind "
      "morsch.\n\n(Beifall)\n\n"
      "Sie fallen.\n\nPräsidentin Una Moss:\nDas Wort hat die Ministerin.\n\nDr. Ida Berg, Ministerin für "
      "Wehre:\n"
      "Sie sind geflickt.\n\nPer Lund (MÜ):\nNein.\n\nPräsidentin Una Moss:\nRuhe.\n");
  REQUIRE(reading.transcript.speakers.size() == 3);
  CHECK(reading.transcript.speakers[2].name == "Dr. Ida Berg, Ministerin für Wehre");
}

TEST_CASE("interview: who examines is said by nobody") {
  const Reading reading = read_text(
      "Q. Was it loud?\nA. It was.\nMR. LUND: Object to form.\nTHE WITNESS: Very "
      "loud.\nCROSS-EXAMINATION\nBY MS. "
      "BERG:\nQ. How loud?\nA. Like a mill.\nQ. Which?\nA. Ours.\n");
  CHECK(reading.lines() ==
        "Q: Was it loud?\nA: It was.\nMR. LUND: Object to form.\nTHE WITNESS: Very loud.\n-: "
        "CROSS-EXAMINATION\n-: "
        "BY MS. BERG:\nQ: How loud?\nA: Like a mill.\nQ: Which?\nA: Ours.\n");
}

TEST_CASE("interview: running heads that end in the page's number") {
  const Reading reading = read_text(
      "Talks of the Mill                Page 1\n\nUM: Is it deep, where the\nweir was?\nPL: Very "
      "deep.\n\nTalks of the "
      "Mill                Page 2\n\nUM: And cold?\nPL: Very.\n\nTalks of the Mill                Page "
      "3\n\nUM: "
      "Always?\nPL: Always.\n");
  CHECK(reported(reading.transcript, "page-furniture-dropped"));
  CHECK(reading.transcript.sections.empty());
  CHECK(reading.transcript.turns.size() == 6);
}

TEST_CASE("captions: a first line that is a name, in every caption, says who speaks") {
  const Reading minutes = read_text(
      "0:0:0.250 --> 0:0:5.120\nUna Moss\nIs it deep?\n\n0:0:7.0 --> 0:0:12.5\nPer Lund\nVery deep.\nAnd "
      "cold.\n\n"
      "0:0:14.0 --> 0:0:16.0\nUna Moss\nSince when?\n\n0:0:20.0 --> 0:0:22.0\nPer Lund\nAlways.\n");
  CHECK(minutes.lines() ==
        "Una Moss 250-5120: Is it deep?\nPer Lund 7000-12500: Very deep. And cold.\nUna Moss 14000-16000: "
        "Since "
        "when?\nPer Lund 20000-22000: Always.\n");
  CHECK(reported(minutes.transcript, "speaker-in-text"));
  // Captions of two lines are no list of names.
  const Reading song = read_text(
      "1\n00:00:01,000 --> 00:00:02,000\nRow\nthe boat\n\n2\n00:00:03,000 --> 00:00:04,000\nDown\nthe "
      "stream\n\n"
      "3\n00:00:05,000 --> 00:00:06,000\nPast\nthe mill\n\n4\n00:00:07,000 --> 00:00:08,000\nRow\non\n");
  CHECK(song.transcript.speakers.empty());
}

TEST_CASE("tei: a mark written close to its word stays close") {
  const Reading reading = read_text(
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><u who=\"#a\"><w>Deep</w> "
      "<w>water</w><pc>.</pc>"
      "<w>Cold</w><pc>,</pc><w>too</w></u></body></text></TEI>");
  CHECK(reading.lines() == "a: Deep water. Cold, too\n");
}

}  // namespace visavis
