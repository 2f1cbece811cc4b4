// Pages whose front matter holds the transcript, as static site generators keep them: "transcript:" with a
// list of who said what, or with a text in a block.
#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>

#include "model/builder.h"
#include "readers/documents/yaml_text.h"
#include "readers/readers.h"
#include "readers/shared/cues.h"
#include "readers/shared/json_time.h"
#include "readers/shared/utterances.h"
#include "words/reports.h"

namespace visavis {
namespace {

constexpr std::string_view kKeys[] = {"transcript", "transcription", "dialogue", "conversation"};

// "transcript:" at a line's start with nothing behind it but what opens a block.
bool opens_transcript(std::string_view line) noexcept {
  for (const std::string_view key : kKeys) {
    if (!line.starts_with(key) || line.size() == key.size() || line[key.size()] != ':') continue;
    const std::string_view rest = trim(line.substr(key.size() + 1));
    return rest.empty() || rest.front() == '|' || rest.front() == '>' || rest.front() == '#';
  }
  return false;
}

bool is_fence(std::string_view line) noexcept { return line == "---" || line == "..."; }

double sniff(const Input& input) noexcept {
  if (!input.text.starts_with("---\n")) return 0;
  const std::string_view head = input.text.substr(0, 64 << 10);
  Lines walk(head);
  bool opened = false;
  for (Span span; walk.next(span);) {
    const std::string_view line = slice(head, span);
    if (opened && !trim(line).empty()) return line.front() == ' ' || line.starts_with("- ") ? 0.98 : 0;
    if (walk.number() > 1 && is_fence(trim(line))) return 0;
    opened = opened || opens_transcript(line);
  }
  return 0;
}

constexpr std::string_view kWhat[] = {"line", "text", "words",     "content", "says",
                                      "said", "body", "utterance", "message", "quote"};
constexpr std::string_view kWho[] = {"who", "speaker", "name", "by", "from", "person", "voice", "author"};
constexpr std::string_view kStart[] = {"start", "sec",  "seconds",   "start_time", "starttime",
                                       "begin", "time", "timestamp", "ts",         "at"};
constexpr std::string_view kEnd[] = {"end", "stop", "end_time", "endtime", "to", "until"};
constexpr std::string_view kHead[] = {"header", "heading", "title", "section", "chapter", "topic"};

bool is_any(std::string_view key, std::span<const std::string_view> names) noexcept {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return equals_ignoring_ascii_case(name, key); });
}

const YamlNode* scalar_of(const YamlNode& map, std::span<const std::string_view> names) noexcept {
  for (const std::string_view name : names)
    if (const YamlNode* found = map.find(name); found && found->kind == YamlNode::Kind::scalar) return found;
  return nullptr;
}

std::int64_t time_of(const YamlNode* node) {
  if (!node) return kNoTime;
  JsonScalar scalar;
  scalar.kind = JsonScalar::Kind::string;
  scalar.text = node->text;
  std::int64_t ms = 0;
  return json_time(scalar, Unit::seconds, ms) && ms >= 0 ? ms : kNoTime;
}

class Listing {
 public:
  explicit Listing(const YamlNode& matter) {
    for (const std::string_view key : {"speakers", "people", "hosts", "guests", "participants"})
      if (const YamlNode* people = matter.find(key); people && people->kind == YamlNode::Kind::map)
        for (std::size_t i = 0; i < people->items.size(); ++i) {
          const YamlNode& one = people->items[i];
          const YamlNode* name = one.kind == YamlNode::Kind::scalar ? &one : one.find("name");
          if (name && !name->text.empty()) names_.emplace(people->keys[i], name->text);
        }
  }

