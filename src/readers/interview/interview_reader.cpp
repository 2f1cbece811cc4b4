// Plain-text interviews, hearings, plays and the text exports of meeting tools: one reader for all, in four
// stages. Lines (interview_lines.h), labels and persons (interview_speakers.h), structure
// (interview_structure.h), and here the transcript. No convention is assumed: what recurs in the document
// decides.
#include <algorithm>

#include "base/seldom.h"
#include "base/unicode.h"
#include "model/builder.h"
#include "readers/catalogue.h"
#include "readers/interview/interview_structure.h"
#include "readers/interview/interview_written.h"
#include "readers/readers.h"
#include "readers/shared/cues.h"
#include "readers/shared/json_paths.h"
#include "words/reports.h"

namespace visavis {
namespace {

using namespace interview;

constexpr std::size_t kMostTextBytes = std::size_t{1} << 30;

bool opens_with_our_front_matter(std::string_view head) noexcept {
  return head.starts_with("---\nformat: vis-a-vis\n") || head.starts_with("---\r\nformat: vis-a-vis\r\n");
}

// Looks at the head of the file without allocating: how many lines open with a label that was seen before.
double sniff(const Input& input) noexcept {
  if (input.binary || input.is_json) return 0;
  const std::string_view head = input.text.substr(0, 64 << 10);
  if (opens_as_written(head) || opens_with_our_front_matter(head)) return 0.97;
  constexpr double kMostByLabels = 0.8;
  if (input.reached > kMostByLabels) return 0;
  std::uint64_t seen[256] = {};
  std::size_t lines = 0, labelled = 0, returning = 0;
  Lines walk(head);
  for (Span raw; walk.next(raw);) {
    const Span line = trim(head, raw);
    if (line.empty()) continue;
    ++lines;
    Candidate found;
    if (!find_candidate(head, line, found) || found.label.empty() || found.style == Style::alone ||
        found.style == Style::dash)
      continue;
    const std::string_view label = slice(head, found.label);
    if (label_shape(label) != Shape::strong) continue;
    ++labelled;
    const std::uint64_t hash = hash_bytes(label) | 1;
    std::uint64_t& slot = seen[hash >> 56];
    returning += slot == hash;
    slot = hash;
  }
  if (lines == 0) return 0.1;
  const double share = static_cast<double>(returning) / static_cast<double>(lines);
  if (returning < 2 || labelled < 3) return 0.1;
  return std::min(kMostByLabels, 0.3 + share);
}

// Where a time in brackets closes the text, and the time: "… in May. #00:01:02-5#". The text's size where
// none does.
std::size_t closing_time(std::string_view text, std::int64_t& ms) noexcept {
  if (text.size() < 6) return text.size();
  const char last = text.back(), first = last == ')' ? '(' : last == ']' ? '[' : last == '#' ? '#' : 0;
  const std::size_t at = first ? text.rfind(first, text.size() - 2) : std::string_view::npos;
  Stamp stamp;
  if (at == std::string_view::npos || parse_stamp(text.substr(at), stamp, false) != text.size() - at)
    return text.size();
  ms = stamp.start_ms;
  return at;
}

// Programs for transcribing by hand write the time where a turn ends. Each begins where the one before ended.
bool has_closing_times(const Transcript& transcript) {
  std::size_t spoken = 0, closed = 0;
  std::int64_t before_ms = 0, ms = 0;
  for (const Turn& turn : transcript.turns) {
    if (turn.start_ms != kNoTime) return false;
    spoken += turn.speaker != kNone;
    const std::string_view text = transcript.text_of(turn);
    if (closing_time(text, ms) == text.size()) continue;
    if (ms < before_ms) return false;
    before_ms = ms;
    ++closed;
  }
  return closed >= 3 && closed * 3 >= spoken * 2;
}

void read_closing_times(Transcript& transcript) {
  std::int64_t before_ms = 0, ms = 0;
  for (Turn& turn : transcript.turns) {
    const std::string_view text = transcript.text_of(turn);
    const std::size_t size = closing_time(text, ms);
    turn.start_ms = before_ms;
    turn.start_source = TimeSource::estimated;
    if (size == text.size()) continue;
    turn.text.end = turn.text.begin + static_cast<std::uint32_t>(trim(text.substr(0, size)).size());
    turn.end_ms = before_ms = ms;
    turn.end_source = TimeSource::measured;
  }
}

class Writing {
 public:
  Writing(std::string text, const Page& page, const Findings& findings, const Structure& structure)
      : page_(page), findings_(findings), structure_(structure) {
    builder_.use_text(std::move(text));
    text_ = builder_.text();
  }

