#include <algorithm>
#include <deque>
#include <unordered_set>
#include <utility>

#include "base/cue_labels.h"
#include "model/builder.h"
#include "readers/documents/csv_header.h"
#include "readers/documents/csv_table.h"
#include "readers/readers.h"
#include "readers/registry.h"
#include "readers/shared/cues.h"
#include "readers/shared/json_sax.h"
#include "readers/shared/json_time.h"
#include "readers/shared/markup_words.h"
#include "words/reports.h"

// Tables of who said what: a header names the columns, in the languages people keep such tables in.
namespace visavis {
namespace {

// The row of dashes below the header of a table in Markdown.
bool is_rule(const std::vector<std::string>& fields) {
  return std::all_of(fields.begin(), fields.end(), [](const std::string& field) {
    return trim(field).find_first_not_of("-:") == std::string_view::npos;
  });
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads hh:mm:ss:ff (or with ';' between) into the time without its frames, and the frames.
bool split_frames(std::string_view text, std::size_t& frames, std::int64_t& ms) {
  if (text.size() < 10 || text.size() > 12 || !is_digit(text.back())) return false;
  const std::size_t mark = text.find_last_of(":;");
  if (mark == std::string_view::npos || text.size() - mark != 3 || !is_digit(text[mark + 1])) return false;
  std::string clock(text.substr(0, mark));
  std::replace(clock.begin(), clock.end(), ';', ':');
  if (std::count(clock.begin(), clock.end(), ':') != 2 || parse_clock(clock, ms) != clock.size())
    return false;
  frames = static_cast<std::size_t>((text[mark + 1] - '0') * 10 + (text[mark + 2] - '0'));
  return frames < 60;
}

// How many frames a second there must be for a time to end so; 0 for a time without frames.
int rate_of(std::string_view text) {
  std::size_t frames = 0;
  std::int64_t ms = 0;
  if (!split_frames(text, frames, ms)) return 0;
  return frames >= 30 ? 60 : frames >= 25 || text.find(';') != std::string_view::npos ? 30 : 25;
}

// Programs print a list of names as their language writes one: ['Ana Holm'], ["Ana", "Jon"].
std::string names_of_list(std::string_view cell) {
  std::string names;
  if (cell.size() < 4 || cell.front() != '[' || cell.back() != ']') return names;
  for (std::size_t at = 1; at + 1 < cell.size();) {
    const char quote = cell[at];
    if (quote == ' ' || quote == ',') {
      ++at;
      continue;
    }
    const std::size_t end = quote == '\'' || quote == '"' ? cell.find(quote, at + 1) : std::string_view::npos;
    if (end == std::string_view::npos) return {};
    if (!names.empty()) names += ", ";
    names += trim(cell.substr(at + 1, end - at - 1));
    at = end + 1;
  }
  return names;
}

// Two words or more.
bool holds_words(std::string_view cell) {
  cell = trim(cell);
  const std::size_t gap = cell.find(' ');
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  };
  return gap != std::string_view::npos &&
         std::any_of(cell.begin(), cell.begin() + static_cast<std::ptrdiff_t>(gap), is_letter) &&
         std::any_of(cell.begin() + static_cast<std::ptrdiff_t>(gap), cell.end(), is_letter);
}

class Reader {
 public:
  Reader(const Input& input, const CsvHeader& header, const ReadOptions& options)
      : text_(input.text), header_(header), joiner_(builder_, options.join), join_(options.join) {}

