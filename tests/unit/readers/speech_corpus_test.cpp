// Speech-to-text JSON and tables held to what others made of them. Prints right / wrong / refused per set;
// the numbers are floors.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/unicode.h"
#include "support/files.h"
#include "support/reading.h"

namespace {

using namespace visavis;
using Json = nlohmann::json;
using test::Reading;

struct Tally {
  int right = 0, wrong = 0, refused = 0;
};

std::string corpora() {
  const std::string shared = test::shared_dir();
  return shared.empty() ? shared : shared + "/corpora";
}

Reading read(const std::string& path, bool join = true) {
  const std::optional<std::string> bytes = test::read_file(path);
  return bytes ? test::read_text(*bytes, join) : Reading();
}

Json parse(const std::string& path) {
  const std::optional<std::string> bytes = test::read_file(path);
  return bytes ? Json::parse(*bytes, nullptr, false) : Json();
}

// Letters and digits alone: what two tools that spell and space differently agree on.
std::string letters(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_word_character(c)) append_utf8(out, fold_case(c));
  }
  return out;
}

std::string all_letters(const Transcript& transcript) {
  std::string out;
  for (const Turn& turn : transcript.turns) out += letters(transcript.text_of(turn));
  return out;
}

std::string speaker_of(const Transcript& transcript, const Turn& turn) {
  return turn.speaker == kNone ? "" : transcript.speakers[static_cast<std::size_t>(turn.speaker)].name;
}

bool has_name(const Transcript& transcript, const Turn& turn, const std::string& name) {
  if (turn.speaker == kNone) return name.empty();
  const Speaker& speaker = transcript.speakers[static_cast<std::size_t>(turn.speaker)];
  return speaker.name == name ||
         std::find(speaker.aliases.begin(), speaker.aliases.end(), name) != speaker.aliases.end();
}

void count(Tally& tally, const std::string& path, const Reading& reading, bool is_right, const char* what) {
  if (!reading.ok) {
    ++tally.refused;
    std::printf("    refused %s: %s\n", path.c_str(), english(reading.error.message).c_str());
  } else if (is_right) {
    ++tally.right;
  } else {
    ++tally.wrong;
    std::printf("    wrong %s: %s\n", path.c_str(), what);
  }
}

void print(const char* set, const Tally& tally) {
  std::printf("  %-40s right %3d  wrong %3d  refused %3d\n", set, tally.right, tally.wrong, tally.refused);
}

// Turn by turn: speaker, times to the millisecond, words.
bool is_same(const Transcript& transcript, const Json& segments) {
  if (transcript.turns.size() != segments.size()) return false;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Turn& turn = transcript.turns[i];
    const Json& segment = segments[i];
    if (!has_name(transcript, turn, segment.value("speaker", std::string()))) return false;
    if (turn.start_ms != std::llround(segment["startTime"].get<double>() * 1000)) return false;
    const std::int64_t end_ms = std::llround(segment["endTime"].get<double>() * 1000);
    if (end_ms >= turn.start_ms && turn.end_ms != end_ms) return false;
    if (letters(transcript.text_of(turn)) != letters(segment["body"].get<std::string>())) return false;
  }
  return true;
}

// Names runs of speakers in order, "A B A".
std::vector<std::string> runs(const Transcript& transcript) {
  std::vector<std::string> out;
  for (const Turn& turn : transcript.turns) {
    std::string name = speaker_of(transcript, turn);
    if (!name.empty() && (out.empty() || out.back() != name)) out.push_back(std::move(name));
  }
  return out;
}

std::string without_digits(std::string text) {
  std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
  return text;
}

}  // namespace

