#include "support/zip.h"

#include <zlib.h>

#include <cstdint>

namespace visavis::test {
namespace {

void put(std::string& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
}

std::string deflate_raw(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

std::string make_zip(const std::vector<ZipFile>& files, bool deflated) {
  std::string out, directory;
  for (const auto& [name, bytes] : files) {
    const std::string packed = deflated ? deflate_raw(bytes) : bytes;
    const auto crc = crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
    std::string common;
    put(common, 20, 2);
    put(common, 0x800, 2);
    put(common, deflated ? 8 : 0, 2);
    put(common, 0, 4);
    put(common, static_cast<std::uint32_t>(crc), 4);
    put(common, static_cast<std::uint32_t>(packed.size()), 4);
    put(common, static_cast<std::uint32_t>(bytes.size()), 4);
    put(common, static_cast<std::uint32_t>(name.size()), 2);
    put(common, 0, 2);
    directory += "PK\x01\x02";
    put(directory, 20, 2);
    directory += common;
    put(directory, 0, 2);
    put(directory, 0, 4);
    put(directory, 0, 4);
    put(directory, static_cast<std::uint32_t>(out.size()), 4);
    directory += name;
    out += "PK\x03\x04" + common + name + packed;
  }
  const auto start = static_cast<std::uint32_t>(out.size());
  out += directory + "PK\x05\x06";
  put(out, 0, 4);
  put(out, static_cast<std::uint32_t>(files.size()), 2);
  put(out, static_cast<std::uint32_t>(files.size()), 2);
  put(out, static_cast<std::uint32_t>(directory.size()), 4);
  put(out, start, 4);
  put(out, 0, 2);
  return out;
}

std::string make_docx(const std::string& body, const std::string& styles) {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  const std::string space = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";
  std::vector<ZipFile> files = {
      {"[Content_Types].xml", head + "<Types/>"},
      {"word/document.xml", head + "<w:document" + space + "<w:body>" + body + "</w:body></w:document>"}};
  if (!styles.empty())
    files.push_back({"word/styles.xml", head + "<w:styles" + space + styles + "</w:styles>"});
  return make_zip(files);
}

std::string make_odt(const std::string& text, const std::string& styles) {
  const std::string type = "application/vnd.oasis.opendocument.text";
  const std::string content =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content "
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
      "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
      "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
      "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"><office:automatic-styles>" +
      styles + "</office:automatic-styles><office:body><office:text>" + text +
      "</office:text></office:body></office:document-content>";
  // The type is found by its bytes, so it is stored; a small file deflated by this zlib stays readable too.
  return make_zip({{"mimetype", type}, {"content.xml", content}}, false);
}

}  // namespace visavis::test
