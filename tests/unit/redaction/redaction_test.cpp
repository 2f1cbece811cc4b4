// Less than the whole: what is taken out, and that nothing of it is left in whatever is written.
#include "redaction/redaction.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "analysis/analysis.h"
#include "base/base64.h"
#include "offline/offline_page.h"
#include "readers/registry.h"
#include "redaction/forms.h"
#include "redaction/leaks.h"
#include "redaction/redacted_file.h"
#include "writers/link_writer.h"
#include "writers/writers.h"

using namespace visavis;

namespace {

constexpr const char* kTalk =
    "# Ada Lovelace at the loom\n"
    "\n"
    "Dr. Ada Lovelace: Good morning, Jonas. I am Ada, and this is Ada's loom.\n"
    "Jonas O'Brien: Thank you, Miss Lovelace. The Lovelaces wove here, ada-lovelace@loom.example says so.\n"
    "Dr. Ada Lovelace: Canada bought it. ADA, they said, A. Lovelace, will you weave? Adam was there, and "
    "O\xE2\x80\x99"
    "Briens.\n"
    "Jonas O'Brien: Then Jonas, that is me, asked: why? Ada Lovelace knew. Zürich is far.\n";

Transcript reading(std::string_view text) {
  Result<Transcript> read = read_transcript(text);
  REQUIRE(read);
  return *std::move(read);
}

Redacted less(const Transcript& transcript, std::string_view lines) {
  Redaction redaction;
  REQUIRE(parse_redaction(lines, redaction));
  Result<Redacted> out = redact(transcript, analyse(transcript).roles, redaction);
  REQUIRE(out);
  return *std::move(out);
}

std::string text_of(const Redacted& redacted) {
  return write_text(redacted.transcript, analyse(redacted.transcript)).bytes;
}

std::string words_of(const Redacted& redacted, std::size_t turn) {
  return std::string(redacted.transcript.text_of(redacted.transcript.turns.at(turn)));
}

bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

std::size_t leaks(std::string_view bytes, std::string_view words) {
  Forms forms;
  forms.add_words(words, 0);
  return count_leaks(bytes, forms).at(0);
}

}  // namespace

TEST_CASE("people get the same other name in labels, words, titles and the file's name") {
  const Redacted out = less(reading(kTalk), "names persons\nfile Ada-Lovelace_interview.txt");
  CHECK(out.transcript.speakers[0].name == "Person A");
  CHECK(out.transcript.speakers[1].name == "Person B");
  CHECK(out.transcript.speakers[0].aliases.empty());
  CHECK(out.transcript.title == "Person A at the loom");
  CHECK(out.file == "Person A_interview");
  CHECK(words_of(out, 0) == "Good morning, Person B. I am Person A, and this is Person A's loom.");
  CHECK(words_of(out, 1) ==
        "Thank you, Miss Person A. The Person As wove here, Person A@loom.example says so.");
  CHECK(words_of(out, 2) ==
        "Canada bought it. Person A, they said, Person A, will you weave? Adam was there, and Person Bs.");
  CHECK(words_of(out, 3) == "Then Person B, that is me, asked: why? Person A knew. Zürich is far.");
  CHECK(out.people.size() == 2);
  CHECK(find_in(out.transcript, out.forms).empty());
}

TEST_CASE("names by what people do, where that is known") {
  const Transcript talk = reading(
      "Interviewer: Who are you?\nMia Sand: I am Mia. And you?\nInterviewer: I ask.\nMia Sand: Sand it "
      "is.\n");
  Redaction roles;
  REQUIRE(parse_redaction("names roles", roles));
  const Result<Redacted> done = redact(talk, {Role::interviewer, Role::interviewee}, roles);
  REQUIRE(done);
  const Redacted& out = *done;
  CHECK(out.transcript.speakers[0].name == "Interviewer");
  CHECK(out.transcript.speakers[1].name == "Interviewee");
  CHECK(words_of(out, 1) == "I am Interviewee. And you?");
  CHECK(words_of(out, 3) == "Interviewee it is.");
}

TEST_CASE("a label that anybody could have stays, and so do its words") {
  const Redacted out =
      less(reading("Speaker 1: The speaker has one question.\nSpeaker 2: Ask.\n"), "names persons");
  CHECK(out.transcript.speakers[0].name == "Speaker 1");
  CHECK(words_of(out, 0) == "The speaker has one question.");
  CHECK(out.forms.empty());
}

