// Kinds of JSON, tables and documents as people have them.
#include <doctest/doctest.h>

#include "readers/shared/json_paths.h"
#include "support/reading.h"

using namespace visavis;
using namespace visavis::test;

namespace {

std::string all(std::string_view bytes) {
  const Transcript t = reading(bytes);
  std::string told_all;
  for (std::size_t i = 0; i < t.turns.size(); ++i) {
    if (i > 0) told_all += " | ";
    told_all +=
        t.turns[i].speaker == kNone ? "-" : t.speakers[static_cast<std::size_t>(t.turns[i].speaker)].name;
    told_all += ": " + std::string(t.text_of(t.turns[i]));
  }
  return t.turns.empty() ? t.title : told_all;
}

}  // namespace

TEST_CASE("JSON: what stands behind a long list is seen, wherever it breaks off") {
  std::string words;
  for (int i = 0; i < 4000; ++i)
    words += (i ? "," : "") + std::string(R"({"word": "a]}\"", "n": [1, {"x": 2}]})");
  for (const char* after :
       {R"("paragraphs": [{"speaker": "Ada"}])", R"( "paragraphs" : [ { "speaker":"Ada" } ])"}) {
    const std::string text = R"({"a": {"words": [)" + words + R"(], "more": 1}, )" + after + "}";
    const JsonPaths paths(text);
    CHECK(paths.has("a.words[].n[].x"));
    CHECK(paths.has("a.more"));
    CHECK(paths.has("paragraphs[].speaker"));
    CHECK_FALSE(paths.has("x"));
  }
  CHECK(JsonPaths("{\"a\": [" + words + "], \"b\": \"unclosed").has("a[].word"));
}

TEST_CASE("JSON: a list that is not in order of time is put into it") {
  CHECK(all(R"({"segments": [{"speaker": "Ann", "start": 30, "end": 33, "text": "Then."},
    {"speaker": "Bo", "start": 1.5, "end": 2.5, "text": "Where?"},
    {"speaker": "Ann", "start": 3, "end": 6, "text": "There."}]})") ==
        "Bo: Where? | Ann: There. | Ann: Then.");
  // One speaker's later piece, then an earlier one: no joining backwards.
  CHECK(
      all(R"([{"who": "A", "begin": 9, "end": 10, "line": "b"}, {"who": "A", "begin": 1, "end": 2, "line": "a"}])") ==
      "A: a | A: b");
}

TEST_CASE("JSON: who speaks may be an object") {
  CHECK(
      all(R"({"events": [{"speaker": {"full": "The Chair", "name": null, "title": "Chair"}, "text": "Open."},
    {"text": "A bell."}, {"speaker": {"full": "Berg, member", "name": "Berg"}, "text": "I ask."}]})") ==
      "The Chair: Open. | -: A bell. | Berg, member: I ask.");
  CHECK(all(R"({"messages": [{"type": "Default", "timestamp": "2023-05-14T09:00:00+00:00", "content": "Hi",
    "author": {"id": "5", "name": "tam", "nickname": "Tamsin"}}, {"type": "GuildMemberJoin",
    "timestamp": "2023-05-14T09:02:00+00:00", "content": "Joined.", "author": {"id": "6", "name": "bo",
    "nickname": null}}, {"type": "Reply", "timestamp": "2023-05-14T09:03:00+00:00", "content": "Hey",
    "author": {"id": "6", "name": "bo", "nickname": null}}]})") == "Tamsin: Hi | -: Joined. | bo: Hey");
}

TEST_CASE("JSON: a message in pieces is one text") {
  CHECK(all(R"({"messages": [{"date": "2023-05-14T09:01:00", "from": "Al", "text": "Hello"},
    {"date": "2023-05-14T09:05:00", "from": "Bo", "text": ["See ", {"type": "link", "text": "e.org"}, "."]}]})") ==
        "Al: Hello | Bo: See e.org.");
}

