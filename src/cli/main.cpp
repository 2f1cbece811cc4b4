// The `visavis` command. Exit status: 0 read, 1 not readable, 2 wrong usage.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "base/json_out.h"
#include "readers/registry.h"
#include "writers/inspect_writer.h"

namespace {

using namespace visavis;

constexpr const char* kUsage =
    "usage: visavis inspect [--format NAME] [--no-join] [--ndjson] [--files-from -] FILE...|-\n"
    "       visavis formats\n";

int usage(const std::string& what) {
  std::cerr << "visavis: " << what << "\n" << kUsage;
  return 2;
}

Result<std::string> load(const std::string& path) {
  std::string bytes;
  if (path == "-") {
    bytes.assign(std::istreambuf_iterator<char>(std::cin), {});
    return bytes;
  }
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const std::streamoff size = file ? static_cast<std::streamoff>(file.tellg()) : -1;
  if (size < 0) return Error{ErrorCode::unreadable, 0, "The file cannot be opened. Check the path."};
  if (static_cast<std::uint64_t>(size) > kMostBytes)
    return Error{ErrorCode::too_large, 0,
                 "The file is larger than " + std::to_string(kMostBytes >> 20) + " MiB. Split it."};
  bytes.resize(static_cast<std::size_t>(size));
  file.seekg(0);
  if (!file.read(bytes.data(), size) && size > 0)
    return Error{ErrorCode::unreadable, 0, "The file cannot be read. Is it a folder?"};
  return bytes;
}

Result<Transcript> open(const std::string& path, const ReadOptions& options) {
  Result<std::string> bytes = load(path);
  if (!bytes) return bytes.error();
  return read_transcript(*bytes, options);
}

int inspect(const std::vector<std::string>& paths, const ReadOptions& options, bool ndjson) {
  int status = 0;
  for (const std::string& path : paths) {
    const Result<Transcript> transcript = open(path, options);
    if (!transcript) {
      status = 1;
      const Error& error = transcript.error();
      if (ndjson) {
        JsonOut out;
        out.begin_object().key("source").begin_object().field("path", std::string_view(path)).end_object();
        out.key("error").begin_object().field("line", error.line).field("code", error_code_name(error.code));
        out.field("message", std::string_view(error.message)).end_object().end_object();
        std::cout << out.text() << "\n";
      } else {
        std::cerr << path << ":" << error.line << ": " << error.message << "\n";
      }
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

int run_inspect(const std::vector<std::string>& arguments) {
  ReadOptions options;
  bool ndjson = false, only_paths = false;
  std::vector<std::string> paths;
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

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> arguments(argv + std::min(argc, 2), argv + argc);
  const std::string verb = argc > 1 ? argv[1] : "";
  if (verb == "inspect") return run_inspect(arguments);
  if (verb == "formats" && arguments.empty()) {
    for (const FormatReader* reader : formats())
      std::cout << reader->name << "\t" << reader->description << "\n";
    return 0;
  }
  if (verb == "--help" || verb == "help") {
    std::cout << kUsage;
    return 0;
  }
  return usage(verb.empty() ? "a command is needed" : "unknown command " + verb);
}
