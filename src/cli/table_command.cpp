#include <iostream>

#include "cli/commands.h"
#include "cli/less.h"
#include "cli/shared.h"
#include "redaction/redacted_file.h"
#include "writers/question_writer.h"
#include "writers/table_writer.h"

namespace visavis::cli {

int run_table(const Arguments& arguments) {
  TablePer per = TablePer::speaker;
  bool from_input = false, as_text = false;
  Request request;
  Less less;
  const auto own = [&](const std::string& option, const std::string* value) {
    if (const int taken = less.take(option, value)) return taken;
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
  const auto rows = [&](const Transcript& transcript, const Analysis& analysis, const std::string& name) {
    return as_text ? write_question_outline(transcript, analysis, request.rules)
                   : table_rows(per, transcript, analysis, name, request.rules);
  };
  if (!as_text) std::cout << table_header(per);
  return for_each_path(request.paths, from_input, [&](const std::string& path) {
    const Result<Transcript> transcript = open(path, request.options);
    if (!transcript) return report_error(path, transcript.error());
    if (!less.any()) {
      std::cout << rows(*transcript, analyse(*transcript), path);
      return 0;
    }
    const Result<Redacted> redacted = less.apply(path, *transcript);
    if (!redacted) return report_error(path, redacted.error());
    // Folders may name who does not leave, too.
    const Result<std::string> part =
        write_redacted(*redacted, {}, [&](const Document& document) -> Result<std::string> {
          return rows(document.transcript, document.analysis, redacted->file);
        });
    if (!part) return report_error(path, part.error());
    std::cout << *part;
    return 0;
  });
}

}  // namespace visavis::cli
