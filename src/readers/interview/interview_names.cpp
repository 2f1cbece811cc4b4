// Which labels are one person: brackets after a name, surname or first name after the full name, initials.
#include <algorithm>
#include <unordered_map>

#include "base/order.h"
#include "base/unicode.h"
#include "readers/interview/interview_speakers.h"
#include "readers/interview/interview_text.h"
#include "words/reports.h"

namespace visavis::interview {
namespace {

struct Name {
  std::vector<std::string> tokens;  // folded, without forms of address, before a comma
  std::string honorific;            // the last form of address, folded
  std::string initials;             // folded
  bool personal = true;             // could be one person's name: no digits, no words for a part
};

// "Ana Lopez & Ben Ray" are two who speak at once, neither of them.
bool joins_names(std::string_view token) noexcept {
  for (const std::string_view word :
       {std::string_view("&"), std::string_view("+"), std::string_view("/"), std::string_view("and"),
        std::string_view("und"), std::string_view("et")})
    if (word == token) return true;
  return false;
}

Name parse_name(std::string_view base) {
  Name name;
  const std::size_t comma = std::min(base.find(','), base.size());
  base = trim(base.substr(0, comma));
  for (std::size_t at = 0; at < base.size();) {
    std::size_t end = at;
    while (end < base.size()) {
      std::size_t next = end;
      if (is_space(next_code_point(base, next))) break;
      end = next;
    }
    std::string token = fold_case(base.substr(at, end - at));
    while (!token.empty() && (token.back() == '.' || token.back() == ':')) token.pop_back();
    if (!token.empty()) {
      for (const char c : token)
        if (c >= '0' && c <= '9') name.personal = false;
      const bool last = trim(base.substr(end)).empty();
      if (is_honorific(token) && !last && name.tokens.empty()) {
        name.honorific = token;
      } else {
        if (is_role_word(token) || joins_names(token)) name.personal = false;
        std::size_t first = 0;
        next_code_point(token, first);
        name.initials += token.substr(0, first);
        name.tokens.push_back(std::move(token));
      }
    }
    std::size_t next = end;
    if (next < base.size()) next_code_point(base, next);
    at = next;
  }
  if (name.tokens.empty()) name.personal = false;
  return name;
}

bool is_gendered(std::string_view honorific) noexcept {
  for (const std::string_view h : {std::string_view("mr"), std::string_view("mrs"), std::string_view("ms"),
                                   std::string_view("herr"), std::string_view("frau"), std::string_view("m"),
                                   std::string_view("mme"), std::string_view("sr"), std::string_view("sra")})
    if (h == honorific) return true;
  return false;
}

// "Sir Anthony", "doña Clara", or the bare name.
bool goes_with_first_name(std::string_view honorific) noexcept {
  for (const std::string_view h :
       {std::string_view(), std::string_view("sir"), std::string_view("dame"), std::string_view("lord"),
        std::string_view("lady"), std::string_view("don"), std::string_view("doña")})
    if (h == honorific) return true;
  return false;
}

// A surname, a first name or initials that may stand for the full name.
bool may_stand_for(const Name& brief, const Name& full) {
  if (!brief.personal || !full.personal) return false;
  // "Herr Holm" and "Holm"
  if (full.tokens.size() == 1)
    return !full.honorific.empty() && brief.honorific.empty() && brief.tokens == full.tokens;
  if (brief.tokens.size() >= full.tokens.size()) return false;
  if (is_gendered(brief.honorific) && is_gendered(full.honorific) && brief.honorific != full.honorific)
    return false;
  if (brief.tokens.size() == 1) {
    const std::string& token = brief.tokens[0];
    if (token == full.tokens.back()) return true;
    if (goes_with_first_name(brief.honorific) && token == full.tokens.front() && token.size() > 1)
      return true;
    // The first of two surnames, a name in the middle.
    if (brief.honorific.empty() && count_code_points(token, 3) >= 3 &&
        std::find(full.tokens.begin() + 1, full.tokens.end(), token) != full.tokens.end())
      return true;
    // "D'Entremont", "van Wirdum" stand as written; initials need two letters.
    if (!brief.honorific.empty()) return false;
    std::string bare;
    for (const char c : token)
      if (c != '.') bare += c;
    if (count_code_points(bare, 8) < 2) return false;
    return bare == full.initials || (full.tokens.size() > 2 && bare.size() == 2 &&
                                     bare[0] == full.initials.front() && bare[1] == full.initials.back());
  }
  // "van Wirdum", "Lady Gaga Smith" for the whole: the last tokens in order.
  return std::equal(brief.tokens.rbegin(), brief.tokens.rend(), full.tokens.rbegin()) ||
         (brief.tokens.front() == full.tokens.front() && brief.tokens.back() == full.tokens.back()) ||
         std::search(full.tokens.begin(), full.tokens.end(), brief.tokens.begin(), brief.tokens.end()) !=
             full.tokens.end();
}

// "Mr. Holm" and "Mrs. Holm" are two.
bool is_same(const Name& a, const Name& b) {
  return a.tokens == b.tokens && (a.tokens.size() > 1 || a.honorific == b.honorific);
}

// One word with a capital that is no part somebody plays: "Kadushkin", not "baker", not "Interviewer".
bool is_surname(std::string_view bracket) noexcept {
  std::size_t at = 0;
  return !bracket.empty() && bracket.find(' ') == std::string_view::npos &&
         is_upper(next_code_point(bracket, at)) && !is_role_word(fold_case(bracket)) &&
         !is_all_capitals(bracket);
}

class Persons {
 public:
  Persons(const Page& page, Findings& findings) : page_(page), findings_(findings) {}

