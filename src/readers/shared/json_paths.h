// Which keys a JSON text has, and where: what every JSON format is sniffed by. Made once for a file and
// shared by all sniffs.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace visavis {

// A key that counts or tells the time, "0", "17", "00:01:04": of the items of what some programs write for a
// list.
bool is_count(std::string_view key) noexcept;

class JsonPaths {
 public:
  // Looks at the first 64 KiB, of which a string counts at most 64 bytes (services put the whole text in one
  // string ahead of the rest), and at no more than 16 MiB. What stands beside the list that it breaks off in,
  // however long that is, is found by its brackets alone and looked at too: paragraphs behind an hour's
  // words. Cheap where the text is not JSON.
  explicit JsonPaths(std::string_view text);

  // The text is JSON, perhaps broken further on: not to be read as plain text.
  bool is_json() const noexcept { return is_json_; }
  // Several values one after the other, as in files of a JSON object a line.
  bool is_sequence() const noexcept { return is_sequence_; }

  // True for a path that was seen: "results[].alternatives[].words[].start". One that opens with '*' is seen
  // at any depth: "*words[].start".
  bool has(std::string_view path) const;
  // True where every path of a list, with one space between them, was seen.
  bool has_all(std::string_view paths) const;

  const std::unordered_set<std::string>& all() const noexcept { return paths_; }

 private:
  std::unordered_set<std::string> paths_;
  bool is_json_ = false, is_sequence_ = false;
};

}  // namespace visavis
