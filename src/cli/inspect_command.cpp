#include <iostream>
#include <string>

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
  out.field("message", std::string_view(english(error.message))).end_object().end_object();
  std::cout << out.text() << "\n";
}

int inspect(const std::string& path, const Request& request, bool ndjson) {
  const Result<Transcript> transcript = open(path, request.options);
  if (!transcript) {
    if (!ndjson) return report_error(path, transcript.error());
    print_error_object(path, transcript.error());
    return 1;
  }
  std::string json = write_inspect(*transcript, analyse(*transcript),
                                   ndjson ? std::string_view(path) : std::string_view(), request.rules);
  if (ndjson) {
    std::erase(json, '\n');  // line breaks in strings are escaped, so these are the cosmetic ones
    json += '\n';
  }
  std::cout << json;
  return 0;
}

}  // namespace

int run_inspect(const Arguments& arguments) {
  bool ndjson = false, from_input = false;
  Request request;
  const auto own = [&](const std::string& option, const std::string* value) {
    if (option == "--ndjson") {
      ndjson = true;
      return 1;
    }
    if (option != "--files-from" || !value || *value != "-") return 0;
    ndjson = from_input = true;
    return 2;
  };
  if (!parse_arguments(arguments, own, request)) return 2;
  if (request.paths.empty() && !from_input) return usage("inspect needs a file");
  if (request.paths.size() > 1 && !ndjson) return usage("several files need --ndjson");
  return for_each_path(request.paths, from_input,
                       [&](const std::string& path) { return inspect(path, request, ndjson); });
}

int run_formats(const Arguments& arguments) {
  if (!arguments.empty()) return usage("formats takes no arguments");
  for (const FormatReader& reader : formats())
    std::cout << reader.name << "\t" << english(MessageName{(std::string("format.") + reader.name).c_str()})
              << "\n";
  return 0;
}

}  // namespace visavis::cli
