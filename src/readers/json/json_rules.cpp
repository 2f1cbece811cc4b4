#include "readers/json/json_rules.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "readers/shared/name_lists.h"

namespace visavis {

RuleTree::RuleTree(const JsonFormat& format) {
  nodes_.emplace_back();
  each_name(format.roots, [&](std::string_view name) {
    any_root_ = any_root_ || name == "*";
    nodes_[0].edges.push_back({name, name == "[]" ? Edge::kAny : Edge::kKey, 0});
  });
  for (const JsonRule& rule : format.rules) nodes_[add(rule.path)].rules.push_back(&rule);
}

std::int32_t RuleTree::by_key(std::int32_t node, std::string_view key) const {
  if (node == kNowhere) return kNowhere;
  bool has_keys = false;
  for (const Edge& edge : nodes_[static_cast<std::size_t>(node)].edges) {
    if (edge.index != Edge::kKey) continue;
    if (is_any(key, edge.names)) return edge.target;
    has_keys = true;
  }
  if (!any_root_ || (has_keys && node != 0)) return kNowhere;
  // A wrapper; an object where the rules want a list or a value is one too.
  return node == 0 ? 0 : by_key(0, key);
}

std::int32_t RuleTree::by_index(std::int32_t node, std::int32_t index) const {
  if (node == kNowhere) return kNowhere;
  std::int32_t any = kNowhere;
  for (const Edge& edge : nodes_[static_cast<std::size_t>(node)].edges) {
    if (edge.index == index) return edge.target;
    if (edge.index == Edge::kAny) any = edge.target;
  }
  return any == kNowhere && any_root_ && node == 0 ? 0 : any;
}

const std::vector<const JsonRule*>& RuleTree::rules(std::int32_t node) const {
  return node == kNowhere ? no_rules_ : nodes_[static_cast<std::size_t>(node)].rules;
}

std::size_t RuleTree::step(std::size_t from, std::string_view names, std::int32_t index) {
  for (const Edge& edge : nodes_[from].edges)
    if (edge.index == index && edge.names == names) return edge.target;
  const auto target = static_cast<std::uint16_t>(nodes_.size());
  nodes_[from].edges.push_back({names, index, target});
  nodes_.emplace_back();
  return target;
}

std::size_t RuleTree::add(std::string_view path) {
  std::size_t at = 0;
  while (!path.empty()) {
    if (path.front() == '[') {
      const std::size_t close = std::min(path.find(']'), path.size() - 1);
      std::int32_t index = Edge::kAny;
      if (close > 1) std::from_chars(path.data() + 1, path.data() + close, index);
      at = step(at, {}, index);
      path.remove_prefix(close + 1);
    } else {
      const std::size_t end = std::min(path.find_first_of(".["), path.size());
      at = step(at, path.substr(0, end), Edge::kKey);
      path.remove_prefix(end);
    }
    if (path.starts_with('.')) path.remove_prefix(1);
  }
  return at;
}

}  // namespace visavis
