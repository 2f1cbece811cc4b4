#include "analysis/topic_segments.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace visavis {
namespace {

constexpr double kPseudoCount = .5;  // of each stem in each topic
constexpr double kUsualTerms = 300, kFewestTerms = 30;
constexpr std::size_t kMostTopics = 40;

#include "analysis/topic_weights.inc"

double weight_of(const CueValues& cues, const TopicModel& model) {
  return std::inner_product(cues.begin(), cues.end(), model.cues.begin(), 0.0);
}

// ln Γ(n + first) - ln Γ(first), by Stirling's series where n is large; std::lgamma keeps a global sign.
double log_rising(double first, double n) {
  const auto log_gamma = [](double x) {
    double shift = 0;
    for (; x < 12; ++x) shift -= std::log(x);
    return shift + (x - .5) * std::log(x) - x + .918938533204672742 + 1 / (12 * x) - 1 / (360 * x * x * x);
  };
  return log_gamma(first + n) - log_gamma(first);
}

// The turns that may start a topic: all, or of a long talk the best of each stretch and the best of the rest.
std::vector<std::uint32_t> candidates(const std::vector<CueValues>& cues, const TopicModel& model) {
  const std::size_t n = cues.size();
  std::vector<std::uint32_t> starts;
  if (n <= TopicLattice::kMostCandidates) {
    starts.resize(n);
    std::iota(starts.begin(), starts.end(), 0u);
    return starts;
  }
  // Where cues weigh nothing none of the rest is better.
  const bool cued =
      std::any_of(model.cues.begin(), model.cues.end(), [](double weight) { return weight != 0; });
  const std::size_t stretches = TopicLattice::kMostCandidates / (cued ? 2 : 1);
  std::vector<double> weights(n);
  for (std::size_t i = 0; i < n; ++i) weights[i] = weight_of(cues[i], model);
  std::vector<bool> taken(n);
  taken[0] = true;
  for (std::size_t s = 0; s < stretches; ++s) {
    const auto begin = weights.begin() + static_cast<std::ptrdiff_t>(n * s / stretches);
    const auto end = weights.begin() + static_cast<std::ptrdiff_t>(n * (s + 1) / stretches);
    taken[static_cast<std::size_t>(std::max_element(begin, end) - weights.begin())] = true;
  }
  std::vector<std::uint32_t> others;
  for (std::size_t i = 0; i < n; ++i)
    if (!taken[i]) others.push_back(static_cast<std::uint32_t>(i));
  const std::size_t room = TopicLattice::kMostCandidates - (n - others.size());
  std::nth_element(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(room), others.end(),
                   [&](std::uint32_t a, std::uint32_t b) {
                     return weights[a] != weights[b] ? weights[a] > weights[b] : a < b;
                   });
  for (std::size_t k = 0; k < room; ++k) taken[others[k]] = true;
  for (std::size_t i = 0; i < n; ++i)
    if (taken[i]) starts.push_back(static_cast<std::uint32_t>(i));
  return starts;
}

struct StemCount {
  std::uint32_t id, count;
};

// The terms from one candidate to the next as counts, in order of stems.
std::vector<StemCount> counts_between(const TopicTerms& terms, std::uint32_t first, std::uint32_t last) {
  std::vector<std::uint32_t> ids;
  for (std::uint32_t t = terms.first[first]; t < terms.first[last]; ++t) ids.push_back(terms.terms[t].id);
  std::sort(ids.begin(), ids.end());
  std::vector<StemCount> counts;
  for (const std::uint32_t id : ids) {
    if (counts.empty() || counts.back().id != id) counts.push_back({id, 0});
    ++counts.back().count;
  }
  return counts;
}

double log_prior(double topics, double terms, const TopicModel& model) {
  if (topics == 1) return model.one;
  const double usual = model.usual * std::pow(std::max(20.0, terms), model.growth);
  const double off = std::log(topics) - std::log(usual);
  return -model.start * (topics - 1) - model.spread * off * off;
}

}  // namespace

const TopicModel& topic_model(bool one_speaker) noexcept { return one_speaker ? kMonologue : kConversation; }

double cohesion_scale(const TopicLattice& lattice, const TopicModel& model) {
  if (&model == &kMonologue) return model.cohesion;
  return model.cohesion * .1 * std::pow(kUsualTerms / std::max(kFewestTerms, lattice.terms), .75);
}

