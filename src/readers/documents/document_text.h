// Documents (docx, odt, html) as text: what the reader of a document gathers is written out as an interview
// in Markdown, as a person would copy it, and read as any such text is. What the document's own structure
// says for sure (headings, names in bold or in a style of their own, tables of turns) is written so that it
// is unmistakable.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "readers/documents/text_store.h"
#include "readers/reader.h"

namespace visavis {

// What a document says of a paragraph beside its words.
struct ParagraphTraits {
  int heading = 0;               // level from 1, 0 for none
  bool is_label = false;         // by its structure a speaker's name; the text follows in the next paragraph
  bool is_turn = false;          // opens with a name that a table gives
  bool is_preformatted = false;  // spaces and lines stand as they are
  bool after_empty = false;      // an empty paragraph stands before it; set by DocumentText::add
  std::size_t bold_bytes = 0;    // how much of the start is bold
  std::uint32_t line = 0;        // where the source has it; paragraphs where it has no lines
};

// As it is gathered.
struct Paragraph : ParagraphTraits {
  std::string text;   // line breaks inside as LF
  std::string style;  // the name of its style, where that may tell names from text
  // Says that `text` from `begin` on is one run. White space belongs to whatever stands before it.
  void end_run(std::size_t begin, bool bold) {
    if (bold_bytes == begin && (bold || trim(std::string_view(text).substr(begin)).empty()))
      bold_bytes = text.size();
  }
};

// As it is kept: the words lie in a TextStore.
struct KeptParagraph : ParagraphTraits {
  std::string_view text, style;
  bool is_bold() const noexcept { return bold_bytes == text.size() && !text.empty(); }
};

// A table: its rows' cells. Rows of a time, a name and words become turns, a row of one cell among them a
// heading, any other row a line. A cell that is merged with the one above is the same view.
using TableRow = std::vector<std::string_view>;

class DocumentText {
 public:
  // `words` is what paragraphs that come as KeptParagraph are kept in.
  explicit DocumentText(TextStore words = {}) : words_(std::move(words)) {}

  // Paragraphs without text are dropped. False past kMostParagraphs.
  bool add(const Paragraph& paragraph);
  bool add(KeptParagraph paragraph);
  // For the cells of a table.
  std::string_view keep(std::string_view words) { return words_.keep(words); }
  bool add_table(const std::vector<TableRow>& rows, std::uint32_t line);
  bool empty() const noexcept { return paragraphs_.empty(); }
  std::string title;           // set by the document itself, outside its text
  bool title_is_sure = false;  // not just the name of a page
  std::string language;
  std::vector<ReportEntry> entries;
  // Words beside the talk that are not read ("footnotes"): a warning a kind, with how many and the first
  // line.
  void leave_out(MessageName what, std::uint32_t line, std::size_t count = 1);

  // Leaves out who saved a meeting's transcript, which Teams writes below it, and reports it.
  void drop_footer();

  // Reads the text as whatever it holds: an interview, or subtitles that were pasted into a document. Lines
  // of the result and of corrections are those of the source. Once only: the paragraphs are gone afterwards.
  Result<Transcript> read(const ReadOptions& options);

  // The text that is read, a line number of the source for each of its lines beside it.
  // `certain` gets the lines (of this text) whose kind the structure tells.
  std::string markdown(std::vector<std::uint32_t>& source_lines, std::vector<LineCorrection>& certain) const;

 private:
  // Subtitles were pasted into the document, a paragraph a line.
  bool has_subtitles() const;
  std::string subtitles(std::vector<std::uint32_t>& source_lines) const;

  struct LeftOut {
    MessageName what;  // a literal
    std::uint32_t line = 0;
    std::size_t count = 0;
  };
  std::vector<LeftOut> left_out_;
  TextStore words_;
  std::deque<KeptParagraph> paragraphs_;
  bool empty_before_ = false;
};

constexpr std::size_t kMostParagraphs = 2'000'000;

}  // namespace visavis
