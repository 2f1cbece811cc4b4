#include "readers/corrections.h"

#include <doctest/doctest.h>

#include "readers/registry.h"
#include "support/talk.h"

using namespace visavis;

namespace {

ReadOptions options_of(std::string_view lines) {
  ReadOptions options;
  CAPTURE(lines);
  CHECK(parse_read_options(lines, options));
  return options;
}

bool refused(std::string_view lines) {
  ReadOptions options;
  return !parse_read_options(lines, options);
}

// Ana (An), Ben (B.), Cleo and Dora, two turns of Ana.
Transcript four() {
  Transcript t =
      make_talk({{"Ana", "a"}, {"Ben", "b"}, {"", "a door"}, {"Cleo", "c"}, {"Dora", "d"}, {"Ana", "e"}});
  t.speakers[0].aliases = {"An"};
  t.speakers[1].aliases = {"B."};
  return t;
}

// "Name (alias, alias): turns" a speaker, the turns by their ids.
std::string told(const Transcript& t) {
  std::string out;
  for (std::size_t i = 0; i < t.speakers.size(); ++i) {
    out += t.speakers[i].name;
    for (std::size_t a = 0; a < t.speakers[i].aliases.size(); ++a)
      out += (a ? ", " : " (") + t.speakers[i].aliases[a];
    out += t.speakers[i].aliases.empty() ? ":" : "):";
    for (std::size_t turn = 0; turn < t.turns.size(); ++turn)
      if (t.turns[turn].speaker == static_cast<std::int32_t>(i)) out += " " + std::to_string(turn);
    out += "\n";
  }
  return out;
}

std::string corrected(std::string_view lines) {
  Transcript t = four();
  apply_corrections(t, options_of(lines).corrections);
  return told(t);
}

}  // namespace

