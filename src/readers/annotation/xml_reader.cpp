// XML of no format known by name, but plainly a record of who said what: one kind of element comes again and
// again with words in it, and tells who speaks in an attribute (<turn speaker="Ida">) or in a child
// (<speech><speaker>Ida</speaker>…), or when (<text start="1.5" dur="2">); or elements that name a speaker
// stand between the words. So are written, among many others: the debates of parlparse ("speech" with
// "speakername": parser.theyworkforyou.com/hansard.html), TalkBank's XML (talkbank.org/software/xsddoc), the
// spoken part of the BNC (Reference Guide for the BNC XML Edition, 5.2), FOLKER (its "contribution" with
// references to a timeline), plays marked up after Jon Bosak's, the Bundestag's records
// (dbtplenarprotokoll.dtd: a "p" of the class "redner" names who speaks), and YouTube's timed text
// (transcript/text with start and dur, timedtext format 3 with p, t and d in milliseconds).
#include <algorithm>

#include "readers/annotation/xml_names.h"
#include "readers/annotation/xml_shape.h"
#include "readers/readers.h"
#include "readers/registry.h"
#include "readers/shared/cue_sheet.h"
#include "readers/shared/json_time.h"
#include "readers/shared/references.h"
#include "readers/shared/utterances.h"
#include "readers/shared/xml_document.h"
#include "words/reports.h"

namespace visavis {
namespace {

using namespace xml_names;
using Mode = XmlShape::Mode;

double sniff(const Input& input) noexcept {
  if (input.binary || input.is_json) return 0;
  const XmlRoot root = xml_root(input.text);
  if (root.name.empty() || equals_ignoring_ascii_case(root.name, "html") || root.name == "svg" ||
      root.name == "rss" || root.name == "feed" || root.name == "plist")
    return 0;
#ifdef __cpp_exceptions
  try {
#endif
    const XmlSigns seen = look_for_talk(input.text);
    if (seen.owned >= 2 || seen.named >= 2) return 0.75;
    if (seen.timed >= (root.name == "transcript" || root.name == "timedtext" ? 1u : 3u)) return 0.5;
    return is_talk_root(root.name) ? 0.4 : 0;
#ifdef __cpp_exceptions
  } catch (...) {
    return 0;
  }
#endif
}

class TalkReader {
 public:
  TalkReader(const XmlDocument& document, bool join)
      : document_(document), join_(join), shape_(find_shape(document)) {}

  Result<Transcript> read(const ReadOptions& options) {
    const XmlNode root = document_.root();
    if (shape_.mode == Mode::none && document_.broken_line == 0 && is_talk_root(local_name(root)) &&
        has_words(root))
      return as_lines(options);
    if (shape_.mode == Mode::none && document_.broken_line == 0)
      return Error{ErrorCode::unsupported, 1, Message(phrase::refused_xml, {local_name(root).substr(0, 40)})};
    walk(root, 1);
    flush();
    settle_times();
    return shape_.mode == Mode::timed ? as_captions() : as_turns();
  }

 private:
  struct Item {
    Utterance utterance;
    std::string title;  // of a heading
    int level = 0;      // … and no words
  };
  std::int64_t time_of(XmlNode node, std::string_view names, bool& whole) const {
    const std::string_view written = attribute_of(node, names);
    if (written.empty()) return kNoTime;
    if (const auto point = shape_.points.find(written.starts_with('#') ? written.substr(1) : written);
        point != shape_.points.end()) {
      whole = false;
      return point->second;
    }
    // Names of one letter count milliseconds (timedtext format 3).
    const bool in_ms = !attribute(node, "t").empty() && attribute_of(node, "start|begin").empty();
    std::int64_t ms = kNoTime;
    if (!read_xml_time(written, in_ms ? Unit::milliseconds : Unit::seconds, ms)) return kNoTime;
    whole = whole && !in_ms && written.find_first_not_of("0123456789") == std::string_view::npos;
    return ms;
  }

  void take_times(XmlNode node) {
    Utterance& now = now_;
    if (now.start_ms == kNoTime) now.start_ms = time_of(node, kStarts, whole_);
    if (now.end_ms == kNoTime) now.end_ms = time_of(node, kEnds, whole_);
    if (const std::int64_t lasts_ms = time_of(node, kDurations, whole_);
        now.end_ms == kNoTime && now.start_ms != kNoTime && lasts_ms != kNoTime && lasts_ms >= 0)
      now.end_ms = now.start_ms + lasts_ms;
  }

