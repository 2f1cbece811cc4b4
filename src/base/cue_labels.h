// Speakers that a caption writes into its words: "Name: …", "[Name] …", ">> NAME: …". A single such line
// proves nothing, so a file's lines are weighed together first.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "base/text.h"

namespace visavis {

// A label at the start of a line.
struct CueLabel {
  enum class Style : std::uint8_t { none, colon, bracket } style = Style::none;
  bool chevron = false;     // ">>" before it, or alone
  bool capitals = false;    // the name has no lower-case letter
  bool lower = false;       // its words are lower-case throughout
  bool mixed = false;       // some of them are: "Rishi kumar", "Ana's iPad"
  std::int8_t kept = -1;    // where LabelEvidence keeps it
  std::uint32_t words = 0;  // of the name
  std::string_view name;    // without what stands in brackets behind it
  std::string_view full;    // with it
  std::string_view rest;    // of the line, trimmed at its start
};

// Reads a label by its shape alone; style none and chevron false where there is none. `line` holds no LF.
CueLabel find_cue_label(std::string_view line) noexcept;

// What a line of a caption opens with: the length of a dialogue dash and the space after it, 0 where none.
std::size_t dialogue_dash(std::string_view line) noexcept;

// Weighs all lines of a file, then says which labels are speakers. Views must outlive it.
class LabelEvidence {
 public:
  // What find_cue_label finds. The same few labels stand in a file again and again; they are read once.
  CueLabel find(std::string_view line) noexcept;
  // One line of a cue; `first` marks a cue's first line.
  void see(std::string_view line, bool first);
  // A cue none of whose lines has a label, a chevron or a dash.
  void see_plain() noexcept { ++cues_; }
  void decide();
  bool any() const noexcept { return colon_ || bracket_ || chevron_; }
  // The file marks each change of speaker with ">>".
  bool chevrons() const noexcept { return chevron_; }
  // Whether a line's label, which find() found, names who speaks; `fresh` says that the text before it ended
  // a sentence.
  bool accepts(const CueLabel& label, bool first, bool fresh) const;

 private:
  using Names = std::unordered_map<std::string_view, std::uint32_t>;  // to how often they were seen
  bool fits(const CueLabel& label, std::uint32_t count, bool first, bool fresh) const;
  // The labels read last, and the place that the next new one takes.
  struct Kept {
    CueLabel label;
    std::uint32_t* count = nullptr;  // in colon_names_
  };
  static constexpr std::size_t kKept = 8;
  Kept kept_[kKept];
  std::size_t next_kept_ = 0;
  const Names& names_of(const CueLabel& label) const noexcept {
    return label.style == CueLabel::Style::bracket ? bracket_names_
           : label.mixed                           ? mixed_names_
                                                   : colon_names_;
  }
  Names colon_names_, bracket_names_, mixed_names_;
  std::uint32_t cues_ = 0, colon_cues_ = 0, bracket_cues_ = 0, chevron_lines_ = 0;
  std::uint32_t labelled_ = 0, capital_labelled_ = 0;
  bool first_labelled_ = false;
  bool colon_ = false, bracket_ = false, chevron_ = false;
  // Half of all cues open with a label, or so many that what does not look like a name is one too.
  bool every_cue_ = false, without_fail_ = false;
  bool capitals_only_ = false, lower_ok_ = false;
};

}  // namespace visavis
