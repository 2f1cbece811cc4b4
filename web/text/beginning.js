// The beginning of a large file, as words, until the whole of it has been read and takes its place. Loaded with the first
// file that is so large. It stands in a pane of its own over the reading pane, from a core of its own, and knows nothing of
// instruments: what was shown before is as it was if the whole can't be read.

import { pacer, pause } from '../core/pace.js';
import { h } from '../dom.js';
import { dressed } from '../styles/dressed.js';
import css from '../styles/beginning.css';
import english from '../words/english/beginning.js';
import { titleOf } from '../words/facts.js';
import { speak } from '../words/say.js';
import { direction, tongue } from './text.js';

const say = speak(english);

/** Read in a few milliseconds, and more than a screen of the widest page holds. */
const mostBytes = 64 << 10;

/**
 * How much of a file can be read by itself: up to an empty line, or to the end of a line. None of what has no lines that
 * mean something by themselves: JSON, markup, UTF-16.
 * @param {Uint8Array} bytes @returns {number}
 */
export function cutOf(bytes) {
  const start = bytes.subarray(0, mostBytes);
  if (start.includes(0) || /^\s*(?:[{<]|\[\s*[[{"])/.test(new TextDecoder().decode(start.subarray(0, 200)))) return 0;
  let line = 0;
  for (let at = start.length; at > 1; at--) {
    if (start[at - 1] !== 10) continue;
    line ||= at;
    if (start[at - 2] === 10 || (start[at - 2] === 13 && start[at - 3] === 10)) return at;
  }
  return line;
}

/**
 * @param {import('../element/component.js').Component} component
 * @param {import('../hosts/opening.js').Source} source @param {string[]} lines how it is read, see src/bridge
 * @param {{ Core: typeof import('../core/core.js').Core, Reading: typeof import('./reading.js').Reading }} kinds
 * @param {AbortSignal} signal the whole is there, or won't be
 */
export async function begin(component, source, lines, { Core, Reading }, signal) {
  const cut = cutOf(source.bytes);
  if (!cut) return;
  await pause();
  const core = await Core.create(), pace = pacer(signal);
  const { viewer, shadow, host, heading, parts: { root, text, said } } = component;
  try {
    const result = await core.open(source.bytes.subarray(0, cut), lines, signal);
    if ('error' in result || !result.transcript.turns.length) return;
    const { transcript } = result;
    core.show();
    const sample = transcript.turns.slice(0, 40).map(turn => turn.text.slice(0, 40)).join(' '), way = direction(sample) ?? 'ltr';
    dressed(shadow, 'beginning', css);
    const pane = h('div.beginning', { part: 'text', role: 'region', 'aria-label': text.getAttribute('aria-label'), 'aria-busy': 'true', tabindex: '0', dir: way });
    const reading = new Reading(pane, shadow), rules = shadow.adoptedStyleSheets.at(-1);
    const still = say('the-beginning-while');
    /** @type {{ timeline: { lanes: { speaker: number, label: string }[] } }} */ const twin = core.query('twin');
    const prepared = await reading.prepare(transcript, {
      // Who is whose colour is known with the whole.
      slots: new Map(), labels: new Map(twin.timeline.lanes.map(lane => [lane.speaker, lane.label])),
      language: component.language || transcript.language || tongue(sample), way,
      head: h('header.head', { dir: 'auto' }, h(heading, {}, titleOf(transcript)), h('p', { dir: root.dir }, still)),
    }, pace, first => core.query(`shapes ${first}`));
    if (!await pace() || viewer.source === source) return;
    const was = root.dataset.state ?? '';
    root.dataset.state = 'opening';
    text.after(pane);
    reading.show(prepared);
    said.textContent = still;
    if (host.loose(document.activeElement)) pane.focus({ preventScroll: true });
    const end = () => {
      signal.removeEventListener('abort', end);
      viewer.beginning = null;
      if (root.dataset.state === 'opening') root.dataset.state = was;
      reading.clear();
      pane.remove();
      shadow.adoptedStyleSheets = shadow.adoptedStyleSheets.filter(one => one !== rules);
    };
    signal.addEventListener('abort', end);
    viewer.beginning = { end, get place() { return reading.place; } };
  } finally {
    core.destroy();
  }
}
