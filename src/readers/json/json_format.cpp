#include "readers/json/json_format.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "readers/json/json_rules.h"
#include "readers/shared/json_paths.h"
#include "readers/shared/json_sax.h"
#include "readers/shared/json_time.h"
#include "words/reports.h"

namespace visavis {
namespace {

// What programs write where they know no speaker.
bool is_no_name(std::string_view label) {
  static constexpr std::string_view kNone[] = {"none", "null", "undefined", "nan", "n/a", "?"};
  return std::any_of(std::begin(kNone), std::end(kNone),
                     [&](std::string_view none) { return equals_ignoring_ascii_case(label, none); });
}

// Kinds of messages that chat programs write themselves: who joined, what was pinned. Slack's subtypes,
// Discord's types, Telegram's "service".
bool is_service(std::string_view kind) {
  if (equals_ignoring_ascii_case(kind, "service") || equals_ignoring_ascii_case(kind, "system")) return true;
  static constexpr std::string_view kStems[] = {
      "channel_",     "group_",        "bot_add",       "bot_remove",        "pinned_item",
      "reminder_add", "GuildMember",   "ChannelPinned", "ChannelNameChange", "ChannelIconChange",
      "Recipient",    "ThreadCreated", "UserPremium",   "GuildBoost"};
  return std::any_of(std::begin(kStems), std::end(kStems),
                     [&](std::string_view stem) { return kind.starts_with(stem); });
}

class Interpreter final : public JsonEvents {
 public:
  Interpreter(const JsonFormat& format, Draft& draft) : tree_(format), draft_(draft) {}

  bool begin(bool is_array) override {
    Frame frame{next_node(), is_array};
    frame.segments = draft_.segments.size();
    frame.words = draft_.words.size();
    for (const JsonRule* rule : tree_.rules(frame.node)) {
      if (rule->path.empty() && is_array) continue;  // the whole file is one of these, or a list of them
      if (rule->as == As::open && !open(*rule, frame)) frame.node = RuleTree::kNowhere;
      if (frame.node == RuleTree::kNowhere) break;
      // {"seconds": 1, "nanos": 5}: protobuf leaves out what is 0.
      if (!is_array && (rule->as == As::start || rule->as == As::end)) time_of(*rule) = 0;
    }
    frames_.push_back(std::move(frame));
    return true;
  }
  bool end(bool) override {
    for (const Of of : frames_.back().opened) close(of);
    if (const Frame& frame = frames_.back(); frame.interim) {
      draft_.segments.resize(std::min(frame.segments, draft_.segments.size()));
      draft_.words.resize(std::min(frame.words, draft_.words.size()));
    }
    frames_.pop_back();
    return true;
  }
  bool key(std::string_view name) override {
    key_node_ = tree_.by_key(frames_.back().node, name);
    // An object whose keys count its items is a list.
    key_ms_ = kNoTime;
    if (key_node_ == RuleTree::kNowhere && is_count(name)) {
      key_node_ = tree_.by_index(frames_.back().node, ++frames_.back().index);
      key_ms_ = time_of_key(name);
    }
    return true;
  }
  bool scalar(const JsonScalar& value) override {
    const std::int32_t node = next_node();
    if (value.kind == JsonScalar::Kind::null) return true;
    for (const JsonRule* rule : tree_.rules(node)) set(*rule, value);
    return true;
  }

 private:
  struct Frame {
    std::int32_t node;
    bool is_array;
    std::int32_t index = -1;
    std::vector<Of> opened = {};
    std::size_t segments = 0, words = 0;  // of the draft where it began
    bool interim = false;
  };

  std::int32_t next_node() {
    if (frames_.empty()) return 0;
    Frame& frame = frames_.back();
    return frame.is_array ? tree_.by_index(frame.node, ++frame.index) : key_node_;
  }

  static bool read_time(std::string_view text, std::int64_t& ms) {
    JsonScalar value;
    value.kind = JsonScalar::Kind::string;
    value.text = trim(text);
    return json_time(value, Unit::seconds, ms);
  }

