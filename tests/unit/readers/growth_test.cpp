// Reading is linear in the file, also where the file is made to hurt: the exponent of processor time over
// size.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "readers/registry.h"

using namespace visavis;

namespace {

using Write = std::function<std::string(std::size_t)>;

struct Hurting {
  const char* what;
  Write write;  // of so many lines, blocks or names
};

std::string times(std::string_view block, std::size_t n) {
  std::string text;
  text.reserve(block.size() * n);
  for (std::size_t i = 0; i < n; ++i) text += block;
  return text;
}
// Each block made of its number.
std::string each(std::size_t n, const std::function<std::string(std::size_t)>& block) {
  std::string text;
  for (std::size_t i = 0; i < n; ++i) text += block(i);
  return text;
}
// A name of its own for each number.
std::string name_of(std::size_t i) {
  std::string name = "Na";
  for (; i > 0; i /= 20) name += static_cast<char>('a' + i % 20);
  return name;
}
std::string clock_of(std::size_t ms) {
  const auto two = [](std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return two(ms / 3600000 % 100) + ":" + two(ms / 60000 % 60) + ":" + two(ms / 1000 % 60) + "." +
         std::to_string(1000 + ms % 1000).substr(1);
}
const std::string kTalk = "Ana: Who rows today?\n\nBen: I do, as ever.\n\n";

std::vector<Hurting> hurting() {
  return {
      {"talk", [](std::size_t n) { return times(kTalk, n); }},
      {"rules before a talk", [](std::size_t n) { return times("-----\n\n", n) + times(kTalk, 20); }},
      {"page numbers before a talk",
       [](std::size_t n) { return times("Page 3 of 9\n\n", n) + times(kTalk, 20); }},
      {"blank lines before a talk", [](std::size_t n) { return times("\n", n) + times(kTalk, 20); }},
      {"a new bracket with each label",
       [](std::size_t n) {
         return each(n, [](std::size_t i) {
           return "Ana Lopez (" + name_of(i) + "): And then it rained.\n\nBen: So it did.\n\n";
         });
       }},
      {"a new name each turn",
       [](std::size_t n) {
         return each(n, [](std::size_t i) { return name_of(i % (i / 2 + 1)) + ": And then it rained.\n\n"; });
       }},
      {"headings alone", [](std::size_t n) { return times("## Part\n\n", n) + kTalk; }},
      {"capitals alone", [](std::size_t n) { return times("THE RIVER\n\n", n) + times(kTalk, 20); }},
      {"stamps alone", [](std::size_t n) { return times("[00:01:02]\n", n) + times(kTalk, 20); }},
      {"one line", [](std::size_t n) { return "Ana: " + times("and so on and ", n); }},
      {"one turn of lines", [](std::size_t n) { return "Ana: Well.\n" + times("It went on and on\n", n); }},
      {"one turn of lines in brackets",
       [](std::size_t n) { return "Ana: Well.\n" + times("(It went on\n", n) + ")\n"; }},
      {"one turn of short lines", [](std::size_t n) { return times(kTalk, 3) + times("on\n", n); }},
      {"emphasis that never closes", [](std::size_t n) { return times("**Ana: *so it _goes\n", n); }},
      {"brackets that never close", [](std::size_t n) { return times("(Ana [so {it\n", n) + kTalk; }},
      {"captions at one time",
       [](std::size_t n) {
         return "WEBVTT\n\n" + times("00:00:01.000 --> 00:00:02.000\n<v Ana>Yes and\n\n", n);
       }},
      {"captions backwards in time",
       [](std::size_t n) {
         return "WEBVTT\n\n" + each(n, [n](std::size_t i) {
                  return clock_of((n - i) * 1000) + " --> " + clock_of((n - i) * 1000 + 900) +
                         "\nYes and\n\n";
                });
       }},
      {"captions that all overlap",
       [](std::size_t n) {
         return "WEBVTT\n\n" + each(n, [n](std::size_t i) {
                  return clock_of(i * 10) + " --> " + clock_of(n * 10) + "\n<v " + name_of(i % 50) +
                         ">Yes\n\n";
                });
       }},
      {"a new voice each caption",
       [](std::size_t n) {
         return "WEBVTT\n\n" + each(n, [](std::size_t i) {
                  return clock_of(i * 1000) + " --> " + clock_of(i * 1000 + 900) + "\n<v " + name_of(i) +
                         ">Yes\n\n";
                });
       }},
      {"subtitles at one time",
       [](std::size_t n) { return times("1\n00:00:01,000 --> 00:00:02,000\nANA: Yes and\n\n", n); }},
      {"subtitles backwards in time",
       [](std::size_t n) {
         return each(n, [n](std::size_t i) {
           std::string from = clock_of((n - i) * 1000), to = clock_of((n - i) * 1000 + 900);
           from[8] = to[8] = ',';
           return std::to_string(i + 1) + "\n" + from + " --> " + to + "\nYes and\n\n";
         });
       }},
      {"a new name each subtitle",
       [](std::size_t n) {
         return each(n, [](std::size_t i) {
           std::string from = clock_of(i * 1000), to = clock_of(i * 1000 + 900);
           from[8] = to[8] = ',';
           return std::to_string(i + 1) + "\n" + from + " --> " + to + "\n- " + name_of(i) +
                  ": Yes\n- No\n\n";
         });
       }},
      {"one subtitle of all lines",
       [](std::size_t n) {
         return "1\n00:00:01,000 --> 00:00:02,000\n" + times("Yes and so\n", n) +
                "\n2\n00:00:03,000 --> 00:00:04,000\nNo\n";
       }},
      {"one caption of voices",
       [](std::size_t n) {
         return "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n" +
                each(n, [](std::size_t i) { return "<v " + name_of(i % 40) + ">Yes</v> "; }) + "\n";
       }},
      {"captions that roll up",
       [](std::size_t n) {
         return "WEBVTT\n\n" + each(n, [](std::size_t i) {
                  return clock_of(i * 1000) + " --> " + clock_of(i * 1000 + 900) + "\n" + name_of(i) +
                         " went on\n" + name_of(i + 1) + " went on\n\n";
                });
       }},
      {"lyrics at one time", [](std::size_t n) { return times("[00:01.00]and it rained\n", n); }},
      {"lyrics of many times",
       [](std::size_t n) {
         return each(n, [](std::size_t i) {
           return "[" + clock_of(i * 40).substr(3, 8) + "][" + clock_of(i * 30).substr(3, 8) +
                  "]and it rained\n";
         });
       }},
      {"a table with a new speaker in each row",
       [](std::size_t n) {
         return "start,end,speaker,text\n" + each(n, [](std::size_t i) {
                  return std::to_string(i) + "," + std::to_string(i + 1) + "," + name_of(i) +
                         ",\"Yes, and\"\n";
                });
       }},
      {"a table backwards in time",
       [](std::size_t n) {
         return "start,end,speaker,text\n" + each(n, [n](std::size_t i) {
                  return std::to_string(n - i) + "," + std::to_string(n - i + 1) + ",Ana,Yes\n";
                });
       }},
      {"a table's quote that never closes",
       [](std::size_t n) {
         return "start,end,speaker,text\n1,2,Ana,Yes\n3,4,Ben,\"No" + times("\n5,6,Ana,Yes", n);
       }},
      {"a conversation of many participants in CHAT",
       [](std::size_t n) {
         return "@UTF8\n@Begin\n@Languages:\teng\n@Participants:\tAAA Ana Adult\n" +
                each(n,
                     [](std::size_t i) {
                       const std::string code = {static_cast<char>('A' + i % 26),
                                                 static_cast<char>('A' + i / 26 % 26),
                                                 static_cast<char>('A' + i / 676 % 26)};
                       return "*" + code + ":\tand <it rained> [/] so .\n%com:\tquiet\n";
                     }) +
                "@End\n";
       }},
      {"one tier of intervals",
       [](std::size_t n) {
         return "\"Praat chronological TextGrid text file\"\n0 " + std::to_string(n) +
                "   ! Time domain.\n1   ! Number of tiers.\n\"IntervalTier\" \"Uma\" 0 " + std::to_string(n) +
                "\n" + each(n, [](std::size_t i) {
                  return "1 " + std::to_string(i) + " " + std::to_string(i + 1) + "\n\"well\"\n";
                });
       }},
      {"annotations backwards, over one another",
       [](std::size_t n) {
         return "<?xml version=\"1.0\"?><ANNOTATION_DOCUMENT FORMAT=\"3.0\" VERSION=\"3.0\"><HEADER "
                "TIME_UNITS=\"milliseconds\"/><TIME_ORDER>" +
                each(n,
                     [n](std::size_t i) {
                       return "<TIME_SLOT TIME_SLOT_ID=\"s" + std::to_string(i) + "\" TIME_VALUE=\"" +
                              std::to_string((n - i) * 10) + "\"/>";
                     }) +
                "<TIME_SLOT TIME_SLOT_ID=\"end\" TIME_VALUE=\"99999999\"/></TIME_ORDER><TIER TIER_ID=\"N\" "
                "LINGUISTIC_TYPE_REF=\"u\">" +
                each(n,
                     [](std::size_t i) {
                       const std::string id = std::to_string(i);
                       return "<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"" + id +
                              "\" TIME_SLOT_REF1=\"s" + id +
                              "\" TIME_SLOT_REF2=\"end\"><ANNOTATION_VALUE>so</ANNOTATION_VALUE></"
                              "ALIGNABLE_ANNOTATION></ANNOTATION>";
                     }) +
                "</TIER><LINGUISTIC_TYPE LINGUISTIC_TYPE_ID=\"u\" "
                "TIME_ALIGNABLE=\"true\"/></ANNOTATION_DOCUMENT>";
       }},
      {"voices at once in Transcriber",
       [](std::size_t n) {
         return "<?xml version=\"1.0\"?><Trans><Speakers><Speaker id=\"a\" name=\"Jo\"/><Speaker id=\"b\" "
                "name=\"Lu\"/></Speakers><Episode><Section type=\"report\" startTime=\"0\" endTime=\"8\">" +
                times(
                    "<Turn speaker=\"a b\" startTime=\"4\" endTime=\"8\"><Sync time=\"4\"/><Who "
                    "nb=\"1\"/>so<Who "
                    "nb=\"2\"/>yes</Turn>",
                    n) +
                "</Section></Episode></Trans>";
       }},
      {"utterances of a new person each",
       [](std::size_t n) {
         return "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><text><body>" +
                each(n, [](std::size_t i) { return "<u who=\"#" + name_of(i) + "\">and it rained</u>"; }) +
                "</body></text></TEI>";
       }},
      {"segments of speech recognition at one time",
       [](std::size_t n) {
         return "{\"text\":\"\",\"language\":\"en\",\"segments\":[" +
                times("{\"id\":0,\"start\":1,\"end\":2,\"text\":\" And so\",\"speaker\":\"A\"},", n) +
                "{\"id\":1,\"start\":3,\"end\":4,\"text\":\" on.\",\"speaker\":\"B\"}]}";
       }},
      {"one segment of words",
       [](std::size_t n) {
         return "{\"text\":\"\",\"language\":\"en\",\"segments\":[{\"id\":0,\"start\":0,\"end\":9,\"text\":"
                "\"" +
                times(" and", n) + "\",\"words\":[" +
                each(n,
                     [](std::size_t i) {
                       return std::string(i ? "," : "") +
                              "{\"word\":\" and\",\"start\":" + std::to_string(i) +
                              ",\"end\":" + std::to_string(i + 1) + "}";
                     }) +
                "]}]}";
       }},
      {"a page of names in bold",
       [](std::size_t n) {
         return "<!doctype html><html><body>" +
                each(n,
                     [](std::size_t i) {
                       return "<p><b>" + name_of(i % 300) + ":</b> And then it rained.</p>\n";
                     }) +
                "</body></html>";
       }},
      {"a page of tags that never close",
       [](std::size_t n) {
         return "<!doctype html><html><body><p>Ana: Yes.</p><p>Ben: No.</p>" +
                times("<i><p>Ana: so <b>it", n) + "</body></html>";
       }},
      {"one line of labels", [](std::size_t n) { return kTalk + times("Ana: Yes. Ben: No. ", n) + "\n"; }},
      {"names that hold one another",
       [](std::size_t n) {
         return each(n, [](std::size_t i) {
           return "Dr. " + name_of(i % 500) + " " + name_of(i % 700) + ": And so.\n\n" + name_of(i % 700) +
                  ": Yes.\n\n";
         });
       }},
      {"headings of rising depth",
       [](std::size_t n) {
         return each(n, [](std::size_t i) {
           return std::string(1 + i % 6, '#') + " Part " + name_of(i) + "\n\n" + kTalk;
         });
       }},
      {"stamps backwards in time",
       [](std::size_t n) {
         return each(n, [n](std::size_t i) {
           return "[" + clock_of((n - i) * 1000).substr(0, 8) + "] Ana: Yes.\n\n";
         });
       }},
  };
}

using Work = void (*)(const std::string&);

void read_it(const std::string& text) { REQUIRE(read_transcript(text, {})); }

// What no reader can do without: a table of all lines, which outgrows the machine's caches as a reader's do.
void tabulate(const std::string& text) {
  std::unordered_map<std::string, std::size_t> lines;
  std::vector<std::string> kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (lines.try_emplace(text.substr(at, end - at), kept.size()).second)
      kept.push_back(text.substr(at, end - at));
    at = end + 1;
  }
}

double seconds_of(const std::string& text, Work work) {
  double best = 1e9;
  for (int round = 0; round < 3; ++round) {
    const std::clock_t begin = std::clock();
    work(text);
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return best;
}

// Of the time over the size between n and 8 n, where n takes long enough to be measured.
double exponent(const Write& write, Work work = read_it) {
  std::size_t n = 500;
  double small = seconds_of(write(n), work);
  while (small < 0.004 && n < 64'000) small = seconds_of(write(n *= 2), work);
  return std::log2(seconds_of(write(n * 8), work) / std::max(small, 1e-4)) / 3;
}

}  // namespace

TEST_CASE("reading grows as the file does, whatever it is made of") {
  for (const Hurting& one : hurting()) {
    // A busy machine may disturb one measurement.
    double least = exponent(one.write);
    for (int again = 0; again < 3 && least > 1.3; ++again) least = std::min(least, exponent(one.write));
    double most = 1.3;
    // Where the machine is short of memory's speed, a table grows like this too.
    if (least > most) most = std::min(1.6, std::max(most, exponent(one.write, tabulate) + 0.15));
    INFO(std::string(one.what) << ": exponent " << least << ", at most " << most);
    CHECK(least < most);
  }
}
