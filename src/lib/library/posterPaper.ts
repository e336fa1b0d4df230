/** Papers a poster is printed on; A4 is the one without a name in the address. */
export const posterPapers = ['a4', 'letter', 'a3'] as const;
export type PosterPaper = (typeof posterPapers)[number];

export const posterPaperFrom = (asked: string | undefined): PosterPaper =>
  posterPapers.find((paper) => paper === asked) ?? 'a4';
