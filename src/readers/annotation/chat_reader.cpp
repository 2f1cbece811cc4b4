// CHAT, the transcripts of CHILDES and TalkBank (.cha).
#include <charconv>
#include <unordered_map>

#include "readers/annotation/chat_text.h"
#include "readers/readers.h"
#include "readers/shared/utterances.h"
#include "words/reports.h"

namespace visavis {
namespace {

constexpr char kBullet = '\x15';

bool is_main_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  return line.size() > 2 && line[0] == '*' && colon != std::string_view::npos && colon > 1 && colon < 20 &&
         line.substr(1, colon - 1).find(' ') == std::string_view::npos;
}

double sniff(const Input& input) noexcept {
  const std::string_view head = input.text.substr(0, 64 << 10);
  const std::string_view start = trim(head.substr(0, 256));
  if (starts_with_ignoring_ascii_case(start, "@UTF8") || starts_with_ignoring_ascii_case(start, "@Begin"))
    return 1;
  Lines lines(head);
  int main = 0, headers = 0;
  for (Span line; lines.next(line);) {
    const std::string_view text = slice(head, line);
    main += is_main_line(text);
    headers += starts_with_ignoring_ascii_case(text, "@Begin") ||
               starts_with_ignoring_ascii_case(text, "@Participants:");
  }
  return main > 0 && headers > 0 ? 0.95 : 0;
}

struct Person {
  std::string name;
  std::string part;  // "Target Child"
  Role role = Role::unknown;
};

Role role_of(std::string_view part) {
  const std::string folded = fold_case(part);
  if (folded == "investigator" || folded == "interviewer") return Role::interviewer;
  if (folded == "informant" || folded == "interviewee" || folded == "subject") return Role::interviewee;
  if (folded == "moderator") return Role::moderator;
  if (folded == "participant" || folded == "player" || folded == "speaker") return Role::participant;
  return Role::unknown;
}

std::string spaced(std::string_view words) {
  std::string out(words);
  for (char& c : out)
    if (c == '_') c = ' ';
  return out;
}

class ChatReader {
 public:
  ChatReader(std::string_view text, bool join) : text_(text), joiner_(builder_, join), join_(join) {}

  Result<Transcript> read() {
    Lines lines(text_);
    std::string whole;
    std::uint32_t whole_line = 0;
    for (Span span; lines.next(span);) {
      const std::string_view line = slice(text_, span);
      const bool starts = !line.empty() && (line[0] == '*' || line[0] == '@' || line[0] == '%');
      if (starts) {
        if (!item(whole, whole_line)) return Error{ErrorCode::too_large, whole_line, kTooLong};
        whole = line;
        whole_line = lines.number();
      } else if (!trim(line).empty()) {
        if (whole.empty()) {
          left_out_.add(phrase::left_lines_before, lines.number());
        } else {
          whole += ' ';
          whole += trim(line);
        }
      }
    }
    if (!item(whole, whole_line) || !flush()) return Error{ErrorCode::too_large, whole_line, kTooLong};
    for (const auto& [code, person] : people_) {
      const std::int32_t speaker = builder_.speaker(person.name);
      builder_.add_alias(speaker, code);
      if (!person.part.empty()) builder_.add_alias(speaker, person.part);
      builder_.speaker_at(speaker).role = person.role;
    }
    headers_.report(builder_, ReportLevel::info);
    left_out_.report(builder_);
    Transcript transcript = builder_.finish();
    estimate_missing_ends(transcript);
    return transcript;
  }

 private:
  // One entry with its continuation lines.
  bool item(std::string_view whole, std::uint32_t line) {
    if (whole.empty()) return true;
    const std::size_t colon = std::min(whole.find(':'), whole.size());
    const std::string_view key = trim(whole.substr(0, colon));
    const std::string_view value = trim(whole.substr(std::min(colon + 1, whole.size())));
    if (whole[0] == '*') {
      if (!flush()) return false;
      begin_utterance(key.substr(1), value, line);
    } else if (whole[0] == '%') {
      dependent(key, value, line);
    } else {
      if (!flush()) return false;
      header(key, value, line);
    }
    return true;
  }

  void header(std::string_view key, std::string_view value, std::uint32_t line) {
    const auto is = [&](std::string_view name) { return equals_ignoring_ascii_case(key, name); };
    if (is("@Participants")) {
      read_participants(value);
    } else if (is("@Languages") || is("@Language")) {
      builder_.set_language(trim(value.substr(0, value.find_first_of(", "))));
    } else if (is("@Title")) {
      builder_.set_title(value);
    } else if ((is("@G") || is("@Bg")) && !value.empty()) {
      joiner_.begin_section(value, SectionKind::chapter, 1, line);
    } else if (is("@Eg") || is("@G") || is("@Bg") || is("@New Episode")) {
      joiner_.end_sections();
    } else if (!is("@UTF8") && !is("@Begin") && !is("@End") && !is("@ID") && !is("@PID") && !is("@Font") &&
               !is("@Window") && !is("@Options") && !is("@Media") && !is("@Color words") && !is("@Blank") &&
               !is("@Page") && !is("@Number")) {
      headers_.add(phrase::left_headers_named, line, 1, brief(key));
    }
  }

