// Types of the element <vis-a-vis>. Importing the module registers it, where there is a document to register it in.

/** A person who speaks. */
export interface Speaker {
  id: number;
  name: string;
  aliases: string[];
  role: string | null;
  turns: number;
  words: number;
  ms: number | null;
  /** Of the words spoken, from 0 to 1. */
  share: number;
  questions: number;
  longest_turn: number;
}

export interface Turn {
  id: number;
  /** null for narration. */
  speaker: number | null;
  section: number | null;
  line: number;
  start_ms: number | null;
  end_ms: number | null;
  text: string;
  /** What the file marks: overlap, inaudible, interrupted. */
  marks?: string[];
}

export interface Section {
  id: number;
  title: string;
  kind: string;
  level: number;
  parent: number | null;
  first_turn: number;
  last_turn: number;
  words: number;
  keyphrases: string[];
}

/** What `visavis inspect` prints, frozen. Fields may be added, none is renamed. */
export interface Transcript {
  schema: number;
  source: { format: string; encoding: string; bytes: number; confidence: number; captions?: boolean };
  title: string | null;
  language: string | null;
  duration_ms: number | null;
  speakers: Speaker[];
  turns: Turn[];
  sections: Section[];
  balance: { measure: string; index: number | null; gini: number | null };
  report: { line: number; level: string; code: string; message: string }[];
}

export interface Stats {
  frames: number;
  lastFrameMs: number | null;
  openMs: number | null;
  longestTaskMs: number | null;
  /** The WebAssembly memory, and what is allocated in it. */
  readonly heapBytes: number | null;
  readonly liveBytes: number | null;
}

export interface LinkOptions {
  /** false: a link to the beginning, not to what is shown. */
  view?: boolean;
  /** The words go into the link even where the transcript has an address. */
  carry?: boolean;
  /** Only these turns, the last one included. */
  turns?: [number, number];
  /** Locks what the link carries. */
  passphrase?: string;
}

export type ExportKind = 'inspect' | 'webvtt' | 'srt' | 'csv' | 'markdown' | 'text' | 'html';

/**
 * Attributes: `src`, `format`, `media`, `height`, `theme` (`auto`, `light`, `dark`), `view` (`text`, `topics`, `balance`),
 * `at` (a place, written as in a link), `lang`, `language` (of the interface), `viewer` (the page that links lead to).
 */
export class VisAVis extends HTMLElement {
  /** null until `vis-a-vis:ready`. */
  get transcript(): Transcript | null;
  get stats(): Stats;
  /** Text is read as a transcript; an address is fetched. */
  open(what: string | URL | Blob | ArrayBuffer): Promise<Transcript>;
  /** `turn=12`, `range=3-9`, `t=83.5`, `q=words`, `who=names`, `quote=words`: whether that is a place in what is shown. */
  goTo(fragment: string): boolean;
  link(how?: LinkOptions): Promise<string>;
  exportAs(kind: ExportKind): Promise<Blob>;
}

export interface VisAVisEventMap {
  'vis-a-vis:ready': CustomEvent<{ transcript: Transcript }>;
  'vis-a-vis:select': CustomEvent<{ turn: number | null }>;
  'vis-a-vis:error': CustomEvent<{ code: string; message: string }>;
}

declare global {
  interface HTMLElementTagNameMap { 'vis-a-vis': VisAVis }
  // The events bubble and cross shadow roots.
  interface HTMLElementEventMap extends VisAVisEventMap {}
  interface DocumentEventMap extends VisAVisEventMap {}
}
