// The one screen in both browsers: typing, pasting, samples, breaking, explaining, sharing, keyboard, policy, offline.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { BROWSERS, open, paste, press, start, there, until, verdict } from './support.mjs';

const SECRET = 'a secret that stays here';

/** Types over all that stands in a field. */
async function fill(page, label, text) {
  await page.focus(`[aria-label="${label}"]`);
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type(text);
}

const text = (page, selector) => page.$eval(selector, (element) => element.textContent);

/** Whether a sentence stands there, sooner or later. */
function says(page, selector, wanted) {
  return until(page, (where, what) => document.querySelector(where)?.textContent.includes(what), selector, wanted);
}

/** Takes the first thing that a list finds. */
async function choose(page, button, words) {
  await press(page, button);
  await there(page, 'dialog .search');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

for (const name of BROWSERS) {
  describe(name, () => {
    let playground;
    let page;
    let errors;
    before(async () => {
      playground = await start(name);
    });
    beforeEach(async () => {
      ({ page, errors } = await open(playground.browser, playground.address));
    });
    afterEach(() => page?.close());
    after(() => playground?.stop());

    it('begins with a delivery that is real and right', async () => {
      await verdict(page, 'ok');
      assert.match(await text(page, '.head h1'), /Real and right/);
      const stages = await page.$$eval('.stages li', (all) => all.map((one) => one.className));
      assert.deepEqual(stages, ['passed', 'passed', 'passed', 'passed', 'passed']);
      await says(page, '.signed', 'timestamp');
      assert.deepEqual(errors, []);
    });

    it('judges while one types', async () => {
      await fill(page, 'Secret 1', 'another');
      await verdict(page, 'signature.mismatch');
      await fill(page, 'Secret 1', 'webhook_secret');
      await verdict(page, 'ok');
      await page.focus('[aria-label="Body"]');
      await page.keyboard.type(' ');
      await verdict(page, 'signature.mismatch');
    });

    it('takes a pasted curl command apart', async () => {
      const command = `curl -X POST 'https://example.com/in?a=1' -H 'Content-Type: application/json' \\\n  -H "X-Edesy-Signature: sha256=${'00'.repeat(32)}" --data-raw $'{"event":"call.ended"}\\n'`;
      await paste(page, '[aria-label="Body"]', command);
      await until(page, () => document.querySelector('[aria-label="URL"]').value === 'https://example.com/in?a=1');
      assert.match(await text(page, '[aria-label="Headers"]'), /X-Edesy-Signature: sha256=00/);
      assert.match(await text(page, '.say'), /Recognised: curl command/);
      await says(page, '.detected', 'Looks like');
    });

    it('finds a sample, breaks it, and proves what happened', async () => {
      await choose(page, 'Samples', 'github ok push');
      await verdict(page, 'ok');
      await choose(page, 'Break it', 'body.newline');
      await verdict(page, 'signature.mismatch');
      await says(page, '.why', 'body.newline');
      await says(page, '.why .badge', 'proved');
      await says(page, '.difference', '↵');
      await press(page, 'Sign this');
      await verdict(page, 'ok');
    });

    it('shows problems in the editor and jumps to them', async () => {
      await choose(page, 'Samples', 'edesy-masking schema.type');
      await verdict(page, 'schema.type');
      await there(page, '.editor.body .cm-lintRange-error');
      await page.click('.problems .error button.row');
      assert.ok(await page.evaluate(() => document.activeElement.getAttribute('aria-label') === 'Body'));
    });

    it('shares a case without its secret', async () => {
      await fill(page, 'Secret 1', SECRET);
      await press(page, 'Sign this');
      await verdict(page, 'ok');
      await press(page, 'Share');
      await there(page, 'dialog [aria-label="Link"]');
      const link = await page.$eval('dialog [aria-label="Link"]', (field) => field.value);
      assert.match(await text(page, 'dialog .notes'), /fresh random one/);
      const packed = Buffer.from(link.split('#case=')[1], 'base64url');
      const { inflateRawSync } = await import('node:zlib');
      const shared = inflateRawSync(packed).toString('utf8');
      assert.ok(!shared.includes(SECRET) && shared.includes('evt_123'));
      const second = await open(playground.browser, playground.address, { hash: new URL(link).hash });
      await verdict(second.page, 'ok');
      assert.notEqual(await second.page.$eval('[aria-label="Secret 1"]', (field) => field.value), SECRET);
      await second.page.close();
    });

    it('says what is wrong with a damaged link', async () => {
      const second = await open(playground.browser, playground.address, { hash: '#case=damaged' });
      await says(second.page, '.say', 'damaged');
      await second.page.close();
    });

    it('can be worked by keyboard alone', async () => {
      await page.focus('.sender');
      await page.keyboard.press('Enter');
      await there(page, 'dialog .search');
      await page.keyboard.type('pulse');
      await page.keyboard.press('Enter');
      await says(page, '.sender .name', 'Pulse');
      await verdict(page, 'ok');
      assert.equal(await page.evaluate(() => document.activeElement.className), 'sender');
      // Tab reaches the body and leaves it again.
      const reached = [];
      for (let step = 0; step < 40 && !reached.includes('past'); step += 1) {
        await page.keyboard.press('Tab');
        reached.push(
          await page.evaluate(() => {
            const { activeElement } = document;
            if (activeElement.getAttribute('aria-label') === 'Body') return 'body';
            return activeElement.closest('.options') === null ? 'before' : 'past';
          }),
        );
      }
      assert.ok(reached.includes('body') && reached.at(-1) === 'past', reached.join(' '));
    });

    it('lets nothing out', async () => {
      const planted = `${playground.address}planted`;
      let asked = 0;
      playground.server.on('request', (request) => {
        if (request.url?.includes('planted')) asked += 1;
      });
      const refused = await page.evaluate(async (url) => {
        const tries = {
          fetch: fetch(url).then(
            () => 'let out',
            () => 'refused',
          ),
          socket: new Promise((resolve) => {
            try {
              const socket = new WebSocket(url.replace('http', 'ws'));
              socket.onerror = () => resolve('refused');
              socket.onopen = () => resolve('let out');
            } catch {
              resolve('refused');
            }
          }),
          request: new Promise((resolve) => {
            const request = new XMLHttpRequest();
            request.onload = () => resolve('let out');
            request.onerror = () => resolve('refused');
            request.open('GET', url);
            request.send();
          }),
        };
        const names = Object.keys(tries);
        return Object.fromEntries(await Promise.all(names.map(async (one) => [one, await tries[one]])));
      }, planted);
      assert.deepEqual(refused, { fetch: 'refused', socket: 'refused', request: 'refused' });
      assert.equal(asked, 0);
    });

    it('lets nothing out of its worker', async () => {
      // Planted into the very script that the page's worker is made of.
      const plant = () => {
        const native = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          const probe = `addEventListener('message', ({ data }) => {
            if (data.probe) fetch(data.probe).then(() => true, () => false).then((reached) => postMessage({ reached }));
          });`;
          return native(new Blob([blob, probe], { type: blob.type }));
        };
        const Native = window.Worker;
        window.Worker = class extends Native {
          constructor(...all) {
            super(...all);
            window.kept = this;
          }
        };
      };
      const second = await open(playground.browser, playground.address, { before: plant });
      const reached = await second.page.evaluate(
        (probe) =>
          new Promise((resolve) => {
            window.kept.addEventListener('message', ({ data }) => {
              if ('reached' in data) resolve(data.reached);
            });
            window.kept.postMessage({ probe, id: -1, question: { what: 'call', name: 'version', values: [] } });
          }),
        `${playground.address}planted-in-worker`,
      );
      assert.equal(reached, false);
      await second.page.close();
    });

    it('works without a network after the first visit', async () => {
      const own = await start(name);
      const first = await open(own.browser, own.address);
      await first.page.evaluate(async () => {
        await navigator.serviceWorker.ready;
        if (navigator.serviceWorker.controller === null) {
          await new Promise((resolve) =>
            navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
          );
        }
      });
      own.server.closeAllConnections();
      await new Promise((resolve) => own.server.close(resolve));
      await first.page.reload();
      await verdict(first.page, 'ok');
      await choose(first.page, 'Samples', 'paypal ok');
      await says(first.page, '.sender .name', 'PayPal');
      await verdict(first.page, 'ok');
      await own.browser.close();
    });
  });
}
