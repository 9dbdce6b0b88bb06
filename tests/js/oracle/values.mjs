// Values that payloads get instead of their own: at the edges of what formats, bounds and JSON itself allow.

import { scalar, string, textOf } from './tree.mjs';

const NUMBERS = [
  ...['0', '-0', '1', '-1', '7', '1.0', '-0.0', '0.000', '1.5', '-1.5', '0.1', '2147483648', '-2147483649'],
  ...['1e0', '1E+2', '10e-1', '15e-1', '100e-2', '0e999999999', '0E-400', '1e21', '1e23', '123e-3', '-5e-1'],
  ...['1e308', '1.7976931348623157e308', '1.7976931348623159e308', '1e400', '-1e400', '5e-324', '1e-400', '-1e-400'],
  ...['1.00000000000000000001', '2.99999999999999999999', '-0.00000000000000000001', '0.000000000000000000000000001'],
  ...['9007199254740991', '9007199254740992', '9007199254740993', '-9007199254740993', '9007199254740993.5'],
  ...[
    '4912661846655238145',
    '9223372036854774784',
    '9223372036854775296',
    '9223372036854775807',
    '9223372036854775808',
  ],
  ...['-9223372036854775808', '-9223372036854775809', '-9223372036854776833', '9223372036854775807.0'],
  ...['9.223372036854775807e18', '9.223372036854775808E+18', '922337203685477580700e-2', '-92233720368547758080e-1'],
  ...['18446744073709551615', '18446744073709551616', '123456789012345678901234567890', '1e18', '1e19', '-1e19'],
];

const TEXTS = [
  ...[
    '',
    ' ',
    '0',
    '1.5',
    'null',
    'true',
    '[]',
    '{}',
    'é',
    'ß→ſ',
    '😀',
    '👩‍👩‍👧',
    'e\u0301',
    '\u2028',
    '\u0000',
    '\u007f',
    '\ufeff',
  ],
  ...[
    '"',
    '\\',
    '\\"',
    '/',
    '\b\f\n\r\t',
    '__proto__',
    'constructor',
    '\ud800',
    '\udc00',
    '\udc00\ud800',
    '\ufffd',
    '\uffff',
  ],
];

const FILLINGS = ['x', 'é', '😀', '\n', '"', '\ud800', '\u0000'];

const YEARS = ['2026', '2024', '2023', '1900', '2000', '0000', '9999', '26', '12026', '-2026'];
const MONTHS = ['01', '02', '04', '12', '00', '13', '1', '011'];
const DAYS = ['01', '28', '29', '30', '31', '00', '32', '1'];
const SEPARATORS = ['T', 'T', 'T', 't', ' ', '_', '\t', '\u00a0', '', 'TT'];
const HOURS = ['00', '10', '12', '23', '24', '29', '7'];
const MINUTES = ['00', '29', '30', '59', '60', '74', '5'];
const SECONDS = ['00', '30', '59', '60', '60', '61', '5', ''];
const FRACTIONS = ['', '', '', '.1', '.123', '.999999999', '.1234567890', '.', ',5', '.1a', '.99999999999999999999'];
const OFFSETS = ['Z', 'Z', 'Z', 'z', '', '+00:00', '-00:00', '+01:00', '-08:00', '+05:30', '-00:30', '+00:30'];
const ODD_OFFSETS = ['+23:59', '+24:00', '+01:60', '+0100', '-08', '+1:00', 'UTC', 'ZZ', ' Z', '+00:15', '\u221201:00'];

// Hours, minutes and offsets of a 60th second: at the end of a UTC day, elsewhere, and out of range.
const LEAPS = [
  ...[
    ['23', '59', 'Z'],
    ['00', '29', '+00:30'],
    ['15', '59', '-08:00'],
    ['23', '29', '-00:30'],
  ],
  ...[
    ['23', '59', '+01:00'],
    ['00', '59', '-00:00'],
    ['23', '58', 'Z'],
    ['24', '59', '+01:00'],
    ['23', '74', '+00:15'],
  ],
];

