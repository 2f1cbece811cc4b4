#include "scene/topics_scene.h"

#include <algorithm>
#include <cmath>

#include "scene/text_layout.h"
#include "words/phrases.h"

namespace visavis {
namespace {

constexpr float kPad = 8, kBar = 6, kIndent = 14;

struct Pen {
  const Document& doc;
  const OutlineFigures& outline;
  const ViewState& state;
  const Theme& theme;
  const TextMeasure& measure;
  Rect clip;
  TopicsScene& scene;
  TitleLines& known;
  float x, w, y, number_w, count_w, size, small;

  bool visible(float top, float bottom) const { return bottom >= clip.y && top <= clip.bottom(); }
};

Colour question_rule(const Pen& pen, const TopicQuestion& question) {
  const std::int32_t speaker = pen.doc.transcript.turns[static_cast<std::size_t>(question.turn)].speaker;
  return pen.theme.of_slot(pen.doc.slots[static_cast<std::size_t>(speaker)]);
}

void add_split(Pen& pen, const TopicFigures& topic, float x, float w) {
  if (pen.outline.most_words == 0) return;
  // A topic that only holds others is drawn no longer than the longest of those.
  const float whole_w =
      w * std::min(static_cast<float>(topic.words) / static_cast<float>(pen.outline.most_words), 1.f);
  float at = x;
  for (const TopicPart& part : topic.parts) {
    const float part_w = whole_w * static_cast<float>(part.words) / static_cast<float>(topic.words);
    Colour colour = pen.theme.of_slot(pen.doc.slots[static_cast<std::size_t>(part.speaker)]);
    if (!pen.state.is_shown(part.speaker)) colour = with_alpha(colour, .2f);
    if (pen.state.hover_speaker != kNone && pen.state.hover_speaker != part.speaker)
      colour = with_alpha(colour, .45f);
    pen.scene.items.push_back(
        FillItem{{at, pen.y, std::max(part_w - 1, 1.f), kBar}, colour, std::min(2.f, part_w / 2)});
    at += part_w;
  }
  pen.y += kBar;
}

void add_questions(Pen& pen, const TopicFigures& topic, float x, float w) {
  pen.y += pen.state.touch ? 12 : 6;
  for (const TopicQuestion& question : topic_questions(pen.doc, topic.turns, kMostQuestions)) {
    const std::vector<std::string> lines =
        wrap_text(question.text, pen.measure, Face::italic, pen.small, w - 14, w - 14, 2);
    const float line_h = std::round(pen.small * 1.4f), h = line_h * static_cast<float>(lines.size());
    const bool lit = pen.state.hover_turn == question.turn;
    pen.scene.items.push_back(FillItem{{x, pen.y + 1, 2, h}, question_rule(pen, question), 1});
    float baseline = pen.y + pen.small;
    for (const std::string& line : lines) {
      pen.scene.items.push_back(TextItem{x + 12, baseline, line, Face::italic, pen.small,
                                         lit ? pen.theme.ink : pen.theme.soft, 0, w - 14});
      baseline += line_h;
    }
    const float room = pen.state.touch ? std::max(kTouchTarget - h - 5, 0.f) : 0;
    const Rect rect{x - 4, pen.y - 2 - room / 2, w + 8, h + 4 + room};
    if (pen.state.focus.kind == FocusMark::Kind::question && pen.state.focus.id == question.turn)
      pen.scene.items.push_back(StrokeItem{rect, pen.theme.focus, 2, 4});
    pen.scene.hits.push_back({Hit::Kind::question, question.turn, rect});
    pen.y += h + 5 + room;
  }
}

void add_topic(Pen& pen, std::size_t index) {
  const TopicFigures& topic = pen.outline.topics[index];
  const float indent = kIndent * static_cast<float>(std::min(topic.level - 1, 4));
  const float x = pen.x + pen.number_w + indent, w = pen.w - pen.number_w - indent;
  const float title_w = w - pen.count_w - 14;
  const float top = pen.y;
  const bool open = topic.section != kNone && topic.section == pen.state.open_section;
  const bool lit = topic.section != kNone && topic.section == pen.state.hover_section;
  std::vector<std::string> lines;
  const auto lay_out = [&] {
    lines = wrap_text(topic.title, pen.measure, Face::regular, pen.size, title_w, title_w, 2);
    pen.known.of_topic[index] = static_cast<std::uint8_t>(lines.size());
  };
  if (pen.known.of_topic[index] == 0) lay_out();
  const float line_h = std::round(pen.size * 1.4f);
  const float pad = pen.state.touch ? kPad + 2 : kPad;
  const float closed_h = 2 * pad + line_h * static_cast<float>(pen.known.of_topic[index]) + 3 + kBar;
  if (!open && !pen.visible(top, top + closed_h)) {
    pen.scene.hits.push_back(
        {Hit::Kind::section, topic.section, {pen.x - kPad, top, pen.w + 2 * kPad, closed_h}});
    pen.y = top + closed_h;
    return;
  }
  if (lines.empty()) lay_out();
  const std::size_t ground = pen.scene.items.size();
  const bool current = topic.section != kNone && topic.section == pen.state.reading_section;
  pen.y += pad;
  float baseline = pen.y + pen.size;
  pen.scene.items.push_back(TextItem{pen.x, baseline, topic.number, Face::regular, pen.size, pen.theme.soft,
                                     0, pen.number_w + indent - 4});
  pen.scene.items.push_back(
      TextItem{pen.x + pen.w, baseline, topic.count, Face::regular, pen.size, pen.theme.soft, 1});
  for (const std::string& line : lines) {
    pen.scene.items.push_back(TextItem{x, baseline, line,
                                       current      ? Face::strong
                                       : topic.sure ? Face::regular
                                                    : Face::italic,
                                       pen.size, topic.sure ? pen.theme.ink : pen.theme.soft, 0, title_w});
    baseline += line_h;
  }
  pen.y += line_h * static_cast<float>(lines.size()) + 3;
  add_split(pen, topic, x, w);
  if (open) add_questions(pen, topic, x, w);  // questions are hit before the row they lie in
  pen.y += pad;
  const Rect row{pen.x - kPad, top, pen.w + 2 * kPad, pen.y - top};
  pen.scene.hits.push_back({Hit::Kind::section, topic.section, row});
  if (open || lit)
    pen.scene.items.insert(pen.scene.items.begin() + static_cast<std::ptrdiff_t>(ground),
                           FillItem{row, open ? pen.theme.tint : with_alpha(pen.theme.tint, .6f), 7});
  if (pen.state.focus.kind == FocusMark::Kind::topic && pen.state.focus.id == topic.section)
    pen.scene.items.push_back(StrokeItem{row, pen.theme.focus, 2, 7});
}

}  // namespace

Hit TopicsScene::hit(float x, float y) const {
  for (const Hit& h : hits)
    if (h.rect.contains(x, y)) return h;
  return {};
}

TopicsScene build_topics(const Document& doc, const OutlineFigures& outline, const ViewState& state,
                         const Theme& theme, const TextMeasure& measure, Rect pane, Rect clip,
                         TitleLines& known) {
  TopicsScene scene;
  if (known.width != pane.w || known.font_px != state.font_px ||
      known.of_topic.size() != outline.topics.size())
    known = {pane.w, state.font_px, std::vector<std::uint8_t>(outline.topics.size())};
  const float side = state.compact ? 18 : 22;
  Pen pen{doc,         outline, state, theme,         measure,
          clip,        scene,   known, pane.x + side, std::max(pane.w - 2 * side, 40.f),
          pane.y + 18, 0,       0,     state.font_px, state.font_px - 1};
  // Digits are about as wide as each other: the longest is near enough the widest.
  std::string_view number = "0", count = "0";
  for (const TopicFigures& topic : outline.topics) {
    if (topic.level == 1 && topic.number.size() > number.size()) number = topic.number;
    if (topic.count.size() > count.size()) count = topic.count;
  }
  pen.number_w = measure.width(number, Face::regular, pen.size) + 12;
  pen.count_w = std::ceil(measure.width(count, Face::regular, pen.size));
  const float baseline = pen.y + pen.size;
  const std::string title = doc.language(phrase::topics);
  scene.items.push_back(TextItem{pen.x, baseline, title, Face::strong, pen.size, theme.ink, 0, 0});
  const float from = pen.x + measure.width(title, Face::strong, pen.size) + 8;
  scene.items.push_back(TextItem{from, baseline, outline.summary, Face::regular, state.font_px - 1,
                                 theme.soft, 0, pen.x + pen.w - from});
  pen.y += pen.size + 9;
  for (std::size_t i = 0; i < outline.topics.size(); ++i) add_topic(pen, i);
  scene.height = std::ceil(pen.y + 16 - pane.y);
  return scene;
}

}  // namespace visavis