  void run() {
    for (std::size_t i = 0; i < findings_.labels.size(); ++i)
      if (findings_.labels[i].accepted > 0) order_.push_back(static_cast<std::int32_t>(i));
    order_ids(order_, [&](std::int32_t a, std::int32_t b) {
      return findings_.labels[static_cast<std::size_t>(a)].first_line <
             findings_.labels[static_cast<std::size_t>(b)].first_line;
    });
    parent_.resize(findings_.labels.size());
    apart_.resize(findings_.labels.size());
    for (std::size_t i = 0; i < parent_.size(); ++i) parent_[i] = i;
    merge_brackets();
    merge_declared();
    merge_names();
    build();
  }

 private:
  Label& label(std::size_t i) { return findings_.labels[i]; }
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void unite(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    if (a == b) return;
    if (label(b).first_line < label(a).first_line) std::swap(a, b);
    parent_[b] = a;
  }

  // "Ana Lopez (baker)" and "Ana Lopez"; but "The CHAIR (Mr. A)" and "The CHAIR (Ms. B)" are two.
  void merge_brackets() {
    std::unordered_map<std::string, std::vector<std::size_t>> by_base;
    for (const std::size_t i : order_) by_base[fold_case(label(i).base)].push_back(i);
    for (const std::size_t i : order_) {
      const auto found = by_base.find(fold_case(label(i).base));
      if (found == by_base.end() || found->second.size() < 2 || found->second.front() != i) continue;
      const Name name = parse_name(label(i).base);
      std::string seen;
      bool one_holder = true;
      for (const std::size_t k : found->second) {
        const std::string& bracket = label(k).bracket;
        if (bracket.empty()) continue;
        if (seen.empty())
          seen = bracket;
        else if (!bracket.starts_with(seen) && !seen.starts_with(bracket))
          one_holder = false;
      }
      // "Vesna (Kadushkin)" and "Vesna (Horoshylov)": a first name, and each time a surname.
      bool surnames = !one_holder && name.tokens.size() == 1;
      for (const std::size_t k : found->second)
        surnames = surnames && label(k).accepted >= 2 && is_surname(label(k).bracket);
      if (!one_holder && (!name.personal || surnames)) {
        for (const std::size_t k : found->second) apart_[k] = true;
        continue;
      }
      for (const std::size_t k : found->second) unite(i, k);
    }
  }

  // "Ana Lopez (AL)" and "AL".
  void merge_declared() {
    std::unordered_map<std::string, std::size_t> by_base;
    for (const std::size_t i : order_) by_base.try_emplace(fold_case(label(i).base), i);
    for (const std::size_t i : order_) {
      if (label(i).bracket.empty()) continue;
      const auto found = by_base.find(fold_case(label(i).bracket));
      if (found != by_base.end()) unite(i, found->second);
    }
    merge_numbered();
    // "P" and "Pregunta" ask alike.
    for (const std::size_t i : order_) {
      if (!is_question_word(label(i).base)) continue;
      std::size_t first = 0;
      next_code_point(label(i).base, first);
      const auto letter = by_base.find(fold_case(label(i).base.substr(0, first)));
      if (letter != by_base.end()) unite(i, letter->second);
    }
    for (std::size_t h = 0; h < findings_.hints.size(); ++h) {
      const Hint& hint = findings_.hints[h];
      const auto brief = by_base.find(fold_case(hint.initials)), full = by_base.find(fold_case(hint.name));
      if (!hint.initials.empty() && brief != by_base.end()) {
        if (full != by_base.end()) unite(full->second, brief->second);
        hint_of_[root(brief->second)] = h;
      } else if (full != by_base.end()) {
        hint_of_.try_emplace(root(full->second), h);
      }
    }
  }

