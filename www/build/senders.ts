// Makes what `providers/` holds importable: a short catalogue, and one module a sender with its definition and samples.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { Brief, Sample, Sender } from '../src/samples.ts';
import { faultFiles, faultRows, faultsOf, faultWords } from './faults.ts';

const ROOT = new URL('../../providers/', import.meta.url);
const SCHEMA = '.schema.json';

// biome-ignore lint/suspicious/noExplicitAny: vectors and definitions are held to their schemas by the tests of the core.
type Json = any;

function json(path: string): Json {
  return JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'));
}

function ids(): string[] {
  const folders = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).sort();
}

function bytesOf(id: string, body: Json): Buffer {
  if (body.utf8 !== undefined) return Buffer.from(body.utf8, 'utf8');
  if (body.base64 !== undefined) return Buffer.from(body.base64, 'base64');
  const raw = readFileSync(new URL(`${id}/examples/${body.example}.json`, ROOT));
  if (body.replace === undefined) return raw;
  let text = raw.toString('utf8');
  for (const [from, to] of body.replace) text = text.replace(from, () => to);
  return Buffer.from(text, 'utf8');
}

function sampleOf(id: string, vector: Json): Sample {
  const { method, url, headers = [], body } = vector.delivery;
  const bytes = bytesOf(id, body);
  const { secrets = [], mode = 'tolerant', parameters = {}, ...options } = vector.options;
  const text = bytes.toString('utf8');
  const whole = Buffer.from(text, 'utf8').equals(bytes);
  return {
    name: vector.name,
    comment: vector.comment ?? '',
    code: vector.expect.code,
    event: vector.expect.events?.[0]?.type ?? null,
    now: vector.now,
    method: method ?? '',
    url: url ?? '',
    headers: headers.map(
      ([name, value]: [string, string]) => `${name}: ${Buffer.from(value, 'utf8').toString('latin1')}`,
    ),
    body: whole ? text : null,
    base64: whole ? null : bytes.toString('base64'),
    secrets,
    mode,
    parameters,
    options,
  };
}

function sender(id: string): Sender {
  const folder = new URL(`${id}/schemas/`, ROOT);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(SCHEMA)) : [];
  const schemas = Object.fromEntries(
    names.map((name) => [name.slice(0, -SCHEMA.length), json(`${id}/schemas/${name}`)]),
  );
  const folderOfExamples = new URL(`${id}/examples/`, ROOT);
  const examples = existsSync(folderOfExamples) ? readdirSync(folderOfExamples).sort() : [];
  const { vectors, handshakes = [] } = json(`${id}/vectors.json`);
  return {
    definition: { ...json(`${id}/provider.json`), schemas },
    samples: vectors.map((vector: Json) => sampleOf(id, vector)),
    examples: examples.map((name) => ({
      name: name.replace(/\.json$/, ''),
      body: readFileSync(new URL(`./${name}`, folderOfExamples), 'utf8'),
    })),
    handshakes: handshakes.map((handshake: Json) => ({
      name: handshake.name,
      now: handshake.now ?? null,
      options: handshake.options ?? {},
      method: handshake.request.method,
      url: handshake.request.url ?? '',
      headers: (handshake.request.headers ?? []).map(([name, value]: [string, string]) => `${name}: ${value}`),
      body: bytesOf(id, handshake.request.body ?? { utf8: '' }).toString('utf8'),
    })),
  };
}

function brief(id: string): Brief {
  const { name, summary, parameters = {}, authenticationOptional = false, schemes } = json(`${id}/provider.json`);
  const keys = Object.entries(parameters as Json).map(([key, value]: [string, Json]) => ({
    name: key,
    description: value.description ?? '',
    initial: value.default ?? '',
  }));
  const contents = schemes.map((scheme: Json) => [scheme.id, scheme.content ?? '', scheme.algorithm ?? '']);
  return { id, name, summary, parameters: keys, optional: authenticationOptional, schemes: contents };
}

/** What the gallery lists of each sample, as rows. */
function gallery(): [string, string, string, string, string][] {
  return ids().flatMap((id) => {
    const { vectors } = json(`${id}/vectors.json`);
    return vectors.map((vector: Json) => [
      id,
      vector.name,
      vector.comment ?? '',
      vector.expect.code,
      vector.expect.events?.[0]?.type ?? '',
    ]);
  });
}

/** Setups to try routing with, by sender. */
function setups(): Json {
  const { setups, vectors } = JSON.parse(readFileSync(new URL('../tests/vectors/routes.json', ROOT), 'utf8'));
  const rows = vectors.map(({ provider, setup, query }: Json) => [provider, setup, query]);
  const found: Json = {};
  for (const [provider, setup, query] of rows) {
    found[provider] ??= [];
    if (!found[provider].some(({ name }: Json) => name === setup))
      found[provider].push({ name: setup, setup: setups[setup], query });
  }
  return found;
}

/** An object of functions that load a module each. */
function loaders(prefix: string, names: readonly string[]): string {
  return `{ ${names.map((name) => `${JSON.stringify(name)}: () => import('${prefix}${name}')`).join(', ')} }`;
}

function source(id: string): string | undefined {
  if (id === 'senders:catalogue') return `export default ${JSON.stringify(ids().map(brief))}`;
  if (id === 'senders:gallery') return `export default ${JSON.stringify(gallery())}`;
  if (id === 'senders:setups') return `export default ${JSON.stringify(setups())}`;
  if (id === 'senders:schema') return `export default ${JSON.stringify(json('provider.schema.json'))}`;
  if (id === 'senders:load') {
    return `export default ${loaders('senders:of/', ids())}`;
  }
  if (id === 'senders:faults') {
    const load = loaders('senders:faults-of/', faultFiles());
    return `export const rows = ${JSON.stringify(faultRows())}, words = ${JSON.stringify(faultWords())}, load = ${load}`;
  }
  if (id.startsWith('senders:faults-of/'))
    return `export default ${JSON.stringify(faultsOf(id.slice('senders:faults-of/'.length)))}`;
  if (id.startsWith('senders:of/')) return `export default ${JSON.stringify(sender(id.slice('senders:of/'.length)))}`;
  return undefined;
}

export function senders(): Plugin {
  return {
    name: 'senders',
    resolveId: (id) => (id.startsWith('senders:') ? `\0${id}` : undefined),
    load: (id) => (id.startsWith('\0senders:') ? source(id.slice(1)) : undefined),
  };
}
