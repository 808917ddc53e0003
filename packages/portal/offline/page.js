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
