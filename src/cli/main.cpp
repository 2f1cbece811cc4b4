// The `visavis` command. Exit status: 0 read, 1 not readable, 2 wrong usage.
#include <algorithm>
#include <iostream>

#include "cli/commands.h"
#include "cli/shared.h"

int main(int argc, char** argv) {
  using namespace visavis::cli;
  std::ios::sync_with_stdio(false);
  const Arguments arguments(argv + std::min(argc, 2), argv + argc);
  const std::string verb = argc > 1 ? argv[1] : "";
  if (verb == "inspect") return run_inspect(arguments);
  if (verb == "convert") return run_convert(arguments);
  if (verb == "bundle") return run_bundle(arguments);
  if (verb == "link") return run_link(arguments);
  if (verb == "table") return run_table(arguments);
  if (verb == "formats") return run_formats(arguments);
  if (verb == "--help" || verb == "help") {
    std::cout << kUsage;
    return 0;
  }
  return usage(verb.empty() ? "a command is needed" : "unknown command " + verb);
}
