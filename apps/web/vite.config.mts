import path from 'node:path';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** The client as files that the api serves; `npm run build` makes them. Nothing is loaded from another server. */
export default defineConfig({
  root: here,
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: path.join(here, '../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
  },
});
