// TEI P5 transcriptions of speech (chapter 8), ISO 24624, ParlaMint, and interviews marked up as sp and
// speaker.
#include <algorithm>
#include <unordered_map>

#include "base/unicode.h"
#include "readers/annotation/tei_timeline.h"
#include "readers/readers.h"
#include "readers/shared/utterances.h"
#include "readers/shared/xml_document.h"
#include "words/reports.h"

namespace visavis {
namespace {

double sniff(const Input& input) noexcept {
  const std::string_view name = xml_root(input.text).name;
  return name == "TEI" || name == "TEI.2" || name == "teiCorpus" ? 1 : 0;
}

bool is_any(std::string_view name, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

std::string_view without_hash(std::string_view reference) {
  return reference.starts_with('#') ? reference.substr(1) : reference;
}

Role role_of(std::string_view role) {
  const std::string folded = fold_case(role);
  if (folded == "interviewer" || folded == "investigator") return Role::interviewer;
  if (folded == "interviewee" || folded == "informant" || folded == "speaker") return Role::interviewee;
  if (folded == "moderator" || folded == "chair") return Role::moderator;
  if (folded == "participant") return Role::participant;
  return Role::unknown;
}

// An id that is plainly a name, as ParlaMint's are: "SurnameGiven", "Given.Surname", "Given_Surname" with
// spaces between. Any other as it stands.
std::string name_of_id(std::string_view id) {
  std::string name;
  std::size_t words = 0, letters = 0;
  bool was_lower = false, was_break = true;
  for (std::size_t at = 0; at < id.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(id, at);
    if (c == '.' || c == '_') {
      if (was_break) return std::string(id);
      was_break = true;
      continue;
    }
    if (c == '-' || c == '\'') {
      was_lower = false;
    } else if (!is_word_character(c) || (c >= '0' && c <= '9')) {
      return std::string(id);
    } else if (const bool upper = is_upper(c); was_break || (upper && was_lower)) {
      const bool is_prefix = !was_break && (name.ends_with(" Mc") || name == "Mc" || name.ends_with(" Mac"));
      if (!upper) return std::string(id);
      if (!is_prefix && words++ > 0) name += ' ';
      was_lower = false;
      letters = 1;
    } else {
      was_lower = !upper;
      ++letters;
    }
    was_break = false;
    name += id.substr(from, at - from);
  }
  return words >= 2 && letters >= 2 && !was_break ? name : std::string(id);
}

struct Person {
  std::string name;
  Role role = Role::unknown;
  bool spoke = false;
};

class TeiReader {
 public:
  TeiReader(const XmlDocument& document, bool join) : document_(document), joiner_(builder_, join) {}

  Result<Transcript> read() {
    const XmlNode root = document_.root();
    builder_.expect_text(document_.text_bytes());
    read_header(root);
    for (XmlNode node = root; node; node = next_in_document(node, root)) {
      if (is_element(node, "person")) read_person(node);
      if (is_element(node, "timeline")) read_tei_timeline(node, times_ms_);
    }
    for (XmlNode node = root; node;) {
      const bool is_body = is_element(node, "body");
      if (is_body) read_block(node, 1);
      node = next_in_document(node, root, !is_body && !is_element(node, "teiHeader"));
    }
    if (!fits_) return Error{ErrorCode::too_large, 0, kTooLong};
    for (const auto& [id, person] : people_) {
      const std::int32_t speaker = builder_.speaker(person.name);
      builder_.add_alias(speaker, id);
      builder_.speaker_at(speaker).role = person.role;
    }
    for (const auto& [name, label] : labels_) builder_.add_alias(builder_.speaker(name), label);
    left_out_.report(builder_);
    return document_.finish(builder_);
  }

 private:
  void read_header(XmlNode root) {
    const XmlNode header = find(root, "teiHeader");
    std::string_view language = attribute(root, "lang");
    if (language.empty()) {
      const XmlNode declared = find(header, "language");
      if (!next(declared, "language")) language = attribute(declared, "ident");
    }
    if (language.empty()) language = attribute(find(root, "text"), "lang");
    builder_.set_language(language);
    // The first title, or the first one in the text's own language.
    XmlNode chosen;
    for (XmlNode title = child(find(header, "titleStmt"), "title"); title; title = next(title, "title")) {
      if (!chosen) chosen = title;
      if (attribute(title, "lang") == language && attribute(chosen, "lang") != language) chosen = title;
    }
    builder_.set_title(text_content(chosen));
  }

  void read_person(XmlNode node) {
    Person person;
    const XmlNode name = child(node, "persName") ? child(node, "persName") : child(node, "name");
    if (const XmlNode family = child(name, "surname")) {
      std::string given;
      for (XmlNode part = child(name, "forename"); part; part = next(part, "forename"))
        given += text_content(part) + " ";
      person.name = collapse_spaces(given + text_content(family));
    } else {
      person.name = collapse_spaces(text_content(name));
    }
    person.role = role_of(attribute(node, "role"));
    const std::string_view id = attribute(node, "id");
    if (person.name.empty()) person.name = name_of_id(id);
    if (!id.empty()) people_.emplace(id, std::move(person));
  }

  std::int64_t time(XmlNode node, std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      const std::string_view value = attribute(node, name);
      if (value.empty()) continue;
      const auto point = times_ms_.find(without_hash(value));
      if (point != times_ms_.end()) return point->second;
      std::int64_t ms = kNoTime;
      if (parse_seconds(value, ms)) return ms;
    }
    return kNoTime;
  }

  // What stands in a body or a div.
  void read_block(XmlNode block, int level) {
    bool has_section = false;
    for (XmlNode node = block.first_child(); node; node = node.next_sibling()) {
      if (!is_element(node)) continue;
      const std::string_view name = local_name(node);
      if (name == "head") {
        const std::string title = collapse_spaces(text_content(node));
        if (title.empty()) continue;
        joiner_.begin_section(title, SectionKind::heading, level, document_.line(node));
        has_section = true;
      } else if (name.starts_with("div") || is_any(name, {"text", "group", "floatingText", "body", "list"})) {
        read_block(node, has_section ? level + 1 : level);
      } else if (is_any(name, {"annotationBlock", "annotatedU"})) {
        // The block has the speaker and the times, the u inside the words.
        for (XmlNode u = child(node, "u"); u; u = next(u, "u")) read_utterance(u, node);
        for (const char* group : {"spanGrp", "linkGrp"})
          for (XmlNode at = child(node, group); at; at = next(at, group))
            left_out_.add(phrase::left_groups, document_.line(at));
      } else if (name == "u" || name == "sp") {
        read_utterance(node, node);
      } else if (name == "note" && attribute(node, "type") == "speaker") {
        label_ = collapse_spaces(text_content(node));
        if (label_.ends_with(':')) label_.pop_back();
      } else if (is_any(name, {"note", "vocal", "incident", "kinesic", "writing", "stage", "p", "ab", "item",
                               "event"})) {
        narrate(node);
      } else if (name == "spanGrp" || name == "linkGrp") {
        left_out_.add(phrase::left_groups, document_.line(node));
      }
    }
    if (has_section) joiner_.end_sections(level);
  }

  void narrate(XmlNode node) {
    Utterance utterance;
    words_ = Words();
    gather(node, false);
    utterance.text = words_.text;
    utterance.line = first_line(node);
    utterance.start_ms = time(node, {"start", "from"});
    utterance.end_ms = time(node, {"end", "to"});
    if (!utterance.text.empty()) fits_ = add_utterance(joiner_, utterance) && fits_;
  }

  std::uint32_t first_line(XmlNode node) const {
    for (XmlNode at = node; at; at = next_in_document(at, node))
      if (!trim(at.value()).empty()) return first_text_line(at.value(), document_.line_of_value(at));
    return document_.line(node);
  }

  void read_utterance(XmlNode u, XmlNode block) {
    std::string_view who = trim(attribute(u, "who"));
    if (who.empty()) who = trim(attribute(block, "who"));
    const std::size_t space = std::min(who.find(' '), who.size());
    Utterance utterance;
    if (space < who.size()) {
      utterance.marks |= kMarkOverlap;
      builder_.report(document_.line(u), ReportLevel::warning,
                      Message(phrase::several_speakers, {brief(who)}));
    }
    const std::string_view id = without_hash(who.substr(0, space));
    auto person = people_.find(id);
    if (person == people_.end() && !id.empty()) person = people_.emplace(id, Person{name_of_id(id)}).first;
    if (const XmlNode label = child(u, "speaker")) {
      label_ = collapse_spaces(text_content(label));
      while (label_.ends_with(':') || label_.ends_with('.')) label_.pop_back();
      // An id that is no name gives way to what is printed above the words.
      if (person != people_.end() && !person->second.spoke && person->second.name == id && !label_.empty())
        person->second.name = label_;
    }
    if (person != people_.end()) {
      utterance.speaker = person->second.name;
      person->second.spoke = true;
    }
    if (utterance.speaker.empty()) utterance.speaker = label_;
    constexpr std::size_t kMostLabels = 1000;
    if (!label_.empty() && labels_.size() < kMostLabels) labels_.emplace_back(utterance.speaker, label_);
    label_.clear();
    if (attribute(u, "trans") == "overlap") utterance.marks |= kMarkOverlap;
    words_ = Words();
    gather(u, true);
    utterance.text = std::move(words_.text);
    utterance.marks |= words_.marks;
    utterance.line = first_line(u);
    utterance.start_ms = time(block, {"start", "from"});
    utterance.end_ms = time(block, {"end", "to"});
    if (utterance.start_ms == kNoTime) utterance.start_ms = words_.first_ms;
    if (utterance.end_ms == kNoTime && words_.last_ms != words_.first_ms) utterance.end_ms = words_.last_ms;
    fits_ = add_utterance(joiner_, utterance) && fits_;
  }

  // The words below a node. Between word elements (w, pc) white space is layout, and `join` says where none
  // belongs.
  struct Words {
    std::string text;
    std::uint8_t marks = 0;
    bool space = false, line_break = false, tight = false;
    std::int64_t first_ms = kNoTime, last_ms = kNoTime;
  };

  void put(std::string_view text) {
    for (const char c : text) {
      if (static_cast<unsigned char>(c) <= ' ') {
        words_.space = true;
        continue;
      }
      if (!words_.text.empty()) {
        if (words_.line_break)
          words_.text += '\n';
        else if (words_.space && !words_.tight)
          words_.text += ' ';
      }
      words_.space = words_.line_break = words_.tight = false;
      words_.text += c;
    }
  }

  void gather(XmlNode node, bool spoken) {
    put(node.value());
    for (XmlNode inner = node.first_child(); inner; inner = inner.next_sibling()) {
      if (is_text(inner)) {
        put(inner.value());
        continue;
      }
      if (!is_element(inner)) continue;
      const std::string_view name = local_name(inner);
      if (name == "w" || name == "pc") {
        const std::string_view join = attribute(inner, "join");
        const std::string content = collapse_spaces(text_content(inner));
        // Close to the word before it, as where no white space is written between: "there</w><pc>.</pc>".
        const bool closes = name == "pc" && !words_.space && !content.empty() &&
                            std::string_view(".,;:?!)]").find(content[0]) != std::string_view::npos;
        if (join == "left" || join == "both" || closes) words_.tight = true;
        words_.space = true;
        put(content);
        words_.tight = join == "right" || join == "both";
        words_.space = false;
      } else if (is_any(name, {"note", "vocal", "kinesic", "incident", "writing", "stage", "event"}) &&
                 spoken) {
        left_out_.add(phrase::left_elements, document_.line(inner), 1, name);
        if (name != "note") words_.space = true;
      } else if (is_any(name, {"speaker", "spanGrp", "linkGrp", "fs", "standOff"}) ||
                 (is_any(name, {"sic", "orig", "abbr"}) && is_element(inner.parent(), "choice"))) {
        if (name == "spanGrp" || name == "linkGrp") left_out_.add(phrase::left_groups, document_.line(inner));
        continue;  // the label, annotations about the words, and what a correction beside them replaces
      } else if (name == "anchor") {
        const std::int64_t ms = time(inner, {"synch"});
        if (ms != kNoTime) {
          if (words_.first_ms == kNoTime) words_.first_ms = ms;
          words_.last_ms = ms;
        }
      } else if (name == "gap" || name == "unclear") {
        words_.marks |= kMarkInaudible;
        gather(inner, spoken);
        if (name == "gap") words_.space = true;
      } else if (is_any(name, {"pause", "shift", "pb", "milestone"})) {
        words_.space = true;
      } else if (name == "lb") {
        words_.space = true;
      } else if (is_any(name, {"seg", "p", "l"}) && !is_any(local_name(inner.parent()), {"seg", "s", "p"})) {
        words_.line_break = true;
        gather(inner, spoken);
        words_.line_break = true;
      } else {
        gather(inner, spoken);
        if (name == "s" || name == "u") words_.space = true;
      }
    }
  }

  const XmlDocument& document_;
  TranscriptBuilder builder_;
  CueJoiner joiner_;
  std::unordered_map<std::string_view, Person> people_;
  TeiTimes times_ms_;
  std::vector<std::pair<std::string, std::string>> labels_;
  std::string label_;  // by a note before the utterance
  Words words_;
  LeftOut left_out_;
  bool fits_ = true;
};

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  const Result<XmlDocument> document = XmlDocument::parse(input.text, XmlText::in_elements);
  if (!document) return document.error();
  return TeiReader(*document, options.join).read();
}

}  // namespace

const FormatReader tei_reader = {"tei", 61, sniff, read};

}  // namespace visavis
