// Rev's "nlp" tables, which its word error rates are counted from: a token a line, its columns named in the
// first one, between vertical bars and never in quotes.
#include <array>

#include "readers/readers.h"
#include "readers/shared/json_draft.h"
#include "words/reports.h"

namespace visavis {
namespace {

enum Column : std::size_t { kToken, kSpeaker, kStart, kEnd, kPunctuation, kBefore, kColumns };
constexpr std::string_view kNames[kColumns] = {"token", "speaker",     "ts",
                                               "endTs", "punctuation", "prepunctuation"};

using Columns = std::array<int, kColumns>;

template <class Use>
void each_field(std::string_view line, Use use) {
  for (int index = 0;; ++index) {
    const std::size_t bar = std::min(line.find('|'), line.size());
    use(index, trim(line.substr(0, bar)));
    if (bar == line.size()) return;
    line.remove_prefix(bar + 1);
  }
}

// Where each column stands, -1 for none; false where the line is no header of such a table.
bool read_header(std::string_view line, Columns& at) noexcept {
  at.fill(-1);
  if (!trim(line).starts_with("token|")) return false;
  each_field(line, [&](int index, std::string_view name) {
    for (std::size_t column = 0; column < kColumns; ++column)
      if (name == kNames[column]) at[column] = index;
  });
  return at[kSpeaker] >= 0 && at[kPunctuation] >= 0;
}

double sniff(const Input& input) noexcept {
  Columns at;
  return !input.binary && read_header(input.text.substr(0, input.text.find('\n')), at) ? 0.99 : 0;
}

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  Lines lines(input.text);
  Span span;
  Columns at;
  if (!lines.next(span) || !read_header(slice(input.text, span), at))
    return Error{ErrorCode::unreadable, 1, phrase::not_nlp};
  Draft draft;
  while (lines.next(span)) {
    std::array<std::string_view, kColumns> fields;
    each_field(slice(input.text, span), [&](int index, std::string_view field) {
      for (std::size_t column = 0; column < kColumns; ++column)
        if (at[column] == index) fields[column] = field;
    });
    if (fields[kToken].empty()) continue;
    DraftWord word;
    word.text.begin = static_cast<std::uint32_t>(draft.text.size());
    draft.text.append(fields[kBefore]).append(fields[kToken]).append(fields[kPunctuation]);
    word.text.end = static_cast<std::uint32_t>(draft.text.size());
    word.speaker = draft.label(fields[kSpeaker]);
    if (!parse_seconds(fields[kStart], word.start_ms)) word.start_ms = kNoTime;
    if (!parse_seconds(fields[kEnd], word.end_ms)) word.end_ms = kNoTime;
    if (draft.segments.empty() || draft.segments.back().speaker != word.speaker) {
      DraftSegment segment;
      segment.speaker = word.speaker;
      segment.line = lines.number();
      segment.first_word = static_cast<std::uint32_t>(draft.words.size());
      draft.segments.push_back(segment);
    }
    ++draft.segments.back().word_count;
    draft.words.push_back(word);
  }
  return finish_draft(draft, SpeakerNumbers::automatic, options);
}

}  // namespace

const FormatReader nlp_reader = {"nlp", 43, sniff, read};

}  // namespace visavis
