#include "writers/inspect_figures.h"

#include <charconv>

#include "analysis/following.h"
#include "analysis/languages.h"
#include "analysis/recurrence.h"
#include "analysis/shares.h"
#include "analysis/topic_labels.h"
#include "writers/question_writer.h"

namespace visavis {
namespace {

JsonOut& optional_ms(JsonOut& out, const char* name, std::int64_t ms) {
  out.key(name);
  return ms == kNoTime ? out.null() : out.value(ms);
}

// Null below zero, which stands for none.
void optional_figure(JsonOut& out, const char* name, double value, int decimals) {
  out.key(name);
  value < 0 ? out.null() : out.value(value, decimals);
}

void write_shares(JsonOut& out, const std::vector<double>& shares) {
  out.key("shares").begin_array();
  for (const double share : shares) out.value(share, 4);
  out.end_array();
}

void write_texts(JsonOut& out, const char* name, const std::vector<std::string>& texts) {
  out.key(name).begin_array();
  for (const std::string& text : texts) out.value(std::string_view(text));
  out.end_array();
}

void write_id(JsonOut& out, const char* name, std::int32_t id) {
  out.key(name);
  id == kNone ? out.null() : out.value(id);
}

void write_role(JsonOut& out, const Transcript& transcript, const Analysis& analysis, std::size_t speaker,
                double confidence, const TurnLengths& lengths) {
  out.begin_object().field("speaker", static_cast<std::int32_t>(speaker)).key("role");
  const char* role = role_name(analysis.roles[speaker]);
  role ? out.value(role) : out.null();
  optional_figure(out, "confidence", confidence, 4);
  out.field("stated", transcript.speakers[speaker].role != Role::unknown);
  out.key("turn_words").begin_object().field("turns", lengths.turns);
  const bool any = lengths.turns > 0;
  optional_figure(out, "mean", any ? lengths.mean : -1, 2);
  optional_figure(out, "median", any ? lengths.median : -1, 2);
  optional_figure(out, "lower_quartile", any ? lengths.lower_quartile : -1, 2);
  optional_figure(out, "upper_quartile", any ? lengths.upper_quartile : -1, 2);
  out.field("longest", lengths.longest).key("longest_turn");
  lengths.longest_turn == kNone ? out.null() : out.value(lengths.longest_turn);
  out.key("distribution").begin_array();
  for (const std::uint32_t count : lengths.distribution) out.value(count);
  out.end_array().end_object();
  out.field("runs", lengths.runs).field("longest_run", lengths.longest_run);
  optional_figure(out, "words_per_minute", lengths.words_per_minute, 1);
  out.end_object();
}

void write_sharing(JsonOut& out, const Sharing& sharing) {
  out.key("sharing");
  if (!sharing.known) {
    out.null();
    return;
  }
  out.begin_object().field("primary", sharing.primary).key("imbalance").value(sharing.imbalance, 4);
  out.field("label", sharing.label).field("window_ms", sharing.rules.window_ms);
  out.field("step_ms", sharing.rules.step_ms).key("threshold").value(sharing.rules.threshold, 4);
  out.key("windows").begin_array();
  for (const std::int8_t leads : sharing.windows) out.value(static_cast<std::int32_t>(leads));
  out.end_array().end_object();
}

void write_asker(JsonOut& out, std::int32_t speaker, const QuestionCounts& counts) {
  out.begin_object().field("speaker", speaker).field("asked", counts.asked);
  out.field("rhetorical", counts.rhetorical).field("quoted", counts.quoted).key("kinds").begin_object();
  for (const QuestionKind kind :
       {QuestionKind::wh, QuestionKind::yes_no, QuestionKind::declarative, QuestionKind::tag})
    out.field(question_kind_name(kind), counts.by_kind[static_cast<std::size_t>(kind)]);
  out.end_object().field("answered", counts.answered).field("follow_ups", counts.follow_ups);
  out.field("met_by_question", counts.met_by_question).field("nothing_shared", counts.nothing_shared);
  optional_figure(out, "median_answer_words", counts.median_answer_words, 1);
  out.key("median_delay_ms");
  counts.delays > 0 ? out.value(counts.median_delay_ms, 1) : out.null();
  out.end_object();
}

void write_question(JsonOut& out, const Transcript& transcript, const Exchange& one) {
  out.begin_object().field("turn", one.turn);
  out.field("speaker", transcript.turns[static_cast<std::size_t>(one.turn)].speaker);
  const std::string text = collapse_spaces(slice(transcript.text, one.text));
  out.field("text", std::string_view(text)).key("kind");
  const char* kind = question_kind_name(one.kind);
  kind ? out.value(kind) : out.null();
  out.field("quoted", one.quoted).field("rhetorical", one.rhetorical).field("follow_up", one.follow_up);
  out.key("answer");
  if (one.answer == kNone) {
    out.null().end_object();
    return;
  }
  out.begin_object().field("turn", one.answer);
  out.field("speaker", transcript.turns[static_cast<std::size_t>(one.answer)].speaker);
  out.field("words", one.answer_words);
  optional_ms(out, "delay_ms", one.delay_ms).field("is_question", one.met_by_question);
  const std::string begins = answer_beginning(transcript, one);
  out.field("shared_words", one.shared_words).field("begins", std::string_view(begins));
  out.end_object().end_object();
}

// Every turn that takes the floor or begins inside another's.
void write_changes(JsonOut& out, const Floor& floor) {
  out.key("changes").begin_array();
  for (std::size_t i = 0; i < floor.turns.size(); ++i) {
    const TurnFloor& turn = floor.turns[i];
    if (turn.change <= FloorChange::continued) continue;
    out.newline().begin_object().field("turn", static_cast<std::int32_t>(i)).field("before", turn.before);
    out.field("offset_ms", turn.offset_ms).field("change", floor_change_name(turn.change)).end_object();
  }
  out.end_array();
}

void write_floor_speakers(JsonOut& out, const Transcript& transcript, const Floor& floor) {
  const bool measured = floor.times == FloorTimes::measured;
  const std::vector<FloorCounts> counts = floor_counts(transcript, floor, whole(transcript));
  const auto count = [&](const char* name, std::uint32_t value) {
    out.key(name);
    measured ? out.value(value) : out.null();
  };
  out.key("speakers").begin_array();
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const FloorCounts& mine = counts[i];
    out.begin_object().field("speaker", static_cast<std::int32_t>(i));
    count("gaps", mine.gaps);
    count("overlaps", mine.overlaps);
    count("interruptions", mine.interruptions);
    count("interrupted", mine.interrupted);
    count("backchannels", mine.backchannels);
    count("inside", mine.inside);
    out.field("marked_interruptions", mine.marked_interruptions);
    out.field("marked_interrupted", mine.marked_interrupted).end_object();
  }
  out.end_array();
}

}  // namespace

