#include "redaction/redaction.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "analysis/words.h"
#include "base/unicode.h"
#include "redaction/folded_words.h"
#include "words/reports.h"

namespace visavis {
namespace {

constexpr std::size_t kMostLeft = 100, kShortestNear = 4;

bool parse_excerpt(std::string_view rest, Redaction& redaction) {
  const char* const end = rest.data() + rest.size();
  const auto first = std::from_chars(rest.data(), end, redaction.first);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != ' ') return false;
  const auto last = std::from_chars(first.ptr + 1, end, redaction.last);
  redaction.has_excerpt = true;
  return last.ec == std::errc() && last.ptr == end && redaction.first >= 0 &&
         redaction.last >= redaction.first;
}

bool parse_line(std::string_view line, Redaction& redaction) {
  const std::string_view verb = take_until(line, ' ');
  const std::string rest = collapse_spaces(line);
  if (verb == "names") {
    redaction.naming = rest == "persons" ? Naming::persons : rest == "roles" ? Naming::roles : Naming::kept;
    return redaction.naming != Naming::kept || rest == "kept";
  }
  if (verb == "call") {
    const std::size_t sign = rest.find('=');
    if (sign == rest.npos) return false;
    redaction.called.push_back(
        {collapse_spaces(rest.substr(0, sign)), collapse_spaces(rest.substr(sign + 1))});
    return !redaction.called.back().words.empty() && !redaction.called.back().instead.empty();
  }
  if (verb == "strike" || verb == "keep") {
    (verb == "strike" ? redaction.struck : redaction.spared).push_back(rest);
    return !rest.empty();
  }
  if (verb == "excerpt") return parse_excerpt(rest, redaction);
  if (verb == "figures") return redaction.figures = rest.empty();
  if (verb != "file") return false;
  redaction.file = rest;
  return true;
}

// "A" to "Z", "AA", …
std::string letter_of(std::size_t n) {
  std::string out;
  for (++n; n > 0; n = (n - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (n - 1) % 26));
  return out;
}

// "Interviewer"; empty where the role is unknown.
std::string title_of(Role role) {
  const char* const name = role_name(role);
  std::string title = name ? name : "";
  if (!title.empty()) title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

bool is_same(std::string_view a, std::string_view b) {
  FoldedWords left(a), right(b);
  FoldedWord one, other;
  for (;;) {
    const bool more = left.next(one);
    if (more != right.next(other)) return false;
    if (!more) return true;
    if (one.key != other.key) return false;
  }
}

bool goes_by(const Speaker& speaker, std::string_view name) {
  return is_same(speaker.name, name) ||
         std::any_of(speaker.aliases.begin(), speaker.aliases.end(),
                     [&](const std::string& alias) { return is_same(alias, name); });
}

// What each speaker is called from now on, empty where nothing changes.
std::vector<std::string> names_for(const Transcript& transcript, const std::vector<Role>& roles,
                                   const Redaction& redaction) {
  std::vector<std::string> names(transcript.speakers.size());
  std::map<Role, std::size_t> of_role, seen;
  for (const Role role : roles) ++of_role[role];
  std::size_t persons = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Speaker& speaker = transcript.speakers[i];
    const bool anybody =
        is_anybody(speaker.name) && std::all_of(speaker.aliases.begin(), speaker.aliases.end(),
                                                [](const std::string& alias) { return is_anybody(alias); });
    const Role role = i < roles.size() ? roles[i] : Role::unknown;
    const std::size_t in_role = ++seen[role];
    if (redaction.naming != Naming::kept && !anybody) {
      const std::string title = redaction.naming == Naming::roles ? title_of(role) : "";
      names[i] = title.empty()       ? "Person " + letter_of(persons)
                 : of_role[role] > 1 ? title + " " + std::to_string(in_role)
                                     : title;
      persons += title.empty() ? 1 : 0;
    }
    for (const Redaction::Called& called : redaction.called)
      if (goes_by(speaker, called.words)) names[i] = called.instead;
  }
  return names;
}

// Whether capitals say anything here: speech recognition often writes none.
bool has_capitals(const Transcript& transcript) {
  std::size_t capitals = 0, letters = 0;
  for (const Turn& turn : transcript.turns) {
    const std::string_view text = transcript.text_of(turn);
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_code_point(text, at);
      letters += is_word_character(c) ? 1 : 0;
      capitals += is_upper(c) ? 1 : 0;
    }
  }
  return capitals * 200 >= letters;
}

