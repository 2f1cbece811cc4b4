// Any bytes as an archive, whatever is in it.
#include "fuzz/reader_fuzz.h"
#include "readers/readers.h"
#include "readers/zip_archive.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace visavis;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  if (archive)
    for (std::size_t i = 0; i < archive->members().size() && i < 4; ++i)
      if (const Result<std::string> member = archive->extract(archive->members()[i]))
        fuzz::check(member->size() == archive->members()[i].bytes);
  for (const FormatReader* reader : {&zip_reader, &docx_reader, &odt_reader}) {
    const Input input{bytes, {}, true};
    reader->sniff(input);
    const Result<Transcript> result = reader->read(input, {});
    if (result) fuzz::check_reading(*result);
  }
  return 0;
}
