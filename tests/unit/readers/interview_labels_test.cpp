// Conventions of labels, one small talk each.
#include <doctest/doctest.h>

#include "support/interview_dump.h"

using visavis::test::cast;
using visavis::test::dump;

namespace {

const char* const kTalk =
    "Ana: Where did you learn to bake?\n"
    "Ben: In my uncle's shop.\n"
    "Ana: For how long?\n"
    "Ben: Nine years.\n";

}  // namespace

TEST_CASE("interview: a name and a colon") { CHECK(dump(kTalk) == kTalk); }

TEST_CASE("interview: capitals, byte order mark, CRLF, tabs and indents change nothing") {
  CHECK(dump("\xEF\xBB\xBF"
             "ANA: Hello there.\r\nBEN: Hello.\r\nANA: So.\r\nBEN:\tYes.\r\n") ==
        "ANA: Hello there.\nBEN: Hello.\nANA: So.\nBEN: Yes.\n");
  CHECK(dump("\tAna:\tHello.\n\n\tBen:\tHi.\n\n\tAna:\tBye.\n") == "Ana: Hello.\nBen: Hi.\nAna: Bye.\n");
}

TEST_CASE("interview: no space after the colon") {
  CHECK(dump("Ana:Hello.\nBen:Hi.\nCleo: Good day.\nDora:Morning.\n") ==
        "Ana: Hello.\nBen: Hi.\nCleo: Good day.\nDora: Morning.\n");
}

TEST_CASE("interview: Q and A, with colons and with points") {
  CHECK(dump("Q: Why bread?\nA: Why not.\nQ: Is it hard?\nA: At four in the morning, yes.\n") ==
        "Q: Why bread?\nA: Why not.\nQ: Is it hard?\nA: At four in the morning, yes.\n");
  CHECK(dump("Q. Why bread?\nA. Why not.\nQ. Is it hard?\nA. It is.\n") ==
        "Q: Why bread?\nA: Why not.\nQ: Is it hard?\nA: It is.\n");
}

TEST_CASE("interview: a hearing's capitals and points") {
  CHECK(dump("  Mr. SMITH. I thank the chair and the members\nof the committee.\n"
             "  The CHAIR. The gentleman has the floor.\n"
             "  Mr. SMITH. NATO. That is the matter, and\nMr. Jones knows it.\n"
             "  Ms. O'HARA. I object.\n") ==
        "Mr. SMITH: I thank the chair and the members / of the committee.\n"
        "The CHAIR: The gentleman has the floor.\n"
        "Mr. SMITH: NATO. That is the matter, and / Mr. Jones knows it.\n"
        "Ms. O'HARA: I object.\n");
}

TEST_CASE("interview: a court's labels beside Q and A") {
  CHECK(
      dump("THE COURT: Be seated.\nMR. REED: Thank you.\nQ. Your name?\nA. Ivy Lund.\nQ. Your trade?\nA. "
           "Baker.\n"
           "THE COURT: Go on.\n") ==
      "THE COURT: Be seated.\nMR. REED: Thank you.\nQ: Your name?\nA: Ivy Lund.\nQ: Your trade?\nA: Baker.\n"
      "THE COURT: Go on.\n");
}

TEST_CASE("interview: Markdown in its ways") {
  const std::string same = "Ana: Hello.\nBen: Hi.\nAna: Well?\nBen: Well.\n";
  CHECK(dump("**Ana:** Hello.\n\n**Ben:** Hi.\n\n**Ana:** Well?\n\n**Ben:** Well.\n") == same);
  CHECK(dump("**Ana**: Hello.\n\n**Ben**: Hi.\n\n**Ana**: Well?\n\n**Ben**: Well.\n") == same);
  CHECK(dump("__Ana:__ Hello.\n\n__Ben:__ Hi.\n\n__Ana:__ Well?\n\n__Ben:__ Well.\n") == same);
  CHECK(dump("*Ana:* Hello.\n\n*Ben:* Hi.\n\n*Ana:* Well?\n\n*Ben:* Well.\n") == same);
  CHECK(dump("**Ana** Hello.\n\n**Ben** Hi.\n\n**Ana** Well?\n\n**Ben** Well.\n") == same);
  CHECK(dump("### Ana:\nHello.\n\n### Ben:\nHi.\n\n### Ana:\nWell?\n\n### Ben:\nWell.\n") == same);
  CHECK(dump("### Ana\n\nHello.\n\n### Ben\n\nHi.\n\n### Ana\n\nWell?\n\n### Ben\n\nWell.\n") == same);
  CHECK(dump("- Ana: Hello.\n- Ben: Hi.\n- Ana: Well?\n- Ben: Well.\n") == same);
  CHECK(dump("**Ana: Hello.**\n\nBen: Hi.\n\n**Ana: Well?**\n\nBen: Well.\n") == same);
}