  // The name in an element that names a speaker, which may hold more of him: a number, whom he speaks for.
  static std::string name_in(XmlNode who) {
    const XmlNode name = child_of(who, "name|persname|fullname|displayname|speaker|speakername");
    return text_content(name && has_words(name) ? name : who);
  }

  std::string speaker(std::string_view label) const {
    const std::string_view id = label.starts_with('#') ? label.substr(1) : label;
    const auto known = shape_.names.find(id);
    return known == shape_.names.end() ? without_colon(id) : known->second;
  }

  void flush() {
    while (words_.ends_with(' ') || words_.ends_with('\n')) words_.pop_back();
    now_.text = std::move(words_);
    words_ = {};
    if (!now_.text.empty()) items_.push_back({now_, {}, 0});
    now_.text.clear();
    now_.line = 0;
  }

  void begin_turn(std::string name, XmlNode node) {
    flush();
    now_ = {};
    now_.speaker = std::move(name);
    now_.line = document_.line(node);
  }

  // Outside of turns.
  void walk(XmlNode node, int level) {
    bool has_heading = false;
    for (XmlNode inner = node.first_child(); inner; inner = inner.next_sibling()) {
      if (is_text(inner) && shape_.mode == Mode::between && started_) put(inner);
      if (is_text(inner) && shape_.mode != Mode::between && !trim(inner.value()).empty())
        leave_out(node, inner);
      if (!is_element(inner)) continue;
      const std::string name = bare(inner);
      if (shape_.mode != Mode::between && name == shape_.turn && shape_.is_turn(inner, name)) {
        read_turn(inner, name);
      } else if (is_any(name, kHeadings) && !shape_.holds_turns(inner)) {
        if (add_heading(inner, level + (name.starts_with("minor") || name.starts_with("sub"))))
          has_heading = true;
      } else if (is_any(name, kBeside) || (!owner_.empty() && is_any(name, kSpeakerElements))) {
        if (title_.empty() && items_.empty())
          for (XmlNode at = inner.first_child(); at; at = next_in_document(at, inner))
            if (is_element(at) && bare(at) == "title" && title_.empty())
              title_ = collapse_spaces(text_content(at));
        continue;
      } else if (is_any(name, kStages)) {
        flush();
        narrate(inner);
      } else if (shape_.mode == Mode::between && names_speaker(inner, name)) {
        std::string label;
        if (is_redner(inner)) {
          for (XmlNode text = inner.first_child(); text; text = text.next_sibling())
            if (is_text(text)) label += text.value();
        } else {
          label = name_in(inner);
        }
        begin_turn(speaker(trim(label)), inner);
        started_ = true;
      } else if (const XmlNode heading = heading_in(inner); heading && !shape_.holds_turns(inner)) {
        has_heading = add_heading(heading, level) || has_heading;
      } else if (shape_.mode == Mode::between && started_ && !holds_part(inner)) {
        gather(inner);
      } else {
        if (shape_.mode == Mode::between) begin_turn({}, inner);
        const std::string outer = owner_;
        // Who speaks in all that an element holds.
        if (const XmlNode who = shape_.mode == Mode::elements ? child_of(inner, kSpeakerElements) : XmlNode())
          owner_ = speaker(trim(name_in(who)));
        walk(inner, level + has_heading);
        owner_ = outer;
        if (shape_.mode == Mode::between) begin_turn({}, inner);
      }
    }
  }

  // The heading in an element that has no words beside it, a page's number at most.
  static XmlNode heading_in(XmlNode node) {
    const XmlNode heading = child_of(node, kHeadings);
    for (XmlNode at = heading ? node.first_child() : XmlNode(); at; at = at.next_sibling())
      if (at != heading &&
          trim(is_text(at) ? at.value() : text_content(at)).find(' ') != std::string_view::npos)
        return {};
    return heading;
  }

  // Somebody speaks in an element, or a heading stands in it.
  static bool holds_part(XmlNode node) {
    for (XmlNode at = node.first_child(); at; at = next_in_document(at, node))
      if (is_element(at) && (names_speaker(at, bare(at)) || is_any(bare(at), kHeadings))) return true;
    return false;
  }

  bool add_heading(XmlNode node, int level) {
    const std::string title = collapse_spaces(text_content(node));
    if (title.empty()) return false;
    flush();
    if (title_.empty() && items_.empty() && bare(node) == "title") {
      title_ = title;
      return false;
    }
    now_ = {};
    Item item;
    item.title = title;
    item.level = std::min(level, 6);
    item.utterance.line = document_.line(node);
    items_.push_back(std::move(item));
    return true;
  }

