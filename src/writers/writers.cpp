#include "writers/writers.h"

#include "writers/inspect_writer.h"

namespace visavis {
namespace {

Written inspect(const Transcript& transcript, const Analysis& analysis) {
  return {write_inspect(transcript, analysis), {}};
}

constexpr FormatWriter kWriters[] = {
    {"webvtt", "WebVTT with a voice a turn", "text/vtt", "vtt", write_webvtt},
    {"srt", "SubRip subtitles", "application/x-subrip", "srt", write_srt},
    {"inspect", "everything, as one JSON object", "application/json", "json", inspect},
    {"csv", "a table with a row a turn", "text/csv", "csv", write_csv},
    {"markdown", "Markdown with bold names", "text/markdown", "md", write_markdown},
    {"text", "plain text", "text/plain", "txt", write_text},
    {"html", "a plain page of its own", "text/html", "html", write_html},
};

}  // namespace

std::span<const FormatWriter> writers() noexcept { return kWriters; }

const FormatWriter* find_writer(std::string_view name) noexcept {
  for (const FormatWriter& writer : kWriters)
    if (name == writer.name) return &writer;
  return nullptr;
}

}  // namespace visavis
