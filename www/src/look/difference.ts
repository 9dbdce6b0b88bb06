// The difference between what was signed and what was received, with long equal stretches cut.

import { presentableDiff } from '@codemirror/merge';
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
  for (const { fromA, toA, fromB, toB } of presentableDiff(signed, received, { scanLimit: 2000, timeout: 300 })) {
    same(fromB, false);
    if (toA > fromA) stretches.push({ kind: 'signed', text: signed.slice(fromA, toA) });
    if (toB > fromB) stretches.push({ kind: 'received', text: received.slice(fromB, toB) });
    at = toB;
  }
  same(received.length, true);
  return stretches;
}

/** An equal stretch with its middle left out. */
function cut(text: string, first: boolean, last: boolean): string {
  if (text.length <= AROUND * 2 + 8) return text;
  const head = first ? '' : text.slice(0, AROUND);
  const tail = last ? '' : text.slice(-AROUND);
  return `${head} … ${tail}`;
}
