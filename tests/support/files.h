// Where tests find files. All answers are absolute paths.
#pragma once

#include <optional>
#include <string>

namespace visavis::test {

// The project's own folder.
std::string source_dir();

// The folder of shared material beside the project ("../shared"), or empty where there is none: then a line
// `skipped: "TEST" ...` is printed, by which tools/test counts the test as skipped, and the test returns.
std::string shared_dir();

// A file's bytes; nothing if it can't be read.
std::optional<std::string> read_file(const std::string& path);

}  // namespace visavis::test
