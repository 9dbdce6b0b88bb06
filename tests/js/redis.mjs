// A real Redis server for tests: started on a free port of this machine, stopped and started again at will.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { path } from './support.mjs';

/** Starts a server that keeps what it knows over a restart. */
export async function startRedis() {
  mkdirSync(path('target'), { recursive: true });
  const folder = mkdtempSync(path('target/redis-'));
  // Somebody may take the port between looking for it and starting.
  for (let attempts = 5; ; attempts -= 1) {
    const port = await freePort();
    try {
      const redis = new Redis(port, folder);
      await redis.start();
      return redis;
    } catch (error) {
      if (attempts === 1 || error.code === 'ENOENT') throw error;
    }
  }
}

class Redis {
  #child;

  constructor(port, folder) {
    this.port = port;
    this.folder = folder;
    this.url = `redis://127.0.0.1:${port}`;
  }

  /** Resolves when it takes connections. */
  async start() {
    const persistence = ['--save', '', '--appendonly', 'yes', '--appendfsync', 'always', '--dir', this.folder];
    const options = ['--port', String(this.port), '--bind', '127.0.0.1', ...persistence];
    this.#child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
    const said = [];
    await new Promise((resolve, reject) => {
      this.#child.once('error', (error) => {
        const hint =
          'redis-server is not on this machine; `cargo xtask test` installs it, or `apt-get install redis-server`';
        reject(error.code === 'ENOENT' ? Object.assign(new Error(hint), { code: 'ENOENT' }) : error);
      });
      this.#child.once('exit', (code) => reject(new Error(`redis-server ended with ${code}:\n${said.join('\n')}`)));
      createInterface({ input: this.#child.stdout }).on('line', (line) => {
        said.push(line);
        if (line.includes('Ready to accept connections')) resolve();
      });
    });
  }

  /** Ends it as a machine ends that loses its power. */
  async kill() {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }

  /** Makes it hang: connections stay, answers do not come. */
  freeze() {
    this.#child.kill('SIGSTOP');
  }

  thaw() {
    this.#child.kill('SIGCONT');
  }

  async stop() {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
