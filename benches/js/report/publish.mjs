// Writes what a run has measured into docs/bench, and anew everything that is made from the figures there.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { RUNS, rendered } from './pages.mjs';
import { README, withParagraph } from './readme.mjs';
import { measured, met, wanted } from './targets.mjs';

const ROOT = new URL('../../../', import.meta.url);
const FOLDER = new URL('docs/bench/', ROOT);

/** The figures of every run that has been made, by its name. */
export function figures() {
  const files = Object.keys(RUNS).map((name) => [name, new URL(`${name}.json`, FOLDER)]);
  const made = files.filter(([, file]) => existsSync(file));
  return Object.fromEntries(made.map(([name, file]) => [name, JSON.parse(readFileSync(file, 'utf8'))]));
}

/** The text of every file that is made from figures, by its path in the repository. */
export function documents(all) {
  const pages = Object.entries(rendered(all)).map(([name, text]) => [`docs/bench/${name}`, text]);
  const readme = readFileSync(new URL(README, ROOT), 'utf8');
  return Object.fromEntries([...pages, [README, withParagraph(readme, all)]]);
}

/** Writes everything that is made from figures. */
export function render() {
  for (const [path, text] of Object.entries(documents(figures()))) writeFileSync(new URL(path, ROOT), text);
}

/** Writes a run's figures and everything made from figures, and says which targets are met. */
export function publish(name, run) {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL(`${name}.json`, FOLDER), `${JSON.stringify(run)}\n`);
  render();
  const { targets } = run;
  for (const target of targets) {
    const { what, than, body } = target;
    const words = [what, than, body].filter(Boolean).join(', ');
    console.log(`  ${met(target) ? 'met   ' : 'MISSED'} ${words}: ${measured(target)}, ${wanted(target)}`);
  }
  console.log(`\n${name}: ${targets.filter(met).length} of ${targets.length} targets met; docs/bench/${name}.md`);
}
