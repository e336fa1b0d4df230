import * as m from '../paraglide/messages.js';

/** Something that leaves when the period is over. Days are `YYYY-MM-DD`. */
export interface Leaving {
  what: LeavingKind;
  team: string;
  /** The last day anything happened in it. */
  lastDay: string;
  leavesOn: string;
}

export const leavingKinds = ['circle', 'place', 'acknowledgement', 'action'] as const;
export type LeavingKind = (typeof leavingKinds)[number];
export const isLeavingKind = (word: string): word is LeavingKind => leavingKinds.some((kind) => kind === word);

const kindWords: Record<LeavingKind, () => string> = {
  circle: m.records_leaving_circle,
  place: m.records_leaving_place,
  acknowledgement: m.records_leaving_acknowledgement,
  action: m.records_leaving_action
};
export const leavingWord = (kind: LeavingKind): string => kindWords[kind]();

const kindSums: Record<LeavingKind, (input: { count: number }) => string> = {
  circle: m.records_sum_circle,
  place: m.records_sum_place,
  acknowledgement: m.records_sum_acknowledgement,
  action: m.records_sum_action
};

/** What leaves with a thing of this kind, in a sentence. */
const kindContents: Record<LeavingKind, () => string> = {
  circle: m.records_contents_circle,
  place: m.records_contents_place,
  acknowledgement: m.records_contents_acknowledgement,
  action: m.records_contents_action
};
export const leavingContents = (kind: LeavingKind): string => kindContents[kind]();

/** “3 circles, 1 place in a series”; the word for nothing when there is nothing. */
export function leavingTotals(counts: Partial<Record<LeavingKind, number>>): string {
  const sums = leavingKinds.flatMap((kind) => (counts[kind] ? [kindSums[kind]({ count: counts[kind] })] : []));
  return sums.length === 0 ? m.records_sum_nothing() : sums.join(', ');
}

/** How many of each kind. */
export function countLeaving(leaving: readonly Pick<Leaving, 'what'>[]): Partial<Record<LeavingKind, number>> {
  const counts: Partial<Record<LeavingKind, number>> = {};
  for (const { what } of leaving) counts[what] = (counts[what] ?? 0) + 1;
  return counts;
}

/** A row of the preview: things of one kind, of one team, that were last touched and leave on the same days. */
export interface LeavingRow extends Leaving {
  count: number;
}

/** The preview as a table, first to leave first. Twenty people's places that end on one day are one row. */
export function leavingRows(leaving: readonly Leaving[]): LeavingRow[] {
  const rows = new Map<string, LeavingRow>();
  for (const { what, team, lastDay, leavesOn } of leaving) {
    const key = [what, team, lastDay, leavesOn].join('\n');
    const row = rows.get(key) ?? { what, team, lastDay, leavesOn, count: 0 };
    rows.set(key, { ...row, count: row.count + 1 });
  }
  return [...rows.values()].toSorted(
    (a, b) => a.leavesOn.localeCompare(b.leavesOn) || a.team.localeCompare(b.team) || a.what.localeCompare(b.what)
  );
}

/** What is due on a day or before, and what comes after it. */
export function dueAndComing<Each extends Pick<Leaving, 'leavesOn'>>(
  leaving: readonly Each[],
  today: string
): { due: Each[]; coming: Each[] } {
  return {
    due: leaving.filter(({ leavesOn }) => leavesOn <= today),
    coming: leaving.filter(({ leavesOn }) => leavesOn > today)
  };
}

/** The same day some years later; 29 February becomes the 28th where there is none, as the database has it. */
export function yearsAfter(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  const pad = (number: number, width: number) => String(number).padStart(width, '0');
  return `${pad(year + years, 4)}-${pad(month, 2)}-${pad(Math.min(date, last), 2)}`;
}

/** A record that is brought in stays at least this many days, however old it is. */
export const daysToLookAround = 30;

/** The day a record that is brought in today will leave, when that is within the year; else null. */
export function leavesSoon(heldOn: readonly string[], years: number, today: string): string | null {
  const last = heldOn.toSorted().at(-1);
  if (last === undefined) return null;
  const earliest = new Date(Date.parse(`${today}T12:00:00Z`) + daysToLookAround * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const day = [yearsAfter(last, years), earliest].toSorted().at(-1)!;
  return day <= yearsAfter(today, 1) ? day : null;
}

/** The same things under a period of so many years. */
export function withPeriod<Each extends Leaving & { notBefore: string }>(
  leaving: readonly Each[],
  years: number
): Each[] {
  return leaving.map((each) => {
    const leavesOn = yearsAfter(each.lastDay, years);
    return { ...each, leavesOn: leavesOn < each.notBefore ? each.notBefore : leavesOn };
  });
}