TEST_CASE("JSON: Slack's escapes, links and people are read back") {
  CHECK(
      all(R"([{"type": "message", "user": "U1", "text": "Q &amp; A: <https://e.org|this>, <https://f.org>, <@U2> &lt;3",
    "ts": "1684047660.0002", "user_profile": {"real_name": "Ann Li", "display_name": "ann"}},
    {"type": "message", "subtype": "channel_join", "user": "U2", "text": "<@U2> has joined", "ts": "1684047670.0"},
    {"type": "message", "user": "U2", "text": "ok &amp;amp;", "ts": "1684047680.0", "user_profile": {"real_name": "Bo"}}])") ==
      "Ann Li: Q & A: this, https://f.org, @Bo <3 | -: @Bo has joined | Bo: ok &amp;");
}

TEST_CASE("JSON: bytes written as characters are put together, where all of them are") {
  CHECK(
      all(R"({"messages": [{"sender_name": "Zo\u00c3\u00ab", "timestamp_ms": 1684047900000, "content": "caf\u00c3\u00a9 \u00f0\u009f\u0098\u00a0"}]})") ==
      "Zoë: café 😠");
  // One that is not: nothing is touched.
  CHECK(
      all(R"({"messages": [{"sender_name": "Zo\u00c3\u00ab", "timestamp_ms": 1684047900000, "content": "caf\u00e9"}]})") ==
      "ZoÃ«: café");
}

TEST_CASE("tables: rows above the header, brackets in it, lists of names, times that start anew") {
  CHECK(all("Project:,Mills,,\nDate:,2023-02-28,,\n,,,\nSpeaker,Start,End,Text\nInge,0:01,0:05,\"We baked, "
            "we sold\"\n"
            "Rolf,0:06,0:08,Never?\n") == "Inge: We baked, we sold | Rolf: Never?");
  CHECK(reading("Title;Mills\nSpeaker;Text\nInge;Yes.\nRolf;No.\n").title == "Mills");
  CHECK(all("\"Speaker (last, first)\",Start (s),Text\n\"Lund, Inge\",1.5,Hello\n\"Moe, Rolf\",4,And?\n") ==
        "Lund, Inge: Hello | Moe, Rolf: And?");
  CHECK(all("Utterance,Speaker,Start\nWhen?,['Ada Moss'],0:01\nNow.,\"[\"\"Ben\"\", 'Cy']\",0:04\n") ==
        "Ada Moss: When? | Ben, Cy: Now.");
  CHECK(all("speaker,start,end,text\nRoss,20:10,20:12,One.\nRoss,3:00,3:02,Two.\nJo,3:03,3:04,Hi.\n") ==
        "Ross: One. | Ross: Two. | Jo: Hi.");
}

TEST_CASE("tables: columns by name in more languages, as phrases, and names that stand in the words") {
  for (const char* table :
       {"Mówca;Początek;Tekst\nUte;0:01;Wo?\nBo;0:05;Am Kai.\n",
        "sep=;\nLocutor;Hora;Texto\nUte;0:01;Wo?\nBo;0:05;Am Kai.\n",
        "Time (mm:ss),Name of the speaker,What was said\n0:01,Ute,Wo?\n0:05,Bo,Am Kai.\n",
        "Heure;Nom du locuteur;Propos\n0:01;Ute;Wo?\n0:05;Bo;Am Kai.\n",
        "Name des Sprechers\tBeginn\tGesagtes\nUte\t0:01\tWo?\nBo\t0:05\tAm Kai.\n",
        "Who is speaking?,What is being said?,Time (h:m:s)\nUte,Wo?,0:01\nBo,Am Kai.,0:05\n",
        "Speaker name,Start of turn,Words spoken\nUte,1.0,Wo?\nBo,5.0,Am Kai.\n",
        "Interlocutore;Ora inizio;Battuta\nUte;0:01;Wo?\nBo;0:05;Am Kai.\n",
        "Konuşmacı,Başlangıç,Metin\nUte,0:01,Wo?\nBo,0:05,Am Kai.\n",
        "speakers,start,utterance\n\"[\"\"Ute\"\"]\",0:01,Wo?\n\"['Bo']\",0:05,Am Kai.\n",
        "1.0\t2.0\tUte: Wo?\n5.0\t6.0\tBo: Am Kai.\n7.0\t8.0\tUte: Ja.\n"}) {
    CAPTURE(table);
    const Transcript t = reading(table);
    CHECK(t.report.format == "csv");
    REQUIRE(t.turns.size() >= 2);
    CHECK(told(t, 0).starts_with("Ute 1000-"));
    CHECK(told(t, 0).ends_with(" Wo?"));
    CHECK(told(t, 1).starts_with("Bo 5000-"));
  }
}

