// Keeps the shell of the client (its one page and its own files) so that a reload without a connection shows the page, which then says what
// is kept. It never touches an address of the api, and never keeps an answer of it. The build writes the list of files into it.
const FILES = __FILES__;
const NAME = 'doorbraak-__VERSION__';
const OF_THE_API = /^\/(graphql|playground|health|sign-in|sign-out|attachments|papers|oidc|demo)(\/|$)/;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)));
});

// A new one waits until the pages of the old one are closed, so that those still find their own files.
self.addEventListener('activate', (event) => {
  const old = (name) => name.startsWith('doorbraak-') && name !== NAME;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== self.location.origin || OF_THE_API.test(address.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => caches.match('/')));
  else if (FILES.includes(address.pathname)) event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});
