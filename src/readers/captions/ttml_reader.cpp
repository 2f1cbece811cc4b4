// TTML 1 and 2 with their profiles (IMSC, EBU-TT-D, DFXP): what is said when, by whom; looks are left out.
#include <algorithm>
#include <limits>
#include <optional>
#include <unordered_map>

#include "readers/captions/ttml_time.h"
#include "readers/readers.h"
#include "readers/shared/cue_sheet.h"
#include "readers/shared/utterances.h"
#include "readers/shared/xml_document.h"
#include "words/reports.h"

namespace visavis {
namespace {

double sniff(const Input& input) noexcept { return xml_root(input.text).name == "tt" ? 1 : 0; }

// When an element is active. kOpen is an end that nothing sets.
constexpr std::int64_t kOpen = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLatest_ms = std::int64_t{1} << 53;  // sums of times in a sequence stay under it

struct Interval {
  std::int64_t begin_ms = 0, end_ms = kOpen;
  bool timed = false;  // a begin, an end or a duration is given here or above
};

// Text of one interval inside a paragraph.
struct Piece {
  Interval when;
  std::string_view agent;
  std::string text;
  std::uint32_t line = 0;
};

class TtmlReader {
 public:
  TtmlReader(const XmlDocument& document, bool join) : document_(document), join_(join) {}

  Result<Transcript> read() {
    // Segments of a stream that were joined into one file are several documents in a row.
    for (XmlNode root = document_.root(); root; root = next(root, "tt")) {
      const std::size_t first = sheet_.cues.size();
      read_document(root);
      if (first > 0) continue_clock(first, document_.line(root));
    }
    for (const auto& [id, name] : agents_) {
      if (name.aliases.empty()) continue;
      const std::int32_t speaker = builder_.speaker(name.name);
      for (const std::string& alias : name.aliases) builder_.add_alias(speaker, alias);
    }
    left_out_.report(builder_);
    if (std::optional<Error> error = document_.report_break(builder_, sheet_.cues.empty())) return *error;
    return finish_sheet(std::move(sheet_), join_);
  }

 private:
  void read_document(XmlNode root) {
    read_prefixes(root);
    read_parameters(root);
    builder_.set_language(attribute(root, "lang"));
    const XmlNode head = child(root, "head");
    if (const std::string title = text_content(find(head, "title")); !trim(title).empty())
      builder_.set_title(title);
    for (XmlNode node = head; node; node = next_in_document(node, head)) {
      if (is_element(node, "agent")) read_agent(node);
      if (is_element(node, "style"))
        if (const std::string_view ruby = attribute(node, "ruby"); !ruby.empty())
          ruby_of_style_.emplace(attribute(node, "id"), ruby);
    }
    if (const XmlNode body = child(root, "body")) walk(body, {}, false, {}, false);
  }

  // A document whose clock starts anew goes on behind the one before it.
  void continue_clock(std::size_t first, std::uint32_t line) {
    sheet_.builder.reports().count(line, ReportLevel::warning, phrase::documents_joined);
    std::int64_t last_start_ms = kNoTime, end_ms = kNoTime;
    for (std::size_t i = 0; i < first; ++i) {
      last_start_ms = std::max(last_start_ms, sheet_.cues[i].start_ms);
      end_ms = std::max({end_ms, sheet_.cues[i].start_ms, sheet_.cues[i].end_ms});
    }
    if (first >= sheet_.cues.size() || last_start_ms == kNoTime) return;
    const std::int64_t start_ms = sheet_.cues[first].start_ms;
    if (start_ms == kNoTime || start_ms >= last_start_ms) return;
    sheet_.builder.reports().count(sheet_.cues[first].line, ReportLevel::warning, phrase::times_restart);
    const std::int64_t shift_ms = end_ms - start_ms;
    for (std::size_t i = first; i < sheet_.cues.size(); ++i) {
      SheetCue& cue = sheet_.cues[i];
      if (cue.start_ms != kNoTime) cue.start_ms += shift_ms;
      if (cue.end_ms != kNoTime) cue.end_ms += shift_ms;
      for (std::uint32_t w = 0; w < cue.word_count; ++w) {
        CueWord& word = sheet_.words[cue.first_word + w];
        if (word.start_ms != kNoTime) word.start_ms += shift_ms;
        if (word.end_ms != kNoTime) word.end_ms += shift_ms;
      }
    }
  }