  void narrate(XmlNode node) {
    const Utterance kept = now_;
    now_ = {};
    now_.line = document_.line(node);
    gather(node);
    flush();
    now_ = kept;
    now_.start_ms = now_.end_ms = kNoTime;
  }

  void leave_out(XmlNode element, XmlNode text) {
    if (trim(text.value()).find(' ') != std::string_view::npos)
      left_out_.add(phrase::left_loose_texts, document_.line(text), 1, local_name(element).substr(0, 40));
  }

  void read_turn(XmlNode turn, std::string_view name) {
    const Utterance outer = now_;
    std::string label(owner_of(turn, name));
    XmlNode who = child_of(turn, kSpeakerElements);
    if (label.empty() && who) label = name_in(who);
    begin_turn(trim(label).empty() ? owner_ : speaker(trim(label)), turn);
    take_times(turn);
    bool is_record = false;  // fields with names, one of them the words
    for (XmlNode inner = turn.first_child(); inner; inner = inner.next_sibling())
      is_record = is_record || (is_element(inner) && is_any(bare(inner), kTexts));
    for (XmlNode inner = turn.first_child(); inner && is_record; inner = inner.next_sibling())
      is_record = !is_text(inner) || trim(inner.value()).empty();
    for (XmlNode inner = turn.first_child(); inner; inner = inner.next_sibling()) {
      if (is_text(inner)) put(inner);
      if (!is_element(inner) || inner == who) continue;
      const std::string field = bare(inner);
      if (is_record && !is_any(field, kTexts) && field != name) {
        if (is_any(field, kStarts) || is_any(field, kEnds) || is_any(field, kDurations))
          take_time_element(inner, field);
        else if (trim(text_content(inner)).find(' ') != std::string_view::npos)
          left_out_.add(phrase::left_elements_named, document_.line(inner), 1,
                        local_name(inner).substr(0, 40));
        continue;
      }
      gather(inner);
    }
    flush();
    now_ = outer;
    now_.text.clear();
    now_.start_ms = now_.end_ms = kNoTime;
  }

  void take_time_element(XmlNode node, std::string_view field) {
    std::int64_t ms = kNoTime;
    const std::string text = collapse_spaces(text_content(node));
    if (text.empty() || !read_xml_time(text, Unit::seconds, ms)) return;
    whole_ = whole_ && text.find_first_not_of("0123456789") == std::string::npos;
    if (is_any(field, kStarts)) now_.start_ms = ms;
    if (is_any(field, kEnds)) now_.end_ms = ms;
    if (is_any(field, kDurations) && now_.start_ms != kNoTime) now_.end_ms = now_.start_ms + ms;
  }

  void put(XmlNode text) {
    if (now_.line == 0) now_.line = document_.line(text);
    append_flowing(text.value(), words_);
  }

  // The words below an element.
  void gather(XmlNode node) {
    const std::string name = bare(node);
    if (name == shape_.turn && shape_.mode == Mode::elements && shape_.is_turn(node, name) &&
        !owner_of(node, name).empty()) {
      read_turn(node, name);
      return;
    }
    if (is_any(name, kAsides)) {
      if (has_words(node))
        left_out_.add(phrase::left_elements_in_words, document_.line(node), 1, local_name(node));
      return;
    }
    if (name == "media" || is_any(name, "timestamp|time")) {
      take_times(node);
      if (!attribute_of(node, kStarts).empty()) return;
    }
    // TalkBank's marks at an utterance's end: <t type="q">.
    if (name == "t" && !node.first_child()) {
      const std::string_view type = attribute(node, "type");
      if (!words_.empty()) words_ += type == "q" ? '?' : type == "e" ? '!' : '.';
      return;
    }
    const bool breaks = is_any(name, kBreaks), word = is_any(name, kWords);
    if (breaks) break_line(words_);
    // Words that bring no spaces of their own.
    if (word && !words_.empty() && words_.back() != ' ' && words_.back() != '\n' && !own_spaces())
      words_ += ' ';
    for (XmlNode inner = node.first_child(); inner; inner = inner.next_sibling()) {
      if (is_text(inner)) put(inner);
      if (is_element(inner)) gather(inner);
    }
    if (breaks) break_line(words_);
    if (!breaks && !word && !node.first_child()) put_space();
  }

  void put_space() {
    if (!words_.empty() && words_.back() != ' ' && words_.back() != '\n') words_ += ' ';
  }

