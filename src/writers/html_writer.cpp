#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "words/reports.h"
#include "writers/writers.h"
#include "writers/written_text.h"

namespace visavis {
namespace {

constexpr std::int32_t kLevels = 5;  // of headings below the title

constexpr std::string_view kStyle =
    "body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }\n"
    "h1 { font-size: 1.5rem; line-height: 1.25; }\n"
    "h2 { font-size: 1.15rem; }\n"
    "h3, h4, h5, h6 { font-size: 1rem; }\n"
    "cite { font-style: normal; font-weight: 600; }\n"
    "time { color: GrayText; font-variant-numeric: tabular-nums; }\n"
    "p { margin: 0 0 1rem; }\n"
    ":root { color-scheme: light dark; }\n";

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

// Who speaks most has the first; as web/styles/palette.js has them, and the figures of the page.
constexpr const char* kLight[] = {"#2f6db3", "#c4572f", "#0f4a3d", "#551a80",
                                  "#6a561a", "#a34f82", "#3795c9", "#7d9068"};
constexpr const char* kDark[] = {"#6fa8e8", "#e8875f", "#86ecbc", "#9a68c8",
                                 "#e6c552", "#c85b80", "#a9c3c6", "#568a2c"};
constexpr std::size_t kColours = std::size(kLight);

// One a speaker, from 1; 0 for those beyond the colours.
std::vector<std::size_t> colours_of(const Transcript& transcript, const Analysis& analysis) {
  std::vector<std::size_t> order(transcript.speakers.size()), colours(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return analysis.balance.speakers[a].words > analysis.balance.speakers[b].words;
  });
  for (std::size_t rank = 0; rank < std::min(order.size(), kColours); ++rank) colours[order[rank]] = rank + 1;
  return colours;
}

std::string colour_rules(std::size_t speakers, const char* const (&colours)[kColours]) {
  std::string out;
  for (std::size_t i = 0; i < std::min(speakers, kColours); ++i)
    out += ".s" + std::to_string(i + 1) + " { color: " + colours[i] + "; }\n";
  return out;
}

// A page needs a title where the transcript has none: who speaks.
std::string title_of(const Transcript& transcript) {
  constexpr std::size_t kNamed = 3;
  if (transcript.has_title && !transcript.title.empty()) return transcript.title;
  std::string out;
  for (std::size_t i = 0; i < std::min(transcript.speakers.size(), kNamed); ++i)
    out += (i ? ", " : "") + transcript.speakers[i].name;
  if (transcript.speakers.size() > kNamed) out += ", …";
  return out.empty() ? "Transcript" : out;
}

}  // namespace

// One page without script or anything from elsewhere. A turn is `cite`, `time` and `p`, as the transcripts of
// Podcasting 2.0 in HTML are (podcast-namespace, transcripts.md).
// Its one h1 is its title, which class "title" marks, or "no-title" where the transcript has none of its own;
// the headings come below it, a level down.
Written write_html(const Transcript& transcript, const Analysis& analysis) {
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
  const std::string title = title_of(transcript);
  const bool own = transcript.has_title && !transcript.title.empty();
  const std::vector<std::size_t> colours = colours_of(transcript, analysis);
  append_escaped(page, title);
  page += "</title>\n<style>\n";
  page += kStyle;
  page += colour_rules(colours.size(), kLight);
  page += "@media (prefers-color-scheme: dark) {\n" + colour_rules(colours.size(), kDark) + "}\n</style>\n";
  page += "</head>\n<body>\n<article class=\"vis-a-vis page\">\n";
  page += own ? "<h1 class=\"title\">" : "<h1 class=\"no-title\">";
  append_escaped(page, title);
  page += "</h1>\n";
  walk(
      transcript,
      [&](const Section& section) {
        const std::string tag = "h" + std::to_string(std::min(section.level, kLevels) + 1);
        // An opening heading that is the title stands above already.
        const bool above = &section == transcript.sections.data() && is_title_of_first_section(transcript);
        page += "<" + tag + (above ? " hidden>" : ">");
        append_escaped(page, section.title);
        page += "</" + tag + ">\n";
      },
      [&](const Turn& turn) {
        const std::string_view name = speaker_name(transcript, turn);
        page += "<div>\n";
        if (!name.empty()) {
          const std::size_t colour = colours[static_cast<std::size_t>(turn.speaker)];
          page += colour ? "<cite class=\"s" + std::to_string(colour) + "\">" : "<cite>";
          append_escaped(page, name);
          page += ":</cite>\n";
        }
        append_time_element(turn, page);
        write_paragraphs(trim(transcript.text_of(turn)), name.empty(), page);
        page += "</div>\n";
      });
  page += "</article>\n</body>\n</html>\n";
  Places places;
  places.levels = kLevels;
  note_left_out(phrase::the_page, transcript, places, out);
  return out;
}

}  // namespace visavis
