#include <iostream>

#include "cli/commands.h"
#include "cli/less.h"
#include "cli/shared.h"
#include "redaction/redacted_file.h"
#include "writers/inspect_writer.h"
#include "writers/writers.h"

namespace visavis::cli {

int run_convert(const Arguments& arguments) {
  const FormatWriter* writer = nullptr;
  std::string output = "-";
  Request request;
  Less less;
  const auto own = [&](const std::string& option, const std::string* value) {
    if (const int taken = less.take(option, value)) return taken;
    if (!value) return 0;
    if (option == "-o") {
      output = *value;
      return 2;
    }
    if (option != "--to") return 0;
    writer = find_writer(*value);
    if (writer) return 2;
    usage("nothing is written as \"" + *value + "\"");
    return kRefused;
  };
  if (!parse_arguments(arguments, own, request)) return 2;
  if (!writer) return usage("convert needs --to and a format");
  if (request.paths.size() != 1) return usage("convert needs one file");
  const Result<Transcript> transcript = open(request.paths[0], request.options);
  if (!transcript) return report_error(request.paths[0], transcript.error());
  if (less.any()) {
    const Result<Redacted> redacted = less.apply(request.paths[0], *transcript);
    if (!redacted) return report_error(request.paths[0], redacted.error());
    const Result<std::string> to = checked_path(*redacted, output);
    if (!to) return report_error(request.paths[0], to.error());
    const Result<std::string> file =
        write_redacted(*redacted, {}, [&](const Document& document) -> Result<std::string> {
          return writer->write(document.transcript, document.analysis).bytes;
        });
    if (!file) return report_error(request.paths[0], file.error());
    return save(output, *file) ? 0 : 1;
  }
  const Analysis analysis = analyse(*transcript);
  Written written;
  if (writer->name == std::string_view("inspect"))
    written.bytes = write_inspect(*transcript, analysis, {}, request.rules);
  else
    written = writer->write(*transcript, analysis);
  for (const Message& note : written.notes)
    std::cerr << one_line(request.paths[0]) << ":0: note: " << english(note) << "\n";
  return save(output, written.bytes) ? 0 : 1;
}

}  // namespace visavis::cli
