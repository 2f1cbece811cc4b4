// Chats as their programs export them: who sends, when, and what belongs to the message above. Our own
// sentences.
#include <doctest/doctest.h>

#include "support/interview_dump.h"

namespace visavis {

using test::dump;

TEST_CASE("chat: halves of the day in several languages, before and behind the hour") {
  CHECK(dump("2024/2/1 오전 11:59 - 민수: 어디야?\n2024/2/1 오후 12:01 - 지은: 역이야\n2024/2/1 오후 12:02 - "
             "민수: 알았어\n") == "~0 민수: 어디야?\n~120000 지은: 역이야\n~180000 민수: 알았어\n");
  CHECK(dump("01/02/24 11:58 a.\xC2\xA0m. - Pía: ¿Ya?\n01/02/24 12:03\xE2\x80\xAFp.\xC2\xA0m. - Luz: Ya.\n"
             "01/02/24 1:00 p.m. - Pía: Voy.\n") == "~0 Pía: ¿Ya?\n~300000 Luz: Ya.\n~3720000 Pía: Voy.\n");
  CHECK(dump("[2024년 2월 1일 오후 3:12:00] 민수: 어디야?\n[2024년 2월 1일 오후 3:13:00] 지은: 역이야\n") ==
        "~0 민수: 어디야?\n~60000 지은: 역이야\n");
  CHECK(dump("[2/1/24, 9:05 π.μ.] Nikos: Καλημέρα\n[2/1/24, 2:05 μ.μ.] Eva: Γεια\n") ==
        "~0 Nikos: Καλημέρα\n~18000000 Eva: Γεια\n");
}

TEST_CASE("chat: a sender may be called anything") {
  CHECK(dump("01/02/24, 18:51 - Tor | Lykt: Hei\n01/02/24, 18:52 - +47 912 34 567: Hvem?\n"
             "01/02/24, 18:53 - Dr. Lie, Minister for Weirs: Jeg\n01/02/24, 18:54 - ~~mia_~: Og jeg\n"
             "01/02/24, 18:55 - Tor | Lykt: Godt!\n") ==
        "~0 Tor | Lykt: Hei\n~60000 +47 912 34 567: Hvem?\n~120000 Dr. Lie, Minister for Weirs: Jeg\n"
        "~180000 ~mia_~: Og jeg\n~240000 Tor | Lykt: Godt!\n");
  CHECK(dump("[01.02.24, 18:51:02] ~\xE2\x80\xAFOla: Hei\n[01.02.24, 18:52:00] Kari: Hei\n") ==
        "~0 Ola: Hei\n~58000 Kari: Hei\n");
}

TEST_CASE("chat: what opens no message goes on in the one above") {
  CHECK(dump("1. 2. 2024, 9:01 - Eva: Program:\nStart: 18:30\n19:00\n\n# Pozor: klíče\n- chléb\n- sůl\n"
             "1. 2. 2024, 9:03 - Jan: Kde: sál?\n1. 2. 2024, 9:04 - Eva: Ano\n") ==
        "~0 Eva: Program: / Start: 18:30 / 19:00 /  / # Pozor: klíče / - chléb / - sůl\n"
        "~120000 Jan: Kde: sál?\n~180000 Eva: Ano\n");
  CHECK(dump("00:00:05\tOla Lie:\thello\n00:01:00\tPer:\tReplying to \"hello\"\n\nSame to you\n"
             "00:02:00\tOla Lie:\tright\n") ==
        "@5000 Ola Lie: hello\n@60000 Per: Replying to \"hello\" /  / Same to you\n@120000 Ola Lie: right\n");
  CHECK(dump("2024-02-01 10:00:01 Ola(77)\nwhen is it?\n\n2024-02-01 10:00:09 Per(78)\n10:30\n\n"
             "2024-02-01 10:00:20 Ola(77)\nthanks\n\n2024-02-01 10:00:30 Per(78)\n2024-03-01 09:00:00\n") ==
        "~0 Ola: when is it?\n~8000 Per: 10:30\n~19000 Ola: thanks\n~29000 Per: 2024-03-01 09:00:00\n");
}

TEST_CASE("chat: marks of direction decide nothing and stand in no name") {
  CHECK(dump("\xE2\x80\x8E[1/2/24, 9:01:00] \xE2\x80\xAAדנה\xE2\x80\xAC: \xE2\x80\x8Eבוקר טוב\n"
             "\xE2\x80\x8F[1/2/24, 9:02:00] יואב: שלום\n\xE2\x80\x8E[1/2/24, 9:03:00] דנה: כן\n") ==
        "~0 דנה: בוקר טוב\n~60000 יואב: שלום\n~120000 דנה: כן\n");
}

TEST_CASE("chat: the logs of Internet Relay Chat") {
  CHECK(dump("[2024-02-01T16:00:02.104Z]\t<ola_>\thello\n[2024-02-01T16:00:03.104Z]\t<_per_>\tola_: hello!\n"
             "[2024-02-01T16:00:04.104Z]\t<ola_>\tnote: begin\n") ==
        "~0 ola_: hello\n~1000 _per_: ola_: hello!\n~2000 ola_: note: begin\n");
  CHECK(dump("2024-02-01T16:00:02+01:00 <ola> hello\n2024-02-01T16:00:03+01:00 <@per> hi\n"
             "2024-02-01T16:00:09+01:00 <ola> good\n") == "~0 ola: hello\n~1000 per: hi\n~7000 ola: good\n");
  CHECK(dump("16:59:05<@ola> per: up?\n16:59:08< per> yes\n17:00:00< ola> good\n") ==
        "~0 ola: per: up?\n~3000 per: yes\n~55000 ola: good\n");
}

TEST_CASE("interview: times in units, in seconds and in columns") {
  CHECK(dump("Ida Moe   0 Minuten 4 Sekunden\nGuten Tag.\n\nTor Lie   1 Stunde 2 Minuten 3 Sekunden\nHallo.\n"
             "\nIda Moe   1 Stunde 2 Minuten 9 Sekunden\nDanke.\n") ==
        "@4000 Ida Moe: Guten Tag.\n@3723000 Tor Lie: Hallo.\n@3729000 Ida Moe: Danke.\n");
  CHECK(dump("(0.50) It rained.\n(4.52s) All day.\n(7.40) And then?\n(12.00) Snow.\n") ==
        "@500 - It rained.\n@4520 - All day.\n@7400 - And then?\n@12000 - Snow.\n");
  CHECK(dump("0.00\t2.30\tIDA:\tis it "
             "deep?\n2.30\t4.10\t\there.\n4.20\t5.50\tTOR:\tvery.\n5.60\t7.00\tIDA:\tah.\n"
             "7.00\t8.00\tTOR:\tyes.\n") ==
        "@0 IDA: is it deep? / here.\n@4200 TOR: very.\n@5600 IDA: ah.\n@7000 TOR: yes.\n");
  // Prose that opens with a length of time has none.
  CHECK(
      dump("Ida: How long?\n\nTor: Long.\n\nIda: How long?\n\nTor: Two hours.\n5 minutes more, perhaps.\n") ==
      "Ida: How long?\nTor: Long.\nIda: How long?\nTor: Two hours. / 5 minutes more, perhaps.\n");
}

TEST_CASE("interview: emphasis around the time and the name") {
  for (const char* file :
       {"**[00:04] Ida Moe:** Hello.\n\n**[00:12] Tor Lie:** Hi.\n\n**[00:20] Ida Moe:** So.\n",
        "**00:04 Ida Moe:** Hello.\n\n**00:12 Tor Lie:** Hi.\n\n**00:20 Ida Moe:** So.\n",
        "__(0:04) Ida Moe__: Hello.\n\n__(0:12) Tor Lie__: Hi.\n\n__(0:20) Ida Moe__: So.\n",
        "**[00:04]** **Ida Moe:** Hello.\n\n**[00:12]** **Tor Lie:** Hi.\n\n**[00:20]** **Ida Moe:** "
        "So.\n"}) {
    CAPTURE(file);
    CHECK(dump(file) == "@4000 Ida Moe: Hello.\n@12000 Tor Lie: Hi.\n@20000 Ida Moe: So.\n");
  }
}

TEST_CASE("chat: what the program says of who comes and goes is nobody's") {
  CHECK(dump("[09:40:31] *** Quits: moor (~moor@ ) (Ping timeout: 258 seconds)\n[09:41:31] *** Joins: moor "
             "(~moor@ )\n"
             "[09:42:00] <vik> is it open?\n[09:42:30] <moor> not yet\n[09:43:00] <vik> when then?\n"
             "[09:43:10] *** Quits: vik (~vik@ ) (gone)\n[09:43:40] *** Joins: holm (~holm@ )\n") ==
        "~0 - *** Quits: moor (~moor@ ) (Ping timeout: 258 seconds)\n~60000 - *** Joins: moor (~moor@ )\n"
        "~89000 vik: is it open?\n~119000 moor: not yet\n~149000 vik: when then?\n"
        "~159000 - *** Quits: vik (~vik@ ) (gone)\n~189000 - *** Joins: holm (~holm@ )\n");
}

}  // namespace visavis