  // Whether words that are elements end in a space, as the BNC's do; found at the first of them.
  bool own_spaces() {
    if (own_spaces_ < 0) {
      own_spaces_ = 0;
      std::size_t seen = 0;
      for (XmlNode at = document_.root(); at && seen < 200; at = next_in_document(at, document_.root())) {
        if (!is_element(at) || !is_any(bare(at), kWords)) continue;
        ++seen;
        const std::string_view text = at.child_value();
        if (text.ends_with(' ')) own_spaces_ = 1;
      }
    }
    return own_spaces_ == 1;
  }

  // Whole numbers are milliseconds where nobody could speak as slowly as seconds would have it; times of the
  // clock count from the first of them.
  void settle_times() {
    std::int64_t first_ms = kNoTime, last_ms = kNoTime;
    std::size_t letters = 0;
    for (const Item& item : items_) {
      if (item.utterance.start_ms == kNoTime) continue;
      if (first_ms == kNoTime) first_ms = item.utterance.start_ms;
      last_ms = std::max(last_ms, item.utterance.start_ms);
      letters += item.utterance.text.size();
    }
    if (first_ms == kNoTime) return;
    const bool in_ms = whole_ && last_ms > first_ms &&
                       static_cast<double>(letters) * 4000 < static_cast<double>(last_ms - first_ms);
    constexpr std::int64_t kHour_ms = 3'600'000;
    const bool by_clock = !in_ms && first_ms >= kHour_ms;
    for (Item& item : items_)
      for (std::int64_t* ms : {&item.utterance.start_ms, &item.utterance.end_ms})
        if (*ms != kNoTime) {
          if (in_ms) *ms /= 1000;
          if (by_clock) *ms = *ms < first_ms ? kNoTime : *ms - first_ms;
        }
    by_clock_ = by_clock;
  }

  // Words without a mark of who says them: a paragraph an element, read as any text is.
  Result<Transcript> as_lines(const ReadOptions& options) const {
    std::string text;
    XmlNode parent;
    for (XmlNode node = document_.root(); node; node = next_in_document(node, document_.root())) {
      if (!is_text(node) || trim(node.value()).empty()) continue;
      if (!text.empty()) text += node.parent() == parent ? "\n" : "\n\n";
      parent = node.parent();
      Lines lines(node.value());
      for (Span line; lines.next(line);)
        if (const std::string_view words = trim(slice(std::string_view(node.value()), line)); !words.empty())
          text.append(text.empty() || text.ends_with('\n') ? "" : "\n").append(words);
    }
    return read_text(std::move(text), options);
  }

  Result<Transcript> as_turns() {
    TranscriptBuilder builder;
    CueJoiner joiner(builder, join_);
    builder.set_title(title_);
    for (const Item& item : items_) {
      if (item.level > 0)
        joiner.begin_section(item.title, SectionKind::heading, item.level, item.utterance.line);
      else if (!add_utterance(joiner, item.utterance))
        return Error{ErrorCode::too_large, 0, kTooLong};
    }
    report(builder);
    return document_.finish(builder);
  }

  Result<Transcript> as_captions() {
    CueSheet sheet;
    sheet.builder.set_title(title_);
    for (const Item& item : items_) {
      if (item.level > 0) continue;
      SheetCue cue;
      cue.start_ms = item.utterance.start_ms;
      cue.end_ms = item.utterance.end_ms;
      cue.line = item.utterance.line;
      // YouTube escapes what it has escaped: "&amp;#39;".
      std::string text;
      append_decoding_references(item.utterance.text, text);
      add_own_cue(sheet, cue, text, {}, {});
    }
    report(sheet.builder);
    if (std::optional<Error> error = document_.report_break(sheet.builder, sheet.cues.empty())) return *error;
    return finish_sheet(std::move(sheet), join_);
  }

  void report(TranscriptBuilder& builder) const {
    if (by_clock_) builder.report(0, ReportLevel::info, phrase::clock_times);
    left_out_.report(builder, ReportLevel::warning);
  }

  const XmlDocument& document_;
  const bool join_;
  const XmlShape shape_;
  std::vector<Item> items_;
  Utterance now_;
  std::string words_, title_, owner_;
  LeftOut left_out_;
  int own_spaces_ = -1;
  bool whole_ = true, started_ = false, by_clock_ = false;
};

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  const Result<XmlDocument> document = XmlDocument::parse(input.text);
  if (!document) return document.error();
  return TalkReader(*document, options.join).read(options);
}

}  // namespace

const FormatReader xml_reader = {"xml", 36, sniff, read};

}  // namespace visavis
