#include "scene/twin.h"

#include <algorithm>

#include "base/json_out.h"
#include "scene/topics_scene.h"

namespace visavis {
namespace {

using View = std::string_view;

constexpr std::size_t kTopicBytes = 48 << 10;  // of an answer: what a page can take in at once

void write_timeline(JsonOut& out, const Document& doc) {
  out.key("timeline").begin_object().field("summary", View(timeline_summary(doc)));
  out.key("lanes").begin_array();
  for (std::size_t i = 0; i < doc.transcript.speakers.size(); ++i) {
    const SpeakerBalance& weight = doc.analysis.balance.speakers[i];
    out.begin_object().field("speaker", static_cast<std::int32_t>(i));
    out.field("name", View(doc.transcript.speakers[i].name)).field("label", View(doc.labels[i]));
    out.field("turns", View(doc.language.count(weight.turns)))
        .field("words", View(doc.language.count(weight.words)));
    out.field("share", View(format_percent(doc.language, weight.share, 1))).end_object();
  }
  out.end_array().end_object();
}

void write_balance(JsonOut& out, const BalanceFigures& balance) {
  out.key("balance").begin_object().field("of", View(balance.of)).field("words", View(balance.words));
  out.field("measure", View(balance.measure))
      .field("index", View(balance.index))
      .field("gini", View(balance.gini));
  out.field("definition", View(balance.definition)).key("columns").begin_array();
  for (const std::string& column : balance.columns) out.value(View(column));
  out.end_array().field("folded", static_cast<std::int64_t>(balance.folded)).key("rows").begin_array();
  for (const BalanceRow& row : balance.rows) {
    out.begin_object().field("speaker", row.speaker).field("name", View(row.name)).key("role");
    row.role ? out.value(View(row.role_title)) : out.null();
    out.key("cells").begin_array();
    for (const std::string& cell : row.cells) out.value(View(cell));
    out.end_array().field("count", static_cast<std::int64_t>(row.words));
    out.field("leads", static_cast<std::int64_t>(row.leads)).end_object();
  }
  out.end_array().end_object();
}

// The keys `items` and `next`, inside an object.
void write_topics(JsonOut& out, const Document& doc, const OutlineFigures& outline, std::size_t first) {
  const std::size_t before = out.text().size(), count = outline.topics.size();
  out.key("items").begin_array();
  std::size_t i = first;
  for (; i < count && out.text().size() - before < kTopicBytes; ++i) {
    const TopicFigures& topic = outline.topics[i];
    out.begin_object().key("section");
    topic.section == kNone ? out.null() : out.value(topic.section);
    out.field("number", View(topic.number)).field("level", topic.level).field("title", View(topic.title));
    if (!topic.sure) out.field("unsure", true);
    out.field("extent", View(topic.extent)).field("words", View(topic.count));
    out.field("count", static_cast<std::int64_t>(topic.words)).key("split").begin_array();
    for (const TopicPart& part : topic.parts) {
      out.begin_object().field("speaker", part.speaker);
      out.field("name", View(doc.transcript.speakers[static_cast<std::size_t>(part.speaker)].name));
      out.field("words", View(part.count))
          .field("count", static_cast<std::int64_t>(part.words))
          .field("share", View(part.share))
          .end_object();
    }
    out.end_array().key("questions").begin_array();
    for (const TopicQuestion& question : topic_questions(doc, topic.turns, kMostQuestions))
      out.begin_object().field("turn", question.turn).field("text", View(question.text)).end_object();
    out.end_array().key("keyphrases").begin_array().end_array().end_object();
  }
  out.end_array().key("next");
  i < count ? out.value(static_cast<std::int64_t>(i)) : out.null();
}

}  // namespace

std::string write_twin(const Document& doc, const BalanceFigures& balance, const OutlineFigures& outline) {
  JsonOut out;
  out.begin_object();
  write_timeline(out, doc);
  write_balance(out, balance);
  std::uint64_t most = 0;
  for (const TopicFigures& topic : outline.topics) most = std::max(most, topic.words);
  out.key("topics").begin_object().field("summary", View(outline.summary));
  out.field("most", static_cast<std::int64_t>(most));
  write_topics(out, doc, outline, 0);
  out.end_object().end_object();
  return out.take();
}

std::string write_twin_balance(const BalanceFigures& balance) {
  JsonOut out;
  out.begin_object();
  write_balance(out, balance);
  out.end_object();
  return out.take();
}

std::string write_twin_topics(const Document& doc, const OutlineFigures& outline, std::size_t first) {
  JsonOut out;
  out.begin_object();
  write_topics(out, doc, outline, first);
  out.end_object();
  return out.take();
}

}  // namespace visavis
