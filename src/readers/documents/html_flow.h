// A page's words in their order: blocks as they would show, without the page's own furniture (navigation,
// scripts, forms, drawings).
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "readers/documents/document_text.h"

namespace visavis {

struct HtmlBlock {
  enum class Kind : std::uint8_t { text, cite, time } kind = Kind::text;
  KeptParagraph paragraph;
  std::vector<TableRow> rows;                         // of a table; the paragraph is then empty
  std::int64_t start_ms = kNoTime, end_ms = kNoTime;  // of a time
  bool narration = false;                             // marked as nobody's words, as our own pages do
  bool in_article = false;
  bool is_alone = false;  // a line of a chat in minutes, "<name> words": what follows is no part of it
};

struct HtmlFlow {
  TextStore words;
  std::deque<HtmlBlock> blocks;  // only those of <article> or <main> where these hold most of the text
  std::string title, language;
  bool is_written = false;  // by our own writer: every block says what it is
  // Words that are not read: of the page around the talk, and readings above words.
  struct LeftOut {
    std::size_t words = 0;
    std::uint32_t line = 0;  // of the first
    void add(std::string_view text, std::uint32_t at);
  } furniture, ruby;
};

constexpr std::size_t kMostHtmlDepth = 2000;

// Fails for a page nested deeper than kMostHtmlDepth or with more than kMostParagraphs blocks.
Result<HtmlFlow> flow_html(std::string_view source);

}  // namespace visavis
