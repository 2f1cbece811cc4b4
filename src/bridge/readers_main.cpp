// The page's second module: every reader and nothing that shows (reading.h).
#include <emscripten.h>

#include <string>

#include "bridge/answers.h"
#include "bridge/reading.h"
#include "model/block.h"

struct VavReading {
  std::string output;
};

namespace visavis {
namespace {

std::string write_reading(const Transcript& transcript, const Measures& measures) {
  std::string out = write_block(transcript);
  const ReadingTail tail{out.size(), measures.words, measures.estimated};
  out.append(reinterpret_cast<const char*>(measures.turns.data()),
             measures.turns.size() * sizeof(TurnMeasure));
  out.append(reinterpret_cast<const char*>(&tail), sizeof tail);
  return out;
}

}  // namespace
}  // namespace visavis

extern "C" {

EMSCRIPTEN_KEEPALIVE VavReading* vav_read(const char* bytes, std::size_t size, const char* options,
                                          std::size_t options_size, int* status) {
  using namespace visavis;
  const Result<Reading> reading = read_file({bytes, size}, {options, options_size});
  if (!reading) {
    *status = reading.error().code == ErrorCode::elsewhere ? 2 : 1;
    return new VavReading{write_error(reading.error())};
  }
  *status = 0;
  return new VavReading{write_reading(reading->transcript, {})};
}
EMSCRIPTEN_KEEPALIVE void vav_reading_measure(VavReading* reading) {
  const visavis::Result<visavis::Reading> read = visavis::read_reading(reading->output);
  if (read) reading->output = visavis::write_reading(read->transcript, measure(read->transcript));
}
EMSCRIPTEN_KEEPALIVE const char* vav_reading_data(const VavReading* reading) {
  return reading->output.data();
}
EMSCRIPTEN_KEEPALIVE std::size_t vav_reading_length(const VavReading* reading) {
  return reading->output.size();
}

}  // extern "C"
