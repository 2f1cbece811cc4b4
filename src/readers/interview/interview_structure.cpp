#include "readers/interview/interview_structure.h"

#include <algorithm>

#include "base/unicode.h"

namespace visavis::interview {
namespace {

constexpr std::size_t kMostHeadingPoints = 100;
constexpr std::size_t kMostHeadingWords = 16;
constexpr std::size_t kMostHeadingHan = 32;
constexpr std::size_t kMostRemark = 4096;  // bytes between brackets: each line of them asks how far they go

class Structuring {
 public:
  Structuring(std::string_view text, const Page& page, const Findings& findings)
      : text_(text), page_(page), findings_(findings) {}

  Structure run() {
    find_next_texts();
    measure_wrapping();
    find_marked_headings();
    find_plain_headings();
    assign();
    mark_title();
    return std::move(out_);
  }

 private:
  const Line& line(std::size_t i) const { return page_.lines[i]; }
  std::string_view words(std::size_t i) const { return slice(text_, line(i).span); }
  std::size_t count() const { return page_.lines.size(); }
  const Candidate* candidate(std::size_t i) const {
    const std::int32_t c = findings_.uses[i].candidate;
    return c < 0 ? nullptr : &findings_.candidates[static_cast<std::size_t>(c)];
  }
  Use use(std::size_t i) const { return findings_.uses[i].use; }
  bool opens_turn(std::size_t i) const {
    return use(i) == Use::label || use(i) == Use::unnamed ||
           (use(i) == Use::timed && findings_.timed_narration);
  }
  bool is_stamp_line(std::size_t i) const {
    return use(i) == Use::timed && !findings_.timed_narration && candidate(i)->text.empty();
  }
  bool is_prose(std::size_t i) const {
    return line(i).role == LineRole::text && !opens_turn(i) && !is_stamp_line(i) && levels_[i] == 0;
  }
  // The next line that is talk, heading or narration; count() at the end.
  std::size_t next_text(std::size_t i) const { return next_text_[i]; }
  void find_next_texts() {
    next_text_.assign(count(), count());
    std::size_t next = count();
    for (std::size_t i = count(); i-- > 0;) {
      next_text_[i] = next;
      if (line(i).role != LineRole::text) continue;
      first_text_ = i;
      if (!is_stamp_line(i)) next = i;
    }
  }

  // Hard-wrapped: lines of like length that go on in the next.
  void measure_wrapping() {
    std::size_t pairs = 0, open = 0, longest = 0, over = 0, lines = 0;
    for (std::size_t i = 0; i < count(); ++i) {
      if (line(i).role != LineRole::text) continue;
      const std::size_t points = count_code_points(words(i), 400);
      ++lines;
      if (points > 110)
        ++over;
      else
        longest = std::max(longest, points);
      if (i + 1 < count() && !line(i + 1).after_blank && line(i + 1).role == LineRole::text &&
          !opens_turn(i + 1) && points >= 30) {
        ++pairs;
        open += !ends_sentence(words(i));
      }
    }
    wrapped_ = pairs >= 2 && open * 10 >= pairs * 4 && over * 10 <= lines;
    wrap_width_ = longest;
  }

  void find_marked_headings() {
    levels_.assign(count(), 0);
    for (std::size_t i = 0; i < count(); ++i) {
      if (line(i).role != LineRole::text) continue;
      if (use(i) == Use::heading) {
        levels_[i] = static_cast<std::int8_t>(std::max<std::size_t>(1, atx_level(words(i))));
        continue;
      }
      if (opens_turn(i) || use(i) == Use::text || findings_.is_chat) continue;
      // "INDEX" behind the end.
      if (i > 0 && is_end_mark(words(i - 1)) && words(i).size() <= 60 &&
          (is_all_capitals(words(i)) || label_shape(words(i)) == Shape::strong) && !is_bracketed(words(i)) &&
          !is_end_mark(words(i)) && next_text(i) < count()) {
        levels_[i] = 1;
        continue;
      }
      if (const std::size_t level = atx_level(words(i))) {
        if (level == 1 && is_comment(i, level)) continue;
        if (trim(words(i).substr(level)).empty()) continue;
        levels_[i] = static_cast<std::int8_t>(level);
        ++atx_;
        if (i > 0) ++atx_inside_;
        continue;
      }
      // A line drawn close below.
      if (i + 1 < count() && line(i + 1).role == LineRole::rule && !line(i + 1).after_blank &&
          (i == 0 || line(i).after_blank) && words(i).size() <= 160 && !ends_open(words(i))) {
        const char mark = words(i + 1)[0];
        if (mark == '=' || (mark == '-' && !ends_sentence(words(i)))) {
          levels_[i] = mark == '=' ? 1 : 2;
          ++atx_;
          if (i > 0) ++atx_inside_;
        }
      }
    }
  }

