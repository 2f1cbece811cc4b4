#include <algorithm>

#include "readers/json/json_format.h"
#include "readers/readers.h"

// YouTube's timed text as JSON (fmt=json3). Recognised speech rolls: a line stays until two later ones have
// come, so its end is where the next begins.
namespace visavis {
namespace {

constexpr JsonSignature kSignatures[] = {
    {0.99, "wireMagic events[].tStartMs"},
    {0.97, "events[].tStartMs events[].segs[].utf8"},
};
constexpr JsonRule kRules[] = {
    {"events[]", Of::segment, As::open},
    {"events[].tStartMs", Of::segment, As::start, Unit::milliseconds},
    {"events[].dDurationMs", Of::segment, As::duration, Unit::milliseconds},
    {"events[].segs[]", Of::word, As::open},
    {"events[].segs[].utf8", Of::word, As::text},
    {"events[].segs[].tOffsetMs", Of::word, As::start, Unit::milliseconds},
};

bool is_blank(const Draft& draft, const DraftSegment& segment) {
  for (std::uint32_t i = 0; i < segment.word_count; ++i)
    if (!trim(slice(draft.text, draft.words[segment.first_word + i].text)).empty()) return false;
  return true;
}

void unroll(Draft& draft) {
  // Events that set up windows, and line feeds that scroll them, say nothing.
  std::erase_if(draft.segments, [&](const DraftSegment& segment) { return is_blank(draft, segment); });
  for (std::size_t i = 0; i < draft.segments.size(); ++i) {
    DraftSegment& segment = draft.segments[i];
    const std::int64_t next_ms = i + 1 < draft.segments.size() ? draft.segments[i + 1].start_ms : kNoTime;
    bool timed = false;
    for (std::uint32_t w = 0; w < segment.word_count; ++w) {
      DraftWord& word = draft.words[segment.first_word + w];
      timed = timed || word.start_ms != kNoTime;
    }
    if (!timed || segment.start_ms == kNoTime) continue;
    if (next_ms != kNoTime && next_ms > segment.start_ms && segment.end_ms > next_ms)
      segment.end_ms = next_ms;
    for (std::uint32_t w = segment.word_count; w-- > 0;) {
      DraftWord& word = draft.words[segment.first_word + w];
      word.start_ms = segment.start_ms + (word.start_ms == kNoTime ? 0 : word.start_ms);
      word.end_ms =
          w + 1 < segment.word_count ? draft.words[segment.first_word + w + 1].start_ms : segment.end_ms;
    }
  }
}

constexpr JsonFormat kFormat = {kSignatures, kRules, "", SpeakerNumbers::automatic, false, unroll, true};

double sniff(const Input& input) noexcept { return sniff_json(input, kFormat); }
Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_json(input, options, kFormat);
}

}  // namespace

const FormatReader json3_reader = {"json3", 21, sniff, read, true};

}  // namespace visavis
