#include <zlib.h>

#include <iostream>

#include "base/base64.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/shared.h"
#include "writers/writers.h"

namespace visavis::cli {
namespace {

// From here on few programs carry a link.
constexpr std::size_t kLongLink = std::size_t{1} << 20;

// Raw DEFLATE (RFC 1951) at zlib's best level. Empty where there is no memory for it.
std::string deflated(const std::string& bytes) {
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

int run_link(const Arguments& arguments) {
  std::string base;
  Request request;
  const auto own = [&](const std::string& option, const std::string* value) {
    if (!value) return 0;
    if (option == "--base") {
      base = *value;
      return 2;
    }
    if (option != "--codec") return 0;
    if (*value == "z1") return 2;
    usage("no codec is named \"" + *value + "\"; there is z1");
    return kRefused;
  };
  if (!parse_arguments(arguments, own, request)) return 2;
  if (request.paths.size() != 1) return usage("link needs one file");
  const std::string& path = request.paths[0];
  Result<std::string> bytes = load(path);
  if (!bytes) return report_error(path, bytes.error());
  const Result<Transcript> transcript = read(*bytes, request.options);
  if (!transcript) return report_error(path, transcript.error());
  // A link says nothing of how to read it: what is no UTF-8, or is read as told, goes as its reading.
  const bool as_it_is =
      find_invalid_utf8(*bytes) >= bytes->size() && request.options.format.empty() && request.options.join;
  const std::string source =
      as_it_is ? *bytes : find_writer("inspect")->write(*transcript, analyse(*transcript)).bytes;
  const std::string packed = deflated(source);
  if (packed.empty())
    return report_error(path, {ErrorCode::unreadable, 0, "There is not enough memory to pack it."});
  const std::string fragment = "doc=z1." + to_base64url(packed);
  std::cout << (base.empty() ? "" : base.substr(0, base.find('#')) + "#") << fragment << "\n";
  if (fragment.size() > kLongLink)
    std::cerr << one_line(path) << ":0: note: The link has " << fragment.size()
              << " characters; few programs carry so many. Send the file.\n";
  return 0;
}

}  // namespace visavis::cli