  // "# Format: …" below "# A scripted talk": three such lines close up are a file's comment.
  bool is_comment(std::size_t i, std::size_t level) const {
    const auto is_alike = [&](std::size_t k) { return k < count() && atx_level(words(k)) == level; };
    std::size_t lines = 1;
    for (std::size_t k = i; lines < 3 && k > 0 && !line(k).after_blank && is_alike(k - 1); --k) ++lines;
    for (std::size_t k = i + 1; lines < 3 && is_alike(k) && !line(k).after_blank; ++k) ++lines;
    return lines >= 3;
  }

  bool looks_like_heading(std::size_t i) const {
    if (!is_prose(i) || use(i) == Use::text) return false;
    if (const Candidate* c = candidate(i)) {
      if (c->has_stamp) return false;
      if (c->style == Style::colon && is_remark_word(fold_case(slice(text_, c->label)))) return false;
    }
    // Right below a label that stands alone: its words.
    if (i > 0 && opens_turn(i - 1) && candidate(i - 1)->text.empty()) return false;
    std::string_view all = words(i);
    if (all.size() > 400 || all.starts_with("* ")) return false;
    while (all.size() > 4 && (all.front() == '*' || all.front() == '_') && all.back() == all.front())
      all = all.substr(1, all.size() - 2);
    if (all.starts_with('*')) return false;  // "*** log opened"
    if (count_code_points(all, kMostHeadingPoints) > kMostHeadingPoints ||
        count_spaced_words(all) > kMostHeadingWords)
      return false;
    if (ends_open(all)) return false;
    std::size_t han = 0, letters = 0;
    for (std::size_t k = 0; k < all.size();) {
      const char32_t c = next_code_point(all, k);
      han += is_han_or_kana(c);
      letters += is_word_character(c) && !is_digit(c);
    }
    if (han > kMostHeadingHan || letters == 0) return false;
    std::size_t at = all.size();
    const char32_t last = previous_code_point(all, at);
    if (last == '.' || last == '!' || last == U'…' || last == U'。' || last == U'！' || last == '|' ||
        last == '>')
      return false;
    if ((last == ')' || last == ']' || last == U'）' || last == '"' || last == U'”' || last == U'」') &&
        ends_sentence(all) && !ends_with_question(all))
      return false;
    if (is_bracketed(all) || is_of_summary(i)) return false;
    at = 0;
    const char32_t first = next_code_point(all, at);
    // "2.30 pm": when it went on.
    if (is_digit(first) && letters <= 2 && all.find_first_of(".:") < 3) return false;
    if (first == ':' || first == U'：' || first == '.' || first == ',' || first == '>' || first == '-' ||
        first == '|' || first == '<' || first == '(' || first == '[' || first == U'•' || first == U'（' ||
        first == '+' || first == '@')
      return false;
    if (is_word_character(first) && !is_upper(first) && !is_digit(first) && fold_case(first) == first &&
        first < 0x250)
      return false;
    if (first >= 0x400 && first < 0x530 && !is_upper(first)) return false;
    return all.find("://") == std::string_view::npos && all.find(" = ") == std::string_view::npos &&
           all.find("](") == std::string_view::npos;
  }

  // What a tool puts above the talk: who speaks, and words it found.
  bool is_of_summary(std::size_t i) const {
    const auto opens = [&](std::size_t k) {
      return words(k) == "SPEAKERS" || words(k) == "SUMMARY KEYWORDS";
    };
    return opens(i) || (i > 0 && opens(i - 1));
  }

