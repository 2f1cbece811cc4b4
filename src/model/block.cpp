#include "model/block.h"

#include "model/block_io.h"
#include "words/reports.h"

namespace visavis {
namespace {

constexpr std::uint32_t kMark = 0x76766232;  // "2bvv" in memory: this layout

}  // namespace

bool is_consistent(const Transcript& t) {
  const auto inside = [](Span span, Span outer) {
    return span.begin <= span.end && span.begin >= outer.begin && span.end <= outer.end;
  };
  const auto below = [](std::int32_t id, std::size_t count) {
    return id >= kNone && (id < 0 || static_cast<std::size_t>(id) < count);
  };
  const Span all{0, static_cast<std::uint32_t>(t.text.size())};
  const auto turns = static_cast<std::int32_t>(t.turns.size());
  for (const Turn& turn : t.turns)
    if (!inside(turn.text, all) || !below(turn.speaker, t.speakers.size()) ||
        !below(turn.section, t.sections.size()) || turn.first_word > t.words.size() ||
        turn.word_count > t.words.size() - turn.first_word)
      return false;
  for (const Word& word : t.words)
    if (!inside(word.text, all)) return false;
  for (std::size_t i = 0; i < t.sections.size(); ++i) {
    const Section& s = t.sections[i];
    // A parent stands before its children, so that a chain of parents ends.
    if (!below(s.parent, i) || s.first_turn < 0 || s.first_turn > turns || s.last_turn < s.first_turn - 1 ||
        s.last_turn >= turns)
      return false;
  }
  return true;
}

std::string write_block(const Transcript& t, std::size_t room) {
  BlockOut out;
  out.expect(t.text.size() + t.turns.size() * sizeof(Turn) + t.words.size() * sizeof(Word) +
             t.sections.size() * 80 + t.report.entries.size() * 120 + t.speakers.size() * 80 + 400 + room);
  out.pod(kMark);
  out.text(t.text);
  out.pod(static_cast<std::uint8_t>(t.has_title | t.language_given << 1));
  out.text(t.title);
  out.text(t.language);
  out.pod(static_cast<std::uint64_t>(t.speakers.size()));
  for (const Speaker& speaker : t.speakers) {
    out.text(speaker.name);
    out.pod(speaker.role);
    out.texts(speaker.aliases);
  }
  out.list(t.turns);
  out.list(t.words);
  out.pod(static_cast<std::uint64_t>(t.sections.size()));
  for (const Section& s : t.sections) {
    out.text(s.title);
    out.pod(s.kind);
    for (const std::int32_t number :
         {s.level, s.parent, static_cast<std::int32_t>(s.line), s.first_turn, s.last_turn})
      out.pod(number);
  }
  out.text(t.report.format);
  out.text(t.report.encoding);
  out.pod(t.report.bytes);
  out.pod(t.report.confidence);
  out.pod(static_cast<std::uint64_t>(t.report.entries.size()));
  for (const ReportEntry& entry : t.report.entries) {
    out.pod(entry.line);
    out.pod(entry.level);
    out.text(entry.code);
    out.text(entry.message.packed());
  }
  return out.take();
}

bool read_block(BlockIn& in, Transcript& t) {
  std::uint32_t mark = 0;
  in.pod(mark);
  in.text(t.text);
  std::uint8_t flags = 0;
  in.pod(flags);
  t.has_title = flags & 1;
  t.language_given = flags & 2;
  in.text(t.title);
  in.text(t.language);
  t.speakers.resize(static_cast<std::size_t>(in.count(17)));
  for (Speaker& speaker : t.speakers) {
    in.text(speaker.name);
    in.pod(speaker.role);
    in.texts(speaker.aliases);
  }
  in.list(t.turns);
  in.list(t.words);
  t.sections.resize(static_cast<std::size_t>(in.count(29)));
  for (Section& s : t.sections) {
    in.text(s.title);
    in.pod(s.kind);
    in.pod(s.level);
    in.pod(s.parent);
    in.pod(s.line);
    in.pod(s.first_turn);
    in.pod(s.last_turn);
  }
  in.text(t.report.format);
  in.text(t.report.encoding);
  in.pod(t.report.bytes);
  in.pod(t.report.confidence);
  t.report.entries.resize(static_cast<std::size_t>(in.count(21)));
  for (ReportEntry& entry : t.report.entries) {
    in.pod(entry.line);
    in.pod(entry.level);
    in.text(entry.code);
    std::string packed;
    in.text(packed);
    entry.message = Message::unpack(std::move(packed));
  }
  return mark == kMark && in.done();
}

Result<Transcript> read_block(std::string_view block) {
  BlockIn in(block);
  Transcript t;
  if (!read_block(in, t) || !is_consistent(t)) return Error{ErrorCode::malformed, 0, phrase::damaged_reading};
  return t;
}

}  // namespace visavis
