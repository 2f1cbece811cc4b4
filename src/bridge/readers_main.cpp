// The page's second module: every reader and nothing that shows (reading.h).
#include <emscripten.h>

#include <string>
#include <vector>

#include "bridge/answers.h"
#include "bridge/reading.h"
#include "model/block.h"

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

void write_measures(const Measures& measures, VavReading& out) {
  const ReadingTail tail{out.block_bytes, measures.words, measures.estimated};
  out.output.resize(out.block_bytes);
  out.output.append(reinterpret_cast<const char*>(measures.turns.data()),
                    measures.turns.size() * sizeof(TurnMeasure));
  out.output.append(reinterpret_cast<const char*>(&tail), sizeof tail);
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
  auto* out = new VavReading{
      write_block(transcript, transcript.turns.size() * sizeof(TurnMeasure) + sizeof(ReadingTail))};
  out->block_bytes = out->output.size();
  write_measures({}, *out);
  return out;
}
EMSCRIPTEN_KEEPALIVE void vav_reading_measure(VavReading* reading) {
  const visavis::Result<visavis::Reading> read = visavis::read_reading(reading->output);
  if (read) visavis::write_measures(measure(read->transcript), *reading);
}
EMSCRIPTEN_KEEPALIVE const char* vav_reading_data(const VavReading* reading) {
  return reading->output.data();
}
EMSCRIPTEN_KEEPALIVE std::size_t vav_reading_length(const VavReading* reading) {
  return reading->output.size();
}

}  // extern "C"
