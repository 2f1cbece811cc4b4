// What speaks for and against each label, counted over the whole document.
#include <algorithm>

#include "base/seldom.h"
#include "base/unicode.h"
#include "base/word_lists.h"
#include "readers/interview/interview_decision.h"
#include "readers/interview/interview_label_parts.h"

namespace visavis::interview {
namespace {

// Words of small letters that neither names nor parts ("Woman in the audience") have.
bool is_phrase(std::string_view base) {
  bool small = false;
  for (std::size_t at = 0; at < base.size();) {
    const std::size_t end = std::min(base.find(' ', at), base.size());
    const std::string_view word = base.substr(at, end - at);
    const Folded folded(word);
    if (is_role_word(folded) && !is_function_word(folded) && std::string_view(folded) != "the") return false;
    const bool bare = word.find_first_of(".'") == std::string_view::npos;  // not "h.", "d'Entremont"
    small = small || (at > 0 && bare && opens_in_lower_case(word) && !is_particle(folded));
    at = end + 1;
  }
  return small;
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
    if (made.shape == Shape::none && is_addressed_label(made.base)) made.shape = Shape::weak;
    // "Nick_//_Full_Name_(firm)", as meeting programs join what people call themselves.
    if (made.shape == Shape::none && made.name.find('_') != std::string::npos &&
        made.name.find(' ') == std::string::npos) {
      std::string spaced = made.name.substr(0, made.name.find("_("));
      for (char& c : spaced)
        if (c == '_' || c == '/' || c == '|' || c == '~') c = ' ';
      if (label_shape(collapse_spaces(spaced)) == Shape::strong) made.shape = Shape::weak;
    }
    // "The Under-Secretary for Rivers (Carla Moss)": an office, and who holds it.
    if (made.shape != Shape::strong && made.base.starts_with("The ") &&
        label_shape(made.bracket) == Shape::strong && made.bracket.find(' ') != std::string::npos)
      made.shape = Shape::strong;
    Tally tally;
    const std::string folded = without_number(fold_case(made.base));
    const std::string_view item =
        std::string_view(folded).substr(0, folded.find_last_not_of("0123456789.# ") + 1);  // "item 2.1"
    if (folded.size() < fold_case(made.base).size())
      for (const auto& pair : kPairs)
        tally.numbered = tally.numbered || folded == pair[0] || folded == pair[1];
    // "speaker0": a part and its number.
    if (folded.size() < made.base.size() && made.shape == Shape::weak && is_role_word(trim(folded)))
      made.shape = Shape::strong;
    tally.remark =
        is_remark_word(folded) || is_remark_word(item) || (made.shape != Shape::strong && is_saying(folded));
    tally.phrase = is_phrase(made.base) && !names_office(made.base);
    out_.labels.push_back(std::move(made));
    tallies_.push_back(tally);
  }
  return at->second;
}

// The line as a label, because a person said it is one; few files need it.
Candidate forced_candidate(std::string_view text, Span span) {
  Candidate made;
  if (find_candidate(text, span, made) && !made.label.empty()) return made;
  made = {};
  const std::string_view words = slice(text, span);
  std::size_t colon = words.find(':'), size = 1;
  const std::size_t wide = words.find("：");
  if (wide < colon) {
    colon = wide;
    size = 3;
  }
  made.label = {span.begin,
                colon == std::string_view::npos ? span.end : span.begin + static_cast<std::uint32_t>(colon)};
  made.text = {colon == std::string_view::npos ? span.end : made.label.end + static_cast<std::uint32_t>(size),
               span.end};
  made.text = trim(text, made.text);
  return made;
}

void Decision::collect() {
  out_.uses.resize(page_.lines.size());
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    if (line(i).role != LineRole::text) continue;
    LineUse& use = out_.uses[i];
    const auto correction = corrected_.find(line(i).number);
    // What is said to be text still tells how the others are written (leave_to_text).
    if (correction != corrected_.end() && correction->second != LineKind::text && !line(i).inner) {
      use.use = correction->second == LineKind::heading ? Use::heading : Use::label;
      if (use.use != Use::label) continue;
      use.candidate = static_cast<std::int32_t>(out_.candidates.size());
      out_.candidates.push_back(seldom(forced_candidate)(text_, line(i).span));
      use.label = intern(slice(text_, out_.candidates.back().label));
      continue;
    }
    Candidate found;
    if (!find_candidate(text_, line(i).span, found)) continue;
    use.candidate = static_cast<std::int32_t>(out_.candidates.size());
    out_.candidates.push_back(found);
  }
  look_for_nicks();
  if (rare_) (this->*rare_)();
  look_for_screenplay();
  find_lists();
  for (std::size_t i = 0; i < page_.lines.size(); ++i)
    if (candidate(i) && out_.uses[i].label < 0) tally_line(i);
}

