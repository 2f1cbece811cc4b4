// What was read is written in every format and read again: an answer each time, and from our own JSON, CSV
// and HTML the same turns by the same speakers.
#include "fuzz/reader_fuzz.h"
#include "support/round_trip.h"
#include "writers/writers.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace visavis;
  if (size > 16384) return 0;
  const Result<Transcript> read = read_transcript({reinterpret_cast<const char*>(data), size});
  if (!read) return 0;
  const Measures measures = measure(*read);
  for (const FormatWriter& writer : writers()) {
    const Written written = writer.write(*read, measures);
    fuzz::check(find_invalid_utf8(written.bytes) == std::string_view::npos);
    const Result<Transcript> again = read_transcript(written.bytes);
    if (again) fuzz::check_reading(*again);
    if (writer.name == std::string_view("inspect") && test::can_read_back(writer.name))
      fuzz::check(test::round_trip_difference(*read, writer.name).empty());
  }
  return 0;
}
