// Kinds of captions as people have them: times that no standard allows, names in wide brackets, streams that
// were joined from segments.
#include <doctest/doctest.h>

#include <utility>

#include "support/reading.h"

using namespace visavis;
using namespace visavis::test;

namespace {

Transcript read_ok(std::string_view bytes, std::string_view format = {}) {
  return reading(bytes, true, format);
}

std::string all(const Transcript& t) {
  std::string told_all;
  for (std::size_t i = 0; i < t.turns.size(); ++i) {
    if (i > 0) told_all += " | ";
    told_all += told(t, i);
  }
  return told_all;
}

std::string srt(std::string_view times) {
  return all(
      read_ok("1\n" + std::string(times) + "\nWe began.\n\n2\n00:00:09,000 --> 00:00:10,000\nSo.\n", "srt"));
}

}  // namespace

TEST_CASE("SubRip: times before zero keep their words") {
  for (const char* times :
       {"-00:00:02,000 --> 00:00:01,800", "00:00:-2,000 --> 00:00:01,800", "0-1:58:22,135 --> 00:00:01,800",
        "-0:00:02.000 --> 00:00:01.800", "\u221200:00:02,000 --> 00:00:01,800"}) {
    CAPTURE(times);
    CHECK(srt(times) == "- 0-1800 We began. | - 9000-10000 So.");
    CHECK(reported(read_ok("1\n" + std::string(times) + "\nWe began.\n", "srt"), "time-repaired"));
  }
  CHECK(srt("-00:00:02,000 --> -00:00:01,000") == "- 0-0 We began. | - 9000-10000 So.");
}

TEST_CASE("SubRip: milliseconds may have a fraction") {
  CHECK(srt("00:00:01,249.0999 --> 00:00:01,851.79999999999995") ==
        "- 1249-1852 We began. | - 9000-10000 So.");
  CHECK(srt("00:00:01.249,5 --> 00:00:02.000,4") == "- 1250-2000 We began. | - 9000-10000 So.");
}

TEST_CASE("WebVTT: what no tag is called stays words") {
  const auto words = [](std::string_view payload) {
    return all(read_ok("WEBVTT\n\n00:01.000 --> 00:02.000\n" + std::string(payload) + "\n", "webvtt"));
  };
  CHECK(words("I <3 this town, and a < b means less.") ==
        "- 1000-2000 I <3 this town, and a < b means less.");
  CHECK(words("He said <inaudible> and left.") == "- 1000-2000 He said <inaudible> and left.");
  CHECK(words("<c.lime>more < > in a line</c>") == "- 1000-2000 more < > in a line");
  CHECK(words("<v Ana>If x<y then</v>") == "Ana 1000-2000 If x<y then");
  CHECK(words("unfinished <b") == "- 1000-2000 unfinished <b");
  CHECK(words("a <i>b</i> <font color=\"red\">c</font> <00:01.500>d <b.x>e</b>") == "- 1000-2000 a b c d e");
  CHECK(words("a &lt;b&gt; c <d@e.org>") == "- 1000-2000 a <b> c <d@e.org>");
}

TEST_CASE("WebVTT: a voice that is a dash is somebody else, without a name") {
  const std::string cues =
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v ->Who?</v>\n\n00:02.000 --> 00:03.000\nYou there.\n\n"
      "00:03.000 --> 00:04.000\n<v ->Me.</v>\n";
  CHECK(all(read_ok(cues, "webvtt")) == "- 1000-3000 Who? You there. | - 3000-4000 Me.");
  CHECK(all(read_ok("WEBVTT\n\n00:01.000 --> 00:02.000\n<v --><i>Who?</i>\n", "webvtt")) !=
        "-- 1000-2000 Who?");
  CHECK(read_ok("WEBVTT\n\n00:01.000 --> 00:02.000\n<v –><i>Who?</i>\n", "webvtt").speakers.empty());
  CHECK(all(read_ok("WEBVTT\n\n00:01.000 --> 00:02.000\n<v ?>Who?\n", "webvtt")) == "? 1000-2000 Who?");
}

