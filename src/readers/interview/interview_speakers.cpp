// The judgement over the evidence: which conventions this document has, and which labels keep to them.
#include "readers/interview/interview_speakers.h"

#include <algorithm>

#include "base/unicode.h"
#include "readers/interview/interview_decision.h"
#include "readers/interview/interview_label_parts.h"
#include "words/reports.h"

namespace visavis::interview {
namespace {

// Lines on which a sign sets the name apart: a colon, a time or brackets.
std::uint32_t marked_lines(const Tally& counts) {
  return counts.counts[kColon] + counts.counts[kStamped] + counts.counts[kBracket];
}

}  // namespace

void Decision::run() {
  collect();
  count_bases();
  look_for_initials();
  count_units();
  read_attendees();
  find_list_heads();
  count_empty_times();
  profile();
  testimony_ = is_question_and_answer(kPeriod) || is_question_and_answer(kColon);
  look_for_headings();
  look_for_chat();
  for (std::size_t f = 0; f < kFamilies; ++f) judge(static_cast<Family>(f));
  settle_rivals();
  read_head_block();
  find_title_with_colon();
  find_declarations();
  find_back_matter();
  apply();
  leave_to_text();
  weigh_second();
  read_declared_initials();
}

void Decision::leave_to_text() {
  for (std::size_t i = 0; i < page_.lines.size() && !corrected_.empty(); ++i) {
    const auto correction = corrected_.find(line(i).number);
    if (correction == corrected_.end() || correction->second != LineKind::text || line(i).inner) continue;
    if (line(i).role == LineRole::text) out_.uses[i] = {Use::text};
  }
}

void Decision::judge(Family family) {
  std::uint64_t recurring = 0, all = 0, strong = 0, keys = 0, candidates = 0, honorifics = 0, courtly = 0,
                empty = 0, after_blank = 0, capitals = 0;
  for (std::size_t i = 0; i < tallies_.size(); ++i) {
    const auto id = static_cast<std::int32_t>(i);
    candidates += tallies_[i].counts[family];
    if (!plausible(id, family)) continue;
    const std::uint32_t n = tallies_[i].counts[family];
    all += n;
    if (label(id).shape == Shape::strong) strong += n;
    if (n >= 2 || tallies_[i].numbered ||
        ((family == kAlone || family == kHash) && label(id).base_count >= 2)) {
      recurring += n;
      ++keys;
    }
    if (is_addressed(label(id).base) || is_titled_label(label(id).base)) honorifics += n;
    courtly += is_of_court(label(id).base);
    if (family == kPeriod && (has_capitals(label(id).base) || is_all_capitals(label(id).base))) {
      capitals_ = capitals_ || has_capitals(label(id).base);
      capitals += n;
    }
    if (family == kColon) {
      colon_lines_ += lines_of(id, family);
      colon_fields_ += traits_of(id, family)[kField];
    }
    empty += std::min(n, traits_of(id, family)[kEmpty]);
    after_blank += std::min(n, traits_of(id, family)[kAfterBlank]);
  }
  if (candidates == 0) return;
  bool structured = false, by_testimony = false;
  switch (family) {
    case kColon:
      structured = (recurring >= 3 && recurring * 60 >= units_) ||
                   (recurring >= 2 && (recurring * 4 >= units_ || strong * 3 >= units_)) ||
                   (strong > 0 && strong * 2 >= units_) || is_question_and_answer(kColon) ||
                   stand_above_text() || opens_with_speech();
      break;
    case kStamped:
      structured = (recurring >= 2 && recurring * 25 >= units_) || (strong >= 2 && strong * 5 >= units_) ||
                   (strong == 1 && units_ <= 3);
      break;
    case kPeriod: {
      const bool dialogue = is_question_and_answer(kPeriod);
      addressed_ = honorifics * 5 >= recurring && honorifics >= 2;
      structured =
          dialogue || (honorifics >= 2 && recurring >= 2) || (recurring >= 3 && recurring * 25 >= lines_) ||
          (recurring >= 2 && recurring * 3 >= units_) || (honorifics >= 2 && honorifics * 25 >= lines_);
      // "M. Duval." alone on a line is the end of a sentence, or an answer.
      if (empty == all && capitals == 0 && (keys < 2 || after_blank * 10 < all * 9)) structured = false;
      break;
    }
    case kDash:
      structured = (recurring >= 3 && recurring * 3 >= units_ && recurring * 2 >= candidates) ||
                   is_question_and_answer(kDash);
      break;
    case kTab:
      structured = recurring >= 2 && (all + count_answered_dashes()) * 5 >= units_ * 3;
      break;
    case kBracket:
    case kAngle:
      structured = (recurring >= 2 && recurring < all + (keys >= 2) && all * 2 >= units_) ||
                   (all >= 2 && all * 5 >= units_ * 4);
      break;
    case kBold:
      structured = recurring >= 3 && recurring * 4 >= units_ && recurring * 10 >= candidates * 6;
      break;
    case kInduced:  // it was found by what this asks
      structured = true;
      break;
    case kAlone:
    case kHash:
      structured = keys >= 1 && ((family == kAlone && cue_indent_ > 0) || alternates(family, keys >= 2));
      break;
    default:
      break;
  }
  // "Gate: a door." "Sluice: a small gate." Words and what they mean: what is said opens with a capital.
  if (family == kColon && keys == 0 && count_lower_openings() * 2 > all) structured = false;
  if (!structured && family == kColon && testimony_ && courtly > 0) structured = by_testimony = true;
  if (!structured) return;
  structured_[family] = true;
  accepted_[family] = 0;
  sparse_ = all * 3 < units_;
  const bool regular = all * 5 >= units_ * 4;  // nearly every paragraph opens with a label
  for (std::size_t i = 0; i < tallies_.size(); ++i) {
    const auto id = static_cast<std::int32_t>(i);
    const std::uint32_t n = tallies_[i].counts[family];
    if (n == 0 || !takes(id, family, n, regular)) continue;
    // Between Q. and A. only the court and counsel speak with a colon.
    if (by_testimony && !is_of_court(label(id).base)) continue;
    tallies_[i].accepted[family] = true;
    accepted_[family] += n;
  }
}

bool Decision::takes(std::int32_t id, Family family, std::uint32_t n, bool regular) {
  const Label& made = label(id);
  const Tally& counts = tally(id);
  // In the middle of a sentence, where labels stand elsewhere.
  if (usual_[family][kInside] == -1 && traits_of(id, family)[kInside] * 2 > lines_of(id, family))
    return false;
  if (counts.remark || counts.url || ((made.count == 1 || family == kStamped) && has_year(made.base)))
    return false;
  // "BY MR. HOLM:" says who asks from here on.
  const std::uint32_t empty = traits_of(id, family)[kEmpty], lines = lines_of(id, family);
  if ((made.base.starts_with("BY ") || made.base.starts_with("FOR ")) && empty == lines) return false;
  // "RIVER COMMITTEE:" above those who were there for it, where the court and counsel speak.
  if (testimony_ && family == kColon && empty == lines && n == 1 && !is_of_court(made.base) &&
      usual_[kColon][kEmpty] == -1)
    return false;
  if (family == kColon && counts.list_head) return false;
  // "Presenter: Ana Lopez" above each item, where others say sentences.
  if (family == kColon && is_repeated_field(id)) return false;
  // "CUT TO:"
  if (family == kColon && out_.is_screenplay && empty == lines && is_all_capitals(made.base)) return false;
  if (family != kAlone && family != kHash && counts.listed) return true;
  const bool court = testimony_ && is_of_court(made.base);
  if (family == kColon && !court &&
      (is_heading_with_colon(id) || stands_alone_among_prose(id) || only_times(id)))
    return false;
  // "Ida Berg, Minister for Weirs:" alone on its line, where all names stand so.
  if (made.shape == Shape::none && family == kColon && usual_[kColon][kEmpty] == 1 && empty == lines &&
      names_office(made.base) && !is_odd(id, family))
    return true;
  if (made.shape == Shape::none)
    return n >= 6 && n * 20 >= units_ && made.base.size() <= 40 && !is_odd(id, family);
  const std::string folded = fold_case(made.base);
  const bool grammar = is_function_word(folded) && count_code_points(made.base, 2) > 1 &&
                       !(initials_ && family == kColon && is_initials(id));
  if (grammar && n * 8 < units_) return false;
  switch (family) {
    case kAlone:
      if (made.base_count < 2 && !grammar && !is_odd(id, family) && stands_as_names_do(id)) return true;
      [[fallthrough]];
    case kHash:
      return made.base_count >= 2 && !grammar && !is_odd(id, family);
    case kTab:
    case kAngle:
    case kInduced:
      return n >= 2 || !is_odd(id, family);
    case kBracket:
      if (regular && !is_odd(id, family)) return true;
      [[fallthrough]];
    case kDash:
    case kBold:
      return n >= 2 || (made.shape == Shape::strong && !is_odd(id, family));
    case kPeriod:
      // "Mr. Smith. …" is prose where labels are "Mr. SMITH. …".
      if (capitals_ && !has_capitals(made.base) && made.base.find(' ') != std::string::npos) return false;
      if (usual_[kPeriod][kTight] == 1) return !is_odd(id, family);  // a stop and a dash
      if (is_addressed(made.base) && !made.base.starts_with("The ")) return n >= 2 || !is_odd(id, family);
      if (count_code_points(made.base, 1) == 1) return is_paired(id, family);
      if (is_question_word(made.base)) return is_question_word_pair(id, family);
      // A title written out ends many a wrapped line of prose.
      if (is_titled_label(made.base) && usual_[kPeriod][kAfterBlank] != -1 &&
          std::max(counts.traits[kAfterBlank], counts.traits[kIndented]) * 2 <= lines)
        return false;
      // A line of capitals with a stop is a heading, unless names stand so.
      if (n == 1 && empty > 0 && usual_[kPeriod][kEmpty] != 1) return false;
      if (is_addressed(made.base) || is_titled_label(made.base)) return n >= 2 || !is_odd(id, family);
      // Where speakers are addressed, capitals alone are an abbreviation.
      if (addressed_) return n * 5 >= units_;
      return n >= 2 || (!is_odd(id, family) && (made.base.find(' ') != std::string::npos || regular));
    default:
      break;
  }
  const bool odd = is_odd(id, family);
  if (family == kStamped && only_times(id)) return false;
  // A name and a time alone on a line is no prose.
  if (family == kStamped && !odd && empty == lines) return true;
  if (made.shape == Shape::strong) return !odd || (n >= 3 && n * 50 >= units_);
  if (n >= 3) return !odd || n * 20 >= units_;
  if (n == 1 && goes_on(made.first_line)) return false;
  return !odd && (regular || n == 2);
}

bool Decision::is_repeated_field(std::int32_t id) {
  const std::uint32_t lines = lines_of(id, kColon), fields = tally(id).traits[kField];
  const std::uint64_t others = colon_lines_ - std::min<std::uint64_t>(colon_lines_, lines);
  const std::uint64_t other_fields = colon_fields_ - std::min<std::uint64_t>(colon_fields_, fields);
  const Label& made = label(id);
  const Candidate* c = candidate(made.first_line);
  const std::string_view value = c ? slice(text_, c->text) : std::string_view();
  if (made.count == 1 && c && c->style == Style::colon && fields == 1 &&
      label_shape(value) == Shape::strong &&
      (is_role_word(fold_case(made.base)) || is_initials_of(made.base, value)))
    return others >= 4 && other_fields * 3 <= others;
  return lines >= 2 && fields * 10 >= lines * 9 && others >= 4 && other_fields * 10 <= others;
}

bool Decision::alternates(Family family, bool several) {
  std::uint64_t good = 0, bad = 0, all = 0, capitals = 0;
  std::int32_t last = -1;
  std::uint64_t changes = 0, timed = 0, close = 0;
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    const Candidate* c = candidate(i);
    if (!c || out_.uses[i].label < 0 || family_of(*c) != family) continue;
    const std::int32_t id = out_.uses[i].label;
    ++all;
    if (!plausible(id, family) || label(id).base_count < 2) continue;
    std::size_t next = i + 1;
    while (next < page_.lines.size() && line(next).role != LineRole::text) ++next;
    const bool has_text = next < page_.lines.size() &&
                          !(out_.uses[next].label >= 0 && label(out_.uses[next].label).base_count >= 2 &&
                            family_of(*candidate(next)) == family);
    const Candidate* below = i + 1 < page_.lines.size() ? candidate(i + 1) : nullptr;
    timed += below && below->style == Style::timed && below->text.empty();
    close += has_text && next == i + 1 && !line(next).after_blank && after_blank(i);
    if (has_text)
      ++good, capitals += is_all_capitals(label(id).base);
    else
      ++bad;
    changes += last < 0 || label(id).base != label(last).base;
    last = id;
  }
  capitals_above_ = family == kAlone && good >= 8 && capitals * 10 >= good * 9;
  names_above_ = family == kAlone && bad == 0 && close * 10 >= units_ * 7;
  timed_below_ = family == kAlone && timed >= 2 && timed == good && bad == 0;
  if (timed >= 2 && timed == good && bad == 0) return true;  // a time below each name
  if (!several || good < 4 || bad * 5 > good || changes * 2 < good) return false;
  return family == kHash ? good * 2 >= all : good * 5 >= units_ && good * 10 >= all * 6;
}

