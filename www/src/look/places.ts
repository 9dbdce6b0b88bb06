// Where problems stand in the text: byte offsets of the report as positions of the editor.

import type { Problem } from 'hookproof';
import type { PlacedProblem } from '../answer.ts';

/** The problems with their places, found in one walk over the text. */
export function placed(text: string, problems: readonly Problem[]): PlacedProblem[] {
  const wanted = new Set<number>();
  for (const { offset, length } of problems) {
    if (offset !== null) wanted.add(offset).add(offset + (length ?? 1));
  }
  const positions = positionsOf(
    text,
    [...wanted].sort((a, b) => a - b),
  );
  return problems.map((problem) => {
    const { offset, length } = problem;
    if (offset === null) return { ...problem, from: null, to: null };
    return {
      ...problem,
      from: positions.get(offset) ?? text.length,
      to: positions.get(offset + (length ?? 1)) ?? text.length,
    };
  });
}

function positionsOf(text: string, offsets: number[]): Map<number, number> {
  const found = new Map<number, number>();
  let next = 0;
  let bytes = 0;
  for (let at = 0; at < text.length && next < offsets.length; at += 1) {
    while (next < offsets.length && (offsets[next] as number) <= bytes) {
      found.set(offsets[next] as number, at);
      next += 1;
    }
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00) {
      bytes += 4;
      at += 1;
    } else bytes += 3;
  }
  return found;
}