TEST_CASE("WebVTT: segments of a stream count by their own clocks") {
  const auto segment = [](std::string_view map, std::string_view times, std::string_view words) {
    return "WEBVTT\n" + std::string(map) + "\n" + std::string(times) + "\n" + std::string(words) + "\n\n";
  };
  const std::string first =
      segment("X-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000\n", "00:00.000 --> 00:02.000", "One.");
  // Six seconds later by the stream's clock.
  CHECK(all(read_ok(first + segment("X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:1440000\n",
                                    "00:00.000 --> 00:02.000", "Two."),
                    "webvtt")) == "- 0-2000 One. | - 6000-8000 Two.");
  // One clock throughout, and a cue that both segments have.
  CHECK(all(read_ok(first +
                        segment("X-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000\n",
                                "00:00.000 --> 00:02.000", "One.") +
                        "00:09.000 --> 00:10.000\nTwo.\n",
                    "webvtt")) == "- 0-2000 One. | - 9000-10000 Two.");
  // The clock of 33 bits starts anew.
  CHECK(all(read_ok(segment("X-TIMESTAMP-MAP=MPEGTS:8589844592,LOCAL:00:00:00.000\n",
                            "00:00.000 --> 00:00.500", "One.") +
                        segment("X-TIMESTAMP-MAP=MPEGTS:360000,LOCAL:00:00:00.000\n",
                                "00:00.000 --> 00:02.000", "Two."),
                    "webvtt")) == "- 0-500 One. | - 5000-7000 Two.");
  // Nothing says where the second one stands: behind the first.
  const Transcript t =
      read_ok(segment("", "00:01.000 --> 00:02.000", "One.") + segment("", "00:00.000 --> 00:01.000", "Two."),
              "webvtt");
  CHECK(all(t) == "- 1000-3000 One. Two.");
  CHECK(reported(t, "times-restart"));
  CHECK_FALSE(reported(t, "block-dropped"));
}

TEST_CASE("TTML: several documents in a file are read one after the other") {
  const auto document = [](std::string_view begin, std::string_view end, std::string_view words) {
    return "<?xml version=\"1.0\"?>\n<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div><p begin=\"" +
           std::string(begin) + "\" end=\"" + std::string(end) + "\">" + std::string(words) +
           "</p></div></body></tt>\n";
  };
  CHECK(all(read_ok(document("1s", "2s", "One.") + document("9s", "10s", "Two."), "ttml")) ==
        "- 1000-2000 One. | - 9000-10000 Two.");
  const Transcript t = read_ok(document("1s", "2s", "One.") + document("0s", "1s", "Two."), "ttml");
  CHECK(all(t) == "- 1000-3000 One. Two.");
  CHECK(reported(t, "segments-joined"));
  CHECK(reported(t, "times-restart"));
}

TEST_CASE("LRC: a second colon before hundredths") {
  CHECK(all(read_ok("[00:05:64]Row\n[00:06:50]home\n[01:02:75]\n")) == "- 5640-62750 Row home");
  // Without a part past 59 it may as well be hours: no song.
  CHECK(read_ok("[00:05:14] Row\n[00:06:50] home\n").report.format != "lrc");
}

TEST_CASE("ASS: styles called after speakers are who speaks, where nobody is named") {
  const auto script = [](std::string_view style, std::string_view name) {
    return "[Script Info]\nTitle: T\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, "
           "MarginV, "
           "Effect, Text\nDialogue: 0,0:00:01.00,0:00:02.00," +
           std::string(style) + "," + std::string(name) + ",0,0,0,,Yes.\n";
  };
  CHECK(all(read_ok(script("Speaker00", ""))) == "Speaker00 1000-2000 Yes.");
  CHECK(all(read_ok(script("SPEAKER_01", ""))) == "Speaker 2 1000-2000 Yes.");
  CHECK(all(read_ok(script("Default", ""))) == "- 1000-2000 Yes.");
  CHECK(all(read_ok(script("Speaker00", "Ana"))) == "Ana 1000-2000 Yes.");
}

TEST_CASE("WebVTT: cues before zero are read among the others") {
  for (const char* times : {"-00:00:02.000 --> 00:00:01.800", "00:00:-02.000 --> 00:00:01.800"}) {
    CAPTURE(times);
    const Transcript t = read_ok("WEBVTT\n\n00:09.000 --> 00:10.000\nSo.\n\nintro\n" + std::string(times) +
                                     "\n<v Ana>Wir fingen an.</v>\n",
                                 "webvtt");
    CHECK(all(t) == "Ana 0-1800 Wir fingen an. | - 9000-10000 So.");
    CHECK(reported(t, "time-repaired"));
  }
}

TEST_CASE("WebVTT: a break parts words") {
  for (const char* tag : {"<br>", "<br/>", "<BR />", "<br><br>"}) {
    CAPTURE(tag);
    CHECK(all(read_ok(
              "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Neunzehnhundert." + std::string(tag) + "Ja.</v>\n",
              "webvtt")) == "Ana 1000-2000 Neunzehnhundert. Ja.");
  }
}

