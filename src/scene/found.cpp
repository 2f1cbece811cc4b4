#include "scene/found.h"
#include "words/phrases.h"

namespace visavis {

void remove_found(Document& document) {
  Transcript& t = document.transcript;
  const std::size_t authors = t.sections.size() - document.found.size();
  for (Turn& turn : t.turns)
    if (turn.section != kNone && static_cast<std::size_t>(turn.section) >= authors)
      turn.section = t.sections[static_cast<std::size_t>(turn.section)].parent;
  t.sections.resize(authors);
  document.analysis.section_words.resize(authors);
  document.found.clear();
}

void add_found(Document& document, const Topics& topics, const Language& language) {
  remove_found(document);
  Transcript& t = document.transcript;
  std::vector<std::int32_t> ids(topics.list.size());  // of found ones, whose threads are found as well
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const Topic& topic = topics.list[i];
    if (!topic.found) continue;
    Section section;
    section.title = topic_title(topic);
    if (section.title.empty()) section.title = language(phrase::from_turn, {topic.turns.first + 1});
    section.kind = SectionKind::derived;
    section.parent = topic.section;
    if (topic.section != kNone) section.level = t.sections[static_cast<std::size_t>(topic.section)].level + 1;
    section.first_turn = topic.turns.first;
    section.last_turn = topic.turns.last;
    const std::int32_t id = ids[i] = static_cast<std::int32_t>(t.sections.size());
    for (std::int32_t turn = topic.turns.first; turn <= topic.turns.last; ++turn)
      t.turns[static_cast<std::size_t>(turn)].section = id;
    t.sections.push_back(std::move(section));
    document.analysis.section_words.push_back(topic.words);
    document.found.push_back({static_cast<float>(topic.confidence), ids[topic.thread]});
  }
}

}  // namespace visavis