  struct Agent {
    std::string name;
    std::vector<std::string> aliases;
  };

  static std::string_view prefix_of(XmlNode node) {
    const std::string_view name = local_name(node);
    return {node.name(), static_cast<std::size_t>(name.data() - node.name())};
  }

  // The prefixes under which TTML's own elements go: the root's, and those bound to the same namespace family
  // (its metadata, styling and parameters have a '#').
  void read_prefixes(XmlNode root) {
    root_prefix_ = prefix_of(root);
    bound_prefixes_.clear();
    for (pugi::xml_attribute a = root.first_attribute(); a; a = a.next_attribute()) {
      const std::string_view uri = a.value(), name = a.name();
      const bool ours =
          uri.find('#') == std::string_view::npos &&
          (uri.find("/ns/ttml") != std::string_view::npos || uri.find("/ttaf") != std::string_view::npos);
      constexpr std::size_t kMostPrefixes = 16;
      if (!ours || !name.starts_with("xmlns") || bound_prefixes_.size() >= kMostPrefixes) continue;
      std::string prefix(name.substr(name.size() == 5 ? 5 : 6));
      if (!prefix.empty()) prefix += ':';
      bound_prefixes_.push_back(std::move(prefix));
    }
  }

  // An element of TTML itself, not of metadata or of somebody else's vocabulary.
  bool is_content(XmlNode node) const {
    if (!is_element(node)) return false;
    const std::string_view prefix = prefix_of(node);
    return prefix == root_prefix_ ||
           std::find(bound_prefixes_.begin(), bound_prefixes_.end(), prefix) != bound_prefixes_.end();
  }

  void read_parameters(XmlNode root) {
    const auto number = [&](std::string_view name, double fallback) {
      std::int64_t thousandths = 0;
      const bool read = parse_seconds(trim(attribute(root, name)), thousandths) && thousandths > 0;
      return read ? static_cast<double>(thousandths) / 1000 : fallback;
    };
    clock_.nominal_frame_rate = number("frameRate", 30);
    clock_.sub_frame_rate = number("subFrameRate", 1);
    const bool has_rate = !attribute(root, "frameRate").empty();
    const std::string_view multiplier = trim(attribute(root, "frameRateMultiplier"));
    double factor = 1;
    if (const std::size_t gap = multiplier.find_first_of(" :"); gap != std::string_view::npos) {
      std::int64_t over = 0, under = 0;
      if (parse_seconds(multiplier.substr(0, gap), over) &&
          parse_seconds(multiplier.substr(gap + 1), under) && over > 0 && under > 0)
        factor = static_cast<double>(over) / static_cast<double>(under);
    }
    clock_.frame_rate = clock_.nominal_frame_rate * factor;
    // TTML 1, ttp:tickRate: without one, a tick is a sub-frame where a frame rate is given, else a second.
    clock_.tick_rate = number("tickRate", has_rate ? clock_.frame_rate * clock_.sub_frame_rate : 1);
    clock_.smpte = attribute(root, "timeBase") == "smpte";
    const std::string_view drop = attribute(root, "dropMode");
    clock_.dropped_frames_a_minute = drop == "dropNTSC" ? 2 : drop == "dropPAL" ? 4 : 0;
  }

