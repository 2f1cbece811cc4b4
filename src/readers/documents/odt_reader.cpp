#include <algorithm>
#include <charconv>
#include <map>

#include "readers/documents/document_archive.h"
#include "readers/readers.h"
#include "words/reports.h"

// OpenDocument text (OASIS OpenDocument 1.3 part 3, chapters 5 and 6): headings, paragraphs, spans, tables
// and the styles that make words bold. Notes, comments and deleted text are left out.
namespace visavis {
namespace {

constexpr std::string_view kType = "application/vnd.oasis.opendocument.text";

// The type is the archive's first member, stored, so that it can be told from its bytes (part 2,
// section 3.3).
double sniff(const Input& input) noexcept {
  return is_zip(input.bytes) && input.bytes.substr(0, 256).find(kType) != std::string_view::npos ? 0.97 : 0;
}

struct Style {
  std::string parent;
  int bold = -1;
};
using Styles = std::map<std::string, Style, std::less<>>;

void read_styles(XmlNode root, Styles& styles) {
  for (XmlNode node = root; node; node = next_in_document(node, root)) {
    if (!is_element(node, "style")) continue;
    Style style;
    style.parent = attribute(node, "parent-style-name");
    const std::string_view weight = attribute(child(node, "text-properties"), "font-weight");
    if (!weight.empty()) style.bold = weight == "bold" || weight == "600" || weight >= "700";
    styles.emplace(attribute(node, "name"), std::move(style));
  }
}

int bold_of(const Styles& styles, std::string_view name) {
  for (int step = 0; step < 12; ++step) {
    const auto found = styles.find(name);
    if (found == styles.end()) return -1;
    if (found->second.bold >= 0) return found->second.bold;
    name = found->second.parent;
  }
  return -1;
}

int small_number(std::string_view digits, int otherwise) {
  int value = otherwise;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

class Body {
 public:
  Body(const Styles& styles, DocumentText& document) : styles_(styles), document_(document) {}

  bool walk(XmlNode node) {
    for (XmlNode at = node.first_child(); at; at = at.next_sibling()) {
      const std::string_view name = local_name(at);
      if (name == "p" || name == "h") {
        const Paragraph p = paragraph(at);
        if (attribute(at, "style-name") == "Title" && document_.title.empty()) {
          document_.title = p.text;
          document_.title_is_sure = true;
        } else if (!document_.add(p)) {
          return false;
        }
      } else if (name == "table") {
        if (!table(at)) return false;
      } else if (name == "list" || name == "list-item" || name == "list-header" || name == "section" ||
                 name == "numbered-paragraph") {
        if (!walk(at)) return false;
      }
    }
    return true;
  }

 private:
  Paragraph paragraph(XmlNode node) {
    Paragraph out;
    out.line = ++count_;
    out.style = attribute(node, "style-name");
    if (local_name(node) == "h") out.heading = std::max(small_number(attribute(node, "outline-level"), 1), 1);
    spans(node, bold_of(styles_, out.style) == 1, out);
    return out;
  }

  void spans(XmlNode node, bool bold, Paragraph& out) {
    for (XmlNode at = node.first_child(); at; at = at.next_sibling()) {
      const std::string_view name = local_name(at);
      const std::size_t begin = out.text.size();
      if (is_text(at)) {
        add_collapsed(at.value(), out.text);
      } else if (name == "s") {
        out.text.append(static_cast<std::size_t>(std::clamp(small_number(attribute(at, "c"), 1), 1, 80)),
                        ' ');
      } else if (name == "tab") {
        out.text += '\t';
      } else if (name == "line-break") {
        out.text += '\n';
      } else if (name == "note" || name == "annotation" || name == "tracked-changes" || name == "ruby-text" ||
                 name == "frame") {
        if (name == "note") document_.leave_out(phrase::left_footnotes, count_);
        if (name == "annotation") document_.leave_out(phrase::left_comments, count_);
        if (name == "ruby-text") document_.leave_out(phrase::left_readings, count_);
        if (name == "frame" && !trim(text_content(at)).empty())
          document_.leave_out(phrase::left_boxes, count_);
        continue;
      } else if (is_element(at)) {
        const int own = name == "span" ? bold_of(styles_, attribute(at, "style-name")) : -1;
        spans(at, own >= 0 ? own == 1 : bold, out);
        continue;
      }
      out.end_run(begin, bold);
    }
  }

  // White space is one space, and none at the start (part 3, section 6.1.2).
  static void add_collapsed(std::string_view words, std::string& out) {
    for (const char c : words) {
      const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!space)
        out += c;
      else if (!out.empty() && out.back() != ' ' && out.back() != '\n' && out.back() != '\t')
        out += ' ';
    }
  }

  bool table(XmlNode node) {
    std::vector<TableRow> rows;
    const std::uint32_t line = count_ + 1;
    for (XmlNode row = node; row; row = next_in_document(row, node)) {
      if (!is_element(row, "table-row")) continue;
      rows.emplace_back();
      for (XmlNode cell = row.first_child(); cell; cell = cell.next_sibling()) {
        if (!is_element(cell, "table-cell") && !is_element(cell, "covered-table-cell")) continue;
        rows.back().push_back(
            document_.keep(cell_words(cell, {"p", "h"}, [&](XmlNode at) { return paragraph(at); })));
      }
    }
    return document_.add_table(rows, line);
  }

  const Styles& styles_;
  DocumentText& document_;
  std::uint32_t count_ = 0;
};

bool gather(const ZipArchive& archive, XmlNode root, DocumentText& document) {
  Styles styles;
  if (const Result<XmlDocument> common = read_part(archive, "styles.xml"))
    read_styles(common->root(), styles);
  read_styles(root, styles);
  return Body(styles, document).walk(child(child(root, "body"), "text"));
}

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_document(input.bytes, "content.xml", phrase::open_document, gather, options);
}

}  // namespace

const FormatReader odt_reader = {"odt", 41, sniff, read};

}  // namespace visavis
