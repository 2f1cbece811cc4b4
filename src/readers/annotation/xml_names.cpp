#include "readers/annotation/xml_names.h"

namespace visavis {

using namespace xml_names;

std::string bare(std::string_view name) {
  std::string out;
  for (const char c : name)
    if (c != '-' && c != '_') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}
std::string bare(XmlNode node) { return bare(local_name(node)); }

std::string_view attribute_of(XmlNode node, std::string_view names) {
  std::string_view value;
  int best = -1;
  for (pugi::xml_attribute a = node.first_attribute(); a; a = a.next_attribute()) {
    if (std::string_view(a.name()).starts_with("xmlns")) continue;
    const int rank = rank_of(bare(local_name(a.name())), names);
    if (rank < 0 || (best >= 0 && rank >= best) || trim(a.value()).empty()) continue;
    best = rank;
    value = trim(a.value());
  }
  return value;
}

XmlNode child_of(XmlNode node, std::string_view names) {
  for (XmlNode inner = node.first_child(); inner; inner = inner.next_sibling())
    if (is_element(inner) && is_any(bare(inner), names)) return inner;
  return {};
}

std::string_view owner_of(XmlNode node, std::string_view bare_name) {
  const std::string_view speaker = attribute_of(node, kSpeakerAttributes);
  return speaker.empty() && is_any(bare_name, kTalk) ? attribute_of(node, kOwnerAttributes) : speaker;
}

bool has_words(XmlNode node) {
  for (XmlNode at = node; at; at = next_in_document(at, node))
    if (is_text(at) && !trim(at.value()).empty()) return true;
  return false;
}

bool is_redner(XmlNode node) { return is_element(node, "p") && attribute(node, "klasse") == "redner"; }

std::string without_colon(std::string_view label) {
  std::string name = collapse_spaces(label);
  while (name.ends_with(':') || name.ends_with(' ')) name.pop_back();
  return name;
}

bool names_speaker(XmlNode node, std::string_view name) {
  return is_any(name, kSpeakerElements) || is_redner(node) ||
         (name == "name" && trim(node.child_value()).ends_with(':'));
}

}  // namespace visavis
