#include "readers/registry.h"

#include <algorithm>
#include <exception>
#include <new>

#include "readers/catalogue.h"
#include "readers/corrections.h"
#include "readers/offline_copy.h"
#include "readers/readers.h"
#include "readers/shared/cues.h"
#include "readers/shared/json_paths.h"
#include "readers/shared/references.h"
#include "words/reports.h"

namespace visavis {
namespace {

bool is_container(std::string_view bytes) {
  return bytes.substr(0, 4) == std::string_view("PK\x03\x04", 4) ||
         bytes.substr(0, 8) == std::string_view("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
}

// Bytes that no text holds: images, sound, programs.
bool looks_binary(std::string_view bytes, const DecodedText& decoded) {
  if (decoded.encoding.starts_with("utf-16") || decoded.declared) return false;
  const std::string_view head = bytes.substr(0, 4096);
  std::size_t controls = 0;
  for (const char c : head)
    controls += static_cast<unsigned char>(c) < 0x20 && !(c >= '\t' && c <= '\r') && c != 0x1B;
  return controls * 20 > head.size();
}

// The encoding that an XML or HTML declaration near the start names (XML 1.0, section 2.8; HTML, prescan).
std::string_view declared_encoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 1024);
  for (const std::string_view key : {std::string_view("encoding="), std::string_view("charset=")}) {
    if (head.find('<') == std::string_view::npos) break;
    std::size_t at = head.find(key);
    if (at == std::string_view::npos) continue;
    at += key.size();
    if (at < head.size() && (head[at] == '"' || head[at] == '\'')) ++at;
    const std::size_t end = head.find_first_of("\"' ?>/;\r\n", at);
    if (end != std::string_view::npos) return head.substr(at, end - at);
  }
  return {};
}

// Subtitles with names of characters that this module does not know. Plain text has none.
bool lacks_names(const FormatReader& reader, std::string_view text) noexcept {
  return !has_rare_names() && reader.name != std::string_view(interview_reader.name) &&
         may_hold_rare_names(text);
}

struct Choice {
  const FormatReader* reader = nullptr;
  double confidence = 0;
};

Choice sniff(Input input) {
  Choice best;
  const std::span<const FormatReader> all = formats();
  // From the end, since plain text, which takes longest to tell, stands first.
  for (auto at = all.rbegin(); at != all.rend(); ++at) {
    const FormatReader& reader = *at;
    if (best.reader && best.confidence >= 1 && reader.priority < best.reader->priority) continue;
    const double confidence = reader.sniff(input);
    if (confidence <= 0) continue;
    if (!best.reader || confidence > best.confidence ||
        (confidence == best.confidence && reader.priority > best.reader->priority))
      best = {&reader, confidence};
    input.reached = best.confidence;
  }
  return best;
}

Result<Transcript> read_decoded(std::string_view bytes, const ReadOptions& options) {
  if (bytes.size() > kMostBytes)
    return Error{ErrorCode::too_large, 0,
                 Message(phrase::too_many_bytes, {bytes.size() >> 20, kMostBytes >> 20})};
  Input input{bytes, {}, is_container(bytes)};
  DecodedText decoded;
  if (!input.binary) {
    Result<DecodedText> result =
        decode_in_place(bytes, options.legacy, declared_encoding(bytes), encoding_guess());
    if (!result) return result.error();
    decoded = *std::move(result);
    input.text = decoded.words();
    if (decoded.unchanged.empty()) input.owned = &decoded.text;
  }
  const OfflineCopyReader of_copy = offline_copy_reader();
  if (of_copy && is_offline_copy(input.text)) {  // it tells what was read, and how: of no format of its own
    Result<Transcript> copy = of_copy(input.text);
    if (copy) apply_corrections(*copy, options.corrections);
    return copy;
  }
  const JsonLook look = look_for_json(input.text);
  input.is_json = look.is_json;
  input.json = look.paths.get();
  Choice choice;
  if (!options.format.empty()) {
    choice = {find_format(options.format), 1};
    if (!choice.reader)
      return Error{ErrorCode::bad_option, 0, Message(phrase::no_such_format, {options.format})};
  } else {
    if (!input.binary && looks_binary(bytes, decoded))
      return Error{ErrorCode::unreadable, 0, phrase::not_a_text};
    choice = sniff(input);
    const bool is_text = !choice.reader || choice.reader->name == std::string_view(interview_reader.name);
    if (const Elsewhere other = elsewhere(); other && (is_text || choice.confidence < 0.9) && other(input))
      return Error{ErrorCode::elsewhere, 0, phrase::elsewhere_sniff};
    if (!choice.reader) return Error{ErrorCode::unreadable, 0, phrase::unknown_format};
    const Refusal refuses = refusals();
    if (refuses && (is_text || choice.reader->name == std::string_view(csv_reader.name)))
      if (std::optional<Message> reason = refuses(input))
        return Error{ErrorCode::unsupported, 1, *std::move(reason)};
  }
  if (!choice.reader->read || lacks_names(*choice.reader, input.text))
    return Error{ErrorCode::elsewhere, 0, Message(phrase::copy_has_no_reader, {choice.reader->name})};
  Result<Transcript> result = read_as(*choice.reader, input, options);
  if (!result) return result;
  if (input.owned && input.owned->empty()) input.text = result->text;  // the reader took it
  if (!options.format.empty() && result->turns.empty() && !trim(input.text).empty() &&
      choice.reader->sniff(input) <= 0)
    return Error{ErrorCode::unreadable, 1, Message(phrase::not_as_asked, {options.format})};
  Report& report = result->report;
  report.format = choice.reader->name;
  if (!input.binary) report.encoding = decoded.encoding;
  report.bytes = bytes.size();
  report.confidence = choice.confidence;
  if (!input.binary && !decoded.declared && decoded.encoding != "utf-8")
    report.entries.insert(report.entries.begin(),
                          {0, ReportLevel::info, Message(phrase::encoding_guessed, {decoded.encoding})});
  if (decoded.replaced)
    report.entries.insert(report.entries.begin(),
                          {decoded.first_replaced_line, ReportLevel::loss,
                           Message(phrase::bytes_replaced, {decoded.replaced, decoded.encoding})});
  name_machine_speakers(*result);
  apply_corrections(*result, options.corrections);
  return result;
}

}  // namespace

