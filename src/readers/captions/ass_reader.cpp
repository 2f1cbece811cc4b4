// SubStation Alpha, .ass (v4+) and .ssa (v4): sections in brackets; in [Events] a Format line names the
// fields of the Dialogue lines below it, the last of which is the text and may hold commas. After the
// specification that came with SubStation Alpha and Aegisub's description of the overrides.
#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "readers/readers.h"
#include "readers/shared/cue_sheet.h"
#include "readers/shared/timed_scan.h"
#include "words/reports.h"

namespace visavis {
namespace {

constexpr std::size_t kMostFields = 32;

// "Key: value" of a line; false where there is no colon.
bool split_key(std::string_view line, std::string_view& key, std::string_view& value) noexcept {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return false;
  key = trim(line.substr(0, colon));
  value = line.substr(colon + 1);
  return true;
}

double sniff(const Input& input) noexcept {
  if (input.binary) return 0;
  Lines lines(input.text.substr(0, 65536));
  bool script = false, events = false, dialogue = false, first = true;
  for (Span span; lines.next(span);) {
    const std::string_view line = trim(slice(input.text, span));
    if (line.empty() || line.front() == ';') continue;
    if (starts_with_ignoring_ascii_case(line, "[script info]") && first) script = true;
    if (starts_with_ignoring_ascii_case(line, "[events]")) events = true;
    if (starts_with_ignoring_ascii_case(line, "dialogue:") && line.find(',') != std::string_view::npos)
      dialogue = true;
    first = false;
  }
  return script ? 1 : events && dialogue ? 0.95 : 0;
}

// A text without overrides and drawings, and the words that karaoke times.
class TextStripper {
 public:
  TextStripper(CueSheet& sheet, SheetCue& cue) : sheet_(sheet), cue_(cue) {}

  // False when nothing but a drawing was in it.
  bool strip(std::string_view text) {
    begin_ = run_ = static_cast<std::uint32_t>(sheet_.own.size());
    cue_.first_word = static_cast<std::uint32_t>(sheet_.words.size());
    bool any_drawing = false;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t close = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
      if (close != std::string_view::npos) {
        take_overrides(text.substr(at + 1, close - at - 1));
        at = close + 1;
        continue;
      }
      // No brace closes any more: the rest holds none, so the search is not made again for each.
      const std::size_t end = text[at] == '{' ? text.size() : std::min(text.find('{', at), text.size());
      if (drawing_)
        any_drawing = true;
      else
        append_words(text.substr(at, end - at));
      at = end;
    }
    if (karaoke_) close_syllable();
    cue_.text = {begin_, static_cast<std::uint32_t>(sheet_.own.size())};
    cue_.flags |= SheetCue::kOwnText;
    cue_.word_count = static_cast<std::uint32_t>(sheet_.words.size()) - cue_.first_word;
    return !any_drawing || !trim(sheet_.text(cue_)).empty();
  }

 private:
  void append_words(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char next = text[at] == '\\' && at + 1 < text.size() ? text[at + 1] : '\0';
      if (next == 'N')
        sheet_.own += '\n';
      else if (next == 'n')
        sheet_.own += ' ';
      else if (next == 'h')
        sheet_.own += "\xC2\xA0";
      else {
        sheet_.own += text[at];
        continue;
      }
      ++at;
    }
  }

  // {\k25} times the syllable behind it in hundredths of a second, {\p1} begins a drawing, {\p0} ends it.
  void take_overrides(std::string_view tags) {
    for (std::size_t at = tags.find('\\'); at != std::string_view::npos; at = tags.find('\\', at + 1)) {
      std::string_view tag = tags.substr(at + 1, std::min(tags.find('\\', at + 1), tags.size()) - at - 1);
      std::size_t digits = 0;
      if (tag.size() >= 2 && tag[0] == 'p' && tag[1] >= '0' && tag[1] <= '9') {
        drawing_ = tag.find_first_not_of('0', 1) != std::string_view::npos;
      } else if (!tag.empty() && (tag[0] == 'k' || tag[0] == 'K')) {
        tag.remove_prefix(tag.size() > 1 && (tag[1] == 'f' || tag[1] == 'o') ? 2 : 1);
        std::int64_t hundredths = 0;
        for (; digits < tag.size() && digits < 9 && tag[digits] >= '0' && tag[digits] <= '9'; ++digits)
          hundredths = hundredths * 10 + (tag[digits] - '0');
        if (digits == 0) continue;
        close_syllable();
        karaoke_ = true;
        syllable_start_ms_ = next_start_ms_;
        next_start_ms_ += hundredths * 10;
      }
    }
  }

