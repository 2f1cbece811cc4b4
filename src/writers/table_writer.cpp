#include "writers/table_writer.h"

#include <cmath>
#include <cstdio>

#include "analysis/shares.h"
#include "analysis/topics.h"
#include "writers/question_writer.h"
#include "writers/written_text.h"

namespace visavis {
namespace {

// Builds one row, field by field.
class Row {
 public:
  explicit Row(std::string& out) : out_(out) {}
  Row& text(std::string_view field) {
    separate();
    append_csv_field(out_, field);
    return *this;
  }
  Row& count(std::uint64_t number) { return text(std::to_string(number)); }
  Row& id(std::int32_t number) { return text(std::to_string(number)); }
  Row& known(bool is_known, std::uint64_t number) { return is_known ? count(number) : text(""); }
  // Empty below `least`, which stands for unknown.
  Row& figure(double value, int decimals, double least = 0) {
    if (!(value >= least)) return text("");
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*f", decimals, value);
    return text(buffer);
  }
  void end() { out_ += "\r\n"; }

 private:
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }

  std::string& out_;
  bool first_ = true;
};

void add_speakers(std::string& out, const Transcript& transcript, const Analysis& analysis,
                  std::string_view file, const FigureRules& rules) {
  const TurnRange all = whole(transcript);
  const Balance& balance = analysis.balance;
  const Shares time = shares_by(balance, ShareOf::time), turns = shares_by(balance, ShareOf::turns);
  const std::vector<TurnLengths> lengths = turn_lengths(transcript, analysis.measures, all);
  const Floor offsets = floor_of(transcript, analysis.measures, rules.floor);
  const std::vector<FloorCounts> floor = floor_counts(transcript, offsets, all);
  const std::vector<QuestionCounts> questions =
      question_counts(transcript, exchanges_of(transcript, analysis.measures, offsets, rules.exchanges));
  const std::vector<double> sure = role_confidence_of(transcript, balance, analysis.roles);
  const bool measured = analysis.floor.times == FloorTimes::measured;
  for (std::size_t i = 0; i < transcript.speakers.size(); ++i) {
    const SpeakerBalance& weight = balance.speakers[i];
    const char* role = role_name(analysis.roles[i]);
    Row row(out);
    row.text(file).id(static_cast<std::int32_t>(i)).text(transcript.speakers[i].name).text(role ? role : "");
    row.figure(sure[i], 4).count(weight.turns).count(weight.words).count(weight.characters);
    row.known(weight.ms != kNoTime, static_cast<std::uint64_t>(weight.ms)).figure(weight.share, 4);
    row.figure(time.known ? time.shares[i] : -1, 4).figure(turns.known ? turns.shares[i] : -1, 4);
    row.figure(weight.turns ? lengths[i].mean : -1, 2).figure(weight.turns ? lengths[i].median : -1, 2);
    row.count(weight.longest_turn).count(lengths[i].runs).figure(lengths[i].words_per_minute, 1);
    row.count(weight.questions).count(questions[i].asked).count(questions[i].rhetorical);
    row.count(questions[i].follow_ups).figure(questions[i].median_answer_words, 1);
    row.figure(questions[i].delays > 0 ? questions[i].median_delay_ms : std::nan(""), 1, -1e18);
    row.known(measured, floor[i].interruptions).known(measured, floor[i].interrupted);
    row.known(measured, floor[i].backchannels).count(floor[i].marked_interruptions).end();
  }
}

void add_topic(std::string& out, const Transcript& transcript, const Analysis& analysis,
               std::string_view file, std::int32_t id, const Section* section, TurnRange range,
               std::uint64_t words) {
  const Balance balance = balance_of(transcript, analysis.measures, range);
  std::size_t most = 0;
  for (std::size_t i = 1; i < balance.speakers.size(); ++i)
    if (balance.speakers[i].words > balance.speakers[most].words) most = i;
  std::uint64_t questions = 0;
  for (const SpeakerBalance& speaker : balance.speakers) questions += speaker.questions;
  Row row(out);
  row.text(file);
  if (section) {
    row.id(id).text(section->title).text(section_kind_name(section->kind)).id(section->level);
    row.text(section->parent == kNone ? "" : std::to_string(section->parent));
  } else {
    row.text("").text("").text("").text("").text("");
  }
  row.id(range.first).id(range.last).count(words);
  row.count(balance.voices).figure(balance.index, 4).figure(balance.gini, 4).count(questions);
  row.text(balance.words ? transcript.speakers[most].name : "");
  row.figure(balance.words ? balance.speakers[most].share : -1, 4).end();
}

void add_questions(std::string& out, const Transcript& transcript, const Analysis& analysis,
                   std::string_view file, const FigureRules& rules) {
  const Exchanges exchanges = exchanges_of(
      transcript, analysis.measures, floor_of(transcript, analysis.measures, rules.floor), rules.exchanges);
  const auto name_of = [&](std::int32_t turn) -> std::string_view {
    return transcript
        .speakers[static_cast<std::size_t>(transcript.turns[static_cast<std::size_t>(turn)].speaker)]
        .name;
  };
  std::int32_t id = 0;
  for (const Exchange& one : exchanges.questions) {
    const char* kind = question_kind_name(one.kind);
    Row row(out);
    row.text(file).id(id++).id(one.turn).text(name_of(one.turn)).text(kind ? kind : "");
    row.id(one.quoted).id(one.rhetorical).id(one.follow_up);
    row.text(collapse_spaces(slice(transcript.text, one.text)));
    const bool answered = one.answer != kNone;
    row.text(answered ? std::to_string(one.answer) : "").text(answered ? name_of(one.answer) : "");
    row.known(answered, one.answer_words);
    row.figure(answered && one.delay_ms != kNoTime ? static_cast<double>(one.delay_ms) : std::nan(""), 0,
               -1e18);
    row.known(answered, one.met_by_question).known(answered, one.shared_words);
    row.text(answer_beginning(transcript, one)).end();
  }
}

// The author's sections, then the topics found, as inspect has them; the whole talk where there are none.
void add_topics(std::string& out, const Transcript& transcript, const Analysis& analysis,
                std::string_view file, const FigureRules& rules) {
  std::int32_t id = 0;
  for (const Section& section : transcript.sections) {
    add_topic(out, transcript, analysis, file, id, &section, {section.first_turn, section.last_turn},
              analysis.section_words[static_cast<std::size_t>(id)]);
    ++id;
  }
  for (const Topic& topic : topics_of(transcript, analysis.measures, rules.topics).list) {
    if (!topic.found) continue;
    Section section;
    section.title = topic_title(topic);
    section.kind = SectionKind::derived;
    section.level = topic_level(transcript, topic);
    section.parent = topic.section;
    add_topic(out, transcript, analysis, file, id++, &section, topic.turns, topic.words);
  }
  const TurnRange all = whole(transcript);
  if (id == 0) add_topic(out, transcript, analysis, file, id, nullptr, all, analysis.words_in(all));
}

}  // namespace