void write_topics(JsonOut& out, const Transcript& transcript, const Analysis& analysis,
                  const Topics& topics) {
  out.key("topics").begin_array();
  for (std::size_t i = 0; i < topics.list.size(); ++i) {
    const Topic& topic = topics.list[i];
    out.newline().begin_object().field("id", static_cast<std::int32_t>(i)).field("found", topic.found);
    out.key("section");
    topic.section == kNone ? out.null() : out.value(topic.section);
    out.field("first_turn", topic.turns.first).field("last_turn", topic.turns.last);
    out.field("words", static_cast<std::int64_t>(topic.words)).key("confidence").value(topic.confidence, 4);
    write_texts(out, "keyphrases", topic.keyphrases);
    out.key("name");
    topic.name.empty() ? out.null() : out.value(std::string_view(topic.name));
    out.field("thread", static_cast<std::int32_t>(topic.thread));
    const Balance balance = balance_of(transcript, analysis.measures, topic.turns);
    optional_figure(out, "index", balance.index, 4);
    optional_figure(out, "gini", balance.gini, 4);
    out.key("speaker_words").begin_array();
    for (const SpeakerBalance& speaker : balance.speakers)
      out.value(static_cast<std::int64_t>(speaker.words));
    out.end_array().end_object();
  }
  out.end_array().key("topic_starts").begin_array();
  for (const std::int32_t turn : topics.starts) out.value(turn);
  out.end_array();
}

