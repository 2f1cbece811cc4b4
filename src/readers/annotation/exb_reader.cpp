// EXMARaLDA basic transcription (.exb): tiers of events between the points of one timeline.
#include <unordered_map>

#include "readers/readers.h"
#include "readers/shared/utterances.h"
#include "readers/shared/xml_document.h"
#include "words/reports.h"

namespace visavis {
namespace {

double sniff(const Input& input) noexcept {
  return xml_root(input.text).name == "basic-transcription" ? 1 : 0;
}

struct Voice {
  std::string name, abbreviation;
};

class ExbReader {
 public:
  ExbReader(const XmlDocument& document, bool join)
      : document_(document), joiner_(builder_, join), join_(join) {}

  Result<Transcript> read() {
    const XmlNode head = child(document_.root(), "head"), body = child(document_.root(), "basic-body");
    builder_.set_title(text_content(find(head, "transcription-name")));
    for (XmlNode node = child(child(head, "speakertable"), "speaker"); node; node = next(node, "speaker"))
      read_speaker(node);
    read_timeline(child(body, "common-timeline"));
    std::vector<Utterance> utterances;
    for (XmlNode tier = child(body, "tier"); tier; tier = next(tier, "tier")) {
      if (attribute(tier, "type") == "t") {
        read_tier(tier, utterances);
      } else if (const XmlNode event = child(tier, "event")) {
        std::size_t count = 0;
        for (XmlNode each = event; each; each = next(each, "event")) ++count;
        left_out_.add(phrase::left_tier_events, document_.line(tier), count, attribute(tier, "display-name"));
      }
    }
    if (!add_in_time_order(joiner_, utterances)) return Error{ErrorCode::too_large, 0, kTooLong};
    for (const auto& [id, voice] : voices_)
      if (voice.name != voice.abbreviation && !voice.abbreviation.empty())
        builder_.add_alias(builder_.speaker(voice.name), voice.abbreviation);
    left_out_.report(builder_);
    return document_.finish(builder_);
  }

 private:
  void read_speaker(XmlNode node) {
    Voice voice;
    voice.abbreviation = collapse_spaces(text_content(child(node, "abbreviation")));
    voice.name = voice.abbreviation;
    if (const XmlNode facts = child(node, "ud-speaker-information"))
      for (XmlNode fact = child(facts, "ud-information"); fact; fact = next(fact, "ud-information"))
        if (equals_ignoring_ascii_case(attribute(fact, "attribute-name"), "name"))
          if (std::string name = collapse_spaces(text_content(fact)); !name.empty())
            voice.name = std::move(name);
    if (voice.name.empty()) voice.name = attribute(node, "id");
    if (language_.empty()) {
      const XmlNode used = child(child(node, "languages-used"), "language");
      language_ = attribute(used, "lang");
      builder_.set_language(language_);
    }
    voices_.emplace(attribute(node, "id"), std::move(voice));
  }

  void read_timeline(XmlNode timeline) {
    std::vector<std::int64_t> times_ms;
    std::vector<bool> estimated;
    for (XmlNode node = child(timeline, "tli"); node; node = next(node, "tli")) {
      std::int64_t ms = kNoTime;
      if (!parse_seconds(trim(attribute(node, "time")), ms)) ms = kNoTime;
      place_.emplace(attribute(node, "id"), times_ms.size());
      times_ms.push_back(ms);
    }
    interpolate_times(times_ms, estimated);
    std::size_t count = 0;
    for (std::size_t i = 0; i < times_ms.size(); ++i) {
      points_.push_back({times_ms[i], estimated[i]});
      count += estimated[i];
    }
    if (count)
      builder_.report(document_.line(timeline), ReportLevel::info, Message(phrase::points_placed, {count}));
  }

  // Events that touch each other go on in one text, even inside a word: the format says so.
  void read_tier(XmlNode tier, std::vector<Utterance>& utterances) {
    const auto voice = voices_.find(attribute(tier, "speaker"));
    const std::string speaker =
        voice == voices_.end() ? std::string(attribute(tier, "speaker")) : voice->second.name;
    std::size_t reached = points_.size();
    const std::size_t first = utterances.size();
    for (XmlNode event = child(tier, "event"); event; event = next(event, "event")) {
      const auto start = place_.find(attribute(event, "start")), end = place_.find(attribute(event, "end"));
      const std::string text = text_content(event);
      if (start == place_.end() || end == place_.end()) {
        left_out_.add(phrase::left_unplaced_events, document_.line(event));
        continue;
      }
      const TimePoint &from = points_[start->second], &to = points_[end->second];
      const bool goes_on = join_ && utterances.size() > first && start->second == reached;
      if (!goes_on) {
        Utterance fresh;
        fresh.speaker = speaker;
        fresh.start_ms = from.ms;
        fresh.start_estimated = from.estimated;
        fresh.line = document_.line(event);
        utterances.push_back(std::move(fresh));
      }
      Utterance& utterance = utterances.back();
      utterance.text += text;
      utterance.end_ms = to.ms;
      utterance.end_estimated = to.estimated;
      reached = end->second;
    }
    for (std::size_t i = first; i < utterances.size(); ++i)
      utterances[i].text = collapse_spaces(utterances[i].text);
  }

  const XmlDocument& document_;
  TranscriptBuilder builder_;
  CueJoiner joiner_;
  bool join_;
  std::string_view language_;
  std::unordered_map<std::string_view, Voice> voices_;
  std::unordered_map<std::string_view, std::size_t> place_;
  std::vector<TimePoint> points_;
  LeftOut left_out_;
};

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  const Result<XmlDocument> document = XmlDocument::parse(input.text);
  if (!document) return document.error();
  return ExbReader(*document, options.join).read();
}

}  // namespace

const FormatReader exb_reader = {"exb", 63, sniff, read};

}  // namespace visavis
