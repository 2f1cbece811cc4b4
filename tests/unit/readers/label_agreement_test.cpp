// Who speaks is told alike in a text and in captions: captions find the common labels by themselves
// (base/cue_labels.h) and ask plain text's table of conventions for the others (interview_cues.h), so each
// line of a set is read as a document of several, once as a text, once as SubRip, once as WebVTT.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/text.h"
#include "support/reading.h"

namespace visavis {
namespace {

constexpr std::string_view kWords[] = {
    "The river rose twice last night.", "We moved the pumps before noon.",
    "Nobody slept in the lower town.",  "The second gate held, so we waited.",
    "Then the wind turned north.",      "I called the mill at six.",
    "They said the road was gone.",     "So we walked over the hill."};
constexpr std::size_t kCount = std::size(kWords);

// Who opens a turn, one after the other.
std::string order(std::string_view text) {
  const Result<Transcript> read = read_transcript(text, {});
  if (!read) return "refused";
  std::string names;
  std::string_view last;
  for (const Turn& turn : read->turns) {
    if (turn.speaker == kNone) continue;
    const std::string_view name = read->speakers[static_cast<std::size_t>(turn.speaker)].name;
    if (name != last) names.append(name).append("|");
    last = name;
  }
  return names;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

// The same lines as a text, and as captions.
void check_alike(const std::vector<std::string>& lines) {
  std::string text, srt, vtt = "WEBVTT\n\n";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    text += lines[i] + "\n\n";
    const auto clock = [](std::size_t s) {
      return "00:" + std::to_string(10 + s / 60) + ":" + std::to_string(10 + s % 50) + ".000";
    };
    const std::string times = clock(4 * i) + " --> " + clock(4 * i + 3) + "\n";
    srt += std::to_string(i + 1) + "\n" + replaced(times, ".000", ",000") + lines[i] + "\n\n";
    vtt += times + replaced(replaced(lines[i], "<", "&lt;"), ">", "&gt;") + "\n\n";
  }
  const std::string of_text = order(text), of_srt = order(srt), of_vtt = order(vtt);
  CAPTURE(lines[0]);
  CAPTURE(of_text);
  CHECK(of_srt == of_text);
  CHECK(of_vtt == of_text);
}

}  // namespace

TEST_CASE("labels: who speaks is told alike in text and captions") {
  // {n} is the name, {w} the words.
  const auto talk = [](std::string_view a, std::string_view b, std::string_view form) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < kCount; ++i)
      lines.push_back(replaced(replaced(std::string(form), "{n}", i % 2 ? b : a), "{w}", kWords[i]));
    check_alike(lines);
  };
  constexpr std::string_view kNames[][2] = {{"Ana", "Ben"},
                                            {"Ana Vogt", "Ben Holm"},
                                            {"ANA", "BEN"},
                                            {"安娜", "本"},
                                            {"Speaker 1", "Speaker 2"},
                                            {"Q", "A"},
                                            {"AV", "BH"},
                                            {"Jan van Dijk", "Maria de la Cruz"},
                                            {"Dr. Vogt", "Prof. Holm"},
                                            {"Mr. Vogt", "Mrs. Holm"},
                                            {"Ana Vogt (host)", "Ben Holm (guest)"},
                                            {"Ana’s iPad", "Ben"},
                                            {"ana", "ben"},
                                            {"Ana vogt", "Ben Holm"},
                                            {"The Chair", "Mr. Holm"},
                                            {"ana_v", "ben99"},
                                            {"Anne-Marie", "Jean-Luc"},
                                            {"O'Neill", "D'Arcy"},
                                            {"Анна", "Иван"},
                                            {"Άννα", "Νίκος"},
                                            {"آنا", "بن"},
                                            {"안나", "지훈"},
                                            {"Interviewer", "Respondent"},
                                            {"Moderatorin", "Gast"},
                                            {"Ana Vogt, Mayor", "Ben Holm"},
                                            {"A. Vogt", "B. Holm"}};
  for (const auto& names : kNames) talk(names[0], names[1], "{n}: {w}");
  talk("安娜", "小李", "{n}：{w}");
  talk("安娜", "小李", "（{n}）{w}");
  talk("安娜", "小李", "【{n}】{w}");
  for (const std::string_view form :
       {"{n} – {w}", "{n} — {w}", "{n} - {w}", "{n}.—{w}", "[{n}] {w}", "[{n}]: {w}", "<{n}> {w}",
        "- {n}: {w}", ">> {n}: {w}", "**{n}:** {w}", "**{n}**: {w}", "*{n}*: {w}", "{n} (k): {w}",
        "{n} : {w}", "{{n}} {w}", "{n} > {w}", "{n} | {w}"}) {
    talk("Ana", "Ben", form);
    talk("ANA", "BEN", form);
  }
  talk("Mr. SMITH", "Ms. HOLM", "{n}. {w}");
  talk("HAMLET", "OPHELIA", "{n}. {w}");
  talk("Q", "A", "{n}. {w}");
  // Remarks, addresses, times and sentences name nobody, alone or amid a talk.
  for (const std::string_view label : {"Hinweis",
                                       "Note",
                                       "NOTE",
                                       "Warning",
                                       "Achtung",
                                       "Attention",
                                       "Remarque",
                                       "Nota",
                                       "Ejemplo",
                                       "Beispiel",
                                       "Примечание",
                                       "Внимание",
                                       "Uwaga",
                                       "Opmerking",
                                       "Obs",
                                       "Huomautus",
                                       "Poznámka",
                                       "Megjegyzés",
                                       "注",
                                       "注意",
                                       "참고",
                                       "Dikkat",
                                       "Update",
                                       "Summary",
                                       "Source",
                                       "Quelle",
                                       "Translation",
                                       "Transcript",
                                       "Photo",
                                       "At 5",
                                       "At 10:30",
                                       "http://example.org",
                                       "She said",
                                       "Er fragte",
                                       "One more thing",
                                       "My question is"}) {
    std::vector<std::string> alone(kWords, kWords + kCount), amid;
    alone[3] = std::string(label) + ": " + alone[3];
    for (std::size_t i = 0; i < kCount; ++i)
      amid.push_back((i == 4 ? std::string(label) : i % 2 ? "Ben" : "Ana") + ": " + std::string(kWords[i]));
    check_alike(alone);
    check_alike(amid);
  }
}

}  // namespace visavis
