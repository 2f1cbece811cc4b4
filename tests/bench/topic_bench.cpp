// Fits and measures topic segmentation on talks whose topics are known.
//
//   topic_bench score    the table: no boundary, even, TextTiling, C99, ours in sample and left out
//   topic_bench labels   how often a content word of a topic's true title is among three keyphrases, and
//   TF-IDF's three topic_bench fit      the weights of analysis/topic_weights.inc
//
// Standard input has a talk a line, as tests/bench/topics.mjs writes them:
// {"set", "name", "turns": [[speaker, words], ...], "starts": [turn, ...], "titles": [title of each topic],
// "measured": not to be fitted to}.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>
#include <string>

#include "analysis/languages.h"
#include "analysis/topic_labels.h"
#include "analysis/topic_segments.h"
#include "analysis/topic_threads.h"
#include "analysis/topics.h"
#include "model/builder.h"

namespace visavis {
namespace {

using Starts = std::vector<std::size_t>;

struct Talk {
  std::string set, name;
  Transcript transcript;
  std::vector<std::int32_t> turns;
  Starts starts;  // true ones, without 0
  std::vector<std::string> titles;
  bool one_speaker = false, measured = false, shown = false;  // as topics.mjs has them
  TopicTerms terms;
  std::vector<CueValues> cues;
  std::vector<std::uint8_t> speakers;
  TopicLattice lattice;
};

std::vector<Talk> read_talks() {
  std::vector<Talk> talks;
  for (std::string line; std::getline(std::cin, line);) {
    const auto json = nlohmann::json::parse(line);
    Talk talk;
    talk.set = json["set"];
    talk.name = json["name"];
    TranscriptBuilder builder;
    for (const auto& said : json["turns"]) {
      Turn turn;
      turn.speaker = builder.speaker(said[0].get<std::string>());
      builder.append_text(said[1].get<std::string>(), turn.text, ' ');
      talk.turns.push_back(builder.add_turn(turn));
    }
    talk.transcript = builder.finish();
    talk.starts = json["starts"].get<Starts>();
    talk.measured = json.value("measured", false);
    talk.shown = json.value("shown", false);
    if (json.contains("titles")) talk.titles = json["titles"].get<std::vector<std::string>>();
    talk.one_speaker = talk.transcript.speakers.size() < 2;
    const std::string_view language = language_of(talk.transcript);
    talk.terms = topic_terms(talk.transcript, talk.turns, language);
    talk.cues = topic_cues(talk.transcript, talk.turns, talk.terms, language);
    talk.speakers = main_speakers(talk.transcript, talk.turns);
    talk.lattice = topic_lattice(talk.terms, talk.cues, topic_model(talk.one_speaker));
    talks.push_back(std::move(talk));
  }
  return talks;
}

// ---- Scores, over turns, with a window of half the mean true topic.

struct Score {
  double pk = 0, window_diff = 0, f1 = 0, topics = 0;
};

Score score(const Starts& truth, const Starts& found, std::size_t turns) {
  const auto labels = [&](const Starts& starts) {
    std::vector<int> out(turns);
    for (const std::size_t at : starts) ++out[at];
    std::partial_sum(out.begin(), out.end(), out.begin());
    return out;
  };
  const std::vector<int> r = labels(truth), h = labels(found);
  // As Python rounds, halves to even.
  const auto window = static_cast<std::size_t>(
      std::max(1.0, std::nearbyint(static_cast<double>(turns) / static_cast<double>(truth.size() + 1) / 2)));
  Score out;
  for (std::size_t i = 0; i + window < turns; ++i) {
    const int right = r[i + window] - r[i], guess = h[i + window] - h[i];
    out.pk += (right == 0) != (guess == 0);
    out.window_diff += right != guess;
  }
  const double pairs = std::max(1.0, static_cast<double>(turns) - static_cast<double>(window));
  out.pk /= pairs;
  out.window_diff /= pairs;
  const auto hits = static_cast<double>(std::count_if(found.begin(), found.end(), [&](std::size_t at) {
    return std::find(truth.begin(), truth.end(), at) != truth.end();
  }));
  out.f1 = 2 * hits / std::max(1.0, static_cast<double>(truth.size() + found.size()));
  out.topics = static_cast<double>(found.size() + 1) / static_cast<double>(truth.size() + 1);
  return out;
}

// ---- What ours is measured against.

Starts even(const Talk& talk) {
  std::set<std::size_t> out;
  const double count = static_cast<double>(talk.starts.size());
  for (double j = 1; j <= count; ++j)
    out.insert(
        static_cast<std::size_t>(std::nearbyint(static_cast<double>(talk.turns.size()) * j / (count + 1))));
  out.erase(0);
  return {out.begin(), out.end()};
}

std::map<std::uint32_t, double> bag(const Talk& talk, std::size_t first, std::size_t last) {
  std::map<std::uint32_t, double> out;
  for (std::uint32_t t = talk.terms.first[first]; t < talk.terms.first[last]; ++t)
    ++out[talk.terms.terms[t].id];
  return out;
}

double cosine(const std::map<std::uint32_t, double>& a, const std::map<std::uint32_t, double>& b) {
  double dot = 0, left = 0, right = 0;
  for (const auto& [id, count] : a) {
    left += count * count;
    if (const auto found = b.find(id); found != b.end()) dot += count * found->second;
  }
  for (const auto& [id, count] : b) right += count * count;
  return left > 0 && right > 0 ? dot / std::sqrt(left * right) : 0;
}

// Hearst 1997, over turns: blocks of six, depths above the mean and half a standard deviation.
Starts text_tiling(const Talk& talk) {
  constexpr std::size_t kBlock = 6;
  const std::size_t n = talk.turns.size();
  std::vector<double> like(n, 1), depth(n);
  for (std::size_t i = 1; i < n; ++i)
    like[i] = cosine(bag(talk, i - std::min(i, kBlock), i), bag(talk, i, std::min(n, i + kBlock)));
  double sum = 0, squares = 0;
  for (std::size_t i = 1; i < n; ++i) {
    double left = like[i], right = like[i];
    for (std::size_t k = i; k > 1 && like[k - 1] >= left; --k) left = like[k - 1];
    for (std::size_t k = i + 1; k < n && like[k] >= right; ++k) right = like[k];
    depth[i] = left + right - 2 * like[i];
    sum += depth[i];
    squares += depth[i] * depth[i];
  }
  const double count = static_cast<double>(n - 1), mean = sum / count;
  const double cut = mean + std::sqrt(std::max(0.0, squares / count - mean * mean)) / 2;
  Starts out;
  for (std::size_t i = 1; i < n; ++i)
    if (depth[i] > cut && depth[i] >= depth[i - 1] && (i + 1 == n || depth[i] >= depth[i + 1]))
      if (out.empty() || i - out.back() > 1) out.push_back(i);
  return out;
}

// Choi 2000: ranks of likeness in an 11 by 11 mask, divisive clustering, the number where the gain falls off
// by 1.2 standard deviations.
Starts c99(const Talk& talk) {
  constexpr std::ptrdiff_t kMask = 5;
  const auto n = static_cast<std::ptrdiff_t>(talk.turns.size());
  std::vector<std::map<std::uint32_t, double>> bags;
  for (std::size_t i = 0; i < talk.turns.size(); ++i) bags.push_back(bag(talk, i, i + 1));
  const auto cell = [n](std::ptrdiff_t i, std::ptrdiff_t j) { return static_cast<std::size_t>(i * n + j); };
  std::vector<float> like(static_cast<std::size_t>(n * n)), rank(like.size());
  for (std::ptrdiff_t i = 0; i < n; ++i)
    for (std::ptrdiff_t j = i; j < n; ++j)
      like[cell(i, j)] = like[cell(j, i)] =
          static_cast<float>(cosine(bags[static_cast<std::size_t>(i)], bags[static_cast<std::size_t>(j)]));
  for (std::ptrdiff_t i = 0; i < n; ++i)
    for (std::ptrdiff_t j = i; j < n; ++j) {
      int lower = 0, seen = 0;
      for (std::ptrdiff_t a = std::max<std::ptrdiff_t>(0, i - kMask); a <= std::min(n - 1, i + kMask); ++a)
        for (std::ptrdiff_t b = std::max<std::ptrdiff_t>(0, j - kMask); b <= std::min(n - 1, j + kMask);
             ++b) {
          ++seen;
          lower += like[cell(a, b)] < like[cell(i, j)];
        }
      rank[cell(i, j)] = rank[cell(j, i)] =
          static_cast<float>(lower) / static_cast<float>(std::max(1, seen - 1));
    }
  std::vector<double> sums(static_cast<std::size_t>((n + 1) * (n + 1)));
  const auto corner = [n](std::ptrdiff_t i, std::ptrdiff_t j) {
    return static_cast<std::size_t>(i * (n + 1) + j);
  };
  for (std::ptrdiff_t i = 0; i < n; ++i)
    for (std::ptrdiff_t j = 0; j < n; ++j)
      sums[corner(i + 1, j + 1)] = static_cast<double>(rank[cell(i, j)]) + sums[corner(i, j + 1)] +
                                   sums[corner(i + 1, j)] - sums[corner(i, j)];
  const auto inside = [&](std::ptrdiff_t a, std::ptrdiff_t b) {
    return sums[corner(b, b)] - sums[corner(a, b)] - sums[corner(b, a)] + sums[corner(a, a)];
  };
  std::vector<std::ptrdiff_t> bounds{0, n};
  Starts order;
  std::vector<double> density{inside(0, n) / static_cast<double>(n * n)};
  double total = inside(0, n), area = static_cast<double>(n * n);
  while (order.size() < 80 && order.size() + 1 < talk.turns.size()) {
    double best = -1, best_total = 0, best_area = 0;
    std::ptrdiff_t found = 0;
    for (std::size_t b = 0; b + 1 < bounds.size(); ++b)
      for (std::ptrdiff_t at = bounds[b] + 1; at < bounds[b + 1]; ++at) {
        const std::ptrdiff_t left = at - bounds[b], right = bounds[b + 1] - at, whole = left + right;
        const double new_total =
            total - inside(bounds[b], bounds[b + 1]) + inside(bounds[b], at) + inside(at, bounds[b + 1]);
        const double new_area = area - static_cast<double>(whole * whole - left * left - right * right);
        if (new_total / new_area > best)
          best = new_total / new_area, best_total = new_total, best_area = new_area, found = at;
      }
    if (found == 0) break;
    bounds.insert(std::upper_bound(bounds.begin(), bounds.end(), found), found);
    order.push_back(static_cast<std::size_t>(found));
    total = best_total;
    area = best_area;
    density.push_back(best);
  }
  std::vector<double> gains;
  for (std::size_t k = 1; k < density.size(); ++k) gains.push_back(density[k] - density[k - 1]);
  std::vector<double> smooth(gains.size());
  constexpr double kKernel[] = {1, 2, 4, 8, 4, 2, 1};
  for (std::size_t k = 0; k < gains.size(); ++k) {
    double weight = 0;
    for (std::size_t m = 0; m < 7; ++m)
      if (k + m >= 3 && k + m - 3 < gains.size())
        smooth[k] += kKernel[m] * gains[k + m - 3], weight += kKernel[m];
    smooth[k] /= weight;
  }
  double mean = 0, squares = 0;
  for (const double gain : smooth) mean += gain, squares += gain * gain;
  const double count = std::max<double>(1, static_cast<double>(smooth.size()));
  mean /= count;
  const double cut = mean + 1.2 * std::sqrt(std::max(0.0, squares / count - mean * mean));
  std::size_t kept = 0;
  while (kept < smooth.size() && smooth[kept] > cut) ++kept;
  Starts out(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept));
  std::sort(out.begin(), out.end());
  return out;
}

Starts ours(const Talk& talk, const TopicModel& model) {
  const TopicPosterior posterior =
      topic_posterior(talk.lattice, segment_scores(talk.lattice, talk.cues, model), talk.speakers, model);
  Starts out;
  for (const std::size_t start : least_error_starts(talk.lattice, posterior, model))
    out.push_back(talk.lattice.starts[start]);
  return out;
}

// As the product finds them.
Starts as_shown(const Talk& talk) {
  Starts out;
  for (const Topic& topic : topics_of(talk.transcript, measure(talk.transcript)).list)
    if (topic.turns.first > 0) out.push_back(static_cast<Starts::value_type>(topic.turns.first));
  return out;
}

// ---- Fitting: the mean log probability of the true ways to part the talks, each set with the same weight
// and a little decay to 0, climbed by Adam (Kingma and Ba 2015).

constexpr std::size_t kParameters = kTopicCues + 4;
constexpr std::size_t kFolds = 5;
constexpr double kOneWhileFitting = 7;  // TopicModel::one

struct Fitting {
  double decay = .005;
  int rounds = 200;
  double precision = 7;  // of the number of topics, at least: a short outline is wanted of any talk
};

// The number of topics over terms, by least squares of logarithms, each set with the same weight.
void fit_number(const std::vector<const Talk*>& talks, const std::map<std::string, double>& weights,
                TopicModel& model) {
  double sum = 0, x = 0, y = 0, xx = 0, xy = 0;
  for (const Talk* talk : talks) {
    const double w = weights.at(talk->set), a = std::log(std::max(20.0, talk->lattice.terms)),
                 b = std::log(static_cast<double>(talk->starts.size() + 1));
    sum += w, x += w * a, y += w * b, xx += w * a * a, xy += w * a * b;
  }
  model.growth = (xy - x * y / sum) / (xx - x * x / sum);
  model.usual = std::exp((y - model.growth * x) / sum);
}

TopicModel fit(const std::vector<const Talk*>& talks, const Fitting& options) {
  std::map<std::string, double> weights;
  for (const Talk* talk : talks) ++weights[talk->set];
  for (auto& [set, weight] : weights) weight = 1 / weight / static_cast<double>(weights.size());
  TopicModel model = topic_model(false);
  // No talk that is fitted to is on one topic, so what else that weighs is not learnt from them: it is at a
  // fixed place while they are, and chosen apart.
  model.one = kOneWhileFitting;
  fit_number(talks, weights, model);
  std::vector<double> mean(kParameters), spread(kParameters);
  for (int round = 1; round <= options.rounds; ++round) {
    std::vector<double> slope(kParameters);
    double likelihood = 0;
    for (const Talk* talk : talks) {
      const TopicLattice& lattice = talk->lattice;
      const std::vector<double> scores = segment_scores(lattice, talk->cues, model);
      const double w = weights.at(talk->set), unit = cohesion_scale(lattice, model) / model.cohesion;
      // The true starts, each at the nearest candidate.
      Starts truth{0};
      for (const std::size_t start : talk->starts) {
        std::size_t best = 1;
        for (std::size_t c = 1; c < lattice.size(); ++c)
          if (std::abs(double(lattice.starts[c]) - double(start)) <
              std::abs(double(lattice.starts[best]) - double(start)))
            best = c;
        if (best > truth.back()) truth.push_back(best);
      }
      truth.push_back(lattice.size());
      double score_of_truth = 0;
      for (std::size_t k = 0; k + 1 < truth.size(); ++k) {
        score_of_truth += lattice.at(scores, truth[k], truth[k + 1]);
        slope[0] += w * unit * lattice.at(lattice.cohesion, truth[k], truth[k + 1]);
        if (k > 0)
          for (std::size_t c = 0; c < kTopicCues; ++c)
            slope[1 + c] += w * talk->cues[lattice.starts[truth[k]]][c];
      }
      const double usual = std::log(model.usual * std::pow(std::max(20.0, lattice.terms), model.growth));
      const auto off = [&](double number) { return number > 1 ? std::pow(std::log(number) - usual, 2) : 0; };
      const double number = static_cast<double>(truth.size() - 1);
      score_of_truth +=
          (number > 1 ? 0 : model.one) - model.start * (number - 1) - model.spread * off(number);
      slope[1 + kTopicCues] -= w * (number - 1);
      slope[2 + kTopicCues] -= w * off(number);
      // Who opens topics is part of a way to part the talk, and not known of the true one either.
      std::vector<TopicPosterior> parts;
      std::vector<double> true_weights;
      const auto opened = [&](TopicOpener opener, std::size_t start) {
        TopicModel one = model;
        one.opener = 1;
        return opener_weight(opener, talk->speakers[lattice.starts[start]], one);
      };
      for (const TopicOpener opener : kTopicOpeners) {
        parts.push_back(opened_posterior(lattice, scores, talk->speakers, opener, model));
        double weight = score_of_truth;
        for (std::size_t k = 1; k + 1 < truth.size(); ++k) weight += model.opener * opened(opener, truth[k]);
        true_weights.push_back(weight);
      }
      const auto log_sum = [](const std::vector<double>& values) {
        const double top = *std::max_element(values.begin(), values.end());
        double sum = 0;
        for (const double value : values) sum += std::exp(value - top);
        return top + std::log(sum);
      };
      std::vector<double> weights_of_all;
      for (const TopicPosterior& part : parts) weights_of_all.push_back(part.log_weight);
      const double all_ways = log_sum(weights_of_all), true_ways = log_sum(true_weights);
      likelihood += w * (true_ways - all_ways);
      for (const TopicOpener opener : kTopicOpeners) {
        const auto o = static_cast<std::size_t>(opener);
        const double true_share = w * std::exp(true_weights[o] - true_ways);
        const double share = w * std::exp(parts[o].log_weight - all_ways);
        for (std::size_t k = 1; k + 1 < truth.size(); ++k)
          slope[3 + kTopicCues] += true_share * opened(opener, truth[k]);
        for (std::size_t i = 0; i < lattice.size(); ++i) {
          for (std::size_t j = i + 1; j <= lattice.size(); ++j)
            slope[0] -=
                share * unit * lattice.at(parts[o].segment, i, j) * lattice.at(lattice.cohesion, i, j);
          if (i == 0) continue;
          slope[3 + kTopicCues] -= share * parts[o].start[i] * opened(opener, i);
          for (std::size_t c = 0; c < kTopicCues; ++c)
            slope[1 + c] -= share * parts[o].start[i] * talk->cues[lattice.starts[i]][c];
        }
        slope[1 + kTopicCues] += share * (parts[o].topics - 1);
        for (std::size_t k = 1; k < parts[o].number.size(); ++k)
          slope[2 + kTopicCues] += share * parts[o].number[k] * off(static_cast<double>(k));
      }
    }
    const auto parameter = [&](std::size_t p) -> double& {
      return p == 0                ? model.cohesion
             : p <= kTopicCues     ? model.cues[p - 1]
             : p == kTopicCues + 1 ? model.start
             : p == kTopicCues + 2 ? model.spread
                                   : model.opener;
    };
    for (std::size_t p = 0; p < kParameters; ++p) {
      double& value = parameter(p);
      const double g = slope[p] - (p >= 1 && p <= kTopicCues ? options.decay * value : 0);
      mean[p] = .9 * mean[p] + .1 * g;
      spread[p] = .98 * spread[p] + .02 * g * g;
      const double rate = .06 * std::min(1.0, 2 - 2.0 * round / options.rounds);
      value += rate * (mean[p] / (1 - std::pow(.9, round))) /
               (std::sqrt(spread[p] / (1 - std::pow(.98, round))) + 1e-6);
      if (p == 0 || p == kTopicCues + 3) value = std::max(value, .01);
      if (p == kTopicCues + 2) value = std::max(value, options.precision);
    }
    if (round % 50 == 0) std::fprintf(stderr, "round %d: mean log probability %.3f\n", round, likelihood);
  }
  model.one = topic_model(false).one;
  return model;
}

void print(const TopicModel& model) {
  std::printf("constexpr TopicModel kConversation = {\n    %.3f,\n    {", model.cohesion);
  for (std::size_t c = 0; c < kTopicCues; ++c) std::printf("%s%.3f", c ? ", " : "", model.cues[c]);
  std::printf("},\n    %.3f, %.3f, %.3f, %.3f, %.3f, %.3f, %.2f};\n", model.opener, model.start, model.one,
              model.spread, model.usual, model.growth, model.caution);
}

struct Means {
  std::vector<Score> scores;
  void line(const std::string& set, const std::string& method) const {
    Score sum, squares;
    for (const Score& one : scores) {
      sum.pk += one.pk, sum.window_diff += one.window_diff, sum.f1 += one.f1, sum.topics += one.topics;
      squares.pk += one.pk * one.pk, squares.window_diff += one.window_diff * one.window_diff;
    }
    const double n = static_cast<double>(scores.size());
    const auto error = [n](double total, double square) {
      return n > 1 ? std::sqrt(std::max(0.0, square / n - total * total / n / n) / (n - 1)) : 0;
    };
    std::printf("%-9s%-22s%6.0f%8.3f%7.3f%9.3f%7.3f%7.3f%8.2f\n", set.c_str(), method.c_str(), n, sum.pk / n,
                error(sum.pk, squares.pk), sum.window_diff / n, error(sum.window_diff, squares.window_diff),
                sum.f1 / n, sum.topics / n);
  }
};

// ---- Labels, of the true topics.

// The stems of a text without those that head any talk.
std::set<std::string> title_stems(const std::string& text, std::string_view language) {
  static const std::set<std::string> kGeneric = {"introduct",  "intro",   "outro",   "conclus",
                                                 "background", "sponsor", "summari", "overview",
                                                 "discuss",    "untitl",  "misc"};
  const Transcript talk = [&] {
    TranscriptBuilder builder;
    Turn turn;
    turn.speaker = builder.speaker("A");
    builder.append_text(text, turn.text);
    builder.add_turn(turn);
    return builder.finish();
  }();
  std::set<std::string> out;
  const TopicTerms terms = topic_terms(talk, {0}, language);
  for (const std::string& stem : terms.stems)
    if (!kGeneric.count(stem)) out.insert(stem);
  return out;
}

std::vector<std::string> tf_idf(const Talk& talk, TermRange range, const std::vector<TermRange>& all) {
  std::map<std::uint32_t, double> weights = bag(talk, range.first, range.end);
  std::map<std::uint32_t, double> topics;
  for (const TermRange& one : all)
    for (const auto& [id, count] : bag(talk, one.first, one.end)) topics[id] += count > 0;
  std::vector<std::pair<double, std::uint32_t>> order;
  for (const auto& [id, count] : weights)
    order.emplace_back(-count * std::log(static_cast<double>(all.size()) / topics[id]), id);
  std::sort(order.begin(), order.end());
  std::vector<std::string> out;
  for (const auto& [weight, id] : order) {
    if (out.size() == kMostKeyphrases) break;
    out.push_back(talk.terms.stems[id]);
  }
  return out;
}

void measure_labels(const std::vector<Talk>& talks) {
  std::map<std::string, std::array<double, 3>> sums;  // titles, hits of ours, of TF-IDF
  for (const Talk& talk : talks) {
    const std::string_view language = language_of(talk.transcript);
    if (talk.titles.empty() || language != "en") continue;
    std::vector<TermRange> ranges{{0, 0}};
    for (const std::size_t start : talk.starts) ranges.back().end = start, ranges.push_back({start, start});
    ranges.back().end = talk.turns.size();
    const auto ours = keyphrases_of(talk.transcript, talk.terms, ranges, language);
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      const std::set<std::string> wanted = title_stems(talk.titles[i], language);
      if (wanted.empty()) continue;
      const auto hit = [&](const std::vector<std::string>& phrases) {
        for (const std::string& phrase : phrases)
          for (const std::string& stem : title_stems(phrase, language))
            if (wanted.count(stem)) return true;
        return false;
      };
      const std::vector<std::string> theirs = tf_idf(talk, ranges[i], ranges);
      auto& sum = sums[talk.set];
      ++sum[0];
      sum[1] += hit(ours[i]);
      sum[2] += std::any_of(theirs.begin(), theirs.end(),
                            [&](const std::string& stem) { return wanted.count(stem) > 0; });
    }
  }
  std::printf("%-9s%8s%8s%8s\n", "set", "titles", "ours", "TF-IDF");
  for (const auto& [set, sum] : sums)
    std::printf("%-9s%8.0f%8.3f%8.3f\n", set.c_str(), sum[0], sum[1] / sum[0], sum[2] / sum[0]);
}

