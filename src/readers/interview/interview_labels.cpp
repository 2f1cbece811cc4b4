#include "readers/interview/interview_labels.h"

#include <algorithm>

#include "base/unicode.h"
#include "readers/interview/interview_marks.h"
#include "readers/interview/interview_text.h"

namespace visavis::interview {
namespace {

// What a convention asks of the name and of what stands before it.
enum Need : std::uint8_t {
  kWeakName = 1,
  kStrongName = 2,
  kUnstamped = 4,  // no time before it
  kStamped = 8,
  kNoHeading = 16,
  kPartName = 32,    // as hearings and plays write it: "Mr. SMITH", "HAMLET", "Q"
  kPartOrName = 64,  // this, or a name, of more than a letter
  kWholeLine = 128,  // a name alone on its line
};

// How people set a name before words; the first row that fits is what the line is. `then` is what follows the
// mark: " " space or none, "T" a time, "B" one in brackets, "t" one in brackets or to the end or none, "*"
// the end of emphasis or none, ":" and "|" themselves, "-" a dash, "~" a dash or none, "(" brackets before a
// colon or none, "9" a number, "2" two spaces or the end, "+" words.
struct Convention {
  std::uint16_t marks;
  Style style;
  std::string_view then;
  std::uint8_t needs = 0;
};
constexpr Convention kConventions[] = {
    {kSquare, Style::bracket, " T", kUnstamped},                  // [Ana] 0:05
    {kSquare, Style::bracket, ":"},                               // [Ana]: words
    {kSquare, Style::bracket, " +", kWeakName},                   // [Ana] words
    {kAngle, Style::angle, " +"},                                 // <ana> words
    {kGap, Style::period, " +"},                                  // Q     words
    {kTime | kEmphasisEnd, Style::stamped, " T*:*", kUnstamped},  // Ana 0:05: words
    {kTime | kEmphasisEnd, Style::stamped, " T* |", kUnstamped},  // Ana 0:05 | words
    {kTime | kEmphasisEnd, Style::stamped, " B*", kUnstamped},    // Ana [0:05] words
    {kTime | kEmphasisEnd, Style::stamped, " T*2", kUnstamped},   // Ana  0:05
    {kEmphasisEnd, Style::colon, " (:*t"},                        // **Ana** (baker): words
    {kEmphasisEnd, Style::bold, " ~+", kWeakName},                // **Ana** – words
    {kEmphasisEnd, Style::alone, "", kWeakName},                  // **Ana**
    {kColon, Style::colon, "*t"},                                 // Ana: words
    {kStop, Style::period, "-+", kPartOrName},                    // MR. HOLM.—words
    {kStop, Style::period, "9 +", kPartName},                     // Q.1 words
    {kStop, Style::period, " ~", kPartName},                      // Mr. HOLM. words
    {kWideSpace, Style::tab, "", kStrongName},                    // 安娜　words
    {kSemicolon, Style::colon, "", kWeakName},                    // ANA;<tab>words
    {kBar, Style::stamped, " T |+", kUnstamped},                  // Ana | 0:05 | words
    {kBar, Style::stamped, "", kStamped},                         // 0:05 | Ana | words
    {kBar | kTabulator, Style::tab, ""},                          // Ana<tab>words
    {kBehindDash, Style::dash, "", kStrongName | kNoHeading},     // ANA – words
    {kLineEnd, Style::alone, "", kWholeLine},                     // Ana
};

constexpr std::string_view kRanks = "@+%&~";  // of who has a say in an IRC channel

// Where a nick would stand in a chat's log, signs: the program tells who came and went, or what somebody does
// ("* ana waves"). Their bytes and the space after them, 0 where none are.
std::size_t signs_for_nick(std::string_view rest) noexcept {
  std::size_t at = 0, signs = 0;
  while (at < rest.size() && signs <= 5) {
    std::size_t next = at;
    const char32_t c = next_code_point(rest, next);
    if (is_space(c) || is_word_character(c) ||
        std::u32string_view(U"[({\"'“„«#:.").find(c) != std::u32string_view::npos)
      break;
    at = next;
    ++signs;
  }
  const std::size_t gap = spaces_at(rest, at);
  if (signs == 0 || signs > 5 || gap == 0 || at + gap >= rest.size()) return 0;
  const std::string_view sign = rest.substr(0, at);
  const bool known =
      sign == "*" || sign.starts_with("***") || sign == "-!-" || sign == "-->" || sign == "<--";
  return known || rest[at] == '\t' ? at + gap : 0;
}

class Scan {
 public:
  Scan(std::string_view text, Span line, Candidate& out) noexcept
      : line_(slice(text, line)), base_(line.begin), out_(out) {}

