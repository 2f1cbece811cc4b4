// JSON as a stream of events, so that a file of any size needs no tree of it in memory. Over nlohmann_json's
// SAX parser, which is compiled once, in json_sax.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace visavis {

// Containers inside containers deeper than this are refused; transcripts are at most a dozen deep.
constexpr int kMostJsonDepth = 64;

struct JsonScalar {
  enum class Kind : std::uint8_t { null, boolean, number, string };
  Kind kind = Kind::null;
  bool truth = false;     // of a boolean
  double number = 0;      // of a number
  std::string_view text;  // of a string (UTF-8) or a number as written; valid during the call
};

// Receives what a JSON text holds, in its order. A call that returns false ends the parse without an error.
class JsonEvents {
 public:
  virtual bool begin(bool is_array) = 0;
  virtual bool end(bool is_array) = 0;
  virtual bool key(std::string_view name) = 0;  // before the value it names
  virtual bool scalar(const JsonScalar& value) = 0;

  // 1-based line of the source where the present event is.
  std::uint32_t line() noexcept;
  // Byte offset just behind the present event, or one byte further behind a number.
  std::size_t offset() const noexcept { return static_cast<std::size_t>(at_ - begin_); }

 protected:
  ~JsonEvents() = default;

 private:
  friend std::optional<Error> parse_json(std::string_view, JsonEvents&);
  const char* begin_ = nullptr;
  const char* at_ = nullptr;
  const char* counted_ = nullptr;  // lines are counted up to here
  std::uint32_t line_ = 1;
};

// Parses one JSON value, or several one after another as "JSON lines" files have them. Answers an Error with
// its line where the text is not JSON (RFC 8259) or too deep. NaN and Infinity, which Python writes, count as
// null.
std::optional<Error> parse_json(std::string_view text, JsonEvents& events);

}  // namespace visavis
