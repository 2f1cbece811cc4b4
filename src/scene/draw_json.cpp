#include "scene/draw_json.h"

namespace visavis {
namespace {

class Writer {
 public:
  explicit Writer(JsonOut& out) : out_(out) {}

  void operator()(const FillItem& item) {
    begin("fill", item.rect).colour(item.colour).number(item.radius).end();
  }
  void operator()(const StrokeItem& item) {
    begin("stroke", item.rect).colour(item.colour).number(item.width_px).number(item.radius).end();
  }
  void operator()(const LineItem& item) {
    begin("line").number(item.x0).number(item.y0).number(item.x1).number(item.y1);
    colour(item.colour).number(item.width_px).number(item.dash_px).end();
  }
  void operator()(const TextItem& item) {
    begin("text").number(item.x).number(item.baseline_y);
    out_.value(std::string_view(item.text)).value(static_cast<std::int32_t>(item.face));
    number(item.size_px).colour(item.colour).number(item.align).number(item.max_width).end();
  }
  void operator()(const ClipItem& item) { begin("clip", item.rect).end(); }
  void operator()(const BarBatch& item) {
    bool open = false;
    Colour last = 0;
    for (const Bar& bar : item.bars) {
      if (open && bar.colour != last) end(), open = false;
      if (!open)
        begin("bars").colour(bar.colour).number(item.radius),
            out_.value(static_cast<std::int32_t>(item.pattern));
      open = true;
      last = bar.colour;
      number(bar.x0).number(bar.x1).number(bar.y0).number(bar.y1);
    }
    if (open) end();
  }
  void operator()(const DensityBatch& item) {
    begin("density", item.area).colour(item.colour);
    for (const float part : item.coverage) number(part);
    end();
  }
  void operator()(const RiverBatch& item) {
    begin("river", item.area);
    out_.value(item.columns).begin_array();
    for (const Colour each : item.colours) colour(each);
    out_.end_array();
    for (const float edge : item.edges) number(edge);
    end();
  }

 private:
  Writer& begin(const char* kind) {
    out_.begin_array().value(kind);
    return *this;
  }
  Writer& begin(const char* kind, Rect rect) {
    return begin(kind).number(rect.x).number(rect.y).number(rect.w).number(rect.h);
  }
  Writer& number(float value) {
    out_.value(static_cast<double>(value), 2);
    return *this;
  }
  Writer& colour(Colour value) {
    constexpr char kDigits[] = "0123456789abcdef";
    char text[9] = {'#'};
    for (unsigned i = 0; i < 4; ++i, value >>= 8) {
      text[1 + 2 * i] = kDigits[value >> 4 & 15];
      text[2 + 2 * i] = kDigits[value & 15];
    }
    out_.value(std::string_view(text, sizeof text));
    return *this;
  }
  void end() { out_.end_array(); }

  JsonOut& out_;
};

}  // namespace

void write_items(JsonOut& out, const DrawList& items) {
  out.begin_array();
  Writer writer(out);
  for (const DrawItem& item : items) std::visit(writer, item);
  out.end_array();
}

}  // namespace visavis
