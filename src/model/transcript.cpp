#include "model/transcript.h"

#include <algorithm>

namespace visavis {

ReportEntry::ReportEntry(std::uint32_t at_line, ReportLevel at_level, Message what)
    : line(at_line), level(at_level), code(what.code()), message(std::move(what)) {}

ReportEntry::ReportEntry(std::uint32_t at_line, ReportLevel at_level, std::string_view under, Message what)
    : line(at_line), level(at_level), code(under), message(std::move(what)) {}

const char* role_name(Role role) noexcept {
  switch (role) {
    case Role::unknown:
      return nullptr;
    case Role::interviewer:
      return "interviewer";
    case Role::interviewee:
      return "interviewee";
    case Role::moderator:
      return "moderator";
    case Role::participant:
      return "participant";
  }
  return nullptr;
}

Role find_role(std::string_view name) noexcept {
  for (const Role role : {Role::interviewer, Role::interviewee, Role::moderator, Role::participant})
    if (name == role_name(role)) return role;
  return Role::unknown;
}

const char* mark_name(Mark mark) noexcept {
  switch (mark) {
    case kMarkOverlap:
      return "overlap";
    case kMarkInaudible:
      return "inaudible";
    case kMarkInterrupted:
      return "interrupted";
    case kMarkCaption:
      return "caption";
  }
  return "";
}

const char* section_kind_name(SectionKind kind) noexcept {
  switch (kind) {
    case SectionKind::heading:
      return "heading";
    case SectionKind::chapter:
      return "chapter";
    case SectionKind::derived:
      return "derived";
  }
  return "heading";
}

const char* report_level_name(ReportLevel level) noexcept {
  switch (level) {
    case ReportLevel::info:
      return "info";
    case ReportLevel::warning:
      return "warning";
    case ReportLevel::loss:
      return "loss";
  }
  return "info";
}

std::int64_t Transcript::duration_ms() const noexcept {
  std::int64_t latest = kNoTime;
  for (const Turn& turn : turns) latest = std::max({latest, turn.start_ms, turn.end_ms});
  return latest;
}

bool Transcript::has_times() const noexcept {
  bool any = false;
  for (const Turn& turn : turns) {
    if (turn.speaker == kNone && turn.start_ms == kNoTime) continue;
    if (turn.start_ms == kNoTime || turn.end_ms == kNoTime) return false;
    any = true;
  }
  return any;
}

}  // namespace visavis
