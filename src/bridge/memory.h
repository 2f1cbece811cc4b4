// Memory for arguments, in each module.
#pragma once

#include <cstddef>

extern "C" {

void* vav_alloc(std::size_t size);  // null when there is none left
void vav_free(void* memory);

}  // extern "C"
