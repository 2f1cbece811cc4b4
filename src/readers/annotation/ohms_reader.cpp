// OHMS (Oral History Metadata Synchronizer) XML: an interview's transcript as text, a list of the lines that
// each minute begins on, and an index of titled points in time.
#include <algorithm>
#include <utility>

#include "readers/readers.h"
#include "readers/registry.h"
#include "readers/shared/utterances.h"
#include "readers/shared/xml_document.h"
#include "words/reports.h"

namespace visavis {
namespace {

double sniff(const Input& input) noexcept {
  const XmlRoot root = xml_root(input.text);
  if (!equals_ignoring_ascii_case(root.name, "ROOT") && root.name != "record") return 0;
  if (root.tag.find("ohms") != std::string_view::npos) return 1;
  return input.text.substr(0, 64 << 10).find("<sync") != std::string_view::npos ? 0.9 : 0;
}

struct Anchor {
  double place;  // lines from the start of the transcript, with the fraction that the words before make
  std::int64_t ms;
};

struct Point {
  std::int64_t ms = kNoTime;
  std::string title, opening, summary;
  std::uint32_t line = 0;
};

bool digits(std::string_view& text, std::size_t& value) {
  std::size_t at = 0;
  for (value = 0; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
    if (value > 100'000'000) return false;
    value = value * 10 + static_cast<std::size_t>(text[at] - '0');
  }
  text.remove_prefix(at);
  return at > 0;
}

class OhmsReader {
 public:
  OhmsReader(const XmlDocument& document, const Input& input, const ReadOptions& options)
      : document_(document), input_(input), options_(options), joiner_(builder_, options.join) {}

  Result<Transcript> read() {
    const XmlNode root = document_.root();
    const XmlNode record = find(root, "record");
    builder_.set_title(text_content(child(record, "title")));
    builder_.set_language(collapse_spaces(text_content(child(record, "language"))));
    read_index(child(record, "index"));
    // Since version 6 the words may be WebVTT, in an element of their own.
    XmlNode holder = child(record, "vtt_transcript");
    if (trim(text_content(holder)).empty()) holder = child(record, "transcript");
    const std::string text = without_footnotes(text_content(holder));
    if (trim(text).empty()) {
      add_index_alone();
      return document_.finish(builder_);
    }
    // The transcript's own first visible line, in the file and as line 1 of what the syncs count.
    std::size_t skipped = 0;
    for (std::size_t at = 0; at < text.size() && static_cast<unsigned char>(text[at]) <= ' '; ++at)
      if (text[at] == '\n') skipped = at + 1;
    const std::string_view transcript = std::string_view(text).substr(skipped);
    first_line_ = first_text_line(text, document_.line(holder.first_child() ? holder.first_child() : holder));
    Input inner = input_;
    inner.text = transcript;
    inner.bytes = transcript;
    ReadOptions inner_options = options_;
    inner_options.corrections = {};
    const bool timed = trim(transcript).starts_with("WEBVTT");
    Result<Transcript> words = read_as(timed ? webvtt_reader : interview_reader, inner, inner_options);
    if (!words) return words;
    if (!timed) {
      read_sync(text_content(child(record, "sync")));
      set_times(*words, transcript);
    }
    if (!copy(*words)) return Error{ErrorCode::too_large, 0, kTooLong};
    set_roles(record, "interviewer", Role::interviewer);
    set_roles(record, "interviewee", Role::interviewee);
    return document_.finish(builder_);
  }

