const chosen = (name) =>
  document.cookie
    .split('; ')
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1);

const root = document.documentElement;
root.lang = chosen('studyspot-locale') ?? (navigator.language.startsWith('hi') ? 'hi' : 'en');
root.dataset.theme = chosen('studyspot-theme') ?? '';
root.dataset.text = chosen('studyspot-text') ?? '';

// The address is still that of the page which was wanted.
const again = () => location.reload();
for (const button of document.querySelectorAll('[data-again]')) button.addEventListener('click', again);
addEventListener('online', again);

// The network may be there before our server is, and a browser may not notice either.
const MOST_MS = 60_000;
async function look(pause) {
  const answer = await fetch('/healthz').catch(() => null);
  if (answer?.ok) again();
  else setTimeout(look, pause, Math.min(pause * 2, MOST_MS));
}
setTimeout(look, 5_000, 5_000);

// What this phone last knew of the business that it is signed in to (src/outbox/known.tsx).
const OLD_MS = 24 * 60 * 60 * 1000;
const asked = indexedDB.open('studyspot');
// Nobody was here yet: nothing is made by looking.
asked.onupgradeneeded = () => asked.transaction.abort();
asked.onsuccess = () => {
  const all = asked.result.transaction('known').objectStore('known').getAll();
  all.onsuccess = () => {
    const here = all.result.find(({ name }) => name === 'here');
    for (const known of all.result) if (known.rows && known.owner === here?.owner) show(here, known);
    asked.result.close();
  };
};

function show({ place }, { title, at, rows }) {
  if (Date.now() - at > OLD_MS) return;
  for (const main of document.querySelectorAll('main')) {
    const list = main.querySelector('template').content.cloneNode(true);
    list.querySelector('h2').textContent = `${title} · ${place}`;
    list.querySelector('time').append(moment(new Date(at), main.lang));
    list.querySelector('ul').append(...rows.map(rowOf));
    main.append(list);
  }
}

// As everywhere in the portal (src/day.tsx).
function moment(at, lang) {
  const zone = { timeZone: 'Asia/Kolkata' };
  const [locale, month] = lang === 'hi' ? ['hi-IN-u-nu-latn', 'long'] : ['en-IN', 'short'];
  const day = at.toLocaleDateString(locale, { ...zone, day: 'numeric', month });
  return `${day}, ${at.toLocaleTimeString('en-IN', { ...zone, hour: 'numeric', minute: '2-digit', hour12: true })}`;
}

function rowOf({ name, detail, phone, said }) {
  const row = document.createElement('li');
  const more = document.createElement('span');
  more.append(detail);
  if (phone) {
    const call = document.createElement('a');
    call.href = `tel:${phone}`;
    call.append(said);
    more.append(' · ', call);
  }
  row.append(name, more);
  return row;
}
