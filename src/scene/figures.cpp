#include "scene/figures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/questions.h"
#include "base/numbers.h"
#include "base/order.h"
#include "words/phrases.h"

namespace visavis {
namespace {

// A balance whose filtered speakers have no part: their turns count for nothing.
Balance shown_balance(const Document& doc, const ViewState& state, TurnRange range, const RangeIndex* index) {
  const bool all_shown = std::find(state.shown.begin(), state.shown.end(), false) == state.shown.end();
  if (all_shown && !state.range) return doc.analysis.balance;
  const std::vector<bool>* shown = all_shown ? nullptr : &state.shown;
  return index ? index->balance(range, shown)
               : balance_of(doc.transcript, doc.analysis.measures, range, shown);
}

// How often each speaker cuts in.
std::vector<std::uint32_t> interruptions(const Document& doc, TurnRange range, const RangeIndex* index) {
  if (index) return index->interruptions(range);
  std::vector<std::uint32_t> counts;
  for (const FloorCounts& speaker : floor_counts(doc.transcript, doc.analysis.floor, range))
    counts.push_back(speaker.interruptions);
  return counts;
}

// What is counted: words, or characters of a script without spaces.
const Phrase& unit_of(const Document& doc) {
  return doc.analysis.measures.characters ? phrase::column_characters : phrase::column_words;
}
std::string format_words(const Document& doc, std::uint64_t n) {
  return doc.language(doc.analysis.measures.characters ? phrase::characters_counted : phrase::words_counted,
                      {n});
}

std::string format_duration(std::int64_t ms) { return ms == kNoTime ? "–" : format_short(ms); }

const Phrase& title_of(Role role) {
  constexpr const Phrase* kTitles[] = {&phrase::role_interviewer, &phrase::role_interviewer,
                                       &phrase::role_interviewee, &phrase::role_moderator,
                                       &phrase::role_participant};
  return *kTitles[static_cast<std::size_t>(role)];
}

}  // namespace

std::string format_percent(const Language& language, double share, int decimals) {
  std::string percent;
  append_fixed(percent, share * 100, decimals);
  return language.percent(percent);
}

std::string format_index(const Language& language, double value) {
  if (value < 0) return "–";
  std::string index;
  append_fixed(index, value, 2);
  return language.fixed(index);
}

std::int32_t longest_turn(const Document& doc, std::int32_t speaker, TurnRange turns) {
  const std::vector<TurnMeasure>& measures = doc.analysis.measures.turns;
  std::int32_t longest = kNone;
  for (std::int32_t id = turns.first; id <= turns.last; ++id)
    if (doc.transcript.turns[static_cast<std::size_t>(id)].speaker == speaker &&
        (longest == kNone ||
         measures[static_cast<std::size_t>(id)].words > measures[static_cast<std::size_t>(longest)].words))
      longest = id;
  return longest;
}

BalanceFigures balance_figures(const Document& doc, const ViewState& state, const RangeIndex* index) {
  const TurnRange range = state.range ? *state.range : whole(doc.transcript);
  const Balance shown = shown_balance(doc, state, range, index);
  const Balance balance = !state.range ? doc.analysis.balance
                          : index      ? index->balance(range)
                                       : balance_of(doc.transcript, doc.analysis.measures, range);
  const Language& say = doc.language;
  BalanceFigures figures;
  // People count turns from 1; ids, links and commands count them from 0.
  figures.of = !state.range                ? say(phrase::of_whole)
               : range.first == range.last ? say(phrase::of_turn, {range.first + 1})
                                           : say(phrase::of_turns, {range.first + 1, range.last + 1});
  if (doc.analysis.measures.characters) figures.measure = "characters";
  figures.words = format_words(doc, shown.words);
  if (doc.analysis.measures.estimated) figures.words = say(phrase::words_estimated, {figures.words});
  figures.index = format_index(say, shown.index);
  figures.gini = format_index(say, shown.gini);
  figures.definition = say(shown.index < 0                    ? phrase::balance_needs_two
                           : doc.analysis.measures.characters ? phrase::balance_defined_characters
                                                              : phrase::balance_defined);
  // A part beside the whole, told apart.
  if (shown.index != doc.analysis.balance.index)
    figures.definition =
        say(phrase::balance_in_all, {format_index(say, doc.analysis.balance.index), figures.definition});
  const bool timed = doc.axis.is_time;
  // Withheld where times are those of captions, which touch: not everybody cuts in.
  const bool floor_known = doc.analysis.floor.times == FloorTimes::measured;
  for (const Phrase* title :
       {&phrase::column_share, &unit_of(doc), &phrase::column_turns, &phrase::column_mean,
        &phrase::column_longest, &phrase::column_asks, timed ? &phrase::column_time : nullptr,
        floor_known ? &phrase::column_cuts : nullptr})
    if (title) figures.columns.push_back(say(*title));
  const std::vector<std::uint32_t> cuts = floor_known
                                              ? interruptions(doc, range, index)
                                              : std::vector<std::uint32_t>(doc.transcript.speakers.size());
  std::vector<std::int32_t> order = doc.by_words;
  // What a cell says, to sort by.
  const auto value = [&](std::int32_t id, std::size_t column) -> double {
    const auto i = static_cast<std::size_t>(id);
    const SpeakerBalance& s = balance.speakers[i];
    switch (column) {
      case 0:
        return id;
      case 3:
        return s.turns;
      case 4:
        return s.mean_turn;
      case 5:
        return s.longest_turn;
      case 6:
        return s.questions;
      case 7:
        if (timed) return static_cast<double>(s.ms);
        [[fallthrough]];
      case 8:
        return cuts[i];
      default:
        return static_cast<double>(s.words);
    }
  };
  const auto column = static_cast<std::size_t>(state.sort_column == kNone ? 2 : state.sort_column);
  order_ids(order, [&](std::int32_t a, std::int32_t b) {
    return state.ascending ? value(a, column) < value(b, column) : value(a, column) > value(b, column);
  });
  for (const std::int32_t id : order) {
    const auto i = static_cast<std::size_t>(id);
    const SpeakerBalance& s = balance.speakers[i];
    BalanceRow row;
    row.speaker = id;
    row.name = doc.transcript.speakers[i].name;
    row.role = role_name(doc.analysis.roles[i]);
    if (row.role) row.role_title = say(title_of(doc.analysis.roles[i]));
    row.share = s.share;
    row.whole_share = doc.analysis.balance.speakers[i].share;
    row.percent = format_percent(say, s.share, 0);
    row.cells = {balance.words ? format_percent(say, s.share, 1) : "–",
                 doc.language.count(s.words),
                 doc.language.count(s.turns),
                 s.turns ? doc.language.count(static_cast<std::uint64_t>(std::llround(s.mean_turn))) : "–",
                 s.turns ? doc.language.count(s.longest_turn) : "–",
                 doc.language.count(s.questions)};
    if (timed) row.cells.push_back(s.turns ? format_duration(s.ms) : "–");
    if (floor_known) row.cells.push_back(doc.language.count(cuts[i]));
    row.words = s.words;
    const auto lead = [&](std::size_t at, bool does) { row.leads |= does ? 1u << at : 0u; };
    lead(3, s.mean_turn >= .5);
    lead(4, s.longest_turn > 0);
    lead(5, s.questions > 0);
    lead(6 + timed, floor_known && cuts[i] > 0);
    figures.rows.push_back(std::move(row));
  }
  // With few more than have a colour, one by one is as short.
  constexpr std::size_t kMostRows = kMostLanes + 4;
  if (!state.unfolded && figures.rows.size() > kMostRows) figures.folded = figures.rows.size() - kMostLanes;
  return figures;
}

OutlineFigures outline_figures(const Document& doc) {
  OutlineFigures outline;
  const Transcript& t = doc.transcript;
  std::vector<int> counters;  // numbers of the open levels
  std::vector<std::uint64_t> words(t.speakers.size());
  const auto add = [&](std::int32_t id, std::string title, std::int32_t level, TurnRange turns) {
    TopicFigures topic;
    topic.section = id;
    topic.level = level;
    topic.title = std::move(title);
    topic.turns = turns;
    topic.words = doc.words_in(turns);
    topic.count = doc.language.count(topic.words);
    std::fill(words.begin(), words.end(), 0);
    for (std::int32_t turn = turns.first; turn <= turns.last; ++turn) {
      const std::int32_t speaker = t.turns[static_cast<std::size_t>(turn)].speaker;
      if (speaker != kNone)
        words[static_cast<std::size_t>(speaker)] +=
            doc.analysis.measures.turns[static_cast<std::size_t>(turn)].words;
    }
    for (const std::int32_t speaker : doc.by_words) {
      const std::uint64_t n = words[static_cast<std::size_t>(speaker)];
      if (n == 0) continue;
      topic.parts.push_back(
          {speaker, n, doc.language.count(n),
           format_percent(doc.language, static_cast<double>(n) / static_cast<double>(topic.words), 1)});
    }
    if (!turns.empty()) {
      const double from = doc.axis.turn_begin[static_cast<std::size_t>(turns.first)];
      const double to = doc.axis.turn_end[static_cast<std::size_t>(turns.last)];
      topic.extent = doc.language(doc.axis.is_time                   ? phrase::extent
                                  : doc.analysis.measures.characters ? phrase::extent_characters
                                                                     : phrase::extent_words,
                                  {format_axis(doc, from), format_axis(doc, to)});
    }
    outline.topics.push_back(std::move(topic));
  };
  std::int32_t previous_depth = 0;
  std::vector<std::int32_t> depth_of(t.sections.size()), order(t.sections.size());
  // As they come in the talk: found ones stand behind the author's.
  std::iota(order.begin(), order.end(), 0);
  order_ids(order, [&](std::int32_t a, std::int32_t b) {
    return t.sections[static_cast<std::size_t>(a)].first_turn <
           t.sections[static_cast<std::size_t>(b)].first_turn;
  });
  const std::size_t found = doc.found.size(), authors = t.sections.size() - found;
  for (const std::int32_t id : order) {
    const auto i = static_cast<std::size_t>(id);
    const Section& s = t.sections[i];

    // Numbered by nesting, not by level: a document may start at level 2 and skip levels.
    const std::int32_t depth = s.parent == kNone ? 1 : depth_of[static_cast<std::size_t>(s.parent)] + 1;
    depth_of[i] = depth;
    counters.resize(static_cast<std::size_t>(depth), 0);
    if (depth <= previous_depth || depth == 1) {
      ++counters.back();
    } else {
      counters.back() = 1;
    }
    previous_depth = depth;
    add(id, s.title, depth, doc.turns_of(id));
    TopicFigures& topic = outline.topics.back();
    topic.thread = id;
    for (const int n : counters) topic.number += (topic.number.empty() ? "" : ".") + std::to_string(n);
    if (i < authors) continue;
    topic.sure = doc.found[i - authors].sure >= .5f;
    const std::int32_t thread = doc.found[i - authors].thread;
    if (thread == id) continue;
    for (const TopicFigures& first : outline.topics)
      if (first.section == thread) {
        topic.thread = thread;
        topic.number = first.number;
        topic.title = doc.language(phrase::topic_again, {topic.title});
        --counters.back();
        break;
      }
  }
  const std::uint64_t spoken = doc.analysis.words_before.back();
  const Language& say = doc.language;
  std::string kind = say(phrase::one_topic);
  if (!t.sections.empty()) {
    const bool headings = std::all_of(t.sections.begin(), t.sections.end(),
                                      [](const Section& s) { return s.kind == SectionKind::heading; });
    if (found > 0)
      kind = say(phrase::topics_found, {found});
    else
      kind = say(headings ? phrase::headings_counted : phrase::topics_counted, {t.sections.size()});
  } else if (!t.turns.empty()) {
    add(kNone, say(t.speakers.empty() ? phrase::whole_text : phrase::whole_interview), 1, whole(t));
    outline.topics.back().number = "1";
  }
  std::vector<int> at_level(8, 0);
  for (const TopicFigures& topic : outline.topics)
    ++at_level[static_cast<std::size_t>(std::min(topic.level, 7))];
  for (std::int32_t level = 1; level < 8; ++level)
    if (at_level[static_cast<std::size_t>(level)] >= 2) {
      outline.band_level = level;
      break;
    }
  for (const TopicFigures& topic : outline.topics)
    if (topic.level >= outline.band_level) outline.most_words = std::max(outline.most_words, topic.words);
  outline.summary = say(phrase::outline_summary, {kind, format_words(doc, spoken)});
  return outline;
}

std::int32_t section_at_level(const Document& doc, std::int32_t section, std::int32_t level) {
  std::vector<std::int32_t> chain;
  for (; section != kNone; section = doc.transcript.sections[static_cast<std::size_t>(section)].parent)
    chain.push_back(section);
  const std::size_t depth = chain.size();
  return static_cast<std::size_t>(level) <= depth ? chain[depth - static_cast<std::size_t>(level)] : kNone;
}

std::vector<TopicQuestion> topic_questions(const Document& doc, TurnRange turns, std::size_t most) {
  std::vector<TopicQuestion> questions;
  const bool known = doc.has_interviewer();
  for (std::int32_t id = turns.first; id <= turns.last && questions.size() < most; ++id) {
    const Turn& turn = doc.transcript.turns[static_cast<std::size_t>(id)];
    if (turn.speaker == kNone || doc.analysis.measures.turns[static_cast<std::size_t>(id)].questions == 0)
      continue;
    const Role role = doc.analysis.roles[static_cast<std::size_t>(turn.speaker)];
    if (known && role != Role::interviewer && role != Role::moderator) continue;
    const std::string_view text = doc.transcript.text_of(turn);
    for (const Span span : questions_in(text)) {
      if (questions.size() == most) break;
      questions.push_back({id, collapse_spaces(slice(text, span))});
    }
  }
  return questions;
}

std::string format_axis(const Document& doc, double x) {
  if (doc.axis.is_time) return format_short(static_cast<std::int64_t>(x));
  return doc.language.count(static_cast<std::uint64_t>(std::llround(std::max(x, 0.0))));
}

std::string axis_unit(const Document& doc) {
  return doc.axis.is_time ? "" : " " + doc.language(unit_of(doc));
}

std::string timeline_summary(const Document& doc) {
  std::uint64_t narrated = doc.transcript.turns.size();
  for (const SpeakerBalance& speaker : doc.analysis.balance.speakers) narrated -= speaker.turns;
  const Language& say = doc.language;
  std::string turns = say(phrase::turns_counted, {doc.transcript.turns.size()});
  // The balance counts those of speakers alone: who adds them up is told where the rest are.
  if (narrated > 0 && !doc.transcript.speakers.empty())
    turns = say(phrase::turns_narrated, {turns, narrated});
  const std::string speakers = say(phrase::speakers_counted, {doc.transcript.speakers.size()}),
                    words = format_words(doc, doc.analysis.words_before.back());
  return doc.axis.is_time ? say(phrase::timeline_timed,
                                {turns, speakers, words, format_short(doc.transcript.duration_ms())})
                          : say(phrase::timeline_plain, {turns, speakers, words});
}

}  // namespace visavis