  // "CHI Ruth Target_Child, MOT Mother": a code, a name or none, a part.
  void read_participants(std::string_view list) {
    while (!list.empty()) {
      const std::size_t comma = std::min(list.find(','), list.size());
      const std::string_view entry = trim(list.substr(0, comma));
      list.remove_prefix(std::min(comma + 1, list.size()));
      const std::size_t first = std::min(entry.find(' '), entry.size());
      const std::size_t last = entry.rfind(' ');
      const std::string_view code = entry.substr(0, first);
      if (code.empty()) continue;
      Person person;
      person.name = code;
      if (first < entry.size()) {
        person.part = spaced(trim(entry.substr(last)));
        person.role = role_of(person.part);
        if (const std::string_view name = trim(entry.substr(first, last - first)); !name.empty())
          person.name = spaced(name);
      }
      people_.emplace(code, std::move(person));
    }
  }

  // Takes the bullets out of a line: the first start and the last end.
  std::string without_bullets(std::string_view line, std::int64_t& start_ms, std::int64_t& end_ms) {
    std::string out;
    while (true) {
      const std::size_t open = std::min(line.find(kBullet), line.size());
      out += line.substr(0, open);
      if (open == line.size()) break;
      const std::size_t close = std::min(line.find(kBullet, open + 1), line.size());
      std::int64_t from_ms = 0, to_ms = 0;
      if (bullet(line.substr(open + 1, close - open - 1), from_ms, to_ms)) {
        if (start_ms == kNoTime) start_ms = from_ms;
        end_ms = std::max(end_ms, to_ms);
      }
      out += ' ';
      line.remove_prefix(std::min(close + 1, line.size()));
    }
    return out;
  }

  // "1070_6270", or with the file before it: %snd:"tape"_1070_6270.
  static bool bullet(std::string_view text, std::int64_t& from_ms, std::int64_t& to_ms) {
    const std::size_t last = text.find_last_of("_ ");
    if (last == std::string_view::npos) return false;
    const std::string_view before = trim(text.substr(0, last));
    const std::size_t first = before.find_last_of("_ \":") + 1;  // npos + 1 is 0
    return milliseconds(before.substr(first), from_ms) && milliseconds(text.substr(last + 1), to_ms) &&
           from_ms <= to_ms;
  }

  static bool milliseconds(std::string_view digits, std::int64_t& ms) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), ms);
    return error == std::errc() && end == digits.data() + digits.size() && ms >= 0 && ms < (1ll << 53);
  }

  void begin_utterance(std::string_view code, std::string_view value, std::uint32_t line) {
    has_utterance_ = true;
    current_ = {};
    const ChatLine read = read_chat_line(without_bullets(value, current_.start_ms, current_.end_ms));
    const auto person = people_.find(std::string(code));
    current_.speaker = person == people_.end() ? std::string(code) : person->second.name;
    current_.line = line;
    current_.text = read.text;
    current_.marks = read.marks;
    has_words_ = read.has_words;
    if (read.codes) left_out_.add(phrase::left_codes, line, read.codes);
    if (read.events) left_out_.add(phrase::left_events, line, read.events);
  }

  void dependent(std::string_view key, std::string_view value, std::uint32_t line) {
    if (equals_ignoring_ascii_case(key, "%wor")) {
      word_line_ = value;
      return;
    }
    if (equals_ignoring_ascii_case(key, "%snd") || equals_ignoring_ascii_case(key, "%mov")) {
      std::int64_t from_ms = 0, to_ms = 0;
      if (has_utterance_ && current_.start_ms == kNoTime && bullet(value, from_ms, to_ms)) {
        current_.start_ms = from_ms;
        current_.end_ms = to_ms;
      }
      return;
    }
    left_out_.add(phrase::left_tier_lines, line, 1, brief(key));
  }

  // Words of a %wor line with the bullet after each.
  void attach_word_line() {
    std::vector<TimedWord> words;
    std::vector<std::string> cleaned;
    std::string_view rest = word_line_;
    while (true) {
      const std::size_t open = rest.find(kBullet);
      const std::size_t close = open == std::string_view::npos ? open : rest.find(kBullet, open + 1);
      if (close == std::string_view::npos) break;
      std::string_view word = trim(rest.substr(0, open));
      word = word.substr(word.find_last_of(" \t") + 1);  // npos + 1 is 0
      TimedWord timed;
      if (bullet(rest.substr(open + 1, close - open - 1), timed.start_ms, timed.end_ms)) {
        cleaned.push_back(read_chat_line(word).text);
        words.push_back(timed);
      }
      rest.remove_prefix(close + 1);
    }
    for (std::size_t i = 0; i < words.size(); ++i) words[i].text = cleaned[i];
    if (const std::size_t missing = attach_words(current_, words))
      left_out_.add(phrase::left_utterance_words, current_.line, missing);
  }

  bool flush() {
    if (!has_utterance_) return true;
    has_utterance_ = false;
    if (!word_line_.empty()) attach_word_line();
    word_line_.clear();
    if (!has_words_) {
      left_out_.add(phrase::left_empty_utterances, current_.line);
      if (join_) return true;
    }
    return add_utterance(joiner_, current_);
  }

  std::string_view text_;
  TranscriptBuilder builder_;
  CueJoiner joiner_;
  bool join_, has_utterance_ = false, has_words_ = false;
  Utterance current_;
  std::string word_line_;
  std::unordered_map<std::string, Person> people_;
  LeftOut headers_, left_out_;
};

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return ChatReader(input.text, options.join).read();
}

}  // namespace

const FormatReader chat_reader = {"chat", 58, sniff, read};

}  // namespace visavis
