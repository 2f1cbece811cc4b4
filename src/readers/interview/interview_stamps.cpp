#include "readers/interview/interview_stamps.h"

#include <algorithm>

#include "base/unicode.h"
#include "readers/interview/interview_label_parts.h"
#include "readers/interview/interview_speakers.h"
#include "words/reports.h"

namespace visavis::interview {
namespace {

// "1h02m03s", "4m05s": two units or more, in this order.
std::size_t parse_units(std::string_view text, std::int64_t& ms) noexcept {
  static constexpr struct {
    char letter;
    std::int64_t unit_ms;
  } kUnits[] = {{'h', 3'600'000}, {'m', 60'000}, {'s', 1'000}};
  std::size_t at = 0;
  int units = 0;
  ms = 0;
  for (const auto& unit : kUnits) {
    std::size_t end = at;
    std::int64_t count = 0;
    while (end < text.size() && end - at < 4 && is_digit(static_cast<unsigned char>(text[end])))
      count = count * 10 + (text[end++] - '0');
    if (end == at || end >= text.size() || text[end] != unit.letter) continue;
    ms += count * unit.unit_ms;
    at = end + 1;
    ++units;
  }
  return units >= 2 ? at : 0;
}

// The unit that opens `text`, with words behind it that may touch: "secondsThere"; its bytes in `size`.
std::int64_t unit_of_time_at(std::string_view text, bool one, std::size_t& size) noexcept {
  for (const std::string_view stem :
       {std::string_view("second"), std::string_view("minut"), std::string_view("hour"),
        std::string_view("heur"), std::string_view("hora"), std::string_view("segund"),
        std::string_view("Sekund"), std::string_view("Stund")}) {
    if (!text.starts_with(stem)) continue;
    const auto is_at = [&](std::string_view these) {
      return size < text.size() && these.find(text[size]) != these.npos;
    };
    size = stem.size();
    size += is_at("eo");
    size += !one && is_at("sn");
    return unit_of_time_ms(text.substr(0, size));
  }
  return 0;
}

// "0 minutes 4 seconds", "1 hour 2 minutes 3 seconds", "12 Minuten 30 Sekunden": as meeting tools print what
// their page reads aloud. A single unit counts where it is written out ("4 seconds"), or, `glued` to the
// words behind it, beside the time it tells.
std::size_t parse_worded_units(std::string_view text, std::int64_t& ms, bool glued) noexcept {
  std::size_t at = 0, end = 0, units = 0;
  std::int64_t least_ms = INT64_MAX;
  ms = 0;
  while (at < text.size() && is_digit(static_cast<unsigned char>(text[at]))) {
    std::size_t here = at;
    std::int64_t count = 0;
    while (here < text.size() && here - at < 4 && is_digit(static_cast<unsigned char>(text[here])))
      count = count * 10 + (text[here++] - '0');
    const std::size_t gap = spaces_at(text, here);
    here += gap;
    std::size_t word_end = here;
    while (word_end < text.size()) {
      std::size_t next = word_end;
      const char32_t c = next_code_point(text, next);
      if (!is_word_character(c) || is_digit(c)) break;
      word_end = next;
    }
    std::size_t size = word_end - here;
    const std::string_view word = text.substr(here, size);
    const std::int64_t unit_ms = gap == 0 ? 0
                                 : glued  ? unit_of_time_at(word, count == 1, size)
                                          : unit_of_time_ms(word);
    if (unit_ms == 0 || unit_ms >= least_ms) break;
    least_ms = unit_ms;
    ms += count * unit_ms;
    ++units;
    at = end = here + size;
    if (at < text.size() && text[at] == ',') ++at;
    at += spaces_at(text, at);
    for (const std::string_view joined : {std::string_view("et "), std::string_view("and "),
                                          std::string_view("und "), std::string_view("y ")})
      if (glued && text.substr(at).starts_with(joined)) at += joined.size();
  }
  return units >= 2 || at >= text.size() || (glued && units > 0) ? end : 0;
}

// "0:1111 secondes", "1:021 minute, 2 seconds": a time and what a page reads aloud of it, before the words,
// as a copy of YouTube's page has them.
std::size_t parse_time_read_aloud(std::string_view text, std::int64_t& ms) noexcept {
  std::size_t end = std::min(text.find(':'), text.size()) + 3;
  if (end + 3 < text.size() && text[end] == ':') end += 3;
  if (end >= text.size() || parse_clock(text.substr(0, end), ms) != end) return 0;
  std::int64_t told_ms = 0;
  const std::size_t size = parse_worded_units(text.substr(end), told_ms, true);
  return size > 0 && told_ms == ms ? end + size : 0;
}

// "1584232225": seconds since 1970, alone or before a space; thousandths of them with three digits more.
std::size_t parse_epoch(std::string_view text, Stamp& stamp) noexcept {
  const std::size_t size = std::min(text.find_first_not_of("0123456789"), text.size());
  if ((size != 10 && size != 13) || text[0] != '1' ||
      (size < text.size() && text[size] != ' ' && text[size] != '\t'))
    return 0;
  std::int64_t ms = 0;
  for (std::size_t at = 0; at < size; ++at) ms = ms * 10 + (text[at] - '0');
  if (size == 10) ms *= 1000;
  stamp.start_ms = ms;
  stamp.wall_clock = stamp.epoch = true;
  return size;
}

// "12.34", "12.34s": seconds with their fraction. Only beside another such and a range sign are they a time.
std::size_t parse_seconds(std::string_view text, std::int64_t& ms) noexcept {
  static constexpr std::size_t kMostDigits = 7;
  std::size_t at = 0;
  std::int64_t whole = 0, fraction_ms = 0, place_ms = 100;
  while (at < text.size() && at < kMostDigits && is_digit(static_cast<unsigned char>(text[at])))
    whole = whole * 10 + (text[at++] - '0');
  if (at == 0 || at + 1 >= text.size() || text[at] != '.' ||
      !is_digit(static_cast<unsigned char>(text[at + 1])))
    return 0;
  for (++at; at < text.size() && is_digit(static_cast<unsigned char>(text[at])); ++at, place_ms /= 10)
    fraction_ms += (text[at] - '0') * place_ms;
  ms = whole * 1000 + fraction_ms;
  return at + (at < text.size() && text[at] == 's');
}

// "00;01;02;15": hours, minutes, seconds and frames as editing programs write them.
std::size_t parse_drop_frames(std::string_view text, std::int64_t& ms, std::int32_t& last_field) noexcept {
  constexpr std::size_t kSize = 11;
  if (text.size() < kSize || text[2] != ';') return 0;
  std::int64_t seconds = 0;
  for (std::size_t field = 0; field < 4; ++field) {
    const std::size_t at = field * 3;
    if (!is_digit(static_cast<unsigned char>(text[at])) ||
        !is_digit(static_cast<unsigned char>(text[at + 1])) || (field < 3 && text[at + 2] != ';'))
      return 0;
    last_field = (text[at] - '0') * 10 + (text[at + 1] - '0');
    if (field < 3) seconds = seconds * 60 + last_field;
  }
  ms = seconds * 1000;
  return kSize;
}

// The clock at the start of `text`, with a fourth field where there is one.
std::size_t parse_fields(std::string_view text, std::int64_t& ms, std::int32_t& last_field) noexcept {
  const bool negative = !text.empty() && text[0] == '-';
  const std::size_t sign = negative ? 1 : 0;
  if (const std::size_t drop = parse_drop_frames(text, ms, last_field)) return drop;
  std::size_t at = parse_clock(text.substr(sign), ms);
  if (at == 0) {
    const std::size_t units = parse_units(text, ms);
    if (units > 0) return units;
    // "0 minutes 4 seconds0:04": read aloud, and its figures
    std::int64_t figures_ms = 0;
    const std::size_t aloud = parse_worded_units(text, ms, true);
    const std::size_t figures = aloud > 0 ? parse_clock(text.substr(aloud), figures_ms) : 0;
    return figures > 0 && figures_ms == ms ? aloud + figures : parse_worded_units(text, ms, false);
  }
  at += sign;
  if (at + 2 < text.size() && text[at] == ':' && is_digit(static_cast<unsigned char>(text[at + 1])) &&
      is_digit(static_cast<unsigned char>(text[at + 2]))) {
    last_field = (text[at + 1] - '0') * 10 + (text[at + 2] - '0');
    at += 3;
  }
  if (negative) ms = -ms;
  return at;
}

// What parts a date from its time: a comma, a T, white space, a word ("à", "um"). 0 where none of them does.
std::size_t end_of_date(std::string_view text, std::size_t at, const std::uint16_t (&read)[3], char sign,
                        Stamp& stamp) noexcept {
  const std::size_t end = at;
  if (at < text.size() && text[at] == ',') ++at;
  if (at + 1 < text.size() && text[at] == 'T' && is_digit(static_cast<unsigned char>(text[at + 1]))) ++at;
  at += spaces_at(text, at);
  if (at == end) return 0;
  if (const std::size_t size = word_before_time_at(text.substr(at))) at += size + spaces_at(text, at + size);
  std::copy(read, read + 3, stamp.date);
  stamp.date_sign = sign;
  return at;
}

// "2023年5月14日", "2023년 5월 14일": the year first, each field with its word behind it.
std::size_t skip_east_asian_date(std::string_view text, Stamp& stamp) noexcept {
  static constexpr std::string_view kWords[3][2] = {{"年", "년"}, {"月", "월"}, {"日", "일"}};
  std::uint16_t read[3] = {};
  std::size_t at = 0;
  for (std::size_t field = 0; field < 3; ++field) {
    const std::size_t start = at;
    while (at < text.size() && at - start < 4 && text[at] >= '0' && text[at] <= '9')
      read[field] = static_cast<std::uint16_t>(read[field] * 10 + (text[at++] - '0'));
    const std::string_view rest = text.substr(at);
    if (at == start || !(rest.starts_with(kWords[field][0]) || rest.starts_with(kWords[field][1]))) return 0;
    at += 3;
    if (field < 2) at += spaces_at(text, at);
  }
  return end_of_date(text, at, read, '-', stamp);
}

bool is_date_separator(char c) noexcept { return c == '.' || c == ',' || c == '-' || c == '/' || c == ' '; }

// "14-May-23", "14 mai 2023", "May 14, 2023": the month is a word.
std::size_t skip_worded_date(std::string_view text, Stamp& stamp) noexcept {
  std::uint16_t numbers[2] = {}, month = 0;
  std::size_t at = 0;
  for (std::size_t field = 0, count = 0; field < 3; ++field) {
    const std::size_t start = at;
    // "May 19 23:59:44": of some year
    if (field == 2 && month != 0 && at + 2 < text.size() && (text[at + 1] == ':' || text[at + 2] == ':')) {
      numbers[1] = 2000;
      while (at > 0 && text[at - 1] == ' ') --at;
      break;
    }
    if (at < text.size() && is_digit(static_cast<unsigned char>(text[at]))) {
      if (count == 2) return 0;
      while (at < text.size() && at - start < 4 && is_digit(static_cast<unsigned char>(text[at])))
        numbers[count] = static_cast<std::uint16_t>(numbers[count] * 10 + (text[at++] - '0'));
      ++count;
    } else {
      while (at < text.size()) {
        std::size_t next = at;
        if (!is_word_character(next_code_point(text, next))) break;
        at = next;
      }
      if (month != 0 || at == start) return 0;
      // Most words are of no date: a number follows a month that is not the last field.
      std::size_t next = at;
      while (next < text.size() && is_date_separator(text[next])) ++next;
      if (field < 2 && (next == text.size() || !is_digit(static_cast<unsigned char>(text[next])))) return 0;
      if ((month = month_of(text.substr(start, at - start))) == 0) return 0;
    }
    if (field == 2) break;
    while (at < text.size() && is_date_separator(text[at])) ++at;
  }
  if (month == 0 || numbers[0] < 1 || numbers[0] > 31 || numbers[1] == 0) return 0;
  const std::uint16_t year = numbers[1] < 100 ? static_cast<std::uint16_t>(numbers[1] + 2000) : numbers[1];
  const std::uint16_t read[3] = {year, month, numbers[0]};
  return end_of_date(text, at, read, '-', stamp);
}

// "2021-03-04", "12/03/21", "4.3.2021", "14. 5. 2023", with a comma or a T after it.
std::size_t skip_date(std::string_view text, Stamp& stamp) noexcept {
  if (const std::size_t size = skip_east_asian_date(text, stamp)) return size;
  if (const std::size_t size = skip_worded_date(text, stamp)) return size;
  std::size_t at = 0;
  std::size_t fields = 0;
  std::uint16_t read[3] = {};
  char separator = 0;
  while (fields < 3) {
    const std::size_t start = at;
    std::uint16_t value = 0;
    while (at < text.size() && at - start < 4 && text[at] >= '0' && text[at] <= '9')
      value = static_cast<std::uint16_t>(value * 10 + (text[at++] - '0'));
    if (at == start) return 0;
    read[fields] = value;
    if (++fields == 3) break;
    if (at >= text.size() || (text[at] != '-' && text[at] != '/' && text[at] != '.')) return 0;
    if (separator && text[at] != separator) return 0;
    separator = text[at++];
    if (separator == '.') at += spaces_at(text, at);
  }
  return end_of_date(text, at, read, separator, stamp);
}

// "10:02" beside a date is hours and minutes.
void take_for_clock(Stamp& stamp) noexcept {
  stamp.wall_clock = true;
  if (stamp.two_fields && stamp.start_ms >= 0) stamp.start_ms *= 60;
  stamp.two_fields = false;
}

constexpr std::int64_t kHalf_ms = 43'200'000;

void put_in_half(Stamp& stamp, DayHalf half) noexcept {
  take_for_clock(stamp);
  if (stamp.start_ms >= 0)
    stamp.start_ms = stamp.start_ms % kHalf_ms + (half == DayHalf::after_noon ? kHalf_ms : 0);
  stamp.half_day = true;
}

// "am", "PM", "p.m.", "p. m.", "下午" behind the time: noon and midnight are 12.
void read_half_day(std::string_view text, std::size_t& at, Stamp& stamp) noexcept {
  const std::size_t here = at + spaces_at(text, at);
  DayHalf half{};
  const std::size_t size = day_half_at(text.substr(here), half);
  if (size == 0) return;
  put_in_half(stamp, half);
  at = here + size;
}

std::size_t skip_range_sign(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size() && text[at] == ' ') ++at;
  for (const std::string_view sign : {std::string_view("-->"), std::string_view("->"), std::string_view("–"),
                                      std::string_view("—"), std::string_view("-"), std::string_view("~")})
    if (text.substr(at).starts_with(sign)) {
      at += sign.size();
      while (at < text.size() && text[at] == ' ') ++at;
      return at;
    }
  return 0;
}

// "[4.52]", "[12.00s]": seconds alone in their bracket.
std::size_t parse_bracketed_seconds(std::string_view text, Stamp& stamp) noexcept {
  const std::size_t size = parse_seconds(text, stamp.start_ms);
  const std::size_t after = size + spaces_at(text, size);
  return size > 0 && after < text.size() && (text[after] == ']' || text[after] == ')') ? size : 0;
}

// "0.00 --> 2.90", "0.00s -> 2.90s", as transcribing programs print on a terminal.
std::size_t parse_seconds_range(std::string_view text, Stamp& stamp) noexcept {
  const std::size_t first = parse_seconds(text, stamp.start_ms);
  const std::size_t sign = first ? skip_range_sign(text.substr(first)) : 0;
  std::int64_t end_ms = kNoTime;
  const std::size_t last = sign ? parse_seconds(text.substr(first + sign), end_ms) : 0;
  if (last == 0) return 0;
  if (end_ms >= stamp.start_ms) stamp.end_ms = end_ms;
  stamp.seconds = true;
  return first + sign + last;
}

// "2.500000<tab>5.000000<tab>", "0.00 2.30<tab>": a track of labels as audio editors export it, intonation
// units as the Santa Barbara Corpus of Spoken American English prints them (Du Bois et al., 2000).
std::size_t parse_seconds_columns(std::string_view text, Stamp& stamp) noexcept {
  const std::size_t first = parse_seconds(text, stamp.start_ms);
  const std::size_t gap = first ? spaces_at(text, first) : 0;
  if (gap == 0) return 0;
  const std::size_t last = parse_seconds(text.substr(first + gap), stamp.end_ms);
  const std::size_t end = first + gap + last;
  if (last == 0 || stamp.end_ms < stamp.start_ms) return 0;
  if (end >= text.size() || (text[end] != '\t' && spaces_at(text, end) < 2)) return 0;
  stamp.columns = true;
  return end;
}

bool ends_stamp(std::string_view rest, bool colon_may_follow) noexcept {
  if (rest.empty()) return true;
  std::size_t at = 0;
  const char32_t c = next_code_point(rest, at);
  return is_space(c) || is_direction_mark(c) || c == '-' || c == U'–' || c == U'—' || c == ']' || c == '*' ||
         (c == '<' && at < rest.size() && rest.find('>') != std::string_view::npos && rest.find('>') < 40) ||
         (colon_may_follow && (c == ':' || c == U'：'));
}

// "Z", "+02:00", "+0200", " UTC" behind a time of day: the hours passed are what counts here, not the place.
std::size_t zone_at(std::string_view text) noexcept {
  if (text.starts_with("Z")) return 1;
  if (text.starts_with(" UTC") || text.starts_with(" GMT")) return 4;
  if (text.size() < 5 || (text[0] != '+' && text[0] != '-')) return 0;
  std::size_t at = 1;
  for (int digits = 0; digits < 4; ++digits, ++at) {
    if (digits == 2 && at < text.size() && text[at] == ':') ++at;
    if (at >= text.size() || !is_digit(static_cast<unsigned char>(text[at]))) return 0;
  }
  return at;
}

constexpr std::int64_t kDay_ms = 86'400'000;
// No turn lasts as long on average: such seconds are thousandths.
constexpr std::int64_t kMostMean_ms = 300'000;

// Days since 1970-01-01 in the Gregorian calendar, counted from the first of March so that a leap day is a
// year's last.
std::int64_t day_number(int year, int month, int day) noexcept {
  const int from_march = (month + 9) % 12, y = month <= 2 ? year - 1 : year;
  return 365LL * y + y / 4 - y / 100 + y / 400 + (153 * from_march + 2) / 5 + day - 1 - 719'468;
}

enum class Order : std::uint8_t { day_month, month_day, year_first };

// False where the fields are no date in this order.
bool read_date(const Stamp& stamp, Order order, std::int64_t& day) noexcept {
  const bool year_first = order == Order::year_first;
  int year = stamp.date[year_first ? 0 : 2];
  const int month = stamp.date[order == Order::month_day ? 0 : 1];
  const int of_month = stamp.date[year_first ? 2 : order == Order::month_day ? 1 : 0];
  if (year < 100) year += 2000;
  if (month < 1 || month > 12 || of_month < 1 || of_month > 31) return false;
  day = day_number(year, month, of_month);
  return true;
}

// The order in which all dates are dates and go on in time: a chat has its messages in order.
Order find_order(const std::vector<Stamp*>& stamps) {
  if (std::all_of(stamps.begin(), stamps.end(), [](const Stamp* s) { return s->date[0] > 31; }))
    return Order::year_first;
  const bool american = std::any_of(stamps.begin(), stamps.end(),
                                    [](const Stamp* s) { return s->half_day && s->date_sign == '/'; });
  std::size_t faults[2] = {};
  for (const Order order : {Order::day_month, Order::month_day}) {
    std::int64_t before = 0;
    for (const Stamp* stamp : stamps) {
      std::int64_t day = before;
      const bool is_date = read_date(*stamp, order, day);
      // Back in time, or a month ahead at once.
      faults[static_cast<int>(order)] += !is_date ? 1000 : day < before ? 10 : before && day > before + 27;
      before = day;
    }
  }
  if (faults[0] == faults[1]) return american ? Order::month_day : Order::day_month;
  return faults[0] < faults[1] ? Order::day_month : Order::month_day;
}

// Times of four fields are days, hours, minutes and seconds, or end in frames: the largest last field tells.
void settle_four_fields(Findings& findings) {
  std::int32_t largest = -1;
  for (const Candidate& c : findings.candidates)
    if (c.has_stamp) largest = std::max(largest, c.stamp.last_field);
  if (largest < 0) return;
  const std::int64_t frames = largest >= 25 ? 30 : 25;  // a second
  for (Candidate& c : findings.candidates) {
    if (!c.has_stamp) continue;
    const auto settle = [&](std::int64_t& ms, std::int32_t field) {
      if (field < 0 || ms == kNoTime) return;
      const std::int64_t sign = ms < 0 ? -1 : 1;
      ms = largest >= 30 ? ms * 60 + sign * field * 1000 : ms + sign * field * 1000 / frames;
    };
    settle(c.stamp.start_ms, c.stamp.last_field);
    settle(c.stamp.end_ms, c.stamp.end_field);
  }
}

// "[2183.00 - 15764.00]": nobody speaks for hours, turn by turn.
void settle_thousandths(Findings& findings) {
  std::int64_t sum = 0, count = 0;
  for (const Candidate& c : findings.candidates)
    if (c.has_stamp && c.stamp.seconds && c.stamp.end_ms != kNoTime)
      sum += c.stamp.end_ms - c.stamp.start_ms, ++count;
  if (count < 2 || sum < count * kMostMean_ms) return;
  for (Candidate& c : findings.candidates)
    if (c.has_stamp && c.stamp.seconds) {
      c.stamp.start_ms /= 1000;
      if (c.stamp.end_ms != kNoTime) c.stamp.end_ms /= 1000;
    }
}

void settle_wall_clocks(const Page& page, Findings& findings) {
  // A chat whose times have three fields and begin within the first hour counts from its recording's start.
  bool counts_up = false;
  for (const Candidate& c : findings.candidates) {
    const Stamp& stamp = c.stamp;
    if (!c.has_stamp || !stamp.wall_clock) continue;
    if (stamp.two_fields || stamp.half_day || stamp.date_sign) {
      counts_up = false;
      break;
    }
    counts_up = counts_up || (stamp.start_ms != kNoTime && stamp.start_ms < 3'600'000);
  }
  std::vector<Stamp*> dated, undated;
  std::uint32_t first_line = 0;
  for (std::size_t i = 0; i < findings.uses.size(); ++i) {
    const LineUse& use = findings.uses[i];
    if (use.candidate < 0) continue;
    Candidate& c = findings.candidates[static_cast<std::size_t>(use.candidate)];
    if (!c.has_stamp || !c.stamp.wall_clock) continue;
    if (counts_up) {
      c.stamp.wall_clock = false;
      continue;
    }
    take_for_clock(c.stamp);
    const bool used = use.use == Use::label || use.use == Use::unnamed || use.use == Use::timed;
    if (!used || c.stamp.start_ms < 0 || (c.stamp.start_ms >= kDay_ms && !c.stamp.epoch)) {
      c.stamp.start_ms = kNoTime;
      continue;
    }
    if (first_line == 0) first_line = page.lines[i].number;
    (c.stamp.date_sign ? dated : undated).push_back(&c.stamp);
  }
  if (!dated.empty()) {
    const Order order = find_order(dated);
    std::vector<Stamp*> kept;
    for (Stamp* stamp : dated) {
      std::int64_t day = 0;
      if (read_date(*stamp, order, day)) {
        stamp->start_ms += day * kDay_ms;
        kept.push_back(stamp);
      } else {
        stamp->start_ms = kNoTime;
      }
    }
    dated = std::move(kept);
    for (Stamp* stamp : undated) stamp->start_ms = kNoTime;  // of some day
  } else {
    std::int64_t before = kNoTime, days = 0;
    for (Stamp* stamp : undated) {
      if (before != kNoTime && stamp->start_ms < before - kDay_ms / 2) ++days;
      before = stamp->start_ms;
      stamp->start_ms += days * kDay_ms;
    }
    dated = std::move(undated);
  }
  // One time of day is when it all happened.
  if (dated.size() < 2) {
    for (Stamp* stamp : dated) stamp->start_ms = kNoTime;
    return;
  }
  std::int64_t earliest = dated.front()->start_ms;
  for (const Stamp* stamp : dated) earliest = std::min(earliest, stamp->start_ms);
  for (Stamp* stamp : dated) stamp->start_ms -= earliest;
  findings.entries.push_back({first_line, ReportLevel::info, phrase::clock_times_relative});
}

}  // namespace

