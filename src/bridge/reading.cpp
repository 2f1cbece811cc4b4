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

namespace visavis {
Result<Reading> read_file(std::string_view bytes, std::string_view options_text) {
  ReadOptions options;
  options.legacy = decode_in_browser;
  if (!parse_read_options(options_text, options)) return bad_corrections();
  Result<Transcript> transcript = read_transcript(bytes, options);
  if (!transcript) return transcript.error();
  return Reading{*std::move(transcript), {}};
}

std::size_t room_for_measures(const Transcript& transcript) {
  return transcript.turns.size() * sizeof(TurnMeasure) + sizeof(ReadingTail);
}

void write_measures(const Measures& measures, std::size_t block_bytes, std::string& reading) {
  const ReadingTail tail{block_bytes, measures.words, measures.estimated};
  reading.resize(block_bytes);
  reading.append(reinterpret_cast<const char*>(measures.turns.data()),
                 measures.turns.size() * sizeof(TurnMeasure));
  reading.append(reinterpret_cast<const char*>(&tail), sizeof tail);
}

std::string write_reading(const Transcript& transcript, const Measures& measures) {
  std::string reading = write_block(transcript, room_for_measures(transcript));
  write_measures(measures, reading.size(), reading);
  return reading;
}

Result<Reading> read_reading(std::string_view block) {
  ReadingTail tail;
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

}  // extern "C"
