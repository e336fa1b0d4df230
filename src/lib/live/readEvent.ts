import { itemKinds, type ItemKind } from '../agenda/item.ts';
import { liveLimits, type Deed, type LiveEvent, type LiveItem, type Speaker } from './event.ts';

/**
 * An event out of whatever a document holds, or null when it is none. Written by hand and small: it runs on phones for
 * every event. What comes out is made anew, with the known fields only.
 */
export function readEvent(value: unknown): LiveEvent | null {
  if (!isRecord(value)) return null;
  const { id, seq, at, by } = value;
  if (!isId(id) || !isId(by) || !isWhole(seq, 1, liveLimits.seq) || !isWhole(at, 0, Number.MAX_SAFE_INTEGER))
    return null;
  const deed = readDeed(value.deed);
  return deed && { id, seq, at, by, deed };
}

/** A deed, checked in shape and size, or null. Whether it fits the circle's state is for the fold to say. */
export function readDeed(value: unknown): Deed | null {
  if (!isRecord(value)) return null;
  const { item, round, from, to, seen, target, speaker } = value;
  switch (value.do) {
    case 'pause':
    case 'resume':
    case 'goOn':
      return { do: value.do };
    case 'next':
    case 'back':
    case 'end':
      return isId(from) ? { do: value.do, from } : null;
    case 'jump':
      return isId(from) && isId(to) ? { do: 'jump', from, to } : null;
    case 'begin': {
      const items = readItems(value.items);
      return items && { do: 'begin', items };
    }
    case 'agenda': {
      const items = readItems(value.items);
      return items && isMark(seen) ? { do: 'agenda', items, seen } : null;
    }
    case 'extend': {
      const { minutes } = value;
      const fits = isId(item) && isWhole(minutes, -liveLimits.minutes, liveLimits.minutes);
      return fits ? { do: 'extend', item, minutes } : null;
    }
    case 'skip':
    case 'unskip':
      return isId(item) ? { do: value.do, item } : null;
    case 'order': {
      const items = readIds(value.items, liveLimits.items);
      return items && isMark(seen) ? { do: 'order', items, seen } : null;
    }
    case 'fit': {
      const minutes = readMinutes(value.minutes);
      const skip = readIds(value.skip, liveLimits.items);
      if (!minutes || !skip || !isMark(seen)) return null;
      const { end } = value;
      if (end === undefined) return { do: 'fit', minutes, skip, seen };
      return isWhole(end, 0, Number.MAX_SAFE_INTEGER) ? { do: 'fit', minutes, skip, seen, end } : null;
    }
    case 'undo':
      return isId(target) ? { do: 'undo', target } : null;
    case 'openRound': {
      const speakers = readList(value.speakers, liveLimits.speakers, readSpeaker);
      return isId(round) && isId(item) && speakers?.length ? { do: 'openRound', round, item, speakers } : null;
    }
    case 'spoke':
    case 'passed':
      return isId(round) && isId(from) ? { do: value.do, round, from } : null;
    case 'takeBack':
      return isId(round) && isMark(from) ? { do: 'takeBack', round, from } : null;
    case 'holdSilence':
    case 'endSilence':
    case 'closeRound':
      return isId(round) ? { do: value.do, round } : null;
    case 'arrive': {
      const late = readSpeaker(speaker);
      const { before } = value;
      if (!isId(round) || !late || !(before === undefined || isId(before))) return null;
      return { do: 'arrive', round, speaker: late, ...(before === undefined ? {} : { before }) };
    }
    case 'leaveRound':
      return isId(round) && isId(speaker) ? { do: 'leaveRound', round, speaker } : null;
    case 'orderRound': {
      const order = readIds(value.order, liveLimits.speakers);
      return isId(round) && order && isMark(seen) ? { do: 'orderRound', round, order, seen } : null;
    }
    default:
      return null;
  }
}

function readItems(value: unknown): LiveItem[] | null {
  const items = readList(value, liveLimits.items, readItem);
  const ids = new Set(items?.map(({ id }) => id));
  return items?.length && ids.size === items.length ? items : null;
}

function readItem(value: unknown): LiveItem | null {
  if (!isRecord(value)) return null;
  const { id, kind, title, minutes, minMinutes, priority } = value;
  if (!isId(id) || !isKind(kind) || !isName(title)) return null;
  if (!isWhole(minutes, 1, liveLimits.minutes) || !isWhole(minMinutes, 0, liveLimits.minutes)) return null;
  return isWhole(priority, 1, 9) ? { id, kind, title, minutes, minMinutes, priority } : null;
}

function readSpeaker(value: unknown): Speaker | null {
  if (!isRecord(value)) return null;
  const { id, name, joins } = value;
  if (!isId(id) || !isName(name) || name.trim() === '') return null;
  return joins === 'here' || joins === 'phone' ? { id, name, joins } : null;
}

function readMinutes(value: unknown): Record<string, number> | null {
  if (!isRecord(value)) return null;
  const entries = Object.entries(value);
  const read = entries.filter((entry): entry is [string, number] => isWhole(entry[1], 1, liveLimits.minutes));
  return read.length === entries.length && read.length <= liveLimits.items ? Object.fromEntries(read) : null;
}

function readIds(value: unknown, most: number): string[] | null {
  return readList(value, most, (id) => (isId(id) ? id : null));
}

/** All of a list or nothing: half a list would be something nobody did. */
function readList<T>(value: unknown, most: number, read: (one: unknown) => T | null): T[] | null {
  if (!Array.isArray(value) || value.length > most) return null;
  const list = value.map(read);
  return list.some((one) => one === null) ? null : (list as T[]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= liveLimits.id;
}

/** An id, or '' for "nothing yet". */
function isMark(value: unknown): value is string {
  return value === '' || isId(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= liveLimits.name;
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

function isKind(value: unknown): value is ItemKind {
  return (itemKinds as readonly unknown[]).includes(value);
}
