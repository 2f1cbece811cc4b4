#include "scene/balance_scene.h"

#include <algorithm>
#include <cmath>

#include "scene/text_layout.h"

namespace visavis {
namespace {

constexpr float kBarHeight = 34, kGap = 2;

struct Pen {
  const Document& doc;
  const BalanceFigures& figures;
  const ViewState& state;
  const Theme& theme;
  const TextMeasure& measure;
  BalanceScene& scene;
  float x, w, y;  // the column and the current top
  float size, small;

  void text(float at, float baseline, std::string words, Face face, float px, Colour colour, float align = 0,
            float most = 0) {
    scene.items.push_back(TextItem{at, baseline, std::move(words), face, px, colour, align, most});
  }
  bool faded(std::int32_t speaker) const {
    return !state.is_shown(speaker) || (state.hover_speaker != kNone && state.hover_speaker != speaker);
  }
  Colour colour(std::int32_t speaker) const {
    const Colour c = theme.of_slot(doc.slots[static_cast<std::size_t>(speaker)]);
    return !state.is_shown(speaker) ? with_alpha(c, .25f) : faded(speaker) ? with_alpha(c, .45f) : c;
  }
};

void add_title(Pen& pen) {
  const float baseline = pen.y + pen.size;
  pen.text(pen.x, baseline, "Balance", Face::strong, pen.size, pen.theme.ink);
  if (pen.state.range) {
    const std::string scope = pen.figures.of + " · " + pen.figures.words;
    const float from = pen.x + pen.measure.width("Balance", Face::strong, pen.size) + 8;
    pen.text(from, baseline, scope, Face::regular, pen.small, pen.theme.soft, 0, pen.w - (from - pen.x) - 70);
    const float clear_w = pen.measure.width("show all", Face::regular, pen.small);
    pen.text(pen.x + pen.w, baseline, "show all", Face::regular, pen.small, pen.theme.ink, 1);
    pen.scene.items.push_back(
        LineItem{pen.x + pen.w - clear_w, baseline + 3, pen.x + pen.w, baseline + 3, pen.theme.line, 1, 0});
    pen.scene.hits.push_back({Hit::Kind::clear_range,
                              kNone,
                              {pen.x + pen.w - clear_w - 6, pen.y - 4, clear_w + 12, pen.size + 14}});
  }
  pen.y += pen.size + 13;
}

void add_share_bar(Pen& pen) {
  float at = pen.x;
  std::size_t voices = 0;
  for (const BalanceRow& row : pen.figures.rows) voices += row.share > 0;
  const float usable = pen.w - kGap * static_cast<float>(voices > 0 ? voices - 1 : 0);
  for (const BalanceRow& row : pen.figures.rows) {
    if (row.share <= 0) continue;
    const float w = static_cast<float>(row.share) * usable;
    const Rect part{at, pen.y, std::max(w, 1.f), kBarHeight};
    pen.scene.items.push_back(FillItem{part, pen.colour(row.speaker), std::min(4.f, part.w / 2)});
    const float label_w = pen.measure.width(row.percent, Face::strong, pen.size);
    if (label_w + 12 <= part.w) {
      const bool roomy = label_w + 24 <= part.w;
      pen.text(roomy ? at + 10 : at + part.w / 2, pen.y + kBarHeight / 2 + pen.size * .36f, row.percent,
               Face::strong, pen.size,
               contrast_on(pen.theme.of_slot(pen.doc.slots[static_cast<std::size_t>(row.speaker)])),
               roomy ? 0.f : .5f);
    }
    pen.scene.hits.push_back({Hit::Kind::speaker, row.speaker, part});
    at += w + kGap;
  }
  if (voices == 0) pen.scene.items.push_back(FillItem{{pen.x, pen.y, pen.w, kBarHeight}, pen.theme.tint, 4});
  pen.y += kBarHeight + 10;
}

void add_index(Pen& pen) {
  const float big = std::round(pen.size * 1.7f), baseline = pen.y + big;
  pen.text(pen.x, baseline, pen.figures.index, Face::strong, big, pen.theme.ink);
  float at = pen.x + pen.measure.width(pen.figures.index, Face::strong, big) + 9;
  pen.text(at, baseline, "balance", Face::regular, pen.size, pen.theme.ink);
  at += pen.measure.width("balance", Face::regular, pen.size) + 7;
  const std::vector<std::string> lines =
      wrap_text(pen.figures.definition, pen.measure, Face::regular, pen.small, pen.x + pen.w - at, pen.w, 3);
  float line_y = baseline;
  for (std::size_t i = 0; i < lines.size(); ++i, line_y += pen.small * 1.45f)
    if (!lines[i].empty())
      pen.text(i == 0 ? at : pen.x, line_y, lines[i], Face::regular, pen.small, pen.theme.soft);
  pen.y = std::max(line_y - pen.small * 1.45f, baseline) + 16;
}

void add_table(Pen& pen) {
  const std::vector<std::string>& columns = pen.figures.columns;
  const std::size_t count = columns.size();
  std::vector<float> widths;
  float numbers = 0;
  for (std::size_t c = 0; c < count; ++c) {
    float w = pen.measure.width(columns[c], Face::regular, pen.small);
    for (const BalanceRow& row : pen.figures.rows)
      w = std::max(w, pen.measure.width(row.cells[c], Face::regular, pen.size));
    widths.push_back(std::ceil(w));
    numbers += widths.back();
  }
  // Names on the numbers' own line where a third of the width is left for them, on a line above otherwise;
  // where the numbers are too many for one line, on several of equal columns.
  constexpr float kLeast = 10, kMost = 28, kSwatch = 17;
  float name_w = 0;
  for (const BalanceRow& row : pen.figures.rows)
    name_w = std::max(name_w, pen.measure.width(row.name, Face::regular, pen.size) + kSwatch);
  const float least_numbers = numbers + kLeast * static_cast<float>(count);
  const bool stacked = least_numbers + std::min(name_w, 150.f) > pen.w;
  const float name_room = stacked ? pen.w : std::min(name_w, pen.w - least_numbers);
  const float widest = *std::max_element(widths.begin(), widths.end());
  std::size_t lines = 1, per_line = count;
  if (least_numbers > pen.w) {
    do {
      ++lines;
      per_line = (count + lines - 1) / lines;
    } while (lines < count && (widest + kLeast) * static_cast<float>(per_line) > pen.w);
  }
  std::vector<float> rights(count);
  if (lines > 1) {
    for (std::size_t c = 0; c < count; ++c)
      rights[c] = pen.x + pen.w * static_cast<float>(c % per_line + 1) / static_cast<float>(per_line);
  } else {
    const float spare = (pen.w - (stacked ? 0 : name_room) - numbers) / static_cast<float>(count);
    const float gap = std::clamp(spare, 4.f, stacked ? 60.f : kMost);
    float right = pen.x + pen.w;
    for (std::size_t c = count; c-- > 0; right -= widths[c] + gap) rights[c] = right;
  }
  const auto line_of = [&](std::size_t c) {
    const std::size_t line = c / per_line;
    return static_cast<float>(line);
  };

  const float head = pen.y + pen.small;
  if (!stacked) pen.text(pen.x, head, "Speaker", Face::regular, pen.small, pen.theme.soft);
  for (std::size_t c = 0; c < count; ++c)
    pen.text(rights[c], head + line_of(c) * pen.small * 1.3f, columns[c], Face::regular, pen.small,
             pen.theme.soft, 1);
  const float more_lines = static_cast<float>(lines - 1);
  pen.y = head + more_lines * pen.small * 1.3f + 7;
  for (const BalanceRow& row : pen.figures.rows) {
    pen.scene.items.push_back(LineItem{pen.x, pen.y, pen.x + pen.w, pen.y, pen.theme.line, 1, 0});
    const float top = pen.y;
    const float second_line = row.role || stacked ? pen.size * 1.3f * (1 + more_lines) : 0;
    const float height = pen.size + second_line + 18;
    const bool lit = pen.state.hover_speaker == row.speaker;
    if (lit)
      pen.scene.items.push_back(FillItem{{pen.x - 8, top + 1, pen.w + 16, height - 1}, pen.theme.tint, 4});
    if (pen.state.focus.kind == FocusMark::Kind::speaker && pen.state.focus.id == row.speaker)
      pen.scene.items.push_back(
          StrokeItem{{pen.x - 8, top + 1, pen.w + 16, height - 2}, pen.theme.focus, 2, 4});
    const float name_y = top + 9 + pen.size * .86f;
    const bool hidden = !pen.state.is_shown(row.speaker);
    const Colour ink = hidden ? with_alpha(pen.theme.ink, .45f) : pen.theme.ink;
    const Rect swatch{pen.x, name_y - pen.size * .36f - 4.5f, 9, 9};
    if (hidden)
      pen.scene.items.push_back(StrokeItem{
          swatch, pen.theme.of_slot(pen.doc.slots[static_cast<std::size_t>(row.speaker)]), 1.5f, 2});
    else
      pen.scene.items.push_back(
          FillItem{swatch, pen.theme.of_slot(pen.doc.slots[static_cast<std::size_t>(row.speaker)]), 2});
    pen.text(pen.x + kSwatch, name_y, row.name, Face::regular, pen.size, ink, 0, name_room - kSwatch);
    const float role_y = name_y + pen.size * 1.3f;
    if (row.role) {
      if (stacked)
        pen.text(pen.x + pen.w, name_y, row.role, Face::regular, pen.small, pen.theme.soft, 1);
      else
        pen.text(pen.x + kSwatch, role_y, row.role, Face::regular, pen.small, pen.theme.soft);
    }
    const float cell_y = stacked ? role_y : top + height / 2 + pen.size * .36f;
    for (std::size_t c = 0; c < count; ++c)
      pen.text(rights[c], cell_y + line_of(c) * pen.size * 1.3f, row.cells[c], Face::regular, pen.size, ink,
               1);
    pen.scene.hits.push_back({Hit::Kind::speaker, row.speaker, {pen.x - 8, top, pen.w + 16, height}});
    pen.y = top + height;
  }
}

}  // namespace

Hit BalanceScene::hit(float x, float y) const {
  for (const Hit& h : hits)
    if (h.rect.contains(x, y)) return h;
  return {};
}

BalanceScene build_balance(const Document& doc, const BalanceFigures& figures, const ViewState& state,
                           const Theme& theme, const TextMeasure& measure, Rect pane) {
  BalanceScene scene;
  const float side = state.compact ? 18 : 22;
  Pen pen{doc,
          figures,
          state,
          theme,
          measure,
          scene,
          pane.x + side,
          std::max(pane.w - 2 * side, 40.f),
          pane.y + 18,
          state.font_px,
          state.font_px - 1.5f};
  add_title(pen);
  if (figures.rows.empty()) {
    for (const std::string& line :
         wrap_text("No speakers were found in this text, so there is nothing to balance.", measure,
                   Face::regular, pen.size, pen.w, pen.w, 3)) {
      pen.text(pen.x, pen.y + pen.size, line, Face::regular, pen.size, theme.soft);
      pen.y += pen.size * 1.5f;
    }
    scene.height = pen.y + 14 - pane.y;
    return scene;
  }
  add_share_bar(pen);
  add_index(pen);
  add_table(pen);
  scene.height = std::ceil(pen.y + 10 - pane.y);
  return scene;
}

}  // namespace visavis
