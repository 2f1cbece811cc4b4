// Shapes that cross from the core (inspect, state, twin, hits) and the module that carries them.

interface InspectSpeaker {
  id: number; name: string; aliases: string[]; role: string | null; turns: number; words: number;
  ms: number | null; share: number; questions: number; longest_turn: number;
}
interface InspectTurn {
  id: number; speaker: number | null; section: number | null; line: number;
  start_ms: number | null; end_ms: number | null; text: string;
}
interface InspectSection {
  id: number; title: string; kind: string; level: number; parent: number | null; first_turn: number;
  last_turn: number; words: number; keyphrases: string[]; line?: number;
}
/** Of `inspect` and of the figures that the page asks the second module for. */
interface InspectTopic {
  id: number; found: boolean; section: number | null; first_turn: number; last_turn: number; words: number;
  confidence: number; keyphrases: string[]; name: string | null; index: number | null; gini: number | null;
  speaker_words: number[];
  /** The id of the topic that it takes up again, else its own. */ thread: number;
}
interface AskedBy {
  speaker: number; asked: number; rhetorical: number; quoted: number; kinds: Record<string, number>; answered: number;
  follow_ups: number; met_by_question: number; nothing_shared: number; median_answer_words: number | null; median_delay_ms: number | null;
}
interface AskedQuestion {
  turn: number; speaker: number; text: string; kind: string | null; quoted: boolean; rhetorical: boolean; follow_up: boolean;
  answer: { turn: number; speaker: number; words: number; delay_ms: number | null; is_question: boolean; shared_words: number; begins: string } | null;
}
interface ByMeasure { shares: number[]; index: number | null; gini: number | null }
interface InspectKeyphrase { text: string; stems: string[]; count: number }
/** Two stretches of a talk that share words. */
interface RecurrenceLink {
  earlier: number; later: number; alike: number; of_turn: number; of: number | null; turn: number; speaker: number | null; words: string[];
}
/** What vav_write answers to "figures": objects of `inspect`. */
interface TalkFigures {
  topics: InspectTopic[]; topic_starts: number[]; keyphrases: InspectKeyphrase[];
  recurrence: {
    speakers: { speaker: number; terms: number; fresh: number; own: number; taken: number }[];
    pairs: { speaker: number; of: number; terms: number }[]; stretches: { first_turn: number; last_turn: number }[]; links: RecurrenceLink[];
  };
  balance: {
    by: Record<string, ByMeasure | null>; silent: string[];
    rolling: { window_words: number; step_words: number; points: { turn: number; index: number | null; shares: number[] }[] };
  };
  questions: { language: string | null; rules: Record<string, number>; speakers: AskedBy[]; list: AskedQuestion[] };
  floor: {
    measured: boolean; times: string; rules: Record<string, number>; silence_ms: number | null; overlap_ms: number | null;
    speakers: { speaker: number; interruptions: number | null; interrupted: number | null; backchannels: number | null; inside: number | null; marked_interruptions: number; marked_interrupted: number }[];
    pairs: { from: number; to: number; transfers: number; gaps: number; median_ms: number; mean_ms: number; counts: number[] }[];
    changes: { turn: number; before: number; offset_ms: number; change: string }[];
    offsets: { first_ms: number; bin_ms: number; counts: number[] } | null;
  };
}
interface ReportLine { line: number; level: string; code: string; message: string; /** In the language that is spoken. */ readonly said: string }
interface Inspect {
  schema: number;
  source: { format: string; encoding: string; bytes: number; confidence: number; captions?: boolean };
  title: string | null; language: string | null; duration_ms: number | null;
  speakers: InspectSpeaker[]; turns: InspectTurn[]; sections: InspectSection[];
  balance: { measure: string; index: number | null; gini: number | null };
  report: ReportLine[];
}
interface ReadError { line: number | null; code: string; message: string }

/** A turn, a section, a speaker, a hit or a column, by its number, also as an attribute has it. */
type Place = number | string;
/** A command to the core, a line: the patterns of src/ui/command.h, one each (tests/web/commands.test.mjs holds it). */
type Line =
  | 'select none' | `select ${Place}`
  | 'hover none' | `hover turn ${Place}` | `hover section ${Place}` | `hover speaker ${Place}`
  | 'speaker all' | `speaker ${Place} toggle` | `speaker ${Place} only` | `speaker ${Place} pick`
  | 'range none' | `range section ${Place}` | `range ${Place} ${Place}`
  | 'zoom in' | 'zoom out' | 'zoom fit' | 'zoom range' | 'pan left' | 'pan right'
  | `show ${Place} ${number}` | `search ${string}` | `found ${string}`
  | 'hit next' | 'hit prev' | `hit ${Place}`
  | 'open none' | `open section ${Place}`
  | 'topic next' | 'topic prev' | `topic ${Place}`
  | `reading ${number} ${number} ${number} ${number}`
  | 'motion 0' | 'motion 1'
  | 'focus none' | `focus ${string} speaker ${Place}` | `focus ${string} section ${Place}` | `focus ${string} turn ${Place}`
  | `sort ${Place}` | 'fold 0' | 'fold 1' | `evidence ${Place} ${Place}`;