  void close_syllable() {
    const std::string_view own = std::string_view(sheet_.own).substr(begin_);
    const Span span = trim(own, {run_ - begin_, static_cast<std::uint32_t>(own.size())});
    run_ = static_cast<std::uint32_t>(sheet_.own.size());
    if (!karaoke_ || span.empty() || cue_.start_ms == kNoTime) return;
    sheet_.words.push_back({span, cue_.start_ms + syllable_start_ms_, cue_.start_ms + next_start_ms_, -1});
  }

  CueSheet& sheet_;
  SheetCue& cue_;
  std::uint32_t begin_ = 0, run_ = 0;
  std::int64_t syllable_start_ms_ = 0, next_start_ms_ = 0;
  bool drawing_ = false, karaoke_ = false;
};

class AssParser {
 public:
  explicit AssParser(CueSheet& sheet) : sheet_(sheet) {
    set_format("Layer,Start,End,Style,Name,MarginL,MarginR,MarginV,Effect,Text");
  }

  void parse() {
    Lines lines(sheet_.source);
    for (Span span; lines.next(span);) {
      line_ = lines.number();
      const std::string_view line = slice(sheet_.source, span);
      const std::string_view words = trim(line);
      if (words.empty() || words.front() == ';') continue;
      if (words.front() == '[' && words.back() == ']') {
        section_ = words.substr(1, words.size() - 2);
        continue;
      }
      std::string_view key, value;
      if (!split_key(line, key, value)) continue;  // styles' and fonts' data
      if (equals_ignoring_ascii_case(section_, "script info"))
        take_info(key, trim(value));
      else if (equals_ignoring_ascii_case(section_, "events"))
        take_event(key, value);
    }
    take_styles();
  }

 private:
  void take_info(std::string_view key, std::string_view value) {
    if (equals_ignoring_ascii_case(key, "title") &&
        !equals_ignoring_ascii_case(value, "default aegisub file") &&
        !equals_ignoring_ascii_case(value, "<untitled>"))
      sheet_.builder.set_title(value);
    if (equals_ignoring_ascii_case(key, "language")) sheet_.builder.set_language(value);
  }

  void set_format(std::string_view names) {
    start_ = end_ = name_ = text_ = style_ = kMostFields;
    field_count_ = 0;
    while (field_count_ < kMostFields) {
      const std::size_t comma = names.find(',');
      const std::string_view field = trim(names.substr(0, comma));
      if (equals_ignoring_ascii_case(field, "start")) start_ = field_count_;
      if (equals_ignoring_ascii_case(field, "end")) end_ = field_count_;
      if (equals_ignoring_ascii_case(field, "name") || equals_ignoring_ascii_case(field, "actor"))
        name_ = field_count_;
      if (equals_ignoring_ascii_case(field, "text")) text_ = field_count_;
      if (equals_ignoring_ascii_case(field, "style")) style_ = field_count_;
      ++field_count_;
      if (comma == std::string_view::npos) break;
      names.remove_prefix(comma + 1);
    }
  }

  void take_event(std::string_view key, std::string_view value) {
    if (equals_ignoring_ascii_case(key, "format")) return set_format(value);
    if (equals_ignoring_ascii_case(key, "comment")) {
      sheet_.builder.reports().count(line_, ReportLevel::info, phrase::comment_skipped);
      return;
    }
    if (!equals_ignoring_ascii_case(key, "dialogue")) {
      sheet_.builder.reports().count(line_, ReportLevel::info, phrase::event_skipped);
      return;
    }
    // The last field takes the rest, commas and all.
    std::string_view fields[kMostFields];
    std::size_t count = 0;
    while (count + 1 < field_count_) {
      const std::size_t comma = value.find(',');
      if (comma == std::string_view::npos) break;
      fields[count++] = trim(value.substr(0, comma));
      value.remove_prefix(comma + 1);
    }
    fields[count++] = value;
    SheetCue cue;
    cue.line = line_;
    std::size_t at = 0;
    if (count < field_count_ || start_ >= count || text_ >= count ||
        !scan_time(fields[start_], at, cue.start_ms)) {
      sheet_.builder.report(line_, ReportLevel::loss, phrase::line_lacks_fields);
      return;
    }
    at = 0;
    if (end_ >= count || !scan_time(fields[end_], at, cue.end_ms)) cue.end_ms = kNoTime;
    // "NTP" is what Sub Station Alpha writes where nobody is named.
    if (name_ < count && !fields[name_].empty() && fields[name_] != "NTP") {
      cue.speaker.begin = static_cast<std::uint32_t>(fields[name_].data() - sheet_.source.data());
      cue.speaker.end = cue.speaker.begin + static_cast<std::uint32_t>(fields[name_].size());
    }
    if (!TextStripper(sheet_, cue).strip(fields[text_])) {
      sheet_.builder.reports().count(line_, ReportLevel::info, phrase::drawing_skipped);
      sheet_.words.resize(cue.first_word);
      return;
    }
    sheet_.cues.push_back(cue);
    styles_.push_back(style_ < count ? span_of(fields[style_]) : Span{});
  }

