#include "readers/documents/document_archive.h"

namespace visavis {

Result<XmlDocument> read_part(const ZipArchive& archive, std::string_view name) {
  const ZipMember* member = archive.find(name);
  if (!member)
    return Error{ErrorCode::unreadable, 0, "The archive has no part \"" + std::string(name) + "\"."};
  Result<std::string> text = archive.extract_xml(*member);
  if (!text) return text.error();
  return XmlDocument::parse_taken(*std::move(text));
}

Result<Transcript> read_document(std::string_view bytes, std::string_view main, std::string_view what,
                                 GatherParagraphs gather, const ReadOptions& options) {
  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  if (!archive) return archive.error();
  if (!archive->find(main))
    return Error{ErrorCode::unreadable, 0,
                 "The archive is not " + std::string(what) + ": it has no text in it."};
  Result<XmlDocument> part = read_part(*archive, main);
  if (!part) return part.error();
  DocumentText document;
  if (part->broken_line)
    document.entries.push_back(
        {0, ReportLevel::loss, "xml-broken",
         "The document breaks off: " + part->what_broke + ". What stands before is read."});
  if (!gather(*archive, part->root(), document))
    return Error{ErrorCode::too_large, 0, "The document has too many paragraphs. Split it."};
  document.drop_footer();
  *part = {};  // before its text is read again
  return document.read(options);
}

}  // namespace visavis
