/** Shows what is found while somebody types. The page is the server's own answer, fetched anew: without this script the form does the same. */
const box = document.querySelector<HTMLInputElement>('input[type="search"]');
const results = document.querySelector<HTMLElement>('[data-results]');
/** Milliseconds without a key before it asks. */
const pause = 200;

let timer: ReturnType<typeof setTimeout> | undefined;
let asking: AbortController | undefined;

async function look(form: HTMLFormElement): Promise<void> {
  asking?.abort();
  asking = new AbortController();
  const address = `${form.action}?${new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))}`;
  try {
    const answer = await fetch(address, { signal: asking.signal });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    results!.replaceChildren(...(page.querySelector('[data-results]')?.childNodes ?? []));
    history.replaceState(null, '', address);
  } catch {
    // Overtaken by the next letter, or no network: Enter still sends the form.
  }
}

if (box?.form && results)
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(box.form!), pause);
  });
