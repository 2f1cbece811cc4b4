#include "readers/captions/webvtt_cues.h"

#include <cstring>

namespace visavis {
namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
// ASCII white space of the Infra standard; LF ends a line and cannot occur here.
bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\f' || c == '\r'; }

void skip_blanks(std::string_view text, std::size_t& at) noexcept {
  while (at < text.size() && is_blank(text[at])) ++at;
}

// Two digits exactly, as all parts of a timestamp but the first and the last.
bool collect_two_digits(std::string_view text, std::size_t& at, int& value) noexcept {
  if (at + 2 > text.size() || !is_digit(text[at]) || !is_digit(text[at + 1])) return false;
  if (at + 2 < text.size() && is_digit(text[at + 2])) return false;
  value = (text[at] - '0') * 10 + (text[at + 1] - '0');
  at += 2;
  return true;
}

// Section 6.3, "collect WebVTT cue timings and settings".
bool collect_timings(std::string_view line, VttCue& cue, std::size_t& at) noexcept {
  at = 0;
  skip_blanks(line, at);                                             // step 3
  if (!collect_vtt_timestamp(line, at, cue.start_ms)) return false;  // steps 4, 5
  skip_blanks(line, at);                                             // step 6
  if (line.substr(at, 3) != "-->") return false;                     // steps 7 to 9
  at += 3;
  skip_blanks(line, at);                               // step 10
  return collect_vtt_timestamp(line, at, cue.end_ms);  // steps 11, 12; the rest is settings
}

// A line that may be "STYLE" or "REGION" with nothing but white space after it.
bool is_keyword_line(std::string_view line, std::string_view keyword) noexcept {
  if (line.substr(0, keyword.size()) != keyword) return false;
  for (const char c : line.substr(keyword.size()))
    if (!is_blank(c)) return false;
  return true;
}

class FileParser {
 public:
  explicit FileParser(std::string_view text) : text_(text) {}

  VttFile parse() {
    // Steps 4 to 7: the signature, alone or followed by a space, a tab or a line end.
    if (text_.substr(0, 6) != "WEBVTT") return {};
    if (text_.size() > 6 && text_[6] != ' ' && text_[6] != '\t' && text_[6] != '\n') return {};
    file_.signature = true;
    at_ = 6;
    file_.header = next_line();  // steps 8 to 10
    if (at_ < text_.size()) {
      if (text_[at_] != '\n') {  // step 11: a block in the header
        const auto begin = static_cast<std::uint32_t>(at_);
        collect_block(true);
        file_.header_block = {begin, block_end_};
      } else {
        skip_line_ends();
      }
    }
    skip_line_ends();             // step 12
    while (at_ < text_.size()) {  // step 14
      collect_block(false);
      skip_line_ends();
    }
    return std::move(file_);
  }

 private:
  // The line at at_, which is moved to the next one.
  Span next_line() {
    const auto begin = static_cast<std::uint32_t>(at_);
    const void* found =
        at_ < text_.size() ? std::memchr(text_.data() + at_, '\n', text_.size() - at_) : nullptr;
    const std::size_t end =
        found ? static_cast<std::size_t>(static_cast<const char*>(found) - text_.data()) : text_.size();
    at_ = found ? end + 1 : end;
    ++line_;
    return {begin, static_cast<std::uint32_t>(end)};
  }

  void skip_line_ends() {
    while (at_ < text_.size() && text_[at_] == '\n') ++at_, ++line_;
  }

