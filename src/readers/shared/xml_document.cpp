#include "readers/shared/xml_document.h"

#include <algorithm>
#include <cstring>

#include "readers/shared/cues.h"
#include "words/reports.h"

namespace visavis {
namespace {

// Character references that name no character (surrogates, beyond U+10FFFF, U+0000) become U+FFFD in place,
// so that every string of the tree is UTF-8. The shortest of the first two, "&#xD800;", has room for it.
void repair_character_references(char* text, std::size_t size) {
  const std::string_view view(text, size);
  for (std::size_t at = view.find("&#"); at != std::string_view::npos; at = view.find("&#", at)) {
    const std::size_t start = at;
    at += 2;
    const bool hex = at < size && text[at] == 'x';
    at += hex;
    std::uint32_t value = 0;
    for (; at < size; ++at) {
      const char c = text[at];
      const int digit = c >= '0' && c <= '9'          ? c - '0'
                        : hex && c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : hex && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                      : -1;
      if (digit < 0) break;
      if (value <= 0x10FFFF) value = value * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit);
    }
    if (at >= size || text[at] != ';') continue;
    const std::size_t length = at + 1 - start;
    if ((value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF) {
      std::fill(text + start + 3, text + at, '0');
      text[start + 2] = 'x';
      std::memcpy(text + at - 4, "FFFD", 4);
    } else if (value == 0 && length >= 4) {
      std::fill(text + start, text + at + 1, ' ');
      std::memcpy(text + start, "\xEF\xBF\xBD", 3);
    }
  }
}

// Pages' way of ending a line, where nothing ends it as XML would: "<br>" becomes "<br/>".
void close_line_breaks(std::string& text) {
  if (text.find("<br>") == std::string::npos || text.find("</br>") != std::string::npos) return;
  std::string closed;
  closed.reserve(text.size() + text.size() / 64);
  std::size_t from = 0;
  for (std::size_t at = text.find("<br>"); at != std::string::npos; at = text.find("<br>", from)) {
    closed.append(text, from, at + 3 - from) += '/';
    from = at + 3;
  }
  text = std::move(closed.append(text, from));
}

MessageName describe(pugi::xml_parse_status status) {
  switch (status) {
    case pugi::status_end_element_mismatch:
      return phrase::xml_end_tag;
    case pugi::status_bad_attribute:
      return phrase::xml_attribute;
    case pugi::status_no_document_element:
      return phrase::xml_no_element;
    default:
      return phrase::xml_open_tag;
  }
}

Error too_large() {
  return Error{ErrorCode::too_large, 0, Message(phrase::xml_too_large, {kMostXmlBytes >> 20})};
}

}  // namespace

XmlRoot xml_root(std::string_view text) noexcept {
  text = text.substr(0, 64 << 10);
  std::size_t at = 0;
  while (true) {
    while (at < text.size() && (static_cast<unsigned char>(text[at]) <= ' ')) ++at;
    if (at + 1 >= text.size() || text[at] != '<') return {};
    const std::string_view rest = text.substr(at);
    std::size_t end = std::string_view::npos;
    if (rest.starts_with("<?")) {
      end = rest.find("?>");
      if (end != std::string_view::npos) end += 2;
    } else if (rest.starts_with("<!--")) {
      end = rest.find("-->", 4);
      if (end != std::string_view::npos) end += 3;
    } else if (rest.starts_with("<!")) {
      const std::size_t subset = rest.find_first_of("[>");
      end = subset != std::string_view::npos && rest[subset] == '[' ? rest.find("]>", subset) + 1 : subset;
      if (end != std::string_view::npos) ++end;
    } else {
      std::size_t name_end = 1;
      while (name_end < rest.size() && !std::strchr(" \t\r\n/>", rest[name_end])) ++name_end;
      std::string_view name = rest.substr(1, name_end - 1);
      if (name.empty() || name[0] == '/') return {};
      name.remove_prefix(name.rfind(':') + 1);
      return {name, rest.substr(0, rest.find('>', name_end))};
    }
    if (end == std::string_view::npos || end == 0) return {};
    at += end;
  }
}

std::string_view local_name(const char* name) noexcept {
  const char* colon = std::strchr(name, ':');
  return colon ? colon + 1 : name;
}

XmlNode child(XmlNode node, std::string_view name) noexcept {
  for (XmlNode c = node.first_child(); c; c = c.next_sibling())
    if (is_element(c, name)) return c;
  return {};
}

XmlNode next(XmlNode node, std::string_view name) noexcept {
  for (XmlNode c = node.next_sibling(); c; c = c.next_sibling())
    if (is_element(c, name)) return c;
  return {};
}

XmlNode find(XmlNode root, std::string_view name) noexcept {
  for (XmlNode node = root; node; node = next_in_document(node, root))
    if (is_element(node, name)) return node;
  return {};
}

std::string_view attribute(XmlNode node, std::string_view name) noexcept {
  for (pugi::xml_attribute a = node.first_attribute(); a; a = a.next_attribute())
    if (local_name(a.name()) == name && !std::string_view(a.name()).starts_with("xmlns")) return a.value();
  return {};
}

XmlNode next_in_document(XmlNode node, XmlNode root, bool into) noexcept {
  if (into && node.first_child()) return node.first_child();
  while (node && node != root) {
    if (node.next_sibling()) return node.next_sibling();
    node = node.parent();
  }
  return {};
}

std::string text_content(XmlNode node) {
  std::string text;
  for (XmlNode at = node; at; at = next_in_document(at, node)) text += at.value();
  return text;
}

void append_flowing(std::string_view text, std::string& words) {
  for (const char c : text) {
    const bool space = static_cast<unsigned char>(c) <= ' ';
    if (space && (words.empty() || words.back() == ' ' || words.back() == '\n')) continue;
    words += space ? ' ' : c;
  }
}

void break_line(std::string& words) {
  while (words.ends_with(' ')) words.pop_back();
  if (!words.empty() && !words.ends_with('\n')) words += '\n';
}

Result<XmlDocument> XmlDocument::parse(std::string_view text, XmlText texts) {
  if (text.size() > kMostXmlBytes) return too_large();
  return parse_taken(std::string(text), texts);
}

Result<XmlDocument> XmlDocument::parse_taken(std::string taken, XmlText texts) {
  if (taken.size() > kMostXmlBytes) return too_large();
  XmlDocument document;
  document.buffer_ = std::make_unique<std::string>(std::move(taken));
  std::string& text = *document.buffer_;
  close_line_breaks(text);
  // The parser takes the last byte for its own end mark, which costs a file that breaks off a letter.
  if (!text.empty() && text.back() != '>' && text.back() != '\n') text += '\n';
  std::size_t marks = 0, lines = 0;
  for (const char c : text) {
    marks += c == '<' || c == '=';
    lines += c == '\n';
  }
  document.line_ends_.reserve(lines);
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n') document.line_ends_.push_back(static_cast<std::uint32_t>(i));
  if (marks > kMostXmlMarks)
    return Error{ErrorCode::too_large, 0, Message(phrase::xml_too_many_tags, {kMostXmlMarks})};
  repair_character_references(text.data(), text.size());
  document.tree_ = std::make_unique<pugi::xml_document>();
  unsigned int how = pugi::parse_default | pugi::parse_ws_pcdata;
  if (texts == XmlText::in_elements) how |= pugi::parse_embed_pcdata;
  const pugi::xml_parse_result parsed =
      document.tree_->load_buffer_inplace(text.data(), text.size(), how, pugi::encoding_utf8);
  if (parsed.status == pugi::status_out_of_memory)
    return Error{ErrorCode::out_of_memory, 0, phrase::no_memory_to_read};
  if (!parsed) {
    document.broken_line =
        document.line_at(static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)));
    document.what_broke = describe(parsed.status);
  }
  const XmlNode root = document.root();
  if (!root)
    return Error{
        ErrorCode::malformed, document.broken_line,
        Message(phrase::xml_unreadable,
                {document.what_broke.empty() ? Message(phrase::xml_no_element) : document.what_broke})};
  int depth = 0;
  for (XmlNode node = root; node;) {
    document.text_bytes_ += std::strlen(node.value());
    if (node.first_child()) {
      node = node.first_child();
      if (++depth > kMostXmlDepth)
        return Error{ErrorCode::too_large, document.line(node),
                     Message(phrase::xml_too_deep, {kMostXmlDepth})};
      continue;
    }
    while (node && !node.next_sibling()) {
      node = node == root ? XmlNode() : node.parent();
      --depth;
      if (node == root) node = {};
    }
    if (node) node = node == root ? XmlNode() : node.next_sibling();
  }
  return document;
}

