#include "readers/documents/html_flow.h"

#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "readers/documents/html_elements.h"
#include "readers/shared/references.h"
#include "words/reports.h"

namespace visavis {
namespace {

using namespace html;

struct Open {
  std::string name;
  bool bold = false, label = false, narration = false, article = false, preformatted = false;
  std::size_t text_start = 0;  // of the block's text when it was opened
};

class Flow {
 public:
  explicit Flow(std::string_view source) : source_(source), tokens_(source) {}

  Result<HtmlFlow> run() {
    HtmlToken token;
    while (tokens_.next(token)) {
      count_lines(token.offset);
      if (token.kind == HtmlToken::Kind::text) {
        text(token.raw);
      } else if (token.kind == HtmlToken::Kind::start_tag) {
        if (!start(token))
          return Error{ErrorCode::too_large, line_, Message(phrase::page_too_deep, {kMostHtmlDepth})};
      } else {
        end(token.name);
      }
      if (out_.blocks.size() > kMostParagraphs)
        return Error{ErrorCode::too_large, line_, phrase::too_many_page_paragraphs};
    }
    flush();
    close_table();
    keep_article();
    return std::move(out_);
  }

 private:
  using Cell = std::vector<HtmlBlock>;
  using Row = std::vector<Cell>;

  const Open& top() const {
    static const Open none;
    return open_.empty() ? none : open_.back();
  }

