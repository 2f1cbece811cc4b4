#include <algorithm>

#include "model/builder.h"
#include "readers/readers.h"

namespace visavis {
namespace {

double sniff(const Input& input) noexcept { return input.binary ? 0 : 0.1; }

// First light: "Name: text" lines of at most four capitalised words.
Result<Transcript> read(const Input& input, const ReadOptions&) {
  TranscriptBuilder builder;
  builder.use_text(std::string(input.text));
  const std::string& text = builder.text();
  Lines lines(text);
  for (Span line; lines.next(line);) {
    const Span whole = trim(text, line);
    if (whole.empty()) continue;
    Turn turn;
    turn.line = lines.number();
    turn.text = whole;
    const std::size_t colon = slice(text, whole).find(": ");
    if (colon != std::string_view::npos && colon < 40 &&
        std::count(text.begin() + whole.begin,
                   text.begin() + static_cast<std::ptrdiff_t>(whole.begin + colon), ' ') < 4) {
      turn.speaker = builder.speaker(slice(text, whole).substr(0, colon));
      turn.text.begin = whole.begin + static_cast<std::uint32_t>(colon) + 2;
    }
    builder.add_turn(turn);
  }
  return builder.finish();
}

}  // namespace

const FormatReader interview_reader = {"interview", "plain-text interviews, hearings and text exports", 0,
                                       sniff, read};

}  // namespace visavis
