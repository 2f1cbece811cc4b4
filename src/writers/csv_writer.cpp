#include "words/reports.h"
#include "writers/writers.h"
#include "writers/written_text.h"

namespace visavis {

Written write_csv(const Transcript& transcript, const Analysis&) {
  Written out;
  bool times = false;
  for (const Turn& turn : transcript.turns) times |= turn.start_ms != kNoTime || turn.end_ms != kNoTime;
  const bool sections = !transcript.sections.empty();
  out.bytes = sections ? "section,speaker," : "speaker,";
  out.bytes += times ? "start,end,text\r\n" : "text\r\n";
  for (const Turn& turn : transcript.turns) {
    if (sections) {
      if (turn.section != kNone)
        append_csv_field(out.bytes, transcript.sections[static_cast<std::size_t>(turn.section)].title);
      out.bytes += ',';
    }
    append_csv_field(out.bytes, speaker_name(transcript, turn));
    out.bytes += ',';
    if (times) {
      if (turn.start_ms != kNoTime) out.bytes += format_clock(turn.start_ms);
      out.bytes += ',';
      if (turn.end_ms != kNoTime && turn.end_source != TimeSource::estimated)
        out.bytes += format_clock(turn.end_ms);
      out.bytes += ',';
    }
    append_csv_field(out.bytes, transcript.text_of(turn));
    out.bytes += "\r\n";
  }
  note_turns(phrase::the_table, transcript, nullptr, true, true, out);
  note_left_out(phrase::the_table, transcript, {true, false, false, 1}, out);
  return out;
}

}  // namespace visavis