interface CoreState {
  selected: number | null;
  hover: { turn: number | null; section: number | null; speaker: number | null };
  /** Another number says that other speakers are shown. */ filter: number; filtered: boolean; range: [number, number] | null;
  query: string; hits: number; hit: number | null; searches: number; searching: boolean;
  sort: number; ascending: boolean; evidence: { speaker: number; column: number; serial: number };
  openSection: number | null; section: number | null;
  /** Where the text was last told to go; to the words of the current hit. */ scrollTo: { turn: number; fraction: number; hit: boolean } | null;
  heights: Partial<Record<PaneName, number>>;
  cursor: string; axis: string; zoomed: boolean;
  /** Over how much the river's shares are, where a part of several voices is in view. */ river?: string;
}
/** What is counted: characters where a script has no spaces. */
type Unit = 'words' | 'characters';
type PaneName = 'timeline' | 'balance' | 'topics';
interface Hits { total: number; hits: [number, number, number][] }

interface TwinSplit { speaker: number; name: string; words: string; count: number; share: string }
interface Twin {
  timeline: {
    summary: string;
    lanes: { speaker: number; name: string; label: string; turns: string; words: string; share: string }[];
  };
  balance: {
    of: string; measure: Unit; index: string; gini: string; definition: string; columns: string[]; folded: number;
    rows: { speaker: number; name: string; role: string | null; cells: string[]; count: number; leads: number }[];
  };
  topics: { summary: string; most: number } & TwinTopics;
}
interface TwinTopic {
  section: number | null; number: string; level: number; title: string; extent: string; words: string; count: number;
  split: TwinSplit[]; questions: { turn: number; text: string }[]; keyphrases: string[];
}
/** Some of the topics, and where to ask for more. */
interface TwinTopics { items: TwinTopic[]; next: number | null }

/** The module that shows (src/bridge/show.h). */
interface ShowModule {
  readonly bytes: Uint8Array;
  vav_create(): number;
  vav_destroy(context: number): void;
  vav_alloc(size: number): number;
  vav_free(pointer: number): void;
  vav_open(context: number, block: number, length: number): number;
  vav_open_begin(context: number, block: number, length: number): void;
  vav_open_on(context: number): number;
  vav_show(context: number): void;
  vav_refine(context: number): number;
  vav_output(context: number): number;
  vav_output_length(context: number): number;
  vav_command(context: number, line: number, length: number, origin: number): number;
  vav_query(context: number, line: number, length: number): number;
  vav_language(context: number, table: number, length: number): void;
  vav_layout(context: number, text: number, length: number): void;
  vav_pointer(context: number, kind: number, x: number, y: number, buttons: number, mods: number): void;
  vav_wheel(context: number, x: number, y: number, dx: number, dy: number, mods: number): number;
  vav_gl(context: number, handle: number): number;
  vav_frame(context: number, now: number): number;
  vav_live_bytes(): number;
}

/** What reads and writes (src/bridge/read.h). */
interface ReadingModule {
  readonly bytes: Uint8Array;
  vav_alloc(size: number): number;
  vav_free(pointer: number): void;
  vav_read(bytes: number, length: number, options: number, optionsLength: number, status: number): number;
  vav_finish(answer: number): void;
  vav_write(block: number, length: number, name: number, nameLength: number, status: number): number;
  vav_redact(block: number, length: number, asked: number, askedLength: number, status: number): number;
  vav_answer_data(answer: number): number;
  vav_answer_length(answer: number): number;
}

interface Stats {
  frames: number; lastFrameMs: number | null; openMs: number | null; longestTaskMs: number | null;
  readonly heapBytes: number | null; readonly liveBytes: number | null;
}

/** A stylesheet's text, taken in by the build. */
declare module '*.css' { const text: string; export default text }

/** In the service worker, the site's files and their hashes, put in by the build. */
declare const SITE_FILES: [string, string][];