  Result<Transcript> read() {
    settle_unit();
    settle_parts();
    settle_names();
    weigh_labels();
    CsvRows rows(text_, header_.delimiter);
    std::vector<std::string> fields;
    std::size_t before = header_.before + (header_.named ? 1 : 0);
    builder_.set_title(header_.title);
    while (rows.next(fields)) {
      if (rows.had_open_quote()) builder_.report(rows.line(), ReportLevel::warning, phrase::quote_unclosed);
      const bool blank = std::all_of(fields.begin(), fields.end(),
                                     [](const std::string& field) { return trim(field).empty(); });
      if (blank) {
        if (before == 0 && rows.offset() < text_.size())
          builder_.report(rows.line(), ReportLevel::info, phrase::row_blank);
        continue;
      }
      if (before > 0) {
        if (--before > 0 || !header_.named)
          see_row_above(fields, rows.line());
        else
          names_ = fields;
        continue;
      }
      if (header_.delimiter == '|' && is_rule(fields)) continue;
      if (!add(fields, rows.line())) return Error{ErrorCode::too_large, rows.line(), phrase::text_over_4_gib};
    }
    if (header_.words_only) builder_.report(1, ReportLevel::warning, phrase::no_speaker_column);
    if (rows_above_ > 0)
      builder_.report(above_line_, ReportLevel::warning, Message(phrase::rows_above, {rows_above_, above_}));
    for (std::size_t i = 0; i < unread_.size(); ++i)
      if (unread_[i] > 0 && header_.left_out != static_cast<int>(i))
        builder_.report(unread_[i], ReportLevel::warning,
                        Message(phrase::column_left_out,
                                {(i < names_.size() ? names_[i] : std::to_string(i + 1)).substr(0, 60)}));
    if (header_.left_out >= 0)
      builder_.report(1, ReportLevel::warning, Message(phrase::column_without_name, {header_.left_out + 1}));
    if (builder_.turn_count() == 0) builder_.report(0, ReportLevel::warning, phrase::no_words_in_table);
    Transcript transcript = builder_.finish();
    estimate_missing_ends(transcript);
    name_numbers(transcript);
    return transcript;
  }

 private:
  // Speakers who are numbers show as Speaker 1, 2, as those of speech-to-text services do.
  static void name_numbers(Transcript& transcript) {
    bool from_zero = false;
    for (const Speaker& speaker : transcript.speakers) {
      if (speaker.name.size() > 3 || !std::all_of(speaker.name.begin(), speaker.name.end(), is_digit)) return;
      from_zero = from_zero || speaker.name == "0";
    }
    for (Speaker& speaker : transcript.speakers) {
      std::string name = "Speaker " + std::to_string(std::stoi(speaker.name) + (from_zero ? 1 : 0));
      speaker.aliases.insert(speaker.aliases.begin(), std::move(speaker.name));
      speaker.name = std::move(name);
    }
  }

  std::string_view field(const std::vector<std::string>& fields, Column column) const {
    const int at = header_.at[column];
    return at < 0 || static_cast<std::size_t>(at) >= fields.size()
               ? std::string_view()
               : trim(fields[static_cast<std::size_t>(at)]);
  }

  std::int64_t time(std::string_view text, Column column, std::uint32_t line) {
    if (text.empty() || text == "-" || text == "–" || equals_ignoring_ascii_case(text, "nan") ||
        equals_ignoring_ascii_case(text, "null") || equals_ignoring_ascii_case(text, "n/a"))
      return kNoTime;
    std::int64_t ms = kNoTime;
    if (std::size_t frames = 0; split_frames(text, frames, ms)) {
      if (frames > 0 && !std::exchange(told_rate_, true))
        builder_.report(line, ReportLevel::info, Message(phrase::frames, {rate_}));
      return ms + static_cast<std::int64_t>(frames) * 1000 / rate_;
    }
    JsonScalar value;
    value.kind = JsonScalar::Kind::string;
    std::string with_point;
    value.text = text;
    if (header_.delimiter != ',' && std::count(text.begin(), text.end(), ',') == 1 &&
        text.find(':') == std::string_view::npos) {
      with_point = text;
      std::replace(with_point.begin(), with_point.end(), ',', '.');
      value.text = with_point;
    }
    const Unit unit = header_.unit[column] == Unit::none ? unit_ : header_.unit[column];
    if (json_time(value, unit, ms)) {
      if (ms < kFirstDate_ms) return ms;
      // Of the clock and the calendar: they count from the first of them.
      if (first_date_ms_ == kNoTime) first_date_ms_ = ms;
      return ms < first_date_ms_ ? kNoTime : ms - first_date_ms_;
    } else {
      builder_.report(line, ReportLevel::warning, phrase::time_unreadable);
      return kNoTime;
    }
    return ms;
  }

