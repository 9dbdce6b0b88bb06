// The difference between what was signed and what was received, with long equal stretches cut.

import { Change, diff, presentableDiff } from '@codemirror/merge';
import type { Stretch } from '../answer.ts';

const MOST = 30_000;
const AROUND = 48;

/** The difference of two bodies. */
export function bodyDifference(signed: Uint8Array, received: Uint8Array): Stretch[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return difference(decoder.decode(signed.subarray(0, MOST)), decoder.decode(received.subarray(0, MOST)));
}

/** What stands only in the signed text, only in the received one, or in both. */
export function difference(signed: string, received: string): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  const same = (until: number, last: boolean): void => {
    const text = received.slice(at, until);
    if (text !== '') stretches.push({ kind: 'same', text: cut(text, stretches.length === 0, last) });
  };
  const changes = presentableDiff(signed, received, { scanLimit: 2000, timeout: 300 });
  for (const { fromA, toA, fromB, toB } of changes.flatMap((change) => finer(change, signed, received))) {
    same(fromB, false);
    if (toA > fromA) stretches.push({ kind: 'signed', text: signed.slice(fromA, toA) });
    if (toB > fromB) stretches.push({ kind: 'received', text: received.slice(fromB, toB) });
    at = toB;
  }
  same(received.length, true);
  return stretches;
}

/** A change of whole words as changes of characters, where some were only added, only lost, or are blanks. */
function finer({ fromA, toA, fromB, toB }: Change, signed: string, received: string): readonly Change[] {
  const [was, is] = [signed.slice(fromA, toA), received.slice(fromB, toB)];
  const parts = diff(was, is, { scanLimit: 500 });
  const added = parts.every((part) => part.fromA === part.toA);
  const lost = parts.every((part) => part.fromB === part.toB);
  const blank = parts.every(
    (part) => `${was.slice(part.fromA, part.toA)}${is.slice(part.fromB, part.toB)}`.trim() === '',
  );
  if (!added && !lost && !blank) return [new Change(fromA, toA, fromB, toB)];
  return parts.map((part) => new Change(part.fromA + fromA, part.toA + fromA, part.fromB + fromB, part.toB + fromB));
}

/** An equal stretch with its middle left out. */
function cut(text: string, first: boolean, last: boolean): string {
  if (text.length <= AROUND * 2 + 8) return text;
  const head = first ? '' : text.slice(0, AROUND);
  const tail = last ? '' : text.slice(-AROUND);
  return `${head} … ${tail}`;
}
