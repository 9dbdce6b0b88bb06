// Rewrites scripts without comments and blanks, which a host would load for nothing. Names stay: stack traces are read.

import { readFileSync, writeFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

for (const file of process.argv.slice(2)) {
  // Only the scripts for Deno have source phase imports, and they keep them.
  const supported = { 'import-source': true };
  const options = { loader: 'js', target: 'es2022', supported, minifyWhitespace: true, minifySyntax: true };
  writeFileSync(file, transformSync(readFileSync(file, 'utf8'), options).code);
}
