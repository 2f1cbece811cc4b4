// The readers, one a format. Each is defined in <format>_reader.cpp and listed once, in registry.cpp.
#pragma once

#include "readers/reader.h"

namespace visavis {

extern const FormatReader amberscript_reader;
extern const FormatReader ass_reader;
extern const FormatReader assemblyai_reader;
extern const FormatReader autoedit_reader;
extern const FormatReader aws_reader;
extern const FormatReader azure_reader;
extern const FormatReader chat_reader;
extern const FormatReader csv_reader;
extern const FormatReader deepgram_reader;
extern const FormatReader descript_reader;
extern const FormatReader docx_reader;
extern const FormatReader dpe_reader;
extern const FormatReader eaf_reader;
extern const FormatReader exb_reader;
extern const FormatReader gecko_reader;
extern const FormatReader google_reader;
extern const FormatReader html_reader;
extern const FormatReader ibm_reader;
extern const FormatReader inspect_reader;
extern const FormatReader interview_reader;
extern const FormatReader json3_reader;
extern const FormatReader json_reader;
extern const FormatReader kaldi_reader;
extern const FormatReader lrc_reader;
extern const FormatReader odt_reader;
extern const FormatReader ohms_reader;
extern const FormatReader otter_reader;
extern const FormatReader oyez_reader;
extern const FormatReader podcast_reader;
extern const FormatReader revai_reader;
extern const FormatReader sbv_reader;
extern const FormatReader speechmatics_reader;
extern const FormatReader srt_reader;
extern const FormatReader tei_reader;
extern const FormatReader textgrid_reader;
extern const FormatReader trs_reader;
extern const FormatReader ttml_reader;
extern const FormatReader webvtt_reader;
extern const FormatReader whisper_reader;
extern const FormatReader whispercpp_reader;
extern const FormatReader whisperx_reader;
extern const FormatReader zip_reader;

}  // namespace visavis
