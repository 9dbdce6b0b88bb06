// Writes the service worker: every file of the build is kept at the first visit, under the hash of them all.

import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const WORKER = (
  name: string,
  files: string[],
) => `// Keeps the playground's own files, so that it works offline. Made by the build.
const NAME = ${JSON.stringify(name)};
const FILES = ${JSON.stringify(files)};
addEventListener('install', (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});
addEventListener('activate', (event) => {
  const old = (names) => names.filter((name) => name.startsWith('hookproof-') && name !== NAME);
  event.waitUntil(
    caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))).then(() => self.clients.claim()),
  );
});
addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method !== 'GET' || new URL(url).origin !== location.origin) return;
  event.respondWith(
    caches.open(NAME).then((cache) => cache.match(event.request, { ignoreSearch: true })).then((kept) => kept ?? fetch(event.request)),
  );
});
`;

export function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    generateBundle(_, bundle) {
      const hash = createHash('sha256');
      const files = ['./'];
      for (const name of Object.keys(bundle).sort()) {
        const file = bundle[name];
        hash.update(name).update(file?.type === 'chunk' ? file.code : (file?.source ?? ''));
        if (!name.endsWith('.map')) files.push(`./${name}`);
      }
      files.push('./icon.svg');
      const source = WORKER(`hookproof-${hash.digest('hex').slice(0, 16)}`, files);
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  };
}
