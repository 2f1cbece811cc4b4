// Who is a speaker, who is not, and who are one person.
#include <doctest/doctest.h>

#include "support/interview_dump.h"
#include "support/reading.h"

using visavis::test::cast;
using visavis::test::dump;

TEST_CASE("interview: the surname or the first name stands for the full name") {
  CHECK(cast("Ana Holm: Hello.\nBen Reed: Hi.\nHolm: So.\nBen: Yes.\nReed: Indeed.\n") ==
        "Ana Holm (Holm)\nBen Reed (Ben, Reed)\n");
  CHECK(cast("ANA HOLM: Hello.\nBEN REED: Hi.\nHolm: So.\nReed: Yes.\n") ==
        "ANA HOLM (Holm)\nBEN REED (Reed)\n");
  CHECK(cast("Mr. Ben Reed: Hi.\nAna Holm: So.\nMr. Reed: Yes.\nMs. Holm: Well.\n") ==
        "Mr. Ben Reed (Mr. Reed)\nAna Holm (Ms. Holm)\n");
}

TEST_CASE("interview: two who share a surname are not merged") {
  CHECK(cast("Ana Holm: Hello.\nCarl Holm: Hi.\nHolm: So.\nAna: Yes.\n") ==
        "Ana Holm (Ana)\nCarl Holm\nHolm\n");
  CHECK(cast("Mr. Carl Holm: Hello.\nBen Reed: Hi.\nMrs. Holm: So.\nReed: Yes.\n") ==
        "Mr. Carl Holm\nBen Reed (Reed)\nMrs. Holm\n");
}

TEST_CASE("interview: two who speak at once are neither of them") {
  CHECK(cast("Ana Holm: Hello.\nBen Reed: Hi.\nAna Holm & Ben Reed: Ha.\nBen Reed: Yes.\nAna Holm & Ben "
             "Reed: Ha.\n") == "Ana Holm\nBen Reed\nAna Holm & Ben Reed\n");
}

TEST_CASE("interview: Q asks and A answers, whoever else speaks") {
  const visavis::Transcript read = visavis::test::reading(
      "Q: Where?\nA: At the lock.\nMS. HOLM: Objection.\nTHE WITNESS: Should I answer?\nQ: Yes.\nA: "
      "There.\n");
  REQUIRE(read.speakers.size() == 4);
  CHECK(read.speakers[0].role == visavis::Role::interviewer);
  CHECK(read.speakers[1].role == visavis::Role::interviewee);
  CHECK(read.sections.empty());
}

TEST_CASE("interview: words for a part are not names to merge") {
  CHECK(cast("Speaker 1: Hello.\nSpeaker: Hi.\nAudience Member: So.\nAudience: Yes.\nSpeaker: Oh.\nAudience: "
             "Ah.\n") == "Speaker 1\nSpeaker\nAudience Member\nAudience\n");
}

TEST_CASE("interview: initials declared earlier") {
  CHECK(cast("Ana Holm (AH): Hello.\nBen Reed (BR): Hi.\nAH: So.\nBR: Yes.\n") ==
        "Ana Holm (Ana Holm (AH), AH)\nBen Reed (Ben Reed (BR), BR)\n");
  CHECK(cast("Ana Holm: Hello.\nBen Reed: Hi.\nAH: So.\nBR: Yes.\nAH: Well.\n") ==
        "Ana Holm (AH)\nBen Reed (BR)\n");
  CHECK(
      cast(
          "---\ntitle: Bread\nspeakers: ['Ana Holm', 'Ben Reed']\n---\nAH: So.\n\nBR: Yes.\n\nAH: Well.\n") ==
      "Ana Holm (AH)\nBen Reed (BR)\n");
  CHECK(cast("Interviewer: Ana Holm\nBaker: Ben Reed\nDate: 3 May 2019\n\nAH: Why bread?\n\nBR: Why "
             "not.\n\nAH: I see.\n\nBR: Do you?\n") == "Ana Holm (AH)\nBen Reed (BR)\n");
}

TEST_CASE("interview: a trade in brackets") {
  CHECK(cast("Ana Holm (baker): Hello.\nBen Reed (host): Hi.\nAna Holm: So.\nBen: Yes.\n") ==
        "Ana Holm (Ana Holm (baker))\nBen Reed (Ben Reed (host), Ben)\n");
  CHECK(dump("Ana (baker, of Lund): Hello.\nBen: Hi.\nAna (laughs): So.\nBen: Yes.\n") ==
        "Ana: Hello.\nBen: Hi.\nAna: So.\nBen: Yes.\n");
  CHECK(cast("The CHAIR (Mr. Abel): Hello.\nBen Reed: Hi.\nThe CHAIR (Ms. Cole): So.\nBen Reed: Yes.\n") ==
        "The CHAIR (Mr. Abel)\nBen Reed\nThe CHAIR (Ms. Cole)\n");
}

TEST_CASE("interview: a comma in a name stays") {
  CHECK(cast("**Ana Holm, PhD:** Hello.\n\n**Ben Reed:** Hi.\n\n**Ana Holm, PhD:** So.\n\n**Ben Reed:** "
             "Yes.\n") == "Ana Holm, PhD\nBen Reed\n");
}

