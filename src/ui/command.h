// The commands: everything that changes what is shown, as lines of text and as values. Controls, keys, links
// and pointers give them; app_state.h applies them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace visavis {

// Who gives a command. It says whether the text goes where the command leads.
enum class Origin : std::uint8_t {
  person,  // by a control, a key or a panel: the text follows
  link,    // by an address: the text follows
  text,    // by the text pane, or by who has brought it to its place: the text stays
};

// A verb with its line. Words stand for themselves; T is a turn, S a section, P a speaker, H a hit, C a
// column of the balance (0: who; ascending, again: the other way), F a fraction from 0 to 1, N a pane's name,
// * whatever words follow, none included. In `found` those are the words, a line end, and "TURN AT LENGTH" of
// each hit of a search done elsewhere, in order, in bytes of their turns. `topic S` is a click on a topic:
// the first one opens it, the second ranges to it, the third shows all again; `topic next` goes on from the
// one that was opened while it is what is read. `speaker P pick`: it alone where all are shown, else as
// toggle. `range` by turns: both included, in any order.
#define VISAVIS_COMMANDS(COMMAND)             \
  COMMAND(select_none, "select none")         \
  COMMAND(select, "select T")                 \
  COMMAND(hover_none, "hover none")           \
  COMMAND(hover_turn, "hover turn T")         \
  COMMAND(hover_section, "hover section S")   \
  COMMAND(hover_speaker, "hover speaker P")   \
  COMMAND(speaker_all, "speaker all")         \
  COMMAND(speaker_toggle, "speaker P toggle") \
  COMMAND(speaker_only, "speaker P only")     \
  COMMAND(speaker_pick, "speaker P pick")     \
  COMMAND(range_none, "range none")           \
  COMMAND(range_section, "range section S")   \
  COMMAND(range_turns, "range T T")           \
  COMMAND(zoom_in, "zoom in")                 \
  COMMAND(zoom_out, "zoom out")               \
  COMMAND(zoom_fit, "zoom fit")               \
  COMMAND(zoom_range, "zoom range")           \
  COMMAND(pan_left, "pan left")               \
  COMMAND(pan_right, "pan right")             \
  COMMAND(show, "show T F")                   \
  COMMAND(search, "search *")                 \
  COMMAND(found, "found *")                   \
  COMMAND(hit_next, "hit next")               \
  COMMAND(hit_previous, "hit prev")           \
  COMMAND(hit, "hit H")                       \
  COMMAND(open_none, "open none")             \
  COMMAND(open_section, "open section S")     \
  COMMAND(topic_next, "topic next")           \
  COMMAND(topic_previous, "topic prev")       \
  COMMAND(topic, "topic S")                   \
  COMMAND(reading, "reading T F T F")         \
  COMMAND(motion_full, "motion 0")            \
  COMMAND(motion_reduced, "motion 1")         \
  COMMAND(focus_none, "focus none")           \
  COMMAND(focus_speaker, "focus N speaker P") \
  COMMAND(focus_section, "focus N section S") \
  COMMAND(focus_turn, "focus N turn T")       \
  COMMAND(sort, "sort C")                     \
  COMMAND(unfold, "fold 0")                   \
  COMMAND(fold, "fold 1")                     \
  COMMAND(evidence, "evidence P C")

enum class Verb : std::uint8_t {
#define VISAVIS_VERB(name, line) name,
  VISAVIS_COMMANDS(VISAVIS_VERB)
#undef VISAVIS_VERB
};

struct Command {
  Verb verb{};
  std::array<std::int32_t, 2> ids{};  // numbers of the line, and the pane (0 timeline, 1 balance, 2 topics)
  std::array<double, 2> fractions{};  // in thousandths
  std::string_view words;             // of the line that was parsed

  bool operator==(const Command&) const = default;
};

// How a verb's line is made, as above.
std::string_view pattern_of(Verb verb) noexcept;
// Nothing for what is no command. Whether turns, sections and speakers are there is not asked here.
std::optional<Command> parse_command(std::string_view line) noexcept;
// The line that is parsed as this command.
std::string line_of(const Command& command);

// Takes the next word, a number of at most nine digits, off what is left of a line.
bool take_number(std::string_view& rest, std::int32_t& number) noexcept;

}  // namespace visavis
