import type { AgreementLine } from './line.ts';

/** Days before the day of review from which on it is said. */
const soonDays = 14;

/** How a day of review (`YYYY-MM-DD`) stands today: not yet worth a word, soon, today or past. `days` is never negative. */
export function reviewDue(
  reviewOn: string | null,
  today: string
): { due: 'soon' | 'today' | 'over'; days: number } | null {
  if (reviewOn === null) return null;
  // Noon of both days in UTC: whole days, whatever the clocks do in between.
  const days = Math.round((Date.parse(`${reviewOn}T12:00:00Z`) - Date.parse(`${today}T12:00:00Z`)) / 86_400_000);
  if (Number.isNaN(days) || days > soonDays) return null;
  return { due: days > 0 ? 'soon' : days === 0 ? 'today' : 'over', days: Math.abs(days) };
}

/** Months until the next look, where nothing else is said. */
const monthsBetween = 6;

/** The day the field for the next look begins with: the running one while it lies ahead, else half a year from today. */
export function nextReview(reviewOn: string | null, today: string): string {
  if (reviewOn !== null && reviewOn > today) return reviewOn;
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  // The last day of a shorter month stands for days it does not have.
  const last = new Date(Date.UTC(year, month + monthsBetween, 0)).getUTCDate();
  const next = new Date(Date.UTC(year, month - 1 + monthsBetween, Math.min(day, last)));
  return next.toISOString().slice(0, 10);
}

interface Version {
  lines: readonly AgreementLine[];
  reviewOn: string | null;
}

/**
 * Whether a next version would say nothing new: the same lines in the same order. Once the day to look at them again is
 * near, the same lines with a later day are an answer of their own.
 */
export function isSameAgain(inForce: Version | undefined, next: Version, today: string): boolean {
  if (!inForce || inForce.lines.length !== next.lines.length) return false;
  const same = next.lines.every(
    ({ part, text }, index) => inForce.lines[index]?.part === part && inForce.lines[index].text === text
  );
  const renewed = reviewDue(inForce.reviewOn, today) !== null && (next.reviewOn ?? '') > (inForce.reviewOn ?? '');
  return same && !renewed;
}
