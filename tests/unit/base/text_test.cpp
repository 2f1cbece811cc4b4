#include "base/text.h"

#include <doctest/doctest.h>

#include <vector>

#include "base/json_out.h"
#include "base/time.h"

using namespace visavis;
using namespace std::string_literals;

namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> found;
  Lines lines(text);
  for (Span line; lines.next(line);) {
    found.emplace_back(slice(text, line));
    CHECK(lines.number() == found.size());
  }
  return found;
}

std::int64_t clock_ms(std::string_view text, std::size_t used) {
  std::int64_t ms = kNoTime;
  CHECK(parse_clock(text, ms) == used);
  return ms;
}

std::int64_t seconds_ms(std::string_view text) {
  std::int64_t ms = kNoTime;
  return parse_seconds(text, ms) ? ms : kNoTime;
}

}  // namespace

TEST_CASE("ill-formed UTF-8 decodes as U+FFFD, a byte at a time") {
  // Overlong, surrogate, past U+10FFFF, cut off, stray continuation, never a lead.
  for (const std::string_view bytes :
       {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80", "\xFF"}) {
    std::size_t at = 0;
    CHECK(next_code_point(bytes, at) == kReplacement);
    CHECK(at == 1);
    CHECK(find_invalid_utf8(bytes) == 0);
    at = bytes.size();
    CHECK(previous_code_point(bytes, at) == kReplacement);
    CHECK(at == bytes.size() - 1);
  }
  std::size_t at = 0;
  CHECK(next_code_point("", at) == kReplacement);
  CHECK(at == 0);
  CHECK(previous_code_point("a", at) == kReplacement);
  CHECK(at == 0);
}

TEST_CASE("code points survive being written and read in both directions") {
  for (const char32_t c : {U'a', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xD7FF', U'\xE000', U'\xFFFD',
                           U'\x10000', U'\x10FFFF'}) {
    std::string text;
    append_utf8(text, c);
    CHECK(find_invalid_utf8(text) == std::string::npos);
    std::size_t at = 0;
    CHECK(next_code_point(text, at) == c);
    CHECK(at == text.size());
    CHECK(previous_code_point(text, at) == c);
    CHECK(at == 0);
    CHECK(utf16_length(text) == (c > 0xFFFF ? 2 : 1));
  }
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  CHECK(text == "\uFFFD\uFFFD");
}

TEST_CASE("a maximal ill-formed part becomes one U+FFFD") {
  CHECK(sanitize_utf8("a\xE2\x82z") == "a\uFFFDz");
  CHECK(sanitize_utf8("\xF0\x9F\x98") == "\uFFFD");
  CHECK(sanitize_utf8("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
  CHECK(sanitize_utf8("é漢😀") == "é漢😀");
}

TEST_CASE("white space of every kind is trimmed and collapsed") {
  CHECK(trim("\u00A0 \t\u3000a b\u2003\uFEFF\n") == "a b");
  CHECK(trim(" \n ").empty());
  CHECK(trim("").empty());
  CHECK(trim("xx  y  xx", Span{2, 7}) == Span{4, 5});
  CHECK(trim("x   x", Span{1, 4}).empty());
  CHECK(collapse_spaces(" a \n\t b\u00A0\u00A0c ") == "a b c");
  CHECK(collapse_spaces("\u2003").empty());
}

TEST_CASE("ASCII case is ignored, other case folded") {
  CHECK(equals_ignoring_ascii_case("WebVTT", "webvtt"));
  CHECK_FALSE(equals_ignoring_ascii_case("web", "webv"));
  CHECK_FALSE(equals_ignoring_ascii_case("[", "{"));
  CHECK(starts_with_ignoring_ascii_case("SPEAKER one", "speaker"));
  CHECK_FALSE(starts_with_ignoring_ascii_case("sp", "speaker"));
  CHECK(fold_case("ÉTÉ Ω") == "été ω");
}

TEST_CASE("lines end at LF, CR LF and CR") {
  CHECK(lines_of("a\nb\r\nc\rd") == std::vector{"a"s, "b"s, "c"s, "d"s});
  CHECK(lines_of("a\n\n\r\rb\n") == std::vector{"a"s, ""s, ""s, ""s, "b"s});
  CHECK(lines_of("\n").size() == 1);
  CHECK(lines_of("").empty());
}

TEST_CASE("clock times") {
  CHECK(clock_ms("0:22", 4) == 22'000);
  CHECK(clock_ms("75:00", 5) == 4'500'000);
  CHECK(clock_ms("1:02:03.5", 9) == 3'723'500);
  CHECK(clock_ms("00:00:01,2504 x", 13) == 1'250);
  CHECK(clock_ms("0:00.9995", 9) == 1'000);
  CHECK(clock_ms("100:00:00]", 9) == 360'000'000);
  CHECK(clock_ms("0:07.", 4) == 7'000);
  for (const char* none : {"", "12", "12.5", ":12", "0:60", "0:123", "1:61:00", "-0:10", "2000000000:00"}) {
    CAPTURE(none);
    CHECK(clock_ms(none, 0) == kNoTime);
  }
}

TEST_CASE("seconds") {
  CHECK(seconds_ms("12") == 12'000);
  CHECK(seconds_ms("12.3456") == 12'346);
  CHECK(seconds_ms("-0.0005") == -1);
  CHECK(seconds_ms(".5") == 500);
  CHECK(seconds_ms("1.2e3") == 1'200'000);
  CHECK(seconds_ms("1.23456789e3") == 1'234'568);
  CHECK(seconds_ms("1234567e-3") == 1'234'567);
  CHECK(seconds_ms("1." + std::string(60, '0') + "e1") == 10'000);
  for (const char* none : {"", ".", "-", "1x", "1e", "1e99", "1e999", "0x10", " 1", "9999999999999999"}) {
    CAPTURE(none);
    CHECK(seconds_ms(none) == kNoTime);
  }
  CHECK(ms_from_seconds(0.0015) == 2);
  CHECK(ms_from_seconds(-1.5) == -1'500);
  CHECK(ms_from_seconds(1e300) == kNoTime);
  CHECK(ms_from_seconds(std::numeric_limits<double>::quiet_NaN()) == kNoTime);
}

TEST_CASE("times are written for machines and for people") {
  CHECK(format_clock(3'723'045) == "01:02:03.045");
  CHECK(format_clock(-500, ',') == "-00:00:00,500");
  CHECK(format_clock(360'000'000) == "100:00:00.000");
  CHECK(format_short(22'999) == "0:22");
  CHECK(format_short(725'000) == "12:05");
  CHECK(format_short(3'723'000) == "1:02:03");
  // The extremes are written too.
  CHECK(format_clock(std::numeric_limits<std::int64_t>::min()).front() == '-');
  CHECK(format_short(std::numeric_limits<std::int64_t>::max()).size() < 32);
}

TEST_CASE("JSON is valid whatever it is given") {
  JsonOut out;
  out.begin_object().field("a\"\\", "\n\t\x01\x7F\xFF é").key("n").begin_array();
  out.value(1.5, 3).value(2.0, 2).value(-0.001, 2).value(1e300, 2).value(std::int64_t{-7}).value(true);
  out.value(std::numeric_limits<double>::infinity(), 1).null().begin_array().end_array();
  out.end_array().key("o").begin_object().end_object().end_object();
  CHECK(out.text() ==
        "{\"a\\\"\\\\\":\"\\n\\t\\u0001\\u007f\uFFFD é\",\"n\":[1.5,2,0,null,-7,true,null,null,[]],"
        "\"o\":{}}");
  JsonOut rows;
  rows.begin_array().newline().value(1).newline().value(2).end_array();
  CHECK(rows.text() == "[\n1,\n2]");
}
