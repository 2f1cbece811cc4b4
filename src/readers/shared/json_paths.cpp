#include "readers/shared/json_paths.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "readers/shared/json_sax.h"

namespace visavis {
namespace {

constexpr std::size_t kMostStructure = 64u << 10, kMostBytesSeen = 16u << 20, kMostPaths = 4096,
                      kMostPath = 256;
constexpr std::size_t kMostSkipped = 256u << 20, kMostLater = 32;  // keys looked at behind the break

class Collector final : public JsonEvents {
 public:
  // Of a value that stands at `path`.
  explicit Collector(std::unordered_set<std::string>& paths, std::string path = {})
      : paths_(paths), path_(std::move(path)) {}

  bool begin(bool is_array) override {
    see();
    values_ += bases_.empty();
    if (is_array) path_ += "[]";
    bases_.push_back(path_.size());
    arrays_.push_back(is_array);
    return goes_on(0);
  }
  bool end(bool) override {
    bases_.pop_back();
    arrays_.pop_back();
    path_.resize(bases_.empty() ? 0 : bases_.back());
    return goes_on(0);
  }
  bool key(std::string_view name) override {
    path_.resize(bases_.back());
    if (is_count(name)) {
      path_ += "[]";
    } else {
      if (!path_.empty()) path_ += '.';
      path_ += name.substr(0, kMostPath);
    }
    has_key_ = true;
    return goes_on(0);
  }
  bool scalar(const JsonScalar& value) override {
    see();
    // Behind a number it is not known where the parser stands, so it is not stopped here.
    if (value.kind == JsonScalar::Kind::string && value.text.size() > 64) free_ += value.text.size() - 64;
    return true;
  }

  bool stopped() const { return stopped_; }
  bool has_key() const { return has_key_; }
  std::size_t values() const { return values_; }
  // The containers that are open where it stopped, outermost first.
  std::size_t depth() const { return bases_.size(); }
  bool is_object(std::size_t level) const { return !arrays_[level]; }
  std::string path_at(std::size_t level) const { return path_.substr(0, bases_[level]); }

 private:
  void see() {
    if (path_.size() <= kMostPath && paths_.size() < kMostPaths) paths_.insert(path_);
  }
  bool goes_on(std::size_t free_bytes) {
    free_ += free_bytes;
    stopped_ = offset() > kMostStructure + free_ || offset() > kMostBytesSeen;
    return !stopped_;
  }

  std::unordered_set<std::string>& paths_;
  std::string path_;
  std::vector<std::size_t> bases_;  // of each open container: how much of the path leads to what is inside it
  std::size_t free_ = 0, values_ = 0;
  std::vector<bool> arrays_;
  bool stopped_ = false, has_key_ = false;
};

// Just behind the string that begins at `at`.
std::size_t skip_string(std::string_view text, std::size_t at) noexcept {
  ++at;
  while (at < text.size()) {
    at = text.find_first_of("\"\\", at);
    if (at == std::string_view::npos) break;
    if (text[at] == '"') return at + 1;
    at += 2;  // with what is escaped
  }
  return text.size();
}

// The keys of the objects around the place where `seen` stopped, and what their values hold.
void look_behind(std::string_view text, const Collector& seen, std::unordered_set<std::string>& paths) {
  std::size_t level = seen.depth(), depth = level, later = 0, at = seen.offset();
  const std::size_t end = std::min(text.size(), at + kMostSkipped);
  while (at < end && level > 0) {
    at = text.find_first_of("\"{}[]", at);
    if (at == std::string_view::npos || at >= end) return;
    const char c = text[at];
    if (c != '"') {
      ++at;
      if (c == '{' || c == '[') ++depth;
      if ((c == '}' || c == ']') && --depth < level) level = depth;
      continue;
    }
    const std::size_t begin = at;
    at = skip_string(text, at);
    // Only beside what was broken off in; the items of a list are like those before.
    if (depth != level || level == seen.depth() || !seen.is_object(level - 1)) continue;
    const std::size_t colon = text.find_first_not_of(" \t\r\n", at);
    if (colon == std::string_view::npos || text[colon] != ':') continue;
    if (later++ == kMostLater) return;
    std::string path = seen.path_at(level - 1);
    if (!path.empty()) path += '.';
    path += text.substr(begin + 1, std::min(at - begin - 2, kMostPath));
    Collector value(paths, std::move(path));
    parse_json(text.substr(colon + 1), value);
  }
}

}  // namespace

bool is_count(std::string_view key) noexcept {
  return !key.empty() && key.size() <= 16 && key[0] >= '0' && key[0] <= '9' &&
         key.find_first_not_of("0123456789:.,") == std::string_view::npos;
}

JsonPaths::JsonPaths(std::string_view text) {
  const std::string_view start = trim(text.substr(0, 4096));
  if (!start.starts_with('{') && !start.starts_with('[')) return;
  Collector collector(paths_);
  const std::optional<Error> error = parse_json(text, collector);
  is_sequence_ = collector.values() > 1;
  if (collector.stopped()) look_behind(text, collector, paths_);
  is_json_ = collector.has_key() || !error || error->code == ErrorCode::too_large;
}

bool JsonPaths::has(std::string_view path) const {
  if (!path.starts_with('*')) return paths_.count(std::string(path)) > 0;
  path.remove_prefix(1);
  return std::any_of(paths_.begin(), paths_.end(), [&](const std::string& seen) {
    return seen.ends_with(path) &&
           (seen.size() == path.size() || seen[seen.size() - path.size() - 1] == '.' ||
            seen[seen.size() - path.size() - 1] == ']');
  });
}

bool JsonPaths::has_all(std::string_view paths) const {
  while (!paths.empty()) {
    const std::size_t space = std::min(paths.find(' '), paths.size());
    if (!has(paths.substr(0, space))) return false;
    paths.remove_prefix(std::min(space + 1, paths.size()));
  }
  return true;
}

}  // namespace visavis