TEST_CASE("interview: a time before the name") {
  const std::string same = "@1000 Ana: Hello.\n@2500 Ben: Hi.\n@62000 Ana: Bye.\n";
  CHECK(dump("[00:00:01] Ana: Hello.\n[00:00:02.5] Ben: Hi.\n[00:01:02] Ana: Bye.\n") == same);
  CHECK(dump("(0:01) Ana: Hello.\n(0:02.5) Ben: Hi.\n(1:02) Ana: Bye.\n") == same);
  CHECK(dump("00:00:01 Ana: Hello.\n00:00:02,500 Ben: Hi.\n00:01:02 Ana: Bye.\n") == same);
  CHECK(dump("00:00:01\tAna\tHello.\n00:00:02.500\tBen\tHi.\n00:01:02\tAna\tBye.\n") == same);
  CHECK(dump("0:01 - Ana: Hello.\n0:02.5 - Ben: Hi.\n1:02 - Ana: Bye.\n") == same);
}

TEST_CASE("interview: a time after the name, the text beside or below") {
  const std::string same = "@1000 Ana Holm: Hello.\n@2000 Ben Reed: Hi.\n@62000 Ana Holm: Bye.\n";
  CHECK(dump("Ana Holm  0:01  \nHello.\n\nBen Reed  0:02  \nHi.\n\nAna Holm  1:02  \nBye.\n") == same);
  CHECK(dump("Ana Holm (00:01):\nHello.\n\nBen Reed (00:02):\nHi.\n\nAna Holm (01:02):\nBye.\n") == same);
  CHECK(dump("Ana Holm: 00:00:01\n\nHello.\n\nBen Reed: 00:00:02\n\nHi.\n\nAna Holm: 00:01:02\n\nBye.\n") ==
        same);
  CHECK(dump("Ana Holm: [00:00:01] Hello.\n\nBen Reed: [00:00:02] Hi.\n\nAna Holm: [00:01:02] Bye.\n") ==
        same);
  CHECK(dump("Ana Holm [00:00:01]: Hello.\nBen Reed [00:00:02]: Hi.\nAna Holm [00:01:02]: Bye.\n") == same);
  CHECK(dump("Ana Holm \xE2\x80\x93 00:00:01:\n\nHello.\n\nBen Reed \xE2\x80\x93 00:00:02:\n\nHi.\n\nAna "
             "Holm \xE2\x80\x93 00:01:02:\n\nBye.\n") == same);
  CHECK(dump("[00:00:01] Ana Holm\nHello.\n\n[00:00:02] Ben Reed\nHi.\n\n[00:01:02] Ana Holm\nBye.\n") ==
        same);
  CHECK(dump("[Ana Holm] 00:00:01\nHello.\n\n[Ben Reed] 00:00:02\nHi.\n\n[Ana Holm] 00:01:02\nBye.\n") ==
        same);
  CHECK(dump("**Ana Holm** (0:01): Hello.\n\n**Ben Reed** (0:02): Hi.\n\n**Ana Holm** (1:02): Bye.\n") ==
        same);
  CHECK(dump("**Ana Holm** [0:01]\nHello.\n\n**Ben Reed** [0:02]\nHi.\n\n**Ana Holm** [1:02]\nBye.\n") ==
        same);
}