  bool run() noexcept {
    out_ = {};
    if (line_.size() > 2 && line_.starts_with('|') && line_.ends_with('|')) {  // a table's row
      const std::size_t lead = 1 + spaces_at(line_, 1);
      line_ = trim(line_.substr(0, line_.size() - 1));
      base_ += std::min(lead, line_.size());
      line_.remove_prefix(std::min(lead, line_.size()));
    }
    out_.text = span(line_.size(), line_.size());
    if (line_.starts_with("> ")) return false;
    std::size_t at = leading_stamp(lead());
    out_.bare_text = static_cast<std::uint32_t>(base_ + std::min(at, line_.size()));
    if (at >= line_.size()) return unlabelled(at);
    const std::size_t signs = signs_for_nick(line_.substr(at));
    if (signs > 0 && (out_.has_stamp || line_.substr(at).starts_with("***"))) {
      if (!out_.has_stamp) return false;
      const std::size_t nick = std::min(line_.find(' ', at + signs), line_.size());
      out_.style = Style::acts;
      out_.label = span(at + signs, nick);
      out_.text = span(std::min(nick + 1, line_.size()), line_.size());
      out_.stamp.wall_clock = true;
      return true;
    }
    std::string_view inside;
    std::size_t end = 0;
    if (const Mark mark = bracketed_name(line_, at, inside, end)) {
      const auto begin = static_cast<std::size_t>(inside.data() - line_.data());
      if (take(mark, begin, begin + inside.size(), end)) return true;
    }
    if (chat_label(at)) return true;
    if (const std::size_t size = aside(at)) {
      out_.aside = span(at, at + size);
      at += size + spaces_at(line_, at + size);
    }
    if (!emphasis_.is_open()) out_.bold = emphasis_.open(line_, at);
    return label(at) || unlabelled(first_);
  }

 private:
  Span span(std::size_t begin, std::size_t end) const noexcept {
    return {static_cast<std::uint32_t>(base_ + begin), static_cast<std::uint32_t>(base_ + end)};
  }
  bool is_stamp_at(std::size_t at, Stamp& stamp, std::size_t& size, bool colon_may_follow) const noexcept {
    size = at < line_.size() ? parse_stamp(line_.substr(at), stamp, colon_may_follow) : 0;
    return size > 0;
  }

  // What opens the line before a time and a name: its bytes.
  std::size_t lead() noexcept {
    if (const std::size_t level = atx_level(line_)) {
      out_.heading = true;
      const std::size_t at = level + spaces_at(line_, level);
      line_ = line_.substr(0, std::max(at, without_atx_close(line_).size()));
      line_ = line_.substr(0, at + trim(line_.substr(at)).size());
      return at;
    }
    std::size_t dash = 0;
    while (line_.substr(dash).starts_with(">>") || (dash > 0 && line_.substr(dash).starts_with('>')) ||
           line_.substr(dash).starts_with("&gt;"))  // captions: a change of voice
      dash += line_[dash] == '&' ? 4 : 1;
    if (dash == 0) dash = opening_dash(line_);
    if (dash > 0) {
      out_.dashed = true;
      return dash_text_ = dash + spaces_at(line_, dash);
    }
    if (const std::size_t number = list_number(line_)) {
      Stamp date;  // "14. 5. 2023, 9:01"
      return parse_stamp(line_, date, false) ? 0 : number;
    }
    return line_.starts_with("* ") ? 2 : line_.starts_with("• ") ? 4 : 0;
  }

