#include "readers/documents/html_elements.h"

#include <algorithm>

#include "base/time.h"

namespace visavis::html {

bool is_one_of(std::string_view name, Names names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_void(std::string_view name) {
  return is_one_of(name, {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
                          "source", "track", "wbr"});
}

bool is_skipped(std::string_view name) {
  return is_one_of(
      name, {"script", "style",    "template", "noscript", "nav",   "svg",   "math",   "button",
             "select", "textarea", "iframe",   "object",   "audio", "video", "canvas", "footer",
             "aside",  "head",     "rt",       "rp",       "rtc"});  // of ruby, what is read above the word
}

bool is_block(std::string_view name) {
  return is_one_of(
      name, {"address", "article", "aside",   "blockquote", "body",       "center", "dd", "details", "dialog",
             "div",     "dl",      "dt",      "figure",     "figcaption", "header", "h1", "h2",      "h3",
             "h4",      "h5",      "h6",      "hgroup",     "hr",         "html",   "li", "main",    "ol",
             "p",       "pre",     "section", "summary",    "table",      "tbody",  "td", "tfoot",   "th",
             "thead",   "tr",      "ul",      "fieldset",   "caption",    "legend"});
}

bool closes(std::string_view name, std::string_view other) {
  if (name == "li") return other == "li";
  if (name == "dt" || name == "dd") return other == "dt" || other == "dd";
  if (name == "td" || name == "th") return other == "td" || other == "th";
  if (name == "tr") return other == "td" || other == "th" || other == "tr";
  return other == "p" && is_block(name);
}

bool has_token(std::string_view list, Names tokens) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t begin = list.find_first_not_of(" \t\n", at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(list.find_first_of(" \t\n", begin), list.size());
    for (const std::string_view token : tokens)
      if (equals_ignoring_ascii_case(list.substr(begin, end - begin), token)) return true;
    at = end;
  }
  return false;
}

bool is_navigation(const HtmlToken& tag) {
  if (!is_one_of(tag.name, {"div", "ul", "ol", "section", "table", "header"})) return false;
  const auto names_one = [](std::string_view list) {
    return has_token(list,
                     {"nav", "navbar", "navlinks", "navigation", "breadcrumb", "breadcrumbs", "pagination",
                      "pagenav", "menu", "mainmenu", "topnav", "sidenav", "site-nav", "navigation-links"});
  };
  return equals_ignoring_ascii_case(html_attribute(tag, "role"), "navigation") ||
         names_one(html_attribute(tag, "class")) || names_one(html_attribute(tag, "id"));
}

bool is_label_element(const HtmlToken& tag) {
  return has_token(html_attribute(tag, "class"),
                   {"speaker", "speaker-name", "speakername", "speaker_name", "speaker-label",
                    "transcript-speaker", "speaker__name", "from_name", "chatlog__author"}) ||
         has_token(html_attribute(tag, "itemprop"), {"speaker"});
}

int boldness(const HtmlToken& tag) {
  if (is_one_of(tag.name, {"b", "strong", "dt", "th"})) return 1;
  if (tag.raw.find("font-weight") == std::string_view::npos) return -1;
  const std::string style = html_attribute(tag, "style");
  const std::size_t at = style.find("font-weight");
  if (at == std::string::npos) return -1;
  std::string_view value = std::string_view(style).substr(at + 11);
  while (!value.empty() && (value[0] == ':' || value[0] == ' ')) value.remove_prefix(1);
  return starts_with_ignoring_ascii_case(value, "bold") ||
         (!value.empty() && value[0] >= '6' && value[0] <= '9');
}

std::int64_t parse_time(std::string_view text) {
  text = trim(text);
  std::int64_t ms = 0;
  if (parse_clock(text, ms) == text.size() && !text.empty()) return ms;
  if (!text.starts_with("PT")) return kNoTime;
  text.remove_prefix(2);
  std::int64_t total = 0;
  while (!text.empty()) {
    const std::size_t unit = text.find_first_of("HMS");
    std::int64_t part = 0;
    if (unit == std::string_view::npos || unit > 16 || !parse_seconds(text.substr(0, unit), part))
      return kNoTime;
    const std::int64_t factor = text[unit] == 'H' ? 3600 : text[unit] == 'M' ? 60 : 1;
    if (part < 0 || part > 1'000'000'000'000) return kNoTime;
    total += part * factor;
    text.remove_prefix(unit + 1);
  }
  return total;
}

}  // namespace visavis::html
