#include "scene/balance_scene.h"

#include <algorithm>
#include <cmath>

#include "scene/text_layout.h"
#include "words/phrases.h"

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

  [[gnu::noinline]] void text(float at, float baseline, std::string words, Face face, float px, Colour colour,
                              float align = 0, float most = 0) {
    scene.items.push_back(TextItem{at, baseline, std::move(words), face, px, colour, align, most});
  }
  // Out of line: there are many of each, and an item is a variant to be made.
  [[gnu::noinline]] void fill(Rect rect, Colour colour, float radius) {
    scene.items.push_back(FillItem{rect, colour, radius});
  }
  [[gnu::noinline]] void frame(Rect rect, Colour colour, float width_px, float radius) {
    scene.items.push_back(StrokeItem{rect, colour, width_px, radius});
  }
  [[gnu::noinline]] void rule(float from, float to, float at) {
    scene.items.push_back(LineItem{from, at, to, at, theme.line, 1, 0});
  }
  [[gnu::noinline]] void target(Hit::Kind kind, std::int32_t id, Rect rect, std::int32_t part = 0) {
    scene.hits.push_back({kind, id, rect, part});
  }
  // A row's height where it is chosen with a finger.
  float row(float height) const { return state.touch ? std::max(height, kTouchTarget) : height; }
  [[gnu::noinline]] Colour solid(std::int32_t speaker) const {
    return theme.of_slot(doc.slots[static_cast<std::size_t>(speaker)]);
  }
  bool faded(std::int32_t speaker) const {
    return !state.is_shown(speaker) || (state.hover_speaker != kNone && state.hover_speaker != speaker);
  }
  Colour colour(std::int32_t speaker) const {
    const Colour c = solid(speaker);
    return !state.is_shown(speaker) ? with_alpha(c, .25f) : faded(speaker) ? with_alpha(c, .45f) : c;
  }
};

void add_title(Pen& pen) {
  const float baseline = pen.y + pen.size;
  const std::string title = pen.doc.language(phrase::balance);
  pen.text(pen.x, baseline, title, Face::strong, pen.size, pen.theme.ink);
  if (pen.state.range) {
    const std::string scope = pen.doc.language(phrase::outline_summary, {pen.figures.of, pen.figures.words});
    const float from = pen.x + pen.measure.width(title, Face::strong, pen.size) + 8;
    pen.text(from, baseline, scope, Face::regular, pen.small, pen.theme.soft, 0, pen.w - (from - pen.x) - 70);
  }
  pen.y += pen.size + 13;
}

// Who has a colour gets a part, named where there is room; the others share the last one.
void add_share_bar(Pen& pen) {
  struct Part {
    const BalanceRow* row;  // null: the others
    double share, whole_share;
  };
  Part parts[kMostLanes + 1];
  std::size_t count = 0;
  Part others{nullptr, 0, 0};
  for (const std::int32_t id : pen.doc.by_words)
    for (const BalanceRow& row : pen.figures.rows) {
      if (row.speaker != id) continue;
      if (pen.doc.slots[static_cast<std::size_t>(id)] != 0)
        parts[count++] = {&row, row.share, row.whole_share};
      else
        others.share += row.share, others.whole_share += row.whole_share;
    }
  if (others.whole_share > 0) parts[count++] = others;
  std::size_t voices = 0;
  for (std::size_t i = 0; i < count; ++i) voices += parts[i].share > 0;
  const float usable = pen.w - kGap * static_cast<float>(voices > 0 ? voices - 1 : 0);
  float at = pen.x;
  for (std::size_t i = 0; i < count; ++i) {
    const Part& part = parts[i];
    if (part.share <= 0) continue;
    const float w = static_cast<float>(part.share) * usable;
    const Rect rect{at, pen.y, std::max(w, 1.f), kBarHeight};
    const Colour solid = part.row ? pen.solid(part.row->speaker) : pen.theme.other;
    pen.fill(rect, part.row ? pen.colour(part.row->speaker) : solid, std::min(4.f, rect.w / 2));
    std::string label = part.row ? part.row->percent : format_percent(pen.doc.language, part.share, 0);
    const std::size_t unnamed = label.size();
    label += ' ';
    label += part.row ? pen.doc.labels[static_cast<std::size_t>(part.row->speaker)]
                      : pen.doc.language(phrase::others);
    const auto width = [&] { return pen.measure.width(label, Face::strong, pen.size); };
    if (width() + 24 > rect.w) label.resize(unnamed);
    const float label_w = width();
    if (label_w + 12 <= rect.w) {
      const bool roomy = label_w + 24 <= rect.w;
      pen.text(roomy ? at + 10 : at + rect.w / 2, pen.y + kBarHeight / 2 + pen.size * .36f, label,
               Face::strong, pen.size, contrast_on(solid), roomy ? 0.f : .5f);
    }
    if (part.row) pen.target(Hit::Kind::speaker, part.row->speaker, rect);
    at += w + kGap;
  }
  if (voices == 0) pen.fill({pen.x, pen.y, pen.w, kBarHeight}, pen.theme.tint, 4);
  pen.y += kBarHeight;
  if (pen.state.range) {
    // Under the part the whole, to be told apart.
    at = pen.x;
    pen.y += 3;
    for (std::size_t i = 0; i < count; ++i) {
      const Part& part = parts[i];
      const float w = static_cast<float>(part.whole_share) * pen.w;
      const Colour colour = part.row ? pen.solid(part.row->speaker) : pen.theme.other;
      pen.fill({at, pen.y, std::max(w - 1, 0.f), 4}, with_alpha(colour, .5f), 1);
      at += w;
    }
    pen.y += 4;
  }
  pen.y += 10;
}