  bool add(const YamlNode& node, int level) {
    if (node.kind == YamlNode::Kind::list) {
      for (const YamlNode& one : node.items)
        if (!add(one, level)) return false;
      return true;
    }
    if (node.kind == YamlNode::Kind::scalar) return say({}, node, kNoTime, kNoTime);
    if (node.kind != YamlNode::Kind::map) return true;
    const YamlNode* what = scalar_of(node, kWhat);
    const YamlNode* who = scalar_of(node, kWho);
    const YamlNode* head = what && who ? nullptr : scalar_of(node, kHead);
    if (head) builder_.begin_section(head->text, SectionKind::heading, level, head->line);
    const std::int64_t start_ms = time_of(scalar_of(node, kStart)), end_ms = time_of(scalar_of(node, kEnd));
    if (what && !say(who ? who->text : std::string(), *what, start_ms, end_ms)) return false;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const YamlNode& one = node.items[i];
      const std::string& key = node.keys[i];
      if (one.kind == YamlNode::Kind::list || one.kind == YamlNode::Kind::map) {
        // A list under a name of its own, in a map of nothing else, is a section.
        const bool section = !head && !what && one.kind == YamlNode::Kind::list && !is_any(key, kWhat) &&
                             !is_any(key, std::array<std::string_view, 3>{"lines", "turns", "items"});
        if (section) builder_.begin_section(key, SectionKind::heading, level, one.line);
        if (!add(one, level + (head || section ? 1 : 0))) return false;
      } else if (one.kind == YamlNode::Kind::scalar && &one != what && &one != who && &one != head &&
                 !is_any(key, kStart) && !is_any(key, kEnd)) {
        // "Ada: Welcome." alone is who said what.
        if (!what && !head && !is_any(key, kWho) && node.items.size() <= 2) {
          if (!say(key, one, start_ms, end_ms)) return false;
        } else if (!one.text.empty() && one.text.find(' ') != std::string::npos) {
          left_out_.add(phrase::left_fields, one.line, 1, brief(key));
        }
      }
    }
    return true;
  }

  bool say(const std::string& who, const YamlNode& what, std::int64_t start_ms, std::int64_t end_ms) {
    const std::string_view words = trim(what.text);
    if (words.empty()) return true;
    Turn turn;
    turn.line = what.line;
    if (!who.empty()) {
      const auto known = names_.find(who);
      turn.speaker = builder_.speaker(known == names_.end() ? who : known->second);
      if (known != names_.end()) builder_.add_alias(turn.speaker, who);
    }
    turn.start_ms = start_ms;
    turn.end_ms = start_ms == kNoTime || end_ms < start_ms ? kNoTime : end_ms;
    if (start_ms != kNoTime) turn.start_source = TimeSource::measured;
    if (turn.end_ms != kNoTime) turn.end_source = TimeSource::measured;
    if (!builder_.append_text(words, turn.text, '\n')) return false;
    builder_.add_turn(turn);
    return true;
  }

  // What the page says below its front matter, by paragraphs.
  bool add_page(std::string_view text, std::uint32_t line) {
    builder_.end_sections();
    YamlNode words;
    Lines walk(text);
    bool more = true;
    for (Span span; more;) {
      more = walk.next(span);
      const std::string_view here = more ? trim(slice(text, span)) : std::string_view();
      if (here.empty()) {
        if (!say({}, words, kNoTime, kNoTime)) return false;
        words.text.clear();
        continue;
      }
      if (words.text.empty()) words.line = line + walk.number() - 1;
      words.text.append(words.text.empty() ? "" : "\n").append(here);
    }
    return true;
  }

  Transcript finish() {
    left_out_.report(builder_, ReportLevel::warning);
    Transcript out = builder_.finish();
    estimate_missing_ends(out);
    return out;
  }

 private:
  std::unordered_map<std::string, std::string> names_;
  TranscriptBuilder builder_;
  LeftOut left_out_;
};

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  const std::string_view text = input.text;
  Lines walk(text);
  Span span;
  walk.next(span);
  const std::size_t begin = std::min<std::size_t>(span.end + 1, text.size());
  std::size_t end = text.size(), page = text.size();
  std::uint32_t page_line = 0;
  while (walk.next(span))
    if (slice(text, span) == "---" || slice(text, span) == "...") {
      end = span.begin;
      page = std::min<std::size_t>(span.end + 1, text.size());
      page_line = walk.number() + 1;
      break;
    }
  const YamlDocument matter = parse_yaml(text.substr(begin, end - begin), 2);
  const YamlNode* transcript = nullptr;
  for (const std::string_view key : kKeys)
    if (!transcript) transcript = matter.root.find(key);
  if (!transcript || transcript->kind == YamlNode::Kind::none) return interview_reader.read(input, options);

  Result<Transcript> result = Error{};
  if (transcript->kind == YamlNode::Kind::scalar) {
    // Its lines stay where they are in the file, so that reports name them rightly.
    std::string talk(transcript->line - 1, '\n');
    talk += transcript->text;
    if (const std::string_view below = trim(text.substr(page)); !below.empty()) {
      const auto lines = static_cast<std::uint32_t>(std::count(talk.begin(), talk.end(), '\n')) + 1;
      talk.append(page_line > lines + 2 ? page_line - lines - 2 : 2, '\n').append("***\n\n");
      talk += text.substr(page);
    }
    Input inside{talk, talk, false};
    inside.owned = &talk;
    result = interview_reader.read(inside, options);
    if (!result) return result;
  } else {
    Listing listing(matter.root);
    if (!listing.add(*transcript, 1) || !listing.add_page(text.substr(page), page_line))
      return Error{ErrorCode::too_large, 0, kTooLong};
    result = listing.finish();
  }
  if (const YamlNode* title = scalar_of(matter.root, std::array<std::string_view, 1>{"title"}))
    result->title = collapse_spaces(title->text), result->has_title = !result->title.empty();
  if (const YamlNode* language = scalar_of(matter.root, std::array<std::string_view, 2>{"lang", "language"}))
    result->language = language->text;
  std::vector<ReportEntry>& entries = result->report.entries;
  entries.insert(entries.begin(), {transcript->line, ReportLevel::info, phrase::front_matter_transcript});
  if (!matter.left_out.empty())
    entries.push_back({matter.left_out.front(), ReportLevel::warning,
                       Message(phrase::left_yaml, {matter.left_out.size(), matter.left_out.front()})});
  return result;
}

}  // namespace

const FormatReader yaml_reader = {"yaml", 44, sniff, read};

}  // namespace visavis