  Result<Transcript> run() {
    builder_.expect_turns(structure_.parts.size());
    all_timed_ = find_all_timed();
    for (const Person& person : findings_.persons) {
      const std::int32_t id = speaker(person.name);
      Speaker& made = builder_.speaker_at(id);
      made.role = person.role;
      for (const std::string& alias : person.aliases) builder_.add_alias(id, alias);
      ids_.push_back(id);
    }
    if (!page_.language.empty()) builder_.set_language(page_.language);
    write_title();
    for (std::size_t p = 0; p < structure_.parts.size(); ++p) {
      const Part& part = structure_.parts[p];
      if (part.kind == PartKind::heading) {
        if (p != 0 || !drop_title_section_)
          builder_.begin_section(collapse_spaces(slice(text_, part.title)), SectionKind::heading, part.level,
                                 page_.lines[part.first].number);
      } else {
        write_turn(part);
      }
    }
    Span appended;
    builder_.expect_text(own_.size());
    if (!builder_.append_text(own_, appended)) return Error{ErrorCode::too_large, 0, phrase::text_over_4_gib};
    for (const ReportEntry& entry : page_.entries) builder_.report(entry);
    for (const ReportEntry& entry : findings_.entries) builder_.report(entry);
    Transcript transcript = builder_.finish();
    if (has_closing_times(transcript)) seldom(read_closing_times)(transcript);
    estimate_missing_ends(transcript);
    return transcript;
  }

 private:
  // Persons who share a displayed name but not an identity stay apart in the file's own words.
  std::int32_t speaker(const std::string& name) { return builder_.speaker(name); }

  void write_title() {
    if (!page_.title.empty()) builder_.set_title(page_.title);
    if (!structure_.title_first) return;
    const Part& first = structure_.parts.front();
    if (page_.title.empty()) builder_.set_title(collapse_spaces(slice(text_, first.title)));
    if (page_.has_front_matter && !page_.title.empty()) return;
    // Still a section if anything is said before the next heading of its level.
    drop_title_section_ = true;
    for (std::size_t p = 1; p < structure_.parts.size(); ++p) {
      const Part& part = structure_.parts[p];
      if (part.kind == PartKind::heading && part.level <= first.level) break;
      if (part.kind != PartKind::heading) {
        drop_title_section_ = false;
        break;
      }
    }
  }

  const Candidate* candidate(std::size_t line) const {
    const std::int32_t c = findings_.uses[line].candidate;
    return c < 0 ? nullptr : &findings_.candidates[static_cast<std::size_t>(c)];
  }

  // A time alone on the line before the part.
  const Stamp* stamp_above(std::uint32_t first) const {
    for (std::uint32_t i = first; i-- > 0;) {
      if (page_.lines[i].role == LineRole::furniture) continue;
      const Candidate* c = candidate(i);
      return findings_.uses[i].use == Use::timed && c && c->text.empty() ? &c->stamp : nullptr;
    }
    return nullptr;
  }

  void write_turn(const Part& part) {
    const LineUse& use = findings_.uses[part.first];
    const Candidate* c = candidate(part.first);
    const bool opens = use.use == Use::label || use.use == Use::unnamed ||
                       (use.use == Use::timed && findings_.timed_narration);
    Turn turn;
    turn.line = page_.lines[part.first].number;
    if (use.use == Use::label) {
      const std::int32_t person = findings_.labels[static_cast<std::size_t>(use.label)].person;
      turn.speaker = person < 0 ? kNone : ids_[static_cast<std::size_t>(person)];
    }
    const Stamp* stamp = opens && c && c->has_stamp ? &c->stamp : stamp_above(part.first);
    Part words = part;
    Span first = opens && c ? c->text : page_.lines[part.first].span;
    if (opens && c && c->text.empty() && part.last > part.first + 1) {
      // A time between the name and the words.
      const Candidate* below = candidate(part.first + 1);
      if (findings_.uses[part.first + 1].use == Use::timed && below && below->text.empty()) {
        if (!stamp) stamp = &below->stamp;
        words.first = part.first + 2;
        first = page_.lines[words.first].span;
      }
    }
    if (!stamp && opens && c && c->text.empty() && words.first == part.first && part.last > part.first) {
      // A time opens the words below the name.
      const Candidate* below = candidate(part.first + 1);
      const bool is_time =
          below && below->has_stamp && below->bare_text > page_.lines[part.first + 1].span.begin;
      if (is_time && !below->dashed && findings_.uses[part.first + 1].use != Use::label) {
        stamp = &below->stamp;
        words.first = part.first + 1;
        first = {below->bare_text, page_.lines[words.first].span.end};
      }
    }
    if (stamp && stamp->start_ms != kNoTime) {
      turn.start_ms = stamp->start_ms;
      turn.start_source = stamp->wall_clock ? TimeSource::estimated : TimeSource::measured;
      turn.end_ms = stamp->end_ms;
      if (stamp->end_ms != kNoTime) turn.end_source = TimeSource::measured;
    }
    turn.text = text_of(words, first, opens && c ? c->aside : Span{});
    if (turn.speaker == kNone && turn.text.empty()) return;  // a time at which nothing is said
    builder_.add_turn(turn);
  }

  // Nearly every line inside the turns opens with a time: "--- Ana ---" above captions of hers.
  bool find_all_timed() const {
    std::size_t lines = 0, timed = 0;
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      if (page_.lines[i].role != LineRole::text || findings_.uses[i].use == Use::label) continue;
      const Candidate* c = candidate(i);
      ++lines;
      timed += c && c->has_stamp && c->bare_text > page_.lines[i].span.begin;
    }
    return timed > findings_.turns && timed * 10 >= lines * 9;
  }