void add_index(Pen& pen) {
  const float big = std::round(pen.size * 1.7f), baseline = pen.y + big;
  pen.text(pen.x, baseline, pen.figures.index, Face::strong, big, pen.theme.ink);
  float at = pen.x + pen.measure.width(pen.figures.index, Face::strong, big) + 9;
  const std::string name = pen.doc.language(phrase::balance_index);
  pen.text(at, baseline, name, Face::regular, pen.size, pen.theme.ink);
  at += pen.measure.width(name, Face::regular, pen.size) + 7;
  const std::vector<std::string> lines =
      wrap_text(pen.figures.definition, pen.measure, Face::regular, pen.small, pen.x + pen.w - at, pen.w, 3);
  float line_y = baseline;
  for (std::size_t i = 0; i < lines.size(); ++i, line_y += pen.small * 1.45f)
    if (!lines[i].empty())
      pen.text(i == 0 ? at : pen.x, line_y, lines[i], Face::regular, pen.small, pen.theme.soft);
  const float top = pen.y;
  pen.y = std::max(line_y - pen.small * 1.45f, baseline) + 20;
  pen.target(Hit::Kind::none, kNone, {pen.x, top, pen.w, pen.y - top - 12}, Hit::index);
}

void add_table(Pen& pen) {
  // The column it is sorted by, 0 for the speakers, has an arrow.
  const auto titled = [&](std::int32_t column) {
    std::string title = column == 0 ? pen.doc.language(phrase::column_speaker)
                                    : pen.figures.columns[static_cast<std::size_t>(column - 1)];
    if (column == pen.state.sort_column) title += pen.state.ascending ? " ↑" : " ↓";
    return title;
  };
  const std::size_t count = pen.figures.columns.size();
  std::vector<float> widths;
  float numbers = 0;
  for (std::size_t c = 0; c < count; ++c) {
    float w = pen.measure.width(titled(static_cast<std::int32_t>(c + 1)), Face::regular, pen.small);
    for (const BalanceRow& row : pen.figures.rows)
      w = std::max(w, pen.measure.width(row.cells[c], Face::regular, pen.size));
    widths.push_back(std::ceil(w));
    numbers += widths.back();
  }
  // Names on the numbers' own line where a third of the width is left for them, on a line above otherwise;
  // where the numbers are too many for one line, on several of equal columns.
  constexpr float kLeast = 8, kMost = 28, kSwatch = 17;
  float name_w = 0;
  for (const BalanceRow& row : pen.figures.rows) {
    name_w = std::max(name_w, pen.measure.width(row.name, Face::regular, pen.size) + kSwatch);
    if (row.role)
      name_w = std::max(name_w, pen.measure.width(row.role_title, Face::regular, pen.small) + kSwatch);
  }
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

  const float head_h = pen.small * 1.3f + 6, spare_h = pen.row(head_h) - head_h;
  const float head_step = pen.small * 1.3f + spare_h;
  const float head = pen.y + pen.small + spare_h / 2;
  const auto head_of = [&](std::int32_t column, float right, float w, float baseline) {
    pen.text(right, baseline, titled(column), Face::regular, pen.small,
             column == pen.state.sort_column ? pen.theme.ink : pen.theme.soft, 1);
    pen.target(Hit::Kind::sort, column,
               {right - w - 5, baseline - pen.small - 5 - spare_h / 2, w + 10, head_h + spare_h});
  };
  if (!stacked) {
    const float w = pen.measure.width(titled(0), Face::regular, pen.small);
    head_of(0, pen.x + w, w, head);
  }
  for (std::size_t c = 0; c < count; ++c)
    head_of(static_cast<std::int32_t>(c + 1), rights[c], widths[c], head + line_of(c) * head_step);
  const float more_lines = static_cast<float>(lines - 1);
  pen.y = head + more_lines * head_step + 7 + spare_h / 2;
  const std::size_t rows = pen.figures.rows.size() - pen.figures.folded;
  for (std::size_t r = 0; r < rows; ++r) {
    const BalanceRow& row = pen.figures.rows[r];
    pen.rule(pen.x, pen.x + pen.w, pen.y);
    const float top = pen.y;
    const float second_line = row.role || stacked ? pen.size * 1.3f * (1 + more_lines) : 0;
    const float height = pen.row(pen.size + second_line + 18);
    const bool lit = pen.state.hover_speaker == row.speaker;
    if (lit) pen.fill({pen.x - 8, top + 1, pen.w + 16, height - 1}, pen.theme.tint, 4);
    if (pen.state.focus.kind == FocusMark::Kind::speaker && pen.state.focus.id == row.speaker)
      pen.frame({pen.x - 8, top + 1, pen.w + 16, height - 2}, pen.theme.focus, 2, 4);
    const float name_y = top + (height - pen.size - second_line) / 2 + pen.size * .86f;
    const bool hidden = !pen.state.is_shown(row.speaker);
    const Colour ink = hidden ? with_alpha(pen.theme.ink, .45f) : pen.theme.ink;
    const Rect swatch{pen.x, name_y - pen.size * .36f - 4.5f, 9, 9};
    if (hidden)
      pen.frame(swatch, pen.solid(row.speaker), 1.5f, 2);
    else
      pen.fill(swatch, pen.solid(row.speaker), 2);
    pen.text(pen.x + kSwatch, name_y, row.name, Face::regular, pen.size, ink, 0, name_room - kSwatch);
    const float role_y = name_y + pen.size * 1.3f;
    if (row.role) {
      if (stacked)
        pen.text(pen.x + pen.w, name_y, row.role_title, Face::regular, pen.small, pen.theme.soft, 1);
      else
        pen.text(pen.x + kSwatch, role_y, row.role_title, Face::regular, pen.small, pen.theme.soft);
    }
    const float cell_y = stacked ? role_y : top + height / 2 + pen.size * .36f;
    for (std::size_t c = 0; c < count; ++c) {
      const float y = cell_y + line_of(c) * pen.size * 1.3f;
      pen.text(rights[c], y, row.cells[c], Face::regular, pen.size, ink, 1);
      const float w = pen.measure.width(row.cells[c], Face::regular, pen.size);
      const bool whole = pen.state.touch && lines == 1;  // for a finger as high as its row
      const Rect cell{rights[c] - w - 6, whole ? top : y - pen.size - 4, w + 10,
                      whole ? height : pen.size + 12};
      const auto column = static_cast<std::int32_t>(c) + 1;
      if (row.leads >> c & 1) {
        // What can be asked for its evidence is underlined.
        pen.rule(rights[c] - w, rights[c], y + 3);
        pen.target(Hit::Kind::figure, row.speaker * kMostColumns + column, cell, column);
      } else {
        pen.target(Hit::Kind::speaker, row.speaker, cell, column);
      }
    }
    pen.target(Hit::Kind::speaker, row.speaker, {pen.x - 8, top, pen.w + 16, height});
    pen.y = top + height;
  }
  const std::size_t folded = pen.figures.folded;
  if (folded == 0 && !pen.state.unfolded) return;
  pen.rule(pen.x, pen.x + pen.w, pen.y);
  const float height = pen.row(pen.size + 18);
  pen.text(pen.x + kSwatch, pen.y + (height - pen.size) / 2 + pen.size * .86f,
           folded > 0 ? pen.doc.language(phrase::and_others, {folded}) : pen.doc.language(phrase::fewer),
           Face::regular, pen.size, pen.theme.soft);
  pen.target(Hit::Kind::unfold, kNone, {pen.x - 8, pen.y, pen.w + 16, height});
  pen.y += height;
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
          state.font_px - 1};
  add_title(pen);
  if (figures.rows.empty()) {
    for (const std::string& line :
         wrap_text(doc.language(phrase::balance_nobody), measure, Face::regular, pen.size, pen.w, pen.w, 3)) {
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