void write_talk_words(JsonOut& out, const Transcript& transcript) {
  out.key("keyphrases").begin_array();
  for (const KeyTerm& term : key_terms_of(transcript)) {
    out.newline().begin_object().field("text", std::string_view(term.text)).field("count", term.count);
    write_texts(out, "stems", term.stems);
    out.end_object();
  }
  const Recurrence found = recurrence_of(transcript);
  out.end_array().key("recurrence").begin_object().key("speakers").begin_array();
  for (std::size_t i = 0; i < found.speakers.size(); ++i) {
    const Recurrence::Speaker& one = found.speakers[i];
    out.begin_object().field("speaker", static_cast<std::int32_t>(i)).field("terms", one.terms);
    out.field("fresh", one.fresh).field("own", one.own).field("taken", one.taken).end_object();
  }
  out.end_array().key("pairs").begin_array();
  for (const Recurrence::Pair& one : found.pairs)
    out.begin_object()
        .field("speaker", one.speaker)
        .field("of", one.of)
        .field("terms", one.terms)
        .end_object();
  out.end_array().key("stretches").begin_array();
  for (const Recurrence::Stretch& one : found.stretches)
    out.begin_object().field("first_turn", one.first).field("last_turn", one.last).end_object();
  out.end_array().key("links").begin_array();
  const auto speaker_of = [&](std::int32_t turn) {
    return transcript.turns[static_cast<std::size_t>(turn)].speaker;
  };
  for (const Recurrence::Link& one : found.links) {
    out.newline().begin_object().field("earlier", one.earlier).field("later", one.later);
    out.key("alike").value(one.alike, 4).field("of_turn", one.of_turn);
    write_id(out, "of", speaker_of(one.of_turn));
    out.field("turn", one.turn);
    write_id(out, "speaker", speaker_of(one.turn));
    write_texts(out, "words", one.words);
    out.end_object();
  }
  out.end_array().end_object();
}

void write_found_sections(JsonOut& out, const Transcript& transcript, const Topics& topics, std::int32_t id) {
  for (const Topic& topic : topics.list) {
    if (!topic.found) continue;
    const std::string title = topic_title(topic);
    out.newline().begin_object().field("id", id++).field("title", std::string_view(title));
    out.field("kind", section_kind_name(SectionKind::derived)).field("level", topic_level(transcript, topic));
    out.key("parent");
    topic.section == kNone ? out.null() : out.value(topic.section);
    out.field("line", std::int32_t{0});
    out.field("first_turn", topic.turns.first).field("last_turn", topic.turns.last);
    out.field("words", static_cast<std::int64_t>(topic.words));
    write_texts(out, "keyphrases", topic.keyphrases);
    out.key("confidence").value(topic.confidence, 4).end_object();
  }
}

void write_more_balance(JsonOut& out, const Transcript& transcript, const Analysis& analysis,
                        const FigureRules& rules) {
  out.key("by").begin_object();
  for (const ShareOf measure : {ShareOf::words, ShareOf::time, ShareOf::turns, ShareOf::characters}) {
    const Shares by = shares_by(analysis.balance, measure);
    out.key(share_of_name(measure));
    if (!by.known) {
      out.null();
      continue;
    }
    out.begin_object();
    write_shares(out, by.shares);
    const Evenness evenness =
        rules.silent.empty() ? by.evenness : evenness_with(by.shares, analysis.balance, rules.silent.size());
    optional_figure(out, "index", evenness.index, 4);
    optional_figure(out, "gini", evenness.gini, 4);
    out.end_object();
  }
  const RollingBalance rolling =
      rolling_balance(transcript, analysis, rules.window_words, rules.silent.size());
  out.end_object().key("silent").begin_array();
  for (const std::string& name : rules.silent) out.value(std::string_view(name));
  out.end_array().key("rolling").begin_object();
  out.field("window_words", static_cast<std::int64_t>(rolling.window_words));
  out.field("step_words", static_cast<std::int64_t>(rolling.step_words)).key("points").begin_array();
  for (const RollingBalance::Point& point : rolling.points) {
    out.begin_object().field("turn", point.turn);
    optional_figure(out, "index", point.index, 4);
    write_shares(out, point.shares);
    out.end_object();
  }
  out.end_array().end_object();
}

void write_spoken(JsonOut& out, const Transcript& transcript) {
  const std::string_view language = language_of(transcript);
  out.key("spoken").begin_object().key("language");
  language.empty() ? out.null() : out.value(language);
  out.field("given", transcript.language_given).end_object();
}

void write_roles(JsonOut& out, const Transcript& transcript, const Analysis& analysis) {
  const std::vector<TurnLengths> lengths = turn_lengths(transcript, analysis.measures, whole(transcript));
  out.key("roles").begin_object().key("speakers").begin_array();
  const std::vector<double> sure = role_confidence_of(transcript, analysis.balance, analysis.roles);
  for (std::size_t i = 0; i < lengths.size(); ++i)
    write_role(out, transcript, analysis, i, sure[i], lengths[i]);
  out.end_array().key("follows").begin_array();
  for (const Following& one : following_of(transcript)) {
    out.begin_object().field("from", one.from).field("to", one.to).field("count", one.count);
    out.key("expected").value(one.expected, 2).key("residual").value(one.residual, 2).end_object();
  }
  out.end_array();
  write_sharing(out, sharing_of(transcript));
  out.end_object();
}

