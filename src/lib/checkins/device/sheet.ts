import { encodeAnswer, MOST_HELP, type CheckinAnswer } from '../answer.ts';
import type { HelpKey } from '../help.ts';
import type { PracticeSort } from '../../library/schema.ts';
import { fittingPractices, type Tone } from '../result.ts';
import type { ScaleDefinition } from '../scales/schema.ts';
import { bandsToSend, scoreScales, scoreTotal } from '../scoring.ts';
import { all, reveal } from './screens.ts';

/** What is chosen on the page just now: kept nowhere else. */
export function chosen(definition: ScaleDefinition): { answer: CheckinAnswer | null; total: number | null } {
  const answers = definition.statements.map((_, at) => {
    const radio = document.querySelector<HTMLInputElement>(`input[name="statement-${at + 1}"]:checked`);
    return radio ? Number(radio.value) : null;
  });
  const bands = bandsToSend(scoreScales(definition, answers));
  const total = scoreTotal(definition, answers);
  const answer = bands && { bands, help: ticked() };
  // Fails here and now if it could not be sent.
  if (answer) encodeAnswer(answer);
  return { answer, total: total && 'band' in total ? total.band : null };
}

const ticked = () => all<HTMLInputElement>('input[name="help"]:checked').map(({ value }) => value as HelpKey);

/** No more ticks than may be sent. */
export function limitTicks(): void {
  const full = ticked().length >= MOST_HELP;
  for (const tick of all<HTMLInputElement>('input[name="help"]')) tick.disabled = full && !tick.checked;
  reveal('[data-two]', full);
}

/** Shows the result that fits, its practices, and what would be sent. The parts are all on the page already. */
export function showResult(definition: ScaleDefinition): HTMLElement[] {
  const { answer, total } = chosen(definition);
  if (!answer) return [];
  const places = [...answer.bands, ...(total === null ? [] : [total])];
  reveal('[data-result], [data-practice], [data-sends-help], [data-sends-band]', false);
  const results = places.map((place, at) => document.querySelector<HTMLElement>(`[data-result="${at}-${place}"]`)!);
  for (const result of results) result.hidden = false;
  const fits = results.map(({ dataset }) => ({
    tone: dataset.tone as Tone,
    practices: dataset.practices!.split(' ') as [PracticeSort, PracticeSort, PracticeSort]
  }));
  const list = document.querySelector('[data-practice]')?.parentElement;
  for (const kind of fittingPractices(fits)) {
    const practice = document.querySelector<HTMLElement>(`[data-practice="${kind}"]`)!;
    practice.hidden = false;
    list?.append(practice);
  }
  showWhatIsSent(results.slice(0, answer.bands.length), answer.help);
  return results;
}

function showWhatIsSent(results: HTMLElement[], help: readonly HelpKey[]): void {
  const [first, ...others] = all('[data-sends-band]');
  for (const other of others) other.remove();
  for (const { dataset } of results.toReversed()) {
    const line = first!.cloneNode(true) as HTMLElement;
    line.hidden = false;
    line.firstElementChild!.textContent = `${dataset.title}: ${dataset.band}`;
    first!.after(line);
  }
  for (const key of help) reveal(`[data-sends-help="${key}"]`);
  reveal('[data-sends-no-help]', help.length === 0);
}