namespace {

// A time that opens in digits that are not ASCII's ("١٤/٥/٢٠٢٣، ٩:٠٥ ص") is read in a copy that has those,
// commas of Arabic with them. Nothing else of the text is changed.
std::size_t parse_other_digits(std::string_view text, Stamp& stamp, bool colon_may_follow) noexcept {
  char copy[96];
  std::uint8_t starts[97] = {};  // where in `text` each byte of the copy was
  std::size_t size = 0, at = 0;
  while (at < text.size() && at < 200 && size + 4 < sizeof copy) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    const char32_t zero = c >= 0x660 && c <= 0x669     ? 0x660
                          : c >= 0x6F0 && c <= 0x6F9   ? 0x6F0
                          : c >= 0xFF10 && c <= 0xFF19 ? 0xFF10
                                                       : 0;
    if (zero || c == U'،' || c == U'：' || c == U'／') {
      starts[size] = static_cast<std::uint8_t>(start);
      copy[size++] = zero ? static_cast<char>('0' + (c - zero)) : c == U'،' ? ',' : c == U'：' ? ':' : '/';
      continue;
    }
    for (std::size_t i = start; i < at; ++i) {
      starts[size] = static_cast<std::uint8_t>(i);
      copy[size++] = text[i];
    }
  }
  starts[size] = static_cast<std::uint8_t>(at);
  return starts[parse_stamp({copy, size}, stamp, colon_may_follow)];
}