  // Section 6.1, "collect a WebVTT block".
  void collect_block(bool in_header) {
    std::uint32_t lines = 0;
    std::size_t previous_at = at_;
    std::uint32_t previous_line = line_;
    Span buffer{static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_)};
    bool empty = true, seen_arrow = false, has_cue = false, has_style = false, has_region = false;
    VttCue cue;
    const std::uint32_t first_line = line_ + 1;
    block_end_ = buffer.begin;
    const auto block_begin = buffer.begin;
    for (bool end_of_file = false; !end_of_file;) {
      const Span span = next_line();
      const std::string_view line = slice(text_, span);
      ++lines;
      end_of_file = at_ >= text_.size();
      if (line.empty()) break;
      if (contains_arrow(line)) {
        if (in_header || !(lines == 1 || (lines == 2 && !seen_arrow))) {
          at_ = previous_at;  // the line opens the next block
          line_ = previous_line;
          break;
        }
        seen_arrow = true;
        previous_at = at_;
        previous_line = line_;
        cue.id = empty ? Span{} : buffer;
        std::size_t settings = 0;
        has_cue = collect_timings(line, cue, settings);
        if (has_cue) {
          cue.settings = {span.begin + static_cast<std::uint32_t>(settings), span.end};
          cue.line = cue.text_line = line_;
          empty = true;
          buffer = {};
          seen_cue_ = true;
        }
        block_end_ = span.end;
        continue;
      }
      if (!in_header && lines == 2 && !seen_cue_) {
        const std::string_view opening = slice(text_, buffer);
        has_style = is_keyword_line(opening, "STYLE");
        has_region = !has_style && is_keyword_line(opening, "REGION");
        if (has_style || has_region) empty = true;
      }
      if (empty) {
        buffer.begin = span.begin;
        if (has_cue) cue.text_line = line_;
        empty = false;
      }
      buffer.end = span.end;
      block_end_ = span.end;
      previous_at = at_;
      previous_line = line_;
    }
    if (in_header || block_end_ == block_begin) return;
    if (has_cue) {
      cue.text = buffer;
      file_.cues.push_back(cue);
      return;
    }
    VttBlock block{VttBlock::Kind::other, {block_begin, block_end_}, first_line};
    const std::string_view words = slice(text_, block.text);
    if (seen_arrow) {
      block.kind = VttBlock::Kind::bad_cue;
    } else if (has_style) {
      block.kind = VttBlock::Kind::style;
    } else if (has_region) {
      block.kind = VttBlock::Kind::region;
      file_.regions.push_back(parse_vtt_region(slice(text_, buffer)));
    } else if (words.substr(0, 4) == "NOTE" &&
               (words.size() == 4 || is_blank(words[4]) || words[4] == '\n')) {
      block.kind = VttBlock::Kind::note;
    }
    file_.blocks.push_back(block);
  }

  static bool contains_arrow(std::string_view line) noexcept {
    const char* at = line.data();
    const char* const end = at + line.size();
    while ((at = static_cast<const char*>(std::memchr(at, '>', static_cast<std::size_t>(end - at))))) {
      if (at - line.data() >= 2 && at[-1] == '-' && at[-2] == '-') return true;
      ++at;
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 0;  // of the line last taken
  std::uint32_t block_end_ = 0;
  bool seen_cue_ = false;
  VttFile file_;
};

}  // namespace

bool collect_vtt_timestamp(std::string_view text, std::size_t& at, std::int64_t& ms) noexcept {
  // Steps 3 to 7: the first part is hours unless it is two digits of at most 59.
  std::size_t begin = at;
  std::int64_t first = 0;
  while (at < text.size() && is_digit(text[at])) {
    if (first < 1'000'000'000'000) first = first * 10 + (text[at] - '0');
    ++at;
  }
  if (at == begin) return false;
  const bool hours = at - begin != 2 || first > 59;
  if (at >= text.size() || text[at] != ':') return false;  // step 8
  ++at;
  int second = 0, third = 0;
  if (!collect_two_digits(text, at, second)) return false;  // steps 9 to 11
  std::int64_t minutes = first;
  if (hours || (at < text.size() && text[at] == ':')) {  // step 12
    if (at >= text.size() || text[at] != ':') return false;
    ++at;
    if (!collect_two_digits(text, at, third)) return false;
    if (second > 59) return false;  // step 18
    minutes = first * 60 + second;
  } else {
    third = second;
  }
  if (at >= text.size() || text[at] != '.') return false;  // step 14
  begin = ++at;
  int thousandths = 0;
  while (at < text.size() && is_digit(text[at])) {
    if (at - begin < 3) thousandths = thousandths * 10 + (text[at] - '0');
    ++at;
  }
  if (at - begin != 3 || third > 59) return false;  // steps 16, 17
  ms = (minutes * 60 + third) * 1000 + thousandths;
  return true;
}

VttFile parse_webvtt(std::string_view text) { return FileParser(text).parse(); }

}  // namespace visavis
