// What speaks for and against each label, counted over the whole document.
#include <algorithm>

#include "base/unicode.h"
#include "readers/interview/interview_decision.h"
#include "readers/interview/interview_label_parts.h"

namespace visavis::interview {
namespace {

std::string strip_marks(std::string_view label) {
  std::string out;
  for (const char c : collapse_spaces(label))
    if (c != '*' && c != '`' && c != '\\') out += c;
  return std::string(trim(out));
}

// Splits "Name (carpenter)" into name and bracket. Nested brackets go together.
void split_bracket(const std::string& name, std::string& base, std::string& bracket) {
  base = name;
  bracket.clear();
  static constexpr std::string_view kPairs[][2] = {{"(", ")"}, {"[", "]"}, {"（", "）"}, {"【", "】"}};
  for (const auto& pair : kPairs) {
    if (!name.ends_with(pair[1])) continue;
    std::size_t at = name.size();
    int depth = 0;
    while (at > 0) {
      --at;
      const std::string_view here = std::string_view(name).substr(at);
      if (here.starts_with(pair[1])) ++depth;
      if (here.starts_with(pair[0]) && --depth == 0) break;
    }
    if (depth != 0 || at == 0) continue;
    base = std::string(trim(std::string_view(name).substr(0, at)));
    bracket = name.substr(at + pair[0].size(), name.size() - at - pair[0].size() - pair[1].size());
    return;
  }
}

bool is_address(std::string_view text) noexcept {
  text = trim(text);
  return (text.starts_with("http") || text.starts_with("<http") || text.starts_with("www.")) &&
         text.find(' ') == std::string_view::npos;
}

// Letters for question and answer, in the languages read here.
constexpr std::string_view kPairs[][2] = {{"q", "a"}, {"q", "r"}, {"p", "r"}, {"f", "a"}, {"d", "r"},
                                          {"i", "r"}, {"v", "s"}, {"в", "о"}, {"س", "ج"}, {"ש", "ת"}};

}  // namespace

std::int32_t Decision::intern(std::string_view written) {
  std::string name = strip_marks(written);
  std::string key = fold_case(name);
  const auto [at, fresh] = ids_.try_emplace(std::move(key), static_cast<std::int32_t>(out_.labels.size()));
  if (fresh) {
    Label made;
    made.name = std::move(name);
    split_bracket(made.name, made.base, made.bracket);
    made.shape = label_shape(made.base);
    Tally tally;
    std::string folded = fold_case(made.base);
    while (!folded.empty() && (is_digit(static_cast<unsigned char>(folded.back())) || folded.back() == ' '))
      folded.pop_back();
    tally.remark = is_remark_word(folded);
    out_.labels.push_back(std::move(made));
    tallies_.push_back(tally);
  }
  return at->second;
}

Candidate Decision::forced_candidate(std::size_t i) const {
  Candidate made;
  if (find_candidate(text_, line(i).span, made) && !made.label.empty()) return made;
  made = {};
  const Span span = line(i).span;
  std::size_t colon = words(i).find(':'), size = 1;
  const std::size_t wide = words(i).find("：");
  if (wide < colon) {
    colon = wide;
    size = 3;
  }
  made.label = {span.begin,
                colon == std::string_view::npos ? span.end : span.begin + static_cast<std::uint32_t>(colon)};
  made.text = {colon == std::string_view::npos ? span.end : made.label.end + static_cast<std::uint32_t>(size),
               span.end};
  made.text = trim(text_, made.text);
  return made;
}

void Decision::collect() {
  out_.uses.resize(page_.lines.size());
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    if (line(i).role != LineRole::text) continue;
    LineUse& use = out_.uses[i];
    const auto correction = corrected_.find(line(i).number);
    if (correction != corrected_.end()) {
      use.use = correction->second == LineKind::text      ? Use::text
                : correction->second == LineKind::heading ? Use::heading
                                                          : Use::label;
      if (use.use != Use::label) continue;
      use.candidate = static_cast<std::int32_t>(out_.candidates.size());
      out_.candidates.push_back(forced_candidate(i));
      use.label = intern(slice(text_, out_.candidates.back().label));
      continue;
    }
    Candidate found;
    if (!find_candidate(text_, line(i).span, found)) continue;
    use.candidate = static_cast<std::int32_t>(out_.candidates.size());
    out_.candidates.push_back(found);
    if (found.label.empty()) continue;
    use.label = intern(slice(text_, found.label));
    Label& made = label(use.label);
    Tally& counts = tally(use.label);
    const bool address = is_address(slice(text_, found.text));
    if (made.count++ == 0) {
      made.first_line = static_cast<std::uint32_t>(i);
      counts.url = address;
    }
    counts.url = counts.url && address;
    ++counts.counts[family_of(found)];
    const bool traits[kTraits] = {after_blank(i), found.bold,   found.heading,      found.has_stamp,
                                  found.tight,    found.dashed, found.text.empty(), line(i).indent > 0};
    for (std::size_t t = 0; t < kTraits; ++t) counts.traits[t] += traits[t];
  }
}

