#include "readers/json/json_lists.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "base/text.h"
#include "readers/json/json_format.h"
#include "readers/shared/column_names.h"
#include "readers/shared/json_paths.h"
#include "readers/shared/json_sax.h"
#include "readers/shared/json_time.h"
#include "readers/shared/talk_lines.h"

namespace visavis {
namespace {

constexpr std::size_t kMostColumns = 6, kMostLists = 512, kMostKeys = 48, kMostPath = 256,
                      kMostDifferent = 64;

// Keys of which two or more stand together in an item: each is who says its words.
constexpr std::string_view kVoices =
    "question|answer|q|a|questions|answers|interviewer|interviewee|user|assistant|human|bot|gpt|agent|"
    "customer|"
    "host|guest|prompt|response|completion|pregunta|respuesta|pergunta|resposta|frage|antwort|domanda|"
    "risposta|"
    "réponse|вопрос|ответ|问|答|問題|答え|doctor|patient|speaker1|speaker2|speaker_1|speaker_2|person1|"
    "person2";
// Lists of strings that are what was said.
constexpr std::string_view kTalks =
    "dialogue|dialog|utterances|utterance|turns|conversation|lines|transcript|transcription|messages|"
    "sentences|exchanges|dialogues|segments|text|content";
// Strings that are whole talks, in the items of a list.
constexpr std::string_view kWhole = "dialogue|dialog|transcript|transcription|conversation|text|content";

bool has_words(std::string_view text) {
  text = trim(text);
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  };
  const std::size_t gap = text.find(' ');
  if (gap == std::string_view::npos)  // scripts without spaces
    return text.size() >= 12 && static_cast<unsigned char>(text[0]) >= 0xE0;
  return std::any_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(gap), is_letter) &&
         std::any_of(text.begin() + static_cast<std::ptrdiff_t>(gap), text.end(), is_letter);
}

struct Column {
  std::size_t numbers = 0, times = 0, strings = 0, words = 0, talks = 0, bytes = 0, longest = 0;
  std::vector<std::string> different;

  void see(const JsonScalar& value) {
    if (value.kind == JsonScalar::Kind::number) ++numbers;
    if (value.kind != JsonScalar::Kind::string) return;
    ++strings;
    words += has_words(value.text);
    talks += is_talk(value.text);
    bytes += value.text.size();
    longest = std::max(longest, value.text.size());
    std::int64_t ms = 0;
    times += json_time(value, Unit::seconds, ms);
    if (different.size() < kMostDifferent && value.text.size() <= 60 &&
        std::find(different.begin(), different.end(), value.text) == different.end())
      different.emplace_back(value.text);
  }
};

struct List {
  std::size_t strings = 0, words = 0, bytes = 0, labels = 0;  // strings that are items
  std::vector<std::string> names;                             // that open them
  std::size_t tuples = 0, widest = 0, narrowest = 1000;       // lists that are items
  std::size_t objects = 0, singles = 0, single_words = 0;     // objects that are items; of one key
  std::array<Column, kMostColumns> columns;                   // of tuples
  std::map<std::string, Column> keys;                         // of objects
  std::map<std::string, std::size_t> single_keys;
  std::size_t order = 0;
};

// Where a JSON text's values stand: lists are "[]", keys have dots before them.
class Walker : public JsonEvents {
 public:
  bool begin(bool is_array) override {
    enter();
    frames_.push_back({is_array, path_.size(), 0, 0, true, {}});
    if (is_array && path_.size() < kMostPath) path_ += "[]";
    frames_.back().inside = path_.size();
    if (!is_array) object_begins();
    return true;
  }
  bool end(bool is_array) override {
    const Frame frame = frames_.back();
    if (is_array && frame.flat && frames_.size() > 1 && frames_[frames_.size() - 2].is_array)
      tuple_ends(frame.count);
    if (!is_array) object_ends(frame);
    path_.resize(frame.before);
    frames_.pop_back();
    return true;
  }
  bool key(std::string_view name) override {
    Frame& frame = frames_.back();
    path_.resize(frame.inside);
    frame.key = std::string(name.substr(0, 120));
    // An object whose keys are numbers or times is a list.
    if (frame.count == 0 && !frame.is_array && is_count(name)) {
      frame.is_array = true;
      if (path_.size() < kMostPath) path_ += "[]";
      frame.inside = path_.size();
    }
    if (frame.is_array) return true;
    if (path_.size() < kMostPath) {
      if (!path_.empty()) path_ += '.';
      path_ += name.substr(0, kMostPath);
    }
    return true;
  }
  bool scalar(const JsonScalar& value) override {
    enter();
    if (frames_.empty()) return true;
    Frame& frame = frames_.back();
    if (frame.is_array && frames_.size() > 1 && frames_[frames_.size() - 2].is_array)
      cell(frame.count - 1, value);
    if (frame.is_array)
      item(value);
    else if (frames_.size() > 1 && frames_[frames_.size() - 2].is_array)
      field(frame.key, value);
    return true;
  }

