// Makes the package's WebAssembly modules importable as base64: what is imported needs no `connect-src`.

import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const MODULES: Record<string, string> = {
  'wasm:hookproof': 'hookproof.wasm',
  'wasm:hookproof/public-key': 'public-key/hookproof_public_key.wasm',
};

export function wasm(): Plugin {
  return {
    name: 'wasm-as-base64',
    resolveId: (id) => (id in MODULES ? `\0${id}` : undefined),
    load(id) {
      const file = MODULES[id.slice(1)];
      if (!id.startsWith('\0wasm:') || file === undefined) return undefined;
      const bytes = readFileSync(new URL(`../../pkg/dist/${file}`, import.meta.url));
      return `export default '${bytes.toString('base64')}';`;
    },
  };
}