bool opens_in_other_digits(std::string_view text) noexcept {
  if (text.empty() || static_cast<unsigned char>(text[0]) < 0xD9) {
    if (text.size() < 2 || std::string_view("[(<{").find(text[0]) == std::string_view::npos) return false;
    text.remove_prefix(1);
  }
  std::size_t at = 0;
  const char32_t c = next_code_point(text, at);
  return (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9) || (c >= 0xFF10 && c <= 0xFF19);
}

}  // namespace

std::size_t parse_stamp(std::string_view text, Stamp& stamp, bool colon_may_follow) noexcept {
  if (opens_in_other_digits(text)) return parse_other_digits(text, stamp, colon_may_follow);
  stamp = {};
  static constexpr std::string_view kOpen[] = {"[", "(", "<", "{", "\\[", "（", "［", "【", "#"};
  static constexpr std::string_view kClose[] = {"]", ")", ">", "}", "\\]", "）", "］", "】", "#"};
  std::size_t at = 0, bracket = std::size(kOpen);
  // Nearly every text that is asked begins with none.
  if (!text.empty() && std::string_view("[(<{\\#\xEF\xE3").find(text[0]) != std::string_view::npos)
    for (bracket = 0; bracket < std::size(kOpen) && !text.starts_with(kOpen[bracket]);) ++bracket;
  if (bracket < std::size(kOpen)) {
    stamp.bracketed = true;
    at = kOpen[bracket].size();
    at += spaces_at(text, at);
  }
  if (const std::size_t epoch = at == 0 ? parse_epoch(text, stamp) : 0) return epoch;
  if (const std::size_t date = skip_date(text.substr(at), stamp)) {
    at += date;
    stamp.wall_clock = true;
  }
  // "上午9:05", "오후 3:12": the half of the day before its hour.
  DayHalf half{};
  const std::size_t half_size = day_half_at(text.substr(at), half);
  if (half_size > 0) at += half_size + spaces_at(text, at + half_size);
  const std::size_t clock = parse_fields(text.substr(at), stamp.start_ms, stamp.last_field);
  if (clock == 0) {
    if (const std::size_t aloud = at == 0 ? parse_time_read_aloud(text, stamp.start_ms) : 0) return aloud;
    if (half_size > 0 || stamp.date_sign) return 0;
    std::size_t seconds =
        stamp.bracketed ? parse_seconds_range(text.substr(at), stamp) : parse_seconds_columns(text, stamp);
    if (seconds == 0 && stamp.bracketed) seconds = parse_bracketed_seconds(text.substr(at), stamp);
    if (seconds == 0) return 0;
    at += seconds;
  }
  stamp.two_fields = std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                text.begin() + static_cast<std::ptrdiff_t>(at + clock), ':') == 1;
  if (stamp.wall_clock) take_for_clock(stamp);
  at += clock;
  if (half_size > 0) put_in_half(stamp, half);
  if (stamp.date_sign) at += zone_at(text.substr(at));
  // Tenths of a second, as f4 and MAXQDA write them.
  if (stamp.bracketed && kOpen[bracket] == "#" && at + 1 < text.size() && text[at] == '-' &&
      is_digit(static_cast<unsigned char>(text[at + 1]))) {
    stamp.start_ms += 100 * (text[at + 1] - '0');
    at += 2;
  }
  if (half_size == 0) read_half_day(text, at, stamp);
  if (const std::size_t sign = skip_range_sign(text.substr(at))) {
    std::int32_t field = -1;
    std::int64_t end_ms = kNoTime;
    if (const std::size_t end = parse_fields(text.substr(at + sign), end_ms, field)) {
      if (end_ms >= stamp.start_ms) stamp.end_ms = end_ms;
      stamp.end_field = field;
      at += sign + end;
    }
  }
  if (stamp.wall_clock) stamp.end_ms = kNoTime;
  if (!stamp.bracketed) {
    const std::string_view rest = text.substr(at);
    // Of "0:00" a page reads nothing aloud: the words touch it.
    const bool touched = stamp.start_ms == 0 && !rest.empty() && rest[0] >= 'A' && rest[0] <= 'Z';
    const bool listed = stamp.end_ms != kNoTime && (rest.starts_with(',') || rest.starts_with("，"));
    return ends_stamp(rest, colon_may_follow) || touched || listed ||
                   (stamp.date_sign && rest.starts_with(", "))
               ? at
               : 0;
  }
  at += spaces_at(text, at);
  return text.substr(at).starts_with(kClose[bracket]) ? at + kClose[bracket].size() : 0;
}

void settle_stamps(const Page& page, Findings& findings) {
  settle_four_fields(findings);
  settle_thousandths(findings);
  settle_wall_clocks(page, findings);
}

}  // namespace visavis::interview
