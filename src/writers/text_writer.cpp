#include "writers/writers.h"
#include "writers/written_text.h"

namespace visavis {
namespace {

// "[00:01:02] " or "[00:01:02.345] ", as exact as the time is.
void append_start(std::string& out, const Turn& turn) {
  if (turn.start_ms == kNoTime || turn.start_ms < 0) return;
  std::string clock = format_clock(turn.start_ms);
  if (turn.start_ms % 1000 == 0) clock.resize(clock.size() - 4);
  out += "[" + clock + "] ";
}

void note_ends(const Transcript& transcript, Written& out) {
  for (const Turn& turn : transcript.turns)
    if (turn.end_ms != kNoTime && turn.end_source == TimeSource::measured) {
      out.notes.push_back("The ends of the turns are left out; their starts are kept.");
      return;
    }
}

void write_turn(const Transcript& transcript, const Turn& turn, std::string_view emphasis, std::string& out) {
  if (!out.empty()) out += "\n";
  append_start(out, turn);
  const std::string_view name = speaker_name(transcript, turn);
  if (!name.empty()) out.append(emphasis).append(name).append(":").append(emphasis).append(" ");
  out += without_empty_lines(transcript.text_of(turn)) + "\n";
}

// The opening heading names the title as well, so a title of its own is one that no such heading gives.
bool is_title_of_first_section(const Transcript& transcript) {
  return !transcript.sections.empty() && transcript.sections[0].first_turn == 0 &&
         transcript.sections[0].title == transcript.title;
}

// YAML 1.2, section 7.3: a quoted scalar, so that nothing can be taken for syntax; in single quotes where the
// text has double ones.
void append_scalar(std::string_view key, std::string_view value, std::string& out) {
  const bool has_double = value.find_first_of("\"\\") != std::string_view::npos;
  const char quote = has_double && value.find('\'') == std::string_view::npos ? '\'' : '"';
  out.append(key) += quote;
  for (const char c : value) {
    if (quote == '"' && (c == '"' || c == '\\')) out += '\\';
    out += c;
  }
  out += quote;
  out += '\n';
}

}  // namespace

Written write_text(const Transcript& transcript, const Measures&) {
  Written out;
  walk(
      transcript,
      [&](const Section& section) {
        if (!out.bytes.empty()) out.bytes += "\n";
        out.bytes += section.title + "\n";
      },
      [&](const Turn& turn) { write_turn(transcript, turn, "", out.bytes); });
  if (transcript.has_title && !is_title_of_first_section(transcript))
    out.notes.push_back("Plain text has no place for the title; it is left out.");
  note_ends(transcript, out);
  return out;
}

Written write_markdown(const Transcript& transcript, const Measures&) {
  Written out;
  const bool own_title = transcript.has_title && !is_title_of_first_section(transcript);
  if (own_title || !transcript.language.empty() || !transcript.speakers.empty()) {
    out.bytes = "---\n";
    if (own_title) append_scalar("title: ", transcript.title, out.bytes);
    if (!transcript.language.empty()) append_scalar("language: ", transcript.language, out.bytes);
    if (!transcript.speakers.empty()) out.bytes += "speakers:\n";
    for (const Speaker& speaker : transcript.speakers) append_scalar("  - ", speaker.name, out.bytes);
    out.bytes += "---\n";
  }
  walk(
      transcript,
      [&](const Section& section) {
        if (!out.bytes.empty()) out.bytes += "\n";
        out.bytes.append(static_cast<std::size_t>(section.level < 6 ? section.level : 6), '#');
        out.bytes += " " + section.title + "\n";
      },
      [&](const Turn& turn) { write_turn(transcript, turn, "**", out.bytes); });
  note_ends(transcript, out);
  return out;
}

}  // namespace visavis
