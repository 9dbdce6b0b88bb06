// Builds the playground: static files that need no server but one for files.

import { defineConfig } from 'vite';
import { offline } from './build/offline.ts';
import { senders } from './build/senders.ts';

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
        chunkFileNames: ({ facadeModuleId }) =>
          facadeModuleId?.includes('senders:of/') ? 'senders/[name]-[hash].js' : 'assets/[name]-[hash].js',
      },
    },
  },
});
