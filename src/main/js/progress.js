// How far a long piece of work has come: the same page asked again now and then, until it has another thing to tell.
const every = 1_500;

const look = async () => {
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.querySelector('[data-progress]');
      if (!fresh) { location.reload(); return; }
      const shown = document.querySelector('[data-progress]');
      const tenth = (one) => Math.floor(10 * one.querySelector('progress').position);
      // words are read aloud when they change: every tenth of the way is enough
      const aloud = tenth(fresh) !== tenth(shown);
      shown.querySelector('progress').value = fresh.querySelector('progress').value;
      for (const part of aloud ? ['#how-far', '[role=status]'] : ['#how-far'])
        if (shown.querySelector(part).textContent !== fresh.querySelector(part).textContent)
          shown.querySelector(part).textContent = fresh.querySelector(part).textContent;
    }
  } catch { /* the net is away: asked again soon */ }
  setTimeout(look, every);
};
setTimeout(look, every);