  Span span_of(std::string_view part) const {
    const auto begin = static_cast<std::uint32_t>(part.data() - sheet_.source.data());
    return {begin, begin + static_cast<std::uint32_t>(part.size())};
  }

  // A style that is called as machines call speakers: "Speaker00", "spk_1", "SPEAKER 2".
  static bool is_speaker_style(std::string_view style) noexcept {
    for (const std::string_view stem : {std::string_view("speaker"), std::string_view("spk")}) {
      if (!starts_with_ignoring_ascii_case(style, stem)) continue;
      style.remove_prefix(stem.size());
      while (!style.empty() && (style.front() == ' ' || style.front() == '_' || style.front() == '-'))
        style.remove_prefix(1);
      return !style.empty() && style.size() < 5 &&
             style.find_first_not_of("0123456789") == std::string_view::npos;
    }
    return false;
  }

  // A style that tells how words look or where they stand: one of its words does, or it has a number.
  static bool is_layout_style(std::string_view style) {
    static constexpr std::string_view kWords =
        "|default|top|bottom|italic|italics|ital|main|alt|alternate|sign|signs|title|titles|op|ed|opening|"
        "ending|song|"
        "songs|karaoke|note|notes|narration|narrator|thought|thoughts|flashback|subtitle|subtitles|sub|subs|"
        "style|"
        "dialogue|dialog|dialogues|normal|overlap|internal|caption|captions|on|left|right|center|centre|text|"
        "romaji|"
        "kanji|lyrics|lyric|translation|credit|credits|comment|screen|next|episode|sfx|basic|standard|phone|"
        "radio|tv|"
        "staff|insert|untertitel|bold|large|small|big|white|yellow|arial|big|up|down|above|below|eng|"
        "eyecatch|"
        "preview|";
    if (style.find_first_of("0123456789@*{}[]|") != std::string_view::npos) return true;
    for (std::size_t at = 0; at < style.size();) {
      const std::size_t end = std::min(style.find_first_of(" -_.", at), style.size());
      const std::string word = "|" + fold_case(style.substr(at, end - at)) + "|";
      if (word.size() > 2 && kWords.find(word) != std::string_view::npos) return true;
      at = end + 1;
    }
    return false;
  }

  // Every dialogue has a style of its own kind, none of which tells a layout; two or more that return.
  bool are_names() const {
    std::vector<std::pair<std::string_view, std::size_t>> styles;
    constexpr std::size_t kMostStyles = 12;
    for (const Span& span : styles_) {
      const std::string_view style = slice(sheet_.source, span);
      const auto found =
          std::find_if(styles.begin(), styles.end(), [&](const auto& known) { return known.first == style; });
      if (found != styles.end()) {
        ++found->second;
        continue;
      }
      if (styles.size() == kMostStyles || style.empty() || is_layout_style(style)) return false;
      std::size_t at = 0;
      const char32_t first = next_code_point(style, at);
      if (!is_word_character(first) || (first < 0x250 && !is_upper(first))) return false;
      styles.emplace_back(style, 1);
    }
    const auto again =
        std::count_if(styles.begin(), styles.end(), [](const auto& style) { return style.second > 1; });
    return styles.size() >= 2 && again >= 1;
  }

  // Programs that tell speakers apart by colour give each a style and leave the names empty: where none is
  // named and styles are called after speakers, who speaks is the style.
  void take_styles() {
    bool any = false;
    for (std::size_t i = 0; i < sheet_.cues.size(); ++i) {
      if (!sheet_.cues[i].speaker.empty()) return;
      any = any || is_speaker_style(slice(sheet_.source, styles_[i]));
    }
    const bool names = !any && are_names();
    if (!any && !names) return;
    for (std::size_t i = 0; i < sheet_.cues.size(); ++i) {
      if (!names && !is_speaker_style(slice(sheet_.source, styles_[i]))) continue;
      sheet_.cues[i].speaker = styles_[i];
      sheet_.builder.reports().count(sheet_.cues[i].line, ReportLevel::info, phrase::speaker_in_style);
    }
  }

  CueSheet& sheet_;
  std::uint32_t line_ = 0;
  std::string_view section_;
  std::size_t field_count_ = 0, start_ = 0, end_ = 0, name_ = 0, text_ = 0, style_ = 0;
  std::vector<Span> styles_;  // of each cue
};

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  CueSheet sheet;
  sheet.source = input.text;
  AssParser(sheet).parse();
  const bool is_script = sheet.cues.size() > 0 || sniff(input) > 0;
  if (!is_script) return Error{ErrorCode::unreadable, 1, phrase::not_ass};
  return finish_sheet(std::move(sheet), options.join);
}

}  // namespace

const FormatReader ass_reader = {"ass", 85, sniff, read, true};

}  // namespace visavis