TEST_CASE("interview: times on lines of their own") {
  CHECK(dump("[00:00:01]\nAna: Hello.\n\n[00:00:02]\nBen: Hi,\n  and more.\n\n[00:01:02]\nAna: Bye.\n") ==
        "@1000 Ana: Hello.\n@2000 Ben: Hi, /   and more.\n@62000 Ana: Bye.\n");
  CHECK(dump("0:0:1.0 --> 0:0:2.0\nAna Holm\nHello.\n\n0:0:2.0 --> 0:0:3.5\nBen Reed\nHi there.\n\n0:0:4.0 "
             "--> 0:0:5.0\nAna Holm\n"
             "Right so.\n\n0:0:5.0 --> 0:0:6.5\nBen Reed\nHi again.\n") ==
        "@1000 Ana Holm: Hello.\n@2000 Ben Reed: Hi there.\n@4000 Ana Holm: Right so.\n@5000 Ben Reed: Hi "
        "again.\n");
}

TEST_CASE("interview: times without names") {
  CHECK(dump("0:00\nwelcome to the bakery\n0:04\ntoday we make rye\n0:09\nwith seeds\n") ==
        "@0 - welcome to the bakery\n@4000 - today we make rye\n@9000 - with seeds\n");
  CHECK(dump("0:00 welcome to the bakery\n0:04 today we make rye\n0:09 with seeds\n") ==
        "@0 - welcome to the bakery\n@4000 - today we make rye\n@9000 - with seeds\n");
  CHECK(dump("[00:00.000 --> 00:03.500]  Welcome.\n[00:03.500 --> 00:05.000]  Today: rye.\n[00:05.000 --> "
             "00:06.000]  Yes.\n") == "@0 - Welcome.\n@3500 - Today: rye.\n@5000 - Yes.\n");
}

TEST_CASE("interview: times in seconds, and in letters") {
  CHECK(dump("[0.00 --> 2.90]  Welcome.\n[5.06 --> 13.38]  Today: rye.\n[13.38 --> 19.7]  Yes.\n") ==
        "@0 - Welcome.\n@5060 - Today: rye.\n@13380 - Yes.\n");
  CHECK(dump("[0.00s -> 2.90s] Ana: Welcome.\n[5.06s -> 13.38s] Ben: Hi.\n[13.38s -> 19.7s] Ana: Yes.\n") ==
        "@0 Ana: Welcome.\n@5060 Ben: Hi.\n@13380 Ana: Yes.\n");
  CHECK(dump("0h00m00s Ana: Welcome.\n0h00m44s Ben: Hi.\n1h02m03s Ana: Yes.\n") ==
        "@0 Ana: Welcome.\n@44000 Ben: Hi.\n@3723000 Ana: Yes.\n");
  CHECK(dump("Ana: It grew from [2.5 - 3.5] to four.\nBen: 5m of rope.\nAna: Yes.\n") ==
        "Ana: It grew from [2.5 - 3.5] to four.\nBen: 5m of rope.\nAna: Yes.\n");
}

TEST_CASE("interview: days and frames in four fields") {
  CHECK(dump("[00:00:00:58]\nAL: Go.\n\n[00:00:01:02]\nBR: Gone.\n\n[00:00:01:05]\nAL: Good.\n") ==
        "@58000 AL: Go.\n@62000 BR: Gone.\n@65000 AL: Good.\n");
  CHECK(dump("[00:00:01:05]\nAL: Go.\n\n[00:00:02:10]\nBR: Gone.\n\n[00:00:03:00]\nAL: Good.\n") ==
        "@1200 AL: Go.\n@2400 BR: Gone.\n@3000 AL: Good.\n");
}

TEST_CASE("interview: a dash after the name") {
  CHECK(dump("ANA - Where from?\nBEN - From here.\nANA \xE2\x80\x93 And before?\nBEN - Also - more or less - "
             "here.\n") ==
        "ANA: Where from?\nBEN: From here.\nANA: And before?\nBEN: Also - more or less - here.\n");
}

TEST_CASE("interview: a name alone on its line") {
  CHECK(
      dump("Ana Holm\nWhere from?\n\nBen Reed\nFrom here.\nAlways.\n\nAna Holm\nAnd before?\n\nBen "
           "Reed\nAlso here.\n") ==
      "Ana Holm: Where from?\nBen Reed: From here. / Always.\nAna Holm: And before?\nBen Reed: Also here.\n");
}

