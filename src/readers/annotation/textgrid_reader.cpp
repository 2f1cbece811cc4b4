// Praat TextGrid: the long, the short and the chronological text form (Praat manual, "TextGrid file
// formats").
#include <algorithm>
#include <set>

#include "readers/readers.h"
#include "readers/shared/utterances.h"
#include "words/reports.h"

namespace visavis {
namespace {

constexpr std::string_view kChronological = "Praat chronological TextGrid";

double sniff(const Input& input) noexcept {
  const std::string_view head = input.text.substr(0, 1024);
  if (head.find("ooTextFile") != std::string_view::npos)
    return head.find("\"TextGrid\"") != std::string_view::npos ? 1 : 0;
  return head.substr(0, 64).find(kChronological) != std::string_view::npos ? 1 : 0;
}

// Praat reads its text files as a row of free-standing numbers, strings and <flags>; all else is decoration.
class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) {}

  bool number(std::int64_t& ms) {
    std::string_view word;
    while (next(word))
      if (!is_string_ && parse_seconds(word, ms)) return true;
    return false;
  }
  bool count(std::size_t& value) {
    std::int64_t ms = 0;
    if (!number(ms) || ms < 0 || ms % 1000 != 0) return false;
    value = static_cast<std::size_t>(ms / 1000);
    return true;
  }
  bool string(std::string& value) {
    std::string_view word;
    while (next(word)) {
      if (!is_string_) continue;
      value.clear();
      for (std::size_t i = 0; i < word.size(); ++i) {
        value += word[i];
        if (word[i] == '"') ++i;  // doubled
      }
      return true;
    }
    return false;
  }
  std::uint32_t line() const { return token_line_; }

 private:
  bool next(std::string_view& word) {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\n') ++line_;
      if (c == '!') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (static_cast<unsigned char>(c) <= ' ') {
        ++at_;
      } else if (c == '"') {
        return string_token(word);
      } else {
        const std::size_t start = at_;
        while (at_ < text_.size() && static_cast<unsigned char>(text_[at_]) > ' ' && text_[at_] != '"') ++at_;
        word = text_.substr(start, at_ - start);
        is_string_ = false;
        token_line_ = line_;
        return true;
      }
    }
    return false;
  }

  bool string_token(std::string_view& word) {
    const std::size_t start = ++at_;
    token_line_ = line_;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') continue;
      if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
      ++at_;
    }
    word = text_.substr(start, std::min(at_, text_.size()) - start);
    if (at_ < text_.size()) ++at_;
    is_string_ = true;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1, token_line_ = 1;
  bool is_string_ = false;
};

struct Interval {
  std::int64_t start_ms = 0, end_ms = 0;
  std::uint32_t line = 0;
  std::string text;
};

enum class Kind { speech, words, voices, other };

struct Tier {
  std::string name, speaker, key;  // key: the speaker, folded
  std::uint32_t line = 0;
  bool points = false;
  Kind kind = Kind::speech;
  std::vector<Interval> intervals;  // those with text
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// What a tier's name says it holds, and the rest of the name, which is a speaker's: "word - Ana", "Ana -
// phones".
void classify(Tier& tier) {
  tier.speaker = collapse_spaces(tier.name);
  const std::string folded = fold_case(tier.speaker);
  if (tier.points || is_remark_tier(folded)) {
    tier.kind = Kind::other;
    return;
  }
  const auto is_separator = [](char c) {
    return c == ' ' || c == '-' || c == '_' || c == '"' || c == '[' || c == ']';
  };
  for (std::size_t start = 0; start < folded.size(); ++start) {
    std::size_t end = start;
    while (end < folded.size() && !is_separator(folded[end])) ++end;
    const std::string_view part = std::string_view(folded).substr(start, end - start);
    const bool words = is_one_of(part, {"word", "words", "ort", "orth", "token", "tokens", "mot", "mots",
                                        "wort", "palabra", "palabras"});
    const bool speech = is_one_of(part, {"utterance", "utterances", "utt", "transcript", "transcription",
                                         "ipu", "ipus", "sentence", "sentences", "phrase", "phrases"});
    const bool voices = is_one_of(part, {"speaker", "speakers", "turn", "turns"});
    const bool other = is_one_of(
        part, {"phone", "phones", "phoneme", "phonemes", "phon",      "segment",  "segments", "mau",
               "kan",   "kas",    "syll",    "syllable", "syllables", "pitch",    "tone",     "tones",
               "tobi",  "break",  "breaks",  "f0",       "f1",        "f2",       "ipa",      "pos",
               "lemma", "gloss",  "topic",   "topics",   "emotion",   "language", "entity",   "pho"});
    if (words || speech || voices || other) {
      tier.kind = words ? Kind::words : speech ? Kind::speech : voices ? Kind::voices : Kind::other;
      // Folding may change lengths; then the name is all keyword.
      std::string rest = folded.size() == tier.speaker.size()
                             ? tier.speaker.substr(0, start) + " " + tier.speaker.substr(end)
                             : std::string();
      while (!rest.empty() && is_separator(rest.front())) rest.erase(rest.begin());
      while (!rest.empty() && is_separator(rest.back())) rest.pop_back();
      tier.speaker = rest;
      return;
    }
    start = end;
  }
}

// How aligners and annotators mark that nobody speaks.
bool is_silence(std::string_view text) {
  static constexpr std::string_view kMarks[] = {"sil",  "<sil>", "(sil)", "sp",
                                                "<sp>", "<p>",   "<p:>",  "<silence>"};
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view mark) { return equals_ignoring_ascii_case(text, mark); });
}