  // "[00:00:04 --> 00:00:07]", "0:04 - 0:07": from when to when.
  static bool read_range(std::string_view text, std::int64_t& start_ms, std::int64_t& end_ms) {
    if (text.size() > 2 && text.front() == '[' && text.back() == ']') text = text.substr(1, text.size() - 2);
    for (const std::string_view dash : {"-->", " - ", " – ", "–", "→"})
      if (const std::size_t at = text.find(dash); at != std::string_view::npos)
        return read_time(text.substr(0, at), start_ms) && read_time(text.substr(at + dash.size()), end_ms);
    return false;
  }

  // False where a higher layer makes this one superfluous.
  bool open(const JsonRule& rule, Frame& frame) {
    if (rule.of == Of::segment || (rule.of == Of::word && !in_segment_)) {
      if (rule.layer < layer_) return false;
      if (rule.layer > layer_) {
        layer_ = rule.layer;
        draft_.clear_speech();
      }
    }
    if (rule.of == Of::segment) {
      if (in_segment_ && rule.layer <= segment_layer_) return true;
      // What it is in was a list of these.
      if (in_segment_)
        for (Frame& outer : frames_) std::erase(outer.opened, Of::segment);
      in_segment_ = true;
      segment_layer_ = rule.layer;
      segment_ = {};
      segment_.start_ms = std::exchange(key_ms_, kNoTime);
      segment_.line = line();
      segment_.first_word = static_cast<std::uint32_t>(draft_.words.size());
      text_.clear();
      name_.clear();
      text_priority_ = speaker_priority_ = name_priority_ = 0;
      service_ = false;
    } else if (rule.of == Of::word) {
      word_ = {};
      word_.line = line();
      word_text_.clear();
      word_priority_ = 0;
      word_tag_ = false;
    } else if (rule.of == Of::speaker) {
      entry_ = {};
    } else if (rule.of == Of::span) {
      span_ = {};
    } else if (rule.of == Of::section) {
      section_ = {};
      section_.line = line();
      section_.before = static_cast<std::uint32_t>(draft_.segments.size());
    } else if (rule.of == Of::channel) {
      channel_ = kNone;
      channel_segments_ = draft_.segments.size();
      channel_words_ = draft_.words.size();
    }
    frame.opened.push_back(rule.of);
    return true;
  }

  void close(Of of) {
    if (of == Of::segment) {
      in_segment_ = false;
      if (service_) {
        segment_.speaker = kNone;
        name_.clear();
      }
      if (!name_.empty()) {
        if (segment_.speaker == kNone)
          segment_.speaker = draft_.label(name_);
        else
          draft_.labels[static_cast<std::size_t>(segment_.speaker)].name = name_;
      }
      segment_.text = keep(text_);
      segment_.word_count = static_cast<std::uint32_t>(draft_.words.size()) - segment_.first_word;
      set_end(segment_, segment_.line);
      draft_.segments.push_back(segment_);
    } else if (of == Of::word) {
      if (word_tag_ && !trim(word_text_).empty()) {
        // A remark stands apart, also where words bring their own spaces.
        const std::string remark(trim(word_text_));
        word_text_ = remark.front() == '[' || remark.front() == '<' ? remark : "[" + remark + "]";
        if (!draft_.spaced && !draft_.words.empty() && segment_.first_word < draft_.words.size() &&
            !slice(draft_.text, draft_.words.back().text).ends_with(' '))
          word_text_.insert(0, " ");
      }
      word_.text = keep(word_text_);
      if (word_.text.empty()) return;
      set_end(word_, 0);
      draft_.words.push_back(word_);
    } else if (of == Of::speaker) {
      const std::int32_t id = draft_.label(entry_.label);
      if (id != kNone) draft_.labels[static_cast<std::size_t>(id)].name = entry_.name;
    } else if (of == Of::span) {
      set_end(span_, 0);
      if (span_.start_ms != kNoTime) draft_.spans.push_back(span_);
    } else if (of == Of::section) {
      if (!section_.title.empty()) draft_.sections.push_back(section_);
    } else if (of == Of::channel) {
      if (channel_ == kNone) channel_ = draft_.label("ch_" + std::to_string(channels_));
      ++channels_;
      for (std::size_t i = channel_segments_; i < draft_.segments.size(); ++i)
        draft_.segments[i].channel = channel_;
      for (std::size_t i = channel_words_; i < draft_.words.size(); ++i) draft_.words[i].channel = channel_;
    }
  }

