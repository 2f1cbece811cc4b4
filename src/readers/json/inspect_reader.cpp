#include <algorithm>

#include "model/builder.h"
#include "readers/json/json_format.h"
#include "readers/readers.h"
#include "readers/registry.h"
#include "readers/shared/cues.h"
#include "readers/shared/json_sax.h"
#include "words/reports.h"

// The object that `visavis inspect` prints, schema 1. What it holds is read as it stands: nothing is joined
// or renamed.
namespace visavis {
namespace {

constexpr JsonSignature kSignatures[] = {
    {1, "schema source.format turns"},
    {0.95, "schema turns[].speaker turns[].text turns[].start_ms"},
};
constexpr JsonFormat kFormat = {kSignatures, {}};

struct InspectSpeaker {
  std::int32_t id = kNone;
  Speaker speaker;
};

struct InspectTurn {
  Turn turn;
  std::uint32_t source_line = 0;  // in this JSON
};

Role role_named(std::string_view name) {
  for (const Role role : {Role::interviewer, Role::interviewee, Role::moderator, Role::participant})
    if (name == role_name(role)) return role;
  return Role::unknown;
}

SectionKind kind_named(std::string_view name) {
  for (const SectionKind kind : {SectionKind::chapter, SectionKind::derived})
    if (name == section_kind_name(kind)) return kind;
  return SectionKind::heading;
}

std::uint8_t mark_named(std::string_view name) {
  for (const Mark mark : {kMarkOverlap, kMarkInaudible, kMarkInterrupted})
    if (name == mark_name(mark)) return mark;
  return 0;
}

bool is_caption_format(std::string_view name) {
  const FormatReader* reader = find_format(name);
  return reader && reader->captions;
}

class InspectEvents final : public JsonEvents {
 public:
  bool begin(bool is_array) override {
    if (is_array) path_ += "[]";
    bases_.push_back(path_.size());
    if (is_array) return true;
    if (path_ == "speakers[]") speakers.emplace_back();
    if (path_ == "sections[]") sections.emplace_back();
    if (path_ == "report[]") report.emplace_back();
    if (path_ == "turns[]") {
      turns.emplace_back();
      turns.back().source_line = line();
      turns.back().turn.first_word = static_cast<std::uint32_t>(words.size());
    }
    if (path_ == "turns[].words[]" && !turns.empty()) {
      words.emplace_back();
      ++turns.back().turn.word_count;
    }
    return true;
  }
  bool end(bool) override {
    bases_.pop_back();
    path_.resize(bases_.empty() ? 0 : bases_.back());
    return true;
  }
  bool key(std::string_view name) override {
    path_.resize(bases_.back());
    if (!path_.empty()) path_ += '.';
    path_ += name.substr(0, 64);
    return true;
  }
  bool scalar(const JsonScalar& value) override {
    const std::string_view path = path_;
    const bool is_text = value.kind == JsonScalar::Kind::string;
    if (value.kind == JsonScalar::Kind::null) return true;
    if (path.starts_with("turns[].words[].") && !words.empty())
      word_field(path.substr(16), value);
    else if (path.starts_with("turns[].") && !turns.empty())
      turn_field(path.substr(8), value);
    else if (path.starts_with("speakers[].") && !speakers.empty())
      speaker_field(path.substr(11), value);
    else if (path.starts_with("sections[].") && !sections.empty())
      section_field(path.substr(11), value);
    else if (path.starts_with("report[].") && !report.empty())
      report_field(path.substr(9), value);
    else if (path.starts_with("roles.speakers[]."))
      role_field(path.substr(17), value);
    else if (path == "source.captions" || path == "floor.times" || path == "source.format")
      captions |= value.truth || value.text == "captions" || is_caption_format(value.text);
    else if (path == "title" && is_text)
      title = value.text;
    else if (path == "language" && is_text)
      language = value.text;
    return true;
  }

  std::string title, language, text;
  std::vector<InspectSpeaker> speakers;
  std::vector<InspectTurn> turns;
  std::vector<Word> words;  // spans into text
  std::vector<Section> sections;
  std::vector<ReportEntry> report;
  std::vector<std::int32_t> found_roles;  // of these speakers the role was found, not told
  bool captions = false;                  // the times are those of captions

