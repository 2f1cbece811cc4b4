// Akoma Ntoso, as parliaments publish their debates (OASIS LegalDocML, Akoma Ntoso Version 1.0 Part 1: XML
// Vocabulary, chapter 5.6 and the elements debate, debateSection, speech, question, answer, scene,
// narrative).
#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/unicode.h"
#include "readers/readers.h"
#include "readers/shared/json_time.h"
#include "readers/shared/utterances.h"
#include "readers/shared/xml_document.h"
#include "words/reports.h"

namespace visavis {
namespace {

double sniff(const Input& input) noexcept {
  const std::string_view name = xml_root(input.text).name;
  return equals_ignoring_ascii_case(name, "akomaNtoso") ? 1 : 0;
}

template <std::size_t n>
bool is_any(std::string_view name, const std::array<std::string_view, n>& list) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

constexpr std::array<std::string_view, 3> kSpeeches = {"speech", "question", "answer"};
// Elements that are paragraphs of their own.
constexpr std::array<std::string_view, 12> kBlocks = {"p",     "li",        "item",    "tr",
                                                      "block", "blockList", "heading", "subheading",
                                                      "scene", "narrative", "summary", "tblock"};
constexpr std::array<std::string_view, 4> kHeads = {"heading", "num", "subheading", "from"};

std::string_view without_hash(std::string_view reference) {
  return reference.starts_with('#') ? reference.substr(1) : reference;
}

// "Mr Holm:", "The Minister (Ida Berg) —"
std::string label_of(XmlNode from) {
  std::string label = collapse_spaces(text_content(from));
  for (;;) {
    std::size_t at = label.size();
    const char32_t last = at ? previous_code_point(label, at) : U'x';
    if (last != ':' && last != '.' && last != ',' && last != '-' && last != U'–' && last != U'—' &&
        last != ' ')
      return label;
    // "Hon. A. B." keeps the stop of an initial.
    if (last == '.' && (at < 2 || label[at - 2] == ' ' || label[at - 2] == '.')) return label;
    label.resize(at);
  }
}

class AknReader {
 public:
  AknReader(const XmlDocument& document, bool join) : document_(document), joiner_(builder_, join) {}

  Result<Transcript> read() {
    const XmlNode root = document_.root();
    builder_.expect_text(document_.text_bytes());
    std::size_t speeches = 0;
    for (XmlNode node = root; node; node = next_in_document(node, root)) {
      if (!is_element(node)) continue;
      speeches += is_any(local_name(node), kSpeeches);
      if (local_name(node).starts_with("TLC")) read_reference(node);
      if (first_ms_ == kNoTime && is_any(local_name(node), kSpeeches)) first_ms_ = clock(node, "startTime");
    }
    XmlNode kind = root.first_child();
    while (kind && !is_element(kind)) kind = kind.next_sibling();
    if (speeches == 0 && document_.broken_line == 0)
      return Error{ErrorCode::unsupported, 1, Message(phrase::no_speeches, {local_name(kind).substr(0, 40)})};
    const std::string title = collapse_spaces(text_content(find(root, "docTitle")));
    builder_.set_title(title);
    if (const std::string_view language = attribute(find(root, "FRBRlanguage"), "language");
        language.size() <= 35)
      builder_.set_language(language);
    for (XmlNode node = root; node;) {
      const std::string_view name = is_element(node) ? local_name(node) : std::string_view();
      const bool is_body = name == "debateBody" || name == "mainBody";
      if (is_body) read_block(node, 1);
      const bool is_beside =
          name == "coverPage" || name == "preface" || name == "conclusions" || name == "attachments";
      const std::string beside = is_beside ? collapse_spaces(text_content(node)) : std::string();
      if (!beside.empty() && beside != title)
        left_out_.add(phrase::left_beside, document_.line(node), 1, name);
      node = next_in_document(node, root, !is_body && !is_beside && name != "meta");
    }
    if (!fits_) return Error{ErrorCode::too_large, 0, kTooLong};
    for (const auto& [speaker, alias] : aliases_) builder_.add_alias(builder_.speaker(speaker), alias);
    left_out_.report(builder_, ReportLevel::warning);
    return document_.finish(builder_);
  }

 private:
  void read_reference(XmlNode node) {
    std::string_view id = attribute(node, "eId");
    if (id.empty()) id = attribute(node, "id");
    const std::string name = collapse_spaces(attribute(node, "showAs"));
    if (!id.empty() && !name.empty()) names_.emplace(id, name);
  }

  static std::int64_t clock(XmlNode node, std::string_view name) {
    JsonScalar value;
    value.kind = JsonScalar::Kind::string;
    value.text = trim(attribute(node, name));
    std::int64_t ms = kNoTime;
    return !value.text.empty() && json_time(value, Unit::seconds, ms) ? ms : kNoTime;
  }

