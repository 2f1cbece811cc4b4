#include "analysis/topic_cues.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "analysis/languages.h"
#include "analysis/question_kinds.h"
#include "analysis/topic_words.h"
#include "analysis/words.h"
#include "base/unicode.h"

namespace visavis {
namespace {

constexpr std::size_t kHeadWords = 40, kTailWords = 18, kPointingWords = 14, kBriefWords = 3;
// A turn is read this far from either end for its phrases, so that one of any length costs no more.
constexpr std::size_t kEndBytes = 2'000;
constexpr std::size_t kNear = 8, kEcho = 2, kValley = 4, kClimb = 5, kLongSilent = 15;

constexpr std::size_t at(TopicCue cue) { return static_cast<std::size_t>(cue); }

// Phrases between "|" with a space before and behind each, as CueFinder::spaced() has words.
class Phrases {
 public:
  void add(std::string_view list, bool elides) {
    while (!list.empty()) {
      const std::size_t cut = std::min(list.find('|'), list.size());
      phrases_.push_back(" " + std::string(list.substr(0, cut)) + " ");
      if (elides) std::replace(phrases_.back().begin(), phrases_.back().end(), '\'', ' ');
      list.remove_prefix(std::min(cut + 1, list.size()));
    }
  }
  bool in(std::string_view text) const {
    return std::any_of(phrases_.begin(), phrases_.end(),
                       [&](const std::string& one) { return text.find(one) != text.npos; });
  }
  bool starts(std::string_view text) const {
    return std::any_of(phrases_.begin(), phrases_.end(),
                       [&](const std::string& one) { return text.starts_with(one); });
  }

 private:
  std::vector<std::string> phrases_;
};

bool ends_asking(std::string_view text) {
  for (std::size_t i = text.size(); i > 0;) {
    const char32_t c = previous_code_point(text, i);
    if (is_question_mark(c)) return true;
    if (is_word_character(c)) return false;
  }
  return false;
}

// The first or last bytes of a text, cut between code points.
std::string_view head_of(std::string_view text) {
  std::size_t end = std::min(text.size(), kEndBytes);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}
std::string_view tail_of(std::string_view text) {
  std::size_t begin = text.size() - std::min(text.size(), kEndBytes);
  while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  return text.substr(begin);
}

// The terms of a run of turns as a bag that is moved along.
class Bag {
 public:
  explicit Bag(std::size_t stems) : counts_(stems) {}
  void add(const TopicTerms& terms, std::size_t turn, int by) {
    for (std::uint32_t t = terms.first[turn]; t < terms.first[turn + 1]; ++t)
      counts_[terms.terms[t].id] += by;
  }
  void add_one(std::uint32_t id, int by) { counts_[id] += by; }
  int of(std::uint32_t id) const { return counts_[id]; }

 private:
  std::vector<int> counts_;
};

class CueFinder {
 public:
  CueFinder(const Transcript& transcript, const std::vector<std::int32_t>& turns, const TopicTerms& terms,
            std::string_view language)
      : transcript_(transcript),
        turns_(turns),
        terms_(terms),
        elides_(language == "fr"),
        cues_(turns.size()) {
    if (const QuestionWords* words = question_words(language)) fillers_.add(words->fillers);
    fillers_.seal();
    if (const TopicWords* words = topic_words(language)) {
      responses_.add(words->responses, elides_);
      changes_.add(words->changes, elides_);
      starts_.add(words->starts, elides_);
      requests_.add(words->requests, elides_);
      closings_.add(words->closings, elides_);
      pointing_.add(words->pointing);
    }
    pointing_.seal();
    if (language == "en") you_.add("you|your", elides_);
  }

  std::vector<CueValues> find() {
    if (turns_.empty()) return {};
    find_words();
    find_speakers();
    find_terms();
    find_valleys();
    cues_[0] = {};
    return std::move(cues_);
  }