void Decision::settle_rivals() {
  const std::uint64_t firm = std::max({accepted_[kColon], accepted_[kStamped], accepted_[kPeriod]});
  for (const Family f : {kDash, kTab, kBracket, kAngle, kBold, kAlone, kHash, kInduced})
    if (structured_[f] && firm * 2 >= accepted_[f]) structured_[f] = false;
  // Of the firm ones, one that is a trickle beside another is chance: "Mr. President." calls somebody.
  const bool called = structured_[kPeriod] && !is_question_and_answer(kPeriod);
  for (const Family f : {kColon, kStamped, kPeriod})
    if (structured_[f] && accepted_[f] * 20 < firm && (accepted_[f] < 3 || (f == kPeriod && called)))
      structured_[f] = false;
  std::uint64_t most = 0;
  for (std::size_t f = 0; f < kFamilies; ++f)
    if (structured_[f]) most = std::max(most, accepted_[f]);
  for (const Family f : {kDash, kTab, kBracket, kAngle, kBold, kAlone, kHash, kInduced})
    if (structured_[f] && accepted_[f] < most) structured_[f] = false;
}

void Decision::look_for_chat() {
  std::size_t messages = 0, named = 0, dated = 0, others = 0;
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    const Candidate* c = candidate(i);
    // Before a chat that is pasted below it, a talk.
    others += c && !c->has_stamp && c->bold && is_returning(i);
    if (!c || !c->has_stamp || (c->bare_text == line(i).span.begin && !c->of_chat)) continue;
    dated += c->stamp.date_sign != 0;
    if (!c->of_chat || out_.uses[i].label < 0) continue;
    ++messages;
    const Label& made = label(out_.uses[i].label);
    named += !tally(out_.uses[i].label).remark &&
             (made.shape != Shape::none || made.count >= 2 || !opens_in_lower_case(made.name));
  }
  export_ = messages >= 2 && named * 5 >= messages * 3 && messages * 2 >= dated && others <= messages;
  out_.is_chat = export_;
}

