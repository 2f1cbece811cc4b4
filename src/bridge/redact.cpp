#include <algorithm>
#include <string>
#include <string_view>

#include "bridge/answers.h"
#include "bridge/exports.h"
#include "bridge/read.h"
#include "bridge/write.h"
#include "redaction/redacted_file.h"
#include "scene/document_block.h"
#include "scene/found.h"
#include "words/reports.h"
#include "writers/inspect_writer.h"

namespace visavis {
namespace {

constexpr std::string_view kLink = "link\n";

Result<std::string> redact_block(std::string_view block, std::string_view asked) {
  const std::size_t end = std::min(asked.find("\n\n"), asked.size());
  const std::string_view name = asked.substr(std::min(end + 2, asked.size()));
  Redaction redaction;
  if (!parse_redaction(asked.substr(0, end), redaction))
    return Error{ErrorCode::bad_option, 0, phrase::bad_redaction};
  Result<Document> document = read_document(block);
  if (!document) return document.error();
  remove_found(*document);  // their names may be of what is struck out
  const Result<Redacted> redacted = redact(document->transcript, document->analysis.roles, redaction);
  if (!redacted) return redacted.error();
  if (name == "account") return account_of(*redacted);
  if (name.starts_with(kLink)) return link_redacted(*redacted, name.substr(kLink.size()));
  // The lines of a name are what a person gave; a template behind them is none.
  std::string_view lines = name;
  take_until(lines, '\n');
  const std::string_view given = take_until(lines, '\n');
  return write_redacted(*redacted, trim(given), [&](const Document& less) -> Result<std::string> {
    if (name == "reading") return write_reading(less.transcript, less.analysis);
    if (name == "block") return write_document(less);
    return write_as(less, name);
  });
}

}  // namespace
}  // namespace visavis

extern "C" {

VAV_EXPORT VavAnswer* vav_redact(const char* block, std::size_t size, const char* asked,
                                 std::size_t asked_size, int* status) {
  using namespace visavis;
  return answer_with(redact_block({block, size}, {asked, asked_size}), status);
}

}  // extern "C"
