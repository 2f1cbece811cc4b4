// Kinds of text that people have, each in several hands. Our own sentences.
#include <doctest/doctest.h>

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

}  // namespace visavis
