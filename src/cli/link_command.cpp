#include <iostream>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/less.h"
#include "cli/shared.h"
#include "readers/offline_copy.h"
#include "redaction/redacted_file.h"
#include "writers/link_writer.h"
#include "writers/writers.h"

namespace visavis::cli {

int run_link(const Arguments& arguments) {
  std::string base;
  Request request;
  Less less;
  const auto own = [&](const std::string& option, const std::string* value) {
    if (const int taken = less.take(option, value)) return taken;
    if (!value) return 0;
    if (option == "--base") {
      base = *value;
      return 2;
    }
    if (option != "--codec") return 0;
    if (*value == "z1") return 2;
    usage("no codec is named \"" + *value + "\"; there is z1");
    return kRefused;
  };
  if (!parse_arguments(arguments, own, request)) return 2;
  if (request.paths.size() != 1) return usage("link needs one file");
  const std::string& path = request.paths[0];
  Result<std::string> bytes = load(path);
  if (!bytes) return report_error(path, bytes.error());
  const Result<Transcript> transcript = read(*bytes, request.options);
  if (!transcript) return report_error(path, transcript.error());
  Result<std::string> link = std::string();
  if (less.any()) {
    const Result<Redacted> redacted = less.apply(path, *transcript);
    if (!redacted) return report_error(path, redacted.error());
    link = link_redacted(*redacted, base);
  } else {
    // A link says nothing of how to read it: what is no UTF-8, or is read as told, goes as its reading, and
    // so does an offline copy, which holds the whole program.
    const bool as_it_is = find_invalid_utf8(*bytes) >= bytes->size() && request.options.format.empty() &&
                          request.options.join && !is_offline_copy(*bytes);
    link = write_link(
        as_it_is ? *bytes : find_writer("inspect")->write(*transcript, analyse(*transcript)).bytes, base);
  }
  if (!link) return report_error(path, link.error());
  std::cout << *link << "\n";
  if (link->size() > kLongLink)
    std::cerr << one_line(path) << ":0: note: The link has " << link->size()
              << " characters; few programs carry so many. Send the file.\n";
  return 0;
}

}  // namespace visavis::cli
