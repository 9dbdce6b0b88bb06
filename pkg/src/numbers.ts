// Integers that JavaScript's numbers cannot hold: carried through JSON.parse and JSON.stringify without rounding.

/** How integers come out of a payload; see `CreateVerifierOptions.integers`. */
export type Integers = 'number' | 'bigint' | 'string';

/** A value read from a payload. Integers that would be rounded as a number are `bigint`, or text where asked for. */
export type Value = string | number | bigint | boolean | null | Value[] | { [name: string]: Value };

/** A run of digits that may be an integer beyond 2^53-1; without one, nothing has to be looked at more closely. */
const LONG = /\d{16}/;
/** A JSON string or number token. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;
const INTEGER = /^-?\d+$/;
/** No integer of fewer characters is beyond 2^53-1. */
const SAFE = 16;

/** A number token as a value. `int64` says that its schema declares it so. */
export function numberOf(token: string, int64: boolean, integers: Integers): string | number | bigint {
  if (token.length < SAFE && (!int64 || integers === 'number')) return Number(token);
  if (int64 && integers === 'string') return INTEGER.test(token) ? token : String(integerOf(token) ?? token);
  if (int64 && integers === 'bigint') return integerOf(token) ?? Number(token);
  return INTEGER.test(token) && !isSafe(token) ? beyond(token, integers) : Number(token);
}

/** Parses JSON; integers beyond 2^53-1 come out exact. */
export function parseExact(text: string, integers: Integers): Value {
  if (!LONG.test(text)) return JSON.parse(text) as Value;
  const tag = tagFor(text);
  return untag(tagLong(text, tag), tag, (token) => beyond(token, integers));
}

/**
 * Parses a payload in which the module marks int64 fields; those come out as asked, other integers beyond 2^53-1 too.
 *
 * @param text The payload as it is.
 * @param tagged Gives the payload with each int64 token N replaced by the JSON string `<tag>N`.
 */
export function parseTagged(text: string, tagged: (tag: string) => string, integers: 'bigint' | 'string'): Value {
  const tag = tagFor(text);
  const marked = tagged(tag);
  const whole = LONG.test(marked) ? tagLong(marked, tag) : marked;
  return untag(whole, tag, (token) => numberOf(token, true, integers));
}

/** The value at a JSON Pointer (RFC 6901), or undefined. */
export function at(value: Value, pointer: string): Value | undefined {
  let here: Value | undefined = value;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof here !== 'object' || here === null) return undefined;
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(here)) here = /^(?:0|[1-9]\d*)$/.test(name) ? here[Number(name)] : undefined;
    else here = Object.hasOwn(here, name) ? here[name] : undefined;
  }
  return here;
}

/** As JSON.stringify, with a bigint written as the integer that it is; undefined for what JSON cannot hold. */
export function stringifyExact(value: unknown): string | undefined {
  return writeExact(value)?.text;
}

/** A value as JSON text, and as the same text with each bigint N written as the string `<tag>N`. */
export interface Written {
  readonly text: string;
  readonly marked: string;
  /** Empty where there is no bigint. */
  readonly tag: string;
}

/**
 * Writes a value as {@link stringifyExact} does.
 *
 * @param look Is shown each member on the way, with the object or array that holds it.
 */
export function writeExact(
  value: unknown,
  look?: (holder: object, key: string, member: unknown) => void,
): Written | undefined {
  let bigints = false;
  const text = JSON.stringify(value, function (this: object, key, member: unknown) {
    if (bigintAt(this, key, member) !== undefined) {
      bigints = true;
      return null;
    }
    look?.(this, key, member);
    return member;
  }) as string | undefined;
  if (text === undefined) return undefined;
  if (!bigints) return { text, marked: text, tag: '' };
  const tag = tagFor(text);
  const marked = JSON.stringify(value, function (this: object, key, member: unknown) {
    const bigint = bigintAt(this, key, member);
    return bigint === undefined ? member : tag + bigint;
  });
  return { text: marked.replaceAll(new RegExp(`"${tag}(-?\\d+)"`, 'g'), '$1'), marked, tag };
}

/** The value that was written, apart from the original: bigints are bigints again. */
export function readWritten({ text, marked, tag }: Written): Value {
  return tag === '' ? (JSON.parse(text) as Value) : untag(marked, tag, BigInt);
}

/** A bigint about to be written, also where the program has given bigints a `toJSON`. */
function bigintAt(holder: object, key: string, member: unknown): bigint | undefined {
  if (typeof member === 'bigint') return member;
  if (typeof member !== 'string') return undefined;
  const own = (holder as Record<string, unknown>)[key];
  return typeof own === 'bigint' ? own : undefined;
}

/**
 * A tag with which no string of this JSON text begins, however it is escaped there.
 *
 * A character that stands in the text neither itself nor as an escape occurs in none of its strings. A text that uses
 * all the candidates is decoded string by string.
 */
export function tagFor(text: string): string {
  for (let unit = 0xe000; unit < 0xe008; unit += 1) {
    const tag = String.fromCharCode(unit);
    const escaped = new RegExp(`\\\\u${unit.toString(16)}`, 'i');
    if (!text.includes(tag) && !escaped.test(text)) return tag;
  }
  for (;;) {
    const tag = `\ue000${String(Math.random()).slice(2)}:`;
    let found = false;
    JSON.parse(text, (_, member: unknown) => {
      if (typeof member === 'string' && member.startsWith(tag)) found = true;
    });
    if (!found) return tag;
  }
}

function tagLong(text: string, tag: string): string {
  return text.replaceAll(TOKEN, (token) => (INTEGER.test(token) && !isSafe(token) ? `"${tag}${token}"` : token));
}

function untag(text: string, tag: string, number: (token: string) => Value): Value {
  return JSON.parse(text, (_, member: Value) =>
    typeof member === 'string' && member.startsWith(tag) ? number(member.slice(tag.length)) : member,
  ) as Value;
}

function isSafe(integer: string): boolean {
  return Number.isSafeInteger(Number(integer));
}

function beyond(token: string, integers: Integers): string | bigint {
  return integers === 'string' ? token : BigInt(token);
}

/** The integer that a number token stands for, be it written `12`, `12.0` or `1.2e1`; undefined if it is none. */
function integerOf(token: string): bigint | undefined {
  if (INTEGER.test(token)) return BigInt(token);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(token) ?? [];
  const shift = Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  if (digits === 0n) return 0n;
  // An int64 has 19 digits. The bound keeps `1e999999999` from becoming a billion digits.
  if (Math.abs(shift) > 400) return undefined;
  const signed = sign === '-' ? -digits : digits;
  if (shift >= 0) return signed * 10n ** BigInt(shift);
  const divisor = 10n ** BigInt(-shift);
  return signed % divisor === 0n ? signed / divisor : undefined;
}
