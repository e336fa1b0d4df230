export const papers = ['a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

/** The paper asked for in an address; A4 when none or another is asked for. */
export const paperFrom = (asked: string | null | undefined): Paper => papers.find((paper) => paper === asked) ?? 'a4';
