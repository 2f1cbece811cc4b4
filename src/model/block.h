// A Transcript as one position-independent block of bytes, to hand a finished reading from one WebAssembly
// instance to another (a worker, or the module of rarely used readers). Not a file format: both ends are of
// one build.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/transcript.h"

namespace visavis {

class BlockIn;

// With room for so many more bytes behind it.
std::string write_block(const Transcript& transcript, std::size_t room = 0);

// ErrorCode::malformed for bytes that write_block did not make: every length, id and span is checked.
Result<Transcript> read_block(std::string_view block);

// The same a piece at a time: what is large may be left to be copied later (model/block_io.h), and ids and
// spans are checked when all is there. False: it is torn.
bool read_block(BlockIn& in, Transcript& transcript);

// Whether every id and span of a transcript that came from outside names what is there.
bool is_consistent(const Transcript& transcript);

}  // namespace visavis
