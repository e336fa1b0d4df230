import { isTimeZone, wallClock } from '../agenda/clock.ts';
import * as m from '../paraglide/messages.js';
import { fitAgenda, type AgendaChange, type FittedAgenda } from './fitAgenda.ts';
import type { CircleTemplate } from './circleTemplate.ts';

/** The template's agenda for a circle of this many minutes, and what had to be done to it. */
export function plannedAgenda(template: Pick<CircleTemplate, 'items'>, minutes: number): FittedAgenda {
  return fitAgenda(
    template.items.map((item) => ({ ...item, id: '' })),
    minutes
  );
}

const changes: Record<AgendaChange, (minutes: { minutes: number; own: number }) => string> = {
  none: () => '',
  longer: m.circles_fit_longer,
  shorter: m.circles_fit_shorter,
  left_out: m.circles_fit_left_out,
  too_long: m.circles_fit_too_long,
  time_left: m.circles_fit_time_left
};

/** What a circle of this many minutes does to its template's agenda; nothing when it fits as it stands. */
export function changeOfPlan(template: Pick<CircleTemplate, 'items' | 'minutes'>, minutes: number): string {
  return changes[plannedAgenda(template, minutes).change]({ minutes, own: template.minutes });
}

const after: Record<Exclude<AgendaChange, 'none'>, () => string> = {
  longer: m.circles_fitted_longer,
  shorter: m.circles_fitted_shorter,
  left_out: m.circles_fitted_left_out,
  too_long: m.circles_fitted_too_long,
  time_left: m.circles_fitted_time_left
};

/** What was done to the agenda, said afterwards; `change` is a word from an address, so anything. */
export function plannedWord(change: string | null): string {
  return change !== null && Object.hasOwn(after, change) ? after[change as keyof typeof after]() : '';
}

/** The fields of a plan whose circle starts now (a ticked `now`): the day and the clock time of this minute. */
export function startingNow(fields: Record<string, unknown>, now: number): Record<string, unknown> {
  const zone = typeof fields.timeZone === 'string' ? fields.timeZone.trim() : '';
  return fields.now === 'on' && isTimeZone(zone) ? { ...fields, ...wallClock(now, zone) } : fields;
}

/** Days a circle was held on (`YYYY-MM-DD`), from its opening to its closing; at most a week, so that a forgotten circle stays honest. */
export function heldDays(opened: string, closed: string): string[] {
  const days: string[] = [];
  const day = new Date(`${opened}T12:00:00Z`);
  while (days.length < 7 && day.toISOString().slice(0, 10) <= closed) {
    days.push(day.toISOString().slice(0, 10));
    day.setUTCDate(day.getUTCDate() + 1);
  }
  return days.length > 0 ? days : [opened];
}