 private:
  // "[[footnote]]1[[/footnote]]" marks a note, "[[footnotes]]…[[/footnotes]]" at the end holds what editors
  // say: neither was spoken. Lines stay where they are counted.
  std::string without_footnotes(std::string text) {
    std::size_t notes = 0;
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"[[footnotes]]", "[[/footnotes]]"},
          {"[[footnote]]", "[[/footnote]]"}}) {
      std::string kept;
      std::size_t from = 0;
      for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, from)) {
        const std::size_t end = text.find(close, at);
        if (end == std::string::npos) break;
        kept.append(text, from, at - from);
        kept.append(
            static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                                text.begin() + static_cast<std::ptrdiff_t>(end), '\n')),
            '\n');
        from = end + close.size();
        ++notes;
      }
      kept.append(text, from, std::string::npos);
      text = std::move(kept);
    }
    if (notes > 0)
      builder_.report(document_.line(document_.root()), ReportLevel::warning,
                      Message(phrase::left_footnotes_marks, {notes}));
    return text;
  }

  void read_index(XmlNode index) {
    for (XmlNode node = child(index, "point"); node; node = next(node, "point")) {
      Point point;
      std::int64_t ms = 0;
      const std::string time = text_content(child(node, "time"));
      if (parse_seconds(trim(time), ms) || parse_clock(trim(time), ms)) point.ms = ms;
      point.title = collapse_spaces(text_content(child(node, "title")));
      point.opening = collapse_spaces(text_content(child(node, "partial_transcript")));
      point.summary = collapse_spaces(text_content(child(node, "synopsis")));
      point.line = document_.line(node);
      if (!point.title.empty()) points_.push_back(std::move(point));
    }
    std::stable_sort(points_.begin(), points_.end(),
                     [](const Point& a, const Point& b) { return a.ms < b.ms; });
  }

  // An index without a transcript: what it says about each part is all there is to read.
  void add_index_alone() {
    for (const Point& point : points_) {
      joiner_.begin_section(point.title, SectionKind::chapter, 1, point.line);
      for (const std::string* text : {&point.summary, &point.opening}) {
        if (text->empty()) continue;
        Utterance utterance;
        utterance.text = *text;
        utterance.line = point.line;
        utterance.start_ms = point.ms;
        add_utterance(joiner_, utterance);
      }
    }
    builder_.report(document_.line(document_.root()), ReportLevel::info, phrase::no_transcript);
  }

  // "1:|12(3)|25(8)": every so many minutes ("0.50:" is half a one), the line and the word that they begin
  // on.
  void read_sync(std::string_view sync) {
    sync = trim(sync);
    std::int64_t step_ms = 0;  // the same number of seconds, sixty times as long
    const std::size_t colon = sync.find(':');
    if (colon == std::string_view::npos || !parse_seconds(trim(sync.substr(0, colon)), step_ms) ||
        step_ms <= 0 || step_ms > 60'000) {
      if (!sync.empty()) builder_.report(first_line_, ReportLevel::warning, phrase::times_lost);
      return;
    }
    step_ms *= 60;
    sync.remove_prefix(colon);
    anchors_.push_back({0, 0});
    std::int64_t ms = 0;
    while (true) {
      const std::size_t bar = sync.find('|');
      if (bar == std::string_view::npos) break;
      sync.remove_prefix(bar + 1);
      std::size_t line = 0, word = 0;
      ms += step_ms;
      if (!digits(sync, line) || line == 0) continue;
      if (sync.starts_with('(')) {
        sync.remove_prefix(1);
        digits(sync, word);
      }
      constexpr double kWordsALine = 12;  // only the order within a line matters
      const double place =
          static_cast<double>(line - 1) + std::min(static_cast<double>(word) / kWordsALine, 0.99);
      if (place >= anchors_.back().place) anchors_.push_back({place, ms});
    }
  }

  // Times between two syncs lie as far along as the words do; all of them are estimates.
  void set_times(Transcript& words, std::string_view transcript) {
    if (anchors_.size() < 2) return;
    const auto time_of = [&](double place) {
      const auto after = std::upper_bound(anchors_.begin(), anchors_.end(), place,
                                          [](double at, const Anchor& anchor) { return at < anchor.place; });
      if (after == anchors_.end()) {
        const Anchor &last = anchors_.back(), &before = anchors_[anchors_.size() - 2];
        const double pace =
            static_cast<double>(last.ms - before.ms) / std::max(last.place - before.place, 1.0);
        return last.ms + static_cast<std::int64_t>(std::min((place - last.place) * pace, 9e15));
      }
      const Anchor& before = *(after - 1);
      const double share = (place - before.place) / std::max(after->place - before.place, 1e-9);
      return before.ms + static_cast<std::int64_t>(share * static_cast<double>(after->ms - before.ms));
    };
    for (Turn& turn : words.turns) {
      turn.start_ms = time_of(static_cast<double>(turn.line) - 1);
      turn.start_source = TimeSource::estimated;
    }
    const auto lines = static_cast<double>(std::count(transcript.begin(), transcript.end(), '\n') + 1);
    for (std::size_t i = 0; i < words.turns.size(); ++i) {
      Turn& turn = words.turns[i];
      turn.end_ms = i + 1 < words.turns.size() ? words.turns[i + 1].start_ms : time_of(lines);
      turn.end_ms = std::max(turn.end_ms, turn.start_ms);
      turn.end_source = TimeSource::estimated;
    }
    builder_.report(first_line_, ReportLevel::info, phrase::syncs_placed);
  }

  // Index points become chapters where their time comes; without times, where their opening words stand.
  bool copy(const Transcript& words) {
    const bool timed = words.has_times();
    const bool own_sections = points_.empty() || !timed;
    std::size_t section = 0, point = 0;
    for (std::size_t i = 0; i < words.turns.size(); ++i) {
      const Turn& turn = words.turns[i];
      for (; !own_sections && point < points_.size() && points_[point].ms <= turn.start_ms; ++point)
        joiner_.begin_section(points_[point].title, SectionKind::chapter, 1, points_[point].line);
      for (; own_sections && section < words.sections.size() &&
             words.sections[section].first_turn <= static_cast<std::int32_t>(i);
           ++section) {
        const Section& old = words.sections[section];
        joiner_.begin_section(old.title, old.kind, old.level, old.line + first_line_ - 1);
      }
      Span span;
      if (!builder_.append_text(words.text_of(turn), span, i > 0 ? '\n' : '\0')) return false;
      Turn copied = turn;
      if (turn.speaker != kNone) {
        const Speaker& speaker = words.speakers[static_cast<std::size_t>(turn.speaker)];
        copied.speaker = builder_.speaker(speaker.name);
        if (i < 1000)
          for (const std::string& alias : speaker.aliases) builder_.add_alias(copied.speaker, alias);
      }
      copied.text = span;
      copied.line = turn.line + first_line_ - 1;
      builder_.add_turn(copied);
      for (std::uint32_t w = 0; w < turn.word_count; ++w) {
        Word word = words.words[turn.first_word + w];
        word.text.begin = word.text.begin - turn.text.begin + span.begin;
        word.text.end = word.text.end - turn.text.begin + span.begin;
        builder_.add_word(word);
      }
    }
    for (; !own_sections && point < points_.size(); ++point)
      joiner_.begin_section(points_[point].title, SectionKind::chapter, 1, points_[point].line);
    if (own_sections && !points_.empty())
      builder_.report(points_.front().line, ReportLevel::loss,
                      Message(phrase::left_points, {points_.size()}));
    if (!own_sections && !words.sections.empty())
      builder_.report(words.sections.front().line + first_line_ - 1, ReportLevel::info,
                      Message(phrase::headings_replaced, {words.sections.size()}));
    std::vector<ReportEntry> entries = words.report.entries;
    for (ReportEntry& entry : entries)
      if (entry.line) entry.line += first_line_ - 1;
    builder_.reports().add_all(std::move(entries));
    return true;
  }

  // "Okafor, Ada" or "Ada Okafor" is the interviewer: the speaker whose last name stands in it.
  void set_roles(XmlNode record, std::string_view element, Role role) {
    int most = 20;
    for (XmlNode node = child(record, element); node && most-- > 0; node = next(node, element)) {
      const std::string listed = " " + fold_case(collapse_spaces(text_content(node))) + " ";
      for (std::size_t i = 0; i < std::min<std::size_t>(builder_.speaker_count(), 1000); ++i) {
        Speaker& speaker = builder_.speaker_at(static_cast<std::int32_t>(i));
        const std::string name = fold_case(speaker.name);
        const std::string last = name.substr(name.rfind(' ') + 1);
        const bool meant = listed.find(" " + last + " ") != std::string::npos ||
                           listed.find(" " + last + ",") != std::string::npos || name == element;
        if (meant && speaker.role == Role::unknown) speaker.role = role;
      }
    }
  }

  const XmlDocument& document_;
  const Input& input_;
  const ReadOptions& options_;
  TranscriptBuilder builder_;
  CueJoiner joiner_;
  std::vector<Point> points_;
  std::vector<Anchor> anchors_;
  std::uint32_t first_line_ = 1;
};

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  const Result<XmlDocument> document = XmlDocument::parse(input.text);
  if (!document) return document.error();
  return OhmsReader(*document, input, options).read();
}

}  // namespace

const FormatReader ohms_reader = {"ohms", 59, sniff, read};

}  // namespace visavis
