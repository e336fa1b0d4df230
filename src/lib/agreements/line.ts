/** What a line is about: how people are with each other, or where confidentiality ends. */
export type AgreementPart = 'how' | 'limits';

export interface AgreementLine {
  part: AgreementPart;
  text: string;
}

export const maxLines = 20;
export const maxLine = 300;

/** One line of text a row; blank rows and list marks typed in front are dropped. */
export function linesOf(typed: string): string[] {
  return typed
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '');
}

/** The lines of one part. */
export const linesIn = (lines: readonly AgreementLine[], part: AgreementPart): string[] =>
  lines.filter((line) => line.part === part).map((line) => line.text);

/** Both parts as one version: how first, then the limits, the order in which they are read back. */
export const version = (how: readonly string[], limits: readonly string[]): AgreementLine[] => [
  ...how.map((text) => ({ part: 'how' as const, text })),
  ...limits.map((text) => ({ part: 'limits' as const, text }))
];