TEST_CASE("a person can choose the name, also for one who does not speak, and spare a word") {
  const Redacted out =
      less(reading("Will Page: Tell Rosa Klee that I will turn the page.\nMia Sand: Will, Rosa will know.\n"),
           "names persons\ncall Mia Sand = The host\ncall Rosa Klee = a friend\nkeep page");
  CHECK(out.transcript.speakers[0].name == "Person A");
  CHECK(out.transcript.speakers[1].name == "The host");
  CHECK(words_of(out, 0) == "Tell a friend that I will turn the page.");
  CHECK(words_of(out, 1) == "Person A, a friend will know.");
  REQUIRE(out.left.size() == 1);  // told: it may be the name in small letters
  CHECK(out.left[0].word == "will");
  CHECK(out.left[0].times == 2);
}

TEST_CASE("without capitals a name in small letters is a name") {
  const Redacted out =
      less(reading("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Will Page>ask will\n\n00:03.000 --> 00:04.000\n"
                   "<v Mia Sand>will page is here and so are many more of us who say it\n\n"
                   "00:05.000 --> 00:09.000\n<v Will Page>mia it is, and will it be\n"),
           "names persons");
  CHECK_FALSE(holds(text_of(out), "will"));
  CHECK_FALSE(holds(text_of(out), "mia"));
  CHECK_FALSE(holds(text_of(out), "will page"));
}

TEST_CASE("a part of two people's names stands for either") {
  const Redacted out =
      less(reading("Ada Holt: Here the Holts live.\nBen Holt: Holt is our name, says Ben Holt.\n"),
           "names persons");
  CHECK(words_of(out, 0) == "Here the Person A or Person Bs live.");
  CHECK(words_of(out, 1) == "Person A or Person B is our name, says Person B.");
}

TEST_CASE("words are struck in every spelling") {
  const Redacted out = less(reading("Ana: New York, new-york, NEW  YORK, Zu\xCC\x88rich, Z\xC3\xBCrich, "
                                    "ZURICH, \xEF\xBC\xBA\xC3\xBCrich, newer York.\n"
                                    "Ben: Yes, Zü\xC2\xADrich.\n"),
                            "strike New York\nstrike Zürich");
  CHECK(words_of(out, 0) == "███, ███, ███, ███, ███, ███, ███, newer York.");
  CHECK(words_of(out, 1) == "Yes, ███.");
}

TEST_CASE("scripts without spaces, composed and decomposed") {
  const Redacted out = less(reading("王小明：我叫小明。\n김철수：철수가 왔다. "
                                    "\xE1\x84\x80\xE1\x85\xB5\xE1\x86\xB7\xE1\x84\x8E\xE1\x85\xA5\xE1\x86\xAF"
                                    "\xE1\x84\x89\xE1\x85\xAE 왔다.\n"
                                    "山田 太郎：山田です。\n王小明：好。\n김철수：네.\n山田 太郎：はい。\n"),
                            "names persons");
  CHECK(words_of(out, 0) == "我叫Person A。");
  CHECK(words_of(out, 1) == "Person B가 왔다. Person B 왔다.");
  CHECK(words_of(out, 2) == "Person Cです。");
}

TEST_CASE("an excerpt is those turns alone, with their headings, counted anew") {
  const Transcript whole =
      reading("# The start\n\nAnn: One.\n\nBen: Two.\n\n# The end\n\nAnn: Three.\n\nCay: Four, Ben.\n");
  const Redacted out = less(whole, "excerpt 2 3\nnames persons");
  REQUIRE(out.transcript.turns.size() == 2);
  REQUIRE(out.transcript.sections.size() == 1);
  CHECK(out.transcript.sections[0].title == "The end");
  CHECK(out.transcript.sections[0].first_turn == 0);
  CHECK(out.transcript.sections[0].last_turn == 1);
  REQUIRE(out.transcript.speakers.size() == 2);
  CHECK(out.transcript.speakers[1].name == "Person C");  // as in the whole
  CHECK(words_of(out, 1) == "Four, Person B.");
  CHECK_FALSE(holds(out.transcript.text, "Two"));
  Redaction beyond;
  REQUIRE(parse_redaction("excerpt 2 4", beyond));
  CHECK_FALSE(redact(whole, analyse(whole).roles, beyond));
}

