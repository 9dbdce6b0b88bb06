// What a host loads of the package, in bytes: as it is, by gzip, by brotli; each entry, and each section of its modules.
//
// Counted is what Node loads: the scripts that an entry imports, and the module that it compiles. Fails over the budget,
// and with `--reached` over what was reached so far, so that nothing grows unseen while the budget is missed.

import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Everything that is loaded before the first `verify`, compressed by brotli. */
const BUDGET = 110 * 1024;

/** How much more an entry may load than the main one before the first `verify`; entries that are not here have no budget. */
const MORE = { 'public-key': 60 * 1024 };

/**
 * What the main entry has come down to, compressed by brotli; to be lowered with it. The order of functions in a module depends on
 * where it is compiled, which is worth some hundred bytes.
 */
const REACHED = 182 * 1024;

const SECTIONS = { 1: 'types', 2: 'imports', 3: 'functions', 9: 'elements', 10: 'code', 11: 'data' };

const entries = JSON.parse(process.argv[2]);
const ratchet = process.argv.includes('--reached');
const dist = new URL('../pkg/dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('../pkg/package.json', import.meta.url)));
const files = new Map();

console.log(`  ${'bytes'.padEnd(40)}${cell('raw')}${cell('gzip')}${cell('brotli')}`);
/** The scripts of the main entry, which the others share with few exceptions. */
const loaded = imported(manifest.exports['.'].node);
const totals = new Map(entries.map((entry) => [entry.name, show(entry)]));

for (const part of ['adapters', 'stores']) {
  const own = [...imported(manifest.exports[`./${part}`].default)].filter((script) => !loaded.has(script));
  line(`hookproof/${part}, beside an entry`, sum(own.map(measured)));
}

const first = totals.get('').brotli;
console.log(
  `  before the first verify: ${first} bytes by brotli, ${percent(first, BUDGET)} of the budget of ${BUDGET}`,
);
let failed = first > (ratchet ? REACHED : BUDGET);
if (first > BUDGET) console.log(`  the budget is missed by ${first - BUDGET} bytes`);
if (ratchet) console.log(`  reached before: ${REACHED}`);
for (const [name, budget] of Object.entries(MORE)) {
  const more = totals.get(name).brotli - first;
  console.log(`  hookproof/${name}: ${more} bytes more, ${percent(more, budget)} of ${budget}`);
  failed ||= more > budget;
}
process.exitCode = failed ? 1 : 0;

/** Prints an entry; gives what is loaded before the first `verify`. */
function show({ name, modules }) {
  const [module, details] = modules;
  line(name === '' ? 'hookproof' : `hookproof/${name}`);
  sections(module);
  const wasm = line(`  ${module}`, measure(dist, module));
  const scripts = [...imported(manifest.exports[name === '' ? '.' : `./${name}`].node)];
  const text = line(`  ${scripts.length} scripts`, sum(scripts.map((script) => measured(script))));
  const total = line('  before the first verify', sum([wasm, text]));
  if (details !== undefined) {
    line(`  ${details}, on first use`, measure(dist, details));
    sections(details);
  }
  return total;
}

function sections(module) {
  const bytes = readFileSync(new URL(module, dist));
  let at = 8;
  while (at < bytes.length) {
    const kind = bytes[at];
    let [length, start] = [0, at + 1];
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[start++];
      length += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    at = start + length;
    if (SECTIONS[kind] !== undefined) line(`    ${SECTIONS[kind]}`, compressed(bytes.subarray(start, at)));
  }
}

/** The scripts that are loaded with one, by their static imports. */
function imported(script, seen = new Set()) {
  const url = new URL(`../pkg/${script}`, import.meta.url).href;
  const open = [url];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const text = readFileSync(new URL(next), 'utf8');
    for (const [, from] of text.matchAll(/\b(?:from|import)\s*["'](\.[^"']+)["']/g))
      open.push(new URL(from, next).href);
  }
  return seen;
}

function measure(base, file) {
  return measured(new URL(file, base).href);
}

/** Files are compressed one by one, as they are served. */
function measured(url) {
  if (!files.has(url)) files.set(url, compressed(readFileSync(new URL(url))));
  return files.get(url);
}

function compressed(content) {
  return { raw: content.length, gzip: gzipSync(content).length, brotli: brotliCompressSync(content).length };
}

function sum(sizes) {
  const add = (unit) => sizes.reduce((sum, size) => sum + size[unit], 0);
  return { raw: add('raw'), gzip: add('gzip'), brotli: add('brotli') };
}

function line(name, size) {
  const cells = size === undefined ? '' : `${cell(size.raw)}${cell(size.gzip)}${cell(size.brotli)}`;
  console.log(`  ${name.padEnd(40)}${cells}`);
  return size;
}

function cell(value) {
  return String(value).padStart(10);
}

function percent(part, whole) {
  return `${Math.round((part / whole) * 100)} %`;
}
