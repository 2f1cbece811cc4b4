// The document inside its archive: the bytes are its XML.
#include "fuzz/reader_fuzz.h"
#include "readers/readers.h"
#include "support/zip.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace visavis;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::string archive = test::make_zip({{"word/document.xml", text}, {"word/styles.xml", text}}, false);
  const Input input{archive, {}, true};
  const double confidence = docx_reader.sniff(input);
  fuzz::check(confidence >= 0 && confidence <= 1);
  const Result<Transcript> result = docx_reader.read(input, {});
  if (result) fuzz::check_reading(*result);
  return 0;
}
