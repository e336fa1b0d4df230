import type { CopiedDocument } from '../copy.ts';
import type { CopyText } from '../copyText.ts';
import { htmlOf } from '../html.ts';
import { withParts } from './wholeSection.ts';

/** A team's copy as its page shows it: each kind with what its view needs. */
export function copyText(document: CopiedDocument): CopyText {
  switch (document.kind) {
    case 'practice':
      return { kind: document.kind, practice: document, html: htmlOf(document, 3) };
    case 'scenario':
      return { kind: document.kind, scenario: document, html: htmlOf(document, 3) };
    case 'section':
      return { kind: document.kind, ...withParts(document) };
    case 'handout':
      return { kind: document.kind, html: htmlOf(document, 2) };
  }
}
