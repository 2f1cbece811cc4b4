// What can be said of a line, and the sheet that tells how a file was read: each makes a correction.

import { h, icon } from '../dom.js';
import { search } from '../text/text.js';
import { item, sheet } from './menus.js';
import english from '../words/english/desk.js';
import { percent, speak, spoken } from '../words/say.js';

const say = speak(english);

/** @typedef {import('./corrections.js').Corrections} Corrections */

/**
 * @typedef {object} Editor
 * @property {HTMLElement} root
 * @property {Inspect} transcript
 * @property {Corrections} corrections
 * @property {Map<string, string>} formats names that a person may insist on, and what they are
 * @property {Map<number, number>} slots
 * @property {(signal: AbortSignal) => Promise<Told | null>} told what was found out, which the second module tells
 * @property {() => void} apply reads again with the corrections as they are now
 * @property {(turn: number) => void} goTo
 */

/**
 * @typedef {object} Told
 * @property {{ language: string | null, given: boolean }} spoken
 * @property {{ speakers: { role: Role | null, confidence: number | null, stated: boolean }[] }} roles
 *
 * @typedef {typeof roles[number]} Role
 */

const roles = /** @type {const} */ (['interviewer', 'interviewee', 'moderator', 'participant']);
/** Those whose words the core knows (src/analysis/languages.h). */
const languages = ['ca', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pt', 'ru', 'sv', 'zh'];

/**
 * What can be said about one turn or heading.
 * @param {Editor} editor @param {{ turn?: InspectTurn, section?: InspectSection }} what
 */
export function lineMenu(editor, { turn, section }) {
  const { transcript, corrections, apply } = editor;
  const line = turn?.line ?? section?.line ?? null;
  const plain = transcript.source.format === 'interview';
  const origins = originsOf(corrections.lines, transcript.speakers.length);
  const correct = (/** @type {string} */ text, /** @type {string} */ about) => { corrections.add(text, about); apply(); };
  const items = [];
  if (plain && line) {
    items.push(h('p', {}, say('line-named', line)));
    if (!section) items.push(item(say('this-is-a'), () => correct(`line ${line} heading`, `line ${line}`)));
    if (section || turn?.speaker !== null) items.push(item(section ? say('this-is-not') : say('this-is-not-2'), () => correct(`line ${line} text`, `line ${line}`)));
    if (section || turn?.speaker === null) items.push(item(say('this-names-a'), () => correct(`line ${line} speaker`, `line ${line}`)));
  }
  const speaker = turn && turn.speaker !== null ? transcript.speakers[turn.speaker] : null;
  if (speaker) {
    const name = h('input.field', { value: speaker.name, 'aria-label': say('name-of', speaker.name), spellcheck: 'false' });
    if (items.length) items.push(h('hr'));
    items.push(h('p', {}, say('the-speakers-name')), h('form', { onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      rename(corrections, origins[speaker.id], speaker.name, name.value, apply);
    } }, name, h('button', { type: 'submit' }, say('rename'))), roleOf(speaker, origins, editor, apply));
  }
  if (turn) items.push(...givenTo(turn, { transcript, corrections, apply }, origins, items.length > 0));
  if (speaker) {
    const others = transcript.speakers.filter(other => other.id !== speaker.id).slice(0, 8);
    if (others.length) items.push(h('p', {}, say('all-turns-of', speaker.name)), ...others.map(other =>
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
  const name = h('input.field', { 'aria-label': say('name-of-who'), placeholder: say('a-name'), spellcheck: 'false' });
  const choose = h('select.field', { 'aria-label': say('who-says-this'), onchange: () => {
    if (choose.value !== 'new') return name.remove();
    choose.after(name);
    name.focus();
  } }, speaker === null ? h('option', { value: '' }, say('nobody')) : '',
  ...speakers.map(one => h('option', { value: one.id, selected: one.id === speaker }, one.name)), h('option', { value: 'new' }, say('somebody-new')));
  return [below ? h('hr') : '', h('p', {}, say('this-turn-alone')), h('form', { onsubmit: (/** @type {Event} */ event) => {
    event.preventDefault();
    const said = name.value.trim().replace(/\s+/g, ' ');
    if (choose.value === 'new') {
      if (said) give(`new ${said}`);
    } else if (choose.value !== '' && Number(choose.value) !== speaker) {
      give(String(origins[Number(choose.value)]));
    }
  } }, choose, h('button', { type: 'submit' }, say('give')))];
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
  const closed = new AbortController();
  const told = editor.told(closed.signal).catch(() => null);
  const formatName = (/** @type {string} */ name) => formats.get(name) ?? name;
  const format = h('select.field', { 'aria-label': say('format'), onchange: () => change(format.value ? `format ${format.value}` : 'format', 'format') },
    h('option', { value: '' }, say('recognised', formatName(source.format))),
    ...[...formats].filter(([name]) => name !== source.format).map(([name, about]) => h('option', { value: name }, about)));
  const forced = corrections.lines.find(line => line.startsWith('format '));
  if (forced) {
    format.options[0].textContent = say('as-recognised');
    format.append(h('option', { value: source.format, selected: true }, formatName(source.format)));
  }
  const title = h('input.field', { value: transcript.title ?? '', 'aria-label': say('title'), placeholder: say('none-in-the-file'),
    onchange: () => change(`title ${title.value.trim()}`.trim(), 'title') });
  title.style.inlineSize = '100%';
  const step = (/** @type {'undo' | 'redo' | 'reset'} */ what) => () => { corrections[what](); dialog.close(); apply(); };
  const dialog = sheet(root, say('how-it-was-read'), [
    h('dl', {},
      h('dt', {}, say('format')), h('dd', {}, format),
      h('dt', {}, say('title')), h('dd', {}, title),
      h('dt', {}, say('language-spoken')), h('dd', {}, languageOf(corrections, told, line => change(line, 'language'))),
      h('dt', {}, say('encoding')), h('dd', {}, source.encoding),
      h('dt', {}, say('sure-of-it')), h('dd', {}, percent(source.confidence))),
    otherReading(transcript.report.find(note => note.code === 'second-reading')?.said, corrections.lines.includes('second 1'), change),
    transcript.speakers.length ? h('h3', {}, say('speakers')) : '',
    h('div.people', {}, ...transcript.speakers.map(speaker => person(speaker, editor, () => dialog.close(), slots, told))),
    h('h3', {}, say('notes')),
    transcript.report.length ? h('ul.report', {}, ...notes(transcript.report).map(note => h('li', { 'data-level': note.level },
      note.line ? h('button', { type: 'button', onclick: () => { dialog.close(); goTo(turnAtLine(transcript, note.line)); } }, say('line-named-2', note.line))
        : h('span', {}, say('the-file')),
      note.said))) : h('p', {}, say('everything-in-the')),
    h('div.row', {},
      h('button.button', { type: 'button', disabled: !corrections.canUndo, onclick: step('undo') }, icon('undo'), say('undo')),
      h('button.button', { type: 'button', disabled: !corrections.canRedo, onclick: step('redo') }, icon('redo'), say('redo')),
      h('button.button', { type: 'button', disabled: !corrections.canUndo, onclick: step('reset') }, say('as-the-file'))),
  ]);
  dialog.addEventListener('close', () => closed.abort());
}

/** @param {string} tag */
const nameOf = tag => new Intl.DisplayNames([spoken.tag], { type: 'language' }).of(tag) ?? tag;

/** Which language is spoken: as the words tell, or as a person does. @param {Corrections} corrections @param {Promise<Told | null>} told @param {(line: string) => void} change */
function languageOf({ lines }, told, change) {
  const given = lines.find(line => line.startsWith('language '))?.slice(9);
  const found = h('option', { value: '' }, say('as-the-words'));
  const all = [...new Set([...languages, ...given ? [given] : []])].map(tag => ({ tag, name: nameOf(tag) })).sort((a, b) => a.name.localeCompare(b.name));
  const choose = h('select.field', { 'aria-label': say('language-spoken'), onchange: () => change(`language ${choose.value}`.trim()) },
    found, ...all.map(({ tag, name }) => h('option', { value: tag, selected: tag === given }, name)));
  void told.then(known => {
    if (!known || known.spoken.given) return;
    found.textContent = known.spoken.language ? say('by-words-found', nameOf(known.spoken.language)) : say('language-not-known');
  });
  return choose;
}

/**
 * What a speaker does in the talk: as the file or the words tell, or as a person does.
 * @param {InspectSpeaker} speaker @param {number[]} origins @param {Editor} editor @param {() => void} apply @param {Promise<Told | null>} [told]
 */
function roleOf(speaker, origins, { corrections, told: ask }, apply, told = ask(new AbortController().signal).catch(() => null)) {
  const about = `role ${origins[speaker.id]}`;
  const given = corrections.lines.find(line => line.startsWith(`${about} `))?.slice(about.length + 1);
  const found = h('option', { value: '' }, say('role-as-found'));
  const choose = h('select.field', { 'aria-label': say('what-does', speaker.name),
    onchange: () => { corrections.add(`${about} ${choose.value}`.trim(), about); apply(); } },
  found, ...roles.map(role => h('option', { value: role, selected: role === given }, say(role))));
  void told.then(known => {
    const one = known?.roles.speakers[speaker.id];
    if (!one || given) return;
    found.textContent = !one.role ? say('role-not-known') : one.stated ? say(one.role) : say('role-found', say(one.role), percent(one.confidence ?? 0));
  });
  return choose;
}

/**
 * The reading that was second best, in one click, and back.
 * @param {string | undefined} second @param {boolean} shown @param {(line: string, about: string) => void} change
 */
const otherReading = (second, shown, change) => (second || shown) && h('div.row.other-reading', {},
  h('p', {}, shown ? say('the-second-best') : /** @type {string} */ (second)),
  h('button.button', { type: 'button', onclick: () => change(shown ? 'second' : 'second 1', 'second') }, say(shown ? 'as-read-first' : 'read-it-so')));

/** What was lost first, then what was repaired. @param {readonly ReportLine[]} report */
const notes = report => ['loss', 'warning', 'info'].flatMap(level => report.filter(note => note.level === level)).slice(0, 500);

/** @param {InspectSpeaker} speaker @param {Editor} editor @param {() => void} close @param {Map<number, number>} slots @param {Promise<Told | null>} told */
function person(speaker, editor, close, slots, told) {
  const { transcript, corrections, apply } = editor;
  const origins = originsOf(corrections.lines, transcript.speakers.length);
  const name = h('input.field', { value: speaker.name, 'aria-label': say('name-of', speaker.name), spellcheck: 'false',
    onchange: () => { close(); rename(corrections, origins[speaker.id], speaker.name, name.value, apply); } });
  const merge = h('select.field', { 'aria-label': say('is-the-same', speaker.name),
    onchange: () => { close(); corrections.add(`merge ${origins[speaker.id]} ${origins[merge.value]}`); apply(); } },
  h('option', { value: '' }, say('the-same-as')),
  ...transcript.speakers.filter(other => other.id !== speaker.id).map(other => h('option', { value: other.id }, say('the-same-as-2', other.name))));
  return h('div', { 'data-slot': slots.get(speaker.id) ?? 0 }, h('i.dot'), name, merge, roleOf(speaker, origins, editor, () => { close(); apply(); }, told),
    speaker.aliases.length ? h('small', {}, say('also-written', speaker.aliases.join(', '))) : '');
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