const FormatReader* find_format(std::string_view name) noexcept {
  for (const FormatReader& reader : formats())
    if (name == reader.name) return &reader;
  return nullptr;
}

Result<Transcript> read_as(const FormatReader& reader, const Input& input, const ReadOptions& options) {
  Result<Transcript> result = reader.read(input, options);
  if (result && reader.captions)
    for (Turn& turn : result->turns) turn.marks |= kMarkCaption;
  return result;
}

Result<Transcript> read_text(std::string text, const ReadOptions& options) {
  Input input{text, text, false};
  input.owned = &text;
  Choice choice = sniff(input);
  // A document in a document is its text; subtitles and interviews are what people paste.
  const std::string_view name = choice.reader && choice.reader->read ? choice.reader->name : "html";
  const bool is_interview = name == "html" || name == interview_reader.name;
  Result<Transcript> result = read_as(is_interview ? interview_reader : *choice.reader, input, options);
  if (result && !is_interview)
    result->report.entries.insert(
        result->report.entries.begin(),
        {0, ReportLevel::info, Message(phrase::text_format, {choice.reader->name})});
  return result;
}

Result<Transcript> read_transcript(std::string_view bytes, const ReadOptions& options) {
#ifdef __cpp_exceptions
  try {
    return read_decoded(bytes, options);
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::out_of_memory, 0, phrase::no_memory_to_read};
  } catch (const std::exception&) {
    return Error{ErrorCode::malformed, 0, phrase::not_readable};
  }
#else
  return read_decoded(bytes, options);
#endif
}

}  // namespace visavis
