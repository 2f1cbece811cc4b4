// YAML as people write it above a page: maps, lists, scalars plain, quoted and in blocks, and flow
// collections (YAML 1.2.2, chapters 7 and 8). A strict subset: no anchors, tags, directives or keys of
// several lines. All scalars are strings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace visavis {

struct YamlNode {
  enum class Kind : std::uint8_t { none, scalar, list, map } kind = Kind::none;
  std::uint32_t line = 0;         // where it begins, 1-based
  bool block = false;             // a scalar that stands as lines of its own, "|" or ">"
  std::string text;               // of a scalar
  std::vector<std::string> keys;  // of a map, one for each item
  std::vector<YamlNode> items;    // of a list or a map

  // The value of the first of these keys that a map has, in any case of letters; null where it has none.
  const YamlNode* find(std::string_view key) const noexcept;
};

struct YamlDocument {
  YamlNode root;
  std::vector<std::uint32_t> left_out;  // lines that fit nowhere
};

// Reads `text`, whose first line counts as `first_line`. Nothing is nested deeper than 40. Time and room are
// linear in the text.
YamlDocument parse_yaml(std::string_view text, std::uint32_t first_line = 1);

}  // namespace visavis
