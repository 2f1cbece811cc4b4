#include "model/record.h"

#include <cstring>

#include "base/base64.h"
#include "model/block.h"
#include "words/reports.h"

namespace visavis {
namespace {

constexpr std::uint64_t kVersion = 1;

// The same bits as another type (std::bit_cast, which older libraries lack).
template <class To, class From>
To bits_as(const From& from) {
  static_assert(sizeof(To) == sizeof(From));
  To to;
  std::memcpy(&to, &from, sizeof to);
  return to;
}

// Of a turn and of a word.
constexpr unsigned kStart = 1, kEnd = 2;
constexpr unsigned kStartSource = 4, kEndSource = 16;  // times TimeSource, two bits
constexpr unsigned kMarks = 64, kWords = 128;          // of a turn
constexpr unsigned kConfidence = 4;                    // of a word

class Out {
 public:
  void count(std::uint64_t n) {
    for (; n >= 0x80; n >>= 7) bytes_ += static_cast<char>(0x80 | (n & 0x7F));
    bytes_ += static_cast<char>(n);
  }
  void number(std::int64_t n) {
    count(static_cast<std::uint64_t>(n) << 1 ^ static_cast<std::uint64_t>(n >> 63));
  }
  // Without overflow: both ends count modulo 2^64.
  void step(std::int64_t from, std::int64_t to) {
    number(static_cast<std::int64_t>(static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from)));
  }
  void bits(std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) bytes_ += static_cast<char>(value >> (8 * i) & 0xFF);
  }
  void text(std::string_view words) {
    count(words.size());
    bytes_ += words;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

// Every read fails quietly past the end; ok() tells at last.
class In {
 public:
  explicit In(std::string_view bytes) : rest_(bytes) {}
  std::uint64_t count() {
    std::uint64_t n = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const std::uint8_t byte = next();
      n |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return n;
    }
    ok_ = false;
    return 0;
  }
  // A count of things that take at least `size` bytes each.
  std::size_t count_of(std::size_t size) {
    const std::uint64_t n = count();
    if (n > rest_.size() / size) ok_ = false;
    return ok_ ? static_cast<std::size_t>(n) : 0;
  }
  template <class Whole>
  void below(Whole& value, std::uint64_t limit) {
    const std::uint64_t n = count();
    if (n >= limit) ok_ = false;
    value = static_cast<Whole>(ok_ ? n : 0);
  }
  std::int64_t number() {
    const std::uint64_t n = count();
    return static_cast<std::int64_t>(n >> 1 ^ (~(n & 1) + 1));
  }
  std::int64_t step(std::int64_t from) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(from) + static_cast<std::uint64_t>(number()));
  }
  std::uint64_t bits(int bytes) {
    std::uint64_t value = 0;
    for (int i = 0; i < bytes; ++i) value |= static_cast<std::uint64_t>(next()) << (8 * i);
    return value;
  }
  std::string text() {
    const std::string_view words = rest_.substr(0, count_of(1));
    rest_.remove_prefix(words.size());
    if (find_invalid_utf8(words) < words.size()) ok_ = false;
    return std::string(words);
  }
  std::uint8_t next() {
    if (rest_.empty()) ok_ = false;
    if (!ok_) return 0;
    const auto byte = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }
  void fail() { ok_ = false; }
  bool ok() const { return ok_; }
  bool done() const { return ok_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

void write_words(const Transcript& t, const Turn& turn, Out& out) {
  std::uint32_t at = turn.text.begin;
  std::int64_t clock = turn.start_ms == kNoTime ? 0 : turn.start_ms;
  out.count(turn.word_count);
  for (std::uint32_t i = 0; i < turn.word_count; ++i) {
    const Word& word = t.words[turn.first_word + i];
    const bool start = word.start_ms != kNoTime, end = word.end_ms != kNoTime, sure = word.confidence >= 0;
    out.count((start ? kStart : 0u) | (end ? kEnd : 0u) | (sure ? kConfidence : 0u));
    out.step(at, word.text.begin);
    out.count(word.text.size());
    at = word.text.end;
    if (start) out.step(clock, word.start_ms), clock = word.start_ms;
    if (end) out.step(clock, word.end_ms), clock = word.end_ms;
    if (sure) out.bits(bits_as<std::uint32_t>(word.confidence), 4);
  }
}

// `size`: of the turn's words as they were recorded. Spans are given from there, and are kept where they fit.
void read_words(Transcript& t, Turn& turn, std::uint64_t size, In& in) {
  const std::size_t words = in.count_of(3), first = t.words.size();
  const bool edited = size != turn.text.size();
  std::int64_t at = 0, clock = turn.start_ms == kNoTime ? 0 : turn.start_ms;
  for (std::size_t i = 0; i < words && in.ok(); ++i) {
    const std::uint64_t flags = in.count();
    Word word;
    const std::int64_t begin = in.step(at);
    const std::uint64_t length = in.count();
    if (begin < 0 || static_cast<std::uint64_t>(begin) > size ||
        length > size - static_cast<std::uint64_t>(begin))
      return in.fail();
    at = begin + static_cast<std::int64_t>(length);
    if (flags & kStart) word.start_ms = clock = in.step(clock);
    if (flags & kEnd) word.end_ms = clock = in.step(clock);
    if (flags & kConfidence) word.confidence = bits_as<float>(static_cast<std::uint32_t>(in.bits(4)));
    if (edited) continue;
    word.text = {turn.text.begin + static_cast<std::uint32_t>(begin),
                 turn.text.begin + static_cast<std::uint32_t>(at)};
    t.words.push_back(word);
  }
  turn.first_word = static_cast<std::uint32_t>(first);
  turn.word_count = static_cast<std::uint32_t>(t.words.size() - first);
}

void write_turns(const Transcript& t, Out& out) {
  std::int64_t line = 0, clock = 0;
  out.count(t.turns.size());
  for (const Turn& turn : t.turns) {
    const bool start = turn.start_ms != kNoTime, end = turn.end_ms != kNoTime;
    out.bits((start ? kStart : 0u) | (end ? kEnd : 0u) |
                 static_cast<unsigned>(turn.start_source) * kStartSource |
                 static_cast<unsigned>(turn.end_source) * kEndSource | (turn.marks ? kMarks : 0u) |
                 (turn.word_count ? kWords : 0u),
             1);
    out.number(turn.speaker);
    out.number(turn.section);
    out.step(line, turn.line);
    out.count(turn.text.size());
    line = turn.line;
    if (start) out.step(clock, turn.start_ms), clock = turn.start_ms;
    if (end) out.step(clock, turn.end_ms);
    if (turn.marks) out.count(turn.marks);
    if (turn.word_count) write_words(t, turn, out);
  }
}

// How many turns were edited; the first one's line is in `first_line`.
std::size_t read_turns(std::span<const std::string> words, Transcript& t, In& in, std::uint32_t& first_line) {
  std::size_t edited = 0;
  std::int64_t line = 0, clock = 0;
  if (in.count_of(5) != words.size()) in.fail();
  for (std::size_t i = 0; i < words.size() && in.ok(); ++i) {
    Turn turn;
    const unsigned flags = in.next();
    const std::int64_t speaker = in.number(), section = in.number();
    line = in.step(line);
    const std::uint64_t size = in.count();
    const auto start_source = flags / kStartSource & 3u, end_source = flags / kEndSource & 3u;
    const auto is_id = [](std::int64_t id) { return id >= kNone && id <= INT32_MAX; };
    if (!is_id(speaker) || !is_id(section) || line < 0 || line > UINT32_MAX || start_source > 2 ||
        end_source > 2)
      in.fail();
    turn.speaker = static_cast<std::int32_t>(speaker);
    turn.section = static_cast<std::int32_t>(section);
    turn.line = static_cast<std::uint32_t>(line);
    if (flags & kStart) turn.start_ms = clock = in.step(clock);
    if (flags & kEnd) turn.end_ms = in.step(clock);
    turn.start_source = static_cast<TimeSource>(start_source);
    turn.end_source = static_cast<TimeSource>(end_source);
    if (flags & kMarks) in.below(turn.marks, 256);
    if (i) t.text += '\n';
    turn.text = {static_cast<std::uint32_t>(t.text.size()),
                 static_cast<std::uint32_t>(t.text.size() + words[i].size())};
    t.text += words[i];
    if (size != words[i].size() && !edited++) first_line = turn.line;
    if (flags & kWords) read_words(t, turn, size, in);
    t.turns.push_back(turn);
  }
  return edited;
}

}  // namespace

