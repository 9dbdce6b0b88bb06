// Takes a request apart as the host has it: the lines that the verifier reads, and the raw body. Decodes nothing.

import { METHOD, URL } from './boundary.js';
import { describe } from './describe.js';
import { UsageError } from './errors.js';
import type { Lines } from './frame.js';
import type { Input } from './holding.js';
import { bodyMisuse, encodedMisuse, isPromise } from './misuse.js';

/**
 * The header lines of a request: a `Headers` object, a plain object, a `Map`, a list of pairs, or Node's flat
 * `rawHeaders`. Names are matched without regard to case; several lines of one name may be several entries or an array.
 */
export type HeadersInput =
  | Iterable<readonly [string, string | readonly string[]]>
  | readonly string[]
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** The raw body: bytes in any of JavaScript's forms, or text, which is taken as UTF-8. */
export type BodyInput = ArrayBufferLike | ArrayBufferView | string;

/** A request that claims to be a webhook delivery, as the host received it. */
export interface Delivery {
  /** The request method; an absent one is not checked. */
  readonly method?: string | null | undefined;
  /** The full public URL as registered with the sender. Only schemes that sign it need it. */
  readonly url?: string | { readonly href: string } | null | undefined;
  /** All header lines as received. */
  readonly headers: HeadersInput;
  /** The raw body, before anything has parsed it. It is not copied: leave it alone while its report is in use. */
  readonly body: BodyInput;
  /** When the host received it: milliseconds since the Unix epoch, or a `Date`. Wins over the verifier's clock. */
  readonly receivedAt?: number | Date | undefined;
}

/** A request in the form that is written into the module's memory, and where it was written last. */
export interface Run extends Input {
  readonly unread: number;
  readonly now: number;
}

/** The event of a function behind an API gateway, which is easily taken for a delivery. */
interface LambdaEvent {
  readonly isBase64Encoded?: unknown;
}

/** Milliseconds that a `Date` can hold. */
const LAST_TIME = 8.64e15;

/** Takes a delivery apart. `names` are the lower-case names of the headers that the verifier reads. */
export function adapt(delivery: Delivery, names: readonly string[], clock: () => number): Run {
  if (typeof delivery !== 'object' || delivery === null) {
    throw new UsageError(
      'usage.delivery',
      `the delivery is ${describe(delivery)}, expected { method, url, headers, body }`,
    );
  }
  const { method, url, headers, receivedAt } = delivery;
  if ((delivery as LambdaEvent).isBase64Encoded === true) throw encodedMisuse();
  const body = bodyOf(delivery.body);
  const lines: Lines = [];
  addText(lines, METHOD, method, 'method');
  addText(lines, URL, url === undefined || url === null ? url : urlOf(url), 'url');
  const unread = addHeaders(lines, headers, names);
  const now = receivedAt === undefined ? timeOf(clock(), 'now') : timeOf(receivedAt, 'receivedAt');
  return { lines, unread, body, now, bodyAt: 0, bodyBytes: 0, packed: 0, turn: 0 };
}

/** A body as bytes (shared, not copied) or text. */
export function bodyOf(body: unknown): Uint8Array | string {
  const raw = rawOf(body);
  if (raw === undefined) throw bodyMisuse(body);
  return raw;
}

/** Text or bytes in any of their forms; undefined for anything else. */
export function rawOf(body: unknown): Uint8Array | string | undefined {
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  return isBuffer(body) ? new Uint8Array(body) : undefined;
}

/** Milliseconds since the epoch as a whole number, from a number or a date. */
export function timeOf(time: unknown, name: string): number {
  // Most hand in a number, and telling a date takes a while.
  const millis = typeof time !== 'number' && isDate(time) ? time.getTime() : time;
  if (typeof millis === 'number' && Math.abs(millis) <= LAST_TIME) return Math.floor(millis);
  const found = typeof millis === 'number' ? String(millis) : describe(millis);
  const code = name === 'now' ? 'usage.option' : 'usage.delivery';
  throw new UsageError(
    code,
    `${name} is ${isDate(time) ? 'an invalid Date' : found}, expected milliseconds since the Unix epoch`,
  );
}

