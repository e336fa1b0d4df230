import {
  historyKey,
  historyOffKey,
  HistoryLocked,
  lockHistory,
  mergeHistory,
  openHistory,
  type HistoryEntry
} from './history.ts';
import { reveal } from './screens.ts';

type Fitting = Pick<HistoryEntry, 'round' | 'scales'> & { person: string };

const field = (id: string) => document.querySelector<HTMLInputElement>(`#${id}`)!;

/** The form under the result with which somebody keeps it for themselves. `result` is asked when it is sent. */
export function offerToKeep(person: string, result: () => Fitting): void {
  const form = document.querySelector<HTMLFormElement>('[data-keep]');
  const isNew = localStorage.getItem(historyKey(person)) === null;
  const off = localStorage.getItem(historyOffKey(person)) !== null;
  reveal('[data-keep-on]', !off);
  reveal('[data-keep-off]', off);
  reveal('[data-keep-new]', isNew);
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    reveal('[data-kept]', false);
    void keep(result(), field('keep-passphrase').value, field('keep-again').value).then((said) => {
      reveal(`[data-kept="${said}"]`);
      if (said === 'done') form.reset();
    });
  });
}

async function keep({ person, round, scales }: Fitting, passphrase: string, again: string): Promise<string> {
  const key = historyKey(person);
  const text = localStorage.getItem(key);
  if (text === null && passphrase !== again) return 'differ';
  // The day on this person's own calendar.
  const now = new Date();
  const on = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  try {
    const before = text === null ? [] : await openHistory(text, passphrase);
    localStorage.setItem(key, await lockHistory(mergeHistory(before, [{ round, on, scales }]), passphrase));
    return 'done';
  } catch (fault) {
    return fault instanceof HistoryLocked ? fault.reason : 'storage';
  }
}
