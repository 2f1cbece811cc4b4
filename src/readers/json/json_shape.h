// Which list of a JSON text of no format known by name is the talk: by what its items' fields are called.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"
#include "readers/shared/json_paths.h"
#include "readers/shared/name_lists.h"

namespace visavis {

// What fields are called, with | between; the better name for a thing first.
namespace json_names {

inline constexpr std::string_view kTexts =
    "body.content|content.body|message.content|message.text|message.body|text|content|body|transcript|"
    "utterance|sentence|"
    "line|message|speech|words|caption|utt|msg|dialogue|"
    "dialog|txt";
inline constexpr std::string_view kWords = "punctuated_word|word|alignedWord|token";
inline constexpr std::string_view kNames =
    "speaker_name|speakerName|speakerDisplayName|sender_name|sender_full_name|senderName|sender_display_name|"
    "author_name|authorName|from_name|participantName|participant_name|userName|user_name|display_name|"
    "displayName";
inline constexpr std::string_view kSpeakers =
    "speaker|speaker_label|speakerLabel|speakerId|speaker_id|who|author|participant|"
    "role|sid|"
    "user|character|sender|sender_id|creator|username|nick|spkr|u|commenter|poster|commenter.name|poster."
    "name";
// Who speaks where nothing else says it: of a list that has texts.
inline constexpr std::string_view kPlainName = "name";
inline constexpr std::string_view kStarts =
    "start|timestamp_start|start_timestamp|startTimestamp|audio_start|startTime|start_time|start_ts|begin|"
    "beg|timestamp|time|start_seconds|startSeconds|content_offset_seconds|"
    "startTimeSeconds|ts|created_date|created_at|createdAt|createTime|createdDateTime|sent_at|sentAt|"
    "datetime|"
    "date_sent|origin_server_ts";
inline constexpr std::string_view kFrom = "from";  // a start, or in a message with a date who sent it
inline constexpr std::string_view kValue = "value";
// What an item is called that holds a list of talk.
inline constexpr std::string_view kOuterTitles =
    "title|topic|name|heading|chapter|scene|episode|dialogue_id|dialog_id|conversation_id|conversationId|"
    "callId|"
    "call_id|meeting_id|session_id|id|uid";
inline constexpr std::string_view kStarts_ms =
    "start_ms|startMs|start_time_ms|startTimeMs|begin_ms|offset_ms|startOffset|timestamp_ms|create_at|"
    "createAt|date_ms|sent_ms";
inline constexpr std::string_view kEnds =
    "end|timestamp_end|end_timestamp|endTimestamp|audio_end|endTime|end_time|end_ts|stop|to|end_seconds|"
    "endSeconds|until";
inline constexpr std::string_view kOffset = "offset";  // a start where there is no other
inline constexpr std::string_view kEnds_ms = "end_ms|endMs|end_time_ms|endTimeMs|endOffset";

}  // namespace json_names

// The path of what an item of the list holds under a name. The list of a file of an object a line is the file
// itself, whose path is empty.
std::string path_in(const std::string& list, std::string_view name);
bool has_any(const JsonPaths& paths, const std::string& list, std::string_view names);

// The name of a list of strings that an item's words are, "lines[]"; empty where there is none.
std::string_view text_list(const JsonPaths& paths, const std::string& list);

// The part of a list's path that leads to the item which holds it, if that tells who speaks where the list
// does not: a paragraph of sentences.
std::string_view speaking_parent(const JsonPaths& paths, const std::string& list);

// "from" and "value": a piece of talk as models' training data write it (ShareGPT's "conversations").
bool is_from_value(const JsonPaths& paths, const std::string& list);

// The path of the list, "meeting.sentences[]", whose items have one of these; or nothing. Without speakers
// they must have times.
std::optional<std::string> find_list(const JsonPaths& paths, std::string_view items);

// Names beside times in a list of objects, and words in none.
bool is_diarisation(const JsonPaths& paths);

// Lists of lists, or several lists of texts side by side: one list may not be all of the talk (json_lists.h).
bool may_have_headed_lists(const JsonPaths& paths);

}  // namespace visavis