  // What a table is about, above the names of its columns; not its title, nor the row that says what parts
  // the fields.
  void see_row_above(const std::vector<std::string>& fields, std::uint32_t line) {
    constexpr std::size_t kMostBytes = 160;
    const std::string_view first = trim(fields[0]);
    const bool alone = fields.size() == 1 || std::all_of(fields.begin() + 1, fields.end(),
                                                         [](const auto& f) { return trim(f).empty(); });
    if (alone && (first == header_.title || starts_with_ignoring_ascii_case(first, "sep="))) return;
    if (!alone && trim(fields[1]) == header_.title && !header_.title.empty()) return;
    if (rows_above_++ == 0) above_line_ = line;
    for (const std::string& field : fields)
      if (const std::string_view words = trim(field); !words.empty() && above_.size() < kMostBytes)
        above_.append(above_.empty() ? "" : " ").append(words.substr(0, kMostBytes));
    while (!above_.empty() && above_.size() > kMostBytes) above_.pop_back();
    while (!above_.empty() && (static_cast<unsigned char>(above_.back()) & 0x80) != 0 &&
           above_.size() == kMostBytes)
      above_.pop_back();
  }

  // Columns of two words or more that are none of the talk's: "notes", "translation".
  void see_unread(const std::vector<std::string>& fields, std::uint32_t line) {
    if (unread_.size() < std::min(fields.size(), header_.fields))
      unread_.resize(std::min(fields.size(), header_.fields));
    for (std::size_t i = 0; i < std::min(fields.size(), unread_.size()); ++i) {
      if (unread_[i] > 0 || fields[i].find(' ') == std::string::npos ||
          (std::find(header_.at.begin(), header_.at.end(), static_cast<int>(i)) != header_.at.end() &&
           (sections_ || static_cast<int>(i) != header_.at[kSection])) ||
          std::find(header_.voices.begin(), header_.voices.end(), static_cast<int>(i)) !=
              header_.voices.end())
        continue;
      if (holds_words(fields[i])) unread_[i] = line;
    }
  }

  // A table without a column of speakers may name them in the words, as captions do ("Ute: Where?"). The
  // first rows show it; names are looked for in all.
  void weigh_labels() {
    constexpr std::size_t kMostRows = 20'000;
    if (header_.at[kSpeaker] >= 0 || header_.at[kText] < 0) return;
    CsvRows rows(text_, header_.delimiter);
    std::vector<std::string> fields;
    std::size_t before = header_.before + (header_.named ? 1 : 0);
    while (label_words_.size() < kMostRows && rows.next(fields)) {
      if (before > 0) {
        before -= std::any_of(fields.begin(), fields.end(),
                              [](const std::string& cell) { return !trim(cell).empty(); });
        continue;
      }
      const std::string_view words = field(fields, kText);
      if (!words.empty()) label_words_.emplace_back(words.substr(0, 200));
    }
    for (const std::string& words : label_words_)
      labels_.see(std::string_view(words).substr(0, words.find('\n')), true);
    labels_.decide();
  }

