// Talks in JSON whose lists do not name their fields: tuples, strings, and objects whose keys are who speaks.
#pragma once

#include <optional>
#include <string>

#include "readers/reader.h"
#include "readers/shared/json_draft.h"

namespace visavis {

struct BareLists {
  std::optional<Draft> draft;  // who said what
  std::string texts;  // or texts that are interviews themselves ("Ana: …\nJon: …"), one after the other
};

// What the list that looks most like a talk holds: objects of which a key is a voice (question and answer,
// interviewer and interviewee, or one name a piece, as [{"Ana": "…"}, {"Jon": "…"}]), tuples with words
// beside names or times ([0.5, 2.1, "…"], ["Ana", "…"]), strings under a name that says so, or objects whose
// fields are called as columns of tables are. Columns of tuples are known by what is in them.
BareLists find_bare_lists(std::string_view json);

// A talk whose lists say once who speaks in them: ["Ana", [{"text": "…"}, …]], or {"Ana": [{"start": 0.5,
// "text": "…"}], "Jon": […]} with times, by which they are put in order. Nothing where the file holds none.
std::optional<Draft> find_headed_lists(std::string_view json);

// A key that is a voice where two of them stand together: question and answer, host and guest.
bool is_voice_key(std::string_view key);

}  // namespace visavis
