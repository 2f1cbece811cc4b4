// What both modules of the page can do: read a file. The second one, which has every reader and shows
// nothing, hands the reading over as one block of bytes to the first one, mostly from a worker.
//
//   core.js: large file, or open() answers 2 ──► reading.js: vav_read(bytes, lines) ──► block
//                                                ──► visavis.js: vav_open_block(block)
#pragma once

#include <cstddef>
#include <string_view>

#include "analysis/measures.h"
#include "base/result.h"

namespace visavis {

struct Reading {
  Transcript transcript;
  Measures measures;  // complete, or empty where the transcript has not been measured yet
};

// `options` are the lines of parse_read_options (readers/corrections.h).
Result<Reading> read_file(std::string_view bytes, std::string_view options);

// After the transcript's block come one TurnMeasure a turn, if it was measured, and this.
struct ReadingTail {
  std::uint64_t block_bytes = 0;
  std::uint64_t words = 0;
  std::uint64_t estimated = 0;
};

// What vav_read answers with: a block of model/block.h and the measures, both ends being of one build.
Result<Reading> read_reading(std::string_view block);

}  // namespace visavis

struct VavReading;

extern "C" {

// Memory for arguments; null when there is none left.
void* vav_alloc(std::size_t size);
void vav_free(void* memory);

// In the second module alone:

// Reads. *status 0: the reading's data is the block; 1: not readable, the data is {"error":
// {"line", "code", "message"}}; 2: the other module must read it. One call an instance: the page drops it
// afterwards, because WebAssembly memory never shrinks.
VavReading* vav_read(const char* bytes, std::size_t size, const char* options, std::size_t options_size,
                     int* status);
// Measures what was read (status 0): the block then carries that too.
void vav_reading_measure(VavReading* reading);
const char* vav_reading_data(const VavReading* reading);
std::size_t vav_reading_length(const VavReading* reading);

}  // extern "C"