void Decision::look_for_nicks() {
  struct Sender {
    std::uint32_t lines = 0, handed_on = 0;
    Style style = Style::angle;
  };
  std::unordered_map<std::string_view, Sender> senders;
  const auto inner = [&](const Candidate& c, Candidate& found) {
    return c.style == Style::angle && slice(text_, c.text).starts_with('<') &&
           find_candidate(text_, c.text, found) && found.style == Style::angle;
  };
  Candidate found;
  for (const Candidate& c : out_.candidates) {
    if (c.style != Style::angle && !(c.style == Style::tab && c.has_stamp)) continue;
    Sender& sender = senders[slice(text_, c.label)];
    sender.style = c.style;
    ++sender.lines;
    sender.handed_on += inner(c, found);
  }
  // What a log's program tells, as it stands behind the nick.
  static constexpr std::string_view kNews[] = {
      "(",     "[",     "has joined", "has quit",  "has left",     "has changed", "joined ",
      "left ", "quit ", "changed ",   "sets mode", "is now known", "was kicked",  "gives channel"};
  for (Candidate& c : out_.candidates) {
    const bool acts = c.style == Style::acts;
    if (!acts && c.style != Style::angle) continue;
    const auto at = senders.find(slice(text_, c.label));
    if (!acts) {
      const Sender& sender = at->second;
      if (sender.handed_on < 3 || sender.handed_on * 10 < sender.lines * 8 || !inner(c, found)) continue;
      c.label = found.label;
      c.text = found.text;
      continue;
    }
    bool told = at == senders.end() || c.text.empty();
    for (const std::string_view news : kNews) told = told || slice(text_, c.text).starts_with(news);
    c.style = told ? Style::timed : at->second.style;
    if (!told) continue;
    c.of_program = true;
    c.label = {};
    c.text.begin = c.bare_text;
  }
}

void Decision::tally_line(std::size_t i) {
  LineUse& use = out_.uses[i];
  const Candidate& found = *candidate(i);
  if (found.label.empty()) return;
  use.label = intern(slice(text_, found.label));
  Label& made = label(use.label);
  Tally& counts = tally(use.label);
  if (found.style == Style::alone && is_lower_name(made.base)) made.shape = Shape::weak;
  if (found.style == Style::angle) counts.remark = false;
  if (found.style == Style::angle && made.name.find(' ') == std::string::npos)  // any sign may be in a nick
    made.shape = std::max(made.shape, Shape::weak);
  // "10:02<tab>tamsin<tab>words": a column of names.
  if (found.style == Style::tab && found.has_stamp && made.shape == Shape::weak) made.shape = Shape::strong;
  // "10:02 ana@host.example: words"
  if (found.has_stamp && found.style == Style::colon && made.shape == Shape::none &&
      made.name.find('@') != std::string::npos && made.name.find(' ') == std::string::npos)
    made.shape = Shape::strong;
  if (found.style == Style::alone && is_bracketed(made.name)) made.shape = Shape::none;  // "[music]"
  const bool above = found.text.empty() && i + 1 < page_.lines.size() && !line(i + 1).after_blank;
  const bool address = is_address(above ? words(i + 1) : slice(text_, found.text));
  if (made.count++ == 0) {
    made.first_line = static_cast<std::uint32_t>(i);
    counts.url = address;
  }
  counts.url = counts.url && address;
  ++counts.counts[family_of(found)];
  const std::string_view said = trim(slice(text_, found.text));
  const bool traits[kTraits] = {after_blank(i),
                                found.bold,
                                found.heading,
                                found.has_stamp,
                                found.tight,
                                found.dashed,
                                found.text.empty(),
                                line(i).indent > 0,
                                stands_inside(i),
                                counts.phrase,
                                is_field_value(said) && said.find(' ') != said.npos && !is_bracketed(said)};
  std::array<std::uint32_t, kTraits>& sums = family_of(found) == kAlone ? counts.alone_traits : counts.traits;
  for (std::size_t t = 0; t < kTraits; ++t) sums[t] += traits[t];
}

void Decision::look_for_screenplay() {
  std::vector<std::size_t> scenes, forced_scenes;  // ".THE VOID": by Fountain a scene's heading
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    std::string_view rest = words(i);
    if (line(i).role != LineRole::text || rest.size() > 120 || out_.uses[i].use != Use::none) continue;
    rest.remove_prefix(std::min(list_number(rest), rest.size()));
    const std::size_t place = scene_place_at(rest);
    const bool forced =
        rest.size() > 3 && rest[0] == '.' && rest[1] != '.' && after_blank(i) && is_all_capitals(rest);
    if (forced) forced_scenes.push_back(i);
    if (place > 0 && rest.size() > place + 2 && std::string_view("./ ").find(rest[place]) != rest.npos &&
        rest.find(' ') <= place + 6 && is_all_capitals(rest))
      scenes.push_back(i);
  }
  out_.is_screenplay = out_.is_screenplay || scenes.size() >= 2;
  if (scenes.size() < 2) return;
  scenes.insert(scenes.end(), forced_scenes.begin(), forced_scenes.end());
  for (const std::size_t i : scenes) {
    out_.uses[i].use = Use::heading;
    out_.uses[i].candidate = -1;
  }
}

