// The other pages in both browsers: what a sender promises, own definitions, code, and everything that can be pasted.

import assert from 'node:assert/strict';
import { transform } from 'esbuild';
import { held, inBrowsers, paste, press, put, text, there, until, value, verdict } from './support.mjs';

/** Makes a new line behind the first of the definition, to type into. */
async function intoDefinition(page) {
  await there(page, '[aria-label="Definition"]');
  await page.focus('[aria-label="Definition"]');
  await held(page, 'Home');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
}

const BODY = '{"event":"call.ended","n":"naïve"}';
const HEADERS = { 'Content-Type': 'application/json', 'X-Edesy-Signature': 'sha256=00' };
const PAIRS = Object.entries(HEADERS);

/** Each form of the same request. */
const FORMS = [
  {
    kind: 'HTTP request',
    pasted: `POST /in?a=1 HTTP/1.1\r\nHost: h.example\r\n${PAIRS.map((pair) => pair.join(': ')).join('\r\n')}\r\n\r\n${BODY}`,
    headers: [['Host', 'h.example'], ...PAIRS],
  },
  {
    kind: 'curl command',
    pasted: `curl https://h.example/in?a=1 ${PAIRS.map((pair) => `-H '${pair.join(': ')}'`).join(' ')} -d '${BODY}'`,
  },
  {
    kind: 'HAR entry',
    pasted: JSON.stringify({
      log: {
        entries: [
          {
            request: {
              method: 'POST',
              url: 'https://h.example/in?a=1',
              headers: PAIRS.map(([name, one]) => ({ name, value: one })),
              postData: { mimeType: 'application/json', text: BODY },
            },
          },
        ],
      },
    }),
  },
  {
    kind: 'Lambda event',
    pasted: JSON.stringify({
      version: '2.0',
      rawPath: '/in',
      rawQueryString: 'a=1',
      headers: HEADERS,
      requestContext: { domainName: 'h.example', http: { method: 'POST' } },
      body: Buffer.from(BODY).toString('base64'),
      isBase64Encoded: true,
    }),
  },
];

