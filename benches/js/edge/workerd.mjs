// A workerd process with the Worker in it, once with Node's modules and once without: bundled, started, asked, stopped.

import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { cpuOf } from '../proc.mjs';
import { SCHEMA } from '../schema.mjs';
import { standaloneModule } from '../standalone.mjs';

const ROOT = new URL('../../../', import.meta.url);
const WORKERD = fileURLToPath(new URL('node_modules/@cloudflare/workerd-linux-64/bin/workerd', ROOT));
const FOLDER = fileURLToPath(new URL('target/bench/edge/', ROOT));
const MAIN = 'worker.js';

/** The Worker's dates of compatibility: with the later one it has Node's modules without asking for them. */
export const DATES = { main: '2026-10-23', bare: '2026-08-03' };

/** Bundles the Worker, as one who deploys it would, with its modules beside it. */
async function bundle() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const compiled = await standaloneModule(SCHEMA);
  await build({
    entryPoints: [fileURLToPath(new URL('worker.mjs', import.meta.url))],
    outfile: join(FOLDER, MAIN),
    bundle: true,
    minify: true,
    format: 'esm',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*'],
    loader: { '.wasm': 'copy' },
    logLevel: 'warning',
    plugins: [
      {
        name: 'ajv standalone',
        setup(setup) {
          setup.onResolve({ filter: /^ajv-standalone$/ }, ({ path }) => ({ path, namespace: 'made' }));
          setup.onLoad({ filter: /./, namespace: 'made' }, () => ({ contents: compiled }));
        },
      },
    ],
  });
}

function config() {
  const wasm = readdirSync(FOLDER).filter((file) => file.endsWith('.wasm'));
  const modules = [
    `(name = "${MAIN}", esModule = embed "${MAIN}")`,
    ...wasm.map((file) => `(name = "./${file}", wasm = embed "${file}")`),
  ];
  const names = Object.keys(DATES);
  const services = names.map((name) => `(name = "${name}", worker = .${name})`);
  const sockets = names.map((name) => `(name = "${name}", address = "127.0.0.1:0", http = (), service = "${name}")`);
  const workers = Object.entries(DATES).map(([name, date]) => {
    return `const ${name} :Workerd.Worker = (
  modules = [${modules.join(', ')}],
  compatibilityDate = "${date}",
);`;
  });
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [${services.join(', ')}], sockets = [${sockets.join(', ')}]);
${workers.join('\n')}
`;
}

/** Starts it and gives what to ask it with. */
export async function start() {
  await bundle();
  const file = join(FOLDER, 'config.capnp');
  writeFileSync(file, config());
  const child = spawn(WORKERD, ['serve', '--control-fd=3', file], { stdio: ['ignore', 'inherit', 'inherit', 'pipe'] });
  const ports = await listening(child);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    version: JSON.parse(readFileSync(new URL('node_modules/workerd/package.json', ROOT), 'utf8')).version,
    /** CPU time that all its threads have used, in nanoseconds. */
    cpu: () => cpuOf(child.pid),
    ask: (service, path, options) => ask({ agent, port: ports[service], path, ...options }),
    stop: () => {
      agent.destroy();
      child.kill();
    },
  };
}

/** The port of each service, once all of them listen. */
function listening(child) {
  return new Promise((resolve, reject) => {
    const ports = {};
    let text = '';
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`workerd ended with ${code} before it listened`)));
    child.stdio[3].on('data', (chunk) => {
      text += chunk;
      const lines = text.split('\n');
      text = lines.pop();
      for (const line of lines) {
        const { event, socket, port } = JSON.parse(line);
        if (event === 'listen') ports[socket] = port;
      }
      if (Object.keys(DATES).every((name) => name in ports)) resolve(ports);
    });
  });
}

function ask({ body, ...options }) {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const sent = request({ host: '127.0.0.1', method, ...options }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${options.path}: ${response.statusCode} ${text}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
