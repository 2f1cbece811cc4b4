// What the commands share: files, reading, errors.
#pragma once

#include <functional>
#include <string>

#include "cli/commands.h"
#include "readers/registry.h"
#include "writers/inspect_figures.h"

namespace visavis::cli {

extern const char* const kUsage;

// Says what is wrong and how the commands are used; returns 2.
int usage(const std::string& what);

// A file's bytes, of standard input for "-". A pipe is read to its end.
Result<std::string> load(const std::string& path);

// Writes the bytes to a file, to standard output for "-". False, with a line on standard error, when it
// fails.
bool save(const std::string& path, const std::string& bytes);

// What the words after a command come to.
struct Request {
  ReadOptions options;
  FigureRules rules;
  Arguments paths;
};

// An option that is a command's own, and the word behind it (null at the end). Returns how many of the two it
// takes: 1, or 2 with a value; 0 where it is none of the command's; kRefused where it was told to be wrong.
constexpr int kRefused = -1;
using OwnOption = std::function<int(const std::string& option, const std::string* value)>;

// Sorts them out: paths, the options of all commands that read (--format NAME, --no-join, --second, --fix
// LINE: a correction as readers/corrections.h spells it, --rule NAME=VALUE: of parse_rules, and -- before
// paths alone), and the command's own. False where something was told to be wrong.
bool parse_arguments(const Arguments& arguments, const OwnOption& own, Request& request);

// Reads, with the command's own decoder for legacy encodings.
Result<Transcript> read(const std::string& bytes, const ReadOptions& options);

// Loads and reads.
Result<Transcript> open(const std::string& path, const ReadOptions& options);

// Calls `use` with each path, then, where `from_input`, with each line of standard input as it comes (a "-"
// there is a file of that name): of many files one is in memory at a time. Answers with the greatest status.
int for_each_path(const Arguments& paths, bool from_input,
                  const std::function<int(const std::string& path)>& use);

// A path as a line of a message can hold it: a control character, such as a line break, shows as "?".
std::string one_line(std::string path);

// `FILE:LINE: message` on standard error; returns 1.
int report_error(const std::string& path, const Error& error);

}  // namespace visavis::cli
