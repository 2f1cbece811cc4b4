// The page's second module: every reader, every writer and nothing that shows (reading.h).
#include <emscripten.h>

#include <string>
#include <vector>

#include "bridge/answers.h"
#include "bridge/reading.h"
#include "model/block.h"
#include "writers/writers.h"

struct VavReading {
  std::string output;
  std::size_t block_bytes = 0;  // of `output`; behind it the measures
};

namespace visavis {
namespace {

// The transcript lies above what its reader has let go of. Copied down there, and without room to grow, it
// leaves the top of the heap to the block.
void settle(Transcript& transcript) {
  transcript.text.shrink_to_fit();
  transcript.turns = std::vector<Turn>(transcript.turns);
  transcript.words = std::vector<Word>(transcript.words);
}

}  // namespace
}  // namespace visavis

extern "C" {

EMSCRIPTEN_KEEPALIVE VavReading* vav_read(const char* bytes, std::size_t size, const char* options,
                                          std::size_t options_size, int* status) {
  using namespace visavis;
  Result<Reading> reading = read_file({bytes, size}, {options, options_size});
  if (!reading) {
    *status = reading.error().code == ErrorCode::elsewhere ? 2 : 1;
    return new VavReading{write_error(reading.error())};
  }
  *status = 0;
  Transcript& transcript = reading->transcript;
  settle(transcript);
  // With room for the measures, so that adding them moves nothing.
  auto* out = new VavReading{write_block(transcript, room_for_measures(transcript))};
  out->block_bytes = out->output.size();
  write_measures({}, out->block_bytes, out->output);
  return out;
}
EMSCRIPTEN_KEEPALIVE void vav_reading_measure(VavReading* reading) {
  const visavis::Result<visavis::Reading> read = visavis::read_reading(reading->output);
  if (read) visavis::write_measures(measure(read->transcript), reading->block_bytes, reading->output);
}
EMSCRIPTEN_KEEPALIVE VavReading* vav_write(const char* block, std::size_t size, const char* name,
                                           std::size_t name_size, int* status) {
  using namespace visavis;
  const Result<Reading> reading = read_reading({block, size});
  const FormatWriter* writer = find_writer({name, name_size});
  *status = 1;
  if (!reading) return new VavReading{write_error(reading.error())};
  if (!writer)
    return new VavReading{write_error({ErrorCode::bad_option, 0, "No format of that name is written."})};
  *status = 0;
  const Analysis analysis = analyse(reading->transcript, reading->measures);
  return new VavReading{writer->write(reading->transcript, analysis).bytes};
}
EMSCRIPTEN_KEEPALIVE const char* vav_reading_data(const VavReading* reading) {
  return reading->output.data();
}
EMSCRIPTEN_KEEPALIVE std::size_t vav_reading_length(const VavReading* reading) {
  return reading->output.size();
}

}  // extern "C"
