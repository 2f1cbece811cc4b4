// Delimited text as rows of fields (RFC 4180, and what people and spreadsheets write instead of it).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace visavis {

class CsvRows {
 public:
  CsvRows(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  // The next row's fields, with quotes resolved; false at the end. Blank lines are rows of one empty field.
  // Linear in the text: a quote that nothing closes is taken as it stands, and so are all quotes after it.
  bool next(std::vector<std::string>& fields);
  std::uint32_t line() const noexcept { return row_line_; }         // 1-based, where the row begins
  bool had_open_quote() const noexcept { return had_open_quote_; }  // in the last row given
  std::size_t offset() const noexcept { return at_; }

 private:
  bool quoted_field(std::string& field);

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1, row_line_ = 0;
  bool quotes_close_ = true, had_open_quote_ = false;
};

}  // namespace visavis
