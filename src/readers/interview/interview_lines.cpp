#include "readers/interview/interview_lines.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "base/order.h"
#include "base/seldom.h"
#include "base/unicode.h"
#include "readers/interview/interview_front_matter.h"
#include "readers/interview/interview_label_parts.h"
#include "readers/interview/interview_labels.h"
#include "readers/interview/interview_text.h"
#include "words/reports.h"

namespace visavis::interview {
namespace {

constexpr std::uint32_t kNoNumber = 0xFFFFFFFF;

}  // namespace

// Leaves out the numbers of lines that have one each; for few files, so no part of the first download.
void strip_line_numbers(std::string_view text, Page& page, std::vector<std::uint32_t>& breaks);
// Leaves out page numbers and running heads; for few files too.
void find_page_furniture(std::string_view text, Page& page, const std::vector<std::uint32_t>& breaks);

Message listed_lines(std::vector<std::uint32_t> numbers) {
  constexpr std::size_t kMost = 10;
  if (numbers.empty()) return phrase::lines_none;
  order_values(numbers, std::less<std::uint32_t>());
  std::string out;
  for (std::size_t i = 0; i < std::min(numbers.size(), kMost); ++i)
    out += (i ? ", " : "") + std::to_string(numbers[i]);
  if (numbers.size() > kMost) return Message(phrase::lines_and_more, {out, numbers.size() - kMost});
  return Message(phrase::lines_listed, {numbers.size(), out});
}

namespace {

bool is_rule(std::string_view line) noexcept {
  std::size_t marks = 0;
  char32_t first = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = next_code_point(line, at);
    if (is_space(c)) continue;
    if (c != '-' && c != '_' && c != '*' && c != '=' && c != '~' && c != U'—' && c != U'–' && c != U'─' &&
        c != '#' && c != U'━' && c != '+' && c != '`')
      return false;
    if (first == 0) first = c;
    if (c != first) return false;
    ++marks;
  }
  return marks >= 3;
}

// Where the number stands in "19 July 2011 : Column 184WH", as a Hansard counts; 0 in other lines.
std::size_t column_number_at(std::string_view line) noexcept {
  constexpr std::string_view kColumn = "Column ";
  const std::size_t at = line.find(kColumn);
  if (at == line.npos || (at > 0 && !trim(line.substr(0, at)).ends_with(':'))) return 0;
  const std::size_t digits = at + kColumn.size(),
                    end = std::min(line.find_first_not_of("0123456789", digits), line.size());
  return end > digits && line.find_first_not_of("CGHSW", end) == line.npos ? digits : 0;
}

// The number of a line that is nothing but a page number: "12", "- 12 -", "Page 3 of 10", "[[Page S714]]".
// `marked` where it says so itself.
std::uint32_t page_number(std::string_view line, bool& marked) noexcept {
  marked = false;
  if (line.size() > 40) return kNoNumber;
  if (const std::size_t column = column_number_at(line)) {
    line = line.substr(column, line.find_last_of("0123456789") + 1 - column);
    marked = true;
  }
  std::size_t at = 0;
  const auto skip = [&](std::string_view these) {
    while (at < line.size() && these.find(line[at]) != std::string_view::npos) ++at;
  };
  skip("-[]( |");
  for (const std::string_view word :
       {std::string_view("page"), std::string_view("pages"), std::string_view("seite"),
        std::string_view("página"), std::string_view("p."), std::string_view("pg.")})
    if (starts_with_ignoring_ascii_case(line.substr(at), word) &&
        (at + word.size() < line.size() &&
         !is_word_character(static_cast<unsigned char>(line[at + word.size()])))) {
      at += word.size();
      marked = true;
      skip(" ");
      break;
    }
  if (marked && at < line.size() &&
      (line[at] == 'S' || line[at] == 'H' || line[at] == 'E' || line[at] == 'D'))
    ++at;
  std::uint32_t number = 0;
  const std::size_t start = at;
  while (at < line.size() && at - start < 6 && line[at] >= '0' && line[at] <= '9')
    number = number * 10 + static_cast<std::uint32_t>(line[at++] - '0');
  if (at == start || at - start > 5) return kNoNumber;
  std::size_t here = at;
  while (here < line.size() && line[here] == ' ') ++here;
  for (const std::string_view of : {std::string_view("of "), std::string_view("/"), std::string_view("von ")})
    if (line.substr(here).starts_with(of)) {
      at = here + of.size();
      skip(" ");
      const std::size_t total = at;
      skip("0123456789");
      if (at == total) return kNoNumber;
      marked = marked || of != "/";
      break;
    }
  skip("-[]) |");
  return at == line.size() ? number : kNoNumber;
}

// From the number of a page on that closes a running head, "River talks    Page 3"; else the line.
std::string_view at_page_number(std::string_view line) noexcept {
  const std::size_t at = line.size() <= 120 ? line.rfind("Page ") : std::string_view::npos;
  const bool apart =
      at != std::string_view::npos && at >= 2 &&
      (line[at - 1] == '\t' || line.substr(at - 2, 2) == "  " || line.substr(at - 2, 2) == "| ");
  bool marked = false;
  return apart && page_number(line.substr(at), marked) != kNoNumber ? line.substr(at) : line;
}

// The line number that opens a line and the bytes it takes: "12", or "00003:12" behind its page.
std::uint32_t line_number(std::string_view line, std::size_t& size) noexcept {
  static constexpr std::size_t kMostDigits = 5, kLeastPageDigits = 4;  // a page of fewer is an hour
  const auto digits_from = [line](std::size_t at) {
    std::size_t end = at;
    while (end < line.size() && end - at < kMostDigits && line[end] >= '0' && line[end] <= '9') ++end;
    return end;
  };
  std::size_t begin = 0, end = digits_from(0);
  if (end >= kLeastPageDigits && end < line.size() && line[end] == ':') {
    begin = end + 1;
    end = digits_from(begin);
    if (end != begin + 2) return kNoNumber;
  }
  if (end == begin || (end < line.size() && line[end] != ' ' && line[end] != '\t')) return kNoNumber;
  std::uint32_t number = 0;
  for (std::size_t at = begin; at < end; ++at)
    number = number * 10 + static_cast<std::uint32_t>(line[at] - '0');
  size = end;
  return number;
}

// Pages of a hearing print a number before each line: 1 to 25 and again, or through the whole document.
bool has_line_numbers(std::string_view text, const Page& page) {
  std::size_t in_order = 0, tabbed = 0;
  std::uint32_t previous = 0;
  for (const Line& line : page.lines) {
    std::size_t size = 0;
    const std::uint32_t number = line_number(slice(text, line.span), size);
    if (number == kNoNumber) continue;
    tabbed += size < line.span.size() && slice(text, line.span)[size] == '\t';
    in_order += number == previous + 1 || number == 1;
    previous = number;
  }
  // Few lines tell where all of them have their number in a column of its own, up by one from 1.
  const bool columns = page.lines.size() >= 3 && in_order == page.lines.size() && tabbed == in_order;
  return columns || (in_order >= 12 && in_order * 10 >= page.lines.size() * 7);
}

}  // namespace

