#include "base/json_out.h"

#include <cmath>
#include <cstdio>

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
          char escape[8];
          std::snprintf(escape, sizeof escape, "\\u%04x", byte);
          out_ += escape;
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
  char buffer[64];
  int length = std::isfinite(number) ? std::snprintf(buffer, sizeof buffer, "%.*f", decimals, number) : 0;
  if (length <= 0 || length >= static_cast<int>(sizeof buffer)) return null();
  separate();
  if (decimals > 0) {
    while (length > 0 && buffer[length - 1] == '0') --length;
    if (length > 0 && buffer[length - 1] == '.') --length;
  }
  const std::string_view digits(buffer, static_cast<std::size_t>(length));
  out_ += digits == "-0" ? std::string_view("0") : digits;
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
