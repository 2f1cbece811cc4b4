// What speaks for and against each label of a plain text, as features that hold or do not, beside what the
// reader decides: a JSON line a file for tests/bench/labels.mjs.
//
//   label_bench FILE…
#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "readers/interview/interview_decision.h"
#include "readers/interview/interview_label_parts.h"

namespace visavis::interview {

namespace {

constexpr const char* kFamilyNames[] = {"colon", "stamped", "period", "dash", "tab",    "bracket",
                                        "angle", "bold",    "alone",  "hash", "induced"};
static_assert(std::size(kFamilyNames) == kFamilies);
constexpr const char* kTraitNames[] = {"after blank", "bold",     "heading", "stamp",  "tight", "dashed",
                                       "empty",       "indented", "inside",  "phrase", "field"};
static_assert(std::size(kTraitNames) == kTraits);

}  // namespace

class Evidence {
 public:
  Evidence(std::string_view text, const Page& page) : page_(page), decision_(text, page, {}, findings_) {
    decision_.run();
    resolve_persons(page, findings_);
    if (findings_.persons.size() < 2) {
      Findings again;
      Decision rare(text, page, {}, again, &Decision::look_for_rare);
      rare.run();
      resolve_persons(page, again);
      with_rare_ = again.persons.size() > findings_.persons.size();
    }
    count();
  }

  // The document by another reading, with the conventions that are rare.
  bool with_rare() const { return with_rare_; }

  nlohmann::json labels() {
    nlohmann::json out = nlohmann::json::array();
    for (std::size_t i = 0; i < findings_.labels.size(); ++i)
      for (std::size_t f = 0; f < kFamilies; ++f)
        if (lines_[i][f] > 0) out.push_back(label(static_cast<std::int32_t>(i), static_cast<Family>(f)));
    return out;
  }

 private:
  struct Sums {
    std::uint32_t lines = 0, returning = 0, strong = 0, keys = 0, addressed = 0, capitals = 0, empty = 0,
                  changes = 0;
    std::int32_t last = -1;
  };

  const Tally& tally(std::size_t id) const { return decision_.tallies_[id]; }

  void count() {
    lines_.resize(findings_.labels.size());
    taken_.resize(findings_.labels.size());
    changes_.resize(findings_.labels.size());
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      const LineUse& use = findings_.uses[i];
      if (use.candidate < 0 || use.label < 0) continue;
      const auto id = static_cast<std::size_t>(use.label);
      const Family family = family_of(findings_.candidates[static_cast<std::size_t>(use.candidate)]);
      ++lines_[id][family];
      taken_[id][family] += use.use == Use::label;
      Sums& sums = sums_[family];
      if (!plausible(id)) continue;
      changes_[id][family] += sums.last != use.label;
      sums.changes += sums.last != use.label;
      sums.last = use.label;
    }
    for (std::size_t id = 0; id < lines_.size(); ++id)
      for (std::size_t f = 0; f < kFamilies; ++f) {
        const std::uint32_t n = lines_[id][f];
        if (n == 0 || !plausible(id)) continue;
        const Label& made = findings_.labels[id];
        Sums& sums = sums_[f];
        sums.lines += n;
        if (n >= 2 || tally(id).numbered) sums.returning += n, ++sums.keys;
        if (made.shape == Shape::strong) sums.strong += n;
        if (is_addressed_label(made.base) || is_titled_label(made.base)) sums.addressed += n;
        if (is_all_capitals(made.base)) sums.capitals += n;
        sums.empty +=
            std::min(n, decision_.traits_of(static_cast<std::int32_t>(id), static_cast<Family>(f))[kEmpty]);
      }
  }

  bool plausible(std::size_t id) const {
    return findings_.labels[id].shape != Shape::none && !tally(id).remark && !tally(id).url;
  }

