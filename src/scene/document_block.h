// A Document as one position-independent block of bytes: what a reading instance hands to the one that shows.
// Not a file format: both ends are of one build.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/block_io.h"
#include "scene/document.h"

namespace visavis {

std::string write_document(const Document& document);

// Takes a block in, some megabytes at a time, so that a page goes on answering.
class DocumentIn {
 public:
  explicit DocumentIn(std::string_view block);  // must stay until all is in
  DocumentIn(const DocumentIn&) = delete;       // what is still to be copied points into it
  DocumentIn& operator=(const DocumentIn&) = delete;
  bool go_on();  // true while there is more
  // Once: ErrorCode::malformed for bytes that write_document did not make: every length, id and span is
  // checked.
  Result<Document> finish();

 private:
  std::string_view transcript_;
  std::vector<Copying> later_;  // the last one first
  BlockIn in_;                  // what stands behind it
  Document document_;
  std::size_t step_ = 0;
  bool more_ = false, whole_ = false;
};

// All at once.
Result<Document> read_document(std::string_view block);

}  // namespace visavis
