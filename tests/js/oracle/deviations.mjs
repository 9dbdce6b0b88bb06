// Where this package means to differ from the oracle: a predicate for each listed deviation, and what a text is without it.

import { readFileSync } from 'node:fs';
import { path } from '../support.mjs';
import { ACCEPTED, MALFORMED, REFUSED, textOfBody } from './judges.mjs';
import { read, replaced, scalar, some, string, textOf, write } from './tree.mjs';

const DEPTH = 128;
const MOST = 2n ** 63n - 1n;
const LEAST = -(2n ** 63n);

/** The whole number that a token is, if it is one and not a huge one; `null` for a fraction. */
function whole(token) {
  const [, sign, head, tail = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(token);
  const digits = (head + tail).replace(/^0+/, '');
  const scale = Number(exponent) - tail.length;
  if (digits === '') return 0n;
  if (scale < 0) {
    const zeros = /0*$/.exec(digits)[0].length;
    return zeros < -scale ? null : BigInt(sign + digits.slice(0, digits.length + scale));
  }
  return scale > 400 ? undefined : BigInt(sign + digits + '0'.repeat(scale));
}

const DATE_TIME = /^(\d{4}-\d\d-\d\d)(t|\s)(\d\d):(\d\d):(\d\d)(\.\d+)?(?:(z)|([-+]\d\d)(?::?(\d\d))?)$/i;

/** A rule on date-times; `change` takes and gives their parts. */
function dateTimes(fits, change) {
  const parts = (node) => (node.kind === 'string' ? DATE_TIME.exec(textOf(node.token)) : null);
  return onNodes(
    (node) => {
      const found = parts(node);
      return found !== null && fits(found);
    },
    (node) => {
      const own = [...parts(node)];
      change(own);
      const [, date, separator, hour, minute, second, fraction = '', zulu, offset, minutes] = own;
      return string(
        `${date}${separator}${hour}:${minute}:${second}${fraction}${zulu ?? `${offset}:${minutes ?? '00'}`}`,
      );
    },
  );
}

function numbers(fits, change) {
  return onNodes(
    (node) => node.kind === 'number' && fits(node.token),
    (node) => scalar(change(node.token)),
  );
}

function onNodes(fits, change) {
  return {
    holds: (tree) => some(tree, fits),
    without: (tree) => replaced(tree, (node, depth) => (fits(node, depth) ? change(node) : undefined)),
  };
}

function repeats(node) {
  return node.kind === 'object' && new Set(node.members.map(({ name }) => textOf(name))).size < node.members.length;
}

function lastOfEach({ members }) {
  const last = new Map(members.map((member) => [textOf(member.name), member]));
  return { kind: 'object', members: [...last.values()] };
}

const isDeep = ({ kind }, depth) => depth >= DEPTH && (kind === 'array' || kind === 'object');

// `always`: wherever the predicate holds the package refuses.
const RULES = {
  'repeated member name': { ...onNodes(repeats, lastOfEach), always: true },
  'nested beyond 128 levels': { ...onNodes(isDeep, () => scalar('null')), always: true, code: 'limit.depth' },
  'number beyond the range of doubles': numbers(
    (token) => !Number.isFinite(Number(token)),
    (token) => `${token.startsWith('-') ? '-' : ''}1e308`,
  ),
  'fraction that is a whole number as a double': numbers(
    (token) => Number.isInteger(Number(token)) && whole(token) === null,
    (token) => String(Number(token)),
  ),
  'int64 that is 2^63 as a double': numbers(
    (token) => Number(token) === 2 ** 63 && whole(token) <= MOST,
    () => String(MOST + 1n),
  ),
  'integer below int64 that is -2^63 as a double': numbers(
    (token) => Number(token) === -(2 ** 63) && whole(token) < LEAST,
    () => String(LEAST),
  ),
  'date-time with a blank for its T': dateTimes(
    (parts) => /\s/.test(parts[2]),
    (parts) => {
      parts[2] = 'T';
    },
  ),
  'date-time with an offset without colon or minutes': dateTimes(
    (parts) => parts[8] !== undefined && !/:\d\d$/.test(parts[0].slice(-3)),
    () => {},
  ),
  'date-time with more than nine fractional digits': dateTimes(
    (parts) => parts[6]?.length > 10,
    (parts) => {
      parts[6] = parts[6].slice(0, 10);
    },
  ),
  'date-time with an hour above 23 or a minute above 59': dateTimes(
    (parts) => Number(parts[3]) > 23 || Number(parts[4]) > 59,
    (parts) => {
      parts.splice(3, 3, '00', '00', '00');
    },
  ),
};

/** Reads the list of accepted deviations and counts how often each one explains a difference. */
export class Deviations {
  constructor() {
    const { deviations } = JSON.parse(readFileSync(path('tests/vectors/deviations.json'), 'utf8'));
    for (const { rule, ours, reason } of deviations) {
      if (RULES[rule] === undefined) throw new Error(`deviations.json lists "${rule}", which is no rule`);
      if (![ACCEPTED, REFUSED].includes(ours) || !reason) throw new Error(`"${rule}": wrong \`ours\`, or no reason`);
    }
    this.listed = deviations.map((deviation) => ({ ...deviation, ...RULES[deviation.rule], found: 0 }));
  }

  /** The listed deviation for which a text that both sides accept must be refused; undefined where there is none. */
  missed(body) {
    const tree = read(textOfBody(body));
    return this.listed.find(({ always, holds }) => always && holds(tree));
  }

  /**
   * The listed deviation that makes the two judges differ on a body: its predicate holds, and on the text without what
   * it speaks of they agree. Where several meet, the last one that had to be taken away.
   */
  explain(body, ours, oracle) {
    const [own, other] = [ours.judge(body), oracle.judge(body)];
    if (other === MALFORMED) {
      const depth = this.listed.find(({ code }) => code === ours.code);
      return own === REFUSED && bracketDepth(body) > DEPTH ? depth : undefined;
    }
    if (own === MALFORMED) return undefined;
    let tree = read(textOfBody(body));
    let verdict = own;
    for (const deviation of this.listed) {
      if (deviation.ours !== verdict || !deviation.holds(tree)) continue;
      tree = deviation.without(tree);
      const text = write(tree);
      verdict = ours.judge(text);
      if (verdict === oracle.judge(text)) return deviation;
    }
    return undefined;
  }
}

/** How deep brackets outside of strings are nested. */
function bracketDepth(body) {
  let [depth, deepest] = [0, 0];
  const text = Buffer.from(body).toString('latin1');
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++depth);
    else if (token === ']' || token === '}') depth -= 1;
  }
  return deepest;
}
