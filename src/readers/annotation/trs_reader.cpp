// Transcriber (trans-14.dtd): Episode > Section > Turn, with Sync elements that give the times between texts.
#include <string>
#include <unordered_map>

#include "readers/readers.h"
#include "readers/shared/utterances.h"
#include "readers/shared/xml_document.h"
#include "words/reports.h"

namespace visavis {
namespace {

double sniff(const Input& input) noexcept { return xml_root(input.text).name == "Trans" ? 1 : 0; }

std::int64_t seconds(XmlNode node, std::string_view name) {
  std::int64_t ms = kNoTime;
  return parse_seconds(trim(attribute(node, name)), ms) ? ms : kNoTime;
}

// What transcribers write where nothing could be understood.
bool says_inaudible(std::string_view description) {
  const std::string folded = fold_case(description);
  for (const char* word : {"unclear", "inaud", "unintel", "inintel", "incompr"})
    if (folded.find(word) != std::string::npos) return true;
  return folded == "pi" || folded == "pif";
}

class TrsReader {
 public:
  TrsReader(const XmlDocument& document, bool join)
      : document_(document), joiner_(builder_, join), join_(join) {}

  Result<Transcript> read() {
    const XmlNode root = document_.root();
    builder_.set_language(attribute(root, "lang"));
    for (XmlNode topic = child(child(root, "Topics"), "Topic"); topic; topic = next(topic, "Topic"))
      topics_.emplace(attribute(topic, "id"), attribute(topic, "desc"));
    for (XmlNode who = child(child(root, "Speakers"), "Speaker"); who; who = next(who, "Speaker"))
      speakers_.emplace(attribute(who, "id"), attribute(who, "name"));
    for (XmlNode episode = child(root, "Episode"); episode; episode = next(episode, "Episode")) {
      if (builder_.turn_count() == 0) builder_.set_title(attribute(episode, "program"));
      for (XmlNode section = child(episode, "Section"); section; section = next(section, "Section"))
        read_section(section);
    }
    if (!fits_) return Error{ErrorCode::too_large, 0, kTooLong};
    left_out_.report(builder_);
    return document_.finish(builder_);
  }

 private:
  void read_section(XmlNode section) {
    const std::string_view id = attribute(section, "topic");
    if (!id.empty()) {
      const auto topic = topics_.find(id);
      joiner_.begin_section(topic == topics_.end() ? id : topic->second, SectionKind::chapter, 1,
                            document_.line(section));
    } else {
      joiner_.end_sections();
    }
    for (XmlNode turn = child(section, "Turn"); turn; turn = next(turn, "Turn")) read_turn(turn);
  }

  void read_turn(XmlNode turn) {
    std::vector<std::string_view> voices;
    std::string_view list = trim(attribute(turn, "speaker"));
    while (!list.empty()) {
      const std::size_t space = std::min(list.find(' '), list.size());
      voices.push_back(list.substr(0, space));
      list = trim(list.substr(space));
    }
    turn_line_ = document_.line(turn);
    turn_start_ms_ = seconds(turn, "startTime");
    const std::int64_t end_ms = seconds(turn, "endTime");
    segment_ = {};
    segment_.start_ms = turn_start_ms_;
    set_voice(voices, 0);
    segment_voices_ = 0;
    bool has_sync = false;  // the first Sync stands at the turn's own start
    for (XmlNode node = turn.first_child(); node; node = node.next_sibling()) {
      if (is_text(node)) {
        if (!segment_.line && !trim(node.value()).empty())
          segment_.line = first_text_line(node.value(), document_.line(node));
        segment_.text += node.value();
        segment_.text += ' ';
      } else if (is_element(node, "Sync")) {
        const std::int64_t time_ms = seconds(node, "time");
        if (has_sync || !trim(segment_.text).empty()) end_segment(time_ms);
        has_sync = true;
        if (time_ms != kNoTime) segment_.start_ms = time_ms;
        segment_voices_ = 0;
        set_voice(voices, 0);
      } else if (is_element(node, "Who")) {
        std::size_t number = 0;
        for (const char c : attribute(node, "nb"))
          if (c >= '0' && c <= '9' && number < 1000) number = number * 10 + static_cast<std::size_t>(c - '0');
        if (segment_voices_++ > 0) {
          segment_.marks |= kMarkOverlap;
          end_segment(kNoTime);
          segment_.marks |= kMarkOverlap;
        }
        set_voice(voices, number == 0 ? 0 : number - 1);
      } else if (is_element(node)) {
        const std::string_view what = attribute(node, "desc");
        if (says_inaudible(what)) segment_.marks |= kMarkInaudible;
        left_out_.add(phrase::left_marks, document_.line(node), 1, local_name(node));
      }
    }
    end_segment(end_ms);
    flush();
  }

