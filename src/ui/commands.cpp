#include <algorithm>
#include <span>

#include "base/text.h"
#include "base/time.h"
#include "ui/app_state.h"

namespace visavis {
namespace {

using Words = std::span<const std::string_view>;

std::vector<std::string_view> split(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const std::size_t space = std::min(line.find(' '), line.size());
    if (space > 0) words.push_back(line.substr(0, space));
    line.remove_prefix(std::min(space + 1, line.size()));
  }
  return words;
}

// A decimal number of at most nine digits; false for anything else.
bool number(std::string_view word, std::int32_t& value) {
  if (word.empty() || word.size() > 9) return false;
  value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  return true;
}

bool fraction(std::string_view word, double& value) {
  std::int64_t thousandths = 0;
  if (!parse_seconds(word, thousandths)) return false;
  value = static_cast<double>(thousandths) / 1000;
  return value >= 0 && value <= 1;
}

bool below(std::string_view word, std::size_t count, std::int32_t& id) {
  return number(word, id) && static_cast<std::size_t>(id) < count;
}

bool select(AppState& state, const Document& doc, Words words) {
  if (words.size() != 1) return false;
  if (words[0] == "none") {
    state.selected_turn = kNone;
    ++state.revision;
    return true;
  }
  std::int32_t turn = kNone;
  if (!below(words[0], doc.transcript.turns.size(), turn)) return false;
  state.selected_turn = turn;
  scroll_to(state, turn, 0);
  return true;
}

bool hover(AppState& state, const Document& doc, Words words) {
  std::int32_t turn = kNone, section = kNone, speaker = kNone;
  if (words.size() == 2) {
    if (words[0] == "turn" ? !below(words[1], doc.transcript.turns.size(), turn)
        : words[0] == "section"
            ? !below(words[1], doc.transcript.sections.size(), section)
            : words[0] != "speaker" || !below(words[1], doc.transcript.speakers.size(), speaker))
      return false;
  } else if (words.size() != 1 || words[0] != "none") {
    return false;
  }
  if (turn == state.hover_turn && section == state.hover_section && speaker == state.hover_speaker)
    return true;
  state.hover_turn = turn, state.hover_section = section, state.hover_speaker = speaker;
  ++state.revision;
  return true;
}

bool speaker(AppState& state, const Document& doc, Words words) {
  std::int32_t id = kNone;
  if (words.size() == 1 && words[0] == "all") {
    std::fill(state.shown.begin(), state.shown.end(), true);
  } else if (words.size() == 2 && below(words[0], doc.transcript.speakers.size(), id)) {
    const auto at = static_cast<std::size_t>(id);
    const bool filtered = std::find(state.shown.begin(), state.shown.end(), false) != state.shown.end();
    if (words[1] == "toggle" || (words[1] == "pick" && filtered))
      state.shown[at] = !state.shown[at];
    else if (words[1] == "only" || words[1] == "pick")
      for (std::size_t i = 0; i < state.shown.size(); ++i) state.shown[i] = i == at;
    else
      return false;
    // Nobody shown says nothing: the last one hidden brings all back.
    if (std::find(state.shown.begin(), state.shown.end(), true) == state.shown.end())
      std::fill(state.shown.begin(), state.shown.end(), true);
  } else {
    return false;
  }
  ++state.revision;
  ++state.shown_revision;
  ++state.twin_revision;
  return true;
}

bool range(AppState& state, const Document& doc, Words words) {
  std::int32_t a = kNone, b = kNone;
  if (words.size() == 1 && words[0] == "none") {
    set_range(state, doc, {});
    return true;
  }
  if (words.size() != 2) return false;
  if (words[0] == "section") {
    if (!below(words[1], doc.transcript.sections.size(), a)) return false;
    const TurnRange turns = doc.turns_of(a);
    if (turns.empty()) return false;
    set_range(state, doc, turns);
    return true;
  }
  const std::size_t count = doc.transcript.turns.size();
  if (!below(words[0], count, a) || !below(words[1], count, b)) return false;
  set_range(state, doc, {std::min(a, b), std::max(a, b)});
  return true;
}

bool zoom(AppState& state, const Document& doc, Words words) {
  if (words.size() != 1) return false;
  // About the selected turn, else what is being read, else the middle.
  double place = (state.goal_begin + state.goal_end) / 2;
  const std::int32_t turn = state.selected_turn != kNone ? state.selected_turn : state.reading.first_turn;
  if (turn != kNone) {
    const double at = doc.axis.at(turn, .5);
    if (at >= state.goal_begin && at <= state.goal_end) place = at;
  }
  if (words[0] == "in") {
    zoom_about(state, doc, place, .5);
  } else if (words[0] == "out") {
    zoom_about(state, doc, place, 2);
  } else if (words[0] == "fit") {
    zoom_about(state, doc, place, 1e9);
  } else if (words[0] == "range" && state.range) {
    const double begin = doc.axis.at(state.range->first, 0), end = doc.axis.at(state.range->last, 1);
    const double margin = (end - begin) * .04;
    zoom_about(state, doc, place, 1e9);
    const double length = std::max(state.goal_end - state.goal_begin, 1e-9);
    const double factor = std::clamp((end - begin + 2 * margin) / length, 1e-9, 1.0);
    zoom_about(state, doc, state.goal_begin, factor);
    pan_by(state, doc, begin - margin - state.goal_begin);
  } else {
    return false;
  }
  return true;
}

bool pan(AppState& state, const Document& doc, Words words) {
  if (words.size() != 1 || (words[0] != "left" && words[0] != "right")) return false;
  const double step = (state.goal_end - state.goal_begin) / 4;
  pan_by(state, doc, (words[0] == "left") != state.mirrored ? -step : step);
  return true;
}

void go_to_hit(AppState& state, const Document& doc, std::int32_t index) {
  state.hit = index;
  const SearchHit& hit = state.hits[static_cast<std::size_t>(index)];
  const Span turn = doc.transcript.turns[static_cast<std::size_t>(hit.turn)].text;
  const double at = turn.empty() ? 0 : static_cast<double>(hit.text.begin - turn.begin) / turn.size();
  scroll_to(state, hit.turn, at);
}

bool search_for(AppState& state, const Document& doc, std::string_view words) {
  state.query = collapse_spaces(words);
  state.hits.clear();
  state.hit_places.clear();
  state.hit = kNone;
  state.search_turn = 0;
  ++state.searches;
  search_on(state, doc);
  return true;
}

bool found(AppState& state, const Document& doc, std::string_view rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::vector<SearchHit> hits;
  const std::vector<std::string_view> words = split(rest.substr(std::min(end + 1, rest.size())));
  std::int32_t turn = 0, at = 0, length = 0;
  for (std::size_t i = 0; i + 2 < words.size() && hits.size() < kMostHits; i += 3) {
    if (!below(words[i], doc.transcript.turns.size(), turn) || !number(words[i + 1], at) ||
        !number(words[i + 2], length))
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
  ++state.revision;
  return true;
}

bool hit(AppState& state, const Document& doc, Words words) {
  const auto count = static_cast<std::int32_t>(state.hits.size());
  if (words.size() != 1 || count == 0) return false;
  std::int32_t index = kNone;
  if (words[0] == "next") {
    // From what is being read the first time, from the hit after that.
    const auto from = std::find_if(state.hits.begin(), state.hits.end(),
                                   [&](const SearchHit& h) { return h.turn >= state.reading.first_turn; });
    index = state.hit != kNone         ? (state.hit + 1) % count
            : from == state.hits.end() ? 0
                                       : static_cast<std::int32_t>(from - state.hits.begin());
  } else if (words[0] == "prev") {
    index = state.hit == kNone ? count - 1 : (state.hit + count - 1) % count;
  } else if (!below(words[0], state.hits.size(), index)) {
    return false;
  }
  go_to_hit(state, doc, index);
  return true;
}

bool open(AppState& state, const Document& doc, Words words) {
  if (words.size() == 1 && words[0] == "none") {
    state.open_section = kNone;
    ++state.revision;
    return true;
  }
  std::int32_t id = kNone;
  if (words.size() != 2 || words[0] != "section" || !below(words[1], doc.transcript.sections.size(), id))
    return false;
  state.open_section = id;
  const std::int32_t first = doc.transcript.sections[static_cast<std::size_t>(id)].first_turn;
  const auto last = static_cast<std::int32_t>(doc.transcript.turns.size()) - 1;
  if (last >= 0) scroll_to(state, std::min(first, last), 0);
  ++state.revision;
  return true;
}

bool reading(AppState& state, const Document& doc, Words words) {
  ReadingWindow window;
  const std::size_t count = doc.transcript.turns.size();
  if (words.size() != 4 || !below(words[0], count, window.first_turn) ||
      !fraction(words[1], window.first_fraction) || !below(words[2], count, window.last_turn) ||
      !fraction(words[3], window.last_fraction))
    return false;
  state.reading = window;
  state.reading_section = doc.transcript.turns[static_cast<std::size_t>(window.first_turn)].section;
  ++state.revision;
  return true;
}

bool sort(AppState& state, const Document&, Words words) {
  std::int32_t column = kNone;
  if (words.size() != 1 || !below(words[0], kMostColumns, column)) return false;
  // Numbers the greatest first, then the other way; speakers as they come.
  state.ascending = column == state.sort_column ? !state.ascending : column == 0;
  state.sort_column = column;
  ++state.revision;
  ++state.twin_revision;
  return true;
}

bool fold(AppState& state, const Document&, Words words) {
  if (words.size() != 1) return false;
  state.unfolded = words[0] == "0";
  ++state.revision;
  ++state.twin_revision;
  return true;
}

bool evidence(AppState& state, const Document& doc, Words words) {
  std::int32_t id = kNone, column = kNone;
  if (words.size() != 2 || !below(words[0], doc.transcript.speakers.size(), id) ||
      !below(words[1], kMostColumns, column))
    return false;
  if (column == kLongestColumn) {
    const TurnRange range = state.range ? *state.range : whole(doc.transcript);
    const std::int32_t turn = longest_turn(doc, id, range);
    if (turn != kNone) {
      state.selected_turn = turn;
      scroll_to(state, turn, 0);
    }
    return turn != kNone;
  }
  state.evidence = {id, column, state.evidence.serial + 1};
  ++state.revision;
  return true;
}

bool focus(AppState& state, const Document& doc, Words words) {
  using Kind = FocusMark::Kind;
  FocusMark mark;
  if (words.size() == 3) {
    const bool timeline = words[0] == "timeline";
    if (!timeline && words[0] != "balance" && words[0] != "topics") return false;
    if (words[1] == "speaker" && below(words[2], doc.transcript.speakers.size(), mark.id))
      mark.kind = timeline ? Kind::lane : Kind::speaker;
    else if (words[1] == "section" && below(words[2], doc.transcript.sections.size(), mark.id))
      mark.kind = timeline ? Kind::section_band : Kind::topic;
    else if (words[1] == "turn" && below(words[2], doc.transcript.turns.size(), mark.id))
      mark.kind = Kind::question;
    else
      return false;
  } else if (words.size() != 1 || words[0] != "none") {
    return false;
  }
  state.focus = mark;
  ++state.revision;
  return true;
}

}  // namespace

bool search_on(AppState& state, const Document& doc) {
  constexpr std::size_t kBytesAtOnce = 512 << 10;
  state.search_turn = search_some(doc.transcript, state.query, state.search_turn, kBytesAtOnce, state.hits);
  place_hits(state, doc);
  ++state.revision;
  return state.search_turn < doc.transcript.turns.size();
}

bool run_command(AppState& state, const Document& doc, std::string_view line) {
  const std::size_t space = std::min(line.find(' '), line.size());
  const std::string_view verb = line.substr(0, space);
  const std::string_view rest = line.substr(std::min(space + 1, line.size()));
  if (verb == "search") return search_for(state, doc, rest);
  if (verb == "found") return found(state, doc, rest);
  const std::vector<std::string_view> list = split(rest);
  const Words words(list);
  if (verb == "motion" && words.size() == 1 && (words[0] == "0" || words[0] == "1")) {
    state.reduced_motion = words[0] == "1";
    return true;
  }
  struct Entry {
    std::string_view verb;
    bool (*run)(AppState&, const Document&, Words);
  };
  constexpr Entry kCommands[] = {
      {"select", select}, {"hover", hover}, {"speaker", speaker},  {"range", range},     {"zoom", zoom},
      {"pan", pan},       {"hit", hit},     {"open", open},        {"reading", reading}, {"focus", focus},
      {"sort", sort},     {"fold", fold},   {"evidence", evidence}};
  for (const Entry& entry : kCommands)
    if (verb == entry.verb) return entry.run(state, doc, words);
  return false;
}

}  // namespace visavis
