// What documents that are archives of XML (docx, odt) share: the way from the bytes to the parsed parts, and
// the words of a table's cell.
#pragma once

#include <algorithm>
#include <initializer_list>

#include "readers/documents/document_text.h"
#include "readers/documents/zip_archive.h"
#include "readers/shared/xml_document.h"

namespace visavis {

// Fails where the archive has no such part, or none that can be unpacked and parsed.
Result<XmlDocument> read_part(const ZipArchive& archive, std::string_view name);

// Gathers a document's paragraphs from its main part. False where they are too many.
using GatherParagraphs = bool (*)(const ZipArchive& archive, XmlNode root, DocumentText& document);

// Reads the archive whose main part is `main`, as `what` ("a Word document", by name).
Result<Transcript> read_document(std::string_view bytes, std::string_view main, MessageName what,
                                 GatherParagraphs gather, const ReadOptions& options);

// The paragraphs of a cell, a line each; `read` makes one of an element with one of these names.
template <class Read>
std::string cell_words(XmlNode cell, std::initializer_list<std::string_view> names, Read read) {
  std::string words;
  for (XmlNode at = cell; at; at = next_in_document(at, cell)) {
    if (!is_element(at) || std::find(names.begin(), names.end(), local_name(at)) == names.end()) continue;
    const Paragraph paragraph = read(at);
    if (trim(paragraph.text).empty()) continue;
    if (!words.empty()) words += '\n';
    words += trim(paragraph.text);
  }
  return words;
}

}  // namespace visavis
