// How blocks are written and read: plain values, texts and lists of plain values one behind another, each
// with its length before it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace visavis {

class BlockOut {
 public:
  BlockOut() = default;
  // Goes on behind what stands in `bytes`.
  explicit BlockOut(std::string bytes) : bytes_(std::move(bytes)) {}
  template <class T>
  void pod(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void text(std::string_view words) {
    pod(static_cast<std::uint64_t>(words.size()));
    bytes_.append(words);
  }
  template <class T>
  void list(const std::vector<T>& items) {
    static_assert(std::is_trivially_copyable_v<T>);
    pod(static_cast<std::uint64_t>(items.size()));
    bytes_.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T));
  }
  void texts(const std::vector<std::string>& items) {
    pod(static_cast<std::uint64_t>(items.size()));
    for (const std::string& item : items) text(item);
  }
  void expect(std::size_t size) { bytes_.reserve(size); }
  std::size_t size() const { return bytes_.size(); }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// A text or list whose bytes are still to be copied: it must stay where it is until all are.
class Copying {
 public:
  static constexpr std::size_t kMost = 4u << 20;  // bytes of a piece: a few milliseconds
  template <class List>
  Copying(List& list, std::string_view bytes) : list_(&list), rest_(bytes), piece_(piece<List>) {
    list.reserve(bytes.size() / sizeof(typename List::value_type));
  }
  // Copies a piece; false once all is there.
  bool go_on() {
    rest_.remove_prefix(piece_(list_, rest_.substr(0, kMost)));
    return !rest_.empty();
  }

 private:
  template <class List>
  static std::size_t piece(void* into, std::string_view bytes) {
    List& list = *static_cast<List*>(into);
    constexpr std::size_t each = sizeof(typename List::value_type);
    const std::size_t before = list.size(), count = bytes.size() / each;
    list.resize(before + count);
    std::memcpy(static_cast<void*>(list.data() + before), bytes.data(), count * each);
    return count * each;
  }
  void* list_;
  std::string_view rest_;
  std::size_t (*piece_)(void*, std::string_view);
};

// Every read fails quietly past the end; ok() tells at last.
class BlockIn {
 public:
  // With `later` what is large is only noted there.
  explicit BlockIn(std::string_view bytes, std::vector<Copying>* later = nullptr)
      : rest_(bytes), later_(later) {}
  template <class T>
  void pod(T& value) {
    if (!take(sizeof value)) return;
    std::memcpy(&value, taken_.data(), sizeof value);
  }
  void text(std::string& words) { copy(words, count(1)); }
  template <class T>
  void list(std::vector<T>& items) {
    copy(items, count(sizeof(T)) * sizeof(T));
  }
  void texts(std::vector<std::string>& items) {
    items.resize(static_cast<std::size_t>(count(8)));
    for (std::string& item : items) text(item);
  }
  // A count of things that take at least `size` bytes each.
  std::uint64_t count(std::uint64_t size) {
    std::uint64_t n = 0;
    pod(n);
    if (n > rest_.size() / size) ok_ = false, n = 0;
    return n;
  }
  bool ok() const { return ok_; }
  bool done() const { return ok_ && rest_.empty(); }

 private:
  template <class List>
  void copy(List& list, std::uint64_t size) {
    if (!take(size)) return;
    list.clear();
    if (!size) return;
    Copying all(list, taken_);
    if (later_ && size > Copying::kMost / 4)
      later_->push_back(all);
    else
      while (all.go_on()) {
      }
  }
  bool take(std::uint64_t size) {
    if (size > rest_.size()) ok_ = false;
    if (!ok_) return false;
    taken_ = rest_.substr(0, static_cast<std::size_t>(size));
    rest_.remove_prefix(taken_.size());
    return true;
  }

  std::string_view rest_, taken_;
  std::vector<Copying>* later_;
  bool ok_ = true;
};

}  // namespace visavis
