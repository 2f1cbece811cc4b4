// How the labels of a document are decided: the evidence (interview_evidence.cpp, interview_lists.cpp,
// interview_prose.cpp) and the judgement (interview_speakers.cpp). For these alone; others see
// interview_speakers.h.
#pragma once

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "readers/interview/interview_speakers.h"

namespace visavis::interview {

// Conventions that are judged together: what is a label in one style of a family is one in the others.
enum Family : std::uint8_t {
  kColon,
  kStamped,
  kPeriod,
  kDash,
  kTab,
  kBracket,
  kAngle,
  kBold,
  kAlone,
  kHash,
  kInduced,
  kFamilies
};

inline Family family_of(const Candidate& candidate) noexcept {
  switch (candidate.style) {
    case Style::colon:
      return kColon;
    case Style::stamped:
      return kStamped;
    case Style::period:
      return kPeriod;
    case Style::dash:
      return kDash;
    case Style::tab:
      return candidate.has_stamp ? kStamped : kTab;
    case Style::bracket:
      return candidate.has_stamp ? kStamped : kBracket;
    case Style::angle:
      return kAngle;
    case Style::bold:
      return kBold;
    case Style::induced:
      return kInduced;
    default:
      return candidate.has_stamp ? kStamped : candidate.heading ? kHash : kAlone;
  }
}

// How a label stands on its line; a document keeps to one way.
enum Trait : std::uint8_t {
  kAfterBlank,
  kIsBold,
  kIsHeading,
  kHasStamp,
  kTight,
  kDashed,
  kEmpty,
  kIndented,
  kInside,  // in the middle of a sentence that the line before begins
  kPhrase,  // the label has small words that no name has: "Two normal changes"
  kField,   // what follows is a name, a number or a date, no sentence
  kTraits
};

struct Tally {
  std::array<std::uint32_t, kFamilies> counts{};
  // A name alone on a line, as in a list of who was there, says nothing of how it stands before words.
  std::array<std::uint32_t, kTraits> traits{}, alone_traits{};
  bool remark = false;
  bool listed = false;            // in a list of those who speak
  bool list_head = false;         // above a list
  std::uint32_t empty_times = 0;  // lines with a time and no words, on them or below
  bool url = false;               // only ever names an address
  bool phrase = false;            // "Two normal changes": small words that no name has
  bool numbered = false;          // "Q12", "A3": a letter for question or answer, and which
  std::array<bool, kFamilies> accepted{};
};

class Decision {
 public:
  // `rare`: what looks for further conventions once the candidates are there, or nothing.
  Decision(std::string_view text, const Page& page, const Corrections& corrections, Findings& out,
           void (Decision::*rare)() = nullptr)
      : text_(text), page_(page), out_(out), rare_(rare) {
    for (const LineCorrection& c : corrections.lines) corrected_[c.line] = c.kind;
  }
  void run();
  // What follows is in interview_rare.cpp, for `rare`.
  void look_for_rare();
  // Signs around names that no convention has, where they come again and again (interview_rare.cpp).
  void induce_signs();

