#include <iostream>

#include "base/json_out.h"
#include "cli/commands.h"
#include "cli/shared.h"
#include "writers/inspect_writer.h"

namespace visavis::cli {
namespace {

void print_error_object(const std::string& path, const Error& error) {
  JsonOut out;
  out.begin_object().key("source").begin_object().field("path", std::string_view(path)).end_object();
  out.key("error").begin_object().field("line", error.line).field("code", error_code_name(error.code));
  out.field("message", std::string_view(error.message)).end_object().end_object();
  std::cout << out.text() << "\n";
}

int inspect(const Arguments& paths, const ReadOptions& options, bool ndjson) {
  int status = 0;
  for (const std::string& path : paths) {
    const Result<Transcript> transcript = open(path, options);
    if (!transcript) {
      status = 1;
      if (ndjson)
        print_error_object(path, transcript.error());
      else
        report_error(path, transcript.error());
      continue;
    }
    std::string json = write_inspect(*transcript, measure(*transcript),
                                     ndjson ? std::string_view(path) : std::string_view());
    if (ndjson) {
      std::erase(json, '\n');  // line breaks in strings are escaped, so these are the cosmetic ones
      json += '\n';
    }
    std::cout << json;
  }
  return status;
}

}  // namespace

int run_inspect(const Arguments& arguments) {
  ReadOptions options;
  bool ndjson = false, only_paths = false;
  Arguments paths;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const bool has_value = i + 1 < arguments.size();
    if (only_paths || argument == "-" || !argument.starts_with("-")) {
      paths.push_back(argument);
    } else if (argument == "--") {
      only_paths = true;
    } else if (argument == "--format" && has_value) {
      options.format = arguments[++i];
      if (!find_format(options.format))
        return usage("no format is named \"" + options.format + "\"; see `visavis formats`");
    } else if (argument == "--no-join") {
      options.join = false;
    } else if (argument == "--ndjson") {
      ndjson = true;
    } else if (argument == "--files-from" && has_value && arguments[i + 1] == "-") {
      ++i;
      ndjson = true;
      for (std::string line; std::getline(std::cin, line);)
        if (!line.empty()) paths.push_back(line);
    } else {
      return usage("unknown or incomplete option " + argument);
    }
  }
  if (paths.empty()) return usage("inspect needs a file");
  if (paths.size() > 1 && !ndjson) return usage("several files need --ndjson");
  return inspect(paths, options, ndjson);
}

int run_formats(const Arguments& arguments) {
  if (!arguments.empty()) return usage("formats takes no arguments");
  for (const FormatReader& reader : formats()) std::cout << reader.name << "\t" << reader.description << "\n";
  return 0;
}

}  // namespace visavis::cli
