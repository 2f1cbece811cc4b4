#include <algorithm>
#include <string>
#include <string_view>

#include "bridge/answers.h"
#include "bridge/exports.h"
#include "bridge/read.h"
#include "offline/offline_page.h"
#include "scene/document_block.h"
#include "writers/writers.h"

namespace visavis {
namespace {

constexpr std::string_view kCopy = "offline\n";

// `rest`: the view's line, then the template.
Result<std::string> write_copy(const Document& document, std::string_view rest) {
  const std::size_t line = std::min(rest.find('\n'), rest.size());
  return write_offline_page(document, rest.substr(std::min(line + 1, rest.size())), rest.substr(0, line));
}

Result<std::string> write_block(std::string_view block, std::string_view name) {
  const Result<Document> document = read_document(block);
  if (!document) return document.error();
  if (name.starts_with(kCopy)) return write_copy(*document, name.substr(kCopy.size()));
  const FormatWriter* writer = find_writer(name);
  if (!writer) return Error{ErrorCode::bad_option, 0, "No format of that name is written."};
  return writer->write(document->transcript, document->analysis).bytes;
}

}  // namespace
}  // namespace visavis

extern "C" {

VAV_EXPORT VavAnswer* vav_write(const char* block, std::size_t size, const char* name, std::size_t name_size,
                                int* status) {
  using namespace visavis;
  Result<std::string> written = write_block({block, size}, {name, name_size});
  *status = written ? 0 : 1;
  return new VavAnswer{written ? *std::move(written) : write_error(written.error()), {}};
}

}  // extern "C"
