// Explanations, held to what every one must keep: the budget, and nothing shown that must not be.

import assert from 'node:assert/strict';
import { explain } from 'hookproof';
import { hidden } from './corpus.mjs';

const MOST_MACS = 4096;
const MOST_BYTES = 8 << 20;

/** The answer, held to what every one must keep. */
export function explained(options, secrets, headers, name) {
  const found = explain(options);
  const { macs, bytes } = found.tried;
  assert.ok(macs <= MOST_MACS && bytes <= MOST_BYTES, `${name}: ${macs} MACs, ${bytes} bytes`);
  const shown = JSON.stringify(found);
  const leak = hidden(secrets, headers).find((text) => shown.includes(text));
  assert.equal(leak, undefined, `${name}: ${shown}`);
  return found;
}

/** The codes of an answer, those that are not proved with a question mark. */
export const told = ({ causes }) => causes.map(({ code, proved }) => `${code}${proved ? '' : '?'}`).join(' ');
