#include "readers/annotation/xml_shape.h"

#include <algorithm>
#include <map>

namespace visavis {

using namespace xml_names;

namespace {

struct Kind {
  std::size_t owned = 0, named = 0, timed = 0, order = 0;
};

XmlNode next_speaker(XmlNode node) {
  for (XmlNode after = node.next_sibling(); after; after = after.next_sibling())
    if (is_element(after) && is_any(bare(after), kSpeakerElements)) return after;
  return {};
}

void read_id(XmlShape& shape, XmlNode node, std::string_view name) {
  const std::string_view id = attribute_of(node, kIds);
  if (is_any(name, kPeople) && !id.empty()) {
    std::string full = collapse_spaces(attribute_of(node, "fullname|displayname|name|showas|label"));
    if (full.empty()) {
      XmlNode inner = child_of(node, "persname|fullname|displayname|name|label");
      full = inner ? collapse_spaces(text_content(inner)) : std::string();
    }
    if (full.empty()) {  // in two parts
      for (const std::string_view part : {"firstname|forename|givenname", "lastname|surname|familyname"})
        if (const XmlNode inner = child_of(node, part))
          full.append(full.empty() ? "" : " ").append(collapse_spaces(text_content(inner)));
    }
    if (!full.empty()) shape.names.emplace(id, std::move(full));
    return;
  }
  std::string_view when = attribute_of(node, "absolutetime|interval|time");
  const std::string_view point = attribute_of(node, "timepointid|id");
  std::int64_t ms = kNoTime;
  if (!point.empty() && !when.empty() && read_xml_time(when, Unit::seconds, ms))
    shape.points.emplace(point, ms);
}

}  // namespace

bool read_xml_time(std::string_view text, Unit unit, std::int64_t& ms) {
  JsonScalar value;
  value.kind = JsonScalar::Kind::string;
  value.text = text;
  return json_time(value, unit, ms);
}

XmlSigns look_for_talk(std::string_view text) {
  XmlSigns seen;
  text = text.substr(0, 64u << 10);
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view tag =
        text.substr(at + 1, std::min<std::size_t>(text.find('>', at), at + 400) - at);
    if (tag.empty() || tag[0] == '/' || tag[0] == '?' || tag[0] == '!') continue;
    const std::size_t name_end = std::min(tag.find_first_of(" \t\r\n/>"), tag.size());
    std::string_view name = tag.substr(0, name_end);
    name.remove_prefix(name.rfind(':') + 1);
    const std::string element = bare(name);
    seen.named +=
        is_any(element, kSpeakerElements) || tag.find("klasse=\"redner\"") != std::string_view::npos;
    bool owned = false, starts = false, lasts = false;
    for (std::size_t equals = tag.find('=', name_end); equals != std::string_view::npos;
         equals = tag.find('=', equals + 1)) {
      const std::size_t before = tag.substr(0, equals).find_last_of(" \t\r\n");
      if (before == std::string_view::npos) continue;
      std::string_view key = tag.substr(before + 1, equals - before - 1);
      key.remove_prefix(key.rfind(':') + 1);
      const std::string attribute = bare(key);
      owned = owned || is_any(attribute, kSpeakerAttributes) ||
              (is_any(element, kTalk) && is_any(attribute, kOwnerAttributes));
      starts = starts || is_any(attribute, kStarts);
      lasts = lasts || is_any(attribute, kDurations) || is_any(attribute, kEnds);
    }
    seen.owned += owned && !is_any(element, kPeople);
    seen.timed += starts && lasts;
  }
  return seen;
}

bool is_talk_root(std::string_view name) {
  return is_any(bare(name), "transcript|transcription|dialogue|dialog|interview|conversation");
}

bool XmlShape::holds_turns(XmlNode node) const {
  for (XmlNode at = node.first_child(); at; at = next_in_document(at, node))
    if (is_element(at) && (bare(at) == turn || is_any(bare(at), kSpeakerElements))) return true;
  return false;
}

bool XmlShape::is_turn(XmlNode node, std::string_view name) const {
  if (mode == Mode::timed) return !attribute_of(node, kStarts).empty();
  return !owner_of(node, name).empty() || child_of(node, kSpeakerElements) || !holds_turns(node);
}

XmlShape find_shape(const XmlDocument& document) {
  XmlShape shape;
  const XmlNode root = document.root();
  std::map<std::string, Kind> kinds;
  std::size_t between = 0;
  for (XmlNode node = root; node; node = next_in_document(node, root)) {
    if (!is_element(node)) continue;
    const std::string name = bare(node);
    read_id(shape, node, name);
    if (is_any(name, kBeside)) continue;
    Kind& kind = kinds[name];
    if (kind.order == 0) kind.order = kinds.size();
    if (is_any(name, kSpeakerElements)) {
      // A speaker's name, with words in elements behind it rather than beside it in one of their own.
      XmlNode after = node.next_sibling();
      while (after && !is_element(after)) after = after.next_sibling();
      between += after && !is_any(bare(after), kSpeakerElements);
    }
    between += is_redner(node) || (name == "name" && names_speaker(node, name));
    if (!owner_of(node, name).empty() && !is_any(name, kPeople) && has_words(node)) ++kind.owned;
    if (const XmlNode who = child_of(node, kSpeakerElements); who && !next_speaker(who)) {
      bool words = false;
      for (XmlNode beside = node.first_child(); beside && !words; beside = beside.next_sibling())
        words = beside != who && has_words(beside) && !is_any(bare(beside), kStarts);
      kind.named += words;
    }
    if (!attribute_of(node, kStarts).empty() &&
        (!attribute_of(node, kEnds).empty() || !attribute_of(node, kDurations).empty()) && has_words(node))
      ++kind.timed;
  }
  std::size_t best = 1;
  for (const auto& [name, kind] : kinds)
    if (const std::size_t count = std::max(kind.owned, kind.named);
        count > best ||
        (count == best && shape.mode != XmlShape::Mode::none && kind.order < kinds[shape.turn].order)) {
      best = count;
      shape.turn = name;
      shape.mode = XmlShape::Mode::elements;
    }
  if (between > best) shape.mode = XmlShape::Mode::between;
  if (shape.mode != XmlShape::Mode::none) return shape;
  best = 0;
  for (const auto& [name, kind] : kinds)
    if (kind.timed > best) {
      best = kind.timed;
      shape.turn = name;
      shape.mode = XmlShape::Mode::timed;
    }
  return shape;
}

}  // namespace visavis