 protected:
  ~Walker() = default;
  struct Frame {
    bool is_array;
    std::size_t before, inside, count;
    bool flat;  // nothing but scalars
    std::string key;
  };
  // The list that holds this one's items: what is in path_ up to the container around.
  std::string_view list_of_item() const { return std::string_view(path_).substr(0, frames_.back().before); }
  std::string_view here() const {
    return std::string_view(path_).substr(0, frames_.empty() ? path_.size() : frames_.back().inside);
  }
  virtual void item(const JsonScalar&) {}                       // of a list
  virtual void cell(std::size_t, const JsonScalar&) {}          // of a list in a list
  virtual void field(const std::string&, const JsonScalar&) {}  // of an object in a list
  virtual void tuple_ends(std::size_t) {}
  virtual void object_begins() {}
  virtual void object_ends(const Frame&) {}

  std::string path_;
  std::vector<Frame> frames_;

 private:
  void enter() {
    if (frames_.empty()) return;
    Frame& frame = frames_.back();
    ++frame.count;
    if (frame.is_array) path_.resize(frame.inside);
  }
};

class Survey final : public Walker {
 public:
  std::map<std::string, List, std::less<>> lists;
  std::size_t word_bytes = 0;  // of all strings that hold words, wherever they stand

 private:
  List* list(std::string_view path) {
    const auto known = lists.find(path);
    if (known != lists.end()) return &known->second;
    if (lists.size() >= kMostLists) return nullptr;
    List& made = lists[std::string(path)];
    made.order = lists.size();
    return &made;
  }
  bool begin(bool is_array) override {
    if (!frames_.empty()) frames_.back().flat = false;
    return Walker::begin(is_array);
  }
  bool scalar(const JsonScalar& value) override {
    if (value.kind == JsonScalar::Kind::string && has_words(value.text)) word_bytes += value.text.size();
    return Walker::scalar(value);
  }
  void item(const JsonScalar& value) override {
    if (value.kind != JsonScalar::Kind::string) return;
    if (List* l = list(here())) {
      ++l->strings;
      l->words += has_words(value.text);
      l->bytes += value.text.size();
      const std::string_view label = label_of(value.text);
      l->labels += !label.empty();
      if (!label.empty() && l->names.size() < kMostDifferent &&
          std::find(l->names.begin(), l->names.end(), label) == l->names.end())
        l->names.emplace_back(label);
    }
  }
  void cell(std::size_t at, const JsonScalar& value) override {
    if (List* l = at < kMostColumns ? list(list_of_item()) : nullptr) l->columns[at].see(value);
  }
  void tuple_ends(std::size_t count) override {
    if (List* l = list(list_of_item())) {
      ++l->tuples;
      l->widest = std::max(l->widest, count);
      l->narrowest = std::min(l->narrowest, count);
    }
  }
  void field(const std::string& key, const JsonScalar& value) override {
    if (value.kind != JsonScalar::Kind::string && value.kind != JsonScalar::Kind::number) return;
    List* l = list(list_of_item());
    if (!l) return;
    if (l->keys.size() < kMostKeys || l->keys.count(key)) l->keys[key].see(value);
    if (value.kind == JsonScalar::Kind::string) last_words_ = has_words(value.text);
  }
  void object_ends(const Frame& frame) override {
    if (frames_.size() < 2 || !frames_[frames_.size() - 2].is_array) return;
    if (List* l = list(list_of_item())) {
      ++l->objects;
      if (frame.count != 1 || !frame.flat) return;
      ++l->singles;
      l->single_words += last_words_;
      if (l->single_keys.size() < kMostDifferent || l->single_keys.count(frame.key))
        ++l->single_keys[frame.key];
    }
  }
  bool last_words_ = false;
};