bool find_table(std::string_view name, TablePer& per) noexcept {
  if (name == "speaker") return per = TablePer::speaker, true;
  if (name == "topic") return per = TablePer::topic, true;
  if (name == "question") return per = TablePer::question, true;
  return false;
}

std::string table_header(TablePer per) {
  switch (per) {
    case TablePer::topic:
      return "file,topic,title,kind,level,parent,first_turn,last_turn,words,voices,index,gini,question_marks,"
             "most_speaker,most_share\r\n";
    case TablePer::question:
      return "file,question,turn,speaker,kind,quoted,rhetorical,follow_up,text,answer_turn,answer_speaker,"
             "answer_words,answer_delay_ms,answer_is_question,shared_words,answer_begins\r\n";
    default:
      return "file,speaker,name,role,role_confidence,turns,words,characters,ms,share,share_of_time,share_of_"
             "turns,mean_turn_words,median_turn_words,longest_turn_words,runs,words_per_minute,question_"
             "marks,"
             "questions_asked,questions_rhetorical,follow_ups,median_answer_words,median_answer_delay_ms,"
             "interruptions,interrupted,backchannels,marked_interruptions\r\n";
  }
}

std::string table_rows(TablePer per, const Transcript& transcript, const Analysis& analysis,
                       std::string_view file, const FigureRules& rules) {
  std::string out;
  switch (per) {
    case TablePer::topic:
      add_topics(out, transcript, analysis, file, rules);
      break;
    case TablePer::question:
      add_questions(out, transcript, analysis, file, rules);
      break;
    default:
      add_speakers(out, transcript, analysis, file, rules);
  }
  return out;
}

}  // namespace visavis
