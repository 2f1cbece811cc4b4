#include "cli/shared.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <vector>

#include "cli/legacy_decoder.h"
#include "readers/corrections.h"
#include "words/reports.h"

namespace visavis::cli {

const char* const kUsage =
    "usage: visavis inspect [--format NAME] [--no-join] [--ndjson] [--files-from -] FILE...|-\n"
    "       visavis convert --to webvtt|srt|inspect|csv|markdown|text|html [--format NAME] [--no-join]\n"
    "                       [-o FILE] FILE|-\n"
    "       visavis bundle [-o PAGE.html] [--view FRAGMENT] [--site DIR] [--format NAME] [--no-join] FILE|-\n"
    "       visavis link [--base URL] [--codec z1] [--format NAME] [--no-join] FILE|-\n"
    "       visavis table [--per speaker|topic|question] [--as csv|text] [--format NAME] [--no-join]\n"
    "                     [--files-from -] FILE...\n"
    "       visavis formats\n"
    "       convert, bundle, link and table take, to hand on less than the whole:\n"
    "                       [--names persons|roles] [--call NAME=WORDS]... [--strike WORDS]... [--keep "
    "WORDS]...\n"
    "                       [--turns FIRST-LAST] [--figures]\n"
    "all that read also take --fix CORRECTION, as \"topic 12 The ferry\", --rule NAME=NUMBER, as\n"
    "interruption_ms=500, and --second, for the second best reading of a text where who speaks is not sure\n";

int usage(const std::string& what) {
  std::cerr << "visavis: " << what << "\n" << kUsage;
  return 2;
}

namespace {

// What comes until the end, of a stream that cannot tell how much that is. False where it breaks off.
bool read_to_end(std::istream& in, std::string& bytes) {
  std::vector<char> block(std::size_t{1} << 16);
  do {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
  } while (in && bytes.size() <= kMostBytes);  // reading says of more that it is too large
  return !in.bad();
}

}  // namespace

Result<std::string> load(const std::string& path) {
  std::string bytes;
  if (path == "-") {
    if (read_to_end(std::cin, bytes)) return bytes;
    return Error{ErrorCode::unreadable, 0, phrase::no_input};
  }
  std::error_code unknown;  // then opening says what is wrong
  if (std::filesystem::is_directory(path, unknown)) return Error{ErrorCode::unreadable, 0, phrase::is_folder};
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{ErrorCode::unreadable, 0, phrase::cannot_open};
  if (!std::filesystem::is_regular_file(path, unknown)) {  // a pipe, a terminal
    if (read_to_end(file, bytes)) return bytes;
    return Error{ErrorCode::unreadable, 0, phrase::cannot_read};
  }
  file.seekg(0, std::ios::end);
  const std::streamoff size = file.tellg();
  if (size < 0) return Error{ErrorCode::unreadable, 0, phrase::cannot_read};
  if (static_cast<std::uint64_t>(size) > kMostBytes)
    return Error{ErrorCode::too_large, 0, Message(phrase::file_larger, {kMostBytes >> 20})};
  bytes.resize(static_cast<std::size_t>(size));
  file.seekg(0);
  if (!file.read(bytes.data(), size) && size > 0) return Error{ErrorCode::unreadable, 0, phrase::cannot_read};
  return bytes;
}

bool save(const std::string& path, const std::string& bytes) {
  if (path == "-") {
    std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush();
    return static_cast<bool>(std::cout);
  }
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  if (file.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush()) return true;
  std::cerr << one_line(path) << ":0: The file cannot be written. Check the path.\n";
  return false;
}

bool parse_arguments(const Arguments& arguments, const OwnOption& own, Request& request) {
  bool only_paths = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const std::string* const value = i + 1 < arguments.size() ? &arguments[i + 1] : nullptr;
    if (only_paths || argument == "-" || !argument.starts_with("-")) {
      request.paths.push_back(argument);
    } else if (argument == "--") {
      only_paths = true;
    } else if (argument == "--no-join") {
      request.options.join = false;
    } else if (argument == "--second") {
      parse_read_options("second 1", request.options);
    } else if (argument == "--format" && value) {
      request.options.format = *value;
      ++i;
      if (!find_format(*value))
        return usage("no format is named \"" + *value + "\"; see `visavis formats`"), false;
    } else if (argument == "--fix" && value) {
      ++i;
      if (value->find_first_of("\r\n") != std::string::npos || !parse_read_options(*value, request.options))
        return usage("no correction is \"" + *value + "\""), false;
      for (TopicEdit& edit : parse_topic_edits(*value)) request.rules.topics.push_back(std::move(edit));
    } else if (argument == "--rule" && value) {
      ++i;
      std::string line = *value;
      std::replace(line.begin(),
                   line.begin() + static_cast<std::ptrdiff_t>(std::min(line.find('=') + 1, line.size())), '=',
                   ' ');
      if (line.find_first_of("\r\n") != std::string::npos || !parse_rules(line, request.rules))
        return usage("no rule is \"" + *value + "\""), false;
    } else {
      const int taken = own(argument, value);
      if (taken == kRefused) return false;
      if (taken == 0) return usage("unknown or incomplete option " + argument), false;
      i += static_cast<std::size_t>(taken) - 1;
    }
  }
  return true;
}

Result<Transcript> read(const std::string& bytes, const ReadOptions& options) {
  ReadOptions with_legacy = options;
  if (!with_legacy.legacy) with_legacy.legacy = decode_with_iconv;
  return read_transcript(bytes, with_legacy);
}

Result<Transcript> open(const std::string& path, const ReadOptions& options) {
  const Result<std::string> bytes = load(path);
  if (!bytes) return bytes.error();
  return read(*bytes, options);
}

int for_each_path(const Arguments& paths, bool from_input,
                  const std::function<int(const std::string& path)>& use) {
  int status = 0;
  for (const std::string& path : paths) status = std::max(status, use(path));
  if (!from_input) return status;
  std::error_code unknown;
  for (std::string line; std::getline(std::cin, line);) {
    // A list made on Windows; a name may end so too.
    if (line.ends_with('\r') && !std::filesystem::exists(line, unknown)) line.pop_back();
    if (line == "-") line = "./-";  // standard input is the list
    if (!line.empty()) status = std::max(status, use(line));
  }
  if (!std::cin.bad()) return status;
  return report_error("-", {ErrorCode::unreadable, 0, phrase::no_list});
}

std::string one_line(std::string path) {
  for (char& c : path)
    if ((c >= 0 && c < ' ') || c == '\x7f') c = '?';
  return path;
}

int report_error(const std::string& path, const Error& error) {
  std::cerr << one_line(path) << ":" << error.line << ": " << english(error.message) << "\n";
  return 1;
}

}  // namespace visavis::cli