std::optional<Error> XmlDocument::report_break(TranscriptBuilder& builder, bool nothing_read) const {
  if (broken_line == 0) return std::nullopt;
  if (nothing_read)
    return Error{ErrorCode::malformed, broken_line, Message(phrase::xml_unreadable, {what_broke})};
  builder.report(broken_line, ReportLevel::loss, Message(phrase::xml_broken, {what_broke}));
  return std::nullopt;
}

Result<Transcript> XmlDocument::finish(TranscriptBuilder& builder) const {
  if (std::optional<Error> error = report_break(builder, builder.turn_count() == 0)) return *error;
  Transcript transcript = builder.finish();
  estimate_missing_ends(transcript);
  return transcript;
}

std::uint32_t XmlDocument::line(XmlNode node) const noexcept {
  const std::ptrdiff_t offset = node.offset_debug();
  return offset < 0 ? 0 : line_at(static_cast<std::size_t>(offset));
}

std::uint32_t XmlDocument::line_of_value(XmlNode node) const noexcept {
  return line_at(static_cast<std::size_t>(node.value() - buffer_->data()));
}

std::uint32_t XmlDocument::line_at(std::size_t offset) const noexcept {
  const auto end = std::lower_bound(line_ends_.begin(), line_ends_.end(), offset);
  return static_cast<std::uint32_t>(1 + (end - line_ends_.begin()));
}

}  // namespace visavis
