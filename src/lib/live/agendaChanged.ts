import type { AgendaItem } from '../agenda/item.ts';
import type { LiveItem } from './event.ts';
import type { LiveState, RunningItem } from './state.ts';

/** An agenda as the running circle takes it: without notes, those stay with the plan. */
export function liveItems(agenda: readonly AgendaItem[]): LiveItem[] {
  return agenda.map(({ id, kind, title, minutes, minMinutes, priority }) => ({
    id,
    kind,
    title,
    minutes,
    minMinutes,
    priority
  }));
}

/**
 * Whether the agenda was edited since the circle took it, in what is still to come. The order alone does not count: it
 * is changed in the running circle too, and nobody could tell which of the two was meant.
 */
export function agendaChanged(state: LiveState, agenda: readonly LiveItem[]): boolean {
  const at = state.items.findIndex(({ id }) => id === state.current);
  if (at < 0 || state.phase === 'ended') return false;
  const begun = state.items.slice(0, at + 1);
  // Nothing comes after a closing that has begun.
  if (begun.some(({ kind }) => kind === 'closing')) return false;
  const coming = state.items.slice(at + 1).filter(({ spans }) => spans.length === 0);
  const planned = agenda.filter(({ id }) => !begun.some((item) => item.id === id));
  return (
    planned.some(
      (item) =>
        !same(
          item,
          state.items.find(({ id }) => id === item.id)
        )
    ) || coming.some(({ id }) => !planned.some((item) => item.id === id))
  );
}

function same(planned: LiveItem, now: RunningItem | undefined): boolean {
  return (
    now !== undefined &&
    planned.title === now.title &&
    planned.kind === now.kind &&
    planned.minutes === now.plannedMinutes &&
    planned.minMinutes === now.minMinutes &&
    planned.priority === now.priority
  );
}
