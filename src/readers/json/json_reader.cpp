#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/unicode.h"
#include "readers/json/json_format.h"
#include "readers/json/json_items.h"
#include "readers/json/json_lists.h"
#include "readers/readers.h"
#include "readers/registry.h"
#include "readers/shared/json_paths.h"
#include "readers/shared/json_sax.h"
#include "readers/shared/json_time.h"
#include "readers/shared/markup_words.h"
#include "words/reports.h"

// JSON of no format known by name, but plainly a list of who said what: the one list of objects in the file
// that has texts, and speakers or times beside them, under names that are usual. Other JSON is refused here
// rather than read as plain text.
namespace visavis {
namespace {

constexpr std::string_view kTexts =
    "body.content|content.body|message.content|message.text|message.body|text|content|body|transcript|"
    "utterance|sentence|"
    "line|message|speech|words|caption|utt|msg|dialogue|"
    "dialog";
constexpr std::string_view kWords = "punctuated_word|word|alignedWord|token";
constexpr std::string_view kNames =
    "speaker_name|speakerName|speakerDisplayName|sender_name|sender_full_name|senderName|sender_display_name|"
    "author_name|authorName|from_name|participantName|participant_name|userName|user_name|display_name|"
    "displayName";
constexpr std::string_view kSpeakers =
    "speaker|speaker_label|speakerLabel|speakerId|speaker_id|who|author|participant|"
    "role|sid|"
    "user|character|sender|sender_id|creator|username|nick|spkr|u|commenter|poster|commenter.name|poster."
    "name";
// Who speaks where nothing else says it: of a list that has texts.
constexpr std::string_view kPlainName = "name";
constexpr std::string_view kStarts =
    "start|timestamp_start|start_timestamp|startTimestamp|audio_start|startTime|start_time|start_ts|begin|"
    "beg|timestamp|time|start_seconds|startSeconds|content_offset_seconds|"
    "startTimeSeconds|ts|created_date|created_at|createdAt|createTime|createdDateTime|sent_at|sentAt|"
    "datetime|"
    "date_sent|origin_server_ts";
constexpr std::string_view kFrom = "from";  // a start, or in a message with a date who sent it
constexpr std::string_view kValue = "value";
// What an item is called that holds a list of talk.
constexpr std::string_view kOuterTitles =
    "title|topic|name|heading|chapter|scene|episode|dialogue_id|dialog_id|conversation_id|conversationId|"
    "callId|"
    "call_id|meeting_id|session_id|id|uid";
constexpr std::string_view kStarts_ms =
    "start_ms|startMs|start_time_ms|startTimeMs|begin_ms|offset_ms|startOffset|timestamp_ms|create_at|"
    "createAt|date_ms|sent_ms";
constexpr std::string_view kEnds =
    "end|timestamp_end|end_timestamp|endTimestamp|audio_end|endTime|end_time|end_ts|stop|to|end_seconds|"
    "endSeconds|until";
constexpr std::string_view kOffset = "offset";  // a start where there is no other
constexpr std::string_view kEnds_ms = "end_ms|endMs|end_time_ms|endTimeMs|endOffset";

template <class Use>
void each_name(std::string_view names, Use use) {
  while (!names.empty()) {
    const std::size_t bar = std::min(names.find('|'), names.size());
    use(names.substr(0, bar));
    names.remove_prefix(std::min(bar + 1, names.size()));
  }
}

// The path of what an item of the list holds under a name. The list of a file of an object a line is the file
// itself, whose path is empty.
std::string path_in(const std::string& list, std::string_view name) {
  return list.empty() || name.empty() ? list + std::string(name) : list + "." + std::string(name);
}

bool has_any(const JsonPaths& paths, const std::string& list, std::string_view names) {
  bool found = false;
  each_name(names, [&](std::string_view name) { found = found || paths.has(path_in(list, name)); });
  return found;
}

// Keys are any text; only such as can stand in a rule's path are looked at.
bool is_plain(std::string_view path) {
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] == '|' || (path[i] == '[') != (path.substr(i + 1, 1) == "]")) return false;
  }
  return true;
}

