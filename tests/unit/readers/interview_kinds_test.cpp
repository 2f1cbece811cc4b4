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

}  // namespace visavis
