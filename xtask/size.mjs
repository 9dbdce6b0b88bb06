// What a host loads of the package, in bytes: as it is, by gzip, by brotli; each entry, and each section of its modules.
//
// Counted is what Node loads: the scripts that an entry imports, and the module that it compiles. Fails over the budget.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loaded, weighed, weight } from './loaded.mjs';

/** Everything that is loaded before the first `verify`, compressed by brotli. */
const BUDGET = 110 * 1024;

/** How much more an entry may load than the main one before the first `verify`; entries that are not here have no budget. */
const MORE = { 'public-key': 60 * 1024 };

const SECTIONS = { 1: 'types', 2: 'imports', 3: 'functions', 9: 'elements', 10: 'code', 11: 'data' };

const entries = JSON.parse(process.argv[2]);
const pkg = fileURLToPath(new URL('../pkg/', import.meta.url));
const { exports } = JSON.parse(readFileSync(join(pkg, 'package.json')));

console.log(`  ${'bytes'.padEnd(40)}${cell('raw')}${cell('gzip')}${cell('brotli')}`);
/** The scripts of the main entry, which the others share with few exceptions. */
const shared = loaded(join(pkg, exports['.'].node));
const totals = new Map(entries.map((entry) => [entry.name, show(entry)]));

for (const part of ['adapters', 'stores']) {
  const own = loaded(join(pkg, exports[`./${part}`].default)).filter((script) => !shared.includes(script));
  line(`hookproof/${part}, beside an entry`, weighed(own));
}

const first = totals.get('').brotli;
console.log(
  `  before the first verify: ${first} bytes by brotli, ${percent(first, BUDGET)} of the budget of ${BUDGET}`,
);
let failed = first > BUDGET;
if (first > BUDGET) console.log(`  the budget is missed by ${first - BUDGET} bytes`);
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
  const file = join(pkg, 'dist', module);
  sections(file);
  line(`  ${module}`, weighed([file]));
  const scripts = loaded(join(pkg, exports[name === '' ? '.' : `./${name}`].node));
  line(`  ${scripts.length} scripts`, weighed(scripts));
  const total = line('  before the first verify', weighed([file, ...scripts]));
  if (details !== undefined) {
    const late = join(pkg, 'dist', details);
    line(`  ${details}, on first use`, weighed([late]));
    sections(late);
    line('  its script', weighed([join(late, '../glue.cjs')]));
  }
  return total;
}

function sections(file) {
  const bytes = readFileSync(file);
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
    if (SECTIONS[kind] !== undefined) line(`    ${SECTIONS[kind]}`, weight(bytes.subarray(start, at)));
  }
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
