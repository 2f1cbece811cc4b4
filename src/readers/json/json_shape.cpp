#include "readers/json/json_shape.h"

#include <algorithm>
#include <unordered_set>

namespace visavis {

using namespace json_names;

std::string path_in(const std::string& list, std::string_view name) {
  return list.empty() || name.empty() ? list + std::string(name) : list + "." + std::string(name);
}

bool has_any(const JsonPaths& paths, const std::string& list, std::string_view names) {
  bool found = false;
  each_name(names, [&](std::string_view name) { found = found || paths.has(path_in(list, name)); });
  return found;
}

std::string_view text_list(const JsonPaths& paths, const std::string& list) {
  std::string_view found;
  each_name("lines[]|paragraphs[]|sentences[]|utterances[]|texts[]", [&](std::string_view name) {
    const std::string path = path_in(list, name);
    if (found.empty() && paths.has(path) &&
        std::none_of(paths.all().begin(), paths.all().end(), [&](const std::string& other) {
          return other.size() > path.size() && other.starts_with(path) && !other.ends_with(']');
        }))
      found = name;
  });
  return found;
}

std::string_view speaking_parent(const JsonPaths& paths, const std::string& list) {
  const std::size_t dot = list.rfind("[].");
  if (dot == std::string::npos || has_any(paths, list, kSpeakers)) return {};
  const std::string_view parent = std::string_view(list).substr(0, dot + 2);
  const bool speaks =
      has_any(paths, std::string(parent), kSpeakers) && !has_any(paths, std::string(parent), kTexts);
  return speaks ? parent : std::string_view();
}

bool is_from_value(const JsonPaths& paths, const std::string& list) {
  return has_any(paths, list, kFrom) && has_any(paths, list, kValue) && !has_any(paths, list, "name|id|key");
}

namespace {

// Keys are any text; only such as can stand in a rule's path are looked at.
bool is_plain(std::string_view path) {
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] == '|' || (path[i] == '[') != (path.substr(i + 1, 1) == "]")) return false;
  }
  return true;
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
  if (!found && (items != kTexts || text_list(paths, list).empty())) return 0;
  const bool times = has_any(paths, list, kStarts) || has_any(paths, list, kStarts_ms) ||
                     has_any(paths, list, kEnds) || has_any(paths, list, kFrom) ||
                     (has_any(paths, list, kOffset) && has_any(paths, list, "duration"));
  return std::max(0, (has_any(paths, list, kSpeakers)         ? 200
                      : !speaking_parent(paths, list).empty() ? 150
                      : has_any(paths, list, kPlainName)      ? 120
                                                              : 0) +
                         (times ? 100 : 0) - depth);
}

}  // namespace

std::optional<std::string> find_list(const JsonPaths& paths, std::string_view items) {
  std::optional<std::string> best;
  int best_score = 50, best_rank = 0;
  const std::unordered_set<std::string_view> objects = objects_of(paths);
  const auto consider = [&](const std::string& list) {
    const int score = score_of(paths, objects, list, items);
    if (score < best_score) return;
    // Of equals the one whose texts have the better name: "words" may count them.
    int rank = 0, names = 0;
    each_name(items, [&](std::string_view name) {
      if (++names > 0 && rank == 0 && paths.has(path_in(list, name))) rank = names;
    });
    if (best && score == best_score && (rank > best_rank || (rank == best_rank && list >= *best))) return;
    best_score = score;
    best_rank = rank;
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

bool is_diarisation(const JsonPaths& paths) {
  return std::any_of(paths.all().begin(), paths.all().end(), [&](const std::string& path) {
    const std::size_t dot = path.rfind("[].");
    if (dot == std::string::npos) return false;
    const std::string list = path.substr(0, dot + 2);
    return has_any(paths, list, "speaker|label|speaker_label|speakerLabel|speaker_id") &&
           has_any(paths, list, kStarts) && has_any(paths, list, "end|stop|to|end_time|endTime|duration");
  });
}

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

}  // namespace visavis
