// How a record of who said what is marked up in XML of no format known by name: found before it is read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "readers/annotation/xml_names.h"
#include "readers/shared/json_time.h"
#include "readers/shared/xml_document.h"

namespace visavis {

// Elements that tell who speaks, that name a speaker, and that have times, among a file's first tags.
struct XmlSigns {
  std::size_t owned = 0, named = 0, timed = 0;
};
XmlSigns look_for_talk(std::string_view text);

// A root that says that it is a talk, however it is marked up inside.
bool is_talk_root(std::string_view name);

bool read_xml_time(std::string_view text, Unit unit, std::int64_t& ms);

struct XmlShape {
  enum class Mode : std::uint8_t {
    none,
    elements,  // of one name, each with who speaks
    between,   // names of speakers stand between the words
    timed,     // elements of one name with times, of nobody
  };
  Mode mode = Mode::none;
  std::string turn;                                           // the name of the elements that are turns
  std::unordered_map<std::string_view, std::string> names;    // of ids
  std::unordered_map<std::string_view, std::int64_t> points;  // of ids

  // Whether an element of that name is a turn, rather than holds them.
  bool is_turn(XmlNode node, std::string_view name) const;
  bool holds_turns(XmlNode node) const;
};

// Which element is a turn, what ids stand for, where points of time are. The views in it are of the document.
XmlShape find_shape(const XmlDocument& document);

}  // namespace visavis
