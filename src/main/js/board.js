// The board follows what happens: a screen shows all of it, a phone the step it is on, a desk tells that there is news.
const board = () => document.querySelector('[data-board]');
const follow = document.querySelector('[data-follow]')?.dataset.follow;
const typing = () => [...document.querySelectorAll('[data-board] textarea, [data-board] input[type=text]')]
  .some((field) => field.value !== field.defaultValue);

let fetching = false;
let again = false;

// The page as it is now, put in the place of what is shown; where the net is away, the next event does it.
const refresh = async () => {
  if (fetching) { again = true; return; }
  fetching = true;
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('[data-board]');
    if (!fresh || (follow !== 'all' && typing())) return;
    board().replaceWith(document.adoptNode(fresh));
    document.title = page.title;
    document.dispatchEvent(new Event('board-shown'));
  } catch { /* shown at the next event */ } finally {
    fetching = false;
    if (again) { again = false; setTimeout(refresh, 400); }
  }
};

const notice = () => {
  const news = document.querySelector('[data-news-here]');
  if (news) news.hidden = false;
};

// Hundreds of phones move on at once: each waits a moment of its own.
let waiting;
const soon = (most) => { clearTimeout(waiting); waiting = setTimeout(refresh, Math.random() * most); };

document.addEventListener('board', ({ detail }) => {
  if (follow === 'all') refresh();
  else if (follow === 'tell' || typing()) notice();
  else if (detail.kind === 'step') soon(1_500);
  else if (detail.kind !== 'count') notice();
});
document.addEventListener('queue-done', ({ detail }) => { if (detail.shown) soon(0); });

// Full screen for a projector, where the browser can.
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-full]')) document.documentElement.requestFullscreen?.().catch(() => {});
});
for (const button of document.querySelectorAll('[data-full]')) button.hidden = !document.fullscreenEnabled;
document.addEventListener('board-shown', () => {
  for (const button of document.querySelectorAll('[data-full]'))
    button.hidden = !document.fullscreenEnabled || !!document.fullscreenElement;
});