TopicLattice topic_lattice(const TopicTerms& terms, const std::vector<CueValues>& cues,
                           const TopicModel& model) {
  TopicLattice lattice;
  lattice.starts = candidates(cues, model);
  lattice.starts.push_back(static_cast<std::uint32_t>(cues.size()));
  const std::size_t size = lattice.size(), stems = terms.stems.size();
  lattice.terms = static_cast<double>(terms.terms.size());
  lattice.cohesion.resize(size * (size + 1));
  std::vector<std::vector<StemCount>> parts(size);
  std::vector<std::uint32_t> sums(stems);
  for (std::size_t i = 0; i < size; ++i) {
    parts[i] = counts_between(terms, lattice.starts[i], lattice.starts[i + 1]);
    for (const StemCount& one : parts[i]) sums[one.id] += one.count;
  }
  const std::uint32_t most = sums.empty() ? 0 : *std::max_element(sums.begin(), sums.end());
  std::vector<double> rising(most + 1);  // of a stem's count
  for (std::uint32_t c = 0; c < most; ++c) rising[c + 1] = rising[c] + std::log(c + kPseudoCount);
  const double vocabulary = static_cast<double>(std::max<std::size_t>(1, stems));
  for (std::size_t i = 0; i < size; ++i) {
    std::fill(sums.begin(), sums.end(), 0u);
    double heard = 0, log_weight = 0;
    for (std::size_t j = i; j < size; ++j) {
      for (const StemCount& one : parts[j]) {
        std::uint32_t& sum = sums[one.id];
        log_weight += rising[sum + one.count] - rising[sum];
        sum += one.count;
        heard += one.count;
      }
      // Against terms that come evenly from the whole vocabulary.
      lattice.at(lattice.cohesion, i, j + 1) =
          log_weight - log_rising(kPseudoCount * vocabulary, heard) + heard * std::log(vocabulary);
    }
  }
  return lattice;
}

std::vector<double> segment_scores(const TopicLattice& lattice, const std::vector<CueValues>& cues,
                                   const TopicModel& model) {
  std::vector<double> scores(lattice.cohesion.size());
  const double scale = cohesion_scale(lattice, model);
  for (std::size_t i = 0; i < lattice.size(); ++i) {
    const double start = i == 0                  ? 0
                         : &model == &kMonologue ? -kMonologueStart * std::log(std::max(1.0, lattice.terms))
                                                 : weight_of(cues[lattice.starts[i]], model);
    for (std::size_t j = i + 1; j <= lattice.size(); ++j)
      lattice.at(scores, i, j) = scale * lattice.at(lattice.cohesion, i, j) + start;
  }
  return scores;
}

