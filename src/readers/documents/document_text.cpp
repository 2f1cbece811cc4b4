#include "readers/documents/document_text.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/unicode.h"
#include "readers/documents/csv_header.h"
#include "readers/registry.h"
#include "readers/shared/references.h"
#include "words/reports.h"

namespace visavis {
namespace {

constexpr std::size_t kMostLabelBytes = 120;

// Could be a name: short, on one line, without the end of a sentence.
bool is_label_like(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > kMostLabelBytes || text.find('\n') != std::string_view::npos)
    return false;
  if (text.back() == ':') text.remove_suffix(1);
  return !text.empty() && !ends_sentence(text);
}

std::string_view without_colon(std::string_view label) {
  label = trim(label);
  while (label.ends_with(':')) label = trim(label.substr(0, label.size() - 1));
  return label.ends_with("：") ? trim(label.substr(0, label.size() - std::string_view("：").size())) : label;
}

bool starts_with_colon(std::string_view text) { return text.starts_with(':') || text.starts_with("："); }

bool starts_with_clock(std::string_view text) {
  text = trim(text);
  if (text.starts_with('(') || text.starts_with('[')) text.remove_prefix(1);
  std::int64_t ms = 0;
  return parse_clock(text, ms) > 0;
}

// In bold, but for a name in brackets behind it: "**The minister** (Ana Holm)".
bool stands_bold(const KeptParagraph& paragraph) {
  if (paragraph.is_bold() || paragraph.bold_bytes == 0) return paragraph.is_bold();
  const std::string_view rest = trim(paragraph.text.substr(paragraph.bold_bytes));
  return rest.size() > 2 && rest.front() == '(' && rest.find(')') == rest.size() - 1;
}

// The bold start of a paragraph, with the colon that may stand outside it; empty where it is no name.
std::string_view bold_label(const KeptParagraph& paragraph) {
  if (paragraph.bold_bytes == 0 || stands_bold(paragraph)) return {};
  const std::string_view text = paragraph.text;
  const std::string_view bold = text.substr(0, paragraph.bold_bytes);
  return is_label_like(bold) && !trim(text.substr(paragraph.bold_bytes)).empty() ? bold : std::string_view();
}

// What counting over the whole document tells about single paragraphs.
struct Evidence {
  std::unordered_map<std::string, std::size_t> bold_alone, bold_start;
  std::unordered_map<std::string, bool> label_styles;
  // Names stand in bold. A single one with a colon is none where others come again and again in plain words.
  bool names_in_bold = true;
};

// Words that open a remark in bold, whoever speaks.
bool is_remark(std::string_view label) {
  static constexpr std::string_view kRemarks[] = {"note",
                                                  "notes",
                                                  "editor's note",
                                                  "editor’s note",
                                                  "author's note",
                                                  "author’s note",
                                                  "update",
                                                  "disclaimer",
                                                  "warning",
                                                  "correction",
                                                  "hinweis",
                                                  "anmerkung",
                                                  "anm. d. red.",
                                                  "nota",
                                                  "note de la rédaction",
                                                  "remarque",
                                                  "nota del editor",
                                                  "nota da redação",
                                                  "opmerking",
                                                  "uwaga",
                                                  "примечание",
                                                  "注",
                                                  "注意"};
  const std::string folded = fold_case(without_colon(label));
  return std::any_of(std::begin(kRemarks), std::end(kRemarks),
                     [&](std::string_view remark) { return folded == remark; });
}

bool has_bold_colon(const KeptParagraph& p, std::string_view bold) {
  return trim(bold).ends_with(':') || starts_with_colon(trim(p.text.substr(p.bold_bytes)));
}

Evidence weigh(const std::deque<KeptParagraph>& paragraphs) {
  struct Style {
    std::size_t count = 0, fitting = 0;
    std::unordered_set<std::string> texts;
  };
  Evidence out;
  std::unordered_map<std::string, Style> styles;
  std::unordered_map<std::string, std::size_t> plain;  // what stands before a colon, not in bold
  std::size_t with_colon = 0;
  bool plain_again = false;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const KeptParagraph& p = paragraphs[i];
    if (p.heading) continue;
    if (const std::string_view label = bold_label(p); !label.empty() && !is_remark(label)) {
      const std::string name(without_colon(label));
      ++out.bold_start[name];
      with_colon += has_bold_colon(p, label);
    }
    if (const std::size_t colon =
            p.bold_bytes == 0 ? p.text.substr(0, 60).find(": ") : std::string_view::npos;
        colon != std::string_view::npos && is_label_like(p.text.substr(0, colon)))
      plain_again = plain_again || ++plain[std::string(p.text.substr(0, colon))] == 3;
    const bool last = i + 1 == paragraphs.size();
    const bool fits = stands_bold(p) && is_label_like(p.text) && !last && !paragraphs[i + 1].heading;
    if (fits && !paragraphs[i + 1].is_bold()) ++out.bold_alone[std::string(without_colon(p.text))];
    if (p.style.empty()) continue;
    Style& style = styles[std::string(p.style)];
    ++style.count;
    style.fitting += fits && paragraphs[i + 1].style != p.style;
    if (p.text.size() <= kMostLabelBytes) style.texts.emplace(without_colon(p.text));
  }
  out.names_in_bold = with_colon > 1 || !plain_again;
  // A style is one of names where nearly all of it stands as names do, and one of them comes again, in this
  // style or another.
  for (const auto& [name, style] : styles) {
    const bool again = std::any_of(style.texts.begin(), style.texts.end(), [&](const std::string& text) {
      const auto found = out.bold_alone.find(text);
      return found != out.bold_alone.end() && found->second >= 2;
    });
    out.label_styles[name] = again && style.fitting * 10 >= style.count * 8;
  }
  return out;
}

