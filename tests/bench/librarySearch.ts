import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../../src/lib/library/readDocument.ts';
import { documentKinds, folderOf, type LibraryDocument } from '../../src/lib/library/schema.ts';
import { searchOver } from '../../src/lib/library/search.ts';
import { goalMet, interleaved, rounded, spread } from './figures.ts';

const content = join(import.meta.dirname, '../../src/lib/library/content');
const goal = 50;
/** What people type: one word, several, the beginning of one, slips, nothing that is there. */
const queries = [
  'breath',
  'waiting list',
  'confl',
  'accountabilty',
  'the one who speaks long',
  'a client cannot be fixed',
  'zebra'
];

/** The library's own texts, over and over under other names until there are so many. */
function documents(count: number): LibraryDocument[] {
  const own = documentKinds.flatMap((kind) => {
    const folder = join(content, folderOf[kind]);
    const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
    return files.map((name) => readDocument(kind, name.slice(0, -3), readFileSync(join(folder, name), 'utf8')));
  });
  return Array.from({ length: count }, (_, at) => {
    const some = own[at % own.length]!;
    const turn = Math.floor(at / own.length);
    return turn === 0 ? some : { ...some, slug: `${some.slug}-${turn}`, title: `${some.title} ${turn}` };
  });
}

/** How long a search takes on the server. Its peer is reading through every text for the words as they are typed. */
export async function librarySearch({ size, repeats }: { size: number; repeats: number }) {
  const texts = documents(size);
  const started = performance.now();
  const search = searchOver(texts);
  const indexMs = performance.now() - started;
  const whole = texts.map((some) => JSON.stringify(some).toLowerCase());
  const contenders = [
    { name: 'search', look: (query: string) => search(query).hits.length },
    { name: 'reading through', look: (query: string) => whole.filter((text) => text.includes(query)).length }
  ];
  const found = await interleaved(contenders, repeats, ({ look }) => {
    const times = queries.map((query) => {
      const from = performance.now();
      look(query);
      return performance.now() - from;
    });
    return Promise.resolve(times);
  });
  const [own, through] = found.map((rounds) => spread(rounds.flat(), 2));
  return {
    goal: `answers in ${goal} ms on ${size} documents, for 95 of 100 questions`,
    documents: size,
    indexMs: rounded(indexMs),
    peer: { readingThrough: through },
    search: own,
    met: goalMet(own?.p95 ?? null, goal)
  };
}
