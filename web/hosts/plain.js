// Where WebAssembly cannot be had. Loaded then.

/**
 * Without the core there is still the text: each paragraph as narration.
 * @param {import('./opening.js').Source} source @returns {Inspect}
 */
export function plainReading({ bytes }) {
  const text = new TextDecoder().decode(bytes);
  let line = 1;
  /** @type {InspectTurn[]} */
  const turns = [];
  for (const paragraph of text.split(/\r\n|\r|\n/)) {
    if (paragraph.trim())
      turns.push(Object.freeze({ id: turns.length, speaker: null, section: null, line, start_ms: null, end_ms: null, text: paragraph.trim() }));
    line++;
  }
  return {
    schema: 1, source: { format: 'text', encoding: 'utf-8', bytes: bytes.length, confidence: 0 }, title: null,
    language: null, duration_ms: null, speakers: [], turns, sections: [],
    balance: { measure: 'words', index: null, gini: null }, report: [],
  };
}
