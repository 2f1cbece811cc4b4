#include "bridge/legacy_decode.h"

#ifdef __EMSCRIPTEN__
#include <emscripten.h>

#include <string>
#include <string_view>

// Answers the UTF-8 length, -1 for an unknown label; the text is taken by visavis_decoded.
EM_JS(int, visavis_decode, (const char* label, int label_size, const char* bytes, int size), {
  try {
    const decoder = new TextDecoder(UTF8ToString(label, label_size));
    Module.visavisDecoded = new TextEncoder().encode(decoder.decode(HEAPU8.slice(bytes, bytes + size)));
    return Module.visavisDecoded.length;
  } catch (error) {
    return -1;
  }
});
EM_JS(void, visavis_decoded, (char* out), {
  HEAPU8.set(Module.visavisDecoded, out);
  Module.visavisDecoded = null;
});

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
