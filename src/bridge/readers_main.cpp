// The page's second module: every reader and nothing that shows. It reads a file into a block (model/block.h)
// that the first module opens.
//
//   core.js: open() answers 2 ──► readers.js: vav_read(bytes, lines) ──► block ──► visavis.js:
//   vav_open_block(block)
#include <emscripten.h>

#include <cstdlib>
#include <string>

#include "bridge/answers.h"
#include "bridge/legacy_decode.h"
#include "model/block.h"
#include "readers/corrections.h"
#include "readers/registry.h"

struct VavReading {
  std::string output;
};

extern "C" {

EMSCRIPTEN_KEEPALIVE void* vav_alloc(std::size_t size) { return std::malloc(size); }
EMSCRIPTEN_KEEPALIVE void vav_free(void* memory) { std::free(memory); }

// As vav_open (bridge.h), but the output of a reading (status 0) is the block. One call an instance: the page
// drops it afterwards, because WebAssembly memory never shrinks. Null when there is no memory left for the
// answer.
EMSCRIPTEN_KEEPALIVE VavReading* vav_read(const char* bytes, std::size_t size, const char* options_text,
                                          std::size_t options_size, int* status) {
  using namespace visavis;
  ReadOptions options;
  options.legacy = decode_in_browser;
  *status = 1;
  if (!parse_read_options({options_text, options_size}, options))
    return new VavReading{write_error(bad_corrections())};
  const Result<Transcript> transcript = read_transcript({bytes, size}, options);
  if (!transcript) return new VavReading{write_error(transcript.error())};
  *status = 0;
  return new VavReading{write_block(*transcript)};
}
EMSCRIPTEN_KEEPALIVE const char* vav_reading_data(const VavReading* reading) {
  return reading->output.data();
}
EMSCRIPTEN_KEEPALIVE std::size_t vav_reading_length(const VavReading* reading) {
  return reading->output.size();
}

}  // extern "C"
