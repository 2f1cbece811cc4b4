// The edges of the rules by which cues become turns.
#include <doctest/doctest.h>

#include "readers/shared/cues.h"
#include "support/reading.h"

using namespace visavis;
using namespace visavis::test;

namespace {

// What the joiner makes of cues that follow one another.
Transcript joined(std::initializer_list<Cue> cues, bool join = true) {
  TranscriptBuilder builder;
  CueJoiner joiner(builder, join);
  for (const Cue& cue : cues) REQUIRE(joiner.add(cue));
  return builder.finish();
}

Cue cue(std::string_view speaker, std::string_view text, std::int64_t start_ms, std::int64_t end_ms) {
  Cue out;
  out.speaker = speaker, out.text = text, out.start_ms = start_ms, out.end_ms = end_ms;
  return out;
}

}  // namespace

TEST_CASE("joining: a gap of exactly two seconds joins, a millisecond more does not") {
  CHECK(joined({cue("A", "one", 0, 1000), cue("A", "two", 3000, 4000)}).turns.size() == 1);
  CHECK(joined({cue("A", "one", 0, 1000), cue("A", "two", 3001, 4000)}).turns.size() == 2);
  CHECK(joined({cue("", "one", 0, 1000), cue("", "two", 3000, 4000)}).turns.size() == 1);
  CHECK(joined({cue("A", "one", 0, 1000), cue("B", "two", 1000, 2000)}).turns.size() == 2);
  CHECK(joined({cue("A", "one", 0, 1000), cue("", "two", 1000, 2000)}).turns.size() == 2);
  CHECK(joined({cue("A", "one", 0, 1000), cue("A", "two", 1000, 2000)}, false).turns.size() == 2);
}

TEST_CASE("joining: without a time on either side nothing joins") {
  CHECK(joined({cue("A", "one", 0, 1000), cue("A", "two", kNoTime, kNoTime)}).turns.size() == 2);
  CHECK(joined({cue("A", "one", 0, kNoTime), cue("A", "two", 500, 900)}).turns.size() == 2);
  CHECK(joined({}).turns.empty());
}

