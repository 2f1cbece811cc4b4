#include "readers/documents/yaml_text.h"

#include <algorithm>

#include "base/text.h"

namespace visavis {
namespace {

constexpr int kMostDepth = 40;

struct RawLine {
  std::string_view whole, words;  // as it stands; without indent, and without what a list's dash took
  std::size_t indent = 0;
  std::uint32_t number = 0;
};

bool is_blank(const RawLine& line) noexcept { return line.words.empty() || line.words.front() == '#'; }
bool is_item(std::string_view words) noexcept { return words == "-" || words.starts_with("- "); }

// Where a plain scalar ends: a comment stands behind a space (YAML 1.2.2, 6.6).
std::string_view without_comment(std::string_view text) noexcept {
  return trim(text.substr(0, text.find(" #")));
}

// Behind the quote that closes the one at the start; npos where none does. `from`: where to go on looking.
std::size_t quote_end(std::string_view text, std::size_t from) noexcept {
  const char quote = text.front();
  for (std::size_t at = from; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      if (quote == '\'' && at + 1 < text.size() && text[at + 1] == '\'') {
        ++at;
        continue;
      }
      return at + 1;
    }
  }
  return std::string_view::npos;
}

std::uint32_t hex(std::string_view digits) noexcept {
  std::uint32_t value = 0;
  for (const char c : digits) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return kReplacement;
    value = value * 16 + static_cast<std::uint32_t>(digit);
  }
  return value;
}

// What stands between the quotes: 7.3.1 and 7.3.2.
std::string unquoted(std::string_view text) {
  const char quote = text.front();
  text = text.substr(1, text.size() - (text.size() >= 2 && text.back() == quote ? 2 : 1));
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (quote == '\'' && text[at] == '\'' && at + 1 < text.size()) ++at;
    if (quote != '"' || text[at] != '\\' || at + 1 >= text.size()) {
      out += text[at];
      continue;
    }
    const char c = text[++at];
    const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits > 0 && at + digits < text.size()) {
      append_utf8(out, hex(text.substr(at + 1, digits)));
      at += digits;
    } else {
      out += c == 'n' ? '\n' : c == 't' ? '\t' : c == '_' || c == 'N' || c == 'r' || c == '0' ? ' ' : c;
    }
  }
  return out;
}

// Where the key of "key: value" ends, at its colon; npos where the line has no key.
std::size_t key_end(std::string_view words) noexcept {
  if (words.empty() || words.front() == '[' || words.front() == '{' || words.front() == '|' ||
      words.front() == '>')
    return std::string_view::npos;
  std::size_t at = 0;
  if (words.front() == '"' || words.front() == '\'') {
    at = quote_end(words, 1);
    while (at < words.size() && words[at] == ' ') ++at;
    return at < words.size() && words[at] == ':' && (at + 1 == words.size() || words[at + 1] == ' ')
               ? at
               : std::string_view::npos;
  }
  for (at = words.find(':'); at != std::string_view::npos; at = words.find(':', at + 1)) {
    if (at + 1 == words.size() || words[at + 1] == ' ' || words[at + 1] == '\t') return at;
  }
  return at;
}

std::string key_of(std::string_view text) {
  text = trim(text);
  return !text.empty() && (text.front() == '"' || text.front() == '\'') ? unquoted(text) : std::string(text);
}

class Parser {
 public:
  Parser(std::string_view text, std::uint32_t first_line) {
    Lines walk(text);
    for (Span span; walk.next(span);) {
      RawLine line;
      line.whole = slice(text, span);
      while (line.indent < line.whole.size() && line.whole[line.indent] == ' ') ++line.indent;
      line.words = trim(line.whole);
      line.number = first_line + walk.number() - 1;
      lines_.push_back(line);
    }
  }

  YamlDocument run() {
    skip_blanks();
    if (at_ < lines_.size()) out_.root = block(lines_[at_].indent, 0);
    for (; at_ < lines_.size(); skip_blanks()) leave_out();
    return std::move(out_);
  }

 private:
  void skip_blanks() {
    while (at_ < lines_.size() && is_blank(lines_[at_])) ++at_;
  }