// The part of a list's path that leads to the item which holds it, if that tells who speaks where the list
// does not: a paragraph of sentences.
std::string_view speaking_parent(const JsonPaths& paths, const std::string& list) {
  const std::size_t dot = list.rfind("[].");
  if (dot == std::string::npos || has_any(paths, list, kSpeakers)) return {};
  const std::string_view parent = std::string_view(list).substr(0, dot + 2);
  const bool speaks =
      has_any(paths, std::string(parent), kSpeakers) && !has_any(paths, std::string(parent), kTexts);
  return speaks ? parent : std::string_view();
}

// "from" and "value": a piece of talk as models' training data write it (ShareGPT's "conversations").
bool is_from_value(const JsonPaths& paths, const std::string& list) {
  return has_any(paths, list, kFrom) && has_any(paths, list, kValue) && !has_any(paths, list, "name|id|key");
}

// The paths whose values are objects: what is called "transcript" may be no text but hold the talk.
std::unordered_set<std::string_view> objects_of(const JsonPaths& paths) {
  std::unordered_set<std::string_view> objects;
  for (const std::string& path : paths.all())
    if (const std::size_t dot = path.rfind('.'); dot != std::string::npos)
      objects.insert(std::string_view(path).substr(0, dot));
  return objects;
}

// How much a list is one of speech: 0 unless its items have one of these, and speakers or times.
int score_of(const JsonPaths& paths, const std::unordered_set<std::string_view>& objects,
             const std::string& list, std::string_view items) {
  const int depth = static_cast<int>(std::count(list.begin(), list.end(), '.'));
  if (items == kTexts && is_from_value(paths, list)) return 200 - depth;
  bool found = false;
  each_name(items, [&](std::string_view name) {
    const std::string path = path_in(list, name);
    found = found || (paths.has(path) && objects.count(path) == 0);
  });
  if (!found) return 0;
  const bool times = has_any(paths, list, kStarts) || has_any(paths, list, kStarts_ms) ||
                     has_any(paths, list, kEnds) || has_any(paths, list, kFrom) ||
                     (has_any(paths, list, kOffset) && has_any(paths, list, "duration"));
  return std::max(0, (has_any(paths, list, kSpeakers)         ? 200
                      : !speaking_parent(paths, list).empty() ? 150
                      : has_any(paths, list, kPlainName)      ? 120
                                                              : 0) +
                         (times ? 100 : 0) - depth);
}

// The path of the list, "meeting.sentences[]", whose items have one of these; or nothing. Without speakers
// they must have times.
std::optional<std::string> find_list(const JsonPaths& paths, std::string_view items) {
  std::optional<std::string> best;
  int best_score = 50;
  const std::unordered_set<std::string_view> objects = objects_of(paths);
  const auto consider = [&](const std::string& list) {
    const int score = score_of(paths, objects, list, items);
    if (score < best_score || (score == best_score && best && list >= *best)) return;
    best_score = score;
    best = list;
  };
  if (paths.is_sequence()) consider({});
  for (const std::string& path : paths.all()) {
    const std::size_t dot = path.rfind("[].");
    if (dot == std::string::npos || path.find('.', dot + 3) != std::string::npos) continue;
    if (const std::string list = path.substr(0, dot + 2); is_plain(list)) consider(list);
  }
  return best;
}

