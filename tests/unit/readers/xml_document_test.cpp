#include "readers/shared/xml_document.h"

#include <doctest/doctest.h>

#include "support/reading.h"

using namespace visavis;
using namespace visavis::test;

TEST_CASE("the root of an XML document, past what stands before it") {
  CHECK(xml_root(
            "<?xml version=\"1.0\"?>\n<!-- <x> -->\n<!DOCTYPE a [<!ENTITY b \"c\">]>\n<n:a b='1'><c/></n:a>")
            .name == "a");
  CHECK(xml_root("<a/>").name == "a");
  CHECK(xml_root("text <a>").name.empty());
  CHECK(xml_root("<!-- open").name.empty());
  CHECK(xml_root("").name.empty());
}

TEST_CASE("XML: lines, local names, references to no character") {
  const Result<XmlDocument> document =
      XmlDocument::parse("<a>\n<p:b p:c=\"d\">x&#xD800;y&#1114112;z&#0;&amp;</p:b>\n</a>");
  REQUIRE(document);
  const XmlNode b = child(document->root(), "b");
  CHECK(document->line(b) == 2);
  CHECK(attribute(b, "c") == "d");
  const std::string text = text_content(b);
  CHECK(find_invalid_utf8(text) == std::string::npos);
  CHECK(text.substr(0, 5) == "x\xEF\xBF\xBDy");
}

TEST_CASE("XML bombs end in a refusal or in nothing") {
  std::string deep;
  for (int i = 0; i < 1'000'00; ++i) deep += "<a>";
  const Result<XmlDocument> nested = XmlDocument::parse(deep);
  REQUIRE_FALSE(nested);
  CHECK(nested.error().code == ErrorCode::too_large);
  std::string wide = "<a>";
  for (std::size_t i = 0; i < kMostXmlMarks + 10; ++i) wide += "<b/>";
  CHECK_FALSE(XmlDocument::parse(wide));
  // Entities of a document type are not expanded.
  const Result<XmlDocument> laughs =
      XmlDocument::parse("<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>");
  REQUIRE(laughs);
  CHECK(text_content(laughs->root()) == "&y;");
}
