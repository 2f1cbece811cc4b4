#include "ui/labels.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/text.h"
#include "platform/platform.h"
#include "ui/canvas.h"
#include "ui/shaping.h"

using namespace visavis;

namespace {

struct Fixture {
  Canvas canvas;
  std::unique_ptr<Platform> platform;
  std::unique_ptr<Labels> labels;
  Fixture() {
    platform = make_platform();
    labels = std::make_unique<Labels>(*platform, canvas.atlas());
  }
};

constexpr Face kFace = Face::regular;

}  // namespace

TEST_CASE("widths add up and digits are tabular") {
  Fixture f;
  CHECK(f.labels->width("", kFace, 10) == 0);
  CHECK(f.labels->width("abcd", kFace, 10) == doctest::Approx(22));
  CHECK(f.labels->width("1111", kFace, 10) == f.labels->width("0000", kFace, 10));
  CHECK(f.labels->width("漢字", kFace, 10) == doctest::Approx(20));
  CHECK(f.labels->width("abcd", Face::strong, 10) > f.labels->width("abcd", kFace, 10));
  // What the page shows does not change with the screen's density.
  f.labels->begin_frame(2);
  CHECK(f.labels->width("abcd", kFace, 10) == doctest::Approx(22));
}

TEST_CASE("a label that fits stays as it is") {
  Fixture f;
  CHECK(f.labels->fit("Mark", kFace, 10, 0) == "Mark");
  CHECK(f.labels->fit("Mark", kFace, 10, 22) == "Mark");
  CHECK(f.labels->fit("", kFace, 10, 22) == "");
}

TEST_CASE("a label that is too long is cut with an ellipsis and fits") {
  Fixture f;
  CHECK(f.labels->fit("Mark Zuckerberg", kFace, 10, 33) == "Mark…");
  CHECK(f.labels->fit("Mark Zuckerberg", kFace, 10, 38.6f) == "Mark Z…");
  CHECK(f.labels->fit("Mark", kFace, 10, 1) == "");
  const std::string words =
      "Laurie Segall und 王小明, محمد 👩‍🔬 e\u0301e\u0301 🇨🇭🇩🇪";
  for (float width = 1; width < 200; width += 1.5f) {
    const std::string cut = f.labels->fit(words, kFace, 10, width);
    CHECK(find_invalid_utf8(cut) == std::string_view::npos);
    CHECK(f.labels->width(cut, kFace, 10) <= width + 0.01f);
  }
  const std::string endless(1 << 20, 'm');
  const std::string cut = f.labels->fit(endless, kFace, 10, 100);
  CHECK(f.labels->width(cut, kFace, 10) <= 100);
  CHECK(f.labels->width(cut, kFace, 10) > 90);
}

TEST_CASE("the longest prefix that fits is kept") {
  Fixture f;
  const std::string words = "abcdefghijklmnopqrstuvwxyz";
  for (std::size_t letters = 0; letters < 25; ++letters) {
    const float width = 5.5f * static_cast<float>(letters + 1);
    CHECK(f.labels->fit(words, kFace, 10, width) == words.substr(0, letters) + "…");
  }
}

TEST_CASE("text that must be shaped is told from text that need not") {
  for (const char* plain :
       {"", "Mark — “quoted” … 1,170 ✓", "Žluťoučký kůň", "采访者：你好", "かな 한국어", "Ω я"})
    CHECK_MESSAGE(!needs_shaping(plain), plain);
  for (const char* shaped :
       {"محمد", "דָּוִד", "नमस्ते", "สวัสดี", "e\u0301", "❤\uFE0F", "👩", "🇨🇭", "မြန်မာ", "か\u3099"})
    CHECK_MESSAGE(needs_shaping(shaped), shaped);
}

TEST_CASE("text is cut only between characters as people see them") {
  const auto cuts = [](std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.size(); at > 0; at = previous_cut(text, at)) ++count;
    return count;
  };
  CHECK(cuts("abc") == 3);
  CHECK(cuts("e\u0301e\u0301") == 2);
  CHECK(cuts("👩‍🔬x") == 2);
  CHECK(cuts("👍🏽") == 1);
  CHECK(cuts("🇨🇭🇩🇪") == 2);
  CHECK(cuts("क्षत्रिय") == 3);
  CHECK(cuts("דָּוִד") == 3);
  CHECK(cuts("❤\uFE0Fa") == 2);
  CHECK(previous_cut("", 0) == 0);
}

TEST_CASE("a label that fits but for its last character is cut") {
  Fixture f;
  CHECK(f.labels->fit("Sp 8", kFace, 17, 34) == "Sp…");
  CHECK(previous_cut("abc", 9) == 3);
  for (const std::string_view text : {"Speaker A", "Mr 漢", "a b c d", "é é"})
    for (float width = 1; width < 90; width += 1.5f)
      CHECK(f.labels->width(f.labels->fit(text, kFace, 13, width), kFace, 13) <= width + 1);
}

namespace {

// Says in which inks runs are painted.
struct InkPlatform final : Platform {
  std::unique_ptr<Platform> plain = make_platform();
  std::vector<Colour> inks;
  bool make_current(int handle) override { return plain->make_current(handle); }
  TextExtent measure(const TextStyle& style, std::string_view text) override {
    return plain->measure(style, text);
  }
  bool raster(const TextStyle& style, std::string_view text, const TextBox& box, Colour ink,
              std::uint8_t* rgba) override {
    inks.push_back(ink);
    return plain->raster(style, text, box, ink, rgba);
  }
  bool can_read_back() override { return true; }
  void upload(const TextStyle&, std::string_view, const TextBox&, Colour, std::uint32_t, std::int32_t,
              std::int32_t) override {}
};

}  // namespace

TEST_CASE("a run with an emoji is painted in the ink that it is drawn in, a plain one in white alone") {
  const auto drawn = [](std::string text, Colour colour) {
    Canvas canvas;
    InkPlatform platform;
    Labels labels(platform, canvas.atlas());
    labels.begin_frame(1);
    canvas.begin(200, 50, 1);
    labels.draw(canvas.list(), {5, 20, std::move(text), kFace, 12, colour});
    canvas.end();
    return platform.inks;
  };
  constexpr Colour kRed = 0xFF0000D0u, kWhite = 0xFFFFFFFFu;
  CHECK(drawn("👋 שלום", kRed) == std::vector<Colour>{kWhite, kRed});
  CHECK(drawn("👋 שלום", kWhite) == std::vector<Colour>{kWhite});
  CHECK(drawn("שלום", kRed) == std::vector<Colour>{kWhite});
}