  void leave_out() { out_.left_out.push_back(lines_[at_++].number); }

  // The node whose lines stand at `indent`.
  YamlNode block(std::size_t indent, int depth) {
    YamlNode node;
    node.line = lines_[at_].number;
    if (is_item(lines_[at_].words)) {
      node.kind = YamlNode::Kind::list;
      for (; at_ < lines_.size() && lines_[at_].indent >= indent; skip_blanks()) {
        if (lines_[at_].indent > indent) {
          leave_out();
        } else if (is_item(lines_[at_].words)) {
          node.items.push_back(item(indent, depth));
        } else {
          break;
        }
      }
      return node;
    }
    if (key_end(lines_[at_].words) == std::string_view::npos) {
      const std::string_view first = lines_[at_].words;
      return scalar(first, indent == 0 ? 0 : indent - 1, depth);
    }
    node.kind = YamlNode::Kind::map;
    for (; at_ < lines_.size() && lines_[at_].indent >= indent; skip_blanks()) {
      const std::size_t colon = key_end(lines_[at_].words);
      if (lines_[at_].indent > indent || colon == std::string_view::npos || is_item(lines_[at_].words)) {
        leave_out();
        continue;
      }
      node.keys.push_back(key_of(lines_[at_].words.substr(0, colon)));
      node.items.push_back(value(lines_[at_].words.substr(colon + 1), indent, depth));
    }
    return node;
  }

  // What stands behind a dash, as if the dash were a part of its indent.
  YamlNode item(std::size_t indent, int depth) {
    RawLine& line = lines_[at_];
    std::size_t taken = 1;
    while (taken < line.words.size() && line.words[taken] == ' ') ++taken;
    line.words = line.words.substr(taken);
    if (is_blank(line)) return below(indent, depth, false);
    line.indent = indent + taken;
    if (depth >= kMostDepth) return scalar(line.words, indent, depth);
    if (is_item(line.words) || key_end(line.words) != std::string_view::npos)
      return block(line.indent, depth + 1);
    return scalar(line.words, indent, depth);
  }

  YamlNode value(std::string_view rest, std::size_t indent, int depth) {
    rest = trim(rest);
    if (rest.starts_with('#')) rest = {};
    return rest.empty() ? below(indent, depth, true) : scalar(rest, indent, depth);
  }

  // The node below a key or a dash with nothing behind it. The list of a key may stand as far out as the key.
  YamlNode below(std::size_t indent, int depth, bool of_key) {
    YamlNode node;
    node.line = lines_[at_].number;
    ++at_;
    skip_blanks();
    if (at_ >= lines_.size() || depth >= kMostDepth) return node;
    const RawLine& line = lines_[at_];
    if (line.indent > indent || (of_key && line.indent == indent && is_item(line.words)))
      return block(line.indent, depth + 1);
    return node;
  }

  YamlNode scalar(std::string_view first, std::size_t indent, int depth) {
    YamlNode node;
    node.kind = YamlNode::Kind::scalar;
    node.line = lines_[at_].number;
    const char sign = first.front();
    if (sign == '|' || sign == '>') {
      read_lines(node, indent, sign == '>');
    } else if (sign == '"' || sign == '\'') {
      const std::string text = gather(first, [](std::string_view all, std::size_t from) {
        return quote_end(all, from) != std::string_view::npos;
      });
      node.text = unquoted(std::string_view(text).substr(0, quote_end(text, 1)));
    } else if (sign == '[' || sign == '{') {
      int open = 0;
      const std::string text = gather(first, [&open](std::string_view all, std::size_t from) {
        for (std::size_t at = from == 1 ? 0 : from; at < all.size(); ++at)
          open += (all[at] == '[' || all[at] == '{') - (all[at] == ']' || all[at] == '}');
        return open <= 0;
      });
      std::size_t at = 0;
      node = flow(text, at, node.line, depth);
    } else {
      node.text = without_comment(first);
      for (++at_; at_ < lines_.size(); ++at_) {
        const RawLine& line = lines_[at_];
        if (line.words.empty()) {
          const std::size_t next = at_ + 1;
          if (next >= lines_.size() || lines_[next].indent <= indent || is_blank(lines_[next])) break;
          node.text += '\n';
          continue;
        }
        if (line.indent <= indent || line.words.front() == '#') break;
        if (!node.text.ends_with('\n')) node.text += ' ';
        node.text += without_comment(line.words);
      }
    }
    return node;
  }