bool Decision::accepts(std::size_t i) {
  const Candidate* c = candidate(i);
  if (!c || out_.uses[i].label < 0) return false;
  if (export_) return c->of_chat;
  const Family family = family_of(*c);
  const Tally& counts = tally(out_.uses[i].label);
  if (structured_[family] && counts.accepted[family]) return true;
  // Another style of a label that is one already; a name and a stop alone on a line is the end of a sentence.
  if (family == kPeriod && c->text.empty()) return false;
  if (family == kColon || family == kStamped || family == kPeriod || family == kDash)
    for (const Family f : {kColon, kStamped, kPeriod})
      if (structured_[f] && counts.accepted[f]) return true;
  return false;
}

void Decision::find_back_matter() {
  std::size_t end = page_.lines.size();
  while (end > 0 && !is_end_mark(words(end - 1))) --end;
  if (end == 0) return;
  for (std::size_t i = end; i < page_.lines.size(); ++i) {
    const std::int32_t id = out_.uses[i].label;
    if (id >= 0 && (label(id).count > 1 || out_.uses[i].use == Use::label)) return;  // the talk goes on
  }
  back_from_ = end;
}

void Decision::apply() {
  std::uint64_t blank = 0, dashed = 0, labelled = 0, unnamed = 0, timed = 0, timed_text = 0, clocks = 0,
                dates = 0, stamped = 0;
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    LineUse& use = out_.uses[i];
    const Candidate* c = candidate(i);
    if (!c) continue;
    if (use.use == Use::label || (use.use == Use::none && i >= head_until_ && i < back_from_ && accepts(i))) {
      use.use = Use::label;
      Label& made = label(use.label);
      if (made.accepted++ == 0) {
        made.first_line = static_cast<std::uint32_t>(i);
        name_as_written(i);
      }
      ++labelled;
      blank += after_blank(i);
      dashed += c->dashed;
      stamped += c->has_stamp;
      clocks += c->has_stamp && c->stamp.wall_clock;
      dates += c->has_stamp && c->stamp.date_sign;
      continue;
    }
    unnamed += c->dashed;
    timed += c->has_stamp && (c->label.empty() || c->bare_text > line(i).span.begin);
    timed_text += c->has_stamp;
  }
  // A name alone, above a line that has it again with its time.
  for (std::size_t i = 0; i + 1 < page_.lines.size(); ++i) {
    if (out_.uses[i].use != Use::none || out_.uses[i].label < 0 || candidate(i)->style != Style::alone ||
        candidate(i)->has_stamp)
      continue;
    const std::size_t next = is_bare_time(i + 1) ? i + 2 : i + 1;
    if (next < page_.lines.size() && out_.uses[next].use == Use::label && candidate(next)->has_stamp &&
        out_.uses[next].label == out_.uses[i].label)
      out_.uses[i].use = Use::timed;
  }
  // A time inside the turns that only a few carry stays among their words.
  std::uint64_t inside = 0;
  for (std::size_t i = 0; i < page_.lines.size(); ++i)
    inside += out_.uses[i].use == Use::label && candidate(i)->text_with_stamp > 0;
  if (inside > 0 && inside * 2 < labelled)
    for (std::size_t i = 0; i < page_.lines.size(); ++i)
      if (out_.uses[i].use == Use::label && candidate(i)->text_with_stamp > 0)
        candidate(i)->text.begin = candidate(i)->text_with_stamp;
  out_.has_labels = labelled > 0;
  const bool dialogue = labelled * 2 < unnamed && unnamed >= 3 && unnamed * 3 >= units_;
  out_.has_unnamed = dialogue || (labelled > 0 && dashed * 2 > labelled && unnamed > 0) ||
                     (labelled > 0 && count_answered_dashes() >= 2);
  chat_ = labelled > 0 && clocks * 10 >= labelled * 9;
  dated_ = dates * 2 > clocks;
  out_.timed_narration = labelled == 0 && !out_.has_unnamed && timed >= 2 && timed_text * 4 >= lines_ + timed;
  out_.turns = static_cast<std::uint32_t>(labelled);
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    LineUse& use = out_.uses[i];
    Candidate* c = candidate(i);
    if (!c || use.use != Use::none) continue;
    if (is_event(i)) {
      c->stamp.wall_clock = true;
      use.use = Use::unnamed;
      ++out_.turns;
      if (c->style != Style::timed) undo_label(i, *c);
      continue;
    }
    if (out_.has_unnamed && c->dashed) {
      use.use = Use::unnamed;
      ++out_.turns;
      blank += after_blank(i);
      if (c->style != Style::unnamed) undo_label(i, *c);
    } else if (is_said_below_label(i) || (export_ && c->stamp.date_sign == 0)) {
      continue;  // a time that somebody wrote
    } else if (c->stamp.date_sign && c->text.empty() && stamped * 2 > labelled && !dated_) {
      continue;  // when the talk was, where its turns count from its start
    } else if (c->has_stamp && (out_.timed_narration || (c->style == Style::timed && c->text.empty()))) {
      use.use = Use::timed;
      if (c->style != Style::timed) undo_label(i, *c);
      if (out_.timed_narration) ++out_.turns;
    }
  }
  out_.turns_after_blank = blank * 10 >= std::uint64_t{out_.turns} * 9;
  out_.turns_close_up = blank * 10 <= std::uint64_t{out_.turns} * 3 + 10 && out_.turns >= 2;
}

