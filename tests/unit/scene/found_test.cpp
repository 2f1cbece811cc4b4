// Found topics among the sections that panels show.
#include "scene/found.h"

#include <doctest/doctest.h>

#include "scene/document_block.h"
#include "scene/figures.h"
#include "support/talk.h"

using namespace visavis;

namespace {

// Two sections of the author's, the first in two found topics.
Document parted(Topics& topics) {
  Transcript talk = make_talk({{"#", "Bread"},
                               {"A", "One two."},
                               {"B", "Three."},
                               {"A", "Four five six."},
                               {"#", "Ferries"},
                               {"B", "Seven."}});
  Document doc = make_document(std::move(talk));
  doc.topic_edits = "topic 1 The crust";
  topics = topics_of(doc.transcript, doc.analysis.measures, parse_topic_edits(doc.topic_edits));
  return doc;
}

}  // namespace

TEST_CASE("found topics stand behind the author's sections and come where they are in the outline") {
  Topics topics;
  Document doc = parted(topics);
  topics.list[1].confidence = .25;
  add_found(doc, topics);
  REQUIRE(doc.transcript.sections.size() == 4);
  const Section& crust = doc.transcript.sections[3];
  CHECK(crust.title == "The crust");
  CHECK(crust.kind == SectionKind::derived);
  CHECK(crust.parent == 0);
  CHECK(crust.level == 2);
  CHECK(doc.transcript.turns[1].section == 3);
  CHECK(doc.transcript.turns[3].section == 1);
  CHECK(doc.analysis.section_words == std::vector<std::uint64_t>{6, 1, 2, 4});
  const OutlineFigures outline = outline_figures(doc);
  std::vector<std::string> numbers;
  for (const TopicFigures& topic : outline.topics) numbers.push_back(topic.number + " " + topic.title);
  CHECK(numbers[0] == "1 Bread");
  CHECK(numbers[1].starts_with("1.1 "));
  CHECK(numbers[2] == "1.2 The crust");
  CHECK(numbers[3] == "2 Ferries");
  CHECK_FALSE(outline.topics[2].sure);
  CHECK(outline.topics[1].sure);
  CHECK(outline.summary.starts_with("2 found"));

  // The block carries them, and what a person said.
  const Result<Document> back = read_document(write_document(doc));
  REQUIRE(back);
  REQUIRE(back->found.size() == 2);
  CHECK(back->found[1].sure == .25f);
  CHECK(back->found[1].thread == 3);
  CHECK(back->topic_edits == "topic 1 The crust");
}

TEST_CASE("a topic without a title is called by its first turn, in the language that is spoken") {
  Topics topics;
  Document doc = parted(topics);
  for (Topic& topic : topics.list) topic.name.clear(), topic.keyphrases.clear();
  const auto title = [&] { return doc.transcript.sections.back().title; };
  add_found(doc, topics);
  CHECK(title() == "From turn " + std::to_string(doc.transcript.sections.back().first_turn + 1));
  add_found(doc, topics, Language("from-turn\tAb Beitrag {0}\n"));
  CHECK(title() == "Ab Beitrag " + std::to_string(doc.transcript.sections.back().first_turn + 1));
}

TEST_CASE("without them the document is as its file has it") {
  Topics topics;
  Document doc = parted(topics);
  const std::string before = write_document(doc);
  add_found(doc, topics);
  add_found(doc, topics);
  CHECK(doc.transcript.sections.size() == 4);
  remove_found(doc);
  CHECK(write_document(doc) == before);
  remove_found(doc);
  CHECK(write_document(doc) == before);
}

TEST_CASE("a topic that comes back has the number and the title of its thread, and says again") {
  Topics topics;
  Document doc = parted(topics);
  doc.topic_edits = "topic 0 Bread\ntopic 1 The crust\ntopic 2 Bread";
  add_found(doc, topics_of(doc.transcript, doc.analysis.measures, parse_topic_edits(doc.topic_edits)));
  REQUIRE(doc.found.size() == 3);
  CHECK(doc.found[2].thread == 2);
  const OutlineFigures outline = outline_figures(doc);
  std::vector<std::string> numbers;
  for (const TopicFigures& topic : outline.topics) numbers.push_back(topic.number + " " + topic.title);
  CHECK(numbers ==
        std::vector<std::string>{"1 Bread", "1.1 Bread", "1.2 The crust", "1.1 Bread, again", "2 Ferries"});
  CHECK(outline.topics[3].thread == outline.topics[1].thread);
}
