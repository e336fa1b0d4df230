import type { Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { must, type Api, type Client } from '../policies/furnish.ts';
import { demoPerson } from './house.ts';
import { at, type Opened } from './opened.ts';
import { copyIn, olderCopyIn } from './teamCopies.ts';
import { trainingPages } from './trainingPages.ts';

const routes = join(import.meta.dirname, '../../src/routes');

/** Pages whose address sends everybody on. */
const onlyOn = ['/sign-out', '/organisation'];

/** The address of every page there is, as its route is written, without those that only send on. */
export function everyRoute(): string[] {
  return (
    readdirSync(routes, { recursive: true, encoding: 'utf8' })
      // `+page@.svelte` is a page without the frame.
      .filter((file) => /\+page@?\.svelte$/.test(file))
      .map(
        (file) =>
          `/${file
            .split(/[/\\]/)
            .slice(0, -1)
            .filter((part) => !part.startsWith('('))
            .join('/')}`
      )
      .filter((route) => !onlyOn.includes(route))
      .sort()
  );
}

/** Every page of the demo by who looks at it: first the visitor's, then what the lead, the admin and the trainer see. */
export async function demoPages(api: Api): Promise<Record<'visitor' | 'lead' | 'admin' | 'trainer', Opened[]>> {
  const { client } = await demoPerson(api, 'lead');
  const { id: team, organisation_id: organisation } = must(
    await client.from('teams').select('id, organisation_id').eq('name', 'Outreach team').single()
  );
  const circleOf = async (state: string) =>
    must(
      await client
        .from('circles')
        .select('id, questions(id), groups(id)')
        .eq('state', state)
        .order('created_at')
        .limit(1)
        .single()
    );
  const [planned, open, closed] = [await circleOf('planned'), await circleOf('open'), await circleOf('closed')];
  const proposals: Record<string, string> = {
    '/agreements': await proposalIn(client, team, 'agreement'),
    '/terms': await proposalIn(client, team, 'terms')
  };
  const recurring = await seriesIn(client, team);
  const checkIn = await roundIn(client, team);
  const file = await fileIn(client, organisation);
  const section = await copyIn(client, team, 'section', 'kind-and-clear');
  const practice = await olderCopyIn(client, team);
  const training = await trainingPages(api);
  const noted = { circle: open.id, question: open.questions[0]!.id, group: open.groups[0]!.id };
  const coded = { circle: closed.id, question: closed.questions[0]!.id, version: '1' };
  return {
    visitor: [
      ...training.visitor,
      ...['/', '/privacy', '/sign-up', '/sign-in', '/sign-in/code', '/reset', '/demo', '/offline'].map((route) =>
        at(route)
      ),
      at('/sign-in/code', {}, '?have=1'),
      at('/reset', {}, '?have=1'),
      at('/join/[token]', { token: 'x'.repeat(43) }),
      // The library.
      ...['', '/practices', '/scenarios', '/sections'].map((part) => at(`/library${part}`)),
      at('/library/search', {}, '?q=breath'),
      ...['', '/play'].map((part) => at(`/library/practices/[slug]${part}`, { slug: 'six-slow-breaths' })),
      at('/library/scenarios/[slug]', { slug: 'colleague-in-tears' }),
      at('/library/sections/[slug]', { slug: 'kind-and-clear' }),
      at('/library/sections/[slug]/pack/[[paper]]', { slug: 'kind-and-clear', paper: 'letter' }),
      at('/library/handouts/[slug]', { slug: 'early-signs-checklist' }),
      at('/library/visuals/[slug]/[[paper]]', { slug: 'compassion-steps', paper: 'a3' })
    ],
    lead: [
      ...['/home', '/account', '/start', '/join'].map((route) => at(route)),
      ...['', '/members', '/members/invite', '/agreements', '/circles/new', '/import'].map((part) =>
        at(`/teams/[team]${part}`, { team })
      ),
      at('/teams/[team]/agreements', { team }, '?starter=short'),
      ...['', '/agenda', '/questions', '/change'].map((part) => at(`/circles/[circle]${part}`, { circle: planned.id })),
      at('/circles/[circle]', { circle: open.id }),
      at('/circles/[circle]/notes', noted),
      at('/circles/[circle]/notes/[question]/[group]', noted),
      ...['/themes', '/themes/[question]', '/report', '/report/publish', '/report/[version]'].map((part) =>
        at(`/circles/[circle]${part}`, coded)
      ),
      at('/circles/[circle]/report', coded, '?depth=full'),
      // The life of agreements, roles and paper.
      ...['/agreements', '/terms'].flatMap((part) =>
        ['/propose', '/changes', '/proposals/[proposal]'].map((page) =>
          at(`/teams/[team]${part}${page}`, { team, proposal: proposals[part]! })
        )
      ),
      at('/teams/[team]/terms', { team }, '?starter=standing'),
      ...['/people', '/ready', '/pack'].map((part) => at(`/circles/[circle]${part}`, { circle: planned.id })),
      at('/circles/[circle]/pack', { circle: open.id }, '?paper=letter'),
      at('/circles/[circle]/debrief', { circle: open.id }),
      // Circles that recur.
      ...['', '/new'].map((part) => at(`/teams/[team]/series${part}`, { team })),
      ...['', '/places', '/attendance', '/roles', '/resourcing'].map((part) =>
        at(`/series/[series]${part}`, { series: recurring })
      ),
      // Records, attendance and actions.
      at('/teams/[team]/actions', { team }),
      at('/circles/[circle]/attendance', { circle: planned.id }),
      ...['/record', '/record/edit'].map((part) => at(`/circles/[circle]${part}`, coded)),
      // The running circle.
      ...[planned, open, closed].map(({ id }) => at('/circles/[circle]/live', { circle: id })),
      at('/circles/[circle]/live/screen', { circle: open.id }),
      // A member's own check-ins.
      ...['/check-ins', '/check-ins/history'].map((route) => at(route)),
      at('/check-in/[round]', { round: checkIn }),
      // The library with one's team.
      ...['practice/six-slow-breaths', 'section/kind-and-clear', 'handout/closing-the-week'].map((text) => {
        const [kind = '', slug = ''] = text.split('/');
        return at('/library/use/[kind]/[slug]', { kind, slug });
      }),
      at('/teams/[team]/library', { team }),
      ...['', '/edit', '/agenda/[agenda]'].map((part) =>
        at(`/teams/[team]/library/[copy]${part}`, { team, copy: section, agenda: '0' })
      ),
      ...['', '/edit', '/update'].map((part) => at(`/teams/[team]/library/[copy]${part}`, { team, copy: practice })),
      // Check-ins of the team.
      ...['', '/[round]'].map((part) => at(`/teams/[team]/check-ins${part}`, { team, round: checkIn }))
    ],
    admin: [
      '',
      '/contacts',
      '/teams',
      '/people',
      '/people/invite',
      '/retention',
      '/check-ins',
      '/check-ins/scales',
      '/files',
      '/files/[file]'
    ].map((part) => at(`/organisation/[organisation]${part}`, { organisation, file })),
    trainer: training.trainer
  };
}

/** A proposal of the demo's lead, made once. */
async function proposalIn(client: Client, team: string, kind: 'agreement' | 'terms'): Promise<string> {
  const made = client.from('agreement_proposals').select('id').eq('team_id', team).eq('kind', kind).limit(1);
  const [known] = must(await made);
  if (known) return known.id;
  const lines = [
    { part: 'how', text: 'We begin on time.' },
    { part: 'limits', text: 'What is said here stays here.' }
  ];
  const based_on = kind === 'agreement' ? 1 : 0;
  const proposal = { team_id: team, kind, based_on, lines, why: 'We kept starting late.' };
  return must(await client.from('agreement_proposals').insert(proposal).select('id').single()).id;
}

/** A check-in round of the demo's team, planned by its lead for a day that is still to come where there is none. */
async function roundIn(client: Client, team: string): Promise<string> {
  const [known] = must(await client.from('check_in_rounds').select('id').eq('team_id', team).limit(1));
  if (known) return known.id;
  const opens = Date.now() + 10 * 86_400_000;
  return must(
    await client.rpc('schedule_round', {
      p_team: team,
      p_key: '7a1c0000-0000-4000-8000-000000000001',
      p_built_in: true,
      p_scale: 'circlewell-nine',
      p_version: 1,
      p_opens: new Date(opens).toISOString(),
      p_closes: new Date(opens + 14 * 86_400_000).toISOString()
    })
  );
}

/** A handout of the demo's organisation in two versions, kept once by its lead through the row alone: nobody opens it here. */
async function fileIn(client: Client, organisation: string): Promise<string> {
  const [known] = must(await client.from('organisation_files').select('id').limit(1));
  if (known) return known.id;
  const keep = async (title: { p_title: string; p_note: string } | { p_file: string }) => {
    const path = `${organisation}/${crypto.randomUUID()}`;
    const p_version = {
      name: 'breathing.pdf',
      content_type: 'application/pdf',
      bytes: 52_000,
      sha256: '0'.repeat(64),
      path
    };
    return must(await client.rpc('keep_file', { p_organisation: organisation, p_version, ...title }));
  };
  const p_file = await keep({ p_title: 'Breathing, one page', p_note: 'For the wall of the staff room.' });
  return keep({ p_file });
}

/** Publishes the report of the demo's closed circle once, so that there is a version to look at. */
export async function publishDemo(page: Page, { path }: Opened): Promise<void> {
  const { origin } = new URL(page.url());
  const answer = await page.context().request.post(origin + path, {
    form: { version: 1, measure: 'comments', quotes: 'on', looked: 'on' },
    headers: { origin, accept: 'text/html' },
    maxRedirects: 0
  });
  if (![303, 409].includes(answer.status())) throw new Error(`the demo could not be published: ${answer.status()}`);
}

/** A small group programme of the demo's lead, made once, with one person in it and one in line. */
async function seriesIn(client: Client, team: string): Promise<string> {
  const title = 'Evening group';
  const [known] = must(await client.from('series').select('id').eq('title', title).limit(1));
  if (known) return known.id;
  const series = must(
    await client.rpc('start_series', {
      p_team: team,
      p_key: crypto.randomUUID(),
      p_series: {
        title,
        kind: 'peer_support',
        every_weeks: 1,
        first_on: '2035-01-04',
        starts_at: '18:00',
        time_zone: 'Europe/London',
        minutes: 120,
        length: 6,
        places: 1,
        intake_weeks: 2,
        gate: 4
      },
      p_starts: [4, 11, 18, 25]
        .map((day) => `2035-01-${String(day).padStart(2, '0')}T18:00:00Z`)
        .concat(['2035-02-01T18:00:00Z', '2035-02-08T18:00:00Z']),
      p_items: [],
      p_questions: [],
      p_groups: []
    })
  );
  for (const name of ['Bea Ortiz', 'Cal Ford']) {
    const { error } = await client.from('series_places').insert({ series_id: series, team_id: team, name });
    if (error) throw new Error(error.message);
  }
  must(await client.rpc('admit_to_series', { p_series: series, p_on: '2035-01-04' }));
  return series;
}