  void read_block(XmlNode block, int level) {
    bool has_section = false;
    for (XmlNode node = block.first_child(); node; node = node.next_sibling()) {
      if (is_text(node) && !trim(node.value()).empty())
        left_out_.add(phrase::left_loose_words, document_.line(node));
      if (!is_element(node)) continue;
      const std::string_view name = local_name(node);
      if (name == "heading" || (name == "num" && !child(block, "heading"))) {
        std::string title = collapse_spaces(text_content(node));
        if (name == "heading")
          if (const XmlNode number = child(block, "num"))
            title = collapse_spaces(text_content(number) + " " + title);
        if (title.empty()) continue;
        joiner_.begin_section(title, SectionKind::heading, level, document_.line(node));
        has_section = true;
      } else if (name == "num") {
        continue;  // stands in the heading
      } else if (is_any(name, kSpeeches)) {
        read_speech(node);
      } else if (is_any(name, kBlocks) || !holds_elements(node)) {
        narrate(node);
      } else {
        read_block(node, has_section ? level + 1 : level);
      }
    }
    if (has_section) joiner_.end_sections(level);
  }

  // A container of paragraphs or speeches, not of words.
  static bool holds_elements(XmlNode node) {
    for (XmlNode inner = node.first_child(); inner; inner = inner.next_sibling())
      if (is_text(inner) && !trim(inner.value()).empty()) return false;
    return static_cast<bool>(node.first_child());
  }

  void narrate(XmlNode node) {
    Utterance utterance;
    words_.clear();
    gather(node);
    utterance.text = words_;
    utterance.line = document_.line(node);
    if (!trim(words_).empty()) fits_ = add_utterance(joiner_, utterance) && fits_;
  }

  void read_speech(XmlNode speech) {
    Utterance utterance;
    const std::string_view by = without_hash(trim(attribute(speech, "by")));
    std::string label;
    for (XmlNode from = child(speech, "from"); from; from = next(from, "from")) {
      const std::string one = label_of(from);
      label += (label.empty() || one.empty() ? "" : ", ") + one;
    }
    const auto known = names_.find(by);
    utterance.speaker = known != names_.end() ? known->second : !label.empty() ? label : std::string(by);
    if (utterance.speaker != label && !label.empty()) {
      constexpr std::size_t kMostAliases = 5000;
      if (aliases_.size() < kMostAliases) aliases_.emplace_back(utterance.speaker, label);
    }
    words_.clear();
    for (XmlNode inner = speech.first_child(); inner; inner = inner.next_sibling()) {
      if (is_text(inner)) append_flowing(inner.value(), words_);
      if (is_element(inner) && !is_any(local_name(inner), kHeads)) gather(inner);
      if (is_element(inner, "heading")) {
        const std::string title = collapse_spaces(text_content(inner));
        if (!title.empty()) joiner_.begin_section(title, SectionKind::heading, 6, document_.line(inner));
      }
    }
    utterance.text = words_;
    utterance.line = document_.line(speech);
    // Of the clock on the wall: they count from the first speech.
    utterance.start_ms = since_first(clock(speech, "startTime"));
    utterance.end_ms = since_first(clock(speech, "endTime"));
    utterance.start_estimated = utterance.end_estimated = true;
    fits_ = add_utterance(joiner_, utterance) && fits_;
  }

  std::int64_t since_first(std::int64_t ms) const {
    return ms == kNoTime || first_ms_ == kNoTime || ms < first_ms_ ? kNoTime : ms - first_ms_;
  }

  // The words below a node, a line a paragraph.
  void gather(XmlNode node) {
    const std::string_view name = local_name(node);
    if (name == "authorialNote") {
      left_out_.add(phrase::left_notes, document_.line(node));
      return;
    }
    const bool block = is_any(name, kBlocks);
    if (block || name == "eol" || name == "br") break_line(words_);
    if (name == "td" || name == "th") append_flowing(" ", words_);
    for (XmlNode inner = node.first_child(); inner; inner = inner.next_sibling()) {
      if (is_text(inner)) append_flowing(inner.value(), words_);
      if (is_element(inner)) gather(inner);
    }
    if (block) break_line(words_);
  }

  const XmlDocument& document_;
  TranscriptBuilder builder_;
  CueJoiner joiner_;
  std::unordered_map<std::string_view, std::string> names_;  // of ids
  std::vector<std::pair<std::string, std::string>> aliases_;
  std::string words_;
  std::int64_t first_ms_ = kNoTime;
  LeftOut left_out_;
  bool fits_ = true;
};

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  const Result<XmlDocument> document = XmlDocument::parse(input.text);
  if (!document) return document.error();
  return AknReader(*document, options.join).read();
}

}  // namespace

const FormatReader akn_reader = {"akn", 56, sniff, read};

}  // namespace visavis