  // Short lines without an end stop that stand alone before a turn, as this document does it.
  void find_plain_headings() {
    if (findings_.turns < 1 || findings_.timed_narration || findings_.is_chat) return;
    const bool marked = atx_inside_ >= 2 || (atx_inside_ >= 1 && atx_ > atx_inside_);
    std::vector<std::size_t> found;
    bool before_talk = true;
    std::size_t labels = 0, above = 0, nicks = 0;  // above: those that stand above their words
    for (std::size_t i = 0; i < count(); ++i)
      if (use(i) == Use::label)
        ++labels, above += candidate(i)->text.empty(), nicks += candidate(i)->style == Style::angle;
    if (nicks * 2 > labels) return;  // a chat's log: what opens no message goes on in the one above
    for (std::size_t i = 0; i < count(); ++i) {
      if (opens_turn(i)) before_talk = false;
      const bool opens_document = found.empty() && i == first_text();
      if (marked && !(opens_document && atx_ == 0)) continue;
      if (!looks_like_heading(i)) continue;
      // Below a name with words of several paragraphs, a question is one of them.
      if (!before_talk && labels > 0 && above * 10 >= labels * 9 && ends_with_question(words(i))) continue;
      if (!stands_alone(i, opens_document)) continue;
      // A turn follows, or another heading that one follows.
      std::size_t next = next_text(i);
      int steps = 0;
      while (next < count() && looks_like_heading(next) && stands_alone(next, false) && steps < 3) {
        next = next_text(next);
        ++steps;
      }
      bool before_turn = next < count() && opens_turn(next);
      // A date or an author below the title is no section.
      if (!opens_document && before_talk && found.size() == 1 && found[0] == first_text() &&
          is_byline(words(i)))
        continue;
      // A title may have an introduction under it, a section in capitals some narration.
      if (!before_turn && next < count() && line(next).after_blank &&
          ((opens_document && !ends_with_question(words(i))) || (is_all_capitals(words(i)) && !before_talk)))
        before_turn = true;  // or the date, or who wrote it:
      if (opens_document && i + 2 < count() && is_byline(words(i + 1)) && line(i + 2).after_blank &&
          !has_year(words(i)))
        before_turn = true;
      if (opens_document && !before_turn) before_turn = stands_above_fields(i);
      if (before_turn) found.push_back(i);
    }
    // One short line that says "nobody complained" is a sentence of the talk.
    std::erase_if(found, [&](std::size_t i) {
      return i != first_text() && found.size() <= 1 + (found[0] == first_text()) &&
             opens_with_pronoun(words(i));
    });
    // One question that stands alone was asked by somebody, and so was each where lines close up and wrap.
    const auto asked = [&](std::size_t i) { return i != first_text() && ends_with_question(words(i)); };
    const bool lone = std::count_if(found.begin(), found.end(), asked) == 1 &&
                      found.size() <= (!found.empty() && found[0] == first_text() ? 2u : 1u);
    if (lone || (wrapped_ && findings_.turns_close_up)) std::erase_if(found, asked);
    // Nor does a talk that closes up have one heading in a hundred turns: those are lines that broke,
    // or questions that stand alone.
    constexpr std::size_t kMostTurns = 100;
    const auto broken = [&](std::size_t i) {
      return i != first_text() && (!line(i).after_blank || ends_with_question(words(i))) &&
             !is_all_capitals(words(i)) && numbered_level(i, 0) == 0;
    };
    const auto lines = static_cast<std::size_t>(std::count_if(found.begin(), found.end(), broken));
    if (lines > 0 && lines * kMostTurns < findings_.turns) std::erase_if(found, broken);
    if (found.size() * 2 > findings_.turns + 2) {  // no headings then, but short answers without a label
      std::erase_if(found, [&](std::size_t i) { return i != first_text() && !is_all_capitals(words(i)); });
    }
    bool capitals = false, small = false;
    for (const std::size_t i : found)
      if (i != first_text()) (is_all_capitals(words(i)) ? capitals : small) = true;
    for (const std::size_t i : found) {
      const bool lesser = capitals && small && !is_all_capitals(words(i)) && i != first_text();
      levels_[i] = static_cast<std::int8_t>(numbered_level(i, lesser ? 2 : 1));
    }
  }

  // "Date: …", "Place: …" close up below line `i`, an empty line, and a turn.
  bool stands_above_fields(std::size_t i) const {
    std::size_t next = i + 1;
    for (; next < count() && !line(next).after_blank; ++next)
      if (opens_turn(next) || !candidate(next) || candidate(next)->style != Style::colon ||
          ends_sentence(words(next)))
        return false;
    return next > i + 1 && next < count() && opens_turn(next);
  }

  // "2.1 Childhood" is below "2 Youth".
  std::int32_t numbered_level(std::size_t i, std::int32_t otherwise) const {
    const std::string_view all = words(i);
    std::int32_t depth = 0;
    std::size_t at = 0;
    while (at < all.size() && all[at] >= '0' && all[at] <= '9') {
      while (at < all.size() && all[at] >= '0' && all[at] <= '9') ++at;
      ++depth;
      if (at < all.size() && all[at] == '.')
        ++at;
      else
        break;
    }
    return depth >= 2 && at < all.size() && all[at] == ' ' ? std::min(depth, 6) : otherwise;
  }

