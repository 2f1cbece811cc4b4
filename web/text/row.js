// One turn as elements.

import { clock, h } from '../dom.js';
import { direction, isOfScript, tongue, verse } from './text.js';

/**
 * @param {InspectTurn} turn
 * @param {{ name: string, slot: number } | null} speaker null for narration
 * @param {boolean} [plain] a text without speakers: its paragraphs are no narration
 * @param {string} [language] of the text around it
 * @param {string} [around] its direction
 * @returns {HTMLElement}
 */
export function rowOf(turn, speaker, plain = false, language = '', around = 'ltr') {
  const own = tongue(turn.text), script = isOfScript(language) ? language.slice(0, 2) : '';
  // In a text of another script, words of Latin letters are of a language that nobody said.
  const lang = own === script || (script === 'ja' && own === 'zh') || (script === 'fa' && own === 'ar') ? null : own;
  const way = direction(turn.text), dir = way === around ? null : way;
  const words = h('div.words');
  // Blank lines part paragraphs. A single break stays one unless the lines look wrapped by hand.
  for (const piece of turn.text.split(/(\n[ \t]*\n\s*)/)) {
    if (!piece) continue;
    words.append(/^\s+$/.test(piece) ? piece : h(`span.para${verse(piece) ? '.lines' : ''}`, {}, piece));
  }
  if (!speaker && !plain) return h('div.turn.aside', { 'data-t': turn.id, dir, lang }, words);
  if (!speaker) {
    return h('div.turn.plain', { 'data-t': turn.id, dir, lang },
      turn.start_ms === null ? null : h('div.who', {}, h('time', {}, clock(turn.start_ms))), words);
  }
  return h('div.turn', { 'data-t': turn.id, 'data-p': turn.speaker, 'data-slot': speaker.slot, dir, lang },
    h('div.who', {}, h('bdi.name', {}, speaker.name), turn.start_ms === null ? null : h('time', {}, clock(turn.start_ms))),
    words);
}