  void read_agent(XmlNode node) {
    Agent agent;
    std::string given, family;
    for (XmlNode name = child(node, "name"); name; name = next(name, "name")) {
      std::string text = collapse_spaces(text_content(name));
      if (text.empty()) continue;
      const std::string_view type = attribute(name, "type");
      if (type == "given" && given.empty()) given = text;
      if (type == "family" && family.empty()) family = text;
      if (type == "full" && agent.name.empty())
        agent.name = std::move(text);
      else
        agent.aliases.push_back(std::move(text));
    }
    if (agent.name.empty() && !given.empty() && !family.empty()) agent.name = given + " " + family;
    if (agent.name.empty() && !agent.aliases.empty()) agent.name = agent.aliases.front();
    if (!agent.name.empty()) agents_.emplace(attribute(node, "id"), std::move(agent));
  }

  // An attribute that is a time; `moment` is set where it counts from no container.
  bool time(XmlNode node, std::string_view name, std::int64_t& ms, bool& moment) {
    const std::string_view text = attribute(node, name);
    if (text.empty()) return false;
    const TtmlClock::Kind kind = clock_.parse(text, ms);
    if (kind == TtmlClock::Kind::none)
      builder_.report(document_.line(node), ReportLevel::warning,
                      Message(phrase::time_not_a_time, {brief(text)}));
    if (kind == TtmlClock::Kind::bare)
      builder_.report(document_.line(node), ReportLevel::warning,
                      Message(phrase::time_no_unit, {brief(text)}));
    moment = kind == TtmlClock::Kind::moment;
    return kind != TtmlClock::Kind::none;
  }

  // The active interval of a node whose parent is active in `parent` (SMIL 2.1 timing as TTML uses it): in a
  // `seq` container times count from the end of the sibling before.
  Interval interval(XmlNode node, Interval parent, bool in_sequence, std::int64_t previous_end_ms) {
    Interval own;
    std::int64_t begin_ms = 0, end_ms = 0, length_ms = 0;
    bool begins_at = false, ends_at = false, unused = false;
    const bool has_begin = time(node, "begin", begin_ms, begins_at),
               has_end = time(node, "end", end_ms, ends_at),
               has_length = time(node, "dur", length_ms, unused);
    const std::int64_t base_ms = in_sequence ? previous_end_ms : parent.begin_ms;
    if (begins_at) begin_ms -= base_ms;
    if (ends_at) end_ms -= base_ms;
    own.timed = parent.timed || has_begin || has_end || has_length || in_sequence;
    own.begin_ms = std::min(base_ms + begin_ms, kLatest_ms);
    own.end_ms = in_sequence && !has_end && !has_length ? kOpen : parent.end_ms;
    if (has_length) own.end_ms = std::min(own.end_ms, std::min(own.begin_ms + length_ms, kLatest_ms));
    if (has_end) own.end_ms = std::min(own.end_ms, std::min(base_ms + end_ms, kLatest_ms));
    if (own.begin_ms >= own.end_ms && (has_begin || has_end || has_length)) {
      // Never shown, by the letter; the words stay, at the time that stands beside them.
      own.end_ms = has_length ? std::min(own.begin_ms + length_ms, kLatest_ms)
                   : has_end  ? std::min(base_ms + end_ms, kLatest_ms)
                              : kOpen;
      if (own.end_ms < own.begin_ms) own.end_ms = kOpen;
      builder_.report(document_.line(node), ReportLevel::warning, phrase::time_outside);
    }
    return own;
  }

  // Body, div and p. Returns the end for a sequence to go on from.
  std::int64_t walk(XmlNode node, Interval parent, bool in_sequence, std::string_view agent, bool preserve,
                    std::int64_t previous_end_ms = 0) {
    Interval own = interval(node, parent, in_sequence, previous_end_ms);
    inherit(node, agent, preserve);
    if (local_name(node) == "p") {
      pieces_.clear();
      const std::int64_t end_ms = walk_inline(node, own, agent, preserve);
      if (own.end_ms == kOpen) own.end_ms = end_ms;
      add_paragraph();
      return own.end_ms;
    }
    const bool sequence = attribute(node, "timeContainer") == "seq";
    std::int64_t end_ms = own.begin_ms;
    for (XmlNode inner = node.first_child(); inner; inner = inner.next_sibling()) {
      if (!is_content(inner)) continue;
      const std::string_view name = local_name(inner);
      if (name != "div" && name != "p") continue;
      const std::int64_t inner_end_ms = walk(inner, own, sequence, agent, preserve, end_ms);
      if (inner_end_ms != kOpen) end_ms = sequence ? inner_end_ms : std::max(end_ms, inner_end_ms);
    }
    return own.end_ms == kOpen ? end_ms : own.end_ms;
  }

