import { itemKinds, nearestPriority, type AgendaItem } from './item.ts';

/** Columns of an agenda item: what `itemOf` reads. */
export const itemColumns = 'id, kind, title, note, minutes, min_minutes, priority';

interface ItemRow {
  id: string;
  kind: string;
  title: string;
  note: string;
  minutes: number;
  min_minutes: number;
  priority: number;
}

/** An item from its row; a word the app does not know is read as the plainest kind. */
export const itemOf = (row: ItemRow): AgendaItem => ({
  id: row.id,
  kind: itemKinds.find((kind) => kind === row.kind) ?? 'core',
  title: row.title,
  notes: row.note,
  minutes: row.minutes,
  minMinutes: Math.max(1, row.min_minutes),
  priority: nearestPriority(row.priority)
});

/** Items as the database functions take them (`save_agenda`, `plan_circle`, `start_series`, `use_in_circle`); an empty id is a new item. */
export const agendaRows = (items: readonly AgendaItem[]) =>
  items.map((item) => ({
    id: item.id === '' ? null : item.id,
    kind: item.kind,
    title: item.title,
    note: item.notes,
    minutes: item.minutes,
    min_minutes: item.minMinutes,
    priority: item.priority
  }));