TopicPosterior topic_posterior(const TopicLattice& lattice, const std::vector<double>& scores,
                               const TopicModel& model) {
  const std::size_t size = lattice.size(), most = std::min(kMostTopics, size);
  // First the sum over all ways of any number, with a cost a start that keeps the expected number in reach.
  // It gives each place a level, against which the sums by number are taken, so that none leaves a double's
  // range.
  std::vector<double> level(size + 1), expected(size + 1);
  double cost = 0, step = 1;
  for (int round = 0; round < 16; ++round, cost += step, step *= 2) {
    for (std::size_t j = 1; j <= size; ++j) {
      double top = -1e300, sum = 0, count = 0;
      for (std::size_t i = 0; i < j; ++i)
        top = std::max(top, level[i] + lattice.at(scores, i, j) - (i ? cost : 0));
      for (std::size_t i = 0; i < j; ++i) {
        const double weight = std::exp(level[i] + lattice.at(scores, i, j) - (i ? cost : 0) - top);
        sum += weight;
        count += weight * (expected[i] + 1);
      }
      level[j] = top + std::log(sum);
      expected[j] = count / sum;
    }
    if (expected[size] <= .7 * static_cast<double>(most) || size < 4) break;
  }
  std::vector<double> step_weight(scores.size());
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = i + 1; j <= size; ++j)
      lattice.at(step_weight, i, j) =
          std::exp(level[i] + lattice.at(scores, i, j) - (i ? cost : 0) - level[j]);
  // before[k][j]: k topics up to candidate j; after[k][i]: k topics from i on.
  const std::size_t row = size + 1;
  std::vector<double> before((most + 1) * row), after((most + 1) * row);
  before[0] = 1;
  after[size] = 1;
  for (std::size_t k = 1; k <= most; ++k) {
    for (std::size_t i = k - 1; i < size; ++i) {
      const double here = before[(k - 1) * row + i];
      if (here == 0) continue;
      for (std::size_t j = i + 1; j <= size; ++j) before[k * row + j] += here * lattice.at(step_weight, i, j);
    }
    for (std::size_t i = 0; i + k <= size; ++i) {
      double sum = 0;
      for (std::size_t j = i + 1; j <= size; ++j)
        sum += lattice.at(step_weight, i, j) * after[(k - 1) * row + j];
      after[k * row + i] = sum;
    }
  }
  std::vector<double> prior(most + 1);
  double top = -1e300;
  for (std::size_t k = 1; k <= most; ++k) {
    prior[k] = log_prior(static_cast<double>(k), lattice.terms, model) + cost * static_cast<double>(k - 1);
    if (before[k * row + size] > 0) top = std::max(top, prior[k] + std::log(before[k * row + size]));
  }
  // The largest product is near 1, whatever the prior.
  double sum = 0;
  TopicPosterior posterior;
  posterior.topics = 0;
  posterior.number.resize(most + 1);
  for (std::size_t k = 1; k <= most; ++k) {
    const double log_way =
        before[k * row + size] > 0 ? prior[k] + std::log(before[k * row + size]) - top : -1e300;
    posterior.number[k] = std::exp(log_way);
    sum += posterior.number[k];
  }
  for (std::size_t k = 1; k <= most; ++k)
    posterior.topics += static_cast<double>(k) * (posterior.number[k] /= sum);
  posterior.log_weight = top + std::log(sum) + level[size];
  const double log_sum = top + std::log(sum);
  // rest[k][j]: all that may follow k topics up to j, with the prior of the number they come to.
  std::vector<double> rest((most + 1) * row);
  for (std::size_t k = 1; k <= most; ++k)
    for (std::size_t q = 0; k + q <= most; ++q) {
      const double weight = std::exp(std::min(600.0, prior[k + q] - log_sum));
      for (std::size_t j = k; j <= size; ++j) rest[k * row + j] += weight * after[q * row + j];
    }
  posterior.segment.resize(scores.size());
  posterior.start.resize(size);
  for (std::size_t k = 1; k <= most; ++k)
    for (std::size_t i = k - 1; i < size; ++i) {
      const double here = before[(k - 1) * row + i];
      if (here == 0) continue;
      for (std::size_t j = i + 1; j <= size; ++j)
        lattice.at(posterior.segment, i, j) += here * rest[k * row + j];
    }
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = i + 1; j <= size; ++j) {
      double& probability = lattice.at(posterior.segment, i, j);
      probability *= lattice.at(step_weight, i, j);
      posterior.start[i] += probability;
    }
  return posterior;
}

double opener_weight(TopicOpener opener, std::uint8_t speaker, const TopicModel& model) noexcept {
  if (opener == TopicOpener::anyone) return 0;
  return static_cast<std::uint8_t>(opener) == speaker ? model.opener / 2 : -model.opener;
}

TopicPosterior opened_posterior(const TopicLattice& lattice, const std::vector<double>& scores,
                                const std::vector<std::uint8_t>& speakers, TopicOpener opener,
                                const TopicModel& model) {
  if (opener == TopicOpener::anyone) return topic_posterior(lattice, scores, model);
  std::vector<double> opened = scores;
  for (std::size_t i = 1; i < lattice.size(); ++i) {
    const double weight = opener_weight(opener, speakers[lattice.starts[i]], model);
    for (std::size_t j = i + 1; j <= lattice.size(); ++j) lattice.at(opened, i, j) += weight;
  }
  return topic_posterior(lattice, opened, model);
}

TopicPosterior topic_posterior(const TopicLattice& lattice, const std::vector<double>& scores,
                               const std::vector<std::uint8_t>& speakers, const TopicModel& model) {
  if (model.opener == 0 ||
      std::none_of(speakers.begin(), speakers.end(), [](std::uint8_t who) { return who != 0; }))
    return topic_posterior(lattice, scores, model);
  TopicPosterior parts[std::size(kTopicOpeners)];
  double top = -1e300, sum = 0;
  for (const TopicOpener opener : kTopicOpeners) {
    TopicPosterior& part = parts[static_cast<std::size_t>(opener)];
    part = opened_posterior(lattice, scores, speakers, opener, model);
    top = std::max(top, part.log_weight);
  }
  for (const TopicPosterior& part : parts) sum += std::exp(part.log_weight - top);
  TopicPosterior mixed;
  mixed.segment.resize(scores.size());
  mixed.start.resize(lattice.size());
  mixed.number.resize(parts[0].number.size());
  mixed.topics = 0;
  mixed.log_weight = top + std::log(sum);
  for (const TopicPosterior& part : parts) {
    const double share = std::exp(part.log_weight - mixed.log_weight);
    const auto add = [share](std::vector<double>& to, const std::vector<double>& from) {
      for (std::size_t i = 0; i < to.size(); ++i) to[i] += share * from[i];
    };
    add(mixed.segment, part.segment);
    add(mixed.start, part.start);
    add(mixed.number, part.number);
    mixed.topics += share * part.topics;
  }
  return mixed;
}

