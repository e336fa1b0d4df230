/** What a found passage may be. `birthDate`: any full date, since what it means can't be told from its form. */
export type IdentifierKind = 'email' | 'phone' | 'address' | 'birthDate' | 'name';
/** A passage that may identify a person; `start` and `end` in UTF-16 units as in `slice`, end exclusive. */
export type Identifier = { kind: IdentifierKind; start: number; end: number; text: string };

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const YEAR = '(?:19|20)\\d{2}';
const STREET =
  '(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Ct|Crescent|Cres|Boulevard|Blvd|Way|Place|Pl|Terrace|Square|Gardens|Grove|Row|Mews|Parade|Highway|Hwy|Trail)';
const WORD = "\\p{Lu}[\\p{L}'’-]*";

/** In the order of precedence: where two kinds overlap, the first keeps the passage. Every pattern is bounded, so none backtracks far. */
const PATTERNS: [IdentifierKind, RegExp][] = [
  ['email', /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu],
  // 12 March 1984 · 3rd of May, 1990 · March 12, 1984
  ['birthDate', new RegExp(`(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH},?\\s${YEAR}(?!\\d)`, 'giu')],
  ['birthDate', new RegExp(`(?<!\\p{L})${MONTH}\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s${YEAR}(?!\\d)`, 'giu')],
  // 12/03/1984 · 12-3-84 · 1984-03-12
  [
    'birthDate',
    /(?<![\d/.-])(?:\d{1,2}([/.-])\d{1,2}\1(?:(?:19|20)\d{2}|\d{2})|(?:19|20)\d{2}([/.-])\d{1,2}\2\d{1,2})(?![\d/-])/gu
  ],
  // 12 Long Hill Road · 4b St. John's Ave
  ['address', new RegExp(`(?<![\\p{L}\\d])\\d{1,5}\\p{L}?,?\\s(?:${WORD}\\.?\\s){1,4}${STREET}(?!\\p{L})`, 'gu')],
  ['address', /(?<!\p{L})P\.?\s?O\.?\s?Box\s\d{1,6}(?!\d)/giu],
  // Postcodes of the United Kingdom and Canada; a state with its ZIP code.
  [
    'address',
    /(?<![\p{L}\d])(?:[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}|[A-Z]\d[A-Z][\s-]\d[A-Z]\d|[A-Z]{2}\s\d{5}(?:-\d{4})?)(?![\p{L}\d])/gu
  ],
  // Numbers in full: with + or 0 in front, or in the North American groups of three, three and four.
  ['phone', /(?<![\p{L}\p{Nd}.,/£$€-])(?:\+|[0٠۰]{1,2})\p{Nd}(?:[\s().-]{0,2}\p{Nd}){6,13}(?![\p{L}\p{Nd}])/gu],
  [
    'phone',
    /(?<![\p{L}\p{Nd}.,/£$€-])(?:1[\s.-])?\(?\p{Nd}{3}\)?[\s.-]{0,2}\p{Nd}{3}[\s.-]?\p{Nd}{4}(?![\p{L}\p{Nd}])/gu
  ],
  ['phone', /(?<![\p{L}\p{Nd}.,/£$€-])\p{Nd}{3}[.-]\p{Nd}{4}(?![\p{L}\p{Nd}-])/gu],
  // A title and a name. “Miss”, “Sister” and the like are also plain words and are left out unless written with a capital.
  [
    'name',
    new RegExp(`(?<!\\p{L})(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Doctor|Rev)\\.?\\s${WORD}(?:\\s${WORD}){0,2}`, 'gu')
  ]
];

/**
 * Passages of a text that may identify someone: e-mail addresses, telephone numbers, street and postal addresses, full dates and
 * names after a title, in the order of the text. It warns and never decides, and it is deliberately narrow: a name without a
 * title is not found, as most capitalised words are no names and a scan that cries wolf is soon clicked away.
 */
export function scanForIdentifiers(text: string): Identifier[] {
  const found: Identifier[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const { 0: passage, index: start } of text.matchAll(pattern)) {
      const end = start + passage.length;
      if (!found.some((other) => start < other.end && other.start < end))
        found.push({ kind, start, end, text: passage });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
