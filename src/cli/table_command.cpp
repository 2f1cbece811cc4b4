#include <iostream>

#include "cli/commands.h"
#include "cli/shared.h"
#include "writers/question_writer.h"
#include "writers/table_writer.h"

namespace visavis::cli {

int run_table(const Arguments& arguments) {
  TablePer per = TablePer::speaker;
  bool from_input = false, as_text = false;
  Request request;
  const auto own = [&](const std::string& option, const std::string* value) {
    if (!value) return 0;
    if (option == "--files-from" && *value == "-") {
      from_input = true;
      return 2;
    }
    if (option == "--as" && (*value == "csv" || *value == "text")) {
      as_text = *value == "text";
      return 2;
    }
    if (option != "--per" && option != "--by") return 0;
    if (find_table(*value, per)) return 2;
    usage("a table is per speaker, topic or question, not per \"" + *value + "\"");
    return kRefused;
  };
  if (!parse_arguments(arguments, own, request)) return 2;
  if (request.paths.empty() && !from_input) return usage("table needs a file");
  if (as_text && per != TablePer::question) return usage("only questions are written as text");
  if (!as_text) std::cout << table_header(per);
  return for_each_path(request.paths, from_input, [&](const std::string& path) {
    const Result<Transcript> transcript = open(path, request.options);
    if (!transcript) return report_error(path, transcript.error());
    const Analysis analysis = analyse(*transcript);
    std::cout << (as_text ? write_question_outline(*transcript, analysis, request.rules)
                          : table_rows(per, *transcript, analysis, path, request.rules));
    return 0;
  });
}

}  // namespace visavis::cli
