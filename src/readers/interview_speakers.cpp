#include "readers/interview_speakers.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/unicode.h"

namespace visavis::interview {
namespace {

// Conventions that are judged together: what is a label in one style of a family is one in the others.
enum Family : std::uint8_t {
  kColon,
  kStamped,
  kPeriod,
  kDash,
  kTab,
  kBracket,
  kAngle,
  kBold,
  kAlone,
  kHash,
  kFamilies
};

Family family_of(const Candidate& candidate) noexcept {
  switch (candidate.style) {
    case Style::colon:
      return kColon;
    case Style::stamped:
      return kStamped;
    case Style::period:
      return kPeriod;
    case Style::dash:
      return kDash;
    case Style::tab:
      return kTab;
    case Style::bracket:
      return candidate.has_stamp ? kStamped : kBracket;
    case Style::angle:
      return kAngle;
    case Style::bold:
      return kBold;
    default:
      return candidate.has_stamp ? kStamped : candidate.heading ? kHash : kAlone;
  }
}

// How a label stands on its line; a document keeps to one way.
enum Trait : std::uint8_t {
  kAfterBlank,
  kIsBold,
  kIsHeading,
  kHasStamp,
  kTight,
  kDashed,
  kEmpty,
  kIndented,
  kTraits
};

struct Tally {
  std::array<std::uint32_t, kFamilies> counts{};
  std::array<std::uint32_t, kTraits> traits{};
  bool remark = false;
  std::uint32_t empty_times = 0;  // lines with a time and no words, on them or below
  bool url = false;               // only ever names an address
  std::array<bool, kFamilies> accepted{};
};

std::string strip_marks(std::string_view label) {
  std::string out;
  for (const char c : collapse_spaces(label))
    if (c != '*' && c != '`' && c != '\\') out += c;
  return std::string(trim(out));
}

// Splits "Name (carpenter)" into name and bracket. Nested brackets go together.
void split_bracket(const std::string& name, std::string& base, std::string& bracket) {
  base = name;
  bracket.clear();
  static constexpr std::string_view kPairs[][2] = {{"(", ")"}, {"[", "]"}, {"（", "）"}, {"【", "】"}};
  for (const auto& pair : kPairs) {
    if (!name.ends_with(pair[1])) continue;
    std::size_t at = name.size();
    int depth = 0;
    while (at > 0) {
      --at;
      const std::string_view here = std::string_view(name).substr(at);
      if (here.starts_with(pair[1])) ++depth;
      if (here.starts_with(pair[0]) && --depth == 0) break;
    }
    if (depth != 0 || at == 0) continue;
    base = std::string(trim(std::string_view(name).substr(0, at)));
    bracket = name.substr(at + pair[0].size(), name.size() - at - pair[0].size() - pair[1].size());
    return;
  }
}

bool is_address(std::string_view text) noexcept {
  text = trim(text);
  return (text.starts_with("http") || text.starts_with("<http") || text.starts_with("www.")) &&
         text.find(' ') == std::string_view::npos;
}

class Decision {
 public:
  Decision(std::string_view text, const Page& page, const Corrections& corrections, Findings& out)
      : text_(text), page_(page), out_(out) {
    for (const LineCorrection& c : corrections.lines) corrected_[c.line] = c.kind;
  }

  void run() {
    collect();
    count_units();
    count_empty_times();
    profile();
    look_for_headings();
    for (std::size_t f = 0; f < kFamilies; ++f) judge(static_cast<Family>(f));
    settle_rivals();
    read_head_block();
    apply();
  }

 private:
  const Line& line(std::size_t i) const { return page_.lines[i]; }
  std::string_view words(std::size_t i) const { return slice(text_, page_.lines[i].span); }
  Candidate* candidate(std::size_t i) {
    const std::int32_t c = out_.uses[i].candidate;
    return c < 0 ? nullptr : &out_.candidates[static_cast<std::size_t>(c)];
  }
  Tally& tally(std::int32_t label) { return tallies_[static_cast<std::size_t>(label)]; }
  Label& label(std::int32_t id) { return out_.labels[static_cast<std::size_t>(id)]; }

