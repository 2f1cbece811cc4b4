// Every reader: for the command, the tests and the page's second module.
#include "readers/catalogue.h"
#include "readers/documents/html_names.h"
#include "readers/readers.h"
#include "readers/registry.h"

namespace visavis {

JsonLook look_for_json(std::string_view text) {
  auto paths = std::make_unique<const JsonPaths>(text);
  const bool is_json = paths->is_json();
  return {is_json, std::move(paths)};
}

std::string_view find_rare_name(std::string_view name) noexcept { return find_html_name(name); }
bool has_rare_names() noexcept { return true; }
Elsewhere elsewhere() noexcept { return nullptr; }
EncodingGuess encoding_guess() noexcept { return guess_legacy_encoding; }

std::span<const FormatReader> formats() noexcept {
#define VISAVIS_ENTRY(id) id##_reader,
  static const FormatReader kAll[] = {VISAVIS_FIRST_READERS(VISAVIS_ENTRY) VISAVIS_LATER_READERS(
      VISAVIS_ENTRY) VISAVIS_JSON_READERS(VISAVIS_ENTRY)};
#undef VISAVIS_ENTRY
  return kAll;
}

}  // namespace visavis
