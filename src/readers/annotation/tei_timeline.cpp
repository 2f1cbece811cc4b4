#include "readers/annotation/tei_timeline.h"

#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "readers/shared/json_time.h"

namespace visavis {
namespace {

constexpr std::int64_t kMost_ms = std::int64_t{1} << 53;

std::string_view without_hash(std::string_view reference) {
  return reference.starts_with('#') ? reference.substr(1) : reference;
}

// A number in a unit of TEI's; false for words ("irregular", "unknown") and numbers under 0, which older
// files write for what is unknown.
bool read_interval(std::string_view text, std::string_view unit, std::int64_t& ms) {
  if (!parse_seconds(trim(text), ms) || ms < 0 || ms > kMost_ms / 86400) return false;
  if (unit == "ms") ms = (ms + 500) / 1000;
  if (unit == "min") ms *= 60;
  if (unit == "h") ms *= 3600;
  if (unit == "d") ms *= 86400;
  return true;
}

struct Point {
  std::string_view id, since;
  std::int64_t absolute_ms = kNoTime, interval_ms = kNoTime, ms = kNoTime;
  bool known = false, asked = false;
};

class Timeline {
 public:
  explicit Timeline(XmlNode node) : node_(node) {}

  void read(TeiTimes& times_ms) {
    for (XmlNode when = child(node_, "when"); when; when = next(when, "when")) add(when);
    if (points_.empty()) return;
    settle_origin();
    for (std::size_t i = 0; i < points_.size(); ++i) settle(i, times_ms);
    for (const Point& point : points_) times_ms.emplace(point.id, point.ms);
  }

 private:
  void add(XmlNode when) {
    const std::string_view shared_unit = attribute(node_, "unit");
    std::string_view unit = attribute(when, "unit");
    if (unit.empty()) unit = shared_unit;
    Point point;
    point.id = attribute(when, "id");
    point.since = without_hash(trim(attribute(when, "since")));
    JsonScalar absolute;
    absolute.kind = JsonScalar::Kind::string;
    absolute.text = trim(attribute(when, "absolute"));
    std::int64_t ms = 0;
    if (!absolute.text.empty() && json_time(absolute, Unit::seconds, ms) && ms > -kMost_ms && ms < kMost_ms)
      point.absolute_ms = ms;
    if (read_interval(attribute(when, "interval"), unit, ms))
      point.interval_ms = ms;
    else if (attribute(when, "interval").empty() && point.absolute_ms == kNoTime && !points_.empty() &&
             read_interval(attribute(node_, "interval"), shared_unit, ms)) {
      point.interval_ms = ms;
      point.since = points_.back().id;
    }
    by_id_.emplace(point.id, points_.size());
    points_.push_back(point);
  }

  void settle_origin() {
    const auto named = by_id_.find(without_hash(trim(attribute(node_, "origin"))));
    const bool is_named = named != by_id_.end();
    if (is_named) origin_ = named->second;
    const Point& origin = points_[origin_];
    bool has_dates = false;
    for (const Point& point : points_) has_dates = has_dates || point.absolute_ms >= kFirstDate_ms;
    if (is_named && origin.absolute_ms != kNoTime) zero_ms_ = origin.absolute_ms;
    if (has_dates && zero_ms_ == 0)
      for (const Point& point : points_)
        if (point.absolute_ms != kNoTime && (zero_ms_ == 0 || point.absolute_ms < zero_ms_))
          zero_ms_ = point.absolute_ms;
  }

  // Follows `since` from point to point up to one that is known, then back. Points that count from one
  // another in a ring stay unknown.
  void settle(std::size_t i, const TeiTimes& elsewhere) {
    std::vector<std::size_t> chain;
    std::int64_t from_ms = kNoTime;
    for (;;) {
      Point& point = points_[i];
      if (point.known || point.asked) {
        from_ms = point.ms;
        break;
      }
      point.asked = true;
      chain.push_back(i);
      if (point.interval_ms == kNoTime) {
        from_ms = point.absolute_ms != kNoTime ? point.absolute_ms - zero_ms_ : i == origin_ ? 0 : kNoTime;
        break;
      }
      if (i == origin_ && point.since.empty()) {
        from_ms = 0;
        break;
      }
      const auto at = by_id_.find(point.since);
      if (at != by_id_.end() && at->second != i) {
        i = at->second;
      } else if (const auto other = elsewhere.find(point.since); other != elsewhere.end()) {
        from_ms = other->second;
        break;
      } else {
        i = origin_;
      }
    }
    for (; !chain.empty(); chain.pop_back()) {
      Point& point = points_[chain.back()];
      point.known = true;
      if (from_ms != kNoTime && point.interval_ms != kNoTime) from_ms += point.interval_ms;
      if (from_ms > kMost_ms || from_ms < 0) from_ms = kNoTime;
      point.ms = from_ms;
    }
  }

  XmlNode node_;
  std::vector<Point> points_;
  std::unordered_map<std::string_view, std::size_t> by_id_;
  std::size_t origin_ = 0;
  std::int64_t zero_ms_ = 0;
};

}  // namespace

void read_tei_timeline(XmlNode timeline, TeiTimes& times_ms) { Timeline(timeline).read(times_ms); }

}  // namespace visavis
