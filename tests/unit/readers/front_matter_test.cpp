// Front matter above a text, and transcripts inside one. Our own sentences.
#include <doctest/doctest.h>

#include "readers/documents/yaml_text.h"
#include "support/interview_dump.h"
#include "support/reading.h"

using namespace visavis;
using namespace visavis::test;

namespace {

std::string titled(const std::string& matter) {
  return reading("---\n" + matter + "---\n\nAna: Salt?\n\nBen: Yes.\n\nAna: Tea?\n\nBen: No.\n").title;
}

std::string shown(const YamlNode& node) {
  if (node.kind == YamlNode::Kind::scalar) return "'" + node.text + "'";
  if (node.kind == YamlNode::Kind::none) return "-";
  std::string out = node.kind == YamlNode::Kind::list ? "[" : "{";
  for (std::size_t i = 0; i < node.items.size(); ++i)
    out +=
        (i ? " " : "") + (node.kind == YamlNode::Kind::map ? node.keys[i] + "=" : "") + shown(node.items[i]);
  return out + (node.kind == YamlNode::Kind::list ? "]" : "}");
}

}  // namespace

TEST_CASE("front matter: titles that fold, between quotes, in blocks, with comments") {
  const std::string wanted = "Salt: a story of a house";
  CHECK(titled("guest: Bo\ntitle: Salt: a story\n  of a house\ntags:\n- x\n") == wanted);
  CHECK(titled("title: 'Salt: a story\n\n  of a house'\n") == wanted);
  CHECK(titled("title: \"Salt: a\n  story of a house\" # kept\n") == wanted);
  CHECK(titled("title: >-\n  Salt: a story\n  of a house\nlang: en\n") == wanted);
  CHECK(titled("title: |\n    Salt: a story of a house\n") == wanted);
  CHECK(titled("title:\n  Salt: a story of a house\n") == wanted);
  CHECK(titled("title: Salt: a story of a house # not this\n") == wanted);
  CHECK(titled("title: 'Ana''s \"salt\"'\n") == "Ana's \"salt\"");
  CHECK(titled("title: \"Ana's \\\"salt\\\" \\\\ tea\"\n") == "Ana's \"salt\" \\ tea");
}

TEST_CASE("front matter: names in lists are whom initials stand for") {
  const std::string talk = "---\n\nAK: Salt?\n\nBR: Yes.\n\nAK: Tea?\n\nBR: No.\n";
  for (const char* names : {"speakers:\n- Ana Kos\n- Ben Reed\n", "speakers: [Ana Kos, \"Ben Reed\"]\n",
                            "speakers: Ana Kos, Ben Reed\n", "speakers: [Ana Kos,\n  Ben Reed]\n",
                            "speakers:\n  - name: Ana Kos\n    role: host\n  - name: Ben Reed\n"}) {
    CAPTURE(names);
    CHECK(cast("---\ntitle: Salt\n" + std::string(names) + talk) == "Ana Kos (AK)\nBen Reed (BR)\n");
  }
}

TEST_CASE("YAML: maps, lists, scalars") {
  const auto read = [](const char* text) { return shown(parse_yaml(text).root); };
  CHECK(read("a: 1\nb:\n- x\n- y: 2\n  z: 3\nc: [p, 'q, r', {s: t}]\n") ==
        "{a='1' b=['x' {y='2' z='3'}] c=['p' 'q, r' {s='t'}]}");
  CHECK(read("a: one\n  two # no\n# no\nb: 'x\n  y'\nc: |\n  l1\n\n    l2\nd: >\n  f1\n  f2\n") ==
        "{a='one two' b='x y' c='l1\n\n  l2' d='f1 f2'}");
  CHECK(read("- - a\n  - b\n-\n  k: v\n") == "[['a' 'b'] {k='v'}]");
  CHECK(read("k: \"a\\u00e9\\n\\\"b\\\"\"\n'x y': z\nurl: http://a.b/c:d\n") ==
        "{k='a\u00E9\n\"b\"' x y='z' url='http://a.b/c:d'}");
  CHECK(parse_yaml("a: 1\nnothing here\n    deep\nb: 2\n").left_out.size() == 2);
  CHECK(read("") == "-");
  std::string deep;
  for (int i = 0; i < 200; ++i) deep += "- ";
  CHECK(parse_yaml(deep + "a\n").root.kind == YamlNode::Kind::list);
}

TEST_CASE("YAML: a front matter with the transcript as a list") {
  const std::string wanted = "Ada 0-~8000 Salt: who has it? Bo 8000-~20000 I do. Ada 20000-~";
  const auto told_all = [](const std::string& file) {
    const Transcript t = reading(file);
    std::string out;
    for (std::size_t i = 0; i < t.turns.size(); ++i) out += (i ? " " : "") + told(t, i);
    return t.report.format + " " + t.title + ": " + out.substr(0, 62);
  };
  CHECK(told_all("---\ntitle: Salt\ntranscript:\n- who: Ada\n  line: 'Salt: who has it?'\n  sec: 0\n- who: "
                 "Bo\n  line: "
                 "I do.\n  sec: 8\n- line: \"And tea?\"\n  who: Ada\n  time: '0:20'\n---\n") ==
        "yaml Salt: " + wanted);
  CHECK(told_all("---\ntranscript:\n  - speaker: a\n    start: 0:00\n    text: >\n      Salt: who\n      has "
                 "it?\n  - "
                 "{speaker: b, start: 0:08, text: I do.}\n  - speaker: a\n    start: 20.0\n    text: And "
                 "tea?\nspeakers:\n  a: Ada\n  b: {name: Bo}\ntitle: >-\n  Salt\n---\nMore.\n") ==
        "yaml Salt: " + wanted);
  // Sections around, and what has no place is told.
  const Transcript t = reading(
      "---\ntranscript:\n- header: Salt\n  lines:\n  - Ada: Who has it?\n  - Bo: I do.\n- header: Tea\n- "
      "who: "
      "Ada\n  words: And tea?\n  remark: She looks around.\n---\n\nA page\nbelow.\n");
  REQUIRE(t.sections.size() == 2);
  CHECK(t.sections[0].last_turn == 1);
  REQUIRE(t.turns.size() == 4);
  CHECK(told(t, 1) == "Bo ?-? I do.");
  CHECK(told(t, 3) == "- ?-? A page\nbelow.");
  CHECK(t.turns[3].line == 13);
  CHECK(t.turns[3].section == kNone);
  CHECK(reported(t, "left-out") == 1);
}

TEST_CASE("YAML: a front matter with the transcript as a text") {
  const Transcript t = reading(
      "---\ntitle: Salt\ntranscript: |\n  Ada: Who has it?\n\n  Bo: I do.\n\n  Ada: And tea?\n\n  Bo: "
      "No.\ntags:\n- "
      "x\n---\n\nA page below.\n");
  CHECK(t.report.format == "yaml");
  CHECK(t.title == "Salt");
  REQUIRE(t.turns.size() == 5);
  CHECK(told(t, 3) == "Bo ?-? No.");
  CHECK(t.turns[0].line == 4);
  CHECK(t.turns[3].line == 10);
  CHECK(told(t, 4) == "- ?-? A page below.");
  CHECK(t.turns[4].line == 15);
  // An address or nothing is none.
  CHECK(reading("---\ntranscript: https://example.org/t\n---\n\nAna: Salt?\n\nBen: Yes.\n\nAna: So.\n")
            .report.format == "interview");
  CHECK(reading("---\ntranscript:\n---\n\nAna: Salt?\n\nBen: Yes.\n\nAna: So.\n").report.format ==
        "interview");
}
