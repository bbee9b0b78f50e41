// What is written on a phone is kept on it until the server says that it has it: waiting → sent, or refused with words.
const root = document.querySelector('[data-queue]');
const place = `hornsten-board:${root.dataset.queue}:`;
const PATIENCE = 20_000;
const AGAIN = 5_000;
let busy = false;
let timer;
let asked = 0;

const id = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

// One entry for each, so that two windows never write over one another.
const entries = () => Object.keys(localStorage).filter((key) => key.startsWith(place))
  .map((key) => ({ key, ...JSON.parse(localStorage.getItem(key)) })).sort((a, b) => a.at - b.at);
const keep = ({ key, ...entry }) => localStorage.setItem(key, JSON.stringify(entry));
const field = (entry, name) => entry.fields.find(([known]) => known === name)?.[1] ?? '';

const show = () => {
  const all = entries();
  const state = root.querySelector('[data-queue-state]');
  const list = root.querySelector('[data-queue-list]');
  const waits = all.filter((entry) => !entry.refused).length;
  state.textContent = waits ? root.dataset.waiting.replace('-1', waits) : '';
  root.classList.toggle('queue-waits', all.length > 0);
  list.replaceChildren(...all.map((entry) => {
    const item = document.createElement('li');
    const words = document.createElement('p');
    words.textContent = field(entry, 'words') || root.dataset.mark;
    item.append(words);
    if (entry.refused) {
      const why = document.createElement('p');
      why.className = 'queue-why';
      why.textContent = entry.refused;
      item.append(why, button(root.dataset.again, () => { delete entry.refused; keep(entry); next(); }),
        button(root.dataset.remove, () => { localStorage.removeItem(entry.key); show(); }));
    }
    return item;
  }));
};

const button = (words, act) => {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'govuk-button govuk-button--secondary';
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
};

const told = (words, receipt) => {
  const sent = root.querySelector('[data-queue-sent]');
  sent.textContent = receipt ? `${root.dataset.sent} ${receipt}` : words;
};

// Only our own answer about this very entry takes it away: a hall's sign-in page answers 200, too.
const send = async (entry) => {
  const body = new URLSearchParams(entry.fields);
  body.set('token', document.querySelector('input[name=token]').value);
  const answer = await fetch(entry.to, {
    method: 'POST', body, headers: { Accept: 'application/json' }, redirect: 'manual',
    signal: AbortSignal.timeout?.(PATIENCE),
  });
  if (answer.status !== 201 && answer.status !== 422) return false;
  const about = await answer.json();
  if (about.submission !== field(entry, 'submission')) return false;
  if (answer.status === 422) keep({ ...entry, refused: about.words });
  else {
    localStorage.removeItem(entry.key);
    told(root.dataset.stored, about.receipt);
    document.dispatchEvent(new CustomEvent('queue-done', { detail: { shown: entry.shown } }));
  }
  return true;
};

const next = async () => {
  show();
  if (busy) { asked++; return; }
  clearTimeout(timer);
  busy = true;
  let through = true;
  try {
    for (let entry; through && (entry = entries().find((one) => !one.refused)); show()) through = await send(entry);
  } catch { through = false; }
  busy = false;
  if (!through) timer = setTimeout(next, AGAIN + Math.random() * AGAIN);
  else if (asked) { asked = 0; next(); }
  show();
};

document.addEventListener('submit', (event) => {
  const form = event.target.closest('form[data-keep]');
  if (!form) return;
  const sent = new FormData(form, event.submitter);
  const words = form.querySelector('textarea[name=words]');
  if (words && !words.value.trim()) return; // the server says in words what is missing
  sent.delete('token');
  const submission = id();
  sent.set('submission', submission);
  try {
    keep({ key: place + submission, to: form.getAttribute('action'), fields: [...sent], at: Date.now(),
      shown: form.dataset.keep === 'shown' });
  } catch { return; } // nothing can be kept here: the form goes the plain way
  event.preventDefault();
  if (words) { words.value = ''; words.focus(); }
  next();
});

addEventListener('online', next);
addEventListener('storage', show);
document.addEventListener('board-shown', show);
document.addEventListener('visibilitychange', () => { if (!document.hidden) next(); });
next();
