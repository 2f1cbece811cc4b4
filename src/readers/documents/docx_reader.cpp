#include <algorithm>
#include <map>

#include "readers/documents/document_archive.h"
#include "readers/readers.h"
#include "words/reports.h"

// Office Open XML, WordprocessingML (ECMA-376 part 1, section 17): paragraphs, runs, tables and the styles
// that make a paragraph a heading or its words bold. Deleted text, field codes, drawings and notes are left
// out.
namespace visavis {
namespace {

constexpr const char* kBody = "word/document.xml";

double sniff(const Input& input) noexcept { return zip_names(input.bytes, kBody) ? 0.95 : 0; }

struct Style {
  std::string name, based_on;
  int bold = -1;     // -1: as the style it is based on
  int outline = -1;  // level from 0
};
using Styles = std::map<std::string, Style, std::less<>>;

// w:b is on unless it says otherwise (section 17.17.4, ST_OnOff).
int on_off(XmlNode properties, std::string_view name) {
  const XmlNode node = child(properties, name);
  if (!node) return -1;
  const std::string_view value = attribute(node, "val");
  return value != "0" && value != "false" && value != "off";
}

int number(std::string_view digits) {
  return digits.size() == 1 && digits[0] >= '0' && digits[0] <= '9' ? digits[0] - '0' : -1;
}

Styles read_styles(const ZipArchive& archive) {
  Styles styles;
  const Result<XmlDocument> part = read_part(archive, "word/styles.xml");
  if (!part) return styles;
  for (XmlNode node = child(part->root(), "style"); node; node = next(node, "style")) {
    Style style;
    style.name = attribute(child(node, "name"), "val");
    style.based_on = attribute(child(node, "basedOn"), "val");
    style.bold = on_off(child(node, "rPr"), "b");
    style.outline = number(attribute(child(child(node, "pPr"), "outlineLvl"), "val"));
    styles.emplace(attribute(node, "styleId"), std::move(style));
  }
  return styles;
}

// Walks up the styles that a style is based on, a few steps at most: a file may chain them in a circle.
template <class Get>
int inherited(const Styles& styles, std::string_view id, Get get) {
  for (int step = 0; step < 12; ++step) {
    const auto found = styles.find(id);
    if (found == styles.end()) return -1;
    if (const int value = get(found->second); value >= 0) return value;
    id = found->second.based_on;
  }
  return -1;
}

class Body {
 public:
  Body(const Styles& styles, DocumentText& document) : styles_(styles), document_(document) {}

  // Paragraphs and tables below a node, in order. The tree is no deeper than kMostXmlDepth.
  bool walk(XmlNode node) {
    for (XmlNode at = node.first_child(); at; at = at.next_sibling()) {
      const std::string_view name = local_name(at);
      if (name == "p") {
        const Paragraph p = paragraph(at);
        if (is_title(p.style) && document_.title.empty()) {
          document_.title = p.text;
          document_.title_is_sure = true;
        } else if (!document_.add(p)) {
          return false;
        }
      } else if (name == "tbl") {
        if (!table(at)) return false;
      } else if (name == "AlternateContent") {
        if (!walk(at.first_child())) return false;
      } else if (name == "sdt" || name == "sdtContent" || name == "customXml" || name == "ins" ||
                 name == "smartTag") {
        if (!walk(at)) return false;
      }
    }
    return true;
  }

 private:
  bool is_title(std::string_view style) const {
    const auto found = styles_.find(style);
    return equals_ignoring_ascii_case(found == styles_.end() ? style : std::string_view(found->second.name),
                                      "title");
  }

  int heading_level(XmlNode properties, std::string_view style) const {
    const int own = number(attribute(child(properties, "outlineLvl"), "val"));
    const int outline = own >= 0 ? own : inherited(styles_, style, [](const Style& s) { return s.outline; });
    if (outline >= 0) return outline < 9 ? outline + 1 : 0;  // 9 is body text
    const auto found = styles_.find(style);
    const std::string_view name = found == styles_.end() ? style : std::string_view(found->second.name);
    if (!starts_with_ignoring_ascii_case(name, "heading")) return 0;
    return std::max(number(trim(name.substr(7))), 0);
  }

