// XML for the readers: a pugixml tree with caps, lines and names without their namespace prefix.
//
// Nothing is loaded and no entity of a document type is expanded (pugixml skips DOCTYPE), so a bomb of
// entities stays the few bytes that it is. The tree is no deeper than kMostXmlDepth: a walk may recurse on
// it.
#pragma once

#include <pugixml.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/text.h"
#include "model/builder.h"

namespace visavis {

using XmlNode = pugi::xml_node;

constexpr std::size_t kMostXmlBytes = sizeof(void*) == 4 ? 64u << 20 : 256u << 20;
constexpr std::size_t kMostXmlMarks = 6'000'000;  // '<' and '=' together: what makes nodes and attributes
constexpr int kMostXmlDepth = 200;

// The first start tag of an XML document, for sniffing; empty where the text is no XML. Looks at 64 KiB.
struct XmlRoot {
  std::string_view name;  // without its prefix
  std::string_view tag;   // from '<' to '>'
};
XmlRoot xml_root(std::string_view text) noexcept;

// A name without its namespace prefix.
std::string_view local_name(const char* name) noexcept;
inline std::string_view local_name(XmlNode node) noexcept { return local_name(node.name()); }

inline bool is_element(XmlNode node) noexcept { return node.type() == pugi::node_element; }
inline bool is_element(XmlNode node, std::string_view name) noexcept {
  return is_element(node) && local_name(node) == name;
}
inline bool is_text(XmlNode node) noexcept {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

// The first child element of this local name, or none.
XmlNode child(XmlNode node, std::string_view name) noexcept;
// The next sibling element of this local name, or none.
XmlNode next(XmlNode node, std::string_view name) noexcept;
// The first element of this local name below `root`, in document order.
XmlNode find(XmlNode root, std::string_view name) noexcept;

// The value of the attribute of this local name, empty where there is none.
std::string_view attribute(XmlNode node, std::string_view name) noexcept;

// The node after `node` in document order within `root`, children first unless `into` is false; none at the
// end.
XmlNode next_in_document(XmlNode node, XmlNode root, bool into = true) noexcept;

// All text below a node as it stands.
std::string text_content(XmlNode node);

// Where the text of an element stands. in_elements: its first one, where no element is before it, is the
// element's own value() and no node. Of files that mark up every word that saves a third of the nodes.
enum class XmlText : std::uint8_t { in_nodes, in_elements };

// Words as they flow through elements: white space of any kind and length is one space, none opens a line.
void append_flowing(std::string_view text, std::string& words);
// A line end behind the words, where there are some and none is there already.
void break_line(std::string& words);

class XmlDocument {
 public:
  // Parses UTF-8. A document that breaks off or has tags that do not match is read up to there: `broken_line`
  // is then not 0 and `what_broke` says why. Fails where nothing could be read, and over a cap.
  static Result<XmlDocument> parse(std::string_view text, XmlText texts = XmlText::in_nodes);
  // The same, with the text itself as the tree's buffer: no copy.
  static Result<XmlDocument> parse_taken(std::string text, XmlText texts = XmlText::in_nodes);

  // Hands over what was built. Where the document broke off, that is reported, or an Error if nothing was
  // read.
  Result<Transcript> finish(TranscriptBuilder& builder) const;
  // Its part about XML that breaks off: reported, or the reason to refuse where nothing was read before.
  std::optional<Error> report_break(TranscriptBuilder& builder, bool nothing_read) const;

  XmlNode root() const noexcept { return tree_->document_element(); }
  // 1-based line of an element's name or of a text's first character.
  std::uint32_t line(XmlNode node) const noexcept;
  // 1-based line of the first character of its value(), of an element too.
  std::uint32_t line_of_value(XmlNode node) const noexcept;
  // How many bytes of text there are, white space between elements included.
  std::size_t text_bytes() const noexcept { return text_bytes_; }

  std::uint32_t broken_line = 0;
  Message what_broke;

 private:
  std::uint32_t line_at(std::size_t offset) const noexcept;

  // The tree points into the buffer, so both stay where they are when the document moves.
  std::unique_ptr<std::string> buffer_;
  std::unique_ptr<pugi::xml_document> tree_;
  std::vector<std::uint32_t> line_ends_;
  std::size_t text_bytes_ = 0;
};

}  // namespace visavis
