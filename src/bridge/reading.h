// What both modules of the page can do: read a file. The second one, which has every reader and every writer
// and shows nothing, hands the reading over as one block of bytes to the first one, mostly from a worker, and
// takes such a block back to write it in another format.
//
//   core.js: large file, or open() answers 2 ──► reading.js: vav_read(bytes, lines) ──► block
//                                                ──► visavis.js: vav_open_block(block)
//   core.js: save in a format ──► visavis.js: vav_query("block") ──► reading.js: vav_write(block, name) ──►
//   bytes
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
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

// A reading as such a block.
std::string write_reading(const Transcript& transcript, const Measures& measures);
// The same in two steps that move nothing: write_block with room_for_measures, then the measures behind its
// `block_bytes`.
std::size_t room_for_measures(const Transcript& transcript);
void write_measures(const Measures& measures, std::size_t block_bytes, std::string& reading);

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
// Writes a reading's block (of vav_query "block") in the format `name` (writers/writers.h). *status 0: the
// data is the file; 1: the block is torn or no writer has that name, the data is the error. Freed with the
// instance.
VavReading* vav_write(const char* block, std::size_t size, const char* name, std::size_t name_size,
                      int* status);
const char* vav_reading_data(const VavReading* reading);
std::size_t vav_reading_length(const VavReading* reading);

}  // extern "C"
