// Lists of people in a document: names one below the other, and who was there.
#include <algorithm>

#include "base/unicode.h"
#include "base/word_lists.h"
#include "readers/interview/interview_decision.h"
#include "readers/interview/interview_label_parts.h"

namespace visavis::interview {
namespace {

constexpr std::uint32_t kNoCandidate = 0xFFFFFFFF;

}  // namespace

std::size_t Decision::list_end(std::size_t first) const {
  const auto bullet = [&](std::size_t i) {
    return words(i).starts_with("* ") || words(i).starts_with("\u2022 ") || list_number(words(i)) > 0;
  };
  // "- Ana": a list below a heading or a colon, else somebody answers with a name.
  const bool dashes =
      words(first).starts_with("- ") && first > 0 &&
      (atx_level(words(first - 1)) || words(first - 1).find(':') + 4 > words(first - 1).size());
  const bool bullets = bullet(first);
  std::size_t end = first;
  std::vector<std::uint64_t> seen;
  for (; end < page_.lines.size() && (end == first || !line(end).after_blank); ++end) {
    const std::int32_t at = out_.uses[end].candidate;
    if (line(end).role != LineRole::text || at < 0 || out_.uses[end].use != Use::none) break;
    const Candidate& c = out_.candidates[static_cast<std::size_t>(at)];
    if (c.style != Style::alone || c.has_stamp || c.dashed != dashes || c.heading || bullet(end) != bullets)
      break;
    const std::string_view name = slice(text_, c.label);
    // Without bullets only full names are a list, and none of them twice: others are answers.
    if (!bullets && !dashes &&
        (label_shape(name) != Shape::strong || name.find(' ') == std::string_view::npos))
      break;
    if (end - first < 64) {
      const std::uint64_t hash = hash_bytes(name);
      if (std::find(seen.begin(), seen.end(), hash) != seen.end()) return first;
      seen.push_back(hash);
    }
  }
  return end;
}

void Decision::find_lists() {
  for (std::size_t i = 0; i < page_.lines.size();) {
    const std::size_t end = list_end(i);
    if (end < i + 3) {
      i = std::max(end, i + 1);
      continue;
    }
    for (; i < end; ++i) {
      lists_.push_back(static_cast<std::uint32_t>(out_.uses[i].candidate));
      out_.uses[i].candidate = -1;
    }
    lists_.push_back(kNoCandidate);
  }
}

void Decision::read_attendees() {
  std::vector<std::int32_t> ids;  // of the names in a list
  std::size_t speakers = 0;
  const auto add = [&](std::string_view name) {
    const auto at = ids_.find(fold_case(strip_marks(name)));
    if (at == ids_.end()) return;
    ids.push_back(at->second);
    speakers += label(at->second).count >= 2 && label(at->second).shape == Shape::strong;
  };
  const auto settle = [&] {
    if (speakers >= 2)
      for (const std::int32_t id : ids) tally(id).listed = label(id).shape == Shape::strong;
    ids.clear();
    speakers = 0;
  };
  for (const std::uint32_t c : lists_) {
    if (c == kNoCandidate)
      settle();
    else
      add(slice(text_, out_.candidates[c].label));
  }
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    // "Present: Ana Lopez, Ben Ray, Ida Holm", or the names alone on the line.
    const Candidate* c = candidate(i);
    const bool field = c && c->style == Style::colon && out_.uses[i].label >= 0;
    if (line(i).role != LineRole::text || (field && label(out_.uses[i].label).count > 1)) continue;
    const std::string_view all = field ? slice(text_, c->text) : words(i);
    if (all.size() > 4000 || ends_sentence(all)) continue;
    std::size_t names = 0;
    for (std::size_t at = 0; at < all.size(); ++names) {
      std::size_t end = std::min(all.find_first_of(",;", at), all.size()), next = end + 1;
      if (end - at > 60) break;
      if (const std::size_t word = all.substr(at, end - at).find(" and "); word != std::string_view::npos)
        end = at + word, next = end + 5;
      if (names > 0 || next < all.size()) add(all.substr(at, end - at));
      at = next;
    }
    if (names < 3) speakers = 0;
    settle();
  }
}

void Decision::find_list_heads() {
  std::size_t talk = 0, most_lines = 0;
  while (talk < page_.lines.size() && !(is_returning(talk) && candidate(talk)->style != Style::alone)) ++talk;
  if (talk == page_.lines.size()) return;
  std::vector<std::int32_t> found;
  for (std::size_t i = 0; i < talk; ++i) {
    const Candidate* c = candidate(i);
    if (!c || c->style != Style::colon || !c->text.empty() || out_.uses[i].label < 0) continue;
    std::size_t end = i + 1;
    const bool apart = end < talk && line(end).after_blank && words(end).starts_with("* ");
    for (; end < talk && (!line(end).after_blank || (apart && end == i + 1)); ++end)
      if (ends_sentence(words(end)) || ends_open(words(end)) ||
          count_spaced_words(words(end).substr(0, words(end).find('('))) > 6)
        break;
    if (end == i + 1 || (end < page_.lines.size() && !line(end).after_blank)) continue;
    most_lines = std::max(most_lines, end - i - 1);
    if (label(out_.uses[i].label).count == 1) found.push_back(out_.uses[i].label);
  }
  if (found.size() >= 2 || most_lines >= 2)
    for (const std::int32_t id : found) tally(id).list_head = true;
}

}  // namespace visavis::interview