 private:
  friend class Evidence;  // what tests/bench/label_bench.cpp measures
  const Line& line(std::size_t i) const { return page_.lines[i]; }
  std::string_view words(std::size_t i) const { return slice(text_, page_.lines[i].span); }
  Candidate* candidate(std::size_t i) {
    const std::int32_t c = out_.uses[i].candidate;
    return c < 0 ? nullptr : &out_.candidates[static_cast<std::size_t>(c)];
  }
  const std::array<std::uint32_t, kTraits>& traits_of(std::int32_t id, Family family) const {
    const Tally& counts = tallies_[static_cast<std::size_t>(id)];
    return family == kAlone ? counts.alone_traits : counts.traits;
  }
  // The lines that those traits were counted on.
  std::uint32_t lines_of(std::int32_t id, Family family) const {
    const std::uint32_t alone = tallies_[static_cast<std::size_t>(id)].counts[kAlone];
    return family == kAlone ? alone : out_.labels[static_cast<std::size_t>(id)].count - alone;
  }
  Tally& tally(std::int32_t label) { return tallies_[static_cast<std::size_t>(label)]; }
  Label& label(std::int32_t id) { return out_.labels[static_cast<std::size_t>(id)]; }
  std::int32_t intern(std::string_view written);
  void collect();
  // "<bridge> <Ana> words": a program that hands on what people wrote in another chat, and nothing else.
  // "* ana waves": hers where she speaks in this log, else its program's.
  void look_for_nicks();
  void tally_line(std::size_t i);
  // Names one below the other, with bullets or without: a list, no labels.
  void find_lists();
  std::size_t list_end(std::size_t first) const;
  // Who is in a list, or in a line of names, with others who speak: "Attendees: Ana, Ben, Ines".
  void read_attendees();
  // "Present:" and names below it, before the talk; "Agenda:" and what is on it.
  void find_list_heads();
  // Scene headings: "INT. KITCHEN - DAY".
  void look_for_screenplay();
  // Names in capitals in the middle of the page, words below them further out, what happens further out
  // still.
  void look_for_centred_names();
  // "--- Ana ---" above her words.
  void look_for_names_between_signs();
  // "ana — Today at 9:03 AM" above them, as chat programs copy.
  void look_for_dated_heads();
  // "From: Ana", "Sent: …" above them, as letters and some exports of chats have it.
  void look_for_letter_heads();
  void set_head(std::size_t i, std::string_view name, const Stamp* stamp);
  // A name that comes once, above its words as all names do.
  bool stands_as_names_do(std::int32_t id);
  // Whether people are called by capitals ("AK", "BE"): then words in capitals are initials too.
  void look_for_initials();
  bool is_initials(std::int32_t id);
  // A time alone on the line before counts as an empty line.
  bool after_blank(std::size_t i) const;
  void count_bases();
  // The label is called as its line `i` has it, not as the prose before has.
  void name_as_written(std::size_t i);
  // Lines that could open a turn: paragraphs where empty lines part them, else lines that go on no sentence.
  void count_units();
  bool plausible(std::int32_t id, Family family);
  // The traits that nearly all lines of labels that return have.
  void profile();
  // True where the label stands otherwise than this document's labels do.
  bool is_odd(std::int32_t id, Family family);
  void judge(Family family);
  // "Privacy: what went wrong": where the turns end in stops and other lines are headings, a label that comes
  // once, with a few words and no stop after it, right above a turn, is a heading too.
  bool is_heading_with_colon(std::int32_t id);
  bool is_returning(std::size_t i);
  bool is_bare_time(std::size_t i);
  void count_empty_times();
  bool is_talk(std::size_t i);
  void look_for_headings();
  // "**Break:** [01:44]": a time and no words, where other labels have words.
  bool only_times(std::int32_t id);
  // One of two letters that stand for question and answer, and the other is there too.
  bool is_paired(std::int32_t id, Family family);
  bool is_question_and_answer(Family family);
  // Full names that return with a colon and nothing after it: speeches of many paragraphs, few labels.
  bool stand_above_text();
  // Where few paragraphs have labels, one that comes once counts only beside another.
  bool stands_alone_among_prose(std::int32_t id);
  // The document's first line is a full name and what that person says: one speech.
  bool opens_with_speech();
  // The line before ends in the middle of a sentence, and this one could go on there: "… what he had with" /
  // "the ministry: he knew".
  bool stands_inside(std::size_t i) const;
  // The sentence of the line before goes on in this one.
  bool goes_on(std::size_t i) const;
  // Labels with a colon after which a small letter stands.
  std::size_t count_lower_openings();
  // Dashes without a name that each a label answers: a Japanese interviewer.
  std::size_t count_answered_dashes();
  // "Question." where "Respuesta." stands too.
  bool is_question_word_pair(std::int32_t id, Family family);
  // Whether the lines are a chat's export, in which every message opens alike: then any name may send one,
  // and no other line opens any.
  void look_for_chat();
  // The first line below a label that has its date already: words, though they be a time.
  bool is_said_below_label(std::size_t i);
  // A line of a chat's log that is nobody's message.
  bool is_event(std::size_t i) const;
  // "MK = Marta Kowal", "Marta Kowal (MK)" before the talk, for labels that are initials.
  void read_declared_initials();
  // "Mr. SMITH", "The CHAIR"
  static bool is_addressed(std::string_view base);
  // "MR. HOLM", "THE WITNESS"
  static bool is_of_court(std::string_view base);
  // "Presenter: Ana Lopez" again and again, where others say sentences.
  bool is_repeated_field(std::int32_t id);
  bool takes(std::int32_t id, Family family, std::uint32_t n, bool regular);
  // Lines that are a name and nothing else, returning in turns, with text below each.
  bool alternates(Family family, bool several);
  // Weak conventions give way to a strong one that carries the document.
  void settle_rivals();
  // "Date: …", "Place: …", "Interviewer: Ana Lopez" above the talk: fields that come once, one below the
  // other, none of them a sentence, apart from what follows.
  void read_head_block();
  // Names, dates and places: capitals, numbers, no grammar, no stop.
  static bool is_field_value(std::string_view value);
  // A short value that is no sentence.
  bool is_field(std::size_t i);
  // "Locks and weirs: a talk" opens the text, and what speaks later has other names.
  void find_title_with_colon();
  // "AL: Ana Lopez", anywhere: who it is, nothing said.
  void find_declarations();
  static bool is_initials_of(std::string_view letters, std::string_view name) noexcept;
  void hint(std::string_view name, std::string_view initials, Role role);
  void add_hint(std::size_t i, const Candidate& c);
  bool accepts(std::size_t i);
  // An index behind the last end mark ("Mill: 7"): labels of which none has spoken before, and none twice.
  void find_back_matter();
  void apply();
  // Lines that a person says are no labels and no headings: the last word, of those lines alone.
  void leave_to_text();
  // The second best reading, and how sure this one is: with the names that return and were left out, where
  // there are some; without any, where most of those that speak come once. Says so in the report below a
  // floor.
  void weigh_second();
  // A name that returns at the start of lines and speaks none of them.
  bool is_left_out(std::int32_t id);
  void tell_doubt(Message doubt, Message second, bool warns);
  // The text of a line whose label was none.
  void undo_label(std::size_t i, Candidate& c);
  std::string_view text_;
  const Page& page_;
  Findings& out_;
  void (Decision::*rare_)();
  std::unordered_map<std::uint32_t, LineKind> corrected_;
  std::unordered_map<std::string, std::int32_t> ids_;
  std::vector<Tally> tallies_;
  bool testimony_ = false;             // Q. and A.
  bool export_ = false;                // of a chat: each message opens with its time and sender
  bool chat_ = false, dated_ = false;  // most labels stand beside a time of day; with its date
  std::vector<std::uint32_t> lists_;   // the candidates that were names in lists, kNoCandidate behind each
  bool capitals_above_ = false;        // nearly all names above words are in capitals
  bool timed_below_ = false;           // a time alone below each name
  bool names_above_ = false;           // nearly every paragraph is a name and words below it
  std::uint32_t cue_indent_ = 0;       // of the names in a screenplay that centres them, else 0
  bool full_names_ = false;            // nearly all labels that return are of two words or more
  bool initials_ = false;              // nearly all labels that return are up to four capitals
  bool headings_stand_out_ = false, addressed_ = false, sparse_ = false, capitals_ = false;
  std::size_t units_ = 1, lines_ = 0, head_until_ = 0, back_from_ = static_cast<std::size_t>(-1);
  std::array<std::array<int, kTraits>, kFamilies> usual_{};
  std::array<bool, kFamilies> structured_{};
  std::array<std::uint64_t, kFamilies> accepted_{};
  std::uint64_t colon_lines_ = 0, colon_fields_ = 0;  // of labels with a colon; those before no sentence
};

}  // namespace visavis::interview
