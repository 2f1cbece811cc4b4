#include <doctest/doctest.h>

#include "base/base64.h"
#include "base/text.h"
#include "model/record.h"
#include "offline/offline_page.h"
#include "readers/registry.h"
#include "support/files.h"
#include "support/talk.h"
#include "writers/inspect_writer.h"

using namespace visavis;

namespace {

constexpr std::string_view kTemplate =
    "<!doctype html>\n<meta name=\"generator\" content=\"Vis-à-vis offline copy\">\n<!--vis-a-vis:head-->\n"
    "<body>\n<!--vis-a-vis:body-->\n<script>\"<article id=\\\"transcript\\\"\"</script>\n";

std::string page_of(Transcript transcript, std::string_view view = {}) {
  const Result<std::string> page = write_offline_page(make_document(std::move(transcript)), kTemplate, view);
  REQUIRE(page);
  return *page;
}

std::string inspected(const Transcript& transcript) { return write_inspect(transcript, analyse(transcript)); }

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

Transcript hostile() {
  Transcript t = make_talk(
      {{"#", "<script>alert(1)</script>"},
       {"<img src=x onerror=alert(2)>", "</p></article><script>alert(3)</script> &amp; &lt; &nbsp;"},
       {"A\" onclick=\"alert(4)", "<!-- <br> <p class=\"words\">\n\n two\r\nlines \xC2\xA0 & tail  "},
       {"", std::string_view("a\0b", 3)}});
  t.has_title = true;
  t.title = "</title><script>alert(5)</script>";
  t.language = "en\" onload=\"alert(6)";
  t.report.format = "whisper";
  t.report.encoding = "utf-8";
  return t;
}

}  // namespace

TEST_CASE("base64 gives back what it was given, and refuses what it did not write") {
  std::string bytes, back;
  for (int length = 0; length < 9; ++length) {
    CHECK(from_base64(to_base64(bytes), back));
    CHECK(back == bytes);
    bytes += static_cast<char>(250 + length);
  }
  CHECK(to_base64("Ma") == "TWE=");
  CHECK(to_base64url("\xFB\xFF") == "-_8");
  CHECK(!from_base64("TW E=", back));
  CHECK(!from_base64("TWEaB", back));
}

TEST_CASE("an offline copy reads as the transcript it was made from, corrections included") {
  for (const char* name :
       {"the-lighthouse-keeper.txt", "one-oven.vtt", "half-day-teahouse.txt", "the-bell-founder.md"}) {
    CAPTURE(name);
    const auto bytes = test::read_file(test::source_dir() + "/assets/samples/" + name);
    REQUIRE(bytes);
    Result<Transcript> read = read_transcript(*bytes);
    REQUIRE(read);
    const std::string expected = inspected(*read), page = page_of(*read, "turn=3&q=\"a\"");
    CHECK(page_of(*read, "turn=3&q=\"a\"") == page);
    const Result<Transcript> again = read_transcript(page);
    REQUIRE(again);
    CHECK(inspected(*again) == expected);
    CHECK(again->report.confidence == read->report.confidence);
    CHECK(page_of(*again) == page_of(*read));
    ReadOptions renamed;
    renamed.corrections.speakers = {{0, kNone, "Somebody Else"}};
    const Result<Transcript> corrected = read_transcript(page, renamed),
                             original = read_transcript(*bytes, renamed);
    REQUIRE(corrected);
    CHECK(inspected(*corrected) == inspected(*original));
  }
}

TEST_CASE("words stand in an offline copy once, and nothing of them is markup") {
  const Transcript t = hostile();
  const std::string page = page_of(t, "\"><script>alert(7)</script>");
  CHECK(count(page, "alert(3)") == 1);
  CHECK(count(page, "<script>") == 1);  // the template's own
  CHECK(count(page, "<img") == 0);
  CHECK(count(page, " onclick=\"") == count(page, ">A\" onclick=\"alert(4)</"));  // text of an element
  CHECK(count(page, " onload=\"") == 0);
  CHECK(count(page, "<h1") == 1);
  CHECK(page.find('\0') == page.npos);
  const Result<Transcript> again = read_transcript(page);
  REQUIRE(again);
  REQUIRE(again->turns.size() == t.turns.size());
  for (std::size_t i = 0; i < 2; ++i) CHECK(again->text_of(again->turns[i]) == t.text_of(t.turns[i]));
  CHECK(again->text_of(again->turns[2]) ==
        "a\x1A"
        "b");
  CHECK(again->title == t.title);
  CHECK(again->report.format == "whisper");
}

