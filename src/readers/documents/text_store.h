// Many small texts kept one behind the other: as strings of their own they take up to twice the memory.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace visavis {

class TextStore {
 public:
  // A copy that stays where it is while the store lives, also where the store moves.
  std::string_view keep(std::string_view text) {
    if (blocks_.empty() || text.size() > blocks_.back().capacity() - blocks_.back().size())
      blocks_.emplace_back().reserve(std::max(text.size(), kBlockBytes));
    std::string& block = blocks_.back();  // never grows past its room, so that nothing in it moves
    const std::size_t begin = block.size();
    block.append(text);
    return std::string_view(block).substr(begin);
  }

 private:
  static constexpr std::size_t kBlockBytes = 64 << 10;
  std::vector<std::string> blocks_;
};

}  // namespace visavis