  // Lines from the current one on, folded (7.3.1), until `ends` has seen the end in them.
  template <typename Ends>
  std::string gather(std::string_view first, Ends ends) {
    std::string text(first);
    std::size_t seen = 1;
    while (!ends(std::string_view(text), seen)) {
      seen = text.size();
      if (++at_ >= lines_.size()) return text;
      const std::string_view words = lines_[at_].words;
      if (words.empty())
        text += '\n';
      else
        text.append(text.ends_with('\n') ? "" : " ").append(words);
    }
    ++at_;
    return text;
  }

  // 8.1: the indent is the first line's; folded, a line break is a space unless the line is indented further.
  void read_lines(YamlNode& node, std::size_t indent, bool folded) {
    node.block = true;
    std::size_t own = 0;
    bool loose = true;
    for (++at_; at_ < lines_.size(); ++at_) {
      const RawLine& line = lines_[at_];
      if (line.words.empty()) {
        if (own > 0) node.text += '\n';
        loose = true;
        continue;
      }
      if (line.indent <= indent) break;
      if (own == 0) {
        own = line.indent;
        node.line = line.number;
      } else if (!node.text.empty()) {
        if (!folded || line.indent > own)
          node.text += '\n';
        else if (!loose)
          node.text += ' ';
      }
      loose = false;
      node.text += line.whole.substr(std::min(own, line.indent));
    }
    while (node.text.ends_with('\n')) node.text.pop_back();
  }

  // 7.4: "[a, b]", "{key: value}"; `at` moves behind it.
  YamlNode flow(std::string_view text, std::size_t& at, std::uint32_t line, int depth) {
    YamlNode node;
    node.line = line;
    const auto skip = [&] {
      while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == ',')) ++at;
    };
    const char sign = text[at], close = sign == '[' ? ']' : '}';
    node.kind = sign == '[' ? YamlNode::Kind::list : YamlNode::Kind::map;
    for (++at, skip(); at < text.size() && text[at] != close; skip()) {
      if (node.kind == YamlNode::Kind::map) {
        node.keys.push_back(flow_scalar(text, at, true));
        if (at < text.size() && text[at] == ':') ++at;
        while (at < text.size() && text[at] == ' ') ++at;
      }
      if (at < text.size() && (text[at] == '[' || text[at] == '{') && depth < kMostDepth) {
        node.items.push_back(flow(text, at, line, depth + 1));
        continue;
      }
      YamlNode one;
      one.kind = YamlNode::Kind::scalar;
      one.line = line;
      const std::size_t before = at;
      if (at < text.size()) one.text = flow_scalar(text, at, false);
      if (at == before) ++at;  // a bracket that nothing opened
      node.items.push_back(std::move(one));
    }
    if (at < text.size()) ++at;
    return node;
  }

  static std::string flow_scalar(std::string_view text, std::size_t& at, bool key) {
    if (text[at] == '"' || text[at] == '\'') {
      const std::size_t size = std::min(quote_end(text.substr(at), 1), text.size() - at);
      at += size;
      return unquoted(text.substr(at - size, size));
    }
    const std::size_t begin = at;
    while (at < text.size() && text[at] != ',' && text[at] != ']' && text[at] != '}' &&
           !(key && text[at] == ':'))
      ++at;
    return std::string(trim(text.substr(begin, at - begin)));
  }

  std::vector<RawLine> lines_;
  std::size_t at_ = 0;
  YamlDocument out_;
};

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const noexcept {
  if (kind == Kind::map)
    for (std::size_t i = 0; i < keys.size() && i < items.size(); ++i)
      if (equals_ignoring_ascii_case(keys[i], key)) return &items[i];
  return nullptr;
}

YamlDocument parse_yaml(std::string_view text, std::uint32_t first_line) {
  return Parser(text, first_line).run();
}

}  // namespace visavis
