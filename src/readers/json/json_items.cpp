#include "readers/json/json_items.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "readers/json/json_shape.h"

namespace visavis {

using namespace json_names;

namespace {

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

}  // namespace

void UnreadTexts::field(const std::string& key, const JsonScalar& value) {
  if (value.kind != JsonScalar::Kind::string || std::find(read_.begin(), read_.end(), key) != read_.end())
    return;
  const std::string_view text = trim(value.text);
  const std::size_t gap = text.find(' ');
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  };
  if (gap == std::string_view::npos ||
      !std::any_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(gap), is_letter) ||
      !std::any_of(text.begin() + static_cast<std::ptrdiff_t>(gap), text.end(), is_letter))
    return;
  for (Field& field : fields)
    if (field.name == key) {
      ++field.count;
      return;
    }
  if (fields.size() < 20) fields.push_back({key, line(), 1});
  return;
}

bool names_stand_beside(std::string_view json, const std::string& list) {
  NamesBeside names(list);
  return !parse_json(json, names) && names.are_people();
}

}  // namespace visavis
