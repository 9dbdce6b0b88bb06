// What a host loads of the package, in bytes: as it is, by gzip, by brotli. Fails over the budget.

import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const DIST = new URL('../pkg/dist/', import.meta.url);

/** Everything that the package's main entry loads, compressed by brotli. */
const BUDGET = 110 * 1024;

/** How much more an entry may load than the main one, compressed by brotli; entries that are not here have no budget. */
const MORE = { 'public-key': 60 * 1024 };

const names = readdirSync(DIST, { recursive: true }).map((name) => name.replaceAll('\\', '/'));
/** Entries with a module of their own: `full` for `hookproof/full`, `hookproof` for the main one. */
const entries = names.filter((name) => name.endsWith('/hookproof.wasm')).map((name) => name.split('/')[0]);
const others = entries.filter((entry) => entry !== 'hookproof');
/** What all entries share, and what a host adds, which weighs much the same on each. */
const shared = names.filter((name) => {
  return name.endsWith('.js') && (name.startsWith('generated/') || !/\/|^(?:adapters|stores)\.js$/.test(name));
});
/** What is loaded beside an entry by those who import it: `hookproof/adapters`, `hookproof/stores`. */
const beside = ['adapters', 'stores'].map((part) =>
  row(
    `beside it ${part}`,
    names.filter((name) => name === `${part}.js` || (name.startsWith(`${part}/`) && name.endsWith('.js'))),
  ),
);
const scripts = [...shared, 'hookproof/node/index.js', 'hookproof/node/load.js'];
const rows = [
  row('hookproof.wasm', ['hookproof/hookproof.wasm']),
  row('glue.js', ['hookproof/glue.js']),
  row(`${scripts.length} other scripts`, scripts),
];
const total = { name: 'together', ...sum(rows) };
/** What other entries load instead of the first two. */
const instead = others.map((entry) =>
  row(
    `instead in ${entry}`,
    ['hookproof.wasm', 'glue.js'].map((name) => `${entry}/${name}`),
  ),
);

console.log(`  ${'bytes'.padEnd(24)}${cell('raw')}${cell('gzip')}${cell('brotli')}`);
for (const { name, raw, gzip, brotli } of [...rows, total, ...instead, ...beside]) {
  console.log(`  ${name.padEnd(24)}${cell(raw)}${cell(gzip)}${cell(brotli)}`);
}
const share = Math.round((total.brotli / BUDGET) * 100);
console.log(`  ${share} % of the budget of ${BUDGET} bytes by brotli`);
process.exitCode = total.brotli <= BUDGET ? 0 : 1;
for (const [entry, budget] of Object.entries(MORE)) {
  const { brotli } = instead[others.indexOf(entry)];
  const more = brotli - rows[0].brotli - rows[1].brotli;
  console.log(`  ${entry}: ${more} bytes more, ${Math.round((more / budget) * 100)} % of ${budget}`);
  if (more > budget) process.exitCode = 1;
}

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
