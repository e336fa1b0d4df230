/** The script of the page that is shown when another is not on the device. */
import { anySealed } from '../ballots/device/deviceRecord.ts';
import { readyToLeave } from '../safety/leaveByLink.ts';
import type { KeptPage } from './kept.ts';
import { onThisDevice } from './onDevice.ts';
import { offlinePage } from './request.ts';
import { registerWorker } from './register.ts';

readyToLeave();
document.documentElement.classList.add('scripted');
document.querySelector('[data-try]')!.addEventListener('click', () => location.reload());
// Shown in the place of another page: that one comes by itself when it can be had.
if (location.pathname !== offlinePage) {
  addEventListener('online', () => void comeBack());
  setInterval(() => navigator.onLine && !document.hidden && void comeBack(), 5_000);
}
void registerWorker();
void show();
showSealed();

/** Asks first: a browser says "online" of any network at all, and the server may be what is away. */
async function comeBack(): Promise<void> {
  const health = await fetch('/health', { cache: 'no-store' }).catch(() => null);
  if (health?.ok) location.reload();
}

/** Says that what was sent without a network is safe here. */
function showSealed(): void {
  try {
    document.querySelector<HTMLElement>('[data-sealed]')!.hidden = !anySealed(localStorage);
  } catch {
    // A browser that keeps nothing has nothing sealed.
  }
}

/** Leaves what is on this device, and adds the pages of teams. */
async function show(): Promise<void> {
  const { pages, practices } = await onThisDevice();
  const here = document.querySelector<HTMLElement>('[data-here]')!;
  const part = (name: string) => here.querySelector<HTMLElement>(`[data-${name}]`)!;
  for (const line of here.querySelectorAll<HTMLElement>('[data-practice]'))
    line.hidden = !practices.has(line.dataset.practice!);
  part('own').append(...pages.map((page) => lineOf(page, here.dataset)));
  part('practices').hidden = practices.size === 0;
  part('something').hidden = pages.length + practices.size === 0;
  part('nothing').hidden = pages.length + practices.size > 0;
}

function lineOf({ kind, path, title }: KeptPage, words: DOMStringMap): HTMLElement {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = path;
  link.dir = 'auto';
  link.className = 'inline-flex min-h-11 items-center as-written';
  link.textContent = kind === 'pack' ? words.pack!.replace('{title}', () => title) : words.checkIn!;
  line.append(link);
  return line;
}