// Each topic in two halves, all the first ones, then all the second ones: two of one topic are one thread.
void measure_threads(const std::vector<Talk>& talks) {
  std::map<std::string, std::array<double, 3>> sums;  // halved topics, pairs joined, joined rightly
  for (const Talk& talk : talks) {
    if (talk.titles.empty()) continue;
    std::vector<TermRange> halves[2];
    std::vector<std::size_t> bounds(talk.starts.begin(), talk.starts.end());
    bounds.push_back(talk.turns.size());
    std::size_t from = 0;
    for (const std::size_t end : bounds) {
      const std::uint32_t begin = talk.terms.first[from], terms = talk.terms.first[end] - begin;
      std::size_t middle = from;
      while (middle < end && talk.terms.first[middle] - begin < terms / 2) ++middle;
      const TermRange parts[] = {{from, middle}, {middle, end}};
      if (talk.terms.first[middle] - begin >= kFewestThreadTerms &&
          begin + terms - talk.terms.first[middle] >= kFewestThreadTerms)
        for (int half = 0; half < 2; ++half) halves[half].push_back(parts[half]);
      from = end;
    }
    const std::size_t topics = halves[0].size();
    halves[0].insert(halves[0].end(), halves[1].begin(), halves[1].end());
    const std::vector<std::size_t> first =
        topic_threads(talk.terms, halves[0], std::vector<std::string>(2 * topics));
    auto& sum = sums[talk.set];
    sum[0] += static_cast<double>(topics);
    for (std::size_t j = 0; j < 2 * topics; ++j)
      for (std::size_t i = 0; i < j; ++i)
        if (first[i] == first[j]) ++sum[1], sum[2] += i + topics == j;
  }
  std::printf("%-9s%8s%8s%11s%8s\n", "set", "topics", "joined", "precision", "recall");
  for (const auto& [set, sum] : sums)
    std::printf("%-9s%8.0f%8.0f%11.3f%8.3f\n", set.c_str(), sum[0], sum[1], sum[2] / std::max(1.0, sum[1]),
                sum[2] / std::max(1.0, sum[0]));
}

