#include "analysis/analysis.h"

namespace visavis {

std::uint64_t Analysis::words_in(TurnRange range) const noexcept {
  if (range.empty()) return 0;
  return words_before[static_cast<std::size_t>(range.last) + 1] -
         words_before[static_cast<std::size_t>(range.first)];
}

Analysis analyse(const Transcript& transcript) {
  Analysis analysis;
  analysis.measures = measure(transcript);
  analysis.balance = balance_of(transcript, analysis.measures, whole(transcript));
  analysis.roles = roles_of(transcript, analysis.balance);
  analysis.floor = floor_of(transcript, analysis.measures);
  analysis.words_before = words_before(transcript, analysis.measures);
  analysis.section_words.reserve(transcript.sections.size());
  for (const Section& section : transcript.sections)
    analysis.section_words.push_back(analysis.words_in({section.first_turn, section.last_turn}));
  return analysis;
}

}  // namespace visavis
