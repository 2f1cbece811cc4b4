// What can be said of a line, and the sheet that tells how a file was read: each makes a correction.

import { h, icon } from '../dom.js';
import { search } from '../text/text.js';
import { item, sheet } from './menus.js';

/** @typedef {import('./corrections.js').Corrections} Corrections */

/**
 * @typedef {object} Editor
 * @property {HTMLElement} root
 * @property {Inspect} transcript
 * @property {Corrections} corrections
 * @property {Map<string, string>} formats names that a person may insist on, and what they are
 * @property {Map<number, number>} slots
 * @property {() => void} apply reads again with the corrections as they are now
 * @property {(turn: number) => void} goTo
 */

/**
 * What can be said about one turn or heading.
 * @param {Editor} editor @param {{ turn?: InspectTurn, section?: InspectSection }} what
 */
export function lineMenu({ transcript, corrections, apply }, { turn, section }) {
  const line = turn?.line ?? section?.line ?? null;
  const plain = transcript.source.format === 'interview';
  const origins = originsOf(corrections.lines, transcript.speakers.length);
  const correct = (/** @type {string} */ text, /** @type {string} */ about) => { corrections.add(text, about); apply(); };
  const items = [];
  if (plain && line) {
    items.push(h('p', {}, `Line ${line}`));
    if (!section) items.push(item('This is a heading', () => correct(`line ${line} heading`, `line ${line}`)));
    if (section || turn?.speaker !== null) items.push(item(section ? 'This is not a heading' : 'This is not a speaker', () => correct(`line ${line} text`, `line ${line}`)));
    if (section || turn?.speaker === null) items.push(item('This names a speaker', () => correct(`line ${line} speaker`, `line ${line}`)));
  }
  const speaker = turn && turn.speaker !== null ? transcript.speakers[turn.speaker] : null;
  if (speaker) {
    const name = h('input.field', { value: speaker.name, 'aria-label': `Name of ${speaker.name}`, spellcheck: 'false' });
    if (items.length) items.push(h('hr'));
    items.push(h('p', {}, 'The speaker’s name, everywhere'), h('form', { onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      rename(corrections, origins[speaker.id], speaker.name, name.value, apply);
    } }, name, h('button', { type: 'submit' }, 'Rename')));
  }
  if (turn) items.push(...givenTo(turn, { transcript, corrections, apply }, origins, items.length > 0));
  if (speaker) {
    const others = transcript.speakers.filter(other => other.id !== speaker.id).slice(0, 8);
    if (others.length) items.push(h('p', {}, `All turns of ${speaker.name} are said by`), ...others.map(other =>
      item(other.name, () => { corrections.add(`merge ${origins[speaker.id]} ${origins[other.id]}`); apply(); })));
  }
  return items;
}

/**
 * Gives one turn alone to another speaker, or to somebody new.
 * @param {InspectTurn} turn @param {Pick<Editor, 'transcript' | 'corrections' | 'apply'>} editor @param {number[]} origins @param {boolean} below
 */
function givenTo({ id, line, speaker }, { transcript: { speakers }, corrections, apply }, origins, below) {
  const give = (/** @type {string} */ to) => { corrections.add(`give ${id} ${line ?? 0} ${to}`); apply(); };
  const name = h('input.field', { 'aria-label': 'Name of who says this turn', placeholder: 'name', spellcheck: 'false' });
  const choose = h('select.field', { 'aria-label': 'Who says this turn', onchange: () => {
    if (choose.value !== 'new') return name.remove();
    choose.after(name);
    name.focus();
  } }, speaker === null ? h('option', { value: '' }, 'nobody') : '',
  ...speakers.map(one => h('option', { value: one.id, selected: one.id === speaker }, one.name)), h('option', { value: 'new' }, 'somebody new …'));
  return [below ? h('hr') : '', h('p', {}, 'This turn alone is said by'), h('form', { onsubmit: (/** @type {Event} */ event) => {
    event.preventDefault();
    const said = name.value.trim().replace(/\s+/g, ' ');
    if (choose.value === 'new') {
      if (said) give(`new ${said}`);
    } else if (choose.value !== '' && Number(choose.value) !== speaker) {
      give(String(origins[Number(choose.value)]));
    }
  } }, choose, h('button', { type: 'submit' }, 'Give'))];
}

/** @param {Corrections} corrections @param {number} id @param {string} from @param {string} to @param {() => void} apply */
function rename(corrections, id, from, to, apply) {
  const name = to.trim().replace(/\s+/g, ' ');
  if (!name || name === from) return;
  corrections.add(`rename ${id} ${name}`, `rename ${id}`);
  apply();
}

