#include "bridge/reading.h"

#include <emscripten.h>

#include <cstdlib>
#include <cstring>
#include <string>

#include "bridge/answers.h"
#include "bridge/legacy_decode.h"
#include "model/block.h"
#include "readers/corrections.h"
#include "readers/registry.h"

struct VavReading {
  std::string output;
};

namespace visavis {
namespace {

// After the transcript's block: one entry a turn, then this, which says where they begin.
struct Tail {
  std::uint64_t block_bytes = 0;
  std::uint64_t words = 0;
  std::uint64_t estimated = 0;
};

std::string write_reading(const Transcript& transcript, const Measures& measures) {
  std::string out = write_block(transcript);
  const Tail tail{out.size(), measures.words, measures.estimated};
  out.append(reinterpret_cast<const char*>(measures.turns.data()),
             measures.turns.size() * sizeof(TurnMeasure));
  out.append(reinterpret_cast<const char*>(&tail), sizeof tail);
  return out;
}

}  // namespace

Result<Reading> read_file(std::string_view bytes, std::string_view options_text) {
  ReadOptions options;
  options.legacy = decode_in_browser;
  if (!parse_read_options(options_text, options)) return bad_corrections();
  Result<Transcript> transcript = read_transcript(bytes, options);
  if (!transcript) return transcript.error();
  return Reading{*std::move(transcript), {}};
}

Result<Reading> read_reading(std::string_view block) {
  Tail tail;
  const Error torn{ErrorCode::malformed, 0, "The reading did not arrive whole. Open the file again."};
  if (block.size() < sizeof tail) return torn;
  std::memcpy(&tail, block.data() + block.size() - sizeof tail, sizeof tail);
  block.remove_suffix(sizeof tail);
  if (tail.block_bytes > block.size()) return torn;
  const std::string_view numbers = block.substr(static_cast<std::size_t>(tail.block_bytes));
  Result<Transcript> transcript = read_block(block.substr(0, static_cast<std::size_t>(tail.block_bytes)));
  if (!transcript) return transcript.error();
  Reading reading{*std::move(transcript), {}};
  const std::size_t count = reading.transcript.turns.size();
  if (numbers.empty()) return reading;
  if (numbers.size() != count * sizeof(TurnMeasure)) return torn;
  reading.measures.turns.resize(count);
  if (count) std::memcpy(reading.measures.turns.data(), numbers.data(), numbers.size());
  reading.measures.words = tail.words;
  reading.measures.estimated = tail.estimated != 0;
  return reading;
}

}  // namespace visavis

extern "C" {

EMSCRIPTEN_KEEPALIVE void* vav_alloc(std::size_t size) { return std::malloc(size); }
EMSCRIPTEN_KEEPALIVE void vav_free(void* memory) { std::free(memory); }

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
