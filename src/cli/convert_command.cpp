#include <iostream>

#include "cli/commands.h"
#include "cli/shared.h"
#include "writers/writers.h"

namespace visavis::cli {

int run_convert(const Arguments& arguments) {
  ReadOptions options;
  const FormatWriter* writer = nullptr;
  std::string output = "-";
  Arguments paths;
  bool only_paths = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const bool has_value = i + 1 < arguments.size();
    if (only_paths || argument == "-" || !argument.starts_with("-")) {
      paths.push_back(argument);
    } else if (argument == "--") {
      only_paths = true;
    } else if (argument == "--to" && has_value) {
      writer = find_writer(arguments[++i]);
      if (!writer) return usage("nothing is written as \"" + arguments[i] + "\"");
    } else if (argument == "--format" && has_value) {
      options.format = arguments[++i];
      if (!find_format(options.format))
        return usage("no format is named \"" + options.format + "\"; see `visavis formats`");
    } else if (argument == "--no-join") {
      options.join = false;
    } else if (argument == "-o" && has_value) {
      output = arguments[++i];
    } else {
      return usage("unknown or incomplete option " + argument);
    }
  }
  if (!writer) return usage("convert needs --to and a format");
  if (paths.size() != 1) return usage("convert needs one file");
  const Result<Transcript> transcript = open(paths[0], options);
  if (!transcript) return report_error(paths[0], transcript.error());
  const Written written = writer->write(*transcript, measure(*transcript));
  for (const std::string& note : written.notes) std::cerr << paths[0] << ":0: note: " << note << "\n";
  return save(output, written.bytes) ? 0 : 1;
}

}  // namespace visavis::cli