/** How the file was read, what was dropped or repaired, and the ways to correct it. @param {Editor} editor */
export function readingSheet(editor) {
  const { root, transcript, corrections, formats, slots, apply, goTo } = editor;
  const { source } = transcript;
  const change = (/** @type {string} */ line, /** @type {string} */ about) => {
    corrections.add(line, about);
    dialog.close();
    apply();
  };
  const formatName = (/** @type {string} */ name) => formats.get(name) ?? name;
  const format = h('select.field', { 'aria-label': 'Format', onchange: () => change(format.value ? `format ${format.value}` : 'format', 'format') },
    h('option', { value: '' }, `${formatName(source.format)} (recognised)`),
    ...[...formats].filter(([name]) => name !== source.format).map(([name, about]) => h('option', { value: name }, about)));
  const forced = corrections.lines.find(line => line.startsWith('format '));
  if (forced) {
    format.options[0].textContent = 'as recognised';
    format.append(h('option', { value: source.format, selected: true }, formatName(source.format)));
  }
  const title = h('input.field', { value: transcript.title ?? '', 'aria-label': 'Title', placeholder: 'none in the file',
    onchange: () => change(`title ${title.value.trim()}`.trim(), 'title') });
  title.style.inlineSize = '100%';
  const step = (/** @type {'undo' | 'redo' | 'reset'} */ what) => () => { corrections[what](); dialog.close(); apply(); };
  const dialog = sheet(root, 'How it was read', [
    h('dl', {},
      h('dt', {}, 'Format'), h('dd', {}, format),
      h('dt', {}, 'Title'), h('dd', {}, title),
      h('dt', {}, 'Encoding'), h('dd', {}, source.encoding),
      h('dt', {}, 'Sure of it'), h('dd', {}, `${Math.round(source.confidence * 100)} %`)),
    transcript.speakers.length ? h('h3', {}, 'Speakers') : '',
    h('div.people', {}, ...transcript.speakers.map(speaker => person(speaker, editor, () => dialog.close(), slots))),
    h('h3', {}, 'Notes'),
    transcript.report.length ? h('ul.report', {}, ...notes(transcript.report).map(note => h('li', { 'data-level': note.level },
      note.line ? h('button', { type: 'button', onclick: () => { dialog.close(); goTo(turnAtLine(transcript, note.line)); } }, `line ${note.line}`)
        : h('span', {}, 'the file'),
      note.message))) : h('p', {}, 'Everything in the file was read; nothing was dropped or repaired.'),
    h('div.row', {},
      h('button.button', { type: 'button', disabled: !corrections.canUndo, onclick: step('undo') }, icon('undo'), 'Undo'),
      h('button.button', { type: 'button', disabled: !corrections.canRedo, onclick: step('redo') }, icon('redo'), 'Redo'),
      h('button.button', { type: 'button', disabled: !corrections.canUndo, onclick: step('reset') }, 'As the file has it')),
  ]);
}

/** What was lost first, then what was repaired. @param {readonly ReportLine[]} report */
const notes = report => ['loss', 'warning', 'info'].flatMap(level => report.filter(note => note.level === level)).slice(0, 500);

/** @param {InspectSpeaker} speaker @param {Editor} editor @param {() => void} close @param {Map<number, number>} slots */
function person(speaker, { transcript, corrections, apply }, close, slots) {
  const origins = originsOf(corrections.lines, transcript.speakers.length);
  const name = h('input.field', { value: speaker.name, 'aria-label': `Name of ${speaker.name}`, spellcheck: 'false',
    onchange: () => { close(); rename(corrections, origins[speaker.id], speaker.name, name.value, apply); } });
  const merge = h('select.field', { 'aria-label': `${speaker.name} is the same person as`,
    onchange: () => { close(); corrections.add(`merge ${origins[speaker.id]} ${origins[merge.value]}`); apply(); } },
  h('option', { value: '' }, 'the same as …'),
  ...transcript.speakers.filter(other => other.id !== speaker.id).map(other => h('option', { value: other.id }, `the same as ${other.name}`)));
  return h('div', { 'data-slot': slots.get(speaker.id) ?? 0 }, h('i.dot'), name, merge,
    speaker.aliases.length ? h('small', {}, `also written ${speaker.aliases.join(', ')}`) : '');
}

/** The last turn that begins on or before the line. @param {Inspect} transcript @param {number} line */
const turnAtLine = ({ turns }, line) => Math.max(0, search(turns.length, (/** @type {number} */ at) => turns[at].line > line) - 1);

/**
 * Lines name speakers by their ids before any correction: those of the speakers shown now.
 * @param {string[]} lines @param {number} shown how many there are @returns {number[]}
 */
function originsOf(lines, shown) {
  const merges = lines.map(line => /^merge (\d+) (\d+)$/.exec(line)).filter(Boolean)
    .map(match => /** @type {RegExpExecArray} */ (match).slice(1).map(Number));
  const now = Array.from({ length: shown + merges.length }, (_, id) => id);
  for (const [from, into] of merges) {
    const gone = now[from];
    for (let id = 0; id < now.length; id++) if (now[id] === gone) now[id] = now[into];
  }
  return [...new Set(now)].sort((a, b) => a - b);
}