  void set_voice(const std::vector<std::string_view>& voices, std::size_t index) {
    segment_.speaker.clear();
    if (voices.empty()) return;
    const std::string_view id = voices[std::min(index, voices.size() - 1)];
    const auto name = speakers_.find(id);
    segment_.speaker = name == speakers_.end() || name->second.empty() ? id : name->second;
  }

  // Ends a segment at a time, or within its Sync (kNoTime): then the next one keeps the start, and all of
  // them get the end when it comes.
  void end_segment(std::int64_t end_ms) {
    segment_.text = collapse_spaces(segment_.text);
    if (!segment_.line) segment_.line = turn_line_;
    Utterance fresh;
    fresh.start_ms = end_ms == kNoTime ? segment_.start_ms : end_ms;
    fresh.speaker = segment_.speaker;
    same_time_.push_back(std::move(segment_));
    segment_ = std::move(fresh);
    if (end_ms == kNoTime) return;
    for (Utterance& part : same_time_) {
      part.end_ms = end_ms;
      take(std::move(part));
    }
    same_time_.clear();
  }

  // Within a Turn the pieces of one voice are one, whatever the pauses: the file says so.
  void take(Utterance&& part) {
    if (!join_) {
      fits_ = add_utterance(joiner_, part) && fits_;
      return;
    }
    if (part.text.empty()) {
      if (part.marks && !pending_.text.empty()) pending_.marks |= part.marks & kMarkInaudible;
      return;
    }
    if (!pending_.text.empty() && pending_.speaker == part.speaker) {
      pending_.text += ' ';
      pending_.text += part.text;
      pending_.end_ms = part.end_ms;
      pending_.marks |= part.marks;
      return;
    }
    flush_pending();
    pending_ = std::move(part);
    if (!turn_has_text_) pending_.start_ms = turn_start_ms_;
    turn_has_text_ = true;
  }

  void flush_pending() {
    if (!pending_.text.empty()) fits_ = add_utterance(joiner_, pending_) && fits_;
    pending_ = {};
  }

  void flush() {
    for (Utterance& part : same_time_) take(std::move(part));
    same_time_.clear();
    flush_pending();
    turn_has_text_ = false;
  }

  const XmlDocument& document_;
  TranscriptBuilder builder_;
  CueJoiner joiner_;
  bool join_, fits_ = true, turn_has_text_ = false;
  std::unordered_map<std::string_view, std::string_view> topics_, speakers_;
  LeftOut left_out_;
  Utterance segment_, pending_;
  std::vector<Utterance> same_time_;
  std::size_t segment_voices_ = 0;
  std::uint32_t turn_line_ = 0;
  std::int64_t turn_start_ms_ = kNoTime;
};

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  const Result<XmlDocument> document = XmlDocument::parse(input.text);
  if (!document) return document.error();
  return TrsReader(*document, options.join).read();
}

}  // namespace

const FormatReader trs_reader = {"trs", 62, sniff, read};

}  // namespace visavis