  std::size_t leading_stamp(std::size_t at) noexcept {
    const auto skip_marks = [&](std::size_t from) {
      while (from < line_.size() && (line_[from] == '*' || line_[from] == '_' || line_[from] == '`')) ++from;
      return from;
    };
    at = skip_fields(at);
    const std::size_t here = skip_marks(at);
    std::size_t size = 0;
    first_ = at;
    if (!is_stamp_at(here, out_.stamp, size, false)) return at;
    std::size_t after = here > at ? skip_marks(here + size) : here + size;
    const bool closed = after > here + size;
    after += spaces_at(line_, after);
    // "10:02 - Name", "[00:12]: text"
    if (after < line_.size()) {
      if ((out_.stamp.date_sign || out_.stamp.end_ms != kNoTime) && line_[after] == ',') ++after;
      if (line_.substr(after).starts_with("，")) after += 3;
      const std::size_t dash = line_.substr(after).starts_with("--") ? 0 : dash_at(line_, after);
      if (dash > 0 && spaces_at(line_, after + dash - 1) > 0)
        after += dash;
      else if (line_[after] == '|')
        ++after;
      after += spaces_at(line_, after);
    }
    // "**[00:04] Name:** text": what opened before the time closes behind the name.
    if (here > at && !closed) out_.bold = emphasis_.open_before(line_.substr(at, here - at));
    out_.has_stamp = true;
    return first_ = skip_fields(after);
  }

  // "[idx=0] [audio=5.04s]": what a program counts beside a time.
  std::size_t skip_fields(std::size_t at) const noexcept {
    while (at < line_.size() && line_[at] == '[') {
      const std::size_t close = line_.find(']', at), sign = line_.find('=', at);
      if (close > at + 60 || sign > close || line_.find(' ', at) < close) break;
      at = close + 1;
      at += spaces_at(line_, at);
    }
    return at;
  }

  // No label: what the line is without one.
  bool unlabelled(std::size_t at) noexcept {
    if (!out_.dashed && !out_.has_stamp) return false;
    out_.style = out_.dashed ? Style::unnamed : Style::timed;
    if (out_.dashed) at = std::max(dash_text_, out_.has_stamp ? first_ : dash_text_);
    out_.label = {};
    out_.text = span(std::min(at, line_.size()), line_.size());
    return true;
  }

  // Whether what follows a mark at `at` is `then`; `at` goes behind it, `name_end` behind brackets that
  // belong to the name. `found` is the time in it.
  bool follows(std::string_view then, std::size_t& at, std::size_t& name_end, Stamp& found,
               bool& timed) noexcept {
    for (const char c : then) {
      const std::size_t gap = spaces_at(line_, at);
      std::size_t size = 0;
      switch (c) {
        case ' ':
          at += gap;
          break;
        case 'T':
        case 'B':
          timed = is_stamp_at(at, found, size, true) && (c == 'T' || found.bracketed);
          if (!timed) return false;
          at += size;
          break;
        case 't':
          if (out_.has_stamp || !is_stamp_at(at + gap, found, size, false)) break;
          size += at + gap;
          if (!found.bracketed && size != line_.size() && line_[size] != '\t') break;
          timed = true;
          if (size != line_.size()) out_.text_with_stamp = static_cast<std::uint32_t>(base_ + at + gap);
          at = size;
          break;
        case '*':
          for (const std::size_t close : {at, at + gap})  // "**Name: **text" too
            if (emphasis_.closes(line_, close)) {
              emphasis_.close();
              at = close + emphasis_.size();
            }
          break;
        case ':':
          size = colon_at(line_, at);
          if (size == 0) return false;
          at += size;
          break;
        case '|':
          if (at >= line_.size() || line_[at] != '|') return false;
          ++at;
          break;
        case '-':
          size = dash_at(line_, at);
          if (size == 0) return false;
          at += size;
          break;
        case '~':
          size = line_.substr(at).starts_with("--") ? 0 : dash_at(line_, at);  // "--": somebody goes on
          if (size > 0 && (spaces_at(line_, at + size - 1) > 0 || line_[at] != '-')) at += size;
          break;
        case '(':
          size = trailing_bracket(line_, at);
          if (size == 0) break;
          at += size;
          name_end = at += spaces_at(line_, at);
          break;
        case '9':
          while (at < line_.size() && is_digit(static_cast<unsigned char>(line_[at])) && size < 4)
            ++at, ++size;
          if (size > 0 && at < line_.size() && (line_[at] == '.' || line_[at] == ':')) ++at;
          if (size == 0 || spaces_at(line_, at) == 0) return false;
          break;
        case '2':
          if (gap < 2 && at + gap < line_.size()) return false;
          break;
        default:  // '+'
          if (at >= line_.size()) return false;
          break;
      }
    }
    return true;
  }

