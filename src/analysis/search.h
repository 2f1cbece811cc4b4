// Finding words in the turns: ignoring case and accents, any white space in the query matching any run of it
// in the text.
#pragma once

#include <string_view>
#include <vector>

#include "model/transcript.h"

namespace visavis {

struct SearchHit {
  std::int32_t turn = 0;
  Span text;  // into Transcript::text
};

// Hits beyond this many are not listed.
constexpr std::size_t kMostHits = 100'000;

// All hits in order, not overlapping; none for a query without a visible character. Linear in the text for
// ordinary queries.
std::vector<SearchHit> search(const Transcript& transcript, std::string_view query);

// The same in pieces: adds the hits of the turns from `turn` on until some `bytes` of text were looked
// through, and returns the turn to go on from; the number of turns when nothing is left to look through.
std::size_t search_some(const Transcript& transcript, std::string_view query, std::size_t turn,
                        std::size_t bytes, std::vector<SearchHit>& hits);

}  // namespace visavis