  // "Q1" and "A1", "Q2" and "A2": each once, one who asks and one who answers.
  void merge_numbered() {
    std::unordered_map<char, std::vector<std::size_t>> by_letter;
    for (const std::size_t i : order_) {
      const std::string& base = label(i).base;
      const bool digits = base.size() >= 2 && base.size() <= 4 &&
                          base.find_first_not_of("0123456789", 1) == std::string::npos;
      if (digits && label(i).accepted == 1) by_letter[base[0]].push_back(i);
    }
    for (const std::string_view pair :
         {std::string_view("QA"), std::string_view("PR"), std::string_view("FA")}) {
      const auto asks = by_letter.find(pair[0]), answers = by_letter.find(pair[1]);
      if (asks == by_letter.end() || answers == by_letter.end()) continue;
      const std::size_t many = asks->second.size(), few = answers->second.size();
      if (std::max(many, few) > std::min(many, few) + 1 || many < 2) continue;
      for (const auto& side : {asks->second, answers->second})
        for (const std::size_t i : side) {
          unite(side.front(), i);
          label(i).base.resize(1);
        }
    }
  }

  void merge_names() {
    if (findings_.is_chat) return;  // who is in a chat has one name there, and another name is somebody else
    // At most so many full names are compared with so many brief ones; more are a register, not a talk.
    constexpr std::size_t kMostNames = 3000;
    std::vector<Name> names(findings_.labels.size());
    std::vector<std::size_t> full, brief;
    for (const std::size_t i : order_) {
      names[i] = parse_name(label(i).base);
      if (!names[i].personal) continue;
      if ((names[i].tokens.size() >= 2 || !names[i].honorific.empty()) && full.size() < kMostNames)
        full.push_back(i);
      if (brief.size() < kMostNames) brief.push_back(i);
    }
    std::vector<Name> hints;
    for (const Hint& hint : findings_.hints) hints.push_back(parse_name(hint.name));
    std::unordered_map<std::string, std::vector<std::size_t>> full_by_token;
    for (const std::size_t i : full) {
      index_tokens(names[i], i, full_by_token);
    }
    std::unordered_map<std::string, std::vector<std::size_t>> hint_by_token;
    for (std::size_t h = 0; h < hints.size(); ++h) index_tokens(hints[h], h, hint_by_token);
    std::vector<std::pair<std::size_t, std::size_t>> unions;
    for (const std::size_t i : brief) {
      if (apart_[i]) continue;
      const std::string key = key_of(names[i]);
      std::size_t match = kNobody;
      bool several = false;
      if (const auto found = full_by_token.find(key); found != full_by_token.end())
        for (const std::size_t f : found->second) {
          if (f == i || root(f) == root(i) || !may_stand_for(names[i], names[f])) continue;
          if (match != kNobody && may_stand_for(names[f], names[match])) continue;
          if (match != kNobody && root(match) != root(f) && !is_same(names[match], names[f]) &&
              !may_stand_for(names[match], names[f]))
            several = true;
          match = f;
        }
      std::size_t hinted = kNobody;
      if (const auto found = hint_by_token.find(key); found != hint_by_token.end())
        for (const std::size_t h : found->second) {
          if (!may_stand_for(names[i], hints[h])) continue;
          if (match != kNobody &&
              (hints[h].tokens == names[match].tokens || may_stand_for(names[match], hints[h])))
            continue;
          if (hinted != kNobody && hints[hinted].tokens != hints[h].tokens) several = true;
          if (match != kNobody) several = true;
          hinted = h;
        }
      if (several) continue;
      if (match != kNobody)
        unions.emplace_back(match, i);
      else if (hinted != kNobody)
        hint_of_.try_emplace(root(i), hinted);
    }
    for (const auto& [a, b] : unions) unite(a, b);
    // Two labels of one hint are one person.
    std::unordered_map<std::size_t, std::size_t> by_hint;
    std::vector<std::int32_t> hinted;
    for (const auto& hint : hint_of_) hinted.push_back(static_cast<std::int32_t>(hint.first));
    order_ids(hinted, std::less<>());
    for (const std::int32_t id : hinted) {
      const auto i = static_cast<std::size_t>(id);
      const std::size_t h = hint_of_.at(i);
      const auto [at, fresh] = by_hint.try_emplace(h, i);
      if (!fresh) unite(at->second, i);
    }
    std::unordered_map<std::size_t, std::size_t> moved;
    for (const std::int32_t id : hinted) {
      const auto i = static_cast<std::size_t>(id);
      moved.try_emplace(root(i), hint_of_.at(i));
    }
    hint_of_ = std::move(moved);
  }

