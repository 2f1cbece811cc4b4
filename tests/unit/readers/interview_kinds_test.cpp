// Kinds of text that people have, each in several hands. Our own sentences.
#include <doctest/doctest.h>

#include "readers/corrections.h"
#include "readers/registry.h"
#include "support/interview_dump.h"

namespace visavis {

using test::cast;
using test::dump;

TEST_CASE("interview: a Hansard's stop and dash close the label") {
  for (const std::string dash : {".- ", ".—", ".— ", ".–", ".-- "}) {
    CAPTURE(dash);
    CHECK(cast("MR. SPEAKER" + dash + "Order.\n\nHON. I. MOE" + dash + "I thank the House.\n\nMR. SPEAKER" +
               dash + "Questions?\n\nHON. I. MOE" + dash + "Soon.\n\nMR. SPEAKER" + dash + "Adjourned.\n") ==
          "MR. SPEAKER\nHON. I. MOE\n");
  }
}

TEST_CASE("interview: an answer that returns on every page is no running head") {
  std::string file;
  for (int i = 1; i <= 8; ++i)
    file += std::to_string(i) + "\nQ: Is stone " + std::string(1, static_cast<char>('A' + i)) +
            " wet?\nA: Yes.\n\n";
  const std::string read = dump(file);
  std::size_t answers = 0;
  for (std::size_t at = read.find("A: Yes."); at != std::string::npos; at = read.find("A: Yes.", at + 1))
    ++answers;
  CHECK(answers == 8);
}

TEST_CASE("interview: a Hansard's label that comes once, with capitals, offices and small letters") {
  CHECK(cast("MADAM SPEAKER.- Order.\n\nHON. DR. I. MOE.- I thank the House.\n\nMADAM SPEAKER.- "
             "Questions?\n\nHON. "
             "LT. COL. B. VIK.- One.\n\nHON. DR. I. MOE.- Soon.\n\nPROF. A. ROY.- Why?\n") ==
        "MADAM SPEAKER\nHON. DR. I. MOE\nHON. LT. COL. B. VIK\nPROF. A. ROY\n");
  CHECK(cast("El señor PRESIDENTE.- Orden.\n\nLa señora VEGA.- Gracias. Así es.\n\nEl señor "
             "PRESIDENTE.- ¿Preguntas?\n\nEl señor RUIZ (Castro).- Una.\n\nEl señor PRESIDENTE.- Bien.\n") ==
        "El señor PRESIDENTE\nLa señora VEGA\nEl señor RUIZ (El señor RUIZ (Castro))\n");
  CHECK(
      cast(
          "Mr. Holm.—I rise to ask.\n\nThe Minister.—It is so.\n\nMr. Holm.—And the mill?\n\nMrs. Vik.—It is "
          "shut.\n\nThe Minister.—No.\n") == "Mr. Holm\nThe Minister\nMrs. Vik\n");
}

TEST_CASE("interview: what another says meanwhile stands in brackets before the label") {
  CHECK(dump("A: Wo war das?\nB: Im Tal. [A: Mhm.]\n[A: Ach so.] B: Am Bach.\nA: Und dann?\n[A: Ja?] B: "
             "Heim.\n") ==
        "A: Wo war das?\nB: Im Tal. [A: Mhm.]\nB: [A: Ach so.] Am Bach.\nA: Und dann?\nB: [A: Ja?] Heim.\n");
  CHECK(dump("Ivo: Kamo?\nMaja: Dolje.\n(Ivo: Aha.) Maja: Do vode.\nIvo: Sama?\nMaja: S bratom.\n") ==
        "Ivo: Kamo?\nMaja: Dolje.\nMaja: (Ivo: Aha.) Do vode.\nIvo: Sama?\nMaja: S bratom.\n");
  // The words of that turn go on in the next line.
  CHECK(dump("P: Quando?\nR: Ontem.\nP: E hoje?\n[P: Sim?] R: Hoje também,\nà tarde.\nP: Bom.\n") ==
        "P: Quando?\nR: Ontem.\nP: E hoje?\nR: [P: Sim?] Hoje também, / à tarde.\nP: Bom.\n");
}

TEST_CASE("interview: initials that are words") {
  CHECK(cast("MK: Fangen wir an.\n\nER: Gern.\n\nMK: Wer war dort?\n\nER: Wir drei.\n\nAN: Ich auch.\n\nMK: "
             "Gut.\n\nES: Und ich.\n") == "MK\nER\nAN\nES\n");
  CHECK(
      cast(
          "TL: So.\nRE: The gate first.\nTL: Why?\nRE: It leaks.\nNO: I agree.\nTL: Fine.\nRE: Then we close "
          "it.\n") == "TL\nRE\nNO\n");
  CHECK(cast("JV: Allons-y.\nIL: Oui.\nJV: Où ça ?\nIL: Là.\nJV: Bien.\nON: Moi aussi.\n") == "JV\nIL\nON\n");
  // Words of grammar in small letters are none.
  std::string talk;
  for (int i = 0; i < 5; ++i) talk += "Ana: Is it so?\n\nBen: No.\n\n";
  CHECK(cast(talk + "But: it rained.\n\n" + talk) == "Ana\nBen\n");
}

TEST_CASE("interview: a form of address and a name that end a sentence name nobody") {
  for (const std::string name : {"M. Duval.", "Mme Roy.", "Dr. Holm.", "Sr. Vega."}) {
    CAPTURE(name);
    CHECK(cast("Il neige.\n" + name + "\nOù étiez-vous ?\nJe ne sais plus.\nPersonne n'était là.\n" + name +
               "\nRépondez.\nJe marchais.\nC'est tout.\n") == "");
  }
  CHECK(
      cast("It was late.\n\nMr. Holm.\n\nHe came in and sat.\n\nNobody spoke.\n\nMr. Holm.\n\nHe rose.\n\nIt "
           "was over.\n") == "");
  // As labels they have their words behind them, or are several that take turns.
  CHECK(cast("M. Duval. Où étiez-vous ?\nMme Roy. Au bord du canal.\nM. Duval. Seule ?\nMme Roy. Seule.\n") ==
        "M. Duval\nMme Roy\n");
}

TEST_CASE("interview: who is in a list of those present speaks also once") {
  const std::string talk =
      "**Ana Kos:** Guten Morgen.\n\n**Ben Roth:** Morgen.\n\n**Ana Kos:** Wie steht es?\n\n**Ben Roth:** "
      "Gut.\n\n**Ana Kos:** Und der Steg?\n\nIda: Er ist fertig\n\n**Ben Roth:** Fein.\n\n**Ana Kos:** Dann "
      "weiter.\n\n**Ben Roth:** Gern.\n";
  const std::string cast_of_it = "Ana Kos\nBen Roth\nIda\n";
  CHECK(cast(talk + "\n## Dabei\n\n* Ana Kos\n* Ben Roth\n* Ida\n") == cast_of_it);
  CHECK(cast("Anwesend: Ana Kos, Ben Roth, Ida\n\n" + talk) == cast_of_it);
  CHECK(cast("Anwesend\n\n1. Ida\n2. Ana Kos\n3. Ben Roth\n4. Jo Lind\n\n" + talk) == cast_of_it);
  // The list is nobody's words.
  CHECK(dump("**Ana**\n* Morgen. Fangen wir an.\n\n**Ben**\n* Gern.\n\n**Ana**\n* Der Steg ist "
             "fertig.\n\n**Ben**\n* "
             "Fein.\n\n## Dabei\n\n* Ana\n* Ben\n* Jo\n* Ida\n* Uwe\n* Eva\n* Pia\n* Leo\n") ==
        "Ana: * Morgen. Fangen wir an.\nBen: * Gern.\nAna: * Der Steg ist fertig.\nBen: * Fein.\n## Dabei\n- "
        "* Ana\n- * "
        "Ben\n- * Jo\n- * Ida\n- * Uwe\n- * Eva\n- * Pia\n- * Leo\n");
}

TEST_CASE("interview: heads with lists below them speak to nobody") {
  const std::string talk =
      "\nChair Moe:\nGood morning to all.\n\nLiv Vik:\nThank you.\n\nChair Moe:\nThe weir is old.\n\nLiv "
      "Vik:\nVery "
      "old.\n";
  for (const char* head : {"Present:\nIda Moe\nLiv Vik\n", "Agenda:\nThe weir\n\nClerk:\nJon Dahl\n",
                           "Tilstede:\nIda Moe\nLiv Vik\nJon Dahl\n\nReferent:\nPer Lie\n"}) {
    CAPTURE(head);
    CHECK(cast(head + talk) == "Chair Moe\nLiv Vik\n");
  }
  // Who greets in whole sentences speaks.
  CHECK(cast("Clerk:\nPlease be seated.\n" + talk) == "Clerk\nChair Moe\nLiv Vik\n");
}

TEST_CASE("interview: a name that comes once, above its words as the others are") {
  CHECK(cast("Ana Kos\nGuten Morgen.\n\nBen Roth\nMorgen.\n\nAna Kos\nUnd der Steg?\n\nIda\nEr ist "
             "fertig.\n\nBen Roth\nFein.\n") == "Ana Kos\nBen Roth\nIda\n");
  CHECK(
      cast("ANNA\nKde je klíč?\n\nPETR\nU vody.\n\nEVA\nMám ho já.\n\nANNA\nDobře.\n\nPETR\nTak pojďme.\n") ==
      "ANNA\nPETR\nEVA\n");
  // A heading stands apart, or above a name.
  CHECK(
      cast(
          "Ana Kos\nGuten Morgen.\n\nBen Roth\nMorgen.\n\nDer Steg\n\nAna Kos\nUnd der Steg?\n\nBen Roth\nEr "
          "ist fertig.\n\nAna Kos\nFein.\n") == "Ana Kos\nBen Roth\n");
}

TEST_CASE("interview: a full name and a few words are no heading where full names speak") {
  const std::string talk =
      "Ana Kos: Fangen wir an.\n\nBen Roth: Gern.\n\nZum Anfang\n\nAna Kos: Wer war da?\n\n";
  const std::string more = "Ben Roth: Wir alle.\n\nAna Kos: Gut.\n";
  CHECK(dump(talk + "Ida Holm: Ja gern\n\n" + more) ==
        "Ana Kos: Fangen wir an.\nBen Roth: Gern.\n# Zum Anfang\nAna Kos: Wer war da?\nIda Holm: Ja "
        "gern\nBen Roth: Wir "
        "alle.\nAna Kos: Gut.\n");
  CHECK(cast(talk + "Tagesordnung: der Steg\n\n" + more) == "Ana Kos\nBen Roth\n");
}

TEST_CASE("interview: a sentence that stands alone in the talk is no heading") {
  for (const char* line :
       {"Everyone agreed", "She never came back", "Niemand kam wieder", "Nadie respondió"}) {
    CAPTURE(line);
    CHECK(dump("Ana: When?\n\nJon: In May.\n\nAna: Where?\n\nJon: By the mill.\n\n" + std::string(line) +
               "\n\nAna: And then?\n\nJon: Nothing.\n")
              .find("# ") == std::string::npos);
  }
}

TEST_CASE("interview: who asks and answers in a told story is nobody who speaks") {
  for (const std::string label :
       {"I asked", "She replied", "Le digo", "Je lui demande", "Ich frage ihn", "Gli chiedo"}) {
    CAPTURE(label);
    const std::string line = label + ": where was it? \"By the sea\".\n\nThe sea was grey. Nobody came.\n\n";
    CHECK(cast("# A house\n\nThe house was old. I went there in May.\n\n" + line + line + line) == "");
  }
}

TEST_CASE("interview: screenplays have scenes, transitions and action") {
  CHECK(dump("INT. KÜCHE - TAG\n\nDampf. Ein Topf.\n\nRUTH\nSalz?\n\nPAUL (O.S.)\nNein.\n\nSie "
             "wartet.\n\nSCHNITT "
             "AUF:\n\nEXT. HOF - NACHT\n\nRUTH\nKomm.\n\nPAUL\n(leise)\nJa.\n\nHUND\nWuff.\n\nSCHNITT "
             "AUF:\n\nEXT. "
             "STRASSE - TAG\n\nRUTH\nDa.\n\nPAUL\nJa.\n") ==
        "# INT. KÜCHE - TAG\n- Dampf. Ein Topf.\nRUTH: Salz?\nPAUL: Nein.\n- Sie wartet.\n- SCHNITT AUF:\n# "
        "EXT. HOF - "
        "NACHT\nRUTH: Komm.\nPAUL: (leise) / Ja.\nHUND: Wuff.\n- SCHNITT AUF:\n# EXT. STRASSE - TAG\nRUTH: "
        "Da.\nPAUL: "
        "Ja.\n");
  CHECK(cast("1. INT./EXT. CAR - DAWN\n\nIVO\nNow?\n\nMAJA (V.O.)\nNot yet.\n\nFADE TO:\n\n2. EXT. FIELD - "
             "DAY\n\nIVO (CONT'D)\nNow!\n\nMAJA\nGo.\n\nIVO\nYes.\n\nMAJA\nRun.\n") ==
        "IVO (IVO (CONT'D))\nMAJA (MAJA (V.O.))\n");
}

TEST_CASE("interview: what stands behind the end is nobody's words") {
  for (const char* end : {"[END OF INTERVIEW]", "(Ende des Gesprächs)", "[Fin de la entrevista]",
                          "END OF TRANSCRIPT", "*Konec*"}) {
    CAPTURE(end);
    CHECK(dump("KOS: When?\nROTH: In May.\nKOS: Where?\nROTH: Here.\n" + std::string(end) +
               "\nINDEX\nweir, 1\n")
              .find("ROTH: Here.\n- ") != std::string::npos);
  }
  // A tape ends, the answer goes on.
  CHECK(dump("KOS: When?\nROTH: In May.\n[END OF TAPE 1]\nKOS: Where?\nROTH: Here.\n").find("KOS: Where?") !=
        std::string::npos);
}

TEST_CASE("tables without a header: rows that are counted, names that go on, marks behind the words") {
  const auto told = [](const std::string& text) {
    ReadOptions options;
    const Result<Transcript> read = read_transcript(text, options);
    std::string out = read ? read->report.format + ":" : english(read.error().message);
    if (!read) return out;
    for (const Turn& turn : read->turns)
      out += " " +
             (turn.speaker == kNone ? "-" : read->speakers[static_cast<std::size_t>(turn.speaker)].name) +
             " " + (turn.start_ms == kNoTime ? "" : std::to_string(turn.start_ms) + " ") +
             std::string(read->text_of(turn));
    return out;
  };
  CHECK(told("1\t0.00\t1.20\tANA;\tis it\n2\t1.20\t2.00\t\tthe "
             "weir?\n3\t2.10\t3.00\tIVO;\tno,\n4\t3.00\t4.00\tANA;"
             "\tno?\n") == "csv: ANA 0 is it the weir? IVO 2100 no, ANA 3000 no?");
  CHECK(told("0;0:01;0:02;Ana;is it so\n1;0:03;0:04;Ivo;no it is not\n2;0:05;0:06;Ana;oh well then\n") ==
        "csv: Ana 1000 is it so Ivo 3000 no it is not Ana 5000 oh well then");
  std::string marked;
  for (int i = 0; i < 5; ++i) marked += "A|Is it so?|qy\nB|No, it is not.|sd\n";
  CHECK(told(marked).starts_with("csv: A Is it so? B No, it is not. A"));
  CHECK(told(marked).find("qy") == std::string::npos);
}

TEST_CASE("interview: who is called by his title is no speaker") {
  std::string file;
  for (int i = 0; i < 40; ++i)
    file += std::string(i % 2 ? "Ida Holm" : "Ben Ray") + ": (" + std::to_string(10 + i) + ":00)\nThe weir " +
            std::to_string(i) + " is shut.\n\n" +
            (i % 8 == 3 ? "Ben Ray: (" + std::to_string(10 + i) + ":30)\nMr. Governor.\n\n" : "") +
            (i % 8 == 5 ? "Ben Ray: (" + std::to_string(10 + i) + ":40)\nMr. Governor, please.\n\n" : "");
  CHECK(cast(file) == "Ben Ray\nIda Holm\n");
}

TEST_CASE("interview: a deposition's lines wrap, and who was there is a list") {
  std::string file =
      "APPEARANCES:\nRIVER COMMITTEE:\nPia Moe, Counsel,\n   Chairman Vik\nAPPEARANCES:  "
      "(Cont'd)\nFOR THE WITNESS:\nOle Brandt, Holm & Holm\n";
  for (int i = 0; i < 12; ++i)
    file +=
        "      MS. MOE:  Go on, please, with\nexhibit " + std::to_string(i) +
        ".\n      Q. And what did you hear at\nthe mill?  I ask about that day.\nDo you remember it?\n      "
        "A. I had it all from\nthe ministry.  It was late, and we had\na long way to go home.\n";
  CHECK(cast(file) == "MS. MOE\nQ\nA\n");
  CHECK(dump(file).find("# Do you") == std::string::npos);
}

TEST_CASE("interview: one question without a label is no heading") {
  CHECK(dump("Old mills\n\nMSM: Who ran the gate,\nand who paid?\n\nVik: The town.\n\nWhen did it "
             "shut?\n\nVik: In May.\n\nMSM: Who ran it then?\n\nVik: Nobody.\n")
            .find("# When") == std::string::npos);
}

TEST_CASE("interview: questions and answers that carry numbers") {
  CHECK(cast("Q1: What is a weir?\n\nA1: A wall.\n\nQ2: Why?\n\nA2: For the mill.\n\nQ3: "
             "Whose?\n\nA3: Ours.\n") == "Q (Q1, Q2, Q3)\nA (A1, A2, A3)\n");
}

TEST_CASE("interview: a list of addresses is nobody's speech") {
  CHECK(cast("Q: Where is it written?\n\nA: In the wiki.\n\nQ: Where else?\n\nA: Here:\n\nWebsite: "
             "[Weirs](https://weirs.example)\nForum:\n<https://forum.weirs.example>\nMap: "
             "<https://map.weirs.example>\n") == "Q\nA\n");
}

TEST_CASE("interview: a sentence that opens with a pronoun names nobody") {
  CHECK(cast("MR SPEAKER: Order. I put the question.\n\nI put the question: That the Bill be read.\n\nMR "
             "MOE: Thank you.\n\nMR SPEAKER: Well.\n\nI put the question: That it be so.\n\nMR MOE: "
             "Aye.\n") == "MR SPEAKER\nMR MOE\n");
}

TEST_CASE("interview: a bridge hands on what people write elsewhere") {
  CHECK(cast("00:12 <+bridge> <Ana> hi\n00:13 < Ben> hello\n00:14 <+bridge> <Cle> is it on?\n00:15 "
             "<+bridge> <Ana> yes\n00:16 < Ben> good\n") == "Ana\nBen\nCle\n");
  // One who quotes two lines says them.
  CHECK(cast("00:12 <Ana> hi\n00:13 <Ben> hello\n00:14 <Cle> yes\n00:15 <Cle> <Ana> hi\n00:16 <Cle> "
             "<Ben> hello\n00:17 <Cle> so\n00:18 <Cle> thus\n") == "Ana\nBen\nCle\n");
}

TEST_CASE("interview: a stop between name and colon is no part of the name") {
  CHECK(cast("HON. I. MOE.: Thank you.\n\nMR. SPEAKER.: Order.\n\nHON. I. MOE.: I go on.\n\nMR. "
             "SPEAKER: Well.\n\nJON VIK JR.: Yes.\n\nHON. I. MOE: No.\n") ==
        "HON. I. MOE\nMR. SPEAKER\nJON VIK JR.\n");
}

TEST_CASE("interview: signs around names are learned from the text") {
  const auto talk = [](const std::string& before, const std::string& after) {
    const auto line = [&](const std::string& name, const std::string& words) {
      return before + name + after + words + "\n";
    };
    return line("Ana", "the weir, is it shut?") + line("Ole", "since May") + line("Ana", "by whom?") +
           line("Ole", "by the town") + line("Pia", "not all of it") + line("Ole", "near enough");
  };
  for (const std::pair<std::string, std::string>& signs :
       std::vector<std::pair<std::string, std::string>>{{"", "> "},
                                                        {"", " ~ "},
                                                        {"", " >> "},
                                                        {"", " => "},
                                                        {"", " :: "},
                                                        {"{", "} "},
                                                        {"/", "/ "},
                                                        {"(", ") "},
                                                        {"~", "~ "},
                                                        {"@", " "},
                                                        {"«", "» "},
                                                        {"", " » "},
                                                        {"%", ": "}}) {
    CAPTURE(signs.first);
    CAPTURE(signs.second);
    CHECK(cast(talk(signs.first, signs.second)) == "Ana\nOle\nPia\n");
  }
  // A list of what one wrote, and a program, teach nothing.
  CHECK(cast("a) Salt\nb) Nets\nc) Rope\na) Tar\nb) Oil\nc) Wax\n") == "");
  CHECK(
      cast("x => f(x)\ny => g(y)\nx => h(x)\nAll of it is done by the mill, and nobody asks.\nThe town pays "
           "for it.\nIt is so.\nThus it goes.\n") == "");
}

TEST_CASE("interview: voices within a line") {
  CHECK(dump("Interviewer: Where was it? Roos: At the pans.\nInterviewer: And when? Roos: In May. I was "
             "late.\nInterviewer: Alone? Roos: With Mr. Vik.\n") ==
        "Interviewer: Where was it?\nRoos: At the pans.\nInterviewer: And when?\nRoos: In May. I was "
        "late.\nInterviewer: Alone?\nRoos: With Mr. Vik.\n");
  CHECK(dump(">> We are live. >> Thank you. >> Where do you stand? >> By the weir.\n") ==
        "- We are live.\n- Thank you.\n- Where do you stand?\n- By the weir.\n");
  // What another is quoted with, and works that a place stands before, are no voices.
  CHECK(cast("Ana: He said it so. Well: it rained.\nOle: I know. Well: it did.\nAna: Good. Well: and "
             "then?\nOle: Then we went.\nAna: Where?\nOle: Home.\nAna: When?\nOle: Late.\nAna: "
             "Oh?\nOle: Yes.\n") == "Ana\nOle\n");
  CHECK(cast("Vik, I. 1990. Weirs. Bergen: Holm.\nMoe, P. 1991. Mills. Bergen: Holm.\nRay, B. 1992. Locks. "
             "Bergen: Holm.\n") == "");
}

TEST_CASE("interview: a screenplay that centres its names") {
  CHECK(
      cast(
          "    Night. A ferry without lights.\n\n                         NORA\n                  "
          "(tired)\n            You are late.\n\n    TOM comes out of the dark.\n\n                         "
          "TOM\n            The bridge was up.\n\n            It always is.\n\n                         NORA "
          "(cont'd)\n            Not today.\n\n    Rain.\n\n                         TOM\n            "
          "No.\n\n                         A GUARD\n            Two?\n") ==
      "NORA (NORA (cont'd))\nTOM\nA GUARD\n");
}

TEST_CASE("interview: chats of programs and languages") {
  const std::string two = "Ana\nOle\n";
  CHECK(cast("2021년 3월 4일 오전 9:05, Ana : hi\n2021년 3월 4일 오후 1:06, Ole : yes: I see\n2021년 3월 4일 "
             "오후 1:10, Ana : so\n") == two);
  CHECK(cast("٤/٣/٢٠٢١، ٩:٠٥ ص - Ana: hi\n٤/٣/٢٠٢١، ٩:٠٦ ص - Ole: نعم: here\n٤/٣/٢٠٢١، ١:١٠ م - Ana: "
             "so\n") == two);
  for (const std::string word : {"à", "um", "at", "a las", "kl."}) {
    CAPTURE(word);
    CHECK(cast("04.03.21 " + word + " 18:00 - Ana: hi\n04.03.21 " + word +
               " 18:03 - Ole: yes: I see\n04.03.21 " + word + " 18:04 - Ana: so\n") == two);
  }
  CHECK(cast("[04-Mar-21 05:01 PM] Ana\nhi\n\n[04-Mar-21 05:02 PM] Ole\npage three: the gate\n\n[04-Mar-21 "
             "05:03 PM] Ana\nso\n") == two);
  CHECK(cast("Ana, [04.03.2021 09:01]\nFor Friday\nGate: 18:30\n\nOle, [04.03.2021 09:03]\nWhere: at "
             "home?\n\nAna, [04.03.2021 09:04]\nYes\n") == two);
  CHECK(cast("2021/03/04(木)\n09:01\tAna\thi\n09:03\tOle\t18:30\n09:04\tAna\t\"nets:\nropes\"\n") == two);
  CHECK(
      cast("2021-03-04 22:35:23\t@Ana\thi\n2021-03-04 22:35:29\tOle\tyes\n2021-03-04 22:36:10\t@Ana\tso\n") ==
      two);
  CHECK(cast("10:02:33\t From Ana  to  Everyone : hi\n10:02:50\t From Ole | Weir  to  Ana(Direct Message) : "
             "yes: I see\n10:03:40\t From Ana  to  Everyone : so\n") == "Ana\nOle | Weir\n");
  CHECK(cast("[17:00:01] <ana_> hi\n[17:00:12] <ole_|away> yes\n[17:01:00] <ana_> so\n") ==
        "ana_\nole_|away\n");
}

TEST_CASE("interview: bold around name and time closes behind the colon") {
  CHECK(dump("**Ana (00:03):** Where?\n\n**Ole (00:11):** Here.\n\n**Ana (00:19):** Since when?\n") ==
        "@3000 Ana: Where?\n@11000 Ole: Here.\n@19000 Ana: Since when?\n");
  CHECK(
      dump("**00:00:03 | Ana:** Where?\n\n**00:00:11 | Ole:** Here.\n\n**00:00:19 | Ana:** Since when?\n") ==
      "@3000 Ana: Where?\n@11000 Ole: Here.\n@19000 Ana: Since when?\n");
}

TEST_CASE("interview: two persons whom only their surnames in brackets tell apart") {
  CHECK(cast("Ana (Lund): Who?\n\nAna (Vik): I did.\n\nAna (Lund): When?\n\nAna (Vik): In May.\n") ==
        "Ana (Lund)\nAna (Vik)\n");
  CHECK(cast("Ana (baker): Who?\n\nOle: I did.\n\nAna (on the phone): When?\n\nOle: In May.\n") ==
        "Ana (Ana (baker), Ana (on the phone))\nOle\n");
}

TEST_CASE("interview: letters with a wide gap, times with one word, an index behind the end") {
  CHECK(
      cast(
          "1       Q     Where was it?\n2       A     At the weir.\n3       Q     When?\n4       A     In "
          "May.\n5       Q     Who else?\n6       A     3 others.\n7       Q     Their names?\n8       A     "
          "Vik and Moe.\n9       Q     And?\n10      A     Roos.\n11      Q     All?\n12      A     "
          "Yes.\n") == "Q\nA\n");
  CHECK(cast("0:00.10 So\n0:00.32 the\n0:00.50 mill\n0:00.91 burned.\n0:03.20 And\n0:03.44 so\n") == "");
  CHECK(dump("KERR: Hard?\nROOS: Hot.\nKERR: And then?\nROOS: Nets.\nEND OF INTERVIEW\nIndex\nclogs, 1\n") ==
        "KERR: Hard?\nROOS: Hot.\nKERR: And then?\nROOS: Nets.\n- END OF INTERVIEW\n# Index\n- clogs, 1\n");
}

TEST_CASE("interview: scenes open with inside and outside in many languages") {
  for (const std::string place :
       {"AUSSEN. HAFEN", "INT. QUAI", "INTERIOR. PUERTO", "ИНТ. ПОРТ", "BINNEN. KADE"}) {
    CAPTURE(place);
    CHECK(cast(place + " - NACHT\n\nRain.\n\nNORA\nYou are late.\n\nTOM\nI know.\n\n" + place +
               " - TAG\n\nNORA\nSo.\n\nTOM\nYes.\n\nGUARD\nTwo?\n\nNORA\nTwo.\n\nTOM\nGo.\n") ==
          "NORA\nTOM\nGUARD\n");
  }
}

TEST_CASE("interview: doubt is told: who could speak too") {
  const auto doubts = [](std::string_view file) {
    const Result<Transcript> read = read_transcript(file, {});
    std::size_t count = 0;
    for (const ReportEntry& entry : read->report.entries) count += entry.code == "speakers-unsure";
    return count;
  };
  std::string prose = "A long text about the weir.\n\n";
  for (int i = 0; i < 4; ++i) {
    prose += "Upper Gate: the water stood high, and it was said of it that it was so. ";
    prose += "It was built late.\n\n";
    for (int k = 0; k < 60; ++k) prose += "The town paid for what it had and for what it had not.\n\n";
  }
  CHECK(doubts(prose) == 1);
  CHECK(doubts("Ana: Where?\nOle: Here.\nAna: When?\nOle: Now.\n") == 0);
}

TEST_CASE("interview: the second best reading is named and can be had") {
  const auto read = [](std::string_view file, bool second) {
    ReadOptions options;
    if (second) parse_read_options("second 1", options);
    return *read_transcript(file, options);
  };
  const auto doubt = [](const Transcript& t) {
    std::string said;
    for (const ReportEntry& entry : t.report.entries)
      if (entry.code == "second-reading") said += english(entry.message);
    return said;
  };
  const auto names = [](const Transcript& t) {
    std::string all;
    for (const Speaker& speaker : t.speakers) all += speaker.name + "\n";
    return all;
  };
  std::string prose = "A long text about the weir.\n\n";
  for (int i = 0; i < 4; ++i) {
    prose += "Upper Gate: the water stood high, and it was said of it that it was so.\n\n";
    for (int k = 0; k < 60; ++k) prose += "The town paid for what it had and for what it had not.\n\n";
  }
  const Transcript first = read(prose, false), second = read(prose, true);
  CHECK(names(first) == "");
  CHECK(doubt(first) ==
        "Since of 4 lines that open with a name, 4 with \"Upper Gate\" were read as words, it could also be "
        "read with \"Upper Gate\" as a speaker.");
  CHECK(names(second) == "Upper Gate\n");
  // Names of which most come once: the other reading has nobody.
  const std::string list =
      "Gate: A door for water.\nSluice: A small one.\nWeir: A wall in the river.\nRace: The mill's "
      "water.\nGate: Also a word for pay.\nLock: Two doors.\n";
  const Transcript words = read(list, true);
  if (!names(read(list, false)).empty()) CHECK(names(words) == "");
  const std::string talk = "Ana: Where?\nOle: Here.\nAna: When?\nOle: Now.\n";
  CHECK(doubt(read(talk, false)) == "");
  CHECK(names(read(talk, true)) == "Ana\nOle\n");
}

TEST_CASE("interview: what a debate's speech is called is no name") {
  CHECK(cast("John: Opening Statement:\n\nI am here to say it.\n\nJack: Opening Statement:\n\nThank you, "
             "John.\n\nJohn: Rebuttal:\n\nNot so.\n\nJack: Rebuttal:\n\nIt is so.\n") == "John\nJack\n");
}

TEST_CASE("interview: a name above its words in brackets, with its time, is whatever its bearer typed") {
  CHECK(
      dump("[0417_水野 葉子 ミズノ ヨウコ] 10:02:03\nはじめます。\n\n[mio] 10:02:05\nはい。\n\n[0417_水野 "
           "葉子 "
           "ミズノ ヨウコ] 10:02:09\n雨です。\n\n[mio] 10:02:12\n川も。\n") ==
      "~0 0417_水野 葉子 ミズノ ヨウコ: はじめます。\n~2000 mio: はい。\n~6000 0417_水野 葉子 ミズノ ヨウコ: "
      "雨です。\n~9000 mio: 川も。\n");
}

TEST_CASE("interview: in a chat another name is another person") {
  CHECK(cast("3/4/21, 9:01 AM - Vesna: Boat?\n3/4/21, 9:02 AM - Vesna Kralj: Mine.\n3/4/21, 9:03 AM - Vesna: "
             "When?\n"
             "3/4/21, 9:04 AM - Vesna Kralj: Noon.\n") == "Vesna\nVesna Kralj\n");
}

TEST_CASE("interview: an answer of one word below a name is not another name") {
  CHECK(dump("Ms. Vega\nWas the gate shut?\n\nMr. Holm\nNo.\n\nMs. Vega\nWas it open?\n\nMr. "
             "Holm\nCorrect.\n\nMs. "
             "Vega\nWho saw it?\n\nMr. Holm\nNo.\n") ==
        "Ms. Vega: Was the gate shut?\nMr. Holm: No.\nMs. Vega: Was it open?\nMr. Holm: Correct.\nMs. Vega: "
        "Who saw it?\nMr. Holm: No.\n");
}

TEST_CASE("interview: what goes on in a chat's log is no heading") {
  CHECK(
      dump(
          "<ana> the list:\n\n New lock at the weir, maybe spring\n<ole> good\n<ana> and who pays\n<ole> the "
          "town\n")
          .find('#') == std::string::npos);
}

TEST_CASE("interview: lines that broke in a long talk are no headings") {
  std::string talk;
  for (int i = 0; i < 120; ++i)
    talk += "E: Where was it " + std::to_string(i) + " then?\nL: It was down by the old weir.\n";
  const std::string broken = talk + "E: And after?\nL: We stayed there.\nSo then the boats came and\n" + talk;
  CHECK(dump(broken).find("# ") == std::string::npos);
  // In capitals it is one.
  CHECK(dump(talk + "E: And after?\nL: We stayed there.\nTHE SECOND DAY\n" + talk).find("# THE SECOND DAY") !=
        std::string::npos);
}

TEST_CASE("a remark is one in captions and in plain text") {
  for (const char* remark : {"Hinweis", "Datum", "Note", "Источник", "Σημείωση", "Megjegyzés", "出典"}) {
    CAPTURE(remark);
    std::string text, captions = "WEBVTT\n\n";
    for (int i = 0; i < 4; ++i) {
      const std::string time =
          "00:0" + std::to_string(i) + ".000 --> 00:0" + std::to_string(i + 1) + ".000\n";
      for (const std::string line : {"Ana: Where is it?\n\n", "Ole: There.\n\n"}) {
        text += line;
        captions += time + line;
      }
      if (i == 2) {
        text += std::string(remark) + ": the sound is bad here.\n\n";
        captions += time + remark + ": the sound is bad here.\n\n";
      }
    }
    for (const std::string& bytes : {text, captions}) {
      const Result<Transcript> read = read_transcript(bytes);
      REQUIRE(read);
      CHECK(read->speakers.size() == 2);
    }
  }
}

TEST_CASE("interview: whom a chat's message goes to is no part of who sends it") {
  CHECK(cast("2026-03-16 17:19:33 From Ana Maria Vega to Ole Peder Holm (direct "
             "message):\n\tHere?\n2026-03-16 17:19:58 From Ole "
             "Peder Holm to Everyone:\n\tYes.\n2026-03-16 17:21:15 From Ana Maria Vega to Ole Peder Holm "
             "(direct "
             "message):\n\tGood.\n") == "Ana Maria Vega\nOle Peder Holm\n");
}

TEST_CASE("interview: a heading with a dash is no label") {
  CHECK(cast("# Property - Cover\n\nWords of the first.\n\nQ - Is it open?\n\nA - It is.\n\n# Property - "
             "Trust\n\nMore "
             "words.\n\nQ - And now?\n\nA - Now too.\n") == "Q\nA\n");
  CHECK(cast("Name: Ana Vega (AV)\n\nTopic: the weir\n\nOle Holm (OH): Who are you?\n\nAna Vega (AV): I mend "
             "it.\n\nOH: "
             "Alone?\n\nAV: Alone.\n\nOH: Good.\n") ==
        "Ole Holm (Ole Holm (OH), OH)\nAna Vega (Ana Vega (AV), AV)\n");
}

TEST_CASE("interview: an index behind the end mark speaks no word") {
  const std::string talk = "Uli: Is it open?\n\nMia: Not yet.\n\nUli: Good.\n\n[End of interview]\n\n";
  CHECK(cast(talk + "INDEX\n\nBoats, 3, 14\nMill: 7\nWeir: 1, 9\n") == "Uli\nMia\n");
  // A tape ends and the talk goes on, with somebody new.
  CHECK(cast(talk + "Ole: I am here too.\n\nUli: Welcome.\n\nMia: Hello.\n") == "Uli\nMia\nOle\n");
}

TEST_CASE("interview: what is heard stands in brackets and capitals before the label") {
  CHECK(dump("VEGA: Good evening.\nHOLM: Thank you.\n(APPLAUSE) VEGA: Shall we begin?\nHOLM: "
             "Yes.\n(LAUGHTER) HOLM: At last.\n") ==
        "VEGA: Good evening.\nHOLM: Thank you.\nVEGA: (APPLAUSE) Shall we begin?\nHOLM: Yes.\nHOLM: "
        "(LAUGHTER) At last.\n");
}

TEST_CASE("interview: signs around a name are none of it") {
  CHECK(cast("#Person1#: Is it open?\n#Person2#: Not yet.\n#Person1#: When?\n#Person2#: Soon.\n") ==
        "Person1\nPerson2\n");
}

TEST_CASE("interview: the columns of a Hansard are its pages") {
  CHECK(dump("Ms Vega: I rise to\n\n19 July 2011 : Column 184WH\n\nask of the weir.\n\nMr Holm: It is "
             "shut.\n\nColumn 185WH\n\nMs "
             "Vega: Since when?\n\nMr Holm: Column 12 says it.\n") ==
        "Ms Vega: I rise to / ask of the weir.\nMr Holm: It is shut.\nMs Vega: Since when?\nMr Holm: Column "
        "12 says it.\n");
}

}  // namespace visavis
