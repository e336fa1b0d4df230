/**
 * The check-in of one round on the device: the one script of its page, without a framework, so that it is there on a slow
 * phone. Answers live in the page and nowhere else until they are sealed; no request depends on them.
 */
import { keepCheckIn } from '../../offline/onDevice.ts';
import { registerWorker } from '../../offline/register.ts';
import { readyToLeave } from '../../safety/leaveByLink.ts';
import { readRecord } from '../../ballots/device/deviceRecord.ts';
import { holdToken, type Token } from '../../ballots/device/deviceToken.ts';
import { keepsAnything, sealAndSend } from '../../ballots/device/sealAndSend.ts';
import { encodeAnswer } from '../answer.ts';
import type { DeviceTask } from '../roundPage.ts';
import { offerToKeep } from './keepResult.ts';
import { all, note, reveal, showScreen, walk } from './screens.ts';
import { chosen, limitTicks, showResult } from './sheet.ts';

const page = document.querySelector<HTMLElement>('#check-in')!;
const task = JSON.parse(page.dataset.task!) as DeviceTask;

readyToLeave();
if (task.phase === 'open' && task.asked && task.definition) checkIn(task.definition);
else if (task.phase === 'published' && task.asked) lookForReceipt();
document.documentElement.classList.add('scripted');
void registerWorker();
// The page as everybody gets it, for a reload without a network; what is chosen stays in memory.
if (task.phase === 'open' && task.asked) void keepCheckIn(task.person, location.pathname, Date.parse(task.closesAt));

function checkIn(definition: NonNullable<DeviceTask['definition']>): void {
  if (!globalThis.crypto?.subtle) return note('insecure');
  if (!keepsAnything(() => localStorage)) return note('no_storage');
  const before = readRecord(localStorage, task);
  if (before?.state === 'sent') return showScreen('done');

  // Says that a check-in was begun in this tab, and nothing of what was chosen: that is kept nowhere.
  const begun = `circlewell-begun:${task.round}:${task.person}`;
  if (sessionStorage.getItem(begun) !== null) note('begun');
  sessionStorage.removeItem(begun);
  const statements = definition.statements.map((_, at) => `statement-${at + 1}`);
  const order = ['start', ...statements, 'help', 'result', 'send'];
  let results: HTMLElement[] = [];
  const { end } = walk(order, (screen) => {
    if (screen === 'start') sessionStorage.setItem(begun, '');
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
    if (outcome === 'sent') return finish('done');
    if (outcome !== 'ready') note(outcome);
    // Without a token it can still be done for oneself; with a key that differs, nothing here is to be trusted.
    reveal('[data-begin]', outcome !== 'key');
    reveal('[data-may-send]', outcome === 'ready' || outcome === 'later');
    // Answered before, perhaps without a signature yet: the first answer stands.
    if (before?.sealed) void send();
    else for (const button of all<HTMLButtonElement>('[data-begin] button')) button.disabled = false;
  });

  if (before?.sealed) finish('waiting');

  /** Once an answer is sealed the page holds no other trace of it: the next person at this computer can't go back to it. */
  function finish(screen: string): void {
    if (screen !== 'stay') {
      sessionStorage.removeItem(begun);
      for (const name of order) document.querySelector(`[data-screen="${name}"]`)?.remove();
    }
    end(screen);
  }

  let sending = false;
  async function send(): Promise<void> {
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
      const { answer } = chosen(definition);
      const went = await sealAndSend(task, await token, answer && encodeAnswer(answer), localStorage);
      if (went === 'done') return 'sent';
      // There is no screen for these: whoever is not asked, or signed out, can't send here.
      return went === 'not_listed' || went === 'signed_out' ? 'closed' : went;
    } catch {
      return 'stay';
    }
  }

  for (const button of all('[data-send], [data-again]')) button.addEventListener('click', () => void send());
  addEventListener('online', () => {
    if (all('[data-screen="waiting"], [data-screen="stay"]').some(({ hidden }) => !hidden)) void send();
  });
}

/** A scale's result as it is remembered. */
function scaleOf({ dataset }: HTMLElement) {
  const [at, place] = dataset.result!.split('-').map(Number);
  const parts = all(`[data-result^="${at}-"]`).map((part) => part.dataset);
  const bands = parts.map(({ band }) => band!);
  const strain = parts.findIndex(({ tone }) => tone === 'strain');
  return { title: dataset.title!, band: dataset.band!, place: place!, of: bands.length, bands, strain };
}

/** Whether this device's ballot was counted. Found out here: the page holds all receipts, and nobody is asked. */
function lookForReceipt(): void {
  const record = readRecord(localStorage, task);
  if (!record?.receipt || record.state === 'asked' || record.state === 'signed') return note('no_receipt');
  note(task.receipts.includes(record.receipt) ? 'counted' : 'not_counted');
}
