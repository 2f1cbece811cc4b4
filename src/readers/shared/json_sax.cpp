#include "readers/shared/json_sax.h"
#include "words/reports.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <nlohmann/json.hpp>

namespace visavis {
namespace {

// Walks the text and tells where it is, which nlohmann's events do not. Outside strings the words NaN,
// Infinity and -Infinity are read as null: `pending_` holds what is left of that null.
class Reading {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Reading(const char* at, const char* end, const char** seen) : at_(at), end_(end), seen_(seen) { look(); }
  const char& operator*() const { return *pending_ ? *pending_ : *at_; }
  Reading& operator++() {
    if (*pending_ && *++pending_) return *this;
    if (*at_ == '"' && !escaped_) in_string_ = !in_string_;
    escaped_ = in_string_ && *at_ == '\\' && !escaped_;
    ++at_;
    if (seen_) *seen_ = at_;
    look();
    return *this;
  }
  bool operator==(const Reading& other) const { return at_ == other.at_; }
  bool operator!=(const Reading& other) const { return at_ != other.at_; }

 private:
  void look() {
    pending_ = "";
    if (at_ == end_ || in_string_ || (*at_ != 'N' && *at_ != 'I' && *at_ != '-')) return;
    const std::string_view rest(at_, static_cast<std::size_t>(std::min<std::ptrdiff_t>(end_ - at_, 9)));
    for (const std::string_view word :
         {std::string_view("NaN"), std::string_view("Infinity"), std::string_view("-Infinity")})
      if (rest.starts_with(word)) {
        at_ += word.size() - 1;  // the last letter stands for the whole until the null is given
        pending_ = "null";
        return;
      }
  }

  const char* at_;
  const char* end_;
  const char** seen_;
  const char* pending_ = "";
  bool in_string_ = false, escaped_ = false;
};

using Json = nlohmann::json;

// nlohmann's SAX interface; hands on to JsonEvents.
class Handler {
 public:
  Handler(JsonEvents& events) : events_(events) {}
  bool null() { return scalar({}); }
  bool boolean(bool truth) {
    JsonScalar value;
    value.kind = JsonScalar::Kind::boolean;
    value.truth = truth;
    return scalar(value);
  }
  bool number_integer(std::int64_t number) { return integer(number); }
  bool number_unsigned(std::uint64_t number) { return integer(number); }
  bool number_float(double number, const std::string& text) {
    JsonScalar value;
    value.kind = JsonScalar::Kind::number;
    value.number = number;
    value.text = text;
    return scalar(value);
  }
  bool string(std::string& text) {
    JsonScalar value;
    value.kind = JsonScalar::Kind::string;
    value.text = text;
    return scalar(value);
  }
  bool binary(Json::binary_t&) { return true; }
  bool key(std::string& name) { return ok(events_.key(name)); }
  bool start_object(std::size_t) { return begin(false); }
  bool start_array(std::size_t) { return begin(true); }
  bool end_object() { return end(false); }
  bool end_array() { return end(true); }
  bool parse_error(std::size_t, const std::string&, const Json::exception& error) {
    out_of_range_ = error.id == 406;
    return false;
  }

  bool stopped() const { return stopped_; }
  bool too_deep() const { return depth_ > kMostJsonDepth; }
  bool out_of_range() const { return out_of_range_; }

 private:
  bool ok(bool goes_on) {
    stopped_ = stopped_ || !goes_on;
    return goes_on;
  }
  bool scalar(const JsonScalar& value) { return ok(events_.scalar(value)); }
  template <class Integer>
  bool integer(Integer number) {
    char digits[24];
    const char* end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    JsonScalar value;
    value.kind = JsonScalar::Kind::number;
    value.number = static_cast<double>(number);
    value.text = {digits, static_cast<std::size_t>(end - digits)};
    return scalar(value);
  }
  bool begin(bool is_array) {
    if (++depth_ > kMostJsonDepth) return false;
    return ok(events_.begin(is_array));
  }
  bool end(bool is_array) {
    --depth_;
    return ok(events_.end(is_array));
  }

  JsonEvents& events_;
  int depth_ = 0;
  bool stopped_ = false, out_of_range_ = false;
};

bool is_json_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

std::uint32_t JsonEvents::line() noexcept {
  line_ += static_cast<std::uint32_t>(std::count(counted_, at_, '\n'));
  counted_ = at_;
  return line_;
}

std::optional<Error> parse_json(std::string_view text, JsonEvents& events) {
  const char* const end = text.data() + text.size();
  events.begin_ = events.at_ = events.counted_ = text.data();
  events.line_ = 1;
  for (bool first = true;; first = false) {
    while (events.at_ != end && (is_json_space(*events.at_) || (!first && *events.at_ == ','))) ++events.at_;
    if (events.at_ == end && !first) return std::nullopt;
    Handler handler(events);
    const Reading last(end, end, nullptr);
    if (Json::sax_parse(Reading(events.at_, end, &events.at_), last, &handler, Json::input_format_t::json,
                        false))
      continue;
    if (handler.stopped()) return std::nullopt;
    // The parser has read one byte past the last good token.
    const bool after_break = events.at_ != text.data() && events.at_[-1] == '\n';
    const std::uint32_t line = events.line() - (after_break ? 1 : 0);
    if (handler.too_deep())
      return Error{ErrorCode::too_large, line, Message(phrase::json_too_deep, {kMostJsonDepth})};
    if (handler.out_of_range()) return Error{ErrorCode::malformed, line, phrase::json_number};
    if (events.at_ == end) return Error{ErrorCode::malformed, line, phrase::json_cut};
    return Error{ErrorCode::malformed, line, phrase::json_broken};
  }
}

}  // namespace visavis
