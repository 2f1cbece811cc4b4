// What labels are made of: dashes that open a line, abbreviations, the capitals of a hearing. For
// interview_labels.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace visavis::interview {

// Marks that set the direction of writing and show nothing: U+200E, U+200F, U+202A to E, U+2066 to 9.
bool is_direction_mark(char32_t c) noexcept;

// The bytes of white space at `at`; marks of direction count with it.
std::size_t spaces_at(std::string_view text, std::size_t at) noexcept;

// The dash that opens a line of dialogue; the bytes of it, 0 where none.
std::size_t opening_dash(std::string_view line) noexcept;

// "12. " or "12) " before the turns of a numbered talk; the bytes of it, 0 where none.
std::size_t list_number(std::string_view line) noexcept;

// A word that carries a full stop without ending a sentence: one letter, "Mr", "Prof", "St".
bool is_abbreviation(std::string_view word) noexcept;

// Opens with a form of address, as a hearing's labels do: "Mr. SMITH", "The CHAIR", "M. le président".
bool is_addressed_label(std::string_view label) noexcept;

// A word after the first has two capitals side by side: "Mr. SMITH".
bool has_capitals(std::string_view label) noexcept;

// On one line, without signs of emphasis and marks of direction.
std::string strip_marks(std::string_view label);

// Without the number at its end: "speaker 2", "q12".
std::string without_number(std::string label);

// Without the marks and dashes that hang on behind: "Name **", and where a time follows "Name -".
std::string_view bare_label(std::string_view label, bool before_time) noexcept;

// "Senator Reed", "Chairwoman Holm", "The Chairman": a rank and a name in small letters, or a part with
// "The".
bool is_titled_label(std::string_view label) noexcept;

// "From Ana Lopez to Everyone", as a meeting's chat has it: the name alone.
std::string_view chat_sender(std::string_view label) noexcept;

// "A. Holm: text": an initial, not the letter of an answer.
bool opens_colon_label(std::string_view line) noexcept;

// The label of a hearing or a play: capitals, with "Mr.", "The", "of" and brackets allowed. Q and A too.
bool is_period_label(std::string_view label) noexcept;

// "No.", "Correct.": a word that ends a sentence, which no name alone on its line does but in capitals.
bool is_one_word_answer(std::string_view line) noexcept;

// Two to four words of small letters and none of grammar, as some magazines set names.
bool is_lower_name(std::string_view line) noexcept;

// Splits "Name (carpenter)" into name and bracket, "Name (seat) (party)" into name and both.
void split_bracket(const std::string& name, std::string& base, std::string& bracket);

// Nothing but an address of the web.
bool is_address(std::string_view text) noexcept;

// Opens with a small letter of a script that has capitals.
bool opens_in_lower_case(std::string_view text) noexcept;

// A sign that no label holds outside its brackets: it ends a sentence or opens words of another.
bool ends_label(char32_t c) noexcept;

// A bracket at `at` and a colon behind it, as in "**Name** (baker):"; its bytes, 0 where there is none.
std::size_t trailing_bracket(std::string_view line, std::size_t at) noexcept;

// Emphasis around a label, of Markdown ("**Name:**") or of HTML ("<b>Name:</b>").
class Emphasis {
 public:
  // Steps over what opens emphasis at `at`. False where nothing does.
  bool open(std::string_view line, std::size_t& at) noexcept;
  // As if `marks`, which stand before a time, opened here. True.
  bool open_before(std::string_view marks) noexcept {
    closing_ = marks;
    return open_ = true;
  }
  bool is_open() const noexcept { return open_; }
  bool was_opened() const noexcept { return !closing_.empty(); }
  // The open emphasis ends at `at`, after `size()` bytes.
  bool closes(std::string_view line, std::size_t at) const noexcept {
    return open_ && line.substr(at).starts_with(closing_);
  }
  std::size_t size() const noexcept { return closing_.size(); }
  void close() noexcept { open_ = false; }
  // Behind the marks that may still hang at `at`, closed by them.
  std::size_t skip(std::string_view line, std::size_t at) noexcept;
  // The end without what closes the emphasis, where it is still open.
  std::size_t inner_end(std::string_view line, std::size_t begin) const noexcept;

 private:
  std::string_view closing_;
  bool open_ = false;
};

}  // namespace visavis::interview
