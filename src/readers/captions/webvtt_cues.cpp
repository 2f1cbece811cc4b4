#include "readers/captions/webvtt_cues.h"

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

bool contains_arrow(std::string_view line) noexcept {
  if (line.size() > 16 && line[13] == '-' && line[14] == '-' && line[15] == '>') return true;  // as most do
  for (std::size_t at = find_byte(line, '-'); at + 2 < line.size();
       at += 1 + find_byte(line.substr(at + 1), '-'))
    if (line[at + 1] == '-' && line[at + 2] == '>') return true;
  return false;
}

}  // namespace

VttParser::VttParser(std::string_view text) : text_(text) {
  // Steps 4 to 7: the signature, alone or followed by a space, a tab or a line end.
  if (text_.substr(0, 6) != "WEBVTT" ||
      (text_.size() > 6 && text_[6] != ' ' && text_[6] != '\t' && text_[6] != '\n')) {
    at_ = text_.size();
    return;
  }
  file_.signature = true;
  at_ = 6;
  std::uint8_t holds = 0;
  file_.header = next_line(holds);  // steps 8 to 10
  if (at_ < text_.size()) {
    if (text_[at_] != '\n') {  // step 11: a block in the header
      const auto begin = static_cast<std::uint32_t>(at_);
      VttCue none;
      collect_block(true, none);
      file_.header_block = {begin, block_end_};
    } else {
      skip_line_ends();
    }
  }
  skip_line_ends();  // step 12
}

bool VttParser::next(VttCue& cue) {
  while (at_ < text_.size()) {  // step 14
    cue = {};
    const bool found = collect_block(false, cue);
    skip_line_ends();
    if (found) return true;
  }
  return false;
}

// The line at at_, which is moved to the next one.
Span VttParser::next_line(std::uint8_t& holds) {
  const auto begin = static_cast<std::uint32_t>(at_);
  const ScannedLine line = scan_line(text_, at_);
  holds = line.holds;
  at_ = line.end < text_.size() ? line.end + 1 : line.end;
  ++line_;
  return {begin, static_cast<std::uint32_t>(line.end)};
}

void VttParser::skip_line_ends() {
  while (at_ < text_.size() && text_[at_] == '\n') ++at_, ++line_;
}

// Section 6.1, "collect a WebVTT block"; true for a cue, other blocks go to the file.
bool VttParser::collect_block(bool in_header, VttCue& cue) {
  std::uint32_t lines = 0;
  std::size_t previous_at = at_;
  std::uint32_t previous_line = line_;
  Span buffer{static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_)};
  bool empty = true, seen_arrow = false, has_cue = false, has_style = false, has_region = false;
  const std::uint32_t first_line = line_ + 1;
  block_end_ = buffer.begin;
  const auto block_begin = buffer.begin;
  for (bool end_of_file = false; !end_of_file;) {
    std::uint8_t holds = 0;
    const Span span = next_line(holds);
    const std::string_view line = slice(text_, span);
    ++lines;
    end_of_file = at_ >= text_.size();
    if (line.empty()) break;
    if ((holds & kHoldsArrowHead) && contains_arrow(line)) {
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
    if (has_cue) cue.seen.add(line, holds);
    buffer.end = span.end;
    block_end_ = span.end;
    previous_at = at_;
    previous_line = line_;
  }
  if (in_header || block_end_ == block_begin) return false;
  if (has_cue) {
    cue.text = buffer;
    return true;
  }
  using Kind = VttBlock::Kind;
  add_block({block_begin, block_end_}, first_line,
            seen_arrow   ? Kind::bad_cue
            : has_style  ? Kind::style
            : has_region ? Kind::region
                         : Kind::other,
            buffer);
  return false;
}

void VttParser::add_block(Span span, std::uint32_t line, VttBlock::Kind kind, Span region) {
  VttBlock block{kind, span, line};
  const std::string_view words = slice(text_, span);
  if (kind == VttBlock::Kind::region) file_.regions.push_back(parse_vtt_region(slice(text_, region)));
  if (kind == VttBlock::Kind::other && words.substr(0, 4) == "NOTE" &&
      (words.size() == 4 || is_blank(words[4]) || words[4] == '\n'))
    block.kind = VttBlock::Kind::note;
  file_.blocks.push_back(block);
}

bool collect_vtt_timestamp(std::string_view text, std::size_t& at, std::int64_t& ms) noexcept {
  // What nearly all are: hh:mm:ss.mmm.
  if (at + 12 <= text.size() && text[at + 8] == '.' && !(at + 12 < text.size() && is_digit(text[at + 12])) &&
      read_full_clock(text.data() + at, ms)) {
    at += 12;
    return true;
  }
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

VttFile parse_webvtt(std::string_view text) {
  VttParser parser(text);
  for (VttCue cue; parser.next(cue);) parser.file().cues.push_back(cue);
  return std::move(parser.file());
}

}  // namespace visavis
