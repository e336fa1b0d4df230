/** The kinds of agenda item, in the order a circle usually takes them; a break goes wherever people need one. */
export const itemKinds = [
  'opening',
  'agreements',
  'check_in',
  'practice',
  'core',
  'scenario',
  'round',
  'actions',
  'closing',
  'break'
] as const;

export type ItemKind = (typeof itemKinds)[number];

/** Four hours: longer than any single part of a circle, short enough to catch a slip of the key. */
export const maxMinutes = 240;

/** More items than any printed agenda holds; also bounds what one form can carry. */
export const maxItems = 40;

export const maxTitle = 120;
export const maxNotes = 4000;

/** How firmly an item is held when time runs short: 1 stays longest, 9 goes first. The editor offers these three. */
export const priorities = [1, 5, 9] as const;
export type Priority = (typeof priorities)[number];

/** The offered priority nearest to a stored one (1..9). */
export const nearestPriority = (stored: number): Priority => (stored <= 2 ? 1 : stored >= 8 ? 9 : 5);

/** One line of an agenda. `notes` is what the lead says or does; times are whole minutes. */
export interface AgendaItem {
  id: string;
  kind: ItemKind;
  title: string;
  notes: string;
  minutes: number;
  minMinutes: number;
  priority: Priority;
}

/** Opening and closing frame the circle: they stay in place and are never shortened by a suggestion. */
export function isFrame(item: Pick<AgendaItem, 'kind'>): boolean {
  return item.kind === 'opening' || item.kind === 'closing';
}

/** Kinds a lead may add; the one opening and the one closing come with every agenda. */
export const addableKinds = itemKinds.filter((kind) => !isFrame({ kind }));

/** Whole minutes within 1..240; anything unreadable becomes 1. */
export function tidyMinutes(minutes: number): number {
  if (!Number.isFinite(minutes)) return 1;
  return Math.min(maxMinutes, Math.max(1, Math.round(minutes)));
}

/** Minutes and minimum usual for a kind, used for an item that is added by hand. */
const usual: Record<ItemKind, { minutes: number; minMinutes: number; priority: Priority }> = {
  opening: { minutes: 4, minMinutes: 4, priority: 1 },
  agreements: { minutes: 3, minMinutes: 2, priority: 1 },
  check_in: { minutes: 10, minMinutes: 5, priority: 1 },
  practice: { minutes: 4, minMinutes: 2, priority: 5 },
  core: { minutes: 10, minMinutes: 5, priority: 5 },
  scenario: { minutes: 12, minMinutes: 8, priority: 9 },
  round: { minutes: 12, minMinutes: 6, priority: 5 },
  actions: { minutes: 5, minMinutes: 3, priority: 1 },
  closing: { minutes: 5, minMinutes: 5, priority: 1 },
  break: { minutes: 10, minMinutes: 5, priority: 9 }
};

/** A new item of a kind with its usual minutes. */
export function newItem(kind: ItemKind, id: string, title: string): AgendaItem {
  return { id, kind, title, notes: '', ...usual[kind] };
}

/** An id for a new item, made where it is added. `crypto.randomUUID` is missing on pages served without https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
