#include "fuzz/reader_fuzz.h"
#include "readers/readers.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  return visavis::fuzz::read_with(visavis::html_reader, data, size);
}
