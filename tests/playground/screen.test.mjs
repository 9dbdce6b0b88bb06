// The one screen in both browsers: typing, pasting, samples, breaking, explaining, sharing, keyboard, policy, offline.

import assert from 'node:assert/strict';
import { choose, fill, inBrowsers, open, paste, press, says, start, text, there, until, verdict } from './support.mjs';

const SECRET = 'a secret that stays here';

inBrowsers(
  (test) => {
    test('begins with a delivery that is real and right', async ({ page, errors }) => {
      await verdict(page, 'ok');
      assert.match(await text(page, '.head h1'), /Real and right/);
      const stages = await page.$$eval('.stages li', (all) => all.map((one) => one.className));
      assert.deepEqual(stages, ['passed', 'passed', 'passed', 'passed', 'passed']);
      await says(page, '.signed', 'timestamp');
      assert.deepEqual(errors, []);
    });

    test('judges while one types', async ({ page }) => {
      await fill(page, 'Secret 1', 'another');
      await verdict(page, 'signature.mismatch');
      await fill(page, 'Secret 1', 'webhook_secret');
      await verdict(page, 'ok');
      await page.focus('[aria-label="Body"]');
      await page.keyboard.type(' ');
      await verdict(page, 'signature.mismatch');
    });

    test('takes a pasted curl command apart', async ({ page }) => {
      const command = `curl -X POST 'https://example.com/in?a=1' -H 'Content-Type: application/json' \\\n  -H "X-Edesy-Signature: sha256=${'00'.repeat(32)}" --data-raw $'{"event":"call.ended"}\\n'`;
      await paste(page, '[aria-label="Body"]', command);
      await until(page, () => document.querySelector('[aria-label="URL"]').value === 'https://example.com/in?a=1');
      assert.match(await text(page, '[aria-label="Headers"]'), /X-Edesy-Signature: sha256=00/);
      assert.match(await text(page, '.say'), /Recognised: curl command/);
      await says(page, '.detected', 'Looks like');
    });

    test('finds a sample, breaks it, and proves what happened', async ({ page }) => {
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

    test('shows problems in the editor and jumps to them', async ({ page }) => {
      await choose(page, 'Samples', 'edesy-masking schema.type');
      await verdict(page, 'schema.type');
      await there(page, '.editor.body .cm-lintRange-error');
      await page.click('.problems .error button.row');
      assert.ok(await page.evaluate(() => document.activeElement.getAttribute('aria-label') === 'Body'));
    });

    test('shares a case without its secret', async ({ page, playground }) => {
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

    test('says what is wrong with a damaged link', async ({ playground }) => {
      const second = await open(playground.browser, playground.address, { hash: '#case=damaged' });
      await says(second.page, '.say', 'damaged');
      await second.page.close();
    });

    test('can be worked by keyboard alone', async ({ page }) => {
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

    test('lets nothing out', async ({ page, playground }) => {
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

    test('lets nothing out of its worker', async ({ playground }) => {
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

    test('works without a network after the first visit', async ({ name }) => {
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
  },
  { quiet: false },
);