TEST_CASE("JSON: names and times under the keys of messengers and meeting programs") {
  for (
      const char* message :
      {R"({"value":[{"createdDateTime":"2023-05-14T09:01:00Z","from":{"user":{"displayName":"Ute"}},"body":{"content":"Wo?"}},)"
       R"({"createdDateTime":"2023-05-14T09:02:30Z","from":{"user":{"displayName":"Bo"}},"body":{"content":"Hier."}}]})",
       R"([{"create_at":1684047660000,"username":"Ute","message":"Wo?"},)"
       R"({"create_at":1684047750000,"username":"Bo","message":"Hier."}])",
       R"([{"msg":"Wo?","u":{"name":"Ute"},"ts":"2023-05-14T09:01:00.000Z"},)"
       R"({"msg":"Hier.","u":{"name":"Bo"},"ts":"2023-05-14T09:02:30.000Z"}])",
       R"({"messages":[{"creator":{"name":"Ute","email":"u@e.org"},"created_date":"2020-03-03T09:01:00Z","text":"Wo?"},)"
       R"({"creator":{"name":"Bo","email":"b@e.org"},"created_date":"2020-03-03T09:02:30Z","text":"Hier."}]})",
       R"([{"sender_full_name":"Ute","timestamp":1684047660,"content":"Wo?"},)"
       R"({"sender_full_name":"Bo","timestamp":1684047750,"content":"Hier."}])",
       R"([{"name":"Ute","created_at":"2020-03-03T09:01:00Z","message":"Wo?"},)"
       R"({"name":"Bo","created_at":"2020-03-03T09:02:30Z","message":"Hier."}])"}) {
    CAPTURE(message);
    const Transcript t = reading(message);
    REQUIRE(t.turns.size() == 2);
    CHECK(told(t, 0).starts_with("Ute 0-"));
    CHECK(told(t, 1).starts_with("Bo 90000-"));
  }
}

TEST_CASE("JSON: whisper.cpp says where somebody else goes on") {
  const Transcript t =
      reading(R"({"transcription":[{"offsets":{"from":0,"to":2000},"text":" Wer?","speaker_turn_next":true},)"
              R"({"offsets":{"from":2000,"to":3000},"text":" Ich.","speaker_turn_next":false},)"
              R"({"offsets":{"from":3000,"to":4000},"text":" Nur ich.","speaker_turn_next":false}]})");
  REQUIRE(t.turns.size() == 2);
  CHECK(told(t, 1) == "- 2000-4000 Ich. Nur ich.");
}

TEST_CASE("JSON: parts of words that bring their own spaces") {
  CHECK(
      told(reading(R"({"text":"Wer? Ich.","tokens":[{"text":"W","start_ms":100,"end_ms":200,"speaker":"1"},)"
                   R"({"text":"er?","start_ms":200,"end_ms":400,"speaker":"1"},)"
                   R"({"text":" So","start_ms":500,"end_ms":900,"speaker":"1"},)"
                   R"({"text":" Ich.","start_ms":1500,"end_ms":1800,"speaker":"2"}]})"),
           0)
          .ends_with("100-900 Wer? So"));
}

