#include "redaction/redacted_file.h"

#include "base/json_out.h"
#include "redaction/leaks.h"
#include "words/reports.h"
#include "writers/inspect_writer.h"
#include "writers/link_writer.h"
#include "writers/writers.h"

namespace visavis {
namespace {

Error leak_of(const std::string& shown, MessageName where, std::string_view given = {}) {
  return Error{ErrorCode::bad_option, 0, Message(where, {shown, given})};
}

}  // namespace

Result<std::string> write_redacted(const Redacted& redacted, std::string_view given,
                                   const WriteDocument& write) {
  const std::string in_words = find_in(redacted.transcript, redacted.forms);
  if (!in_words.empty()) return leak_of(in_words, phrase::still_in_it);
  const std::vector<FormMatch> in_name = redacted.forms.find(redacted.file);
  if (!in_name.empty()) return leak_of(redacted.forms.all()[in_name[0].form].shown, phrase::still_in_name);
  const std::vector<std::size_t> in_given = count_leaks(given, redacted.forms);
  for (std::size_t i = 0; i < in_given.size(); ++i)
    if (in_given[i]) return leak_of(redacted.forms.all()[i].shown, phrase::still_in_given, given);
  Result<std::string> written = write(make_document(redacted.transcript));
  if (!written) return written;
  const std::vector<std::size_t> found = count_leaks(*written, redacted.forms);
  bool any = false;
  for (const std::size_t times : found) any = any || times;
  if (!any) return written;
  const Result<std::string> bare = write(make_document(without_words(redacted.transcript)));
  if (!bare) return bare;
  const std::vector<std::size_t> own = count_leaks(*bare, redacted.forms);
  for (std::size_t i = 0; i < found.size(); ++i)
    if (found[i] > own[i]) return leak_of(redacted.forms.all()[i].shown, phrase::still_in_it);
  return written;
}

Result<std::string> link_redacted(const Redacted& redacted, std::string_view base) {
  return write_redacted(redacted, base, [&](const Document& document) -> Result<std::string> {
    return write_link(write_reading(document.transcript, document.analysis), base);
  });
}

std::string account_of(const Redacted& redacted) {
  JsonOut out;
  out.begin_object().field("file", std::string_view(redacted.file));
  out.key("title");
  redacted.transcript.has_title ? out.value(std::string_view(redacted.transcript.title)) : out.null();
  out.key("people").begin_array();
  for (const Redacted::Person& person : redacted.people)
    out.begin_object()
        .field("was", std::string_view(person.was))
        .field("now", std::string_view(person.now))
        .end_object();
  out.end_array().key("taken").begin_array();
  for (const Redacted::Taken& taken : redacted.taken)
    out.begin_object()
        .field("words", std::string_view(taken.words))
        .field("instead", std::string_view(taken.instead))
        .field("times", static_cast<std::int64_t>(taken.times))
        .end_object();
  out.end_array().key("left").begin_array();
  for (const Redacted::Left& left : redacted.left)
    out.begin_object()
        .field("word", std::string_view(left.word))
        .field("times", static_cast<std::int64_t>(left.times))
        .end_object();
  out.end_array().key("nowhere").begin_array();
  for (const std::string& words : redacted.nowhere) out.value(std::string_view(words));
  out.end_array();
  const Document document = make_document(redacted.transcript);
  out.field("text", std::string_view(write_text(document.transcript, document.analysis).bytes));
  out.end_object();
  return out.take();
}

}  // namespace visavis