inBrowsers((test) => {
  test('takes every form of a request apart', async ({ page }) => {
    for (const { kind, pasted, headers = PAIRS } of FORMS) {
      await press(page, 'Clear');
      await press(page, 'Paste');
      await put(page, 'dialog textarea', pasted);
      assert.match(await text(page, 'dialog [role="status"]'), new RegExp(`^${kind}: ${headers.length} headers`));
      await press(page, 'Take it');
      await until(page, (wanted) => document.querySelector('.say').textContent.includes(wanted), kind);
      assert.equal(await value(page, '[aria-label="URL"]'), 'https://h.example/in?a=1', kind);
      assert.equal(await value(page, '[aria-label="Method"]'), 'POST', kind);
      const lines = await page.$$eval('[aria-label="Headers"] .cm-line', (all) => all.map((one) => one.textContent));
      assert.deepEqual(
        lines,
        headers.map((pair) => pair.join(': ')),
        kind,
      );
      assert.equal(await text(page, '[aria-label="Body"]'), BODY, kind);
    }
  });

  test('lets one choose of several entries', async ({ page }) => {
    const entry = (path, text) => ({
      request: {
        method: 'POST',
        url: `https://h.example/${path}`,
        headers: [{ name: 'X-Entry', value: path }],
        postData: { text },
      },
    });
    const har = JSON.stringify({ log: { entries: [entry('one', '{"n":1}'), entry('two', '{"n":22}')] } });
    await paste(page, '[aria-label="Headers"]', har);
    await there(page, 'dialog [aria-label="Entry"]');
    const offered = await page.$$eval('[aria-label="Entry"] option', (all) => all.map((one) => one.textContent));
    assert.deepEqual(offered, [
      '1. POST https://h.example/one · 7 characters',
      '2. POST https://h.example/two · 8 characters',
    ]);
    // The list has the focus already.
    await page.keyboard.press('ArrowDown');
    await until(page, () => document.querySelector('dialog [role="status"]').textContent.includes('8 characters'));
    await press(page, 'Take it');
    await until(page, () => document.querySelector('[aria-label="URL"]').value === 'https://h.example/two');
    assert.equal(await text(page, '[aria-label="Headers"]'), 'X-Entry: two');
    assert.equal(await text(page, '[aria-label="Body"]'), '{"n":22}');
  });

  test('takes headers as JSON and leaves the rest as it is', async ({ page }) => {
    const { length } = await text(page, '[aria-label="Body"]');
    for (const headers of [HEADERS, PAIRS, PAIRS.map(([name, one]) => ({ name, value: one }))]) {
      await press(page, 'Paste');
      await put(page, 'dialog textarea', JSON.stringify(headers));
      assert.equal(await text(page, 'dialog [role="status"]'), 'headers as JSON: 2 headers');
      await press(page, 'Take it');
      const lines = await page.$$eval('[aria-label="Headers"] .cm-line', (all) => all.map((one) => one.textContent));
      assert.deepEqual(
        lines,
        PAIRS.map((pair) => pair.join(': ')),
      );
    }
    assert.equal((await text(page, '[aria-label="Body"]')).length, length);
  });

  test('tells of each sender what becomes of an event', async ({ page }) => {
    await page.focus('.sender');
    await page.keyboard.press('Enter');
    await there(page, 'dialog .search');
    await page.keyboard.type('edna-pulse');
    await page.keyboard.press('Enter');
    await until(page, () => document.querySelector('.sender .name').textContent.includes('edna'));
    await press(page, 'Sender');
    await there(page, '.page .timeline');
    await page.focus('[aria-label="My outage ends"]');
    await page.keyboard.press('Home');
    assert.match(await text(page, '.said'), /1 attempt fails, the event arrives 4 s late/);
    await page.keyboard.press('End');
    assert.match(await text(page, '.said'), /all 4 attempts fail/);
    await put(page, '[aria-label="Endpoint URL"]', 'https://example.com/hook');
    await there(page, '.problem-list .fine');
    await press(page, 'help-desk-apart');
    await there(page, '.targets li code');
    await put(page, '[aria-label="Setup, as JSON"]', '{ "channels": [] ');
    await there(page, '[aria-label="Routing"] .problem-list .error');
  });

  test('takes a sender of one’s own', async ({ page }) => {
    await press(page, 'Own sender');
    await until(page, () => document.querySelector('.tried')?.textContent.includes('It compiles'));
    await press(page, 'Try it on a delivery');
    await until(page, () => document.querySelector('.sender .name')?.textContent.includes('my-sender'));
    await press(page, 'Sign this');
    await verdict(page, 'ok');
    await press(page, 'Own sender');
    await intoDefinition(page);
    await page.keyboard.type('"nonsense": 1,');
    await until(page, () => document.querySelector('.tried').textContent.includes('nonsense'));
    await there(page, '.own .cm-lintRange-error');
  });

  test('completes a definition by its schema', async ({ page }) => {
    await press(page, 'Own sender');
    await intoDefinition(page);
    await page.keyboard.type('"');
    await page.keyboard.type('authen');
    await until(page, () =>
      document.querySelector('.cm-tooltip-autocomplete')?.textContent.includes('authenticationOptional'),
    );
  });

  test('shows code that can be read by each runtime', async ({ page }) => {
    for (const runtime of ['Express', 'Worker', 'Hono', 'Deno', 'Bun']) {
      await press(page, runtime);
      const code = await text(page, '.panel.code pre');
      assert.match(code, /provider: 'stripe'/);
      assert.match(code, /hookproof\/adapters/);
      await transform(code, { loader: 'js', format: 'esm' });
    }
    await press(page, 'Rust');
    assert.match(await text(page, '.panel.code pre'), /Verifier::builder\("stripe"\)/);
  });
});