bool Decision::after_blank(std::size_t i) const {
  if (i == 0 || line(i).after_blank || line(i - 1).role != LineRole::text) return true;
  const std::int32_t before = out_.uses[i - 1].candidate;
  if (before < 0) return false;
  const Candidate& c = out_.candidates[static_cast<std::size_t>(before)];
  return c.heading || (c.style == Style::timed && c.text.empty());
}

void Decision::count_units() {
  std::size_t lines = 0, blanks = 0, openings = 0, before = page_.lines.size();
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    if (line(i).role != LineRole::text) continue;
    const Candidate* c = candidate(i);
    if (c && c->style == Style::timed && c->text.empty()) continue;
    if (atx_level(words(i)) && !(c && c->style == Style::colon)) continue;
    ++lines;
    blanks += after_blank(i);
    const bool goes_on = before < i && !after_blank(i) && !ends_sentence(words(before)) &&
                         !(c && !c->label.empty()) &&
                         !(candidate(before) && candidate(before)->style == Style::alone);
    openings += !goes_on;
    before = i;
  }
  units_ = std::max<std::size_t>(1, blanks * 5 >= lines * 2 ? blanks : openings);
  lines_ = lines;
}

bool Decision::plausible(std::int32_t id, Family family) {
  const Tally& counts = tally(id);
  return counts.counts[family] > 0 && label(id).shape != Shape::none && !counts.remark && !counts.url;
}

void Decision::profile() {
  for (std::size_t f = 0; f < kFamilies; ++f) {
    std::array<std::uint64_t, kTraits> sums{};
    std::uint64_t total = 0;
    const auto sum = [&](std::uint32_t least) {
      for (std::size_t i = 0; i < tallies_.size(); ++i) {
        const auto id = static_cast<std::int32_t>(i);
        if (!plausible(id, static_cast<Family>(f)) || label(id).count < least) continue;
        total += label(id).count;
        for (std::size_t t = 0; t < kTraits; ++t) sums[t] += tallies_[i].traits[t];
      }
    };
    sum(3);
    if (total < 4) {
      total = 0;
      sums = {};
      sum(2);
    }
    if (total < 3) continue;
    for (std::size_t t = 0; t < kTraits; ++t) {
      if (t == kEmpty) {
        usual_[f][t] = sums[t] * 20 >= total * 19 ? 1 : sums[t] * 50 <= total ? -1 : 0;
        continue;
      }
      usual_[f][t] = sums[t] * 10 >= total * 9 ? 1 : sums[t] * 20 <= total ? -1 : 0;
    }
  }
}

bool Decision::is_odd(std::int32_t id, Family family) {
  const Tally& counts = tally(id);
  const std::uint32_t n = label(id).count;
  for (std::size_t t = 0; t < kTraits; ++t) {
    const int usual = usual_[family][t];
    const bool has = counts.traits[t] * 2 > n;
    if (usual == 1 && !has) return true;
    // Standing after an empty line, an indent or a space too many is no fault.
    if (usual == -1 && has && t != kAfterBlank && t != kTight && t != kEmpty && t != kIndented) return true;
    if (usual == -1 && has && t == kTight && units_ > 8) return true;
  }
  return false;
}