std::string write_record(const Transcript& t) {
  Out out;
  out.count(kVersion);
  out.count(static_cast<unsigned>(t.has_title) | static_cast<unsigned>(t.language_given) << 1);
  out.text(t.title);
  out.text(t.language);
  out.count(t.speakers.size());
  for (const Speaker& speaker : t.speakers) {
    out.text(speaker.name);
    out.count(static_cast<std::uint64_t>(speaker.role));
    out.count(speaker.aliases.size());
    for (const std::string& alias : speaker.aliases) out.text(alias);
  }
  out.count(t.sections.size());
  for (const Section& s : t.sections) {
    out.text(s.title);
    out.count(static_cast<std::uint64_t>(s.kind));
    for (const std::int64_t number : {std::int64_t{s.level}, std::int64_t{s.parent}, std::int64_t{s.line},
                                      std::int64_t{s.first_turn}, std::int64_t{s.last_turn}})
      out.number(number);
  }
  out.text(t.report.format);
  out.text(t.report.encoding);
  out.count(t.report.bytes);
  out.bits(bits_as<std::uint64_t>(t.report.confidence), 8);
  out.count(t.report.entries.size());
  for (const ReportEntry& entry : t.report.entries) {
    out.count(entry.line);
    out.count(static_cast<std::uint64_t>(entry.level));
    out.text(entry.code);
    out.text(english(entry.message));
  }
  write_turns(t, out);
  return to_base64(out.bytes());
}

