# Pinned dependencies. What tools/lib/dependencies.sh has put under build/deps is used as it is, without the network;
# anything else is fetched by FetchContent with the version and hash in tools/dependencies.txt.
include(FetchContent)
set(VISAVIS_DEPS_DIR "${CMAKE_CURRENT_SOURCE_DIR}/build/deps" CACHE PATH "Where fetched dependencies lie")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/tools/dependencies.txt")

# visavis_dependency(NAME DIR_VARIABLE): makes NAME's files available and names their folder.
function(visavis_dependency name dir_variable)
  string(TOUPPER "${name}" upper)
  if(NOT FETCHCONTENT_SOURCE_DIR_${upper} AND EXISTS "${VISAVIS_DEPS_DIR}/${name}/.complete")
    set(${dir_variable} "${VISAVIS_DEPS_DIR}/${name}" PARENT_SCOPE)
    return()
  endif()
  # The script knows Debian's packages too, for where an address cannot be reached.
  if(NOT FETCHCONTENT_SOURCE_DIR_${upper})
    execute_process(COMMAND bash -c ". tools/lib/common.sh && . tools/lib/dependencies.sh && fetch_dependencies"
                    WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" OUTPUT_QUIET ERROR_QUIET)
    if(EXISTS "${VISAVIS_DEPS_DIR}/${name}/.complete")
      set(${dir_variable} "${VISAVIS_DEPS_DIR}/${name}" PARENT_SCOPE)
      return()
    endif()
  endif()
  file(STRINGS "${CMAKE_CURRENT_SOURCE_DIR}/tools/dependencies.txt" pin REGEX "^${name} ")
  if(NOT pin MATCHES "^[^ ]+ +([^ ]+) +([0-9a-f]+) +([^ ]+)$")
    message(FATAL_ERROR "tools/dependencies.txt does not pin ${name}")
  endif()
  set(hash "${CMAKE_MATCH_2}")
  set(url "${CMAKE_MATCH_3}")
  set(how "")
  if(NOT url MATCHES "\\.tar\\.gz$")
    set(how DOWNLOAD_NO_EXTRACT TRUE)
  endif()
  FetchContent_Declare(${name} URL "${url}" URL_HASH SHA256=${hash} DOWNLOAD_EXTRACT_TIMESTAMP TRUE ${how})
  FetchContent_GetProperties(${name})
  if(NOT ${name}_POPULATED)
    FetchContent_Populate(${name})
  endif()
  set(${dir_variable} "${${name}_SOURCE_DIR}" PARENT_SCOPE)
endfunction()

# A header of its own: <folder>/<file>, whether it came as one file or as a package's folder.
function(visavis_header_dependency name folder file)
  visavis_dependency(${name} dir)
  if(EXISTS "${dir}/${file}")
    set(include_dir "${CMAKE_BINARY_DIR}/include")
    configure_file("${dir}/${file}" "${include_dir}/${folder}/${file}" COPYONLY)
  else()
    set(include_dir "${dir}/include")
  endif()
  add_library(${name} INTERFACE)
  target_include_directories(${name} SYSTEM INTERFACE "${include_dir}")
endfunction()

visavis_header_dependency(nlohmann_json nlohmann json.hpp)
if(VISAVIS_TESTS)
  visavis_header_dependency(doctest doctest doctest.h)
endif()

# Dear ImGui: the core without widgets, demo, debug tools, fonts, settings or file access; src/render/imconfig.h and
# src/render/imgui say what is left out, which is 60 KB of the download together with its windows (src/ui/canvas.h).
visavis_dependency(imgui imgui_dir)
add_library(imgui STATIC src/render/imgui/core.cpp "${imgui_dir}/imgui_draw.cpp" src/render/imgui/no_truetype.cpp
                         src/render/imgui/no_widgets.cpp)
# Behind it for the linker: taken only where a widget is used.
add_library(imgui_widgets STATIC "${imgui_dir}/imgui_widgets.cpp" "${imgui_dir}/imgui_tables.cpp")
foreach(part imgui imgui_widgets)
  target_include_directories(${part} SYSTEM PUBLIC "${imgui_dir}" "${CMAKE_CURRENT_SOURCE_DIR}/src")
  target_compile_definitions(${part} PUBLIC "IMGUI_USER_CONFIG=\"render/imconfig.h\"")
  target_compile_options(${part} PRIVATE -w)
endforeach()
target_link_libraries(imgui PUBLIC imgui_widgets)
target_link_libraries(imgui_widgets PUBLIC imgui)

# pugixml: parsing alone, without XPath, streams, exceptions.
visavis_dependency(pugixml pugixml_dir)
add_library(pugixml STATIC "${pugixml_dir}/src/pugixml.cpp")
target_include_directories(pugixml SYSTEM PUBLIC "${pugixml_dir}/src")
target_compile_definitions(pugixml PUBLIC PUGIXML_NO_XPATH PUGIXML_NO_STL PUGIXML_NO_EXCEPTIONS PUGIXML_COMPACT)
target_compile_options(pugixml PRIVATE -w)

# zlib: deflate and inflate of memory, without its files and tools.
visavis_dependency(zlib zlib_dir)
set(zlib_files adler32 crc32 deflate inffast inflate inftrees trees zutil)
list(TRANSFORM zlib_files REPLACE "(.+)" "${zlib_dir}/\\1.c")
add_library(zlib STATIC ${zlib_files})
target_include_directories(zlib SYSTEM PUBLIC "${zlib_dir}")
target_compile_options(zlib PRIVATE -w)

# Snowball: a stemmer a language in C, made from its sources by its own compiler, which runs on the machine that builds.
visavis_dependency(snowball snowball_dir)
find_program(VISAVIS_HOST_CC NAMES cc gcc clang REQUIRED DOC "A C compiler for programs that the build itself runs")
set(stemmers_dir "${CMAKE_BINARY_DIR}/stemmers")
file(GLOB snowball_compiler "${snowball_dir}/compiler/*.c")
file(MAKE_DIRECTORY "${stemmers_dir}")
add_custom_command(
  OUTPUT "${stemmers_dir}/snowball"
  COMMAND "${VISAVIS_HOST_CC}" -O1 -w -o "${stemmers_dir}/snowball" ${snowball_compiler}
  DEPENDS ${snowball_compiler} VERBATIM)
set(stemmer_files "${snowball_dir}/runtime/api.c" "${snowball_dir}/runtime/utilities.c")
foreach(language dutch english french german italian portuguese russian spanish swedish)
  add_custom_command(
    OUTPUT "${stemmers_dir}/stem_${language}.c" "${stemmers_dir}/stem_${language}.h"
    COMMAND "${stemmers_dir}/snowball" "${snowball_dir}/algorithms/${language}.sbl" -o "${stemmers_dir}/stem_${language}"
            -eprefix "${language}_" -r runtime -u
    DEPENDS "${stemmers_dir}/snowball" "${snowball_dir}/algorithms/${language}.sbl" VERBATIM)
  list(APPEND stemmer_files "${stemmers_dir}/stem_${language}.c")
endforeach()
add_library(stemmers STATIC ${stemmer_files})
target_include_directories(stemmers SYSTEM PUBLIC "${stemmers_dir}" "${snowball_dir}")
target_compile_options(stemmers PRIVATE -w)