// All that is to be found, and what stands there instead.
struct Plan {
  Forms forms;
  std::vector<std::string> instead;  // by Form::of
  std::vector<std::string> names;    // one a speaker
};

Plan plan_of(const Transcript& transcript, const std::vector<Role>& roles, const Redaction& redaction) {
  Plan plan;
  plan.names = names_for(transcript, roles, redaction);
  Forms found;
  const auto target = [&](std::string_view instead) {
    plan.instead.emplace_back(instead);
    return static_cast<std::int32_t>(plan.instead.size() - 1);
  };
  // Words that are struck, or have their own other words, come before the names they may be a part of.
  for (const std::string& words : redaction.struck) found.add_words(words, target(kStruck));
  for (const Redaction::Called& called : redaction.called) {
    const bool is_speaker = std::any_of(transcript.speakers.begin(), transcript.speakers.end(),
                                        [&](const Speaker& one) { return goes_by(one, called.words); });
    if (!is_speaker) found.add_name(called.words, target(called.instead));
    if (!is_speaker) found.add_words(called.words, static_cast<std::int32_t>(plan.instead.size() - 1));
  }
  const std::size_t named = plan.instead.size();
  for (std::size_t i = 0; i < plan.names.size(); ++i) {
    if (plan.names[i].empty()) continue;
    const std::int32_t of = target(plan.names[i]);
    found.add_name(transcript.speakers[i].name, of);
    for (const std::string& alias : transcript.speakers[i].aliases) found.add_name(alias, of);
  }
  for (const std::string& words : redaction.spared) found.remove(words);

  // A part of two people's names stands for either.
  const bool capitals = has_capitals(transcript);
  std::map<std::vector<std::string>, std::vector<const Form*>> by_keys;
  for (const Form& form : found.all()) by_keys[form.keys].push_back(&form);
  for (const Form& form : found.all()) {
    const std::vector<const Form*>& same = by_keys[form.keys];
    if (same.front() != &form) continue;
    Form one = form;
    one.not_small = one.not_small && capitals;
    if (same.size() > 1 && static_cast<std::size_t>(form.of) >= named) {
      std::string either;
      for (const Form* other : same)
        either += (either.empty() ? "" : " or ") + plan.instead[static_cast<std::size_t>(other->of)];
      one.of = target(either);
    }
    plan.forms.add(std::move(one));
  }
  return plan;
}

// A text with other words, and where its old places are in it.
class Replacer {
 public:
  Replacer(const Plan& plan, std::vector<std::size_t>& times) : plan_(plan), times_(times) {}

  struct Piece {
    Span was, now;
  };
  // `pieces`: the places that changed, in order.
  std::string replace(std::string_view text, std::vector<Piece>* pieces = nullptr) {
    std::string out;
    std::size_t kept = 0;
    std::int32_t last = kNone;
    for (const FormMatch& match : plan_.forms.find(text)) {
      const std::int32_t of = plan_.forms.all()[match.form].of;
      ++times_[match.form];
      const std::string_view gap = text.substr(kept, match.place.begin - kept);
      // "Ada Byron Lovelace" is one person, once.
      const bool goes_on = of == last && gap.size() == 1 && (gap == " " || gap == "-" || gap == "_");
      if (!goes_on) {
        out += gap;
        const auto begin = static_cast<std::uint32_t>(out.size());
        out += plan_.instead[static_cast<std::size_t>(of)];
        if (pieces) pieces->push_back({match.place, {begin, static_cast<std::uint32_t>(out.size())}});
      } else if (pieces) {
        pieces->back().was.end = match.place.end;
      }
      kept = match.place.end;
      last = of;
    }
    return out += text.substr(kept);
  }