TEST_CASE("corpus: speech-to-text JSON and tables against others' readings") {
  const std::string base = corpora();
  if (base.empty()) return;
  std::printf("speech-to-text JSON and tables\n");

  Tally podcast;
  const std::string transcriptator = base + "/podcast/transcriptator/";
  for (const auto& entry : std::filesystem::directory_iterator(transcriptator)) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(".json") || name.find("_parsed") == std::string::npos) continue;
    const Json gold = parse(entry.path().string());
    const Reading reading = read(entry.path().string(), false);
    count(podcast, name, reading,
          reading.ok && is_same(reading.transcript, gold.is_array() ? gold : gold["segments"]),
          "a segment differs");
  }
  const Reading buzzcast = read(transcriptator + "buzzcast.json", false);
  count(podcast, "buzzcast.json", buzzcast,
        buzzcast.ok &&
            is_same(buzzcast.transcript, parse(transcriptator + "buzzcast_json_parsed.json")["segments"]),
        "a segment differs");
  for (const char* name : {"one_word_segments_parsed_32.json", "one_word_segments_parsed_50.json"}) {
    const Reading words = read(transcriptator + "one_word_segments.json"),
                  combined = read(transcriptator + name);
    count(podcast, std::string("one_word_segments.json as ") + name, words,
          combined.ok && words.ok && runs(words.transcript) == runs(combined.transcript) &&
              all_letters(words.transcript) == all_letters(combined.transcript) &&
              words.transcript.duration_ms() == combined.transcript.duration_ms(),
          "speakers, words or length differ");
  }
  print("podcast/transcriptator", podcast);

  // The converter leaves out or moves the words that have no times, all of them numbers, and shifts its cues.
  Tally whispertovtt;
  const std::string pair = base + "/annotation-pairs/nzilbb/whispertovtt/";
  const Reading wordlist = read(pair + "wordlist.json"), expected = read(pair + "expected_wordlist.vtt");
  std::set<std::string> names;
  for (const Speaker& speaker : wordlist.transcript.speakers) names.insert(speaker.name);
  count(whispertovtt, "wordlist.json", wordlist,
        expected.ok && names == std::set<std::string>{"Speaker 1", "Speaker 2"} &&
            without_digits(all_letters(expected.transcript)) ==
                without_digits(all_letters(wordlist.transcript)),
        "words or speakers differ");
  print("annotation-pairs whispertovtt", whispertovtt);

  Tally same_talk;
  const std::string talk = base + "/interviews/hitsave-otter/2023_Goodboy_Galaxy_Goodboy_Galaxy_-_Rik_Nicol";
  const Json openai = parse(talk + ".json");
  for (const std::string& path : {talk + ".json", talk + ".tsv", base + "/derived/whisper.cpp.json"}) {
    const Reading reading = read(path, false);
    bool right = reading.ok && reading.transcript.turns.size() == openai["segments"].size();
    for (std::size_t i = 0; right && i < openai["segments"].size(); ++i) {
      const Turn& turn = reading.transcript.turns[i];
      const Json& segment = openai["segments"][i];
      right = turn.start_ms == std::llround(segment["start"].get<double>() * 1000) &&
              turn.end_ms == std::llround(segment["end"].get<double>() * 1000) &&
              letters(reading.transcript.text_of(turn)) == letters(segment["text"].get<std::string>());
    }
    count(same_talk, path.substr(base.size()), reading, right, "a segment differs");
  }
  print("whisper's same talk", same_talk);

  Tally youtube;
  const Reading json3 = read(base + "/derived/youtube.json3"),
                vtt = read(base + "/interviews/us-debates/1960-09-26.vtt");
  count(youtube, "youtube.json3", json3,
        vtt.ok && json3.ok && all_letters(vtt.transcript).find(all_letters(json3.transcript)) == 0,
        "not how the captions begin");
  print("derived json3", youtube);

  // The services' own whole texts.
  Tally whole;
  const auto against = [&](const std::string& path, const std::string& text) {
    const Reading reading = read(base + path);
    count(whole, path, reading, reading.ok && all_letters(reading.transcript) == letters(text),
          "words differ");
  };
  for (const char* name : {"02-channel-identification", "03-speaker-identification",
                           "11-channel-identification-vocabulary-filter-mask"}) {
    const std::string path = std::string("/stt/aws/") + name + ".json";
    against(path, parse(base + path)["results"]["transcripts"][0]["transcript"]);
  }
  for (const char* path : {"/stt/deepgram/dg_speakers.json", "/stt/deepgram/dg_whisper_transcription.json"})
    against(path, parse(base + path)["results"]["channels"][0]["alternatives"][0]["transcript"]);
  for (const char* path :
       {"/stt/deepgram/assemblyai_utterances.json", "/stt/dpe/assemblyai-speakers-sample.json",
        "/stt/deepgram/whisper_timestamped.json",
        "/stt/whisper-timestamped/medium_auto.cpu_empty.mp3.words.json",
        "/stt/whisper-timestamped/corner_cases_large_apollo11.mp3.words.json",
        "/stt/whisper-timestamped/medium_fr.cpu_radio_short.mp3.words.json",
        "/stt/whisper-timestamped/punctuations_yes_punctuations.mp3.words.json",
        "/stt/whisper-timestamped/tiny_auto_accurate_jp_japanese.mp3.words.json"})
    against(path, parse(base + path)["text"]);
  for (const char* path :
       {"/stt/autoedit2/octo-kaldi.json", "/stt/bbc-rte/bbcKaldiTranscriptWithSpeakerSegments.sample.json"})
    against(path, parse(base + path)["retval"]["punct"]);
  print("stt against its own whole text", whole);

  struct Expected {
    const char* path;
    std::size_t turns;
    std::map<std::string, int> speakers;  // turns of each
  };
  const Expected expectations[] = {
      {"/stt/aws/example-call.json", 37, {{"AGENT", 19}, {"CUSTOMER", 18}}},
      {"/stt/transcriptx/mini_transcript.json", 10, {{"Alice", 5}, {"Bob", 5}}},
      {"/stt/transcriptx/transcripts/fireflies/sample.json", 3, {{"Alice", 2}, {"Bob", 1}}},
      {"/stt/transcriptx/transcripts/otter/sample.json", 3, {{"Alice", 2}, {"Bob", 1}}},
      {"/stt/transcriptx/transcripts/rev/sample.json", 3, {{"Speaker 1", 2}, {"Speaker 2", 1}}},
      {"/stt/transcriptx/whisperx_legacy.json", 2, {{"Speaker 1", 1}, {"Speaker 2", 1}}},
      {"/stt/speechmatics/two_speakers.json", 2, {{"S1", 1}, {"S2", 1}}},
      {"/interviews/transcript-explorer/csv/01-speaker-content-only.csv",
       10,
       {{"Teacher", 5}, {"Student1", 2}, {"Student2", 2}, {"Student3", 1}}},
      {"/interviews/transcript-explorer/csv/12-missing-some-timestamps.csv", 7, {{"Alice", 4}, {"Bob", 3}}},
      {"/interviews/transcript-explorer/csv/20-overlapping-times.csv",
       6,
       {{"Speaker A", 3}, {"Speaker B", 3}}},
      {"/interviews/transcript-explorer/csv/13-empty-rows-and-whitespace.csv", 6, {{"Alice", 3}, {"Bob", 2}}},
      {"/interviews/transcript-explorer/csv/15-empty-file.csv", 0, {}},
  };
  Tally counted;
  for (const Expected& want : expectations) {
    const Reading reading = read(base + want.path);
    std::map<std::string, int> turns;
    for (const Turn& turn : reading.transcript.turns)
      if (turn.speaker != kNone) ++turns[speaker_of(reading.transcript, turn)];
    count(counted, want.path, reading,
          reading.transcript.turns.size() == want.turns && turns == want.speakers,
          "turns or speakers differ");
  }
  print("turns and speakers, counted by hand", counted);

  // One recording, two services: the same two people, and each file's words to the letter.
  Tally coraal;
  const std::string recording = base + "/stt/coraal-multi/ATL_se0_ag1_f_01_1.";
  for (const char* service : {"amberscript", "rev"}) {
    const Reading reading = read(recording + service + ".json");
    const Json file = parse(recording + service + ".json");
    std::string words;
    for (const Json& part : file[file.contains("monologues") ? "monologues" : "segments"])
      for (const Json& word : part[part.contains("spans") ? "spans" : "words"])
        words += letters(word.value(word.contains("value") ? "value" : "text", std::string()));
    const std::vector<Speaker>& speakers = reading.transcript.speakers;
    count(coraal, service, reading,
          all_letters(reading.transcript) == words && speakers.size() == 2 &&
              speakers[0].name == "Interviewee" && speakers[1].name == "Interviewer",
          "people or words differ");
  }
  print("coraal-multi", coraal);

  for (const Tally* tally : {&podcast, &whispertovtt, &same_talk, &youtube, &whole, &counted, &coraal}) {
    CHECK(tally->wrong == 0);
    CHECK(tally->refused == 0);
  }
}

