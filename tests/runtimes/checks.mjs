// The package as a file: what is in the tarball, what an entry weighs where it is loaded, publint and attw.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { loaded, weighed } from '../../xtask/loaded.mjs';
import { path } from '../js/support.mjs';
import { ENTRIES, INSTALLED, resolve } from './app.mjs';
import { run } from './process.mjs';

/** Prints all of it and gives the problems. */
export async function checks(tarball) {
  contents(tarball);
  sizes();
  return [...(await published()), ...(await typed(tarball))];
}

function contents({ filename, size, unpackedSize, files }) {
  console.log(`\n  ${filename}: ${files.length} files, ${size} bytes, ${unpackedSize} unpacked`);
  for (const { path, size } of files) console.log(`  ${String(size).padStart(10)}  ${path}`);
}

/** Everything that a host loads for an entry: the scripts that import each other, and the module. */
function sizes() {
  // Of `inline` the module is one of the scripts.
  console.log(
    `\n  ${'what an entry loads'.padEnd(30)}${['raw', 'gzip', 'brotli'].map((name) => name.padStart(10)).join('')}`,
  );
  for (const name of Object.values(ENTRIES)) {
    const first = join(INSTALLED, resolve(name, ['node', 'import']));
    // Where there are two modules, the one with everything is loaded when something asks for it.
    const modules = ['../../hookproof.wasm', '../../details/hookproof.wasm'].map((file) => join(first, file));
    const module = modules.filter((file) => existsSync(file)).slice(0, 1);
    const { raw, gzip, brotli } = weighed([...loaded(first), ...module]);
    console.log(`  ${name.padEnd(30)}${[raw, gzip, brotli].map((sum) => String(sum).padStart(10)).join('')}`);
  }
}

async function published() {
  const { messages, pkg } = await publint({ pkgDir: INSTALLED, level: 'suggestion', strict: true, pack: false });
  console.log(`\n  publint: ${messages.length} complaints`);
  return messages.map((message) => `publint: ${formatMessage(message, pkg)}`);
}

async function typed({ filename }) {
  const modules = Object.keys(JSON.parse(readFileSync(join(INSTALLED, 'package.json'), 'utf8')).exports)
    .filter((name) => name.endsWith('.wasm'))
    .map((name) => name.slice(2));
  const options = ['--profile', 'esm-only', '--no-color', '--exclude-entrypoints', ...modules];
  const attw = path('node_modules/@arethetypeswrong/cli/dist/index.js');
  try {
    const { output } = await run(process.execPath, [attw, path(`target/runtimes/${filename}`), ...options]);
    console.log(`\n${output.trimEnd().replaceAll(/^/gm, '  ')}\n`);
    return [];
  } catch (error) {
    return [`attw: ${error.message}`];
  }
}