 private:
  double& cue(std::size_t turn, TopicCue which) { return cues_[turn][at(which)]; }
  const Turn& turn(std::size_t i) const { return transcript_.turns[static_cast<std::size_t>(turns_[i])]; }
  std::size_t size_of(std::size_t i) const { return terms_.first[i + 1] - terms_.first[i]; }
  double length_of(std::size_t i) const { return std::log1p(static_cast<double>(size_of(i))); }

  // Words with a space before and behind each, so that a phrase is found at the bounds of words. French
  // elides before a word of its own: transcripts of speech have "qu'est-ce que" as "qu' est-ce que" too, and
  // both are read as words apart.
  std::string spaced(const std::vector<SpokenWord>& words, std::size_t first, std::size_t last) const {
    std::string out = " ";
    for (std::size_t i = first; i < std::min(last, words.size()); ++i) out += words[i].text + " ";
    if (elides_) std::replace(out.begin(), out.end(), '\'', ' ');
    return out;
  }

  void find_words() {
    bool asked = false, closed = false, brief = false;
    for (std::size_t i = 0; i < turns_.size(); ++i) {
      const std::string_view text = transcript_.text_of(turn(i));
      const std::vector<SpokenWord> words = spoken_words(head_of(text)), last = spoken_words(tail_of(text));
      const std::string head = spaced(words, 0, kHeadWords);
      std::size_t first = 0;  // that is no filler
      while (first < std::min(words.size(), kHeadWords) && fillers_.has(words[first].text)) ++first;
      // A filler may itself be how a topic starts ("so", "also").
      const std::string opening = spaced(words, first, kHeadWords);
      bool starts = starts_.starts(opening) || starts_.starts(head);
      for (std::size_t k = 1; k < first && !starts; ++k)
        starts = starts_.starts(spaced(words, k, kHeadWords));
      const bool asks = count_text(text).questions > 0;
      const std::size_t at_most = std::min(words.size(), kPointingWords);
      cue(i, TopicCue::question_before) = asked && !closed;
      cue(i, TopicCue::closing_before) = closed;
      cue(i, TopicCue::question) = asks;
      cue(i, TopicCue::question_to_you) = asks && you_.in(spaced(words, 0, words.size()));
      cue(i, TopicCue::response) = responses_.starts(head);
      cue(i, TopicCue::change) = changes_.in(head);
      cue(i, TopicCue::start) = starts;
      cue(i, TopicCue::request) = requests_.starts(opening);
      cue(i, TopicCue::pointing) = static_cast<double>(std::min<std::ptrdiff_t>(
          3, std::count_if(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at_most),
                           [&](const SpokenWord& word) {
                             return pointing_.has(word.text.substr(0, word.text.find('\'')));
                           })));
      cue(i, TopicCue::brief_before) = brief;
      brief = words.size() <= kBriefWords;
      cue(i, TopicCue::brief) = brief;
      asked = ends_asking(text);
      closed = closings_.in(spaced(last, last.size() - std::min(last.size(), kTailWords), last.size()));
      questions_.resize(std::max(questions_.size(), static_cast<std::size_t>(turn(i).speaker + 1)));
      if (turn(i).speaker != kNone) questions_[static_cast<std::size_t>(turn(i).speaker)] += asks;
    }
  }