void strip_line_numbers(std::string_view text, Page& page, std::vector<std::uint32_t>& breaks) {
  page.numbered = true;
  breaks.clear();
  std::uint32_t previous = 0;
  bool blank = true;
  std::size_t kept = 0;
  for (Line& line : page.lines) {
    std::size_t size = 0;
    const std::uint32_t number = line_number(slice(text, line.span), size);
    if (number != kNoNumber) {
      Span rest = line.span;
      rest.begin += static_cast<std::uint32_t>(size);
      const Span bare = trim(text, rest);
      if (bare.empty()) {
        blank = true;
        continue;
      }
      line.indent = bare.begin - rest.begin;
      line.span = bare;
      if (number <= previous && kept > 0) breaks.push_back(static_cast<std::uint32_t>(kept));
      previous = number;
    }
    line.unnumbered = number == kNoNumber;
    line.after_blank = line.after_blank || blank;
    blank = false;
    page.lines[kept++] = line;
  }
  page.lines.resize(kept);
  page.entries.push_back(
      {page.lines.empty() ? 0 : page.lines.front().number, ReportLevel::info, phrase::line_numbers_dropped});
}

namespace {

std::uint64_t hash_without_digits(std::string_view line) noexcept {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : line)
    if ((c < '0' || c > '9') && c != ' ') hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

// "A: Yes." may stand at the foot of many pages, and is an answer each time: a line with a label that has
// other words elsewhere is speech, no running head.
class Speech {
 public:
  Speech(std::string_view text, const Page& page) : text_(text) {
    Candidate found;
    for (const Line& line : page.lines) {
      if (line.role != LineRole::text || !read(line, found)) continue;
      const std::uint64_t words = hash_without_digits(slice(text_, found.text));
      Said& said = said_[hash_bytes(slice(text_, found.label))];
      said.different = said.different || (said.lines > 0 && said.words != words);
      said.words = words;
      ++said.lines;
    }
    for (const auto& [label, said] : said_)
      if (said.different) most_ = std::max(most_, said.lines);
  }
  bool is_labelled(const Line& line) const {
    Candidate found;
    if (!read(line, found)) return false;
    const auto at = said_.find(hash_bytes(slice(text_, found.label)));
    // As often as those who say other things, one answers alike each time.
    return at != said_.end() && (at->second.different || (most_ >= 3 && at->second.lines * 2 >= most_));
  }

