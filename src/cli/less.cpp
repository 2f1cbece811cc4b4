#include "cli/less.h"

#include <filesystem>
#include <iostream>

#include "analysis/analysis.h"
#include "words/reports.h"

namespace visavis::cli {

int Less::take(const std::string& option, const std::string* value) {
  std::string line;
  if (option == "--figures") {
    line = "figures";
  } else if (!value) {
    return 0;
  } else if (option == "--names") {
    line = "names " + *value;
  } else if (option == "--call") {
    line = "call " + *value;
  } else if (option == "--strike") {
    line = "strike " + *value;
  } else if (option == "--keep") {
    line = "keep " + *value;
  } else if (option == "--turns") {
    const std::size_t dash = value->find('-');
    line = "excerpt " + (dash == value->npos ? *value + " " + *value
                                             : value->substr(0, dash) + " " + value->substr(dash + 1));
  } else {
    return 0;
  }
  any_ = true;
  if (line.find_first_of("\r\n") == line.npos && parse_redaction(line, redaction_))
    return option == "--figures" ? 1 : 2;
  usage("nothing can be left out as " + option + (value ? " " + *value : ""));
  return kRefused;
}

Result<Redacted> Less::apply(const std::string& path, const Transcript& transcript) const {
  Redaction redaction = redaction_;
  redaction.file = path == "-" ? "" : std::filesystem::path(path).filename().string();
  Result<Redacted> redacted = redact(transcript, analyse(transcript).roles, redaction);
  if (!redacted) return redacted;
  // The path itself stays out of the notes: it may name who does not leave.
  for (const Redacted::Taken& taken : redacted->taken)
    std::cerr << "note: “" << taken.words << "” became “" << taken.instead << "”, " << taken.times
              << " times\n";
  for (const Redacted::Left& left : redacted->left)
    std::cerr << "note: “" << left.word << "” stays, " << left.times << " times; --strike takes it out\n";
  for (const std::string& words : redacted->nowhere)
    std::cerr << "note: “" << words << "” stands nowhere in it\n";
  return redacted;
}

Result<std::string> checked_path(const Redacted& redacted, const std::string& path) {
  const std::string name = std::filesystem::path(path).filename().string();
  const std::vector<FormMatch> found = redacted.forms.find(name);
  if (path == "-" || found.empty()) return path;
  return Error{ErrorCode::bad_option, 0,
               Message(phrase::still_in_path, {redacted.forms.all()[found[0].form].shown, redacted.file})};
}

}  // namespace visavis::cli