  std::int32_t intern(std::string_view written) {
    std::string name = strip_marks(written);
    std::string key = fold_case(name);
    const auto [at, fresh] = ids_.try_emplace(std::move(key), static_cast<std::int32_t>(out_.labels.size()));
    if (fresh) {
      Label made;
      made.name = std::move(name);
      split_bracket(made.name, made.base, made.bracket);
      made.shape = label_shape(made.base);
      Tally tally;
      std::string folded = fold_case(made.base);
      while (!folded.empty() && (is_digit(static_cast<unsigned char>(folded.back())) || folded.back() == ' '))
        folded.pop_back();
      tally.remark = is_remark_word(folded);
      out_.labels.push_back(std::move(made));
      tallies_.push_back(tally);
    }
    return at->second;
  }

  // The line as a label, because a person said it is one.
  Candidate forced_candidate(std::size_t i) const {
    Candidate made;
    if (find_candidate(text_, line(i).span, made) && !made.label.empty()) return made;
    made = {};
    const Span span = line(i).span;
    std::size_t colon = words(i).find(':'), size = 1;
    const std::size_t wide = words(i).find("：");
    if (wide < colon) {
      colon = wide;
      size = 3;
    }
    made.label = {span.begin, colon == std::string_view::npos
                                  ? span.end
                                  : span.begin + static_cast<std::uint32_t>(colon)};
    made.text = {
        colon == std::string_view::npos ? span.end : made.label.end + static_cast<std::uint32_t>(size),
        span.end};
    made.text = trim(text_, made.text);
    return made;
  }

  void collect() {
    out_.uses.resize(page_.lines.size());
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      if (line(i).role != LineRole::text) continue;
      LineUse& use = out_.uses[i];
      const auto correction = corrected_.find(line(i).number);
      if (correction != corrected_.end()) {
        use.use = correction->second == LineKind::text      ? Use::text
                  : correction->second == LineKind::heading ? Use::heading
                                                            : Use::label;
        if (use.use != Use::label) continue;
        use.candidate = static_cast<std::int32_t>(out_.candidates.size());
        out_.candidates.push_back(forced_candidate(i));
        use.label = intern(slice(text_, out_.candidates.back().label));
        continue;
      }
      Candidate found;
      if (!find_candidate(text_, line(i).span, found)) continue;
      use.candidate = static_cast<std::int32_t>(out_.candidates.size());
      out_.candidates.push_back(found);
      if (found.label.empty()) continue;
      use.label = intern(slice(text_, found.label));
      Label& made = label(use.label);
      Tally& counts = tally(use.label);
      const bool address = is_address(slice(text_, found.text));
      if (made.count++ == 0) {
        made.first_line = static_cast<std::uint32_t>(i);
        counts.url = address;
      }
      counts.url = counts.url && address;
      ++counts.counts[family_of(found)];
      const bool traits[kTraits] = {after_blank(i), found.bold,   found.heading,      found.has_stamp,
                                    found.tight,    found.dashed, found.text.empty(), line(i).indent > 0};
      for (std::size_t t = 0; t < kTraits; ++t) counts.traits[t] += traits[t];
    }
  }

  // A time alone on the line before counts as an empty line.
  bool after_blank(std::size_t i) const {
    if (i == 0 || line(i).after_blank || line(i - 1).role != LineRole::text) return true;
    const std::int32_t before = out_.uses[i - 1].candidate;
    if (before < 0) return false;
    const Candidate& c = out_.candidates[static_cast<std::size_t>(before)];
    return c.heading || (c.style == Style::timed && c.text.empty());
  }

  // Lines that could open a turn: paragraphs where empty lines part them, else lines that go on no sentence.
  void count_units() {
    std::size_t lines = 0, blanks = 0, openings = 0, before = page_.lines.size();
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      if (line(i).role != LineRole::text) continue;
      const Candidate* c = candidate(i);
      if (c && c->style == Style::timed && c->text.empty()) continue;
      if (atx_level(words(i)) && !(c && c->style == Style::colon)) continue;
      ++lines;
      blanks += after_blank(i);
      const bool goes_on = before < i && !after_blank(i) && !ends_sentence(words(before)) &&
                           !(c && !c->label.empty()) &&
                           !(candidate(before) && candidate(before)->style == Style::alone);
      openings += !goes_on;
      before = i;
    }
    units_ = std::max<std::size_t>(1, blanks * 5 >= lines * 2 ? blanks : openings);
    lines_ = lines;
  }

  bool plausible(std::int32_t id, Family family) {
    const Tally& counts = tally(id);
    return counts.counts[family] > 0 && label(id).shape != Shape::none && !counts.remark && !counts.url;
  }

