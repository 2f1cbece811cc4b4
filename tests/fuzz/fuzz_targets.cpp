// Every fuzz target in one program: one for each reader of the registry, and `round_trip`.
//
//   fuzz_targets --list            the targets, one a line: name, tab, what its dictionary is named after
//   fuzz_targets --target=NAME …   that one; the rest are libFuzzer's own arguments
//
// A reader gets the bytes as its format, joined and not; what it reads must hold together.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "analysis/analysis.h"
#include "fuzz/reading_check.h"
#include "readers/documents/zip_archive.h"
#include "readers/readers.h"
#include "readers/registry.h"
#include "support/round_trip.h"
#include "support/zip.h"
#include "writers/writers.h"

namespace {

using namespace visavis;
using fuzz::check, fuzz::check_reading;

constexpr std::string_view kRoundTrip = "round_trip";
constexpr std::string_view kJsonFormats[] = {
#define VISAVIS_NAME(name) #name,
    VISAVIS_JSON_READERS(VISAVIS_NAME)
#undef VISAVIS_NAME
};

std::string_view target = kRoundTrip;

bool is_json_format(std::string_view name) {
  for (const std::string_view json : kJsonFormats)
    if (json == name) return true;
  return false;
}

// The file that the input stands for: fuzzing would take long to find an archive's checksums or a header row.
std::string file_of(std::string_view bytes) {
  const std::string text(bytes);
  if (target == "docx" && !bytes.starts_with("PK"))
    return test::make_zip({{"word/document.xml", text}, {"word/styles.xml", text}}, false);
  if (target == "odt" && !bytes.starts_with("PK"))
    return test::make_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", text}},
                          false);
  constexpr const char* kHeaders[] = {"", "speaker,text,start,end\n", "start;end;text\n",
                                      "section\tspeaker\ttext\tdauer\n"};
  if (target == "csv") return kHeaders[bytes.size() % 4] + text;
  return text;
}

// A member's size is as the archive says or it is not given at all.
void check_archive(std::string_view bytes) {
  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  if (!archive) return;
  for (std::size_t i = 0; i < archive->members().size() && i < 4; ++i)
    if (const Result<std::string> member = archive->extract(archive->members()[i]))
      check(member->size() == archive->members()[i].bytes);
}

void check_reader(const FormatReader& reader, std::string_view bytes) {
  const std::string file = file_of(bytes);
  const double confidence = reader.sniff({file, file, false});
  check(confidence >= 0 && confidence <= 1);
  if (target == "zip") check_archive(file);
  for (const bool join : {true, false}) {
    ReadOptions options;
    options.format = reader.name;
    options.join = join;
    // The first byte chooses corrections, so that they are tried against every kind of line.
    if (target == "interview" && file.starts_with('-'))
      options.corrections.lines = {{1, LineKind::speaker}, {2, LineKind::heading}, {3, LineKind::text}};
    const Result<Transcript> read = read_transcript(file, options);
    if (!read) {
      check(!read.error().message.empty());
      continue;
    }
    check_reading(*read);
    if (is_json_format(target)) check(test::round_trip_difference(*read, "inspect").empty());
  }
}

// What was read is written in every format and read again: an answer each time, and from our own JSON the
// same turns by the same speakers.
void check_round_trip(std::string_view bytes) {
  if (bytes.size() > 16384) return;
  const Result<Transcript> read = read_transcript(bytes);
  if (!read) return;
  check_reading(*read);
  const Analysis analysis = analyse(*read);
  for (const FormatWriter& writer : writers()) {
    const Written written = writer.write(*read, analysis);
    check(find_invalid_utf8(written.bytes) == std::string_view::npos);
    if (const Result<Transcript> again = read_transcript(written.bytes)) check_reading(*again);
  }
  check(test::round_trip_difference(*read, "inspect").empty());
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
  constexpr std::string_view kTarget = "--target=";
  const std::string_view first = *count > 1 ? (*arguments)[1] : "";
  if (first == "--list") {
    for (const FormatReader& reader : formats())
      std::printf("%s\t%s\n", reader.name, is_json_format(reader.name) ? "json" : reader.name);
    std::printf("%s\t\n", kRoundTrip.data());
    std::exit(0);
  }
  if (first.starts_with(kTarget)) {
    target = first.substr(kTarget.size());
    // libFuzzer is not to see it.
    for (int i = 1; i + 1 < *count; ++i) (*arguments)[i] = (*arguments)[i + 1];
    --*count;
  }
  if (target == kRoundTrip || find_format(target)) return 0;
  std::fprintf(stderr, "there is no target %s\n", std::string(target).c_str());
  std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const FormatReader* reader = find_format(target))
    check_reader(*reader, bytes);
  else
    check_round_trip(bytes);
  return 0;
}
