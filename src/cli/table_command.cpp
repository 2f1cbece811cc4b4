#include <iostream>

#include "cli/commands.h"
#include "cli/shared.h"
#include "writers/table_writer.h"

namespace visavis::cli {

int run_table(const Arguments& arguments) {
  TablePer per = TablePer::speaker;
  bool from_input = false;
  Request request;
  const auto own = [&](const std::string& option, const std::string* value) {
    if (!value) return 0;
    if (option == "--files-from" && *value == "-") {
      from_input = true;
      return 2;
    }
    if (option != "--per" && option != "--by") return 0;
    if (*value == "speaker" || *value == "topic") {
      per = *value == "speaker" ? TablePer::speaker : TablePer::topic;
      return 2;
    }
    usage("a table is per speaker or per topic, not per \"" + *value + "\"");
    return kRefused;
  };
  if (!parse_arguments(arguments, own, request)) return 2;
  if (request.paths.empty() && !from_input) return usage("table needs a file");
  std::cout << table_header(per);
  return for_each_path(request.paths, from_input, [&](const std::string& path) {
    const Result<Transcript> transcript = open(path, request.options);
    if (!transcript) return report_error(path, transcript.error());
    std::cout << table_rows(per, *transcript, analyse(*transcript), path);
    return 0;
  });
}

}  // namespace visavis::cli
