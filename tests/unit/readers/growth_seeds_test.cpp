// Every format's reading is linear in the file, also where a part of it comes again and again, as it is or a
// little otherwise each time. The files are the seeds of fuzzing, so a new format is measured with its first
// seed.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "readers/registry.h"

using namespace visavis;

namespace {

constexpr std::size_t kMostUnits = 3;  // of one seed
constexpr double kMostExponent = 1.3;

// Measured natively alone: WebAssembly runs the same code, and there a neighbour's load showed as an exponent
// of 1.4.
#ifdef __EMSCRIPTEN__
constexpr bool kElsewhere = true;
#else
constexpr bool kElsewhere = false;
#endif

// A part that may come again, and what stands between.
struct Unit {
  Span place;
  std::string_view between;
};

bool is_between(char c, char first, char last) { return c >= first && c <= last; }

// Elements that close, one of each name but for the root's.
std::vector<Unit> elements_of(std::string_view text) {
  struct Open {
    std::string_view name;
    std::size_t begin;
  };
  std::vector<Open> open;
  std::set<std::string_view> seen;
  std::vector<Unit> units;
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const std::size_t end = text.find('>', at);
    if (end == text.npos) break;
    const bool closes = text[at + 1] == '/';
    const std::size_t from = at + 1 + closes;
    const std::string_view name =
        text.substr(from, std::min(text.find_first_of(" \t\n/>", from), end) - from);
    if (name.empty() || name[0] == '!' || name[0] == '?') continue;
    if (!closes && text[end - 1] != '/') {
      open.push_back({name, at});
      continue;
    }
    std::size_t begin = at;
    if (closes) {
      while (!open.empty() && open.back().name != name) open.pop_back();
      if (open.empty()) continue;
      begin = open.back().begin;
      open.pop_back();
    }
    if (!open.empty() && seen.insert(name).second)
      units.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end + 1)}, ""});
  }
  return units;
}

// The last value of each array, and the last member of each object.
std::vector<Unit> values_of(std::string_view text) {
  std::vector<std::size_t> begins;
  std::vector<Unit> units;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c == '\\') ++at;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      begins.push_back(at + 1);
    } else if (c == ',' && !begins.empty()) {
      begins.back() = at + 1;
    } else if ((c == '}' || c == ']') && !begins.empty()) {
      if (at > begins.back() + 1)
        units.push_back({{static_cast<std::uint32_t>(begins.back()), static_cast<std::uint32_t>(at)}, ","});
      begins.pop_back();
    }
  }
  return units;
}

// Paragraphs, lines, and the second half.
std::vector<Unit> lines_of(std::string_view text) {
  std::vector<Unit> units, lines;
  std::uint32_t paragraph = 0;
  Lines walk(text);
  for (Span line; walk.next(line);) {
    if (!trim(slice(text, line)).empty()) {
      lines.push_back({line, "\n"});
      continue;
    }
    if (line.begin > paragraph + 1) units.push_back({{paragraph, line.begin}, "\n"});
    paragraph = line.end + 1;
  }
  if (lines.size() > 3)
    units.push_back({{lines[lines.size() / 2].place.begin, lines.back().place.end}, "\n"});
  units.insert(units.end(), lines.rbegin(), lines.rend());
  return units;
}

// The largest ones: they hold what a file is made of.
std::vector<Unit> units_of(std::string_view text) {
  const std::string_view shown = trim(text);
  const char first = shown.empty() ? ' ' : shown[0];
  std::vector<Unit> units = first == '<'                   ? elements_of(text)
                            : first == '{' || first == '[' ? values_of(text)
                                                           : lines_of(text);
  std::stable_sort(units.begin(), units.end(), [](const Unit& a, const Unit& b) {
    return a.place.end - a.place.begin > b.place.end - b.place.begin;
  });
  // Some of the small ones too.
  if (units.size() > kMostUnits) {
    for (std::size_t k = 1; k < kMostUnits; ++k) units[k] = units[k * (units.size() - 1) / (kMostUnits - 1)];
    units.resize(kMostUnits);
  }
  return units;
}

