#include "readers/documents/zip_archive.h"

#include <zlib.h>

#include <algorithm>

#include "base/decode.h"
#include "base/text.h"
#include "words/reports.h"

namespace visavis {
namespace {

std::uint32_t little(std::string_view bytes, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = count; i-- > 0;)
    value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return value;
}

// The end record (section 4.3.16): 22 bytes and a comment of at most 65535. npos where there is none.
std::size_t find_end_record(std::string_view bytes) {
  constexpr std::size_t kRecord = 22, kMostComment = 0xFFFF;
  if (bytes.size() < kRecord) return std::string_view::npos;
  const std::size_t first = bytes.size() > kRecord + kMostComment ? bytes.size() - kRecord - kMostComment : 0;
  for (std::size_t at = bytes.size() - kRecord + 1; at-- > first;)
    if (bytes.compare(at, 4, std::string_view("PK\x05\x06", 4)) == 0 &&
        at + kRecord + little(bytes, at + 20, 2) <= bytes.size())
      return at;
  return std::string_view::npos;
}

// A raw DEFLATE stream (RFC 1951) into at most `most` bytes. Z_STREAM_END: the whole; Z_OK: cut at `most`.
int inflate_raw(std::string_view packed, std::size_t most, std::uint32_t claimed, std::string& out) {
  struct Inflating {
    z_stream stream{};
    ~Inflating() { inflateEnd(&stream); }  // also where growing `out` throws
  } inflating;
  z_stream& stream = inflating.stream;
  if (inflateInit2(&stream, -15) != Z_OK) return Z_MEM_ERROR;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  // The claimed size is believed only as far as the packed bytes could give it (1032 is DEFLATE's limit).
  std::size_t room =
      std::min<std::uint64_t>({most, claimed + std::uint64_t{1}, packed.size() * 1032ull + 64});
  int status = Z_OK;
  out.clear();
  while (status == Z_OK && out.size() < most) {
    const std::size_t before = out.size();
    out.resize(std::min(most, before + std::max<std::size_t>(room, 4096)));
    room = out.size();  // doubles from here on
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    stream.avail_out = static_cast<uInt>(out.size() - before);
    status = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
    const bool bomb = out.size() > kFreeBytes && out.size() / kMostRatio > stream.total_in;
    if (bomb) status = Z_BUF_ERROR;
  }
  return status;
}

}  // namespace

Result<ZipArchive> ZipArchive::open(std::string_view bytes) {
  const Error no_directory{ErrorCode::malformed, 0, phrase::zip_no_directory};
  const std::size_t end = find_end_record(bytes);
  if (end == std::string_view::npos) return no_directory;
  const std::uint32_t count = little(bytes, end + 10, 2), size = little(bytes, end + 12, 4),
                      offset = little(bytes, end + 16, 4);
  if (little(bytes, end + 4, 2) != 0 || count == 0xFFFF || offset == 0xFFFFFFFFu)
    return Error{ErrorCode::unsupported, 0, phrase::zip_in_parts};
  if (count > kMostZipMembers)
    return Error{ErrorCode::too_large, 0, Message(phrase::zip_many_members, {count})};
  if (std::uint64_t{offset} + size > end) return no_directory;

  ZipArchive archive;
  archive.bytes_ = bytes;
  archive.members_.reserve(count);
  constexpr std::size_t kHeader = 46;  // section 4.3.12
  for (std::size_t at = offset; archive.members_.size() < count;) {
    if (at + kHeader > end || bytes.compare(at, 4, std::string_view("PK\x01\x02", 4)) != 0)
      return no_directory;
    ZipMember member;
    member.flags = static_cast<std::uint16_t>(little(bytes, at + 8, 2));
    member.method = static_cast<std::uint16_t>(little(bytes, at + 10, 2));
    member.crc = little(bytes, at + 16, 4);
    member.packed_bytes = little(bytes, at + 20, 4);
    member.bytes = little(bytes, at + 24, 4);
    member.header_offset = little(bytes, at + 42, 4);
    const std::size_t name_length = little(bytes, at + 28, 2);
    const std::size_t rest = little(bytes, at + 30, 2) + little(bytes, at + 32, 2);
    if (at + kHeader + name_length + rest > end) return no_directory;
    const std::string_view name = bytes.substr(at + kHeader, name_length);
    member.name = sanitize_utf8(name);
    archive.members_.push_back(std::move(member));
    at += kHeader + name_length + rest;
  }
  return archive;
}

