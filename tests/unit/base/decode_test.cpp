#include "base/decode.h"

#include <doctest/doctest.h>

#include "base/guess_encoding.h"

using namespace visavis;

namespace {

struct Sample {
  const char* encoding;
  const char* bytes;
};

// Short talks of our own in the encodings that old files have.
constexpr Sample kSamples[] = {
    {"windows-1251",
     "\xC8\xF0\xE8\xED\xE0: \xCA\xEE\xE3\xE4\xE0 \xE2\xFB \xE2\xEF\xE5\xF0\xE2\xFB\xE5 \xF3\xE2\xE8\xE4"
     "\xE5\xEB\xE8 \xFD\xF2\xEE\xF2 \xE7\xE0\xE2\xEE\xE4?\n\xCF\xE0\xE2\xE5\xEB: \xCC\xED\xE5 \xE1\xFB"
     "\xEB\xEE \xF1\xE5\xEC\xFC \xEB\xE5\xF2, \xE8 \xEE\xF2\xE5\xF6 \xEF\xF0\xE8\xE2\xB8\xEB \xEC\xE5\xED"
     "\xFF \xEA \xE2\xEE\xF0\xEE\xF2\xE0\xEC. \xDF \xE7\xE0\xEF\xEE\xEC\xED\xE8\xEB \xF2\xEE\xEB\xFC\xEA"
     "\xEE \xF8\xF3\xEC.\n"},
    {"koi8-r",
     "\xE9\xD2\xC9\xCE\xC1: \xEB\xCF\xC7\xC4\xC1 \xD7\xD9 \xD7\xD0\xC5\xD2\xD7\xD9\xC5 \xD5\xD7\xC9\xC4"
     "\xC5\xCC\xC9 \xDC\xD4\xCF\xD4 \xDA\xC1\xD7\xCF\xC4?\n\xF0\xC1\xD7\xC5\xCC: \xED\xCE\xC5 \xC2\xD9"
     "\xCC\xCF \xD3\xC5\xCD\xD8 \xCC\xC5\xD4, \xC9 \xCF\xD4\xC5\xC3 \xD0\xD2\xC9\xD7\xA3\xCC \xCD\xC5\xCE"
     "\xD1 \xCB \xD7\xCF\xD2\xCF\xD4\xC1\xCD. \xF1 \xDA\xC1\xD0\xCF\xCD\xCE\xC9\xCC \xD4\xCF\xCC\xD8\xCB"
     "\xCF \xDB\xD5\xCD.\n"},
    {"windows-1255",
     "\xE3\xF0\xE4: \xEE\xFA\xE9 \xF8\xE0\xE9\xFA \xE0\xFA \xE4\xE9\xED \xE1\xF4\xF2\xED \xE4\xF8\xE0\xF9"
     "\xE5\xF0\xE4?\n\xE9\xE5\xF1\xE9: \xE4\xE9\xE9\xFA\xE9 \xE9\xEC\xE3 \xF7\xE8\xEF, \xE0\xE1\xE0 \xF9"
     "\xEC\xE9 \xEC\xF7\xE7 \xE0\xE5\xFA\xE9 \xEC\xE7\xE5\xF3 \xE1\xE9\xE5\xED \xF9\xE9\xF9\xE9.\n"},
    {"windows-1256",
     "\xE1\xED\xE1\xEC: \xE3\xCA\xEC \xD1\xC3\xED\xCA \xC7\xE1\xC8\xCD\xD1 \xE1\xE1\xE3\xD1\xC9 \xC7\xE1"
     "\xC3\xE6\xE1\xEC\xBF\n\xD3\xC7\xE3\xED: \xDF\xE4\xCA \xD8\xDD\xE1\xC7 \xD5\xDB\xED\xD1\xC7 \xE6\xC3"
     "\xCE\xD0\xE4\xED \xC3\xC8\xED \xC5\xE1\xEC \xC7\xE1\xD4\xC7\xD8\xC6 \xDD\xED \xED\xE6\xE3 \xC7\xE1"
     "\xCC\xE3\xDA\xC9.\n"},
    {"shift_jis",
     "\x8ER\x93"
     "c\x81"
     "F\x8D\xC5\x8F\x89\x82\xC9\x8A"
     "C\x82\xF0\x8C\xA9\x82\xBD\x82\xCC\x82\xCD\x82\xA2"
     "\x82\xC2\x82\xC5\x82\xB7\x82\xA9\x81"
     "B\n\x97\xE9\x96\xD8\x81"
     "F\x8E\xB5\x8D\xCE\x82\xCC\x82\xC6"
     "\x82\xAB\x82\xC5\x82\xB7\x81"
     "B\x95\x83\x82\xAA\x98"
     "A\x82\xEA\x82\xC4\x8Ds\x82\xC1\x82\xC4\x82\xAD"
     "\x82\xEA\x82\xDC\x82\xB5\x82\xBD\x81"
     "B\n"},
    {"euc-jp",
     "\xBB\xB3\xC5\xC4\xA1\xA7\xBA\xC7\xBD\xE9\xA4\xCB\xB3\xA4\xA4\xF2\xB8\xAB\xA4\xBF\xA4\xCE\xA4\xCF"
     "\xA4\xA4\xA4\xC4\xA4\xC7\xA4\xB9\xA4\xAB\xA1\xA3\n\xCE\xEB\xCC\xDA\xA1\xA7\xBC\xB7\xBA\xD0\xA4\xCE"
     "\xA4\xC8\xA4\xAD\xA4\xC7\xA4\xB9\xA1\xA3\xC9\xE3\xA4\xAC\xCF\xA2\xA4\xEC\xA4\xC6\xB9\xD4\xA4\xC3"
     "\xA4\xC6\xA4\xAF\xA4\xEC\xA4\xDE\xA4\xB7\xA4\xBF\xA1\xA3\n"},
    {"gb18030",
     "\xC0\xEE\xC3\xB7\xA3\xBA\xC4\xE3\xB5\xDA\xD2\xBB\xB4\xCE\xBF\xB4\xB5\xBD\xB4\xF3\xBA\xA3\xCA\xC7"
     "\xCA\xB2\xC3\xB4\xCA\xB1\xBA\xF2\xA3\xBF\n\xCD\xF5\xC7\xBF\xA3\xBA\xCE\xD2\xC6\xDF\xCB\xEA\xB5\xC4"
     "\xCA\xB1\xBA\xF2\xA3\xAC\xB8\xB8\xC7\xD7\xB4\xF8\xCE\xD2\xC8\xA5\xC1\xCB\xBA\xA3\xB1\xDF\xA1\xA3"
     "\n"},
    {"big5",
     "\xA7\xF5\xB1\xF6\xA1G\xA7"
     "A\xB2\xC4\xA4@\xA6\xB8\xAC\xDD\xA8\xEC\xA4j\xAE\xFC\xACO\xA4\xB0\xBB\xF2"
     "\xAE\xC9\xAD\xD4\xA1H\n\xA4\xFD\xB1j\xA1G\xA7\xDA\xA4"
     "C\xB7\xB3\xAA\xBA\xAE\xC9\xAD\xD4\xA1"
     "A\xA4"
     "\xF7\xBF\xCB\xB1"
     "a\xA7\xDA\xA5h\xA4"
     "F\xAE\xFC\xC3\xE4\xA1"
     "C\n"},
    {"euc-kr",
     "\xB9\xCE\xC1\xF6: \xB9\xD9\xB4\xD9\xB8\xA6 \xC3\xB3\xC0\xBD \xBA\xBB \xB0\xCD\xC0\xBA \xBE\xF0\xC1"
     "\xA6\xBF\xB4\xB3\xAA\xBF\xE4?\n\xC1\xD8\xC8\xA3: \xC0\xCF\xB0\xF6 \xBB\xEC \xB6\xA7\xBF\xB4\xBE\xEE"
     "\xBF\xE4. \xBE\xC6\xB9\xF6\xC1\xF6\xB0\xA1 \xB5\xA5\xB7\xC1\xB0\xA1 \xC1\xD6\xBC\xCC\xBD\xC0\xB4"
     "\xCF\xB4\xD9.\n"},
    {"windows-1252",
     "Zo\xE9 : O\xF9 \xE9tiez-vous \xE0 l\x92\xE9poque ?\n\xC9ric : \xC0 N\xEEmes, chez ma grand-m\xE8"
     "re\x85 \xAB d\xE9j\xE0 \xBB, disait-elle.\n"},
    {"windows-1252",
     "J\xF6rg: Wann h\xF6rten Sie das zuerst?\nB\xE4rbel: Fr\xFCher, glaube ich \x96 im M\xE4rz, w\xE4"
     "hrend der \x84gro\xDF"
     "en\x93 D\xFCrre.\n"},
    {"windows-1252",
     "Ann: Didn\x92t you say \x93no\x94?\nBob: I\x92ve said that I\x92"
     "d think about it \x96 that\x92"
     "s all.\n"},
    {"windows-1252",
     "\xCD\xF1igo: \xBF"
     "Cu\xE1ndo lleg\xF3 usted aqu\xED?\n\xC1ngel: \xA1Hace a\xF1os! Viv\xED"
     "a en "
     "la monta\xF1"
     "a.\n"},
};

bool notes_encoding(std::string_view label, std::string_view, std::string& utf8) {
  utf8 = "decoded from " + std::string(label);
  return true;
}

}  // namespace

