// Conventions of single trades and tools, each in a few lines of our own.
#include <doctest/doctest.h>

#include "support/interview_dump.h"

using visavis::test::cast;
using visavis::test::dump;

TEST_CASE("interview: columns between bars, with times or without") {
  CHECK(
      dump("Ana Holm | 00:00:02 | One: two.\nBen Reed | 00:00:05 | Three.\nAna Holm | 00:00:09 | Four.\n") ==
      "@2000 Ana Holm: One: two.\n@5000 Ben Reed: Three.\n@9000 Ana Holm: Four.\n");
  CHECK(dump("00:00:02 | Ana Holm | One.\n00:00:05 | Ben Reed | Three.\n00:00:09 | Ana Holm | Four.\n") ==
        "@2000 Ana Holm: One.\n@5000 Ben Reed: Three.\n@9000 Ana Holm: Four.\n");
  CHECK(dump("Ana | One.\nBen | Three.\nAna | Four.\nBen | Five.\n") ==
        "Ana: One.\nBen: Three.\nAna: Four.\nBen: Five.\n");
}

TEST_CASE("interview: names between tags") {
  CHECK(dump("<b>Ana:</b> One.\n\n<b>Ben:</b> Two, <i>truly</i>.\n\n<strong>Ana: </strong>Three.\n") ==
        "Ana: One.\nBen: Two, <i>truly</i>.\nAna: Three.\n");
}

TEST_CASE("interview: names between the brackets of Chinese and Japanese") {
  CHECK(dump("【聞き手】何時ですか。\n【森】九時です。\n【聞き手】早いですね。\n【森】いつもです。\n") ==
        "聞き手: 何時ですか。\n森: 九時です。\n聞き手: 早いですね。\n森: いつもです。\n");
}

TEST_CASE("interview: dashes ask and a name answers") {
  CHECK(dump("――何時ですか。\n\n森　九時です。\n\n――早いですね。\n\n森　いつもです。\n") ==
        "- 何時ですか。\n森: 九時です。\n- 早いですね。\n森: いつもです。\n");
}

TEST_CASE("interview: a hearing's ranks in small letters") {
  CHECK(dump("    The Chairman. We will come to order. The gate is old, and I have\nasked Senator Reed. He "
             "agrees.\n"
             "    Senator Reed. I do.\n    The Chairman. Then go on.\n    Mr. Alder. I keep the gate.\n"
             "    Senator Reed. Since when?\n    Mr. Alder. Always.\n") ==
        "The Chairman: We will come to order. The gate is old, and I have / asked Senator Reed. He agrees.\n"
        "Senator Reed: I do.\nThe Chairman: Then go on.\nMr. Alder: I keep the gate.\nSenator Reed: Since "
        "when?\n"
        "Mr. Alder: Always.\n");
}

TEST_CASE("interview: the first question and answer are written out") {
  const char* text =
      "Pregunta. ¿Cuándo?\n\nRespuesta. Ayer.\n\nP. ¿Y hoy?\n\nR. Hoy también.\n\nP. ¿Siempre?\n\nR. "
      "Siempre.\n";
  CHECK(cast(text) == "Pregunta (P)\nRespuesta (R)\n");
}

TEST_CASE("interview: initials declared before the talk") {
  const char* talk = "MK: How?\nTA: So.\nMK: And then?\nTA: Nothing.\n";
  for (const char* head :
       {"MK = Marta Kowal\nTA = Tobias Alder\n\n", "Marta Kowal (MK) met Tobias Alder (TA) at the gate.\n\n",
        "Participants: Marta Kowal [MK], Tobias Alder [TA]\n\n", "MK – Marta Kowal\nTA – Tobias Alder\n\n"}) {
    CAPTURE(head);
    CHECK(cast(std::string(head) + talk) == "Marta Kowal (MK)\nTobias Alder (TA)\n");
  }
  // Letters that are another's: nothing is declared.
  CHECK(cast(std::string("The Mill Keepers (XY) met.\n\n") + talk) == "MK\nTA\n");
}

