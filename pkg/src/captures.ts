// Values that were captured while a delivery was checked, read from the text in which they cross the boundary.

import { type Integers, numberOf, parseExact, parseTagged, type Value } from './numbers.js';

const END = '\0';
/** Stands before each integer that its schema declares as int64. Like NUL it occurs nowhere in JSON. */
const INT64 = '\u0001';
const MARKED = new RegExp(`${INT64}([-+.\\deE]+)`, 'g');

/** The captured values of one delivery. */
export class Captures {
  readonly #pointers: readonly string[];
  readonly #many: boolean;
  readonly #frame: string;
  #texts: readonly string[] | undefined;

  /** Takes the pointers into each event and what `captures` of the glue gives. */
  constructor(pointers: readonly string[], frame: string) {
    this.#pointers = pointers;
    this.#many = frame.startsWith('n');
    this.#frame = frame;
  }

  /** The value at a pointer into the body; `undefined` when that is not captured. */
  get(pointer: string, integers: Integers): { readonly value: Value | undefined } | undefined {
    const [event, own] = this.#many ? split(pointer) : [0, pointer];
    const place = own === undefined ? -1 : this.#pointers.indexOf(own);
    if (place < 0 || event === undefined) return undefined;
    this.#texts ??= this.#frame.slice(1).split(END);
    const text = this.#texts[event * this.#pointers.length + place];
    return { value: text ? read(text, integers) : undefined };
  }
}

/** The number of an event in an array, and the pointer into it. */
function split(pointer: string): [number | undefined, string | undefined] {
  const [, index, own] = /^\/(0|[1-9]\d*)(\/[\s\S]*)?$/.exec(pointer) ?? [];
  return index === undefined ? [undefined, undefined] : [Number(index), own ?? ''];
}

function read(text: string, integers: Integers): Value {
  if (text.startsWith(INT64)) return numberOf(text.slice(1), true, integers);
  if (/^[-\d]/.test(text)) return numberOf(text, false, integers);
  const plain = text.replaceAll(INT64, '');
  if (integers === 'number' || plain.length === text.length) return parseExact(plain, integers);
  return parseTagged(plain, (tag) => text.replaceAll(MARKED, `"${tag}$1"`), integers);
}