TEST_CASE("captions: notes and times of day before a colon are nobody") {
  const auto cues = [](std::string_view odd) {
    return "1\n00:00:01,000 --> 00:00:02,000\nRita: Wo lag es?\n\n2\n00:00:05,000 --> 00:00:06,000\n" +
           std::string(odd) +
           "\n\n3\n00:00:09,000 --> 00:00:10,000\nOnno: Am Wehr.\n\n"
           "4\n00:00:13,000 --> 00:00:14,000\nRita: Gut.\n";
  };
  for (const char* odd :
       {"Hinweis: das Band ist alt.", "10.30 Uhr Treffen: so stand es da.", "Nota: la cinta es vieja.",
        "Not: kayıt eskidir.", "Примечание: плёнка старая.", "注意：テープは古い。"}) {
    CAPTURE(odd);
    const Transcript t = read_ok(cues(odd), "srt");
    CHECK(t.speakers.size() == 2);
    CHECK(all(t).find(odd) != std::string::npos);
  }
}

TEST_CASE("ASS: styles that are the people's names, where no style tells a layout") {
  const auto script = [](std::string_view first, std::string_view second) {
    const auto line = [](std::string_view at, std::string_view style, std::string_view words) {
      return "Dialogue: 0,0:00:0" + std::string(at) + ".00,0:00:0" + std::string(at) + ".90," +
             std::string(style) + ",,0,0,0,," + std::string(words) + "\n";
    };
    return "[Script Info]\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, "
           "Effect, Text\n" +
           line("1", first, "Wer war das?") + line("3", second, "Der Wind.") + line("5", first, "Immer?");
  };
  CHECK(read_ok(script("Frau Lenz", "Opa")).speakers.size() == 2);
  CHECK(read_ok(script("Altmann", "Edith")).speakers.size() == 2);
  CHECK(read_ok(script("Dialogue-Top", "Sign_Large")).speakers.empty());
  CHECK(all(read_ok(script("Ines", "Bernd"))) ==
        "Ines 1000-1900 Wer war das? | Bernd 3000-3900 Der Wind. | Ines 5000-5900 Immer?");
  for (const auto& styles :
       {std::pair("Default", "Top"), std::pair("Ines", "Italics"), std::pair("Arial20", "Ines"),
        std::pair("dlg", "sfx"), std::pair("Ines", "Ines")}) {
    CAPTURE(styles.second);
    CHECK(read_ok(script(styles.first, styles.second)).speakers.empty());
  }
}

TEST_CASE("captions: names in any of the brackets of the East") {
  for (const auto& brackets : {std::pair("【", "】"), std::pair("［", "］"), std::pair("〔", "〕")}) {
    CAPTURE(brackets.first);
    const auto named = [&](std::string_view name, std::string_view words) {
      return brackets.first + std::string(name) + brackets.second + std::string(words);
    };
    std::string cues = "WEBVTT\n";
    int second = 0;
    for (const std::string& words : {named("小王", "你从哪儿来？"), named("老李", "从码头来。"),
                                     named("小王", "船开了吗？"), named("老李", "刚开。")}) {
      cues += "\n00:0" + std::to_string(second) + ".000 --> 00:0" + std::to_string(second + 1) + ".000\n" +
              words + "\n";
      second += 2;
    }
    const Transcript t = read_ok(cues);
    REQUIRE(t.speakers.size() == 2);
    CHECK(t.speakers[0].name == "小王");
    CHECK(t.turns.size() == 4);
  }
}

TEST_CASE("captions: names in brackets before the words, in scripts without capitals") {
  const auto read = [](std::string_view open, std::string_view close) {
    const auto named = [&](std::string_view name, std::string_view words) {
      return std::string(open) + std::string(name) + std::string(close) + std::string(words);
    };
    return all(read_ok("1\n00:00:01,000 --> 00:00:02,000\n" + named("花子", "どこ？") +
                           "\n\n2\n00:00:05,000 --> 00:00:06,000\n" + named("太郎", "ここ。") + "\n" +
                           named("花子", "本当だ") + "\n\n3\n00:00:09,000 --> 00:00:10,000\n" +
                           named("足音", "") + "\n\n4\n00:00:13,000 --> 00:00:14,000\n" +
                           named("太郎", "行こう") + "\n\n5\n00:00:14,500 --> 00:00:15,000\nさあ\n",
                       "srt"));
  };
  for (const auto& text : {read("（", "）"), read("(", ")")}) {
    CAPTURE(text);
    CHECK(text.find("花子 1000-2000 どこ？ | 太郎 5000-") == 0);
    CHECK(text.find("足音") != std::string::npos);
    CHECK(text.find("足音 ") == std::string::npos);
    CHECK(text.find("太郎 13000-15000 行こう さあ") != std::string::npos);
  }
  // Sounds alone are no names, nor is a bracket that never returns.
  CHECK(read_ok("1\n00:00:01,000 --> 00:00:02,000\n（笑い声）そう\n\n2\n00:00:05,000 --> "
                "00:00:06,000\n（笑い声）ね\n\n"
                "3\n00:00:07,000 --> 00:00:08,000\n（笑い声）うん\n")
            .speakers.empty());
}