// Whole numbers without a unit are milliseconds where nobody could speak as slowly as seconds would have it.
void settle_milliseconds(Draft& draft) {
  std::int64_t first_ms = kNoTime, last_ms = kNoTime;
  std::size_t letters = 0;
  bool whole = true;
  const auto see = [&](const auto& piece) {
    letters += piece.text.end - piece.text.begin;
    if (piece.start_ms == kNoTime) return;
    whole = whole && piece.start_ms % 1000 == 0 && piece.start_ms < kFirstDate_ms;
    if (first_ms == kNoTime) first_ms = piece.start_ms;
    last_ms = std::max(last_ms, piece.start_ms);
  };
  for (const DraftSegment& segment : draft.segments) see(segment);
  for (const DraftWord& word : draft.words) see(word);
  if (!whole || first_ms == kNoTime || last_ms <= first_ms || letters == 0 ||
      static_cast<double>(letters) / (static_cast<double>(last_ms - first_ms) / 1000) > 0.25)
    return;
  const auto mend = [](auto& piece) {
    for (std::int64_t* ms : {&piece.start_ms, &piece.end_ms, &piece.duration_ms})
      if (*ms != kNoTime) *ms /= 1000;
  };
  for (DraftSegment& segment : draft.segments) mend(segment);
  for (DraftWord& word : draft.words) mend(word);
}

// What a text says whose every byte of UTF-8 was written as a character of its own; empty where it is none.
std::optional<std::string> latin1_bytes(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c > 0xFF) return std::nullopt;
    bytes += static_cast<char>(c);
  }
  return bytes;
}

bool is_well_formed(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();)
    if (next_code_point(bytes, at) == kReplacement) return false;
  return true;
}

// Meta's exports write each byte of UTF-8 as one character (U+00C3 U+00AB for "ë"). Where all that the file
// says reads so, it is read back; text that was meant as Latin-1 hardly ever does.
void mend_bytes_as_characters(Draft& draft) {
  std::vector<std::string*> strings = {&draft.title, &draft.whole_text};
  for (DraftLabel& label : draft.labels) {
    strings.push_back(&label.label);
    strings.push_back(&label.name);
  }
  std::string all = draft.text;
  for (const std::string* string : strings) (all += '\n') += *string;
  if (std::all_of(all.begin(), all.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return;
  const std::optional<std::string> bytes = latin1_bytes(all);
  if (!bytes || !is_well_formed(*bytes)) return;
  for (std::string* string : strings) *string = *latin1_bytes(*string);
  std::string text;
  const auto move = [&](Span& span) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += *latin1_bytes(slice(draft.text, span));
    span = {begin, static_cast<std::uint32_t>(text.size())};
  };
  for (DraftSegment& segment : draft.segments) move(segment.text);
  for (DraftWord& word : draft.words) move(word.text);
  draft.text = std::move(text);
  draft.report.add(0, ReportLevel::info, phrase::characters_mended);
}

// A name that never returns, over a text of many lines, is a title: sketches, episodes, calls in one file.
void names_to_titles(Draft& draft) {
  constexpr std::size_t kFewest = 3, kFewestLines = 4;
  if (draft.segments.size() < kFewest || draft.labels.size() != draft.segments.size() ||
      !draft.words.empty() || !draft.sections.empty())
    return;
  std::size_t long_ones = 0;
  for (const DraftSegment& segment : draft.segments) {
    if (segment.speaker == kNone || segment.start_ms != kNoTime) return;
    const std::string_view text = slice(draft.text, segment.text);
    long_ones += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) >= kFewestLines;
  }
  if (long_ones * 2 < draft.segments.size()) return;
  for (std::size_t i = 0; i < draft.segments.size(); ++i) {
    const DraftLabel& label = draft.labels[static_cast<std::size_t>(draft.segments[i].speaker)];
    DraftSection section;
    section.title = label.name.empty() ? label.label : label.name;
    section.before = static_cast<std::uint32_t>(i);
    section.line = draft.segments[i].line;
    draft.sections.push_back(std::move(section));
    draft.segments[i].speaker = kNone;
  }
}

// Messages that are kept as HTML are read as their words.
void drop_markup(Draft& draft) {
  std::size_t marked = 0;
  for (const DraftSegment& segment : draft.segments) marked += has_markup(slice(draft.text, segment.text));
  if (!draft.words.empty() || marked * 2 < draft.segments.size() || marked == 0) return;
  std::string text;
  for (DraftSegment& segment : draft.segments) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    append_without_markup(text, slice(draft.text, segment.text));
    segment.text = {begin, static_cast<std::uint32_t>(text.size())};
  }
  draft.text = std::move(text);
}

