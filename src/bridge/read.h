// The C interface of the modules that read and write: bytes and options in, a block or a clear error out.
//
//   reader.js: a file            ──► vav_read(bytes, options), vav_finish ──► a block ──► show.h: vav_open
//   core.js: save, in a format   ──► show.h: vav_query("block") ──► vav_write(block, name) ──► the file's
//   bytes
//
// `visavis.wasm` and `offline.wasm` read what most files are and say of the others that they are not for
// them; `readers.wasm` has every reader. It and `offline.wasm` have every writer. An instance does one thing
// and is dropped: WebAssembly memory never shrinks.
#pragma once

#include "bridge/memory.h"

struct VavAnswer;

extern "C" {

// Reads. `options` are the lines of parse_read_options (readers/corrections.h). *status 0: read, the answer
// is empty until vav_finish; 1: not readable, it is {"error": {"line", "code", "message"}}; 2: the module
// that has every reader must read it. The bytes may be freed after.
VavAnswer* vav_read(const char* bytes, std::size_t size, const char* options, std::size_t options_size,
                    int* status);
// Measures what was read and derives what panels need; the answer is then its block (scene/document_block.h).
void vav_finish(VavAnswer* answer);

// In readers.wasm and offline.wasm: a block as a file. `name` is a format's (writers/writers.h); or "table"
// with what there is a row for, a line with the file's name and rules, for its figures
// (writers/table_writer.h); or "offline", a line with the view and then a template, for an offline copy
// (offline/offline_page.h); or "figures" or "questions" and lines of parse_rules, for write_figures
// (writers/inspect_figures.h) and write_question_outline; or "roles", for write_spoken_and_roles; or "found",
// lines "say " and one of a Language's table, and corrections of topics (readers/corrections.h), for a block
// that shows the topics found in it (scene/found.h), with a line about them before it; or "notes" and a
// format, for what that format has no place for, a line each (Written::notes, packed as words/message.h has
// it). *status 0: the answer is the file; 1: the block is torn, nothing of that name is written or the
// template is none, the answer is the error.
VavAnswer* vav_write(const char* block, std::size_t size, const char* name, std::size_t name_size,
                     int* status);

// In readers.wasm: less than the whole of a block (redaction/redaction.h). `asked` is lines of
// parse_redaction, an empty line, and what is made of it: a name as vav_write takes it; "link" and a line
// with the page's address; "reading", what such a link carries; "block"; or "account", which says what
// leaves. *status 1: the answer is the error, also where something that was taken out stands in it.
VavAnswer* vav_redact(const char* block, std::size_t size, const char* asked, std::size_t asked_size,
                      int* status);

const char* vav_answer_data(const VavAnswer* answer);
std::size_t vav_answer_length(const VavAnswer* answer);
void vav_answer_free(VavAnswer* answer);

}  // extern "C"
