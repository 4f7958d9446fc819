import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;

/** `sw.js`: the service worker with the list of what this build made; another list is another worker. */
const shellKept: Plugin = {
  name: 'shell-kept',
  generateBundle(_options, bundle) {
    const ours = Object.keys(bundle).filter((name) => /^assets\//.test(name) && !/-(cyrillic|greek|vietnamese)/.test(name));
    const files = ['/', '/mark.svg', ...ours.sort().map((name) => `/${name}`)];
    const source = readFileSync(path.join(here, 'service.worker.js'), 'utf8')
      .replace('__FILES__', () => JSON.stringify(files))
      .replace('__VERSION__', createHash('sha256').update(files.join()).digest('hex').slice(0, 12));
    this.emitFile({ type: 'asset', fileName: 'sw.js', source });
  },
};

/** The client as files that the api serves; `npm run build` makes them. Nothing is loaded from another server. */
export default defineConfig({
  root: here,
  plugins: [shellKept],
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: path.join(here, '../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
    // A browser asks for six files at a time: what most pages share comes as one.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'kit', test: /apps\/web\/kit\//, minShareCount: 2 }] } } },
  },
});
