// The C interface of the module that shows: it takes a reading as a block (read.h) and holds the view.
//
//   page            core.js                 here                      below
//   ────            ───────                 ────                      ─────
//   opens a file ►  reader.js, read.h    ►  vav_open, vav_show     ►  ui: App::show
//   key, click   ►  command("range 3 9") ►  vav_command            ►  ui: apply changes the state
//   pointer      ►  pointer(…), wheel(…) ►  vav_pointer, vav_wheel ►  ui: hit tests, gestures
//   resize       ►  layout(lines)        ►  vav_layout             ►  ui: App::layout
//   frame        ►  frame(now)           ►  vav_frame              ►  ui: panels, scene, render, WebGL2
//   what the frame's bits say changed    ►  vav_query("state" …)   ►  scene: twin; ui: state; writers
//
// Text crosses as UTF-8 (pointer, length); answers lie in the context's output until its next call. Memory
// may grow in any call that allocates, so JavaScript takes its heap views anew after each. Nothing throws; a
// failed allocation traps the instance (there is no way back from it without exceptions), which JavaScript
// catches.
#pragma once

#include <cstddef>
#include <cstdint>

#include "bridge/memory.h"

struct VavContext;

extern "C" {

// A viewer; several may live at once, sharing nothing. Destroyed with vav_destroy.
VavContext* vav_create();
void vav_destroy(VavContext* context);

// Takes a block of vav_read (read.h). 0: from here on the queries `head` and `turns` are of the new
// transcript, while what was shown before stays; 1: the block is torn, the output is {"error": {"line",
// "code", "message"}}.
int vav_open(VavContext* context, const char* block, std::size_t size);
// The same a step at a time, after a beginning that only notes where the block is: it must stay there until
// the answer is not 2 (there is more). Another beginning ends the one before.
void vav_open_begin(VavContext* context, const char* block, std::size_t size);
int vav_open_on(VavContext* context);
// It takes the place of what was shown before.
void vav_show(VavContext* context);
// It is what is shown with other sections: they change, and the view stays. 1: it is another transcript.
int vav_refine(VavContext* context);

const char* vav_output(const VavContext* context);
std::size_t vav_output_length(const VavContext* context);

// One command line, and who gives it: 0 a person, 1 a link, 2 the text (ui/command.h). 0: done, 1: unknown or
// out of place, nothing changed.
int vav_command(VavContext* context, const char* line, std::size_t size, int origin);

// Says everything that is drawn and the twins in the language of this table (words/words.h).
void vav_language(VavContext* context, const char* table, std::size_t size);

// state | shown | colours | twin | twin balance | twin topics FIRST | mark turn T | mark speaker S |
// mark time MS | head | turns FIRST | near FIRST | evidence S | shapes FIRST | hits | formats | block | words
// TURN | playhead AT | under. 0: the output is the answer, 1: there is none. `mark` is what a card
// says beyond the transcript: {words, before} of a turn, {longest} of a speaker, the turn's id, {turn} that
// began last at a time, or null. `head` is the inspect object without its turns, `turns` some of them
// (writers/inspect_writer.h), of what is opened; `near` fewer, of what is shown, and `shapes` three numbers
// of each turn there: characters, speaker and section, -1 for none; `evidence` of each turn of a speaker in
// the range [turn, words, questions, 1 if it cuts in]. `block` is what vav_write takes (read.h); `words`
// those of a turn that have times, each [start, length, start_ms], in UTF-16 units of the turn's text;
// `playhead` and `under` see ui/app.h.
int vav_query(VavContext* context, const char* what, std::size_t size);

// Geometry and theme lines (ui/app.h).
void vav_layout(VavContext* context, const char* lines, std::size_t size);

// kind: 0 move, 1 down, 2 up, 3 leave, 4 cancel. CSS px from the canvas' top left. mods: 1 shift, 2 ctrl, 4
// alt, 8 meta.
void vav_pointer(VavContext* context, int kind, float x, float y, int buttons, int mods);
// 1 when the wheel was used (then the page must not scroll).
int vav_wheel(VavContext* context, float x, float y, float dx, float dy, int mods);

// A WebGL2 context by its Emscripten handle (GL.registerContext), 0 for none any more. 1 when it can be drawn
// with.
int vav_gl(VavContext* context, int handle);

// Draws. Answers the bits of ui/app.h: 1 another frame wanted, 2 state, 4 twin, 8 pane heights changed, 16
// the text should go to the state's `scrollTo`, 32 others are shown.
int vav_frame(VavContext* context, double now_ms);

// In offline.wasm alone: a panel (0 timeline, 1 balance, 2 topics) at that width in CSS pixels as draw items
// (App::picture_json), in the fonts and colours of vav_layout. 0: the output is the answer, 1: there is none.
int vav_picture(VavContext* context, int pane, float width);

// Bytes allocated at this moment in the whole instance; 0 natively.
std::size_t vav_live_bytes();

}  // extern "C"
