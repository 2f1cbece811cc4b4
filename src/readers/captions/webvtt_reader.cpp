#include <algorithm>

#include "readers/captions/webvtt_cues.h"
#include "readers/captions/webvtt_voices.h"
#include "readers/readers.h"
#include "readers/shared/cue_sheet.h"
#include "readers/shared/timed_scan.h"
#include "words/reports.h"

namespace visavis {
namespace {

bool has_signature(std::string_view text) noexcept {
  return text.starts_with("WEBVTT") &&
         (text.size() == 6 || text[6] == ' ' || text[6] == '\t' || text[6] == '\n');
}

double sniff(const Input& input) noexcept { return has_signature(input.text) ? 1 : 0; }

// A block's words on one line, at most so many bytes that a report can hold.
std::string excerpt(std::string_view text) {
  constexpr std::size_t kMost = 200;
  std::string words = collapse_spaces(text.substr(0, 4 * kMost));
  if (words.size() <= kMost) return words;
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
  return words.substr(0, end) + "…";
}

// "Language: en", also as transcription services spell it inside comments: "NOTE language:en-us".
bool take_language(std::string_view line, TranscriptBuilder& builder) {
  if (line.starts_with("NOTE ")) line.remove_prefix(5);
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view key = trim(line.substr(0, colon)), tag = trim(line.substr(colon + 1));
  if (!equals_ignoring_ascii_case(key, "language") && !equals_ignoring_ascii_case(key, "transcript_language"))
    return false;
  const bool is_tag =
      tag.size() >= 2 && tag.size() <= 35 && std::all_of(tag.begin(), tag.end(), [](char c) {
        return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      });
  if (is_tag) builder.set_language(tag);
  return is_tag;
}

// The clock of a segment of HTTP Live Streaming: which moment of the stream (in ticks of 1/90000 s) its local
// time is. RFC 8216, section 3.5. False where the lines hold none.
bool read_timestamp_map(std::string_view lines, std::int64_t& offset_ms) noexcept {
  constexpr std::string_view kKey = "X-TIMESTAMP-MAP=";
  const std::size_t begin = lines.find(kKey);
  if (begin == std::string_view::npos) return false;
  std::string_view map = lines.substr(begin + kKey.size());
  map = map.substr(0, map.find('\n'));
  std::int64_t ticks = -1, local_ms = -1;
  while (!map.empty()) {
    const std::size_t comma = std::min(map.find(','), map.size());
    const std::string_view part = trim(map.substr(0, comma));
    map.remove_prefix(std::min(comma + 1, map.size()));
    std::size_t at = 6;
    if (part.starts_with("LOCAL:")) {
      if (!collect_vtt_timestamp(part, at, local_ms)) return false;
    } else if (part.starts_with("MPEGTS:")) {
      ticks = 0;
      for (const char c : part.substr(7, 12)) {
        if (c < '0' || c > '9') return false;
        ticks = ticks * 10 + (c - '0');
      }
    }
  }
  if (ticks < 0 || local_ms < 0) return false;
  offset_ms = ticks / 90 - local_ms;
  return true;
}

// Segments that were joined into one file, each with a signature and a clock of its own.
class Segments {
 public:
  Segments(const VttFile& file, CueSheet& sheet) : file_(file), sheet_(sheet) {
    mapped_ = read_timestamp_map(slice(sheet.source, file.header_block), first_ms_);
  }

  // Moves a cue to the time that its segment gives it; false for one that the segment before has too.
  bool place(VttCue& cue) {
    for (; seen_blocks_ < file_.blocks.size(); ++seen_blocks_) {
      const std::string_view text = slice(sheet_.source, file_.blocks[seen_blocks_].text);
      if (has_signature(text)) begin_segment(text, file_.blocks[seen_blocks_].line);
    }
    if (count_ > 0 && opening_) {
      opening_ = false;
      // A clock that starts anew and nothing that says where: behind what was there.
      if (cue.start_ms + shift_ms_ < start_ms_ && cue.end_ms + shift_ms_ <= end_ms_) {
        shift_ms_ = end_ms_ - cue.start_ms;
        sheet_.builder.reports().count(cue.line, ReportLevel::warning, phrase::times_restart);
      }
    }
    cue.start_ms += shift_ms_;
    cue.end_ms += shift_ms_;
    if (count_ > 0 && cue.start_ms == start_ms_ && cue.end_ms == last_end_ms_ &&
        slice(sheet_.source, cue.text) == last_text_)
      return false;
    start_ms_ = cue.start_ms;
    last_end_ms_ = cue.end_ms;
    end_ms_ = std::max(end_ms_, cue.end_ms);
    last_text_ = slice(sheet_.source, cue.text);
    return true;
  }

