#include "support/round_trip.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <vector>

#include "readers/registry.h"
#include "support/files.h"
#include "writers/writers.h"

using namespace visavis;

namespace {

std::vector<std::string> files_below(const std::string& folder, std::uintmax_t most_bytes) {
  std::vector<std::string> out;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error))
    if (at->is_regular_file(error) && at->file_size(error) <= most_bytes) out.push_back(at->path().string());
  std::sort(out.begin(), out.end());
  return out;
}

struct Tally {
  int same = 0, different = 0;
  std::string example;
};

void run(const std::vector<std::string>& files, std::map<std::string, Tally>& tallies) {
  for (const std::string& path : files) {
    const std::optional<std::string> bytes = test::read_file(path);
    if (!bytes) continue;
    const Result<Transcript> transcript = read_transcript(*bytes);
    if (!transcript) continue;
    for (const FormatWriter& writer : writers()) {
      if (!test::can_read_back(writer.name)) continue;
      const std::string difference = test::round_trip_difference(*transcript, writer.name);
      Tally& tally = tallies[writer.name];
      ++(difference.empty() ? tally.same : tally.different);
      if (!difference.empty()) {
        if (tally.example.empty()) tally.example = path + ": " + difference;
        if (std::getenv("ROUND_TRIP_ALL"))
          std::printf("%s %s: %s\n", writer.name, path.c_str(), difference.c_str());
      }
    }
  }
}

}  // namespace

TEST_CASE("our samples survive being written and read again in every format") {
  std::map<std::string, Tally> tallies;
  run(files_below(test::source_dir() + "/assets/samples", 1 << 20), tallies);
  for (const auto& entry : tallies) {
    CAPTURE(entry.first);
    CAPTURE(entry.second.example);
    CHECK(entry.second.different == 0);
  }
}

TEST_CASE("the corpora survive being written and read again, as far as each format can hold them") {
  const std::string shared = test::shared_dir();
  if (shared.empty()) return;
  std::map<std::string, Tally> tallies;
  run(files_below(shared + "/corpora", 1'000'000), tallies);
  std::printf("%-10s %6s %10s\n", "written as", "same", "different");
  for (const auto& entry : tallies) {
    const Tally& tally = entry.second;
    std::printf("%-10s %6d %10d  %s\n", entry.first.c_str(), tally.same, tally.different,
                tally.example.substr(0, 200).c_str());
    CAPTURE(entry.first);
    CAPTURE(tally.example);
    CHECK(tally.different == 0);
    CHECK(tally.same >= 690);
  }
}
