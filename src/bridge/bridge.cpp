#include "bridge/bridge.h"

#include <emscripten.h>
#include <malloc.h>

#include <cstdlib>
#include <string>

#include "base/json_out.h"
#include "readers/corrections.h"
#include "readers/registry.h"
#include "ui/app.h"
#include "writers/inspect_writer.h"
#include "writers/writers.h"

// The browser's own decoder for the encodings that the core has no table of. Answers the UTF-8 length, -1 for
// an unknown label; the text is taken by visavis_decoded.
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

struct VavContext {
  visavis::App app;
  std::string output;
};

namespace {

using namespace visavis;

bool decode_in_browser(std::string_view label, std::string_view bytes, std::string& utf8) {
  const int length = visavis_decode(label.data(), static_cast<int>(label.size()), bytes.data(),
                                    static_cast<int>(bytes.size()));
  if (length < 0) return false;
  utf8.resize(static_cast<std::size_t>(length));
  visavis_decoded(utf8.data());
  return true;
}

std::string write_error(const Error& error) {
  JsonOut out;
  out.begin_object().key("error").begin_object().key("line");
  error.line == 0 ? out.null() : out.value(error.line);
  out.field("code", error_code_name(error.code))
      .field("message", std::string_view(error.message))
      .end_object()
      .end_object();
  return out.take();
}

// Hits in UTF-16 units of their turn's text, as JavaScript counts.
std::string write_hits(const App& app) {
  const Transcript& transcript = app.document().transcript;
  JsonOut out;
  out.begin_object()
      .field("total", static_cast<std::int64_t>(app.state().hits.size()))
      .key("hits")
      .begin_array();
  std::int32_t turn = kNone;
  std::uint32_t at = 0;  // bytes of the turn counted so far
  std::size_t units = 0;
  for (const SearchHit& hit : app.state().hits) {
    const Span text = transcript.turns[static_cast<std::size_t>(hit.turn)].text;
    if (hit.turn != turn) turn = hit.turn, at = text.begin, units = 0;
    units += utf16_length(slice(transcript.text, {at, hit.text.begin}));
    const std::size_t length = utf16_length(slice(transcript.text, hit.text));
    out.begin_array()
        .value(hit.turn)
        .value(static_cast<std::int64_t>(units))
        .value(static_cast<std::int64_t>(length))
        .end_array();
    units += length;
    at = hit.text.end;
  }
  out.end_array().end_object();
  return out.take();
}

template <class List>
std::string write_names(const List& list) {
  JsonOut out;
  out.begin_array();
  for (const auto& item : list) {
    if constexpr (std::is_pointer_v<std::decay_t<decltype(item)>>)
      out.value(item->name);
    else
      out.value(item.name);
  }
  out.end_array();
  return out.take();
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE VavContext* vav_create() { return new VavContext; }
EMSCRIPTEN_KEEPALIVE void vav_destroy(VavContext* context) { delete context; }
EMSCRIPTEN_KEEPALIVE void* vav_alloc(std::size_t size) { return std::malloc(size); }
EMSCRIPTEN_KEEPALIVE void vav_free(void* memory) { std::free(memory); }

EMSCRIPTEN_KEEPALIVE int vav_open(VavContext* context, const char* bytes, std::size_t size,
                                  const char* options_text, std::size_t options_size) {
  ReadOptions options;
  options.legacy = decode_in_browser;
  if (!parse_read_options({options_text, options_size}, options)) {
    context->output =
        write_error({ErrorCode::bad_option, 0, "The corrections kept for this transcript cannot be read."});
    return 1;
  }
  Result<Transcript> transcript = read_transcript({bytes, size}, options);
  if (!transcript) {
    context->output = write_error(transcript.error());
    return 1;
  }
  context->app.open(*std::move(transcript));
  const Document& doc = context->app.document();
  context->output = write_inspect(doc.transcript, doc.measures);
  return 0;
}

EMSCRIPTEN_KEEPALIVE const char* vav_output(const VavContext* context) { return context->output.data(); }
EMSCRIPTEN_KEEPALIVE std::size_t vav_output_length(const VavContext* context) {
  return context->output.size();
}

EMSCRIPTEN_KEEPALIVE int vav_command(VavContext* context, const char* line, std::size_t size) {
  return context->app.command({line, size}) ? 0 : 1;
}

EMSCRIPTEN_KEEPALIVE int vav_query(VavContext* context, const char* what_text, std::size_t size) {
  const std::string_view what(what_text, size);
  const App& app = context->app;
  if (what == "formats") {
    context->output = write_names(formats());
    return 0;
  }
  if (what == "exports") {
    context->output = write_names(writers());
    return 0;
  }
  if (!app.has_document()) return 1;
  if (what == "state") {
    context->output = app.state_json();
  } else if (what == "twin") {
    context->output = app.twin_json();
  } else if (what == "hits") {
    context->output = write_hits(app);
  } else if (what == "inspect") {
    context->output = write_inspect(app.document().transcript, app.document().measures);
  } else if (what.starts_with("export ")) {
    const FormatWriter* writer = find_writer(what.substr(7));
    if (!writer) return 1;
    context->output = writer->write(app.document().transcript, app.document().measures).bytes;
  } else {
    return 1;
  }
  return 0;
}

EMSCRIPTEN_KEEPALIVE void vav_layout(VavContext* context, const char* lines, std::size_t size) {
  context->app.layout({lines, size});
}

EMSCRIPTEN_KEEPALIVE void vav_pointer(VavContext* context, int kind, float x, float y, int buttons,
                                      int mods) {
  if (kind < 0 || kind > 4) return;
  context->app.pointer(static_cast<PointerKind>(kind), x, y, buttons, mods);
}

EMSCRIPTEN_KEEPALIVE int vav_wheel(VavContext* context, float x, float y, float dx, float dy, int mods) {
  return context->app.wheel(x, y, dx, dy, mods) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int vav_gl(VavContext* context, int handle) {
  return context->app.attach_gl(handle) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int vav_frame(VavContext* context, double now_ms) {
  return static_cast<int>(context->app.frame(now_ms));
}

EMSCRIPTEN_KEEPALIVE std::size_t vav_live_bytes() { return mallinfo().uordblks; }

}  // extern "C"