TEST_CASE("interview: one speech, its speaker named once") {
  CHECK(dump("Ana Holm: I came here by chance, and I stayed.\n\nIt was mud then.\n\nNow it is water.\n")
            .starts_with("Ana Holm: I came here by chance"));
  CHECK(
      cast(
          "Spring Cleaning: take a broom and a bucket, and start early.\n\nThen rest.\n\nThen start again.\n")
          .empty());
}

TEST_CASE("interview: a screenplay's names, with where they are heard from") {
  CHECK(dump("INT. MILL - NIGHT\n\nA lamp burns.\n\n        ALDER\n    Who is it?\n\n        REED (O.S.)\n   "
             " A friend.\n\n"
             "        ALDER\n    Come in.\n\n        REED\n    I thank you.\n")
            .ends_with("ALDER: Who is it?\nREED: A friend.\nALDER: Come in.\nREED: I thank you.\n"));
}

TEST_CASE("interview: times in hash signs, and times that open the words below a name") {
  CHECK(dump("#00:00:02-1# I: How?\n\n#00:00:05-9# B: So.\n\n#00:00:09-0# I: And then?\n") ==
        "@2100 I: How?\n@5900 B: So.\n@9000 I: And then?\n");
  CHECK(dump("Ana\n[00:00:02] How?\n\nBen\n[00:00:05] So.\n\nAna\n[00:00:09] And then?\n\nBen\n[00:00:12] "
             "Nothing.\n") ==
        "@2000 Ana: How?\n@5000 Ben: So.\n@9000 Ana: And then?\n@12000 Ben: Nothing.\n");
}

TEST_CASE("interview: what a tool says of itself is left out and reported") {
  const std::string text =
      "Ana Holm started transcription\n\nAna Holm   0:05\nHow?\n\nBen Reed   0:09\nSo.\n\nAna Holm stopped "
      "transcription\n";
  CHECK(dump(text) == "@5000 Ana Holm: How?\n@9000 Ben Reed: So.\n");
}

TEST_CASE("interview: counsel and the court among questions and answers") {
  CHECK(dump("    Q.  Where?\n    A.  At the lock\nhouse.\n        MR. HOLM:  Objection.\n    Q.  Go on.\n   "
             " A.  There.\n"
             "BY MR. REED:\n    Q.  Since when?\n    A.  1980: in spring.\n        THE WITNESS:  May I have "
             "water?\n"
             "    Q.  Better?\n    A.  Yes.\n    Q.  Open?\n    A.  It was.\n(Whereupon they\nrested.)\n") ==
        "Q: Where?\nA: At the lock / house.\nMR. HOLM: Objection.\nQ: Go on.\nA: There.\n- BY MR. REED:\n"
        "Q: Since when?\nA: 1980: in spring.\nTHE WITNESS: May I have water?\nQ: Better?\nA: Yes.\nQ: Open?\n"
        "A: It was.\n- (Whereupon they / rested.)\n");
}

TEST_CASE("interview: a date beside a time is nobody") {
  CHECK(dump("March 12, 2024, 10:02AM\n\nAna Holm   0:05\nHow?\n\nBen Reed   0:09\nSo.\n") ==
        "- March 12, 2024, 10:02AM\n@5000 Ana Holm: How?\n@9000 Ben Reed: So.\n");
}

TEST_CASE("interview: headings with a colon between turns that are close together") {
  CHECK(dump("Chair: Good morning.\nHolm: Morning.\nItem 1: the gate\nChair: It is old.\nReed: Very old.\n"
             "Chair: Holm?\nHolm: I agree.\nItem 2: the lamp\nChair: It is out.\nHolm: I see.\n") ==
        "Chair: Good morning.\nHolm: Morning.\n# Item 1: the gate\nChair: It is old.\nReed: Very old.\n"
        "Chair: Holm?\nHolm: I agree.\n# Item 2: the lamp\nChair: It is out.\nHolm: I see.\n");
}

TEST_CASE("interview: questions and answers with numbers are two people") {
  CHECK(cast("Q1: How?\nA1: So.\n\nQ2: And then?\nA2: Nothing.\n\nQ3: Cold?\nA3: Very.\n") ==
        "Q (Q1, Q2, Q3)\nA (A1, A2, A3)\n");
  CHECK(cast("Moderator: How?\nP1: So.\nP2: Not so.\nP3: Both.\nModerator: P1?\nP1: So.\n") ==
        "Moderator\nP1\nP2\nP3\n");
}

