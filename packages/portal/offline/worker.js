// Keeps the files of this build and one page for when there is no network; never a page of someone, nor an answer.
const files = 'studyspot-BUILD';
const page = '/offline.html';

addEventListener('install', (event) => {
  const asked = new Request(page, { cache: 'reload', credentials: 'omit' });
  event.waitUntil(caches.open(files).then((cache) => cache.add(asked)));
});

addEventListener('activate', (event) => {
  event.waitUntil(removeOthers().then(() => clients.claim()));
});

addEventListener('message', ({ data }) => {
  if (data === 'take over') skipWaiting();
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => caches.match(page)));
  else if (pathname.startsWith('/_next/static/')) event.respondWith(builtFile(request));
});

async function removeOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== files).map((name) => caches.delete(name)));
}

// Its name holds the hash of what is in it.
async function builtFile(request) {
  const cache = await caches.open(files);
  const known = await cache.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}
