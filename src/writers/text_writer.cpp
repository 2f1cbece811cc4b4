#include "words/reports.h"
#include "writers/writers.h"
#include "writers/written_text.h"

namespace visavis {
namespace {

constexpr std::string_view kIndent = "    ";

void write_head(const Transcript& transcript, std::string& out) {
  if (transcript.has_title && !is_title_of_first_section(transcript))
    out += "Title: " + transcript.title + "\n";
  else if (!transcript.has_title && opens_with_section(transcript))
    out += "Title:\n";
  if (!transcript.language.empty()) out += "Language: " + transcript.language + "\n";
  if (transcript.speakers.empty()) {
    out += "Speakers: none\n";
    return;
  }
  out += "Speakers:\n";
  for (const Speaker& speaker : transcript.speakers) out.append(kIndent).append(speaker.name) += "\n";
}

void write_heading(const Section& section, std::string& out) {
  std::size_t columns = 0;  // Han, kana and Hangul take two
  for (const char c : section.title) {
    const auto byte = static_cast<unsigned char>(c);
    columns += (byte & 0xC0) != 0x80;
    columns += byte >= 0xE3 && byte <= 0xED;
  }
  out += "\n";
  if (!section.title.empty()) out += section.title + "\n";
  out.append(columns < 3 ? 3 : columns > 72 ? 72 : columns, section.level == 1 ? '=' : '-') += "\n";
}

// Other lines than the first are indented, narration altogether; a "\" stands where narration would open with
// what looks like a time.
void write_turn(const Transcript& transcript, const Turn& turn, std::string& out) {
  const std::string_view name = speaker_name(transcript, turn);
  const std::string text = without_empty_lines(transcript.text_of(turn));
  out += "\n";
  if (name.empty()) out += kIndent;
  const std::size_t begin = out.size();
  append_start(turn, out);
  if (!name.empty())
    out.append(name) += text.empty() ? ":" : ": ";
  else if (out.size() == begin &&
           (text.empty() || text[0] == '\\' || (text[0] == '[' && is_digit_at(text, 1))))
    out += "\\";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    if (at > 0) out += kIndent;
    out.append(text, at, end - at);
    at = end;
  }
  while (out.back() == ' ') out.pop_back();
  out += "\n";
}

}  // namespace

// The form that readers/interview/interview_written.h describes.
Written write_text(const Transcript& transcript, const Analysis&) {
  Written out;
  write_head(transcript, out.bytes);
  walk(
      transcript, [&](const Section& section) { write_heading(section, out.bytes); },
      [&](const Turn& turn) { write_turn(transcript, turn, out.bytes); });
  note_ends(transcript, out);
  note_turns(phrase::plain_text, transcript, nullptr, false, false, out);
  note_left_out(phrase::plain_text, transcript, {true, true, true, 2}, out);
  return out;
}

}  // namespace visavis
