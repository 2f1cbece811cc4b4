// Conventions that few texts have, tried where the common ones find not two who speak: for the second module,
// and the command. Signs that nobody listed, around or behind names: "Ana> words", "Ana ~ words", "{Ana}
// words", "@ana words". What makes them one is that they come again: the same signs, two names or more, each
// several times, before most paragraphs.
#include <algorithm>
#include <map>

#include "base/unicode.h"
#include "readers/interview/interview_decision.h"
#include "readers/interview/interview_label_parts.h"
#include "readers/interview/interview_rare.h"
#include "words/reports.h"

namespace visavis::interview {
namespace {

constexpr std::size_t kMostNameBytes = 40;
constexpr std::size_t kMostNameWords = 4;
constexpr std::size_t kMostSigns = 3;

// Signs that prose has behind its words, dashes among them, which have a convention of their own.
bool is_of_prose(char32_t c) noexcept {
  return std::u32string_view(U".,!?…。，、！？؟'’\"“”„«([{<-–—").find(c) != std::u32string_view::npos;
}
bool is_sign(char32_t c) noexcept { return c != 0 && !is_space(c) && !is_word_character(c); }

struct Opening {
  std::string_view before, after;  // signs; a space before those behind the name counts as one of them
  std::size_t name = 0, name_end = 0, text = 0;
};

// The signs and the name at the start of `line`; false where it opens otherwise.
bool read_opening(std::string_view line, Opening& out) noexcept {
  std::size_t at = 0;
  for (std::size_t signs = 0; at < line.size() && signs <= kMostSigns; ++signs) {
    std::size_t next = at;
    const char32_t c = next_code_point(line, next);
    if (!is_sign(c)) break;
    if (c == '"' || c == '\'' || c == U'“' || c == U'„' || c == '-' || c == U'–' || c == U'—') return false;
    at = next;
  }
  out.before = line.substr(0, at);
  out.name = at;
  std::size_t words = 0, first_end = 0;
  bool open = false;  // inside a word
  std::size_t end = at;
  while (at < line.size() && at - out.name <= kMostNameBytes) {
    std::size_t next = at;
    const char32_t c = next_code_point(line, next);
    const bool inner = open && (c == '-' || c == '\'' || c == '.' || c == '_' || c == U'’');
    if (is_word_character(c) || inner) {
      if (!open && ++words > kMostNameWords) break;
      open = true;
      if (is_word_character(c)) end = next;
    } else if (is_space(c) && open) {
      if (first_end == 0) first_end = at;
      open = false;
    } else {
      break;
    }
    at = next;
  }
  if (end == out.name) return false;
  // What stands behind: a space or none, signs, a space.
  std::size_t sign = end + spaces_at(line, end), after = sign;
  for (std::size_t signs = 0; after < line.size() && signs < kMostSigns; ++signs) {
    std::size_t next = after;
    const char32_t c = next_code_point(line, next);
    if (!is_sign(c) || is_of_prose(c)) break;
    after = next;
  }
  // "K;words;tag": columns.
  const bool column = after > sign && line.substr(sign, after - sign) == ";" && out.before.empty();
  const bool closed = after > sign && after < line.size() && (column || spaces_at(line, after) > 0);
  const bool single_colon = closed && line.substr(sign, after - sign) == ":";
  if (closed && (!single_colon || !out.before.empty())) {
    out.name_end = end;
    out.after = line.substr(end, after - end);
    out.text = after + spaces_at(line, after);
    return true;
  }
  // "@ana words": signs before one word.
  if (out.before.empty() || first_end == 0) return false;
  out.name_end = first_end;
  out.after = {};
  out.text = first_end + spaces_at(line, first_end);
  return out.text < line.size();
}

// The name in "--- Ana ---", "=== Speaker 1 ===", "** Ben **": the same sign twice or more on both sides.
std::string_view name_between_signs(std::string_view line) noexcept {
  constexpr std::string_view kSigns = "-=*~#_+:";
  const char sign = line.empty() ? ' ' : line.front();
  if (kSigns.find(sign) == kSigns.npos || line.back() != sign) return {};
  const std::size_t begin = line.find_first_not_of(sign), end = line.find_last_not_of(sign);
  if (begin == line.npos || begin < 2 || line.size() - end < 3) return {};
  std::string_view name = trim(line.substr(begin, end + 1 - begin));
  if (name.ends_with(':')) name = trim(name.substr(0, name.size() - 1));
  return name.size() <= kMostNameBytes && name.find(sign) == name.npos ? name : std::string_view();
}

// Where other voices begin inside a line: at ">>", and at a name with a colon behind the end of a sentence.
// Calls `visit(offset, name)`; the name is empty for ">>".
template <class Visit>
void visit_voices(std::string_view line, Visit&& visit) {
  for (std::size_t at = line.find_first_of(":>", 1); at != std::string_view::npos;
       at = line.find_first_of(":>", at + 1)) {
    if (line[at] == '>') {
      if (line[at - 1] == ' ' && line.substr(at).starts_with(">> ")) visit(at, std::string_view());
      at = std::min(line.find_first_not_of('>', at), line.size()) - 1;
      continue;
    }
    if (at + 1 < line.size() && line[at + 1] != ' ') continue;
    const std::size_t least = at > kMostNameBytes ? at - kMostNameBytes : 0;
    for (std::size_t begin = at; begin-- > least + 1;) {
      if (line[begin - 1] != ' ') continue;
      const std::string_view before =
          trim(line.substr(least > 8 ? least - 8 : 0, begin - (least > 8 ? least - 8 : 0)));
      const std::string_view word = before.substr(before.rfind(' ') + 1);
      if (!ends_sentence(before) && !before.ends_with("—") && !before.ends_with("-") &&
          !before.ends_with(">"))
        continue;
      if (word.ends_with('.') && is_abbreviation(word.substr(0, word.size() - 1))) continue;
      const std::string_view name = line.substr(begin, at - begin);
      if (label_shape(name) == Shape::strong && count_spaced_words(name) <= kMostNameWords)
        visit(begin, name);
      break;
    }
  }
}

// What follows the first word.
std::string_view behind_word(std::string_view words) noexcept {
  const std::size_t space = words.find(' ');
  return space == words.npos ? std::string_view() : trim(words.substr(space));
}

// "From: Ana (+47 1)": the field, in small letters, and what it says.
std::string letter_field(std::string_view line, std::string_view& value) {
  const std::size_t colon = line.find(": ");
  if (colon > 20) return {};
  value = trim(line.substr(colon + 2));
  return fold_case(trim(line.substr(0, colon)));
}

// Letters, and chats that are exported as letters: "From: Ana", "Sent: …", an empty line, her words. The
// fields below the first are no words of hers.
void part_letters(std::string_view text, Page& page) {
  static constexpr std::string_view kFirst[] = {"from", "von",  "de", "da", "van",
                                                "fra",  "från", "od", "от", "发件人"};
  std::string opening, key;
  std::string_view value;
  std::vector<std::size_t> heads;
  std::vector<std::uint32_t> numbers;
  const auto field = [&](std::size_t i) {
    return page.lines[i].role == LineRole::text ? letter_field(slice(text, page.lines[i].span), value)
                                                : std::string();
  };
  for (std::size_t i = 0; i + 2 < page.lines.size(); ++i) {
    if (!page.lines[i].after_blank || page.lines[i + 1].after_blank || (key = field(i)).empty()) continue;
    if (opening.empty() && std::find(std::begin(kFirst), std::end(kFirst), key) != std::end(kFirst))
      opening = key;
    if (key == opening && !field(i + 1).empty()) heads.push_back(i);
  }
  if (heads.size() < 2) return;
  for (const std::size_t i : heads)
    for (std::size_t k = i + 1; k < page.lines.size() && !page.lines[k].after_blank && !field(k).empty();
         ++k) {
      page.lines[k].role = LineRole::furniture;
      numbers.push_back(page.lines[k].number);
    }
  page.entries.push_back(
      {numbers.front(), ReportLevel::warning, Message(phrase::fields_dropped, {listed_lines(numbers)})});
}

// Some texts lost the ends of their lines: a question and its answer, or all of a talk, stand in one. Where
// voices begin inside the lines again and again, each gets a line of its own.
void part_voices(std::string_view text, Page& page) {
  constexpr std::uint32_t kLeast = 3;
  std::unordered_map<std::string_view, std::uint32_t> names;
  std::size_t arrows = 0, lines = 0, led = 0;
  for (const Line& line : page.lines) {
    if (line.role != LineRole::text) continue;
    ++lines;
    led += slice(text, line.span).starts_with(">>");
    visit_voices(slice(text, line.span), [&](std::size_t, std::string_view name) {
      if (name.empty())
        ++arrows;
      else
        ++names[name];
    });
  }
  std::erase_if(names, [&](const auto& entry) {
    return entry.second < kLeast || is_remark_word(fold_case(entry.first));
  });
  // Lines with a second voice open with one, in nearly all of such a file.
  std::size_t inner = 0, holding = 0, opening = 0, labelled = 0;
  Candidate found;
  for (const Line& line : page.lines) {
    if (line.role != LineRole::text) continue;
    const bool opens = find_candidate(text, line.span, found) && found.style == Style::colon &&
                       !found.has_stamp && label_shape(slice(text, found.label)) == Shape::strong;
    labelled += opens;
    if (names.empty()) continue;
    std::size_t here = 0;
    visit_voices(slice(text, line.span),
                 [&](std::size_t, std::string_view name) { here += names.contains(name); });
    if (here == 0) continue;
    inner += here;
    ++holding;
    opening += opens;
  }
  const bool by_names = inner >= kLeast && opening * 10 >= holding * 7 && inner * 3 >= labelled + inner;
  const bool by_arrows = arrows >= kLeast && arrows * 2 >= lines && (led > 0 || arrows > lines * 2);
  if (!by_names && !by_arrows) return;
  std::vector<Line> parted;
  std::vector<std::uint32_t> numbers;
  for (const Line& line : page.lines) {
    parted.push_back(line);
    if (line.role != LineRole::text) continue;
    visit_voices(slice(text, line.span), [&](std::size_t at, std::string_view name) {
      if (name.empty() ? !by_arrows : !by_names || !names.contains(name)) return;
      Line next = line;
      next.inner = true;
      next.after_blank = false;
      next.span.begin = line.span.begin + static_cast<std::uint32_t>(at);
      Span& before = parted.back().span;
      before = trim(text, {before.begin, next.span.begin});
      parted.push_back(next);
      if (numbers.empty() || numbers.back() != line.number) numbers.push_back(line.number);
    });
  }
  page.lines = std::move(parted);
  page.entries.push_back(
      {numbers.front(), ReportLevel::info, Message(phrase::voices_parted, {listed_lines(numbers)})});
}

}  // namespace

void Decision::look_for_centred_names() {
  constexpr std::uint32_t kLeastIndent = 10;
  std::unordered_map<std::string, std::uint32_t> names;
  std::uint32_t least = 0xFFFFFFFF, speech = 0xFFFFFFFF, cues = 0;
  std::size_t outside = 0;
  for (std::size_t i = 0; i + 1 < page_.lines.size(); ++i) {
    if (line(i).role != LineRole::text) continue;
    const Candidate* c = candidate(i);
    std::size_t next = i + 1;  // behind "(tired)"
    while (next < i + 4 && next + 1 < page_.lines.size() && is_bracketed(words(next)) &&
           !line(next + 1).after_blank)
      ++next;
    const bool cue = c && c->style == Style::alone && !c->has_stamp && line(i).indent >= kLeastIndent &&
                     line(i).indent >= line(next).indent + 4 && line(next).indent > 0 &&
                     !line(i + 1).after_blank && is_all_capitals(words(i).substr(0, words(i).find('(')));
    if (!cue) {
      outside += line(i).indent < kLeastIndent;
      continue;
    }
    ++cues;
    least = std::min(least, line(i).indent);
    speech = std::min(speech, line(next).indent);
    ++names[std::string(trim(words(i).substr(0, words(i).find('('))))];
  }
  std::uint32_t returning = 0;
  for (const auto& [name, count] : names) returning += count >= 2 ? count : 0;
  if (cues < 4 || returning * 2 < cues || outside == 0) return;
  cue_indent_ = least;
  out_.speech_indent = speech;
  out_.is_screenplay = true;
}

void Decision::look_for_names_between_signs() {
  std::vector<std::size_t> heads;
  std::unordered_map<std::string, std::uint32_t> names;
  std::size_t others = 0, returning = 0, parts = 0;
  for (std::size_t i = 0; i + 1 < page_.lines.size(); ++i) {
    if (line(i).role != LineRole::text || out_.uses[i].use != Use::none) continue;
    const std::string_view name = name_between_signs(words(i));
    if (name.empty()) continue;
    const std::string part = without_number(fold_case(name));
    const bool is_part = is_role_word(part);
    if ((!is_part && label_shape(name) != Shape::strong) || line(i + 1).role != LineRole::text ||
        is_remark_word(part)) {
      ++others;
      continue;
    }
    heads.push_back(i);
    parts += is_part;
    returning += ++names[fold_case(name)] == 2;
  }
  if (heads.empty() || others * 4 > heads.size() || (returning == 0 && parts < heads.size())) return;
  for (const std::size_t i : heads) set_head(i, name_between_signs(words(i)), nullptr);
}

void Decision::set_head(std::size_t i, std::string_view name, const Stamp* stamp) {
  if (out_.uses[i].candidate < 0) {
    out_.uses[i].candidate = static_cast<std::int32_t>(out_.candidates.size());
    out_.candidates.emplace_back();
  }
  Candidate& c = *candidate(i);
  const auto begin = static_cast<std::uint32_t>(name.data() - text_.data());
  c = {};
  c.style = Style::induced;
  c.bare_text = line(i).span.begin;
  c.label = {begin, begin + static_cast<std::uint32_t>(name.size())};
  c.text = {line(i).span.end, line(i).span.end};
  if (!stamp) return;
  c.stamp = *stamp;
  c.stamp.wall_clock = true;
  c.has_stamp = true;
}

void Decision::look_for_dated_heads() {
  struct Head {
    std::size_t line = 0;
    std::string_view name;
    Stamp stamp;
  };
  std::vector<Head> heads;
  std::unordered_map<std::string_view, std::uint32_t> names;
  std::size_t returning = 0;
  for (std::size_t i = 0; i + 1 < page_.lines.size(); ++i) {
    const std::string_view all = words(i);
    if (line(i).role != LineRole::text || all.size() > 120 || out_.uses[i].use != Use::none) continue;
    // The name, a dash or a wide gap, a day or none, a time that ends the line.
    std::size_t at = std::string_view::npos, size = 0;
    for (const std::string_view part : {" — ", " – ", " - ", "  ", "\t"})
      if (at = all.find(part), size = part.size(); at != all.npos) break;
    if (at == all.npos || at == 0) continue;
    const std::string_view name = trim(all.substr(0, at));
    std::string_view rest = trim(all.substr(at + size));
    Head head{i, name, {}};
    for (int word = 0; word <= 3 && !rest.empty();
         ++word) {  // no further than a date: "Today at", "le 3 mai à"
      if (parse_stamp(rest, head.stamp, false) == rest.size()) break;
      rest = behind_word(rest);
    }
    if (rest.empty() || name.size() > kMostNameBytes || count_spaced_words(name) > kMostNameWords ||
        ends_sentence(name) || name.find_first_of(":([") != name.npos || count_code_points(name, 1) < 2 ||
        line(i + 1).after_blank)
      continue;
    heads.push_back(head);
    returning += ++names[name] >= 2;
  }
  // As many as a chat has, and names.
  std::size_t lines = 0;
  for (const Line& one : page_.lines) lines += one.role == LineRole::text;
  if (names.size() < 2 || returning == 0 || heads.size() * 12 < lines) return;
  for (const Head& head : heads) set_head(head.line, head.name, &head.stamp);
}

void Decision::look_for_letter_heads() {
  for (std::size_t i = 0; i + 1 < page_.lines.size(); ++i) {
    std::string_view value;
    if (line(i).role != LineRole::text || line(i + 1).role != LineRole::furniture ||
        line(i + 1).after_blank || letter_field(words(i), value).empty() ||
        letter_field(words(i + 1), value).empty())
      continue;
    Stamp stamp;
    bool timed = false;
    for (std::size_t k = i + 1; k < page_.lines.size() && line(k).role == LineRole::furniture; ++k) {
      letter_field(words(k), value);
      for (std::string_view rest = value; !timed && !rest.empty(); rest = behind_word(rest))
        timed = parse_stamp(rest, stamp, false) > 0 && stamp.date_sign != 0;
    }
    letter_field(words(i), value);
    set_head(i, trim(value.substr(0, std::min(value.find(" ("), value.find(" <")))),
             timed ? &stamp : nullptr);
  }
}

void Decision::look_for_rare() {
  look_for_centred_names();
  look_for_names_between_signs();
  look_for_dated_heads();
  look_for_letter_heads();
  induce_signs();
}

void Decision::induce_signs() {
  struct Signs {
    std::uint32_t lines = 0;
    std::unordered_map<std::string_view, std::uint32_t> names;
  };
  const auto start_of = [&](std::size_t i) {
    const Candidate* c = candidate(i);
    return c && c->has_stamp && c->bare_text > line(i).span.begin ? std::min(c->bare_text, line(i).span.end)
                                                                  : line(i).span.begin;
  };
  const auto read = [&](std::size_t i, Opening& opening) {
    const Candidate* c = candidate(i);
    if (line(i).role != LineRole::text || out_.uses[i].use != Use::none || atx_level(words(i))) return false;
    if (c && !c->label.empty() && c->style != Style::alone && c->style != Style::dash &&
        c->style != Style::period && label_shape(slice(text_, c->label)) != Shape::none)
      return false;
    return read_opening(slice(text_, {start_of(i), line(i).span.end}), opening);
  };
  std::map<std::string, Signs> all;
  std::size_t lines = 0, blanks = 0;
  Opening opening;
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    if (line(i).role != LineRole::text) continue;
    ++lines;
    blanks += line(i).after_blank;
    if (!read(i, opening)) continue;
    std::string key(opening.before);
    key.append(1, '\0').append(opening.after);
    if (all.size() > 1000 && !all.contains(key)) continue;  // prose with many signs
    Signs& signs = all[key];
    ++signs.lines;
    const std::string_view name =
        slice(text_, {start_of(i), line(i).span.end}).substr(opening.name, opening.name_end - opening.name);
    const bool lettered = count_code_points(name, 1) == 1 && !opening.after.starts_with(';');  // "a) salt"
    if (label_shape(name) != Shape::none && !lettered) ++signs.names[name];
  }
  const std::size_t units = blanks * 5 >= lines * 2 ? blanks : lines;
  const std::string* best = nullptr;
  std::uint32_t most = 0;
  for (const auto& [key, signs] : all) {
    std::uint32_t names = 0, returning = 0;
    for (const auto& [name, count] : signs.names)
      if (count >= 2) ++names, returning += count;
    if (names < 2 || returning < 4 || returning * 5 < units * 3 || returning * 5 < signs.lines * 4) continue;
    if (returning > most) most = returning, best = &key;
  }
  if (!best) return;
  const Signs& signs = all[*best];
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    if (!read(i, opening)) continue;
    std::string key(opening.before);
    key.append(1, '\0').append(opening.after);
    const std::uint32_t begin = start_of(i);
    const auto at = [&](std::size_t offset) { return begin + static_cast<std::uint32_t>(offset); };
    const Span name{at(opening.name), at(opening.name_end)};
    if (key != *best || !signs.names.contains(slice(text_, name))) continue;
    if (out_.uses[i].candidate < 0) {
      out_.uses[i].candidate = static_cast<std::int32_t>(out_.candidates.size());
      out_.candidates.emplace_back();
      out_.candidates.back().bare_text = begin;
    }
    Candidate& c = *candidate(i);
    c.style = Style::induced;
    c.label = name;
    c.text = {at(opening.text), line(i).span.end};
  }
}

