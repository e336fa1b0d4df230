import * as m from '../paraglide/messages.js';

/** More tables than any gathering the field reports. */
export const maxGroups = 60;

/** A name for one more group: the last numbered name counted on ('Table 3' after 'Table 2'), else 'Group 2'. */
export function nextGroupName(names: readonly string[]): string {
  const found = /^(.*\D)(\d{1,3})$/.exec(names.at(-1) ?? '');
  const stem = found?.[1] ?? `${m.circles_group_stem()} `;
  let number = found?.[2] ? Number(found[2]) + 1 : names.length + 1;
  while (names.includes(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}
