// Speech-to-text JSON is dozens of dialects of one thing: segments and words with times and speakers, under
// other names in other places. A reader of such a dialect is a table of rules, "what stands at this path is a
// segment's start in seconds"; the one interpreter here reads them all.
//
// A path is written "results[].alternatives[0].words[].start|startTime": keys with dots between, [] any item
// of an array, [0] only that one, | between names of one thing. Two rules that share a part of a path write
// it the same way.
#pragma once

#include <span>

#include "readers/reader.h"
#include "readers/shared/json_draft.h"
#include "readers/shared/json_time.h"

namespace visavis {

// Whose value a rule sets.
enum class Of : std::uint8_t { file, segment, word, speaker, span, section, channel };

enum class As : std::uint8_t {
  open,        // the container at this path is one of these: begun here, done at its end
  start,       // times: see Unit
  start_once,  // … of the first of several places
  end,
  duration,
  text,        // of a segment: several are lines of it
  text_piece,  // … are joined by a space
  text_raw,    // … are joined as they are
  speaker,  // the label of who speaks (a string or a number); of `speaker`: the label that the table entry is
            // for
  name,     // of a table entry; of a segment: the name for the segment's own label
  channel,  // a number; speaks for who speaks where no speaker is told and there are several
  confidence,
  kind,      // of a word: "punctuation" in any case, or "tag": a remark, which is put into brackets
  attaches,  // of a word: "previous", "next", "both"
  level,     // of a section
  language,
  title,
  delimiter,   // of the file: an empty string where words are not to be joined by spaces
  interim,     // of a stream's message: true, or a word with "Partial", where a later one says the same
  is_final,    // … false there
  other_next,  // of a segment: true where somebody else speaks after it, whoever that is
  service,     // of a segment: what kind of message it is, where some are the program's own and nobody's
};

struct JsonRule {
  std::string_view path;
  Of of;
  As as;
  Unit unit = Unit::none;
  // Of `open`: where a file tells the same speech several times, the highest layer is read. Of a text, a name
  // or a segment's speaker: the same of what stands in several places.
  std::int8_t layer = 0;
};

// The file is of the format with this confidence if it has all these paths (JsonPaths::has_all).
struct JsonSignature {
  double confidence;
  const char* paths;
};

struct JsonFormat {
  std::span<const JsonSignature> signatures = {};
  std::span<const JsonRule> rules = {};
  // Names of wrappers that rules and paths are the same inside of, with | between; "[]" too; "*" is any.
  const char* roots = "";
  SpeakerNumbers numbers = SpeakerNumbers::automatic;
  bool spaced = true;  // Draft::spaced
  // Puts right what rules cannot say, before turns are made.
  void (*refine)(Draft&) = nullptr;
  bool captions = false;  // Draft::captions
};

// Appends text as the model holds it: line breaks LF, no NUL.
void append_clean(std::string& out, std::string_view text);

double sniff_json(const Input& input, const JsonFormat& format) noexcept;
Result<Transcript> read_json(const Input& input, const ReadOptions& options, const JsonFormat& format);

}  // namespace visavis