TEST_CASE("joining: captions without speakers are paragraphs, those of a speaker one turn") {
  const auto talk = [](std::string_view speaker, std::string_view text) {
    TranscriptBuilder builder;
    CueJoiner joiner(builder, true);
    for (int i = 0; i < 100; ++i) REQUIRE(joiner.add(cue(speaker, text, i * 1000, i * 1000 + 900)));
    return builder.finish();
  };
  constexpr std::string_view kWhole = "The lock keeper counts the boats.", kCut = "and the boats go on and";
  CHECK(talk("Ana", kWhole).turns.size() == 1);
  const Transcript whole = talk("", kWhole);
  // 14 of 34 bytes are 475 with the spaces between them.
  REQUIRE(whole.turns.size() == 8);
  CHECK(whole.text_of(whole.turns[0]).size() == 475);
  CHECK(whole.turns[1].start_ms == 14'000);
  CHECK(whole.turns[7].end_ms == 99'900);
  // Without sentences a paragraph is as long as it may be.
  const Transcript cut = talk("", kCut);
  REQUIRE(cut.turns.size() == 2);
  CHECK(cut.text_of(cut.turns[0]).size() == 1223);
}

TEST_CASE("joining: words are parted by one space, the later end counts, marks stay") {
  Cue over = cue("A", " two ", 500, 900), last = cue("A", "three", 900, 2500);
  over.marks = kMarkOverlap;
  const Transcript t = joined({cue("A", "one", 0, 1000), over, last});
  REQUIRE(t.turns.size() == 1);
  CHECK(told(t, 0) == "A 0-2500 one two three");
  CHECK(t.turns[0].marks == kMarkOverlap);
  CHECK(told(joined({cue("A", "one", 0, 1000), cue("A", "two", 500, 900)}), 0) == "A 0-1000 one two");
  CHECK(told(joined({cue("A", "one", 0, 1000), cue("A", "two", 500, 1000)}), 0) == "A 0-1000 one two");
  // A cue without words joins nothing and parts nothing; unjoined it is a turn.
  CHECK(joined({cue("A", "one", 0, 1000), cue("B", " \n", 1000, 1100), cue("A", "two", 1100, 2000)})
            .turns.size() == 1);
  CHECK(joined({cue("A", "one", 0, 1000), cue("B", " \n", 1000, 1100)}, false).turns.size() == 2);
}

TEST_CASE("joining: a break and a section part what would join") {
  Cue breaks = cue("A", "two", 1000, 2000);
  breaks.breaks = true;
  CHECK(joined({cue("A", "one", 0, 1000), breaks}).turns.size() == 2);
  for (const bool begins : {true, false}) {
    TranscriptBuilder builder;
    CueJoiner joiner(builder, true);
    joiner.begin_section("First", SectionKind::chapter, 1, 0);
    joiner.add(cue("A", "one", 0, 1000));
    begins ? joiner.begin_section("Second", SectionKind::chapter, 1, 0) : joiner.end_sections();
    joiner.add(cue("A", "two", 1000, 2000));
    joiner.add(cue("A", "three", 2000, 3000));
    const Transcript t = builder.finish();
    REQUIRE(t.turns.size() == 2);
    CHECK(t.turns[1].section == (begins ? 1 : kNone));
  }
}

TEST_CASE("joining: words keep their place, those of the trimmed part aside") {
  const std::vector<CueWord> first = {{{1, 4}, 0, 400}, {{0, 4}, 0, 1}, {{4, 4}, 1, 2}},
                             second = {{{0, 3}, 1000, 1400}};
  Cue a = cue("A", " one", 0, 1000), b = cue("A", "two", 1000, 2000);
  a.words = &first, b.words = &second;
  const Transcript t = joined({a, b});
  REQUIRE(t.turns.size() == 1);
  CHECK(t.turns[0].word_count == 2);
  REQUIRE(t.words.size() == 2);
  CHECK(slice(t.text, t.words[0].text) == "one");
  CHECK(slice(t.text, t.words[1].text) == "two");
  CHECK(t.words[1].start_ms == 1000);
}

TEST_CASE("missing ends: the next start, the pace of words at the end, ten minutes at most") {
  Transcript t = joined({cue("A", "one", 0, kNoTime), cue("B", "two three", 700, kNoTime),
                         cue("A", "x", 5'000'000, 5'000'100)});
  estimate_missing_ends(t);
  CHECK(told(t, 0) == "A 0-~700 one");
  CHECK(told(t, 1) == "B 700-~600700 two three");
  CHECK(told(t, 2) == "A 5000000-5000100 x");
  Transcript last = joined({cue("A", "one two three", 100, kNoTime)});
  estimate_missing_ends(last);
  CHECK(told(last, 0) == "A 100-~1300 one two three");
  Transcript equal = joined({cue("A", "one", 100, kNoTime), cue("B", "two", 100, 200)});
  estimate_missing_ends(equal);
  CHECK(told(equal, 0) == "A 100-~100 one");
}

TEST_CASE("machine ids get a name for people, other labels stay") {
  const auto named = [](std::string_view label) {
    Transcript t = joined({cue(label, "x", 0, 1)});
    name_machine_speakers(t);
    return t.speakers[0].name + (t.speakers[0].aliases.empty() ? "" : "|" + t.speakers[0].aliases[0]);
  };
  CHECK(named("SPEAKER_00") == "Speaker 1|SPEAKER_00");
  CHECK(named("spk-9999") == "Speaker 10000|spk-9999");
  CHECK(named("spk_1") == "Speaker 2|spk_1");
  for (const char* label :
       {"Speaker 0", "S1", "spk_", "spk_1a", "spk_10000", "speaker_-1", "xspk_1", "spk"}) {
    CAPTURE(label);
    CHECK(named(label) == label);
  }
  // A name that is taken is not given twice.
  Transcript t = joined({cue("Speaker 1", "x", 0, 1), cue("SPEAKER_00", "y", 1, 2)});
  name_machine_speakers(t);
  CHECK(t.speakers[1].name == "SPEAKER_00");
}

TEST_CASE("unjoined, the file's last cue with several voices is one turn") {
  const char* const file =
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Who?\n\n00:02.000 --> 00:05.000\n<v Ana>I.\n<v Ben>And "
      "I.\n<v Cleo>And I.\n";
  const Transcript apart = reading(file, false), together = reading(file);
  REQUIRE(apart.turns.size() == 2);
  CHECK(told(apart, 1) == "Ana 2000-5000 I.\nAnd I.\nAnd I.");
  CHECK(reported(apart, "voices-in-one-cue") == 1);
  CHECK(together.turns.size() == 3);
}

TEST_CASE("captions that scroll up: three repeats are a habit, two are not") {
  const auto rolling = [](int repeats) {
    const char* const lines[] = {"the first line", "the second line", "the third line", "the fourth line"};
    std::string file = "WEBVTT\n\n00:00.000 --> 00:01.000\nthe first line\n\n";
    for (int i = 0; i < repeats; ++i)
      file += "00:0" + std::to_string(i + 1) + ".000 --> 00:0" + std::to_string(i + 2) + ".000\n" + lines[i] +
              "\n" + lines[i + 1] + "\n\n";
    return reading(file);
  };
  const Transcript two = rolling(2), three = rolling(3);
  CHECK(reported(two, "rolled-up-merged") == 0);
  CHECK(two.text_of(two.turns[0]) ==
        "the first line the first line the second line the second line the third line");
  CHECK(reported(three, "rolled-up-merged") == 1);
  CHECK(three.text_of(three.turns[0]) == "the first line the second line the third line the fourth line");
}

TEST_CASE("SRT: a number below an empty line is words unless it counts on") {
  const auto text = [](const char* words) {
    const Transcript t = reading(std::string("1\n00:00:01,000 --> 00:00:03,000\n") + words, false);
    std::string out;
    for (std::size_t i = 0; i < t.turns.size(); ++i) out += told(t, i) + "|";
    return out;
  };
  CHECK(text("How many?\n\n12\npeople came.\n") == "- 1000-3000 How many?\n\n12\npeople came.|");
  CHECK(text("How many?\n\n12\n") == "- 1000-3000 How many?\n\n12|");
  CHECK(text("How many?\n2\npeople came.\n") == "- 1000-3000 How many?\n2\npeople came.|");
  // One that counts on opens a cue whose times are missing.
  CHECK(text("How many?\n\n2\npeople came.\n\n3\n00:00:05,000 --> 00:00:06,000\nNone.\n") ==
        "- 1000-3000 How many?|- ~3000-~5000 people came.|- 5000-6000 None.|");
  // An empty line between a number and its times, where it counts on; else the number is words.
  CHECK(text("How many?\n\n2\n\n00:00:05,000 --> 00:00:06,000\nNone.\n") ==
        "- 1000-3000 How many?|- 5000-6000 None.|");
  CHECK(text("How many?\n\n7\n\n00:00:05,000 --> 00:00:06,000\nNone.\n") ==
        "- 1000-3000 How many?\n\n7|- 5000-6000 None.|");
  CHECK(text("\n2\n00:00:05,000 --> 00:00:06,000\nNone.\n") == "- 1000-3000 |- 5000-6000 None.|");
  CHECK(text("\n") == "- 1000-3000 |");
}