  // Episodes, scenes, talks of a corpus are sections where there are several, each with its rows together.
  void settle_parts() {
    if (header_.at[kSection] < 0 || !header_.of_parts) return;
    constexpr std::size_t kFewestRows = 3, kMostParts = 5000;
    CsvRows rows(text_, header_.delimiter);
    std::vector<std::string> fields;
    std::unordered_set<std::string> seen;
    std::string last;
    std::size_t count = 0, runs = 0;
    std::size_t before = header_.before + (header_.named ? 1 : 0);
    while (rows.next(fields)) {
      if (before > 0) {
        before -= std::any_of(fields.begin(), fields.end(),
                              [](const std::string& cell) { return !trim(cell).empty(); });
        continue;
      }
      const std::string part(field(fields, kSection));
      if (part.empty()) continue;
      ++count;
      if (part == last) continue;
      last = part;
      ++runs;
      if (!seen.insert(part).second || runs > kMostParts) {
        sections_ = false;
        return;
      }
    }
    sections_ = runs >= 2 && count >= runs * kFewestRows;
  }

  // A name that stands only where somebody begins to speak is the speaker of the rows below as well.
  void settle_names() {
    constexpr std::size_t kFewestRows = 8;
    goes_on_ = header_.speaker_goes_on;
    if (!header_.named || header_.at[kSpeaker] < 0 || header_.at[kText] < 0) return;
    CsvRows rows(text_.substr(0, 256u << 10), header_.delimiter);
    std::vector<std::string> fields;
    std::size_t count = 0, filled = 0, before = header_.before + 1;
    while (rows.next(fields)) {
      if (before > 0) {
        before -= std::any_of(fields.begin(), fields.end(),
                              [](const std::string& cell) { return !trim(cell).empty(); });
        continue;
      }
      if (field(fields, kText).empty()) continue;
      const bool named = !field(fields, kSpeaker).empty();
      if (count++ == 0 && !named) return;
      filled += named;
    }
    goes_on_ = count >= kFewestRows && filled * 3 <= count;
  }

  // Whole numbers without a unit are milliseconds where nobody could speak as slowly as seconds would have
  // it.
  void settle_unit() {
    CsvRows rows(text_.substr(0, 256u << 10), header_.delimiter);
    std::vector<std::string> fields;
    double first = 0, last = 0;
    std::size_t count = 0, letters = 0;
    while (rows.next(fields)) {
      const std::string_view number = field(fields, header_.at[kStart] >= 0 ? kStart : kEnd);
      if (number.empty() || (count == 0 && letters == 0 && !is_digit(number.front()))) continue;
      for (const Column column : {kStart, kEnd}) rate_ = std::max(rate_, rate_of(field(fields, column)));
      if (number.find_first_of(":;") != std::string_view::npos) {
        letters = 1;
        continue;
      }
      if (!std::all_of(number.begin(), number.end(), is_digit)) return;
      std::int64_t thousandths = 0;
      if (!parse_seconds(number, thousandths)) return;
      if (count++ == 0) first = static_cast<double>(thousandths) / 1000;
      last = std::max(last, static_cast<double>(thousandths) / 1000);
      letters += field(fields, kText).size();
    }
    if (count >= 2 && last > first && static_cast<double>(letters) / (last - first) < 0.25)
      unit_ = Unit::milliseconds;
  }

