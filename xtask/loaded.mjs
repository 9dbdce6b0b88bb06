// What a host loads of the package, weighed: a script with all that it imports, as it is, by gzip, by brotli.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const weights = new Map();

/** The scripts that are loaded with one, itself the first, by their static imports of each other. */
export function loaded(script) {
  const found = [script];
  for (const file of found) {
    const text = readFileSync(file, 'utf8');
    for (const [, from] of text.matchAll(/\b(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) {
      const next = join(dirname(file), from);
      if (!found.includes(next)) found.push(next);
    }
  }
  return found;
}

/** The weight of files. They are compressed one by one, as they are served. */
export function weighed(files) {
  for (const file of files) if (!weights.has(file)) weights.set(file, weight(readFileSync(file)));
  const total = (unit) => files.reduce((sum, file) => sum + weights.get(file)[unit], 0);
  return { raw: total('raw'), gzip: total('gzip'), brotli: total('brotli') };
}

export function weight(content) {
  return { raw: content.length, gzip: gzipSync(content).length, brotli: brotliCompressSync(content).length };
}