bool Decision::is_left_out(std::int32_t id) {
  const Tally& counts = tally(id);
  const std::uint32_t n = marked_lines(counts);
  return n >= 2 && label(id).accepted == 0 && label(id).shape == Shape::strong && !counts.remark &&
         !counts.url && !counts.list_head && !has_year(label(id).base) &&
         !label(id).base.starts_with("BY ") && counts.traits[kInside] * 2 <= n && !is_repeated_field(id);
}

void Decision::tell_doubt(Message doubt, Message second, bool warns) {
  const std::uint32_t at = out_.otherwise.front().line;
  if (warns) out_.entries.push_back({at, ReportLevel::warning, std::move(doubt)});
  out_.entries.push_back({at, ReportLevel::info, std::move(second)});
}

void Decision::weigh_second() {
  constexpr std::uint32_t kFewest = 3;
  if (out_.is_chat || out_.is_screenplay) return;
  std::uint32_t left_out = 0, told = 0, once = 0;
  std::int32_t first = -1, second = -1;
  for (std::size_t i = 0; i < tallies_.size(); ++i) {
    const auto id = static_cast<std::int32_t>(i);
    told += label(id).accepted;
    once +=
        label(id).accepted == 1 && label(id).base_count == 1 && !tallies_[i].listed && !tallies_[i].numbered;
    if (!is_left_out(id)) continue;
    left_out += marked_lines(tallies_[i]);
    if (first < 0 || label(first).count < label(id).count)
      second = first, first = id;
    else if (second < 0 || label(second).count < label(id).count)
      second = id;
  }
  const bool with_names = left_out >= kFewest, few_return = once >= kFewest && once * 2 > told;
  if (!with_names && !few_return) return;
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    const std::int32_t id = out_.uses[i].label;
    if (id < 0 || line(i).inner || out_.uses[i].use == Use::heading) continue;
    if (with_names ? is_left_out(id) : out_.uses[i].use == Use::label)
      out_.otherwise.push_back({line(i).number, with_names ? LineKind::speaker : LineKind::text});
  }
  if (out_.otherwise.empty()) return;
  if (!with_names) {
    tell_doubt(Message(phrase::unsure_names, {told, once}), Message(phrase::second_names, {told, once}),
               once * 3 > told * 2 && once * 3 > units_);
    return;
  }
  const std::uint32_t open = told + left_out;
  const std::string& name = label(first).name;
  const bool warns = left_out * 5 >= out_.turns;
  if (second < 0)
    tell_doubt(Message(phrase::unsure_label, {open, left_out, name}),
               Message(phrase::second_label, {open, left_out, name}), warns);
  else
    tell_doubt(Message(phrase::unsure_labels, {open, left_out, name, label(second).name}),
               Message(phrase::second_labels, {open, left_out, name, label(second).name}), warns);
}

bool Decision::is_said_below_label(std::size_t i) {
  const Candidate* above =
      i > 0 && !line(i).after_blank && out_.uses[i - 1].use == Use::label ? candidate(i - 1) : nullptr;
  return above && above->has_stamp && above->stamp.date_sign != 0 && above->text.empty();
}

bool Decision::is_event(std::size_t i) const {
  const Candidate& c = out_.candidates[static_cast<std::size_t>(out_.uses[i].candidate)];
  return chat_ && c.has_stamp && c.bare_text > line(i).span.begin && c.bare_text < line(i).span.end &&
         (dated_ ? c.stamp.date_sign != 0 : c.stamp.bracketed);
}

void Decision::undo_label(std::size_t i, Candidate& c) {
  c.text = trim(text_, {c.bare_text, line(i).span.end});
  c.label = {};
  out_.uses[i].label = -1;
}

Findings find_labels(std::string_view text, const Page& page, const Corrections& corrections) {
  Findings findings;
  for (const std::string& name : page.speakers) findings.hints.push_back({name, {}, Role::unknown});
  Decision(text, page, corrections, findings).run();
  return findings;
}

}  // namespace visavis::interview
