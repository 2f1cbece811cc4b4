#include "readers/documents/document_text.h"

#include <doctest/doctest.h>

#include "readers/registry.h"
#include "support/zip.h"

using namespace visavis;
using test::make_docx;
using test::make_odt;

namespace {

std::string p(const std::string& runs, const std::string& style = {}) {
  return "<w:p>" + (style.empty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>") + runs +
         "</w:p>";
}
std::string r(const std::string& text, bool bold = false) {
  return "<w:r>" + std::string(bold ? "<w:rPr><w:b/></w:rPr>" : "") + "<w:t xml:space=\"preserve\">" + text +
         "</w:t></w:r>";
}

DocumentText paragraphs(std::initializer_list<Paragraph> list) {
  DocumentText document;
  std::uint32_t line = 0;
  for (Paragraph paragraph : list) {
    paragraph.line = ++line;
    document.add(std::move(paragraph));
  }
  return document;
}

Paragraph plain(std::string text, std::string style = {}) {
  Paragraph out;
  out.text = std::move(text);
  out.style = std::move(style);
  return out;
}
Paragraph bold(std::string text, std::size_t bytes, std::string style = {}) {
  Paragraph out = plain(std::move(text), std::move(style));
  out.bold_bytes = bytes;
  return out;
}
Paragraph heading(std::string text, int level) {
  Paragraph out = plain(std::move(text));
  out.heading = level;
  return out;
}

std::string markdown(const DocumentText& document) {
  std::vector<std::uint32_t> lines;
  std::vector<LineCorrection> certain;
  return document.markdown(lines, certain);
}

}  // namespace

TEST_CASE("structure becomes Markdown that no reader can mistake") {
  CHECK(markdown(paragraphs({heading("Nets", 2), bold("Mara: Who mends them?", 5), plain("All do.")})) ==
        "## Nets\n\n**Mara:** Who mends them?\n\nAll do.\n");
  CHECK(markdown(paragraphs({bold("Mara : Who?", 4), bold("Once bold and no name", 4)})) ==
        "**Mara:** Who?\n\nOnce bold and no name\n");
  // A bold name alone, twice or in a style of its own, labels the paragraph below it.
  CHECK(markdown(paragraphs({bold("Mara", 4), plain("Who?"), bold("Jonas", 5), plain("All."), bold("Mara", 4),
                             plain("And?"), bold("A bold claim.", 13)})) ==
        "**Mara:** Who?\n\nJonas\n\nAll.\n\n**Mara:** And?\n\nA bold claim.\n");
  CHECK(markdown(paragraphs({bold("Mara", 4, "Who"), plain("Who?", "Body"), bold("Jonas", 5, "Who"),
                             plain("All.", "Body"), plain("In winter.", "Body"), bold("Mara", 4, "Who"),
                             plain("And?", "Body")})) ==
        "**Mara:** Who?\n\n**Jonas:** All.\n\nIn winter.\n\n**Mara:** And?\n");
  // A name with its time stays as it is: readers know that form.
  CHECK(markdown(paragraphs({bold("Mara  0:03\nWho?", 4)})) == "Mara  0:03\nWho?\n");
}

TEST_CASE("tables of turns become turns") {
  DocumentText document;
  document.add_table({{"Start", "Speaker", "Text"}, {"0:01", "Mara", "Who?"}, {"0:02", "Jonas", "All."}}, 1);
  document.add_table({{"Mara", "Who mends the nets?"},
                      {"Jonas", "All of us, when winter comes."},
                      {"Mara", "And who taught you?"},
                      {"Jonas", "Nobody did that I know of."}},
                     5);
  document.add_table({{"Recorded", "in May"}}, 9);
  CHECK(markdown(document) ==
        "[0:01] **Mara:** Who?\n\n[0:02] **Jonas:** All.\n\n**Mara:** Who mends the nets?\n\n"
        "**Jonas:** All of us, when winter comes.\n\n**Mara:** And who taught you?\n\n"
        "**Jonas:** Nobody did that I know of.\n\nRecorded\nin May\n");
}

TEST_CASE("Word documents: names, breaks, deleted words") {
  const std::string docx = make_docx(
      p(r("Nets and winters"), "Title") + p(r("Mara:", true) + r(" Who mends ") + r("the nets?")) +
      p(r("Jonas:", true) + r(" We all") +
        "<w:del><w:r><w:delText>never</w:delText></w:r></w:del><w:ins><w:r><w:t> do.</w:t></w:r></w:ins>") +
      p(r("Mara:", true) + r(" And?")));
  const Result<Transcript> transcript = read_transcript(docx);
  REQUIRE(transcript);
  CHECK(transcript->report.format == "docx");
  CHECK(transcript->report.encoding == "utf-8");
  CHECK(transcript->title == "Nets and winters");
  REQUIRE(transcript->turns.size() == 3);
  CHECK(transcript->text_of(transcript->turns[1]).ends_with("We all do."));
  CHECK(transcript->turns[1].line == 3);
}

TEST_CASE("OpenDocument texts: styles, spaces, notes left out") {
  const std::string odt = make_odt(
      "<text:h text:outline-level=\"1\">Nets</text:h>"
      "<text:p><text:span text:style-name=\"T1\">Mara:</text:span> Who   mends<text:s "
      "text:c=\"2\"/>them?</text:p>"
      "<text:p><text:span text:style-name=\"T1\">Jonas:</text:span> All"
      "<text:note><text:note-body><text:p>Not all.</text:p></text:note-body></text:note> do.</text:p>",
      "<style:style style:name=\"T1\"><style:text-properties fo:font-weight=\"bold\"/></style:style>");
  const Result<Transcript> transcript = read_transcript(odt);
  REQUIRE(transcript);
  CHECK(transcript->report.format == "odt");
  CHECK(transcript->text.find("All do.") != std::string::npos);
  CHECK(transcript->text.find("Not all.") == std::string::npos);
}

TEST_CASE("documents with nothing or nonsense in them are refused or empty, never a crash") {
  CHECK(read_transcript(make_docx("")));
  CHECK(read_transcript(make_odt("")));
  CHECK(!read_transcript(test::make_zip({{"word/document.xml", "no XML at all"}})));
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<w:sdt>";
  CHECK(!read_transcript(make_docx(deep)));
}

TEST_CASE("kept texts stay where they are") {
  TextStore store;
  const std::string_view first = store.keep("Mara"), large = store.keep(std::string(1 << 20, 'a'));
  std::string all;
  for (int i = 0; i < 100'000; ++i) all += store.keep("words ");
  const TextStore moved = std::move(store);
  CHECK(first == "Mara");
  CHECK(large == std::string(1 << 20, 'a'));
  CHECK(all.size() == 600'000);
}
