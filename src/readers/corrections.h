// Corrections as text, one a line: how the page, the command and (later) links spell them.
#pragma once

#include <cstdint>
#include <string_view>

#include "readers/reader.h"

namespace visavis {

// Reads option lines into `options`; an empty line is skipped. The lines:
//   format NAME            join 0|1            second 1              title WORDS (none: no title)
//   line N text|speaker|heading              rename ID NAME              merge FROM INTO
//   role ID interviewer|interviewee|moderator|participant                language TAG (BCP 47)
//   give TURN LINE ID      give TURN LINE new NAME      (one turn alone; LINE is where it begins, 0 for none)
//   topics N        topic TURN [NAME]        untopic TURN    (no reading's: analysis/topics.h heeds them)
// Returns false at the first line that is none of these.
bool parse_read_options(std::string_view lines, ReadOptions& options);

// Applies title, language, turns given to others, renamings, roles and merges to a finished reading; ids that
// do not exist are ignored and reported. Who is new comes after all others and can be renamed and merged as
// they can. Of two speakers of whom one is given interviewer or interviewee, the other is the other.
void apply_corrections(Transcript& transcript, const Corrections& corrections);

}  // namespace visavis
