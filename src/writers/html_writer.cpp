#include "writers/writers.h"
#include "writers/written_text.h"

namespace visavis {
namespace {

constexpr std::string_view kStyle =
    "<style>\n"
    "body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }\n"
    "cite { font-style: normal; font-weight: 600; }\n"
    "time { color: GrayText; font-variant-numeric: tabular-nums; }\n"
    "p { margin: 0 0 1rem; }\n"
    ":root { color-scheme: light dark; }\n"
    "</style>\n";

// An empty line parts paragraphs, a line end is a <br>. Narration is marked, for a paragraph without a name
// may as well go on with the words before it.
void write_paragraphs(std::string_view text, bool narration, std::string& out) {
  const std::string_view begin = narration ? "<p class=\"narration\">" : "<p>";
  out += begin;
  bool after_empty = false, first = true;
  Lines lines(text);
  for (Span line; lines.next(line);) {
    const std::string_view words = trim(slice(text, line));
    if (words.empty()) {
      after_empty = true;
      continue;
    }
    if (!first) out += after_empty ? "</p>\n<p>" : "<br>\n";
    append_escaped(out, words);
    first = after_empty = false;
  }
  out += "</p>\n";
}

}  // namespace

// One page without script or anything from elsewhere. A turn is `cite`, `time` and `p`, as the transcripts of
// Podcasting 2.0 in HTML are (podcast-namespace, transcripts.md).
Written write_html(const Transcript& transcript, const Analysis&) {
  Written out;
  std::string& page = out.bytes;
  page = "<!DOCTYPE html>\n<html";
  if (!transcript.language.empty()) {
    page += " lang=\"";
    append_escaped(page, transcript.language, true);
    page += "\"";
  }
  page += ">\n<head>\n<meta charset=\"utf-8\">\n";
  page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
  append_escaped(page, transcript.has_title ? std::string_view(transcript.title) : std::string_view());
  page += "</title>\n";
  page += kStyle;
  page += "</head>\n<body>\n<article class=\"vis-a-vis\">\n";
  walk(
      transcript,
      [&](const Section& section) {
        const std::string tag = "h" + std::to_string(section.level < 6 ? section.level : 6);
        page += "<" + tag + ">";
        append_escaped(page, section.title);
        page += "</" + tag + ">\n";
      },
      [&](const Turn& turn) {
        const std::string_view name = speaker_name(transcript, turn);
        page += "<div>\n";
        if (!name.empty()) {
          page += "<cite>";
          append_escaped(page, name);
          page += ":</cite>\n";
        }
        append_time_element(turn, page);
        write_paragraphs(trim(transcript.text_of(turn)), name.empty(), page);
        page += "</div>\n";
      });
  page += "</article>\n</body>\n</html>\n";
  note_left_out("The page", transcript, {}, out);
  return out;
}

}  // namespace visavis
