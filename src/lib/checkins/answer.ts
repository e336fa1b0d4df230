import { helpKeys, type HelpKey } from './help.ts';
import type { ScaleDefinition } from './scales/schema.ts';

/** Length in bytes of every answer, whatever was answered: the sealed ballot then has one length too. */
export const ANSWER_BYTES = 16;
/** As many scales as a definition may have: one byte each. */
export const MOST_SCALES = 8;
/**
 * So many help options one person may ask for. Each is published as a level of its own, so this limits how much one answer can show in all; and
 * what people ask for most weighs more when it has to be chosen.
 */
export const MOST_HELP = 2;
const FORMAT = 1;
const HELP_AT = 1 + MOST_SCALES;

/**
 * All that leaves the device: for each scale of the definition, in its order, the place of the band (from 0), and the
 * help asked for, at most two options.
 */
export type CheckinAnswer = { bands: readonly number[]; help: readonly HelpKey[] };

/**
 * Bytes: format · band + 1 for each of eight scales, 0 for one that does not exist · six help bits · zeros to the end.
 * @throws RangeError for more scales than there is room for, or more help than one person may ask for.
 */
export function encodeAnswer({ bands, help }: CheckinAnswer): Uint8Array<ArrayBuffer> {
  if (bands.length > MOST_SCALES) throw new RangeError(`An answer has room for ${MOST_SCALES} scales.`);
  if (help.length > MOST_HELP) throw new RangeError(`An answer asks for at most ${MOST_HELP} kinds of help.`);
  const bytes = new Uint8Array(ANSWER_BYTES);
  bytes[0] = FORMAT;
  bands.forEach((band, index) => (bytes[1 + index] = band + 1));
  helpKeys.forEach((key, bit) => (bytes[HELP_AT]! |= help.includes(key) ? 1 << bit : 0));
  return bytes;
}

/**
 * Reads an answer back, or null when it is not one for this definition or asks for more than two kinds of help. There is exactly one way to write an answer: a
 * changed page could otherwise hide a mark in unused bytes and know its ballot again.
 */
export function decodeAnswer(bytes: Uint8Array, { scales }: Pick<ScaleDefinition, 'scales'>): CheckinAnswer | null {
  if (bytes.length !== ANSWER_BYTES) return null;
  const bands = scales.map((_, index) => bytes[1 + index]! - 1);
  if (bands.some((band, index) => band < 0 || band >= scales[index]!.bands.length)) return null;
  const help = helpKeys.filter((_, bit) => bytes[HELP_AT]! & (1 << bit));
  if (help.length > MOST_HELP) return null;
  const answer = { bands, help };
  return encodeAnswer(answer).every((byte, index) => byte === bytes[index]) ? answer : null;
}
