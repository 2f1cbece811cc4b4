#include "bridge/show.h"

#ifdef __EMSCRIPTEN__
#include <malloc.h>
#endif

#include <algorithm>
#include <string>

#include "base/json_out.h"
#include "base/text.h"
#include "bridge/answers.h"
#include "bridge/context.h"
#include "bridge/exports.h"
#include "readers/registry.h"
#include "scene/document_block.h"
#include "writers/inspect_writer.h"

namespace {

using namespace visavis;

// The decimal number that ends `words` from `at` on.
bool number_after(std::string_view words, std::size_t at, std::size_t& number) {
  const std::string_view digits = words.substr(at);
  if (digits.empty() || digits.size() > 9 || digits.find_first_not_of("0123456789") != digits.npos)
    return false;
  number = 0;
  for (const char digit : digits) number = number * 10 + static_cast<std::size_t>(digit - '0');
  return true;
}

// Hits in UTF-16 units of their turn's text, as JavaScript counts.
std::string write_hits(const App& app) {
  const Transcript& transcript = app.document().transcript;
  JsonOut out;
  out.begin_object()
      .field("total", static_cast<std::int64_t>(app.state().hits.size()))
      .key("hits")
      .begin_array();
  std::int32_t turn = kNone;
  std::uint32_t at = 0;  // bytes of the turn counted so far
  std::size_t units = 0;
  for (const SearchHit& hit : app.state().hits) {
    const Span text = transcript.turns[static_cast<std::size_t>(hit.turn)].text;
    if (hit.turn != turn) turn = hit.turn, at = text.begin, units = 0;
    units += utf16_length(slice(transcript.text, {at, hit.text.begin}));
    const std::size_t length = utf16_length(slice(transcript.text, hit.text));
    out.begin_array()
        .value(hit.turn)
        .value(static_cast<std::int64_t>(units))
        .value(static_cast<std::int64_t>(length))
        .end_array();
    units += length;
    at = hit.text.end;
  }
  out.end_array().end_object();
  return out.take();
}

// Words with times, in UTF-16 units of their turn's text.
std::string write_words(const Transcript& transcript, const Turn& turn) {
  JsonOut out;
  out.begin_array();
  std::uint32_t at = turn.text.begin;
  std::size_t units = 0;
  for (std::uint32_t i = 0; i < turn.word_count; ++i) {
    const Word& word = transcript.words[turn.first_word + i];
    if (word.start_ms == kNoTime || word.text.begin < at) continue;
    units += utf16_length(slice(transcript.text, {at, word.text.begin}));
    const std::size_t length = utf16_length(slice(transcript.text, word.text));
    out.begin_array()
        .value(static_cast<std::int64_t>(units))
        .value(static_cast<std::int64_t>(length))
        .value(word.start_ms)
        .end_array();
    units += length;
    at = word.text.end;
  }
  out.end_array();
  return out.take();
}

// One step's worth, well under a frame; and what is near to a place.
constexpr std::size_t kTurnsAtOnce = 192 << 10, kTurnsNear = 24 << 10;

// Of the document that is about to be shown, else of the one that is.
bool write_parts(VavContext& context, std::string_view what) {
  if (!context.ready && !context.app.has_document()) return false;
  const Document& doc = context.ready ? *context.ready : context.app.document();
  std::size_t first = 0;
  if (what == "head") {
    context.output = write_inspect_head(doc.transcript, doc.analysis);
  } else if (what.starts_with("turns ") && number_after(what, 6, first)) {
    context.output = write_inspect_turns(doc.transcript, first, kTurnsAtOnce);
  } else {
    return false;
  }
  return true;
}

// Of each turn of a speaker in the range [turn, words, questions, whether it cuts in].
void write_evidence(VavContext& context, std::size_t speaker) {
  const Document& doc = context.app.document();
  const std::optional<TurnRange>& chosen = context.app.state().range;
  const TurnRange range = chosen ? *chosen : whole(doc.transcript);
  JsonOut out;
  out.begin_array();
  for (std::int32_t id = range.first; id <= range.last; ++id) {
    const auto at = static_cast<std::size_t>(id);
    if (doc.transcript.turns[at].speaker != static_cast<std::int32_t>(speaker)) continue;
    const TurnMeasure& measure = doc.analysis.measures.turns[at];
    const bool cuts = doc.analysis.floor.turns[at].change == FloorChange::interruption;
    out.begin_array().value(id).value(static_cast<std::int64_t>(measure.words));
    out.value(static_cast<std::int64_t>(measure.questions))
        .value(static_cast<std::int64_t>(cuts))
        .end_array();
  }
  out.end_array();
  context.output = out.take();
}

// What the text pane is planned by: of each turn its characters, speaker and section.
std::string write_shapes(const Document& doc, std::size_t first) {
  constexpr std::size_t kShapesAtOnce = 16384;
  const std::size_t count = doc.transcript.turns.size();
  const std::size_t end = std::min(count, first + kShapesAtOnce);
  JsonOut out;
  out.begin_array();
  for (std::size_t i = first; i < end; ++i) {
    const Turn& turn = doc.transcript.turns[i];
    out.value(static_cast<std::int64_t>(doc.analysis.measures.turns[i].characters));
    out.value(turn.speaker).value(turn.section);
  }
  out.end_array();
  return out.take();
}

// Of a turn its words and those before it, of a speaker the longest turn, the first of several.
bool write_mark(VavContext& context, std::string_view what) {
  const Document& doc = context.app.document();
  const std::vector<TurnMeasure>& turns = doc.analysis.measures.turns;
  std::size_t id = 0;
  JsonOut out;
  out.begin_object();
  if (what.starts_with("time ") && number_after(what, 5, id)) {
    std::int32_t turn = kNone;
    std::int64_t latest = kNoTime;
    for (std::size_t i = 0; i < turns.size(); ++i) {
      const std::int64_t start = doc.transcript.turns[i].start_ms;
      if (start == kNoTime || start > static_cast<std::int64_t>(id) || (turn != kNone && start < latest))
        continue;
      turn = static_cast<std::int32_t>(i), latest = start;
    }
    out.key("turn");
    turn == kNone ? out.null() : out.value(turn);
  } else if (what.starts_with("turn ") && number_after(what, 5, id) && id < turns.size()) {
    out.field("words", static_cast<std::int64_t>(turns[id].words));
    out.field("before", static_cast<std::int64_t>(doc.analysis.words_before[id]));
  } else if (what.starts_with("speaker ") && number_after(what, 8, id) &&
             id < doc.transcript.speakers.size()) {
    const std::int32_t longest = longest_turn(doc, static_cast<std::int32_t>(id), whole(doc.transcript));
    out.key("longest");
    longest == kNone ? out.null() : out.value(longest);
  } else {
    return false;
  }
  out.end_object();
  context.output = out.take();
  return true;
}

// ["srt", ...]: names for `format`; what they are is said as "format.srt" (reports.inc).
std::string write_formats() {
  JsonOut out;
  out.begin_array();
  for (const FormatReader& reader : formats()) out.value(reader.name);
  out.end_array();
  return out.take();
}

}  // namespace

