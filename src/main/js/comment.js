// Enhancement only: words marked in a passage can be commented on; the form is the same as without script.
const text = document.querySelector('[data-comment]');
const CONTEXT = 32;
let bar;

const hidden = (name, value) => {
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name, value });
  return field;
};

// Half of a four-byte sign is no text.
const tidy = (words) => words.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '');

const marked = () => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const node = range.commonAncestorContainer;
  const passage = (node.nodeType === 1 ? node : node.parentElement).closest('.passage-text');
  if (!passage || !text.contains(passage) || !range.toString().trim()) return null;
  const before = document.createRange();
  before.setStart(passage, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(passage, passage.childNodes.length);
  return {
    passage,
    exact: range.toString(),
    prefix: tidy(before.toString().slice(-CONTEXT)),
    suffix: tidy(after.toString().slice(0, CONTEXT)),
  };
};

const leave = () => { if (bar) bar.remove(); bar = null; };

const offer = () => {
  // the button itself has the focus: the words stay marked until it is used or left
  if (bar && bar.contains(document.activeElement)) return;
  const words = marked();
  leave();
  if (!words) return;
  bar = document.createElement('form');
  Object.assign(bar, { method: 'post', action: text.dataset.comment, className: 'selection-bar' });
  bar.lang = document.documentElement.lang;
  const button = document.createElement('button');
  button.className = 'govuk-button';
  button.textContent = text.dataset.words;
  bar.append(hidden('token', text.dataset.token), hidden('language', text.dataset.language),
    hidden('passage', words.passage.dataset.passage), hidden('exact', words.exact),
    hidden('prefix', words.prefix), hidden('suffix', words.suffix), button);
  // a press would take the mark away before the click arrives
  bar.addEventListener('pointerdown', (event) => event.preventDefault());
  const cell = words.passage.closest('td');
  (cell ? cell.parentElement.lastElementChild : words.passage).insertAdjacentElement(cell ? 'afterbegin' : 'afterend', bar);
};

let waiting;
document.addEventListener('selectionchange', () => { clearTimeout(waiting); waiting = setTimeout(offer, 150); });
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !bar) return;
  getSelection().removeAllRanges();
  leave();
});

// Marking without a mouse: passages become stops on request, arrows move by words.
const keys = document.createElement('p');
const toggle = document.createElement('button');
Object.assign(toggle, { type: 'button', className: 'govuk-button govuk-button--secondary by-keyboard', textContent: text.dataset.keyboard });
toggle.setAttribute('aria-pressed', 'false');
const how = document.createElement('span');
how.className = 'quiet';
how.setAttribute('role', 'status');
keys.className = 'mark-keys';
keys.append(toggle, how);
text.before(keys);
toggle.addEventListener('click', () => {
  const on = toggle.getAttribute('aria-pressed') === 'false';
  toggle.setAttribute('aria-pressed', String(on));
  how.textContent = on ? text.dataset.keyboardHow : '';
  for (const passage of text.querySelectorAll('.passage-text')) {
    if (on) passage.tabIndex = 0; else passage.removeAttribute('tabindex');
  }
});

text.addEventListener('keydown', (event) => {
  const passage = event.target;
  const steps = { ArrowRight: ['forward', 'word'], ArrowLeft: ['backward', 'word'], ArrowDown: ['forward', 'line'], ArrowUp: ['backward', 'line'] };
  if (!passage.matches('.passage-text[tabindex]') || !steps[event.key]) return;
  const selection = getSelection();
  const inside = selection.rangeCount && passage.contains(selection.focusNode);
  if (!inside && !event.shiftKey && event.key.endsWith('Up')) return;
  event.preventDefault();
  if (!inside) selection.collapse(passage, 0);
  selection.modify(event.shiftKey ? 'extend' : 'move', ...steps[event.key]);
  if (!passage.contains(selection.focusNode)) selection.extend(passage, event.key.match(/Right|Down/) ? passage.childNodes.length : 0);
});
