#include "base/cue_labels.h"
#include "words/reports.h"
#include "writers/writers.h"
#include "writers/written_text.h"

namespace visavis {
namespace {

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// What a reader of SubRip would take for markup, as character references; all else as it is, for not every
// player knows references.
void append_srt(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : ' ',
               after = i + 2 < text.size() ? text[i + 2] : ' ',
               last = i + 3 < text.size() ? text[i + 3] : ' ';
    if (text[i] == '&' && (next == '#' || is_letter(next)))
      out += "&amp;";
    else if (text[i] == '<' && (next == '/' || is_letter(next)))
      out += "&lt;";
    else if (text[i] == '{' && (next == '\\' || after == ':' || after == '}' || last == '}'))
      out += "&#123;";
    else if (text[i] == '\\' && (next == 'N' || next == 'h'))
      out += "&#92;";
    else if (text[i] == '>' && i >= 2 && text.substr(i - 2, 2) == "--")
      out += "&gt;";
    else
      out += text[i];
  }
}

// Whether "Name: words" alone tells every reader who speaks, by the rules for captions as found in the wild.
bool names_show(const Transcript& transcript, const std::vector<std::uint32_t>& order) {
  struct Line {
    std::uint32_t begin = 0, end = 0;
    bool first = false;
  };
  std::string words;
  std::vector<Line> lines;
  for (const std::uint32_t i : order) {
    const std::string_view name = speaker_name(transcript, transcript.turns[i]);
    if (name.empty()) continue;
    const std::string cue =
        std::string(name) + ": " + without_empty_lines(transcript.text_of(transcript.turns[i]));
    bool first = true;
    Lines walk(cue);
    for (Span span; walk.next(span); first = false) {
      const std::string_view line = trim(slice(cue, span));
      if (words.size() + line.size() > 0xFFFFFFFFu) return false;
      lines.push_back({static_cast<std::uint32_t>(words.size()),
                       static_cast<std::uint32_t>(words.size() + line.size()), first});
      words += line;
    }
  }
  const auto view = [&](const Line& line) { return slice(words, {line.begin, line.end}); };
  LabelEvidence evidence;
  for (const Line& line : lines) evidence.see(view(line), line.first);
  evidence.decide();
  std::size_t at = 0;
  for (const std::uint32_t i : order) {
    const std::string_view name = speaker_name(transcript, transcript.turns[i]);
    if (name.empty()) continue;
    const CueLabel label = find_cue_label(view(lines[at]));
    if (label.chevron || label.name != name || label.full != name || !evidence.accepts(label, true, false))
      return false;
    for (++at; at < lines.size() && !lines[at].first; ++at) {
      const CueLabel inside = find_cue_label(view(lines[at]));
      if (inside.chevron || dialogue_dash(view(lines[at])) || evidence.accepts(inside, false, true))
        return false;
    }
  }
  return true;
}

}  // namespace

// SubRip has no markup for speakers: the name stands before the words with a colon, as most tools write it.
// Where that would not tell all of them, a voice tag as of WebVTT stands before the name, in all cues; what
// nobody speaks stands in a class span then, and wherever a name before it would be taken to go on.
Written write_srt(const Transcript& transcript, const Analysis& analysis) {
  Written out;
  const WrittenTimes times = cue_times(transcript, analysis.measures);
  if (Message note = estimate_note(times); !note.empty()) out.notes.push_back(std::move(note));
  const bool bare = names_show(transcript, times.order);
  std::size_t number = 0;
  for (const std::uint32_t i : times.order) {
    const Turn& turn = transcript.turns[i];
    if (number > 0) out.bytes += "\n";
    out.bytes += std::to_string(++number) + "\n" + format_clock(times.turns[i].start_ms, ',') + " --> " +
                 format_clock(times.turns[i].end_ms, ',') + "\n";
    const std::string_view name = speaker_name(transcript, turn);
    const std::string text = without_empty_lines(transcript.text_of(turn));
    if (!name.empty()) {
      if (!bare) out.bytes.append("<v ").append(name) += ">";
      if (bare)
        append_srt(name, out.bytes);
      else
        out.bytes += name;
      out.bytes += text.empty() ? ":" : ": ";
    }
    const bool unnamed =
        name.empty() && !text.empty() && ((bare && !transcript.speakers.empty()) || may_name_speaker(text));
    if (unnamed) out.bytes += "<c>";
    append_srt(text, out.bytes);
    if (unnamed) out.bytes += "</c>";
    if (!name.empty() || !text.empty()) out.bytes += "\n";
  }
  note_turns(phrase::in_srt, transcript, &times, true, false, out);
  note_left_out(phrase::in_srt, transcript, {false, false, false}, out);
  return out;
}

}  // namespace visavis