/** A number token: from the list, or from the text's or the schema's own numbers and what lies beside them. */
export function numberToken(random, vocabulary, own) {
  const base = random.once(3) ? own : random.once(3) ? random.pick(vocabulary.numbers) : undefined;
  if (base === undefined) return random.pick(NUMBERS);
  if (/^-?\d+$/.test(base)) {
    const beside = BigInt(base) + BigInt(random.below(5) - 2);
    return `${beside}${random.pick(['', '', '.0', '.5', 'e0', 'e1', 'e-1', '.00000000000000000001', '0e-1'])}`;
  }
  return random.once(2) ? base : base.replace(/^-?/, (sign) => (sign === '' ? '-' : ''));
}

/** A text: odd, of a length at a bound, one of the schema's values, a date-time, or the own one changed a little. */
export function text(random, vocabulary, own) {
  if (own !== undefined && /^\d{4}-\d\d-\d\dT/.test(own) && random.once(2)) return dateTime(random);
  switch (random.below(own === undefined ? 5 : 8)) {
    case 0:
      return random.pick(TEXTS);
    case 1: {
      const length = random.once(20) ? 3000 : Math.max(0, random.pick(vocabulary.lengths) + random.below(3) - 1);
      return random.pick(FILLINGS).repeat(length);
    }
    case 2:
    case 3:
      return random.pick(vocabulary.texts);
    case 4:
      return dateTime(random);
    case 5:
      return random.once(2) ? own.toUpperCase() : own.toLowerCase();
    case 6:
      return random.once(2) ? own + random.pick(TEXTS) : random.pick(TEXTS) + own;
    default: {
      const cut = random.below(own.length + 1);
      return own.slice(0, cut) + own.slice(cut + 1);
    }
  }
}

/** Something like an RFC 3339 date-time, mostly with one part that is not right. */
export function dateTime(random) {
  const good = ['2026', '05', '28', 'T', '10', '20', '30', '', 'Z'];
  const all = [
    YEARS,
    MONTHS,
    DAYS,
    SEPARATORS,
    HOURS,
    MINUTES,
    SECONDS,
    FRACTIONS,
    random.once(2) ? ODD_OFFSETS : OFFSETS,
  ];
  const changes = random.once(3) ? all.length : 1 + random.below(3);
  for (let change = 0; change < changes; change += 1) {
    const part = changes === all.length ? change : random.below(all.length);
    good[part] = random.pick(all[part]);
  }
  if (random.once(8)) {
    const [hour, minute, offset] = random.pick(LEAPS);
    good.splice(4, 5, hour, minute, '60', '', offset);
  }
  const [year, month, day, separator, hour, minute, second, fraction, offset] = good;
  return `${year}-${month}-${day}${separator}${hour}:${minute}:${second}${fraction}${offset}`;
}

/** The same text written with other escapes. */
export function escaped(random, token) {
  // By code points: half of a surrogate pair cannot be written as it is.
  return JSON.stringify(textOf(token)).replace(/\\u[\da-f]{4}|\\.|[^"\\]/gu, (character) => {
    if (character === '/' && random.once(2)) return '\\/';
    if (character[0] === '\\' || !random.once(3)) return character;
    const upper = random.once(2);
    return Array.from({ length: character.length }, (_, at) => {
      const code = character.charCodeAt(at).toString(16).padStart(4, '0');
      return `\\u${upper ? code.toUpperCase() : code}`;
    }).join('');
  });
}

/** A new value of any kind. */
export function anyValue(random, vocabulary, own) {
  switch (random.below(9)) {
    case 0:
      return scalar('null');
    case 1:
      return scalar(random.pick(['true', 'false']));
    case 2:
      return { kind: 'array', items: [] };
    case 3:
      return { kind: 'object', members: [] };
    case 4:
    case 5:
      return scalar(numberToken(random, vocabulary, own?.kind === 'number' ? own.token : undefined));
    case 6:
      return random.once(40) ? nested(random) : scalar(numberToken(random, vocabulary));
    default:
      return string(text(random, vocabulary, own?.kind === 'string' ? textOf(own.token) : undefined));
  }
}

/** Arrays and objects in each other, around the depth that is allowed. */
function nested(random) {
  let node = scalar('1');
  for (let level = 110 + random.below(25); level > 0; level -= 1) {
    node = random.once(2)
      ? { kind: 'array', items: [node] }
      : { kind: 'object', members: [{ name: random.pick(['"a"', '""', '"data"']), value: node }] };
  }
  return node;
}