  bool add(std::vector<std::string>& fields, std::uint32_t line) {
    if (fields.size() > header_.fields) {
      // A comma in words that were not quoted: they are the last column's.
      if (header_.at[kText] == static_cast<int>(header_.fields) - 1) {
        std::string& text = fields[header_.fields - 1];
        for (std::size_t i = header_.fields; i < fields.size(); ++i)
          text += header_.delimiter, text += fields[i];
        builder_.report(line, ReportLevel::warning, phrase::row_repaired);
      } else if (std::any_of(fields.begin() + static_cast<std::ptrdiff_t>(header_.fields), fields.end(),
                             [](const std::string& extra) { return !trim(extra).empty(); })) {
        builder_.report(line, ReportLevel::loss, phrase::row_too_long);
      }
    }
    see_unread(fields, line);
    Cue cue;
    cue.line = line;
    cue.text = field(fields, kText);
    // Captions made a table; where columns have names, a sign is what it looks like, as we write it.
    if (!header_.named && has_markup(cue.text)) {
      words_.clear();
      append_without_markup(words_, cue.text);
      cue.text = words_;
      builder_.reports().count(line, ReportLevel::info, phrase::markup_removed);
    }
    cue.speaker = field(fields, kSpeaker);
    if (const auto last = static_cast<std::size_t>(header_.last_name);
        header_.last_name >= 0 && last < fields.size() && !trim(fields[last]).empty()) {
      full_name_ = cue.speaker;
      full_name_.append(cue.speaker.empty() ? "" : " ").append(trim(fields[last]));
      cue.speaker = full_name_;
    }
    if (labels_.any()) {
      const CueLabel label = find_cue_label(cue.text.substr(0, cue.text.find('\n')));
      if (labels_.accepts(label, true, true)) {
        cue.speaker = label.name;
        cue.text.remove_prefix(static_cast<std::size_t>(label.rest.data() - cue.text.data()));
        if (label.full.size() != label.name.size())
          builder_.add_alias(builder_.speaker(label.name), label.full);
        if (!std::exchange(told_labels_, true))
          builder_.report(line, ReportLevel::info, phrase::speaker_in_text);
      }
    }
    if (header_.labelled && !cue.speaker.ends_with(':')) cue.speaker = {};
    const std::string listed = names_of_list(cue.speaker);
    if (!listed.empty()) cue.speaker = listed;
    if (cue.speaker.size() > 1 &&
        (cue.speaker.ends_with(':') || (!header_.named && cue.speaker.ends_with(';'))))
      cue.speaker.remove_suffix(1);
    // Words that open with the label that has its own column.
    if (!cue.speaker.empty() && cue.text.size() > cue.speaker.size() + 1 &&
        cue.text.starts_with(cue.speaker) && cue.text[cue.speaker.size()] == ':')
      cue.text = trim(cue.text.substr(cue.speaker.size() + 1));
    if (goes_on_) {
      if (cue.speaker.empty())
        cue.speaker = speaker_;
      else
        speaker_ = cue.speaker;
    }
    std::string_view start = field(fields, kStart), end = field(fields, kEnd);
    for (const std::string_view dash : {"-->", " - ", " – ", "–", "→"})
      if (const std::size_t at = start.find(dash); end.empty() && at != std::string_view::npos) {
        end = trim(start.substr(at + dash.size()));
        start = trim(start.substr(0, at));
      }
    cue.start_ms = time(start, kStart, line);
    cue.end_ms = time(end, kEnd, line);
    const std::int64_t duration_ms = time(field(fields, kDuration), kDuration, line);
    if (cue.end_ms == kNoTime && cue.start_ms != kNoTime && duration_ms != kNoTime && duration_ms >= 0)
      cue.end_ms = cue.start_ms + duration_ms;
    if (cue.start_ms != kNoTime && cue.end_ms != kNoTime && cue.end_ms < cue.start_ms) {
      cue.end_ms = kNoTime;
      builder_.report(line, ReportLevel::warning, phrase::time_row);
    }
    if (header_.of_words && cue.end_ms == kNoTime && cue.start_ms != kNoTime) {
      constexpr std::int64_t kWord_ms = 400;  // 150 words a minute
      cue.end_ms = cue.start_ms + kWord_ms;
      cue.end_estimated = true;
    }
    if (!header_.voices.empty()) return add_voices(fields, cue);
    if (cue.text.empty() && join_) {
      builder_.report(line, ReportLevel::info, phrase::row_empty);
      return true;
    }
    if (header_.at[kSection] >= 0 && sections_) {
      const std::string_view section = field(fields, kSection);
      if (section != section_) {
        section_ = section;
        std::string title(section);
        // "Episode 3" of a column that has 3.
        if (std::all_of(title.begin(), title.end(), is_digit) &&
            static_cast<std::size_t>(header_.at[kSection]) < names_.size())
          title = std::string(trim(names_[static_cast<std::size_t>(header_.at[kSection])])) + " " + title;
        if (section.empty())
          builder_.end_sections();
        else
          joiner_.begin_section(title, SectionKind::chapter, 1, line);
      }
    }
    return joiner_.add(cue);
  }

