#include "writers/writers.h"
#include "writers/written_text.h"

namespace visavis {

// SubRip has no markup for speakers: the name stands before the words with a colon, as most tools write it.
Written write_srt(const Transcript& transcript, const Measures& measures) {
  Written out;
  const CueTimes times = cue_times(transcript, measures);
  if (std::string note = estimate_note(times); !note.empty()) out.notes.push_back(std::move(note));
  for (std::size_t i = 0; i < transcript.turns.size(); ++i) {
    const Turn& turn = transcript.turns[i];
    if (i > 0) out.bytes += "\n";
    out.bytes += std::to_string(i + 1) + "\n" + format_clock(times.turns[i].start_ms, ',') + " --> " +
                 format_clock(times.turns[i].end_ms, ',') + "\n";
    const std::string_view name = speaker_name(transcript, turn);
    if (!name.empty()) out.bytes.append(name).append(": ");
    const std::string text = without_empty_lines(transcript.text_of(turn));
    out.bytes += text;
    if (!name.empty() || !text.empty()) out.bytes += "\n";
  }
  if (!transcript.sections.empty())
    out.notes.push_back("SubRip has no place for the headings; they are left out.");
  return out;
}

}  // namespace visavis
