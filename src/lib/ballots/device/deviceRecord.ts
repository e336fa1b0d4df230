/**
 * What a device keeps of one round for one person or place, in the storage of the browser. Never an answer: a ballot that waits
 * for the network is sealed, and the device itself can't open it.
 */
export interface DeviceRecord {
  /** Fingerprints of the round's keys as this device saw them first. Another key later on is refused. */
  sign: string;
  seal: string;
  /** `asked`: a signature is being asked for. `waiting`: a sealed ballot is to be sent. `skipped`: another device has the token. */
  state: 'asked' | 'signed' | 'waiting' | 'sent' | 'skipped';
  /** Base64url, as all bytes here. Gone once the ballot has arrived. */
  message?: string;
  /** Until the signature is there. As secret as the message. */
  inverse?: string;
  blinded?: string;
  signature?: string;
  sealed?: string;
  /** The number by which the device finds its ballot among the published receipts. */
  receipt?: string;
}

export type Keeping = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
/**
 * Where a record lies: `kind` of round (`check-in`, `evaluation`), the round's id, and whose token it is: the id of a person or,
 * in an evaluation, of their place.
 */
export type RecordPlace = { kind: string; round: string; person: string };

const keyOf = ({ kind, round, person }: RecordPlace) => `circlewell-${kind}:${round}:${person}`;

/** The record of a round; null when there is none, or when it can't be read. */
export function readRecord(keeping: Keeping, place: RecordPlace): DeviceRecord | null {
  try {
    return JSON.parse(keeping.getItem(keyOf(place)) ?? 'null') as DeviceRecord | null;
  } catch {
    return null;
  }
}

/** @throws when the browser keeps nothing, or its storage is full. */
export function writeRecord(keeping: Keeping, place: RecordPlace, record: DeviceRecord): void {
  keeping.setItem(keyOf(place), JSON.stringify(record));
}

/** Whether something sealed waits here for the network, of whatever round and whoever it is. */
export function anySealed(keeping: Keeping): boolean {
  const keys = Array.from({ length: keeping.length }, (_, at) => keeping.key(at) ?? '');
  return keys.some((key) => {
    const [, kind, round, person] = /^circlewell-(check-in|evaluation):([^:]+):([^:]+)$/.exec(key) ?? [];
    return Boolean(kind && readRecord(keeping, { kind, round: round!, person: person! })?.sealed);
  });
}

/** Takes away what this device keeps of this person's rounds and, if they kept one, their history. */
export function forgetDevice(keeping: Keeping, person: string): void {
  const keys = Array.from({ length: keeping.length }, (_, at) => keeping.key(at) ?? '');
  for (const key of keys) if (key.startsWith('circlewell-') && key.endsWith(`:${person}`)) keeping.removeItem(key);
}
