// What was signed, as text that can be shown.

import type { InspectedScheme, Segment } from 'hookproof';
import type { ShownScheme, ShownText } from '../answer.ts';

/** Characters of a segment that are shown. */
const MOST = 2000;

export function shownSchemes(schemes: readonly InspectedScheme[]): ShownScheme[] {
  return schemes.map(({ id, place, parts, content, problem }) => ({
    id,
    place,
    parts: parts.map(shown),
    content: content.map(shown),
    problem,
  }));
}

function shown({ name, bytes }: Segment): ShownText {
  if (bytes === null) return { name, text: null, bytes: 0 };
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, MOST * 3));
  return { name, text: text.length > MOST ? `${text.slice(0, MOST)}…` : text, bytes: bytes.length };
}