Result<Transcript> read_record(std::string_view record, std::span<const std::string> words) {
  const Error damaged{ErrorCode::malformed, 0, phrase::damaged_copy};
  std::string bytes;
  if (!from_base64(record, bytes)) return damaged;
  In in(bytes);
  if (in.count() != kVersion) return Error{ErrorCode::unsupported, 0, phrase::other_version};
  Transcript t;
  unsigned flags = 0;
  in.below(flags, 4);
  t.has_title = flags & 1;
  t.language_given = flags & 2;
  t.title = in.text();
  t.language = in.text();
  t.speakers.resize(in.count_of(3));
  for (Speaker& speaker : t.speakers) {
    speaker.name = in.text();
    in.below(speaker.role, static_cast<std::uint64_t>(Role::participant) + 1);
    speaker.aliases.resize(in.count_of(1));
    for (std::string& alias : speaker.aliases) alias = in.text();
  }
  t.sections.resize(in.count_of(7));
  for (Section& s : t.sections) {
    s.title = in.text();
    in.below(s.kind, static_cast<std::uint64_t>(SectionKind::derived) + 1);
    for (std::int32_t* number :
         {&s.level, &s.parent, reinterpret_cast<std::int32_t*>(&s.line), &s.first_turn, &s.last_turn})
      *number = static_cast<std::int32_t>(in.number());
    if (s.level < 1) in.fail();
  }
  t.report.format = in.text();
  t.report.encoding = in.text();
  t.report.bytes = in.count();
  t.report.confidence = bits_as<double>(in.bits(8));
  if (!(t.report.confidence >= 0 && t.report.confidence <= 1)) in.fail();
  t.report.entries.resize(in.count_of(4));
  for (ReportEntry& entry : t.report.entries) {
    in.below(entry.line, std::uint64_t{UINT32_MAX} + 1);
    in.below(entry.level, static_cast<std::uint64_t>(ReportLevel::loss) + 1);
    entry.code = in.text();
    entry.message = Message::sentence(in.text());
  }
  std::uint32_t first_line = 0;
  const std::size_t edited = read_turns(words, t, in, first_line);
  if (!in.done() || !is_consistent(t)) return damaged;
  if (edited)
    t.report.entries.push_back({first_line, ReportLevel::info, Message(phrase::copy_edited, {edited})});
  return t;
}

}  // namespace visavis
