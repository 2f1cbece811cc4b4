// The page's first download and the offline copies: few readers, so that the linker leaves the rest of them
// out. A copy has of the others what tells that a file is theirs, since it can ask nobody else; the page asks
// its second module about whatever might be another's. Which JSON a file is, is for that one to say in any
// case.
#include "readers/catalogue.h"
#include "base/unicode.h"
#include "readers/other_formats.h"
#include "readers/readers.h"
#include "readers/registry.h"

namespace visavis {
namespace {

double never(const Input&) noexcept { return 0; }
double if_json(const Input& input) noexcept { return input.is_json ? 0.95 : 0; }

}  // namespace

// By the first two signs alone: "[00:12] Anna:" and "{laughs}" are no JSON.
JsonLook look_for_json(std::string_view text) {
  JsonLook look;
  char32_t signs[2] = {};
  int count = 0;
  for (std::size_t at = 0; at < text.size() && count < 2;) {
    const char32_t c = next_code_point(text, at);
    if (!is_space(c)) signs[count++] = c;
  }
  if (signs[0] == '{') look.is_json = signs[1] == '"' || signs[1] == '}';
  if (signs[0] == '[')
    look.is_json = signs[1] == '{' || signs[1] == '"' || signs[1] == '[' || signs[1] == ']';
  return look;
}

std::string_view find_rare_name(std::string_view) noexcept { return {}; }
bool has_rare_names() noexcept { return false; }
EncodingGuess encoding_guess() noexcept { return nullptr; }
#ifdef VISAVIS_ASKS_ELSEWHERE
Elsewhere elsewhere() noexcept { return may_be_other_format; }
#else
Elsewhere elsewhere() noexcept { return nullptr; }
#endif

std::span<const FormatReader> formats() noexcept {
#define VISAVIS_ENTRY(id) id##_reader,
#define VISAVIS_ELSEWHERE(id, sniff) {id##_reader.name, id##_reader.priority, sniff, nullptr},
#ifdef VISAVIS_ASKS_ELSEWHERE
#define VISAVIS_SNIFF(id) VISAVIS_ELSEWHERE(id, never)
#else
#define VISAVIS_SNIFF(id) VISAVIS_ELSEWHERE(id, id##_reader.sniff)
#endif
#define VISAVIS_NAME(id) VISAVIS_ELSEWHERE(id, id##_reader.priority == json_reader.priority ? if_json : never)
  static const FormatReader kFirst[] = {VISAVIS_FIRST_READERS(VISAVIS_ENTRY) VISAVIS_LATER_READERS(
      VISAVIS_SNIFF) VISAVIS_JSON_READERS(VISAVIS_NAME)};
#undef VISAVIS_ENTRY
#undef VISAVIS_ELSEWHERE
#undef VISAVIS_SNIFF
#undef VISAVIS_NAME
  return kFirst;
}

}  // namespace visavis
