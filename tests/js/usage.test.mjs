// Misuse through the package: each case of the table with its code, and a message that says what to do.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { CODES, createVerifier } from 'hookproof';
import { entry } from '../../pkg/dist/core.js';
import { mock } from './mock.mjs';
import { definition, misuse, path } from './support.mjs';

const { build, verify, load } = JSON.parse(readFileSync(path('tests/vectors/usage.json'), 'utf8'));

/** A built-in's id, or its definition with some fields, or those of its first scheme, set anew. */
function provider(option) {
  if (typeof option === 'string') return option;
  const own = { ...definition(option.extends), ...option.set };
  if (option.scheme !== undefined) own.schemes = [{ ...own.schemes[0], ...option.scheme }];
  return own;
}

/** A thrown misuse that says what the case expects, and no secret. */
function expected({ code, says }) {
  return (error) => {
    misuse(code)(error);
    assert.ok(error.message.includes(says), `${error.message}\nexpected it to say: ${says}`);
    assert.ok(!error.message.includes('topsecret'), error.message);
    return true;
  };
}

describe('createVerifier refuses', () => {
  for (const { name, options, expect } of build) {
    it(name, () => {
      assert.throws(() => createVerifier({ ...options, provider: provider(options.provider) }), expected(expect));
    });
  }
});

describe('verify refuses', () => {
  const verifier = createVerifier({ provider: 'edesy', secrets: ['s'] });
  for (const { name, delivery, change, expect } of verify) {
    it(name, () => {
      if (!change) {
        assert.throws(() => verifier.verify(delivery), expected(expect));
        return;
      }
      const body = Buffer.from(delivery.body);
      const signature = createHmac('sha256', 's').update(body).digest('hex');
      const report = verifier.verify({ ...delivery, headers: { 'Edesy-Signature': signature }, body });
      body[0] ^= 1;
      verifier.verify({ ...delivery, body: '' });
      assert.throws(() => report.events, expected(expect));
    });
  }
});

describe('a module that is not there', () => {
  const remedy = 'call `await init()` once';
  const gone = () => {
    throw new Error('no such file');
  };
  const ORIGINS = {
    asynchronous: { url: () => new URL('https://h.example/hookproof.wasm'), remedy },
    missing: { module: gone, remedy: 'import elsewhere' },
    other: { module: () => 'https://h.example/hookproof.wasm', remedy },
  };
  for (const { name, origin, expect } of load) {
    it(name, () => {
      const { providers } = entry({ first: { glue: mock(CODES).glue, origin: ORIGINS[origin] } });
      for (const call of [providers, providers]) assert.throws(call, expected(expect));
    });
  }

  it('may be handed to init in every form, once', async () => {
    const { origin } = mock(CODES);
    const bytes = new Uint8Array(await (await fetch('data:application/wasm;base64,AGFzbQEAAAA=')).arrayBuffer());
    const module = origin.module();
    const sources = [
      module,
      Promise.resolve(module),
      'data:application/wasm;base64,AGFzbQEAAAA=',
      new URL('data:application/octet-stream;base64,AGFzbQEAAAA='),
      new Response(bytes, { headers: { 'content-type': 'application/wasm' } }),
      new Response(bytes),
      bytes,
      bytes.buffer,
    ];
    for (const source of sources) {
      const { glue, seen } = mock(CODES);
      // An empty module starts as far as that it has no memory.
      const started = entry({ first: { glue, origin: ORIGINS.asynchronous } }).init(source);
      if (source === module || source instanceof Promise) await started;
      else await assert.rejects(started, /__wbindgen_start is not a function/);
      assert.equal(seen.instances, 1);
    }
  });

  it('may be tried again', async () => {
    const stand = mock(CODES);
    const { init, providers } = entry({ first: { glue: stand.glue, origin: ORIGINS.asynchronous } });
    const failing = async () => {
      throw new Error('no network');
    };
    const sources = [() => 5, () => ({}), () => new Response('', { status: 404 }), () => new Uint8Array(3), failing];
    for (const source of sources) {
      await assert.rejects(init(source()), expected({ code: 'usage.init', says: 'init' }));
    }
    await Promise.all([init(stand.origin.module()), init()]);
    await init();
    assert.deepEqual(providers(), []);
    assert.equal(stand.seen.instances, 1);
  });

  it('that is handed over is the one with everything, and serves alone', async () => {
    const [first, details] = [mock(CODES), mock(CODES)];
    const { init, providers } = entry({ first, details: { glue: details.glue, origin: ORIGINS.missing } });
    await init(details.origin.module());
    assert.deepEqual(providers(), []);
    assert.deepEqual([first.seen.instances, details.seen.instances], [0, 1]);
  });

  it('is the first of two, and the other when it is needed', async () => {
    const [first, details] = [mock(CODES), mock(CODES)];
    const { init, providers } = entry({ first, details });
    await init();
    assert.deepEqual([first.seen.instances, details.seen.instances], [1, 0]);
    assert.deepEqual(providers(), []);
    await init(details.origin.module());
    assert.deepEqual(providers(), []);
    assert.deepEqual([first.seen.instances, details.seen.instances], [1, 1]);
  });
});
