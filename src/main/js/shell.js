// Enhancement only: every page works without it.
const summary = document.getElementById('errors');
if (summary) summary.focus();

for (const field of document.querySelectorAll('textarea[data-most]')) {
  const line = document.getElementById(`${field.id}-most`);
  let spoken;
  const tell = () => {
    const left = Number(field.dataset.most) - [...field.value].length;
    line.textContent = (left < 0 ? field.dataset.over : field.dataset.left).replace('-1', Math.abs(left));
    line.classList.toggle('most-over', left < 0);
  };
  line.setAttribute('aria-live', 'polite');
  // spoken only when the writer pauses, or every sign would be announced
  field.addEventListener('input', () => { clearTimeout(spoken); spoken = setTimeout(tell, 800); });
}
