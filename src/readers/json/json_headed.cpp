#include <algorithm>
#include <vector>

#include "base/text.h"
#include "readers/json/json_format.h"
#include "readers/json/json_lists.h"
#include "readers/shared/json_paths.h"
#include "readers/shared/json_sax.h"
#include "readers/shared/json_time.h"

// Talks whose lists say once, ahead of all its pieces, who speaks: ["Ana", [{…}, {…}]] and {"Ana": [{…}],
// "Jon": [{…}]}, whose lists may stand in objects.
namespace visavis {
namespace {

constexpr std::string_view kWords = "text|content|transcript|sentence|utterance|words|line|message";
constexpr std::string_view kStart = "start|start_time|startTime|start_seconds|begin|from|timestamp|time";
constexpr std::string_view kEnd = "end|end_time|endTime|end_seconds|stop|to";
constexpr std::size_t kMostName = 60;

// A key that is a person's: a name, or a label that a program made. Names of fields are words in small
// letters.
bool is_person(std::string_view key) {
  if (key.empty() || key.size() > kMostName || is_count(key)) return false;
  const auto c = static_cast<unsigned char>(key.front());
  const bool digits = key.find_first_of("0123456789") != std::string_view::npos;
  return (c >= 'A' && c <= 'Z') || c >= 0x80 || digits || is_voice_key(key);
}

class Headed final : public JsonEvents {
 public:
  bool begin(bool is_array) override {
    enter();
    Frame frame;
    frame.is_array = is_array;
    frame.who = is_array ? who_of_list() : std::string();
    frame.is_piece = !is_array && !frames_.empty() && frames_.back().is_array && !frames_.back().who.empty();
    if (frame.is_piece) piece_ = {};
    frames_.push_back(std::move(frame));
    return true;
  }
  bool end(bool) override {
    if (frames_.back().is_piece) add(frames_[frames_.size() - 2].who, piece_);
    frames_.pop_back();
    return true;
  }
  bool key(std::string_view name) override {
    frames_.back().key = name.substr(0, kMostName + 1);
    return true;
  }
  bool scalar(const JsonScalar& value) override {
    enter();
    if (frames_.empty()) return true;
    Frame& frame = frames_.back();
    const bool is_string = value.kind == JsonScalar::Kind::string;
    if (frame.is_array && is_string && frame.count == 1 && value.text.size() <= kMostName)
      frame.head = trim(value.text);
    if (!frame.is_piece) return true;
    std::int64_t ms = kNoTime;
    if (is_string && is_any(frame.key, kWords))
      piece_.words = value.text;
    else if (is_any(frame.key, kStart) && json_time(value, Unit::seconds, ms))
      piece_.start_ms = ms;
    else if (is_any(frame.key, kEnd) && json_time(value, Unit::seconds, ms))
      piece_.end_ms = ms;
    return true;
  }

  // Nothing where it is no talk: two people at least, all with times where keys name them, for without these
  // nobody knows who spoke first.
  std::optional<Draft> take() {
    if (draft_.segments.size() < 2 || (by_keys_ && timed_ < draft_.segments.size()) ||
        (by_keys_ ? people_ < 2 : lists_ < 2))
      return std::nullopt;
    return std::move(draft_);
  }

 private:
  struct Piece {
    std::string words;
    std::int64_t start_ms = kNoTime, end_ms = kNoTime;
  };
  struct Frame {
    bool is_array = false, is_piece = false;
    std::size_t count = 0;
    std::string head;  // the string that a list opens with
    std::string who;   // of a list: who speaks in its items
    std::string key;
  };

  void enter() {
    if (!frames_.empty()) ++frames_.back().count;
  }
  std::string who_of_list() const {
    if (frames_.empty()) return {};
    const Frame& outer = frames_.back();
    if (outer.is_array) return outer.count == 2 ? outer.head : std::string();
    if (is_person(outer.key)) return outer.key;
    // {"Ana": {"utterances": [{…}]}, "Jon": {…}}
    const bool of_pieces =
        is_any(outer.key, "utterances|segments|turns|lines|messages|items|sentences|texts");
    return of_pieces && frames_.size() > 1 && is_person(frames_[frames_.size() - 2].key)
               ? frames_[frames_.size() - 2].key
               : std::string();
  }
  void add(std::string_view who, const Piece& piece) {
    if (trim(piece.words).empty()) return;
    const bool by_key = !frames_[frames_.size() - 3].is_array;
    by_keys_ = by_keys_ || by_key;
    DraftSegment segment;
    segment.line = line();
    segment.speaker = draft_.label(who);
    people_ = draft_.labels.size();
    lists_ += list_ != who;
    list_ = who;
    segment.text.begin = static_cast<std::uint32_t>(draft_.text.size());
    append_clean(draft_.text, piece.words);
    segment.text.end = static_cast<std::uint32_t>(draft_.text.size());
    segment.start_ms = piece.start_ms;
    segment.end_ms = piece.end_ms;
    timed_ += piece.start_ms != kNoTime;
    draft_.segments.push_back(segment);
  }

  Draft draft_;
  Piece piece_;
  std::vector<Frame> frames_;
  std::string list_;
  std::size_t people_ = 0, lists_ = 0, timed_ = 0;
  bool by_keys_ = false;
};

}  // namespace

std::optional<Draft> find_headed_lists(std::string_view json) {
  Headed headed;
  if (parse_json(json, headed)) return std::nullopt;
  return headed.take();
}

}  // namespace visavis