TEST_CASE("corrections: each option sets what it names") {
  CHECK(options_of("").format.empty());
  CHECK(options_of("format srt").format == "srt");
  CHECK(options_of("").join);
  CHECK_FALSE(options_of("join 0").join);
  CHECK(options_of("join 0\njoin 1").join);
  CHECK(options_of("second 1").corrections.second_best);
  CHECK_FALSE(options_of("").corrections.second_best);
  CHECK_FALSE(options_of("").corrections.has_title);
  CHECK(options_of("title  Two \t words ").corrections.title == "Two words");
  CHECK(options_of("title").corrections.has_title);
  CHECK(options_of("title").corrections.title.empty());

  const Corrections lines =
      options_of("line 1 text\n\nline 12 speaker\nline 4294967295 heading\n").corrections;
  REQUIRE(lines.lines.size() == 3);
  CHECK(lines.lines[0].line == 1);
  CHECK(lines.lines[0].kind == LineKind::text);
  CHECK(lines.lines[1].line == 12);
  CHECK(lines.lines[1].kind == LineKind::speaker);
  CHECK(lines.lines[2].line == 4'294'967'295u);
  CHECK(lines.lines[2].kind == LineKind::heading);

  const Corrections people = options_of("rename 3 Ada  King\nmerge 2 0").corrections;
  REQUIRE(people.speakers.size() == 2);
  CHECK(people.speakers[0].speaker == 3);
  CHECK(people.speakers[0].name == "Ada King");
  CHECK(people.speakers[0].merge_into == kNone);
  CHECK(people.speakers[1].speaker == 2);
  CHECK(people.speakers[1].merge_into == 0);
}

TEST_CASE("corrections: what is none of the options is refused") {
  for (const char* lines : {"nonsense",
                            "join",
                            "join 2",
                            "join yes",
                            "line",
                            "line 0 text",
                            "line 1",
                            "line 1 moon",
                            "line x text",
                            "line -1 text",
                            "line 4294967296 text",
                            "line 1  text",
                            "rename",
                            "rename 1",
                            "rename x Ana",
                            "rename 1  ",
                            "merge",
                            "merge 1",
                            "merge 1 1",
                            "merge 1 -1",
                            "merge 1 x",
                            "merge x 1",
                            "give",
                            "give 1",
                            "give 1 2",
                            "give 1 2 x",
                            "give 1 2 -1",
                            "give -1 2 0",
                            "give 1 2 new",
                            "give 1 2 new  ",
                            "give 1 x 0",
                            "role",
                            "role 1",
                            "role x interviewer",
                            "role 1 guest",
                            "role 1 interviewer ",
                            "language",
                            "language e",
                            "language 12",
                            "language de fr",
                            "language de_AT",
                            "Title x",
                            "title x\nnonsense"}) {
    CAPTURE(lines);
    CHECK(refused(lines));
  }
}

TEST_CASE("corrections: a title is given, replaced or taken away") {
  Transcript t = four();
  t.has_title = true;
  t.title = "Old";
  apply_corrections(t, {});
  CHECK(t.title == "Old");
  apply_corrections(t, options_of("title New").corrections);
  CHECK(t.has_title);
  CHECK(t.title == "New");
  apply_corrections(t, options_of("title").corrections);
  CHECK_FALSE(t.has_title);
  CHECK(t.title.empty());
}

TEST_CASE("corrections: a new name keeps the old one as an alias") {
  CHECK(corrected("rename 0 Anna") == "Anna (An, Ana): 0 5\nBen (B.): 1\nCleo: 3\nDora: 4\n");
  // Back again, or to an alias: the name is no alias of itself.
  CHECK(corrected("rename 0 Ana") == "Ana (An): 0 5\nBen (B.): 1\nCleo: 3\nDora: 4\n");
  CHECK(corrected("rename 0 An") == "An (Ana): 0 5\nBen (B.): 1\nCleo: 3\nDora: 4\n");
  CHECK(corrected("rename 0 Anna\nrename 0 Ana") == "Ana (An, Anna): 0 5\nBen (B.): 1\nCleo: 3\nDora: 4\n");
  CHECK(corrected("rename 3 D") == "Ana (An): 0 5\nBen (B.): 1\nCleo: 3\nD (Dora): 4\n");
}

TEST_CASE("corrections: merging gives turns, name and aliases to the other") {
  CHECK(corrected("merge 0 1") == "Ben (B., Ana, An): 0 1 5\nCleo: 3\nDora: 4\n");
  CHECK(corrected("merge 1 0") == "Ana (An, Ben, B.): 0 1 5\nCleo: 3\nDora: 4\n");
  CHECK(corrected("merge 3 2") == "Ana (An): 0 5\nBen (B.): 1\nCleo (Dora): 3 4\n");
  // One after the other: all are the last one's. Ids are those of the uncorrected reading.
  CHECK(corrected("merge 0 1\nmerge 1 2") == "Cleo (Ben, B., Ana, An): 0 1 3 5\nDora: 4\n");
  CHECK(corrected("merge 1 2\nmerge 0 1") == "Cleo (Ben, B., Ana, An): 0 1 3 5\nDora: 4\n");
  CHECK(corrected("merge 0 1\nmerge 2 0\nmerge 3 2") == "Ben (B., Ana, An, Cleo, Dora): 0 1 3 4 5\n");
  CHECK(corrected("merge 0 1\nmerge 1 0") == "Ben (B., Ana, An): 0 1 5\nCleo: 3\nDora: 4\n");
  // After a merge the third is still the third, and a merged one's new name is the other's.
  CHECK(corrected("merge 0 1\nrename 2 C") == "Ben (B., Ana, An): 0 1 5\nC (Cleo): 3\nDora: 4\n");
  CHECK(corrected("merge 0 1\nrename 0 AB") == "AB (B., Ana, An, Ben): 0 1 5\nCleo: 3\nDora: 4\n");
}

TEST_CASE("corrections: a turn is given to another, or to somebody new, and no other turn with it") {
  CHECK(corrected("give 5 0 1") == "Ana (An): 0\nBen (B.): 1 5\nCleo: 3\nDora: 4\n");
  CHECK(corrected("give 2 0 3") == "Ana (An): 0 5\nBen (B.): 1\nCleo: 3\nDora: 2 4\n");  // narration too
  CHECK(corrected("give 5 0 new Eve") == "Ana (An): 0\nBen (B.): 1\nCleo: 3\nDora: 4\nEve: 5\n");
  CHECK(corrected("give 5 0 new Eve\ngive 0 0 new Eve") ==
        "Ana (An):\nBen (B.): 1\nCleo: 3\nDora: 4\nEve: 0 5\n");
  CHECK(corrected("give 5 0 new Ben") == "Ana (An): 0\nBen (B.): 1 5\nCleo: 3\nDora: 4\n");
  CHECK(corrected("give 5 0 1\ngive 5 0 2") == "Ana (An): 0\nBen (B.): 1\nCleo: 3 5\nDora: 4\n");
  // With the others in any order: ids are those of before any merge.
  for (const char* lines : {"merge 1 2\ngive 5 0 1", "give 5 0 1\nmerge 1 2"})
    CHECK(corrected(lines) == "Ana (An): 0\nCleo (Ben, B.): 1 3 5\nDora: 4\n");
  CHECK(corrected("rename 1 Benno\ngive 5 0 1") == "Ana (An): 0\nBenno (B., Ben): 1 5\nCleo: 3\nDora: 4\n");
  CHECK(corrected("give 5 0 new Eve\nrename 4 Eva") ==
        "Ana (An): 0\nBen (B.): 1\nCleo: 3\nDora: 4\nEva (Eve): 5\n");
  CHECK(corrected("give 5 0 new Eve\nmerge 4 1") == "Ana (An): 0\nBen (B., Eve): 1 5\nCleo: 3\nDora: 4\n");
}

TEST_CASE("corrections: a given turn is found by its line where others moved it") {
  const std::string text = "Ana: One.\nBen: Two.\nAna: Three.\nBen: Four.\nAna: Five.\nBen: Six.\n";
  const auto read = [&](std::string_view lines) {
    Result<Transcript> t = read_transcript(text, options_of(lines));
    REQUIRE(t);
    return told(*t);
  };
  CHECK(read("") == "Ana: 0 2 4\nBen: 1 3 5\n");
  CHECK(read("give 3 4 0") == "Ana: 0 2 3 4\nBen: 1 5\n");
  CHECK(read("line 2 text\ngive 3 4 0") == "Ana: 0 1 2 3\nBen: 4\n");
  // Its line begins no turn any more.
  Result<Transcript> gone = read_transcript(text, options_of("line 4 text\ngive 3 4 0"));
  REQUIRE(gone);
  CHECK(told(*gone) == "Ana: 0 2 3\nBen: 1 4\n");
  CHECK(gone->report.entries.back().code == "correction-ignored");
}

TEST_CASE("corrections: a line that is no speaker's takes that line and nothing else") {
  // Few times each name is there: one of them less must not unmake the others.
  for (const std::string text :
       {"Ana: One.\nBen: Two.\nAna: Three.\nBen: Four.\n",
        "Ana: One.\nBen: Two.\nNote: the door opens.\nAna: Three.\nBen: Four.\nNote: it closes.\nAna: "
        "Five.\n",
        "**Ana Lind:** One?\n\n**Ben:** Two.\n\nAnd more of it.\n\n**Ana Lind:** Three?\n\n**Ben:** Four.\n",
        "ANA\nOne and a half.\n\nBEN\nTwo.\n\nANA\nThree.\n\nBEN\nFour.\n",
        "Ana [00:01]: One.\nBen [00:05]: Two.\nAna [00:09]: Three.\nBen [00:12]: Four.\n"}) {
    Result<Transcript> whole = read_transcript(text, {});
    REQUIRE(whole);
    REQUIRE(whole->speakers.size() >= 2);
    for (std::size_t at = 1; at < whole->turns.size(); ++at) {
      const std::string line = "line " + std::to_string(whole->turns[at].line) + " text";
      CAPTURE(text);
      CAPTURE(line);
      Result<Transcript> less = read_transcript(text, options_of(line));
      REQUIRE(less);
      REQUIRE(less->turns.size() == whole->turns.size() - 1);
      for (std::size_t i = 0; i < less->turns.size(); ++i) {
        const Turn& now = less->turns[i];
        const Turn& was = whole->turns[i < at ? i : i + 1];
        CHECK(now.line == was.line);
        if (was.speaker != kNone && now.speaker != kNone)
          CHECK(less->speakers[static_cast<std::size_t>(now.speaker)].name ==
                whole->speakers[static_cast<std::size_t>(was.speaker)].name);
        else
          CHECK(now.speaker == was.speaker);
        if (i != at - 1) CHECK(less->text_of(now) == whole->text_of(was));
      }
      CHECK(less->text_of(less->turns[at - 1]).find(whole->text_of(whole->turns[at])) != std::string::npos);
    }
  }
}

TEST_CASE("corrections: who is not there is told, the rest is done") {
  for (const char* lines : {"give 9 0 0", "give 5 3 0", "give 5 0 4", "rename 4 X", "rename -1 X",
                            "merge 4 0", "merge 0 4", "merge -1 0"}) {
    CAPTURE(lines);
    Transcript t = four();
    apply_corrections(t, options_of(std::string(lines) + "\nrename 1 Benno").corrections);
    CHECK(told(t) == "Ana (An): 0 5\nBenno (B., Ben): 1\nCleo: 3\nDora: 4\n");
    REQUIRE(t.report.entries.size() == 1);
    CHECK(t.report.entries[0].code == "correction-ignored");
  }
  Transcript nobody = make_talk({{"", "only a text"}});
  apply_corrections(nobody, options_of("rename 0 X").corrections);
  CHECK(nobody.speakers.empty());
}

TEST_CASE("corrections: a role is given, and the other of two has the other one") {
  Transcript t = four();
  apply_corrections(t, options_of("role 1 moderator\nrole 2 interviewee\nrole 2 participant").corrections);
  CHECK(t.speakers[0].role == Role::unknown);
  CHECK(t.speakers[1].role == Role::moderator);
  CHECK(t.speakers[2].role == Role::participant);

  // With all others merged there are two; who had none takes the role of who comes to them.
  t = four();
  apply_corrections(t, options_of("role 3 interviewee\nmerge 3 1\nmerge 2 0").corrections);
  REQUIRE(t.speakers.size() == 2);
  CHECK(t.speakers[0].role == Role::interviewer);
  CHECK(t.speakers[1].role == Role::interviewee);

  t = four();
  apply_corrections(t, options_of("role 9 moderator").corrections);
  CHECK(t.report.entries.back().code == "correction-ignored");
}

TEST_CASE("corrections: a language is given") {
  Transcript t = four();
  t.language = "en";
  apply_corrections(t, {});
  CHECK_FALSE(t.language_given);
  apply_corrections(t, options_of("language de\nlanguage pt-BR").corrections);
  CHECK(t.language == "pt-BR");
  CHECK(t.language_given);
}
