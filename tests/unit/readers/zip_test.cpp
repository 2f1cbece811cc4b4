#include <doctest/doctest.h>

#include "readers/documents/zip_archive.h"
#include "readers/registry.h"
#include "support/zip.h"

using namespace visavis;
using test::make_zip;

namespace {

const std::string kTalk =
    "Mara: Who mends the nets?\n\nJonas: We all do, in winter.\n\nMara: And who taught you?\n";

}  // namespace

TEST_CASE("a zip archive of one transcript is read as that transcript") {
  for (const bool deflated : {true, false}) {
    const std::string zip = make_zip({{"__MACOSX/._talk.txt", "x"},
                                      {"talk/", ""},
                                      {"talk/talk.txt", kTalk},
                                      {"talk/sound.mp3", std::string(200, '\1')},
                                      {"talk/.DS_Store", "y"}},
                                     deflated);
    const Result<Transcript> transcript = read_transcript(zip);
    REQUIRE(transcript);
    CHECK(transcript->report.format == "zip");
    CHECK(transcript->report.encoding == "utf-8");
    REQUIRE(transcript->speakers.size() == 2);
    CHECK(transcript->speakers[0].name == "Mara");
    REQUIRE(!transcript->report.entries.empty());
    CHECK(transcript->report.entries[0].code == "unpacked");
  }
}

TEST_CASE("several files, another archive, no transcript: a reason that says what to do") {
  const auto message = [](const std::string& zip) {
    const Result<Transcript> transcript = read_transcript(zip);
    REQUIRE(!transcript);
    return english(transcript.error().message);
  };
  CHECK(message(make_zip({{"a.txt", kTalk}, {"b.txt", kTalk}})).find("\"a.txt\", \"b.txt\"") !=
        std::string::npos);
  CHECK(message(make_zip({{"in.zip", make_zip({{"a.txt", kTalk}})}})).find("another archive") !=
        std::string::npos);
  CHECK(message(make_zip({{"sound.mp3", std::string(100, '\1')}})).find("no transcript") !=
        std::string::npos);
  CHECK(message(make_zip({})).find("no transcript") == std::string::npos);
  CHECK(message(make_zip({{"xl/workbook.xml", "<a/>"}})).find("spreadsheet") != std::string::npos);
  CHECK(message(make_zip({{"a.txt", kTalk}}).substr(0, 90)).find("cut off") != std::string::npos);
}

TEST_CASE("a bomb is refused long before it has gone off") {
  const std::string zip = make_zip({{"bomb.txt", std::string(60u << 20, 'a')}});
  const Result<Transcript> transcript = read_transcript(zip);
  REQUIRE(!transcript);
  CHECK(transcript.error().code == ErrorCode::too_large);
}

TEST_CASE("what an archive claims is not believed") {
  std::string zip = make_zip({{"a.txt", kTalk}});
  const Result<ZipArchive> archive = ZipArchive::open(zip);
  REQUIRE(archive);
  REQUIRE(archive->members().size() == 1);
  ZipMember member = archive->members()[0];
  CHECK(*archive->extract(member) == kTalk);
  const auto code = [&](const ZipMember& other) {
    const Result<std::string> bytes = archive->extract(other);
    return bytes ? ErrorCode::bad_option : bytes.error().code;
  };
  ZipMember other = member;
  other.bytes = 0xFFFFFFFFu;
  CHECK(code(other) == ErrorCode::too_large);
  other = member, other.bytes = 200u << 20;
  CHECK(code(other) != ErrorCode::bad_option);
  other = member, --other.bytes;
  CHECK(code(other) == ErrorCode::malformed);
  other = member, other.crc ^= 1;
  CHECK(code(other) == ErrorCode::malformed);
  other = member, other.packed_bytes = 0xFFFFFFF0u;
  CHECK(code(other) == ErrorCode::malformed);
  other = member, other.header_offset = 0xFFFFFFF0u;
  CHECK(code(other) == ErrorCode::malformed);
  other = member, other.method = 12;
  CHECK(code(other) == ErrorCode::unsupported);
  other = member, other.flags |= 1;
  CHECK(code(other) == ErrorCode::unsupported);
  // Every byte of the archive changed in turn: an answer or a reason, never a crash.
  for (std::size_t i = 0; i < zip.size(); ++i) {
    std::string broken = zip;
    broken[i] = static_cast<char>(broken[i] ^ 0x55);
    static_cast<void>(read_transcript(broken));
    static_cast<void>(read_transcript(std::string_view(zip).substr(0, i)));
  }
}