bool Decision::is_heading_with_colon(std::int32_t id) {
  const Label& made = label(id);
  if (made.count != 1 || !headings_stand_out_) return false;
  const std::size_t i = made.first_line;
  const Candidate* c = candidate(i);
  if (!c || c->style != Style::colon || c->text.empty() || ends_sentence(words(i)) || ends_open(words(i)))
    return false;
  if (count_code_points(words(i), 90) > 90 || count_spaced_words(words(i)) > 14) return false;
  return i + 1 < page_.lines.size() && is_returning(i + 1);
}

bool Decision::is_returning(std::size_t i) {
  const std::int32_t id = out_.uses[i].label;
  return id >= 0 && label(id).count >= 2 && label(id).shape != Shape::none && !tally(id).remark;
}

void Decision::count_empty_times() {
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    const Candidate* c = candidate(i);
    if (!c || out_.uses[i].label < 0 || !c->has_stamp || !c->text.empty() || c->style != Style::colon)
      continue;
    std::size_t next = i + 1;
    while (next < page_.lines.size() && line(next).role == LineRole::furniture) ++next;
    const bool below = next < page_.lines.size() && line(next).role == LineRole::text &&
                       out_.uses[next].label < 0 && !atx_level(words(next));
    tally(out_.uses[i].label).empty_times += !below;
  }
}

bool Decision::is_talk(std::size_t i) {
  const std::int32_t id = out_.uses[i].label;
  return id >= 0 && label(id).shape == Shape::strong && !tally(id).remark &&
         candidate(i)->style != Style::alone;
}

void Decision::look_for_headings() {
  std::size_t turns = 0, stops = 0, headings = 0;
  for (std::size_t i = 0; i + 1 < page_.lines.size(); ++i) {
    if (line(i).role != LineRole::text) continue;
    if (is_talk(i)) {
      if (!(line(i + 1).after_blank || is_talk(i + 1)) || candidate(i)->text.empty()) continue;
      ++turns;
      stops += ends_sentence(words(i)) || ends_open(words(i));
    } else if (is_talk(i + 1)) {
      headings += !ends_sentence(words(i)) && !ends_open(words(i)) && count_code_points(words(i), 90) <= 90;
    }
  }
  headings_stand_out_ = turns >= 4 && stops * 10 >= turns * 8 && headings >= 1;
}

bool Decision::only_times(std::int32_t id) {
  return tally(id).empty_times > 0 && tally(id).empty_times == label(id).count;
}

bool Decision::is_paired(std::int32_t id, Family family) {
  const std::string folded = fold_case(label(id).base);
  for (const auto& pair : kPairs)
    for (int side = 0; side < 2; ++side) {
      if (folded != pair[side]) continue;
      const auto other = ids_.find(std::string(pair[1 - side]));
      if (other == ids_.end()) continue;
      const std::uint32_t n = tally(other->second).counts[family];
      if (n > 0 && (folded == "q" || pair[1 - side] == "q" || (n >= 2 && tally(id).counts[family] >= 2)))
        return true;
    }
  return false;
}

bool Decision::is_question_and_answer(Family family) {
  for (const auto& pair : kPairs) {
    const auto at = ids_.find(std::string(pair[0]));
    if (at != ids_.end() && tally(at->second).counts[family] > 0 && is_paired(at->second, family))
      return true;
  }
  return false;
}

bool Decision::stand_above_text() {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < tallies_.size(); ++i) {
    const auto id = static_cast<std::int32_t>(i);
    if (plausible(id, kColon) && label(id).count >= 2 && label(id).shape == Shape::strong &&
        label(id).base.find(' ') != std::string::npos && tallies_[i].traits[kEmpty] == label(id).count)
      count += label(id).count;
  }
  return count >= 3;
}

bool Decision::stands_alone_among_prose(std::int32_t id) {
  if (!sparse_ || label(id).count > 1) return false;
  if (usual_[kColon][kEmpty] == 1 && tally(id).traits[kEmpty] > 0) return false;
  const std::size_t i = label(id).first_line;
  const auto opens = [&](std::size_t k) {
    return line(k).role == LineRole::text && (out_.uses[k].label >= 0 || line(k).after_blank);
  };
  for (std::size_t k = i; k-- > 0;)
    if (opens(k)) {
      if (is_returning(k)) return false;
      break;
    }
  for (std::size_t k = i + 1; k < page_.lines.size(); ++k)
    if (opens(k)) return !is_returning(k);
  return true;
}

