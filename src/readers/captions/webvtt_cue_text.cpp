#include "readers/captions/webvtt_cue_text.h"

#include <algorithm>

#include "readers/captions/webvtt_cues.h"
#include "readers/shared/references.h"

namespace visavis {
namespace {

bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

VttNodeKind kind_of(std::string_view tag) noexcept {
  if (tag == "c") return VttNodeKind::class_span;
  if (tag == "i") return VttNodeKind::italic;
  if (tag == "b") return VttNodeKind::bold;
  if (tag == "u") return VttNodeKind::underline;
  if (tag == "ruby") return VttNodeKind::ruby;
  if (tag == "rt") return VttNodeKind::ruby_text;
  if (tag == "v") return VttNodeKind::voice;
  if (tag == "lang") return VttNodeKind::language;
  return VttNodeKind::root;  // none of them
}

// Builds the tree of section 6.4 from the tokens of "WebVTT cue text tokenizer".
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, VttCueText& out) : text_(text), out_(out) {
    out_.words.clear();
    out_.nodes.clear();
    out_.nodes.push_back({});
  }

  void build() {
    while (at_ < text_.size()) {
      if (text_[at_] != '<')
        take_text();
      else
        take_tag();
    }
  }

 private:
  // No caption has so many tags; those past it are passed over, so that memory stays near the text's own
  // size.
  static constexpr std::size_t kMostNodes = std::size_t{1} << 20;
  bool is_full() const noexcept { return out_.nodes.size() >= kMostNodes; }

  std::int32_t append(VttNodeKind kind) {
    VttNode node;
    node.kind = kind;
    node.parent = current_;
    out_.nodes.push_back(node);
    return static_cast<std::int32_t>(out_.nodes.size()) - 1;
  }

  Span append_words(std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(out_.words.size());
    append_decoding_references(words, out_.words);
    mend_escaped_chevrons(out_.words, begin);
    return {begin, static_cast<std::uint32_t>(out_.words.size())};
  }

  // Data state: up to the next tag.
  void take_text() {
    const std::size_t end = std::min(text_.find('<', at_), text_.size());
    const Span span = append_words(text_.substr(at_, end - at_));
    at_ = end;
    if (is_full() && out_.nodes.back().kind == VttNodeKind::text) {
      out_.nodes.back().value.end = span.end;
      return;
    }
    out_.nodes[static_cast<std::size_t>(append(VttNodeKind::text))].value = span;
  }

  // Tag state and those that follow it. A tag ends at '>' or at the end of the text; what lies between
  // decides what it is by its first character.
  void take_tag() {
    const std::size_t begin = ++at_;
    const std::size_t end = std::min(text_.find('>', begin), text_.size());
    at_ = std::min(end + 1, text_.size());
    const std::string_view tag = text_.substr(begin, end - begin);
    if (tag.empty() || (is_full() && tag.front() != '/')) return;
    if (tag.front() == '/')
      take_end_tag(tag.substr(1));
    else if (tag.front() >= '0' && tag.front() <= '9')
      take_timestamp(tag);
    else
      take_start_tag(tag);
  }

  void take_start_tag(std::string_view tag) {
    // Start tag state: the name ends at white space or '.'; classes end at white space; the annotation
    // follows.
    std::size_t at = 0;
    while (at < tag.size() && !is_blank(tag[at]) && tag[at] != '.') ++at;
    const VttNodeKind kind = kind_of(tag.substr(0, at));
    if (kind == VttNodeKind::root) return;
    if (kind == VttNodeKind::ruby_text &&
        out_.nodes[static_cast<std::size_t>(current_)].kind != VttNodeKind::ruby)
      return;
    const std::int32_t id = append(kind);
    Span classes{static_cast<std::uint32_t>(out_.words.size()), 0};
    while (at < tag.size() && tag[at] == '.') {  // start tag class state
      const std::size_t begin = ++at;
      while (at < tag.size() && !is_blank(tag[at]) && tag[at] != '.') ++at;
      if (at == begin) continue;  // an empty class is no class
      if (out_.words.size() > classes.begin) out_.words += ' ';
      out_.words.append(tag.substr(begin, at - begin));
    }
    classes.end = static_cast<std::uint32_t>(out_.words.size());
    VttNode& node = out_.nodes[static_cast<std::size_t>(id)];
    node.classes = classes;
    if (kind == VttNodeKind::voice || kind == VttNodeKind::language)
      node.value = append_annotation(tag.substr(std::min(at, tag.size())));
    current_ = id;
  }

  // Start tag annotation state: trimmed, each run of white space one space.
  Span append_annotation(std::string_view raw) {
    const Span span = append_words(raw);
    std::size_t write = span.begin;
    bool space = false;
    for (std::size_t read = span.begin; read < span.end; ++read) {
      const char c = out_.words[read];
      if (is_blank(c)) {
        space = write > span.begin;
        continue;
      }
      if (space) out_.words[write++] = ' ';
      space = false;
      out_.words[write++] = c;
    }
    out_.words.resize(write);
    return {span.begin, static_cast<std::uint32_t>(write)};
  }

  void take_end_tag(std::string_view name) {
    const VttNode& node = out_.nodes[static_cast<std::size_t>(current_)];
    const VttNodeKind kind = kind_of(name);
    if (kind == VttNodeKind::root) return;
    if (node.kind == kind)
      current_ = node.parent;
    else if (kind == VttNodeKind::ruby && node.kind == VttNodeKind::ruby_text)
      current_ = out_.nodes[static_cast<std::size_t>(node.parent)].parent;
  }

  void take_timestamp(std::string_view tag) {
    std::size_t at = 0;
    std::int64_t ms = 0;
    if (!collect_vtt_timestamp(tag, at, ms) || at != tag.size()) return;
    out_.nodes[static_cast<std::size_t>(append(VttNodeKind::timestamp))].time_ms = ms;
  }

  std::string_view text_;
  VttCueText& out_;
  std::size_t at_ = 0;
  std::int32_t current_ = 0;
};

}  // namespace

void parse_vtt_cue_text(std::string_view cue_text, VttCueText& out) { TreeBuilder(cue_text, out).build(); }

}  // namespace visavis