 private:
  struct Said {
    std::uint64_t words = 0;
    std::uint32_t lines = 0;
    bool different = false;
  };
  bool read(const Line& line, Candidate& found) const {
    return find_candidate(text_, line.span, found) && found.style == Style::colon && !found.label.empty() &&
           !found.text.empty() && label_shape(slice(text_, found.label)) == Shape::strong;
  }

  std::string_view text_;
  std::unordered_map<std::uint64_t, Said> said_;
  std::uint32_t most_ = 0;  // lines of a label that has several words
};

// The number at an edge of a running head, apart from its words: "12 May 1999     COMMONS     41".
std::uint32_t edge_number(std::string_view line) noexcept {
  if (line.size() < 8 || line.size() > 160) return kNoNumber;
  const auto apart = [&](std::size_t at) { return line[at] == '\t' || line.substr(at, 2) == "  "; };
  const std::size_t last = line.find_last_not_of("0123456789"), first = line.find_first_not_of("0123456789");
  if (last == line.npos) return kNoNumber;
  std::string_view digits;
  if (last + 1 < line.size() && (line[last] == '\t' || (last > 0 && apart(last - 1))))
    digits = line.substr(last + 1);
  else if (first > 0 && apart(first))
    digits = line.substr(0, first);
  if (digits.empty() || digits.size() > 5) return kNoNumber;
  std::uint32_t number = 0;
  for (const char c : digits) number = number * 10 + static_cast<std::uint32_t>(c - '0');
  return number;
}

// Whether anything could be a page's number, or end one: a guess, which find_page_furniture looks into.
bool may_have_pages(std::string_view text, const Page& page, const std::vector<std::uint32_t>& breaks) {
  if (!breaks.empty()) return true;
  std::size_t numbers = 0;
  for (const Line& line : page.lines) {
    const std::string_view words = slice(text, line.span);
    if (line.role == LineRole::furniture) return true;
    if (words.size() > 160 || words.find_first_of("0123456789") == words.npos) continue;
    for (const std::string_view word : {"age ", "AGE ", "eite ", "gina ", "ages ", "p. ", "pg. ", "olumn "})
      if (words.find(word) != words.npos) return true;
    numbers += edge_number(words) != kNoNumber || words.find_first_not_of("0123456789-[]() |/") == words.npos;
    if (numbers >= 3) return true;
  }
  return false;
}

}  // namespace

