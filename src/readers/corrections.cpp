#include "readers/corrections.h"
#include "words/reports.h"

#include <algorithm>
#include <charconv>

#include "base/seldom.h"

namespace visavis {
namespace {

std::string_view take_word(std::string_view& rest) { return take_until(rest, ' '); }

template <class Integer>
bool take_number(std::string_view& rest, Integer& number) {
  const std::string_view word = take_word(rest);
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size();
}

// Such as "pt-BR" (BCP 47).
bool is_language_tag(std::string_view tag) {
  const auto is_letter = [](char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; };
  return tag.size() >= 2 && tag.size() <= 35 && is_letter(tag[0]) &&
         std::all_of(tag.begin(), tag.end(),
                     [&](char c) { return is_letter(c) || c == '-' || (c >= '0' && c <= '9'); });
}

bool parse_option(std::string_view rest, ReadOptions& options) {
  const std::string_view verb = take_word(rest);
  Corrections& corrections = options.corrections;
  if (verb == "format") {
    options.format = rest;
    return true;
  }
  if (verb == "join") {
    options.join = rest != "0";
    return rest == "0" || rest == "1";
  }
  if (verb == "second") {
    options.corrections.second_best = true;
    return rest == "1";
  }
  if (verb == "title") {
    corrections.has_title = true;
    corrections.title = collapse_spaces(rest);
    return true;
  }
  if (verb == "language") {
    corrections.language = rest;
    return is_language_tag(rest);
  }
  if (verb == "line") {
    LineCorrection c;
    if (!take_number(rest, c.line) || c.line == 0) return false;
    if (rest == "text")
      c.kind = LineKind::text;
    else if (rest == "speaker")
      c.kind = LineKind::speaker;
    else if (rest == "heading")
      c.kind = LineKind::heading;
    else
      return false;
    corrections.lines.push_back(c);
    return true;
  }
  if (verb == "topics" || verb == "topic" || verb == "untopic") {
    std::uint32_t number = 0;
    return take_number(rest, number) && (rest.empty() || verb == "topic");
  }
  SpeakerEdit edit;
  if (verb == "rename") {
    if (!take_number(rest, edit.speaker)) return false;
    edit.name = collapse_spaces(rest);
    corrections.speakers.push_back(edit);
    return !edit.name.empty();
  }
  if (verb == "role") {
    if (!take_number(rest, edit.speaker)) return false;
    edit.role = find_role(rest);
    corrections.speakers.push_back(edit);
    return edit.role != Role::unknown;
  }
  if (verb == "give") {
    if (!take_number(rest, edit.turn) || !take_number(rest, edit.line) || edit.turn < 0) return false;
    if (rest.starts_with("new ")) {
      edit.name = collapse_spaces(rest.substr(4));
      corrections.speakers.push_back(edit);
      return !edit.name.empty();
    }
    if (!take_number(rest, edit.speaker)) return false;
    corrections.speakers.push_back(edit);
    return edit.speaker >= 0;
  }
  if (verb == "merge") {
    if (!take_number(rest, edit.speaker) || !take_number(rest, edit.merge_into)) return false;
    corrections.speakers.push_back(edit);
    return edit.merge_into >= 0 && edit.merge_into != edit.speaker;
  }
  return false;
}

void add_alias(Speaker& speaker, const std::string& alias) {
  if (alias != speaker.name &&
      std::find(speaker.aliases.begin(), speaker.aliases.end(), alias) == speaker.aliases.end())
    speaker.aliases.push_back(alias);
}

Turn* turn_of(Transcript& transcript, const SpeakerEdit& edit) {
  const auto id = static_cast<std::size_t>(edit.turn);
  if (id < transcript.turns.size() && transcript.turns[id].line == edit.line) return &transcript.turns[id];
  for (Turn& turn : transcript.turns)
    if (turn.line == edit.line && edit.line != 0) return &turn;
  return nullptr;
}

// Before any merge, so that ids mean who they meant. False where there is no such turn or speaker.
bool give(Transcript& transcript, const SpeakerEdit& edit) {
  Turn* turn = turn_of(transcript, edit);
  std::vector<Speaker>& speakers = transcript.speakers;
  auto to = static_cast<std::size_t>(edit.speaker);
  if (edit.speaker == kNone)
    to = static_cast<std::size_t>(std::find_if(speakers.begin(), speakers.end(),
                                               [&](const Speaker& s) { return s.name == edit.name; }) -
                                  speakers.begin());
  if (!turn || (edit.speaker != kNone && to >= speakers.size())) return false;
  if (to == speakers.size()) speakers.emplace_back().name = edit.name;
  turn->speaker = static_cast<std::int32_t>(to);
  return true;
}

// After merges, keeping the order: `now` has the speaker that each uncorrected one is.
void close_gaps(Transcript& transcript, const std::vector<std::int32_t>& now) {
  std::vector<std::int32_t> new_id(transcript.speakers.size(), kNone);
  std::vector<Speaker> kept;
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(now.size()); ++i) {
    if (std::find(now.begin(), now.end(), i) == now.end()) continue;
    new_id[static_cast<std::size_t>(i)] = static_cast<std::int32_t>(kept.size());
    kept.push_back(std::move(transcript.speakers[static_cast<std::size_t>(i)]));
  }
  transcript.speakers = std::move(kept);
  for (Turn& turn : transcript.turns)
    if (turn.speaker != kNone)
      turn.speaker = new_id[static_cast<std::size_t>(now[static_cast<std::size_t>(turn.speaker)])];
}

void give_other_role(std::vector<Speaker>& two) {
  for (std::size_t i = 0; i < 2; ++i) {
    if (two[i].role != Role::unknown) continue;
    const Role other = two[1 - i].role;
    if (other == Role::interviewer) two[i].role = Role::interviewee;
    if (other == Role::interviewee) two[i].role = Role::interviewer;
  }
}

void correct_speakers(Transcript& transcript, const std::vector<SpeakerEdit>& edits) {
  const auto ignore = [&] {
    transcript.report.entries.push_back({0, ReportLevel::warning, phrase::correction_ignored});
  };
  for (const SpeakerEdit& edit : edits)
    if (edit.turn != kNone && !give(transcript, edit)) ignore();
  const auto count = static_cast<std::int32_t>(transcript.speakers.size());
  std::vector<std::int32_t> now(transcript.speakers.size());  // where each uncorrected speaker is now
  for (std::int32_t i = 0; i < count; ++i) now[static_cast<std::size_t>(i)] = i;
  const auto known = [&](std::int32_t id) { return id >= 0 && id < count; };
  bool merged = false, roles_given = false;
  for (const SpeakerEdit& edit : edits) {
    if (edit.turn != kNone) continue;
    if (!known(edit.speaker) || (edit.merge_into != kNone && !known(edit.merge_into))) {
      ignore();
      continue;
    }
    const std::int32_t from = now[static_cast<std::size_t>(edit.speaker)];
    if (edit.merge_into == kNone) {
      Speaker& speaker = transcript.speakers[static_cast<std::size_t>(from)];
      if (edit.role != Role::unknown) {
        speaker.role = edit.role;
        roles_given = true;
        continue;
      }
      const std::string old = speaker.name;
      speaker.name = edit.name;
      std::erase(speaker.aliases, edit.name);
      add_alias(speaker, old);
      continue;
    }
    const std::int32_t into = now[static_cast<std::size_t>(edit.merge_into)];
    if (from == into) continue;
    Speaker& target = transcript.speakers[static_cast<std::size_t>(into)];
    const Speaker source = transcript.speakers[static_cast<std::size_t>(from)];
    add_alias(target, source.name);
    for (const std::string& alias : source.aliases) add_alias(target, alias);
    if (target.role == Role::unknown) target.role = source.role;
    std::replace(now.begin(), now.end(), from, into);
    merged = true;
  }
  if (merged) close_gaps(transcript, now);
  if (roles_given && transcript.speakers.size() == 2) give_other_role(transcript.speakers);
}

}  // namespace

bool parse_read_options(std::string_view lines, ReadOptions& options) {
  Lines walk(lines);
  for (Span line; walk.next(line);)
    if (!line.empty() && !seldom(parse_option)(slice(lines, line), options)) return false;
  return true;
}

void apply_corrections(Transcript& transcript, const Corrections& corrections) {
  if (corrections.has_title) {
    transcript.title = corrections.title;
    transcript.has_title = !corrections.title.empty();
  }
  if (!corrections.language.empty()) {
    transcript.language = corrections.language;
    transcript.language_given = true;
  }
  if (!corrections.speakers.empty()) seldom(correct_speakers)(transcript, corrections.speakers);
}

}  // namespace visavis