  bool meets(std::uint8_t needs, std::size_t begin, std::size_t end) const noexcept {
    const std::string_view name = line_.substr(begin, end - begin);
    if (((needs & kUnstamped) && out_.has_stamp) || ((needs & kStamped) && !out_.has_stamp) ||
        ((needs & kNoHeading) && out_.heading))
      return false;
    const bool letter = count_code_points(name, 1) == 1;
    if (needs & kPartOrName) return !letter && (is_period_label(name) || label_shape(name) == Shape::strong);
    if (needs & kPartName) {
      const bool ends_here = end + 1 >= line_.size();
      return is_period_label(name) &&
             !(letter ? ends_here || name == "M" || opens_colon_label(line_.substr(begin))
                      : is_abbreviation(name.substr(name.rfind(' ') + 1))) &&
             !(name.starts_with("The ") && !has_capitals(name) && !is_titled_label(name));
    }
    if (needs & kWholeLine)
      return (label_shape(name) != Shape::none || (!out_.dashed && is_lower_name(name))) &&
             !is_one_word_answer(name) && name.find_last_of("?!") + 1 != name.size();
    if (needs & (kWeakName | kStrongName))
      return label_shape(name) >= (needs & kStrongName ? Shape::strong : Shape::weak);
    return true;
  }

  // The first convention that fits a mark behind the name.
  bool take(Mark mark, std::size_t begin, std::size_t end, std::size_t after) noexcept {
    if (begin == end) return false;
    const Emphasis kept = emphasis_;
    for (const Convention& row : kConventions) {
      if (!(row.marks & mark) || !meets(row.needs, begin, end)) continue;
      std::size_t at = after, name_end = end;
      Stamp stamp;
      bool timed = false;
      emphasis_ = kept;
      if (mark == kEmphasisEnd) emphasis_.close();
      if (mark == kColon) {
        std::size_t words = at;
        follows("*", words, name_end, stamp, timed);
        out_.tight = at - end == 1 && words < line_.size() && spaces_at(line_, words) == 0 &&
                     static_cast<unsigned char>(line_[words]) < 0x80;
        if (out_.tight && (is_digit(static_cast<unsigned char>(line_[words])) || line_[words] == '\\'))
          return false;
        at = words;
      }
      if (!follows(row.then, at, name_end, stamp, timed)) continue;
      if (mark == kStop) out_.tight = row.then.starts_with('-');
      if (timed) out_.stamp = stamp;
      out_.has_stamp = out_.has_stamp || timed;
      finish(row.style, begin, name_end, at);
      if (mark == kAngle) out_.stamp.wall_clock = out_.has_stamp;  // a chat's log
      if (mark == kSquare && timed) {  // Zoom's captions: "[Ana Lopez] 10:02:33" above
        out_.of_chat = out_.text.empty() && !stamp.bracketed;
        out_.stamp.wall_clock = out_.of_chat && !stamp.two_fields;
      }
      if (row.style == Style::stamped && timed)  // "Ana, [14.05.2023 09:01]"
        out_.of_chat = stamp.date_sign != 0 && stamp.bracketed && out_.text.empty();
      return true;
    }
    return false;
  }

  void finish(Style style, std::size_t begin, std::size_t end, std::size_t text) noexcept {
    out_.style = style;
    std::string_view name = trim(line_.substr(begin, end - begin));
    if (style != Style::angle && !(style == Style::tab && out_.has_stamp))
      name = bare_label(name, style == Style::stamped);
    // Chat programs put the rank in the channel before the nick.
    if ((style == Style::angle || (style == Style::tab && out_.has_stamp)) && name.size() > 1 &&
        kRanks.find(name[0]) != kRanks.npos)
      name.remove_prefix(1);
    // "HON. I. MOE.: text"
    if (style == Style::colon && name.size() > 2 && name.ends_with('.') &&
        !is_abbreviation(name.substr(name.rfind(' ') + 1, name.size() - name.rfind(' ') - 2)))
      name.remove_suffix(1);
    // "#Ana#: text"
    if (name.size() > 2 && (name.front() == '#' || name.front() == '=') && name.back() == name.front())
      name = name.substr(1, name.size() - 2);
    if (out_.has_stamp) {
      const std::string_view sender = chat_sender(name);
      if (sender.size() < name.size() && name.starts_with("From ")) out_.stamp.wall_clock = true;
      name = sender;
    }
    const auto at = static_cast<std::size_t>(name.data() - line_.data());
    out_.label = span(at, at + name.size());
    if (!emphasis_.is_open()) text = emphasis_.skip(line_, text);
    const std::size_t stop = emphasis_.inner_end(line_, std::min(text, line_.size()));
    out_.enclosed = stop > text && stop < line_.size();
    text += spaces_at(line_, text);
    out_.text = span(std::min(text, stop), stop);
  }