 private:
  static std::int32_t id_of(const JsonScalar& value) {
    return value.number >= 0 && value.number < 2e9 ? static_cast<std::int32_t>(value.number) : kNone;
  }
  static std::int64_t ms_of(const JsonScalar& value) {
    return value.kind == JsonScalar::Kind::number ? ms_from_seconds(value.number / 1000) : kNoTime;
  }
  Span keep(std::string_view words_of_it) {
    Span span;
    span.begin = static_cast<std::uint32_t>(text.size());
    append_clean(text, words_of_it);
    span.end = static_cast<std::uint32_t>(text.size());
    return span;
  }
  void turn_field(std::string_view field, const JsonScalar& value) {
    Turn& turn = turns.back().turn;
    if (field == "speaker") turn.speaker = id_of(value);
    if (field == "line") turn.line = static_cast<std::uint32_t>(std::max(id_of(value), 0));
    if (field == "text") turn.text = keep(value.text);
    if (field == "start_ms") turn.start_ms = ms_of(value);
    if (field == "end_ms") turn.end_ms = ms_of(value);
    if (field == "marks[]") turn.marks |= mark_named(value.text);
    if (field == "start_estimated" && value.truth) turn.start_source = TimeSource::estimated;
    if (field == "end_estimated" && value.truth) turn.end_source = TimeSource::estimated;
  }
  void word_field(std::string_view field, const JsonScalar& value) {
    Word& word = words.back();
    if (field == "text") word.text = keep(value.text);
    if (field == "start_ms") word.start_ms = ms_of(value);
    if (field == "end_ms") word.end_ms = ms_of(value);
    if (field == "confidence" && value.number >= 0 && value.number <= 1)
      word.confidence = static_cast<float>(value.number);
  }
  void speaker_field(std::string_view field, const JsonScalar& value) {
    InspectSpeaker& entry = speakers.back();
    if (field == "id") entry.id = id_of(value);
    if (field == "name") entry.speaker.name = value.text;
    if (field == "aliases[]") entry.speaker.aliases.emplace_back(value.text);
    if (field == "role") entry.speaker.role = role_named(value.text);
  }
  void role_field(std::string_view field, const JsonScalar& value) {
    if (field == "speaker") role_of_ = id_of(value);
    if (field == "stated" && !value.truth) found_roles.push_back(role_of_);
  }
  void section_field(std::string_view field, const JsonScalar& value) {
    Section& section = sections.back();
    if (field == "title") section.title = value.text;
    if (field == "kind") section.kind = kind_named(value.text);
    if (field == "level") section.level = std::clamp(id_of(value), 1, 9);
    if (field == "line") section.line = static_cast<std::uint32_t>(std::max(id_of(value), 0));
    if (field == "first_turn") section.first_turn = std::max(id_of(value), 0);
    if (field == "last_turn") section.last_turn = id_of(value);
  }
  void report_field(std::string_view field, const JsonScalar& value) {
    ReportEntry& entry = report.back();
    if (field == "line") entry.line = static_cast<std::uint32_t>(std::max(id_of(value), 0));
    if (field == "code") entry.code = value.text;
    if (field == "message") entry.message = Message::sentence(value.text);
    if (field == "level")
      entry.level = value.text == "loss"      ? ReportLevel::loss
                    : value.text == "warning" ? ReportLevel::warning
                                              : ReportLevel::info;
  }

  std::string path_;
  std::vector<std::size_t> bases_;
  std::int32_t role_of_ = kNone;  // the speaker whose role is read
};

class InspectBuilder {
 public:
  explicit InspectBuilder(InspectEvents& file) : file_(file) {}