TEST_CASE("legacy encodings are told apart by evidence") {
  for (const Sample& sample : kSamples) {
    CAPTURE(sample.encoding);
    CAPTURE(sample.bytes);
    CHECK(guess_legacy_encoding(sample.bytes) == sample.encoding);
    // A cut in the middle of a character does not matter.
    const std::string_view bytes = sample.bytes;
    CHECK(guess_legacy_encoding(bytes.substr(0, bytes.size() - 2)) == sample.encoding);
    const Result<DecodedText> decoded = decode_text(bytes, notes_encoding);
    REQUIRE(decoded);
    CHECK(decoded->encoding == sample.encoding);
    CHECK(!decoded->declared);
    if (decoded->encoding != "windows-1252")
      CHECK(decoded->text == "decoded from " + std::string(sample.encoding));
  }
}

TEST_CASE("a legacy encoding without a decoder is refused by name") {
  const Result<DecodedText> decoded = decode_text(kSamples[0].bytes);
  REQUIRE(!decoded);
  CHECK(decoded.error().code == ErrorCode::bad_encoding);
  CHECK(english(decoded.error().message).find("windows-1251") != std::string::npos);
}

TEST_CASE("a declaration goes before evidence, whatever it calls the encoding") {
  const Result<DecodedText> decoded = decode_text(kSamples[0].bytes, notes_encoding, "KOI8");
  REQUIRE(decoded);
  CHECK(decoded->encoding == "koi8-r");
  CHECK(decoded->declared);
  CHECK(decode_text("Zo\xE9", nullptr, "Latin1")->text == "Zo\xC3\xA9");
  CHECK(decode_text("Zo\xE9", nullptr, "utf-8")->encoding == "windows-1252");
}