TEST_CASE("numbers without words are the same numbers") {
  const Transcript whole = reading(kTalk);
  const Redacted out = less(whole, "figures\nnames persons\nfile ada.txt");
  const Analysis before = analyse(whole), after = analyse(out.transcript);
  REQUIRE(before.balance.speakers.size() == after.balance.speakers.size());
  for (std::size_t i = 0; i < before.balance.speakers.size(); ++i) {
    CHECK(before.balance.speakers[i].words == after.balance.speakers[i].words);
    CHECK(before.balance.speakers[i].questions == after.balance.speakers[i].questions);
    CHECK(before.balance.speakers[i].longest_turn == after.balance.speakers[i].longest_turn);
    CHECK(before.balance.speakers[i].share == after.balance.speakers[i].share);
  }
  CHECK(before.balance.index == after.balance.index);
  CHECK_FALSE(out.transcript.has_title);
  CHECK(out.file == "figures");
  std::string rest = out.transcript.text;
  std::erase_if(rest, [](char c) { return c == 'x' || c == ' ' || c == '?' || c == '\n'; });
  CHECK(rest.empty());
}

TEST_CASE("times of words follow the words that stay") {
  const Transcript whole =
      reading(R"({"segments":[{"start":0,"end":4,"speaker":"Ada Holt","text":"I am Ada Holt today","words":[
    {"word":"I","start":0,"end":0.5},{"word":"am","start":0.5,"end":1},{"word":"Ada","start":1,"end":2},
    {"word":"Holt","start":2,"end":3},{"word":"today","start":3,"end":4}]},
    {"start":5,"end":6,"speaker":"Ben Ray","text":"Good","words":[{"word":"Good","start":5,"end":6}]}]})");
  REQUIRE(whole.words.size() == 6);
  const Redacted out = less(whole, "names persons");
  const auto word = [&](std::size_t i) {
    return std::string(slice(out.transcript.text, out.transcript.words[i].text));
  };
  REQUIRE(out.transcript.words.size() == 5);
  CHECK(word(2) == "Person A");
  CHECK(out.transcript.words[2].start_ms == 1000);
  CHECK(out.transcript.words[2].end_ms == 3000);
  CHECK(word(3) == "today");
  CHECK(word(4) == "Good");
  CHECK(out.transcript.turns[1].first_word == 4);
}

TEST_CASE("lines of a redaction") {
  Redaction redaction;
  CHECK(parse_redaction("names roles\n\nstrike a b\ncall A = B = C\nexcerpt 0 4\nfigures\nfile x y.txt",
                        redaction));
  CHECK(redaction.called.at(0).instead == "B = C");
  for (const char* wrong : {"names some", "strike", "call A", "call = B", "call A =", "excerpt 1",
                            "excerpt 4 2", "excerpt -1 2", "excerpt 1 2x", "figures 3", "title x"}) {
    Redaction none;
    CHECK_FALSE_MESSAGE(parse_redaction(wrong, none), wrong);
  }
}

TEST_CASE("what was taken out is found however it is wrapped") {
  CHECK(leaks("nothing of Adam, Canada, xadax", "Ada") == 0);
  for (const std::string& plain :
       {std::string("Ada"), std::string("aDA"), std::string("Ádá"),
        std::string("A\xCC\x81"
                    "da"),
        std::string("A%64a"), std::string("&#65;da"), std::string("&#x41;d&#97;"),
        std::string(R"({"t":"\u0041da"})"), std::string("A%2564a"), std::string("%26%2365%3Bda"),
        std::string("\xEF\xBC\xA1\xEF\xBD\x84\xEF\xBD\x81"),
        std::string("A\xC2\xAD"
                    "d\xE2\x80\x8B"
                    "a"),
        std::string("Adas"), std::string("ada\xE2\x80\x99s")})
    CHECK_MESSAGE(leaks("<p>" + plain + "</p>", "Ada") > 0, plain);
  const std::string hidden =
      "Nobody would look for Ada in here, would they, however long the words go on and on.";
  CHECK(leaks("data:text/plain;base64," + to_base64(hidden), "Ada") == 1);
  const Result<std::string> link = write_link(hidden, "https://viewer.example/#x");
  REQUIRE(link);
  CHECK(link->starts_with("https://viewer.example/#doc=z1."));
  CHECK(leaks(*link, "Ada") == 1);
  CHECK(leaks(*link, "Adam") == 0);
  CHECK(leaks("x=" + to_base64(*link), "Ada") == 1);
  // Torn, and nonsense.
  CHECK(leaks(link->substr(0, link->size() - 8), "Ada") == 1);
  CHECK(leaks(std::string(5000, 'A') + "%", "Ada") == 0);
}

TEST_CASE("a bomb in base64 is looked at within bounds") {
  const Result<std::string> bomb = write_link(std::string(std::size_t{8} << 20, 'b'), "");
  REQUIRE(bomb);
  const Result<std::string> twice = write_link(std::string(*bomb) + " Ada", "");
  CHECK(leaks(*twice, "Ada") == 1);
}

