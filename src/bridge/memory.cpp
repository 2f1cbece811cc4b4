// Memory for arguments, in each module.
#include <cstdlib>

#include "bridge/exports.h"
#include "bridge/memory.h"

extern "C" {

VAV_EXPORT void* vav_alloc(std::size_t size) { return std::malloc(size); }
VAV_EXPORT void vav_free(void* memory) { std::free(memory); }

}  // extern "C"
