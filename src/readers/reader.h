// What a format reader is: a sniff that never fails and a read that says why it did.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/decode.h"
#include "base/result.h"
#include "model/transcript.h"

namespace visavis {

// What a person says a line of a plain-text file is, against the reader's own judgement.
enum class LineKind : std::uint8_t {
  text,     // not a label and not a heading: belongs to the turn before it
  speaker,  // opens with a speaker's label
  heading,
};

struct LineCorrection {
  std::uint32_t line = 0;  // 1-based, of the decoded source
  LineKind kind = LineKind::text;
};

struct SpeakerEdit {
  std::int32_t speaker = kNone;
  std::int32_t merge_into = kNone;  // kNone: a renaming, a role, or a turn that is given
  std::string name;                 // the new name of a renaming, or of somebody new who gets the turn
  // The turn given to `speaker`, or where that is kNone to who is called `name`. Its id where a turn of that
  // id begins on that line, else the first that does: corrections of lines may have moved it.
  std::int32_t turn = kNone;
  std::uint32_t line = 0;
  Role role = Role::unknown;  // unknown: none is given
};

// What a person corrected in a reading. Kept apart from the file, applied at each reading, so that every
// correction can be undone.
struct Corrections {
  std::vector<LineCorrection> lines;  // for plain text; one a line, the last one given counts
  // For plain text: read as the second best reading has it, where there is one (the report's "second-reading"
  // says what that is). The lines above go before it.
  bool second_best = false;
  bool has_title = false;
  std::string title;     // empty with has_title: no title
  std::string language;  // BCP 47; empty: as the file and its words tell
  std::vector<SpeakerEdit>
      speakers;  // in order; ids as in the uncorrected speakers, whatever merges came before
};

struct ReadOptions {
  std::string format;              // a registry name; empty: sniffed
  bool join = true;                // join timed cues into turns (design: model)
  LegacyDecoder legacy = nullptr;  // see decode.h
  Corrections corrections;
};

class JsonPaths;

// A file as the readers get it.
struct Input {
  std::string_view bytes;           // as they came
  std::string_view text;            // decoded; empty where `binary`
  bool binary = false;              // not a text: starts as a known container does
  bool is_json = false;             // as the catalogue judges it
  const JsonPaths* json = nullptr;  // made once for all sniffs; a reader called without it makes its own
  std::string* owned = nullptr;     // what `text` is of, where it is a string that read() may take
  double reached = 0;               // another format's confidence: a sniff that cannot pass it may answer 0
};

struct FormatReader {
  const char*
      name;  // fixed in the design; `--format` and source.format; what it is: "format.NAME" of reports.inc
  int priority;  // unique; between equal confidences the higher one wins
  // How sure the content is of this format: 0 not at all, 1 beyond doubt. Looks at content alone, in time
  // linear in at most the first 64 KiB (of JSON: see JsonPaths).
  double (*sniff)(const Input&) noexcept;
  // Reads the whole; null where the reader is in another module (ErrorCode::elsewhere). The registry fills in
  // Report::format, encoding, bytes and confidence and applies title and speaker corrections.
  Result<Transcript> (*read)(const Input&, const ReadOptions&);
  bool captions = false;  // its times are those of captions: turns are given kMarkCaption (read_as)
};

}  // namespace visavis
