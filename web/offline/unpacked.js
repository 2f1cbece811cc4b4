// What an offline copy holds of the program is packed as LZMA, which no browser reads by itself, in printable signs. Beside DEFLATE
// in base64, which browsers do read, it takes a quarter less of the file.

/** The signs that stand for numbers: all printable ones but those that can end a script. tools/packed.mjs writes them. */
export const signs = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter(sign => !'&<>'.includes(sign)).join('');

/** Two signs are 13 bits, low ones first: 91² is just above 2¹³. @param {string} text @returns {Uint8Array} */
function bytesOf(text) {
  const numbers = new Uint8Array(128), bytes = new Uint8Array(Math.floor(text.length / 2 * 13 / 8));
  for (let at = 0; at < signs.length; at++) numbers[signs.charCodeAt(at)] = at;
  let held = 0, bits = 0, end = 0;
  for (let at = 0; at + 1 < text.length; at += 2) {
    held |= numbers[text.charCodeAt(at) & 127] + numbers[text.charCodeAt(at + 1) & 127] * signs.length << bits;
    for (bits += 13; bits > 7; bits -= 8) {
      bytes[end++] = held;
      held >>>= 8;
    }
  }
  return bytes;
}

/** More than this no copy holds: a damaged one must not ask for gigabytes. */
const most = 1 << 24;
// Where in one table each of LZMA's models stands; names as in its specification.
const isMatch = 0, isRep = 192, isRepG0 = 204, isRepG1 = 216, isRepG2 = 228, isRep0Long = 240, posSlot = 432, posSpecial = 688, align = 803,
  lenOfMatch = 819, lenOfRep = 1333, literal = 1847;
// Within a model of lengths.
const short = 2, middle = 130, long = 258;

/**
 * The bytes that are packed in the text. Of what is damaged some come, or none.
 * LZMA specification of the LZMA SDK (Igor Pavlov, 2015): the format ".lzma", its size given.
 * @param {string} text @returns {Uint8Array<ArrayBuffer>}
 */
export function unpacked(text) {
  const from = bytesOf(text), header = new DataView(from.buffer);
  if (from.length < 18) throw new RangeError('nothing is packed here');
  const size = header.getUint32(5, true), lc = from[0] % 9, lp = Math.floor(from[0] / 9) % 5, pb = Math.floor(from[0] / 45);
  if (size > most || lc + lp > 8 || pb > 4) throw new RangeError('this is damaged');
  const out = new Uint8Array(size), models = new Uint16Array(literal + (0x300 << lc + lp)).fill(1024);
  let at = 18;
  // In an array, because numbers of 32 bits in variables of a closure are slow.
  const coder = Uint32Array.of(0xffffffff, header.getUint32(14));

  const normalised = () => {
    if (coder[0] >= 1 << 24) return;
    coder[0] <<= 8;
    coder[1] = coder[1] << 8 | from[at++];
  };
  const bit = (/** @type {number} */ model) => {
    const chance = models[model], bound = (coder[0] >>> 11) * chance;
    const is = coder[1] < bound ? 0 : 1;
    if (is) {
      coder[0] -= bound;
      coder[1] -= bound;
      models[model] = chance - (chance >> 5);
    } else {
      coder[0] = bound;
      models[model] = chance + (2048 - chance >> 5);
    }
    normalised();
    return is;
  };
  const tree = (/** @type {number} */ model, /** @type {number} */ bits) => {
    let node = 1;
    for (let i = 0; i < bits; i++) node = node << 1 | bit(model + node);
    return node - (1 << bits);
  };
  const reversed = (/** @type {number} */ model, /** @type {number} */ bits) => {
    let node = 1, value = 0;
    for (let i = 0; i < bits; i++) {
      const is = bit(model + node);
      node = node << 1 | is;
      value |= is << i;
    }
    return value;
  };
  /** Bits that are as often one as the other. */
  const direct = (/** @type {number} */ bits) => {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      coder[0] >>>= 1;
      const is = coder[1] < coder[0] ? 0 : 1;
      if (is) coder[1] -= coder[0];
      normalised();
      value = value << 1 | is;
    }
    return value;
  };
  const lengthOf = (/** @type {number} */ model, /** @type {number} */ where) => !bit(model) ? tree(model + short + (where << 3), 3)
    : !bit(model + 1) ? 8 + tree(model + middle + (where << 3), 3) : 16 + tree(model + long, 8);
  const distanceOf = (/** @type {number} */ length) => {
    const slot = tree(posSlot + (Math.min(length, 3) << 6), 6), bits = (slot >> 1) - 1;
    if (slot < 4) return slot;
    const start = (2 | slot & 1) << bits >>> 0;
    return slot < 14 ? start + reversed(posSpecial + start - slot, bits) : start + direct(bits - 4) * 16 + reversed(align, 4);
  };

  let state = 0, end = 0, rep0 = 0, rep1 = 0, rep2 = 0, rep3 = 0;
  while (end < size && at <= from.length + 8) {
    const where = end & (1 << pb) - 1;
    if (!bit(isMatch + (state << 4) + where)) {
      const before = end ? out[end - 1] : 0;
      const model = literal + 0x300 * (((end & (1 << lp) - 1) << lc) + (before >> 8 - lc));
      let sign = 1;
      if (state > 6)
        for (let matched = out[end - rep0 - 1]; sign < 0x100;) {
          const wanted = matched >> 7 & 1;
          matched <<= 1;
          const is = bit(model + (1 + wanted << 8) + sign);
          sign = sign << 1 | is;
          if (is !== wanted) break;
        }
      while (sign < 0x100) sign = sign << 1 | bit(model + sign);
      out[end++] = sign;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let length;
    if (!bit(isRep + state)) {
      [rep3, rep2, rep1] = [rep2, rep1, rep0];
      length = lengthOf(lenOfMatch, where);
      rep0 = distanceOf(length);
      state = state < 7 ? 7 : 10;
    } else {
      if (!bit(isRepG0 + state)) {
        if (!bit(isRep0Long + (state << 4) + where)) {
          out[end] = out[end - rep0 - 1];
          end++;
          state = state < 7 ? 9 : 11;
          continue;
        }
      } else if (!bit(isRepG1 + state)) [rep0, rep1] = [rep1, rep0];
      else if (!bit(isRepG2 + state)) [rep0, rep1, rep2] = [rep2, rep0, rep1];
      else [rep0, rep1, rep2, rep3] = [rep3, rep0, rep1, rep2];
      length = lengthOf(lenOfRep, where);
      state = state < 7 ? 8 : 11;
    }
    if (rep0 >= end) throw new RangeError('this is damaged');
    for (const stop = Math.min(size, end + length + 2); end < stop; end++) out[end] = out[end - rep0 - 1];
  }
  return out;
}
