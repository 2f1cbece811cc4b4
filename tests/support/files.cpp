#include "support/files.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <system_error>

namespace visavis::test {

std::string source_dir() { return VISAVIS_SOURCE_DIR; }

std::string shared_dir() {
  // A work tree may lie a folder or two deeper than the project itself, so its parents are tried as well.
  std::string up = source_dir();
  for (int level = 0; level < 3; ++level) {
    up += "/..";
    const std::string candidate = up + "/shared";
    std::error_code error;
    if (std::filesystem::exists(candidate + "/corpora", error)) return candidate;
  }
  std::printf("skipped: \"%s\" needs ../shared beside the project\n",
              doctest::getContextOptions()->currentTest->m_name);
  return {};
}

std::optional<std::string> read_file(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (!file) return std::nullopt;
  std::string bytes;
  char block[65536];
  std::size_t count = 0;
  while ((count = std::fread(block, 1, sizeof block, file)) > 0) bytes.append(block, count);
  const bool failed = std::ferror(file) != 0;
  std::fclose(file);
  if (failed) return std::nullopt;
  return bytes;
}

}  // namespace visavis::test
