// How blocks are written and read: plain values, texts and lists of plain values one behind another, each
// with its length before it.
#pragma once

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

// Every read fails quietly past the end; ok() tells at last.
class BlockIn {
 public:
  explicit BlockIn(std::string_view bytes) : rest_(bytes) {}
  template <class T>
  void pod(T& value) {
    if (!take(sizeof value)) return;
    std::memcpy(&value, taken_.data(), sizeof value);
  }
  void text(std::string& words) {
    const std::uint64_t size = count(1);
    if (take(size)) words = taken_;
  }
  template <class T>
  void list(std::vector<T>& items) {
    const std::uint64_t n = count(sizeof(T));
    if (!take(n * sizeof(T))) return;
    items.resize(static_cast<std::size_t>(n));
    if (n) std::memcpy(items.data(), taken_.data(), taken_.size());
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
  bool take(std::uint64_t size) {
    if (size > rest_.size()) ok_ = false;
    if (!ok_) return false;
    taken_ = rest_.substr(0, static_cast<std::size_t>(size));
    rest_.remove_prefix(taken_.size());
    return true;
  }

  std::string_view rest_, taken_;
  bool ok_ = true;
};

}  // namespace visavis
