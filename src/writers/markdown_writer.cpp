#include "words/reports.h"
#include "writers/writers.h"
#include "writers/written_text.h"

namespace visavis {
namespace {

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

void write_front_matter(const Transcript& transcript, std::string& out) {
  out = "---\nformat: vis-a-vis\n";
  if (transcript.has_title && !is_title_of_first_section(transcript))
    append_scalar("title: ", transcript.title, out);
  else if (!transcript.has_title && opens_with_section(transcript))
    append_scalar("title: ", "", out);
  if (!transcript.language.empty()) append_scalar("language: ", transcript.language, out);
  if (!transcript.speakers.empty()) out += "speakers:\n";
  for (const Speaker& speaker : transcript.speakers) append_scalar("  - ", speaker.name, out);
  out += "---\n";
}

// A line whose first sign would open a heading, a list, a quotation, a table, a rule, a time or a name gets a
// "\" before it, behind the digits of a number. Signs inside the line are left as they are: what was Markdown
// before stays Markdown.
void append_line(std::string_view line, bool opens_block, std::string& out) {
  if (line.empty()) {
    out += opens_block ? "\\" : "";
    return;
  }
  const char next = line.size() > 1 ? line[1] : ' ';
  std::size_t digits = 0;
  while (is_digit_at(line, digits)) ++digits;
  const bool numbered = digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
  const bool escaped = line[digits < line.size() ? digits : 0] == '\\' && digits > 0;
  const bool sign = std::string_view("#>\\=|~`").find(line[0]) != std::string_view::npos;
  const bool bullet = (line[0] == '-' || line[0] == '+' || line[0] == '*') &&
                      (next == ' ' || next == line[0]) && !line.starts_with("**");
  const bool name = line.starts_with("**") && opens_block && line.find(":**") != std::string_view::npos;
  const bool time = opens_block && line[0] == '[' && is_digit_at(line, 1);
  if (numbered || escaped)
    out.append(line.substr(0, digits)).append("\\").append(line.substr(digits));
  else
    out.append(sign || bullet || name || time ? "\\" : "").append(line);
}

void write_turn(const Transcript& transcript, const Turn& turn, std::string& out) {
  const std::string_view name = speaker_name(transcript, turn);
  const std::string text = without_empty_lines(transcript.text_of(turn));
  out += "\n";
  const std::size_t begin = out.size();
  append_start(turn, out);
  if (!name.empty()) out.append("**").append(name) += text.empty() ? ":**" : ":** ";
  const bool has_opening = out.size() > begin;
  bool first = true;
  Lines lines(text);
  for (Span span; lines.next(span); first = false) {
    const std::string_view line = trim(slice(text, span));
    if (!first) out += "\n";
    if (first && has_opening)
      out += line;
    else
      append_line(line, first, out);
  }
  if (text.empty() && !has_opening) out += "\\";
  while (out.back() == ' ') out.pop_back();
  out += "\n";
}

}  // namespace

// The form that readers/interview/interview_written.h describes.
Written write_markdown(const Transcript& transcript, const Analysis&) {
  Written out;
  write_front_matter(transcript, out.bytes);
  walk(
      transcript,
      [&](const Section& section) {
        out.bytes += "\n";
        out.bytes.append(static_cast<std::size_t>(section.level < 6 ? section.level : 6), '#');
        out.bytes += section.title.empty() ? "\n" : " " + section.title + "\n";
      },
      [&](const Turn& turn) { write_turn(transcript, turn, out.bytes); });
  note_ends(transcript, out);
  note_turns(phrase::in_markdown, transcript, nullptr, false, false, out);
  note_left_out(phrase::in_markdown, transcript, {}, out);
  return out;
}

}  // namespace visavis
