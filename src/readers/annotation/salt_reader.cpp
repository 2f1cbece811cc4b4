// SALT, Systematic Analysis of Language Transcripts (.slt): "$ Child, Examiner" names the speakers, whose
// first letters open their lines; "- 1:23" is the time of what follows, "+" a header, "=" a comment, ":" and
// ";" pauses.
#include <algorithm>
#include <vector>

#include "readers/annotation/salt_text.h"
#include "readers/readers.h"
#include "readers/shared/utterances.h"
#include "words/reports.h"

namespace visavis {
namespace {

constexpr std::size_t kMostSpeakers = 12;

// The speakers that the first line names: "$ Child, Examiner". Empty where it is no such line.
std::vector<std::string> names_of(std::string_view line) {
  std::vector<std::string> names;
  line = trim(line);
  if (!line.starts_with('$')) return names;
  line.remove_prefix(1);
  while (names.size() < kMostSpeakers) {
    const std::size_t comma = std::min(line.find(','), line.size());
    const std::string name = collapse_spaces(line.substr(0, comma));
    if (name.empty() || name.size() > 60 || name[0] < 'A' || name[0] > 'Z') return {};
    names.push_back(name);
    if (comma == line.size()) break;
    line.remove_prefix(comma + 1);
  }
  return names;
}

// The speaker whose letter opens the line, or -1.
std::int32_t speaker_at(std::string_view line, const std::vector<std::string>& names) {
  if (line.size() < 2 || line[1] != ' ') return -1;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i][0] == line[0]) return static_cast<std::int32_t>(i);
  return -1;
}

// The first line's names, and lines that open with one of their letters: at least as many as of other speech.
double sniff(const Input& input) noexcept {
  Lines lines(input.text.substr(0, 65536));
  char letters[kMostSpeakers];
  std::size_t count = 0, spoken = 0, other = 0;
  for (Span span; lines.next(span);) {
    const std::string_view line = trim(slice(input.text, span));
    if (line.empty()) continue;
    if (count == 0) {
      if (line[0] != '$') return 0;
      bool opens = true;
      for (const char c : line.substr(1)) {
        if (opens && c != ' ') {
          if (c < 'A' || c > 'Z' || count == kMostSpeakers) return 0;
          letters[count++] = c;
        }
        opens = c == ',' || (opens && c == ' ');
      }
      if (count == 0) return 0;
    } else if (line.size() > 1 && line[1] == ' ' &&
               std::find(letters, letters + count, line[0]) != letters + count) {
      ++spoken;
    } else {
      other += std::string_view("+-=:;").find(line[0]) == std::string_view::npos;
    }
  }
  return spoken >= 2 && spoken >= other ? 0.95 : 0;
}

class SaltReader {
 public:
  SaltReader(std::string_view text, bool join) : text_(text), joiner_(builder_, join) {}

  Result<Transcript> read() {
    Lines lines(text_);
    for (Span span; lines.next(span);) {
      const std::string_view line = trim(slice(text_, span));
      if (!line.empty() && !take(line, lines.number()))
        return Error{ErrorCode::unreadable, lines.number(), phrase::not_salt};
    }
    starts_ms_.push_back(next_ms_);
    std::vector<bool> estimated;
    interpolate_times(starts_ms_, estimated);
    for (std::size_t i = 0; i < utterances_.size(); ++i) {
      Utterance& utterance = utterances_[i];
      const SaltText clean = clean_salt(utterance.text);
      utterance.text = clean.words;
      utterance.marks = clean.marks;
      utterance.start_ms = starts_ms_[i];
      utterance.start_estimated = estimated[i];
      utterance.end_ms = starts_ms_[i + 1];
      utterance.end_estimated = true;  // nobody writes when an utterance ends
      if (!add_utterance(joiner_, utterance)) return Error{ErrorCode::too_large, 0, kTooLong};
    }
    left_out_.report(builder_, ReportLevel::info);
    Transcript transcript = builder_.finish();
    estimate_missing_ends(transcript);
    return transcript;
  }

 private:
  // False where speech comes before the speakers.
  bool take(std::string_view line, std::uint32_t number) {
    if (names_.empty()) {
      names_ = names_of(line);
      return !names_.empty();
    }
    const std::int32_t speaker = speaker_at(line, names_);
    if (speaker >= 0) {
      Utterance utterance;
      utterance.speaker = names_[static_cast<std::size_t>(speaker)];
      utterance.text = trim(line.substr(1));
      utterance.line = number;
      utterances_.push_back(std::move(utterance));
      starts_ms_.push_back(next_ms_);
      next_ms_ = kNoTime;
    } else if (line[0] == '-') {
      take_time(trim(line.substr(1)));
    } else if (line[0] == '+') {
      take_header(line, number);
    } else if (line[0] == '=') {
      left_out_.add(phrase::left_comments, number);
    } else if (line[0] != ':' && line[0] != ';' && !utterances_.empty()) {
      utterances_.back().text += ' ';
      utterances_.back().text += line;
    }
    return true;
  }

  // A time that was there before is as good as none: those between are spread.
  void take_time(std::string_view text) {
    std::int64_t ms = 0;
    if (parse_clock(text, ms) == 0 || ms <= last_ms_) return;
    next_ms_ = last_ms_ = ms;
  }

  void take_header(std::string_view line, std::uint32_t number) {
    constexpr std::string_view kLanguage = "+ Language:";
    if (starts_with_ignoring_ascii_case(line, kLanguage))
      builder_.set_language(trim(line.substr(kLanguage.size())));
    else
      left_out_.add(phrase::left_headers, number);
  }

  std::string_view text_;
  TranscriptBuilder builder_;
  CueJoiner joiner_;
  std::vector<std::string> names_;
  std::vector<Utterance> utterances_;
  std::vector<std::int64_t> starts_ms_;
  std::int64_t next_ms_ = kNoTime, last_ms_ = -1;
  LeftOut left_out_;
};

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return SaltReader(input.text, options.join).read();
}

}  // namespace

const FormatReader salt_reader = {"salt", 57, sniff, read};

}  // namespace visavis
