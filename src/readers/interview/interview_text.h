// Small questions about text that the stages of the interview reader share: what looks like a name, words
// that no speaker's label is made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/text.h"

namespace visavis::interview {

enum class Shape : std::uint8_t {
  none,    // prose, or nothing
  weak,    // could be a label where the document is regular: "Audience member", "host"
  strong,  // written as names and roles are: "Ana Lopez", "THE COURT", "唐鳳", "Q", "CC_A1"
};

// How much a label (without brackets and decoration) looks like one.
Shape label_shape(std::string_view label) noexcept;

// The bytes of a nickname in quotes inside a name, `William "Bill" Ode`, whose opening quote stands at `at`;
// 0 where there is none, or where no part of the name follows.
std::size_t quoted_nickname(std::string_view line, std::size_t at) noexcept;

// A word that opens a remark by the writer and names nobody ("Note", "Date", "Source"), in the languages read
// here. Folded labels only.
bool is_remark_word(std::string_view folded) noexcept;

// A word of grammar ("is", "this", "pero") that no name holds. Folded words only.
bool is_function_word(std::string_view folded) noexcept;

// A small word that names hold and no sentence ends with ("of", "the", "von"). Folded words only.
bool is_particle(std::string_view folded) noexcept;

// A word for a part someone plays, not for one person ("speaker", "host", "問"). Folded words only.
bool is_role_word(std::string_view folded) noexcept;
// "Q"'s long forms: "Question", "Respuesta", "Antwort"; as written, in small letters but for the first.
bool is_question_word(std::string_view word) noexcept;
// A form of address or rank that may stand before a name ("mr", "frau", "senator"). Folded, without its dot.
bool is_honorific(std::string_view folded) noexcept;

enum class DayHalf : std::uint8_t { before_noon, after_noon };
// A half of the day at the start of `text` ("am", "p. m.", "下午", "오후"), whole words only; the bytes of
// it, 0 where there is none.
std::size_t day_half_at(std::string_view text, DayHalf& half) noexcept;

// "à ", "um ", "a las ": what stands between a date and its time; the bytes of it, 0 where none.
std::size_t word_before_time_at(std::string_view text) noexcept;
// "May", "mars", "okt": 1 to 12, 0 for other words.
std::uint16_t month_of(std::string_view word) noexcept;

// "hours", "Minuten", "segundo": the milliseconds of the unit, 0 for other words.
std::int64_t unit_of_time_ms(std::string_view word) noexcept;

// Says I or you: somebody speaks.
bool is_spoken_to(std::string_view text) noexcept;

// What a tool writes into its export about itself: "Ana Holm started transcription".
bool is_tool_remark(std::string_view line) noexcept;

// Four digits beside other words: a date.
bool has_year(std::string_view label) noexcept;

// "INT. KITCHEN", "AUSSEN. HAFEN": the word for inside or outside that opens a scene; the bytes of it, 0
// where none.
std::size_t scene_place_at(std::string_view line) noexcept;
// "[END OF INTERVIEW]", "Ende des Gesprächs": a line of capitals or between brackets that says so.
bool is_end_mark(std::string_view line) noexcept;
// "Nobody complained": somebody does something, as in a sentence, not in a heading.
bool opens_with_pronoun(std::string_view line) noexcept;
// "Le pregunto", "she said", "er antwortete": who tells a talk in prose. Folded labels of two words or more.
bool is_saying(std::string_view folded) noexcept;

bool ends_with_question(std::string_view text) noexcept;
// "CROSS-EXAMINATION", "BY MS. HOLM:": what a court's reporter says of who asks from here on.
bool names_examiner(std::string_view text) noexcept;
// "Ida Berg, Minister for Weirs": a name, and behind a comma more.
bool names_office(std::string_view label) noexcept;
// "January 2020", "By Ana Holm": what may stand below a title.
bool is_byline(std::string_view line) noexcept;

// Two capitals or more, and no small letter of a script that has both.
bool is_all_capitals(std::string_view text) noexcept;

// Ends with a comma, a semicolon, a colon or a dash.
bool ends_open(std::string_view text) noexcept;

// The whole text stands in one pair of brackets, or in Markdown emphasis: a stage direction.
bool is_bracketed(std::string_view text) noexcept;

// Code points, at most `most + 1` are counted.
std::size_t count_code_points(std::string_view text, std::size_t most) noexcept;
// Words set apart by spaces.
std::size_t count_spaced_words(std::string_view text) noexcept;

bool is_digit(char32_t c) noexcept;
// The length in bytes of a run of '#' that opens a Markdown heading (1 to 6, a space after), 0 where none.
std::size_t atx_level(std::string_view line) noexcept;
// The line without the signs that close such a heading; they stand behind a space (CommonMark 4.2).
std::string_view without_atx_close(std::string_view line) noexcept;

// FNV-1a over bytes; for tables that need no allocation.
std::uint64_t hash_bytes(std::string_view text) noexcept;

}  // namespace visavis::interview
