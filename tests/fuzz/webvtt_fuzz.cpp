#include "fuzz/reader_fuzz.h"
#include "readers/readers.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  return visavis::fuzz::read_with(visavis::webvtt_reader, data, size);
}
