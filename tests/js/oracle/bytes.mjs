// Raw mutations: bytes that mostly are no longer JSON, or no longer UTF-8.

const FRAGMENTS = [
  ...[
    '"',
    '\\',
    '/',
    ',',
    ':',
    '[',
    ']',
    '{',
    '}',
    '[]',
    '{}',
    '""',
    '0',
    '-',
    '.',
    'e',
    'E',
    '+',
    '1',
    ' ',
    '\n',
    '\t',
    '\r',
  ],
  ...['00', '01', '-0', '1.', '.5', '1e', '1e+', '0x1', '+1', '1_0', '--1', '1e1.5', '-a', '1e5', '0.5', '1E-2'],
  ...['true', 'false', 'null', 'tru', 'nul', 'True', 'NaN', 'Infinity', '-Infinity', 'undefined', "'a'"],
  ...[
    '\\u',
    '\\u00',
    '\\u0041',
    '\\ud800',
    '\\udc00',
    '\\ud83d\\ude00',
    '\\x41',
    '\\0',
    '\\a',
    '\\"',
    '\\\\',
    '\\/',
    '\\b',
    '\\u00g0',
  ],
  ...['//', '/**/', '#', ',,', ',]', ',}', '[,', '{,', ':1', '"a":1,', ',"a":1', '"":{}', '[1', '{"a"', '1 2'],
  ...[
    '\u0000',
    '\u0001',
    '\u000b',
    '\u000c',
    '\u001f',
    '\u007f',
    '\u0085',
    '\u00a0',
    '\u2028',
    '\ufeff',
    'é',
    '\u20ac',
    '😀',
    '\uffff',
  ],
].map((text) => Buffer.from(text));

// Not UTF-8: alone, cut short, too long, a surrogate, beyond U+10FFFF; and the edges of what is.
const BROKEN = [
  ...['80', 'bf', 'c0', 'c080', 'c1bf', 'c2', 'c3', 'e0', 'e080', 'e08080', 'e09fbf', 'e2', 'e282', 'ed', 'eda080'],
  ...[
    'edbfbf',
    'f0',
    'f08080',
    'f0808080',
    'f08fbfbf',
    'f09f98',
    'f4908080',
    'f5',
    'f5808080',
    'f880808080',
    'fe',
    'ff',
    'fffe',
  ],
  ...['c280', 'dfbf', 'e0a080', 'ed9fbf', 'ee8080', 'efbfbf', 'f0908080', 'f48fbfbf', 'efbbbf'],
].map((hex) => Buffer.from(hex, 'hex'));

/** A copy of `bytes` with one to four raw changes. */
export function bytesMutated(random, bytes) {
  let own = Buffer.from(bytes);
  for (let changes = random.once(3) ? 2 + random.below(3) : 1; changes > 0; changes -= 1) own = changed(random, own);
  return own;
}

function changed(random, bytes) {
  const at = random.below(bytes.length + 1);
  const to = Math.min(bytes.length, at + 1 + random.below(random.once(4) ? 40 : 3));
  const splice = (from, end, ...put) => Buffer.concat([bytes.subarray(0, from), ...put, bytes.subarray(end)]);
  switch (random.below(12)) {
    case 0:
      if (at < bytes.length) bytes[at] ^= 1 << random.below(8);
      return bytes;
    case 1:
      if (at < bytes.length) bytes[at] = random.below(256);
      return bytes;
    case 2:
    case 3:
      return splice(at, at, random.pick(FRAGMENTS));
    case 4:
      return splice(at, to, random.pick(FRAGMENTS));
    case 5:
      return splice(at, at, random.pick(BROKEN));
    case 6:
      return splice(at, to);
    case 7:
      return splice(at, at, bytes.subarray(at, to));
    case 8:
      return random.once(4) ? bytes.subarray(0, at) : splice(at, Math.min(at + 1, bytes.length));
    case 9:
      return letter(random, bytes);
    case 10:
      return between(random, bytes, splice);
    default: {
      const other = random.below(bytes.length + 1);
      return splice(at, to, bytes.subarray(other, other + to - at));
    }
  }
}

/** Changes a letter or digit into another, which often leaves JSON as it was: names, texts, numbers. */
function letter(random, bytes) {
  const at = random.below(bytes.length);
  const isWord = /[\da-z]/i.test(String.fromCharCode(bytes[at] ?? 0));
  if (isWord) bytes[at] = bytes[at] <= 0x39 ? 0x30 + random.below(10) : 0x61 + random.below(26);
  return bytes;
}

/** Puts something between two tokens, or deep brackets around everything. */
function between(random, bytes, splice) {
  if (random.once(20)) {
    const levels = 118 + random.below(20);
    const close = levels - (random.once(4) ? 1 : 0);
    return Buffer.concat([Buffer.from('['.repeat(levels)), bytes, Buffer.from(']'.repeat(close))]);
  }
  const structural = [];
  bytes.forEach((byte, at) => {
    if (byte === 0x2c || byte === 0x3a || byte === 0x7b || byte === 0x5b) structural.push(at + 1);
  });
  if (structural.length === 0) return bytes;
  const at = random.pick(structural);
  return splice(at, at, random.pick(FRAGMENTS));
}
