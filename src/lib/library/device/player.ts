/** The player of a practice. Every word of it is on the page already: it asks the network for nothing. */
import { favouriteButtons } from './favouriteButton.ts';
import { stepTimer, type Clock, type Shown } from './stepTimer.ts';
import { stayAwake } from './stayAwake.ts';

const part = <E extends Element = HTMLElement>(name: string) => document.querySelector<E>(`[data-${name}]`)!;
const player = part('player');
const steps = [...player.querySelectorAll<HTMLElement>('[data-step]')];
const [toggle, back, next, again] = ['toggle', 'back', 'next', 'again'].map((name) => part(name));
const calm = matchMedia('(prefers-reduced-motion: reduce)');

const clock: Clock = {
  now: () => Date.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  }
};
const timer = stepTimer(
  steps.map(({ dataset }) => Number(dataset.step)),
  clock,
  show
);

let ring: Animation | undefined;
let shownStep = 0;

function show({ step, state, left }: Shown): void {
  for (const [at, each] of steps.entries()) each.toggleAttribute('data-now', at === step);
  for (const [at, dot] of document.querySelectorAll('[data-dot]').entries())
    dot.toggleAttribute('data-done', at < step || (at === step && state === 'done'));
  player.dataset.state = state;
  part('count').textContent = (player.dataset.countWords ?? '').replace('{step}', String(step + 1));
  toggle!.textContent = toggle!.dataset[state] ?? '';
  back!.toggleAttribute('disabled', step === 0);
  say(step, state);
  drawRing(Number(steps[step]!.dataset.step) * 1000, left, state === 'playing');
  void stayAwake(state === 'playing');
  if (state === 'done') part('end').focus();
}

/** Each step is read out once, when it comes. */
function say(step: number, state: Shown['state']): void {
  if (step !== shownStep || state === 'waiting') part('live').textContent = '';
  if (state === 'done') return;
  if (step !== shownStep) part('live').textContent = steps[step]!.textContent!.trim();
  shownStep = step;
}

/** A ring that empties over the step. Who wants no movement sees none. */
function drawRing(whole: number, left: number, moves: boolean): void {
  ring?.cancel();
  if (calm.matches) return;
  ring = part('ring').animate([{ strokeDashoffset: 0 }, { strokeDashoffset: 1 }], { duration: whole, fill: 'both' });
  ring.currentTime = whole - left;
  if (!moves) ring.pause();
}

toggle!.addEventListener('click', () => timer.toggle());
back!.addEventListener('click', () => timer.back());
next!.addEventListener('click', () => timer.next());
again!.addEventListener('click', () => {
  timer.again();
  toggle!.focus();
});
addEventListener('keydown', (event) => {
  const { key, target, altKey, ctrlKey, metaKey } = event;
  if (altKey || ctrlKey || metaKey || player.dataset.state === 'done') return;
  const onControl = (target as Element).closest('a, button, input, summary');
  const does = { ArrowRight: timer.next, ArrowLeft: timer.back, ...(onControl ? {} : { ' ': timer.toggle }) }[key];
  if (!does) return;
  event.preventDefault();
  does();
});
favouriteButtons();
