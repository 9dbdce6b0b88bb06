// Compiles and runs every JavaScript and TypeScript block of the documentation, so that none of them goes stale.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { path } from './support.mjs';

const run = promisify(execFile);

/** Markdown files of the repository that are documentation, as paths from its root. */
function documents() {
  const folder = existsSync(path('docs')) ? readdirSync(path('docs'), { recursive: true }) : [];
  const inFolder = folder.filter((file) => file.endsWith('.md')).map((file) => join('docs', file));
  return ['README.md', ...inFolder.sort()].filter((file) => existsSync(path(file)));
}

/** What a block says that it prints: the comment behind each `console.log` line, or on the line after it. */
function promised(text) {
  return text.flatMap((line, at) => {
    if (!line.startsWith('console.log(')) return [];
    const [, said] = / \/\/ (.*)$/.exec(line) ?? /^\/\/ (.*)$/.exec(text[at + 1] ?? '') ?? [];
    return said === undefined ? [] : [said];
  });
}

/** The fenced blocks marked `js` or `ts`, each with its first line. */
function blocks(file) {
  const found = [];
  let open;
  readFileSync(path(file), 'utf8')
    .split('\n')
    .forEach((line, place) => {
      const fence = /^\s*(`{3,}|~{3,})\s*(.*?)\s*$/.exec(line);
      if (open === undefined) {
        if (fence !== null) open = { mark: fence[1], info: fence[2].split(/\s+/), line: place + 2, text: [] };
      } else if (fence !== null && fence[2] === '' && fence[1].startsWith(open.mark)) {
        if (['js', 'ts'].includes(open.info[0])) found.push(open);
        open = undefined;
      } else {
        open.text.push(line);
      }
    });
  assert.equal(open, undefined, `${file} has a block that does not end, from line ${open?.line}`);
  return found;
}

const all = documents().flatMap((file) => blocks(file).map((block) => ({ file, ...block })));

describe('documentation', () => {
  mkdirSync(path('target'), { recursive: true });
  // Inside the repository, where the package can be found by its name.
  const folder = mkdtempSync(path('target/docs-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Where a block is written: under its document and line, by which errors name it. */
  const moduleOf = ({ file, line, info }, ending = info[0] === 'ts' ? 'mts' : 'mjs') => {
    return join(folder, `${file.replaceAll(/[\\/]/g, '-')}-${line}.${ending}`);
  };
  for (const block of all) {
    // As many lines before it as in the document, so that errors name its lines.
    writeFileSync(moduleOf(block), '\n'.repeat(block.line - 1) + block.text.join('\n'));
  }

  it('has JavaScript and TypeScript in it', () => {
    for (const kind of ['js', 'ts'])
      assert.ok(
        all.some(({ info }) => info[0] === kind),
        `no block is marked ${kind}`,
      );
  });

  it('is right in its types', async () => {
    const host = ['--target', 'ES2022', '--module', 'NodeNext', '--types', 'node', '--skipLibCheck'];
    const compiler = path('node_modules/typescript/bin/tsc');
    const compile = async (kind, ...options) => {
      const files = all.filter(({ info }) => info[0] === kind).map((block) => moduleOf(block));
      await run(process.execPath, [compiler, ...host, ...options, ...files], { cwd: path('.') }).catch((error) => {
        assert.fail(error.stdout);
      });
    };
    // What is not declared in JavaScript may be anything.
    await Promise.all([
      compile('ts', '--strict'),
      compile('js', '--allowJs', '--checkJs', '--noEmit', '--strict', 'false'),
    ]);
  });

  for (const block of all) {
    const { file, line, info, text } = block;
    const onlyChecked = info.includes('no-run');
    it(`${file}, line ${line}, ${onlyChecked ? 'can be parsed' : 'runs'}`, async () => {
      const module = moduleOf(block, 'mjs');
      const options = onlyChecked ? ['--check', module] : [module];
      const said = promised(text);
      let printed;
      try {
        printed = await run(process.execPath, options, { cwd: path('.'), timeout: 20_000 });
      } catch (error) {
        const why = error.killed ? 'it does not end by itself within 20 s; mark it `js no-run`' : error.stderr;
        assert.fail(`${file}, line ${line}:\n${why}`);
      }
      if (!onlyChecked && said.length > 0) assert.deepEqual(printed.stdout.trimEnd().split('\n'), said);
    });
  }
});