TEST_CASE("whatever is written holds nothing of what was taken out") {
  const Redacted out = less(reading(kTalk), "names persons\nstrike Zürich\nstrike loom\nfile ada.txt");
  for (const FormatWriter& writer : writers()) {
    CAPTURE(writer.name);
    const Result<std::string> file =
        write_redacted(out, "", [&](const Document& document) -> Result<std::string> {
          return writer.write(document.transcript, document.analysis).bytes;
        });
    REQUIRE(file);
    for (const char* gone : {"Lovelace", "lovelace", "Jonas", "Brien", "rich", "Ada's"})
      CHECK_FALSE(holds(*file, gone));
    CHECK(holds(*file, "Person A"));
    // And read again it is what left.
    ReadOptions as;
    as.format = writer.name;
    if (as.format == "markdown" || as.format == "text") as.format = "interview";
    const Result<Transcript> again = read_transcript(*file, as);
    REQUIRE(again);
    CHECK(find_in(*again, out.forms).empty());
  }
  const std::string page = "<p>Jonas, loom</p>" + std::string(kOfflineHead) + std::string(kOfflineBody);
  const Result<std::string> copy = write_redacted(
      out, "", [&](const Document& document) { return write_offline_page(document, page, ""); });
  REQUIRE(copy);  // the template's own words are not the transcript's
  const Result<std::string> sought = write_redacted(out, "q=Jonas", [&](const Document& document) {
    return write_offline_page(document, page, "q=Jonas");
  });
  CHECK_FALSE(sought);
  REQUIRE(link_redacted(out, "https://viewer.example/"));
  CHECK(leaks(*link_redacted(out, ""), "Jonas") == 0);
}

TEST_CASE("it refuses where anything of it is left") {
  const auto refused = [&](std::string_view lines, std::string_view base) {
    const Redacted out = less(reading(kTalk), lines);
    const Result<std::string> link = link_redacted(out, base);
    return link ? std::string() : english(link.error().message);
  };
  CHECK(refused("names persons", "https://viewer.example/").empty());
  CHECK(holds(refused("names persons\ncall Jonas O'Brien = Old Jonas", ""), "Jonas"));
  CHECK(holds(refused("names persons", "https://lovelace.example/"), "“https://lovelace.example/”"));
  CHECK(holds(refused("strike person\nnames persons", ""), "person"));
  // A writer that would let it through.
  const Redacted out = less(reading(kTalk), "names persons");
  for (const std::string& sneaked :
       {std::string("Lovelace"), to_base64("the name is LOVELACE, as you know"), std::string("%4Covelace")}) {
    const Result<std::string> file =
        write_redacted(out, "", [&](const Document& document) -> Result<std::string> {
          const bool bare = document.transcript.speakers[0].name != "Person A";
          return bare ? std::string("page") : "page " + sneaked;
        });
    REQUIRE_FALSE(file);
    CHECK(holds(english(file.error().message), "ovelace"));
  }
}

TEST_CASE("the account says what leaves") {
  const std::string account = account_of(less(reading(kTalk), "names persons\nfile ada.txt"));
  CHECK(holds(account, R"("was":"Dr. Ada Lovelace","now":"Person A")"));
  CHECK(holds(account, R"("file":"Person A")"));
  CHECK(holds(account, "Good morning, Person B."));
}

TEST_CASE("words that stand nowhere are told; those in longer ones that went are not") {
  const Transcript transcript = reading(kTalk);
  const Redacted out = less(transcript,
                            "strike Ada Lovelace\nstrike Lovelace\nstrike Zurich Lake\nstrike Zürich\n"
                            "call Charles Babbage = Mr B\ncall Jonas O'Brien = J\nstrike loom.example\n");
  CHECK(out.nowhere == std::vector<std::string>{"Zurich Lake", "Charles Babbage"});
  CHECK(holds(account_of(out), "\"nowhere\":[\"Zurich Lake\",\"Charles Babbage\"]"));
  CHECK(less(transcript, "names persons").nowhere.empty());
}

TEST_CASE("of two forms of the same words the first one that was added stands, and longer ones before both") {
  Forms forms;
  forms.add_words("Ada King", 0);
  forms.add_words("Ada King", 1);
  forms.add_words("Ada", 2);
  forms.add_words("Ada King Noel", 3);
  const std::vector<FormMatch> found = forms.find("Ada King, Ada, Ada King Noel.");
  REQUIRE(found.size() == 3);
  CHECK(forms.all()[found[0].form].of == 0);
  CHECK(forms.all()[found[1].form].of == 2);
  CHECK(forms.all()[found[2].form].of == 3);
}
