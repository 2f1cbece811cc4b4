// The commands, a file each: <name>_command.cpp. Each takes the words after its name and gives the exit
// status: 0 done, 1 not readable (one line on standard error: `FILE:LINE: message`), 2 wrong usage.
#pragma once

#include <string>
#include <vector>

namespace visavis::cli {

using Arguments = std::vector<std::string>;

// One HTML file with the transcript and the program, that works offline.
int run_bundle(const Arguments& arguments);
int run_convert(const Arguments& arguments);
int run_formats(const Arguments& arguments);
int run_inspect(const Arguments& arguments);
// A table as CSV: a row per speaker or per topic of each file.
int run_table(const Arguments& arguments);
// A link that carries the transcript: `[BASE#]doc=z1.PAYLOAD`, on standard output.
int run_link(const Arguments& arguments);

}  // namespace visavis::cli
