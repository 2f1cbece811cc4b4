#include "writers/inspect_writer.h"

#include <algorithm>

#include "base/json_out.h"
#include "writers/inspect_figures.h"

namespace visavis {
namespace {

void optional_id(JsonOut& out, const char* name, std::int32_t id) {
  out.key(name);
  id == kNone ? out.null() : out.value(id);
}

void optional_time(JsonOut& out, const char* name, std::int64_t ms) {
  out.key(name);
  ms == kNoTime ? out.null() : out.value(ms);
}

void optional_text(JsonOut& out, const char* name, bool has, std::string_view text) {
  out.key(name);
  has ? out.value(text) : out.null();
}

void write_speakers(JsonOut& out, const Transcript& transcript, const Analysis& analysis) {
  out.key("speakers").begin_array();
  for (std::size_t i = 0; i < transcript.speakers.size(); ++i) {
    const Speaker& speaker = transcript.speakers[i];
    const SpeakerBalance& weight = analysis.balance.speakers[i];
    out.newline().begin_object();
    out.field("id", static_cast<std::int32_t>(i)).field("name", std::string_view(speaker.name));
    out.key("aliases").begin_array();
    for (const std::string& alias : speaker.aliases) out.value(std::string_view(alias));
    out.end_array();
    const char* role = role_name(analysis.roles[i]);
    optional_text(out, "role", role != nullptr, role ? role : "");
    out.field("turns", weight.turns).field("words", static_cast<std::int64_t>(weight.words));
    optional_time(out, "ms", weight.ms);
    out.key("share").value(weight.share, 4);
    out.field("questions", weight.questions).field("longest_turn", weight.longest_turn);
    out.end_object();
  }
  out.end_array();
}

// What the file marks of a turn; that its times are a caption's is said once, of the source.
void write_marks(JsonOut& out, const Turn& turn) {
  if (!(turn.marks & (kMarkOverlap | kMarkInaudible | kMarkInterrupted))) return;
  out.key("marks").begin_array();
  for (const Mark mark : {kMarkOverlap, kMarkInaudible, kMarkInterrupted})
    if (turn.marks & mark) out.value(mark_name(mark));
  out.end_array();
}

// Turns from `first` on until `bytes` are written; answers the turn to go on with.
std::size_t write_turns(JsonOut& out, const Transcript& transcript, std::size_t first, std::size_t bytes) {
  const std::size_t before = out.text().size();
  out.key("turns").begin_array();
  std::size_t i = first;
  for (; i < transcript.turns.size() && out.text().size() - before < bytes; ++i) {
    const Turn& turn = transcript.turns[i];
    out.newline().begin_object();
    out.field("id", static_cast<std::int32_t>(i));
    optional_id(out, "speaker", turn.speaker);
    optional_id(out, "section", turn.section);
    out.field("line", turn.line);
    optional_time(out, "start_ms", turn.start_ms);
    optional_time(out, "end_ms", turn.end_ms);
    if (turn.end_source == TimeSource::estimated) out.field("end_estimated", true);
    if (turn.start_source == TimeSource::estimated) out.field("start_estimated", true);
    out.field("text", transcript.text_of(turn));
    write_marks(out, turn);
    if (turn.word_count) {
      out.key("words").begin_array();
      for (std::uint32_t w = turn.first_word; w < turn.first_word + turn.word_count; ++w) {
        const Word& word = transcript.words[w];
        out.begin_object().field("text", slice(transcript.text, word.text));
        optional_time(out, "start_ms", word.start_ms);
        optional_time(out, "end_ms", word.end_ms);
        if (word.confidence >= 0) out.key("confidence").value(static_cast<double>(word.confidence), 4);
        out.end_object();
      }
      out.end_array();
    }
    out.end_object();
  }
  out.end_array();
  return i;
}

// What an object may hold beyond its head. Named by the one that writes them, so that a program that writes
// heads alone is linked without.
struct MoreFigures {
  using Write = void(JsonOut& out, const Transcript& transcript, const Analysis& analysis,
                     const FigureRules& rules);
  using WriteTopics = void(JsonOut& out, const Transcript& transcript, const Analysis& analysis,
                           const Topics& topics);
  using WriteSections = void(JsonOut& out, const Transcript& transcript, const Topics& topics,
                             std::int32_t id);
  Write* in_balance = nullptr;
  Write* objects = nullptr;
  const Topics* topics = nullptr;
  WriteTopics* topic_list = nullptr;
  WriteSections* found_sections = nullptr;
  const FigureRules* rules = nullptr;
  std::string (*said)(const Message& message) = english;
};

void write_sections(JsonOut& out, const Transcript& transcript, const Analysis& analysis,
                    const MoreFigures& more) {
  out.key("sections").begin_array();
  for (std::size_t i = 0; i < transcript.sections.size(); ++i) {
    const Section& section = transcript.sections[i];
    out.newline().begin_object();
    out.field("id", static_cast<std::int32_t>(i)).field("title", std::string_view(section.title));
    out.field("kind", section_kind_name(section.kind)).field("level", section.level);
    optional_id(out, "parent", section.parent);
    out.field("line", section.line);
    out.field("first_turn", section.first_turn).field("last_turn", section.last_turn);
    out.field("words", static_cast<std::int64_t>(analysis.section_words[i]));
    out.key("keyphrases").begin_array().end_array();
    out.end_object();
  }
  if (more.topics)
    more.found_sections(out, transcript, *more.topics, static_cast<std::int32_t>(transcript.sections.size()));
  out.end_array();
}

void write_figure_objects(JsonOut& out, const Transcript& transcript, const Analysis& analysis,
                          const FigureRules& rules) {
  write_spoken(out, transcript);
  write_talk_words(out, transcript);
  write_questions(out, transcript, analysis, rules);
  write_roles(out, transcript, analysis);
  write_floor(out, transcript, analysis, rules);
}

std::string write_object(const Transcript& transcript, const Analysis& analysis, std::string_view path,
                         std::size_t most_turn_bytes, const MoreFigures& more) {
  const Balance& balance = analysis.balance;
  const Report& report = transcript.report;
  JsonOut out;
  out.begin_object().field("schema", std::int32_t{1});
  out.key("source").begin_object();
  if (!path.empty()) out.field("path", path);
  out.field("format", std::string_view(report.format)).field("encoding", std::string_view(report.encoding));
  out.field("bytes", static_cast<std::int64_t>(report.bytes)).key("confidence").value(report.confidence, 3);
  if (std::any_of(transcript.turns.begin(), transcript.turns.end(),
                  [](const Turn& turn) { return (turn.marks & kMarkCaption) != 0; }))
    out.field("captions", true);
  out.end_object();
  optional_text(out, "title", transcript.has_title, transcript.title);
  optional_text(out, "language", !transcript.language.empty(), transcript.language);
  optional_time(out, "duration_ms", transcript.duration_ms());
  write_speakers(out, transcript, analysis);
  write_turns(out, transcript, 0, most_turn_bytes);
  write_sections(out, transcript, analysis, more);
  if (more.topics) more.topic_list(out, transcript, analysis, *more.topics);
  out.key("balance").begin_object().field("measure", "words");
  out.key("index");
  balance.index < 0 ? out.null() : out.value(balance.index, 4);
  out.key("gini");
  balance.gini < 0 ? out.null() : out.value(balance.gini, 4);
  if (more.in_balance) more.in_balance(out, transcript, analysis, *more.rules);
  out.end_object();
  if (more.objects) more.objects(out, transcript, analysis, *more.rules);
  out.key("report").begin_array();
  for (const ReportEntry& entry : report.entries) {
    out.newline().begin_object().field("line", entry.line).field("level", report_level_name(entry.level));
    out.field("code", std::string_view(entry.code))
        .field("message", std::string_view(more.said(entry.message)))
        .end_object();
  }
  out.end_array().end_object();
  return out.take() + "\n";
}

std::string packed(const Message& message) { return message.packed(); }

}  // namespace

std::string write_inspect(const Transcript& transcript, const Analysis& analysis, std::string_view path,
                          const FigureRules& rules) {
  const Topics topics = topics_of(transcript, analysis.measures, rules.topics);
  return write_object(
      transcript, analysis, path, std::string::npos,
      {write_more_balance, write_figure_objects, &topics, write_topics, write_found_sections, &rules});
}

std::string write_reading(const Transcript& transcript, const Analysis& analysis) {
  return write_object(transcript, analysis, {}, std::string::npos, {});
}

std::string write_inspect_head(const Transcript& transcript, const Analysis& analysis) {
  return write_object(transcript, analysis, {}, 0, {.said = packed});
}

std::string write_inspect_turns(const Transcript& transcript, std::size_t first, std::size_t bytes) {
  JsonOut out;
  out.begin_object().field("count", static_cast<std::int64_t>(transcript.turns.size()));
  const std::size_t next = write_turns(out, transcript, first, bytes);
  out.key("next");
  next < transcript.turns.size() ? out.value(static_cast<std::int64_t>(next)) : out.null();
  out.end_object();
  return out.take();
}

}  // namespace visavis
