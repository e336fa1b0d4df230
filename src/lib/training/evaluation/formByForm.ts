import { CHOICES } from './answer.ts';
import { countName } from './schema.ts';

/**
 * What was typed of one paper form, a statement after the other: `1` to `4` for the choice, `0` or a space where it was left
 * out. Anything else is passed over, and what comes after the last statement too.
 * @returns numbers 0 to 4
 */
export const readTicks = (typed: string, statements: number): number[] =>
  [...typed.replaceAll(' ', '0')]
    .filter((sign) => sign >= '0' && sign <= String(CHOICES))
    .slice(0, statements)
    .map(Number);

/**
 * The fields of the paper counts that one form changes, with what they say then: one form more, and one tick more for each
 * statement that was answered. `by` -1 takes the form out again.
 * @param typed the fields as they are, empty or missing for none
 */
export function addForm(
  typed: Readonly<Record<string, string>>,
  ticks: readonly number[],
  by: 1 | -1 = 1
): Record<string, string> {
  const ticked = ticks.flatMap((choice, at) => (choice > 0 ? [countName(at, choice - 1)] : []));
  const more = (name: string) => String(Math.max(0, (Number(typed[name]) || 0) + by));
  return Object.fromEntries(['respondents', ...ticked].map((name) => [name, more(name)]));
}