TEST_CASE("damaged UTF-8 stays UTF-8 and says where it is damaged") {
  const Result<DecodedText> decoded =
      decode_text("\xD0\x98\xD1\x80\xD0\xB8\xD0\xBD\xD0\xB0\r\n\xFF!", notes_encoding);
  REQUIRE(decoded);
  CHECK(decoded->encoding == "utf-8");
  CHECK(decoded->replaced == 1);
  CHECK(decoded->first_replaced_line == 2);
}

TEST_CASE("UTF-16 with and without a mark") {
  const std::string_view little(
      "\xFF\xFE"
      "A\0\r\0\n\0\x10\x04",
      10);
  CHECK(decode_text(little)->text == "A\n\xD0\x90");
  const std::string_view big("\0A\0 \0B\0\n\0C", 10);
  CHECK(decode_text(big)->encoding == "utf-16be");
  CHECK(decode_text(big)->text == "A B\nC");
}

TEST_CASE("UTF-32 with a mark") {
  using namespace std::string_view_literals;
  const Result<DecodedText> little = decode_text("\xFF\xFE\0\0A\0\0\0\n\0\0\0\x10\x04\0\0\x9F\xF6\x01\0!"sv);
  CHECK(little->encoding == "utf-32le");
  CHECK(little->text == "A\n\xD0\x90\xF0\x9F\x9A\x9F\uFFFD");
  const Result<DecodedText> big = decode_text("\0\0\xFE\xFF\0\0\0A\x7F\0\0\0"sv);
  CHECK(big->encoding == "utf-32be");
  CHECK(big->text == "A\uFFFD");
}

