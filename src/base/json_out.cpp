#include "base/json_out.h"

#include <cmath>

#include "base/numbers.h"
#include "base/text.h"

namespace visavis {

void JsonOut::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

JsonOut& JsonOut::begin_object() {
  separate();
  out_ += '{';
  first_ = true;
  return *this;
}

JsonOut& JsonOut::end_object() {
  out_ += '}';
  first_ = false;
  return *this;
}

JsonOut& JsonOut::begin_array() {
  separate();
  out_ += '[';
  first_ = true;
  return *this;
}

JsonOut& JsonOut::end_array() {
  out_ += ']';
  first_ = false;
  return *this;
}

JsonOut& JsonOut::key(std::string_view name) {
  value(name);
  out_ += ':';
  first_ = true;
  return *this;
}

JsonOut& JsonOut::value(std::string_view text) {
  separate();
  out_ += '"';
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) {
      append_utf8(out_, next_code_point(text, at));
      continue;
    }
    ++at;
    switch (byte) {
      case '"':
        out_ += "\\\"";
        break;
      case '\\':
        out_ += "\\\\";
        break;
      case '\n':
        out_ += "\\n";
        break;
      case '\r':
        out_ += "\\r";
        break;
      case '\t':
        out_ += "\\t";
        break;
      default:
        if (byte < 0x20 || byte == 0x7F) {
          constexpr std::string_view kHex = "0123456789abcdef";
          out_ += "\\u00";
          out_ += kHex[byte >> 4];
          out_ += kHex[byte & 15];
        } else {
          out_ += static_cast<char>(byte);
        }
    }
  }
  out_ += '"';
  return *this;
}

JsonOut& JsonOut::value(std::int64_t number) {
  separate();
  out_ += std::to_string(number);
  return *this;
}

JsonOut& JsonOut::value(double number, int decimals) {
  if (!(std::fabs(number) < 1e18)) return null();
  separate();
  const std::size_t begin = out_.size();
  append_fixed(out_, number, decimals);
  if (decimals > 0) {
    while (out_.back() == '0') out_.pop_back();
    if (out_.back() == '.') out_.pop_back();
  }
  if (std::string_view(out_).substr(begin) == "-0") out_.replace(begin, 2, "0");
  return *this;
}

JsonOut& JsonOut::value(bool truth) {
  separate();
  out_ += truth ? "true" : "false";
  return *this;
}

JsonOut& JsonOut::null() {
  separate();
  out_ += "null";
  return *this;
}

JsonOut& JsonOut::newline() {
  if (!first_) out_ += ',';
  out_ += '\n';
  first_ = true;
  return *this;
}

}  // namespace visavis