extern "C" {

VAV_EXPORT VavContext* vav_create() { return new VavContext; }
VAV_EXPORT void vav_destroy(VavContext* context) { delete context; }

VAV_EXPORT void vav_open_begin(VavContext* context, const char* block, std::size_t size) {
  context->ready.reset();
  context->output.clear();
  context->coming = std::make_unique<DocumentIn>(std::string_view(block, size));
}

VAV_EXPORT int vav_open_on(VavContext* context) {
  if (context->coming && context->coming->go_on()) return 2;
  if (!context->coming) return 1;
  Result<Document> document = context->coming->finish();
  context->coming.reset();
  if (!document) {
    context->output = write_error(document.error());
    return 1;
  }
  context->ready = std::make_unique<Document>(*std::move(document));
  return 0;
}

VAV_EXPORT int vav_open(VavContext* context, const char* block, std::size_t size) {
  vav_open_begin(context, block, size);
  int answer = 2;
  while (answer == 2) answer = vav_open_on(context);
  return answer;
}

VAV_EXPORT void vav_show(VavContext* context) {
  if (context->ready) context->app.show(std::move(context->ready));
}

VAV_EXPORT int vav_refine(VavContext* context) {
  App& app = context->app;
  if (!context->ready || !app.has_document() ||
      context->ready->transcript.text != app.document().transcript.text ||
      context->ready->transcript.turns.size() != app.document().transcript.turns.size())
    return 1;
  app.refine(std::move(context->ready));
  return 0;
}

VAV_EXPORT const char* vav_output(const VavContext* context) { return context->output.data(); }
VAV_EXPORT std::size_t vav_output_length(const VavContext* context) { return context->output.size(); }

VAV_EXPORT int vav_command(VavContext* context, const char* line, std::size_t size, int origin) {
  const auto from = static_cast<Origin>(std::clamp(origin, 0, 2));
  return context->app.command({line, size}, from) ? 0 : 1;
}

VAV_EXPORT void vav_language(VavContext* context, const char* table, std::size_t size) {
  context->app.speak({table, size});
}

VAV_EXPORT int vav_query(VavContext* context, const char* what_text, std::size_t size) {
  const std::string_view what(what_text, size);
  const App& app = context->app;
  if (what == "formats") {
    context->output = write_formats();
    return 0;
  }
  if (what == "head" || what.starts_with("turns ")) return write_parts(*context, what) ? 0 : 1;
  if (!app.has_document()) return 1;
  std::size_t first = 0;
  if (what == "state") {
    context->output = app.state_json();
  } else if (what == "shown") {
    context->output = app.shown_json();
  } else if (what == "colours") {
    context->output = app.colours_json();
  } else if (what == "twin") {
    context->output = app.twin_json();
  } else if (what == "twin balance") {
    context->output = app.twin_balance_json();
  } else if (what.starts_with("twin topics ") && number_after(what, 12, first)) {
    context->output = app.twin_topics_json(first);
  } else if (what.starts_with("mark ")) {
    return write_mark(*context, what.substr(5)) ? 0 : 1;
  } else if (what.starts_with("evidence ") && number_after(what, 9, first)) {
    write_evidence(*context, first);
  } else if (what.starts_with("near ") && number_after(what, 5, first)) {
    context->output = write_inspect_turns(app.document().transcript, first, kTurnsNear);
  } else if (what.starts_with("shapes ") && number_after(what, 7, first)) {
    context->output = write_shapes(app.document(), first);
  } else if (what == "hits") {
    context->output = write_hits(app);
  } else if (what.starts_with("words ") && number_after(what, 6, first)) {
    const Transcript& transcript = app.document().transcript;
    if (first >= transcript.turns.size() || !transcript.turns[first].word_count) return 1;
    context->output = write_words(transcript, transcript.turns[first]);
  } else if (what.starts_with("playhead ") && number_after(what, 9, first)) {
    context->output = app.playhead_json(first);
    if (context->output.empty()) return 1;
  } else if (what == "under") {
    context->output = app.under_json();
  } else if (what == "block") {
    context->output = write_document(app.document());
  } else {
    return 1;
  }
  return 0;
}

VAV_EXPORT void vav_layout(VavContext* context, const char* lines, std::size_t size) {
  context->app.layout({lines, size});
}

VAV_EXPORT void vav_pointer(VavContext* context, int kind, float x, float y, int buttons, int mods) {
  if (kind < 0 || kind > 4) return;
  context->app.pointer(static_cast<PointerKind>(kind), x, y, buttons, mods);
}

VAV_EXPORT int vav_wheel(VavContext* context, float x, float y, float dx, float dy, int mods) {
  return context->app.wheel(x, y, dx, dy, mods) ? 1 : 0;
}

VAV_EXPORT int vav_gl(VavContext* context, int handle) { return context->app.attach_gl(handle) ? 1 : 0; }

VAV_EXPORT int vav_frame(VavContext* context, double now_ms) {
  return static_cast<int>(context->app.frame(now_ms));
}

VAV_EXPORT std::size_t vav_live_bytes() {
#ifdef __EMSCRIPTEN__
  return static_cast<std::size_t>(mallinfo().uordblks);
#else
  return 0;
#endif
}

}  // extern "C"