// With other numbers and names each time.
std::string varied(std::string_view unit, std::size_t i) {
  std::string text, ending;
  for (std::size_t rest = i; rest > 0; rest /= 20) ending += static_cast<char>('a' + rest % 20);
  for (std::size_t at = 0; at < unit.size();) {
    const char before = at > 0 ? unit[at - 1] : ' ';
    std::size_t end = at;
    while (end < unit.size() && end < at + 9 && is_between(unit[end], '0', '9')) ++end;
    if (end > at) {
      text += std::to_string(std::strtoul(std::string(unit.substr(at, end - at)).c_str(), nullptr, 10) + i);
      at = end;
      continue;
    }
    const bool name = is_between(unit[at], 'A', 'Z') && before != '<' && before != '/' &&
                      !is_between(before, 'A', 'Z') && !is_between(before, 'a', 'z') &&
                      at + 1 < unit.size() && is_between(unit[at + 1], 'a', 'z');
    text += unit[at++];
    if (!name) continue;
    while (at < unit.size() && is_between(unit[at], 'a', 'z')) text += unit[at++];
    text += ending;
  }
  return text;
}

std::string grown(std::string_view text, const Unit& unit, std::size_t n, bool varies) {
  const std::string_view part = slice(text, unit.place);
  std::string out(text.substr(0, unit.place.begin));
  for (std::size_t i = 0; i < n; ++i) {
    out += varies ? varied(part, i) : std::string(part);
    out += unit.between;
  }
  return out.append(text.substr(unit.place.begin));
}

double seconds_of(const std::string& text, int rounds) {
  double best = 1e9;
  for (int round = 0; round < rounds; ++round) {
    const std::clock_t begin = std::clock();
    (void)read_transcript(text, {});  // read or refused: either is to be linear
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return best;
}

// Of the time over the size between n and 8 n, where n parts have about so many bytes.
double exponent(std::string_view text, const Unit& unit, bool varies, std::size_t bytes, int rounds) {
  std::size_t n = std::max<std::size_t>(8, bytes / (unit.place.end - unit.place.begin + 1));
  std::string small = grown(text, unit, n, varies);
  double seconds = seconds_of(small, rounds);
  for (; seconds < 0.001 && small.size() < 400'000; seconds = seconds_of(small, rounds))
    small = grown(text, unit, n *= 2, varies);
  const std::string large = grown(text, unit, n * 8, varies);
  return std::log(seconds_of(large, rounds) / std::max(seconds, 2e-4)) /
         std::log(static_cast<double>(large.size()) / static_cast<double>(small.size()));
}

}  // namespace

TEST_CASE("growth: whatever comes again in a file of any format, reading it grows as the file does" *
          doctest::skip(kElsewhere)) {
  namespace fs = std::filesystem;
  std::vector<fs::path> seeds;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(VISAVIS_SOURCE_DIR) / "tests/fuzz/seeds"))
    if (entry.is_regular_file()) seeds.push_back(entry.path());
  std::sort(seeds.begin(), seeds.end());
  CHECK(seeds.size() >= 80);
  for (const fs::path& seed : seeds) {
    std::ifstream file(seed, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    if (text.starts_with("PK") || text.size() > 20'000)
      continue;  // packed: documents and bombs have their own tests
    for (const Unit& unit : units_of(text))
      for (const bool varies : {false, true}) {
        double least = exponent(text, unit, varies, 10'000, 1);
        // A busy machine may disturb a measurement, and a bound (of front matter's lines) be passed between
        // both sizes. What is quadratic stays above at every one of them.
        for (int turn = 0; turn < 4; ++turn)
          for (std::size_t bytes = 20'000; bytes <= 320'000 && least > kMostExponent; bytes *= 4)
            least = std::min(least, exponent(text, unit, varies, bytes, 3));
        INFO(seed.filename().string() << ": " << std::string(slice(text, unit.place)).substr(0, 80)
                                      << (varies ? " varied" : "") << ": exponent " << least);
        CHECK(least <= kMostExponent);
      }
  }
}
