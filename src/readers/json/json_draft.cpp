#include "readers/json/json_draft.h"

#include <algorithm>
#include <charconv>

#include "base/unicode.h"
#include "readers/cues.h"

namespace visavis {
namespace {

std::string_view of(const Draft& draft, Span span) { return slice(draft.text, span); }

// Where words come without segments, a silence longer than this begins a new one; the joining rule has the
// last word.
constexpr std::int64_t kSegmentGap_ms = 2000;
// With several channels each is cut finer, so that question and answer interleave.
constexpr std::int64_t kChannelGap_ms = 500;

std::int32_t digits_of(std::string_view label) {
  if (label.empty() || label.size() > 4) return -1;
  std::int32_t number = -1;
  const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), number);
  return error == std::errc() && end == label.data() + label.size() ? number : -1;
}

// What each label shows as.
std::vector<std::string> names_of(const Draft& draft, SpeakerNumbers numbers) {
  bool from_zero = numbers == SpeakerNumbers::from_zero, channels_from_zero = false;
  for (const DraftLabel& label : draft.labels) {
    from_zero = from_zero || (numbers == SpeakerNumbers::automatic && digits_of(label.label) == 0);
    channels_from_zero = channels_from_zero || label.label == "ch_0";
  }
  std::vector<std::string> names;
  for (const DraftLabel& label : draft.labels) {
    const std::string_view text = label.label;
    std::string name = label.name;
    if (name.empty()) {
      const bool is_channel = text.starts_with("ch_");
      const std::int32_t number = digits_of(is_channel ? text.substr(3) : text);
      if (number >= 0)
        name = "Speaker " + std::to_string(number + ((is_channel ? channels_from_zero : from_zero) ? 1 : 0));
      else if (numbers == SpeakerNumbers::letters && text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z')
        name = "Speaker " + std::string(text);
      else
        name = text;
    }
    names.push_back(std::move(name));
  }
  return names;
}

template <class Timed>
std::int64_t middle_ms(const Timed& piece) {
  return piece.end_ms == kNoTime || piece.start_ms == kNoTime
             ? piece.start_ms
             : piece.start_ms + (piece.end_ms - piece.start_ms) / 2;
}

// The speaker of the span that holds the time, or of the nearest one.
std::int32_t speaker_at(const std::vector<DraftSpan>& spans, std::int64_t ms) {
  auto after =
      std::upper_bound(spans.begin(), spans.end(), ms,
                       [](std::int64_t time_ms, const DraftSpan& span) { return time_ms < span.start_ms; });
  if (after == spans.begin()) return after->speaker;
  const DraftSpan& before = *(after - 1);
  if (before.end_ms == kNoTime || ms <= before.end_ms || after == spans.end()) return before.speaker;
  return ms - before.end_ms <= after->start_ms - ms ? before.speaker : after->speaker;
}

template <class Timed>
void speakers_from_spans(const std::vector<DraftSpan>& spans, std::vector<Timed>& pieces) {
  for (Timed& piece : pieces)
    if (piece.speaker == kNone && piece.start_ms != kNoTime)
      piece.speaker =
          speaker_at(spans, piece.end_ms == kNoTime ? piece.start_ms
                                                    : piece.start_ms + (piece.end_ms - piece.start_ms) / 2);
}

template <class Timed>
bool any_speaker(const std::vector<Timed>& pieces) {
  return std::any_of(pieces.begin(), pieces.end(), [](const Timed& piece) { return piece.speaker != kNone; });
}

void assign_speakers(Draft& draft) {
  if (!draft.spans.empty() && !any_speaker(draft.words) && !any_speaker(draft.segments)) {
    std::stable_sort(draft.spans.begin(), draft.spans.end(),
                     [](const DraftSpan& a, const DraftSpan& b) { return a.start_ms < b.start_ms; });
    if (draft.words.empty())
      speakers_from_spans(draft.spans, draft.segments);
    else
      speakers_from_spans(draft.spans, draft.words);
  }
  if (any_speaker(draft.words) || any_speaker(draft.segments)) return;
  std::int32_t first = kNone;
  bool several = false;
  const auto look = [&](const auto& pieces) {
    for (const auto& piece : pieces) {
      if (piece.channel == kNone) continue;
      several = several || (first != kNone && piece.channel != first);
      first = piece.channel;
    }
  };
  look(draft.segments);
  look(draft.words);
  if (!several) return;
  for (DraftSegment& segment : draft.segments) segment.speaker = segment.channel;
  for (DraftWord& word : draft.words) word.speaker = word.channel;
}

// Segments out of words that came without.
void group_words(Draft& draft) {
  const bool channels = std::any_of(draft.words.begin(), draft.words.end(), [&](const DraftWord& word) {
    return word.channel != draft.words.front().channel;
  });
  const std::int64_t gap_ms = channels ? kChannelGap_ms : kSegmentGap_ms;
  std::int64_t last_ms = kNoTime;
  for (std::uint32_t i = 0; i < draft.words.size(); ++i) {
    DraftWord& word = draft.words[i];
    const bool follows = !draft.segments.empty() && word.channel == draft.words[i - 1].channel;
    if (follows && word.punctuation) {
      ++draft.segments.back().word_count;
      continue;
    }
    if (!follows || word.speaker != draft.segments.back().speaker ||
        (last_ms != kNoTime && word.start_ms != kNoTime && word.start_ms - last_ms > gap_ms)) {
      DraftSegment segment;
      segment.speaker = word.speaker;
      segment.first_word = i;
      segment.line = draft.whole_line;
      draft.segments.push_back(segment);
      last_ms = kNoTime;
    }
    ++draft.segments.back().word_count;
    if (word.end_ms != kNoTime || word.start_ms != kNoTime)
      last_ms = std::max(last_ms, word.end_ms != kNoTime ? word.end_ms : word.start_ms);
  }
}

// Words that stand beside segments without any: each goes to the last segment that has begun.
void distribute_words(Draft& draft) {
  std::uint32_t next = 0;
  const auto count = static_cast<std::uint32_t>(draft.words.size());
  for (std::size_t i = 0; i < draft.segments.size(); ++i) {
    DraftSegment& segment = draft.segments[i];
    const std::int64_t until_ms = i + 1 < draft.segments.size() ? draft.segments[i + 1].start_ms : kNoTime;
    segment.first_word = next;
    while (next < count && (until_ms == kNoTime || middle_ms(draft.words[next]) < until_ms)) ++next;
    segment.word_count = next - segment.first_word;
  }
}

bool closes(std::string_view token) {
  static constexpr std::string_view kClosing[] = {".",  ",",  "!",  "?",  ";",  ":",  ")",  "]",
                                                  "}",  "…",  "。", "、", "！", "？", "，", "；",
                                                  "：", "」", "』", "）", "”",  "»",  "%"};
  for (std::size_t at = 0; at < token.size();)
    if (is_word_character(next_code_point(token, at))) return false;
  return std::any_of(std::begin(kClosing), std::end(kClosing),
                     [&](std::string_view mark) { return token.starts_with(mark); });
}

bool is_unspaced(std::string_view text, bool at_end) {
  std::size_t at = at_end ? text.size() : 0;
  const char32_t c = at_end ? previous_code_point(text, at) : next_code_point(text, at);
  return is_han_or_kana(c) || c == U'。' || c == U'、' || c == U'，' || c == U'！' || c == U'？';
}

class Emitter {
 public:
  Emitter(Draft& draft, SpeakerNumbers numbers, const ReadOptions& options)
      : draft_(draft),
        names_(names_of(draft, numbers)),
        report_(draft.report),
        joiner_(builder_, options.join),
        join_(options.join) {}

  bool add(const DraftSegment& segment) {
    text_.clear();
    words_.clear();
    word_speakers_.clear();
    segment.text.empty() ? build(segment) : align(segment);
    if (trim(text_).empty() && join_ && segment.line)
      report_.add(segment.line, ReportLevel::info, "segment-empty", "A segment without words was left out.");
    Cue cue;
    cue.line = segment.line;
    cue.start_ms = segment.start_ms;
    cue.end_ms = segment.end_ms;
    for (const CueWord& word : words_) {
      if (segment.start_ms == kNoTime && cue.start_ms == kNoTime) cue.start_ms = word.start_ms;
      if (segment.end_ms == kNoTime && word.end_ms != kNoTime) cue.end_ms = std::max(cue.end_ms, word.end_ms);
    }
    if (segment.speaker != kNone || !any_word_speaker()) {
      cue.text = text_;
      cue.words = &words_;
      return add(cue, segment.speaker);
    }
    return split(cue);
  }

  Result<Transcript> finish() {
    report_.finish();
    builder_.set_title(draft_.title);
    builder_.set_language(draft_.language);
    for (ReportEntry& entry : draft_.report)
      builder_.report(entry.line, entry.level, entry.code, std::move(entry.message));
    if (builder_.turn_count() == 0)
      builder_.report(0, ReportLevel::warning, "no-words", "The file is a transcript without words.");
    Transcript transcript = builder_.finish();
    estimate_missing_ends(transcript);
    return transcript;
  }
  CueJoiner& joiner() { return joiner_; }

 private:
  bool any_word_speaker() const {
    return std::any_of(word_speakers_.begin(), word_speakers_.end(),
                       [](std::int32_t speaker) { return speaker != kNone; });
  }

  void push_word(const DraftWord& word, std::size_t begin, std::size_t end) {
    words_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                      word.start_ms,
                      word.end_ms,
                      word.confidence});
    word_speakers_.push_back(word.speaker);
  }

  // The segment's text out of its words.
  void build(const DraftSegment& segment) {
    bool joined = true;
    for (std::uint32_t i = 0; i < segment.word_count; ++i) {
      const DraftWord& word = draft_.words[segment.first_word + i];
      const std::string_view raw = of(draft_, word.text), bare = trim(raw);
      if (!draft_.spaced) {
        const std::size_t before = text_.size() + static_cast<std::size_t>(bare.data() - raw.data());
        text_ += raw;
        if (!bare.empty() && !word.punctuation && word.start_ms != kNoTime)
          push_word(word, before, before + bare.size());
        continue;
      }
      if (bare.empty()) continue;
      const bool mark = word.punctuation || closes(bare);
      if (!joined && !mark && !(is_unspaced(text_, true) && is_unspaced(bare, false))) text_ += ' ';
      const std::size_t before = text_.size();
      text_ += bare;
      if (!mark) push_word(word, before, text_.size());
      joined = word.joins_next;
    }
  }

  // Finds the segment's words in its text. They may differ in case and lack punctuation; what is not found
  // near where it should be is passed over.
  void align(const DraftSegment& segment) {
    constexpr std::size_t kReach = 48;
    text_ = of(draft_, segment.text);
    std::size_t at = 0;
    bool missed = false;
    for (std::uint32_t i = 0; i < segment.word_count; ++i) {
      const DraftWord& word = draft_.words[segment.first_word + i];
      const std::string_view bare = trim(of(draft_, word.text));
      if (bare.empty() || word.punctuation) continue;
      const std::string_view window = std::string_view(text_).substr(at, bare.size() + kReach);
      std::size_t found = window.find(bare);
      for (std::size_t j = 0; found == std::string_view::npos && j + bare.size() <= window.size(); ++j)
        if (equals_ignoring_ascii_case(window.substr(j, bare.size()), bare)) found = j;
      if (found == std::string_view::npos) {
        missed = true;
        continue;
      }
      push_word(word, at + found, at + found + bare.size());
      at += found + bare.size();
    }
    if (missed && segment.line)
      report_.add(segment.line, ReportLevel::info, "words-unplaced",
                  "Some words' own times were left out: the words are not in the segment's text as written.");
  }

  // A segment that names no speaker, cut where those of its words change.
  bool split(Cue whole) {
    const std::vector<CueWord> all = std::move(words_);
    std::size_t first = 0;
    std::uint32_t begin = 0;
    std::int32_t speaker = kNone;
    for (std::size_t i = 0; i < all.size() && speaker == kNone; ++i) speaker = word_speakers_[i];
    for (std::size_t i = 0; i <= all.size(); ++i) {
      const bool last = i == all.size();
      if (!last && (word_speakers_[i] == kNone || word_speakers_[i] == speaker)) continue;
      const std::uint32_t end = last ? static_cast<std::uint32_t>(text_.size()) : all[i].text.begin;
      Cue cue = whole;
      cue.text = std::string_view(text_).substr(begin, end - begin);
      words_.clear();
      for (std::size_t w = first; w < i; ++w) {
        words_.push_back(all[w]);
        words_.back().text.begin -= begin;
        words_.back().text.end -= begin;
      }
      cue.words = &words_;
      if (first > 0 && !words_.empty()) cue.start_ms = words_.front().start_ms;
      if (!last && !words_.empty()) cue.end_ms = words_.back().end_ms;
      if (!add(cue, speaker)) return false;
      if (last) break;
      first = i;
      begin = end;
      speaker = word_speakers_[i];
    }
    return true;
  }

  bool add(Cue& cue, std::int32_t label) {
    if (label != kNone) {
      const auto index = static_cast<std::size_t>(label);
      cue.speaker = names_[index];
      if (names_[index] != draft_.labels[index].label && (draft_.labels[index].name.empty()))
        builder_.add_alias(builder_.speaker(cue.speaker), draft_.labels[index].label);
    }
    return joiner_.add(cue);
  }

  Draft& draft_;
  std::vector<std::string> names_;
  ReportCap report_;
  TranscriptBuilder builder_;
  CueJoiner joiner_;
  bool join_;
  std::string text_;
  std::vector<CueWord> words_;
  std::vector<std::int32_t> word_speakers_;
};

}  // namespace

