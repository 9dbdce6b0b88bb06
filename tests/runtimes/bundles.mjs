// The package after bundling: esbuild for Node and for browsers, vite without a configuration, rollup; and what they drop.

import { cpSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as esbuild } from 'esbuild';
import { rollup } from 'rollup';
import { createServer, build as vite } from 'vite';
import { path } from '../js/support.mjs';
import { APP, ENTRIES, imports, main, resolve, write } from './app.mjs';
import { results as inBrowser, missing, pageScript } from './browsers.mjs';
import { results, run } from './process.mjs';
import { missing as missingProgram, node } from './programs.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const MODULES = {
  hookproof: 'hookproof/hookproof.wasm',
  'public-key': 'hookproof/hookproof_public_key.wasm',
  full: 'hookproof/hookproof_full.wasm',
};
/** What a bundle may weigh that uses nothing of the module. */
const LITTLE = 16_000;
const UNUSED = {
  'an import for its own sake': { script: "import 'hookproof';", most: 0 },
  'a constant': { script: "import { FAULTS } from 'hookproof'; console.log(FAULTS.length);", most: LITTLE },
  'the error': { script: "import { UsageError } from 'hookproof'; console.log(UsageError.name);", most: LITTLE },
};

/** esbuild for Node with the module as text: one file that needs nothing else. */
async function esbuildForNode() {
  const inline = { hookproof: ENTRIES.inline, 'public-key': ENTRIES['public-key/inline'] };
  write('entries.inline.mjs', imports(inline));
  write('inline.mjs', main('./entries.inline.mjs', {}));
  const outfile = join(APP, 'out/esbuild/inline.cjs');
  await bundled('inline.mjs', { outfile, platform: 'node', format: 'cjs' });
  const suites = await results(node('node22'), [outfile]);
  return [...suites, await withoutModule(), await treeShaking((script) => shakenByEsbuild(script))];
}

/** esbuild for Node does not copy the module along; that is a misuse which says what to do. */
async function withoutModule() {
  const script = `import { providers } from 'hookproof';
let found = 'it works';
try {
  providers();
} catch (error) {
  found = error.code === 'usage.init' && error.message.includes('external') ? undefined : String(error);
}
const failures = found === undefined ? [] : [found];
const result = { name: 'loading', passed: 1 - failures.length, failed: failures.length, failures, ms: 0 };
console.log('RESULTS ' + JSON.stringify([result]));
`;
  write('lost.mjs', script);
  const tries = [];
  for (const format of ['esm', 'cjs']) {
    const outfile = join(APP, `out/esbuild/lost.${format === 'esm' ? 'mjs' : 'cjs'}`);
    await bundled('lost.mjs', { outfile, platform: 'node', format });
    tries.push(...(await results(node('node22'), [outfile])));
  }
  const failures = tries.flatMap(({ failures }) => failures);
  return { name: 'no module', passed: tries.length - failures.length, failed: failures.length, failures, ms: 0 };
}

/** esbuild for browsers: modules by its loader `file`, handed to `init`. */
async function esbuildForBrowsers() {
  const names = Object.entries(MODULES);
  const urls = names.map(([, from], place) => `import m${place} from '${from}';`).join('\n');
  const members = names.map(([name], place) => `'${name}': m${place}`).join(', ');
  write('entries.esbuild.mjs', imports(ENTRIES));
  const script = pageScript({ entries: './entries.esbuild.mjs', host: { asynchronous: true } });
  write(
    'esbuild.mjs',
    `${urls}\n${script.replace('{"asynchronous":true}', `{ asynchronous: true, sources: { ${members} } }`)}`,
  );
  await bundled('esbuild.mjs', { outdir: join(APP, 'out/esbuild'), format: 'esm', loader: { '.wasm': 'file' } });
  write('out/esbuild/index.html', '<!doctype html><script type="module" src="./esbuild.js"></script>');
  return [
    ...(await inBrowser('chrome', 'out/esbuild/index.html')),
    await treeShaking((script) => shakenByEsbuild(script)),
  ];
}

function bundled(entry, options) {
  return esbuild({ absWorkingDir: APP, entryPoints: [entry], bundle: true, logLevel: 'silent', ...options });
}

