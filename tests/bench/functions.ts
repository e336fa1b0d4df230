import { startServer } from '../e2e/server.ts';
import { type Asker, askPglite, askPostgres } from './asker.ts';
import { gather, type Gathered } from './crowdedCircle.ts';
import { goalMet, interleaved, median, ratio, rounded } from './figures.ts';
import type { Ground } from './makeGround.ts';
import { type Statement, startTap } from './tap.ts';
import { type AppOnPostgres, cookiesFor, makeGroundFolder } from './theApp.ts';

type Question = { name: string; statement: Statement; bare: Statement; goal?: number };
type Way = { as: string | null; statement: Statement };

/** The statement inside a function, so that the bare one can't drift away from it. */
async function bodyOf(asker: Asker, name: string): Promise<string> {
  const [row] = await asker.ask({ text: `select prosrc as source from pg_proc where proname = $1`, values: [name] });
  const source = String(row?.source ?? '');
  return source.match(/return query\s+([\s\S]*?);\s*end/)?.[1] ?? source;
}

const literal = (id: string) => `'${id}'::uuid`;

/** What the app asks for a page: the statements that read rows for it, largest first. Each is a round trip of the page. */
async function askedFor(app: AppOnPostgres, page: string): Promise<{ all: number; reads: Statement[] }> {
  const tap = await startTap(app.databaseUrl);
  try {
    const server = await startServer(app.dataDir, { DATABASE_URL: tap.url });
    try {
      const { path = '', as = 'lead' } = app.pages[page] ?? {};
      const cookie = cookiesFor(app, as)
        .map(({ name, value }) => `${name}=${value}`)
        .join('; ');
      const visit = async () => (await fetch(server.url + path, { headers: { cookie } })).text();
      await visit();
      tap.take();
      await visit();
      const statements = tap.take();
      const reads = statements.filter(({ text }) => /^\s*(with|select)\b/i.test(text) && /"?public"?\./.test(text));
      return { all: statements.length, reads: reads.sort((a, b) => b.text.length - a.text.length) };
    } finally {
      await server.remove();
    }
  } finally {
    await tap.stop();
  }
}

/** The same statement about another circle. */
function about({ text, values }: Statement, ids: Map<string, string>): Statement {
  const other = (value: string | null) => (value === null ? null : (ids.get(value) ?? value));
  return { text, values: values.map(other) };
}

async function timed(asker: Asker, questions: Question[], person: string, repeats: number) {
  const results = [];
  for (const { name, statement, bare, goal } of questions) {
    const ways: Way[] = [
      { as: null, statement: bare },
      { as: person, statement }
    ];
    // The first times are for plans and caches.
    for (const way of [...ways, ...ways]) await asker.time(way.statement, way.as);
    const found = await interleaved(ways, repeats, ({ as, statement }) => asker.time(statement, as));
    const [bareMs, ms] = found.map((times) => rounded(median(times), 3));
    const times = ratio(ms ?? null, bareMs ?? null);
    results.push({ name, bareMs, ms, ratio: times, ...(goal && { goal, met: goalMet(times, goal) }) });
  }
  return results;
}

async function questionsFor(asker: Asker, circle: Gathered, person: string): Promise<Question[]> {
  const counts = (await bodyOf(asker, 'theme_counts')).replaceAll('p_circle', literal(circle.circle));
  const access = (await bodyOf(asker, 'note_access'))
    .replaceAll('p_note', literal(circle.note))
    .replaceAll('(select auth.uid())', literal(person));
  return [
    {
      name: 'theme_counts',
      statement: { text: 'select * from public.theme_counts($1)', values: [circle.circle] },
      bare: { text: counts, values: [] },
      goal: 1.1
    },
    {
      name: 'note_access',
      statement: { text: 'select * from public.note_access($1)', values: [circle.note] },
      bare: { text: access, values: [] },
      goal: 1.1
    }
  ];
}

/**
 * Row 6: what the database's functions and policies cost: the same rows asked for by a member and by the owner of the
 * database, on whom no policy falls. On PostgreSQL where there is one; else on PGlite, the functions only.
 */
export async function functions(
  postgres: AppOnPostgres | null,
  { sizes, repeats }: { sizes: number[]; repeats: number }
) {
  const made = postgres ? null : await makeGroundFolder();
  const ground: Ground = postgres?.ground ?? made!.ground;
  const pages = postgres
    ? { circle: await askedFor(postgres, 'circle'), coding: await askedFor(postgres, 'coding') }
    : null;
  const asker = postgres ? askPostgres(postgres.databaseUrl) : await askPglite(made!.folder);
  const lead = ground.members[0]?.id ?? '';
  try {
    const results = [];
    let others = 0;
    for (const size of sizes) {
      const circle = await gather(asker, ground, size / 2, (others += size / 2));
      const ids = new Map([
        [ground.circle, circle.circle],
        [ground.coded.question, circle.question]
      ]);
      const questions = await questionsFor(asker, circle, lead);
      for (const [page, { reads }] of Object.entries(pages ?? {})) {
        reads.forEach((read, i) => {
          const statement = about(read, ids);
          questions.push({ name: `${page} page, statement ${i + 1}`, statement, bare: statement });
        });
      }
      results.push({ comments: size, statements: await timed(asker, questions, lead, repeats) });
    }
    return {
      goal: 'a function takes at most 1.1 times as long as its bare query',
      on: postgres ? 'PostgreSQL' : 'PGlite',
      comments: 'half of them in the circle that is asked for, half in circles of other teams',
      ...(pages && {
        pages: Object.fromEntries(
          Object.entries(pages).map(([page, { all, reads }]) => [page, { reads: reads.length, statementsInAll: all }])
        )
      }),
      repeats,
      results
    };
  } finally {
    await asker.close();
    made?.remove();
  }
}
