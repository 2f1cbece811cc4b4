#include <algorithm>
#include <string>
#include <string_view>

#include "bridge/answers.h"
#include "bridge/exports.h"
#include "bridge/read.h"
#include "bridge/write.h"
#include "offline/offline_page.h"
#include "scene/document_block.h"
#include "writers/table_writer.h"
#include "writers/writers.h"

namespace visavis {
namespace {

constexpr std::string_view kCopy = "offline\n", kTable = "table ", kNotes = "notes ";

// `rest`: the view's line, then the template.
Result<std::string> write_copy(const Document& document, std::string_view rest) {
  const std::size_t line = std::min(rest.find('\n'), rest.size());
  return write_offline_page(document, rest.substr(std::min(line + 1, rest.size())), rest.substr(0, line));
}

// `rest`: what there is a row for, then the file's name.
Result<std::string> write_table(const Document& document, std::string_view rest) {
  const std::size_t line = std::min(rest.find('\n'), rest.size());
  const TablePer per = rest.substr(0, line) == "topic" ? TablePer::topic : TablePer::speaker;
  const std::string_view file = rest.substr(std::min(line + 1, rest.size()));
  return table_header(per) + table_rows(per, document.transcript, document.analysis, file);
}

Result<std::string> write_block(std::string_view block, std::string_view name) {
  const Result<Document> document = read_document(block);
  if (!document) return document.error();
  return write_as(*document, name);
}

}  // namespace

Result<std::string> write_as(const Document& document, std::string_view name) {
  if (name.starts_with(kCopy)) return write_copy(document, name.substr(kCopy.size()));
  if (name.starts_with(kTable)) return write_table(document, name.substr(kTable.size()));
  const bool only_notes = name.starts_with(kNotes);
  const FormatWriter* writer = find_writer(only_notes ? name.substr(kNotes.size()) : name);
  if (!writer) return Error{ErrorCode::bad_option, 0, "No format of that name is written."};
  Written written = writer->write(document.transcript, document.analysis);
  if (!only_notes) return std::move(written.bytes);
  std::string notes;
  for (const std::string& note : written.notes) notes += note + "\n";
  return notes;
}

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
