import type * as Y from 'yjs';
import { newId, type ItemKind } from '../agenda/item.ts';
import { liveLimits, type Deed, type LiveEvent } from './event.ts';
import { readEvent } from './readEvent.ts';
import type { LiveState } from './state.ts';
import { actualRows } from './timing.ts';

/** The Yjs map that holds the events of a running circle: id → plain JSON. Entries are added, never changed. */
export const EVENTS = 'events';

const NAME = /^(?:live|candle):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** The name under which a running circle is opened on the socket. */
export function liveDocumentName(circleId: string): string {
  return `live:${circleId}`;
}

/** The circle id of a socket document name, a desk's or a candle's, or null when it is the name of neither. */
export function circleIdOf(documentName: string): string | null {
  return NAME.exec(documentName)?.[1] ?? null;
}

/** The readable events of a document; whatever else lies in it is passed over. In no particular order. */
export function eventsOf(doc: Y.Doc): LiveEvent[] {
  const events: LiveEvent[] = [];
  for (const [key, value] of doc.getMap(EVENTS).entries()) {
    const event = readEvent(value);
    if (event && event.id === key) events.push(event);
  }
  return events;
}

/**
 * Writes down a deed after all this document has seen.
 * @param by person id
 * @param at ms since 1970, on the server's clock
 * @throws RangeError when the deed is too large or not well formed: it would be ignored by everybody
 */
export function append(doc: Y.Doc, by: string, at: number, deed: Deed, newEventId: () => string = newId): LiveEvent {
  const latest = eventsOf(doc).reduce((most, { seq }) => Math.max(most, seq), 0);
  // At the bound, time decides the order: one wrong event cannot stop a circle.
  const seq = Math.min(latest + 1, liveLimits.seq);
  const event = readEvent({ id: newEventId(), seq, at: Math.round(at), by, deed });
  if (!event) throw new RangeError(`not a deed of a circle: ${deed.do}`);
  doc.getMap(EVENTS).set(event.id, event);
  return event;
}

/** How long an item took, for the circle's record. Minutes; `actual` to one decimal. */
export interface Actual {
  item: string;
  title: string;
  kind: ItemKind;
  planned: number;
  actual: number;
  skipped: boolean;
  /** How many rounds were held; who spoke or passed is kept nowhere but in the running circle. */
  rounds: number;
}

/**
 * Planned against actual per item, in the order they were held. No names, nothing said about anybody.
 * @param now ms since 1970
 */
export function actualsOf(state: LiveState, now: number): Actual[] {
  return actualRows(state, now).map(({ item, title, kind, planned, actual, stage }) => ({
    item,
    title,
    kind,
    planned,
    actual,
    skipped: stage === 'skipped',
    rounds: state.rounds.filter((round) => round.item === item).length
  }));
}