TEST_CASE("what a copy leaves to its record: words with times, sources of times, marks, aliases, roles") {
  Transcript t = make_talk({{"Ana", "Where to?", 90, 900}, {"Ben", "There.", 800, -2'000}, {"", "…"}});
  t.words = {{{0, 5}, 90, 400, .5f}, {{6, 9}, kNoTime, 900, -1}};
  t.turns[0].word_count = 2;
  t.turns[1].first_word = 2;
  t.turns[1].marks = kMarkOverlap | kMarkInaudible;
  t.turns[1].end_source = TimeSource::estimated;
  t.turns[2].line = 4'000'000'000;
  t.speakers[0].aliases = {"A.", ""};
  t.speakers[1].role = Role::moderator;
  t.report.entries = {{3, ReportLevel::loss, "code", Message::sentence("A message.")}};
  const std::vector<std::string> words = {"Where to?", "There.", "…"};
  const std::string record = write_record(t);
  const Result<Transcript> read = read_record(record, words);
  REQUIRE(read);
  CHECK(write_record(*read) == record);
  REQUIRE(read->words.size() == 2);
  CHECK(read->words[1].text == Span{6, 9});
  CHECK(read->words[1].start_ms == kNoTime);
  CHECK(read->turns[1].end_source == TimeSource::estimated);
  CHECK(read->turns[2].line == 4'000'000'000);
  SUBCASE("words edited in the copy are read as they are, and it is said") {
    const std::vector<std::string> edited = {"Where on earth to?", "There.", "…"};
    const Result<Transcript> changed = read_record(record, edited);
    REQUIRE(changed);
    CHECK(changed->text_of(changed->turns[0]) == "Where on earth to?");
    CHECK(changed->words.empty());
    CHECK(changed->report.entries.back().code == "copy-edited");
  }
  SUBCASE("a role, a kind of section or a level that there is not is refused") {
    const auto holds = [&](auto change) {
      Transcript odd = t;
      odd.sections = {{"One", SectionKind::heading, 1, kNone, 1, 0, 2}};
      change(odd);
      return static_cast<bool>(read_record(write_record(odd), words));
    };
    CHECK(holds([](Transcript&) {}));
    CHECK(holds([](Transcript& odd) { odd.speakers[0].role = Role::participant; }));
    CHECK(!holds([](Transcript& odd) {
      odd.speakers[0].role = static_cast<Role>(static_cast<int>(Role::participant) + 1);
    }));
    CHECK(holds([](Transcript& odd) { odd.sections[0].kind = SectionKind::derived; }));
    CHECK(!holds([](Transcript& odd) {
      odd.sections[0].kind = static_cast<SectionKind>(static_cast<int>(SectionKind::derived) + 1);
    }));
    CHECK(holds([](Transcript& odd) { odd.report.entries[0].level = ReportLevel::loss; }));
    CHECK(!holds([](Transcript& odd) {
      odd.report.entries[0].level = static_cast<ReportLevel>(static_cast<int>(ReportLevel::loss) + 1);
    }));
  }
  SUBCASE("a record that is cut or changed is refused or holds together") {
    CHECK(!read_record(record, std::vector<std::string>{"Where to?", "There."}));
    std::string bytes;
    REQUIRE(from_base64(record, bytes));
    for (std::size_t end = 0; end < bytes.size(); ++end)
      CHECK(!read_record(to_base64(bytes.substr(0, end)), words));
    for (std::size_t at = 0; at < bytes.size(); ++at)
      for (const int change : {1, 0x40, 0x80, 0xFF}) {
        std::string torn = bytes;
        torn[at] = static_cast<char>(torn[at] ^ change);
        if (const Result<Transcript> odd = read_record(to_base64(torn), words))
          CHECK(!inspected(*odd).empty());
      }
  }
}

TEST_CASE("a copy is titled as the page titles it, and no template is an error that says what to do") {
  CHECK(title_of(make_document(make_talk({{"Ana", "a"}, {"Ben", "b"}}))) == "Ana and Ben");
  CHECK(title_of(make_document(make_talk({{"A", "a"}, {"B", "b"}, {"C", "c"}}))) == "A, B, and C");
  CHECK(title_of(make_document(make_talk({{"A", "a"}, {"B", "b"}, {"C", "c"}, {"D", "d"}}))) ==
        "A, B, and 2 others");
  CHECK(title_of(make_document(make_talk({{"", "a"}}))) == "A text without speakers");
  const Result<std::string> none = write_offline_page(make_document({}), "<html>", {});
  REQUIRE(!none);
  CHECK(english(none.error().message).find("offline.html") != std::string::npos);
  CHECK(read_transcript(page_of({})));
}

TEST_CASE("a locked copy is told from a damaged one") {
  const std::string head = "<!doctype html>\n<meta name=\"generator\" content=\"Vis-à-vis offline copy\">\n";
  const auto said = [&](const std::string& rest) {
    const Result<Transcript> none = read_transcript(head + rest);
    REQUIRE(!none);
    return english(none.error().message);
  };
  CHECK(said("<script id=\"sealed\" type=\"application/vnd.vis-a-vis.locked\">e1.AAAA</script>")
            .find("locked") != std::string::npos);
  CHECK(said("<p>Ada: a word</p>").find("damaged") != std::string::npos);
}

TEST_CASE("a title of any length stands whole in the page alone, not in its head") {
  Transcript t = make_talk({{"Ada", "Hello?"}, {"Ben", "Yes."}});
  t.has_title = true;
  for (int i = 0; i < 5000; ++i) t.title += "é";
  const std::string title = t.title, page = page_of(std::move(t));
  const std::size_t head = page.find("<body>");
  CHECK(head < 1500);
  CHECK(find_invalid_utf8(page) == std::string::npos);
  CHECK(page.substr(0, head).find("é…</title>") != std::string::npos);
  CHECK(count(page, "<h1>" + title + "</h1>") == 1);
}
