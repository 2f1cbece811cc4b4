#include <doctest/doctest.h>

#include "readers/documents/html_flow.h"
#include "readers/documents/html_tokens.h"
#include "readers/registry.h"

using namespace visavis;

namespace {

Transcript read(std::string_view page) {
  Result<Transcript> transcript = read_transcript(page);
  REQUIRE(transcript);
  CHECK(transcript->report.format == "html");
  return *std::move(transcript);
}

std::string words(std::string_view page) {
  const Result<HtmlFlow> flow = flow_html(page);
  REQUIRE(flow);
  std::string out;
  for (const HtmlBlock& block : flow->blocks) out.append(out.empty() ? "" : "|").append(block.paragraph.text);
  return out;
}

}  // namespace

TEST_CASE("podcast transcripts: cite, time and paragraphs are turns") {
  const Transcript transcript = read(
      "<!DOCTYPE html><html lang=en><head><title>Nets &amp; winters</title></head><body>\n"
      "<cite>Mara:</cite>\n<time>0:00</time>\n<p>Who mends\n them?</p>\n<p>Say.</p>\n"
      "<cite>Jonas:</cite><time>0:04</time><p>All &lt;of&gt; us.</p>"
      "<cite>Jonas:</cite><time>0:09</time><p>In winter.</p>");
  CHECK(transcript.title == "Nets & winters");
  CHECK(transcript.language == "en");
  REQUIRE(transcript.turns.size() == 2);
  CHECK(transcript.text_of(transcript.turns[0]) == "Who mends them?\n\nSay.");
  CHECK(transcript.turns[0].end_ms == 4000);
  CHECK(transcript.turns[0].end_source == TimeSource::estimated);
  CHECK(transcript.turns[0].line == 2);
  CHECK(transcript.text_of(transcript.turns[1]) == "All <of> us. In winter.");
  CHECK(transcript.speakers[1].name == "Jonas");
}

TEST_CASE("an article's interview: headings, bold names, what belongs to the page left out") {
  const Transcript transcript = read(
      "<html><head><title>Site</title><style>p { }</style></head><body><nav><p>Home: here</p></nav>"
      "<article><h1>Nets</h1><p>They met in May.</p>"
      "<p><strong>Mara:</strong> Who mends them?</p><script>var a = '<p>no</p>';</script>"
      "<p><b>Jonas</b>: All of us.<!-- not <p>this --></p><h2>Winter</h2><p><b>Mara:</b> And?</p>"
      "<p><b>Jonas:</b> Cold. <a href=#top>&#9650;</a></p></article><footer>Mara: not "
      "this</footer></body></html>");
  CHECK(transcript.title == "Nets");
  REQUIRE(transcript.speakers.size() == 2);
  CHECK(transcript.speakers[0].name == "Mara");
  CHECK(transcript.sections.size() == 2);
  CHECK(transcript.text_of(transcript.turns.back()) == "Cold.");
  CHECK(transcript.text.find("not this") == std::string::npos);
}

TEST_CASE("names by the page's own marks") {
  const Transcript transcript = read(
      "<html><body><div><p class=\"speaker\">Mara</p><p>Who mends the nets?</p></div>"
      "<div><p class=\"speaker\">Jonas</p><p>All of us.</p><p>In winter.</p></div>"
      "<div><p class=\"speaker\">Mara</p><p>And who taught you?</p></div></body></html>");
  REQUIRE(transcript.speakers.size() == 2);
  CHECK(transcript.turns.size() == 3);
}

TEST_CASE("links around a page are none of its words, however it calls them") {
  for (const char* links :
       {"<div class='navLinks'>", "<ul role=navigation>", "<div id=breadcrumb class=x>"}) {
    CAPTURE(links);
    const std::string close = links[1] == 'u' ? "</ul>" : "</div>";
    const Transcript transcript = read(
        "<html><body>" + std::string(links) + "<div><a href=a>Previous Section</a></div><a href=b>Index</a>" +
        close +
        "<h2>The weir</h2><p><b>Ana:</b> Is it shut?<p><b>Ole:</b> It is.<p><b>Ana:</b> Good.</body></html>");
    CHECK(transcript.title == "The weir");
    CHECK(transcript.turns.size() == 3);
    CHECK(transcript.report.entries.back().code == "left-out");
  }
}

TEST_CASE("the page that a messenger exports") {
  const Transcript transcript = read(
      "<html><head><title>Exported Data</title></head><body><div class=history><div class='message "
      "default'><div "
      "class=body><div class='pull_right date details' title='14.05.2023 09:01:00'>09:01</div><div "
      "class=from_name>Uli</div><div class=text>Coming?</div></div></div><div class='message default "
      "joined'><div "
      "class=body><div class=text>Tonight.</div></div></div><div class='message default'><div "
      "class=body><div "
      "class='pull_right date details' title='14.05.2023 09:02:00'>09:02</div><div "
      "class=from_name>Mia</div><div "
      "class=text>Yes.</div></div></div></div></body></html>");
  REQUIRE(transcript.speakers.size() == 2);
  CHECK(transcript.speakers[0].name == "Uli");
  CHECK(transcript.speakers[1].name == "Mia");
}

TEST_CASE("tag soup is read as a browser shows it") {
  CHECK(words("<p>a<p>b<br>c<br><br>d<li>e") == "a|b\nc|d|e");
  CHECK(words("1 < 2 &amp; 3 &gt 2 <3") == "1 < 2 & 3 > 2 <3");
  CHECK(words("<a title='>'>x</a></b></i>y") == "xy");
  CHECK(words("<pre>\n a\n  b</pre>") == " a\n  b");
  CHECK(words("a<!-- x --!> b --><script>c</script >d") == "ad");
  CHECK(words("<title>t</title>a<svg><title>b</title></svg>") == "a");
  CHECK(words("<p>a <b") == "a ");
}

TEST_CASE("deep and long pages end in a reason or an answer") {
  std::string deep;
  for (int i = 0; i < 300000; ++i) deep += "<div>";
  const Result<Transcript> transcript = read_transcript("<html>" + deep);
  REQUIRE(!transcript);
  CHECK(transcript.error().code == ErrorCode::too_large);
  CHECK(flow_html(std::string(1 << 20, '<')));
  CHECK(flow_html("<p " + std::string(1 << 20, '"')));
  std::string open;
  for (int i = 0; i < 100000; ++i) open += "<p a='";
  CHECK(flow_html(open));
}

TEST_CASE("a page may leave its first tags out") {
  for (const char* start :
       {"<!doctype html><meta charset=\"utf-8\"><title>A talk</title>", "<title>A talk</title>",
        "<!doctype html>\n<link rel=icon href=x><title>A talk</title>",
        "<style>p{margin:0}</style><title>A talk</title>"}) {
    const Transcript transcript =
        read(std::string(start) +
             "<p><b>Ada:</b> In the shed?</p>\n<p><b>Grace:</b> Well, partly &amp; late.</p>"
             "<p><b>Ada:</b> How late?</p><p><b>Grace:</b> Very.</p>");
    CHECK(transcript.title == "A talk");
    REQUIRE(transcript.turns.size() == 4);
    CHECK(transcript.speakers.size() == 2);
    CHECK(transcript.text_of(transcript.turns[1]) == "Well, partly & late.");
  }
}
