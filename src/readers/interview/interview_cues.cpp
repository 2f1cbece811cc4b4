#include "readers/interview/interview_cues.h"

#include <utility>

#include "readers/interview/interview_rare.h"
#include "words/reports.h"

namespace visavis::interview {
namespace {

// Where a line of the page stands in the sheet.
struct Place {
  std::uint32_t page = 0;  // in the page's text
  std::uint32_t cue = 0;
  std::uint32_t at = 0;  // in the cue's text
};

// The cues' lines as those of a text, a paragraph a cue.
struct CuePage {
  std::string text;
  Page page;
  std::vector<Place> places;
  std::size_t cues = 0;

  explicit CuePage(const CueSheet& sheet) {
    for (std::size_t i = 0; i < sheet.cues.size(); ++i) {
      const SheetCue& cue = sheet.cues[i];
      const std::string_view words = sheet.text(cue);
      bool first = true;
      Lines lines(words);
      for (Span raw; !(cue.flags & SheetCue::kUnnamed) && lines.next(raw);) {
        const Span span = trim(words, raw);
        if (span.empty()) continue;
        const auto begin = static_cast<std::uint32_t>(text.size());
        text.append(slice(words, span)) += '\n';
        Line line;
        line.span = {begin, begin + span.size()};
        line.number = cue.line;
        line.after_blank = first;
        page.lines.push_back(line);
        places.push_back({begin, static_cast<std::uint32_t>(i), span.begin});
        cues += first;
        first = false;
      }
    }
  }
};

// What names somebody: how many lines do, and how many of those with the name alone.
struct Named {
  std::size_t lines = 0, alone = 0;
};

Named count_named(const Findings& findings) {
  Named named;
  for (const LineUse& use : findings.uses) {
    if (use.use != Use::label || use.candidate < 0) continue;
    ++named.lines;
    named.alone += findings.candidates[static_cast<std::size_t>(use.candidate)].text.empty();
  }
  return named;
}

// A sound in brackets, alone in its caption.
bool is_sound(std::string_view text) {
  text = trim(text);
  return is_bracketed(text) || (text.starts_with("（") && text.ends_with("）")) ||
         (text.starts_with("［") && text.ends_with("］"));
}

// Parts the cues where a line names who goes on.
class Naming {
 public:
  Naming(CueSheet& sheet, const CuePage& lines, const Page& page, const Findings& findings)
      : sheet_(sheet), lines_(lines), page_(page), findings_(findings) {}

  void run() {
    for (const Person& person : findings_.persons) {
      const auto begin = static_cast<std::uint32_t>(sheet_.own.size());
      sheet_.own += person.name;
      names_.push_back({begin, static_cast<std::uint32_t>(sheet_.own.size())});
    }
    read_.reserve(sheet_.cues.size());
    std::size_t line = 0, place = 0;
    for (std::uint32_t i = 0; i < sheet_.cues.size(); ++i) {
      from_ = 0;
      pieces_ = 0;
      bool labelled = false;
      for (; line < page_.lines.size(); ++line) {
        const std::uint32_t begin = page_.lines[line].span.begin;
        while (place + 1 < lines_.places.size() && lines_.places[place + 1].page <= begin) ++place;
        if (lines_.places[place].cue != i) break;
        const LineUse& use = findings_.uses[line];
        if (use.use != Use::label || use.candidate < 0) continue;
        const Candidate& found = findings_.candidates[static_cast<std::size_t>(use.candidate)];
        const Place& where = lines_.places[place];
        add(sheet_.cues[i], from_, where.at + (begin - where.page));
        const std::int32_t person = findings_.labels[static_cast<std::size_t>(use.label)].person;
        speaker_ = person < 0 ? Span{} : names_[static_cast<std::size_t>(person)];
        from_ =
            where.at + ((found.text.empty() ? page_.lines[line].span.end : found.text.begin) - where.page);
        labelled = true;
      }
      const SheetCue& cue = sheet_.cues[i];
      add(cue, from_, cue.text.size());
      if (labelled)
        sheet_.builder.reports().count(cue.line, ReportLevel::info, phrase::speaker_in_text);
      else if (!speaker_.empty() && !cue.text.empty())
        sheet_.builder.reports().count(cue.line, ReportLevel::info, phrase::speaker_carried);
    }
    sheet_.cues = std::move(read_);
  }

 private:
  void add(const SheetCue& cue, std::uint32_t begin, std::uint32_t end) {
    const std::string_view text = sheet_.text(cue);
    if (trim(text.substr(begin, end - begin)).empty() && (pieces_ > 0 || begin < end || from_ > 0)) return;
    SheetCue piece = cue;
    piece.text = {cue.text.begin + begin, cue.text.begin + end};
    piece.flags &= static_cast<std::uint16_t>(~(SheetCue::kOneLine | SheetCue::kNoSigns));
    if (pieces_++ > 0) piece.flags |= SheetCue::kPart;
    if (begin > 0) piece.word_count = 0;  // their places are the whole cue's
    if ((cue.flags & SheetCue::kUnnamed) || (begin == 0 && end == text.size() && is_sound(text))) {
      piece.flags |= SheetCue::kUnnamed;
    } else if (!speaker_.empty()) {
      piece.speaker = speaker_;
      piece.flags |= SheetCue::kOwnSpeaker;
    }
    read_.push_back(piece);
  }

  CueSheet& sheet_;
  const CuePage& lines_;
  const Page& page_;
  const Findings& findings_;
  std::vector<Span> names_;  // of persons, in the sheet's own text
  std::vector<SheetCue> read_;
  Span speaker_;
  std::uint32_t from_ = 0, pieces_ = 0;
};

}  // namespace

bool read_cue_names(CueSheet& sheet) {
  CuePage lines(sheet);
  if (lines.page.lines.size() > kMostLines) return false;
  Page page = lines.page;
  Findings findings = find_labels(lines.text, page, {});
  resolve_persons(page, findings);
  if (findings.persons.size() < 2) read_rare_conventions(lines.text, {}, page, findings);
  if (page.lines.size() != lines.page.lines.size()) return false;  // voices inside lines, as no captions have
  const Named named = count_named(findings);
  // Two lines a caption are common: names alone on the first of them head most captions, and return.
  const bool heads = named.alone * 2 < named.lines || named.alone * 2 >= lines.cues;
  if (findings.persons.empty() || named.lines < 3 || named.lines * 5 < lines.cues ||
      named.lines <= findings.persons.size() || !heads)
    return false;
  Naming(sheet, lines, page, findings).run();
  return true;
}

}  // namespace visavis::interview
