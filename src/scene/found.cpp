#include "scene/found.h"

namespace visavis {

void remove_found(Document& document) {
  Transcript& t = document.transcript;
  const std::size_t authors = t.sections.size() - document.found_sure.size();
  for (Turn& turn : t.turns)
    if (turn.section != kNone && static_cast<std::size_t>(turn.section) >= authors)
      turn.section = t.sections[static_cast<std::size_t>(turn.section)].parent;
  t.sections.resize(authors);
  document.analysis.section_words.resize(authors);
  document.found_sure.clear();
}

void add_found(Document& document, const Topics& topics) {
  remove_found(document);
  Transcript& t = document.transcript;
  for (const Topic& topic : topics.list) {
    if (!topic.found) continue;
    Section section;
    section.title = topic_title(topic);
    if (section.title.empty()) section.title = "From turn " + std::to_string(topic.turns.first + 1);
    section.kind = SectionKind::derived;
    section.parent = topic.section;
    if (topic.section != kNone) section.level = t.sections[static_cast<std::size_t>(topic.section)].level + 1;
    section.first_turn = topic.turns.first;
    section.last_turn = topic.turns.last;
    const auto id = static_cast<std::int32_t>(t.sections.size());
    for (std::int32_t turn = topic.turns.first; turn <= topic.turns.last; ++turn)
      t.turns[static_cast<std::size_t>(turn)].section = id;
    t.sections.push_back(std::move(section));
    document.analysis.section_words.push_back(topic.words);
    document.found_sure.push_back(topic.confidence);
  }
}

}  // namespace visavis
