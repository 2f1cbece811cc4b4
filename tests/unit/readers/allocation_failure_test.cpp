// Reading while memory runs out: the n-th allocation fails, for ever larger n, and each time the answer is
// out_of_memory, nothing leaks and nothing ends the program. Where there are no exceptions a failed
// allocation ends the instance (see registry.h), so this is native alone.
#include <doctest/doctest.h>

#ifdef __cpp_exceptions

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <new>
#include <string>
#include <vector>

#include "readers/registry.h"
#include "support/files.h"
#include "support/zip.h"

namespace {

std::size_t fail_in = 0;  // 0: no allocation fails
std::size_t live = 0;

void* allocate(std::size_t size) {
  if (fail_in > 0 && --fail_in == 0) throw std::bad_alloc();
  void* memory = std::malloc(size ? size : 1);
  if (!memory) throw std::bad_alloc();
  ++live;
  return memory;
}

void release(void* memory) noexcept {
  if (memory) --live;
  std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
// An algorithm that asks this way has another way: std::stable_sort sorts in place then.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  void* memory = std::malloc(size ? size : 1);
  live += memory != nullptr;
  return memory;
}
void operator delete(void* memory) noexcept { release(memory); }
void operator delete[](void* memory) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }
void operator delete[](void* memory, std::size_t) noexcept { release(memory); }

namespace {

using namespace visavis;

struct Sample {
  std::string name, bytes;
};

std::vector<Sample> samples() {
  std::vector<Sample> out;
  for (const char* folder : {"/assets/samples", "/tests/fuzz/seeds"}) {
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator at(test::source_dir() + folder, error), end;
         !error && at != end; at.increment(error)) {
      if (!at->is_regular_file(error)) continue;
      if (std::optional<std::string> bytes = test::read_file(at->path().string()))
        out.push_back({at->path().string(), *std::move(bytes)});
    }
  }
  std::sort(out.begin(), out.end(), [](const Sample& a, const Sample& b) { return a.name < b.name; });
  const std::string p =
      "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Mara:</w:t></w:r><w:r><w:t> Who?</w:t></w:r></w:p>";
  out.push_back({"docx", test::make_docx(p + p + p)});
  out.push_back({"odt", test::make_odt("<text:p>Mara: Who?</text:p><text:p>Jonas: All.</text:p>")});
  out.push_back({"zip", test::make_zip({{"talk.txt", "Mara: Who?\nJonas: All.\nMara: And?\n"}})});
  out.push_back({"html", "<html><body><cite>Mara:</cite><time>0:01</time><p>Who?</p></body></html>"});
  return out;
}

// The outcome without its memory: 'r' read, 'm' out of memory, 'e' another error.
char attempt(const Sample& sample, const ReadOptions& options, std::size_t n) {
  fail_in = n;
  const Result<Transcript> result = read_transcript(sample.bytes, options);
  const bool failed = n > 0 && fail_in == 0;
  fail_in = 0;
  if (result) return failed ? '!' : 'r';
  if (result.error().code == ErrorCode::out_of_memory) return 'm';
  return failed ? '!' : 'e';
}

}  // namespace

TEST_CASE("a failed allocation is an error, not a crash, and leaves nothing behind") {
  std::size_t tried = 0;
  for (const Sample& sample : samples()) {
    std::string wrong;
    std::size_t leaked_at = 0;
    // A sniff cannot fail: without memory it takes a file for another format. So the format is given, and
    // documents, whose text is sniffed once more, need only not crash, nor what reads as nothing and is asked
    // whether it is of the format.
    ReadOptions options;
    const Result<Transcript> whole = read_transcript(sample.bytes);
    if (whole) options.format = whole->report.format;
    const bool sniffs = options.format == "docx" || options.format == "odt" || options.format == "html" ||
                        options.format == "zip" || !whole || whole->turns.empty();
    for (std::size_t n = 1;; n += 1 + n / 8) {
      const std::size_t before = live;
      const char outcome = attempt(sample, options, n);
      ++tried;
      if (live != before && leaked_at == 0) leaked_at = n;
      if (outcome == '!' && !sniffs && wrong.empty())
        wrong = "the failure of allocation " + std::to_string(n) + " was lost";
      if (outcome == 'r' || outcome == 'e') break;
    }
    CAPTURE(sample.name);
    CHECK(wrong == "");
    CHECK(leaked_at == 0);
  }
  MESSAGE(tried, " readings with a failing allocation");
}

TEST_CASE("without memory a sniff takes a file for another format at worst, and leaves nothing behind") {
  for (const Sample& sample : samples()) {
    std::size_t leaked_at = 0;
    for (std::size_t n = 1;; n += 1 + n / 4) {
      const std::size_t before = live;
      fail_in = n;
      { const Result<Transcript> result = read_transcript(sample.bytes); }
      const bool reached = fail_in == 0;
      fail_in = 0;
      if (live != before && leaked_at == 0) leaked_at = n;
      if (!reached) break;
    }
    CAPTURE(sample.name);
    CHECK(leaked_at == 0);
  }
}

#endif
