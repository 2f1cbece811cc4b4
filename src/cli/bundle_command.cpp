#include <filesystem>
#include <vector>

#include "cli/commands.h"
#include "cli/less.h"
#include "cli/shared.h"
#include "offline/offline_page.h"
#include "redaction/redacted_file.h"
#include "words/reports.h"

namespace visavis::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kTemplate = "offline.html";

// The folder of this program, empty where the system does not tell.
fs::path own_folder() {
  std::error_code unknown;
  const fs::path own = fs::read_symlink("/proc/self/exe", unknown);
  return unknown ? fs::path() : own.parent_path();
}

// The template that the build of the site wrote: in the folder that was named, else beside this program as it
// is installed (bin/visavis, share/visavis/) or built (build/native/visavis, build/site/).
Result<std::string> load_template(const std::string& site) {
  std::vector<fs::path> folders;
  if (!site.empty()) {
    folders = {site};
  } else if (const fs::path own = own_folder(); !own.empty()) {
    folders = {own, own / "../share/visavis", own / "../site"};
  }
  std::error_code unknown;
  for (const fs::path& folder : folders)
    if (fs::is_regular_file(folder / kTemplate, unknown)) return load((folder / kTemplate).string());

  return Error{ErrorCode::bad_option, 0,
               site.empty() ? Message(phrase::no_template, {kTemplate})
                            : Message(phrase::no_template_in, {kTemplate, site})};
}

}  // namespace

int run_bundle(const Arguments& arguments) {
  std::string output = "-", view, site;
  Request request;
  Less less;
  const auto own = [&](const std::string& option, const std::string* value) {
    if (const int taken = less.take(option, value)) return taken;
    std::string* const setting = option == "-o"       ? &output
                                 : option == "--view" ? &view
                                 : option == "--site" ? &site
                                                      : nullptr;
    if (!setting || !value) return 0;
    *setting = *value;
    return 2;
  };
  if (!parse_arguments(arguments, own, request)) return 2;
  if (request.paths.size() != 1) return usage("bundle needs one file");
  const std::string& path = request.paths[0];
  if (view.starts_with('#')) view.erase(0, 1);
  const Result<std::string> page_template = load_template(site);
  if (!page_template) return report_error(kTemplate, page_template.error());
  Result<Transcript> transcript = open(path, request.options);
  if (!transcript) return report_error(path, transcript.error());
  if (less.any()) {
    const Result<Redacted> redacted = less.apply(path, *transcript);
    if (!redacted) return report_error(path, redacted.error());
    const Result<std::string> to = checked_path(*redacted, output);
    if (!to) return report_error(path, to.error());
    const Result<std::string> copy = write_redacted(*redacted, view, [&](const Document& document) {
      return write_offline_page(document, *page_template, view);
    });
    if (!copy) return report_error(path, copy.error());
    return save(output, *copy) ? 0 : 1;
  }
  const Result<std::string> page =
      write_offline_page(make_document(*std::move(transcript)), *page_template, view);
  if (!page) return report_error(kTemplate, page.error());
  return save(output, *page) ? 0 : 1;
}

}  // namespace visavis::cli