  Result<Transcript> build() {
    builder_.set_title(file_.title);
    builder_.set_language(file_.language);
    std::sort(file_.found_roles.begin(), file_.found_roles.end());
    for (const InspectSpeaker& entry : file_.speakers) {
      const std::int32_t speaker = builder_.speaker(entry.speaker.name);
      if (entry.id == kNone || speaker == kNone) continue;
      for (const std::string& alias : entry.speaker.aliases) builder_.add_alias(speaker, alias);
      if (!std::binary_search(file_.found_roles.begin(), file_.found_roles.end(), entry.id))
        builder_.speaker_at(speaker).role = entry.speaker.role;
      speaker_by_id_.try_emplace(entry.id, speaker);
    }
    // What was found is found again, roles too; only what the author wrote is read.
    std::erase_if(file_.sections, [](const Section& one) { return one.kind == SectionKind::derived; });
    std::stable_sort(file_.sections.begin(), file_.sections.end(),
                     [](const Section& a, const Section& b) { return a.first_turn < b.first_turn; });
    std::size_t section = 0;
    for (std::size_t i = 0; i < file_.turns.size(); ++i) {
      const auto id = static_cast<std::int32_t>(i);
      end_sections_before(id);
      for (; section < file_.sections.size() && file_.sections[section].first_turn <= id; ++section)
        begin(section);
      if (!add(file_.turns[i]))
        return Error{ErrorCode::too_large, file_.turns[i].source_line, phrase::text_over_4_gib};
    }
    end_sections_before(static_cast<std::int32_t>(file_.turns.size()));
    for (; section < file_.sections.size(); ++section) begin(section);
    builder_.reports().add_all(std::move(file_.report));
    Transcript transcript = builder_.finish();
    forget_backward_ends(transcript);
    return transcript;
  }

 private:
  void begin(std::size_t index) {
    const Section& section = file_.sections[index];
    builder_.begin_section(section.title, section.kind, section.level, section.line);
    while (!open_.empty() && file_.sections[open_.back()].level >= section.level) open_.pop_back();
    open_.push_back(index);
  }
  // A section ends where the file says, not only where the next begins.
  void end_sections_before(std::int32_t turn) {
    while (!open_.empty()) {
      const Section& open = file_.sections[open_.back()];
      if (open.last_turn >= turn || open.last_turn < open.first_turn) break;
      builder_.end_sections(open.level);
      open_.pop_back();
    }
  }
  bool add(const InspectTurn& entry) {
    Turn turn = entry.turn;
    if (file_.captions) turn.marks |= kMarkCaption;
    const auto known = speaker_by_id_.find(turn.speaker);
    if (turn.speaker != kNone && known == speaker_by_id_.end())
      builder_.report(entry.source_line, ReportLevel::warning, phrase::speaker_unknown);
    turn.speaker = known == speaker_by_id_.end() ? kNone : known->second;
    if (turn.start_source == TimeSource::unknown && turn.start_ms != kNoTime)
      turn.start_source = TimeSource::measured;
    if (turn.end_source == TimeSource::unknown && turn.end_ms != kNoTime)
      turn.end_source = TimeSource::measured;
    const std::string_view text = slice(file_.text, entry.turn.text);
    if (!builder_.append_text(text, turn.text, builder_.turn_count() > 0 ? '\n' : '\0')) return false;
    builder_.add_turn(turn);
    std::size_t at = 0;
    for (std::uint32_t i = 0; i < entry.turn.word_count; ++i) {
      Word word = file_.words[entry.turn.first_word + i];
      const std::string_view token = slice(file_.text, word.text);
      const std::size_t found = text.find(token, at);
      if (token.empty() || found == std::string_view::npos) {
        builder_.report(entry.source_line, ReportLevel::warning, phrase::word_unplaced);
        break;
      }
      at = found + token.size();
      word.text.begin = turn.text.begin + static_cast<std::uint32_t>(found);
      word.text.end = turn.text.begin + static_cast<std::uint32_t>(at);
      builder_.add_word(word);
    }
    return true;
  }

  InspectEvents& file_;
  TranscriptBuilder builder_;
  std::unordered_map<std::int32_t, std::int32_t> speaker_by_id_;
  std::vector<std::size_t> open_;
};

double sniff(const Input& input) noexcept { return sniff_json(input, kFormat); }

Result<Transcript> read(const Input& input, const ReadOptions&) {
  InspectEvents events;
  if (std::optional<Error> error = parse_json(input.text, events)) return *std::move(error);
  return InspectBuilder(events).build();
}

}  // namespace

const FormatReader inspect_reader = {"inspect", 95, sniff, read};

}  // namespace visavis
