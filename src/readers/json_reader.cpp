#include <algorithm>
#include <deque>

#include "readers/json_format.h"
#include "readers/json_paths.h"
#include "readers/readers.h"

// JSON of no format known by name, but plainly a list of who said what: the one list of objects in the file
// that has texts, and speakers or times beside them, under names that are usual. Other JSON is refused here
// rather than read as plain text.
namespace visavis {
namespace {

constexpr std::string_view kTexts =
    "text|content|body|transcript|utterance|sentence|line|message|speech|words|caption|utt";
constexpr std::string_view kSpeakers =
    "speaker|speaker_name|speakerName|speaker_label|speakerLabel|speakerId|speaker_id|who|author|participant|"
    "role|sid|"
    "user|character";
constexpr std::string_view kStarts =
    "start|startTime|start_time|start_ts|begin|beg|from|timestamp|time|start_seconds|startSeconds|"
    "startTimeSeconds|ts";
constexpr std::string_view kStarts_ms =
    "start_ms|startMs|start_time_ms|startTimeMs|begin_ms|offset_ms|startOffset";
constexpr std::string_view kEnds = "end|endTime|end_time|end_ts|stop|to|end_seconds|endSeconds|until";
constexpr std::string_view kEnds_ms = "end_ms|endMs|end_time_ms|endTimeMs|endOffset";

template <class Use>
void each_name(std::string_view names, Use use) {
  while (!names.empty()) {
    const std::size_t bar = std::min(names.find('|'), names.size());
    use(names.substr(0, bar));
    names.remove_prefix(std::min(bar + 1, names.size()));
  }
}

bool has_any(const JsonPaths& paths, const std::string& list, std::string_view names) {
  bool found = false;
  each_name(names,
            [&](std::string_view name) { found = found || paths.has(list + "." + std::string(name)); });
  return found;
}

// The path of the list, "meeting.sentences[]", or nothing.
std::string find_list(const JsonPaths& paths) {
  std::string best;
  int best_score = 0;
  for (const std::string& path : paths.all()) {
    const std::size_t dot = path.rfind("[].");
    if (dot == std::string::npos || path.find('.', dot + 3) != std::string::npos) continue;
    const std::string list = path.substr(0, dot + 2);
    if (!has_any(paths, list, kTexts)) continue;
    const int depth = static_cast<int>(std::count(list.begin(), list.end(), '.'));
    const bool times =
        has_any(paths, list, kStarts) || has_any(paths, list, kStarts_ms) || has_any(paths, list, kEnds);
    const int score = (has_any(paths, list, kSpeakers) ? 200 : 0) + (times ? 100 : 0) - depth;
    if (score < 50 || score < best_score || (score == best_score && list >= best)) continue;
    best_score = score;
    best = list;
  }
  return best;
}

double sniff(const Input& input) noexcept { return input.json && input.json->is_json() ? 0.2 : 0; }

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  const JsonPaths paths(input.text);
  const std::string list = find_list(paths);
  if (list.empty()) {
    // A file that is broken further on is told so first.
    JsonFormat nothing;
    Result<Transcript> result = read_json(input, options, nothing);
    if (!result) return result;
    return Error{
        ErrorCode::unsupported, 0,
        "The file is JSON, but of no kind known here that holds a transcript. Export it as WebVTT or text."};
  }
  std::deque<std::string> kept;
  std::vector<JsonRule> rules;
  const auto rule = [&](std::string_view names, Of of, As as, Unit unit = Unit::none) {
    kept.push_back(names.empty() ? list : list + "." + std::string(names));
    rules.push_back({kept.back(), of, as, unit});
  };
  rule("", Of::segment, As::open);
  bool has_text = false;
  each_name(kTexts, [&](std::string_view name) {
    if (has_text || !paths.has(list + "." + std::string(name))) return;
    rule(name, Of::segment, As::text);
    has_text = true;
  });
  const bool named = has_any(paths, list, "speaker_name|speakerName") &&
                     has_any(paths, list, "speaker_id|speakerId|speaker");
  each_name(kSpeakers, [&](std::string_view name) {
    rule(name, Of::segment,
         named && (name == "speaker_name" || name == "speakerName") ? As::name : As::speaker);
  });
  for (const char* name : {"speaker.name", "speaker.label", "speaker.id", "participant.name", "user.name"})
    rule(name, Of::segment, As::speaker);
  each_name(kStarts, [&](std::string_view name) { rule(name, Of::segment, As::start, Unit::seconds); });
  each_name(kEnds, [&](std::string_view name) { rule(name, Of::segment, As::end, Unit::seconds); });
  each_name(kStarts_ms,
            [&](std::string_view name) { rule(name, Of::segment, As::start, Unit::milliseconds); });
  each_name(kEnds_ms, [&](std::string_view name) { rule(name, Of::segment, As::end, Unit::milliseconds); });
  rule("duration", Of::segment, As::duration, Unit::seconds);
  for (const char* name : {"timestamp[0]", "time[0]", "dur[0]"})
    rule(name, Of::segment, As::start, Unit::seconds);
  for (const char* name : {"timestamp[1]", "time[1]", "dur[1]"})
    rule(name, Of::segment, As::end, Unit::seconds);
  rule("words[]", Of::word, As::open);
  rule("words[].word", Of::word, As::text);
  rule("words[].text", Of::word, As::text);
  rule("words[].start", Of::word, As::start, Unit::seconds);
  rule("words[].end", Of::word, As::end, Unit::seconds);
  rule("words[].confidence", Of::word, As::confidence);
  rules.push_back({"title", Of::file, As::title});
  rules.push_back({"metadata.title", Of::file, As::title});
  rules.push_back({"meeting.title", Of::file, As::title});
  rules.push_back({"language", Of::file, As::language});
  rules.push_back({"metadata.language", Of::file, As::language});
  JsonFormat format;
  format.rules = rules;
  return read_json(input, options, format);
}

}  // namespace

const FormatReader json_reader = {"json", "other JSON with a list of who said what", 5, sniff, read};

}  // namespace visavis
