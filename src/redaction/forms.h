// What is to be found: the spellings of names and of words that somebody struck, and where they stand.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.h"

namespace visavis {

struct Form {
  std::vector<std::string> keys;  // of FoldedWord, one after the other, at most three signs between
  std::int32_t of = 0;            // whose form it is: the caller's number
  std::string shown;              // for people
  bool only_capitals = false;     // "AL": an article or a preposition in small letters is none
  bool not_small = false;         // "Will": an everyday word in small letters
};

struct FormMatch {
  Span place;
  std::size_t form = 0;  // index into Forms::all
};

class Forms {
 public:
  // Forms without a key, and those that are there already for the same one, are left out.
  void add(Form form);
  // Adds the words as one form of `of`.
  void add_words(std::string_view words, std::int32_t of);
  // The forms of a name: the whole, joined, its parts, with one of two parts as an initial. What anybody is
  // called
  // ("Interviewer", "Speaker 2"), forms of address, particles and single letters are no forms of a name.
  void add_name(std::string_view name, std::int32_t of);
  // Takes out the forms that are these words.
  void remove(std::string_view words);

  const std::vector<Form>& all() const noexcept { return all_; }
  bool empty() const noexcept { return all_.empty(); }

  // Where forms stand in the text, the longest at each place, none in another; in linear time. A plural or
  // genitive s is allowed behind the last word and is not part of the match.
  std::vector<FormMatch> find(std::string_view text) const;

 private:
  std::vector<Form> all_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_first_;  // indices, longest form first
};

// Whether the name is one that anybody could have by role or number: "Interviewer", "Speaker 2", "Q".
bool is_anybody(std::string_view name);

}  // namespace visavis