TEST_CASE("interview: forms of a name") {
  CHECK(cast("Sir Anthony Holm: How?\n\nDr. Reed: So.\n\nSir Anthony: Cold?\n\nDr. Ruth Reed: Very.\n\nHolm: "
             "Ah.\n\nReed: Yes.\n") ==
        "Sir Anthony Holm (Sir Anthony, Holm)\nDr. Ruth Reed (Dr. Reed, Reed)\n");
  CHECK(
      cast("María de la Cruz y Reed: ¿Sí?\n\nJuan García Holm: Sí.\n\nde la Cruz: ¿Hoy?\n\nGarcía: Hoy.\n") ==
      "María de la Cruz y Reed (de la Cruz)\nJuan García Holm (García)\n");
  CHECK(cast("Herr Holm: Ja?\n\nFrau Reed: Nein.\n\nHolm: Doch.\n\nReed: Nein.\n") ==
        "Herr Holm (Holm)\nFrau Reed (Reed)\n");
  CHECK(cast("Mr. Holm: Yes?\n\nMrs. Holm: No.\n\nMr. Holm: Yes.\n\nHolm: Who?\n\nMrs. Holm: You.\n") ==
        "Mr. Holm\nMrs. Holm\nHolm\n");
}

TEST_CASE("interview: a mark inside a Hebrew word is no quotation") {
  CHECK(
      cast("היו\"ר אנה הולם: בוקר טוב.\n\nפול ריד: תודה.\n\nהיו\"ר אנה הולם: בבקשה.\n\nפול ריד: סיימתי.\n") ==
      "היו\"ר אנה הולם\nפול ריד\n");
}

TEST_CASE("interview: fields with a wide colon above the talk") {
  CHECK(cast("时间：2024年3月12日\n采访人：科瓦尔\n受访人：杜明\n\n科瓦尔：您是怎么来的？\n杜明：很偶然。\n科"
             "瓦尔：后来呢？\n杜明：结冰了。\n") == "科瓦尔\n杜明\n");
}

TEST_CASE("interview: words and what they mean are no talk") {
  CHECK(cast("Gate: a door in a lock.\nSluice: a small gate.\nTowpath: where the horse went.\n").empty());
  CHECK(cast("Ana: One.\n\nBen: Two.\n\nCleo: Three.\n") == "Ana\nBen\nCleo\n");
}

TEST_CASE("interview: a word before a colon in a line that goes on is no label") {
  CHECK(dump("ANA:   How did you come here, when you were\n       so young?\nBEN:   By chance, and there was "
             "nobody\n"
             "       else: nobody at all.\nANA:   And then?\nBEN:   It froze.\n") ==
        "ANA: How did you come here, when you were /        so young?\nBEN: By chance, and there was nobody "
        "/        else: "
        "nobody at all.\nANA: And then?\nBEN: It froze.\n");
}

TEST_CASE("interview: names with signs") {
  CHECK(cast("@ana: How?\n@ben_r: So.\n@ana: And then?\n") == "@ana\n@ben_r\n");
  CHECK(cast("Ana/Cleo: How?\nBen: So.\nAna: And then?\nBen: Nothing.\n") == "Ana/Cleo\nBen\nAna\n");
  CHECK(cast("Ruth Reed\n(Holm) (Lock)\n\nI beg to move.\n\nMr Speaker\nOrder.\n\nAnna Holm (Alder) "
             "(Path)\nWill she give "
             "way?\n\nRuth Reed\nI will.\n\nAnna Holm\nIt is open.\n\nMr Speaker\nOrder.\n") ==
        "Ruth Reed\nMr Speaker\nAnna Holm (Anna Holm (Alder) (Path))\n");
  CHECK(cast("Mme la présidente. La parole est à M. Reed.\n\nM. Paul Reed. Le pont est vieux.\n\nM. Jean "
             "Alder, ministre des "
             "ponts. Il est jeune.\n\nM. Paul Reed. Non !\n\nMme la présidente. Merci.\n") ==
        "Mme la présidente\nM. Paul Reed\nM. Jean Alder, ministre des ponts\n");
}