  void inherit(XmlNode node, std::string_view& agent, bool& preserve) {
    if (const std::string_view own = attribute(node, "agent"); !own.empty()) agent = own;
    if (const std::string_view space = attribute(node, "space"); !space.empty())
      preserve = space == "preserve";
  }

  // The inline content of a paragraph or span, as pieces. Returns its end, as `walk` does.
  std::int64_t walk_inline(XmlNode node, Interval own, std::string_view agent, bool preserve) {
    const bool sequence = attribute(node, "timeContainer") == "seq";
    std::int64_t end_ms = own.begin_ms;
    for (XmlNode inner = node.first_child(); inner; inner = inner.next_sibling()) {
      if (is_text(inner)) {
        append(own, agent, inner.value(), preserve, document_.line(inner));
      } else if (!is_content(inner)) {
        continue;
      } else if (local_name(inner) == "br") {
        append(own, agent, "\n", true, document_.line(inner));
      } else if (local_name(inner) == "span") {
        std::string_view ruby = attribute(inner, "ruby");
        if (ruby.empty())
          if (const auto style = ruby_of_style_.find(attribute(inner, "style"));
              style != ruby_of_style_.end())
            ruby = style->second;
        if (ruby.starts_with("text") || ruby == "delimiter") {
          left_out_.add(phrase::left_ruby_marks, document_.line(inner));
          continue;
        }
        Interval inner_own = interval(inner, own, sequence, end_ms);
        std::string_view inner_agent = agent;
        bool inner_preserve = preserve;
        inherit(inner, inner_agent, inner_preserve);
        const std::int64_t inner_end_ms = walk_inline(inner, inner_own, inner_agent, inner_preserve);
        const std::int64_t reached_ms = inner_own.end_ms == kOpen ? inner_end_ms : inner_own.end_ms;
        if (reached_ms != kOpen) end_ms = sequence ? reached_ms : std::max(end_ms, reached_ms);
      }
    }
    return end_ms == own.begin_ms ? own.end_ms : end_ms;
  }

  void append(Interval when, std::string_view agent, std::string_view text, bool preserve,
              std::uint32_t line) {
    const bool blank = trim(text).empty() && text.find('\n') == std::string_view::npos;
    const bool break_line = preserve && text == "\n";
    const bool same = !pieces_.empty() && pieces_.back().agent == agent &&
                      pieces_.back().when.begin_ms == when.begin_ms &&
                      pieces_.back().when.end_ms == when.end_ms;
    if (!same) {
      // White space and line breaks between timed spans belong to the text before them.
      if (!pieces_.empty() && (blank || break_line || trim(text).empty())) {
        pieces_.back().text += break_line ? '\n' : ' ';
        return;
      }
      pieces_.push_back({when, agent, {}, 0});
    }
    Piece& piece = pieces_.back();
    if (!piece.line && !trim(text).empty()) piece.line = first_text_line(text, line);
    for (const char c : text) {
      if (preserve) {
        piece.text += c;
      } else if (static_cast<unsigned char>(c) > ' ') {
        piece.text += c;
      } else if (!piece.text.empty() && piece.text.back() != ' ' && piece.text.back() != '\n') {
        piece.text += ' ';
      }
    }
  }

