/** The script of the list of practices: favourites, the plan, and the filter by minutes. All stays on this device. */
import { favouriteButtons, keep, own } from './favouriteButton.ts';
import { longestPlan, mostPlans } from './ownPractices.ts';

const all = <E extends HTMLElement>(selector: string) => [...document.querySelectorAll<E>(selector)];
const one = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector)!;

function showFavourites(): void {
  const list = one('[data-favourites]');
  const { favourites } = own();
  const cards = favourites.map((slug) => one(`[data-practice="${slug}"]`)).filter((card) => card !== null);
  list.replaceChildren(
    ...cards.map((card) => {
      const item = document.createElement('li');
      const link = item.appendChild(document.createElement('a'));
      const title = card.querySelector('a')!;
      link.href = title.href;
      link.textContent = title.textContent;
      link.className = list.dataset.look ?? '';
      return item;
    })
  );
  one('[data-no-favourites]').hidden = cards.length > 0;
}

/** Shows the practices of these minutes; parts with none of them go too. */
function filterByMinutes(): void {
  const wanted = one<HTMLInputElement>('input[name="minutes"]:checked').value;
  for (const card of all('[data-minutes]')) card.hidden = wanted !== '' && card.dataset.minutes !== wanted;
  for (const part of all('[data-sort]')) part.hidden = !part.querySelector('[data-minutes]:not([hidden])');
  const count = all('[data-minutes]:not([hidden])').length;
  const status = one('[data-count]');
  status.textContent = (status.dataset.count ?? '').replace('{count}', String(count));
}

const form = one<HTMLFormElement>('[data-plan-form]');
const list = one('[data-plan]');
const row = one<HTMLTemplateElement>('[data-plan-row]');

function showPlan(): void {
  const { plan } = own();
  list.replaceChildren(
    ...plan.map(({ when, what }, at) => {
      const item = row.content.firstElementChild!.cloneNode(true) as HTMLElement;
      item.querySelector('[data-when]')!.textContent = when;
      item.querySelector('[data-what]')!.textContent = what;
      item.querySelector('button')!.addEventListener('click', () => {
        const now = own();
        keep({ ...now, plan: now.plan.filter((_, i) => i !== at) });
        showPlan();
        // The row is gone, and with it the button: on to the next, or to the form.
        (list.querySelectorAll('button')[at] ?? form.querySelector('input'))?.focus();
      });
      return item;
    })
  );
  one('[data-plan-full]').hidden = plan.length < mostPlans;
  form.hidden = plan.length >= mostPlans;
  one('[data-forget]').hidden = plan.length + own().favourites.length === 0;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const [when, what] = ['when', 'what'].map((name) => String(new FormData(form).get(name)).trim());
  if (!when || !what) return;
  const now = own();
  const kept = keep({ ...now, plan: [...now.plan, { when, what }] });
  for (const note of all('[data-not-kept]')) note.hidden = kept;
  // What could not be kept stays in the boxes.
  if (kept) form.reset();
  showPlan();
  form.querySelector('input')?.focus();
});
one('[data-forget]').addEventListener('click', () => {
  keep({ favourites: [], plan: [] });
  draw();
  form.querySelector('input')?.focus();
});
for (const input of form.querySelectorAll('input')) input.maxLength = longestPlan;
for (const input of all('input[name="minutes"]')) input.addEventListener('change', filterByMinutes);

function draw(): void {
  showFavourites();
  showPlan();
}
favouriteButtons(draw);
draw();
addEventListener('storage', draw);
// The browser may have kept what was chosen over a reload.
filterByMinutes();
