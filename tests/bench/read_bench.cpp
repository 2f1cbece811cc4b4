// Reads a file over and over when told to, and says how long it took and what memory it wanted at most.
//
//   read_bench FILE    for each line on standard input reads once and answers "MILLISECONDS TURNS PEAK_KB";
//                      PEAK_KB is above what the process took before it had the file, the file itself
//                      included.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>

#include "readers/registry.h"

namespace {

// VmHWM, since what getrusage calls the peak counts the process that started this one too.
long peak_kb() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.rfind("VmHWM:", 0) == 0) return std::stol(line.substr(6));
  return 0;
}

std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  std::string bytes(file ? static_cast<std::size_t>(file.tellg()) : 0, '\0');
  file.seekg(0);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return std::fputs("usage: read_bench FILE\n", stderr), 2;
  const long before_kb = peak_kb();
  const std::string bytes = read_file(arguments[1]);
  for (int c = std::getchar(); c != EOF; c = std::getchar()) {
    if (c != '\n') continue;
    const auto start = std::chrono::steady_clock::now();
    const visavis::Result<visavis::Transcript> result = visavis::read_transcript(bytes);
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
    if (!result)
      std::printf("error %s\n", result.error().message.c_str());
    else
      std::printf("%.3f %zu %ld\n", taken.count(), result->turns.size(), peak_kb() - before_kb);
    std::fflush(stdout);
  }
}