std::vector<std::size_t> least_error_starts(const TopicLattice& lattice, const TopicPosterior& posterior,
                                            const TopicModel& model) {
  constexpr double kTie = .05;
  const std::size_t size = lattice.size(), row = size + 1;
  const std::size_t turns = lattice.starts.back();
  const std::size_t window = static_cast<std::size_t>(
      std::max(1.0, std::round(static_cast<double>(turns) / std::max(1.0, posterior.topics) / 2)));
  // together[i][j]: probability that one topic holds the stretches (between candidates) i to j.
  std::vector<double> together(size * row);
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = size; j-- > i;)
      together[i * row + j] = lattice.at(posterior.segment, i, j + 1) +
                              (i > 0 ? together[(i - 1) * row + j] : 0) +
                              (j + 1 < size ? together[i * row + j + 1] : 0) -
                              (i > 0 && j + 1 < size ? together[(i - 1) * row + j + 1] : 0);
  std::vector<double> starts_before(size + 1);  // expected
  for (std::size_t i = 0; i < size; ++i) starts_before[i + 1] = starts_before[i] + posterior.start[i];
  // gain[t]: how much less it errs to draw no start between t and t + window than to draw one, summed up to
  // t.
  std::vector<double> gain(turns + 1);
  for (std::size_t t = 0, left = 0, right = 0; t < turns; ++t) {
    while (lattice.starts[left + 1] <= t) ++left;
    if (t + window >= turns) {
      gain[t + 1] = gain[t];
      continue;
    }
    while (lattice.starts[right + 1] <= t + window) ++right;
    const double same = std::clamp(together[left * row + right], 0.0, 1.0);
    const double expected = starts_before[right + 1] - starts_before[left + 1];
    // Exactly one start, were there never more than two.
    const double one = std::clamp(2 * (1 - same) - expected, 0.0, 1 - same);
    gain[t + 1] = gain[t] + same - ((1 - model.caution) * (1 - same) + model.caution * one);
  }
  std::vector<double> best(size + 1, -1e300);
  std::vector<std::size_t> from(size + 1);
  best[0] = 0;
  for (std::size_t j = 1; j <= size; ++j)
    for (std::size_t i = 0; i < j; ++i) {
      const std::size_t first = lattice.starts[i], end = lattice.starts[j];
      const std::size_t last = std::max(first, end - std::min(end, window));
      const double value = best[i] + gain[last] - gain[first] + (i ? kTie * (posterior.start[i] - .5) : 0);
      if (value > best[j]) best[j] = value, from[j] = i;
    }
  std::vector<std::size_t> out;
  for (std::size_t j = from[size]; j > 0; j = from[j]) out.push_back(j);
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<std::size_t> nested_starts(const TopicLattice& lattice, const std::vector<double>& scores,
                                       const std::vector<std::size_t>& outline, std::size_t most) {
  std::vector<std::size_t> bounds{0};
  bounds.insert(bounds.end(), outline.begin(), outline.end());
  bounds.push_back(lattice.size());
  const auto gain = [&](std::size_t first, std::size_t start, std::size_t end) {
    return lattice.at(scores, first, start) + lattice.at(scores, start, end) - lattice.at(scores, first, end);
  };
  std::vector<std::size_t> coarser, kept = bounds;
  while (kept.size() > 2) {
    std::size_t least = 1;
    for (std::size_t b = 2; b + 1 < kept.size(); ++b)
      if (gain(kept[b - 1], kept[b], kept[b + 1]) < gain(kept[least - 1], kept[least], kept[least + 1]))
        least = b;
    coarser.push_back(kept[least]);
    kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(least));
  }
  std::vector<std::size_t> order(coarser.rbegin(), coarser.rend());
  while (order.size() < most) {
    double best = -1e300;
    std::size_t found = 0, place = 0;
    for (std::size_t b = 0; b + 1 < bounds.size(); ++b)
      for (std::size_t start = bounds[b] + 1; start < bounds[b + 1]; ++start)
        if (const double value = gain(bounds[b], start, bounds[b + 1]); value > best)
          best = value, found = start, place = b + 1;
    if (found == 0) break;
    bounds.insert(bounds.begin() + static_cast<std::ptrdiff_t>(place), found);
    order.push_back(found);
  }
  return order;
}

}  // namespace visavis
