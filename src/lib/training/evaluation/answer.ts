import type { Bytes } from '../../ballots/blind/bytes.ts';

/** Length in bytes of every form, whatever was answered: the sealed ballot then has one length too. */
export const FORM_BYTES = 32;
/** As many statements as a form may have: one byte each. */
export const MOST_STATEMENTS = 24;
/** The choices of every statement, from the best to the worst, are numbered 1 to 4. 0: not answered. */
export const CHOICES = 4;
const FORMAT = 1;

/**
 * All that leaves the device: for each statement of the form, in its order, the number of the choice, or 0.
 * Bytes: format · one for each statement · zeros to the end.
 * @throws RangeError for more statements than there is room for, or a choice there is not.
 */
export function encodeForm(choices: readonly number[]): Bytes {
  if (choices.length > MOST_STATEMENTS) throw new RangeError(`A form has room for ${MOST_STATEMENTS} statements.`);
  if (choices.some((choice) => !isChoice(choice))) throw new RangeError('There is no such choice.');
  const bytes = new Uint8Array(FORM_BYTES);
  bytes[0] = FORMAT;
  bytes.set(choices, 1);
  return bytes;
}

/**
 * Reads a form back, or null when it is not one for this number of statements, or nothing in it was answered. There is exactly one way to write a
 * form: a changed page could otherwise hide a mark in unused bytes and know its ballot again.
 */
export function decodeForm(bytes: Uint8Array, statements: number): number[] | null {
  if (bytes.length !== FORM_BYTES || statements < 1 || statements > MOST_STATEMENTS) return null;
  const choices = [...bytes.subarray(1, 1 + statements)];
  if (!choices.every(isChoice) || choices.every((choice) => choice === 0)) return null;
  return encodeForm(choices).every((byte, at) => byte === bytes[at]) ? choices : null;
}

/** For each statement, how many chose each of the four, the best first. */
export function countForms(forms: readonly (readonly number[])[], statements: number): number[][] {
  return Array.from({ length: statements }, (_, statement) =>
    Array.from({ length: CHOICES }, (_, choice) => forms.filter((form) => form[statement] === choice + 1).length)
  );
}

function isChoice(choice: number): boolean {
  return Number.isInteger(choice) && choice >= 0 && choice <= CHOICES;
}
