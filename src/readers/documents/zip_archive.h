// Zip archives (PKWARE APPNOTE 6.3): the directory at the end and single members, within caps. Every size
// that the archive claims is checked against what is there before anything is allocated.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace visavis {

struct ZipMember {
  std::string name;  // UTF-8; other bytes as U+FFFD
  std::uint32_t packed_bytes = 0, bytes = 0, crc = 0;
  std::uint16_t method = 0, flags = 0;
  std::uint32_t header_offset = 0;
  bool is_folder() const noexcept { return name.ends_with('/'); }
  bool is_encrypted() const noexcept { return (flags & 1) != 0; }
};

constexpr std::size_t kMostZipMembers = 10'000;
// What one member may unpack to, and how much more than it was packed once it is past kFreeBytes: text and
// XML shrink to a twentieth, a bomb to a thousandth.
constexpr std::uint32_t kMostMemberBytes = sizeof(void*) == 4 ? 64u << 20 : 256u << 20;
constexpr std::uint32_t kFreeBytes = 4u << 20;
constexpr std::uint32_t kMostRatio = 200;

class ZipArchive {
 public:
  // Reads the directory; `bytes` must outlive the archive. Fails without one, over kMostZipMembers, and for
  // archives in several parts or of 4 GiB and more.
  static Result<ZipArchive> open(std::string_view bytes);

  const std::vector<ZipMember>& members() const noexcept { return members_; }
  const ZipMember* find(std::string_view name) const noexcept;

  // Unpacks a member, stored or deflated, and checks its length and CRC.
  Result<std::string> extract(const ZipMember& member) const;
  // The same as well-formed UTF-8: XML is UTF-8 unless a mark says UTF-16 (XML 1.0, section 4.3.3).
  Result<std::string> extract_xml(const ZipMember& member) const;
  // The first bytes of a member, at most `most`; empty where it can't be unpacked.
  std::string peek(const ZipMember& member, std::size_t most) const;

 private:
  Result<std::string> unpack(const ZipMember& member, std::size_t most) const;
  Error broken(const ZipMember& member, MessageName what) const;

  std::string_view bytes_;
  std::vector<ZipMember> members_;
};

// Starts as a zip archive does.
inline bool is_zip(std::string_view bytes) noexcept {
  return bytes.substr(0, 4) == std::string_view("PK\x03\x04", 4);
}
// The archive's first 64 KiB or its directory name this member; for sniffing.
bool zip_names(std::string_view bytes, std::string_view member) noexcept;

}  // namespace visavis
