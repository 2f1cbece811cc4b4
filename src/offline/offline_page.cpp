#include "offline/offline_page.h"

#include <algorithm>
#include <vector>

#include "model/record.h"
#include "scene/figures.h"
#include "words/phrases.h"
#include "words/reports.h"
#include "writers/written_text.h"

namespace visavis {
namespace {

// "A", "A and B", "A, B, and 4 others", as the page's Intl.ListFormat has them.
std::string list_of(const Transcript& transcript, const std::vector<std::size_t>& people) {
  std::vector<std::string> names;
  const std::size_t named = people.size() > 3 ? 2 : people.size();
  for (std::size_t i = 0; i < named; ++i) names.push_back(transcript.speakers[people[i]].name);
  if (named < people.size()) names.push_back(Language()(phrase::others_counted, {people.size() - named}));
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i) out += i + 1 < names.size() ? ", " : names.size() > 2 ? ", and " : " and ";
    out += names[i];
  }
  return out;
}

// A title is one line of a tab, a description what a preview has room for.
constexpr std::size_t kTitleBytes = 300, kDescriptionBytes = 600;

// As much of the text as fits, whole characters.
std::string shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return std::string(text.substr(0, most)) + "…";
}

std::string slot_attribute(const Document& doc, std::int32_t speaker) {
  return " data-slot=\"" + std::to_string(doc.slots[static_cast<std::size_t>(speaker)]) + "\"";
}

std::string attribute(std::string_view name, std::string_view value) {
  std::string out = " " + std::string(name) + "=\"";
  append_escaped(out, value, true);
  return out + "\"";
}

std::string element(std::string_view tag, std::string_view attributes, std::string_view text) {
  std::string out = "<" + std::string(tag) + std::string(attributes) + ">";
  append_escaped(out, text);
  return out + "</" + std::string(tag) + ">";
}

void append_balance(const Document& doc, std::string& out) {
  ViewState all;
  const BalanceFigures figures = balance_figures(doc, all);
  if (figures.rows.empty()) return;
  out += "<table class=\"balance\">\n<caption>";
  out += phrase::balance.english;
  out += "</caption>\n<thead><tr><th scope=\"col\">speaker</th>";
  for (const std::string& column : figures.columns) out += element("th", " scope=\"col\"", column);
  out += "</tr></thead>\n<tbody>\n";
  for (const BalanceRow& row : figures.rows) {
    out += "<tr>" + element("th", " scope=\"row\"" + slot_attribute(doc, row.speaker), row.name);
    for (const std::string& cell : row.cells) out += element("td", "", cell);
    out += "</tr>\n";
  }
  out += "</tbody>\n</table>\n";
}

// A turn's words so that the text of their element is exactly what they are. A parser drops NUL, and reads CR
// as a line end (HTML, section 13.2.3.5).
void append_words(std::string_view words, std::string& out) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find_first_of(std::string_view("\n\r\0", 3), at), words.size());
    append_escaped(out, words.substr(at, end - at));
    if (end < words.size()) out += words[end] == '\n' ? "<br>\n" : words[end] == '\r' ? "&#13;" : "\x1A";
    at = end + 1;
  }
}

void append_turn(const Document& doc, std::size_t id, std::string& out) {
  const Turn& turn = doc.transcript.turns[id];
  const bool narration = turn.speaker == kNone;
  // An id that a link's fragment names: without the program, too, it leads there.
  out += "<div" + std::string(narration ? " class=\"narration\"" : "") + " id=\"turn=" + std::to_string(id) +
         "\">";
  if (!narration)
    out += element("cite", slot_attribute(doc, turn.speaker), speaker_name(doc.transcript, turn)) + " ";
  append_time_element(turn, out);
  out += "<p class=\"words\">";
  append_words(doc.transcript.text_of(turn), out);
  out += "</p></div>\n";
}

std::string body_of(const Document& doc, std::string_view title, std::string_view view) {
  const Transcript& transcript = doc.transcript;
  std::string out = "<article id=\"transcript\" dir=\"auto\"";
  if (!transcript.language.empty()) out += attribute("lang", transcript.language);
  if (!view.empty()) out += attribute("data-view", view);
  out += ">\n<header>\n" + element("h1", "", title) + "\n" + element("p", "", timeline_summary(doc)) +
         "\n</header>\n";
  append_balance(doc, out);
  std::size_t id = 0;
  walk(
      transcript,
      [&](const Section& section) {
        const std::string tag = "h" + std::to_string(std::min(section.level + 1, 6));
        // An opening heading that is the title stands above already.
        const bool above = &section == transcript.sections.data() && is_title_of_first_section(transcript);
        out += element(tag, above ? " hidden=\"\"" : "", section.title) + "\n";
      },
      [&](const Turn&) { append_turn(doc, id++, out); });
  out += "</article>\n<script type=\"application/vnd.vis-a-vis.record\">" + write_record(transcript) +
         "</script>";
  return out;
}

}  // namespace

std::string title_of(const Document& doc) {
  const Transcript& transcript = doc.transcript;
  if (transcript.has_title && !transcript.title.empty()) return transcript.title;
  if (transcript.speakers.empty()) return phrase::title_nobody.english;
  std::vector<std::size_t> all, guests, hosts;
  for (std::size_t i = 0; i < transcript.speakers.size(); ++i) {
    all.push_back(i);
    if (doc.analysis.roles[i] == Role::interviewee) guests.push_back(i);
    if (doc.analysis.roles[i] == Role::interviewer) hosts.push_back(i);
  }
  if (guests.empty() || hosts.empty()) return list_of(transcript, all);
  return Language()(phrase::title_talk, {list_of(transcript, guests), list_of(transcript, hosts)});
}

Result<std::string> write_offline_page(const Document& doc, std::string_view page_template,
                                       std::string_view view) {
  const std::size_t head = page_template.find(kOfflineHead), body = page_template.find(kOfflineBody);
  if (head == page_template.npos || body == page_template.npos || head > body)
    return Error{ErrorCode::bad_option, 0, phrase::not_a_template};
  const std::string title = title_of(doc);
  std::string out(page_template.substr(0, head));
  const std::string short_title = shortened(title, kTitleBytes);
  out += element("title", "", short_title) + "\n<meta name=\"description\"" +
         attribute("content", shortened(short_title + ": " + timeline_summary(doc), kDescriptionBytes)) + ">";
  const std::size_t after = head + kOfflineHead.size();
  out += page_template.substr(after, body - after);
  out += body_of(doc, title, view);
  return out + std::string(page_template.substr(body + kOfflineBody.size()));
}

}  // namespace visavis