TEST_CASE("interview: names in small letters above the words, and music between") {
  CHECK(dump("ana holm\n\nThis is the gate.\n\n[music]\n\nSo: how?\n\nben reed\n\nBy chance.\n\nana "
             "holm\n\nTell "
             "me.\n\nben reed\n\nIt froze.\n")
            .starts_with("ana holm: This is the gate."));
}

TEST_CASE("interview: times in columns after the name, and before it in seconds") {
  CHECK(dump("Speaker 1:\t00:02\tHow?\n\nSpeaker 2:\t00:05\tSo.\n\nSpeaker 1:\t00:09\tAnd then?\n") ==
        "@2000 Speaker 1: How?\n@5000 Speaker 2: So.\n@9000 Speaker 1: And then?\n");
  CHECK(dump("2.000000\t5.000000\tAna: How?\n5.000000\t9.500000\tBen: So.\n9.500000\t12.000000\tAna: And "
             "then?\n") == "@2000 Ana: How?\n@5000 Ben: So.\n@9500 Ana: And then?\n");
}

TEST_CASE("interview: what a page reads aloud of a time, glued to the words") {
  CHECK(dump("0:00The river was high.\n0:1111 secondsthere was no ferry.\n0:1818 secondsWe waited.\n"
             "1:021 minute, 2 secondsIt came.\n") ==
        "@0 - The river was high.\n@11000 - there was no ferry.\n@18000 - We waited.\n@62000 - It came.\n");
  CHECK(dump("0:055 secondesIl fait froid.\n0:1212 secondesselon lui.\n1:011 minute et 1 secondeOui.\n") ==
        "@5000 - Il fait froid.\n@12000 - selon lui.\n@61000 - Oui.\n");
}

TEST_CASE("interview: what a program counts beside the time") {
  CHECK(
      dump("[idx=0] [0.00s -> 5.04s] [rtf=0.1973]  The river was high.\n[idx=1] [5.04s -> 9.50s] [rtf=0.1]  "
           "There was no ferry.\n[idx=2] [9.50s -> 11.00s] [rtf=0.1]  We waited.\n") ==
      "@0 - The river was high.\n@5040 - There was no ferry.\n@9500 - We waited.\n");
}

TEST_CASE("interview: ranges of thousandths") {
  CHECK(dump("Speaker A [2183.00 - 15764.00]:\n    Where was it?\n\nSpeaker B [15774.00 - 24302.00]:\n    By "
             "the dam.\n\nSpeaker A [24382.00 - 42747.00]:\n    When?\n") ==
        "@2183 Speaker A: Where was it?\n@15774 Speaker B: By the dam.\n@24382 Speaker A: When?\n");
}

TEST_CASE("interview: seconds since 1970, a name, words, a line each") {
  CHECK(
      dump(
          "1584232225\nmoor\nis it open?\n\n1584232255\nmoor\nI mean the weir\n\n1584232503\nvik\nnot yet\n\n"
          "1584232505\nmoor\nwhen then?\n\n1584232600\nvik\nat noon\n") ==
      "~0 moor: is it open?\n~30000 moor: I mean the weir\n~278000 vik: not yet\n~280000 moor: when then?\n"
      "~375000 vik: at noon\n");
}

TEST_CASE("interview: a number behind the letter of question and answer is none of the words") {
  CHECK(dump("Q.1 Where was it?\nA.1 By the dam.\nQ.2 Whose was it?\nA.2 Ours.\n") ==
        "Q: Where was it?\nA: By the dam.\nQ: Whose was it?\nA: Ours.\n");
}

