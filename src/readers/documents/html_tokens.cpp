#include "readers/documents/html_tokens.h"

#include <algorithm>

#include "readers/shared/references.h"

namespace visavis {
namespace {

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; }

// Elements whose content is text up to their own end tag (13.2.6.4.4 and 13.2.6.4.7: RCDATA, RAWTEXT, script
// data).
bool is_raw_text(std::string_view name) noexcept {
  for (const std::string_view raw :
       {"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"})
    if (name == raw) return true;
  return false;
}

struct Attribute {
  std::string_view name, value;
};

// The next attribute in what follows a tag's name; false at its end.
bool next_attribute(std::string_view raw, std::size_t& at, Attribute& attribute) noexcept {
  while (at < raw.size() && (is_blank(raw[at]) || raw[at] == '/')) ++at;
  if (at >= raw.size()) return false;
  const std::size_t name = at;
  ++at;  // a name may begin with anything, even '='
  while (at < raw.size() && !is_blank(raw[at]) && raw[at] != '=' && raw[at] != '/') ++at;
  attribute.name = raw.substr(name, at - name);
  attribute.value = {};
  std::size_t after = at;
  while (after < raw.size() && is_blank(raw[after])) ++after;
  if (after >= raw.size() || raw[after] != '=') return true;
  ++after;
  while (after < raw.size() && is_blank(raw[after])) ++after;
  if (after < raw.size() && (raw[after] == '"' || raw[after] == '\'')) {
    const std::size_t end = std::min(raw.find(raw[after], after + 1), raw.size());
    attribute.value = raw.substr(after + 1, end - after - 1);
    at = std::min(end + 1, raw.size());
  } else {
    at = after;
    while (at < raw.size() && !is_blank(raw[at])) ++at;
    attribute.value = raw.substr(after, at - after);
  }
  return true;
}

}  // namespace

void HtmlTokens::skip_declaration() noexcept {
  const std::string_view rest = source_.substr(at_);
  std::size_t end = std::string_view::npos;
  if (rest.starts_with("<!--")) {
    // "<!-->" and "<!--->" are comments too.
    end = rest.find("-->", 2);
    if (end != std::string_view::npos) end += 2;
  } else {
    end = rest.find('>');
  }
  at_ = end == std::string_view::npos ? source_.size() : at_ + end + 1;
}

bool HtmlTokens::take_tag(HtmlToken& token) {
  std::size_t at = at_ + 1;
  token.kind = HtmlToken::Kind::start_tag;
  if (source_[at] == '/') {
    token.kind = HtmlToken::Kind::end_tag;
    ++at;
  }
  const std::size_t name = at;
  while (at < source_.size() && !is_blank(source_[at]) && source_[at] != '>' && source_[at] != '/') ++at;
  token.name.clear();
  for (const char c : source_.substr(name, std::min<std::size_t>(at - name, 64))) token.name += lower(c);
  const std::size_t raw = at;
  // A '>' in a quoted value does not end the tag; a quote opens a value only after '='.
  char last = ' ';
  for (; at < source_.size() && source_[at] != '>'; ++at) {
    const char c = source_[at];
    if ((c == '"' || c == '\'') && last == '=') {
      at = std::min(source_.find(c, at + 1), source_.size());
      if (at == source_.size()) break;
    }
    if (!is_blank(c)) last = c;
  }
  token.offset = at_;
  if (at >= source_.size()) {
    at_ = source_.size();
    return false;
  }
  token.raw = source_.substr(raw, at - raw);
  token.self_closing = token.raw.ends_with('/');
  at_ = at + 1;
  return true;
}

bool HtmlTokens::next(HtmlToken& token) {
  while (at_ < source_.size()) {
    if (!raw_text_of_.empty()) {
      // Up to the end tag of the element, which the next round takes as a tag.
      std::size_t end = at_;
      for (end = source_.find("</", end); end != std::string_view::npos; end = source_.find("</", end + 2))
        if (starts_with_ignoring_ascii_case(source_.substr(end + 2), raw_text_of_)) break;
      end = std::min(end, source_.size());
      raw_text_of_.clear();
      if (end == at_) continue;
      token.kind = HtmlToken::Kind::text;
      token.raw = source_.substr(at_, end - at_);
      token.offset = at_;
      at_ = end;
      return true;
    }
    const std::string_view rest = source_.substr(at_);
    if (rest[0] == '<' && rest.size() > 1) {
      if (rest[1] == '!' || rest[1] == '?' || (rest[1] == '/' && rest.size() > 2 && !is_letter(rest[2]))) {
        skip_declaration();
        continue;
      }
      if (is_letter(rest[1]) || (rest[1] == '/' && rest.size() > 2)) {
        if (!take_tag(token)) return false;
        if (token.kind == HtmlToken::Kind::start_tag && !token.self_closing && is_raw_text(token.name))
          raw_text_of_ = token.name;
        return true;
      }
    }
    const std::size_t end = std::min(rest.find('<', 1), rest.size());
    token.kind = HtmlToken::Kind::text;
    token.raw = rest.substr(0, end);
    token.offset = at_;
    at_ += end;
    return true;
  }
  return false;
}

std::string html_attribute(const HtmlToken& tag, std::string_view name) {
  std::string value;
  Attribute attribute;
  for (std::size_t at = 0; next_attribute(tag.raw, at, attribute);)
    if (equals_ignoring_ascii_case(attribute.name, name)) {
      append_decoding_references(attribute.value, value);
      break;
    }
  return value;
}

bool html_has_attribute(const HtmlToken& tag, std::string_view name) {
  Attribute attribute;
  for (std::size_t at = 0; next_attribute(tag.raw, at, attribute);)
    if (equals_ignoring_ascii_case(attribute.name, name)) return true;
  return false;
}

}  // namespace visavis
