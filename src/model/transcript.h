// The one model everything reads and shows. A Transcript is built once by a TranscriptBuilder and not changed
// after.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "words/message.h"

namespace visavis {

constexpr std::int32_t kNone = -1;  // no speaker (narration), no section, no parent

enum class Role : std::uint8_t { unknown, interviewer, interviewee, moderator, participant };
const char* role_name(Role role) noexcept;       // "interviewer"; null for unknown
Role find_role(std::string_view name) noexcept;  // of that role_name; unknown where there is none

struct Speaker {
  std::string name;                  // the fullest form the file gives, the one displayed
  std::vector<std::string> aliases;  // the other forms, in order of appearance
  Role role = Role::unknown;         // only what the file itself says, or a person
};

// Where a time came from. A figure that needs times is withheld while they are unknown.
enum class TimeSource : std::uint8_t { unknown, measured, estimated };

// Turns and words go into blocks as they lie in memory (block_io.h), so no byte of them is padding.

// A word with times of its own, as speech recognition writes them. In order of text; the spans lie inside the
// turn's.
struct Word {
  Span text;
  std::int64_t start_ms = kNoTime, end_ms = kNoTime;
  float confidence = -1;  // 0 to 1, negative where unknown
  std::uint32_t unused = 0;
};

enum Mark : std::uint8_t {
  kMarkOverlap = 1,      // spoken while another speaks, as the file marks it
  kMarkInaudible = 2,    // holds a passage that the transcriber could not make out
  kMarkInterrupted = 4,  // broken off by the next turn, as the file marks it
  kMarkCaption = 8,      // its times are those of a caption: of reading, laid edge to edge, not of speech
};

const char* mark_name(Mark mark) noexcept;  // "overlap", "inaudible", "interrupted", "caption"

struct Turn {
  std::int32_t speaker = kNone;  // index into speakers, kNone for narration
  std::int32_t section = kNone;  // the innermost section
  std::uint32_t line = 0;  // 1-based line of the source where the turn starts, 0 where lines mean nothing
  Span text;               // into Transcript::text; line breaks inside are LF
  std::uint32_t first_word = 0;  // into Transcript::words
  std::int64_t start_ms = kNoTime, end_ms = kNoTime;
  TimeSource start_source = TimeSource::unknown, end_source = TimeSource::unknown;
  std::uint8_t marks = 0;  // of Mark
  std::uint8_t unused = 0;
  std::uint32_t word_count = 0;  // from first_word on; 0 where the file has no word times
};

enum class SectionKind : std::uint8_t { heading, chapter, derived };
const char* section_kind_name(SectionKind kind) noexcept;

struct Section {
  std::string title;
  SectionKind kind = SectionKind::heading;
  std::int32_t level = 1;       // from 1
  std::int32_t parent = kNone;  // a section of a lower level that holds this one
  std::uint32_t line = 0;       // of its title in the source
  // Turn ids, both ends included, those of its children too. Without turns: first = the next turn's id (or
  // the count), last = first - 1.
  std::int32_t first_turn = 0, last_turn = -1;
};

enum class ReportLevel : std::uint8_t {
  info,
  warning,
  loss
};  // loss: something of the file is not in the reading
const char* report_level_name(ReportLevel level) noexcept;

struct ReportEntry {
  std::uint32_t line = 0;
  ReportLevel level = ReportLevel::info;
  std::string code;  // stable, kebab-case: "alias-merged", "time-repaired"
  Message message;   // one sentence for people

  ReportEntry() = default;
  // Under the code of the message.
  ReportEntry(std::uint32_t at_line, ReportLevel at_level, Message what);
  // Where what is said is no message of this code alone.
  ReportEntry(std::uint32_t at_line, ReportLevel at_level, std::string_view under, Message what);
};

// What the reader did.
struct Report {
  std::string format;    // a registry name
  std::string encoding;  // WHATWG name
  std::uint64_t bytes = 0;
  double confidence = 0;  // of the format's sniff, 0 to 1
  std::vector<ReportEntry> entries;
};

struct Transcript {
  std::string text;  // UTF-8; for plain text the decoded source itself, so that spans are the file's own
  bool has_title = false;
  std::string title;
  std::string language;         // BCP 47 as the file declares it, empty where it does not
  bool language_given = false;  // by a person instead: it holds whatever the words tell
  std::vector<Speaker> speakers;
  std::vector<Turn> turns;
  std::vector<Section> sections;  // in order of their place in the text
  std::vector<Word> words;
  Report report;

  std::string_view text_of(const Turn& turn) const noexcept { return slice(text, turn.text); }
  // The latest end (or start) of any turn; kNoTime where nothing has a time.
  std::int64_t duration_ms() const noexcept;
  // True when every spoken turn has a start and an end: then there is a time axis.
  bool has_times() const noexcept;
};

}  // namespace visavis