TEST_CASE("interview: a play") {
  CHECK(dump("ACT I\n\nMIRA. Who goes there?\n\nOLD MAN. Only I.\n\nMIRA. Then come.\n\n(They go.)\n\nOLD "
             "MAN. Wait.\n") ==
        "# ACT I\nMIRA: Who goes there?\nOLD MAN: Only I.\nMIRA: Then come.\n- (They go.)\nOLD MAN: Wait.\n");
}

TEST_CASE("interview: speech recognition's own labels") {
  CHECK(dump("Speaker 1: Hello.\nSpeaker 2: Hi.\nSpeaker 1: So.\nSpeaker 2: So.\n") ==
        "Speaker 1: Hello.\nSpeaker 2: Hi.\nSpeaker 1: So.\nSpeaker 2: So.\n");
  CHECK(cast("SPEAKER_00: Hello.\nSPEAKER_01: Hi.\nSPEAKER_00: So.\n") ==
        "Speaker 1 (SPEAKER_00)\nSpeaker 2 (SPEAKER_01)\n");
  CHECK(dump("Unknown Speaker  0:01\nHello.\n\nSpeaker 2  0:03\nHi.\n") ==
        "@1000 Unknown Speaker: Hello.\n@3000 Speaker 2: Hi.\n");
}

TEST_CASE("interview: chats, whose times of day become the time since the first") {
  CHECK(dump("[12/03/2021, 10:02:11] Ana Holm: Are you there?\n[12/03/2021, 10:02:40] Ben: "
             "Yes.\n[12/03/2021, 10:03:01] Ana Holm: Good.\n") ==
        "~0 Ana Holm: Are you there?\n~29000 Ben: Yes.\n~50000 Ana Holm: Good.\n");
  CHECK(dump("12/03/21, 23:59 - Ana: Are you there?\n13/03/21, 00:02 - Ben: Yes.\n13/03/21, 00:03 - Ana: "
             "Good.\n") == "~0 Ana: Are you there?\n~180000 Ben: Yes.\n~240000 Ana: Good.\n");
  CHECK(dump("00:12:33 From Ana Holm to Everyone: Are you there?\n00:12:40 From Ben to Everyone: "
             "Yes.\n00:13:01 From Ana Holm to Everyone: Good.\n") ==
        "@753000 Ana Holm: Are you there?\n@760000 Ben: Yes.\n@781000 Ana Holm: Good.\n");
  CHECK(dump("10:02:33 From Ana Holm to Everyone: Are you there?\n10:02:40 From Ben to Everyone: "
             "Yes.\n10:03:01 From Ana Holm to Everyone: Good.\n") ==
        "~0 Ana Holm: Are you there?\n~7000 Ben: Yes.\n~28000 Ana Holm: Good.\n");
  CHECK(dump("10:02 <ana> Are you there?\n10:02 <ben> Yes.\n10:03 <ana> Good: then we go.\n") ==
        "~0 ana: Are you there?\n~0 ben: Yes.\n~60000 ana: Good: then we go.\n");
  CHECK(dump("Ana Holm  11:58 PM\nAre you there?\nBen Reed  12:03 AM\nYes.\nAna Holm  12:04 AM\nGood.\n") ==
        "~0 Ana Holm: Are you there?\n~300000 Ben Reed: Yes.\n~360000 Ana Holm: Good.\n");
}

TEST_CASE("interview: the order of a chat's dates is told by all of them") {
  // The fourth to the sixth of December, not the twelfth of three months.
  CHECK(dump("12/4/24, 10:00 - Ana: One?\n12/5/24, 10:00 - Ben: Two.\n12/6/24, 10:00 - Ana: Three.\n") ==
        "~0 Ana: One?\n~86400000 Ben: Two.\n~172800000 Ana: Three.\n");
  CHECK(dump("2024-02-28 10:00 Ana: One?\n2024-03-01 10:00 Ben: Two.\n2024-03-01 10:01 Ana: Three.\n") ==
        "~0 Ana: One?\n~172800000 Ben: Two.\n~172860000 Ana: Three.\n");
}

