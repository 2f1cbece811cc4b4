#include "readers/captions/cue_markup.h"

#include <algorithm>

#include "readers/captions/webvtt_cue_text.h"
#include "readers/captions/webvtt_voices.h"
#include "readers/shared/references.h"
#include "words/reports.h"

namespace visavis {
namespace {

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr std::uint8_t kMarkup = kHoldsLess | kHoldsAmpersand | kHoldsBrace;

class Stripper {
 public:
  Stripper(std::string_view text, std::string& out) : text_(text), out_(out) {}

  void strip() {
    while (at_ < text_.size()) {
      const std::size_t mark = std::min(text_.find_first_of("<&{\\", at_), text_.size());
      out_.append(text_.substr(at_, mark - at_));
      at_ = mark;
      if (at_ == text_.size()) break;
      if (text_[at_] == '<'   ? take_tag()
          : text_[at_] == '{' ? take_override()
                              : text_[at_] == '\\' && take_escape())
        continue;
      if (text_[at_] == '&') {
        // The reference may reach as far as the next mark.
        const std::size_t end = std::min(text_.find_first_of("<&{\\", at_ + 1), text_.size());
        append_decoding_references(text_.substr(at_, end - at_), out_);
        at_ = end;
      } else {
        out_ += text_[at_++];
      }
    }
  }

  std::string_view voice() const noexcept { return voice_; }

 private:
  bool take_tag() {
    const std::size_t close = text_.find_first_of(">\n", at_);
    if (close == std::string_view::npos || text_[close] != '>') return false;
    std::string_view tag = text_.substr(at_ + 1, close - at_ - 1);
    const bool ends = tag.starts_with('/');
    if (ends) tag.remove_prefix(1);
    std::size_t length = 0;
    while (length < tag.size() && is_letter(tag[length])) ++length;
    const std::string_view name = tag.substr(0, length);
    if (!is_known_tag(name)) return false;
    std::string_view rest = tag.substr(length);
    if (!rest.empty() && rest.front() != ' ' && rest.front() != '.' && rest.front() != '/' &&
        rest.front() != '=')
      return false;
    if (equals_ignoring_ascii_case(name, "br")) out_ += '\n';
    if (name == "v" && !ends && voice_.empty()) {
      const std::size_t space = rest.find(' ');
      voice_ = space == std::string_view::npos ? rest.substr(std::min<std::size_t>(1, rest.size()))
                                               : trim(rest.substr(space));
    }
    at_ = close + 1;
    return true;
  }

  // {\…} of SubStation, {Y:i} and the like of MicroDVD; anything else in braces is words.
  bool take_override() {
    const std::size_t close = text_.find_first_of("}\n", at_);
    if (close == std::string_view::npos || text_[close] != '}' || close - at_ < 2) return false;
    const std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
    const bool override_tag = inside.front() == '\\';
    const bool microdvd = inside.size() >= 2 && is_letter(inside[0]) && inside[1] == ':';
    const bool short_tag = inside.size() <= 2 &&
                           std::string_view("ibus").find(inside.back()) != std::string_view::npos &&
                           (inside.size() == 1 || inside.front() == '/');
    if (!override_tag && !microdvd && !short_tag) return false;
    at_ = close + 1;
    return true;
  }

  bool take_escape() {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (next == 'N')
      out_ += '\n';
    else if (next == 'h')
      out_ += ' ';
    else
      return false;
    at_ += 2;
    return true;
  }

  std::string_view text_;
  std::string& out_;
  std::size_t at_ = 0;
  std::string_view voice_;
};

}  // namespace

bool is_known_tag(std::string_view name) noexcept {
  static constexpr std::string_view kTags[] = {
      "i",   "b",   "u",      "s",      "font",   "c",    "ruby",   "rt",    "lang",      "span",
      "div", "p",   "br",     "em",     "strong", "bold", "italic", "small", "underline", "big",
      "sub", "sup", "strike", "center", "a",      "v",    "tt",     "li",    "ul"};
  return std::any_of(std::begin(kTags), std::end(kTags),
                     [&](std::string_view tag) { return equals_ignoring_ascii_case(tag, name); });
}

void add_marked_up(CueSheet& sheet, Span words, const SheetCue& base, const LinesSeen& seen) {
  SheetCue cue = base;
  const std::string_view text = slice(sheet.source, words);
  cue.text = words;
  const std::uint8_t holds = seen.count > 0 ? seen.holds : scan_bytes(text);
  if (!(holds & kMarkup)) {
    cue.flags |= flags_of(seen);
  } else {
    const auto begin = static_cast<std::uint32_t>(sheet.own.size());
    Stripper stripper(text, sheet.own);
    stripper.strip();
    mend_escaped_chevrons(sheet.own, begin);
    cue.text = {begin, static_cast<std::uint32_t>(sheet.own.size())};
    cue.flags |= SheetCue::kOwnText;
    if (is_unnamed(text)) cue.flags |= SheetCue::kUnnamed;
    if (!stripper.voice().empty()) {
      // "<v Name>Name: words": shown where voices are not known.
      const std::string_view shown = std::string_view(sheet.own).substr(begin), name = stripper.voice();
      if (shown.starts_with(name) && shown.substr(name.size()).starts_with(":"))
        cue.text.begin += static_cast<std::uint32_t>(name.size() + 1);
      const auto at = static_cast<std::uint32_t>(stripper.voice().data() - sheet.source.data());
      cue.speaker = {at, at + static_cast<std::uint32_t>(stripper.voice().size())};
    }
    if (cue.text.size() != words.size())
      sheet.builder.reports().count(cue.line, ReportLevel::info, phrase::markup_removed);
  }
  sheet.cues.push_back(cue);
}

}  // namespace visavis
