// The difference of a signed and a received text: no more is marked than was changed.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { build } from 'esbuild';
import { path } from '../js/support.mjs';

const { outputFiles } = await build({
  entryPoints: [path('www/src/look/difference.ts')],
  bundle: true,
  write: false,
  format: 'esm',
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { difference } = await import(`data:text/javascript;base64,${code}`);

/** As `kept`, `[-only signed-]`, `{+only received+}`. */
function told(signed, received) {
  const forms = { same: (text) => text, signed: (text) => `[-${text}-]`, received: (text) => `{+${text}+}` };
  return difference(signed, received)
    .map(({ kind, text }) => forms[kind](text))
    .join('');
}

for (const [what, signed, received, expected] of [
  ['nothing', '{"a":1}', '{"a":1}', '{"a":1}'],
  ['blanks that were lost', '{"a": 1, "b": 2}', '{"a":1,"b":2}', '{"a":[- -]1,[- -]"b":[- -]2}'],
  ['blanks that were added', '{"a":1,"b":2}', '{"a": 1, "b": 2}', '{"a":{+ +}1,{+ +}"b":{+ +}2}'],
  ['blanks that moved', '[ 1,2]', '[1, 2]', '[[- -]1,{+ +}2]'],
  ['a final line break', '{"a":1}', '{"a":1}\n', '{"a":1}{+\n+}'],
  ['escapes', '{"a":"é"}', '{"a":"\\u00e9"}', '{"a":"[-é-]{+\\u00e9+}"}'],
  ['a whole word', '{"a":"hello"}', '{"a":"world"}', '{"a":"[-hello-]{+world+}"}'],
]) {
  it(`shows ${what}`, () => assert.equal(told(signed, received), expected));
}