TEST_CASE("interview: a line of a chat that nobody wrote is narration") {
  CHECK(
      dump("12/03/2021, 10:02 - Ana: Are you there?\n12/03/2021, 10:03 - Ben: Yes.\n12/03/2021, 10:04 - Cleo "
           "joined using a link\n12/03/2021, 10:05 - Ana: Good.\n12/03/2021, 10:06 - Ben: Hello Cleo.\n") ==
      "~0 Ana: Are you there?\n~60000 Ben: Yes.\n~120000 - Cleo joined using a link\n~180000 Ana: "
      "Good.\n~240000 Ben: Hello Cleo.\n");
  CHECK(
      dump("[10:02] <ana> Are you there?\n[10:02] <ben> Yes.\n[10:03] * cleo waves\n[10:04] <ana> Good.\n") ==
      "~0 ana: Are you there?\n~0 ben: Yes.\n~60000 - * cleo waves\n~120000 ana: Good.\n");
}

TEST_CASE("interview: captions that change voice") {
  CHECK(dump(">> ANA: HELLO.\n>> BEN: HI.\n>> ANA: SO.\n>> WELL.\n>> BEN: YES.\n") ==
        "ANA: HELLO.\nBEN: HI.\nANA: SO.\n- WELL.\nBEN: YES.\n");
}

TEST_CASE("interview: dialogue by dashes alone has no names") {
  CHECK(dump("\xE2\x80\x93 D'o\xC3\xB9 venez-vous ?\n\n\xE2\x80\x93 D'ici : de la ville.\n\n\xE2\x80\x93 Et "
             "avant ?\n\n\xE2\x80\x93 Aussi.\n") ==
        "- D'o\xC3\xB9 venez-vous ?\n- D'ici : de la ville.\n- Et avant ?\n- Aussi.\n");
  CHECK(dump("\xE2\x80\x94Hola.\n\xE2\x80\x94\xC2\xBFQui\xC3\xA9n es?\n\xE2\x80\x94Soy yo.\n") ==
        "- Hola.\n- \xC2\xBFQui\xC3\xA9n es?\n- Soy yo.\n");
}

TEST_CASE("interview: exports of transcription services") {
  const std::string same = "@1000 Ana Holm: Hello.\n@2000 Ben Reed: Hi.\n@62000 Ana Holm: Bye.\n";
  CHECK(dump("Ana Holm [00:00:01] Hello.\n\nBen Reed [00:00:02] Hi.\n\nAna Holm [00:01:02] Bye.\n") == same);
  CHECK(dump("[00:00:01.00] - Ana Holm\nHello.\n\n[00:00:02.00] - Ben Reed\nHi.\n\n[00:01:02.00] - Ana "
             "Holm\nBye.\n") == same);
  CHECK(dump("Ana Holm: (00:01)\nHello.\n\nBen Reed: (00:02)\nHi.\n\nAna Holm: (01:02)\nBye.\n") == same);
  CHECK(dump("[00:00:01 - 00:00:02] Ana Holm: Hello.\n[00:00:02 - 00:00:03] Ben Reed: Hi.\n[00:01:02 - "
             "00:01:03] Ana Holm: Bye.\n") == same);
  CHECK(dump("Ana Holm, [12.03.21 10:02]\nAre you there?\n\nBen Reed, [12.03.21 10:03]\nYes.\n\nAna Holm, "
             "[12.03.21 10:04]\nGood.\n") ==
        "~0 Ana Holm: Are you there?\n~60000 Ben Reed: Yes.\n~120000 Ana Holm: Good.\n");
  CHECK(dump("1:02 PM <ana> Are you there?\n1:02 PM <ben> Yes.\n1:03 PM <ana> Good.\n") ==
        "~0 ana: Are you there?\n~0 ben: Yes.\n~60000 ana: Good.\n");
}

TEST_CASE("interview: a news channel's roles after a comma") {
  CHECK(cast("ANA HOLM, HOST: Hello.\nBEN REED, BAKER: Hi.\nHOLM: So.\nREED: Yes.\nUNIDENTIFIED MALE: "
             "Bread!\nHOLM: Well.\n") ==
        "ANA HOLM, HOST (HOLM)\nBEN REED, BAKER (REED)\nUNIDENTIFIED MALE\n");
}

TEST_CASE("interview: a parliament's forms of address") {
  CHECK(dump("M. le président. La parole est à Mme Duval.\n\nMme Claire Duval. Merci.\n\nM. le président. Je "
             "vous en prie.\n\n"
             "Mme Claire Duval. \xE2\x80\x94 Voilà.\n") ==
        "M. le président: La parole est à Mme Duval.\nMme Claire Duval: Merci.\nM. le président: Je vous en "
        "prie.\n"
        "Mme Claire Duval: Voilà.\n");
}

