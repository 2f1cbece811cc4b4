#include "readers/json/json_paths.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "readers/json/json_sax.h"

namespace visavis {
namespace {

constexpr std::size_t kMostStructure = 64u << 10, kMostBytesSeen = 16u << 20, kMostPaths = 4096,
                      kMostPath = 256;

class Collector final : public JsonEvents {
 public:
  explicit Collector(std::unordered_set<std::string>& paths) : paths_(paths) {}

  bool begin(bool is_array) override {
    see();
    values_ += bases_.empty();
    if (is_array) path_ += "[]";
    bases_.push_back(path_.size());
    return goes_on(0);
  }
  bool end(bool) override {
    bases_.pop_back();
    path_.resize(bases_.empty() ? 0 : bases_.back());
    return goes_on(0);
  }
  bool key(std::string_view name) override {
    path_.resize(bases_.back());
    if (!path_.empty()) path_ += '.';
    path_ += name.substr(0, kMostPath);
    has_key_ = true;
    return goes_on(0);
  }
  bool scalar(const JsonScalar& value) override {
    see();
    return goes_on(value.kind == JsonScalar::Kind::string && value.text.size() > 64 ? value.text.size() - 64
                                                                                    : 0);
  }

  bool stopped() const { return stopped_; }
  bool has_key() const { return has_key_; }
  std::size_t values() const { return values_; }

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
  bool stopped_ = false, has_key_ = false;
};

}  // namespace

JsonPaths::JsonPaths(std::string_view text) {
  const std::string_view start = trim(text.substr(0, 4096));
  if (!start.starts_with('{') && !start.starts_with('[')) return;
  Collector collector(paths_);
  const std::optional<Error> error = parse_json(text, collector);
  is_sequence_ = collector.values() > 1;
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
