#include <string>
#include <string_view>

#include "bridge/answers.h"
#include "bridge/exports.h"
#include "bridge/read.h"
#include "bridge/write.h"
#include "offline/offline_page.h"
#include "readers/corrections.h"
#include "scene/document_block.h"
#include "scene/found.h"
#include "words/reports.h"
#include "writers/inspect_figures.h"
#include "writers/inspect_writer.h"
#include "writers/question_writer.h"
#include "writers/table_writer.h"
#include "writers/writers.h"

namespace visavis {
namespace {

constexpr std::string_view kCopy = "offline\n", kTable = "table ", kFound = "found\n", kFigures = "figures\n",
                           kQuestions = "questions\n", kNotes = "notes ";

std::string_view take_line(std::string_view& rest) { return take_until(rest, '\n'); }

// `rest`: the view's line, then the template.
Result<std::string> write_copy(const Document& document, std::string_view rest) {
  const std::string_view view = take_line(rest);
  return write_offline_page(document, rest, view);
}

// The rules in `lines`, and what a person said of this document's topics.
Result<FigureRules> rules_of(const Document& document, std::string_view lines) {
  FigureRules rules;
  if (!parse_rules(lines, rules)) return Error{ErrorCode::bad_option, 0, phrase::bad_rule};
  rules.topics = parse_topic_edits(document.topic_edits);
  return rules;
}

// `rest`: what there is a row for, the file's name, then rules.
Result<std::string> write_table(const Document& document, std::string_view rest) {
  TablePer per = TablePer::speaker;
  if (!find_table(take_line(rest), per)) return Error{ErrorCode::bad_option, 0, phrase::no_such_table};
  const std::string_view file = take_line(rest);
  const Result<FigureRules> rules = rules_of(document, rest);
  if (!rules) return rules.error();
  return table_header(per) + table_rows(per, document.transcript, document.analysis, file, *rules);
}

// What stands in the answer before the block is one line: {"found": how many, "fewest", "number", "most": of
// Topics, "language"}.
Result<std::string> write_found(Document& document, std::string_view edits) {
  constexpr std::string_view kSay = "say ";
  std::string table;
  while (edits.starts_with(kSay)) table.append(take_line(edits).substr(kSay.size())) += '\n';
  ReadOptions options;
  if (!parse_read_options(edits, options)) return Error{ErrorCode::bad_option, 0, phrase::bad_topics};
  document.topic_edits = edits;
  const Topics topics = topics_of(document.transcript, document.analysis.measures, parse_topic_edits(edits));
  const std::size_t sections = document.transcript.sections.size();
  add_found(document, topics, Language(table));
  JsonOut out;
  out.begin_object().field("found",
                           static_cast<std::int64_t>(document.transcript.sections.size() - sections));
  out.field("fewest", static_cast<std::int64_t>(topics.fewest));
  out.field("number", static_cast<std::int64_t>(topics.number));
  out.field("most", static_cast<std::int64_t>(topics.fewest + topics.starts.size()));
  out.key("language");
  topics.language.empty() ? out.null() : out.value(topics.language);
  out.end_object();
  return out.take() + "\n" + write_document(document);
}

Result<std::string> write_by_rules(const Document& document, std::string_view lines,
                                   std::string (*write)(const Transcript&, const Analysis&,
                                                        const FigureRules&)) {
  const Result<FigureRules> rules = rules_of(document, lines);
  if (!rules) return rules.error();
  return write(document.transcript, document.analysis, *rules);
}

std::string write_whole(const Transcript& transcript, const Analysis& analysis, const FigureRules& rules) {
  return write_inspect(transcript, analysis, {}, rules);
}

Result<std::string> write_block(std::string_view block, std::string_view name) {
  Result<Document> document = read_document(block);
  if (!document) return document.error();
  remove_found(*document);
  if (name.starts_with(kFound)) return write_found(*document, name.substr(kFound.size()));
  return write_as(*document, name);
}

}  // namespace

Result<std::string> write_as(const Document& document, std::string_view name) {
  if (name.starts_with(kQuestions))
    return write_by_rules(document, name.substr(kQuestions.size()), write_question_outline);
  if (name.starts_with(kFigures))
    return write_by_rules(document, name.substr(kFigures.size()), write_figures);
  if (name == "roles") return write_spoken_and_roles(document.transcript, document.analysis);
  if (name == "inspect") return write_by_rules(document, {}, write_whole);
  if (name.starts_with(kCopy)) return write_copy(document, name.substr(kCopy.size()));
  if (name.starts_with(kTable)) return write_table(document, name.substr(kTable.size()));
  const bool only_notes = name.starts_with(kNotes);
  const FormatWriter* writer = find_writer(only_notes ? name.substr(kNotes.size()) : name);
  if (!writer) return Error{ErrorCode::bad_option, 0, phrase::no_such_writer};
  Written written = writer->write(document.transcript, document.analysis);
  if (!only_notes) return std::move(written.bytes);
  std::string notes;
  for (const Message& note : written.notes) notes += note.packed() + "\n";
  return notes;
}

}  // namespace visavis

extern "C" {

VAV_EXPORT VavAnswer* vav_write(const char* block, std::size_t size, const char* name, std::size_t name_size,
                                int* status) {
  using namespace visavis;
  return answer_with(write_block({block, size}, {name, name_size}), status);
}

}  // extern "C"
