#include "redaction/forms.h"

#include <algorithm>

#include "base/unicode.h"
#include "readers/interview/interview_text.h"
#include "redaction/folded_words.h"

namespace visavis {
namespace {

// No name by themselves, though they stand in names.
constexpr std::string_view kParticles =
    "|de|del|della|di|da|dos|das|du|des|la|le|les|van|von|vom|zu|zum|zur|der|den|ter|of|and|und|et|y|e|i|el|"
    "bin|ibn|"
    "bint|abu|st|saint|jr|jnr|sr|snr|ii|iii|iv|phd|md|mp|qc|kc|esq|dr|mr|mrs|ms|aka|";

// Names that are everyday words as well: in small letters they stay.
constexpr std::string_view kEveryday =
    "|will|mark|may|april|june|august|rose|grace|hope|faith|joy|art|bill|jack|frank|rob|sue|pat|drew|dawn|"
    "ivy|lily|"
    "daisy|iris|olive|violet|ruby|pearl|amber|jade|crystal|gene|dean|earl|duke|king|prince|bishop|page|cook|"
    "baker|"
    "smith|carter|hunter|mason|miller|potter|taylor|turner|walker|ward|wood|woods|hill|hills|lake|rivers|"
    "stone|"
    "marsh|field|fields|brook|brooks|bank|banks|bush|green|brown|black|white|gray|grey|young|long|short|"
    "strong|"
    "small|little|love|wise|rich|sharp|swift|moody|bright|good|best|day|knight|noble|chance|chase|hunt|price|"
    "law|"
    "major|miles|rusty|dusty|sandy|penny|max|ray|guy|holly|heather|bear|wolf|fox|lamb|bird|fish|cross|church|"
    "temple|"
    "house|hall|park|street|rice|bean|pepper|berry|pike|ford|bell|ball|book|case|cash|dish|flower|glass|gold|"
    "silver|"
    "head|heart|home|iron|key|lane|low|moon|star|sun|rain|snow|frost|summer|winter|north|south|east|west|new|"
    "old|"
    "power|read|reed|root|sage|self|shell|ship|speed|spring|steel|still|storm|sweet|waters|way|wall|well|"
    "wells|winner|"
    "words|worth|klein|lang|jung|neu|stark|reich|fuchs|wolf|berg|stein|kraft|sommer|bach|lustig|frei|petit|"
    "grand|"
    "blanc|noir|roy|clair|bon|blanco|rico|cruz|dolores|luz|paz|victoria|rey|flores|ha|do|so|in|an|no|he|you|"
    "ho|my|"
    "long|song|gang|dung|sung|";

// Between two words of a form: ". ", " - ".
constexpr std::size_t kMostSignsBetween = 3;

bool is_in(std::string_view key, std::string_view list) {
  if (key.empty() || key.find('|') != key.npos) return false;
  return list.find("|" + std::string(key) + "|") != list.npos;
}

std::vector<FoldedWord> words_of(std::string_view text) {
  std::vector<FoldedWord> words;
  FoldedWords walk(text);
  for (FoldedWord word; walk.next(word);) words.push_back(word);
  return words;
}

bool has_digit(std::string_view key) {
  return std::any_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::size_t letters_in(std::string_view key) {
  std::size_t n = 0;
  for (std::size_t at = 0; at < key.size(); ++n) next_code_point(key, at);
  return n;
}

bool is_alone(std::string_view key) {
  std::size_t at = 0;
  const char32_t c = next_code_point(key, at);
  return at == key.size() && (is_han_or_kana(c) || is_unspaced_script(c) || (c >= 0xAC00 && c <= 0xD7A3));
}

bool is_nobody(std::string_view key) {
  return interview::is_role_word(key) || interview::is_honorific(key) || has_digit(key);
}

std::string initial(std::string_view key) {
  std::size_t at = 0;
  next_code_point(key, at);
  return std::string(key.substr(0, at));
}

Form form_of(std::vector<std::string> keys, std::int32_t of, std::string_view shown) {
  Form form;
  form.keys = std::move(keys);
  form.of = of;
  form.shown = collapse_spaces(shown);
  return form;
}

// Whether the word is the k-th of the form, and where it ends. "Adas", "Joneses": a last s is no part of the
// name.
bool is_word_of(const Form& form, std::size_t k, const FoldedWord& word, std::string_view text,
                std::size_t& end) {
  if ((form.only_capitals && !word.capitals) || (form.not_small && word.small)) return false;
  end = word.place.end;
  const std::string& key = form.keys[k];
  if (word.key == key) return true;
  if (k + 1 < form.keys.size() || !word.key.starts_with(key)) return false;
  const std::string_view tail = std::string_view(word.key).substr(key.size());
  if ((tail != "s" && tail != "es") || word.place.size() <= tail.size()) return false;
  end -= tail.size();
  return equals_ignoring_ascii_case(text.substr(end, tail.size()), tail);
}

// Where a form ends that begins with `first`, npos where it does not stand there.
std::size_t end_of(const Form& form, const FoldedWord& first, FoldedWords rest, std::string_view text) {
  std::size_t end = 0;
  if (!is_word_of(form, 0, first, text, end)) return std::string_view::npos;
  FoldedWord word;
  for (std::size_t k = 1; k < form.keys.size(); ++k) {
    std::size_t at = end, signs = 0;
    if (!rest.next(word) || !is_word_of(form, k, word, text, end)) return std::string_view::npos;
    for (; at < word.place.begin; ++signs) next_code_point(text, at);
    if (signs > kMostSignsBetween) return std::string_view::npos;
  }
  return end;
}

}  // namespace

bool is_anybody(std::string_view name) {
  const std::vector<FoldedWord> words = words_of(name);
  return std::all_of(words.begin(), words.end(), [](const FoldedWord& word) {
    return is_nobody(word.key) || (letters_in(word.key) < 2 && !is_alone(word.key));
  });
}

void Forms::add(Form form) {
  if (form.keys.empty()) return;
  for (const Form& known : all_)
    if (known.of == form.of && known.keys == form.keys) return;
  all_.push_back(form);
  std::vector<std::size_t>& here = by_first_[form.keys[0]];
  const auto shorter = std::find_if(here.begin(), here.end(), [&](std::size_t other) {
    return all_[other].keys.size() < form.keys.size();
  });
  here.insert(shorter, all_.size() - 1);
}

void Forms::add_words(std::string_view words, std::int32_t of) {
  std::vector<std::string> keys;
  for (FoldedWord& word : words_of(words)) keys.push_back(std::move(word.key));
  add(form_of(std::move(keys), of, words));
}

void Forms::add_name(std::string_view name, std::int32_t of) {
  if (is_anybody(name)) return;
  const std::vector<FoldedWord> words = words_of(name);
  add_words(name, of);
  const bool alone =
      std::any_of(words.begin(), words.end(), [](const FoldedWord& w) { return is_alone(w.key); });
  // What counts of it, by the spaces in it: "O'Brien" is one, "Dr." none.
  struct Part {
    std::vector<std::string> keys;
    std::string_view shown;
    bool capitals = true;
  };
  std::vector<Part> parts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view shown = slice(name, words[i].place);
    if (is_nobody(words[i].key) || is_in(words[i].key, kParticles)) continue;
    const std::string_view gap =
        i ? name.substr(words[i - 1].place.end, words[i].place.begin - words[i - 1].place.end) : " ";
    const bool joins = !parts.empty() && (gap.empty() || gap == "'" || gap == "\xE2\x80\x99" || gap == "-");
    if (!joins) parts.emplace_back();
    Part& part = parts.back();
    part.shown =
        joins ? std::string_view(part.shown.data(),
                                 static_cast<std::size_t>(shown.data() + shown.size() - part.shown.data()))
              : shown;
    part.capitals = part.capitals && words[i].capitals;
    part.keys.push_back(words[i].key);
  }
  std::vector<std::string> whole;
  for (const Part& part : parts) {
    const std::size_t letters = letters_in(part.keys[0]);
    std::string joined;
    for (const std::string& key : part.keys) joined += key, whole.push_back(key);
    if (letters_in(joined) < 2) continue;
    Form form = form_of(part.keys, of, part.shown);
    form.only_capitals = part.capitals && part.keys.size() == 1 && letters <= 3;
    form.not_small = part.keys.size() == 1 && is_in(part.keys[0], kEveryday);
    add(form);
    if (part.keys.size() < 2) continue;
    if (!alone) add(form_of({joined}, of, joined));
    for (const std::string& key : part.keys)
      if (!alone && letters_in(key) >= 3) {
        Form piece = form_of({key}, of, key);
        piece.not_small = is_in(key, kEveryday);
        add(std::move(piece));
      }
  }
  if (alone) {
    // Family name and given name of a short one: the given name alone.
    if (whole.size() == 3 && words.size() == 3) add(form_of({whole[1], whole[2]}, of, whole[1] + whole[2]));
    return;
  }
  if (parts.size() < 2) return;
  std::string joined;
  for (const std::string& key : whole) joined += key;
  add(form_of({joined}, of, joined));
  const std::string &first = whole.front(), &last = whole.back();
  add(form_of({initial(first), last}, of, initial(first) + ". " + last));
  add(form_of({first, initial(last)}, of, first + " " + initial(last) + "."));
}

void Forms::remove(std::string_view words) {
  std::vector<std::string> keys;
  for (FoldedWord& word : words_of(words)) keys.push_back(std::move(word.key));
  Forms kept;
  for (Form& form : all_)
    if (form.keys != keys) kept.add(std::move(form));
  *this = std::move(kept);
}

std::vector<FormMatch> Forms::find(std::string_view text) const {
  std::vector<FormMatch> matches;
  if (all_.empty()) return matches;
  FoldedWords walk(text);
  FoldedWord word;
  std::size_t free_from = 0;  // what lies before is in a match
  while (walk.next(word)) {
    if (word.place.begin < free_from) continue;
    std::size_t best = 0, form = 0;
    const auto look = [&](const std::string& key) {
      const auto found = by_first_.find(key);
      if (found == by_first_.end()) return;
      for (const std::size_t candidate : found->second) {
        const std::size_t end = end_of(all_[candidate], word, walk, text);
        if (end == std::string_view::npos || end <= best) continue;
        best = end;
        form = candidate;
      }
    };
    look(word.key);
    for (std::size_t cut = 1; !best && cut <= 2 && word.key.size() > cut + 1 && word.key.back() == 's'; ++cut)
      if (cut == 1 || word.key[word.key.size() - 2] == 'e') look(word.key.substr(0, word.key.size() - cut));
    if (!best) continue;
    matches.push_back({{word.place.begin, static_cast<std::uint32_t>(best)}, form});
    free_from = best;
  }
  return matches;
}

}  // namespace visavis
