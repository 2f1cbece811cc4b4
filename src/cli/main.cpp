// The `visavis` command. Exit status: 0 read, 1 not readable, 2 wrong usage.
#include <algorithm>
#include <iostream>

#include "cli/commands.h"
#include "cli/shared.h"
#include "words/reports.h"

namespace visavis::cli {
namespace {

bool asks_for_help(const std::string& word) { return word == "--help" || word == "-h"; }

int run(const std::string& verb, const Arguments& arguments) {
  const auto paths_alone = std::find(arguments.begin(), arguments.end(), "--");
  if (verb == "help" || asks_for_help(verb) || std::any_of(arguments.begin(), paths_alone, asks_for_help)) {
    std::cout << kUsage;
    return 0;
  }
  if (verb == "inspect") return run_inspect(arguments);
  if (verb == "convert") return run_convert(arguments);
  if (verb == "bundle") return run_bundle(arguments);
  if (verb == "link") return run_link(arguments);
  if (verb == "table") return run_table(arguments);
  if (verb == "formats") return run_formats(arguments);
  return usage(verb.empty() ? "a command is needed" : "unknown command " + verb);
}

}  // namespace
}  // namespace visavis::cli

int main(int argc, char** argv) {
  using namespace visavis::cli;
  std::ios::sync_with_stdio(false);
  const int status = run(argc > 1 ? argv[1] : "", Arguments(argv + std::min(argc, 2), argv + argc));
  std::cout.flush();
  if (std::cout) return status;
  return report_error("-", {visavis::ErrorCode::unreadable, 0, visavis::phrase::no_output});
}
