// What can go wrong, and how it is handed on: nothing in the core throws across a layer.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

#include "words/message.h"

namespace visavis {

// A distinct code per kind of failure; the words that go with it are in Error::message.
enum class ErrorCode : std::uint8_t {
  unreadable,     // the bytes are not of the format, or of none we know
  malformed,      // of the format, but broken past repair at `line`
  too_large,      // over a documented cap (size, nesting, count)
  bad_encoding,   // the text's encoding is unknown or contradicts itself
  unsupported,    // a known format, or a variant of one, that has no reader here
  out_of_memory,  // native only: caught at the reader's edge
  bad_option,     // an option names what is not there
  elsewhere,      // a known format whose reader is in the page's second module
};

// The stable spelling of a code, as it appears in reports ("too-large").
const char* error_code_name(ErrorCode code) noexcept;

struct Error {
  ErrorCode code = ErrorCode::unreadable;
  std::uint32_t line = 0;  // 1-based line of the source, 0 where no line is to blame
  Message message;         // one calm sentence: what is wrong and what to do
};

// A value or an Error. Check with `if (result)` before dereferencing; dereferencing a failed result is a
// programming error and gives undefined behaviour, as with std::optional.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const noexcept { return state_.index() == 0; }
  T& operator*() & noexcept { return *std::get_if<0>(&state_); }
  const T& operator*() const& noexcept { return *std::get_if<0>(&state_); }
  T&& operator*() && noexcept { return std::move(*std::get_if<0>(&state_)); }
  T* operator->() noexcept { return std::get_if<0>(&state_); }
  const T* operator->() const noexcept { return std::get_if<0>(&state_); }
  const Error& error() const noexcept { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace visavis
