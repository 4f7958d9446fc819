// Reads a PDF from stdin and prints as JSON what a reader finds in it. A process of its own: the library is of modules that jest does not read.

// The library is written for a newer Node than the oldest that the product runs on.
Promise.withResolvers ??= function () {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
};
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');

const parts = [];
for await (const part of process.stdin) parts.push(part);
const task = getDocument({
  data: new Uint8Array(Buffer.concat(parts)),
  verbosity: 0,
  useSystemFonts: false,
  isEvalSupported: false,
});
const pdf = await task.promise;
const pages = [];
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number);
  const { items, styles } = await page.getTextContent();
  const marks = await page.getAnnotations();
  const { items: marked } = await page.getTextContent({ includeMarkedContent: true });
  let inside = 0;
  const loose = marked.filter(({ type, str }) => {
    if (type?.startsWith('begin')) inside++;
    if (type === 'endMarkedContent') inside--;
    return inside === 0 && str?.trim();
  });
  pages.push({
    size: page.view.slice(2),
    text: items.map(({ str, hasEOL }) => (str ?? '') + (hasEOL ? '\n' : '')).join(''),
    heights: [...new Set(items.filter(({ str }) => str?.trim()).map(({ height }) => Math.round(height * 10) / 10))].sort(
      (a, b) => a - b,
    ),
    fonts: Object.keys(styles).length,
    lowest: Math.min(...items.filter(({ str }) => str?.trim()).map(({ transform }) => transform[5])),
    loose: loose.map(({ str }) => str),
    marks: marks.flatMap(({ textContent }) => textContent ?? []),
    structure: await page.getStructTree(),
  });
}
const { info } = await pdf.getMetadata();
const plain = (found) => (found instanceof Map ? Object.fromEntries(found) : found);
const [marked, scripts, files] = [await pdf.getMarkInfo(), await pdf.getJSActions(), await pdf.getAttachments()];
const preferences = await pdf.getViewerPreferences();
process.stdout.write(JSON.stringify({ pages, info, marked: plain(marked), scripts, files, preferences: plain(preferences) }));
await task.destroy();
