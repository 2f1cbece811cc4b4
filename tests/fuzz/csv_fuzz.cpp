// Tables: any text at all under a header, which the input need not have.
#include <cstdlib>
#include <string>
#include <string_view>

#include "readers/registry.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace visavis;
  constexpr const char* kHeaders[] = {"", "speaker,text,start,end\n", "start;end;text\n",
                                      "section\tspeaker\ttext\tdauer\n"};
  std::string bytes = kHeaders[size % 4];
  bytes.append(reinterpret_cast<const char*>(data), size);
  ReadOptions options;
  options.format = "csv";
  const Result<Transcript> read = read_transcript(bytes, options);
  if (!read) return 0;
  for (const Turn& turn : read->turns)
    if (turn.text.begin > turn.text.end || turn.text.end > read->text.size()) std::abort();
  return 0;
}
