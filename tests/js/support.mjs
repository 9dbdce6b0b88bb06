// What the suites share: where things lie, the vectors, and a thrown misuse.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createVerifier } from 'hookproof';
import * as publicKey from 'hookproof/public-key';

/** The repository, with a slash at the end. */
export const ROOT = new URL('../../', import.meta.url);

const SCHEMA = '.schema.json';

/** A path in the repository. */
export function path(relative) {
  return fileURLToPath(new URL(relative, ROOT));
}

/** Where definitions lie: the built-in ones, and the tests' own, which show what no built-in definition uses. */
const BUILT_IN = 'providers';
const OWN = 'tests/providers';

function folders(parent) {
  const entries = readdirSync(path(parent), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map((entry) => entry.name).sort();
}

/** Ids of the providers that have vectors. */
export function providersWithVectors() {
  return [...folders(BUILT_IN), ...folders(OWN)];
}

function folderOf(provider) {
  return existsSync(path(`${BUILT_IN}/${provider}`)) ? `${BUILT_IN}/${provider}` : `${OWN}/${provider}`;
}

/** What `createVerifier` takes as the provider: the id of a built-in one, or the definition. */
export function providerOf(provider) {
  return folderOf(provider).startsWith(OWN) ? definition(provider) : provider;
}

/** The vectors of a provider, in order. */
export function vectors(provider) {
  return JSON.parse(readFileSync(path(`${folderOf(provider)}/vectors.json`), 'utf8')).vectors;
}

/** The verifier of a vector: of the default entry, or of the one that this names for what it leaves out. */
export function verifierOf(provider, { options, expect }) {
  const all = { provider: providerOf(provider), ...options };
  try {
    return createVerifier(all);
  } catch (error) {
    if (error.code !== 'usage.entry' || expect.code === 'usage.entry') throw error;
    assert.match(error.message, /`hookproof\/public-key`/);
    return publicKey.createVerifier(all);
  }
}

/** The raw body of a vector. */
export function bodyOf(provider, { name, delivery: { body } }) {
  if (body.utf8 !== undefined) return Buffer.from(body.utf8, 'utf8');
  if (body.base64 !== undefined) return Buffer.from(body.base64, 'base64');
  assert.ok(body.example !== undefined, `${name}: the body has none of utf8, base64, example`);
  const raw = readFileSync(path(`${folderOf(provider)}/examples/${body.example}.json`));
  if (body.replace === undefined) return raw;
  let text = raw.toString('utf8');
  for (const [from, to] of body.replace) {
    assert.equal(text.split(from).length - 1, 1, `${name}: ${JSON.stringify(from)} must occur once in ${body.example}`);
    text = text.replace(from, () => to);
  }
  return Buffer.from(text, 'utf8');
}

/** The delivery of a vector, as a Node server receives it. */
export function deliveryOf(provider, vector) {
  const { method, url, headers = [] } = vector.delivery;
  // Node decodes header bytes one to one.
  const lines = headers.map(([name, value]) => [name, Buffer.from(value, 'utf8').toString('latin1')]);
  return { method, url, headers: lines, body: bodyOf(provider, vector), receivedAt: vector.now };
}

/** A property check for `assert.throws`: a misuse with this code, whose message fits. */
export function misuse(code, message = /./) {
  return (error) => {
    assert.equal(error.name, 'UsageError', String(error));
    assert.equal(error.code, code, error.message);
    assert.match(error.message, message);
    return true;
  };
}

/** A definition with its schemas inlined, as `createVerifier` takes one. */
export function definition(provider) {
  const read = (file) => JSON.parse(readFileSync(path(`${folderOf(provider)}/${file}`), 'utf8'));
  const files = readdirSync(path(`${folderOf(provider)}/schemas`)).filter((file) => file.endsWith(SCHEMA));
  const schemas = Object.fromEntries(files.map((file) => [file.slice(0, -SCHEMA.length), read(`schemas/${file}`)]));
  return { ...read('provider.json'), schemas };
}
