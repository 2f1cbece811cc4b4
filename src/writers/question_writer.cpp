#include "writers/question_writer.h"

#include <algorithm>
#include <cstdio>

#include "base/unicode.h"

namespace visavis {
namespace {

constexpr std::size_t kBeginning = 160;

std::string of_seconds(std::int64_t ms) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.1f s", static_cast<double>(ms) / 1000);
  return buffer;
}

std::string kind_of(const Exchange& one) {
  if (one.quoted) return "quoted";
  if (one.rhetorical) return "rhetorical";
  const char* kind = question_kind_name(one.kind);
  std::string name = kind ? kind : "asked";
  if (name == "yes_no") name = "yes-no";
  return one.follow_up ? name + ", follow-up" : name;
}

class Outline {
 public:
  explicit Outline(const Transcript& transcript) : transcript_(transcript) {}

  void add(std::size_t number, const Exchange& one) {
    out_ += std::to_string(number) + ". " + speaker_of(one.turn) + " (turn " + std::to_string(one.turn + 1) +
            ", " + kind_of(one) + "): " + collapse_spaces(slice(transcript_.text, one.text)) + "\n";
    if (!one.asked()) return;
    if (one.answer == kNone) {
      out_ += "   Nobody answers.\n";
      return;
    }
    out_ += "   " + speaker_of(one.answer) + " (turn " + std::to_string(one.answer + 1) + ", " +
            std::to_string(one.answer_words) + (one.answer_words == 1 ? " word" : " words");
    if (one.delay_ms != kNoTime)
      out_ += one.delay_ms < 0 ? ", " + of_seconds(-one.delay_ms) + " before the end"
                               : ", after " + of_seconds(one.delay_ms);
    if (one.met_by_question) out_ += ", with a question";
    if (one.shared_words == 0) out_ += ", without a word in common";
    out_ += "): " + answer_beginning(transcript_, one) + "\n";
  }
  std::string take() { return std::move(out_); }

 private:
  const std::string& speaker_of(std::int32_t turn) const {
    return transcript_
        .speakers[static_cast<std::size_t>(transcript_.turns[static_cast<std::size_t>(turn)].speaker)]
        .name;
  }

  const Transcript& transcript_;
  std::string out_;
};

}  // namespace

std::string answer_beginning(const Transcript& transcript, const Exchange& exchange) {
  if (exchange.answer == kNone) return {};
  std::string text =
      collapse_spaces(transcript.text_of(transcript.turns[static_cast<std::size_t>(exchange.answer)])
                          .substr(0, 4 * kBeginning));
  text.resize(std::min(find_invalid_utf8(text), text.size()));  // a character may be cut
  std::size_t at = 0, last_space = 0;
  for (std::size_t characters = 0; at < text.size(); ++characters) {
    if (characters == kBeginning) {
      text.resize(last_space > 0 ? last_space : at);
      return text + " …";
    }
    if (text[at] == ' ') last_space = at;
    next_code_point(text, at);
  }
  return text;
}

std::string write_question_outline(const Transcript& transcript, const Analysis& analysis,
                                   const FigureRules& rules) {
  Outline outline(transcript);
  std::size_t number = 0;
  for (const Exchange& one :
       exchanges_of(transcript, analysis.measures, floor_of(transcript, analysis.measures, rules.floor),
                    rules.exchanges)
           .questions)
    outline.add(++number, one);
  return outline.take();
}

}  // namespace visavis