 private:
  const Plan& plan_;
  std::vector<std::size_t>& times_;
};

// As many words and questions, each word as "x".
std::string words_counted(std::string_view text) {
  const TextCounts whole = count_text(text);
  std::string out;
  const auto put = [&](std::uint32_t words) {
    for (std::uint32_t i = 0; i < words; ++i) out += out.empty() ? "x" : " x";
  };
  // In the places of its question marks; where that counts otherwise (a mark inside a word), behind all
  // words.
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    bool asks = false;
    while (end < text.size() && !asks) asks = is_question_mark(next_code_point(text, end));
    const TextCounts here = count_text(text.substr(at, end - at));
    put(here.words);
    if (here.words && here.questions) out += '?';
    at = end;
  }
  TextCounts now = count_text(out);
  if (now.words == whole.words && now.questions == whole.questions) return out;
  out.clear();
  put(whole.words);
  for (std::uint32_t i = 0; i < whole.questions; ++i) out += out.empty() ? "?" : " ?";
  return out;
}

// The sections that turns of the excerpt have, and their numbers then.
std::vector<std::int32_t> keep_sections(const Transcript& from, std::int32_t first, std::int32_t last,
                                        Transcript& to) {
  std::vector<std::int32_t> number(from.sections.size(), kNone);
  for (std::size_t i = 0; i < from.sections.size(); ++i) {
    const Section& section = from.sections[i];
    const bool whole = first == 0 && last + 1 == static_cast<std::int32_t>(from.turns.size());
    const bool within =
        section.last_turn >= section.first_turn && section.first_turn <= last && section.last_turn >= first;
    if (!whole && !within) continue;
    number[i] = static_cast<std::int32_t>(to.sections.size());
    Section kept = section;
    kept.parent = section.parent == kNone ? kNone : number[static_cast<std::size_t>(section.parent)];
    kept.line = 0;
    kept.first_turn = std::max(section.first_turn - first, 0);
    kept.last_turn = std::min(section.last_turn, last) - first;
    to.sections.push_back(std::move(kept));
  }
  return number;
}

// The turn's words that are still there, with their times; `from` and `to` are the turn's text before and
// now.
void keep_words(const Transcript& transcript, const Turn& turn, const std::vector<Replacer::Piece>& pieces,
                std::uint32_t to, Transcript& out) {
  std::size_t piece = 0;
  std::int64_t shift = static_cast<std::int64_t>(to) - turn.text.begin;
  std::uint32_t said = 0;  // up to where the new text has its words
  for (std::uint32_t w = turn.first_word; w < turn.first_word + turn.word_count; ++w) {
    Word word = transcript.words[w];
    const Span was{word.text.begin - turn.text.begin, word.text.end - turn.text.begin};
    for (; piece < pieces.size() && pieces[piece].was.end <= was.begin; ++piece)
      shift = static_cast<std::int64_t>(to) - turn.text.begin + pieces[piece].now.end - pieces[piece].was.end;
    const bool changed = piece < pieces.size() && pieces[piece].was.begin < was.end;
    if (changed) {
      const Span now = pieces[piece].now;
      // Several words that became one are one, from the first one's start to the last one's end.
      if (said == to + now.end && out.words.size()) {
        out.words.back().end_ms = word.end_ms;
        continue;
      }
      word.text = {to + now.begin, to + now.end};
    } else {
      word.text = {static_cast<std::uint32_t>(word.text.begin + shift),
                   static_cast<std::uint32_t>(word.text.end + shift)};
    }
    said = word.text.end;
    out.words.push_back(word);
  }
}

// Words that stay though they begin as a form does, or are it but for capitals.
void find_left(const Forms& forms, std::string_view text, std::map<std::string, std::size_t>& left) {
  FoldedWords walk(text);
  for (FoldedWord word; walk.next(word);)
    for (const Form& form : forms.all()) {
      if (form.keys.size() != 1 || !word.key.starts_with(form.keys[0])) continue;
      const bool same = word.key.size() == form.keys[0].size();
      if (!same && form.keys[0].size() < kShortestNear) continue;
      const std::string written(slice(text, word.place));
      if (left.size() < kMostLeft || left.count(written)) ++left[written];
      break;
    }
}

