// HTML as a stream of tags and text, after the tokenizer of the HTML standard (section 13.2.5) as far as a
// reader of words needs it: comments and doctypes are skipped, the text of script, style and their like too.
#pragma once

#include <string>
#include <string_view>

#include "base/text.h"

namespace visavis {

struct HtmlToken {
  enum class Kind : unsigned char { text, start_tag, end_tag } kind = Kind::text;
  std::string name;        // of a tag, in lower case
  std::string_view raw;    // of a text: undecoded; of a tag: what follows its name
  std::size_t offset = 0;  // in the source
  bool self_closing = false;
};

class HtmlTokens {
 public:
  explicit HtmlTokens(std::string_view source) noexcept : source_(source) {}
  // False at the end. A tag that the source breaks off in is dropped.
  bool next(HtmlToken& token);

 private:
  bool take_tag(HtmlToken& token);
  void skip_declaration() noexcept;

  std::string_view source_;
  std::size_t at_ = 0;
  std::string raw_text_of_;  // the element whose text is not markup, until its end tag
};

// The decoded value of an attribute of a start tag; empty where there is none.
std::string html_attribute(const HtmlToken& tag, std::string_view name);
bool html_has_attribute(const HtmlToken& tag, std::string_view name);

}  // namespace visavis
