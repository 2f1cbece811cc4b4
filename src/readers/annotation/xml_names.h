// What elements and attributes of XML are called that records who said what, and who its elements name.
#pragma once

#include <string>
#include <string_view>

#include "base/text.h"
#include "readers/shared/xml_document.h"

namespace visavis {

namespace xml_names {

// Names without case, '-' and '_', with | between; the better name for a thing first.
inline constexpr std::string_view kSpeakerAttributes =
    "speakername|speakerlabel|speaker|who|speakerreference|speakerref|speakerid|spkr|spk|participant|talker|"
    "actor|character|nickname|nick|sender|username|spokenby|saidby|by";
// … of elements that are plainly somebody's words.
inline constexpr std::string_view kOwnerAttributes = "author|name|by|from|user|person|role";
inline constexpr std::string_view kTalk =
    "turn|speech|u|utterance|utt|sp|message|msg|contribution|intervention|statement|dialogueline|post";
inline constexpr std::string_view kSpeakerElements =
    "speakername|speakerlabel|speaker|spkr|who|orateur|sender|nickname|nick|character|talker";
inline constexpr std::string_view kStarts =
    "start|starttime|begin|begintime|timebegin|startreference|startref|starttimecode|from|t|time|timestamp|"
    "onset|tstart|xmin|tcin";
inline constexpr std::string_view kEnds =
    "end|endtime|timeend|endreference|endref|endtimecode|stop|to|until|tend|xmax|tcout";
inline constexpr std::string_view kDurations = "dur|duration|d";
inline constexpr std::string_view kTexts =
    "text|words|content|body|message|transcript|transcription|sentence|"
    "utterance|line|p|para|paragraph|s|seg|segment|l|speech|value";
inline constexpr std::string_view kHeadings =
    "title|head|heading|majorheading|oralheading|minorheading|subheading|chaptertitle|sectiontitle";
// What stands beside the talk: who takes part, when it was recorded.
inline constexpr std::string_view kBeside =
    "head|header|teiheader|meta|metadata|metainformation|personae|speakers|participants|persons|people|"
    "timeline|"
    "recording|transcriptionlog|tableofcontents|toc|castlist|listperson|speakertable|info";
// What stands in the words and is none of them: analyses and remarks of who wrote them down.
inline constexpr std::string_view kAsides = "mor|gra|a|note|footnote|annotation|gloss|pos|lemma|comment";
inline constexpr std::string_view kStages = "stagedir|stage|scenedesc|narration|narrative|action";
inline constexpr std::string_view kBreaks = "p|para|paragraph|l|line|lb|br|lg|text";
inline constexpr std::string_view kWords = "w|word|token|tok";
inline constexpr std::string_view kPeople = "speaker|participant|person|role|member|spk|actor|agent|talker";
inline constexpr std::string_view kIds = "id|speakerid|pid|eid|participantid|key|code|abbreviation";

}  // namespace xml_names

// A name without case, '-' and '_'.
std::string bare(std::string_view name);
std::string bare(XmlNode node);

// The value of the attribute with the best of these names; empty where there is none.
std::string_view attribute_of(XmlNode node, std::string_view names);
XmlNode child_of(XmlNode node, std::string_view names);

// Who speaks in an element, by its attributes; empty where they do not say.
std::string_view owner_of(XmlNode node, std::string_view bare_name);
bool has_words(XmlNode node);

// A paragraph that only says who speaks next: <p klasse="redner">.
bool is_redner(XmlNode node);

// "<name>President Jon Berg:</name>" between paragraphs is a change of speaker, too.
bool names_speaker(XmlNode node, std::string_view name);

std::string without_colon(std::string_view label);

}  // namespace visavis
