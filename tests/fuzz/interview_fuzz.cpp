// Any text at all is an interview; what is read must lie inside its text.
#include <cstdlib>
#include <string_view>

#include "readers/readers.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  visavis::Result<visavis::DecodedText> decoded = visavis::decode_text(bytes);
  if (!decoded) return 0;
  const visavis::Input input{bytes, decoded->text, false};
  visavis::interview_reader.sniff(input);
  visavis::ReadOptions options;
  // The first byte chooses corrections, so that they are tried against every kind of line.
  if (size > 0 && data[0] % 4 == 1)
    options.corrections.lines = {
        {1, visavis::LineKind::speaker}, {2, visavis::LineKind::heading}, {3, visavis::LineKind::text}};
  visavis::Result<visavis::Transcript> read = visavis::interview_reader.read(input, options);
  if (!read) return 0;
  std::int32_t count = static_cast<std::int32_t>(read->speakers.size());
  for (const visavis::Turn& turn : read->turns) {
    if (turn.text.begin > turn.text.end || turn.text.end > read->text.size()) std::abort();
    if (turn.speaker < visavis::kNone || turn.speaker >= count) std::abort();
  }
  return 0;
}