std::int32_t Draft::label(std::string_view label) {
  std::string key = collapse_spaces(label);
  if (key.empty()) return kNone;
  const auto [found, is_new] = label_ids.try_emplace(key, static_cast<std::int32_t>(labels.size()));
  if (is_new) labels.push_back({std::move(key), {}});
  return found->second;
}

void Draft::clear_speech() {
  segments.clear();
  words.clear();
  text.clear();
}

Result<Transcript> finish_draft(Draft& draft, SpeakerNumbers numbers, const ReadOptions& options) {
  assign_speakers(draft);
  const bool bare = std::all_of(draft.segments.begin(), draft.segments.end(),
                                [](const DraftSegment& segment) { return segment.word_count == 0; });
  if (bare && !draft.words.empty()) {
    if (draft.segments.empty())
      group_words(draft);
    else
      distribute_words(draft);
  }
  if (draft.segments.empty() && !trim(draft.whole_text).empty()) {
    DraftSegment segment;
    segment.line = draft.whole_line;
    segment.text.begin = static_cast<std::uint32_t>(draft.text.size());
    draft.text += draft.whole_text;
    segment.text.end = static_cast<std::uint32_t>(draft.text.size());
    draft.segments.push_back(segment);
  }
  const auto has_channel = [](const auto& piece) { return piece.channel != kNone; };
  if (std::any_of(draft.segments.begin(), draft.segments.end(), has_channel) ||
      std::any_of(draft.words.begin(), draft.words.end(), has_channel)) {
    for (DraftSegment& segment : draft.segments)
      for (std::uint32_t i = 0; i < segment.word_count && segment.start_ms == kNoTime; ++i)
        segment.start_ms = draft.words[segment.first_word + i].start_ms;
    std::stable_sort(draft.segments.begin(), draft.segments.end(),
                     [](const DraftSegment& a, const DraftSegment& b) { return a.start_ms < b.start_ms; });
  }
  Emitter emitter(draft, numbers, options);
  auto section = draft.sections.begin();
  for (std::uint32_t i = 0; i < draft.segments.size(); ++i) {
    const DraftSegment& segment = draft.segments[i];
    for (; section != draft.sections.end(); ++section) {
      const bool begins = section->start_ms == kNoTime
                              ? section->before <= i
                              : segment.start_ms != kNoTime && section->start_ms <= segment.start_ms;
      if (!begins) break;
      emitter.joiner().begin_section(section->title, SectionKind::chapter, section->level, section->line);
    }
    if (!emitter.add(segment))
      return Error{ErrorCode::too_large, segment.line,
                   "The transcript's text is longer than 4 GiB. Split it."};
  }
  return emitter.finish();
}

}  // namespace visavis
