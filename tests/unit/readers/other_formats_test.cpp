// The page's first download asks the second module about whatever might be of another format: it may ask too
// often, never too rarely.
#include <doctest/doctest.h>

#include <filesystem>

#include "base/text.h"
#include "readers/catalogue.h"
#include "readers/other_formats.h"
#include "readers/readers.h"
#include "readers/registry.h"
#include "support/files.h"

namespace visavis {
namespace {

// Whether the first download reads it: as captions, or as plain text that nothing else might be.
bool stays(const std::string& bytes) {
  Result<DecodedText> decoded = decode_text(bytes);
  if (!decoded) return false;
  Input input{bytes, decoded->text, false};
  input.is_json = look_for_json(input.text).is_json;
  if (webvtt_reader.sniff(input) >= 0.9 || srt_reader.sniff(input) >= 0.9) return true;
  return !may_be_other_format(input);
}

// What the whole registry says of it: read by one of the first readers, or not.
bool is_first(const std::string& bytes, bool& refused) {
  const Result<Transcript> read = read_transcript(bytes);
  refused = !read;
  if (!read) return false;
  const std::string& format = read->report.format;
  return format == interview_reader.name || format == webvtt_reader.name || format == srt_reader.name;
}

void hold(const std::string& folder) {
  std::size_t text = 0, asked = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.file_size() > (4u << 20)) continue;
    const std::optional<std::string> bytes = test::read_file(entry.path().string());
    if (!bytes || trim(*bytes).empty()) continue;
    bool refused = false;
    const bool first = is_first(*bytes, refused);
    INFO(entry.path().string());
    if (first) {
      ++text;
      asked += !stays(*bytes);
    } else if (bytes->substr(0, 2) != "PK" && bytes->find('\0') == std::string::npos) {
      CHECK_FALSE(stays(*bytes));
    }
  }
  MESSAGE(folder << ": of " << text << " files of the first formats " << asked << " are asked about");
}

TEST_CASE("whatever another reader takes is asked about") {
  hold(test::source_dir() + "/tests/kinds");
  hold(test::source_dir() + "/assets/samples");
  hold(test::source_dir() + "/tests/fuzz/seeds");
  const std::string shared = test::shared_dir();
  if (shared.empty()) return;
  for (const char* part : {"/cases", "/corpora", "/transcripts"}) hold(shared + part);
}

}  // namespace
}  // namespace visavis
