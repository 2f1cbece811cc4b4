// Writes JSON as a stream, so that a transcript of any length needs no tree of it in memory (nlohmann_json
// has a streaming reader but no streaming writer). Output is valid whatever the strings hold: ill-formed
// UTF-8 becomes U+FFFD.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace visavis {

class JsonOut {
 public:
  JsonOut& begin_object();
  JsonOut& end_object();
  JsonOut& begin_array();
  JsonOut& end_array();
  JsonOut& key(std::string_view name);  // inside an object, before each value

  JsonOut& value(std::string_view text);
  JsonOut& value(const char* text) { return value(std::string_view(text)); }
  JsonOut& value(std::int64_t number);
  JsonOut& value(std::int32_t number) { return value(static_cast<std::int64_t>(number)); }
  JsonOut& value(std::uint32_t number) { return value(static_cast<std::int64_t>(number)); }
  JsonOut& value(double number,
                 int decimals);  // fixed decimals, trailing zeros cut; null for NaN, infinities and what
                                 // takes 64 characters or more
  JsonOut& value(bool truth);
  JsonOut& null();
  JsonOut& newline();  // cosmetic: a line break, called just before an array item

  template <class T>
  JsonOut& field(std::string_view name, T v) {
    return key(name).value(v);
  }

  const std::string& text() const noexcept { return out_; }
  std::string take() noexcept { return std::move(out_); }

 private:
  void separate();

  std::string out_;
  bool first_ = true;  // the next item needs no comma
};

}  // namespace visavis