  // The traits that nearly all lines of labels that return have.
  void profile() {
    for (std::size_t f = 0; f < kFamilies; ++f) {
      std::array<std::uint64_t, kTraits> sums{};
      std::uint64_t total = 0;
      const auto sum = [&](std::uint32_t least) {
        for (std::size_t i = 0; i < tallies_.size(); ++i) {
          const auto id = static_cast<std::int32_t>(i);
          if (!plausible(id, static_cast<Family>(f)) || label(id).count < least) continue;
          total += label(id).count;
          for (std::size_t t = 0; t < kTraits; ++t) sums[t] += tallies_[i].traits[t];
        }
      };
      sum(3);
      if (total < 4) {
        total = 0;
        sums = {};
        sum(2);
      }
      if (total < 3) continue;
      for (std::size_t t = 0; t < kTraits; ++t) {
        if (t == kEmpty) {
          usual_[f][t] = sums[t] * 20 >= total * 19 ? 1 : sums[t] * 50 <= total ? -1 : 0;
          continue;
        }
        usual_[f][t] = sums[t] * 10 >= total * 9 ? 1 : sums[t] * 20 <= total ? -1 : 0;
      }
    }
  }

  // True where the label stands otherwise than this document's labels do.
  bool is_odd(std::int32_t id, Family family) {
    const Tally& counts = tally(id);
    const std::uint32_t n = label(id).count;
    for (std::size_t t = 0; t < kTraits; ++t) {
      const int usual = usual_[family][t];
      const bool has = counts.traits[t] * 2 > n;
      if (usual == 1 && !has) return true;
      // Standing after an empty line, an indent or a space too many is no fault.
      if (usual == -1 && has && t != kAfterBlank && t != kTight && t != kEmpty && t != kIndented) return true;
      if (usual == -1 && has && t == kTight && units_ > 8) return true;
    }
    return false;
  }

  void judge(Family family) {
    std::uint64_t recurring = 0, all = 0, strong = 0, keys = 0, candidates = 0, honorifics = 0;
    for (std::size_t i = 0; i < tallies_.size(); ++i) {
      const auto id = static_cast<std::int32_t>(i);
      candidates += tallies_[i].counts[family];
      if (!plausible(id, family)) continue;
      const std::uint32_t n = tallies_[i].counts[family];
      all += n;
      if (label(id).shape == Shape::strong) strong += n;
      if (n >= 2) {
        recurring += n;
        ++keys;
      }
      if (is_addressed(label(id).base)) honorifics += n;
    }
    if (candidates == 0) return;
    bool structured = false;
    switch (family) {
      case kColon:
        structured = (recurring >= 3 && recurring * 60 >= units_) ||
                     (recurring >= 2 && (recurring * 4 >= units_ || strong * 3 >= units_)) ||
                     (strong > 0 && strong * 2 >= units_) || is_question_and_answer(kColon) ||
                     stand_above_text();
        break;
      case kStamped:
        structured = (recurring >= 2 && recurring * 25 >= units_) || (strong >= 2 && strong * 5 >= units_) ||
                     (strong == 1 && units_ <= 3);
        break;
      case kPeriod: {
        const bool dialogue = is_question_and_answer(kPeriod);
        addressed_ = honorifics * 2 >= recurring && honorifics >= 2;
        structured =
            dialogue || (honorifics >= 2 && recurring >= 2) || (recurring >= 3 && recurring * 25 >= lines_) ||
            (recurring >= 2 && recurring * 3 >= units_) || (honorifics >= 2 && honorifics * 25 >= lines_);
        break;
      }
      case kDash:
        structured = (recurring >= 3 && recurring * 3 >= units_ && recurring * 2 >= candidates) ||
                     is_question_and_answer(kDash);
        break;
      case kTab:
        structured = recurring >= 2 && all * 5 >= units_ * 3;
        break;
      case kBracket:
      case kAngle:
        structured = recurring >= 2 && recurring < all + (keys >= 2) && all * 2 >= units_;
        break;
      case kBold:
        structured = recurring >= 3 && recurring * 4 >= units_ && recurring * 10 >= candidates * 6;
        break;
      case kAlone:
      case kHash:
        structured = keys >= 2 && alternates(family);
        break;
      default:
        break;
    }
    if (!structured) return;
    structured_[family] = true;
    accepted_[family] = 0;
    sparse_ = all * 3 < units_;
    const bool regular = all * 5 >= units_ * 4;  // nearly every paragraph opens with a label
    for (std::size_t i = 0; i < tallies_.size(); ++i) {
      const auto id = static_cast<std::int32_t>(i);
      const std::uint32_t n = tallies_[i].counts[family];
      if (n == 0 || !takes(id, family, n, regular)) continue;
      tallies_[i].accepted[family] = true;
      accepted_[family] += n;
    }
  }