bool Decision::is_addressed(std::string_view base) { return is_addressed_label(base); }

void Decision::read_head_block() {
  if (!structured_[kColon]) return;
  std::size_t first_regular = page_.lines.size();
  for (std::size_t i = 0; i < page_.lines.size() && i < 200; ++i) {
    const std::int32_t id = out_.uses[i].label;
    if (id < 0 || !accepts(i)) continue;
    if (label(id).count >= 2 && !is_field(i)) {
      first_regular = i;
      break;
    }
  }
  if (first_regular == page_.lines.size()) return;
  std::size_t fields = 0, speech = 0;
  for (std::size_t i = 0; i < first_regular; ++i) {
    const Candidate* c = candidate(i);
    if (!c || out_.uses[i].label < 0 || c->style != Style::colon || c->heading) continue;
    if (is_field(i))
      ++fields;
    else if (accepts(i))
      ++speech;
  }
  if (fields == 0 || speech > 0) return;
  const bool apart = line(first_regular).after_blank || line(first_regular - 1).role != LineRole::text ||
                     (candidate(first_regular - 1) == nullptr);
  if (!apart && fields < 3) return;
  for (std::size_t i = 0; i < first_regular; ++i) {
    const Candidate* c = candidate(i);
    if (!c || out_.uses[i].label < 0 || c->style != Style::colon || c->heading || !is_field(i)) continue;
    head_until_ = std::max(head_until_, i + 1);
    add_hint(i, *c);
  }
}

bool Decision::is_field(std::size_t i) {
  const Candidate* c = candidate(i);
  if (!c || c->style != Style::colon || c->bold != (usual_[kColon][kIsBold] == 1)) {
    if (!c || c->style != Style::colon) return false;
  }
  const std::string_view value = trim(slice(text_, c->text));
  if (value.empty() || value.size() > 120) return false;
  std::size_t at = value.size();
  const char32_t last = previous_code_point(value, at);
  if (last == '.' || last == '!' || last == '?' || last == U'。' || last == U'？' || last == U'！' ||
      last == U'…' || last == '-' || last == U'—' || last == ',' || last == ']' || last == U'؟')
    return false;
  // Names, dates and places: capitals, numbers, no grammar.
  std::size_t count = 0, grammar = 0, lower = 0;
  for (std::size_t word = 0; word < value.size();) {
    std::size_t end = std::min(value.find(' ', word), value.size());
    const std::string_view one = value.substr(word, end - word);
    if (!one.empty()) {
      ++count;
      std::size_t start = 0;
      const char32_t c0 = next_code_point(one, start);
      lower += is_word_character(c0) && !is_upper(c0) && !is_digit(c0);
      grammar += one.size() < 40 && is_function_word(fold_case(one));
    }
    word = end + 1;
  }
  const std::int32_t id = out_.uses[i].label;
  return grammar == 0 && count <= 12 && lower * 2 <= count && label(id).count <= 2 &&
         (count >= 2 || tally(id).remark || is_address(value) || label(id).count == 1);
}

void Decision::add_hint(std::size_t i, const Candidate& c) {
  const std::string folded = fold_case(label(out_.uses[i].label).base);
  Hint hint;
  if (folded == "interviewer" || folded == "interviewers" || folded == "interviewed by")
    hint.role = Role::interviewer;
  else if (folded == "interviewee" || folded == "narrator" || folded == "respondent")
    hint.role = Role::interviewee;
  else if (folded == "moderator")
    hint.role = Role::moderator;
  else if (folded == "participant" || folded == "participants" || folded == "speakers" || folded == "guest" ||
           folded == "host" || folded == "speaker")
    hint.role = Role::unknown;
  std::string value = collapse_spaces(slice(text_, c.text));
  std::string base, bracket;
  split_bracket(value, base, bracket);
  if (label_shape(base) != Shape::strong || base.find(' ') == std::string::npos) return;
  hint.name = base;
  hint.initials = bracket;
  // "AL: Ana Lopez" declares initials.
  if (hint.initials.empty() && folded.size() <= 4) hint.initials = label(out_.uses[i].label).base;
  out_.hints.push_back(std::move(hint));
}

}  // namespace visavis::interview
