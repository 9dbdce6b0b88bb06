// Builds the playground: static files that need no server but one for files.

import { defineConfig } from 'vite';
import { offline } from './build/offline.ts';
import { senders } from './build/senders.ts';

function folderOf(module: string): string {
  return module.includes('senders:of/') ? 'senders' : module.includes('senders:faults-of/') ? 'faults' : 'assets';
}

export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that it can be served from any folder.
  base: './',
  plugins: [senders(), offline()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        chunkFileNames: ({ facadeModuleId }) => `${folderOf(facadeModuleId ?? '')}/[name]-[hash].js`,
      },
    },
  },
});