class TextGridReader {
 public:
  TextGridReader(std::string_view text, bool join) : tokens_(text), joiner_(builder_, join), text_(text) {}

  Result<Transcript> read() {
    const bool complete = text_.substr(0, 64).find(kChronological) != std::string_view::npos
                              ? read_chronological()
                              : read_tiers();
    if (tiers_.size() > kMostTiers) return Error{ErrorCode::too_large, 0, kTooManyTiers};
    for (Tier& tier : tiers_) {
      classify(tier);
      tier.key = fold_case(tier.speaker);
      if (tier.kind == Kind::voices && voices_.size() < 2) voices_.push_back(&tier);
    }
    set_aside_tags();
    const auto speech = static_cast<std::size_t>(std::count_if(
        tiers_.begin(), tiers_.end(), [](const Tier& t) { return is_speech(t) && !t.intervals.empty(); }));
    std::vector<Utterance> utterances;
    for (const Tier& tier : tiers_)
      if (is_speech(tier)) add_speech(tier, speech, utterances);
    for (const Tier& tier : tiers_)
      if (tier.kind == Kind::words && !attached(tier, speech)) add_words(tier, utterances);
    if (utterances.empty() &&
        std::any_of(tiers_.begin(), tiers_.end(), [](const Tier& t) { return !t.intervals.empty(); }))
      return Error{ErrorCode::unsupported, 0, phrase::textgrid_no_tier};
    if (!complete && utterances.empty())
      return Error{ErrorCode::malformed, tokens_.line(), phrase::textgrid_breaks_off};
    for (const Tier& tier : tiers_)
      if (tier.kind == Kind::other && !tier.intervals.empty())
        left_out_.add(phrase::left_tier_entries, tier.line, tier.intervals.size(), tier.name);
    if (!add_in_time_order(joiner_, utterances)) return Error{ErrorCode::too_large, 0, kTooLong};
    if (!complete) builder_.report(tokens_.line(), ReportLevel::loss, phrase::broken_off);
    left_out_.report(builder_);
    Transcript transcript = builder_.finish();
    estimate_missing_ends(transcript);
    return transcript;
  }

 private:
  static bool is_speech(const Tier& tier) { return tier.kind == Kind::speech; }

  // "IntervalTier" or "TextTier", the name, its extent.
  bool open_tier(Tier& tier) {
    std::string kind;
    std::int64_t ignored = 0;
    if (!tokens_.string(kind)) return false;
    tier.points = kind == "TextTier";
    if (!tier.points && kind != "IntervalTier") return false;
    tier.line = tokens_.line();
    return tokens_.string(tier.name) && tokens_.number(ignored) && tokens_.number(ignored);
  }

  bool read_interval(Tier& tier) {
    Interval interval;
    if (!tokens_.number(interval.start_ms)) return false;
    interval.end_ms = interval.start_ms;
    if (!tier.points && !tokens_.number(interval.end_ms)) return false;
    if (!tokens_.string(interval.text)) return false;
    interval.line = tokens_.line();
    interval.text = collapse_spaces(interval.text);
    if (interval.end_ms < interval.start_ms) {
      builder_.report(interval.line, ReportLevel::warning, phrase::time_interval);
      std::swap(interval.start_ms, interval.end_ms);
    }
    if (!interval.text.empty() && !is_silence(interval.text)) tier.intervals.push_back(std::move(interval));
    return true;
  }

  bool read_tiers() {
    std::string word;
    std::int64_t ignored = 0;
    std::size_t count = 0;
    if (!tokens_.string(word) || !tokens_.string(word) || !tokens_.number(ignored) ||
        !tokens_.number(ignored) || !tokens_.count(count))
      return false;
    for (std::size_t i = 0; i < count; ++i) {
      Tier tier;
      std::size_t size = 0;
      if (!open_tier(tier) || !tokens_.count(size)) return false;
      bool whole = true;
      for (std::size_t j = 0; j < size && whole; ++j) whole = read_interval(tier);
      tiers_.push_back(std::move(tier));
      if (!whole) return false;
    }
    return true;
  }

