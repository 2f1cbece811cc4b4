# shaders/*.vert and *.frag become one header, shaders.h: `line.vert` is `visavis::shaders::line_vert`.
file(GLOB shader_files CONFIGURE_DEPENDS "shaders/*.vert" "shaders/*.frag")
set(shader_header "${CMAKE_BINARY_DIR}/generated/shaders.h")
add_custom_command(
  OUTPUT "${shader_header}"
  COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${shader_header}" -P "${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed_shaders.cmake"
          -- ${shader_files}
  DEPENDS ${shader_files} "${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed_shaders.cmake"
  COMMENT "Embedding shaders" VERBATIM)
add_custom_target(shader_header_file DEPENDS "${shader_header}")
add_library(visavis_shaders INTERFACE)
add_dependencies(visavis_shaders shader_header_file)
target_include_directories(visavis_shaders INTERFACE "${CMAKE_BINARY_DIR}/generated")
