// A file or a link of less than the whole, written and then looked through: where anything that was taken out
// still stands in it, there is none.
#pragma once

#include <functional>
#include <string>

#include "redaction/redaction.h"
#include "scene/document.h"

namespace visavis {

using WriteDocument = std::function<Result<std::string>(const Document&)>;

// What `write` makes of it; `given` is what else goes into it, as somebody gave it: a view, an address.
// ErrorCode::bad_option, with the form, where one stands in the strings of the transcript, in the file's
// name, in `given`, or in the bytes (leaks.h) more often than in what `write` makes of the same turns without
// words: a page's own words and the names of a format's fields are not the transcript's.
Result<std::string> write_redacted(const Redacted& redacted, std::string_view given,
                                   const WriteDocument& write);

// The link that carries it, of the page at `base` (empty: the fragment alone): in the form of `inspect`,
// without figures. Checked like a file, and so is `base`.
Result<std::string> link_redacted(const Redacted& redacted, std::string_view base);

// What leaves, for people to look at: {"file", "title", "people": [{"was", "now"}], "taken": [{"words",
// "instead", "times"}], "left": [{"word", "times"}], "nowhere": [words], "text": as plain text}.
std::string account_of(const Redacted& redacted);

}  // namespace visavis