  static std::string key_of(const Name& name) {
    return name.tokens.empty() ? std::string() : name.tokens.back();
  }

  // By what a brief form could end in: last token, first token, initials.
  static void index_tokens(const Name& name, std::size_t id,
                           std::unordered_map<std::string, std::vector<std::size_t>>& index) {
    if (!name.personal || (name.tokens.size() < 2 && name.honorific.empty())) return;
    constexpr std::size_t kMostAlike = 64;
    const auto put = [&](const std::string& key) {
      auto& list = index[key];
      if (list.size() < kMostAlike && (list.empty() || list.back() != id)) list.push_back(id);
    };
    for (std::size_t i = 0; i < std::min<std::size_t>(name.tokens.size(), 6); ++i) put(name.tokens[i]);
    put(name.tokens.back());
    put(name.initials);
    std::string dotted;
    for (std::size_t i = 0; i < name.tokens.size(); ++i) {
      std::size_t first = 0;
      next_code_point(name.tokens[i], first);
      dotted += (i ? "." : "") + name.tokens[i].substr(0, first);
    }
    put(dotted);
    if (name.tokens.size() > 2 && name.initials.size() >= 2)
      put(std::string{name.initials.front(), name.initials.back()});
  }

  // More tokens are fuller; a form of address counts last.
  static std::size_t fullness(const Name& name) { return name.tokens.size() * 2 + !name.honorific.empty(); }

  void build() {
    std::unordered_map<std::size_t, std::int32_t> ids;
    std::vector<std::size_t> best;
    for (const std::size_t i : order_) {
      const auto [at, fresh] = ids.try_emplace(root(i), static_cast<std::int32_t>(findings_.persons.size()));
      const auto person = static_cast<std::size_t>(at->second);
      if (fresh) {
        findings_.persons.emplace_back();
        best.push_back(i);
      }
      label(i).person = at->second;
      if (fullness(parse_name(label(i).base)) > fullness(parse_name(label(best[person]).base)))
        best[person] = i;
    }
    for (const std::size_t i : order_) {
      const auto id = static_cast<std::size_t>(label(i).person);
      Person& person = findings_.persons[id];
      if (person.name.empty()) {
        const bool apart = apart_[best[id]];
        person.name = apart ? label(best[id]).name : label(best[id]).base;
        if (const auto hint = hint_of_.find(root(i)); hint != hint_of_.end()) {
          const Hint& found = findings_.hints[hint->second];
          person.role = found.role;
          if (parse_name(found.name).tokens.size() > parse_name(person.name).tokens.size())
            person.name = found.name;
        }
      }
      const std::string bracket = fold_case(label(i).bracket), base = fold_case(label(i).base);
      for (const std::string& word : {bracket, base}) {
        if (word == "interviewer" || word == "interviewerin") person.role = Role::interviewer;
        if (word == "interviewee") person.role = Role::interviewee;
        if (word == "moderator" || word == "moderatorin") person.role = Role::moderator;
        if (word == "participant") person.role = Role::participant;
      }
      for (const std::string& form : {label(i).name, label(i).base}) {
        if (form != label(i).name && apart_[i]) continue;
        if (form == person.name ||
            std::find(person.aliases.begin(), person.aliases.end(), form) != person.aliases.end())
          continue;
        if (form == label(i).base && form != label(i).name && label(i).base != person.name &&
            fold_case(form) == fold_case(person.name))
          continue;
        const std::uint32_t line = page_.lines[label(i).first_line].number;
        person.aliases.push_back(form);
        findings_.entries.push_back(
            {line, ReportLevel::info, Message(phrase::alias_merged, {form, person.name})});
      }
    }
    name_question_and_answer();
  }

  // Who asks and who answers is what the letters say.
  void name_question_and_answer() {
    Person* asks = nullptr;
    Person* answers = nullptr;
    for (Person& person : findings_.persons) {
      const std::string folded = fold_case(person.name);
      if (folded == "q") asks = &person;
      if (folded == "a") answers = &person;
    }
    if (!asks || !answers || asks->role != Role::unknown || answers->role != Role::unknown) return;
    asks->role = Role::interviewer;
    answers->role = Role::interviewee;
  }

  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);
  const Page& page_;
  Findings& findings_;
  std::vector<std::int32_t> order_;  // labels by their first line
  std::vector<std::size_t> parent_;
  std::vector<bool> apart_;                               // forms that only their brackets tell from others
  std::unordered_map<std::size_t, std::size_t> hint_of_;  // root label to hint
};

}  // namespace

void resolve_persons(const Page& page, Findings& findings) { Persons(page, findings).run(); }

}  // namespace visavis::interview
