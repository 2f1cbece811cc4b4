#include "readers/shared/markup_words.h"

#include "base/text.h"
#include "readers/shared/references.h"

namespace visavis {
namespace {

constexpr std::string_view kBlocks = "p|div|br|li|ul|ol|tr|table|pre|blockquote|h1|h2|h3|h4|h5|h6|section";
constexpr std::size_t kMostName = 10;

constexpr bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The name of the tag that begins at a '<', with its slash where it closes; empty where none does.
std::string_view tag_at(std::string_view text, std::size_t at) noexcept {
  std::size_t end = at + 1;
  if (end < text.size() && text[end] == '/') ++end;
  const std::size_t name = end;
  while (end < text.size() && end - name <= kMostName &&
         (is_letter(text[end]) || (end > name && text[end] >= '0' && text[end] <= '9')))
    ++end;
  if (end == name || end - name > kMostName || end >= text.size()) return {};
  const char next = text[end];
  return next == '>' || next == '/' || next == ' ' || next == '\n' ? text.substr(at + 1, end - at - 1)
                                                                   : std::string_view();
}

}  // namespace

bool has_markup(std::string_view text) noexcept {
  const std::size_t last = text.rfind('>');
  if (last == std::string_view::npos) return false;
  for (std::size_t at = text.find('<'); at < last; at = text.find('<', at + 1))
    if (const std::string_view tag = tag_at(text, at); tag.starts_with('/') || tag == "br") return true;
  return false;
}

void append_without_markup(std::string& out, std::string_view text) {
  const std::size_t first = out.size();
  std::string plain;
  bool open = true;  // a '>' is still to come
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view tag = text[at] == '<' && open ? tag_at(text, at) : std::string_view();
    const std::size_t close = tag.empty() ? std::string_view::npos : text.find('>', at);
    if (!tag.empty() && close == std::string_view::npos) open = false;
    if (close == std::string_view::npos) {
      plain += text[at++];
      continue;
    }
    if (is_any(fold_case(tag.starts_with('/') ? tag.substr(1) : tag), kBlocks) &&
        (plain.empty() || plain.back() != '\n'))
      plain += '\n';
    at = close + 1;
  }
  append_decoding_references(plain, out);
  // Neither blank lines nor spaces at its ends.
  std::size_t to = first;
  for (std::size_t at = first; at < out.size(); ++at)
    if (out[at] != '\n' || (to > first && out[to - 1] != '\n')) out[to++] = out[at];
  while (to > first && (out[to - 1] == '\n' || out[to - 1] == ' ')) --to;
  out.resize(to);
}

}  // namespace visavis