// Page numbers, and the lines beside them that return on most pages.
void find_page_furniture(std::string_view text, Page& page, const std::vector<std::uint32_t>& breaks) {
  std::vector<std::size_t> numbers;
  std::size_t in_order = 0, marked_count = 0;
  std::uint32_t previous = 0;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    bool marked = false;
    const std::string_view line = at_page_number(slice(text, page.lines[i].span));
    if (line.size() > 40) continue;
    const std::uint32_t number = page_number(line, marked);
    if (number == kNoNumber) continue;
    if (!numbers.empty() && number == previous + 1) ++in_order;
    previous = number;
    marked_count += marked;
    numbers.push_back(i);
  }
  std::vector<std::uint32_t> edges;  // lines at which a page begins
  const bool are_pages = marked_count > 0 ||
                         (numbers.size() >= 3 && in_order * 4 >= (numbers.size() - 1) * 3) ||
                         (numbers.size() >= 2 && in_order + 1 == numbers.size() && !breaks.empty());
  std::uint32_t dropped = 0, first = 0;
  std::vector<std::uint32_t> heads;  // numbers of the lines dropped that have words
  const auto drop = [&](Line& line) {
    if (line.role == LineRole::furniture) return;
    line.role = LineRole::furniture;
    if (++dropped == 1 || line.number < first) first = line.number;
    bool marked = false;
    if (page_number(slice(text, line.span), marked) == kNoNumber) heads.push_back(line.number);
  };
  if (are_pages)
    for (const std::size_t i : numbers) {
      drop(page.lines[i]);
      edges.push_back(static_cast<std::uint32_t>(i));
    }
  // The same words with a number that goes up by a page or two each time.
  struct Head {
    std::uint32_t lines = 0, up = 0, number = 0;
  };
  std::unordered_map<std::uint64_t, Head> with_number;
  const auto head_of = [&](const Line& line, std::uint32_t& number) {
    const std::string_view words = slice(text, line.span);
    number = line.role == LineRole::text ? edge_number(words) : kNoNumber;
    std::size_t letters = 0;
    for (const char c : words) letters += (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
    return number == kNoNumber || letters < 4 ? 0 : hash_without_digits(words);
  };
  std::uint32_t number = 0;
  for (const Line& line : page.lines)
    if (const std::uint64_t hash = head_of(line, number)) {
      Head& head = with_number[hash];
      head.up += head.lines > 0 && (number == head.number + 1 || number == head.number + 2);
      head.number = number;
      ++head.lines;
    }
  for (std::size_t i = 0; i < page.lines.size() && !with_number.empty(); ++i)
    if (const std::uint64_t hash = head_of(page.lines[i], number)) {
      const Head& head = with_number[hash];
      if (head.lines < 3 || head.up * 4 < (head.lines - 1) * 3) continue;
      drop(page.lines[i]);
      edges.push_back(static_cast<std::uint32_t>(i));
    }
  for (const std::uint32_t i : breaks) edges.push_back(i);
  if (!edges.empty()) {
    edges.push_back(0);
    edges.push_back(static_cast<std::uint32_t>(page.lines.size()));
  }
  order_values(edges, std::less<std::uint32_t>());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  if (edges.size() >= 2) {
    std::unordered_map<std::uint64_t, std::uint32_t> seen;
    const Speech speech(text, page);
    const auto around = [&](auto&& visit) {
      std::size_t done = 0;
      for (const std::size_t edge : edges)
        for (std::size_t i = std::max(edge >= 2 ? edge - 2 : 0, done);
             i < std::min(edge + 3, page.lines.size()); ++i) {
          visit(page.lines[i]);
          done = i + 1;
        }
    };
    const auto may_be_head = [&](const Line& line) {
      return line.role == LineRole::text && line.span.size() <= 120 && line.unnumbered == page.numbered &&
             !speech.is_labelled(line);
    };
    around([&](const Line& line) {
      if (may_be_head(line)) ++seen[hash_without_digits(slice(text, line.span))];
    });
    std::size_t pages = 1;  // edges that lie apart: a page number and the break below it are one
    for (std::size_t e = 1; e < edges.size(); ++e) pages += edges[e] > edges[e - 1] + 4;
    const std::size_t most = std::max<std::size_t>(page.numbered ? 2 : 3, (pages + 1) / 2);
    around([&](Line& line) {
      if (may_be_head(line) && edges.size() >= 2 && seen[hash_without_digits(slice(text, line.span))] >= most)
        drop(line);
    });
  }
  // A page's end is no paragraph's: a sentence goes on after it.
  std::size_t before = page.lines.size();
  bool across = false;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (page.lines[i].role == LineRole::furniture) {
      across = true;
      continue;
    }
    if (across && before < page.lines.size() && !ends_sentence(slice(text, page.lines[before].span)))
      page.lines[i].after_blank = false;
    across = false;
    before = i;
  }
  if (dropped > 0)
    page.entries.push_back({first, heads.empty() ? ReportLevel::info : ReportLevel::warning,
                            Message(phrase::page_furniture_dropped, {dropped, listed_lines(heads)})});
}

