// What a host loads of the package, in bytes: as it is, by gzip, by brotli. Fails over the budget.

import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const DIST = new URL('../pkg/dist/', import.meta.url);

/** Everything that the package's main entry loads, compressed by brotli. */
const BUDGET = 110 * 1024;

const names = readdirSync(DIST, { recursive: true }).map((name) => name.replaceAll('\\', '/'));
const scripts = names.filter((name) => name.endsWith('.js') && !['glue.js', 'full.js', 'full/glue.js'].includes(name));
const rows = [
  row('hookproof.wasm', ['hookproof.wasm']),
  row('glue.js', ['glue.js']),
  row(`${scripts.length} other scripts`, scripts),
];
const total = { name: 'together', ...sum(rows) };
/** What `hookproof/full` loads instead of the first two; it has no budget. */
const full = [row('full module', ['full/hookproof_full.wasm']), row('full glue', ['full/glue.js'])];

console.log(`  ${'bytes'.padEnd(18)}${cell('raw')}${cell('gzip')}${cell('brotli')}`);
for (const { name, raw, gzip, brotli } of [...rows, total]) {
  console.log(`  ${name.padEnd(18)}${cell(raw)}${cell(gzip)}${cell(brotli)}`);
}
const share = Math.round((total.brotli / BUDGET) * 100);
for (const { name, raw, gzip, brotli } of full) {
  console.log(`  ${name.padEnd(18)}${cell(raw)}${cell(gzip)}${cell(brotli)}`);
}
console.log(`  ${share} % of the budget of ${BUDGET} bytes by brotli`);
process.exitCode = total.brotli <= BUDGET ? 0 : 1;

/** Files are compressed one by one, as they are served. */
function row(name, files) {
  const sizes = files.map((file) => {
    const content = readFileSync(new URL(file, DIST));
    return { raw: content.length, gzip: gzipSync(content).length, brotli: brotliCompressSync(content).length };
  });
  return { name, ...sum(sizes) };
}

function sum(sizes) {
  const add = (unit) => sizes.reduce((sum, size) => sum + size[unit], 0);
  return { raw: add('raw'), gzip: add('gzip'), brotli: add('brotli') };
}

function cell(value) {
  return String(value).padStart(10);
}
