#include <algorithm>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "readers/json/json_format.h"
#include "readers/json/json_items.h"
#include "readers/json/json_lists.h"
#include "readers/json/json_refine.h"
#include "readers/json/json_shape.h"
#include "readers/readers.h"
#include "readers/registry.h"
#include "readers/shared/json_paths.h"
#include "readers/shared/json_sax.h"
#include "words/reports.h"

// JSON of no format known by name, but plainly a list of who said what: the one list of objects in the file
// that has texts, and speakers or times beside them, under names that are usual. Other JSON is refused here
// rather than read as plain text.
namespace visavis {
namespace {

using namespace json_names;

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

Error unknown_kind(const JsonPaths& paths) {
  if (is_diarisation(paths)) return {ErrorCode::unsupported, 0, phrase::no_words_diarisation};
  return {ErrorCode::unsupported, 0, phrase::refused_json};
}

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

// A list that says that its items are no utterances.
bool is_tokens(std::string_view list) { return list == "tokens[]" || list.ends_with(".tokens[]"); }

bool holds_led_by_space(std::string_view json) {
  const std::string_view head = json.substr(0, 64u << 10);
  return head.find("\"text\": \" ") != std::string_view::npos ||
         head.find("\"text\":\" ") != std::string_view::npos;
}

double sniff(const Input& input) noexcept { return input.json && input.json->is_json() ? 0.2 : 0; }

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
      refine_draft(*bare.draft);
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
    first_rule(of_words && !is_tokens(list)   ? kWords
               : is_from_value(paths, list)   ? kValue
               : has_any(paths, list, kTexts) ? kTexts
                                              : text_list(paths, list),
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
    if (has_any(paths, list, kPlainName) && has_any(paths, list, kSpeakers) &&
        !has_any(paths, list, kNames) && names_stand_beside(input.text, list))
      rule(kPlainName, of, As::name);
    each_rule("type|subtype", of, As::service);
    // Who speaks as an object: its fullest name.
    each_name(
        "speaker|author|user|sender|participant|from|from.user|who|u|creator|user_profile|commenter|poster",
        [&](std::string_view who) {
          std::int8_t layer = 0;
          each_name(
              "firstName|first_name|lastName|last_name|username|title|label|name|global_name|display_name|"
              "displayName|nickname|real_name|full_name|"
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
  format.refine = slack ? refine_slack : refine_draft;
  Result<Transcript> result = read_json(input, options, format);
  if (result && result->turns.empty() && !list.empty()) return unknown_kind(paths);
  if (result) report_unread(input.text, list, rules, result->report);
  return result;
}

}  // namespace

const FormatReader json_reader = {"json", 5, sniff, read};

}  // namespace visavis
