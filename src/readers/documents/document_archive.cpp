#include "readers/documents/document_archive.h"
#include "words/reports.h"

namespace visavis {

Result<XmlDocument> read_part(const ZipArchive& archive, std::string_view name) {
  const ZipMember* member = archive.find(name);
  if (!member) return Error{ErrorCode::unreadable, 0, Message(phrase::zip_no_part, {name})};
  Result<std::string> text = archive.extract_xml(*member);
  if (!text) return text.error();
  return XmlDocument::parse_taken(*std::move(text));
}

Result<Transcript> read_document(std::string_view bytes, std::string_view main, MessageName what,
                                 GatherParagraphs gather, const ReadOptions& options) {
  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  if (!archive) return archive.error();
  if (!archive->find(main))
    return Error{ErrorCode::unreadable, 0, Message(phrase::zip_not_a, {Message(what)})};
  Result<XmlDocument> part = read_part(*archive, main);
  if (!part) return part.error();
  DocumentText document;
  if (part->broken_line)
    document.entries.push_back(
        {0, ReportLevel::loss, Message(phrase::xml_document_broken, {part->what_broke})});
  if (!gather(*archive, part->root(), document))
    return Error{ErrorCode::too_large, 0, phrase::too_many_paragraphs};
  document.drop_footer();
  *part = {};  // before its text is read again
  return document.read(options);
}

}  // namespace visavis
