// The offline copy: one HTML file that holds a transcript and the program that shows it. Without the program
// it is a clean page of the whole interview: title, table of the balance, headings, names, times, words. The
// words stand in it once; what a page has no place for is in a record beside them (model/record.h), so that
// the program and who opens it as a file read the very transcript that was saved.
//
// The template is the site's offline.html (tools/offline.mjs makes it): an HTML page with the two places
// below that holds the program.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "scene/document.h"

namespace visavis {

// Where the two parts go in the template, each once.
constexpr std::string_view kOfflineHead = "<!--vis-a-vis:head-->";
constexpr std::string_view kOfflineBody = "<!--vis-a-vis:body-->";

// The file. `view` is where it opens: a link's fragment without a transcript, empty for the beginning.
// ErrorCode::bad_option where the template is none.
Result<std::string> write_offline_page(const Document& doc, std::string_view page_template,
                                       std::string_view view);

// The file's own title, or who speaks with whom.
std::string title_of(const Document& doc);

}  // namespace visavis