TEST_CASE("interview: who speaks once is a speaker") {
  CHECK(dump("Ana: Hello.\n\nBen: Hi.\n\nCleo: May I?\n\nAna: Do.\n\nBen: Yes.\n\nAudience member: "
             "Bravo!\n\nAna: Thanks.\n") ==
        "Ana: Hello.\nBen: Hi.\nCleo: May I?\nAna: Do.\nBen: Yes.\nAudience member: Bravo!\nAna: Thanks.\n");
  CHECK(dump("Ana: A monologue.\n") == "Ana: A monologue.\n");
  CHECK(dump("Ana: One.\nAna: Two.\nAna: Three.\n") == "Ana: One.\nAna: Two.\nAna: Three.\n");
}

TEST_CASE("interview: remarks, times, addresses and prose are no speakers") {
  const std::string talk = "Ana: Hello.\n\nBen: Hi.\n\nAna: So.\n\nBen: Yes.\n\nAna: Well.\n\n";
  for (const char* remark :
       {"Note: this was recorded outdoors.", "Warning: loud passage ahead.", "10:30: the tape runs out.",
        "Editor's note: names were changed.", "Source: https://example.org/a",
        "https://example.org/b: see there", "He said: it can't be done."}) {
    const std::string told = dump(talk + remark + "\n\nBen: Quite.\n");
    CHECK(told.find("Ben: Quite.") != std::string::npos);
    CHECK(cast(talk + remark + "\n\nBen: Quite.\n") == "Ana\nBen\n");
  }
}

TEST_CASE("interview: prose with a colon has no speakers") {
  const std::string prose =
      "The bakery opened in May.\nHe said: it can't be done.\nThere was one thing: no flour.\nNobody came.\n";
  CHECK(dump(prose) ==
        "- The bakery opened in May.\n- He said: it can't be done.\n- There was one thing: no flour.\n- "
        "Nobody came.\n");
  CHECK(dump("") == "");
  CHECK(dump("\n\n \n") == "");
}

TEST_CASE("interview: a change of tape is not a speaker") {
  CHECK(cast("**Ana Holm:** Hello.\n\n**Ben Reed:** Hi.\n\n**Break:** \\[01:44\\]\n\n**Ana Holm:** "
             "So.\n\n**Ben Reed:** Yes.\n") == "Ana Holm\nBen Reed\n");
}

TEST_CASE("interview: colons, quotes, dashes and addresses inside a turn") {
  const std::string talk =
      "Ana: He said: \"Go: now\" -- and I went... [sic] (really: yes).\n"
      "Ben: See https://example.org/x:y at 10:30.\n"
      "Ana: One thing: bread. Two: salt.\n"
      "Ben: ...\n"
      "Ana: - yes - no\n"
      "Ben: \"Quoted.\"\n";
  CHECK(dump(talk) == talk);
}

TEST_CASE("interview: a few lines above the talk are not turns") {
  CHECK(dump("Date: 3 May 2019\nPlace: Lund\nInterviewer: Ana Holm\n\nAna Holm: Hello.\n\nBen: Hi.\n\nAna "
             "Holm: So.\n\nBen: Yes.\n") ==
        "- Date: 3 May 2019\n- Place: Lund\n- Interviewer: Ana Holm\nAna Holm: Hello.\nBen: Hi.\nAna Holm: "
        "So.\nBen: Yes.\n");
}

TEST_CASE("interview: languages") {
  CHECK(dump("安娜：你好。\n本：你好。\n安娜：在哪里学的？\n本：在家。\n") ==
        "安娜: 你好。\n本: 你好。\n安娜: 在哪里学的？\n本: 在家。\n");
  CHECK(dump("聞き手：はじめまして。\n田中：よろしく。\n聞き手：いつから？\n田中：昔から。\n") ==
        "聞き手: はじめまして。\n田中: よろしく。\n聞き手: いつから？\n田中: 昔から。\n");
  CHECK(dump("Ana\xC2\xA0: Bonjour.\nBen\xC2\xA0: Salut.\nAna\xC2\xA0: Alors ?\nBen\xC2\xA0: Voilà.\n") ==
        "Ana: Bonjour.\nBen: Salut.\nAna: Alors ?\nBen: Voilà.\n");
  CHECK(dump("Frage: Woher?\nAntwort: Von hier.\nFrage: Und vorher?\nAntwort: Auch.\n") ==
        "Frage: Woher?\nAntwort: Von hier.\nFrage: Und vorher?\nAntwort: Auch.\n");
  CHECK(dump("Иван: Здравствуйте.\nМария Петрова: Добрый день.\nИван: Итак?\nПетрова: Да.\n") ==
        "Иван: Здравствуйте.\nМария Петрова: Добрый день.\nИван: Итак?\nМария Петрова: Да.\n");
  CHECK(dump("דנה: שלום.\nיוסי: שלום לך.\nדנה: מאיפה?\nיוסי: מכאן.\n") ==
        "דנה: שלום.\nיוסי: שלום לך.\nדנה: מאיפה?\nיוסי: מכאן.\n");
  CHECK(dump("سارة: مرحبا.\nعلي: أهلا.\nسارة: من أين؟\nعلي: من هنا.\n") ==
        "سارة: مرحبا.\nعلي: أهلا.\nسارة: من أين؟\nعلي: من هنا.\n");
}
