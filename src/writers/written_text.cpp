#include "writers/written_text.h"

#include <algorithm>

#include "base/cue_labels.h"
#include "words/reports.h"

namespace visavis {
namespace {

std::string duration(std::int64_t ms) {
  std::string text = format_clock(ms % 1000 < 0 ? 0 : ms % 1000);
  std::string seconds = std::to_string(ms / 1000);
  if (ms % 1000) seconds += text.substr(text.size() - 4);
  return "PT" + seconds + "S";
}

}  // namespace

std::string without_empty_lines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  Lines lines(text);
  for (Span line; lines.next(line);) {
    const std::string_view whole_line = slice(text, line), words = trim(whole_line);
    if (words.empty()) continue;
    if (out.empty()) {
      out = words;
      continue;
    }
    const auto end = static_cast<std::size_t>(words.data() + words.size() - whole_line.data());
    out.append("\n").append(whole_line.substr(0, end));
  }
  return out;
}

void append_escaped(std::string& out, std::string_view text, bool attribute) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        if (attribute) {
          out += "&quot;";
          break;
        }
        [[fallthrough]];
      default:
        out += c;
    }
  }
}

std::string_view speaker_name(const Transcript& transcript, const Turn& turn) noexcept {
  return turn.speaker == kNone
             ? std::string_view()
             : std::string_view(transcript.speakers[static_cast<std::size_t>(turn.speaker)].name);
}

void append_start(const Turn& turn, std::string& out) {
  if (turn.start_ms == kNoTime || turn.start_ms < 0) return;
  std::string clock = format_clock(turn.start_ms);
  if (turn.start_ms % 1000 == 0) clock.resize(clock.size() - 4);
  out += "[" + clock + "] ";
}

void append_time_element(const Turn& turn, std::string& out) {
  if (turn.start_ms == kNoTime || turn.start_ms < 0) return;
  out += "<time datetime=\"" + duration(turn.start_ms) + "\"";
  if (turn.end_ms >= turn.start_ms && turn.end_source == TimeSource::measured)
    out += " data-end=\"" + duration(turn.end_ms) + "\"";
  out += ">" + format_short(turn.start_ms) + "</time>\n";
}

void note_ends(const Transcript& transcript, Written& out) {
  for (const Turn& turn : transcript.turns)
    if (turn.end_ms != kNoTime && turn.end_source == TimeSource::measured) {
      out.notes.push_back(phrase::note_ends_left_out);
      return;
    }
}

void note_left_out(MessageName format, const Transcript& transcript, const Places& places, Written& out) {
  const auto any = [](const auto& list, auto is) { return std::any_of(list.begin(), list.end(), is); };
  std::vector<Message> lost;
  if (!places.headings && !transcript.sections.empty()) lost.push_back(phrase::the_headings);
  if (places.headings &&
      any(transcript.sections, [&](const Section& one) { return one.level > places.levels; }))
    lost.push_back(phrase::the_levels);
  if (!places.title && transcript.has_title) lost.push_back(phrase::the_title);
  if (!places.language && !transcript.language.empty()) lost.push_back(phrase::the_language);
  if (!transcript.words.empty()) lost.push_back(phrase::the_word_times);
  if (any(transcript.speakers, [](const Speaker& one) { return !one.aliases.empty(); }))
    lost.push_back(phrase::the_aliases);
  if (any(transcript.speakers, [](const Speaker& one) { return one.role != Role::unknown; }))
    lost.push_back(phrase::the_roles);
  constexpr int kMarked = kMarkOverlap | kMarkInaudible | kMarkInterrupted;
  if (any(transcript.turns, [](const Turn& one) { return (one.marks & kMarked) != 0; }))
    lost.push_back(phrase::the_marks);
  if (lost.empty()) return;
  out.notes.push_back(Message(phrase::note_no_place, {Message(format), Message::list(lost)}));
}

void note_turns(MessageName format, const Transcript& transcript, const WrittenTimes* times, bool joins,
                bool empty_lines, Written& out) {
  constexpr std::int64_t kMostJoined_ms = 2000;  // kMostGap_ms of readers/shared/cues.h
  const std::vector<Turn>& turns = transcript.turns;
  std::size_t gaps = 0, joined = 0, moved = 0;
  for (const Turn& turn : turns)
    gaps += !empty_lines && transcript.text_of(turn).find("\n\n") != std::string_view::npos;
  const auto time_of = [&](std::size_t i) {
    return times ? times->turns[i] : CueTime{turns[i].start_ms, turns[i].end_ms};
  };
  for (std::size_t k = 1; joins && k < turns.size(); ++k) {
    const std::size_t i = times ? times->order[k] : k, before = times ? times->order[k - 1] : k - 1;
    moved += i < before;
    const CueTime time = time_of(i), last = time_of(before);
    if (turns[i].speaker != turns[before].speaker || time.start_ms == kNoTime || last.end_ms == kNoTime ||
        (!times && turns[i].section != turns[before].section))
      continue;
    joined += time.start_ms >= last.start_ms && time.start_ms - last.end_ms <= kMostJoined_ms;
  }
  if (gaps > 0) out.notes.push_back(Message(phrase::note_empty_lines, {gaps}));
  if (moved > 0) out.notes.push_back(Message(phrase::note_reordered, {Message(format)}));
  if (joined > 0) out.notes.push_back(Message(phrase::note_joined, {joined}));
}