void refine(Draft& draft) {
  if (draft.sections.size() < 2) draft.sections.clear();
  drop_markup(draft);
  names_to_titles(draft);
  settle_milliseconds(draft);
  mend_bytes_as_characters(draft);
}

// Slack escapes &, < and > in a message and writes links and people in angle brackets: <url|label>, <@U2>.
void append_slack(std::string& out, std::string_view text, const Draft& draft) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t close = text[at] == '<' ? text.find_first_of("<>\n", at + 1) : std::string_view::npos;
    if (close != std::string_view::npos && text[close] == '>') {
      std::string_view inside = text.substr(at + 1, close - at - 1);
      const std::size_t bar = inside.find('|');
      const bool person = inside.starts_with('@'), channel = inside.starts_with('#');
      if (person || channel) out += inside.front();
      if (bar != std::string_view::npos) {
        inside.remove_prefix(bar + 1);
      } else if (person || channel) {
        inside.remove_prefix(1);
        if (const auto known = draft.label_ids.find(std::string(inside)); known != draft.label_ids.end())
          if (const std::string& name = draft.labels[static_cast<std::size_t>(known->second)].name;
              !name.empty())
            inside = name;
      }
      append_slack(out, inside, draft);
      at = close + 1;
      continue;
    }
    bool read = false;
    for (const auto& [escape, c] :
         {std::pair<std::string_view, char>{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}})
      if (!read && text.substr(at, escape.size()) == escape) {
        out += c;
        at += escape.size();
        read = true;
      }
    if (!read) out += text[at++];
  }
}

void refine_slack(Draft& draft) {
  refine(draft);
  if (!draft.words.empty()) return;
  std::string text;
  for (DraftSegment& segment : draft.segments) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    append_slack(text, slice(draft.text, segment.text), draft);
    segment.text = {begin, static_cast<std::uint32_t>(text.size())};
  }
  draft.text = std::move(text);
}