async function shakenByEsbuild(script) {
  const stdin = { contents: script, resolveDir: APP };
  const [{ text }] = (
    await esbuild({ stdin, bundle: true, write: false, format: 'esm', minify: true, logLevel: 'silent' })
  ).outputFiles;
  return text;
}

/** A project as `npm create vite` makes it from the template vanilla-ts: without a configuration. */
function viteProject() {
  const project = join(APP, 'vite-project');
  if (existsSync(project)) return project;
  cpSync(path('tests/runtimes/vite-project'), project, { recursive: true });
  write('vite-project/src/entries.mjs', imports(ENTRIES));
  write('vite-project/src/suite.mjs', readFileSync(join(APP, 'suite.mjs')));
  write('vite-project/src/data.mjs', readFileSync(join(APP, 'data.mjs')));
  write('vite-project/src/run.mjs', pageScript({ entries: './entries.mjs', host: { asynchronous: true } }));
  return project;
}

async function viteBuild() {
  const root = viteProject();
  // As `npm run build` does it.
  await run(process.execPath, [path('node_modules/typescript/bin/tsc')], { cwd: root });
  await vite({ root, logLevel: 'silent', base: './' });
  const suites = await inBrowser('chrome', 'vite-project/dist/index.html');
  return [...suites, await treeShaking(shakenByVite)];
}

async function viteServer() {
  const server = await createServer({
    root: viteProject(),
    logLevel: 'silent',
    server: { port: 0, host: '127.0.0.1' },
  });
  try {
    await server.listen();
    return await inBrowser('chrome', 'index.html', server.resolvedUrls.local[0]);
  } finally {
    await server.close();
  }
}

async function shakenByVite(script) {
  const input = write('shaken.vite.mjs', script);
  const build = { write: false, rollupOptions: { input } };
  const { output } = await vite({ root: APP, configFile: false, logLevel: 'silent', build });
  // The module lies beside the scripts all the same, since vite copies what a file names before it drops the file.
  return output.map(({ code }) => code ?? '').join('');
}

/** rollup with its own resolving of packages; modules by their URL, handed to `init`. */
async function rollupForBrowsers() {
  const base = '/node_modules/hookproof/';
  const sources = Object.fromEntries(Object.entries(MODULES).map(([name, from]) => [name, base + resolve(from, [])]));
  write('rollup.mjs', pageScript({ entries: './entries.mjs', host: { asynchronous: true, sources } }));
  const bundle = await rollup({ input: join(APP, 'rollup.mjs'), plugins: [await nodeResolve()], onLog: () => {} });
  await bundle.write({ dir: join(APP, 'out/rollup'), format: 'es' });
  await bundle.close();
  write('out/rollup/index.html', '<!doctype html><script type="module" src="./rollup.js"></script>');
  return [...(await inBrowser('chrome', 'out/rollup/index.html')), await treeShaking(shakenByRollup)];
}

async function nodeResolve() {
  const file = join(HERE, 'node_modules/@rollup/plugin-node-resolve/dist/es/index.js');
  return (await import(file)).nodeResolve({ browser: true });
}

async function shakenByRollup(script) {
  const input = write('shaken.rollup.mjs', script);
  const bundle = await rollup({ input, plugins: [await nodeResolve()], onLog: () => {} });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return output.map(({ code }) => code).join('');
}

/** A bundle holds nothing of the module when nothing of it is used. */
async function treeShaking(bundle) {
  const start = performance.now();
  const failures = [];
  for (const [what, { script, most }] of Object.entries(UNUSED)) {
    const text = (await bundle(script)).trim();
    if (text.length > most || text.includes('WebAssembly'))
      failures.push(`${what}: ${text.length} bytes, expected at most ${most}`);
  }
  const passed = Object.keys(UNUSED).length - failures.length;
  return { name: 'tree-shaking', passed, failed: failures.length, failures, ms: performance.now() - start };
}

const inChromium = () => missing('chrome');

export const hosts = [
  { name: 'esbuild, Node', missing: () => missingProgram(node('node22')), run: esbuildForNode },
  { name: 'esbuild, Chromium', missing: inChromium, run: esbuildForBrowsers },
  { name: 'vite build, Chromium', missing: inChromium, run: viteBuild },
  { name: 'vite dev, Chromium', missing: inChromium, run: viteServer },
  { name: 'rollup, Chromium', missing: inChromium, run: rollupForBrowsers },
];
