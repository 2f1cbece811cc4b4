#include "bridge/read.h"

#include <string>
#include <utility>
#include <vector>

#include "bridge/answers.h"
#include "bridge/exports.h"
#include "bridge/legacy_decode.h"
#include "readers/corrections.h"
#include "readers/registry.h"
#include "scene/document_block.h"
#include "words/reports.h"

namespace visavis {
namespace {

Result<Transcript> read_file(std::string_view bytes, std::string_view options_text) {
  ReadOptions options;
  options.legacy = kLegacyDecoder;
  if (!parse_read_options(options_text, options))
    return Error{ErrorCode::bad_option, 0, phrase::bad_corrections};
  return read_transcript(bytes, options);
}

// The transcript lies above what its reader has let go of. Copied down there, and without room to grow, it
// leaves the top of the heap to the block.
void settle(Transcript& transcript) {
  transcript.text.shrink_to_fit();
  transcript.turns = std::vector<Turn>(transcript.turns);
  transcript.words = std::vector<Word>(transcript.words);
}

}  // namespace
}  // namespace visavis

extern "C" {

VAV_EXPORT VavAnswer* vav_read(const char* bytes, std::size_t size, const char* options,
                               std::size_t options_size, int* status) {
  using namespace visavis;
  Result<Transcript> transcript = read_file({bytes, size}, {options, options_size});
  if (!transcript) {
    *status = transcript.error().code == ErrorCode::elsewhere ? 2 : 1;
    return new VavAnswer{write_error(transcript.error()), {}};
  }
  *status = 0;
  auto* answer = new VavAnswer;
  answer->read = *std::move(transcript);
  return answer;
}

VAV_EXPORT void vav_finish(VavAnswer* answer) {
  using namespace visavis;
  settle(answer->read);
  answer->bytes = write_document(make_document(std::move(answer->read)));
}

VAV_EXPORT const char* vav_answer_data(const VavAnswer* answer) { return answer->bytes.data(); }
VAV_EXPORT std::size_t vav_answer_length(const VavAnswer* answer) { return answer->bytes.size(); }
VAV_EXPORT void vav_answer_free(VavAnswer* answer) { delete answer; }

}  // extern "C"