TEST_CASE("corpus: every JSON file and table opens or is refused with a reason") {
  const std::string base = corpora();
  if (base.empty()) return;
  std::map<std::string, Tally> folders;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(base)) {
    const std::string path = entry.path().string();
    if (!path.ends_with(".json") && !path.ends_with(".csv") && !path.ends_with(".tsv") &&
        !path.ends_with(".json3"))
      continue;
    const std::size_t start = base.size() + 1;
    Tally& tally = folders[path.substr(start, path.find('/', path.find('/', start) + 1) - start)];
    const Reading reading = read(path);
    if (reading.ok) {
      ++tally.right;
      CHECK_MESSAGE(
          (path.ends_with("tsv") || reading.transcript.report.format != "interview" ||
           reading.transcript.turns.empty() || path.find("16-completely-empty") != std::string::npos),
          path);
    } else {
      ++tally.refused;
      CHECK_MESSAGE(english(reading.error.message).size() > 20, path);
    }
  }
  std::printf("JSON and tables: opened, refused\n");
  for (const auto& [folder, tally] : folders)
    std::printf("  %-40s %3d %3d\n", folder.c_str(), tally.right, tally.refused);
  CHECK(folders["podcast/transcriptator"].refused == 0);
  CHECK(folders["stt/aws"].refused == 0);
}
