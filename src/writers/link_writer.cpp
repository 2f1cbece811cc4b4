#include "writers/link_writer.h"

#include <zlib.h>

#include "base/base64.h"
#include "words/reports.h"

namespace visavis {
namespace {

// At zlib's best level. Empty where there is no memory for it.
std::string deflated(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    return {};
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int status = deflate(&stream, Z_FINISH);
  out.resize(status == Z_STREAM_END ? out.size() - stream.avail_out : 0);
  deflateEnd(&stream);
  return out;
}

}  // namespace

Result<std::string> write_link(std::string_view bytes, std::string_view base) {
  const std::string packed = deflated(bytes);
  if (packed.empty()) return Error{ErrorCode::out_of_memory, 0, phrase::no_memory_to_pack};
  std::string link(base.substr(0, base.find('#')));
  if (!base.empty()) link += '#';
  return link + "doc=z1." + to_base64url(packed);
}

}  // namespace visavis
