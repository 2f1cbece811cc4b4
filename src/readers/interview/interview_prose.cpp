// What the lines around a label say of it: headings, sentences that go on, prose without labels.
#include <algorithm>

#include "base/unicode.h"
#include "base/word_lists.h"
#include "readers/interview/interview_decision.h"
#include "readers/interview/interview_label_parts.h"

namespace visavis::interview {

bool Decision::is_heading_with_colon(std::int32_t id) {
  const Label& made = label(id);
  if (made.count != 1 || !headings_stand_out_) return false;
  const std::size_t i = made.first_line;
  const Candidate* c = candidate(i);
  // "Amy Cole: Yes please": a full name where full names speak.
  if (full_names_ && count_spaced_words(made.base) == 2 && made.shape == Shape::strong && c &&
      !opens_in_lower_case(slice(text_, c->text)))
    return false;
  if (!c || c->style != Style::colon || c->text.empty() || ends_sentence(words(i)) || ends_open(words(i)) ||
      is_bracketed(slice(text_, c->text)))
    return false;
  if (count_code_points(words(i), 90) > 90 || count_spaced_words(words(i)) > 14) return false;
  return i + 1 < page_.lines.size() && is_returning(i + 1);
}

bool Decision::is_returning(std::size_t i) {
  const std::int32_t id = out_.uses[i].label;
  return id >= 0 && (label(id).count >= 2 || tally(id).numbered) && label(id).shape != Shape::none &&
         !tally(id).remark;
}

bool Decision::is_bare_time(std::size_t i) {
  const Candidate* c = candidate(i);
  return c && c->style == Style::timed && c->text.empty();
}

void Decision::count_empty_times() {
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    const Candidate* c = candidate(i);
    if (!c || out_.uses[i].label < 0 || !c->has_stamp || !c->text.empty() ||
        (c->style != Style::colon && c->style != Style::alone))
      continue;
    std::size_t next = i + 1;
    while (next < page_.lines.size() && line(next).role == LineRole::furniture) ++next;
    const bool below =
        next < page_.lines.size() && line(next).role == LineRole::text && !atx_level(words(next)) &&
        (c->style == Style::alone ? !candidate(next) || !candidate(next)->has_stamp || is_bare_time(next)
                                  : out_.uses[next].label < 0);
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
  const auto ends_turn = [&](std::size_t i) {
    return ends_sentence(words(i)) || ends_open(words(i)) || is_bracketed(slice(text_, candidate(i)->text));
  };
  for (std::size_t i = 0; i + 1 < page_.lines.size(); ++i) {
    if (line(i).role != LineRole::text) continue;
    if (is_talk(i)) {
      // "Item 1: the gate" may be a heading itself.
      if (label(out_.uses[i].label).count == 1 && opens_in_lower_case(slice(text_, candidate(i)->text))) {
        headings += is_talk(i + 1) && !ends_turn(i);
        continue;
      }
      if (!(line(i + 1).after_blank || is_talk(i + 1)) || candidate(i)->text.empty()) continue;
      ++turns;
      stops += ends_turn(i);
    } else if (is_talk(i + 1)) {
      headings += !ends_sentence(words(i)) && !ends_open(words(i)) && count_code_points(words(i), 90) <= 90;
    }
  }
  headings_stand_out_ = turns >= 4 && stops * 10 >= turns * 8 && headings >= 1;
}

bool Decision::opens_with_speech() {
  std::size_t first = 0;
  while (first < page_.lines.size() && line(first).role != LineRole::text) ++first;
  if (first >= page_.lines.size() || out_.uses[first].label < 0) return false;
  const Candidate* c = candidate(first);
  const Label& made = label(out_.uses[first].label);
  const std::string_view speech = slice(text_, c->text);
  return c->style == Style::colon && made.shape == Shape::strong && made.count == 1 &&
         made.base.find(' ') != std::string::npos && !tally(out_.uses[first].label).remark &&
         count_spaced_words(speech) >= 6 && is_spoken_to(speech);
}

bool Decision::stands_inside(std::size_t i) const {
  if (i == 0 || line(i).after_blank || line(i - 1).role != LineRole::text) return false;
  const std::string_view before = words(i - 1);
  if (ends_sentence(before) || before.size() < 8) return false;
  if (opens_in_lower_case(words(i)) && words(i).find(' ') < words(i).find(':')) return true;
  const std::string_view last = before.substr(before.rfind(' ') + 1);
  return last.size() < 24 && (is_particle(last) || is_function_word(fold_case(last)));
}

bool Decision::goes_on(std::size_t i) const {
  return i > 0 && !line(i).after_blank && line(i - 1).role == LineRole::text &&
         !ends_sentence(words(i - 1)) && opens_in_lower_case(words(i));
}

std::size_t Decision::count_lower_openings() {
  std::size_t count = 0;
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    const Candidate* c = candidate(i);
    count += c && c->style == Style::colon && out_.uses[i].label >= 0 &&
             plausible(out_.uses[i].label, kColon) && opens_in_lower_case(slice(text_, c->text));
  }
  return count;
}

std::size_t Decision::count_answered_dashes() {
  std::size_t answered = 0, dashes = 0;
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    const Candidate* c = candidate(i);
    if (!c || c->style != Style::unnamed || words(i).starts_with("-")) continue;
    ++dashes;
    std::size_t next = i + 1;
    while (next < page_.lines.size() && (line(next).role != LineRole::text || !candidate(next))) ++next;
    if (next < page_.lines.size() && out_.uses[next].label >= 0)
      answered += label(out_.uses[next].label).count >= 2 && candidate(next)->style != Style::alone;
  }
  return answered >= 2 && answered * 10 >= dashes * 8 ? answered : 0;
}

bool Decision::stand_above_text() {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < tallies_.size(); ++i) {
    const auto id = static_cast<std::int32_t>(i);
    if (plausible(id, kColon) && label(id).count >= 2 && label(id).shape == Shape::strong &&
        label(id).base.find(' ') != std::string::npos && tallies_[i].traits[kEmpty] == lines_of(id, kColon))
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

}  // namespace visavis::interview