const ZipMember* ZipArchive::find(std::string_view name) const noexcept {
  for (const ZipMember& member : members_)
    if (member.name == name) return &member;
  return nullptr;
}

Error ZipArchive::broken(const ZipMember& member, MessageName what) const {
  return Error{ErrorCode::malformed, 0, Message(what, {member.name})};
}

Result<std::string> ZipArchive::unpack(const ZipMember& member, std::size_t most) const {
  if (member.is_encrypted()) return Error{ErrorCode::unsupported, 0, phrase::zip_locked};
  constexpr std::size_t kHeader = 30;  // section 4.3.7
  const std::size_t at = member.header_offset;
  if (bytes_.size() < kHeader || at > bytes_.size() - kHeader ||
      bytes_.compare(at, 4, std::string_view("PK\x03\x04", 4)) != 0)
    return broken(member, phrase::zip_displaced);
  const std::size_t start = at + kHeader + little(bytes_, at + 26, 2) + little(bytes_, at + 28, 2);
  if (start > bytes_.size() || member.packed_bytes > bytes_.size() - start)
    return broken(member, phrase::zip_cut);
  const std::string_view packed = bytes_.substr(start, member.packed_bytes);
  if (member.method == 0) return std::string(packed.substr(0, most));
  if (member.method != 8)
    return Error{ErrorCode::unsupported, 0, Message(phrase::zip_method, {member.name, member.method})};
  std::string out;
  const int status = inflate_raw(packed, most, member.bytes, out);
  if (status == Z_MEM_ERROR) return Error{ErrorCode::out_of_memory, 0, phrase::no_memory_to_unpack};
  if (status == Z_BUF_ERROR && out.size() > kFreeBytes)
    return Error{ErrorCode::too_large, 0, Message(phrase::zip_ratio, {member.name, kMostRatio})};
  if (status != Z_STREAM_END && !(status == Z_OK && out.size() == most))
    return broken(member, phrase::zip_damaged);
  return out;
}

Result<std::string> ZipArchive::extract(const ZipMember& member) const {
  if (member.bytes > kMostMemberBytes)
    return Error{
        ErrorCode::too_large, 0,
        Message(phrase::zip_member_large, {member.name, member.bytes >> 20, kMostMemberBytes >> 20})};
  Result<std::string> out = unpack(member, static_cast<std::size_t>(member.bytes) + 1);
  if (!out) return out;
  const auto* start = reinterpret_cast<const Bytef*>(out->data());
  if (out->size() != member.bytes || crc32(0, start, static_cast<uInt>(out->size())) != member.crc)
    return broken(member, phrase::zip_damaged);
  return out;
}

std::string ZipArchive::peek(const ZipMember& member, std::size_t most) const {
  Result<std::string> out = unpack(member, most);
  return out ? *std::move(out) : std::string();
}

bool zip_names(std::string_view bytes, std::string_view member) noexcept {
  constexpr std::size_t kLooked = 64 << 10;
  if (!is_zip(bytes)) return false;
  if (bytes.substr(0, kLooked).find(member) != std::string_view::npos) return true;
  return bytes.size() > kLooked &&
         bytes.substr(bytes.size() - kLooked).find(member) != std::string_view::npos;
}

Result<std::string> ZipArchive::extract_xml(const ZipMember& member) const {
  Result<std::string> bytes = extract(member);
  if (!bytes) return bytes;
  Result<DecodedText> decoded = decode_in_place(*bytes, nullptr, "utf-8");
  if (!decoded) return decoded.error();
  if (decoded->unchanged.size() == bytes->size()) return bytes;
  return decoded->unchanged.empty() ? std::move(decoded->text) : std::string(decoded->unchanged);
}

}  // namespace visavis