  std::size_t first_text() const { return first_text_; }

  bool stands_alone(std::size_t i, bool opens_document) const {
    if (opens_document) return true;
    const bool above =
        i == 0 || line(i).after_blank || line(i - 1).role != LineRole::text || levels_[i - 1] != 0;
    const std::size_t next = next_text(i);
    if (findings_.turns_after_blank && !findings_.turns_close_up) {
      if (!above) return false;
      return next >= count() || line(next).after_blank || opens_turn(next) || is_stamp_line(i + 1);
    }
    if (above) return next < count() && (opens_turn(next) || line(next).after_blank);
    // Lines close up: the line before must be whole, and not a wrapped one.
    if (wrapped_)
      return ends_sentence(words(i - 1)) && count_code_points(words(i - 1), 400) * 10 < wrap_width_ * 9;
    return opens_turn(i - 1) || ends_sentence(words(i - 1)) || looks_like_heading(i - 1);
  }

  void open(PartKind kind, std::size_t i) {
    Part part;
    part.kind = kind;
    part.first = part.last = static_cast<std::uint32_t>(i);
    out_.parts.push_back(part);
  }

  bool breaks_talk(std::size_t next) const {
    return next >= count() || opens_turn(next) || levels_[next] != 0;
  }

  // The last line of the paragraph that line `i` is in.
  std::size_t paragraph_end(std::size_t i) const { return paragraph_ends_[i]; }
  void find_paragraph_ends() {
    paragraph_ends_.resize(count());
    for (std::size_t i = count(); i-- > 0;) {
      const bool goes_on = i + 1 < count() && line(i + 1).role == LineRole::text &&
                           !line(i + 1).after_blank && is_prose(i + 1);
      paragraph_ends_[i] = goes_on ? paragraph_ends_[i + 1] : i;
    }
  }

  // Narration that stands among the turns: between brackets, or the one paragraph without a label where each
  // turn is one.
  bool is_narration(std::size_t i, std::size_t end) const {
    if (findings_.is_chat) return false;
    if (findings_.is_screenplay && line(i).after_blank)
      return findings_.speech_indent == 0 || line(i).indent < findings_.speech_indent;
    const std::string_view all(text_.data() + line(i).span.begin, line(end).span.end - line(i).span.begin);
    const std::size_t next = next_text(end);
    if (is_paragraph_start(i))
      if (((all.size() <= kMostRemark && is_bracketed(all)) || names_examiner(all)) && breaks_talk(next))
        return true;
    if (!line(i).after_blank) return false;
    if (all.starts_with("> ")) return true;
    if (findings_.turns_close_up && findings_.turns >= 2) return true;
    if (asks_between_ && breaks_talk(next) && (ends_with_question(all) || !ends_sentence(all))) return true;
    if (!rare_loose_ || is_spoken_to(all)) return false;
    std::size_t at = 0;
    const char32_t first = next_code_point(all, at);
    if (is_word_character(first) && !is_upper(first) && first < 0x250) return false;
    return breaks_talk(next);
  }

  // How often a turn has a second paragraph without a label.
  void count_loose_paragraphs() {
    std::size_t loose = 0, asked = 0;
    bool talk = false, question = false;
    for (std::size_t i = 0; i < count(); ++i) {
      if (line(i).role != LineRole::text) continue;
      if (opens_turn(i)) {
        talk = true;
        asked += question;
        question = false;
        continue;
      }
      question = is_prose(i) && ends_with_question(words(i));
      if (levels_[i] != 0 || (i > 0 && line(i - 1).role == LineRole::rule)) talk = false;
      const bool below_label = i > 0 && use(i - 1) == Use::label && candidate(i - 1)->text.empty();
      if (talk && is_prose(i) && line(i).after_blank && !below_label && !is_bracketed(words(i))) ++loose;
    }
    // Only the answers have a name: what is asked between them is not theirs.
    asks_between_ = findings_.persons.size() == 1 && asked >= 2 && asked * 2 >= findings_.turns;
    rare_loose_ = loose * 6 <= findings_.turns && findings_.turns >= 2 && loose <= 4;
  }

