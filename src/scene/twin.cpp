#include "scene/twin.h"

#include "base/json_out.h"
#include "scene/topics_scene.h"

namespace visavis {
namespace {

using View = std::string_view;

void write_timeline(JsonOut& out, const Document& doc, const OutlineFigures& outline) {
  out.key("timeline").begin_object().field("summary", View(timeline_summary(doc)));
  out.key("lanes").begin_array();
  for (std::size_t i = 0; i < doc.transcript.speakers.size(); ++i) {
    const SpeakerBalance& weight = doc.balance.speakers[i];
    out.begin_object().field("speaker", static_cast<std::int32_t>(i));
    out.field("name", View(doc.transcript.speakers[i].name)).field("label", View(doc.labels[i]));
    out.field("turns", View(format_count(weight.turns))).field("words", View(format_count(weight.words)));
    out.field("share", View(format_percent(weight.share, 1))).end_object();
  }
  out.end_array().key("sections").begin_array();
  for (const TopicFigures& topic : outline.topics) {
    if (topic.section == kNone) continue;
    out.begin_object().field("section", topic.section).field("title", View(topic.title));
    out.field("extent", View(topic.extent)).end_object();
  }
  out.end_array().end_object();
}

void write_balance(JsonOut& out, const BalanceFigures& balance) {
  out.key("balance").begin_object().field("of", View(balance.of)).field("words", View(balance.words));
  out.field("measure", "words").field("index", View(balance.index)).field("gini", View(balance.gini));
  out.field("definition", View(balance.definition)).key("columns").begin_array();
  for (const std::string& column : balance.columns) out.value(View(column));
  out.end_array().key("rows").begin_array();
  for (const BalanceRow& row : balance.rows) {
    out.begin_object().field("speaker", row.speaker).field("name", View(row.name)).key("role");
    row.role ? out.value(row.role) : out.null();
    out.key("cells").begin_array();
    for (const std::string& cell : row.cells) out.value(View(cell));
    out.end_array().end_object();
  }
  out.end_array().end_object();
}

void write_topics(JsonOut& out, const Document& doc, const OutlineFigures& outline) {
  out.key("topics").begin_object().field("summary", View(outline.summary)).key("items").begin_array();
  for (const TopicFigures& topic : outline.topics) {
    out.begin_object().key("section");
    topic.section == kNone ? out.null() : out.value(topic.section);
    out.field("number", View(topic.number)).field("level", topic.level).field("title", View(topic.title));
    out.field("words", View(topic.count)).key("split").begin_array();
    for (const TopicPart& part : topic.parts) {
      out.begin_object().field("speaker", part.speaker);
      out.field("name", View(doc.transcript.speakers[static_cast<std::size_t>(part.speaker)].name));
      out.field("words", View(part.count)).field("share", View(part.share)).end_object();
    }
    out.end_array().key("questions").begin_array();
    for (const TopicQuestion& question : topic_questions(doc, topic.turns, kMostQuestions))
      out.begin_object().field("turn", question.turn).field("text", View(question.text)).end_object();
    out.end_array().key("keyphrases").begin_array().end_array().end_object();
  }
  out.end_array().end_object();
}

}  // namespace

std::string write_twin(const Document& doc, const BalanceFigures& balance, const OutlineFigures& outline) {
  JsonOut out;
  out.begin_object();
  write_timeline(out, doc, outline);
  write_balance(out, balance);
  write_topics(out, doc, outline);
  out.end_object();
  return out.take();
}

}  // namespace visavis