TEST_CASE("tables and pages say which words they leave out, and where") {
  const auto told_of = [](std::string_view file, std::string_view code, std::uint32_t line,
                          std::string_view words) {
    const Transcript t = reading(file);
    for (const ReportEntry& entry : t.report.entries)
      if (entry.code == code && entry.line == line && entry.level == ReportLevel::warning &&
          english(entry.message).find(words) != std::string::npos)
        return true;
    return false;
  };
  CHECK(told_of("Projekt:,Mehl\nOrt:,Am Kai\n,\nSpeaker,Start,Text\nUte,0:01,Wo?\nBo,0:05,Hier.\n",
                "rows-above", 1,
                "2 rows above the names of the columns are not read: Projekt: Mehl Ort: Am Kai."));
  CHECK(told_of("Speaker,Start,Text,Notes\nUte,0:01,Wo?,\nBo,0:05,Hier.,sehr leise\n", "column-left-out", 3,
                "\"Notes\""));
  for (const char* file : {"Das Gespräch,,\nSpeaker,Start,Text\nUte,0:01,Wo?\nBo,0:05,Hier.\n",
                           "sep=,\nSpeaker,Start,Text,n\nUte,0:01,Wo?,1\nBo,0:05,Hier.,2\n"})
    for (const ReportEntry& entry : reading(file).report.entries) CHECK(entry.level == ReportLevel::info);
  const std::string page = "<html><body>\n<p>Ute: Wo?</p><p>Bo: Am Kai.</p><p>Ute: Wann?</p>\n";
  CHECK(told_of(page + "<footer>Verlag am Kai</footer></body></html>", "left-out", 3, "3 words of the page"));
  CHECK(told_of(page + "<p>Bo: Am <ruby>岬<rt>みさき</rt></ruby>.</p></body></html>", "left-out", 3,
                "1 word that"));
}

TEST_CASE("who speaks when, without words, is refused with what to do") {
  for (
      const char* list :
      {"SPEAKER talk 1 0.50 2.10 <NA> <NA> spk_a <NA> <NA>\n",
       ";; made by a program\nSPEAKER talk 1 0.50 2.10 <NA> <NA> a <NA> <NA>\nSPEAKER talk 1 3 1 <NA> <NA> b "
       "<NA> <NA>\n",
       "start=0.5s stop=2.0s SPEAKER_00\nstart=2.5s stop=4.0s SPEAKER_01\nstart=4.2s stop=6.0s SPEAKER_00\n",
       R"({"diarization":[{"speaker":"SPEAKER_00","start":0.5,"end":2},{"speaker":"SPEAKER_01","start":2.5,"end":4}]})"}) {
    CAPTURE(list);
    const Result<Transcript> result = read_transcript(list, {});
    REQUIRE_FALSE(result);
    CHECK(english(result.error().message).find("no words") != std::string::npos);
  }
}

TEST_CASE("tables: words of nobody are read, and it is said that no column names speakers") {
  const std::string_view table = "file,text,n\na,\"When, and why?\",3\na,In 1961 I came.,4\nb,And then?,2\n";
  CHECK(all(table) == "-: When, and why? | -: In 1961 I came. | -: And then?");
  CHECK(reported(reading(table), "no-speaker-column") == 1);
  // A row of another width, or a column that no name calls words: no table.
  CHECK(reading("file,text,n\na,\"When, why?\",3\nhere I came, in 1961\nb,And then?,2\n").report.format !=
        "csv");
  CHECK(reading("a,b,c\nx y,y z,3\nx y,y z,4\nx y,y z,2\n").report.format != "csv");
}