namespace {

// "Mrs. Vane (older)" and "Mrs. Vane (younger)", who answer each other: two people whom only the bracket
// tells.
void keep_brackets(Findings& found) {
  std::int32_t last = -1;
  std::size_t changes = 0, turns = 0;
  for (const LineUse& use : found.uses) {
    if (use.use != Use::label) continue;
    const Label& made = found.labels[static_cast<std::size_t>(use.label)];
    if (made.bracket.empty() || (last >= 0 && made.base != found.labels[static_cast<std::size_t>(last)].base))
      return;
    ++turns;
    changes += last >= 0 && last != use.label;
    last = use.label;
  }
  std::size_t brackets = 0;
  for (const Label& made : found.labels) brackets += made.accepted >= 2;
  if (brackets < 2 || changes * 3 < turns * 2) return;
  for (Label& made : found.labels)
    if (made.accepted > 0) {
      made.base = made.name;
      made.bracket.clear();
    }
}

}  // namespace

bool read_rare_conventions(std::string_view text, const Corrections& corrections, Page& page,
                           Findings& findings) {
  Page parted = page;
  part_voices(text, parted);
  part_letters(text, parted);
  Findings found;
  for (const std::string& name : parted.speakers) found.hints.push_back({name, {}, Role::unknown});
  Decision(text, parted, corrections, found, &Decision::look_for_rare).run();
  keep_brackets(found);
  resolve_persons(parted, found);
  const bool screenplay = found.is_screenplay && !findings.is_screenplay;
  if (found.persons.size() <= findings.persons.size() && parted.lines.size() == page.lines.size() &&
      !screenplay)
    return false;
  page = std::move(parted);
  findings = std::move(found);
  return true;
}

}  // namespace visavis::interview
