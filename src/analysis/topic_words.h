// What people say when a topic begins or ends, and words of talking as such, a table a language.
#pragma once

#include <string_view>

namespace visavis {

// Phrases between "|", lower case, straight apostrophes. The kinds are those of Galley, McKeown,
// Fosler-Lussier and Jing 2003, "Discourse segmentation of multi-party conversation", and of Hirschberg and
// Litman 1993, "Empirical studies on the disambiguation of cue phrases", as far as their words can be told
// apart.
struct TopicWords {
  const char* language;        // BCP 47 primary subtag
  std::string_view idle;       // words between spaces: of talking as such, no topic is made of them
  std::string_view responses;  // a turn that starts so goes on with what was said
  std::string_view changes;    // anywhere near a turn's start: "next question", "by the way"
  std::string_view starts;     // at the start, after fillers: "so", "now", "first"
  std::string_view requests;   // at the start, after fillers: "tell us", "how"
  std::string_view closings;   // near a turn's end: "thank you", "that's all"
  std::string_view pointing;   // words between spaces: point at what was said ("it", "that")
};
// Null for a language without a table.
const TopicWords* topic_words(std::string_view language) noexcept;
// The idle words of a language, also of those without the rest.
std::string_view idle_words(std::string_view language) noexcept;

}  // namespace visavis
