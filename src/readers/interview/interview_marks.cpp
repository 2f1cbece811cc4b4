#include "readers/interview/interview_marks.h"

#include <algorithm>

#include "base/unicode.h"
#include "readers/interview/interview_text.h"

namespace visavis::interview {
namespace {

// Labels longer than this are prose. Room for a member of parliament with constituency and party.
constexpr std::size_t kMostLabelBytes = 200;

char byte_at(std::string_view line, std::size_t at) noexcept { return at < line.size() ? line[at] : '\0'; }

// "ドアの音", "拍手", "웃음": captions' words for what is heard end in one for sound, voice, laughter, song.
bool is_sound_word(std::string_view name) noexcept {
  for (const std::string_view sound :
       {"音", "声", "笑い", "笑", "拍手", "歌", "曲", "聲", "소리", "웃음", "박수"})
    if (name.ends_with(sound)) return true;
  return false;
}

bool is_lone_capital(std::string_view name) noexcept {
  std::size_t at = 0;
  return !name.empty() && is_upper(next_code_point(name, at)) && at == name.size();
}

}  // namespace

std::size_t colon_at(std::string_view line, std::size_t at) noexcept {
  const std::string_view rest = line.substr(std::min(at, line.size()));
  return rest.starts_with(':') ? 1 : rest.starts_with("：") ? 3 : 0;
}

std::size_t dash_at(std::string_view line, std::size_t at) noexcept {
  const std::string_view rest = line.substr(std::min(at, line.size()));
  for (const std::string_view dash :
       {std::string_view("--"), std::string_view("-"), std::string_view("—"), std::string_view("–")})
    if (rest.starts_with(dash)) return dash.size() + spaces_at(rest, dash.size());
  return 0;
}

Mark bracketed_name(std::string_view line, std::size_t at, std::string_view& inside,
                    std::size_t& end) noexcept {
  static constexpr struct {
    std::string_view open, close, no;  // `no`: what a name in them does not hold
    std::size_t most;
  } kBrackets[] = {{"<", ">", ":<=\"", 60}, {"[", "]", ":[/", 80},   {"【", "】", ":[/", 80},
                   {"［", "］", ":[/", 80}, {"〔", "〕", ":[/", 80}, {"（", "）", ":[/", 40}};
  for (const auto& pair : kBrackets) {
    if (!line.substr(at).starts_with(pair.open)) continue;
    const std::size_t close = line.find(pair.close, at), first = at + pair.open.size();
    if (close == line.npos || close - at > pair.most || close == first) return kNothing;
    inside = line.substr(first, close - first);
    end = close + pair.close.size();
    if (inside.find_first_of(pair.no) != inside.npos) return kNothing;
    if (pair.open == "（" && is_sound_word(inside)) return kNothing;
    const bool tag = inside.front() == '/' || inside.back() == '/';
    if (pair.open == "<") return !tag && spaces_at(line, end) > 0 ? kAngle : kNothing;
    return byte_at(line, end) == '(' ? kNothing : kSquare;  // a link
  }
  return kNothing;
}

Marks::Marks(std::string_view line, std::size_t begin, const Emphasis& emphasis, bool times) noexcept
    : line_(line),
      begin_(begin),
      next_(begin),
      limit_(std::min(line.size(), begin + kMostLabelBytes)),
      emphasis_(emphasis),
      times_(times) {}

Mark Marks::found(Mark mark, std::size_t begin, std::size_t size, bool is_last) noexcept {
  at = begin;
  end = begin + size;
  last = is_last;
  return mark;
}

Mark Marks::dash() noexcept { return dash_ > 0 ? found(kBehindDash, dash_, dash_end_ - dash_) : kNothing; }

Mark Marks::next() noexcept {
  while (next_ < limit_) {
    const std::size_t here = next_;
    std::size_t next = here;
    const char32_t c = next_code_point(line_, next);
    const bool may_open = word_start_ || c == '[' || c == '(' || c == U'（';
    if (depth_ == 0 && !told_ && here > begin_ && may_open && times_) {
      told_ = true;  // whether a time stands here the conventions ask
      return found(kTime, here, 0);
    }
    told_ = false;
    if (depth_ == 0 && emphasis_.closes(line_, here))
      return found(kEmphasisEnd, here, emphasis_.size(), true);
    // "Q     Where were you?": as court reporters set it.
    if (is_space(c) && !word_start_ && spaces_at(line_, here) >= 2 &&
        is_lone_capital(line_.substr(begin_, here - begin_)))
      return found(kGap, here, 0);
    const bool starts_word = word_start_;
    word_start_ = is_space(c);
    const Mark mark = read(c, here, next, starts_word);
    next_ = next;
    if (mark != kLineEnd) return mark;
  }
  return limit_ < line_.size() || dash_ > 0 || depth_ > 0 ? found(kNothing, next_, 0, true)
                                                          : found(kLineEnd, next_, 0, true);
}

// kLineEnd where `c` is no mark; `next`: behind it.
Mark Marks::read(char32_t c, std::size_t here, std::size_t& next, bool starts_word) noexcept {
  const Mark none = kLineEnd;
  switch (c) {
    case '(': {  // one that nothing closes hides no colon: "Ana  to  Ben(Direct:<tab>words"
      const std::string_view rest = line_.substr(next, limit_ - std::min(next, limit_));
      depth_ += rest.substr(0, rest.find(":\t")).find(')') != rest.npos;
      return none;
    }
    case '[':
    case U'（':
    case U'［':
    case U'【':
      ++depth_;
      return none;
    case ')':
    case ']':
    case U'）':
    case U'］':
    case U'】':
      depth_ -= depth_ > 0;
      return none;
    default:
      break;
  }
  if (depth_ > 0) return none;
  const std::size_t size = next - here;
  const char after = byte_at(line_, next);
  switch (c) {
    case ':':
    case U'：':
    case U'﹕':
    case U'∶':
      return dash_ > 0 || after == ':' || line_.substr(next).starts_with("//")
                 ? found(kNothing, here, size, true)
                 : found(kColon, here, size, true);
    case '.': {
      const std::string_view name = line_.substr(begin_, here - begin_);
      const bool letter = count_code_points(name, 1) == 1;
      const bool parts = next >= line_.size() || spaces_at(line_, next) > 0;
      if (!parts && dash_at(line_, next) == 0 && !(letter && is_digit(static_cast<unsigned char>(after))))
        return none;  // inside a word
      return found(kStop, here, size, parts && !is_abbreviation(name.substr(name.rfind(' ') + 1)));
    }
    case U'\u3000':
      return here > begin_ && here - begin_ <= 30 ? found(kWideSpace, here, size) : none;
    case ';':  // "JILL;<tab>did you see": labels of discourse transcription
      return found(after == '\t' ? kSemicolon : kNothing, here, size, true);
    case '|':
      return here > begin_ ? found(kBar, here, size) : none;
    case '\t':
      return here > begin_ ? found(kTabulator, here, size) : none;
    case '?':
      return next < line_.size() && after != ':' && after != '?' ? found(kNothing, here, size, true) : none;
    case '-':
    case U'–':
    case U'—': {
      const bool twice = c == '-' && after == '-';
      if (dash_ == 0 && here > begin_ &&
          ((starts_word && (spaces_at(line_, next) > 0 || twice)) || (c == U'—' && !starts_word))) {
        dash_ = here;
        dash_end_ = next + twice;
      }
      return none;
    }
    default:
      break;
  }
  if (starts_word && here > begin_) {
    if (const std::size_t nickname = quoted_nickname(line_, here)) {
      next = here + nickname;
      return none;
    }
    if (c == '"') return none;
  }
  // "היו"ר" has a mark inside the word.
  const bool inner = c == '"' && !starts_word && static_cast<unsigned char>(after) >= 0x80;
  return ends_label(c) && !(inner && spaces_at(line_, next) == 0) ? found(kNothing, here, size, true) : none;
}

}  // namespace visavis::interview
