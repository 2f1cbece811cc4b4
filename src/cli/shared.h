// What the commands share: files, reading, errors.
#pragma once

#include <string>

#include "readers/registry.h"

namespace visavis::cli {

extern const char* const kUsage;

// Says what is wrong and how the commands are used; returns 2.
int usage(const std::string& what);

// A file's bytes, of standard input for "-".
Result<std::string> load(const std::string& path);

// Writes the bytes to a file, to standard output for "-". False, with a line on standard error, when it
// fails.
bool save(const std::string& path, const std::string& bytes);

// Loads and reads.
Result<Transcript> open(const std::string& path, const ReadOptions& options);

// `FILE:LINE: message` on standard error; returns 1.
int report_error(const std::string& path, const Error& error);

}  // namespace visavis::cli