  // "Privacy: what went wrong": where the turns end in stops and other lines are headings, a label that comes
  // once, with a few words and no stop after it, right above a turn, is a heading too.
  bool is_heading_with_colon(std::int32_t id) {
    const Label& made = label(id);
    if (made.count != 1 || !headings_stand_out_) return false;
    const std::size_t i = made.first_line;
    const Candidate* c = candidate(i);
    if (!c || c->style != Style::colon || c->text.empty() || ends_sentence(words(i)) || ends_open(words(i)))
      return false;
    if (count_code_points(words(i), 90) > 90 || count_spaced_words(words(i)) > 14) return false;
    return i + 1 < page_.lines.size() && is_returning(i + 1);
  }

  bool is_returning(std::size_t i) {
    const std::int32_t id = out_.uses[i].label;
    return id >= 0 && label(id).count >= 2 && label(id).shape != Shape::none && !tally(id).remark;
  }

  void count_empty_times() {
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      const Candidate* c = candidate(i);
      if (!c || out_.uses[i].label < 0 || !c->has_stamp || !c->text.empty() || c->style != Style::colon)
        continue;
      std::size_t next = i + 1;
      while (next < page_.lines.size() && line(next).role == LineRole::furniture) ++next;
      const bool below = next < page_.lines.size() && line(next).role == LineRole::text &&
                         out_.uses[next].label < 0 && !atx_level(words(next));
      tally(out_.uses[i].label).empty_times += !below;
    }
  }

  bool is_talk(std::size_t i) {
    const std::int32_t id = out_.uses[i].label;
    return id >= 0 && label(id).shape == Shape::strong && !tally(id).remark &&
           candidate(i)->style != Style::alone;
  }

  void look_for_headings() {
    std::size_t turns = 0, stops = 0, headings = 0;
    for (std::size_t i = 0; i + 1 < page_.lines.size(); ++i) {
      if (line(i).role != LineRole::text) continue;
      if (is_talk(i)) {
        if (!(line(i + 1).after_blank || is_talk(i + 1)) || candidate(i)->text.empty()) continue;
        ++turns;
        stops += ends_sentence(words(i)) || ends_open(words(i));
      } else if (is_talk(i + 1)) {
        headings += !ends_sentence(words(i)) && !ends_open(words(i)) && count_code_points(words(i), 90) <= 90;
      }
    }
    headings_stand_out_ = turns >= 4 && stops * 10 >= turns * 8 && headings >= 1;
  }

  // "**Break:** [01:44]": a time and no words, where other labels have words.
  bool only_times(std::int32_t id) {
    return tally(id).empty_times > 0 && tally(id).empty_times == label(id).count;
  }

  bool is_question_and_answer(Family family) {
    const auto q = ids_.find("q"), a = ids_.find("a");
    return q != ids_.end() && a != ids_.end() && tally(q->second).counts[family] > 0 &&
           tally(a->second).counts[family] > 0;
  }

  // Full names that return with a colon and nothing after it: speeches of many paragraphs, few labels.
  bool stand_above_text() {
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < tallies_.size(); ++i) {
      const auto id = static_cast<std::int32_t>(i);
      if (plausible(id, kColon) && label(id).count >= 2 && label(id).shape == Shape::strong &&
          label(id).base.find(' ') != std::string::npos && tallies_[i].traits[kEmpty] == label(id).count)
        count += label(id).count;
    }
    return count >= 3;
  }

  // Where few paragraphs have labels, one that comes once counts only beside another.
  bool stands_alone_among_prose(std::int32_t id) {
    if (!sparse_ || label(id).count > 1) return false;
    if (usual_[kColon][kEmpty] == 1 && tally(id).traits[kEmpty] > 0) return false;
    const std::size_t i = label(id).first_line;
    const auto opens = [&](std::size_t k) {
      return line(k).role == LineRole::text && (out_.uses[k].label >= 0 || line(k).after_blank);
    };
    for (std::size_t k = i; k-- > 0;)
      if (opens(k)) {
        if (is_returning(k)) return false;
        break;
      }
    for (std::size_t k = i + 1; k < page_.lines.size(); ++k)
      if (opens(k)) return !is_returning(k);
    return true;
  }

  // "Mr. SMITH", "The CHAIR"
  static bool is_addressed(std::string_view base) {
    if (base.starts_with("The ")) return true;
    const std::size_t point = base.find(". ");
    return point != std::string_view::npos && point <= 6 && is_honorific(fold_case(base.substr(0, point)));
  }

  bool takes(std::int32_t id, Family family, std::uint32_t n, bool regular) {
    const Label& made = label(id);
    const Tally& counts = tally(id);
    if (counts.remark || counts.url) return false;
    if (family == kColon && (is_heading_with_colon(id) || stands_alone_among_prose(id) || only_times(id)))
      return false;
    if (made.shape == Shape::none)
      return n >= 6 && n * 20 >= units_ && made.base.size() <= 40 && !is_odd(id, family);
    const std::string folded = fold_case(made.base);
    const bool grammar = is_function_word(folded) && count_code_points(made.base, 2) > 1;
    if (grammar && n * 8 < units_) return false;
    switch (family) {
      case kAlone:
      case kHash:
        return n >= 2 && !grammar && !is_odd(id, family);
      case kTab:
      case kAngle:
        return n >= 2 || !is_odd(id, family);
      case kDash:
      case kBracket:
      case kBold:
        return n >= 2 || (made.shape == Shape::strong && !is_odd(id, family));
      case kPeriod:
        if (is_addressed(made.base)) return n >= 2 || !is_odd(id, family);
        if (made.base == "Q" || made.base == "A") return true;
        // Where speakers are addressed, capitals alone are an abbreviation.
        if (addressed_) return n * 5 >= units_;
        return n >= 2 || (!is_odd(id, family) && (made.base.find(' ') != std::string::npos || regular));
      default:
        break;
    }
    const bool odd = is_odd(id, family);
    if (made.shape == Shape::strong) return !odd || (n >= 3 && n * 50 >= units_);
    if (n >= 3) return !odd || n * 20 >= units_;
    return !odd && (regular || n == 2);
  }

  // Lines that are a name and nothing else, returning in turns, with text below each.
  bool alternates(Family family) {
    std::uint64_t good = 0, bad = 0, all = 0;
    std::int32_t last = -1;
    std::uint64_t changes = 0;
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      const Candidate* c = candidate(i);
      if (!c || out_.uses[i].label < 0 || family_of(*c) != family) continue;
      const std::int32_t id = out_.uses[i].label;
      ++all;
      if (!plausible(id, family) || tally(id).counts[family] < 2) continue;
      std::size_t next = i + 1;
      while (next < page_.lines.size() && line(next).role != LineRole::text) ++next;
      const bool has_text = next < page_.lines.size() && !(out_.uses[next].label >= 0 &&
                                                           tally(out_.uses[next].label).counts[family] >= 2 &&
                                                           family_of(*candidate(next)) == family);
      if (has_text)
        ++good;
      else
        ++bad;
      changes += id != last;
      last = id;
    }
    if (good < 4 || bad * 5 > good || changes * 2 < good) return false;
    return family == kHash ? good * 2 >= all : good * 5 >= units_ && good * 10 >= all * 6;
  }

  // Weak conventions give way to a strong one that carries the document.
  void settle_rivals() {
    const std::uint64_t firm = std::max({accepted_[kColon], accepted_[kStamped], accepted_[kPeriod]});
    for (const Family f : {kDash, kTab, kBracket, kAngle, kBold, kAlone, kHash})
      if (structured_[f] && firm * 2 >= accepted_[f]) structured_[f] = false;
    // Of the firm ones, one that is a trickle beside another is chance.
    for (const Family f : {kColon, kStamped, kPeriod})
      if (structured_[f] && accepted_[f] * 20 < firm && accepted_[f] < 3) structured_[f] = false;
    std::uint64_t most = 0;
    for (std::size_t f = 0; f < kFamilies; ++f)
      if (structured_[f]) most = std::max(most, accepted_[f]);
    for (const Family f : {kDash, kTab, kBracket, kAngle, kBold, kAlone, kHash})
      if (structured_[f] && accepted_[f] < most) structured_[f] = false;
  }

  // "Date: …", "Place: …", "Interviewer: Ana Lopez" above the talk: fields that come once, one below the
  // other, none of them a sentence, apart from what follows.
  void read_head_block() {
    if (!structured_[kColon]) return;
    std::size_t first_regular = page_.lines.size();
    for (std::size_t i = 0; i < page_.lines.size() && i < 200; ++i) {
      const std::int32_t id = out_.uses[i].label;
      if (id < 0 || !accepts(i)) continue;
      if (label(id).count >= 2 && !is_field(i)) {
        first_regular = i;
        break;
      }
    }
    if (first_regular == page_.lines.size()) return;
    std::size_t fields = 0, speech = 0;
    for (std::size_t i = 0; i < first_regular; ++i) {
      const Candidate* c = candidate(i);
      if (!c || out_.uses[i].label < 0 || c->style != Style::colon || c->heading) continue;
      if (is_field(i))
        ++fields;
      else if (accepts(i))
        ++speech;
    }
    if (fields == 0 || speech > 0) return;
    const bool apart = line(first_regular).after_blank || line(first_regular - 1).role != LineRole::text ||
                       (candidate(first_regular - 1) == nullptr);
    if (!apart && fields < 3) return;
    for (std::size_t i = 0; i < first_regular; ++i) {
      const Candidate* c = candidate(i);
      if (!c || out_.uses[i].label < 0 || c->style != Style::colon || c->heading || !is_field(i)) continue;
      head_until_ = std::max(head_until_, i + 1);
      add_hint(i, *c);
    }
  }

  // A short value that is no sentence.
  bool is_field(std::size_t i) {
    const Candidate* c = candidate(i);
    if (!c || c->style != Style::colon || c->bold != (usual_[kColon][kIsBold] == 1)) {
      if (!c || c->style != Style::colon) return false;
    }
    const std::string_view value = trim(slice(text_, c->text));
    if (value.empty() || value.size() > 120) return false;
    std::size_t at = value.size();
    const char32_t last = previous_code_point(value, at);
    if (last == '.' || last == '!' || last == '?' || last == U'。' || last == U'？' || last == U'！' ||
        last == U'…' || last == '-' || last == U'—' || last == ',' || last == ']' || last == U'؟')
      return false;
    // Names, dates and places: capitals, numbers, no grammar.
    std::size_t count = 0, grammar = 0, lower = 0;
    for (std::size_t word = 0; word < value.size();) {
      std::size_t end = std::min(value.find(' ', word), value.size());
      const std::string_view one = value.substr(word, end - word);
      if (!one.empty()) {
        ++count;
        std::size_t start = 0;
        const char32_t c0 = next_code_point(one, start);
        lower += is_word_character(c0) && !is_upper(c0) && !is_digit(c0);
        grammar += one.size() < 40 && is_function_word(fold_case(one));
      }
      word = end + 1;
    }
    const std::int32_t id = out_.uses[i].label;
    return grammar == 0 && count <= 12 && lower * 2 <= count && label(id).count <= 2 &&
           (count >= 2 || tally(id).remark || is_address(value) || label(id).count == 1);
  }

  void add_hint(std::size_t i, const Candidate& c) {
    const std::string folded = fold_case(label(out_.uses[i].label).base);
    Hint hint;
    if (folded == "interviewer" || folded == "interviewers" || folded == "interviewed by")
      hint.role = Role::interviewer;
    else if (folded == "interviewee" || folded == "narrator" || folded == "respondent")
      hint.role = Role::interviewee;
    else if (folded == "moderator")
      hint.role = Role::moderator;
    else if (folded == "participant" || folded == "participants" || folded == "speakers" ||
             folded == "guest" || folded == "host" || folded == "speaker")
      hint.role = Role::unknown;
    std::string value = collapse_spaces(slice(text_, c.text));
    std::string base, bracket;
    split_bracket(value, base, bracket);
    if (label_shape(base) != Shape::strong || base.find(' ') == std::string::npos) return;
    hint.name = base;
    hint.initials = bracket;
    // "AL: Ana Lopez" declares initials.
    if (hint.initials.empty() && folded.size() <= 4) hint.initials = label(out_.uses[i].label).base;
    out_.hints.push_back(std::move(hint));
  }

  bool accepts(std::size_t i) {
    const Candidate* c = candidate(i);
    if (!c || out_.uses[i].label < 0) return false;
    const Family family = family_of(*c);
    const Tally& counts = tally(out_.uses[i].label);
    if (structured_[family] && counts.accepted[family]) return true;
    // Another style of a label that is one already.
    if (family == kColon || family == kStamped || family == kPeriod ||
        (family == kHash && structured_[kColon] && false))
      for (const Family f : {kColon, kStamped, kPeriod})
        if (structured_[f] && counts.accepted[f]) return true;
    return false;
  }

  void apply() {
    std::uint64_t blank = 0, dashed = 0, labelled = 0, unnamed = 0, timed = 0, timed_text = 0;
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      LineUse& use = out_.uses[i];
      const Candidate* c = candidate(i);
      if (!c) continue;
      if (use.use == Use::label || (use.use == Use::none && i >= head_until_ && accepts(i))) {
        use.use = Use::label;
        Label& made = label(use.label);
        if (made.accepted++ == 0) made.first_line = static_cast<std::uint32_t>(i);
        ++labelled;
        blank += after_blank(i);
        dashed += c->dashed;
        continue;
      }
      unnamed += c->dashed;
      timed += c->has_stamp && c->label.empty();
      timed_text += c->has_stamp;
    }
    // A time inside the turns that only a few carry stays among their words.
    std::uint64_t inside = 0;
    for (std::size_t i = 0; i < page_.lines.size(); ++i)
      inside += out_.uses[i].use == Use::label && candidate(i)->text_with_stamp > 0;
    if (inside > 0 && inside * 2 < labelled)
      for (std::size_t i = 0; i < page_.lines.size(); ++i)
        if (out_.uses[i].use == Use::label && candidate(i)->text_with_stamp > 0)
          candidate(i)->text.begin = candidate(i)->text_with_stamp;
    out_.has_labels = labelled > 0;
    const bool dialogue = labelled * 2 < unnamed && unnamed >= 3 && unnamed * 3 >= units_;
    out_.has_unnamed = dialogue || (labelled > 0 && dashed * 2 > labelled && unnamed > 0);
    out_.timed_narration =
        labelled == 0 && !out_.has_unnamed && timed >= 2 && timed_text * 4 >= lines_ + timed;
    out_.turns = static_cast<std::uint32_t>(labelled);
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      LineUse& use = out_.uses[i];
      Candidate* c = candidate(i);
      if (!c || use.use != Use::none) continue;
      if (out_.has_unnamed && c->dashed) {
        use.use = Use::unnamed;
        ++out_.turns;
        blank += after_blank(i);
        if (c->style != Style::unnamed) undo_label(i, *c);
      } else if (c->has_stamp && (out_.timed_narration || (c->style == Style::timed && c->text.empty()))) {
        use.use = Use::timed;
        if (c->style != Style::timed) undo_label(i, *c);
        if (out_.timed_narration) ++out_.turns;
      }
    }
    out_.turns_after_blank = blank * 10 >= std::uint64_t{out_.turns} * 9;
    out_.turns_close_up = blank * 10 <= std::uint64_t{out_.turns} * 3 + 10 && out_.turns >= 2;
  }

  // The text of a line whose label was none.
  void undo_label(std::size_t i, Candidate& c) {
    c.text = trim(text_, {c.bare_text, line(i).span.end});
    c.label = {};
    out_.uses[i].label = -1;
  }

  std::string_view text_;
  const Page& page_;
  Findings& out_;
  std::unordered_map<std::uint32_t, LineKind> corrected_;
  std::unordered_map<std::string, std::int32_t> ids_;
  std::vector<Tally> tallies_;
  bool headings_stand_out_ = false, addressed_ = false, sparse_ = false;
  std::size_t units_ = 1, lines_ = 0, head_until_ = 0;
  std::array<std::array<int, kTraits>, kFamilies> usual_{};
  std::array<bool, kFamilies> structured_{};
  std::array<std::uint64_t, kFamilies> accepted_{};
};

}  // namespace

Findings find_labels(std::string_view text, const Page& page, const Corrections& corrections) {
  Findings findings;
  for (const std::string& name : page.speakers) findings.hints.push_back({name, {}, Role::unknown});
  Decision(text, page, corrections, findings).run();
  return findings;
}

}  // namespace visavis::interview