// Whether the words stand in the transcript, in longer ones too.
bool stand_in(const Transcript& transcript, const std::string& words) {
  Forms form;
  form.add_words(words, 0);
  const auto has = [&](std::string_view text) { return !form.find(text).empty(); };
  const auto names = [&](const Speaker& one) {
    return has(one.name) || std::any_of(one.aliases.begin(), one.aliases.end(), has);
  };
  return has(transcript.title) ||
         std::any_of(transcript.speakers.begin(), transcript.speakers.end(), names) ||
         std::any_of(transcript.sections.begin(), transcript.sections.end(),
                     [&](const Section& one) { return has(one.title); }) ||
         std::any_of(transcript.turns.begin(), transcript.turns.end(),
                     [&](const Turn& one) { return has(transcript.text_of(one)); });
}

std::string name_of_file(std::string_view file, Replacer& replacer) {
  const std::size_t dot = file.rfind('.');
  std::string name = replacer.replace(file.substr(0, dot == 0 ? file.npos : dot));
  for (std::size_t at; (at = name.find(kStruck)) != name.npos;) name.erase(at, kStruck.size());
  name = collapse_spaces(name);
  return count_text(name).words ? name : "interview";
}

}  // namespace

bool parse_redaction(std::string_view lines, Redaction& redaction) {
  Lines walk(lines);
  for (Span line; walk.next(line);)
    if (!line.empty() && !parse_line(slice(lines, line), redaction)) return false;
  return true;
}