  // "[E: Mhm.]" before another's label; the bytes of it, 0 where none.
  std::size_t aside(std::size_t at) const noexcept {
    const std::string_view rest = line_.substr(at);
    const char open = rest.front();
    if (open != '[' && open != '(') return 0;
    const std::size_t close = rest.find(open == '[' ? ']' : ')');
    const std::size_t colon = rest.find(':');
    if (close == std::string_view::npos || close > 160) return 0;
    if (colon > close) {  // "(APPLAUSE) VEGA: Thank you."
      constexpr std::size_t kMostBytes = 40;
      return close <= kMostBytes && colon != rest.npos && is_all_capitals(rest.substr(1, close - 1)) &&
                     is_all_capitals(rest.substr(close + 1, colon - close - 1)) &&
                     label_shape(rest.substr(close + 1, colon - close - 1)) == Shape::strong
                 ? close + 1
                 : 0;
    }
    const bool label_after = rest.substr(close + 1, 60).find(':') != std::string_view::npos;
    return label_after && label_shape(rest.substr(1, colon - 1)) == Shape::strong ? close + 1 : 0;
  }

  // "12/03/2021, 10:02 - ~ Ana: text", "00:01:05<tab>Ivo | Lantern:<tab>text": behind its date, or between
  // tabs, a name in a chat is what its bearer typed: a telephone number, a motto, with any sign.
  bool chat_label(std::size_t at) noexcept {
    static constexpr std::size_t kMostBytes = 100, kMostWords = 7;
    const bool tabbed = at > 0 && at <= line_.size() && line_[at - 1] == '\t';
    const bool meeting = line_.substr(at).starts_with("From ");  // "From Ivo | Lantern  to  Everyone : text"
    if (!out_.has_stamp || (out_.stamp.date_sign == 0 && !tabbed && !meeting)) return false;
    std::size_t begin = at;
    if (line_[begin] == '~') ++begin;  // of WhatsApp: nobody's in the address book
    begin += spaces_at(line_, begin);
    std::size_t colon = begin;
    // Behind the sender may stand to whom it was said, and how.
    for (const std::size_t limit = std::min(line_.size(), begin + (meeting ? 2 * kMostBytes : kMostBytes));;
         ++colon) {
      if (colon >= limit || line_[colon] == '"' || line_[colon] == '\t') return false;
      if (line_[colon] != ':') continue;
      const char after = colon + 1 < line_.size() ? line_[colon + 1] : ' ';
      if (meeting  ? after == ' ' || after == '\t'
          : tabbed ? after == '\t'
                   : !is_digit(static_cast<unsigned char>(after)) && after != '/')
        break;
    }
    const std::string_view name = trim(line_.substr(begin, colon - begin));
    if (name.empty() || count_spaced_words(chat_sender(name)) > kMostWords ||
        name.find("**") != std::string_view::npos || name.find("://") != std::string_view::npos)
      return false;
    finish(Style::colon, begin, colon, colon + 1);
    const std::string_view sender = chat_sender(name);
    out_.stamp.wall_clock = out_.stamp.wall_clock || sender.size() < name.size();
    const auto name_at = static_cast<std::size_t>(sender.data() - line_.data());
    out_.label = span(name_at, name_at + sender.size());
    out_.of_chat = true;
    return true;
  }

  bool label(std::size_t begin) noexcept {
    Marks marks(line_, begin, emphasis_, !out_.has_stamp);
    for (Mark mark = marks.next();; mark = marks.next()) {
      if (mark != kNothing && take(mark, begin, marks.at, marks.end)) return true;
      if (marks.last) break;
    }
    return marks.dash() && take(kBehindDash, begin, marks.at, marks.end);
  }

  std::string_view line_;
  std::size_t base_;
  Candidate& out_;
  std::size_t first_ = 0, dash_text_ = 0;
  Emphasis emphasis_;
};

}  // namespace

bool find_candidate(std::string_view text, Span line, Candidate& candidate) noexcept {
  return Scan(text, line, candidate).run();
}

}  // namespace visavis::interview