  Span keep(std::string_view text) {
    Span span;
    span.begin = static_cast<std::uint32_t>(draft_.text.size());
    append_clean(draft_.text, text);
    span.end = static_cast<std::uint32_t>(draft_.text.size());
    return span;
  }

  template <class Timed>
  void set_end(Timed& timed, std::uint32_t at_line) {
    if (timed.end_ms == kNoTime && timed.start_ms != kNoTime && timed.duration_ms != kNoTime &&
        timed.duration_ms >= 0)
      timed.end_ms = timed.start_ms + timed.duration_ms;
    if (timed.end_ms == kNoTime || timed.start_ms == kNoTime || timed.end_ms >= timed.start_ms) return;
    timed.end_ms = kNoTime;
    if (at_line) draft_.report.add(at_line, ReportLevel::warning, phrase::time_segment);
  }

  std::int64_t& time_of(const JsonRule& rule) {
    const auto of = [&](auto& timed) -> std::int64_t& {
      return rule.as == As::start || rule.as == As::start_once ? timed.start_ms
             : rule.as == As::end                              ? timed.end_ms
                                                               : timed.duration_ms;
    };
    if (rule.of == Of::segment) return of(segment_);
    if (rule.of == Of::word) return of(word_);
    if (rule.of == Of::section) return section_.start_ms;
    return of(span_);
  }

  void set_text(const JsonRule& rule, std::string_view text) {
    if (rule.of == Of::word) {
      if (rule.layer < word_priority_) return;
      word_priority_ = rule.layer;
      word_text_ = text;
    } else if (rule.of == Of::segment) {
      if (!in_segment_ || rule.layer < text_priority_) return;
      if (rule.layer > text_priority_) text_.clear();
      text_priority_ = rule.layer;
      if (!text_.empty() && rule.as != As::text_raw) text_ += rule.as == As::text ? '\n' : ' ';
      text_ += text;
    } else {
      if (draft_.whole_text.empty()) draft_.whole_line = line();
      append_clean(draft_.whole_text, text);
    }
  }

  void set_label(const JsonRule& rule, std::string_view text) {
    if (is_no_name(text)) return;
    if (rule.of == Of::speaker) {
      entry_.label = text;
      return;
    }
    const bool is_number = rule.as == As::channel && !text.empty() && text[0] >= '0' && text[0] <= '9';
    const std::int32_t label = draft_.label(is_number ? "ch_" + std::string(text) : std::string(text));
    if (rule.of == Of::channel) channel_ = label;
    if (rule.as == As::channel) {
      if (rule.of == Of::segment) segment_.channel = label;
      if (rule.of == Of::word) word_.channel = label;
    } else if (label != kNone) {
      if (rule.of == Of::segment && rule.layer >= speaker_priority_) {
        speaker_priority_ = rule.layer;
        segment_.speaker = label;
      }
      if (rule.of == Of::word) word_.speaker = label;
      if (rule.of == Of::span) span_.speaker = label;
    }
  }

