// Browsers: Chromium in a page, in a worker and under a strict Content-Security-Policy, and Firefox.

import { accessSync, constants, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { delimiter, join, normalize } from 'node:path';
import puppeteer from 'puppeteer-core';
import { APP, ENTRIES, imports, main, resolve, write } from './app.mjs';

const TYPES = { html: 'text/html', js: 'text/javascript', mjs: 'text/javascript', wasm: 'application/wasm' };
/** Folders of the server whose answers carry a policy, and the policy. */
const POLICIES = {
  strict: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  closed: "default-src 'none'; script-src 'self'; connect-src 'self'",
};
/** What a page may take, in milliseconds. */
const LIMIT = 120_000;

const PROGRAMS = {
  chrome: ['chromium', 'chromium-browser', 'google-chrome'],
  firefox: ['firefox-esr', 'firefox'],
};

function found(browser) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const all = PROGRAMS[browser].flatMap((name) => folders.map((folder) => join(folder, name)));
  return all.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Why a browser cannot be run, if so. */
export function missing(browser) {
  const names = PROGRAMS[browser].join(', ');
  return found(browser) === undefined ? `none of ${names} is on this machine, nor could it be installed` : undefined;
}

/** Serves the project's files; below `/strict/` and `/closed/` the same ones with a policy. */
async function serving(use) {
  const server = createServer(({ url }, response) => {
    let [path] = url.split('?');
    const policy = POLICIES[path.split('/')[1]];
    if (policy !== undefined) {
      response.setHeader('Content-Security-Policy', policy);
      path = path.slice(path.indexOf('/', 1));
    }
    try {
      const body = readFileSync(join(APP, normalize(path)));
      response.setHeader('Content-Type', TYPES[path.split('.').at(-1)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Opens a page of the project, or of another server, and gives what its script puts into `results`. */
export async function results(browser, page, server) {
  return server === undefined
    ? serving((origin) => shown(browser, `${origin}/${page}`))
    : shown(browser, `${server}${page}`);
}

async function shown(browser, url) {
  const options = {
    browser,
    executablePath: found(browser),
    headless: true,
    args: ['--no-sandbox'],
    protocolTimeout: LIMIT,
  };
  const open = await puppeteer.launch(browser === 'firefox' ? { ...options, args: [] } : options);
  try {
    const page = await open.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(url, { timeout: LIMIT });
    for (;;) {
      try {
        // As text: one value, whatever the protocol does with large objects.
        const text = await page.evaluate(async () => {
          if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
          return JSON.stringify((await globalThis.results) ?? null);
        });
        if (text === 'null') throw new Error('the page has no results');
        return JSON.parse(text);
      } catch (error) {
        // A server for development may load its page again when it has seen what the page needs.
        if (!/context was destroyed|navigated/i.test(error.message))
          throw new Error([error.message, ...complaints].join('\n'));
      }
    }
  } finally {
    await open.close();
  }
}

/** A page with a script; the script's last expression becomes `results`. */
export function page(name, script) {
  const text = typeof script === 'string' ? script : pageScript(script);
  write(`${name}.mjs`, text);
  write(`${name}.html`, `<!doctype html><title>suite</title><script type="module" src="./${name}.mjs"></script>`);
  return `${name}.html`;
}

export function pageScript({ entries = './entries.browser.mjs', host }) {
  return main(entries, host)
    .replace(/\.then\(.*$/m, ';')
    .replace(/^run\(/m, 'globalThis.results = run(');
}

function writeEntries() {
  const files = Object.entries(ENTRIES).map(([name, from]) => [
    name,
    `./node_modules/hookproof/${resolve(from, ['browser', 'import'])}`,
  ]);
  write('entries.browser.mjs', imports(Object.fromEntries(files)));
}

const HOST = { asynchronous: true };

function inPage(browser, folder = '') {
  writeEntries();
  return results(browser, folder + page('page', { host: HOST }));
}

function inWorker(browser) {
  writeEntries();
  const script = pageScript({ host: HOST }).replace('globalThis.results = ', '');
  write('worker.browser.mjs', script.replace(/;\s*$/, '.then((results) => postMessage(results));\n'));
  const starts = `globalThis.results = new Promise((resolve, reject) => {
  const worker = new Worker('./worker.browser.mjs', { type: 'module' });
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message ?? 'the worker does not start'));
});
`;
  return results(browser, page('starts-worker', starts));
}

/** A policy that allows no WebAssembly: misuse that says so, and no raw error. */
function closed(browser) {
  writeEntries();
  const script = `import { entries } from './entries.browser.mjs';
async function told(call) {
  try {
    await call();
    return 'it works';
  } catch (error) {
    return error.code === 'usage.init' && error.message.includes("'wasm-unsafe-eval'") ? undefined : String(error);
  }
}
async function all() {
  const calls = [() => entries.hookproof.init(), () => entries.inline.providers()];
  const failures = (await Promise.all(calls.map(told))).filter((problem) => problem !== undefined);
  return [{ name: 'loading', passed: calls.length - failures.length, failed: failures.length, failures, ms: 0 }];
}
globalThis.results = all();
`;
  return results(browser, `closed/${page('closed-page', script)}`);
}

export const hosts = [
  { name: 'Chromium, page', missing: () => missing('chrome'), run: () => inPage('chrome') },
  { name: 'Chromium, worker', missing: () => missing('chrome'), run: () => inWorker('chrome') },
  { name: 'Chromium, strict policy', missing: () => missing('chrome'), run: () => inPage('chrome', 'strict/') },
  { name: 'Chromium, no WebAssembly', missing: () => missing('chrome'), run: () => closed('chrome') },
  { name: 'Firefox, no WebAssembly', missing: () => missing('firefox'), run: () => closed('firefox') },
  { name: 'Firefox, page', missing: () => missing('firefox'), run: () => inPage('firefox') },
  { name: 'Firefox, worker', missing: () => missing('firefox'), run: () => inWorker('firefox') },
  { name: 'Firefox, strict policy', missing: () => missing('firefox'), run: () => inPage('firefox', 'strict/') },
];