struct Choice {
  enum class Kind : std::uint8_t { none, voices, singles, tuples, strings, texts, records };
  Kind kind = Kind::none;
  std::string path;
  std::array<int, 4> at{-1, -1, -1, -1};  // of tuples: speaker, words, start, end
  std::string key;                        // of texts
  std::string who;                        // of strings: the list beside them of who says each
  std::vector<std::string> keys;          // of voices; of records as the columns of tuples
  std::size_t bytes = 0;                  // of its words, where that is known
};

// Which positions of tuples are who, what and when.
bool find_columns(const List& list, std::array<int, 4>& at) {
  if (list.tuples < 2 || list.widest != list.narrowest || list.widest < 2 || list.widest > kMostColumns)
    return false;
  std::size_t most = 0;
  for (std::size_t i = 0; i < list.widest; ++i) {
    const Column& column = list.columns[i];
    if (column.words * 2 >= list.tuples && column.bytes > most) {
      most = column.bytes;
      at[1] = static_cast<int>(i);
    }
  }
  if (at[1] < 0) return false;
  for (std::size_t i = 0; i < list.widest; ++i) {
    const Column& column = list.columns[i];
    if (static_cast<int>(i) == at[1]) continue;
    const bool when =
        column.numbers == list.tuples || (column.strings == list.tuples && column.times == list.tuples);
    if (when && at[2] < 0)
      at[2] = static_cast<int>(i);
    else if (when && at[3] < 0)
      at[3] = static_cast<int>(i);
    else if (!when && at[0] < 0 && column.strings == list.tuples && column.longest <= 60 &&
             (column.different.size() * 2 <= column.strings + 1 || list.widest == 2))
      at[0] = static_cast<int>(i);
  }
  // Two strings: who speaks returns.
  if (at[2] < 0 && at[0] >= 0) {
    const Column& who = list.columns[static_cast<std::size_t>(at[0])];
    return who.different.size() >= 2 && who.different.size() < list.tuples && who.words * 2 <= list.tuples;
  }
  return at[2] >= 0;
}

// Which fields of a list's objects are who, what and when: by what tables call such columns, in any language,
// the words else by being most. Who is a name of two or more that return, or is called so.
bool find_fields(const List& list, std::vector<std::string>& keys) {
  if (list.objects < 3) return false;
  keys.assign(4, {});
  bool named = false;
  std::size_t most = 0;
  for (const auto& [key, column] : list.keys) {
    const visavis::Column what = column_named(key);
    if (what == kSpeaker && keys[0].empty() && column.strings * 2 >= list.objects && column.longest <= 60)
      keys[0] = key;
    const bool when =
        column.numbers == list.objects || (column.strings > 0 && column.times == column.strings);
    if (what == kStart && when && keys[2].empty()) keys[2] = key;
    if (what == kEnd && when && keys[3].empty()) keys[3] = key;
    if (column.words * 2 < list.objects || (named && what != kText)) continue;
    if (column.bytes > most || (what == kText && !named)) {
      most = column.bytes;
      named = what == kText;
      keys[1] = key;
    }
  }
  const bool timed = !keys[2].empty();
  for (const auto& [key, column] : list.keys)
    if (keys[0].empty() && timed && key != keys[1] && key != keys[2] && key != keys[3] &&
        column.strings == list.objects && column.longest <= 60 && column.times == 0 &&
        column.different.size() >= 2 && column.different.size() * 2 <= list.objects)
      keys[0] = key;
  return !keys[1].empty() && keys[1] != keys[0] &&
         ((named && timed) || (!keys[0].empty() && (named || timed)));
}

std::string_view last_key(std::string_view path) {
  while (path.ends_with("[]")) path.remove_suffix(2);
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos ? path : path.substr(dot + 1);
}

