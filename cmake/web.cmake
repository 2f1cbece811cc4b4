# The page's WebAssembly (src/bridge): visavis.wasm shows, and reads what most files are; readers.wasm reads and writes
# every format; offline.wasm, which offline copies hold, is the first with the writers. ARCHITECTURE.md has the weights by
# which they are cut.
visavis_layer(visavis_render_gl render/gl LINK visavis_render visavis_shaders)
visavis_layer(visavis_platform_web platform/web LINK visavis_platform)

# What every module of ours is linked with: WebAssembly alone, whose few imports web/core/begun.js gives to it (tests/web/modules.test.mjs
# holds that it does); no file
# system, memory that may grow, an allocation that fails answers null. The stack's size is named because Emscripten's
# default for it has changed over its versions.
set(web_module_options
    -sSTANDALONE_WASM -sFILESYSTEM=0 -sALLOW_MEMORY_GROWTH=1 -sABORTING_MALLOC=0
    -sSUPPORT_LONGJMP=0 -sTOTAL_STACK=5242880 --no-entry
    "SHELL:--js-library ${CMAKE_CURRENT_SOURCE_DIR}/src/bridge/page_imports.js")

set(bridge "${CMAKE_CURRENT_SOURCE_DIR}/src/bridge")
set(reading_bridge "${bridge}/read.cpp" "${bridge}/memory.cpp" "${bridge}/legacy_decode.cpp")

# What shows: a module that draws, reads the formats of the first catalogue and takes the rest from `ARGN`.
function(visavis_showing_module target name)
  add_executable(${target} "${bridge}/show.cpp" ${reading_bridge})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name} SUFFIX .wasm)
  target_link_libraries(${target} PRIVATE visavis_platform_web visavis_render_gl visavis_ui visavis_scene visavis_readers_first ${ARGN})
  target_link_options(${target} PRIVATE ${web_module_options} -sMALLOC=emmalloc
                                        -Wl,-mllvm,-inline-threshold=-100 -sBINARYEN_EXTRA_PASSES=--converge)
endfunction()

visavis_showing_module(visavis_web whole visavis_inspect)
visavis_showing_module(visavis_offline_web offline visavis_offline visavis_writers)
set(catalogue "${CMAKE_CURRENT_SOURCE_DIR}/src/readers/catalogue")
target_compile_definitions(visavis_web PRIVATE VISAVIS_ASKS_ELSEWHERE)
target_sources(visavis_web PRIVATE "${catalogue}/first/rare.cpp")
# What reading seldom needs leaves the first download: tools/split.mjs says how. A function that is named here must not be inlined.
find_program(VISAVIS_WASM_SPLIT wasm-split HINTS "${EMSCRIPTEN_ROOT_PATH}/../bin" REQUIRED)
find_program(VISAVIS_NODE NAMES node nodejs HINTS "$ENV{EMSDK_NODE}" REQUIRED)
get_filename_component(binaryen "${VISAVIS_WASM_SPLIT}" DIRECTORY)
set(seldom captions=read_webvtt,read_srt seldom=read_as_written,read_front_matter,strip_line_numbers,find_page_furniture,read_closing_times,forced_candidate,parse_option,correct_speakers)
target_link_options(visavis_web PRIVATE --profiling-funcs) # its functions keep their names until then
set(split "${CMAKE_CURRENT_SOURCE_DIR}/tools/split.mjs")
set_target_properties(visavis_web PROPERTIES LINK_DEPENDS "${split}")
add_custom_command(TARGET visavis_web POST_BUILD VERBATIM
  COMMAND "${VISAVIS_NODE}" "${split}" "${binaryen}" whole.wasm visavis.wasm "^vav_(?!read$)" ${seldom})
target_compile_definitions(visavis_web PRIVATE VISAVIS_PAGE)
target_compile_definitions(visavis_offline_web PRIVATE VISAVIS_PAGE)
target_sources(visavis_offline_web PRIVATE "${bridge}/write.cpp" "${bridge}/picture.cpp" "${catalogue}/all/rare.cpp")

# Loaded when a file asks for it: one that few need, or so large that a worker reads it, or one to be written. Its size
# is not in the first view's, so it is built for speed.
file(GLOB_RECURSE reading_files CONFIGURE_DEPENDS "src/base/*.cpp" "src/model/*.cpp" "src/readers/*.cpp" "src/analysis/*.cpp"
     "src/words/*.cpp" "src/writers/*.cpp" "src/scene/document*.cpp" "src/scene/found.cpp" "src/scene/figures.cpp" "src/scene/text_layout.cpp" "src/offline/*.cpp" "src/redaction/*.cpp")
list(FILTER reading_files EXCLUDE REGEX "/catalogue/first/")
add_executable(visavis_readers_web ${reading_bridge} "${bridge}/write.cpp" "${bridge}/redact.cpp" ${reading_files})
set_target_properties(visavis_readers_web PROPERTIES OUTPUT_NAME readers SUFFIX .wasm)
target_compile_definitions(visavis_readers_web PRIVATE VISAVIS_PAGE)
target_link_libraries(visavis_readers_web PRIVATE visavis_options nlohmann_json pugixml zlib stemmers)
# emcc takes the -Oz of the rest for a wish not to inline, whatever stands behind it, so inlining is named.
set(fast -O2 -finline-functions -msimd128 -mbulk-memory)
foreach(part visavis_readers_web pugixml zlib stemmers)
  target_compile_options(${part} PRIVATE ${fast})
endforeach()
# The heap grows in small steps: a large file wants little more memory than it takes.
target_link_options(visavis_readers_web PRIVATE ${web_module_options} -O2)
