// The readers, one a format, each defined in <format>_reader.cpp. This list is the only one: it makes the
// declarations here and the catalogues in catalogue/.
#pragma once

#include "readers/reader.h"

// In the order of `visavis formats`. FIRST: in the page's first download. LATER and JSON: there only what
// tells that a file is theirs; the page loads the module that can read them when a file turns out to be one
// of them.
#define VISAVIS_FIRST_READERS(READER) \
  READER(interview)                   \
  READER(webvtt)                      \
  READER(srt)
#define VISAVIS_LATER_READERS(READER) \
  READER(sbv)                         \
  READER(lrc)                         \
  READER(ass)                         \
  READER(ttml)                        \
  READER(chat)                        \
  READER(salt)                        \
  READER(textgrid)                    \
  READER(eaf)                         \
  READER(trs)                         \
  READER(exb)                         \
  READER(tei)                         \
  READER(akn)                         \
  READER(ohms)                        \
  READER(xml)                         \
  READER(docx)                        \
  READER(odt)                         \
  READER(html)                        \
  READER(zip)                         \
  READER(csv)                         \
  READER(yaml)                        \
  READER(nlp)
#define VISAVIS_JSON_READERS(READER) \
  READER(inspect)                    \
  READER(whisper)                    \
  READER(whispercpp)                 \
  READER(whisperx)                   \
  READER(deepgram)                   \
  READER(assemblyai)                 \
  READER(aws)                        \
  READER(google)                     \
  READER(azure)                      \
  READER(revai)                      \
  READER(speechmatics)               \
  READER(podcast)                    \
  READER(json3)                      \
  READER(otter)                      \
  READER(descript)                   \
  READER(autoedit)                   \
  READER(dpe)                        \
  READER(gecko)                      \
  READER(kaldi)                      \
  READER(ibm)                        \
  READER(amberscript)                \
  READER(oyez)                       \
  READER(trint)                      \
  READER(elevenlabs)                 \
  READER(cielo24)                    \
  READER(json)

namespace visavis {

#define VISAVIS_DECLARE(name) extern const FormatReader name##_reader;
VISAVIS_FIRST_READERS(VISAVIS_DECLARE)
VISAVIS_LATER_READERS(VISAVIS_DECLARE)
VISAVIS_JSON_READERS(VISAVIS_DECLARE)
#undef VISAVIS_DECLARE

}  // namespace visavis
