// What the types of adapters and stores say to strict callers: with Node, Express, Hono and both Redis clients.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { path } from './support.mjs';

const CONSUMER = `
import { createServer, type IncomingMessage } from 'node:http';
import express from 'express';
import { Hono } from 'hono';
import { createVerifier, type PlainReport } from 'hookproof';
import { handler, nodeHandler, type Outcome, type Reply } from 'hookproof/adapters';
import { durableObjectStore, kvStore, memoryStore, redisStore, ReplayClaims, type Store } from 'hookproof/stores';
import { createVerifier as createPublicKeyVerifier } from 'hookproof/public-key';
import { Redis } from 'ioredis';
import { createClient, createCluster } from 'redis';

const verifier = createVerifier({ provider: 'edesy', secrets: ['s'] });
const own: Store = { claim: async (key: string, seconds: number) => key.length > seconds };
const stores: Store[] = [memoryStore({ max: 5 }), own];
stores.push(redisStore(createClient()), redisStore(new Redis({ lazyConnect: true }), { prefix: 'a:' }));
stores.push(redisStore(createCluster({ rootNodes: [] })));

declare const objects: { idFromName(name: string): { name: string }; get(id: { name: string }): { fetch: typeof fetch } };
declare const kv: {
  get(key: string): Promise<string | null>;
  put(key: string, value: string, options?: { expirationTtl?: number }): Promise<void>;
  delete(key: string): Promise<void>;
};
stores.push(durableObjectStore(objects), kvStore(kv));
void ReplayClaims;

const lines: string[] = [];
const receive = handler(
  {
    verifier,
    store: memoryStore(),
    url: (request) => request.headers.get('x-url') ?? request.url,
    onReport: (report, outcome: Outcome) => lines.push(outcome.result, report?.code ?? ''),
  },
  async ({ report, request, body, claimed }, env: { NAME: string }) => {
    const plain: PlainReport = report.toJSON();
    const bytes: number = body.length;
    void [plain, bytes, request.url, claimed, env.NAME];
    return new Response(null, { status: 204 });
  },
);
const response: Promise<Response> = receive(new Request('https://h.example/'), { NAME: 'a' });
// @ts-expect-error: what the handler wants beside the request has to be passed
receive(new Request('https://h.example/'));
// @ts-expect-error: a verifier, not its options
handler({ provider: 'edesy', secrets: ['s'] }, () => {});
// @ts-expect-error: only one of the two
handler({ verifier, onStoreError: 'ignore' }, () => {});

const node = nodeHandler<IncomingMessage>({ verifier, store: null }, ({ request }): Reply => {
  return { status: 200, headers: { via: request.socket.remoteAddress ?? '' }, body: 'ok' };
});
createServer(node);
const app = express();
app.all('/webhook', nodeHandler({ verifier: createPublicKeyVerifier({ provider: 'discord', secrets: ['00'] }) }, () => {}));
app.all('/webhook', node);
const plain = handler({ verifier }, () => {});
new Hono().all('/webhook', (c) => plain(c.req.raw));
export const GET = plain;
void response;
`;

it('types fit strict callers', () => {
  mkdirSync(path('target'), { recursive: true });
  const folder = mkdtempSync(path('target/adapter-types-'));
  try {
    const compilerOptions = {
      target: 'es2023',
      module: 'nodenext',
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: true,
      noEmit: true,
      types: ['node'],
      typeRoots: [path('node_modules/@types')],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.mts'] }));
    writeFileSync(join(folder, 'consumer.mts'), CONSUMER);
    execFileSync(process.execPath, [path('node_modules/typescript/bin/tsc'), '--project', folder], { stdio: 'pipe' });
  } catch (error) {
    assert.fail(String(error.stdout ?? error));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
