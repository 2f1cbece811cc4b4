#include <algorithm>

#include "base/text.h"
#include "ui/app_state.h"

namespace visavis {
namespace {

// Every turn, section, speaker, hit and column that the line names is there.
bool is_there(const AppState& state, const Document& doc, const Command& command) {
  std::size_t at = 0;
  for (const char letter : pattern_of(command.verb)) {
    std::size_t count = 0;
    switch (letter) {
      case 'T':
        count = doc.transcript.turns.size();
        break;
      case 'S':
        count = doc.transcript.sections.size();
        break;
      case 'P':
        count = doc.transcript.speakers.size();
        break;
      case 'H':
        count = state.hits.size();
        break;
      case 'C':
        count = kMostColumns;
        break;
      case 'N':
        count = 3;
        break;
      default:
        continue;
    }
    if (static_cast<std::size_t>(command.ids[at++]) >= count) return false;
  }
  return true;
}

unsigned select(AppState& state, std::int32_t turn) {
  state.selected_turn = turn;
  return turn == kNone ? kChangedState : scroll_to(state, turn, 0);
}

unsigned hover(AppState& state, std::int32_t turn, std::int32_t section, std::int32_t speaker) {
  if (turn == state.hover_turn && section == state.hover_section && speaker == state.hover_speaker) return 0;
  state.hover_turn = turn, state.hover_section = section, state.hover_speaker = speaker;
  return kChangedState;
}

unsigned show_speakers(AppState& state, Verb verb, std::size_t id) {
  std::vector<bool>& shown = state.shown;
  const auto any = [&](bool is) { return std::find(shown.begin(), shown.end(), is) != shown.end(); };
  if (verb == Verb::speaker_toggle || (verb == Verb::speaker_pick && any(false)))
    shown[id] = !shown[id];
  else
    for (std::size_t i = 0; i < shown.size(); ++i) shown[i] = verb == Verb::speaker_all || i == id;
  // Nobody shown says nothing: the last one hidden brings all back.
  if (!any(true)) shown.assign(shown.size(), true);
  return kChangedState | kChangedShown | kChangedTwin;
}

unsigned zoom(AppState& state, const Document& doc, Verb verb) {
  // About the selected turn, else what is being read, else the middle.
  double place = (state.goal_begin + state.goal_end) / 2;
  const std::int32_t turn = state.selected_turn != kNone ? state.selected_turn : state.reading.first_turn;
  if (turn != kNone) {
    const double at = doc.axis.at(turn, .5);
    if (at >= state.goal_begin && at <= state.goal_end) place = at;
  }
  if (verb != Verb::zoom_range)
    return zoom_about(state, doc, place, verb == Verb::zoom_in ? .5 : verb == Verb::zoom_out ? 2 : 1e9);
  const double begin = doc.axis.at(state.range->first, 0), end = doc.axis.at(state.range->last, 1);
  const double margin = (end - begin) * .04;
  zoom_about(state, doc, place, 1e9);
  const double length = std::max(state.goal_end - state.goal_begin, 1e-9);
  const double factor = std::clamp((end - begin + 2 * margin) / length, 1e-9, 1.0);
  zoom_about(state, doc, state.goal_begin, factor);
  return pan_by(state, doc, begin - margin - state.goal_begin);
}

unsigned go_to_hit(AppState& state, const Document& doc, std::int32_t index) {
  state.hit = index;
  const SearchHit& hit = state.hits[static_cast<std::size_t>(index)];
  const Span turn = doc.transcript.turns[static_cast<std::size_t>(hit.turn)].text;
  const double at = turn.empty() ? 0 : static_cast<double>(hit.text.begin - turn.begin) / turn.size();
  const unsigned changed = scroll_to(state, hit.turn, at);
  state.scroll_to.is_hit = true;
  return changed;
}

// From what is being read the first time, from the hit after that.
unsigned next_hit(AppState& state, const Document& doc) {
  const auto from = std::find_if(state.hits.begin(), state.hits.end(),
                                 [&](const SearchHit& h) { return h.turn >= state.reading.first_turn; });
  return go_to_hit(state, doc,
                   state.hit != kNone         ? (state.hit + 1) % static_cast<std::int32_t>(state.hits.size())
                   : from == state.hits.end() ? 0
                                              : static_cast<std::int32_t>(from - state.hits.begin()));
}

unsigned search_for(AppState& state, const Document& doc, std::string_view words) {
  state.query = collapse_spaces(words);
  state.hits.clear();
  state.hit_places.clear();
  state.hit = kNone;
  state.search_turn = 0;
  ++state.searches;
  return search_on(state, doc);
}

// False, and nothing changed, for hits that are not in order, or not in their turns.
bool take_hits(AppState& state, const Document& doc, std::string_view rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::vector<SearchHit> hits;
  std::string_view numbers = rest.substr(std::min(end + 1, rest.size()));
  while (!numbers.empty() && hits.size() < kMostHits) {
    std::int32_t turn = 0, at = 0, length = 0;
    if (!take_number(numbers, turn) || !take_number(numbers, at) || !take_number(numbers, length) ||
        static_cast<std::size_t>(turn) >= doc.transcript.turns.size())
      return false;
    const Span text = doc.transcript.turns[static_cast<std::size_t>(turn)].text;
    const std::uint32_t begin = text.begin + static_cast<std::uint32_t>(at);
    const Span hit{begin, begin + static_cast<std::uint32_t>(length)};
    if (hit.end > text.end || (!hits.empty() && hit.begin < hits.back().text.end)) return false;
    hits.push_back({turn, hit});
  }
  state.query = rest.substr(0, end);
  state.hits = std::move(hits);
  state.hit_places.clear();
  place_hits(state, doc);
  state.hit = kNone;
  ++state.searches;
  state.search_turn = static_cast<std::size_t>(-1);
  return true;
}

std::int32_t first_turn_of(const Document& doc, std::int32_t section) {
  const auto last = static_cast<std::int32_t>(doc.transcript.turns.size()) - 1;
  return std::min(doc.transcript.sections[static_cast<std::size_t>(section)].first_turn, last);
}

unsigned open(AppState& state, const Document& doc, std::int32_t section) {
  state.open_section = section;
  const std::int32_t turn = section == kNone ? kNone : first_turn_of(doc, section);
  return turn == kNone ? kChangedState : scroll_to(state, turn, 0);
}

unsigned open_beside(AppState& state, const Document& doc, std::int32_t step) {
  const auto last = static_cast<std::int32_t>(doc.transcript.sections.size()) - 1;
  // An open topic may be the outer one of what is read, or one whose first turn the text is on its way to.
  const std::int32_t turn = state.on_its_way ? state.scroll_to.turn : state.reading.first_turn;
  const bool at_open = state.open_section != kNone && turn == first_turn_of(doc, state.open_section);
  const std::int32_t at = at_open ? state.open_section : state.reading_section;
  return open(state, doc, at == kNone ? (step > 0 ? 0 : last) : std::clamp(at + step, 0, last));
}

// A click reads it, a second one ranges to it, a third shows all again.
unsigned click_topic(AppState& state, const Document& doc, std::int32_t section) {
  if (state.open_section != section) return open(state, doc, section);
  const TurnRange turns = doc.turns_of(section);
  return set_range(state, doc, state.range && *state.range == turns ? TurnRange{} : turns);
}

unsigned sort(AppState& state, std::int32_t column) {
  // Numbers the greatest first, then the other way; speakers as they come.
  state.ascending = column == state.sort_column ? !state.ascending : column == 0;
  state.sort_column = column;
  return kChangedState | kChangedTwin;
}

unsigned focus(AppState& state, FocusMark::Kind kind, std::int32_t id) {
  state.focus = {kind, id};
  return kChangedState;
}

constexpr unsigned kNotThere = ~0u;

unsigned perform(AppState& state, const Document& doc, const Command& command) {
  const auto [a, b] = command.ids;
  const auto [from, to] = command.fractions;
  const std::size_t hits = state.hits.size();
  switch (command.verb) {
    case Verb::select_none:
      return select(state, kNone);
    case Verb::select:
      return select(state, a);
    case Verb::hover_none:
      return hover(state, kNone, kNone, kNone);
    case Verb::hover_turn:
      return hover(state, a, kNone, kNone);
    case Verb::hover_section:
      return hover(state, kNone, a, kNone);
    case Verb::hover_speaker:
      return hover(state, kNone, kNone, a);
    case Verb::speaker_all:
    case Verb::speaker_toggle:
    case Verb::speaker_only:
    case Verb::speaker_pick:
      return show_speakers(state, command.verb, static_cast<std::size_t>(a));
    case Verb::range_none:
      return set_range(state, doc, {});
    case Verb::range_section: {
      const TurnRange turns = doc.turns_of(a);
      return turns.empty() ? kNotThere : set_range(state, doc, turns);
    }
    case Verb::range_turns:
      return set_range(state, doc, {std::min(a, b), std::max(a, b)});
    case Verb::zoom_range:
      if (!state.range) return kNotThere;
      [[fallthrough]];
    case Verb::zoom_in:
    case Verb::zoom_out:
    case Verb::zoom_fit:
      return zoom(state, doc, command.verb);
    case Verb::pan_left:
    case Verb::pan_right: {
      const double step = (state.goal_end - state.goal_begin) / 4;
      return pan_by(state, doc, (command.verb == Verb::pan_left) != state.mirrored ? -step : step);
    }
    case Verb::show:
      return scroll_to(state, a, from);
    case Verb::search:
      return search_for(state, doc, command.words);
    case Verb::found:
      return take_hits(state, doc, command.words) ? kChangedState : kNotThere;
    case Verb::hit_next:
      return hits == 0 ? kNotThere : next_hit(state, doc);
    case Verb::hit_previous: {
      const auto count = static_cast<std::int32_t>(hits);
      return hits == 0 ? kNotThere
                       : go_to_hit(state, doc, ((state.hit == kNone ? 0 : state.hit) + count - 1) % count);
    }
    case Verb::hit:
      return go_to_hit(state, doc, a);
    case Verb::open_none:
      return open(state, doc, kNone);
    case Verb::open_section:
      return open(state, doc, a);
    case Verb::topic_next:
    case Verb::topic_previous:
      return doc.transcript.sections.empty()
                 ? kNotThere
                 : open_beside(state, doc, command.verb == Verb::topic_next ? 1 : -1);
    case Verb::topic:
      return click_topic(state, doc, a);
    case Verb::reading:
      state.reading = {a, b, from, to};
      state.reading_section = doc.transcript.turns[static_cast<std::size_t>(a)].section;
      state.on_its_way = false;
      return kChangedState;
    case Verb::motion_full:
    case Verb::motion_reduced:
      state.reduced_motion = command.verb == Verb::motion_reduced;
      return 0;
    case Verb::focus_none:
      return focus(state, FocusMark::Kind::none, kNone);
    case Verb::focus_speaker:
      return focus(state, a == 0 ? FocusMark::Kind::lane : FocusMark::Kind::speaker, b);
    case Verb::focus_section:
      return focus(state, a == 0 ? FocusMark::Kind::section_band : FocusMark::Kind::topic, b);
    case Verb::focus_turn:
      return focus(state, FocusMark::Kind::question, b);
    case Verb::sort:
      return sort(state, a);
    case Verb::unfold:
    case Verb::fold:
      state.unfolded = command.verb == Verb::unfold;
      return kChangedState | kChangedTwin;
    case Verb::evidence: {
      if (b == kLongestColumn) {
        const std::int32_t turn = longest_turn(doc, a, state.range ? *state.range : whole(doc.transcript));
        return turn == kNone ? kNotThere : select(state, turn);
      }
      state.evidence = {a, b, state.evidence.serial + 1};
      return kChangedState;
    }
  }
  return kNotThere;
}

}  // namespace

unsigned search_on(AppState& state, const Document& doc) {
  constexpr std::size_t kBytesAtOnce = 512 << 10;
  state.search_turn = search_some(doc.transcript, state.query, state.search_turn, kBytesAtOnce, state.hits);
  place_hits(state, doc);
  return kChangedState;
}

void change(AppState& state, unsigned changed, Origin origin) {
  if ((changed & kChangedScroll) != 0) {
    state.on_its_way = origin != Origin::text;
    // The last word counts: the text stays even if it was about to go elsewhere.
    if (origin == Origin::text) changed &= ~kChangedScroll, state.untold &= ~kChangedScroll;
  }
  if ((changed & kChangedShown) != 0) ++state.shown_revision;
  if ((changed & kChangedTwin) != 0) state.figures_stale = true;
  state.untold |= changed;
}

bool apply(AppState& state, const Document& doc, const Command& command, Origin origin) {
  const unsigned changed = is_there(state, doc, command) ? perform(state, doc, command) : kNotThere;
  if (changed == kNotThere) return false;
  change(state, changed, origin);
  return true;
}

}  // namespace visavis
