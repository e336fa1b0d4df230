/**
 * What makes two written names the same theme: letters count, not capitals, spacing or how an accent is encoded. Every place
 * that compares names of themes asks here, so that a table and a description can never part over a space.
 */
export function themeKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
