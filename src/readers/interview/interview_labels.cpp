#include "readers/interview/interview_labels.h"

#include "base/unicode.h"
#include "readers/interview/interview_label_parts.h"
#include "readers/interview/interview_text.h"

namespace visavis::interview {
namespace {

// Labels longer than this are prose. Room for a member of parliament with constituency and party.
constexpr std::size_t kMostLabelBytes = 200;

constexpr std::string_view kRanks = "@+%&~";  // of who has a say in an IRC channel

// "-", "–", "—", "--" right behind a label's stop, and the space after it; the bytes of it, 0 where none.
std::size_t closing_dash(std::string_view rest) noexcept {
  for (const std::string_view dash :
       {std::string_view("--"), std::string_view("-"), std::string_view("—"), std::string_view("–")})
    if (rest.starts_with(dash)) return dash.size() + spaces_at(rest, dash.size());
  return 0;
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
    std::size_t at = 0;
    if (const std::size_t level = atx_level(line_)) {
      out_.heading = true;
      at = level + spaces_at(line_, level);
      line_ = line_.substr(0, std::max(at, without_atx_close(line_).size()));
      line_ = line_.substr(0, at + trim(line_.substr(at)).size());
    } else if (line_.starts_with(">>")) {  // captions: a change of voice
      while (at < line_.size() && line_[at] == '>') ++at;
      at += spaces_at(line_, at);
      out_.dashed = true;
      dash_text_ = at;
    } else if (line_.starts_with("> ")) {
      return false;
    } else if (const std::size_t dash = opening_dash(line_)) {
      out_.dashed = true;
      at = dash + spaces_at(line_, dash);
      dash_text_ = at;
    } else if (const std::size_t number = list_number(line_)) {
      Stamp date;  // "14. 5. 2023, 9:01"
      at = parse_stamp(line_, date, false) ? 0 : number;
    } else if (line_.starts_with("* ") || line_.starts_with("• ")) {
      at = line_[0] == '*' ? 2 : 4;
    }
    at = leading_stamp(at);
    out_.bare_text = static_cast<std::uint32_t>(base_ + std::min(at, line_.size()));
    if (at >= line_.size()) return unlabelled(at);
    if (bracketed_label(at) || angle_label(at) || chat_label(at)) return true;
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

  std::size_t leading_stamp(std::size_t at) noexcept {
    std::size_t here = at;
    while (here < line_.size() && (line_[here] == '*' || line_[here] == '_' || line_[here] == '`')) ++here;
    Stamp stamp;
    const std::size_t size = parse_stamp(line_.substr(here), stamp, false);
    first_ = at;
    if (size == 0) return at;
    std::size_t after = here + size;
    while (after < line_.size() && here > at &&
           (line_[after] == '*' || line_[after] == '_' || line_[after] == '`'))
      ++after;
    const bool closed = after > here + size;
    after += spaces_at(line_, after);
    // "10:02 - Name", "[00:12]: text"
    if (after < line_.size()) {
      if (stamp.date_sign && line_[after] == ',') ++after;
      if (line_.substr(after).starts_with("- ") || line_.substr(after).starts_with("– ") ||
          line_.substr(after).starts_with("— "))
        after += line_[after] == '-' ? 2 : 4;
      else if (line_[after] == '|')
        ++after;
      after += spaces_at(line_, after);
    }
    // "**[00:04] Name:** text": what opened before the time closes behind the name.
    if (here > at && !closed) out_.bold = emphasis_.open_before(line_.substr(at, here - at));
    out_.stamp = stamp;
    out_.has_stamp = true;
    first_ = after;
    return after;
  }

  // No label: what the line is without one.
  bool unlabelled(std::size_t at) noexcept {
    if (out_.dashed) {
      out_.style = Style::unnamed;
      out_.label = {};
      out_.text = span(std::min(std::max(dash_text_, out_.has_stamp ? first_ : dash_text_), line_.size()),
                       line_.size());
      return true;
    }
    if (out_.has_stamp) {
      out_.style = Style::timed;
      out_.label = {};
      out_.text = span(std::min(at, line_.size()), line_.size());
      return true;
    }
    return false;
  }

  void finish(Style style, std::size_t begin, std::size_t end, std::size_t text) noexcept {
    out_.style = style;
    std::string_view name = bare_label(line_.substr(begin, end - begin), style == Style::stamped);
    // Chat programs put the rank in the channel before the nick.
    if (style == Style::tab && out_.has_stamp && name.size() > 1 && kRanks.find(name[0]) != kRanks.npos)
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

  bool bracketed_label(std::size_t at) noexcept {
    static constexpr std::string_view kBrackets[][2] = {{"[", "]"}, {"【", "】"}, {"［", "］"}, {"〔", "〕"}};
    for (const auto& pair : kBrackets)
      if (line_.substr(at).starts_with(pair[0])) return bracketed_label(at, pair[0].size(), pair[1]);
    return false;
  }

  bool bracketed_label(std::size_t at, std::size_t size, std::string_view closing) noexcept {
    const std::size_t close = line_.find(closing, at);
    if (close == std::string_view::npos || close - at > 80 || close == at + size) return false;
    const std::size_t after = close + closing.size();
    if (after < line_.size() && line_[after] == '(') return false;  // a link
    const std::string_view inside = line_.substr(at + size, close - at - size);
    if (inside.find_first_of(":[/") != std::string_view::npos) return false;
    std::size_t here = after + spaces_at(line_, after);
    Stamp stamp;
    if (const std::size_t taken = parse_stamp(line_.substr(here), stamp, true); taken && !out_.has_stamp) {
      out_.stamp = stamp;
      out_.has_stamp = true;
      finish(Style::bracket, at + size, close, here + taken);
      out_.of_chat = out_.text.empty() && !stamp.bracketed;  // Zoom's captions: "[Ana Lopez] 10:02:33" above
      out_.stamp.wall_clock = out_.of_chat && !stamp.two_fields;
      return true;
    }
    if (after < line_.size() && line_[after] == ':') {
      finish(Style::bracket, at + size, close, after + 1);
      return true;
    }
    if (label_shape(inside) == Shape::none || here >= line_.size()) return false;
    finish(Style::bracket, at + size, close, here);
    return true;
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

  bool angle_label(std::size_t at) noexcept {
    if (line_[at] != '<') return false;
    const std::size_t close = line_.find('>', at);
    if (close == std::string_view::npos || close - at > 60 || close < at + 2 || close + 1 >= line_.size())
      return false;
    const std::string_view inside = line_.substr(at + 1, close - at - 1);
    if (inside.find_first_of(":/<=\"") != std::string_view::npos || spaces_at(line_, close + 1) == 0)
      return false;
    out_.stamp.wall_clock = out_.has_stamp;  // a chat's log
    std::size_t begin = at + 1;
    begin += spaces_at(line_, begin);
    if (begin + 1 < close && kRanks.find(line_[begin]) != kRanks.npos) ++begin;
    finish(Style::angle, begin, close, close + 1);
    const std::string_view nick = trim(line_.substr(begin, close - begin));
    const auto nick_at = static_cast<std::size_t>(nick.data() - line_.data());
    out_.label = span(nick_at, nick_at + nick.size());
    return true;
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

  // A time after the label, from `at` (at a word's start). True when the label ends here.
  bool trailing_stamp(std::size_t begin, std::size_t at) noexcept {
    if (out_.has_stamp || at == begin) return false;
    Stamp stamp;
    const std::size_t size = parse_stamp(line_.substr(at), stamp, true);
    if (size == 0) return false;
    std::size_t after = emphasis_.skip(line_, at + size);
    const std::string_view rest = line_.substr(after);
    const std::size_t gap = spaces_at(line_, after);
    const bool colon = rest.starts_with(":") || rest.starts_with("：");
    const bool column = rest.substr(gap).starts_with('|');
    if (!stamp.bracketed && !colon && !column && gap < rest.size() && gap < 2) return false;
    if (column) after += gap;
    out_.stamp = stamp;
    out_.has_stamp = true;
    after += colon ? (rest[0] == ':' ? 1 : 3) : column ? 1 : 0;
    if (emphasis_.closes(line_, after)) {  // "**Name (00:03):** text"
      emphasis_.close();
      after += emphasis_.size();
    }
    finish(Style::stamped, begin, at, after);
    out_.of_chat = stamp.date_sign != 0 && stamp.bracketed && out_.text.empty();  // "Ana, [14.05.2023 09:01]"
    return true;
  }

  // A time after the colon: bracketed, or alone on the rest of the line.
  std::size_t stamp_after_colon(std::size_t after) noexcept {
    if (out_.has_stamp) return after;
    after = emphasis_.skip(line_, after);
    const std::size_t here = after + spaces_at(line_, after);
    Stamp stamp;
    const std::size_t size = here < line_.size() ? parse_stamp(line_.substr(here), stamp, false) : 0;
    const bool ends = here + size == line_.size() || line_[here + size] == '\t';
    if (size == 0 || (!stamp.bracketed && !ends)) return after;
    out_.stamp = stamp;
    out_.has_stamp = true;
    if (here + size != line_.size()) out_.text_with_stamp = static_cast<std::uint32_t>(base_ + here);
    return here + size;
  }

  bool at_colon(std::size_t begin, std::size_t at, std::size_t size) noexcept {
    std::size_t after = at + size;
    const std::string_view rest = line_.substr(after);
    if (rest.starts_with("//") || rest.starts_with(":")) return false;
    std::size_t text_at = after;
    for (const std::size_t close : {after, after + spaces_at(line_, after)})  // "**Name: **text" too
      if (emphasis_.closes(line_, close)) {
        emphasis_.close();
        text_at = close + emphasis_.size();
      }
    out_.tight = size == 1 && text_at < line_.size() && spaces_at(line_, text_at) == 0 &&
                 static_cast<unsigned char>(line_[text_at]) < 0x80;
    if (out_.tight && text_at < line_.size() &&
        (is_digit(static_cast<unsigned char>(line_[text_at])) || line_[text_at] == '\\'))
      return false;
    after = stamp_after_colon(text_at);
    finish(Style::colon, begin, at, after);
    return true;
  }

  bool at_period(std::size_t begin, std::size_t at) noexcept {
    const std::string_view so_far = line_.substr(begin, at - begin);
    const bool ends_here = at + 1 >= line_.size();
    // "MR. SPEAKER.- …", "Mr. Holm.—…": a Hansard's dash touches the stop.
    const std::size_t dash = ends_here ? 0 : closing_dash(line_.substr(at + 1));
    if (dash > 0 && at + 1 + dash < line_.size() && count_code_points(so_far, 1) > 1 &&
        (is_period_label(so_far) || label_shape(so_far) == Shape::strong)) {
      out_.tight = true;
      finish(Style::period, begin, at, at + 1 + dash);
      done_ = true;
      return false;
    }
    if (!ends_here && spaces_at(line_, at + 1) == 0) return true;  // inside a word: goes on
    const std::size_t space = so_far.rfind(' ');
    const bool abbreviation =
        is_abbreviation(space == std::string_view::npos ? so_far : so_far.substr(space + 1));
    const bool letter = count_code_points(so_far, 1) == 1;
    if (is_period_label(so_far) && (!ends_here || !letter) && (!abbreviation || letter) &&
        !(letter && (so_far == "M" || opens_colon_label(line_.substr(begin)))) &&
        !(so_far.starts_with("The ") && !has_capitals(so_far) && !is_titled_label(so_far))) {
      std::size_t text = at + 1 + spaces_at(line_, at + 1);
      // "M. Duval. — Non."
      if (line_.substr(text).starts_with("—") || line_.substr(text).starts_with("–")) text += 3;
      finish(Style::period, begin, at, std::min(text, line_.size()));
      done_ = true;
      return false;
    }
    return abbreviation;
  }

  // "Q     Where were you?": a letter and a wide gap, as court reporters set it.
  bool lone_letter(std::size_t begin) noexcept {
    std::size_t end = begin;
    if (begin >= line_.size() || !is_upper(next_code_point(line_, end))) return false;
    const std::size_t gap = spaces_at(line_, end);
    if (gap < 2 || end + gap >= line_.size()) return false;
    finish(Style::period, begin, end, end + gap);
    return true;
  }

  bool label(std::size_t begin) noexcept {
    if (lone_letter(begin)) return true;
    int depth = 0;
    std::size_t dash_at = 0, dash_after = 0;
    bool word_start = true;
    const std::size_t limit = std::min(line_.size(), begin + kMostLabelBytes);
    std::size_t at = begin;
    while (at < limit) {
      std::size_t next = at;
      const char32_t c = next_code_point(line_, next);
      if (depth == 0 && (word_start || c == '[' || c == '(' || c == U'（') && at > begin &&
          trailing_stamp(begin, at))
        return true;
      if (depth == 0 && emphasis_.closes(line_, at)) {
        emphasis_.close();
        return after_emphasis(begin, at);
      }
      switch (c) {
        case '(': {  // one that nothing closes hides no colon: "Ana  to  Ben(Direct:<tab>words"
          const std::string_view rest = line_.substr(next, limit - std::min(next, limit));
          depth += rest.substr(0, rest.find(":\t")).find(')') != std::string_view::npos;
          break;
        }
        case '[':
        case U'（':
        case U'［':
        case U'【':
          ++depth;
          break;
        case ')':
        case ']':
        case U'）':
        case U'］':
        case U'】':
          if (depth > 0) --depth;
          break;
        case ':':
        case U'：':
        case U'﹕':
        case U'∶':
          if (depth > 0) break;
          if (at == begin || dash_at) return dash_or_none(begin, dash_at, dash_after);
          return at_colon(begin, at, next - at) || dash_or_none(begin, dash_at, dash_after);
        case '.':
          if (depth > 0) break;
          if (!at_period(begin, at)) return done_ || dash_or_none(begin, dash_at, dash_after);
          break;
        case U'\u3000':  // Japanese sets the name apart with a wide space
          if (depth > 0 || at == begin || at - begin > 30 ||
              label_shape(line_.substr(begin, at - begin)) != Shape::strong)
            break;
          finish(Style::tab, begin, at, next);
          return true;
        case ';':  // "JILL;<tab>did you see": labels of discourse transcription
          if (depth > 0 || at == begin || next >= line_.size() || line_[next] != '\t' ||
              label_shape(line_.substr(begin, at - begin)) == Shape::none)
            return dash_or_none(begin, dash_at, dash_after);
          finish(Style::colon, begin, at, next);
          return true;
        case '|':
          if (depth > 0 || at == begin) break;
          column(begin, at);
          return true;
        case '\t':
          if (depth > 0 || at == begin) break;
          finish(Style::tab, begin, at, at + 1);
          return true;
        case '?':
          if (depth == 0 && next < line_.size() && line_[next] != ':' && line_[next] != '?')
            return dash_or_none(begin, dash_at, dash_after);
          break;
        case '-':
        case U'–':
        case U'—':
          if (depth == 0 && !dash_at && at > begin) {
            const bool spaced = word_start && spaces_at(line_, next);
            const bool twice = c == '-' && next < line_.size() && line_[next] == '-';
            if (spaced || (twice && word_start) || (c == U'—' && !word_start)) {
              dash_at = at;
              dash_after = twice ? next + 1 : next;
            }
          }
          break;
        default:
          if (const std::size_t nickname = word_start && at > begin ? quoted_nickname(line_, at) : 0) {
            next = at + nickname;
            break;
          }
          // "היו"ר" has a mark inside the word.
          if (c == '"' && !word_start && next < line_.size() && !spaces_at(line_, next) &&
              static_cast<unsigned char>(line_[next]) >= 0x80)
            break;
          if (depth == 0 && ends_label(c) && !(c == '"' && word_start && at > begin))
            return dash_or_none(begin, dash_at, dash_after);
          break;
      }
      word_start = is_space(c);
      at = next;
    }
    if (limit < line_.size() || dash_at) return dash_or_none(begin, dash_at, dash_after);
    // The label is the whole line.
    if (depth > 0) return false;
    const std::string_view whole = line_.substr(begin);
    if (label_shape(whole) == Shape::none && (out_.dashed || !is_lower_name(whole))) return false;
    if (is_one_word_answer(whole)) return false;
    finish(Style::alone, begin, line_.size(), line_.size());
    return true;
  }

  // "Name | text", "Name | 0:05 | text", "0:05 | Name | text"
  void column(std::size_t begin, std::size_t at) noexcept {
    const std::size_t here = at + 1 + spaces_at(line_, at + 1);
    Stamp stamp;
    const std::size_t size = out_.has_stamp ? 0 : parse_stamp(line_.substr(here), stamp, false);
    const std::size_t next = here + size + spaces_at(line_, std::min(here + size, line_.size()));
    if (size == 0 || next >= line_.size() || line_[next] != '|') {
      finish(out_.has_stamp ? Style::stamped : Style::tab, begin, at, at + 1);
      return;
    }
    out_.stamp = stamp;
    out_.has_stamp = true;
    finish(Style::stamped, begin, at, next + 1);
  }

  bool after_emphasis(std::size_t begin, std::size_t at) noexcept {
    std::size_t after = at + emphasis_.size();
    std::size_t here = after + spaces_at(line_, after);
    if (begin == at) return false;
    if (trailing_stamp(begin, here)) {
      out_.label.end = std::min(out_.label.end, static_cast<std::uint32_t>(base_ + at));
      return true;
    }
    const std::size_t bracket = trailing_bracket(line_, here);
    if (bracket) here += bracket + spaces_at(line_, here + bracket);
    if (trailing_stamp(begin, here)) {
      out_.label.end = std::min(out_.label.end, static_cast<std::uint32_t>(base_ + at));
      return true;
    }
    const std::string_view rest = line_.substr(here);
    if (rest.starts_with(":") || rest.starts_with("：")) {
      const std::size_t size = rest[0] == ':' ? 1 : 3;
      after = stamp_after_colon(here + size);
      const std::size_t label_end = bracket ? here : at;
      finish(Style::colon, begin, label_end, after);
      return true;
    }
    if (label_shape(line_.substr(begin, at - begin)) == Shape::none) return false;
    if (const std::size_t dash = closing_dash(rest); dash > 0 && spaces_at(line_, here + dash - 1) > 0)
      here += dash;  // "**Ana** - words"
    finish(here >= line_.size() ? Style::alone : Style::bold, begin, at, here);
    return true;
  }

  bool dash_or_none(std::size_t begin, std::size_t dash_at, std::size_t dash_after) noexcept {
    if (dash_at == 0 || out_.heading || label_shape(line_.substr(begin, dash_at - begin)) != Shape::strong)
      return false;
    finish(Style::dash, begin, dash_at, dash_after);
    return true;
  }

  std::string_view line_;
  std::size_t base_;
  Candidate& out_;
  std::size_t first_ = 0, dash_text_ = 0;
  bool done_ = false;
  Emphasis emphasis_;
};

}  // namespace

bool find_candidate(std::string_view text, Span line, Candidate& candidate) noexcept {
  return Scan(text, line, candidate).run();
}

}  // namespace visavis::interview
