#include <algorithm>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "model/builder.h"
#include "readers/documents/html_flow.h"
#include "readers/readers.h"
#include "readers/shared/cues.h"
#include "readers/shared/xml_document.h"
#include "words/reports.h"

namespace visavis {
namespace {

double sniff(const Input& input) noexcept {
  const std::string_view name = xml_root(input.text).name;
  if (name.empty()) return 0;
  if (equals_ignoring_ascii_case(name, "html")) return 0.9;
  // A part of a page, as a content system or a podcast host gives it away; a page's first tags may be left
  // out.
  for (const std::string_view part :
       {"head", "meta", "title", "link", "style", "body", "article", "section", "main", "div", "p",
        "cite", "h1",   "h2",    "h3",   "time",  "pre",  "table",   "ul",      "ol",   "dl",  "blockquote"})
    if (equals_ignoring_ascii_case(name, part)) return 0.7;
  return 0;
}

// A turn of a page whose structure tells who speaks: `cite`, `time`, then paragraphs (podcast-namespace,
// transcripts.md, "HTML").
struct Segment {
  std::string_view speaker;  // of the flow's words, as its paragraphs are
  std::vector<std::string_view> paragraphs;
  std::int64_t start_ms = kNoTime, end_ms = kNoTime;
  std::uint32_t line = 0;
  int heading = 0;
};

// Whether nearly every `cite` stands before words.
bool is_cited(const HtmlFlow& flow) {
  if (flow.is_written) return true;
  std::size_t cites = 0, followed = 0;
  for (std::size_t i = 0; i < flow.blocks.size(); ++i) {
    if (flow.blocks[i].kind != HtmlBlock::Kind::cite) continue;
    ++cites;
    std::size_t after = i + 1;
    if (after < flow.blocks.size() && flow.blocks[after].kind == HtmlBlock::Kind::time) ++after;
    followed += after < flow.blocks.size() && flow.blocks[after].kind == HtmlBlock::Kind::text;
  }
  std::size_t times = 0;
  for (const HtmlBlock& block : flow.blocks) times += block.kind == HtmlBlock::Kind::time;
  const bool marked = std::any_of(flow.blocks.begin(), flow.blocks.end(),
                                  [](const HtmlBlock& block) { return block.narration; });
  return cites > 0 ? followed * 10 >= cites * 8 : times > 1 || marked;
}

std::string_view without_colon(std::string_view label) {
  label = trim(label);
  while (label.ends_with(':')) label = trim(label.substr(0, label.size() - 1));
  return label;
}

// A table's cells, a line each.
std::string lines_of(const std::vector<TableRow>& rows) {
  std::string out;
  for (const TableRow& row : rows)
    for (const std::string_view cell : row) out.append(out.empty() ? "" : "\n").append(cell);
  return out;
}

// Takes the blocks, not their words.
std::deque<Segment> segments_of(HtmlFlow& flow) {
  std::deque<Segment> out;
  Segment pending;
  bool is_new = true;
  bool alone = false;       // the last words were a line of a chat
  std::string_view spoken;  // who spoke last outside of it
  // A name or time that comes before the last one had its words: a turn without any.
  const auto leave_empty = [&](bool is_over, std::uint32_t line) {
    if (!is_over) return;
    if (pending.line == 0) pending.line = line;
    out.push_back(std::move(pending));
    pending = {};
  };
  const bool name_first =
      std::adjacent_find(flow.blocks.begin(), flow.blocks.end(),
                         [](const HtmlBlock& block, const HtmlBlock& after) {
                           return block.kind == HtmlBlock::Kind::cite && after.kind == HtmlBlock::Kind::time;
                         }) != flow.blocks.end();
  for (; !flow.blocks.empty(); flow.blocks.pop_front()) {
    const HtmlBlock& block = flow.blocks.front();
    const KeptParagraph& p = block.paragraph;
    if (block.kind == HtmlBlock::Kind::cite) {
      leave_empty(!pending.speaker.empty() || (name_first && pending.start_ms != kNoTime), p.line);
      pending.speaker = without_colon(p.text);
      pending.line = p.line;
      is_new = true;
    } else if (block.kind == HtmlBlock::Kind::time) {
      leave_empty(pending.start_ms != kNoTime, p.line);
      pending.start_ms = block.start_ms;
      pending.end_ms = block.end_ms;
      is_new = true;
    } else if (p.heading) {
      leave_empty(!pending.speaker.empty() || pending.start_ms != kNoTime, p.line);
      out.push_back({});
      out.back().paragraphs.push_back(p.text);
      out.back().heading = p.heading;
      out.back().line = p.line;
      is_new = true;
    } else {
      std::string_view words = trim(p.text);
      if (!block.rows.empty()) words = flow.words.keep(lines_of(block.rows));
      if (!is_new && !block.narration && !alone) {
        out.back().paragraphs.push_back(words);
        continue;
      }
      // What follows a line of the chat is no part of it; "..." goes on with who spoke before it.
      if (!is_new && alone && (words.starts_with("...") || words.starts_with("…"))) pending.speaker = spoken;
      alone = block.is_alone;
      if (!alone) spoken = pending.speaker;
      pending.paragraphs.push_back(words);
      if (pending.line == 0) pending.line = p.line;
      out.push_back(std::move(pending));
      pending = {};
      is_new = false;
    }
  }
  leave_empty(!pending.speaker.empty() || pending.start_ms != kNoTime, 0);
  return out;
}

Result<Transcript> read_cited(HtmlFlow& flow, const ReadOptions& options) {
  std::deque<Segment> segments = segments_of(flow);
  // Such pages give starts alone: a segment then ends where the next one starts.
  const bool ends = std::any_of(segments.begin(), segments.end(),
                                [](const Segment& segment) { return segment.end_ms != kNoTime; });
  if (!ends) {
    std::int64_t next_ms = kNoTime;
    for (std::size_t i = segments.size(); i-- > 0;) {
      Segment& segment = segments[i];
      if (segment.start_ms == kNoTime) continue;
      if (next_ms >= segment.start_ms) segment.end_ms = next_ms;
      next_ms = segment.start_ms;
    }
  }
  TranscriptBuilder builder;
  CueJoiner joiner(builder, options.join && !flow.is_written);
  std::string text;
  for (const Segment& segment : segments) {
    text.clear();
    for (std::size_t i = 0; i < segment.paragraphs.size(); ++i)
      text.append(i == 0 ? "" : "\n\n").append(segment.paragraphs[i]);
    if (segment.heading) {
      joiner.begin_section(text, SectionKind::heading, segment.heading, segment.line);
      continue;
    }
    Cue cue;
    cue.speaker = segment.speaker;
    cue.text = text;
    cue.start_ms = segment.start_ms;
    cue.end_ms = segment.end_ms;
    cue.line = segment.line;
    if (!joiner.add(cue)) return Error{ErrorCode::too_large, segment.line, phrase::too_long};
  }
  Transcript transcript = builder.finish();
  if (!ends)
    for (Turn& turn : transcript.turns)
      if (turn.end_ms != kNoTime) turn.end_source = TimeSource::estimated;
  estimate_missing_ends(transcript);
  transcript.title = flow.title;
  transcript.has_title = !flow.title.empty();
  transcript.language = flow.language;
  return transcript;
}

void report_left_out(const HtmlFlow::LeftOut& left_out, MessageName what, Report& report) {
  if (left_out.words == 0) return;
  report.entries.push_back({left_out.line, ReportLevel::warning, Message(what, {left_out.words})});
}

Result<Transcript> read_flow(HtmlFlow& found, const ReadOptions& options);

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  Result<HtmlFlow> flow = flow_html(input.text);
  if (!flow) return flow.error();
  const HtmlFlow::LeftOut furniture = flow->furniture, ruby = flow->ruby;
  Result<Transcript> transcript = read_flow(*flow, options);
  if (!transcript) return transcript;
  report_left_out(furniture, phrase::left_furniture, transcript->report);
  report_left_out(ruby, phrase::left_ruby, transcript->report);
  return transcript;
}

Result<Transcript> read_flow(HtmlFlow& found, const ReadOptions& options) {
  HtmlFlow* const flow = &found;
  if (is_cited(*flow)) return read_cited(*flow, options);
  DocumentText document(std::move(flow->words));
  document.title = flow->title;
  document.language = flow->language;
  for (; !flow->blocks.empty(); flow->blocks.pop_front()) {
    const HtmlBlock& block = flow->blocks.front();
    const bool fits = block.rows.empty() ? document.add(block.paragraph)
                                         : document.add_table(block.rows, block.paragraph.line);
    if (!fits) return Error{ErrorCode::too_large, 0, phrase::too_many_page_paragraphs};
  }
  return document.read(options);
}

}  // namespace

const FormatReader html_reader = {"html", 42, sniff, read};

}  // namespace visavis
