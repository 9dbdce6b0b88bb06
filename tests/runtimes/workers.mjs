// Edge hosts: workerd with an old and a new compatibility date, miniflare, what wrangler makes, Vercel's edge runtime.

import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EdgeRuntime } from 'edge-runtime';
import { build } from 'esbuild';
import { path } from '../js/support.mjs';
import { APP, ENTRIES, main, packageFiles, resolve, write } from './app.mjs';
import { results, run } from './process.mjs';
import { missing, node } from './programs.mjs';

const WORKERD = path('node_modules/@cloudflare/workerd-linux-64/bin/workerd');
const OLD = '2022-03-21';
const NEW = '2026-10-23';
/** These compile no WebAssembly from bytes, so `inline` has to say so. */
const HOST = { inline: 'refused' };

const WORKER = `import { data } from './data.mjs';
import { entries } from './entries.mjs';
import { run } from './suite.mjs';
const answer = () => run(entries, data, ${JSON.stringify(HOST)});
export default {
  async fetch() {
    return Response.json(await answer());
  },
  async test() {
    console.log('RESULTS ' + JSON.stringify(await answer()));
  },
};
`;

/** The package's own files, unbundled, as modules of a Worker. */
async function workerd(date) {
  write('worker.mjs', WORKER);
  const own = ['worker.mjs', 'data.mjs', 'entries.mjs', 'suite.mjs'].map((file) => [file, 'esModule', file]);
  const loaded = packageFiles().filter(
    (file) => /\.(?:js|wasm)$/.test(file) && !/\/(?:node|deno|browser|edge-light)\//.test(file),
  );
  const files = loaded.map((file) => {
    const name = `node_modules/hookproof/${file}`;
    return [name, file.endsWith('.wasm') ? 'wasm' : 'esModule', name];
  });
  const names = Object.values(ENTRIES).map((name) => {
    const file = resolve(name, ['workerd', 'worker', 'browser', 'import']);
    // In the folder of the name, from which the path is relative.
    const up = '../'.repeat(name.split('/').length - 1) || './';
    return `(name = "${name}", esModule = "export * from '${up}node_modules/hookproof/${file}';")`;
  });
  const modules = [...own, ...files].map(([name, kind, file]) => `(name = "${name}", ${kind} = embed "${file}")`);
  const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = .main)]);
const main :Workerd.Worker = (
  modules = [
    ${[modules[0], ...names, ...modules.slice(1)].join(',\n    ')}
  ],
  compatibilityDate = "${date}",
);
`;
  write(`worker-${date}.capnp`, config);
  return results(WORKERD, ['test', `worker-${date}.capnp`]);
}

/** Runs a folder of a Worker's script and its modules in miniflare. */
async function miniflare(folder) {
  const modules = readdirSync(folder).filter((file) => /\.(?:m?js|wasm)$/.test(file));
  const scripts = modules.filter((file) => !file.endsWith('.wasm'));
  if (scripts.length !== 1) throw new Error(`the bundle has the scripts ${scripts}`);
  const sorted = [...scripts, ...modules.filter((file) => file.endsWith('.wasm'))];
  // By its place: wrangler brings another version along.
  const { Miniflare } = await import(path('node_modules/miniflare/dist/src/index.js'));
  const simulator = new Miniflare({
    modules: sorted.map((file) => ({
      type: file.endsWith('.wasm') ? 'CompiledWasm' : 'ESModule',
      path: file,
      contents: readFileSync(join(folder, file)),
    })),
    compatibilityDate: '2026-07-30',
  });
  try {
    const response = await simulator.dispatchFetch('http://localhost/');
    if (!response.ok) throw new Error(await response.text());
    return await response.json();
  } finally {
    await simulator.dispose();
  }
}

async function bundledByEsbuild() {
  write('worker.mjs', WORKER);
  const outdir = join(APP, 'out/miniflare');
  await build({
    absWorkingDir: APP,
    entryPoints: ['worker.mjs'],
    bundle: true,
    format: 'esm',
    outdir,
    conditions: ['workerd', 'worker', 'browser'],
    loader: { '.wasm': 'copy' },
    logLevel: 'silent',
  });
  return miniflare(outdir);
}

/** The script that wrangler would upload, made by a dry run without any network. */
async function bundledByWrangler() {
  write('worker.mjs', WORKER);
  const config = { name: 'app', main: 'worker.mjs', compatibility_date: NEW, send_metrics: false };
  write('wrangler.json', JSON.stringify(config));
  const wrangler = join(dirname(fileURLToPath(import.meta.url)), 'node_modules/wrangler/bin/wrangler.js');
  const home = join(APP, 'home');
  mkdirSync(home, { recursive: true });
  const env = { WRANGLER_SEND_METRICS: 'false', CI: '1', HOME: home, XDG_CONFIG_HOME: home };
  await run(node('node22'), [wrangler, 'deploy', '--dry-run', '--outdir', 'out/wrangler'], { env });
  return miniflare(join(APP, 'out/wrangler'));
}

/** Vercel's edge runtime with code generation off: modules come compiled, as Next.js hands them over. */
async function edgeRuntime() {
  const names = [];
  write('edge.mjs', main('./entries.mjs', HOST).replace('console.log', 'globalThis.done'));
  const bundle = await build({
    absWorkingDir: APP,
    entryPoints: ['edge.mjs'],
    bundle: true,
    write: false,
    format: 'iife',
    conditions: ['edge-light', 'worker', 'browser'],
    logLevel: 'silent',
    plugins: [compiledModules(names)],
  });
  const modules = names.map((file) => new WebAssembly.Module(readFileSync(file)));
  const runtime = new EdgeRuntime({
    codeGeneration: { strings: false, wasm: false },
    extend: (context) => Object.assign(context, { modules }),
  });
  const done = new Promise((resolve) => {
    runtime.context.done = resolve;
  });
  runtime.evaluate(bundle.outputFiles[0].text);
  return JSON.parse((await done).replace('RESULTS ', ''));
}

function compiledModules(names) {
  return {
    name: 'compiled modules',
    setup(build) {
      build.onResolve({ filter: /\.wasm\?module$/ }, ({ path, resolveDir }) => ({
        path: join(resolveDir, path.replace('?module', '')),
        namespace: 'compiled',
      }));
      build.onLoad({ filter: /./, namespace: 'compiled' }, ({ path }) => ({
        contents: `export default modules[${names.push(path) - 1}];`,
      }));
    },
  };
}

export const hosts = [
  { name: `workerd, date ${OLD}`, missing: () => missing(WORKERD), run: () => workerd(OLD) },
  { name: `workerd, date ${NEW}`, missing: () => missing(WORKERD), run: () => workerd(NEW) },
  { name: 'miniflare, by esbuild', missing: () => missing(WORKERD), run: bundledByEsbuild },
  { name: 'miniflare, by wrangler', missing: () => missing(node('node22')), run: bundledByWrangler },
  { name: 'Vercel edge-runtime', missing: () => undefined, run: edgeRuntime },
];
