#include "bridge/answers.h"
#include "bridge/exports.h"
#include "bridge/read.h"
#include "scene/document_block.h"
#include "writers/writers.h"

extern "C" {

VAV_EXPORT VavAnswer* vav_write(const char* block, std::size_t size, const char* name, std::size_t name_size,
                                int* status) {
  using namespace visavis;
  const Result<Document> document = read_document({block, size});
  const FormatWriter* writer = find_writer({name, name_size});
  *status = 1;
  if (!document) return new VavAnswer{write_error(document.error()), {}};
  if (!writer)
    return new VavAnswer{write_error({ErrorCode::bad_option, 0, "No format of that name is written."}), {}};
  *status = 0;
  return new VavAnswer{writer->write(document->transcript, document->analysis).bytes, {}};
}

}  // extern "C"
