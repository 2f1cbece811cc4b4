#include "readers/offline_copy.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "model/record.h"
#include "words/reports.h"

namespace visavis {
namespace {

constexpr std::string_view kGenerator = "content=\"Vis-à-vis offline copy\"";
constexpr std::string_view kArticle = "<article id=\"transcript\"";
constexpr std::string_view kWords = "<p class=\"words\">";
constexpr std::string_view kRecord = "<script type=\"application/vnd.vis-a-vis.record\">";

// What stands for a sign in the text of an element, as the copy writes it and browsers serialise it (HTML,
// section 13.3, "escaping a string"); line breaks of the words are LF, each with a <br> before it.
constexpr struct {
  std::string_view written, meant;
} kEscapes[] = {{"&amp;", "&"},       {"&lt;", "<"},   {"&gt;", ">"},
                {"&nbsp;", "\u00A0"}, {"&#13;", "\r"}, {"<br>", ""}};

std::string plain(std::string_view html) {
  std::string out;
  out.reserve(html.size());
  while (!html.empty()) {
    const std::size_t run = std::min(html.find_first_of("&<"), html.size());
    out += html.substr(0, run);
    html.remove_prefix(run);
    if (html.empty()) break;
    std::size_t used = 1;
    std::string_view meant = html.substr(0, 1);
    for (const auto& escape : kEscapes)
      if (html.starts_with(escape.written)) used = escape.written.size(), meant = escape.meant;
    out += meant;
    html.remove_prefix(used);
  }
  return out;
}

}  // namespace

bool is_offline_copy(std::string_view text) noexcept {
  const std::string_view head = text.substr(0, 4096);
  return starts_with_ignoring_ascii_case(head, "<!doctype html>") && head.find(kGenerator) != head.npos;
}

Result<Transcript> read_offline_copy(std::string_view text) {
  const Error damaged{ErrorCode::malformed, 0, phrase::damaged_copy};
  std::string_view rest = text;
  // Moves past the next `mark`.
  const auto skip_to = [&rest](std::string_view mark) {
    const std::size_t at = rest.find(mark);
    if (at != rest.npos) rest.remove_prefix(at + mark.size());
    return at != rest.npos;
  };
  if (!skip_to(kArticle)) {
    if (!skip_to("<script id=\"sealed\"")) return damaged;
    return Error{ErrorCode::malformed, 0, phrase::copy_locked};
  }
  const std::size_t end = rest.find("</article>");
  if (end == rest.npos) return damaged;
  const std::string_view behind = rest.substr(end);
  rest = rest.substr(0, end);
  std::vector<std::string> words;
  while (skip_to(kWords)) {
    const std::size_t closed = rest.find("</p>");
    if (closed == rest.npos) return damaged;
    words.push_back(plain(rest.substr(0, closed)));
  }
  rest = behind;
  if (!skip_to(kRecord)) return damaged;
  return read_record(rest.substr(0, rest.find('<')), words);
}

}  // namespace visavis