TEST_CASE("documents: a remark in bold is nobody, and a number sign is no heading") {
  const auto page = [](std::string_view first) {
    return all("<html><body>" + std::string(first) +
               "<p>Ana Holm: When did you come?</p><p>Jon Berg: In spring.</p><p>Ana Holm: And the mill?</p>"
               "<p>Jon Berg: It is a school now.</p><p>Ana Holm: Who owns it?</p></body></html>");
  };
  for (const char* remark : {"<p><b>Note:</b> This was recorded in May.</p>",
                             "<p><strong>Editor’s note</strong>: This was recorded in May.</p>",
                             "<p><b>Recorded:</b> In May, at the weir.</p>"}) {
    const std::string told_all = page(remark);
    CAPTURE(told_all);
    CHECK(told_all.find("Ana Holm: When did you come? | Jon Berg: In spring. | Ana Holm: And the mill?") !=
          std::string::npos);
  }
  const std::string numbered = page("<p># 1 priority is the river</p>");
  CHECK(numbered.find("# 1 priority is the river") != std::string::npos);
}

TEST_CASE("OHMS: words in an element of WebVTT, footnotes, syncs every half minute") {
  const auto record = [](std::string_view sync, std::string_view rest) {
    return "<ROOT xmlns=\"https://www.weareavp.com/nunncenter/ohms\"><record><title>T</title><sync>" +
           std::string(sync) + "</sync>" + std::string(rest) + "</record></ROOT>";
  };
  const std::string lines =
      "DAHL: When?\n\nMOE: Then.[[footnote]]1[[/footnote]]\n\nDAHL: And?\n\nMOE: I made one.\n";
  const Transcript half = reading(record("0.50:|3(1)|5(1)|7(1)|", "<transcript>" + lines + "</transcript>"));
  REQUIRE(half.turns.size() == 4);
  CHECK(half.turns[0].start_ms == 0);
  CHECK(half.turns[3].start_ms > 60'000);
  CHECK(half.turns[3].start_ms <= 90'000);
  CHECK(half.text.find("[[") == std::string::npos);
  CHECK(reported(half, "footnotes-left-out") == 1);
  CHECK(
      all(record("1:|3(1)|", "<transcript>" + lines +
                                 "\n[[footnotes]]\n[[note]]Of wood.[[/note]]\n[[/footnotes]]\n</transcript>"))
          .find("Of wood") == std::string::npos);
  CHECK(reported(reading(record("x:|3(1)|", "<transcript>" + lines + "</transcript>")), "times-lost") == 1);
  CHECK(all(record("",
                   "<transcript></transcript><vtt_transcript>WEBVTT\n\n00:01.000 --&gt; 00:02.000\n"
                   "&lt;v Ana&gt;When?&lt;/v&gt;&lt;v Jon&gt;Then.&lt;/v&gt;\n</vtt_transcript>")) ==
        "Ana: When? | Jon: Then.");
}

TEST_CASE("encodings: accents in Latin text are no Cyrillic, Greek, Hebrew or Arabic") {
  // Italian, with most of its accents on words of a letter; Russian, with a name in Latin letters.
  CHECK(all("Rosa: Chi \xE8?\nUgo: \xC8 la signora del mulino.\nRosa: E dov'\xE8 il mulino?\nUgo: \xC8 "
            "l\xE0.\n") ==
        "Rosa: Chi è? | Ugo: È la signora del mulino. | Rosa: E dov'è il mulino? | Ugo: È là.");
}

TEST_CASE("JSON: the chat of a broadcast") {
  CHECK(all(R"({"streamer": {"name": "Mara"}, "comments": [
    {"_id": "1", "content_offset_seconds": 4, "commenter": {"display_name": "ole_7", "_id": "9"},
     "message": {"body": "hello there", "fragments": [{"text": "hello there", "emoticon": null}]}},
    {"_id": "2", "content_offset_seconds": 9, "commenter": {"display_name": "Mara", "_id": "3"},
     "message": {"body": "welcome", "fragments": [{"text": "welcome", "emoticon": null}]}}]})") ==
        "ole_7: hello there | Mara: welcome");
}
