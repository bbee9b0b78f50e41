// How far a long piece of work has come: the same page asked again now and then, until it has another thing to tell.
const every = 1_500;

const look = async () => {
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.querySelector('[data-progress]');
      if (!fresh) { location.reload(); return; }
      const [was, is] = [document, fresh].map((one) => one.querySelector('progress'));
      const [told, now] = [document.querySelector('[data-progress] [role=status]'), fresh.querySelector('[role=status]')];
      if (was.value !== is.value || told.textContent !== now.textContent) told.replaceChildren(...now.childNodes);
      document.getElementById('how-far').textContent = fresh.querySelector('#how-far').textContent;
    }
  } catch { /* the net is away: asked again soon */ }
  setTimeout(look, every);
};
setTimeout(look, every);
