// Every reader of JSON: as sniffed, and by the name of one that the input's length chooses, so that each
// dialect meets every file. What is read must hold together, and survive being written as our own object and
// read again.
#include <cstdlib>
#include <string>
#include <string_view>

#include "analysis/measures.h"
#include "readers/registry.h"
#include "writers/inspect_writer.h"

namespace {

using namespace visavis;

constexpr const char* kFormats[] = {
    "inspect", "whisper", "whispercpp", "whisperx",     "deepgram",    "assemblyai", "aws",      "google",
    "azure",   "revai",   "podcast",    "speechmatics", "json3",       "otter",      "descript", "autoedit",
    "dpe",     "gecko",   "kaldi",      "ibm",          "amberscript", "oyez",       "json"};

void check(const Transcript& transcript) {
  for (const Turn& turn : transcript.turns) {
    if (turn.text.begin > turn.text.end || turn.text.end > transcript.text.size()) std::abort();
    if (turn.speaker < kNone || turn.speaker >= static_cast<std::int32_t>(transcript.speakers.size()))
      std::abort();
    if (turn.first_word + turn.word_count > transcript.words.size()) std::abort();
    for (std::uint32_t i = 0; i < turn.word_count; ++i) {
      const Span word = transcript.words[turn.first_word + i].text;
      if (word.begin < turn.text.begin || word.end > turn.text.end || word.begin > word.end) std::abort();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  ReadOptions options;
  options.join = size % 2 == 0;
  const Result<Transcript> sniffed = read_transcript(bytes, options);
  if (sniffed) check(*sniffed);
  options.format = kFormats[size / 2 % std::size(kFormats)];
  const Result<Transcript> named = read_transcript(bytes, options);
  if (!named) return 0;
  check(*named);
  const std::string written = write_inspect(*named, measure(*named));
  options.format = "inspect";
  const Result<Transcript> again = read_transcript(written, options);
  if (!again || again->turns.size() != named->turns.size()) std::abort();
  for (std::size_t i = 0; i < named->turns.size(); ++i)
    if (again->text_of(again->turns[i]) != named->text_of(named->turns[i])) std::abort();
  return 0;
}
