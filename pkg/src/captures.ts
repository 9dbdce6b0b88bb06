// Values that were captured while a delivery was checked, read from the text in which they cross the boundary.

import { type Integers, numberOf, parseExact, parseTagged, type Value } from './numbers.js';

const END = '\0';
/** Stands before each integer that its schema declares as int64. Like NUL it occurs nowhere in JSON. */
const INT64 = '\u0001';
const MARKED = new RegExp(`${INT64}([-+.\\deE]+)`, 'g');

/** The captured values of one delivery. */
export class Captures {
  readonly #pointers: readonly string[];
  readonly #frame: string;
  #texts: ReadonlyMap<string, string> | undefined;

  /** Takes the pointers into each event and what `captures` of the glue gives. */
  constructor(pointers: readonly string[], frame: string) {
    this.#pointers = pointers;
    this.#frame = frame;
  }

  /** The value at a pointer into the payload; `undefined` when that is not captured. */
  get(pointer: string, integers: Integers): { readonly value: Value | undefined } | undefined {
    this.#texts ??= textsOf(this.#pointers, this.#frame);
    const text = this.#texts.get(pointer);
    return text === undefined ? undefined : { value: text === '' ? undefined : read(text, integers) };
  }
}

/** Each captured JSON text by its pointer into the payload. */
function textsOf(pointers: readonly string[], frame: string): ReadonlyMap<string, string> {
  const pieces = frame.split(END);
  const texts = new Map<string, string>();
  // Behind the last piece stands NUL too.
  for (let at = 0; at + pointers.length < pieces.length - 1; at += pointers.length + 1) {
    pointers.forEach((pointer, place) => {
      texts.set(`${pieces[at]}${pointer}`, pieces[at + 1 + place] ?? '');
    });
  }
  return texts;
}

function read(text: string, integers: Integers): Value {
  if (text.startsWith(INT64)) return numberOf(text.slice(1), true, integers);
  if (/^[-\d]/.test(text)) return numberOf(text, false, integers);
  const plain = text.replaceAll(INT64, '');
  if (integers === 'number' || plain.length === text.length) return parseExact(plain, integers);
  return parseTagged(plain, (tag) => text.replaceAll(MARKED, `"${tag}$1"`), integers);
}
