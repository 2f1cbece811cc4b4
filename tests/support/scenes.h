// What tests of scenes draw and look at.
#pragma once

#include <string>
#include <variant>

#include "base/text.h"
#include "scene/timeline_scene.h"
#include "support/talk.h"
#include "support/view.h"

namespace visavis {

// Every code point half an em.
class HalfEm final : public TextMeasure {
 public:
  float width(std::string_view text, Face, float size_px) const override {
    float em = 0;
    for (std::size_t at = 0; at < text.size(); em += .5f) next_code_point(text, at);
    return em * size_px;
  }
};
inline const HalfEm kMeasure;
inline constexpr Rect kPane{10, 20, 600, 200};

inline TimelineScene timeline_of(const Document& doc, const ViewState& state) {
  LaneSamples samples;
  return build_timeline(doc, outline_figures(doc), state, {}, kMeasure, kPane, samples);
}

inline std::string words(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "word ";
  return text;
}

inline Document talk_with_topics() {
  return make_document(make_talk({{"##", "Opening"},
                                  {"Laurie Segall", "Where were you born?"},
                                  {"Ada King", words(1500)},
                                  {"####", "Deeper"},
                                  {"Laurie Segall", "And then? Why?"},
                                  {"##", "Closing"},
                                  {"###", "Thanks"},
                                  {"Ada King", "Thank you."},
                                  {"####", "Bye"},
                                  {"###", "Credits"}}));
}

inline bool draws_text(const DrawList& items, std::string_view text) {
  for (const DrawItem& item : items)
    if (const auto* label = std::get_if<TextItem>(&item))
      if (label->text == text) return true;
  return false;
}

}  // namespace visavis