/** A URL as text. */
export function urlOf(url: unknown): string {
  const text = typeof url === 'object' && url !== null ? (url as { href?: unknown }).href : url;
  if (typeof text === 'string') return text;
  throw new UsageError('usage.delivery', `url is ${describe(url)}, expected a string or a URL`);
}

/** Every header line as name and value, in order. */
export function headerPairs(headers: unknown): [string, string][] {
  const pairs: [string, string][] = [];
  forEachHeader(headers, (name, value) => pairs.push([name, value]));
  return pairs;
}

function addText(lines: Lines, kind: number, value: unknown, name: string): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string')
    throw new UsageError('usage.delivery', `${name} is ${describe(value)}, expected a string`);
  lines.push(kind, value);
}

/** Adds the lines that are read, and gives the number of the others. */
function addHeaders(lines: Lines, headers: unknown, names: readonly string[]): number {
  let unread = 0;
  forEachHeader(headers, (name, value) => {
    const kind = kindOf(name, names);
    if (kind < 0) unread += 1;
    else lines.push(kind, value);
  });
  return unread;
}

type Take = (name: string, value: string) => void;

const isOwn = Object.prototype.hasOwnProperty;

function forEachHeader(headers: unknown, take: Take): void {
  if (typeof headers !== 'object' || headers === null || isPromise(headers)) throw headersMisuse(headers);
  if (Array.isArray(headers) && typeof headers[0] === 'string') {
    flatHeaders(headers, take);
  } else if (isIterable(headers)) {
    for (const entry of headers) {
      if (!Array.isArray(entry) || typeof entry[0] !== 'string') throw headersMisuse(headers);
      takeLines(entry[0], entry[1], take);
    }
  } else {
    // Engines read members on the way through their names faster than by a list of them.
    for (const name in headers) {
      if (isOwn.call(headers, name)) takeLines(name, (headers as Record<string, unknown>)[name], take);
    }
  }
}

function flatHeaders(headers: readonly unknown[], take: Take): void {
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at];
    const value = headers[at + 1];
    if (typeof name !== 'string' || typeof value !== 'string') {
      throw new UsageError(
        'usage.delivery',
        `headers are a flat array of ${headers.length} entries, expected name, value, name, value as in Node's rawHeaders`,
      );
    }
    take(name, value);
  }
}

function takeLines(name: string, value: unknown, take: Take): void {
  if (typeof value === 'string') {
    take(name, value);
  } else if (Array.isArray(value) && value.every((line) => typeof line === 'string')) {
    for (const line of value) take(name, line);
  } else if (value !== undefined && value !== null) {
    const found = Array.isArray(value) ? 'an array of other things than strings' : describe(value);
    const header = `header ${JSON.stringify(name)}`;
    throw new UsageError('usage.delivery', `${header} is ${found}, expected a string or an array of strings`);
  }
}

function headersMisuse(headers: unknown): UsageError {
  let remedy = 'pass a Headers object, a plain object, a Map, a list of pairs or rawHeaders';
  if (isPromise(headers)) remedy = 'await it';
  else if (typeof headers === 'function') remedy = 'call it, and await what it gives';
  return new UsageError(
    'usage.delivery',
    `headers are ${describe(headers)}, expected the header lines of the request; ${remedy}`,
  );
}

function kindOf(name: string, names: readonly string[]): number {
  for (let kind = 0; kind < names.length; kind += 1) {
    if (sameName(name, names[kind] as string)) return kind;
  }
  return -1;
}

/** Whether two header names are the same; of the second it is known that its letters are small ones. */
function sameName(name: string, lower: string): boolean {
  if (name === lower) return true;
  if (name.length !== lower.length) return false;
  for (let at = 0; at < name.length; at += 1) {
    let unit = name.charCodeAt(at);
    if (unit >= 0x41 && unit <= 0x5a) unit |= 0x20;
    if (unit !== lower.charCodeAt(at)) return false;
  }
  return true;
}

function isIterable(value: object): value is Iterable<unknown> {
  return typeof (value as { [Symbol.iterator]?: unknown })[Symbol.iterator] === 'function';
}

// By tag and not by class: the object may come from another realm, as it does under some test runners and edge hosts.
function isBuffer(value: unknown): value is ArrayBufferLike {
  const tag = Object.prototype.toString.call(value);
  return tag === '[object ArrayBuffer]' || tag === '[object SharedArrayBuffer]';
}

function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