Result<Redacted> redact(const Transcript& from, const std::vector<Role>& roles, const Redaction& redaction) {
  const auto count = static_cast<std::int32_t>(from.turns.size());
  const std::int32_t first = redaction.has_excerpt ? redaction.first : 0;
  const std::int32_t last = redaction.has_excerpt ? redaction.last : count - 1;
  if (redaction.has_excerpt && last >= count)
    return Error{ErrorCode::bad_option, 0, Message(phrase::no_such_turn, {last, count - 1})};
  const Plan plan = plan_of(from, roles, redaction);
  std::vector<std::size_t> times(plan.forms.all().size());
  Replacer replacer(plan, times);
  std::map<std::string, std::size_t> left;

  Redacted out;
  Transcript& to = out.transcript;
  to.language = from.language;
  to.report.format = from.report.format;
  to.report.encoding = "utf-8";
  to.report.confidence = from.report.confidence;
  to.has_title = from.has_title && !redaction.figures;
  if (to.has_title) to.title = replacer.replace(from.title);

  std::vector<std::int32_t> speaker_number(from.speakers.size(), kNone);
  for (std::int32_t t = first; t <= last; ++t)
    if (const std::int32_t speaker = from.turns[static_cast<std::size_t>(t)].speaker; speaker != kNone)
      speaker_number[static_cast<std::size_t>(speaker)] = 0;
  for (std::size_t i = 0; i < from.speakers.size(); ++i) {
    const std::string& name = plan.names[i];
    if (!name.empty()) out.people.push_back({from.speakers[i].name, name});
    if (speaker_number[i] == kNone) continue;
    speaker_number[i] = static_cast<std::int32_t>(to.speakers.size());
    Speaker speaker = from.speakers[i];
    if (!name.empty()) {
      speaker.name = name;
      speaker.aliases.clear();
    } else {
      speaker.name = replacer.replace(speaker.name);
      for (std::string& alias : speaker.aliases) alias = replacer.replace(alias);
    }
    to.speakers.push_back(std::move(speaker));
  }

  const std::vector<std::int32_t> section_number = keep_sections(from, first, last, to);
  for (std::size_t i = 0; i < to.sections.size(); ++i)
    to.sections[i].title =
        redaction.figures ? "Section " + std::to_string(i + 1) : replacer.replace(to.sections[i].title);

  std::vector<Replacer::Piece> pieces;
  for (std::int32_t t = first; t <= last; ++t) {
    Turn turn = from.turns[static_cast<std::size_t>(t)];
    pieces.clear();
    std::string text = replacer.replace(from.text_of(turn), &pieces);
    find_left(plan.forms, text, left);
    const auto begin = static_cast<std::uint32_t>(to.text.size());
    const auto first_word = static_cast<std::uint32_t>(to.words.size());
    if (redaction.figures)
      text = words_counted(from.text_of(turn));
    else
      keep_words(from, turn, pieces, begin, to);
    to.text += text;
    turn.text = {begin, static_cast<std::uint32_t>(to.text.size())};
    to.text += '\n';
    turn.first_word = first_word;
    turn.word_count = static_cast<std::uint32_t>(to.words.size()) - first_word;
    if (turn.speaker != kNone) turn.speaker = speaker_number[static_cast<std::size_t>(turn.speaker)];
    // The innermost section that was kept.
    std::int32_t section = turn.section;
    while (section != kNone && section_number[static_cast<std::size_t>(section)] == kNone)
      section = from.sections[static_cast<std::size_t>(section)].parent;
    turn.section = section == kNone ? kNone : section_number[static_cast<std::size_t>(section)];
    turn.line = static_cast<std::uint32_t>(t - first + 1);
    to.turns.push_back(turn);
  }
  out.file = redaction.figures ? "figures" : name_of_file(redaction.file, replacer);

  for (std::size_t i = 0; i < times.size(); ++i)
    if (times[i])
      out.taken.push_back({plan.forms.all()[i].shown,
                           plan.instead[static_cast<std::size_t>(plan.forms.all()[i].of)], times[i]});
  for (const auto& [word, n] : left) out.left.push_back({word, n});
  std::vector<std::string> asked = redaction.struck;
  for (const Redaction::Called& called : redaction.called)
    if (std::none_of(from.speakers.begin(), from.speakers.end(),
                     [&](const Speaker& one) { return goes_by(one, called.words); }))
      asked.push_back(called.words);
  // Most were found: only the others are looked for.
  for (std::size_t i = 0; i < asked.size(); ++i) {
    bool found = false;
    for (std::size_t form = 0; form < times.size(); ++form)
      found = found || (times[form] && plan.forms.all()[form].of == static_cast<std::int32_t>(i));
    if (!found && !stand_in(from, asked[i])) out.nowhere.push_back(asked[i]);
  }
  out.forms = plan.forms;
  return out;
}

Transcript without_words(const Transcript& transcript) {
  Transcript out = transcript;
  out.text.clear();
  out.words.clear();
  out.has_title = false;
  out.title.clear();
  for (std::size_t i = 0; i < out.speakers.size(); ++i) {
    out.speakers[i].name = "x" + std::to_string(i);
    out.speakers[i].aliases.clear();
  }
  for (Section& section : out.sections) section.title = "x";
  for (Turn& turn : out.turns) {
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += words_counted(transcript.text_of(turn)) + "\n";
    turn.text = {begin, static_cast<std::uint32_t>(out.text.size()) - 1};
    turn.first_word = turn.word_count = 0;
  }
  return out;
}

std::string find_in(const Transcript& transcript, const Forms& forms) {
  std::string found;
  const auto look = [&](std::string_view text) {
    if (!found.empty()) return;
    const std::vector<FormMatch> matches = forms.find(text);
    if (!matches.empty()) found = forms.all()[matches.front().form].shown;
  };
  look(transcript.title);
  look(transcript.language);
  for (const Speaker& speaker : transcript.speakers) {
    look(speaker.name);
    for (const std::string& alias : speaker.aliases) look(alias);
  }
  for (const Section& section : transcript.sections) look(section.title);
  for (const ReportEntry& entry : transcript.report.entries) look(english(entry.message));
  for (const Turn& turn : transcript.turns) look(transcript.text_of(turn));
  return found;
}

}  // namespace visavis
