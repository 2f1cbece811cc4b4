// ELAN (EAF 2.x and 3.0): tiers of annotations over a list of time slots.
#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "readers/readers.h"
#include "readers/shared/utterances.h"
#include "readers/shared/xml_document.h"
#include "words/reports.h"

namespace visavis {
namespace {

double sniff(const Input& input) noexcept {
  return xml_root(input.text).name == "ANNOTATION_DOCUMENT" ? 1 : 0;
}

struct Annotation {
  std::string_view id;
  std::size_t start = 0, end = 0;  // slots
  XmlNode node;
};

struct Tier {
  std::string_view id, parent, participant, type;
  XmlNode node;
  std::vector<Annotation> annotations;  // time-aligned
  std::vector<XmlNode> references;
  bool spoken = false;
  const Tier* words_tier = nullptr;

  // One token with a digit in each: "narr_01_0007".
  bool holds_codes() const {
    for (const Annotation& annotation : annotations) {
      const std::string_view text = trim(child(annotation.node, "ANNOTATION_VALUE").text().get());
      if (text.find(' ') != std::string_view::npos ||
          text.find_first_of("0123456789") == std::string_view::npos)
        return false;
    }
    return annotations.size() > 1;
  }
};

class EafReader {
 public:
  EafReader(const XmlDocument& document, bool join) : document_(document), joiner_(builder_, join) {}

  Result<Transcript> read() {
    const XmlNode root = document_.root();
    read_slots(root);
    for (XmlNode node = child(root, "TIER"); node; node = next(node, "TIER")) read_tier(node);
    if (tiers_.size() > kMostTiers) return Error{ErrorCode::too_large, 0, kTooManyTiers};
    for (const Tier& tier : tiers_) place_slots(tier);
    interpolate_rest();
    choose_tiers(root);
    std::vector<Utterance> utterances;
    for (const Tier& tier : tiers_)
      if (tier.spoken) add_tier(tier, utterances);
    if (!add_in_time_order(joiner_, utterances)) return Error{ErrorCode::too_large, 0, kTooLong};
    for (const Tier& tier : tiers_)
      if (tier.spoken && !speaker_of(tier).empty())
        builder_.add_alias(builder_.speaker(speaker_of(tier)), tier.id);
    builder_.set_language(language(root));
    left_out_.report(builder_);
    return document_.finish(builder_);
  }

 private:
  void read_slots(XmlNode root) {
    for (XmlNode node = child(child(root, "TIME_ORDER"), "TIME_SLOT"); node; node = next(node, "TIME_SLOT")) {
      TimePoint slot;
      const std::string_view value = trim(attribute(node, "TIME_VALUE"));
      std::int64_t ms = 0;
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), ms);
      if (error == std::errc() && end == value.data() + value.size() && ms >= 0 && ms < (1ll << 53))
        slot.ms = ms;
      slot_by_id_.emplace(attribute(node, "TIME_SLOT_ID"), slots_.size());
      slots_.push_back(slot);
    }
  }

  void read_tier(XmlNode node) {
    Tier tier;
    tier.node = node;
    tier.id = attribute(node, "TIER_ID");
    tier.parent = attribute(node, "PARENT_REF");
    tier.participant = trim(attribute(node, "PARTICIPANT"));
    tier.type = attribute(node, "LINGUISTIC_TYPE_REF");
    for (XmlNode outer = child(node, "ANNOTATION"); outer; outer = next(outer, "ANNOTATION")) {
      const XmlNode aligned = child(outer, "ALIGNABLE_ANNOTATION");
      if (!aligned) {
        if (const XmlNode reference = child(outer, "REF_ANNOTATION")) tier.references.push_back(reference);
        continue;
      }
      const auto start = slot_by_id_.find(attribute(aligned, "TIME_SLOT_REF1"));
      const auto end = slot_by_id_.find(attribute(aligned, "TIME_SLOT_REF2"));
      if (start == slot_by_id_.end() || end == slot_by_id_.end()) {
        left_out_.add(phrase::left_unplaced_annotations, document_.line(aligned));
        continue;
      }
      tier.annotations.push_back({attribute(aligned, "ANNOTATION_ID"), start->second, end->second, aligned});
    }
    tiers_.push_back(std::move(tier));
  }

  // Slots without a time lie evenly in the chain of annotations that touch each other, as ELAN shows them.
  void place_slots(const Tier& tier) {
    std::vector<std::size_t> chain;
    const auto close = [&] {
      std::vector<std::int64_t> times_ms;
      std::vector<bool> estimated;
      times_ms.reserve(chain.size());
      for (const std::size_t slot : chain) times_ms.push_back(slots_[slot].ms);
      interpolate_times(times_ms, estimated);
      for (std::size_t i = 0; i < chain.size(); ++i)
        if (estimated[i]) slots_[chain[i]] = {times_ms[i], true};
      chain.clear();
    };
    for (const Annotation& annotation : tier.annotations) {
      if (!chain.empty() && chain.back() != annotation.start) close();
      if (chain.empty()) chain.push_back(annotation.start);
      chain.push_back(annotation.end);
    }
    close();
  }

