#include "cli/legacy_decoder.h"

#include <iconv.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/text.h"
#include "cli/legacy_differences.h"

namespace visavis::cli {
namespace {

using Byte = unsigned char;

enum class Kind { single_byte, shift_jis, euc_jp, gb18030, big5, euc_kr, other };

// The names under which iconv keeps the tables that the standard describes: Shift_JIS as Windows has it,
// Big5 with the Hong Kong characters, EUC-KR with the extension of code page 949.
struct Encoding {
  std::string_view whatwg;
  const char* iconv;
  Kind kind;
};
constexpr Encoding kEncodings[] = {
    {"windows-1251", "CP1251", Kind::single_byte},
    {"windows-1250", "CP1250", Kind::single_byte},
    {"windows-1253", "CP1253", Kind::single_byte},
    {"windows-1254", "CP1254", Kind::single_byte},
    {"windows-1257", "CP1257", Kind::single_byte},
    {"windows-874", "CP874", Kind::single_byte},
    {"iso-8859-2", "ISO-8859-2", Kind::single_byte},
    {"iso-8859-5", "ISO-8859-5", Kind::single_byte},
    {"iso-8859-6", "ISO-8859-6", Kind::single_byte},
    {"iso-8859-7", "ISO-8859-7", Kind::single_byte},
    {"iso-8859-13", "ISO-8859-13", Kind::single_byte},
    {"iso-8859-15", "ISO-8859-15", Kind::single_byte},
    {"ibm866", "CP866", Kind::single_byte},
    {"macintosh", "MACINTOSH", Kind::single_byte},
    {"x-mac-cyrillic", "MAC-CYRILLIC", Kind::single_byte},
    {"koi8-u", "KOI8-U", Kind::single_byte},
    {"koi8-r", "KOI8-R", Kind::single_byte},
    {"windows-1255", "CP1255", Kind::single_byte},
    {"windows-1256", "CP1256", Kind::single_byte},
    {"shift_jis", "CP932", Kind::shift_jis},
    {"euc-jp", "EUC-JP-MS", Kind::euc_jp},
    {"gb18030", "GB18030", Kind::gb18030},
    {"big5", "BIG5-HKSCS", Kind::big5},
    {"euc-kr", "CP949", Kind::euc_kr},
};

class Converter {
 public:
  explicit Converter(const char* name) : state_(iconv_open("UTF-8", name)) {}
  ~Converter() {
    if (is_open()) iconv_close(state_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  bool is_open() const { return state_ != reinterpret_cast<iconv_t>(-1); }

  // One character of at most four bytes, as UTF-8; empty where the bytes have no meaning. What iconv holds
  // back in case that a mark follows is flushed, so no letter is joined with its point.
  std::string one(std::string_view bytes) {
    iconv(state_, nullptr, nullptr, nullptr, nullptr);
    char block[32];
    char* in = const_cast<char*>(bytes.data());  // iconv's signature; it does not write there
    char* out = block;
    std::size_t in_left = bytes.size(), out_left = sizeof block;
    if (iconv(state_, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1) || in_left) return {};
    iconv(state_, nullptr, nullptr, &out, &out_left);
    return std::string(block, sizeof block - out_left);
  }

 private:
  iconv_t state_;
};

bool within(Byte c, Byte low, Byte high) { return c >= low && c <= high; }

bool is_lead(Kind kind, Byte c) {
  switch (kind) {
    case Kind::shift_jis:
      return within(c, 0x81, 0x9F) || within(c, 0xE0, 0xFC);
    case Kind::euc_jp:
      return c == 0x8E || c == 0x8F || within(c, 0xA1, 0xFE);
    default:
      return within(c, 0x81, 0xFE);
  }
}

// Bytes past ASCII that are characters of their own in the standard's decoders.
char32_t lone_byte(Kind kind, Byte c) {
  if (kind == Kind::shift_jis && c == 0x80) return c;
  if (kind == Kind::shift_jis && within(c, 0xA1, 0xDF)) return 0xFF61u + c - 0xA1u;
  if (kind == Kind::gb18030 && c == 0x80) return 0x20AC;
  return 0;
}

// What the standard has for a pair of bytes where iconv has something else; 0 where they agree.
char32_t meaning_of(Kind kind, unsigned pair) {
  if (kind == Kind::big5 && pair >= 0xA3C0 && pair <= 0xA3DF) return 0x2400 + (pair - 0xA3C0);
  std::span<const PairMeaning> differences;
  if (kind == Kind::gb18030) differences = kGb18030Differences;
  if (kind == Kind::big5) differences = kBig5Differences;
  const auto found =
      std::lower_bound(differences.begin(), differences.end(), pair,
                       [](const PairMeaning& entry, unsigned wanted) { return entry.pair < wanted; });
  return found != differences.end() && found->pair == pair ? found->code_point : 0;
}

// Walks one text. The structure is the standard's (WHATWG Encoding, sections 10 to 13): a pair without a
// meaning is one U+FFFD, and a trail of ASCII in it is read again as what it is.
class Decoder {
 public:
  Decoder(const Encoding& encoding, Converter& converter)
      : encoding_(encoding.whatwg),
        kind_(encoding.kind),
        converter_(converter),
        second_(encoding.kind == Kind::big5 ? "CP950" : "CP932"),
        known_(0x10000) {}

  void run(std::string_view bytes, std::string& utf8) {
    for (std::size_t at = 0; at < bytes.size();) {
      const Byte c = static_cast<Byte>(bytes[at]);
      if (c < 0x80) {
        utf8 += bytes[at++];
      } else if (kind_ == Kind::single_byte) {
        utf8 += single(c);
        ++at;
      } else if (const char32_t lone = lone_byte(kind_, c)) {
        append_utf8(utf8, lone);
        ++at;
      } else if (!is_lead(kind_, c)) {
        append_utf8(utf8, kReplacement);
        ++at;
      } else {
        at += longer(bytes.substr(at), utf8);
      }
    }
  }

 private:
  const std::string& known(std::size_t index, std::string_view bytes, Converter& converter) {
    std::string& entry = known_[index];
    if (entry.empty()) entry = converter.one(bytes);
    return entry;
  }

  // Bytes without a meaning in 80..9F are control characters, others U+FFFD, as in the standard's indexes.
  const std::string& single(Byte c) {
    const char byte = static_cast<char>(c);
    std::string& entry = known_[c];
    if (entry.empty()) entry = converter_.one({&byte, 1});
    if (entry.empty() && encoding_ == "windows-1255" && c == 0xCA) append_utf8(entry, 0x05BA);
    if (entry.empty()) append_utf8(entry, c < 0xA0 ? static_cast<char32_t>(c) : kReplacement);
    return entry;
  }

  // A character of two bytes or more, of which the first may lead one; returns the bytes used.
  std::size_t longer(std::string_view bytes, std::string& utf8) {
    const auto byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<Byte>(bytes[i]) : Byte{0}; };
    if (kind_ == Kind::gb18030 && within(byte(1), 0x30, 0x39)) {
      if (within(byte(2), 0x81, 0xFE) && within(byte(3), 0x30, 0x39)) {
        const std::string four = converter_.one(bytes.substr(0, 4));
        if (!four.empty()) {
          utf8 += four;
          return 4;
        }
      }
      append_utf8(utf8, kReplacement);
      return 1;
    }
    if (kind_ == Kind::euc_jp && byte(0) == 0x8F && within(byte(1), 0xA1, 0xFE)) {
      const std::string three =
          within(byte(2), 0xA1, 0xFE) ? converter_.one(bytes.substr(0, 3)) : std::string();
      if (three.empty())
        append_utf8(utf8, kReplacement);
      else
        utf8 += three;
      return bytes.size() < 3 || byte(2) < 0x80 ? 2 : 3;
    }
    const std::string& two = pair(bytes.substr(0, 2));
    if (two.empty())
      append_utf8(utf8, kReplacement);
    else
      utf8 += two;
    return bytes.size() < 2 || (two.empty() && byte(1) < 0x80) ? 1 : 2;
  }

  const std::string& pair(std::string_view bytes) {
    static const std::string none;
    if (bytes.size() < 2) return none;
    const Byte lead = static_cast<Byte>(bytes[0]), trail = static_cast<Byte>(bytes[1]);
    const std::size_t index = static_cast<std::size_t>(lead) << 8 | trail;
    if (std::string& entry = known_[index]; entry.empty())
      if (const char32_t meaning = meaning_of(kind_, static_cast<unsigned>(index)))
        append_utf8(entry, meaning);
    // The symbols of Big5 are the standard's as Windows has them.
    if (kind_ == Kind::big5 && within(lead, 0xA1, 0xA3)) return known(index, bytes, second_);
    if (kind_ != Kind::euc_jp || lead == 0x8E) return known(index, bytes, converter_);
    if (lead == 0x8F || trail < 0xA1 || trail == 0xFF) return none;
    // The same row and cell in Shift_JIS, whose table holds the rows that NEC and IBM added.
    const unsigned row = lead - 0xA1u, cell = trail - 0xA1u;
    const char shifted[2] = {static_cast<char>(row / 2 + (row < 62 ? 0x81 : 0xC1)),
                             static_cast<char>(row % 2 ? cell + 0x9F : cell + (cell < 63 ? 0x40 : 0x41))};
    return known(index, {shifted, 2}, second_);
  }

  std::string_view encoding_;
  Kind kind_;
  Converter& converter_;
  Converter second_;                // a table that holds what the first lacks
  std::vector<std::string> known_;  // by byte or pair of bytes, empty until asked for
};

}  // namespace

bool decode_with_iconv(std::string_view label, std::string_view bytes, std::string& utf8) {
  const std::string own(label);
  Encoding encoding{label, own.c_str(), Kind::other};
  for (const Encoding& known : kEncodings)
    if (known.whatwg == label) encoding = known;
  Converter converter(encoding.iconv);
  if (!converter.is_open()) return false;
  utf8.clear();
  utf8.reserve(bytes.size() + bytes.size() / 2);
  Decoder(encoding, converter).run(bytes, utf8);
  return true;
}

}  // namespace visavis::cli
