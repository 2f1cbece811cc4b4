#include <doctest/doctest.h>

#include <string>

#include "scene/topics_scene.h"
#include "scene/twin.h"
#include "support/scenes.h"

using namespace visavis;

TEST_CASE("topics are numbered by nesting, whatever levels the document uses") {
  const Document doc = talk_with_topics();
  const OutlineFigures outline = outline_figures(doc);
  CHECK(outline.summary == "6 headings · 1,509 words");
  std::string numbers;
  for (const TopicFigures& topic : outline.topics) numbers += topic.number + " ";
  CHECK(numbers == "1 1.1 2 2.1 2.1.1 2.2 ");
  CHECK(outline.band_level == 1);
  CHECK(outline.most_words == 1'507);
  CHECK(outline.topics[0].extent == "0–1,507 words");
  CHECK(outline.topics[0].parts[0].share == "99.5%");
  CHECK(outline.topics[5].turns.empty());
  CHECK(section_at_level(doc, 4, 1) == 2);
  CHECK(section_at_level(doc, 4, 3) == 4);
  CHECK(section_at_level(doc, 0, 2) == kNone);
  CHECK(section_at_level(doc, kNone, 1) == kNone);
  CHECK(topic_questions(doc, doc.turns_of(0), 2).size() == 2);
  CHECK(topic_questions(doc, doc.turns_of(1), 9)[1].text == "Why?");

  const Document plain = make_document(make_talk({{"A", "a b"}}));
  const OutlineFigures whole_only = outline_figures(plain);
  REQUIRE(whole_only.topics.size() == 1);
  CHECK(whole_only.topics[0].section == kNone);
  CHECK(whole_only.summary == "one topic · 2 words");
}

TEST_CASE("a long outline is told in parts, each topic once and in order") {
  std::vector<Said> said;
  std::vector<std::string> titles;
  for (int i = 0; i < 900; ++i) titles.push_back("Heading number " + std::to_string(i));
  for (const std::string& title : titles) {
    said.push_back({"##", title});
    said.push_back({"Ada King", "One, two, three, and where is the fourth?"});
  }
  const Document doc = make_document(make_talk(said));
  const OutlineFigures outline = outline_figures(doc);
  std::string told = write_twin(doc, balance_figures(doc, state_of(doc)), outline);
  std::size_t parts = 1;
  for (std::string part = told; parts < 900;) {
    const std::size_t next = part.rfind("\"next\":");
    REQUIRE(next != part.npos);
    if (part.substr(next + 7, 4) == "null") break;
    part = write_twin_topics(doc, outline, std::stoul(part.substr(next + 7)));
    CHECK(part.size() < 100'000);
    told += part;
    ++parts;
  }
  CHECK(parts > 1);
  std::size_t at = 0;
  for (const std::string& title : titles) {
    at = told.find("\"title\":\"" + title + "\"", at);
    REQUIRE(at != told.npos);
    ++at;
  }
}

TEST_CASE("topics out of sight keep their place but are not drawn") {
  const Document doc = talk_with_topics();
  const OutlineFigures outline = outline_figures(doc);
  const ViewState state = state_of(doc);
  const Rect pane{0, 0, 400, 900};
  TitleLines known;
  const TopicsScene all = build_topics(doc, outline, state, {}, kMeasure, pane, pane, known);
  const TopicsScene clipped = build_topics(doc, outline, state, {}, kMeasure, pane, {0, 0, 400, 40}, known);
  CHECK(clipped.items.size() < all.items.size());
  REQUIRE(clipped.hits.size() == all.hits.size());
  CHECK(clipped.hits.back().rect.y == all.hits.back().rect.y);
  CHECK(clipped.height == all.height);
}

TEST_CASE("a long outline is laid out once; a frame lays out what is in sight") {
  Transcript transcript;
  transcript.text = "Yes";
  transcript.speakers.push_back({"Ana", {}, Role::unknown});
  for (std::int32_t i = 0; i < 5000; ++i) {
    Turn turn;
    turn.speaker = 0, turn.section = i, turn.text = {0, 3};
    transcript.turns.push_back(turn);
    Section section;
    section.title = "A part of the talk with a long title, number " + std::to_string(i);
    section.level = 1, section.first_turn = section.last_turn = i;
    transcript.sections.push_back(section);
  }
  const Document doc = make_document(std::move(transcript));
  const OutlineFigures outline = outline_figures(doc);
  const ViewState state = state_of(doc);
  struct Counting : TextMeasure {
    mutable std::size_t asked = 0;
    float width(std::string_view text, Face face, float size) const override {
      ++asked;
      return kMeasure.width(text, face, size);
    }
  } counting;
  const Rect pane{0, 0, 400, 200'000}, clip{0, 0, 400, 800};
  TitleLines known;
  const TopicsScene first = build_topics(doc, outline, state, {}, counting, pane, clip, known);
  CHECK(counting.asked >= 5000);
  counting.asked = 0;
  const TopicsScene second = build_topics(doc, outline, state, {}, counting, pane, clip, known);
  CHECK(counting.asked < 1000);
  CHECK(second.height == first.height);
  // At another width the titles break elsewhere.
  const TopicsScene wide =
      build_topics(doc, outline, state, {}, counting, {0, 0, 1600, 200'000}, clip, known);
  CHECK(wide.height < first.height);
}
