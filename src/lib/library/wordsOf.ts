import { questionSteps, type LibraryDocument } from './schema.ts';

/** All that is to be read in a document, as Markdown, a paragraph a part: for the search and for the reading grade. */
export function wordsOf(some: LibraryDocument): string {
  return [some.title, some.summary, ...partsOf(some)].join('\n\n');
}

function partsOf(some: LibraryDocument): string[] {
  switch (some.kind) {
    case 'practice':
      return [some.purpose, some.notWhen, ...some.steps.map(({ text }) => text)];
    case 'scenario':
      return [
        some.contentNote,
        some.situation,
        ...questionSteps.map((step) => some.questions[step]),
        some.facilitator,
        some.stepOut
      ];
    case 'section':
      return [
        some.introduction,
        some.activity,
        some.video.title,
        some.video.about,
        ...some.agendas.flatMap(({ title, items }) => [title, ...items.flatMap((item) => [item.title, item.notes])])
      ];
    default:
      return [some.text];
  }
}
