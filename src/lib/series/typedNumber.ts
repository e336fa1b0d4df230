/** A number as people type it, read or not; never guessed at. */
export type TypedNumber = { units: number } | { trouble: 'unreadable' | 'unclear' | 'other currency' };

const gap = String.raw`[\s'’]`;
/** Digits in groups of three, by one separator all through. */
const grouped = (separator: string) => new RegExp(`^\\d{1,3}(?:${separator}\\d{3})+$`);
const bySpace = grouped(gap);
const byComma = grouped(',');
const byPoint = grouped(String.raw`\.`);

/**
 * Reads '37,500.50', '1 234,50', '1.234,50' or '1,5', in units of the last of at most `places` decimals.
 *
 * A point or comma before one, two or more than three digits divides decimals; before three it may divide thousands.
 * A point then is the decimal one where three decimals may be (20.604 of a rate), a comma divides thousands where they
 * may not (37,500 pounds). What is left over can mean two numbers and is unclear.
 */
export function readNumber(text: string, places: number): TypedNumber {
  const [whole, decimals] = parts(text.trim(), places) ?? ['', ''];
  if (whole === 'unclear') return { trouble: 'unclear' };
  if (!/^\d{1,9}$/.test(whole) || decimals.length > places) return { trouble: 'unreadable' };
  return { units: Number(whole + decimals.padEnd(places, '0')) };
}

function parts(text: string, places: number): [whole: string, decimals: string] | ['unclear', ''] | null {
  if (/^\d+$/.test(text)) return [text, ''];
  if (byComma.test(text) && byPoint.test(text)) return null;
  const one = /^\d{1,3}([.,])\d{3}$/.exec(text);
  if (one?.[1] === '.') return places >= 3 ? split(text, '.') : ['unclear', ''];
  if (one && places >= 3) return ['unclear', ''];
  if ([byComma, byPoint, bySpace].some((thousands) => thousands.test(text))) return [digits(text), ''];
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  return last < 0 ? null : split(text, text[last]!);
}

/** Parted at the last decimal sign; what stands before it may be grouped, by another sign. */
function split(text: string, sign: string): [whole: string, decimals: string] | null {
  const at = text.lastIndexOf(sign);
  const [whole, decimals] = [text.slice(0, at), text.slice(at + 1)];
  const thousands = sign === '.' ? [byComma, bySpace] : [byPoint, bySpace];
  if (!/^\d*$/.test(decimals)) return null;
  return /^\d+$/.test(whole) || thousands.some((group) => group.test(whole)) ? [digits(whole), decimals] : null;
}

const digits = (text: string) => text.replace(/\D/g, '');

/**
 * An amount of money, with or without its sign before or after it: '£37,500', '37 500 €', 'CA$ 20.60', 'GBP 20'.
 * @param currency the sign all amounts of the sheet have; another sign is not taken for it
 */
export function readMoney(text: string, places: number, currency: string): TypedNumber {
  const found = /^([\p{L}\p{Sc}]{0,4})\s*(.*?)\s*([\p{L}\p{Sc}]{0,4})$/u.exec(text.trim());
  const [, before = '', amount = '', after = ''] = found ?? [];
  if (before !== '' && after !== '') return { trouble: 'unreadable' };
  const read = readNumber(amount, places);
  const sign = /\p{Sc}/u.exec(before + after)?.[0];
  const own = /\p{Sc}/u.exec(currency)?.[0];
  return 'units' in read && sign && own && sign !== own ? { trouble: 'other currency' } : read;
}
