#include "analysis/search.h"

#include "base/unicode.h"

namespace visavis {
namespace {

// The query as folded code points, each run of white space as one U+0020.
std::u32string fold_query(std::string_view query) {
  std::u32string folded;
  query = trim(query);
  for (std::size_t at = 0; at < query.size();) {
    const char32_t c = next_code_point(query, at);
    if (!is_space(c))
      folded += fold_for_search(c);
    else if (folded.back() != U' ')
      folded += U' ';
  }
  return folded;
}

// Where the query ends when it matches at `at`; npos when it does not.
std::size_t match_end(std::string_view text, std::size_t at, const std::u32string& query) {
  for (const char32_t wanted : query) {
    if (at >= text.size()) return std::string_view::npos;
    char32_t c = next_code_point(text, at);
    if (wanted != U' ') {
      if (fold_for_search(c) != wanted) return std::string_view::npos;
      continue;
    }
    if (!is_space(c)) return std::string_view::npos;
    for (std::size_t next = at; next < text.size(); at = next)
      if (!is_space(next_code_point(text, next))) break;
  }
  return at;
}

}  // namespace

std::vector<SearchHit> search(const Transcript& transcript, std::string_view query) {
  std::vector<SearchHit> hits;
  search_some(transcript, query, 0, std::string_view::npos, hits);
  return hits;
}

std::size_t search_some(const Transcript& transcript, std::string_view query, std::size_t id,
                        std::size_t bytes, std::vector<SearchHit>& hits) {
  const std::size_t count = transcript.turns.size();
  const std::u32string folded = fold_query(query);
  if (folded.empty()) return count;
  for (std::size_t seen = 0; id < count && seen <= bytes; ++id) {
    const Span turn = transcript.turns[id].text;
    seen += turn.size();
    const std::string_view text = slice(transcript.text, turn);
    for (std::size_t at = 0; at < text.size();) {
      std::size_t next = at;
      if (fold_for_search(next_code_point(text, next)) == folded[0]) {
        const std::size_t end = match_end(text, at, folded);
        if (end != std::string_view::npos) {
          hits.push_back(
              {static_cast<std::int32_t>(id),
               {turn.begin + static_cast<std::uint32_t>(at), turn.begin + static_cast<std::uint32_t>(end)}});
          if (hits.size() == kMostHits) return count;
          next = end;
        }
      }
      at = next;
    }
  }
  return id;
}

}  // namespace visavis
