/**
 * The check-in of one round on the device: the one script of its page, without a framework, so that it is there on a slow
 * phone. Answers live in the page and nowhere else until they are sealed; no request depends on them.
 */
import { leaveQuickly } from '../../safety/exit.ts';
import { countShift } from '../../safety/tripleShift.ts';
import type { DeviceTask } from '../roundPage.ts';
import { keepBallot, sendBallot } from './deviceBallot.ts';
import { readRecord } from './deviceRecord.ts';
import { holdToken, type Token } from './deviceToken.ts';
import { offerToKeep } from './keepResult.ts';
import { all, note, reveal, showScreen, walk } from './screens.ts';
import { chosen, limitTicks, showResult } from './sheet.ts';

const page = document.querySelector<HTMLElement>('#check-in')!;
const task = JSON.parse(page.dataset.task!) as DeviceTask;

readyToLeave();
if (task.phase === 'open' && task.asked && task.definition) checkIn(task.definition);
else if (task.phase === 'published' && task.asked) lookForReceipt();
document.documentElement.classList.add('scripted');

function readyToLeave(): void {
  const shift = countShift();
  document.querySelector('[data-exit] a[rel~="external"]')?.addEventListener('click', (event) => {
    event.preventDefault();
    leaveQuickly(window);
  });
  addEventListener('keydown', ({ key, repeat }) => shift.down(key, repeat));
  addEventListener('keyup', ({ key, timeStamp }) => shift.up(key, timeStamp) && leaveQuickly(window));
  addEventListener('pointerdown', () => shift.reset());
}

function checkIn(definition: NonNullable<DeviceTask['definition']>): void {
  if (!globalThis.crypto?.subtle) return note('insecure');
  if (!keepsAnything()) return note('no_storage');
  const before = readRecord(localStorage, task);
  if (before?.state === 'sent') return note('sent');

  const statements = definition.statements.map((_, at) => `statement-${at + 1}`);
  const order = ['start', ...statements, 'help', 'result', 'send'];
  let results: HTMLElement[] = [];
  const { to } = walk(order, (screen) => {
    const open = statements.includes(screen) && !document.querySelector(`input[name="${screen}"]:checked`);
    for (const missing of all('[data-missing]')) missing.hidden = !open;
    if (screen === 'help') results = showResult(definition);
    return !open;
  });
  // Some browsers fill in what was chosen before a reload: nobody should find another's answers.
  for (const input of all<HTMLInputElement>('input[type=radio], input[type=checkbox]')) input.checked = false;
  addEventListener('change', limitTicks);
  offerToKeep(task.person, () => ({ ...task, scales: results.map(scaleOf) }));

  // At once, whether or not anything will be answered; the same requests for everybody.
  let token: Promise<Token> = holdToken(task, localStorage);
  void token.then(({ outcome }) => {
    if (outcome === 'sent') return note('sent');
    if (outcome !== 'ready') note(outcome);
    // Without a token it can still be done for oneself; with a key that differs, nothing here is to be trusted.
    reveal('[data-begin]', outcome !== 'key');
    reveal('[data-may-send]', outcome === 'ready' || outcome === 'later');
    // Answered before, perhaps without a signature yet: the first answer stands.
    if (before?.sealed) void send(to);
    else for (const button of all<HTMLButtonElement>('[data-begin] button')) button.disabled = false;
  });

  let sending = false;
  async function send(finish: (screen: string) => void): Promise<void> {
    if (sending) return;
    sending = true;
    reveal('[data-sending]');
    finish(await trySending());
    reveal('[data-sending]', false);
    sending = false;
  }

  async function trySending(): Promise<string> {
    try {
      if ((await token).outcome === 'later') token = holdToken(task, localStorage);
      const { outcome, keys } = await token;
      if (outcome === 'sent') return 'sent';
      const kept = () => readRecord(localStorage, task)?.sealed;
      const { answer } = chosen(definition);
      if (keys && answer && !kept()) await keepBallot(task, keys.seal, answer, localStorage);
      if (outcome === 'later') return kept() ? 'waiting' : 'stay';
      if (outcome !== 'ready') return outcome === 'key' || outcome === 'skipped' ? outcome : 'closed';
      const sent = await sendBallot(task, localStorage);
      return sent === 'later' ? 'waiting' : sent;
    } catch {
      return 'stay';
    }
  }

  const again = () => void send(showScreen);
  document.querySelector('[data-send]')?.addEventListener('click', () => void send(to));
  for (const button of all('[data-again]')) button.addEventListener('click', again);
  addEventListener('online', () => {
    if (all('[data-screen="waiting"], [data-screen="stay"]').some(({ hidden }) => !hidden)) again();
  });
}

/** Some private windows refuse to keep anything: a token would be used up and lost at once. */
function keepsAnything(): boolean {
  try {
    localStorage.setItem('circlewell-tried', '');
    localStorage.removeItem('circlewell-tried');
    return true;
  } catch {
    return false;
  }
}

/** A scale's result as it is remembered. */
function scaleOf({ dataset }: HTMLElement) {
  const [at, place] = dataset.result!.split('-').map(Number);
  const of = all(`[data-result^="${at}-"]`).length;
  return { title: dataset.title!, band: dataset.band!, place: place!, of };
}

/** Whether this device's ballot was counted. Found out here: the page holds all receipts, and nobody is asked. */
function lookForReceipt(): void {
  const record = readRecord(localStorage, task);
  if (!record?.receipt || record.state === 'asked' || record.state === 'signed') return note('no_receipt');
  note(task.receipts.includes(record.receipt) ? 'counted' : 'not_counted');
}