  // Names as they are spoken: their words of three letters or more that no other speaker's name has.
  void find_speakers() {
    std::unordered_map<std::string, std::int32_t> owner;
    for (std::size_t s = 0; s < transcript_.speakers.size(); ++s)
      for (SpokenWord& word : spoken_words(transcript_.speakers[s].name)) {
        if (word.text.size() < 3) continue;
        const auto [place, is_new] = owner.try_emplace(std::move(word.text), static_cast<std::int32_t>(s));
        if (!is_new && place->second != static_cast<std::int32_t>(s)) place->second = kNone;
      }
    std::vector<std::size_t> last_heard(transcript_.speakers.size() + 1, turns_.size() + kLongSilent);
    std::size_t speakers = 0;
    for (std::size_t i = 0; i < turns_.size(); ++i) {
      std::size_t& last = last_heard[static_cast<std::size_t>(turn(i).speaker + 1)];
      speakers += last >= turns_.size() + kLongSilent;
      last = i;
    }
    const std::size_t most =
        questions_.empty() ? 0
                           : static_cast<std::size_t>(std::max_element(questions_.begin(), questions_.end()) -
                                                      questions_.begin());
    std::fill(last_heard.begin(), last_heard.end(), turns_.size());
    std::vector<std::int32_t> named, named_before;
    for (std::size_t i = 0; i < turns_.size(); ++i) {
      const std::int32_t speaker = turn(i).speaker;
      std::size_t& last = last_heard[static_cast<std::size_t>(speaker + 1)];
      if (speakers > 1) cue(i, TopicCue::asks_most) = speaker == static_cast<std::int32_t>(most);
      if (speakers > 2) {
        named.clear();
        const std::string_view text = transcript_.text_of(turn(i));
        const auto add_named = [&](std::string_view part) {
          for (const SpokenWord& word : spoken_words(part))
            if (const auto found = owner.find(word.text); found != owner.end() && found->second != speaker)
              named.push_back(found->second);
        };
        add_named(head_of(text));
        if (text.size() > kEndBytes) add_named(tail_of(text));
        const auto has = [](const std::vector<std::int32_t>& list, std::int32_t who) {
          return who != kNone && std::find(list.begin(), list.end(), who) != list.end();
        };
        cue(i, TopicCue::names_next) = i + 1 < turns_.size() && has(named, turn(i + 1).speaker);
        cue(i, TopicCue::handed_over) = has(named_before, speaker);
        cue(i, TopicCue::long_silent) = last == turns_.size() || i - last > kLongSilent;
        named_before.swap(named);
      }
      last = i;
    }
  }

  void find_terms() {
    const std::size_t stems = terms_.stems.size();
    std::vector<std::uint32_t> last_turn(stems, ~0u), heard_in(stems);
    Bag near(stems), echo(stems);
    // How rare a stem is: the logarithm of turns over turns that have it (Spärck Jones 1972).
    for (std::size_t i = 0; i < turns_.size(); ++i)
      for (std::uint32_t t = terms_.first[i]; t < terms_.first[i + 1]; ++t) {
        const std::uint32_t id = terms_.terms[t].id;
        heard_in[id] += last_turn[id] != i;
        last_turn[id] = static_cast<std::uint32_t>(i);
      }
    rarity_.resize(stems);
    for (std::size_t id = 0; id < stems; ++id)
      rarity_[id] = std::log1p(static_cast<double>(turns_.size()) / std::max(1u, heard_in[id]));
    std::fill(last_turn.begin(), last_turn.end(), ~0u);
    std::vector<bool> known(stems);
    for (std::size_t i = 0; i < turns_.size(); ++i) {
      double all = 0, fresh = 0, heard = 0, weight = 0, shared = 0;
      for (std::uint32_t t = terms_.first[i]; t < terms_.first[i + 1]; ++t) {
        const std::uint32_t id = terms_.terms[t].id;
        if (last_turn[id] == i) continue;
        last_turn[id] = static_cast<std::uint32_t>(i);
        ++all;
        fresh += !known[id];
        heard += near.of(id) > 0;
        weight += rarity_[id];
        shared += echo.of(id) > 0 ? rarity_[id] : 0;
        known[id] = true;
      }
      cue(i, TopicCue::fresh) = fresh / (all + 1);
      cue(i, TopicCue::heard) = heard / (all + 1);
      cue(i, TopicCue::echo) = shared / (weight + 1);
      cue(i, TopicCue::length) = length_of(i);
      if (i > 0) cue(i, TopicCue::length_before) = length_of(i - 1);
      for (std::size_t k = i + 1; k < std::min(i + 3, turns_.size()); ++k)
        cue(i, TopicCue::length_after) = std::max(cue(i, TopicCue::length_after), length_of(k));
      near.add(terms_, i, 1);
      echo.add(terms_, i, 1);
      if (i >= kNear) near.add(terms_, i - kNear, -1);
      if (i >= kEcho) echo.add(terms_, i - kEcho, -1);
    }
  }