TEST_CASE("interview: letters for question and answer in other languages") {
  CHECK(dump("P. ¿De dónde?\nR. De aquí.\nP. ¿Y antes?\nR. También.\n") ==
        "P: ¿De dónde?\nR: De aquí.\nP: ¿Y antes?\nR: También.\n");
  CHECK(dump("В: Откуда?\nО: Отсюда.\nВ: А раньше?\nО: Тоже.\n") ==
        "В: Откуда?\nО: Отсюда.\nВ: А раньше?\nО: Тоже.\n");
  CHECK(dump("A. Holm: Hello.\nB. Reed: Hi.\nA. Holm: So.\nB. Reed: Yes.\n") ==
        "A. Holm: Hello.\nB. Reed: Hi.\nA. Holm: So.\nB. Reed: Yes.\n");
}

TEST_CASE("interview: a play with the name on a line of its own") {
  CHECK(dump("MIRA.\nWho goes there?\n\nOLD MAN.\nOnly I.\n\nMIRA.\nThen come.\n\nOLD MAN.\nWait.\n") ==
        "MIRA: Who goes there?\nOLD MAN: Only I.\nMIRA: Then come.\nOLD MAN: Wait.\n");
}

TEST_CASE("interview: a time between the name and the words") {
  CHECK(dump("Ana Holm\n00:01\nHello there.\n\nBen Reed\n00:05\nHi to you.\n\nAna Holm\n00:09\nBye.\n\nBen "
             "Reed\n00:11\nBye now.\n") ==
        "@1000 Ana Holm: Hello there.\n@5000 Ben Reed: Hi to you.\n@9000 Ana Holm: Bye.\n@11000 Ben Reed: "
        "Bye now.\n");
}

TEST_CASE("interview: a wide space after the name") {
  CHECK(
      dump("聞き手　なぜパンを？\n田中　昔から好きで。\n聞き手　いつからですか。\n田中　子どものころ。\n") ==
      "聞き手: なぜパンを？\n田中: 昔から好きで。\n聞き手: いつからですか。\n田中: 子どものころ。\n");
}

TEST_CASE("interview: numbers before the turns, and a question wholly in bold") {
  CHECK(dump("1. Ana: Hello.\n2. Ben: Hi.\n3. Ana: So.\n4. Ben: Yes.\n") ==
        "Ana: Hello.\nBen: Hi.\nAna: So.\nBen: Yes.\n");
  CHECK(dump("**Q: Why?**\n\nBecause.\n\n**Q: When?**\n\nIn May.\n\n**Q: How?**\n\nSlowly.\n") ==
        "Q: Why?\n- Because.\nQ: When?\n- In May.\nQ: How?\n- Slowly.\n");
}

TEST_CASE("interview: names in pointed or square brackets") {
  CHECK(dump("[00:00:01] <Ana> Hello.\n[00:00:04] <Ben> Hi.\n") == "@1000 Ana: Hello.\n@4000 Ben: Hi.\n");
  CHECK(dump("[Ana] Hello.\n[Ben] Hi.\n[Ana] So.\n") == "Ana: Hello.\nBen: Hi.\nAna: So.\n");
}

TEST_CASE("interview: a nickname in quotes is part of the name") {
  for (const char* name :
       {"William \"Bill\" Ode", "William “Bill” Ode", "William \"Big Bill\" Ode", "Anna «Nell» Ode"}) {
    std::string talk;
    for (int i = 0; i < 2; ++i)
      talk +=
          std::string(name) + ": So where did it begin?\n\nAna Lund: In the barn, as these things do.\n\n";
    const std::string turn =
        std::string(name) + ": So where did it begin?\nAna Lund: In the barn, as these things do.\n";
    CHECK(dump(talk) == turn + turn);
  }
  // What is quoted in a sentence is none.
  CHECK(dump("Ana Lund: Well.\n\nIt was \"Bill\" Ode said: come in.\n\nAna Lund: So.\n")
            .find("Bill\" Ode said:") != std::string::npos);
}