bool opens_with_section(const Transcript& transcript) noexcept {
  return !transcript.sections.empty() && transcript.sections[0].first_turn == 0;
}

bool is_title_of_first_section(const Transcript& transcript) noexcept {
  return opens_with_section(transcript) && transcript.sections[0].title == transcript.title;
}

WrittenTimes cue_times(const Transcript& transcript, const Measures& measures) {
  constexpr std::int64_t kWord_ms = 60'000 / kWordsPerMinute;
  constexpr std::int64_t kPause_ms = 2100;  // over kMostGap_ms of the readers (readers/shared/cues.h)
  const std::vector<Turn>& turns = transcript.turns;
  WrittenTimes out;
  out.turns.resize(turns.size());
  // Readers join cues of one speaker across a short silence; a longer one keeps two turns two.
  const auto pause_ms = [&](std::size_t i) -> std::int64_t {
    return i > 0 && turns[i].speaker == turns[i - 1].speaker ? kPause_ms : 0;
  };
  const auto spoken_ms = [&](std::size_t i) {
    return kWord_ms * std::max<std::int64_t>(1, measures.turns[i].words);
  };
  std::int64_t clock_ms = 0;  // where an untimed turn would start
  for (std::size_t i = 0; i < turns.size();) {
    if (turns[i].start_ms != kNoTime) {
      CueTime& time = out.turns[i];
      time.start_ms = std::max<std::int64_t>(turns[i].start_ms, 0);
      const bool follows = i + 1 < turns.size() && turns[i + 1].start_ms > time.start_ms;
      const std::int64_t guess_ms = time.start_ms + spoken_ms(i);
      time.end_ms = turns[i].end_ms != kNoTime ? turns[i].end_ms
                    : follows                  ? std::min(turns[i + 1].start_ms, guess_ms)
                                               : guess_ms;
      time.end_ms = std::max(time.end_ms, time.start_ms);
      clock_ms = time.end_ms;
      ++i;
      continue;
    }
    std::size_t last = i;
    std::int64_t wanted_ms = 0;
    for (; last < turns.size() && turns[last].start_ms == kNoTime; ++last)
      wanted_ms += pause_ms(last) + spoken_ms(last);
    std::int64_t room_ms = wanted_ms;
    if (last < turns.size() && turns[last].start_ms > clock_ms)
      room_ms = std::min(wanted_ms, turns[last].start_ms - clock_ms);
    double begin_ms = static_cast<double>(clock_ms);
    const double scale = static_cast<double>(room_ms) / static_cast<double>(wanted_ms);
    for (; i < last; ++i) {
      begin_ms += static_cast<double>(pause_ms(i)) * scale;
      const double end_ms = begin_ms + static_cast<double>(spoken_ms(i)) * scale;
      out.turns[i] = {static_cast<std::int64_t>(begin_ms), static_cast<std::int64_t>(end_ms)};
      begin_ms = end_ms;
      ++out.estimated;
    }
    clock_ms = static_cast<std::int64_t>(begin_ms);
  }
  out.order.resize(turns.size());
  for (std::size_t i = 0; i < turns.size(); ++i) out.order[i] = static_cast<std::uint32_t>(i);
  const auto earlier = [&](std::uint32_t a, std::uint32_t b) {
    return out.turns[a].start_ms < out.turns[b].start_ms;
  };
  if (!std::is_sorted(out.order.begin(), out.order.end(), earlier))
    std::stable_sort(out.order.begin(), out.order.end(), earlier);
  return out;
}

bool may_name_speaker(std::string_view text) noexcept {
  Lines lines(text);
  for (Span span; lines.next(span);) {
    const std::string_view line = trim(slice(text, span));
    const CueLabel label = find_cue_label(line);
    if (label.style != CueLabel::Style::none || label.chevron || dialogue_dash(line)) return true;
  }
  return false;
}

Message estimate_note(const WrittenTimes& times) {
  if (times.estimated == 0) return {};
  if (times.estimated == times.turns.size()) return Message(phrase::note_all_estimated, {kWordsPerMinute});
  return Message(phrase::note_estimated, {times.estimated, times.turns.size(), kWordsPerMinute});
}

void append_csv_field(std::string& out, std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos && trim(field).size() == field.size()) {
    out += field;
    return;
  }
  out += '"';
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace visavis
