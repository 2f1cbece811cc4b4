// The rules of a JSON format (json_format.h) as a tree of their paths, walked in step with a file's own
// nesting.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readers/json/json_format.h"

namespace visavis {

class RuleTree {
 public:
  explicit RuleTree(const JsonFormat& format);

  // Places in the tree; the root is 0. Off the rules' paths every step leads nowhere.
  static constexpr std::int32_t kNowhere = -1;
  std::int32_t by_key(std::int32_t node, std::string_view key) const;
  std::int32_t by_index(std::int32_t node, std::int32_t index) const;
  // What is to be done with the value here.
  const std::vector<const JsonRule*>& rules(std::int32_t node) const;

 private:
  struct Edge {
    std::string_view names;     // of keys
    std::int32_t index = kKey;  // of array items
    std::uint16_t target = 0;
    static constexpr std::int32_t kKey = -2, kAny = -1;
  };
  struct Node {
    std::vector<Edge> edges;
    std::vector<const JsonRule*> rules;
  };
  std::size_t step(std::size_t from, std::string_view names, std::int32_t index);
  std::size_t add(std::string_view path);

  std::vector<Node> nodes_;
  bool any_root_ = false;
  std::vector<const JsonRule*> no_rules_;
};

}  // namespace visavis