std::string write_spoken_and_roles(const Transcript& transcript, const Analysis& analysis) {
  JsonOut out;
  out.begin_object();
  write_spoken(out, transcript);
  write_roles(out, transcript, analysis);
  out.end_object();
  return out.take();
}

void write_questions(JsonOut& out, const Transcript& transcript, const Analysis& analysis,
                     const FigureRules& rules) {
  const Exchanges exchanges = exchanges_of(transcript, analysis.measures, analysis.floor, rules.exchanges);
  const std::vector<QuestionCounts> counts = question_counts(transcript, exchanges);
  out.key("questions").begin_object().key("language");
  exchanges.language.empty() ? out.null() : out.value(std::string_view(exchanges.language));
  out.key("rules").begin_object().field("goes_on_words", exchanges.rules.goes_on_words).end_object();
  out.key("speakers").begin_array();
  for (std::size_t i = 0; i < counts.size(); ++i) write_asker(out, static_cast<std::int32_t>(i), counts[i]);
  out.end_array().key("list").begin_array();
  for (const Exchange& one : exchanges.questions) {
    out.newline();
    write_question(out, transcript, one);
  }
  out.end_array().end_object();
}

void write_floor(JsonOut& out, const Transcript& transcript, const Analysis& analysis,
                 const FigureRules& rules) {
  const Floor floor = floor_of(transcript, analysis.measures, rules.floor);
  const bool measured = floor.times == FloorTimes::measured;
  out.key("floor").begin_object().field("measured", measured);
  out.field("times", floor_times_name(floor.times)).key("rules").begin_object();
  out.field("interruption_ms", floor.rules.interruption_ms);
  out.field("backchannel_words", floor.rules.backchannel_words);
  out.field("backchannel_ms", floor.rules.backchannel_ms).end_object();
  optional_ms(out, "silence_ms", floor.silence_ms);
  optional_ms(out, "overlap_ms", floor.overlap_ms);
  write_floor_speakers(out, transcript, floor);
  out.key("pairs").begin_array();
  for (const FloorPair& pair : floor_pairs(transcript, floor, whole(transcript))) {
    out.begin_object().field("from", pair.from).field("to", pair.to).field("transfers", pair.transfers);
    out.field("gaps", pair.gaps).key("median_ms").value(pair.median_ms, 1);
    out.key("mean_ms").value(pair.mean_ms, 1).key("counts").begin_array();
    for (const std::uint32_t bin : pair.counts) out.value(bin);
    out.end_array().end_object();
  }
  out.end_array();
  write_changes(out, floor);
  out.key("offsets");
  if (measured) {
    out.begin_object()
        .field("first_ms", kFirstOffset_ms)
        .field("bin_ms", kOffsetBin_ms)
        .key("counts")
        .begin_array();
    for (const std::uint32_t bin : floor_histogram(floor)) out.value(bin);
    out.end_array().end_object();
  } else {
    out.null();
  }
  out.end_object();
}

namespace {

bool parse_rule(std::string_view line, FigureRules& rules) {
  const std::size_t space = std::min(line.find(' '), line.size());
  const std::string_view name = line.substr(0, space), value = line.substr(std::min(space + 1, line.size()));
  if (name == "silent") {
    rules.silent.push_back(collapse_spaces(value));
    return !rules.silent.back().empty();
  }
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size()) return false;
  if (name == "interruption_ms") return rules.floor.interruption_ms = number, true;
  if (name == "backchannel_words") return rules.floor.backchannel_words = number, true;
  if (name == "backchannel_ms") return rules.floor.backchannel_ms = number, true;
  if (name == "goes_on_words") return rules.exchanges.goes_on_words = number, true;
  if (name == "window_words") return rules.window_words = number, true;
  return false;
}

}  // namespace

bool parse_rules(std::string_view lines, FigureRules& rules) {
  Lines walk(lines);
  for (Span line; walk.next(line);)
    if (!line.empty() && !parse_rule(slice(lines, line), rules)) return false;
  return true;
}

std::string write_figures(const Transcript& transcript, const Analysis& analysis, const FigureRules& rules) {
  JsonOut out;
  out.begin_object();
  write_topics(out, transcript, analysis, topics_of(transcript, analysis.measures, rules.topics));
  write_spoken(out, transcript);
  write_talk_words(out, transcript);
  out.key("balance").begin_object();
  write_more_balance(out, transcript, analysis, rules);
  out.end_object();
  write_questions(out, transcript, analysis, rules);
  write_roles(out, transcript, analysis);
  write_floor(out, transcript, analysis, rules);
  out.end_object();
  return out.take();
}

}  // namespace visavis
