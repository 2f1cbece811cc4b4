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
// beside names or times ([0.5, 2.1, "…"], ["Ana", "…"]), or strings under a name that says so. Columns of
// tuples are known by what is in them.
BareLists find_bare_lists(std::string_view json);

}  // namespace visavis