bool is_label(const KeptParagraph& p, const Evidence& evidence) {
  if (p.is_label && is_label_like(p.text)) return true;
  if (p.heading || !stands_bold(p) || !is_label_like(p.text)) return false;
  if (const auto found = evidence.label_styles.find(std::string(p.style));
      found != evidence.label_styles.end() && found->second)
    return true;
  const auto found = evidence.bold_alone.find(std::string(without_colon(p.text)));
  return found != evidence.bold_alone.end() && found->second >= 2;
}

// Lines as they are written, each with the line of the source that it comes from.
class Lined {
 public:
  // For the words of these paragraphs, with the marks of a name and an empty line for each.
  explicit Lined(const std::deque<KeptParagraph>& paragraphs) {
    constexpr std::size_t kMarks = 10;
    std::size_t bytes = 0;
    for (const KeptParagraph& p : paragraphs) bytes += p.text.size() + kMarks;
    text_.reserve(bytes);
    lines_.reserve(2 * paragraphs.size());
  }
  void paragraph() {
    if (!text_.empty()) line({}, last_);
  }
  // With `counts`, each line of `words` is the source's next.
  void line(std::string_view words, std::uint32_t source, bool counts = false) {
    last_ = source;
    for (std::size_t at = 0; at <= words.size();) {
      const std::size_t end = std::min(words.find('\n', at), words.size());
      text_.append(words.substr(at, end - at)).append("\n");
      lines_.push_back(source);
      source += counts;
      at = end + 1;
    }
  }
  std::string& text() { return text_; }
  std::vector<std::uint32_t>& lines() { return lines_; }

 private:
  std::string text_;
  std::vector<std::uint32_t> lines_;
  std::uint32_t last_ = 0;
};

std::string labelled(std::string_view label, std::string_view words) {
  std::string out = "**";
  out.append(without_colon(label)).append(":**");
  words = trim(words);
  if (starts_with_colon(words))
    words = trim(words.substr(words[0] == ':' ? 1 : std::string_view("：").size()));
  if (!words.empty()) out.append(" ").append(words);
  return out;
}

// "0:00:03.27 --> 0:00:04.25", a name, then the words, each on a line of its own, as Teams writes into
// documents.
std::string from_cue(std::string_view text) {
  const std::size_t first = text.find('\n'), arrow = text.find("-->");
  if (arrow == std::string_view::npos || first == std::string_view::npos || arrow > first) return {};
  std::int64_t ms = 0;
  const std::string_view start = trim(text.substr(0, arrow));
  if (parse_clock(start, ms) != start.size()) return {};
  const std::string_view rest = text.substr(first + 1);
  const std::size_t second = rest.find('\n');
  if (second == std::string_view::npos || !is_label_like(rest.substr(0, second))) return {};
  return "[" + std::string(trim(text.substr(0, first))) + "] " +
         labelled(rest.substr(0, second), rest.substr(second));
}

