#include "base/line_scan.h"

#include <doctest/doctest.h>

#include <string>

using namespace visavis;

namespace {

// The kinds of bytes, said once more and slowly.
std::uint8_t held(std::string_view line) {
  std::uint8_t holds = 0;
  for (const char c : line) {
    if (c == '>') holds |= kHoldsArrowHead;
    if (c == '<') holds |= kHoldsLess;
    if (c == '&') holds |= kHoldsAmpersand;
    if (c == '{' || c == '\\') holds |= kHoldsBrace;
    if (c == ':') holds |= kHoldsColon;
    if (c == '\xEF') holds |= kHoldsWideColon;
  }
  return holds;
}

}  // namespace

TEST_CASE("a line's end and kinds are found wherever they stand in a block") {
  for (std::size_t length = 0; length < 50; ++length) {
    for (int byte = 0; byte < 256; ++byte) {
      if (byte == '\n') continue;
      for (const std::size_t place : {std::size_t{0}, length / 2, length - 1}) {
        if (place >= length) continue;
        std::string line(length, 'a');
        line[place] = static_cast<char>(byte);
        // What follows the line is not the line's.
        const std::string text = "x" + line + "\n<&:>{[\xC3\xA9 and more of it";
        const ScannedLine found = scan_line(text, 1);
        REQUIRE(found.end == 1 + length);
        REQUIRE((found.holds & held(line)) == held(line));
        REQUIRE((found.holds == 0 || byte != 'b'));
        REQUIRE((scan_bytes(line) & held(line)) == held(line));
        REQUIRE(scan_line(line, 0).end == length);
      }
    }
  }
  CHECK(scan_line("", 0).end == 0);
  CHECK(scan_line("plain words of any length, and no sign in them.\n", 0).holds == 0);
}

TEST_CASE("bytes that are not plain are found") {
  for (std::size_t at = 0; at < 40; ++at) {
    for (const char c : {'\r', '\0', '\xC3', '\xFF'}) {
      std::string text(40, 'a');
      text[at] = c;
      CHECK(skip_plain_bytes(text, 0) == at);
      CHECK(find_cr_or_nul(text, 0) == (c == '\r' || c == '\0' ? at : text.size()));
    }
  }
  CHECK(skip_plain_bytes("ab", 2) == 2);
}

TEST_CASE("a byte is found in a text of any length, and only there") {
  for (std::size_t length = 0; length < 50; ++length) {
    const std::string text(length, 'a');
    // What stands behind the text is not looked at.
    const std::string more = text + ":";
    CHECK(find_byte(std::string_view(more).substr(0, length), ':') == length);
    for (std::size_t at = 0; at < length; ++at) {
      std::string marked = text;
      marked[at] = ':';
      CHECK(find_byte(marked, ':') == at);
      marked.back() = ':';
      CHECK(find_byte(marked, ':') == at);
    }
  }
}

TEST_CASE("lines seen as one text") {
  LinesSeen seen;
  CHECK(seen.holds == kHoldsAnything);
  seen.add("words", 0);
  CHECK(seen.holds == 0);
  CHECK(seen.plain_starts);
  seen.add("- more: words", kHoldsColon);
  CHECK(seen.holds == kHoldsColon);
  CHECK_FALSE(seen.plain_starts);
  CHECK(seen.count == 2);
  for (const char* sign : {"", " words", "(A) words", "[A] words", ">> words", "\xC2\xBB words"}) {
    LinesSeen other;
    other.add(sign, 0);
    CHECK_FALSE(other.plain_starts);
  }
}
