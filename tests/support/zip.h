// Makes zip archives for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace visavis::test {

// name, bytes
using ZipFile = std::pair<std::string, std::string>;

// An archive of these files in order, deflated unless `deflated` is false.
std::string make_zip(const std::vector<ZipFile>& files, bool deflated = true);

// A Word document with this content of w:body, and of styles.xml where not empty.
std::string make_docx(const std::string& body, const std::string& styles = {});

// An OpenDocument text with this content of office:text, and of office:automatic-styles.
std::string make_odt(const std::string& text, const std::string& styles = {});

}  // namespace visavis::test