// The list beside one of as many strings that names who says each; empty where there is none.
std::string list_of_speakers(const Survey& survey, std::string_view path, std::size_t count) {
  const std::string_view key = last_key(path);
  const std::string_view parent = path.substr(0, static_cast<std::size_t>(key.data() - path.data()));
  for (const auto& [other, list] : survey.lists)
    if (other != path && list.strings == count && other.starts_with(parent) &&
        other.find('.', parent.size()) == std::string::npos && column_named(last_key(other)) == kSpeaker)
      return other;
  return {};
}

Choice choose(const Survey& survey) {
  Choice best;
  const List* chosen = nullptr;
  const auto take = [&](Choice::Kind kind, const std::string& path, const List& list) {
    if (best.kind != Choice::Kind::none &&
        (best.kind < kind || (best.kind == kind && chosen->order < list.order)))
      return false;
    best = {};
    best.kind = kind;
    best.path = path;
    chosen = &list;
    return true;
  };
  for (const auto& [path, list] : survey.lists) {
    std::vector<std::string> keys;
    std::size_t words = 0, strings = 0;
    for (const auto& [key, column] : list.keys)
      if (is_voice_key(key) && column.strings * 2 >= list.objects) {
        keys.push_back(key);
        words += column.words;
        strings += column.strings;
      }
    if (keys.size() >= 2 && words * 2 >= strings && take(Choice::Kind::voices, path, list)) {
      best.keys = keys;
      for (const std::string& key : keys) best.bytes += list.keys.at(key).bytes;
    }
    std::size_t most = 0;
    for (const auto& [key, count] : list.single_keys) most = std::max(most, count);
    if (list.objects >= 3 && list.singles == list.objects && list.single_keys.size() >= 2 && most >= 2 &&
        list.single_keys.size() * 2 <= list.objects + 1 && list.single_words * 2 >= list.objects)
      take(Choice::Kind::singles, path, list);
    std::array<int, 4> at{-1, -1, -1, -1};
    if (find_columns(list, at) && take(Choice::Kind::tuples, path, list)) {
      best.at = at;
      best.bytes = list.columns[static_cast<std::size_t>(at[1])].bytes;
    }
    // Strings that say themselves who speaks need no name.
    const bool labelled = list.strings >= 4 && list.labels * 10 >= list.strings * 8 &&
                          list.names.size() >= 2 && list.names.size() * 2 <= list.labels;
    const bool are_words = list.strings >= 2 && list.words * 2 >= list.strings;
    const std::string who = are_words ? list_of_speakers(survey, path, list.strings) : std::string();
    if ((labelled || !who.empty() || (are_words && is_any(fold_case(last_key(path)), kTalks))) &&
        take(Choice::Kind::strings, path, list)) {
      best.bytes = list.bytes;
      best.who = who;
    }
    for (const auto& [key, column] : list.keys)
      if (((is_any(fold_case(key), kWhole) && column.strings == list.objects) ||
           (column.talks > 0 && column.talks * 2 >= list.objects)) &&
          column.words * 2 >= list.objects && column.bytes >= 40 * list.objects &&
          take(Choice::Kind::texts, path, list)) {
        best.key = key;
        best.bytes = column.bytes;
      }
    if (find_fields(list, keys) && take(Choice::Kind::records, path, list)) {
      best.keys = keys;
      best.bytes = list.keys.at(keys[1]).bytes;
    }
  }
  // A few lines of talk in a file about something else (what a test expects, how a model was prompted) are
  // no transcript.
  constexpr std::size_t kLeastShare = 5;
  if (best.bytes > 0 && best.bytes * kLeastShare < survey.word_bytes) return {};
  return best;
}

class Taker final : public Walker {
 public:
  Taker(const Choice& choice, BareLists& out) : choice_(choice), out_(out) {
    if (choice.kind != Choice::Kind::texts) out_.draft.emplace();
  }
  // Who stands in a list beside the words'.
  void name_segments() {
    for (std::size_t i = 0; i < speakers_.size() && i < out_.draft->segments.size(); ++i)
      out_.draft->segments[i].speaker = out_.draft->label(speakers_[i]);
  }