TEST_CASE("line ends become LF, NUL becomes U+FFFD") {
  CHECK(decode_text("a\rb\r\nc\n\rd")->text == "a\nb\nc\n\nd");
  CHECK(decode_text(std::string_view("a\0b", 3))->text ==
        "a\xEF\xBF\xBD"
        "b");
}

TEST_CASE("a byte order mark is taken off, and windows-1252 needs no decoder") {
  const Result<DecodedText> marked = decode_text("\xEF\xBB\xBF\xC3\xA9\n");
  CHECK(marked->text == "é\n");
  CHECK(marked->encoding == "utf-8");
  CHECK(marked->declared);
  const Result<DecodedText> latin = decode_text(
      "A: \x93"
      "Caf\xE9\x94 \x96 na\xEFve\r",
      nullptr, "iso-8859-1");
  CHECK(latin->text == "A: “Café” – naïve\n");
  CHECK(latin->encoding == "windows-1252");
  const std::string_view big("\xFE\xFF\xD8\x3D\xDE\x00\xD8\x3D", 8);
  CHECK(decode_text(big)->text == "😀\uFFFD");
  CHECK(decode_text("")->text.empty());
}

TEST_CASE("a U+FFFD that stands in the file is no loss, a NUL is one") {
  const auto standing = decode_text("Ana: caf\xEF\xBF\xBD\nBen: yes\r\n");
  REQUIRE(standing);
  CHECK(standing->replaced == 0);
  CHECK(standing->text == "Ana: caf\xEF\xBF\xBD\nBen: yes\n");
  using namespace std::string_view_literals;
  const auto nul = decode_text("Ana: caf\xEF\xBF\xBD\rBen: y\0s\r"sv);
  REQUIRE(nul);
  CHECK(nul->replaced == 1);
  CHECK(nul->first_replaced_line == 2);
  CHECK(nul->text == "Ana: caf\xEF\xBF\xBD\nBen: y\xEF\xBF\xBDs\n");
}

TEST_CASE("of an encoding of several bytes one character in fifty may be damaged") {
  const auto guess = [](int characters, int damaged) {
    std::string text;
    for (int i = 0; i < characters; ++i) text += "\xD6\xD0";
    for (int i = 0; i < damaged; ++i) text += "\xFF";
    return guess_legacy_encoding(text);
  };
  CHECK(guess(51, 0) == "gb18030");
  CHECK(guess(51, 2) == "gb18030");
  CHECK(guess(50, 2) != "gb18030");
  CHECK(guess(51, 3) != "gb18030");
  CHECK(guess(1, 0) != "gb18030");  // one stands beside none
}

TEST_CASE("0x80, the euro sign of Western text, speaks for it") {
  // Ten kana of Shift_JIS, each of common use, and a byte that it does not have. As Western text each first
  // byte is a sign, and four of the second ones.
  std::string text = "\x80 ";
  for (int i = 0; i < 4; ++i) text += "\x82\xA0";
  for (int i = 0; i < 6; ++i) text += "\x82\xCC";
  CHECK(guess_legacy_encoding(text) != "shift_jis");
  CHECK(guess_legacy_encoding(text.substr(2)) == "shift_jis");
}
