// The fields of one list's items in a JSON text, as they stand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readers/shared/json_sax.h"

namespace visavis {

// Walks a JSON text and calls field() for every scalar that stands directly in an item of a list, by the
// list's path ("meeting.sentences[]"; empty for the items of a file of an object a line).
class JsonItems : public JsonEvents {
 public:
  explicit JsonItems(std::string list) : list_(std::move(list)) {}
  bool begin(bool is_array) override {
    bases_.push_back(path_.size());
    if (is_array && path_.size() < kMost) path_ += "[]";
    inside_.push_back(path_.size());
    if (!is_array && path_ == list_) item_begins();
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
    if (in_item_ && !inside_.empty()) field(key_, value);
    return true;
  }

 protected:
  ~JsonItems() = default;
  virtual void field(const std::string& key, const JsonScalar& value) = 0;
  virtual void item_begins() {}

 private:
  static constexpr std::size_t kMost = 256;
  std::string list_, path_, key_;
  std::vector<std::size_t> bases_, inside_;
  bool in_item_ = false;
};

// The texts that stand in the items of a list, but for fields of those names.
class UnreadTexts final : public JsonItems {
 public:
  UnreadTexts(std::string list, std::vector<std::string> read)
      : JsonItems(std::move(list)), read_(std::move(read)) {}
  struct Field {
    std::string name;
    std::uint32_t line;
    std::size_t count;
  };
  std::vector<Field> fields;

 private:
  void field(const std::string& key, const JsonScalar& value) override;
  std::vector<std::string> read_;
};

// Whether a name beside each speaker of a list ("speaker": "Speaker 1", "name": "Ana") is the person's: it
// never changes while the speaker is the same.
bool names_stand_beside(std::string_view json, const std::string& list);

}  // namespace visavis