  // A row of what several said, each in a column named for them.
  bool add_voices(const std::vector<std::string>& fields, Cue cue) {
    for (const int at : header_.voices) {
      const auto i = static_cast<std::size_t>(at);
      cue.text = i < fields.size() ? trim(fields[i]) : std::string_view();
      if (cue.text.empty()) continue;
      cue.speaker = i < names_.size() ? trim(names_[i]) : std::string_view();
      if (!joiner_.add(cue)) return false;
      if (!header_.wide) cue.start_ms = cue.end_ms = kNoTime;
    }
    return true;
  }

  std::string_view text_;
  const CsvHeader& header_;
  TranscriptBuilder builder_;
  CueJoiner joiner_;
  bool join_;
  Unit unit_ = Unit::seconds;
  int rate_ = 25;  // of frames, for times that end in them
  bool told_rate_ = false;
  std::int64_t first_date_ms_ = kNoTime;
  bool sections_ = true;
  std::string section_, speaker_, full_name_, words_;  // words of a cell without its tags
  bool goes_on_ = false;                               // an empty cell is the speaker above
  std::deque<std::string> label_words_;                // what labels_ looks at
  LabelEvidence labels_;
  bool told_labels_ = false;
  std::vector<std::string> names_;     // of the columns
  std::vector<std::uint32_t> unread_;  // of each column that holds words and is not read, its first line
  std::size_t rows_above_ = 0;
  std::uint32_t above_line_ = 0;
  std::string above_;
};

// The talks in the cells of a column, one after the other.
Result<Transcript> read_talks(const Input& input, const CsvHeader& header, const ReadOptions& options) {
  CsvRows rows(input.text, header.delimiter);
  std::vector<std::string> names, fields;
  std::string talks;
  const auto at = static_cast<std::size_t>(header.at[kText]);
  rows.next(names);
  std::vector<bool> of_words(names.size());
  while (rows.next(fields)) {
    if (at < fields.size() && !trim(fields[at]).empty()) talks.append(fields[at]).append("\n\n");
    for (std::size_t i = 0; i < std::min(fields.size(), names.size()); ++i)
      if (i != at && holds_words(fields[i])) of_words[i] = true;
  }
  Result<Transcript> result = read_text(std::move(talks), options);
  for (std::size_t i = 0; result && i < names.size(); ++i)
    if (of_words[i])
      result->report.entries.push_back(
          {1, ReportLevel::warning, Message(phrase::column_left_out, {names[i].substr(0, 60)})});
  return result;
}

double sniff(const Input& input) noexcept {
  if (input.binary || input.is_json) return 0;
  const std::size_t start = std::min(input.text.find_first_not_of(" \n\r\t"), input.text.size());
  const std::string_view first = input.text.substr(start, 1024);
  if (first.find_first_of(",;\t|") == std::string_view::npos) return 0;
#ifdef __cpp_exceptions
  try {
#endif
    const CsvHeader header = find_csv_header(input.text);
    if (!header.is_table()) return 0;
    return header.talks                        ? 0.95
           : header.words_only                 ? 0.8
           : header.of_talk                    ? 0.85
           : header.known >= 3 && header.named ? 0.96
           : header.named                      ? 0.9
                                               : 0.7;
#ifdef __cpp_exceptions
  } catch (...) {
    return 0;
  }
#endif
}

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  const CsvHeader header = find_csv_header(input.text);
  if (!header.is_table()) return Error{ErrorCode::unsupported, 1, phrase::not_a_table};
  if (header.talks) return read_talks(input, header, options);
  return Reader(input, header, options).read();
}

}  // namespace

const FormatReader csv_reader = {"csv", 40, sniff, read};

}  // namespace visavis