  // The words of a line inside a turn, without the columns of times that every line has.
  Span words_of(std::uint32_t i) const {
    const Candidate* c = candidate(i);
    const Span whole = page_.lines[i].span;
    return c && c->has_stamp && (all_timed_ || (c->stamp.columns && c->label.empty()))
               ? trim(text_, {c->bare_text, whole.end})
               : whole;
  }

  Span text_of(const Part& part, Span first, Span aside) {
    bool cut = !aside.empty();
    std::uint32_t last = part.first;
    for (std::uint32_t i = part.first + 1; i <= part.last; ++i) {
      if (page_.lines[i].role == LineRole::furniture || page_.lines[i].role == LineRole::rule) continue;
      for (std::uint32_t k = last + 1; k < i; ++k) cut = cut || page_.lines[k].role == LineRole::furniture;
      cut = cut || words_of(i).begin != page_.lines[i].span.begin;
      last = i;
    }
    if (last == part.first && !cut) return trim(text_, first);
    if (!cut && !page_.numbered) return trim(text_, {first.begin, page_.lines[last].span.end});
    const std::size_t begin = own_.size();
    if (!aside.empty()) own_.append(slice(text_, aside)).append(first.empty() ? "" : " ");
    own_ += trim(slice(text_, first));
    for (std::uint32_t i = part.first + 1; i <= last; ++i) {
      const Line& line = page_.lines[i];
      if (line.role == LineRole::furniture) continue;
      if (own_.size() > begin) {
        own_ += '\n';
        const bool page_between = page_.lines[i - 1].role == LineRole::furniture;
        if (line.after_blank && !page_between && !page_.numbered) own_ += '\n';
      }
      own_ += slice(text_, words_of(i));
    }
    return {static_cast<std::uint32_t>(text_.size() + begin),
            static_cast<std::uint32_t>(text_.size() + own_.size())};
  }

  std::string_view text_;  // the builder's, which stays in place until `own_` goes behind it
  std::string own_;        // words of turns that are not one piece of the text
  const Page& page_;
  const Findings& findings_;
  const Structure& structure_;
  TranscriptBuilder builder_;
  std::vector<std::int32_t> ids_;  // of persons
  bool drop_title_section_ = false, all_timed_ = false;
};

Result<bool> find_speakers(std::string_view text, const Corrections& corrections, Page& page,
                           Findings& findings) {
  page = scan_lines(text);
  if (page.too_many) return Error{ErrorCode::too_large, 0, Message(phrase::too_many_lines, {kMostLines})};
  findings = find_labels(text, page, corrections);
  resolve_persons(page, findings);
  // Nobody, or one alone, or names in the middle of the page: conventions that are rare may find more.
  constexpr std::size_t kFewLines = 1, kFewBytes = 40;
  constexpr std::uint32_t kFarIn = 10;
  std::size_t first = 0;
  while (first < findings.uses.size() && findings.uses[first].use != Use::label) ++first;
  const bool centred =
      first < findings.uses.size() && page.lines[first].indent >= kFarIn && !findings.is_screenplay &&
      findings.uses[first].candidate >= 0 &&
      findings.candidates[static_cast<std::size_t>(findings.uses[first].candidate)].style == Style::alone;
  if ((findings.persons.size() >= 2 && !centred) ||
      (page.lines.size() <= kFewLines && text.size() <= kFewBytes))
    return true;
  const RareConventions rare = rare_conventions();
  if (!rare) return Error{ErrorCode::elsewhere, 0, phrase::elsewhere_conventions};
  rare(text, corrections, page, findings);
  return true;
}

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  if (input.text.size() > kMostTextBytes) return Error{ErrorCode::too_large, 0, phrase::text_over_1_gib};
  if (input.text.starts_with("---") || opens_as_written(input.text)) {
    const Page bare = scan_bare_lines(input.text);
    Result<Transcript> written = Error{};
    if (!bare.too_many && bare.is_written == bare.has_front_matter &&
        seldom(read_as_written)(input.text, bare, options.corrections, written))
      return written;
  }
  // First of all, so that what the stages hold lies behind it and is free in one piece afterwards.
  std::string text = input.owned ? std::move(*input.owned) : std::string(input.text);
  Page page;
  Findings findings;
  if (Result<bool> found = find_speakers(text, options.corrections, page, findings); !found)
    return found.error();
  if (options.corrections.second_best && !findings.otherwise.empty()) {
    Corrections corrections = options.corrections;
    corrections.lines.insert(corrections.lines.begin(), findings.otherwise.begin(), findings.otherwise.end());
    if (Result<bool> found = find_speakers(text, corrections, page, findings); !found) return found.error();
  }
  settle_stamps(page, findings);
  const Structure structure = find_structure(text, page, findings);
  return Writing(std::move(text), page, findings, structure).run();
}

}  // namespace

const FormatReader interview_reader = {"interview", 0, sniff, read};

}  // namespace visavis
