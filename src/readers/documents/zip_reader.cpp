#include <algorithm>

#include "readers/documents/zip_archive.h"
#include "readers/readers.h"
#include "readers/registry.h"
#include "words/reports.h"

namespace visavis {
namespace {

double sniff(const Input& input) noexcept { return is_zip(input.bytes) ? 0.6 : 0; }

// Folders, what systems put beside files, and files that no text starts like.
bool may_be_transcript(const ZipArchive& archive, const ZipMember& member) {
  if (member.is_folder() || member.bytes == 0 || member.name.starts_with("__MACOSX/")) return false;
  const std::string_view name = std::string_view(member.name).substr(member.name.rfind('/') + 1);
  if (name.starts_with('.') || name == "Thumbs.db" || name == "desktop.ini") return false;
  if (member.is_encrypted()) return true;
  const std::string head = archive.peek(member, 4096);
  if (is_zip(head)) return true;
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
  });
  const bool utf16 = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
  return utf16 || static_cast<std::size_t>(controls) * 20 <= head.size();
}

std::string list_names(const std::vector<const ZipMember*>& members) {
  constexpr std::size_t kMostNames = 3;
  std::string names;
  for (std::size_t i = 0; i < std::min(members.size(), kMostNames); ++i)
    names += (i ? ", \"" : "\"") + members[i]->name + "\"";
  return members.size() > kMostNames ? names + ", …" : names;
}

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  Result<ZipArchive> archive = ZipArchive::open(input.bytes);
  if (!archive) return archive.error();
  for (const auto& [member, what] : {std::pair("xl/workbook.xml", phrase::is_spreadsheet),
                                     std::pair("ppt/presentation.xml", phrase::is_presentation),
                                     std::pair("META-INF/container.xml", phrase::is_book)})
    if (archive->find(member)) return Error{ErrorCode::unsupported, 0, what};
  std::vector<const ZipMember*> candidates;
  for (const ZipMember& member : archive->members())
    if (may_be_transcript(*archive, member)) candidates.push_back(&member);
  if (candidates.empty()) return Error{ErrorCode::unreadable, 0, phrase::zip_nothing};
  if (candidates.size() > 1)
    return Error{ErrorCode::unsupported, 0,
                 Message(phrase::zip_several, {candidates.size(), list_names(candidates)})};
  const ZipMember& member = *candidates[0];
  Result<std::string> bytes = archive->extract(member);
  if (!bytes) return bytes.error();
  const bool document = zip_names(*bytes, "word/document.xml") || zip_names(*bytes, "opendocument.text");
  if (is_zip(*bytes) && !document) return Error{ErrorCode::unsupported, 0, phrase::zip_in_zip};
  ReadOptions inside = options;
  inside.format.clear();
  inside.corrections.has_title = false;  // title and speakers are corrected once, by the registry
  inside.corrections.speakers.clear();
  Result<Transcript> transcript = read_transcript(*bytes, inside);
  if (!transcript) {
    Error error = transcript.error();
    error.message = Message(phrase::zip_inside, {member.name, error.message});
    return error;
  }
  Report& report = transcript->report;
  report.entries.insert(
      report.entries.begin(),
      {0, ReportLevel::info, Message(phrase::unpacked, {member.name, report.format, report.encoding})});
  return transcript;
}

}  // namespace

const FormatReader zip_reader = {"zip", 20, sniff, read};

}  // namespace visavis
