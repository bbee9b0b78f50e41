// What happens on the board, as it happens: by a stream, and by asking again where a stream does not come through.
const root = document.querySelector('[data-live]');
const SILENCE = 40_000; // the server says something every 15 seconds
const ASK_EVERY = 4_000;
const TRY_AGAIN = 60_000;
let last = Number(root?.dataset.last ?? 0);
let stream;
let failures = 0;
let silence;

// Each event once and in order, whichever way it came.
const tell = (number, event) => {
  if (number <= last) return;
  last = number;
  document.dispatchEvent(new CustomEvent('board', { detail: event }));
};

const hear = () => {
  clearTimeout(silence);
  silence = setTimeout(listen, SILENCE);
};

const listen = () => {
  stream?.close();
  stream = new EventSource(`${root.dataset.live}?after=${last}`);
  stream.onopen = () => { failures = 0; hear(); };
  stream.addEventListener('beat', hear);
  stream.onmessage = (message) => {
    hear();
    tell(Number(message.lastEventId), JSON.parse(message.data));
  };
  stream.onerror = () => {
    failures++;
    if (failures > 3) fall();
    else if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 1_000 * failures);
  };
  hear();
};

const ask = async () => {
  try {
    const answer = await fetch(`${root.dataset.news}?after=${last}`, { headers: { Accept: 'application/json' } });
    if (!answer.ok) return;
    for (const event of (await answer.json()).items) tell(event.number, event);
  } catch { /* no net: the next question may get through */ }
};

let asking;
const fall = () => {
  stream?.close();
  clearTimeout(silence);
  if (asking) return;
  ask();
  asking = setInterval(ask, ASK_EVERY);
  setTimeout(() => {
    clearInterval(asking);
    asking = undefined;
    failures = 0;
    listen();
  }, TRY_AGAIN);
};

if (root) {
  if ('EventSource' in window) listen();
  else { ask(); setInterval(ask, ASK_EVERY); }
  addEventListener('online', () => { if (!asking) listen(); });
  addEventListener('pageshow', (event) => { if (event.persisted && !asking) listen(); });
  addEventListener('pagehide', () => { stream?.close(); clearTimeout(silence); });
}
