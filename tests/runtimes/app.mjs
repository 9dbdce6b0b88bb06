// The packed package, installed into a project of its own, with the suite and its data beside it.

import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { path } from '../js/support.mjs';
import { data } from './data.mjs';

/** The project that uses the package. */
export const APP = path('target/runtimes/app');
/** The package in it. */
export const INSTALLED = join(APP, 'node_modules/hookproof');
/** The line on which a host prints its results. */
export const MARK = 'RESULTS ';

/** What a host imports: by which name, under which name the suite knows it. */
export const ENTRIES = {
  hookproof: 'hookproof',
  'public-key': 'hookproof/public-key',
  full: 'hookproof/full',
  inline: 'hookproof/inline',
  'public-key/inline': 'hookproof/public-key/inline',
};

/** Packs the package, installs it, and writes the scripts that hosts run. Gives what npm says of the tarball. */
export function prepare() {
  rmSync(APP, { recursive: true, force: true });
  mkdirSync(APP, { recursive: true });
  const destination = path('target/runtimes');
  const packed = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', destination], path('pkg'));
  const [tarball] = JSON.parse(packed);
  write('package.json', JSON.stringify({ name: 'app', private: true, type: 'module' }));
  npm(['install', '--offline', '--no-audit', '--no-fund', join(destination, tarball.filename)], APP);
  for (const file of ['suite.mjs', 'express-project.mjs']) {
    copyFileSync(fileURLToPath(new URL(file, import.meta.url)), join(APP, file));
  }
  // A script and no file of its own: a host may not be allowed to read files.
  write('data.mjs', `export const data = JSON.parse(${JSON.stringify(JSON.stringify(data()))});\n`);
  write('entries.mjs', imports(ENTRIES));
  write('main.mjs', main('./entries.mjs', {}));
  write('required.cjs', required());
  return tarball;
}

/** Writes a file of the project and gives its path. */
export function write(name, text) {
  const file = join(APP, name);
  // What stands there already may be read by another host at this moment.
  if (existsSync(file) && readFileSync(file, 'utf8') === String(text)) return file;
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** A script that gives the entries to the suite. */
export function imports(entries) {
  const names = Object.keys(entries);
  const lines = names.map((name, place) => `import * as e${place} from '${entries[name]}';`);
  const members = names.map((name, place) => `'${name}': e${place}`);
  return `${lines.join('\n')}\nexport const entries = { ${members.join(', ')} };\n`;
}

/** A script that runs the suite and prints its results, without anything of a host but a console. */
export function main(entries, host) {
  return `import { data } from './data.mjs';
import { entries } from '${entries}';
import { run } from './suite.mjs';
run(entries, data, ${JSON.stringify(host)}).then((results) => console.log('${MARK}' + JSON.stringify(results)));
`;
}

function required() {
  const members = Object.entries(ENTRIES).map(([name, from]) => `'${name}': require('${from}')`);
  return `const entries = { ${members.join(', ')} };
const all = [import('./suite.mjs'), import('./data.mjs')];
const brief = { brief: true };
Promise.all(all).then(async ([{ run }, { data }]) => console.log('${MARK}' + JSON.stringify(await run(entries, data, brief))));
`;
}

/** Files of the installed package as paths below it. */
export function packageFiles() {
  const files = readdirSync(INSTALLED, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(INSTALLED.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** The file that a host takes for a name, by the conditions that hold there. */
export function resolve(name, conditions) {
  const { exports } = JSON.parse(readFileSync(join(INSTALLED, 'package.json'), 'utf8'));
  const target = exports[name.replace(/^hookproof/, '.')];
  const choose = (value) => {
    if (typeof value === 'string') return value;
    const found = Object.keys(value).find((condition) => condition === 'default' || conditions.includes(condition));
    return choose(value[found]);
  };
  return choose(target).replace(/^\.\//, '');
}

/** Runs npm and gives what it prints. */
export function npm(options, cwd) {
  const program = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  return execFileSync(program, options, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
