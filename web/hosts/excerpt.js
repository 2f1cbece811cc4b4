// A part of a transcript as a transcript of its own, in the form of `inspect` that the readers take.

/** What a reader needs of it: figures are found anew. @param {Inspect} transcript @returns {Inspect} */
export function bare({ schema, source, title, language, duration_ms, speakers, turns, sections }) {
  const plain = /** @type {any} */ ({ schema, source: { format: source.format, captions: source.captions }, title, language, duration_ms,
    speakers: speakers.map(({ id, name, aliases, role }) => ({ id, name, aliases, role })),
    turns: turns.map(turn => ({ ...turn })),
    sections: sections.map(({ id, title: named, kind, level, parent, first_turn, last_turn }) => ({ id, title: named, kind, level, parent, first_turn, last_turn })) });
  return plain;
}

/** The turns of a range alone, with the speakers and headings they have. @param {Inspect} transcript @param {[number, number]} range */
export function cut(transcript, [first, last]) {
  const part = bare({ ...transcript, turns: transcript.turns.slice(first, last + 1) });
  /** @template {{ id: number }} One @param {One[]} all @returns {Map<number, number>} */
  const numbered = all => new Map(all.map(({ id }, at) => [id, at]));
  const speaking = new Set(part.turns.map(turn => turn.speaker));
  part.speakers = part.speakers.filter(one => speaking.has(one.id));
  // What was found, not written, is found again.
  part.sections = part.sections.filter(one => one.kind !== 'derived' && one.first_turn <= last && one.last_turn >= first && one.last_turn >= one.first_turn);
  const people = numbered(part.speakers), sections = numbered(part.sections);
  const to = (/** @type {Map<number, number>} */ ids, /** @type {number | null} */ id) => id === null ? null : ids.get(id) ?? null;
  /** The innermost one kept. @param {number | null} id @returns {number | null} */
  const home = id => id === null || sections.has(id) ? to(sections, id) : home(transcript.sections[id]?.parent ?? null);
  part.turns.forEach((turn, id) => Object.assign(turn, { id, line: id + 1, speaker: to(people, turn.speaker), section: home(turn.section) }));
  part.speakers.forEach((one, id) => { one.id = id; });
  part.sections.forEach((one, id) => Object.assign(one, { id, parent: home(one.parent), first_turn: Math.max(0, one.first_turn - first),
    last_turn: Math.min(last, one.last_turn) - first }));
  part.duration_ms = null;
  return part;
}