  nlohmann::json label(std::int32_t id, Family family) {
    const auto at = static_cast<std::size_t>(id);
    const Label& made = findings_.labels[at];
    nlohmann::json features = nlohmann::json::array();
    const auto holds = [&](const std::string& name, bool is) {
      if (is) features.push_back(name);
    };
    const std::uint32_t n = lines_[at][family];
    const std::uint64_t units = decision_.units_;
    const Tally& counts = tally(at);
    const Sums& sums = sums_[family];
    const std::string folded = fold_case(made.base), own = kFamilyNames[family];
    const std::size_t words = count_spaced_words(made.base);
    // How often.
    holds("twice", n >= 2);
    holds("three times", n >= 3);
    holds("six times", n >= 6);
    holds("a 50th of the paragraphs", n * 50 >= units);
    holds("a 20th of the paragraphs", n * 20 >= units);
    holds("a 5th of the paragraphs", n * 5 >= units);
    holds("its name again in other ways", made.base_count > n);
    holds("numbered", counts.numbered);
    holds("mostly after another", changes_[at][family] * 3 >= n * 2 && n >= 2);
    // How it looks.
    holds("shape strong", made.shape == Shape::strong);
    holds("shape none", made.shape == Shape::none);
    holds("one word", words == 1);
    holds("five words or more", words >= 5);
    holds("capitals", is_all_capitals(made.base));
    holds("initials", decision_.is_initials(id));
    holds("addressed", is_addressed_label(made.base));
    holds("titled", is_titled_label(made.base));
    holds("of court", Decision::is_of_court(made.base));
    holds("office", names_office(made.base));
    holds("part", is_role_word(folded));
    holds("question or answer",
          decision_.is_paired(id, family) || decision_.is_question_word_pair(id, family));
    holds("bracket", !made.bracket.empty());
    holds("one letter", count_code_points(made.base, 1) == 1);
    holds("one letter of no pair", count_code_points(made.base, 1) == 1 && !decision_.is_paired(id, family));
    // What no name is.
    holds("remark", counts.remark);
    holds("address", counts.url);
    holds("function word", is_function_word(folded) && count_code_points(made.base, 2) > 1);
    holds("phrase", counts.phrase);
    holds("year", has_year(made.base));
    holds("by or for", made.base.starts_with("BY ") || made.base.starts_with("FOR "));
    // Lists.
    holds("listed", counts.listed);
    holds("head of a list", counts.list_head);
    // How it stands, and whether the document's labels stand so.
    const std::uint32_t lines = decision_.lines_of(id, family);
    const auto& traits = decision_.traits_of(id, family);
    bool odd = false;
    for (std::size_t t = 0; t < kTraits; ++t) {
      const bool has = lines > 0 && traits[t] * 2 > lines;
      const int usual = decision_.usual_[family][t];
      const std::string name = kTraitNames[t];
      if (t == kEmpty || t == kInside || t == kField || t == kAfterBlank) holds(name, has);
      holds(name + " as no other", has && usual == -1);
      holds("lacks " + name, !has && usual == 1);
      odd = odd || (has && usual == -1) || (!has && usual == 1);
    }
    holds("stands as others do", !odd);
    holds("stands as others do, once", !odd && n == 1);
    holds("goes on a sentence", n == 1 && decision_.goes_on(made.first_line));
    holds("only times", decision_.only_times(id));
    const std::size_t next = made.first_line + 1;
    holds("returning label below", n == 1 && next < page_.lines.size() && decision_.is_returning(next));
    const bool alone = n == 1 && !ends_sentence(decision_.words(made.first_line)) &&
                       !ends_open(decision_.words(made.first_line));
    holds("line ends without a stop", alone);
    holds("line ends without a stop where turns end in one", alone && decision_.headings_stand_out_);
    // The convention in the document.
    holds("convention: returns", sums.returning >= 2);
    holds("convention: two names return", sums.keys >= 2);
    holds("convention: three times", sums.returning >= 3);
    holds("convention: returns, a 60th", sums.returning >= 2 && sums.returning * 60 >= units);
    holds("convention: returns, a 25th", sums.returning >= 2 && sums.returning * 25 >= units);
    holds("convention: returns, a 10th", sums.returning >= 2 && sums.returning * 10 >= units);
    holds("convention: returns, a quarter", sums.returning >= 2 && sums.returning * 4 >= units);
    holds("convention: a third strong", sums.strong * 3 >= units && sums.strong > 0);
    holds("convention: half strong", sums.strong * 2 >= units && sums.strong > 0);
    holds("convention: four fifths", sums.lines * 5 >= units * 4);
    holds("convention: turns change", sums.changes * 2 >= sums.lines && sums.lines >= 4);
    holds("convention: mostly nothing on the line", sums.empty * 10 >= sums.lines * 9 && sums.lines > 0);
    holds("convention: addressed", sums.addressed * 5 >= sums.returning && sums.addressed >= 2);
    holds("convention: capitals", sums.capitals * 10 >= sums.lines * 9 && sums.lines >= 3);
    holds("convention: question and answer", decision_.is_question_and_answer(family));
    std::uint64_t most = 0, others = 0;
    for (std::size_t f = 0; f < kFamilies; ++f) {
      most = std::max<std::uint64_t>(most, sums_[f].returning);
      if (f != family) others = std::max<std::uint64_t>(others, sums_[f].returning);
    }
    holds("convention: most lines of all", sums.returning == most);
    holds("convention: another has twice as many", others >= sums.returning * 2 && others >= 2);
    holds("convention: another has twenty times as many", others >= sums.returning * 20 && others >= 2);
    holds("prose between", sums.lines * 3 < units);
    holds("capitals where the convention has them",
          sums.capitals * 10 >= sums.lines * 9 && is_all_capitals(made.base));
    holds("testimony", decision_.testimony_);
    holds("screenplay", findings_.is_screenplay);
    holds("export of a chat", findings_.is_chat);
    // Each convention by itself, and its commonest questions.
    holds(own, true);
    holds(own + ": twice", n >= 2);
    holds(own + ": shape strong", made.shape == Shape::strong);
    holds(own + ": most lines of all", sums.returning == most);
    holds(own + ": returns, a 10th", sums.returning >= 2 && sums.returning * 10 >= units);
    holds(own + ": returns, a quarter", sums.returning >= 2 && sums.returning * 4 >= units);
    holds(own + ": odd", odd);
    return {{"name", made.name},
            {"base", made.base},
            {"family", own},
            {"lines", n},
            {"taken", taken_[at][family]},
            {"person", made.person < 0 ? "" : findings_.persons[static_cast<std::size_t>(made.person)].name},
            {"features", features}};
  }

  const Page& page_;
  Findings findings_;
  Decision decision_;
  bool with_rare_ = false;
  std::vector<std::array<std::uint32_t, kFamilies>> lines_, taken_, changes_;
  std::array<Sums, kFamilies> sums_;
};

}  // namespace visavis::interview

int main(int argc, char** argv) {
  using namespace visavis;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const interview::Page page = interview::scan_lines(bytes);
    if (page.too_many) continue;
    interview::Evidence evidence(bytes, page);
    const nlohmann::json line = {
        {"file", argv[i]}, {"rare", evidence.with_rare()}, {"labels", evidence.labels()}};
    std::printf("%s\n", line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
  }
}