// "# 1 priority is the river": in a document that is no heading in Markdown.
bool opens_like_heading(std::string_view text) {
  const std::size_t signs = std::min(text.find_first_not_of('#'), text.size());
  return signs > 0 && signs <= 6 && (signs == text.size() || text[signs] == ' ');
}

// The columns of a table of turns.
struct Columns {
  int time = -1, label = -1, words = -1;
};

// By a first row that names them.
bool find_columns(const TableRow& row, Columns& columns) {
  columns = {};
  for (std::size_t i = 0; i < row.size(); ++i) {
    const Column column = column_named(row[i]);
    int* const at = column == kSpeaker ? &columns.label
                    : column == kStart ? &columns.time
                    : column == kText  ? &columns.words
                                       : nullptr;
    if (at && *at < 0) *at = static_cast<int>(i);
  }
  return columns.label >= 0 && columns.words >= 0;
}

std::size_t widest(const std::vector<TableRow>& rows) {
  std::size_t width = 0;
  for (const TableRow& row : rows) width = std::max(width, row.size());
  return width;
}

// By what the rows hold: two columns of which the first repeats few short names, or three with a time before.
bool guess_columns(const std::vector<TableRow>& rows, Columns& columns) {
  if (rows.size() < 4) return false;
  const std::size_t width = widest(rows);
  if (width != 2 && width != 3) return false;
  columns = {width == 3 ? 0 : -1, width == 3 ? 1 : 0, width == 3 ? 2 : 1};
  std::unordered_map<std::string_view, std::size_t> names;
  std::size_t label_bytes = 0, word_bytes = 0;
  for (const TableRow& row : rows) {
    if (row.size() == 1) continue;  // over all columns
    if (row.size() != width) return false;
    if (columns.time == 0 && !trim(row[0]).empty() && !starts_with_clock(row[0])) return false;
    const std::string_view label = row[static_cast<std::size_t>(columns.label)];
    if (!trim(label).empty() && !is_label_like(label)) return false;
    ++names[label];
    label_bytes += label.size();
    word_bytes += row[static_cast<std::size_t>(columns.words)].size();
  }
  return names.size() * 2 <= rows.size() && label_bytes * 2 < word_bytes;
}

}  // namespace

bool DocumentText::add(const Paragraph& paragraph) {
  std::string text = paragraph.text;
  mend_escaped_chevrons(text, 0);
  KeptParagraph kept{paragraph, words_.keep(text), {}};
  kept.bold_bytes = std::min(kept.bold_bytes, kept.text.size());
  const bool same_style = !paragraphs_.empty() && paragraphs_.back().style == paragraph.style;
  kept.style = same_style ? paragraphs_.back().style : words_.keep(paragraph.style);
  return add(kept);
}

bool DocumentText::add(KeptParagraph paragraph) {
  if (!paragraph.is_preformatted) {
    // White space at the start is not worth a bold label less.
    const std::string_view bare = trim(paragraph.text);
    const std::size_t lead = static_cast<std::size_t>(bare.data() - paragraph.text.data());
    paragraph.bold_bytes -= std::min(paragraph.bold_bytes, lead);
    paragraph.text = bare;
    paragraph.bold_bytes = std::min(paragraph.bold_bytes, paragraph.text.size());
    // "<b>Ana:</b> <b>Never</b> again": the bold of the words is not the name's.
    constexpr std::ptrdiff_t kMostSpaces = 3;
    const std::string_view bold = paragraph.text.substr(0, paragraph.bold_bytes);
    const std::string_view name = bold.substr(0, std::min(bold.find(": "), bold.size()));
    if (!paragraph.is_bold() && name.size() < bold.size() &&
        std::count(name.begin(), name.end(), ' ') <= kMostSpaces)
      paragraph.bold_bytes = name.size() + 1;
  }
  if (trim(paragraph.text).empty()) {
    empty_before_ = true;
    return true;
  }
  paragraph.after_empty = empty_before_;
  empty_before_ = false;
  if (paragraphs_.size() >= kMostParagraphs) return false;
  paragraphs_.push_back(paragraph);
  return true;
}

