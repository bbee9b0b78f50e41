// The working screen by keyboard and by marking words. Every act has its own link or button without this.
const OFF = 'hornsten-keys-off';
const field = 'input, textarea, select, [contenteditable]';
const off = () => { try { return localStorage.getItem(OFF) === '1'; } catch { return false; } };

const act = (target) => {
  const id = target.getAttribute('href')?.startsWith('#') && target.getAttribute('href').slice(1);
  const goal = id && document.getElementById(id);
  if (!goal) return target.click();
  const inside = goal.matches(field) ? goal : goal.querySelector('input:checked, input, textarea, select');
  (inside ?? goal).focus();
  goal.scrollIntoView({ block: 'nearest' });
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || off()) return;
  if (event.target.closest?.(field)) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!target) return;
  event.preventDefault();
  act(target);
});
for (const link of document.querySelectorAll('a[data-key][href^="#"]'))
  link.addEventListener('click', (event) => { event.preventDefault(); act(link); });

// Mark words, press the button or its key: they are a viewpoint.
const words = document.getElementById('words');
const form = document.getElementById('split');
const button = document.querySelector('[data-split]');
if (words && form && button) {
  const plain = button.innerHTML;
  const marked = () => {
    const selection = getSelection();
    const inside = selection.rangeCount && !selection.isCollapsed
      && words.contains(selection.anchorNode) && words.contains(selection.focusNode);
    return inside ? selection.toString().trim() : '';
  };
  document.addEventListener('selectionchange', () => {
    const some = marked() !== '';
    if (some === button.classList.contains('tool-ready')) return;
    button.classList.toggle('tool-ready', some);
    button.innerHTML = plain;
    if (some) button.firstChild.textContent = `${button.dataset.selected} `;
  });
  // the press itself must not take the marking away
  button.addEventListener('pointerdown', (event) => { if (marked()) event.preventDefault(); });
  button.addEventListener('click', (event) => {
    const exact = marked();
    if (!exact) return;
    event.preventDefault();
    form.elements.exact.value = exact;
    form.submit();
  });
}

// A reusable reason goes into the fields at once instead of by a new page.
for (const phrase of document.querySelectorAll('button[name="phrase"]'))
  phrase.addEventListener('click', (event) => {
    event.preventDefault();
    for (const area of phrase.form.querySelectorAll('textarea[name^="reason-"]')) {
      const text = phrase.getAttribute(`data-${area.name}`);
      if (text) area.value = [area.value.trim(), text].filter(Boolean).join(' ');
    }
    phrase.closest('details')?.removeAttribute('open');
    phrase.form.querySelector('textarea[name^="reason-"]')?.focus();
  });

const toggle = document.getElementById('keys-switch');
if (toggle) {
  const tell = () => { toggle.textContent = off() ? toggle.dataset.on : toggle.dataset.off; };
  toggle.hidden = false;
  tell();
  toggle.addEventListener('click', () => {
    try { if (off()) localStorage.removeItem(OFF); else localStorage.setItem(OFF, '1'); } catch { /* nothing is kept then */ }
    tell();
  });
}