  bool read_chronological() {
    std::string word;
    std::int64_t ignored = 0;
    std::size_t count = 0;
    if (!tokens_.string(word) || !tokens_.number(ignored) || !tokens_.number(ignored) ||
        !tokens_.count(count))
      return false;
    for (std::size_t i = 0; i < count; ++i) {
      Tier tier;
      if (!open_tier(tier)) return false;
      tiers_.push_back(std::move(tier));
    }
    std::size_t index = 0;
    while (tokens_.count(index)) {
      if (index == 0 || index > tiers_.size() || !read_interval(tiers_[index - 1])) return false;
    }
    return true;
  }

  // A tier of few single words that come again and again is a row of tags, where another tier holds speech;
  // alone, its name is no speaker.
  void set_aside_tags() {
    for (Tier& tier : tiers_) {
      if (!is_speech(tier) || tier.intervals.size() < 8) continue;
      std::set<std::string_view> distinct;
      for (const Interval& interval : tier.intervals) {
        distinct.insert(interval.text);
        if (interval.text.find(' ') != std::string::npos || distinct.size() * 3 > tier.intervals.size()) {
          distinct.clear();
          break;
        }
      }
      if (distinct.empty()) continue;
      const bool alone = std::none_of(tiers_.begin(), tiers_.end(), [&](const Tier& other) {
        return &other != &tier && (is_speech(other) || other.kind == Kind::words) && !other.intervals.empty();
      });
      if (alone)
        tier.speaker.clear();
      else
        tier.kind = Kind::other;
    }
  }

  // Whether the words of this tier are those of a speech tier.
  bool attached(const Tier& words, std::size_t speech) const {
    return std::any_of(tiers_.begin(), tiers_.end(), [&](const Tier& tier) {
      return is_speech(tier) && !tier.intervals.empty() &&
             (tier.key == words.key || (words.speaker.empty() && speech == 1));
    });
  }

  // Who speaks at a time, where a tier names the voices.
  std::string voice_at(std::int64_t ms) const {
    for (const Tier* tier : voices_) {
      const auto after = std::upper_bound(tier->intervals.begin(), tier->intervals.end(), ms,
                                          [](std::int64_t at, const Interval& i) { return at < i.start_ms; });
      if (after != tier->intervals.begin() && ms < (after - 1)->end_ms) return (after - 1)->text;
    }
    return {};
  }

  Utterance utterance_of(const Tier& tier, const Interval& interval) const {
    Utterance utterance;
    utterance.speaker =
        tier.speaker.empty() ? voice_at((interval.start_ms + interval.end_ms) / 2) : tier.speaker;
    utterance.text = interval.text;
    utterance.start_ms = interval.start_ms;
    utterance.end_ms = interval.end_ms;
    utterance.line = interval.line;
    return utterance;
  }

  void add_speech(const Tier& tier, std::size_t speech, std::vector<Utterance>& utterances) {
    const Tier* words = nullptr;
    for (const Tier& other : tiers_)
      if (other.kind == Kind::words && (other.key == tier.key || (other.speaker.empty() && speech == 1)))
        words = &other;
    std::size_t at = 0;
    for (const Interval& interval : tier.intervals) {
      Utterance utterance = utterance_of(tier, interval);
      std::vector<TimedWord> inside;
      for (; words && at < words->intervals.size(); ++at) {
        const Interval& word = words->intervals[at];
        const std::int64_t middle_ms = word.start_ms + (word.end_ms - word.start_ms) / 2;
        if (middle_ms >= interval.end_ms) break;
        if (middle_ms >= interval.start_ms) inside.push_back({word.text, word.start_ms, word.end_ms});
      }
      if (const std::size_t missing = attach_words(utterance, inside))
        left_out_.add(phrase::left_tier_words, interval.line, missing, words->name);
      utterances.push_back(std::move(utterance));
    }
  }

  void add_words(const Tier& tier, std::vector<Utterance>& utterances) {
    for (const Interval& interval : tier.intervals) {
      Utterance utterance = utterance_of(tier, interval);
      utterance.words.push_back(
          {{0, static_cast<std::uint32_t>(interval.text.size())}, interval.start_ms, interval.end_ms});
      utterances.push_back(std::move(utterance));
    }
  }

  Tokens tokens_;
  TranscriptBuilder builder_;
  CueJoiner joiner_;
  std::string_view text_;
  std::vector<Tier> tiers_;
  std::vector<const Tier*> voices_;  // tiers that name who speaks
  LeftOut left_out_;
};

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return TextGridReader(input.text, options.join).read();
}

}  // namespace

const FormatReader textgrid_reader = {"textgrid", 60, sniff, read};

}  // namespace visavis