  void set(const JsonRule& rule, const JsonScalar& value) {
    const std::string_view text = value.text;
    const bool is_boolean = value.kind == JsonScalar::Kind::boolean;
    if ((rule.as == As::interim &&
         (is_boolean ? value.truth : text.find("Partial") != std::string_view::npos)) ||
        (rule.as == As::is_final && is_boolean && !value.truth))
      frames_.back().interim = true;
    if (rule.as == As::other_next && is_boolean) segment_.other_next = value.truth;
    if (is_boolean) return;
    switch (rule.as) {
      case As::open:
      case As::interim:
      case As::is_final:
      case As::other_next:
        return;
      case As::start:
      case As::start_once:
      case As::end:
      case As::duration: {
        if (trim(text).empty()) return;
        if (rule.as == As::start_once && time_of(rule) != kNoTime) return;
        std::int64_t ms = kNoTime;
        if (rule.as == As::start && rule.of == Of::segment &&
            read_range(text, segment_.start_ms, segment_.end_ms))
          return;
        if (!json_time(value, rule.unit, ms)) {
          draft_.report.add(line(), ReportLevel::warning, phrase::time_unreadable);
          return;
        }
        std::int64_t& time_ms = time_of(rule);
        time_ms = rule.unit == Unit::nanoseconds && time_ms != kNoTime ? time_ms + ms : ms;
        return;
      }
      case As::text:
      case As::text_piece:
      case As::text_raw:
        return set_text(rule, text);
      case As::speaker:
      case As::channel:
        return set_label(rule, text);
      case As::name:
        if (rule.of == Of::speaker) entry_.name = collapse_spaces(text);
        if (rule.of == Of::segment && rule.layer >= name_priority_ && !trim(text).empty()) {
          name_priority_ = rule.layer;
          name_ = collapse_spaces(text);
        }
        return;
      case As::service:
        service_ = service_ || is_service(text);
        return;
      case As::confidence: {
        std::int64_t thousandths = 0;
        if (value.kind == JsonScalar::Kind::number)
          word_.confidence = static_cast<float>(value.number);
        else if (parse_seconds(text, thousandths))
          word_.confidence = static_cast<float>(thousandths) / 1000;
        if (!(word_.confidence >= 0 && word_.confidence <= 1)) word_.confidence = -1;
        return;
      }
      case As::kind:
        word_.punctuation = starts_with_ignoring_ascii_case(text, "punct");
        word_tag_ = equals_ignoring_ascii_case(text, "tag");
        return;
      case As::attaches:
        word_.punctuation = text == "previous" || text == "both";
        word_.joins_next = text == "next" || text == "both";
        return;
      case As::level:
        section_.level = std::clamp(static_cast<std::int32_t>(value.number), 1, 9);
        return;
      case As::language:
        if (draft_.language.empty() && text.size() < 36) draft_.language = trim(text);
        return;
      case As::title:
        if (rule.of == Of::section)
          section_.title = collapse_spaces(text);
        else if (draft_.title.empty())
          draft_.title = collapse_spaces(text);
        return;
      case As::delimiter:
        draft_.spaced = !text.empty();
        return;
    }
  }

  RuleTree tree_;
  Draft& draft_;
  std::vector<Frame> frames_;
  std::int32_t key_node_ = RuleTree::kNowhere;
  std::int64_t key_ms_ = kNoTime;  // of a key that is a time
  bool service_ = false;
  int layer_ = INT8_MIN, segment_layer_ = 0;

  DraftSegment segment_;
  std::string text_, name_;
  int text_priority_ = 0, speaker_priority_ = 0, name_priority_ = 0;
  bool in_segment_ = false;
  DraftWord word_;
  std::string word_text_;
  bool word_tag_ = false;
  int word_priority_ = 0;
  DraftLabel entry_;
  DraftSpan span_;
  DraftSection section_;
  std::int32_t channel_ = kNone;
  int channels_ = 0;
  std::size_t channel_segments_ = 0, channel_words_ = 0;
};

double confidence_of(const JsonPaths& paths, const JsonFormat& format) {
  double best = 0;
  for (const JsonSignature& signature : format.signatures)
    if (signature.confidence > best && paths.has_all(signature.paths)) best = signature.confidence;
  return best;
}

}  // namespace

void append_clean(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      if (i + 1 == text.size() || text[i + 1] != '\n') out += '\n';
    } else if (text[i] == '\0') {
      append_utf8(out, kReplacement);
    } else {
      out += text[i];
    }
  }
}

double sniff_json(const Input& input, const JsonFormat& format) noexcept {
  if (input.binary || (input.json && !input.json->is_json())) return 0;
#ifdef __cpp_exceptions
  try {
#endif
    return input.json ? confidence_of(*input.json, format) : confidence_of(JsonPaths(input.text), format);
#ifdef __cpp_exceptions
  } catch (...) {
    return 0;
  }
#endif
}

Result<Transcript> read_json(const Input& input, const ReadOptions& options, const JsonFormat& format) {
  Draft draft;
  draft.spaced = format.spaced;
  draft.captions = format.captions;
  Interpreter interpreter(format, draft);
  if (std::optional<Error> error = parse_json(input.text, interpreter)) return *std::move(error);
  if (format.refine) format.refine(draft);
  return finish_draft(draft, format.numbers, options);
}

}  // namespace visavis
