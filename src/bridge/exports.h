// What a function of the C interface is marked with: kept in WebAssembly, an ordinary one natively, where the
// tests call it with what a page sends.
#pragma once

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#define VAV_EXPORT EMSCRIPTEN_KEEPALIVE
#else
#define VAV_EXPORT
#endif
