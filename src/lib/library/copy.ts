import type { DocumentKind, LibraryDocument } from './schema.ts';

/** Kinds of text a team can have a copy of; a visual is printed as it is, or replaced by a file of the organisation. */
export const copiedKinds = ['practice', 'scenario', 'section', 'handout'] as const satisfies readonly DocumentKind[];
export type CopiedKind = (typeof copiedKinds)[number];
export type CopiedDocument = Extract<LibraryDocument, { kind: CopiedKind }>;

/** A text as a team has it. */
export interface OwnCopy {
  id: string;
  document: CopiedDocument;
  /** The library's text as it was when it was taken or last compared. */
  original: CopiedDocument;
  version: number;
  changedAt: string;
  /** Empty when they have left. */
  changedBy: string;
}