 private:
  void begin_segment(std::string_view text, std::uint32_t line) {
    constexpr std::int64_t kWrap_ms = (std::int64_t{1} << 33) / 90;
    sheet_.builder.reports().count(line, ReportLevel::info, phrase::segments_joined);
    ++count_;
    opening_ = true;
    std::int64_t offset_ms = 0;
    if (!mapped_ || !read_timestamp_map(text, offset_ms)) return;
    shift_ms_ = offset_ms - first_ms_;
    if (shift_ms_ < -kWrap_ms / 2) shift_ms_ += kWrap_ms;
  }

  const VttFile& file_;
  CueSheet& sheet_;
  std::size_t seen_blocks_ = 0, count_ = 0;
  bool mapped_ = false, opening_ = false;
  std::int64_t first_ms_ = 0, shift_ms_ = 0;
  std::int64_t start_ms_ = 0, last_end_ms_ = kNoTime, end_ms_ = 0;  // of the cue before, and of all
  std::string_view last_text_;
};

// What stands beside and below the signature: a title, "Key: value" lines of old files, forgotten blank
// lines.
void read_header(const VttFile& file, CueSheet& sheet) {
  std::string_view title = trim(slice(sheet.source, file.header));
  while (title.starts_with("-") || title.starts_with("–"))
    title = trim(title.substr(title.front() == '-' ? 1 : 3));
  if (take_language(title, sheet.builder) || starts_with_ignoring_ascii_case(title, "kind:") ||
      title == "FILE") {
  } else if (!title.empty()) {
    sheet.builder.set_title(title);
  }
  const std::string_view block = slice(sheet.source, file.header_block);
  Lines lines(block);
  std::uint32_t others = 0, first_line = 0;
  std::string first;
  for (Span span; lines.next(span);) {
    const std::string_view line = trim(slice(block, span));
    if (line.empty() || take_language(line, sheet.builder) ||
        starts_with_ignoring_ascii_case(line, "kind:") || line.starts_with("X-TIMESTAMP-MAP="))
      continue;
    if (others++ > 0) continue;
    first_line = lines.number() + 1;
    first = excerpt(line);
  }
  if (others > 0)
    sheet.builder.report(first_line, ReportLevel::info,
                         Message(phrase::header_lines_skipped, {others, first}));
}

void report_blocks(const VttFile& file, CueSheet& sheet) {
  for (const VttBlock& block : file.blocks) {
    const std::string_view text = slice(sheet.source, block.text);
    switch (block.kind) {
      case VttBlock::Kind::note: {
        Lines lines(text);
        for (Span span; lines.next(span);) take_language(slice(text, span), sheet.builder);
        // A recogniser's confidence stands before every cue.
        sheet.builder.report(block.line, ReportLevel::info,
                             Message(phrase::note_skipped, {excerpt(text.substr(4))}));
        break;
      }
      case VttBlock::Kind::style:
        sheet.builder.reports().count(block.line, ReportLevel::info, phrase::style_skipped);
        break;
      case VttBlock::Kind::region:
        sheet.builder.reports().count(block.line, ReportLevel::info, phrase::region_skipped);
        break;
      case VttBlock::Kind::bad_cue:
        sheet.builder.report(block.line, ReportLevel::loss, Message(phrase::cue_dropped, {excerpt(text)}));
        break;
      case VttBlock::Kind::other:
        if (has_signature(text)) break;
        sheet.builder.report(block.line, ReportLevel::loss, Message(phrase::block_dropped, {excerpt(text)}));
        break;
    }
  }
}

// The line of a block that holds its arrow, and what stands below it.
struct BadCue {
  CueTimes times;
  Span text;
  std::uint32_t line = 0;
};

bool read_bad_cue(std::string_view source, const VttBlock& block, BadCue& out) {
  const std::string_view words = slice(source, block.text);
  Lines lines(words);
  for (Span span; lines.next(span);) {
    const std::string_view line = slice(words, span);
    if (line.find("-->") == std::string_view::npos) continue;
    const std::uint32_t below = block.text.begin + std::min<std::uint32_t>(span.end + 1, block.text.size());
    out.text = {below, block.text.end};
    out.line = block.line + lines.number() - 1;
    return scan_arrow_times(line, out.times) && out.times.end_ms != kNoTime &&
           trim(line.substr(out.times.length)).find("-->") == std::string_view::npos;
  }
  return false;
}

// Some tools write "1.5 --> 2.25" or "0:0:3.5 --> 0:0:12.5", and people put WEBVTT above a SubRip file, with
// commas for points. The specification drops such cues. Where all that it would drop are plain to read, they
// are read: several with commas, or more than anybody would write to see them dropped.
std::vector<VttCue> repaired_cues(VttFile& file, std::string_view source, CueSheet& sheet) {
  constexpr std::size_t kLeast = 16, kLeastWithCommas = 2;
  std::vector<VttCue> repaired;
  std::size_t commas = 0;
  BadCue bad;
  for (const VttBlock& block : file.blocks) {
    if (block.kind != VttBlock::Kind::bad_cue) continue;
    if (!read_bad_cue(source, block, bad) || bad.times.start_ms < 0) return {};
    VttCue cue;
    cue.start_ms = bad.times.start_ms;
    cue.end_ms = bad.times.end_ms;
    cue.text = bad.text;
    cue.line = bad.line;
    cue.text_line = bad.text.empty() ? bad.line : bad.line + 1;
    commas += slice(source, block.text).find(',') < slice(source, block.text).find("-->");
    repaired.push_back(cue);
  }
  if (repaired.size() < (commas == repaired.size() ? kLeastWithCommas : kLeast)) return {};
  sheet.builder.report(repaired.front().line, ReportLevel::warning,
                       Message(phrase::time_cues_as_meant, {repaired.size()}));
  std::erase_if(file.blocks, [](const VttBlock& block) { return block.kind == VttBlock::Kind::bad_cue; });
  return repaired;
}

// Cues before zero, as a file that was shifted too far holds them. The specification drops them, and words
// with them; they are read as SubRip's are.
std::size_t add_cues_before_zero(VttFile& file, CueSheet& sheet, VttCueText& scratch) {
  std::size_t count = 0;
  std::erase_if(file.blocks, [&](const VttBlock& block) {
    BadCue bad;
    if (block.kind != VttBlock::Kind::bad_cue || !read_bad_cue(sheet.source, block, bad) ||
        (bad.times.start_ms >= 0 && bad.times.end_ms >= 0))
      return false;
    SheetCue base;
    base.start_ms = std::max<std::int64_t>(bad.times.start_ms, 0);
    base.end_ms = std::max<std::int64_t>(bad.times.end_ms, 0);
    sheet.builder.reports().count(bad.line, ReportLevel::warning, phrase::time_cue_below_zero);
    base.line = bad.text.empty() ? bad.line : bad.line + 1;
    add_vtt_payload(sheet, bad.text, LinesSeen{}, base, scratch);
    ++count;
    return true;
  });
  return count;
}

// A file of chapters (section 5, "kind chapters"): its header says so, or its cues are titles, a line each,
// without voices, one after the other and far too slow to be speech.
bool is_chapters(const VttFile& file, std::size_t cues, const CueSheet& sheet) {
  constexpr std::size_t kMostTitle = 100;
  constexpr std::int64_t kLeast_ms = 20'000, kLeastPerWord_ms = 5'000;
  if (cues == 0 || sheet.cues.size() != cues) return false;
  const std::string_view header = slice(sheet.source, file.header),
                         block = slice(sheet.source, file.header_block);
  for (const std::string_view words : {header, block})
    if (words.find("Kind: chapters") != std::string_view::npos) return true;
  if (sheet.cues.size() < 3) return false;
  std::int64_t before_ms = 0;
  for (const SheetCue& cue : sheet.cues) {
    const std::string_view title = trim(sheet.text(cue));
    if (title.empty() || title.size() > kMostTitle || !cue.speaker.empty() ||
        title.find('\n') != std::string_view::npos || title.back() == '.' || title.back() == '?')
      return false;
    const auto words = 1 + std::count(title.begin(), title.end(), ' ');
    const std::int64_t length_ms = cue.end_ms - cue.start_ms;
    if (length_ms < kLeast_ms || length_ms < words * kLeastPerWord_ms || cue.start_ms < before_ms)
      return false;
    before_ms = cue.end_ms;
  }
  return true;
}

// A section a chapter, with its title as narration too, which keeps the chapter's times. Chapters inside
// others lie deeper.
Result<Transcript> read_chapters(CueSheet& sheet) {
  order_cues(sheet);
  repair_cue_times(sheet);
  CueJoiner joiner(sheet.builder, true);
  std::vector<std::int64_t> open_ends;
  for (const SheetCue& cue : sheet.cues) {
    while (!open_ends.empty() && open_ends.back() <= cue.start_ms) open_ends.pop_back();
    open_ends.push_back(cue.end_ms);
    const std::string title = collapse_spaces(sheet.text(cue));
    if (title.empty()) continue;
    joiner.begin_section(title, SectionKind::chapter,
                         static_cast<std::int32_t>(std::min<std::size_t>(open_ends.size(), 9)), cue.line);
    Cue turn;
    turn.text = title;
    turn.start_ms = cue.start_ms;
    turn.end_ms = cue.end_ms;
    turn.end_estimated = cue.flags & SheetCue::kEndEstimated;
    turn.line = cue.line;
    turn.breaks = true;
    if (!joiner.add(turn)) return Error{ErrorCode::too_large, cue.line, phrase::text_over_4_gib};
  }
  return sheet.builder.finish();
}

// Where cues have settings, which are not read.
struct SettingsSeen {
  std::uint32_t line = 0, count = 0;
};

void add_cue(CueSheet& sheet, const VttCue& cue, VttCueText& scratch, SettingsSeen& settings) {
  SheetCue base;
  base.start_ms = cue.start_ms;
  base.end_ms = cue.end_ms;
  base.line = cue.text_line;
  if (!cue.settings.empty() && !trim(slice(sheet.source, cue.settings)).empty() && settings.count++ == 0)
    settings.line = cue.line;
  add_vtt_payload(sheet, cue.text, cue.seen, base, scratch);
}

Result<Transcript> read_webvtt(const Input& input, const ReadOptions& options) {
  VttParser parser(input.text);
  VttFile& file = parser.file();
  if (!file.signature) return Error{ErrorCode::unreadable, 1, phrase::not_webvtt};
  CueSheet sheet;
  sheet.source = input.text;
  read_header(file, sheet);
  VttCueText scratch;
  SettingsSeen settings;
  std::size_t cues = 0;
  Segments segments(file, sheet);
  for (VttCue cue; parser.next(cue); ++cues) {
    if (segments.place(cue)) add_cue(sheet, cue, scratch, settings);
    sheet.expect_cues(parser.at());
  }
  for (const VttCue& cue : repaired_cues(file, input.text, sheet)) {
    add_cue(sheet, cue, scratch, settings);
    ++cues;
  }
  cues += add_cues_before_zero(file, sheet, scratch);
  report_blocks(file, sheet);
  if (settings.count > 0)
    sheet.builder.reports().count(settings.line, ReportLevel::info, phrase::settings_skipped, settings.count);
  if (options.join && is_chapters(file, cues, sheet)) return read_chapters(sheet);
  return finish_sheet(std::move(sheet), options.join);
}

}  // namespace

const FormatReader webvtt_reader = {"webvtt", 90, sniff, read_webvtt, true};

}  // namespace visavis