  Paragraph paragraph(XmlNode node) {
    Paragraph out;
    out.line = ++count_;
    const XmlNode properties = child(node, "pPr");
    out.style = attribute(child(properties, "pStyle"), "val");
    const bool bold = inherited(styles_, out.style, [](const Style& s) { return s.bold; }) == 1;
    out.heading = heading_level(properties, out.style);
    runs(node, bold, out);
    return out;
  }

  void runs(XmlNode node, bool bold, Paragraph& out) {
    for (XmlNode at = node.first_child(); at; at = at.next_sibling()) {
      const std::string_view name = local_name(at);
      if (name == "r")
        run(at, bold, out);
      else if (name == "hyperlink" || name == "ins" || name == "smartTag" || name == "sdt" ||
               name == "sdtContent" || name == "fldSimple" || name == "customXml" || name == "moveTo")
        runs(at, bold, out);
    }
  }

  void run(XmlNode node, bool bold, Paragraph& out) {
    const XmlNode properties = child(node, "rPr");
    const int by_style = inherited(styles_, attribute(child(properties, "rStyle"), "val"),
                                   [](const Style& s) { return s.bold; });
    if (by_style >= 0) bold = by_style == 1;
    if (const int own = on_off(properties, "b"); own >= 0) bold = own == 1;
    const std::size_t begin = out.text.size();
    for (XmlNode at = node.first_child(); at; at = at.next_sibling()) {
      const std::string_view name = local_name(at);
      if (name == "t")
        out.text += at.child_value();
      else if (name == "tab" || name == "ptab")
        out.text += '\t';
      else if (name == "br" || name == "cr")
        out.text += '\n';
      else if (name == "noBreakHyphen")
        out.text += "\xE2\x80\x91";
      else if (name == "ruby") {  // its reading stands above it and is said with it
        runs(child(at, "rubyBase"), bold, out);
        document_.leave_out(phrase::left_readings, count_);
      } else if (name == "footnoteReference" || name == "endnoteReference")
        document_.leave_out(phrase::left_footnotes, count_);
      else if (name == "commentReference")
        document_.leave_out(phrase::left_comments, count_);
      else if ((name == "drawing" || name == "pict" || name == "AlternateContent") &&
               !trim(text_content(find(at, "txbxContent"))).empty())
        document_.leave_out(phrase::left_boxes, count_);
    }
    out.end_run(begin, bold);
  }

  bool table(XmlNode node) {
    std::vector<TableRow> rows;
    const std::uint32_t line = count_ + 1;
    for (XmlNode row = child(node, "tr"); row; row = next(row, "tr")) {
      rows.emplace_back();
      for (XmlNode cell = child(row, "tc"); cell; cell = next(cell, "tc")) {
        const std::string_view words =
            document_.keep(cell_words(cell, {"p"}, [&](XmlNode at) { return paragraph(at); }));
        // A cell that goes on with the one above it (section 17.4.84, vMerge).
        const XmlNode merge = child(child(cell, "tcPr"), "vMerge");
        const std::size_t at = rows.back().size();
        const bool goes_on = merge && attribute(merge, "val") != "restart" && rows.size() > 1 &&
                             at < rows[rows.size() - 2].size() && trim(words).empty();
        rows.back().push_back(goes_on ? rows[rows.size() - 2][at] : words);
      }
    }
    return document_.add_table(rows, line);
  }

  const Styles& styles_;
  DocumentText& document_;
  std::uint32_t count_ = 0;
};

bool gather(const ZipArchive& archive, XmlNode root, DocumentText& document) {
  const Styles styles = read_styles(archive);
  return Body(styles, document).walk(child(root, "body"));
}

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_document(input.bytes, kBody, phrase::word_document, gather, options);
}

}  // namespace

const FormatReader docx_reader = {"docx", 40, sniff, read};

}  // namespace visavis
