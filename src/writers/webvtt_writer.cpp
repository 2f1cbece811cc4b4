#include "words/reports.h"
#include "writers/writers.h"
#include "writers/written_text.h"

namespace visavis {

// A cue a turn, its speaker as a voice span (WebVTT, section 3.3.2 and 4.2.2: `<v Name>`; the end tag may be
// left out where the voice spans the whole cue). Escaped text can hold neither "-->" nor a tag. Cues stand in
// the order of their starts (section 4.1); words of nobody that could be taken for "Name: words" stand in a
// class span without a class, which our reader knows.
Written write_webvtt(const Transcript& transcript, const Analysis& analysis) {
  Written out;
  const WrittenTimes times = cue_times(transcript, analysis.measures);
  out.bytes = "WEBVTT\n";
  if (Message note = estimate_note(times); !note.empty()) {
    out.bytes += "\nNOTE " + english(note) + "\n";
    out.notes.push_back(std::move(note));
  }
  for (const std::uint32_t i : times.order) {
    const Turn& turn = transcript.turns[i];
    out.bytes +=
        "\n" + format_clock(times.turns[i].start_ms) + " --> " + format_clock(times.turns[i].end_ms) + "\n";
    const std::string_view name = speaker_name(transcript, turn);
    if (!name.empty()) {
      out.bytes += "<v ";
      append_escaped(out.bytes, name);
      out.bytes += ">";
    }
    const std::string text = without_empty_lines(transcript.text_of(turn));
    const bool unnamed = name.empty() && may_name_speaker(text);
    if (unnamed) out.bytes += "<c>";
    append_escaped(out.bytes, text);
    if (unnamed) out.bytes += "</c>";
    if (!name.empty() || !text.empty()) out.bytes += "\n";
  }
  note_turns(phrase::in_webvtt, transcript, &times, true, false, out);
  note_left_out(phrase::in_webvtt, transcript, {false, false, false}, out);
  return out;
}

}  // namespace visavis