// The longest string near the top under a name that says it is the whole transcript.
class WholeText final : public JsonEvents {
 public:
  bool begin(bool is_array) override {
    ++depth_;
    arrays_ += is_array;
    wanted_ = false;
    return true;
  }
  bool end(bool is_array) override {
    --depth_;
    arrays_ -= is_array;
    return true;
  }
  bool key(std::string_view name) override {
    constexpr std::string_view kNamed = "text|transcript|transcription|transcript_text|full_transcript";
    wanted_ = false;
    each_name(kNamed, [&](std::string_view known) { wanted_ = wanted_ || known == name; });
    return true;
  }
  bool scalar(const JsonScalar& value) override {
    if (wanted_ && depth_ <= 2 && arrays_ == 0 && value.kind == JsonScalar::Kind::string &&
        value.text.size() > text_.size())
      text_ = value.text;
    return true;
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  int depth_ = 0, arrays_ = 0;
  bool wanted_ = false;
};

// JSON that holds a transcript as one text: an interview, captions, or words of nobody. Empty where it holds
// none.
std::optional<Result<Transcript>> read_whole_text(const Input& input, const ReadOptions& options) {
  WholeText events;
  if (parse_json(input.text, events)) return std::nullopt;
  const std::string text = events.take();
  // A single word is a file's name or an answer's state.
  if (trim(text).find_first_of(" \n") == std::string_view::npos) return std::nullopt;
  std::string clean;
  append_clean(clean, text);
  return read_text(std::move(clean), options);
}

// Names beside times in a list of objects, and words in none.
bool is_diarisation(const JsonPaths& paths) {
  return std::any_of(paths.all().begin(), paths.all().end(), [&](const std::string& path) {
    const std::size_t dot = path.rfind("[].");
    if (dot == std::string::npos) return false;
    const std::string list = path.substr(0, dot + 2);
    return has_any(paths, list, "speaker|label|speaker_label|speakerLabel|speaker_id") &&
           has_any(paths, list, kStarts) && has_any(paths, list, "end|stop|to|end_time|endTime|duration");
  });
}

Error unknown_kind(const JsonPaths& paths) {
  if (is_diarisation(paths)) return {ErrorCode::unsupported, 0, phrase::no_words_diarisation};
  return {ErrorCode::unsupported, 0, phrase::refused_json};
}

// The texts that stand in the items of a list and are not read.
class UnreadTexts final : public JsonEvents {
 public:
  UnreadTexts(std::string list, std::vector<std::string> read)
      : list_(std::move(list)), read_(std::move(read)) {}
  bool begin(bool is_array) override {
    bases_.push_back(path_.size());
    if (is_array && path_.size() < kMost) path_ += "[]";
    inside_.push_back(path_.size());
    return true;
  }
  bool end(bool) override {
    path_.resize(bases_.back());
    bases_.pop_back();
    inside_.pop_back();
    return true;
  }
  bool key(std::string_view name) override {
    path_.resize(inside_.back());
    key_ = name;
    in_item_ = path_ == list_;
    if (path_.size() < kMost) (path_ += path_.empty() ? "" : ".") += name.substr(0, kMost);
    return true;
  }
  bool scalar(const JsonScalar& value) override {
    if (!in_item_ || value.kind != JsonScalar::Kind::string || inside_.empty() ||
        std::find(read_.begin(), read_.end(), key_) != read_.end())
      return true;
    const std::string_view text = trim(value.text);
    const std::size_t gap = text.find(' ');
    const auto is_letter = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    };
    if (gap == std::string_view::npos ||
        !std::any_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(gap), is_letter) ||
        !std::any_of(text.begin() + static_cast<std::ptrdiff_t>(gap), text.end(), is_letter))
      return true;
    for (Field& field : fields)
      if (field.name == key_) {
        ++field.count;
        return true;
      }
    if (fields.size() < 20) fields.push_back({key_, line(), 1});
    return true;
  }
  struct Field {
    std::string name;
    std::uint32_t line;
    std::size_t count;
  };
  std::vector<Field> fields;

 private:
  static constexpr std::size_t kMost = 256;
  std::string list_, path_, key_;
  std::vector<std::string> read_;
  std::vector<std::size_t> bases_, inside_;
  bool in_item_ = false;
};

void report_unread(std::string_view json, const std::string& list, const std::vector<JsonRule>& rules,
                   Report& report) {
  std::vector<std::string> read;
  for (const JsonRule& rule : rules) {
    std::string_view path = rule.path;
    if (!path.starts_with(list)) continue;
    path.remove_prefix(list.size());
    if (path.starts_with('.')) path.remove_prefix(1);
    read.emplace_back(path.substr(0, path.find_first_of(".[")));
  }
  UnreadTexts events(list, std::move(read));
  if (parse_json(json, events)) return;
  for (const UnreadTexts::Field& field : events.fields)
    report.entries.push_back({field.line, ReportLevel::warning,
                              Message(phrase::field_left_out, {field.name.substr(0, 60), field.count})});
}

// The name beside each speaker of a list ("speaker": "Speaker 1", "name": "Ana"): whether it is the person's,
// for it never changes while the speaker is the same.
class NamesBeside final : public JsonItems {
 public:
  using JsonItems::JsonItems;
  bool are_people() {
    settle();
    return pairs_.size() >= 2 && items_ > pairs_.size() && steady_;
  }

 private:
  void item_begins() override { settle(); }
  void field(const std::string& key, const JsonScalar& value) override {
    if (value.kind != JsonScalar::Kind::string && value.kind != JsonScalar::Kind::number) return;
    if (key == kPlainName && value.kind == JsonScalar::Kind::string)
      name_ = value.text;
    else if (is_any(key, kSpeakers))
      speaker_ = value.text;
  }
  void settle() {
    constexpr std::size_t kMostPairs = 200;
    if (!speaker_.empty() && !name_.empty() && name_ != speaker_) {
      ++items_;
      if (pairs_.size() < kMostPairs || pairs_.count(speaker_) > 0)
        steady_ = steady_ && pairs_.emplace(speaker_, name_).first->second == name_;
    }
    speaker_.clear();
    name_.clear();
  }