  void count_lines(std::size_t offset) {
    line_ +=
        static_cast<std::uint32_t>(std::count(source_.begin() + static_cast<std::ptrdiff_t>(counted_),
                                              source_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    counted_ = offset;
  }

  void text(std::string_view raw) {
    if (in_page_title_) return;
    if (in_title_) {
      std::string words;
      append_decoding_references(raw, words);
      if (out_.title.empty()) out_.title = collapse_spaces(words);
      return;
    }
    if (skipping_) {
      if (skips_furniture_) out_.furniture.add(raw, line_);
      if (skipped_ == "rt") out_.ruby.add(raw, line_);
      return;
    }
    std::string words;
    append_decoding_references(raw, words);
    if (chat_words_ && paragraph_.text.empty() && !trim(words).empty()) {
      if (trim(words).starts_with('>')) {
        words.erase(0, words.find('>') + 1);
        block_.is_alone = true;
      }
      chat_words_ = false;
    }
    std::string& block = paragraph_.text;
    const std::size_t before = block.size();
    if (top().preformatted) {
      if (block.empty() && words.starts_with('\n')) words.erase(0, 1);  // it opens the <pre> and is no text
      block += words;
    } else {
      add_collapsed(words, block);
    }
    if (before == 0 && !block.empty()) paragraph_.line = line_ + lines_before_text(raw);
    mark(before);
  }

  std::uint32_t lines_before_text(std::string_view raw) const {
    const std::size_t first = std::min(raw.find_first_not_of(" \t\r\n"), raw.size());
    return static_cast<std::uint32_t>(
        std::count(raw.begin(), raw.begin() + static_cast<std::ptrdiff_t>(first), '\n'));
  }

  static void add_collapsed(std::string_view words, std::string& out) {
    for (const char c : words) {
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f')
        out += c;
      else if (!out.empty() && out.back() != ' ' && out.back() != '\n')
        out += ' ';
    }
  }

  // Keeps how far from the start the text is bold, or a label by its element.
  void mark(std::size_t before) {
    const Paragraph& p = paragraph_;
    const bool blank = trim(std::string_view(p.text).substr(before)).empty();
    block_.narration |= top().narration;
    if (bold_ended_ < before && !blank) return;
    if (top().bold || top().label || (blank && bold_ended_ == before)) bold_ended_ = p.text.size();
    if (top().label && !blank) label_ended_ = p.text.size();
  }

  bool start(const HtmlToken& tag) {
    const std::string_view name = tag.name;
    if (name == "html" && out_.language.empty()) out_.language = html_attribute(tag, "lang");
    if (name == "title" && !skipping_svg_) in_title_ = !tag.self_closing;
    if (skipping_) {
      if (name == skipped_ && !is_void(name)) ++skip_depth_;
      if (skipped_ == "head" && (name == "body" || (is_block(name) && name != "head"))) stop_skipping();
      if (skipping_) return true;
    }
    if (const bool navigation = is_navigation(tag); navigation || is_skipped(name)) {
      skips_furniture_ = navigation || is_one_of(name, {"nav", "footer", "aside"});
      if (tag.self_closing && is_one_of(name, {"svg", "math"})) return true;
      skipping_ = true;
      skipping_svg_ = name == "svg";
      skipped_ = name;
      skip_depth_ = 1;
      return true;
    }
    if (name == "br") {
      line_break();
      return true;
    }
    if (is_block(name)) block_begins(name);
    if (name == "table") in_table_ ? void() : open_table();
    if (name == "tr" && in_table_) {
      rows_.emplace_back();
      in_cell_ = false;  // words before the row's first cell are no cell's
    }
    if (is_void(name)) return true;
    for (std::size_t back = std::min<std::size_t>(6, open_.size()); back > 0; --back)
      if (closes(name, open_[open_.size() - back].name)) {
        open_.resize(open_.size() - back);
        break;
      }
    if (open_.size() >= kMostHtmlDepth) return false;

    Open element;
    element.name = tag.name;
    element.preformatted = top().preformatted || name == "pre";
    const int bold = boldness(tag);
    element.bold = bold >= 0 ? bold == 1 : top().bold;
    element.label = is_label_element(tag) || (top().label && !is_block(name));
    element.narration = top().narration || has_token(html_attribute(tag, "class"), {"narration"});
    element.article = top().article || name == "article" || name == "main";
    if (name == "article" && has_token(html_attribute(tag, "class"), {"vis-a-vis"})) {
      out_.is_written = true;
      is_page_ = has_token(html_attribute(tag, "class"), {"page"});
    }
    element.text_start = paragraph_.text.size();
    // "<" before a cite and ">" behind it: a line of a chat in minutes.
    const bool in_chat = name == "cite" && trim(paragraph_.text) == "<";
    if ((name == "cite" || name == "time") && !in_table_ && (trim(paragraph_.text).empty() || in_chat)) {
      paragraph_.text.clear();
      element.text_start = 0;
      chat_name_ = in_chat;
      block_.kind = name == "cite" ? HtmlBlock::Kind::cite : HtmlBlock::Kind::time;
      if (name == "time") {
        block_.start_ms = parse_time(html_attribute(tag, "datetime"));
        block_.end_ms = parse_time(html_attribute(tag, "data-end"));
      }
    }
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
      paragraph_.heading = std::max(1, name[1] - '0' - (is_page_ ? 1 : 0));
    // The title of such a page stands in its head already, and where the transcript has none it has the
    // page's alone.
    if (is_page_ && name == "h1" && has_token(html_attribute(tag, "class"), {"title", "no-title"})) {
      in_page_title_ = true;
      if (has_token(html_attribute(tag, "class"), {"no-title"})) out_.title.clear();
    }
    if (name == "dt") paragraph_.style = "dt";
    open_.push_back(std::move(element));
    return true;
  }

  void end(std::string_view name) {
    if (name == "title") in_title_ = false;
    if (name == "h1") in_page_title_ = false;
    if (skipping_) {
      if (name == skipped_ && --skip_depth_ == 0) stop_skipping();
      return;
    }
    if (name == "a" || name == "cite" || name == "time") end_inline(name);
    if (is_block(name)) flush();
    if (name == "table") close_table();
    close_nearest(name, 64);
  }

  void stop_skipping() {
    skipping_ = false;
    skipping_svg_ = false;
    skip_depth_ = 0;
  }

  void end_inline(std::string_view name) {
    if (top().name != name) return;
    std::string& text = paragraph_.text;
    const std::size_t begin = std::min(top().text_start, text.size());
    if (name == "a") {  // a link without words is a control: "▶", "¶"
      const std::string_view words = std::string_view(text).substr(begin);
      bool has_words = words.empty();
      for (std::size_t at = 0; at < words.size() && !has_words;)
        has_words = is_word_character(next_code_point(words, at));
      if (!has_words) {
        text.resize(begin);
        bold_ended_ = std::min(bold_ended_, begin);
      }
    } else if (block_.kind != HtmlBlock::Kind::text && begin == 0) {
      if (block_.kind == HtmlBlock::Kind::time && block_.start_ms == kNoTime)
        block_.start_ms = parse_time(paragraph_.text);
      flush();
      chat_words_ = std::exchange(chat_name_, false);
    }
  }

  // Ends the nearest open element of this name within the last `depth`, and what is open inside it.
  void close_nearest(std::string_view name, std::size_t depth) {
    for (std::size_t back = 1; back <= std::min(depth, open_.size()); ++back)
      if (open_[open_.size() - back].name == name) {
        open_.resize(open_.size() - back);
        return;
      }
  }

  void line_break() {
    std::string& text = paragraph_.text;
    while (text.ends_with(' ')) text.pop_back();
    if (text.ends_with('\n') && !top().preformatted && !in_table_) {
      text.pop_back();
      const int heading = paragraph_.heading;
      flush();  // two in a row part paragraphs
      paragraph_.heading = heading;
      return;
    }
    if (!text.empty()) text += '\n';
    bold_ended_ = std::min(bold_ended_, text.size());
  }

  void block_begins(std::string_view name) {
    flush();
    if ((name == "td" || name == "th") && in_table_) {
      in_cell_ = true;
      if (rows_.empty()) rows_.emplace_back();
      rows_.back().emplace_back();
    }
  }

  void flush() {
    if (!trim(paragraph_.text).empty() ||
        (block_.kind == HtmlBlock::Kind::time && block_.start_ms != kNoTime))
      put_block();
    block_ = {};
    chat_words_ = false;
    static_cast<ParagraphTraits&>(paragraph_) = {};
    paragraph_.text.clear();
    paragraph_.style.clear();
    bold_ended_ = label_ended_ = 0;
  }

  void put_block() {
    Paragraph& p = paragraph_;
    const std::size_t label = std::min(label_ended_, p.text.size());
    p.is_preformatted = top().preformatted;
    p.bold_bytes = std::min(bold_ended_, p.text.size());
    if (label > 0) {
      p.is_label = trim(std::string_view(p.text).substr(label)).empty();
      p.bold_bytes = label;
      if (!p.is_label && !trim(std::string_view(p.text).substr(0, label)).ends_with(':') &&
          !trim(std::string_view(p.text).substr(label)).starts_with(':')) {
        p.text.insert(label, ": ");
        ++p.bold_bytes;
      }
    }
    block_.paragraph = {p, out_.words.keep(p.text), out_.words.keep(p.style)};
    block_.in_article = top().article;
    if (in_table_ && in_cell_)
      rows_.back().back().push_back(std::move(block_));
    else
      out_.blocks.push_back(std::move(block_));
  }

  void open_table() {
    in_table_ = true;
    in_cell_ = false;
    table_line_ = line_;
    rows_.clear();
  }

  void close_table() {
    if (!in_table_) return;
    in_table_ = in_cell_ = false;
    // A table that lays out a page has headings or whole texts in its cells.
    bool is_layout = false;
    std::size_t widest = 0;
    for (const Row& row : rows_) {
      widest = std::max(widest, row.size());
      for (const Cell& cell : row)
        is_layout |= cell.size() > 3 || std::any_of(cell.begin(), cell.end(), [](const HtmlBlock& block) {
                       return block.paragraph.heading > 0 || block.kind != HtmlBlock::Kind::text;
                     });
    }
    HtmlBlock table;
    table.paragraph.line = table_line_;
    table.in_article = top().article;
    for (Row& row : rows_) {
      if (is_layout || widest < 2) {
        for (Cell& cell : row)
          for (HtmlBlock& block : cell) out_.blocks.push_back(std::move(block));
        continue;
      }
      TableRow cells;
      for (const Cell& cell : row) {
        std::string words;
        for (const HtmlBlock& block : cell) {
          if (!words.empty()) words += '\n';
          words += trim(block.paragraph.text);
        }
        cells.push_back(out_.words.keep(words));
      }
      if (!cells.empty()) table.rows.push_back(std::move(cells));
    }
    rows_.clear();
    if (!table.rows.empty()) out_.blocks.push_back(std::move(table));
  }

  static std::size_t weight(const HtmlBlock& block) {
    std::size_t bytes = block.paragraph.text.size();
    for (const TableRow& row : block.rows)
      for (const std::string_view cell : row) bytes += cell.size();
    return bytes;
  }

  void keep_article() {
    std::size_t all = 0, inside = 0;
    for (const HtmlBlock& block : out_.blocks) {
      all += weight(block);
      inside += block.in_article ? weight(block) : 0;
    }
    if (inside == 0 || inside * 2 < all) return;
    std::erase_if(out_.blocks, [&](const HtmlBlock& block) {
      if (block.in_article) return false;
      out_.furniture.add(block.paragraph.text, block.paragraph.line);
      for (const TableRow& row : block.rows)
        for (const std::string_view cell : row) out_.furniture.add(cell, block.paragraph.line);
      return true;
    });
  }

  std::string_view source_;
  HtmlTokens tokens_;
  HtmlFlow out_;
  std::vector<Open> open_;
  HtmlBlock block_;  // the one that is read, without its paragraph
  Paragraph paragraph_;
  bool chat_name_ = false, chat_words_ = false;
  std::size_t bold_ended_ = 0, label_ended_ = 0;
  std::vector<Row> rows_;
  bool in_table_ = false, in_cell_ = false, in_title_ = false, in_page_title_ = false;
  bool is_page_ = false;  // written with a title of its own above the headings
  bool skipping_ = false, skipping_svg_ = false, skips_furniture_ = false;
  std::string skipped_;
  std::size_t skip_depth_ = 0, counted_ = 0;
  std::uint32_t line_ = 1, table_line_ = 0;
};

}  // namespace

void HtmlFlow::LeftOut::add(std::string_view text, std::uint32_t at) {
  bool in_word = false;
  for (const char c : text) {
    const bool is_space = static_cast<unsigned char>(c) <= ' ';
    if (!is_space && !in_word && words++ == 0) line = at;
    in_word = !is_space;
  }
}

Result<HtmlFlow> flow_html(std::string_view source) { return Flow(source).run(); }

}  // namespace visavis
