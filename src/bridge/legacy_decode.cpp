#include "bridge/legacy_decode.h"

#ifdef VISAVIS_PAGE  // not in the unit tests as WebAssembly
#include <string>
#include <string_view>

// Of the page (web/core/begun.js). Answers the UTF-8 length, -1 for an unknown label; the text is taken by
// visavis_decoded.
extern "C" {
int visavis_decode(const char* label, int label_size, const char* bytes, int size);
void visavis_decoded(char* out);
}

namespace visavis {
namespace {

bool decode_in_browser(std::string_view label, std::string_view bytes, std::string& utf8) {
  const int length = visavis_decode(label.data(), static_cast<int>(label.size()), bytes.data(),
                                    static_cast<int>(bytes.size()));
  if (length < 0) return false;
  utf8.resize(static_cast<std::size_t>(length));
  visavis_decoded(utf8.data());
  return true;
}

}  // namespace

const LegacyDecoder kLegacyDecoder = decode_in_browser;

}  // namespace visavis

#else

namespace visavis {

const LegacyDecoder kLegacyDecoder = nullptr;

}  // namespace visavis

#endif
