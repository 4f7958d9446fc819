import { createHash } from 'node:crypto';
import type { Response } from 'express';

/** What may stand in a page: text is escaped, a piece of html made by `html` is not. */
type Piece = string | Html | readonly Html[];

export class Html {
  constructor(readonly text: string) {}
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
const write = (piece: Piece): string =>
  typeof piece === 'string' ? escape(piece) : piece instanceof Html ? piece.text : piece.map(write).join('');

export const html = (parts: TemplateStringsArray, ...pieces: Piece[]): Html =>
  new Html(parts.map((part, index) => part + (index < pieces.length ? write(pieces[index] ?? '') : '')).join(''));

// Colours, focus and sizes as in the client, so that signing in feels like the same house; dark follows the device.
const STYLE = `
:root { color-scheme: light dark; --bg: #f5f4f0; --surface: #fff; --sunk: #eceae4; --ink: #1b2326; --ink2: #4c5459; --line: #d8d4ca; --edge: #847f74; --accent: #0b5960; --onaccent: #fff; --focus: #1b4fd8 }
@media (prefers-color-scheme: dark) { :root { --bg: #12181a; --surface: #1a2225; --sunk: #232d31; --ink: #edf1f0; --ink2: #b4bfc2; --line: #364248; --edge: #829097; --accent: #74cbd0; --onaccent: #06282b; --focus: #ffd54a } }
* { box-sizing: border-box }
body { margin: 0; background: var(--bg); color: var(--ink); font: 1rem/1.5 'Source Sans 3 Variable', system-ui, sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
h1 { font-size: 1.5rem; line-height: 1.2; font-weight: 650; margin: .5rem 0 }
h2 { font-size: 1.125rem; font-weight: 650; margin: 1.75rem 0 .5rem }
p { margin: .5rem 0 } [lang=en] { color: var(--ink2); font-size: .875rem }
a { color: var(--accent) }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem }
li { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: .625rem .875rem } li:has(button) { padding: 0; border: 0; background: none }
button, .button { font: inherit; min-height: 2.75rem; padding: .5rem 1rem; border: 1px solid var(--edge); border-radius: 6px; background: var(--surface); color: var(--ink); cursor: pointer }
.button { display: inline-block; background: var(--accent); border-color: var(--accent); color: var(--onaccent); text-decoration: none }
button.wide { width: 100%; text-align: left } button.wide:hover { border-color: var(--accent) }
button.wide strong, button.wide span { display: block }
@media (min-width: 40rem) { button.wide { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem } button.wide span { text-align: right } }
.mark { display: flex; align-items: center; gap: .5rem; margin: 0 0 1rem; font-weight: 700; font-size: 1.0625rem } .mark svg { color: var(--accent) }
summary { min-height: 2.75rem; padding: .5rem 0; cursor: pointer }
code, pre { font-family: ui-monospace, monospace; font-size: .875rem; background: var(--sunk); border-radius: 4px }
code { padding: .125rem .25rem; overflow-wrap: anywhere } pre { padding: .75rem; white-space: pre-wrap; overflow-wrap: anywhere } pre code { padding: 0 }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 4px }
`;
const HASH = createHash('sha256').update(STYLE).digest('base64');

const MARK = new Html(
  '<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" aria-hidden="true"><path d="M17.5 5.5A8.5 8.5 0 1 0 20.5 12"/></svg>',
);

/** A whole page in plain html that needs no script. `next`: where the browser goes by itself. */
export const page = (title: string, body: Html, next?: string): string =>
  html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${next === undefined ? '' : html`<meta http-equiv="refresh" content="0; url=${next}" />`}
        <title>${title} - Doorbraak</title>
        ${new Html(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <main>
          <p class="mark">${MARK} doorbraak</p>
          ${body}
        </main>
      </body>
    </html>`.text;

/** Nothing is allowed but the page's own style and its own forms, and no cache keeps it: it may be about a person. */
const POLICY = 'Content-Security-Policy';
export const pageHeaders = {
  [POLICY]: `default-src 'none'; style-src 'sha256-${HASH}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** `formsTo`: another address to which a form of this page leads, by way of redirects; browsers hold those against the policy too. */
export function sendPage(response: Response, status: number, text: string, formsTo?: string): void {
  response.status(status).set(pageHeaders).type('html');
  if (formsTo !== undefined)
    response.set(POLICY, pageHeaders[POLICY].replace("form-action 'self'", `form-action 'self' ${new URL(formsTo).origin}`));
  response.send(text);
}