bool DocumentText::add_table(const std::vector<TableRow>& rows, std::uint32_t line) {
  Columns columns;
  bool turns = guess_columns(rows, columns);
  Columns any;
  const bool of_turns = turns || std::any_of(rows.begin(), rows.end(),
                                             [&](const TableRow& row) { return find_columns(row, any); });
  const std::size_t width = widest(rows);
  std::string_view label, words_above;
  for (const TableRow& row : rows) {
    Paragraph paragraph;
    paragraph.line = line;
    Columns named;
    if (find_columns(row, named)) {
      columns = named;
      turns = true;
      continue;
    }
    const auto cell = [&](int column) {
      return column >= 0 && static_cast<std::size_t>(column) < row.size()
                 ? trim(row[static_cast<std::size_t>(column)])
                 : std::string_view();
    };
    if (of_turns && row.size() == 1 && width > 1 && is_label_like(row[0])) {
      paragraph.text = trim(row[0]);
      paragraph.heading = 2;
    } else if (turns && !cell(columns.words).empty()) {
      const std::string_view words = cell(columns.words), time = cell(columns.time);
      if (words.data() == words_above.data()) continue;  // merged with the cell above
      words_above = words;
      // A row with a time and nobody's name goes on with who spoke.
      if (!cell(columns.label).empty()) label = cell(columns.label);
      const bool is_named = !cell(columns.label).empty() || (!time.empty() && !label.empty());
      if (!time.empty()) paragraph.text = "[" + std::string(time) + "] ";
      paragraph.text += is_named ? labelled(label, words) : std::string(words);
      paragraph.is_turn = is_named;
    } else {
      for (const std::string_view words : row) {
        if (trim(words).empty()) continue;
        if (!paragraph.text.empty()) paragraph.text += row.size() > 2 ? "\t" : "\n";
        paragraph.text += trim(words);
      }
    }
    if (!add(paragraph)) return false;
  }
  return true;
}

void DocumentText::drop_footer() {
  const std::size_t count = paragraphs_.size();
  if (count < 3 || !equals_ignoring_ascii_case(paragraphs_[count - 2].text, "saved-by")) return;
  entries.push_back({paragraphs_[count - 2].line, ReportLevel::info,
                     Message(phrase::tool_remarks_dropped, {Message(phrase::lines_none)})});
  paragraphs_.resize(count - 2);
}

std::string DocumentText::markdown(std::vector<std::uint32_t>& source_lines,
                                   std::vector<LineCorrection>& certain) const {
  const Evidence evidence = weigh(paragraphs_);
  const bool has_headings = std::any_of(paragraphs_.begin(), paragraphs_.end(),
                                        [](const KeptParagraph& p) { return p.heading > 0; });
  bool in_turn = false;  // of a name that is sure
  Lined out(paragraphs_);
  for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
    const KeptParagraph& p = paragraphs_[i];
    out.paragraph();
    const auto line = static_cast<std::uint32_t>(out.lines().size()) + 1;
    const std::size_t known = certain.size();
    if (p.heading) {
      certain.push_back({line, LineKind::heading});
      std::string words = collapse_spaces(p.text);
      out.line(std::string(static_cast<std::size_t>(std::clamp(p.heading, 1, 6)), '#') + " " + words, p.line);
    } else if (is_label(p, evidence)) {
      certain.push_back({line, LineKind::speaker});
      std::string_view words;
      const bool followed = i + 1 < paragraphs_.size() && !paragraphs_[i + 1].heading &&
                            !paragraphs_[i + 1].is_preformatted && !is_label(paragraphs_[i + 1], evidence);
      if (followed) words = paragraphs_[++i].text;
      out.line(labelled(p.text, words), p.line);
    } else if (const std::string_view bold = bold_label(p); !bold.empty()) {
      const std::string_view rest = p.text.substr(p.bold_bytes);
      const auto seen = evidence.bold_start.find(std::string(without_colon(bold)));
      const bool has_colon = has_bold_colon(p, bold) && evidence.names_in_bold;
      const bool names = has_colon || (seen != evidence.bold_start.end() && seen->second >= 2);
      const bool is_name = names && !starts_with_clock(rest);
      if (is_name) certain.push_back({line, LineKind::speaker});
      if (is_remark(bold)) certain.push_back({line, LineKind::text});
      if (is_name)
        out.line(labelled(bold, rest), p.line);
      else
        out.line(p.text, p.line);
    } else if (p.is_turn) {
      certain.push_back({line, LineKind::speaker});
      out.line(p.text, p.line);
    } else if (const std::string cue = from_cue(p.text); !cue.empty()) {
      certain.push_back({line, LineKind::speaker});
      out.line(cue, p.line);
    } else {
      // Where the document marks its headings and names, a short paragraph is neither.
      if (in_turn && has_headings && p.text.size() <= kMostLabelBytes && p.text[0] != '(' && p.text[0] != '[')
        certain.push_back({line, LineKind::text});
      else if (opens_like_heading(p.text))
        certain.push_back({line, LineKind::text});
      out.line(p.text, p.line, p.is_preformatted);
    }
    if (certain.size() > known && certain.back().kind != LineKind::text)
      in_turn = certain.back().kind == LineKind::speaker;
  }
  source_lines = std::move(out.lines());
  return std::move(out.text());
}

