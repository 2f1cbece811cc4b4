// Builds a Transcript in the order of the text. Readers talk to this alone, so the model's rules are kept in
// one place.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "model/report_sink.h"
#include "model/transcript.h"

namespace visavis {

class TranscriptBuilder {
 public:
  // Starts with a text that is already there (a plain-text file); turns are then spans into it.
  void use_text(std::string text) {
    transcript_.text = std::move(text);
    text_size_ = transcript_.text.size();
  }
  std::string_view text() const noexcept { return {transcript_.text.data(), text_size_}; }
  // Makes room for so many more bytes of text.
  void expect_text(std::size_t bytes);
  void expect_turns(std::size_t count) { transcript_.turns.reserve(count); }
  // Appends words of the reader's own making and returns their span, which a byte parts from the text before
  // where one is given. Fails (returns false) past 4 GiB.
  bool append_text(std::string_view words, Span& span, char separator = '\0');
  // Makes the line breaks inside a span of that text spaces.
  void join_lines(Span span) noexcept;

  // The speaker with this label, made on first sight; the label is compared after collapse_spaces. An empty
  // label is kNone.
  std::int32_t speaker(std::string_view label);
  // A name or label by which this speaker goes too; ignored where it is the name or is known already. Past
  // kMostAliases it is left out, which the report says.
  static constexpr std::size_t kMostAliases = 64;
  void add_alias(std::int32_t speaker, std::string_view alias);
  Speaker& speaker_at(std::int32_t id) { return transcript_.speakers[static_cast<std::size_t>(id)]; }
  std::size_t speaker_count() const noexcept { return transcript_.speakers.size(); }

  // Opens a section; open ones of the same or a deeper level end here. Levels under 1 count as 1.
  void begin_section(std::string_view title, SectionKind kind, std::int32_t level, std::uint32_t line);
  // Ends the open sections of this level and deeper without opening another.
  void end_sections(std::int32_t level = 1);

  // Appends a turn; its section is set here. Returns its id.
  std::int32_t add_turn(Turn turn);
  // Appends a word to the last turn.
  void add_word(const Word& word);
  Turn& last_turn() { return transcript_.turns.back(); }
  std::size_t turn_count() const noexcept { return transcript_.turns.size(); }
  std::size_t section_count() const noexcept { return transcript_.sections.size(); }

  void set_title(std::string_view title);  // collapsed; an empty one is none
  void set_language(std::string_view language) { transcript_.language = language; }
  // As ReportSink::add; what else a report can be told is in reports().
  void report(std::uint32_t line, ReportLevel level, Message message);
  void report(ReportEntry entry) { reports_.add(std::move(entry)); }
  ReportSink& reports() noexcept { return reports_; }

  // Ends all sections, drops speakers without a turn, orders the others by first appearance, and gives the
  // result away.
  Transcript finish();

 private:
  // Labels are looked up as views, most of them being known. Not noexcept: libstdc++ then keeps each label's
  // hash beside it and need not fetch the labels of a large table again to compare and to make room.
  struct LabelHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view label) const { return std::hash<std::string_view>()(label); }
  };
  Transcript transcript_;
  ReportSink reports_;
  std::size_t text_size_ = 0;  // of transcript_.text, which has room behind it until finish
  std::unordered_map<std::string, std::int32_t, LabelHash, std::equal_to<>> speaker_by_label_;
  std::vector<std::int32_t> open_sections_;
};

}  // namespace visavis
