#include "readers/documents/csv_table.h"

#include <algorithm>

namespace visavis {

// At an opening quote. False, with nothing consumed, where it is never closed.
bool CsvRows::quoted_field(std::string& field) {
  std::size_t at = at_ + 1;
  while (true) {
    const std::size_t quote = text_.find('"', at);
    if (quote == std::string_view::npos) {
      field.clear();
      return false;
    }
    field.append(text_.substr(at, quote - at));
    at = quote + 1;
    if (at >= text_.size() || text_[at] != '"') break;
    field += '"';
    ++at;
  }
  line_ += static_cast<std::uint32_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                 text_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  at_ = at;
  return true;
}

bool CsvRows::next(std::vector<std::string>& fields) {
  fields.clear();
  had_open_quote_ = false;
  if (at_ >= text_.size()) return false;
  row_line_ = line_;
  while (true) {
    std::string& field = fields.emplace_back();
    if (quotes_close_ && at_ < text_.size() && text_[at_] == '"' && !quoted_field(field)) {
      quotes_close_ = false;
      had_open_quote_ = true;
    }
    const char stops[] = {delimiter_, '\n'};
    const std::size_t end = std::min(text_.find_first_of(std::string_view(stops, 2), at_), text_.size());
    field.append(text_.substr(at_, end - at_));
    at_ = end;
    if (at_ >= text_.size()) return true;
    ++at_;
    if (text_[at_ - 1] == '\n') {
      ++line_;
      return true;
    }
  }
}

}  // namespace visavis