  void add_paragraph() {
    const bool words = pieces_are_words();
    Utterance utterance;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      Piece& piece = pieces_[i];
      const auto from = static_cast<std::uint32_t>(utterance.text.size());
      utterance.text += piece.text;
      if (!utterance.line) utterance.line = piece.line;
      if (i == 0) utterance.speaker = speaker(piece, utterance);
      const std::int64_t start_ms = piece.when.timed ? piece.when.begin_ms : kNoTime;
      const std::int64_t end_ms =
          piece.when.timed && piece.when.end_ms != kOpen ? piece.when.end_ms : kNoTime;
      if (words) {
        const Span word = trim(utterance.text, {from, static_cast<std::uint32_t>(utterance.text.size())});
        if (!word.empty()) utterance.words.push_back({word, start_ms, end_ms});
        if (i == 0) utterance.start_ms = start_ms;
        utterance.end_ms = std::max(utterance.end_ms, end_ms);
        if (i + 1 < pieces_.size()) continue;
      } else {
        utterance.start_ms = start_ms;
        utterance.end_ms = end_ms;
      }
      tidy_lines(utterance.text, words);
      if (!utterance.text.empty()) add_cue(utterance);
      utterance = {};
      if (i + 1 < pieces_.size()) utterance.speaker = speaker(pieces_[i + 1], utterance);
    }
  }

  void add_cue(const Utterance& utterance) {
    SheetCue cue;
    cue.start_ms = utterance.start_ms;
    cue.end_ms = utterance.end_ms;
    cue.line = utterance.line;
    if (utterance.marks & kMarkOverlap) cue.flags |= SheetCue::kOverlap;
    add_own_cue(sheet_, cue, utterance.text, utterance.speaker, utterance.words);
  }

  // Spans that follow each other in time, each of one word at most, are the words of one cue.
  bool pieces_are_words() const {
    if (pieces_.size() < 2) return false;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const std::string_view text = trim(pieces_[i].text);
      if (text.find_first_of(" \n") != std::string_view::npos || pieces_[i].agent != pieces_[0].agent)
        return false;
      if (i > 0 && pieces_[i].when.begin_ms < pieces_[i - 1].when.begin_ms) return false;
    }
    return true;
  }

  // No spaces at the ends of lines; with words, whose places are fixed, the text stays as it is.
  static void tidy_lines(std::string& text, bool fixed) {
    if (fixed) return;
    std::string tidy;
    Lines lines(text);
    for (Span line; lines.next(line);) {
      const std::string_view words = trim(slice(text, line));
      if (words.empty()) continue;
      if (!tidy.empty()) tidy += '\n';
      tidy += words;
    }
    text = std::move(tidy);
  }

  std::string speaker(const Piece& piece, Utterance& utterance) {
    const std::string_view ids = trim(piece.agent);
    const std::size_t space = std::min(ids.find(' '), ids.size());
    if (space < ids.size()) {
      utterance.marks |= kMarkOverlap;
      builder_.report(piece.line, ReportLevel::warning, Message(phrase::several_speakers, {brief(ids)}));
    }
    const std::string_view id = ids.substr(0, space);
    const auto agent = agents_.find(id);
    return agent == agents_.end() ? std::string(id) : agent->second.name;
  }

  const XmlDocument& document_;
  const bool join_;
  CueSheet sheet_;
  TranscriptBuilder& builder_ = sheet_.builder;
  TtmlClock clock_;
  std::string_view root_prefix_;
  std::vector<std::string> bound_prefixes_;
  std::unordered_map<std::string_view, Agent> agents_;
  std::unordered_map<std::string_view, std::string_view> ruby_of_style_;
  std::vector<Piece> pieces_;
  LeftOut left_out_;
};

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  const Result<XmlDocument> document = XmlDocument::parse(input.text);
  if (!document) return document.error();
  return TtmlReader(*document, options.join).read();
}

}  // namespace

const FormatReader ttml_reader = {"ttml", 66, sniff, read, true};

}  // namespace visavis