  std::map<std::string, std::string> pairs_;
  std::string speaker_, name_;
  std::size_t items_ = 0;
  bool steady_ = true;
};

bool names_stand_beside(std::string_view json, const JsonPaths& paths, const std::string& list) {
  if (!has_any(paths, list, kPlainName) || !has_any(paths, list, kSpeakers) || has_any(paths, list, kNames))
    return false;
  NamesBeside names(list);
  return !parse_json(json, names) && names.are_people();
}

// A list that says that its items are no utterances.
bool is_tokens(std::string_view list) { return list == "tokens[]" || list.ends_with(".tokens[]"); }

bool holds_led_by_space(std::string_view json) {
  const std::string_view head = json.substr(0, 64u << 10);
  return head.find("\"text\": \" ") != std::string_view::npos ||
         head.find("\"text\":\" ") != std::string_view::npos;
}

double sniff(const Input& input) noexcept { return input.json && input.json->is_json() ? 0.2 : 0; }

// Lists of lists, or several lists of texts side by side whose keys are people: one list is not all of it.
bool may_have_headed_lists(const JsonPaths& paths) {
  std::string_view other;  // a list's owner and its last key
  for (const std::string& path : paths.all()) {
    if (path.find("[][].") != std::string::npos) return true;
    const std::size_t end = path.rfind("[].");
    if (end == std::string::npos ||
        !is_any(std::string_view(path).substr(end + 3), "text|content|transcript"))
      continue;
    const std::string_view list = std::string_view(path).substr(0, end);
    if (!other.empty() && other != list) return true;
    other = list;
  }
  return false;
}

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  const JsonPaths paths(input.text);
  if (may_have_headed_lists(paths))
    if (std::optional<Draft> headed = find_headed_lists(input.text))
      return finish_draft(*headed, SpeakerNumbers::automatic, options);
  std::optional<std::string> found_list = find_list(paths, kTexts);
  const bool of_words = !found_list || is_tokens(*found_list);
  // Parts of words, of which those that open a word bring the space before it.
  const bool of_parts = found_list && of_words && holds_led_by_space(input.text);
  if (!found_list) found_list = find_list(paths, kWords);
  std::string list = found_list.value_or(std::string());
  if (!found_list || (of_words && !has_any(paths, list, kStarts) && !has_any(paths, list, kStarts_ms) &&
                      !has_any(paths, list, kFrom))) {
    // A file that is broken further on is told so first.
    Result<Transcript> result = read_json(input, options, {});
    if (!result) return result;
    if (std::optional<Result<Transcript>> whole = read_whole_text(input, options)) return *std::move(whole);
    if (paths.has("segments") && !paths.has("segments[]")) return result;  // nobody spoke
    BareLists bare = find_bare_lists(input.text);
    if (bare.draft) {
      refine(*bare.draft);
      return finish_draft(*bare.draft, SpeakerNumbers::automatic, options);
    }
    if (!trim(bare.texts).empty()) return read_text(std::move(bare.texts), options);
    return unknown_kind(paths);
  }
  std::string texts_in;  // of a list's item: where its texts are, if not in itself
  if (const std::string_view parent = speaking_parent(paths, list); !of_words && !parent.empty()) {
    texts_in = list.substr(parent.size() + 1) + ".";
    list.resize(parent.size());
  }
  std::deque<std::string> kept;
  std::vector<JsonRule> rules;
  const auto rule = [&](std::string_view name, Of of, As as, Unit unit = Unit::none) {
    kept.push_back(path_in(list, name));
    rules.push_back({kept.back(), of, as, unit});
  };
  const auto each_rule = [&](std::string_view names, Of of, As as, Unit unit = Unit::none) {
    each_name(names, [&](std::string_view name) { rule(name, of, as, unit); });
  };
  // The best name that the file has.
  const auto first_rule = [&](std::string_view names, Of of, As as) {
    bool found = false;
    each_name(names, [&](std::string_view name) {
      if (found || !paths.has(path_in(list, name))) return;
      rule(name, of, as);
      found = true;
    });
  };
  const Of of = of_words ? Of::word : Of::segment;
  rule("", of, As::open);
  if (texts_in.empty())
    first_rule(of_words && !is_tokens(list) ? kWords
               : is_from_value(paths, list) ? kValue
                                            : kTexts,
               of, As::text);
  else
    each_name(kTexts, [&](std::string_view name) { rule(texts_in + std::string(name), of, As::text_piece); });
  if (texts_in.empty() && !of_words) {
    // A text of pieces: strings, and objects for what is marked in it (Telegram's links and mentions).
    each_name("text|content|message|body", [&](std::string_view name) {
      const std::string pieces = std::string(name) + "[]";
      if (kept.empty() || kept.back() != path_in(list, name)) return;
      rule(pieces, of, As::text_raw);
      rule(pieces + ".text", of, As::text_raw);
      kept.emplace_back(path_in(list, name));
    });
  }
  if (!of_words) {
    first_rule(kNames, of, As::name);
    if (names_stand_beside(input.text, paths, list)) rule(kPlainName, of, As::name);
    each_rule("type|subtype", of, As::service);
    // Who speaks as an object: its fullest name.
    each_name(
        "speaker|author|user|sender|participant|from|from.user|who|u|creator|user_profile|commenter|poster",
        [&](std::string_view who) {
          std::int8_t layer = 0;
          each_name(
              "username|title|label|name|global_name|display_name|displayName|nickname|real_name|full_name|"
              "fullName|full",
              [&](std::string_view name) {
                const std::string path = std::string(who) + "." + std::string(name);
                if (!paths.has(path_in(list, path))) return;
                rule(path, of, As::name);
                rules.back().layer = layer++;
              });
          const std::string id = std::string(who) + ".id";
          if (paths.has(path_in(list, id))) rule(id, of, As::speaker);
        });
  }
  first_rule(is_from_value(paths, list) ? kFrom : kSpeakers, of, As::speaker);
  if (!of_words && texts_in.empty() && !has_any(paths, list, kSpeakers) && !has_any(paths, list, kNames) &&
      !has_any(paths, list, kFrom))
    rule(kPlainName, of, As::speaker);
  if (of_words) {
    each_rule("speaker.name|speaker.id", of, As::speaker);
  }
  if (has_any(paths, list, "date") && !has_any(paths, list, kSpeakers)) {
    rule(kFrom, of, As::speaker);
    rule("date", of, As::start, Unit::seconds);
  } else if (!has_any(paths, list, kStarts) && !has_any(paths, list, kStarts_ms) &&
             !is_from_value(paths, list)) {
    rule(kFrom, of, As::start, Unit::seconds);
  }
  // Where the list's items hold sentences, these have the times.
  if (!texts_in.empty() && !has_any(paths, list, kStarts) && !has_any(paths, list, kStarts_ms)) {
    each_name(kStarts, [&](std::string_view name) {
      rule(texts_in + std::string(name), of, As::start_once, Unit::seconds);
    });
    each_name(kStarts_ms, [&](std::string_view name) {
      rule(texts_in + std::string(name), of, As::start_once, Unit::milliseconds);
    });
    each_name(kEnds,
              [&](std::string_view name) { rule(texts_in + std::string(name), of, As::end, Unit::seconds); });
    each_name(kEnds_ms, [&](std::string_view name) {
      rule(texts_in + std::string(name), of, As::end, Unit::milliseconds);
    });
  }
  each_rule(kStarts, of, As::start, Unit::seconds);
  each_rule(kEnds, of, As::end, Unit::seconds);
  each_rule(kStarts_ms, of, As::start, Unit::milliseconds);
  each_rule(kEnds_ms, of, As::end, Unit::milliseconds);
  first_rule(has_any(paths, list, kEnds) ? "duration" : "duration|dur|length", of, As::duration);
  rules.back().unit = Unit::seconds;
  if (!has_any(paths, list, kStarts) && !has_any(paths, list, kStarts_ms))
    rule(kOffset, of, As::start, Unit::seconds);
  // Tables of speakers, beside the list or at the top.
  const std::size_t name_at = list.rfind('.') == std::string::npos ? 0 : list.rfind('.') + 1;
  for (const std::string& table : {list.substr(0, name_at) + "speakers[]", std::string("speakers[]")}) {
    if (table == list || (name_at == 0 && !kept.empty() && kept.back().starts_with(table))) continue;
    const auto table_rule = [&](std::string_view names, As as) {
      bool found = names.empty();
      if (found) rules.push_back({kept.emplace_back(table), Of::speaker, as});
      each_name(names, [&](std::string_view name) {
        if (found || !paths.has(path_in(table, name))) return;
        rules.push_back({kept.emplace_back(path_in(table, name)), Of::speaker, as});
        found = true;
      });
    };
    table_rule({}, As::open);
    table_rule("id|speaker_id|speakerId|spkid|label|key", As::speaker);
    table_rule("name|speaker_name|speakerName|displayName|display_name", As::name);
  }
  if (of_words) {
    each_rule("confidence|conf|probability", of, As::confidence);
  } else {
    each_rule("timestamp[0]|time[0]|dur[0]", of, As::start, Unit::seconds);
    each_rule("timestamp[1]|time[1]|dur[1]", of, As::end, Unit::seconds);
    const auto word_rule = [&](std::string_view names, As as, Unit unit = Unit::none) {
      each_name(names, [&](std::string_view name) {
        rule(texts_in + "words[]" + (name.empty() ? "" : ".") + std::string(name), Of::word, as, unit);
      });
    };
    rule(texts_in + "words[]", Of::word, As::open);
    word_rule("punctuated_word|word|text", As::text);
    word_rule("start|start_time|startTime|start_timestamp|start_timestamp.relative|data_start", As::start,
              Unit::seconds);
    word_rule("end|end_time|endTime|end_timestamp|end_timestamp.relative|data_end", As::end, Unit::seconds);
    word_rule("confidence", As::confidence);
  }
  // A list in each item of another one: several talks, or a talk in parts.
  std::string outer = list;
  if (const std::size_t inner = outer.rfind("[]."); inner != std::string::npos) {
    outer.resize(inner + 2);
  } else if (outer.size() > 2 && paths.is_sequence()) {
    outer.clear();
  } else {
    outer = list;
  }
  if (outer != list && !of_words) {
    bool found = false;
    each_name(kOuterTitles, [&](std::string_view name) {
      if (found || !paths.has(path_in(outer, name))) return;
      rules.push_back({kept.emplace_back(outer), Of::section, As::open});
      rules.push_back({kept.emplace_back(path_in(outer, name)), Of::section, As::title});
      found = true;
    });
  }
  for (const char* path : {"title", "metadata.title", "meeting.title"})
    rules.push_back({path, Of::file, As::title});
  for (const char* path : {"language", "metadata.language"}) rules.push_back({path, Of::file, As::language});
  JsonFormat format;
  format.rules = rules;
  format.spaced = !of_parts;
  const bool slack = paths.has(path_in(list, "ts")) && paths.has(path_in(list, "user"));
  format.refine = slack ? refine_slack : refine;
  Result<Transcript> result = read_json(input, options, format);
  if (result && result->turns.empty() && !list.empty()) return unknown_kind(paths);
  if (result) report_unread(input.text, list, rules, result->report);
  return result;
}

}  // namespace

const FormatReader json_reader = {"json", "other JSON with a list of who said what", 5, sniff, read};

}  // namespace visavis