  // The cosine of the terms of kValley turns before and after each turn's start, and how deep its valley is.
  void find_valleys() {
    const std::size_t n = turns_.size();
    std::vector<double> likeness(n, 1);
    Bag before(terms_.stems.size()), after(terms_.stems.size());
    double dot = 0, left = 0, right = 0;  // kept up to date as terms come and go
    const auto move = [&](Bag& mine, const Bag& other, double& norm, std::size_t turn, int by) {
      for (std::uint32_t t = terms_.first[turn]; t < terms_.first[turn + 1]; ++t) {
        const std::uint32_t id = terms_.terms[t].id;
        const double weight = rarity_[id] * rarity_[id];
        norm -= weight * mine.of(id) * mine.of(id);
        dot += weight * by * other.of(id);
        mine.add_one(id, by);
        norm += weight * mine.of(id) * mine.of(id);
      }
    };
    for (std::size_t k = 0; k < std::min(kValley, n); ++k) move(after, before, right, k, 1);
    for (std::size_t i = 1; i < n; ++i) {
      move(after, before, right, i - 1, -1);
      move(before, after, left, i - 1, 1);
      if (i > kValley) move(before, after, left, i - 1 - kValley, -1);
      if (i + kValley - 1 < n) move(after, before, right, i + kValley - 1, 1);
      likeness[i] = left > 1e-9 && right > 1e-9 ? dot / std::sqrt(left * right) : 0;
    }
    for (std::size_t i = 1; i < n; ++i) {
      double up = likeness[i], up_right = likeness[i];
      for (std::size_t k = 1; k <= kClimb && i > k && likeness[i - k] >= up; ++k) up = likeness[i - k];
      for (std::size_t k = 1; k <= kClimb && i + k < n && likeness[i + k] >= up_right; ++k)
        up_right = likeness[i + k];
      cue(i, TopicCue::dip) = up + up_right - 2 * likeness[i];
    }
  }

  const Transcript& transcript_;
  const std::vector<std::int32_t>& turns_;
  const TopicTerms& terms_;
  bool elides_;
  std::vector<CueValues> cues_;
  WordList fillers_, pointing_;
  Phrases responses_, changes_, starts_, requests_, closings_, you_;
  std::vector<std::uint32_t> questions_;  // of each speaker
  std::vector<double> rarity_;
};

}  // namespace

const char* topic_cue_name(TopicCue cue) noexcept {
  constexpr const char* kNames[] = {
      "question_before", "question",     "question_to_you", "closing_before", "response",      "change",
      "start",           "request",      "pointing",        "length",         "length_before", "length_after",
      "brief",           "brief_before", "fresh",           "heard",          "echo",          "dip",
      "names_next",      "handed_over",  "long_silent",     "asks_most"};
  static_assert(std::size(kNames) == kTopicCues);
  return kNames[at(cue)];
}

std::vector<CueValues> topic_cues(const Transcript& transcript, const std::vector<std::int32_t>& turns,
                                  const TopicTerms& terms, std::string_view language) {
  return CueFinder(transcript, turns, terms, language).find();
}

std::vector<std::uint8_t> main_speakers(const Transcript& transcript,
                                        const std::vector<std::int32_t>& turns) {
  std::vector<std::uint32_t> count(transcript.speakers.size() + 1);
  const auto who = [&](std::int32_t turn) {
    return static_cast<std::size_t>(transcript.turns[static_cast<std::size_t>(turn)].speaker + 1);
  };
  for (const std::int32_t turn : turns) ++count[who(turn)];
  count[0] = 0;  // nobody
  std::size_t most = 0, second = 0;
  for (std::size_t s = 1; s < count.size(); ++s)
    if (count[s] > count[most])
      second = std::exchange(most, s);
    else if (count[s] > count[second])
      second = s;
  std::vector<std::uint8_t> out(turns.size());
  if (second == 0) return out;
  for (std::size_t i = 0; i < turns.size(); ++i)
    out[i] = who(turns[i]) == most ? 1 : who(turns[i]) == second ? 2 : 0;
  return out;
}

}  // namespace visavis