 private:
  void add(std::string_view who, std::string_view text, std::int64_t start_ms, std::int64_t end_ms) {
    DraftSegment segment;
    segment.line = line();
    segment.speaker = out_.draft->label(who);
    segment.text.begin = static_cast<std::uint32_t>(out_.draft->text.size());
    append_clean(out_.draft->text, text);
    segment.text.end = static_cast<std::uint32_t>(out_.draft->text.size());
    segment.start_ms = start_ms;
    segment.end_ms = end_ms >= start_ms ? end_ms : kNoTime;
    out_.draft->segments.push_back(segment);
  }
  void item(const JsonScalar& value) override {
    if (!choice_.who.empty() && here() == choice_.who) speakers_.emplace_back(value.text);
    if (choice_.kind == Choice::Kind::strings && value.kind == JsonScalar::Kind::string &&
        here() == choice_.path)
      add({}, value.text, time_of_key(frames_.back().key), kNoTime);
  }
  void object_ends(const Frame&) override {
    if (choice_.kind != Choice::Kind::records || frames_.size() < 2 || list_of_item() != choice_.path) return;
    if (!trim(words_).empty()) add(who_, words_, start_ms_, end_ms_);
    who_.clear();
    words_.clear();
    start_ms_ = end_ms_ = kNoTime;
  }
  void field(const std::string& key, const JsonScalar& value) override {
    if (list_of_item() != choice_.path) return;
    if (choice_.kind == Choice::Kind::records) {
      std::int64_t ms = kNoTime;
      if (key == choice_.keys[0]) who_ = value.text;
      if (key == choice_.keys[1]) words_ = value.text;
      if (key == choice_.keys[2] && json_time(value, Unit::seconds, ms)) start_ms_ = ms;
      if (key == choice_.keys[3] && json_time(value, Unit::seconds, ms)) end_ms_ = ms;
      return;
    }
    if (value.kind != JsonScalar::Kind::string || trim(value.text).empty()) return;
    if (choice_.kind == Choice::Kind::singles ||
        (choice_.kind == Choice::Kind::voices &&
         std::find(choice_.keys.begin(), choice_.keys.end(), key) != choice_.keys.end()))
      add(key, value.text, kNoTime, kNoTime);
    if (choice_.kind == Choice::Kind::texts && key == choice_.key) {
      if (!out_.texts.empty()) out_.texts += "\n\n";
      append_clean(out_.texts, value.text);
    }
  }
  void cell(std::size_t at, const JsonScalar& value) override {
    if (choice_.kind != Choice::Kind::tuples || list_of_item() != choice_.path) return;
    const auto is = [&](std::size_t which) { return choice_.at[which] == static_cast<int>(at); };
    if (is(0)) who_ = value.text;
    if (is(1)) words_ = value.text;
    std::int64_t ms = kNoTime;
    if ((is(2) || is(3)) && json_time(value, Unit::seconds, ms)) (is(2) ? start_ms_ : end_ms_) = ms;
  }
  void tuple_ends(std::size_t) override {
    if (choice_.kind == Choice::Kind::tuples && list_of_item() == choice_.path)
      add(who_, words_, start_ms_, end_ms_);
    who_.clear();
    words_.clear();
    start_ms_ = end_ms_ = kNoTime;
  }

  const Choice& choice_;
  BareLists& out_;
  std::vector<std::string> speakers_;
  std::string who_, words_;
  std::int64_t start_ms_ = kNoTime, end_ms_ = kNoTime;
};

}  // namespace

bool is_voice_key(std::string_view key) { return is_any(fold_case(key), kVoices); }

BareLists find_bare_lists(std::string_view json) {
  BareLists out;
  Survey survey;
  if (parse_json(json, survey)) return out;
  const Choice choice = choose(survey);
  if (choice.kind == Choice::Kind::none) return out;
  Taker taker(choice, out);
  if (parse_json(json, taker)) return {};
  if (!choice.who.empty()) taker.name_segments();
  if (out.draft && choice.kind == Choice::Kind::strings) out.draft->captions = choice.who.empty();
  return out;
}

}  // namespace visavis