bool DocumentText::has_subtitles() const {
  std::size_t arrows = 0;
  for (const KeptParagraph& p : paragraphs_) {
    Lines lines(p.text);
    for (Span span; lines.next(span);) {
      const std::string_view line = trim(slice(p.text, span));
      std::int64_t ms = 0;
      const std::size_t clock = parse_clock(line, ms);
      arrows += clock > 0 && trim(line.substr(clock)).starts_with("-->");
    }
    if (!from_cue(p.text).empty()) return false;
  }
  return arrows > 0 && arrows * 6 >= paragraphs_.size();
}

std::string DocumentText::subtitles(std::vector<std::uint32_t>& source_lines) const {
  Lined out(paragraphs_);
  for (const KeptParagraph& p : paragraphs_) {
    if (p.after_empty) out.paragraph();
    out.line(p.text, p.line);
  }
  source_lines = std::move(out.lines());
  return std::move(out.text());
}

void DocumentText::leave_out(MessageName what, std::uint32_t line, std::size_t count) {
  const auto found = std::find_if(left_out_.begin(), left_out_.end(),
                                  [&](const LeftOut& kind) { return kind.what.name == what.name; });
  if (found != left_out_.end())
    found->count += count;
  else
    left_out_.push_back({what, line, count});
}

Result<Transcript> DocumentText::read(const ReadOptions& options) {
  std::vector<std::uint32_t> source_lines;
  ReadOptions inside = options;
  inside.format.clear();
  inside.corrections = {};
  std::string text =
      has_subtitles() ? subtitles(source_lines) : markdown(source_lines, inside.corrections.lines);
  paragraphs_ = {};
  words_ = {};
  for (const LineCorrection& correction : options.corrections.lines) {
    const auto found = std::find(source_lines.begin(), source_lines.end(), correction.line);
    if (found == source_lines.end()) continue;
    inside.corrections.lines.push_back(
        {static_cast<std::uint32_t>(found - source_lines.begin()) + 1, correction.kind});
  }
  Result<Transcript> transcript = read_text(std::move(text), inside);
  if (!transcript) return transcript;
  const auto source = [&](std::uint32_t line) {
    return line == 0 || line > source_lines.size() ? 0 : source_lines[line - 1];
  };
  for (Turn& turn : transcript->turns) turn.line = source(turn.line);
  for (Section& section : transcript->sections) section.line = source(section.line);
  for (ReportEntry& entry : transcript->report.entries) entry.line = source(entry.line);
  std::vector<ReportEntry>& all = transcript->report.entries;
  all.insert(all.begin(), entries.begin(), entries.end());
  for (const LeftOut& kind : left_out_)
    all.push_back({kind.line, ReportLevel::warning, Message(kind.what, {kind.count})});
  // A page's own title goes before a heading inside it that stands in for one.
  const bool has_top = !transcript->sections.empty() && transcript->sections[0].level == 1;
  if ((!transcript->has_title || title_is_sure || !has_top) && !trim(title).empty()) {
    transcript->title = collapse_spaces(title);
    transcript->has_title = true;
  }
  if (transcript->language.empty()) transcript->language = language;
  transcript->report.encoding = "utf-8";
  return transcript;
}

}  // namespace visavis