TEST_CASE("interview: logs whose nick is a sign: the program's, or what somebody does") {
  CHECK(dump("2020-11-02 19:00:54\t▷\tvik (~vik@host) has joined #weir\n2020-11-02 19:01:03\tvik\tmorning\n"
             "2020-11-02 19:01:10\tmoor_\tis it open?\n2020-11-02 19:01:12\t…\tvik looks\n"
             "2020-11-02 19:01:20\tvik\tnot yet\n2020-11-02 19:01:30\tmoor_\twhen then?\n") ==
        "~0 - ▷\tvik (~vik@host) has joined #weir\n~9000 vik: morning\n~16000 moor_: is it open?\n"
        "~18000 vik: looks\n~26000 vik: not yet\n~36000 moor_: when then?\n");
  CHECK(cast("**** BEGIN LOGGING AT Mon May 19 23:59:44 2025\n\nMay 19 23:59:44 *\tNow talking on #weir\n"
             "May 19 23:59:50 *\tmoor sets mode +n on #weir\nMay 20 00:01:37 <vik>\tis it open?\n"
             "May 20 00:02:10 <moor>\tnot yet\nMay 20 00:03:00 <vik>\twhen?\n**** ENDING LOGGING\n") ==
        "vik\nmoor\n");
  CHECK(cast("[2024-04-30T15:57:53.392Z]\t<Ole_//_Vik>\tpresent\n"
             "[2024-04-30T15:58:42.573Z]\t<Transcriber>\tso we begin\n"
             "[2024-04-30T15:59:00.000Z]\t<Transcriber>\tand go on\n"
             "[2024-04-30T15:59:10.000Z]\t<Ole_//_Vik>\tyes\n") == "Ole_//_Vik\nTranscriber\n");
}

TEST_CASE("interview: a range and a comma before the name") {
  CHECK(
      dump(
          "00:00:00-00:00:10，speaker0：\n\n    河很高。\n\n00:00:10-00:00:19，speaker1：\n\n    没有船。\n\n"
          "00:00:19-00:00:29，speaker2：\n\n    我们等。\n") ==
      "@0 speaker0: 河很高。\n@10000 speaker1: 没有船。\n@19000 speaker2: 我们等。\n");
}

TEST_CASE("interview: a page's copy has the name, its time read aloud, and both again") {
  CHECK(
      dump("Ana Holm\n0 minutes 3 seconds0:03\nAna Holm 0 minutes 3 seconds\nHow?\n\nBen Reed\n0 minutes 9 "
           "seconds0:09\nBen Reed 0 minutes 9 seconds\nSo.\n\nAna Holm\n0 minutes 12 seconds0:12\nAna Holm 0 "
           "minutes 12 seconds\nAnd then?\n") ==
      "@3000 Ana Holm: How?\n@9000 Ben Reed: So.\n@12000 Ana Holm: And then?\n");
}

TEST_CASE("interview: minutes with initials before a colon or a dash, and who holds a part") {
  CHECK(cast("MK: Marta Kowal\nTA: Tobias Alder\n\nMK - The gate is old.\nTA: It is not.\nMK: Look at "
             "it.\nTA - I "
             "did.\nChair: Marta Kowal\nMK: It will break.\nTA: When?\nMK: In May.\n") ==
        "Marta Kowal (MK)\nTobias Alder (TA)\n");
}

TEST_CASE("interview: the title has a colon, and fields close up below it") {
  CHECK(dump("Locks and weirs: how water is kept\nHosts: Ana Holm, Ben Reed\nRoom: Old Mill\n\nANA: "
             "How?\n\nBEN: "
             "So.\n\nANA: And then?\n\nBEN: Nothing.\n")
            .ends_with("Ana Holm: How?\nBen Reed: So.\nAna Holm: And then?\nBen Reed: Nothing.\n"));
}

TEST_CASE("interview: names in capitals above their words, some once, among what happens") {
  CHECK(
      cast(
          "ANA\nHow?\n\nBEN ^\nSo.\n\nThe gate falls.\n\nANA\nAnd then?\n\nBEN\nNothing.\n\nANA\nNothing?\n\n"
          "It rains.\n\nBEN\nWait.\n\nTHE MILLER\nWho is there?\n\nANA\nWe "
          "are.\n\nBEN\nYes.\n\nANA\nGo.\n\nBEN\nNow.\n") == "ANA\nBEN\nTHE MILLER\n");
}

TEST_CASE("interview: a file's comment is no heading") {
  CHECK(dump("# A scripted talk.\n# Format: [MM:SS] NAME: words\n# To do: names\n\n[00:00] ANA: "
             "How?\n[00:12] BEN: "
             "So.\n[00:20] ANA: And then?\n")
            .ends_with("@0 ANA: How?\n@12000 BEN: So.\n@20000 ANA: And then?\n"));
}