namespace {

// Without white space and marks of direction at its ends.
Span trim_marks(std::string_view text, Span raw) noexcept {
  Span bare = trim(text, raw);
  if (bare.empty() || (static_cast<unsigned char>(text[bare.begin]) < 0x80 &&
                       static_cast<unsigned char>(text[bare.end - 1]) < 0x80))
    return bare;
  bare.begin += static_cast<std::uint32_t>(spaces_at(slice(text, bare), 0));
  while (bare.end > bare.begin) {
    std::size_t at = bare.size();
    const char32_t c = previous_code_point(slice(text, bare), at);
    if (!is_space(c) && !is_direction_mark(c)) break;
    bare.end = bare.begin + static_cast<std::uint32_t>(at);
  }
  return bare;
}

// `breaks`: the indices of lines before which a form feed stands.
Page scan(std::string_view text, std::vector<std::uint32_t>& breaks) {
  Page page;
  std::uint32_t taken = 0;
  const std::size_t start = may_have_front_matter(text) ? seldom(read_front_matter)(text, page, taken) : 0;
  Lines walk(text.substr(start));
  bool blank = true;
  for (Span raw; walk.next(raw);) {
    raw.begin += static_cast<std::uint32_t>(start);
    raw.end += static_cast<std::uint32_t>(start);
    const std::string_view whole = slice(text, raw);
    const Span bare = trim_marks(text, raw);
    if (whole.find('\f') != std::string_view::npos) {
      breaks.push_back(static_cast<std::uint32_t>(page.lines.size()));
      blank = true;
    }
    if (bare.empty()) {
      blank = true;
      continue;
    }
    Line line;
    line.span = bare;
    line.number = walk.number() + taken;
    line.indent = bare.begin - raw.begin;
    line.after_blank = blank;
    blank = false;
    const std::string_view words = slice(text, bare);
    if (is_rule(words)) line.role = LineRole::rule;
    // "_page : 12": a field of the file's maker, not of the talk.
    if (words[0] == '_' && words.size() < 200) {
      std::size_t at = 1;
      while (at < words.size() && ((words[at] >= 'a' && words[at] <= 'z') || words[at] == '_')) ++at;
      const std::size_t word_end = at;
      while (at < words.size() && words[at] == ' ') ++at;
      if (word_end > 2 && at < words.size() && words[at] == ':' && words[word_end - 1] != '_')
        line.role = LineRole::furniture;
    }
    if (page.lines.size() >= kMostLines) {
      page.too_many = true;
      return page;
    }
    page.lines.push_back(line);
  }
  return page;
}

}  // namespace

Page scan_bare_lines(std::string_view text) {
  std::vector<std::uint32_t> breaks;
  return scan(text, breaks);
}

Page scan_lines(std::string_view text) {
  std::vector<std::uint32_t> breaks;
  Page page = scan(text, breaks);
  if (page.too_many) return page;
  std::vector<std::uint32_t> fields;
  for (const Line& line : page.lines)
    if (line.role == LineRole::furniture) fields.push_back(line.number);
  if (!fields.empty())
    page.entries.push_back(
        {fields.front(), ReportLevel::warning, Message(phrase::fields_dropped, {listed_lines(fields)})});
  if (page.has_front_matter) page.entries.push_back({1, ReportLevel::info, phrase::front_matter_read});
  std::vector<std::uint32_t> remarks;
  for (Line& line : page.lines)
    if (line.role == LineRole::text && is_tool_remark(slice(text, line.span))) {
      line.role = LineRole::furniture;
      remarks.push_back(line.number);
    }
  if (!remarks.empty())
    page.entries.push_back({remarks.front(), ReportLevel::warning,
                            Message(phrase::tool_remarks_dropped, {listed_lines(remarks)})});
  if (has_line_numbers(text, page)) seldom(strip_line_numbers)(text, page, breaks);
  if (may_have_pages(text, page, breaks)) seldom(find_page_furniture)(text, page, breaks);
  return page;
}

}  // namespace visavis::interview
