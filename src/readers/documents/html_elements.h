// What the reader of pages knows of single elements: how they show, what their attributes say.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "readers/documents/html_tokens.h"

namespace visavis::html {

using Names = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view name, Names names);
// Elements without content (HTML standard, section 13.1.2).
bool is_void(std::string_view name);
// What shows no words of the talk: scripts, forms, the page's own furniture.
bool is_skipped(std::string_view name);
// Elements that are rendered as blocks, and so end a line of text (section 15.3).
bool is_block(std::string_view name);
// Whether the start tag `name` ends an open element `other` without its end tag (section 13.1.2.4).
bool closes(std::string_view name, std::string_view other);
// Whether the space-separated list holds one of the tokens, whatever their case.
bool has_token(std::string_view list, Names tokens);
// By class or microdata a speaker's name.
// The links around a page, by role, or by class or id as pages without <nav> call them.
bool is_navigation(const HtmlToken& tag);
bool is_label_element(const HtmlToken& tag);
// 1: bold, 0: not, -1: says nothing of it.
int boldness(const HtmlToken& tag);
// "PT1H2M3.5S" (section 2.3.5.9), or a clock time; kNoTime for anything else.
std::int64_t parse_time(std::string_view text);

}  // namespace visavis::html