bool Decision::stands_as_names_do(std::int32_t id) {
  const std::size_t i = label(id).first_line;
  if (label(id).shape != Shape::strong || i + 1 >= page_.lines.size() || line(i + 1).after_blank ||
      line(i + 1).role != LineRole::text || !after_blank(i) || out_.uses[i + 1].use == Use::heading ||
      count_spaced_words(label(id).base) > 4)
    return false;
  if (out_.is_screenplay || capitals_above_)
    return is_all_capitals(label(id).base) && !ends_sentence(words(i)) && line(i).indent >= cue_indent_;
  return (names_above_ && ends_sentence(words(i + 1))) || (timed_below_ && is_bare_time(i + 1));
}

bool Decision::is_initials(std::int32_t id) {
  const std::string& base = label(id).base;
  return base.size() <= 8 && count_code_points(base, 4) <= 4 && base.find(' ') == std::string::npos &&
         (is_all_capitals(base) || (base.size() > 1 && base.back() >= 'A' && base.back() <= 'Z'));  // "eP"
}

void Decision::look_for_initials() {
  std::uint64_t all = 0, initials = 0, full = 0;
  for (std::size_t i = 0; i < tallies_.size(); ++i) {
    const auto id = static_cast<std::int32_t>(i);
    if (label(id).count < 2 || label(id).shape != Shape::strong || tallies_[i].counts[kColon] == 0) continue;
    all += label(id).count;
    if (is_initials(id)) initials += label(id).count;
    if (label(id).base.find(' ') != std::string::npos) full += label(id).count;
  }
  full_names_ = full >= 4 && full * 10 >= all * 8;
  initials_ = initials >= 4 && initials * 10 >= all * 8;
  if (!initials_) return;
  for (std::size_t i = 0; i < tallies_.size(); ++i)  // "RE", "AD" are whoever says something again
    if (const auto id = static_cast<std::int32_t>(i); label(id).count >= 2 && is_initials(id))
      tallies_[i].remark = false;
}

void Decision::name_as_written(std::size_t i) {
  Label& made = label(out_.uses[i].label);
  made.name = strip_marks(slice(text_, candidate(i)->label));
  split_bracket(made.name, made.base, made.bracket);
}

void Decision::count_bases() {
  std::unordered_map<std::string, std::uint32_t> counts;
  for (const Label& made : out_.labels) counts[fold_case(made.base)] += made.count;
  for (Label& made : out_.labels) made.base_count = counts[fold_case(made.base)];
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
    if (c && ((c->style == Style::timed && c->text.empty()) || c->of_program)) continue;
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
        total += lines_of(id, static_cast<Family>(f));
        for (std::size_t t = 0; t < kTraits; ++t) sums[t] += traits_of(id, static_cast<Family>(f))[t];
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
  const std::uint32_t n = lines_of(id, family);
  for (std::size_t t = 0; t < kTraits; ++t) {
    const int usual = usual_[family][t];
    const bool has = traits_of(id, family)[t] * 2 > n;
    if (usual == 1 && !has && t != kInside && t != kPhrase && t != kField) return true;
    // Standing after an empty line, an indent or a space too many is no fault.
    if (usual == -1 && has && t != kAfterBlank && t != kTight && t != kEmpty && t != kIndented && t != kField)
      return true;
    if (usual == -1 && has && t == kTight && units_ > 8) return true;
  }
  return false;
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

bool Decision::is_question_word_pair(std::int32_t id, Family family) {
  if (!is_question_word(label(id).base)) return false;
  for (std::size_t i = 0; i < tallies_.size(); ++i)
    if (static_cast<std::int32_t>(i) != id && tallies_[i].counts[family] > 0 &&
        is_question_word(out_.labels[i].base))
      return true;
  return false;
}

bool Decision::is_question_and_answer(Family family) {
  for (const auto& pair : kPairs) {
    const auto at = ids_.find(std::string(pair[0]));
    if (at != ids_.end() && tally(at->second).counts[family] > 0 && is_paired(at->second, family))
      return true;
  }
  for (std::size_t i = 0; i < tallies_.size(); ++i)
    if (tallies_[i].counts[family] > 0 && is_question_word_pair(static_cast<std::int32_t>(i), family))
      return true;
  return false;
}

bool Decision::is_addressed(std::string_view base) { return is_addressed_label(base); }

bool Decision::is_of_court(std::string_view base) {
  return (is_addressed(base) || base.starts_with("THE ")) && has_capitals(base);
}

}  // namespace visavis::interview
