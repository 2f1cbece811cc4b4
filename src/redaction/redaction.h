// Sharing less than the whole: other names for the people, words struck out, some turns alone, numbers
// without words. What is taken out is told form by form, and whether any of it stands in what is written is
// looked up by a search of its own (leaks.h, redacted_file.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/transcript.h"
#include "redaction/forms.h"

namespace visavis {

// What people are called: as they are; "Person A", "Person B" by their order in the whole transcript; by what
// they do ("Interviewer", "Interviewee 2"), where that is known. A label that anybody could have stays.
enum class Naming : std::uint8_t { kept, persons, roles };

struct Redaction {
  struct Called {
    std::string words, instead;
  };
  Naming naming = Naming::kept;
  std::vector<Called>
      called;  // a speaker by name or alias, or any other words, and what stands there instead
  std::vector<std::string> struck;  // words, wherever they stand
  std::vector<std::string> spared;  // words that are no name here, whoever bears it
  bool has_excerpt = false;
  std::int32_t first = 0, last = 0;  // turns, both ends included
  bool figures = false;              // each word as "x": whatever is counted is counted the same
  std::string file;  // what the file is called that the transcript was read from, without its folder
};

// Reads lines into `redaction`; an empty line is skipped. False at the first that is none of these:
//   names kept|persons|roles      call WORDS = WORDS      strike WORDS      keep WORDS
//   excerpt FIRST LAST            figures                 file NAME
bool parse_redaction(std::string_view lines, Redaction& redaction);

// What stands where words were struck.
constexpr std::string_view kStruck = "\u2588\u2588\u2588";

struct Redacted {
  struct Person {
    std::string was, now;
  };
  struct Taken {
    std::string words, instead;
    std::size_t times = 0;
  };
  struct Left {
    std::string word;
    std::size_t times = 0;
  };
  Transcript transcript;
  std::string file;  // its name without what is taken out and without its ending
  Forms forms;       // all that must not stand anywhere
  std::vector<Person> people;
  std::vector<Taken> taken;  // those that were found, in words, names and titles
  std::vector<std::string>
      nowhere;  // words that were to be taken out and stand in none of it: spelled otherwise?
  std::vector<Left>
      left;  // words that begin as a form does, or are it in small letters, and stay; at most 100
};

// `roles`: one a speaker, as Analysis has them. ErrorCode::bad_option where the excerpt is none of the
// transcript's. Its text holds the words of its turns alone; lines are counted anew, what was found out by
// its reader is not told, and the times of single words go where a word is another.
Result<Redacted> redact(const Transcript& transcript, const std::vector<Role>& roles,
                        const Redaction& redaction);

// A transcript with nothing of these words, names and titles, but of the same turns and sections: what a
// writer makes of it is the writer's own.
Transcript without_words(const Transcript& transcript);

// The first form that stands in the transcript's own strings, empty where none does.
std::string find_in(const Transcript& transcript, const Forms& forms);

}  // namespace visavis
