// Control characters and marks that turn the direction of the text around them: they would make one name rewrite the page.
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** One line of text as it is kept: without unseen marks, white space drawn together to single spaces. */
export function tidyLine(text: string): string {
  return text.normalize('NFC').replace(/\s/gu, ' ').replace(unseen, '').replace(/ {2,}/g, ' ').trim();
}

/** A name, tidied; '' when nothing readable (no letter, no figure) is left. */
export function tidyName(text: string): string {
  const tidy = tidyLine(text);
  return /[\p{L}\p{N}]/u.test(tidy) ? tidy : '';
}