void head() {
  std::printf("%-9s%-22s%6s%8s%7s%9s%7s%7s%8s\n", "set", "method", "talks", "Pk", "s.e.", "WinDiff", "s.e.",
              "F1", "topics");
}

}  // namespace
}  // namespace visavis

int main(int count, char** arguments) {
  using namespace visavis;
  const std::string what = count > 1 ? arguments[1] : "";
  const bool baselines = what == "score";
  const std::vector<Talk> talks = read_talks();
  std::vector<std::string> sets;
  for (const Talk& talk : talks)
    if (std::find(sets.begin(), sets.end(), talk.set) == sets.end()) sets.push_back(talk.set);
  const auto fitted_on = [&](const std::string& left_out) {
    std::vector<const Talk*> out;
    for (const Talk& talk : talks)
      if (!talk.one_speaker && talk.set != left_out && !talk.measured) out.push_back(&talk);
    return out;
  };
  Fitting options;
  if (count > 2) options.decay = std::atof(arguments[2]);
  if (count > 3) options.rounds = std::atoi(arguments[3]);
  if (count > 4) options.precision = std::atof(arguments[4]);
  if (what == "threads") return measure_threads(talks), 0;
  if (what == "labels") return measure_labels(talks), 0;
  if (what == "fit") {
    print(fit(fitted_on(""), options));
    return 0;
  }
  // Each talk by weights fitted to the other sets, and to four fifths of the talks of all.
  std::map<std::string, TopicModel> without_set;
  std::map<const Talk*, std::size_t> fold_of;
  std::vector<TopicModel> without_fold;
  if (baselines) {
    std::map<std::string, std::size_t> seen;
    for (const Talk* talk : fitted_on("")) fold_of[talk] = seen[talk->set]++ % kFolds;
    for (const auto& [set, talks_of_it] : seen) without_set[set] = fit(fitted_on(set), options);
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
      std::vector<const Talk*> others;
      for (const Talk* talk : fitted_on(""))
        if (fold_of[talk] != fold) others.push_back(talk);
      without_fold.push_back(fit(others, options));
    }
  }
  head();
  for (const std::string& set : sets) {
    std::map<std::string, Means> means;
    for (const Talk& talk : talks) {
      if (talk.set != set) continue;
      const std::size_t n = talk.turns.size();
      const auto add = [&](const char* method, const Starts& found) {
        means[method].scores.push_back(score(talk.starts, found, n));
      };
      add("0 none", {});
      if (baselines) {
        add("1 even, true number", even(talk));
        add("2 TextTiling", text_tiling(talk));
        add("3 C99", c99(talk));
      }
      add(talk.measured ? "4 ours, never fitted to it" : "4 ours, in sample",
          talk.one_speaker || talk.shown ? as_shown(talk) : ours(talk, topic_model(false)));
      if (const auto found = fold_of.find(&talk); found != fold_of.end()) {
        add("5 ours, talk left out", ours(talk, without_fold[found->second]));
        add("6 ours, set left out", ours(talk, without_set.at(set)));
      }
    }
    for (const auto& [method, mean] : means) mean.line(set, method.substr(2));
    std::printf("\n");
    std::fflush(stdout);
  }
}