  void assign() {
    count_loose_paragraphs();
    find_paragraph_ends();
    out_.parts.reserve(findings_.turns);
    bool talk = false;   // a turn is open
    bool empty = false;  // with nothing in it yet
    std::size_t last_turn = count();
    while (last_turn > 0 && !opens_turn(last_turn - 1)) --last_turn;
    for (std::size_t i = 0; i < count(); ++i) {
      if (line(i).role == LineRole::rule) {
        if (words(i)[0] == '`') continue;  // around what Markdown leaves as it is
        if (line(i).after_blank || (i > 0 && levels_[i - 1] == 0)) talk = talk && empty;
        continue;
      }
      if (line(i).role != LineRole::text || is_stamp_line(i)) continue;
      if (levels_[i] != 0) {
        open(PartKind::heading, i);
        out_.parts.back().level = levels_[i];
        out_.parts.back().title = heading_title(i);
        talk = false;
        continue;
      }
      if (opens_turn(i)) {
        open(PartKind::turn, i);
        talk = true;
        empty = candidate(i)->text.empty();
        continue;
      }
      if (talk && i >= last_turn && use(i) != Use::text && is_end_mark(words(i))) talk = false;
      if (talk && !empty && is_paragraph_start(i) && use(i) != Use::text) {
        const std::size_t end = paragraph_end(i);
        // A question in bold ends with the bold: the answer below has no label.
        const Candidate* opening = candidate(out_.parts.back().first);
        if (is_narration(i, end) || (opening && opening->enclosed && line(i).after_blank)) talk = false;
      }
      if (talk) {
        out_.parts.back().last = static_cast<std::uint32_t>(i);
        empty = false;
        continue;
      }
      // A wrapped paragraph goes on; otherwise a line is one.
      const bool goes_on =
          !out_.parts.empty() && out_.parts.back().kind == PartKind::narration && i > 0 &&
          out_.parts.back().last + 1 == i && !line(i).after_blank && wrapped_ && !is_end_mark(words(i - 1)) &&
          line(i).indent <= line(i - 1).indent &&
          !(ends_sentence(words(i - 1)) && count_code_points(words(i - 1), 400) * 4 < wrap_width_ * 3);
      if (goes_on || is_inside_bracket(i) ||
          (use(i) == Use::text && !out_.parts.empty() && out_.parts.back().kind != PartKind::heading))
        out_.parts.back().last = static_cast<std::uint32_t>(i);
      else
        open(PartKind::narration, i);
    }
  }

  // A remark in brackets is open since the line before, or a few more.
  bool is_inside_bracket(std::size_t i) const {
    if (out_.parts.empty() || out_.parts.back().kind != PartKind::narration || line(i).after_blank)
      return false;
    const Part& part = out_.parts.back();
    if (part.last + 1 != i || i - part.first > 8 || !words(part.first).starts_with('(')) return false;
    for (std::size_t k = part.first; k < i; ++k)
      if (words(k).find(')') != std::string_view::npos) return false;
    return true;
  }

  bool is_paragraph_start(std::size_t i) const {
    return line(i).after_blank || !wrapped_ || names_examiner(words(i)) ||
           (i > 0 && line(i - 1).role != LineRole::text) ||
           (words(i).starts_with('(') && ends_sentence(words(i - 1)));
  }

  Span heading_title(std::size_t i) const {
    Span span = line(i).span;
    if (const std::size_t level = atx_level(words(i))) {
      span.end = span.begin + static_cast<std::uint32_t>(without_atx_close(slice(text_, span)).size());
      span.begin += static_cast<std::uint32_t>(level);
    }
    if (slice(text_, span).ends_with("-->"))  // a note to a program
      span.end = span.begin + static_cast<std::uint32_t>(
                                  std::min<std::size_t>(slice(text_, span).rfind("<!--"), span.size()));
    span = trim(text_, span);
    if (findings_.is_screenplay && text_[span.begin] == '.') ++span.begin;  // Fountain's sign for a scene
    while (span.size() > 2 && (text_[span.begin] == '*' || text_[span.begin] == '_') &&
           text_[span.end - 1] == text_[span.begin]) {
      ++span.begin;
      --span.end;
    }
    return trim(text_, span);
  }

  void mark_title() {
    out_.title_first = !out_.parts.empty() && out_.parts.front().kind == PartKind::heading;
  }

  std::string_view text_;
  const Page& page_;
  const Findings& findings_;
  Structure out_;
  std::vector<std::int8_t> levels_;     // of headings, 0 for other lines
  std::vector<std::size_t> next_text_;  // one per line
  std::vector<std::size_t> paragraph_ends_;
  std::size_t first_text_ = count();
  std::size_t atx_ = 0, atx_inside_ = 0, wrap_width_ = 0;
  bool wrapped_ = false, rare_loose_ = false, asks_between_ = false;
};

}  // namespace

Structure find_structure(std::string_view text, const Page& page, const Findings& findings) {
  return Structuring(text, page, findings).run();
}

}  // namespace visavis::interview