  void interpolate_rest() {
    std::vector<std::int64_t> times_ms;
    std::vector<bool> estimated;
    for (const TimePoint& slot : slots_) times_ms.push_back(slot.ms);
    interpolate_times(times_ms, estimated);
    std::size_t count = 0;
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      if (estimated[i]) slots_[i] = {times_ms[i], true};
      count += slots_[i].estimated;
    }
    if (count) builder_.report(0, ReportLevel::info, Message(phrase::slots_placed, {count}));
  }

  // Speech is in the tiers that hang from no other and whose type is bound to none.
  void choose_tiers(XmlNode root) {
    std::unordered_map<std::string_view, bool> bound_type;
    for (XmlNode type = child(root, "LINGUISTIC_TYPE"); type; type = next(type, "LINGUISTIC_TYPE"))
      bound_type[attribute(type, "LINGUISTIC_TYPE_ID")] = !attribute(type, "CONSTRAINTS").empty();
    for (Tier& tier : tiers_)
      tier.spoken = tier.parent.empty() && !tier.annotations.empty() && !bound_type[tier.type] &&
                    !is_remark_tier(tier.id);
    for (Tier& tier : tiers_)
      if (tier.spoken && tier.holds_codes()) tier.words_tier = tier_of_words(tier);
    for (const Tier& tier : tiers_) {
      const std::size_t count = tier.annotations.size() + tier.references.size();
      const bool used = std::any_of(tiers_.begin(), tiers_.end(), [&](const Tier& other) {
        return other.spoken && (other.words_tier ? other.words_tier == &tier : &other == &tier);
      });
      if (count == 0 || used) continue;
      left_out_.add(phrase::left_tier_annotations, document_.line(tier.node), count, tier.id);
    }
  }

  // Where the annotations are mere numbers of utterances, the words are in a tier that refers to them.
  const Tier* tier_of_words(const Tier& codes) const {
    for (const Tier& tier : tiers_)
      if (tier.parent == codes.id && tier.references.size() * 2 > codes.annotations.size()) return &tier;
    return nullptr;
  }

  // Whose tier it is: by its own word, by that of a tier that hangs from it, or by its name.
  std::string_view speaker_of(const Tier& tier) const {
    if (!tier.participant.empty()) return tier.participant;
    if (tier.words_tier)
      for (const Tier& other : tiers_)
        if (other.parent == tier.id && !other.participant.empty()) return other.participant;
    return tier.id == "default" ? std::string_view() : tier.id;
  }

  void add_tier(const Tier& tier, std::vector<Utterance>& utterances) {
    std::unordered_map<std::string_view, XmlNode> words;
    if (tier.words_tier)
      for (const XmlNode node : tier.words_tier->references)
        words.emplace(attribute(node, "ANNOTATION_REF"), node);
    const std::string_view speaker = speaker_of(tier);
    for (const Annotation& annotation : tier.annotations) {
      XmlNode node = annotation.node;
      if (tier.words_tier) {
        const auto found = words.find(annotation.id);
        if (found == words.end()) continue;
        node = found->second;
      }
      const TimePoint &start = slots_[annotation.start], &end = slots_[annotation.end];
      const XmlNode value = child(node, "ANNOTATION_VALUE");
      const std::string text = text_content(value);
      Utterance utterance;
      utterance.speaker = speaker;
      utterance.text = collapse_spaces(text);
      utterance.line = first_text_line(text, document_.line(value ? value : node));
      utterance.start_ms = start.ms;
      utterance.end_ms = end.ms;
      utterance.start_estimated = start.estimated;
      utterance.end_estimated = end.estimated;
      if (start.ms != kNoTime && end.ms != kNoTime && end.ms < start.ms) {
        utterance.end_ms = kNoTime;
        builder_.report(utterance.line, ReportLevel::warning, phrase::time_annotation);
      }
      utterances.push_back(std::move(utterance));
    }
  }

  // BCP 47 where the file declares a language for its contents, else its only locale.
  std::string_view language(XmlNode root) const {
    for (const Tier& tier : tiers_)
      if (tier.spoken)
        if (const std::string_view declared = attribute(tier.node, "LANG_REF"); !declared.empty())
          return declared;
    const XmlNode locale = child(root, "LOCALE");
    return locale && !next(locale, "LOCALE") ? attribute(locale, "LANGUAGE_CODE") : std::string_view();
  }

  const XmlDocument& document_;
  TranscriptBuilder builder_;
  CueJoiner joiner_;
  std::vector<TimePoint> slots_;
  std::unordered_map<std::string_view, std::size_t> slot_by_id_;
  std::vector<Tier> tiers_;
  LeftOut left_out_;
};

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  const Result<XmlDocument> document = XmlDocument::parse(input.text);
  if (!document) return document.error();
  return EafReader(*document, options.join).read();
}

}  // namespace

const FormatReader eaf_reader = {"eaf", 64, sniff, read};

}  // namespace visavis
