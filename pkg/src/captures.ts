// Values that were captured while a delivery was checked, read from the text in which they cross the boundary.

import { type Integers, numberOf, parseExact, parseTagged, type Value } from './numbers.js';

const END = '\0';
/** Stands before each integer that its schema declares as int64. Like NUL it occurs nowhere in JSON. */
const INT64 = '\u0001';
const NUMBER = /^[-\d]/;
const MARKED = new RegExp(`${INT64}([-+.\\deE]+)`, 'g');

/** The captured values of one delivery. */
export class Captures {
  readonly #pointers: readonly string[];
  readonly #frame: string;
  #ends: readonly number[] | undefined;
  #texts: ReadonlyMap<string, string> | undefined;

  /** Takes the pointers into each event and what `captures` of the glue gives. */
  constructor(pointers: readonly string[], frame: string) {
    this.#pointers = pointers;
    this.#frame = frame;
  }

  /** The value at a pointer into the payload; `undefined` when that is not captured. */
  get(pointer: string, integers: Integers): { readonly value: Value | undefined } | undefined {
    const text = this.#text(pointer);
    return text === undefined ? undefined : { value: text === '' ? undefined : read(text, integers) };
  }

  /** The JSON text at a pointer into the payload, empty for no value. */
  #text(pointer: string): string | undefined {
    this.#ends ??= endsOf(this.#frame);
    if (this.#ends.length !== this.#pointers.length + 1) {
      this.#texts ??= this.#ofEvents(this.#ends);
      return this.#texts.get(pointer);
    }
    const event = this.#piece(this.#ends, 0);
    if (!pointer.startsWith(event)) return undefined;
    const place = this.#pointers.indexOf(event === '' ? pointer : pointer.slice(event.length));
    return place < 0 ? undefined : this.#piece(this.#ends, place + 1);
  }

  /** Each text by its pointer, where there is not just one event. */
  #ofEvents(ends: readonly number[]): ReadonlyMap<string, string> {
    const texts = new Map<string, string>();
    for (let at = 0; at < ends.length; at += this.#pointers.length + 1) {
      const event = this.#piece(ends, at);
      this.#pointers.forEach((pointer, place) => {
        texts.set(event + pointer, this.#piece(ends, at + 1 + place));
      });
    }
    return texts;
  }

  #piece(ends: readonly number[], at: number): string {
    return this.#frame.slice(at === 0 ? 0 : (ends[at - 1] as number) + 1, ends[at]);
  }
}

/** Where each piece of a frame ends: at NUL, the last one too. */
function endsOf(frame: string): readonly number[] {
  const ends: number[] = [];
  for (let end = frame.indexOf(END); end >= 0; end = frame.indexOf(END, end + 1)) ends.push(end);
  return ends;
}

function read(text: string, integers: Integers): Value {
  if (text[0] === '"') return text.includes('\\') ? (JSON.parse(text) as string) : text.slice(1, -1);
  if (text[0] === INT64) return numberOf(text.slice(1), true, integers);
  if (NUMBER.test(text)) return numberOf(text, false, integers);
  const plain = text.replaceAll(INT64, '');
  if (integers === 'number' || plain.length === text.length) return parseExact(plain, integers);
  return parseTagged(plain, (tag) => text.replaceAll(MARKED, `"${tag}$1"`), integers);
}
