# Finds the Emscripten that is installed (Debian's package or an activated emsdk) and uses its own toolchain file,
# so that `cmake --preset web` needs no wrapper.
find_program(VISAVIS_EMCC emcc HINTS "$ENV{EMSDK}/upstream/emscripten" REQUIRED)
get_filename_component(emcc_file "${VISAVIS_EMCC}" REALPATH)
get_filename_component(emscripten_root "${emcc_file}" DIRECTORY)
include("${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
# Debian keeps the JavaScript optimiser's parser (node-acorn) where node does not look by itself.
if(EXISTS /usr/share/nodejs/acorn AND emscripten_root MATCHES "^/usr/share/")
  set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs")
endif()
