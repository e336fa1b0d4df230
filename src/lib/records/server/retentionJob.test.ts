import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded, type Backend } from '../../server/backend.ts';
import { keepValuesOutOfTheLog, setLogLevel } from '../../server/log.ts';
import { serviceClient, type Supabase } from '../../server/supabase.ts';
import { yearsAfter } from '../retention.ts';
import { previewRetention, runRetention, startRetentionJob } from './retentionJob.ts';

// Making a database takes some seconds, and more on a busy machine.
const PATIENCE = 120_000;

const id = (number: number) => `a0000000-0000-4000-8000-0000000000${String(number).padStart(2, '0')}`;
const [organisation, team, person] = [id(1), id(2), id(3)];
const circles = { seven: id(10), five: id(11), brought: id(12), coming: id(13) };
const series = id(20);
const places = { gone: id(21), here: id(22) };
const actions = { alone: id(30), open: id(31) };

// Asked once, so that midnight makes no difference.
const now = Date.now();
const inDays = (days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 10);
const today = inDays(0);
const years = (ago: number) => `'${yearsAfter(today, -ago)}'::date`;
const heldCircle = (circle: string, day: string, created: string) =>
  `insert into public.circles (id, team_id, kind, title, state, held_on, closed_at, created_at, created_by)
   values ('${circle}', '${team}', 'staff', 'Held', 'closed', array[${day}], now(), ${created}, null);`;

const furniture = `
insert into auth.users (id, email, created_at) values ('${person}', 'mo@example.org', now());
insert into public.people (id, display_name) values ('${person}', 'Mo') on conflict do nothing;
insert into public.organisations (id, name) values ('${organisation}', 'Harbour House');
insert into public.teams (id, organisation_id, name) values ('${team}', '${organisation}', 'North');
${heldCircle(circles.seven, years(7), years(7))}
${heldCircle(circles.five, years(5), years(5))}
${heldCircle(circles.brought, years(19), `'${today}'::date`)}
insert into public.circles (id, team_id, kind, title, starts_at, created_by) values ('${circles.coming}', '${team}', 'staff', 'Coming', now() + interval '3 days', null);
insert into public.questions (id, circle_id, team_id, number, prompt) values ('${id(40)}', '${circles.seven}', '${team}', 1, 'Why?');
insert into public.attendance (circle_id, team_id, name, status) values
  ('${circles.seven}', '${team}', 'Mo', 'present'), ('${circles.five}', '${team}', 'Mo', 'present');
insert into public.circle_records (circle_id, team_id, topic) values ('${circles.seven}', '${team}', 'Old'), ('${circles.five}', '${team}', 'Newer');
insert into public.wellbeing_notes (circle_id, team_id, note) values ('${circles.seven}', '${team}', 'Tired.');
insert into public.series (id, team_id, title, kind, first_on, starts_at, time_zone, minutes, length, created_at)
  values ('${series}', '${team}', 'Weekly', 'staff', ${years(8)}, '10:00', 'UTC', 60, 36, ${years(8)});
insert into public.series_places (id, series_id, team_id, name, joined_on, left_on) values
  ('${places.gone}', '${series}', '${team}', 'Ada', ${years(8)}, ${years(6)}),
  ('${places.here}', '${series}', '${team}', 'Bo', ${years(8)}, null);
insert into public.actions (id, team_id, circle_id, text) values ('${id(32)}', '${team}', '${circles.seven}', 'Ask for a room');
insert into public.actions (id, team_id, text, closed_at, outcome) values ('${actions.alone}', '${team}', 'Long done', ${years(6)}, 'Done.');
insert into public.actions (id, team_id, text, created_at) values ('${actions.open}', '${team}', 'Long open', ${years(9)});`;

let backend: Backend;
let service: Supabase;

async function openHouse(): Promise<void> {
  // A refusal is expected here; nobody needs to read of it.
  keepValuesOutOfTheLog();
  setLogLevel('off');
  backend = await openEmbedded({
    dataDir: null,
    siteUrl: 'http://localhost:3000',
    mail: { send: async () => {} },
    // The job may read as little as it needs; these tests look at everything.
    seed: `${furniture}
      grant select on public.questions, public.attendance, public.circle_records, public.wellbeing_notes, public.series_places, public.actions to service_role;`
  });
  service = serviceClient(backend);
}

describe('retention', () => {
  beforeAll(openHouse, PATIENCE);
  afterAll(() => backend.close(), PATIENCE);

  const keysOf = async (table: 'circles' | 'series_places' | 'actions') => {
    const { data, error } = await service.from(table).select('id');
    expect(error).toBeNull();
    return (data ?? []).map((row) => row.id).toSorted();
  };
  const circlesOf = async (table: 'attendance' | 'circle_records' | 'wellbeing_notes' | 'questions') => {
    const { data, error } = await service.from(table).select('circle_id');
    expect(error).toBeNull();
    return (data ?? []).map((row) => row.circle_id);
  };

  it('shows what is due, and what comes, without destroying it', async () => {
    const due = await previewRetention(service, today);
    expect(due.map(({ what, organisation, team }) => [what, organisation, team])).toEqual(
      expect.arrayContaining([['circle', 'Harbour House', 'North']])
    );
    expect(due.map(({ what }) => what).toSorted()).toEqual(['action', 'circle', 'place']);
    expect((await previewRetention(service, inDays(30))).map(({ what }) => what).toSorted()).toEqual([
      'action',
      'circle',
      'circle',
      'place'
    ]);
    expect(await keysOf('circles')).toHaveLength(4);
  });

  it('refuses a day in the future', async () => {
    await expect(runRetention(service, inDays(5))).rejects.toThrow('22023');
    expect(await keysOf('circles')).toHaveLength(4);
  });

  it('destroys what is due, with all that hangs on it, and keeps the rest', async () => {
    expect(await runRetention(service, today)).toEqual({ circle: 1, place: 1, action: 1 });

    expect(await keysOf('circles')).toEqual([circles.five, circles.brought, circles.coming].toSorted());
    expect(await circlesOf('attendance')).toEqual([circles.five]);
    expect(await circlesOf('circle_records')).toEqual([circles.five]);
    expect(await circlesOf('wellbeing_notes')).toEqual([]);
    expect(await circlesOf('questions')).toEqual([]);
    expect(await keysOf('series_places')).toEqual([places.here]);
    expect(await keysOf('actions')).toEqual([actions.open]);
  });

  it('leaves behind that a circle was held, and nothing else of it', async () => {
    const { data } = await service.from('destroyed_records').select('*');
    expect(data).toHaveLength(1);
    expect(data![0]).toMatchObject({ team_id: team, kind: 'staff', destroyed_on: today });
    expect(Object.keys(data![0]!).toSorted()).toEqual(['destroyed_on', 'held_on', 'id', 'kind', 'team_id']);
  });

  it('finds nothing more when it runs again', async () => {
    expect(await runRetention(service, today)).toEqual({});
    const { data } = await service.from('destroyed_records').select('id');
    expect(data).toHaveLength(1);
  });
});

describe('the daily job', () => {
  const clockAt = (now: number) => {
    const waiting: { milliseconds: number; work: () => void }[] = [];
    return {
      waiting,
      clock: {
        now: () => now,
        after: (milliseconds: number, work: () => void) => {
          const entry = { milliseconds, work };
          waiting.push(entry);
          return () => void waiting.splice(waiting.indexOf(entry), 1);
        }
      }
    };
  };
  const asked: string[] = [];
  const answering = (answer: () => Response): Backend => ({
    url: 'http://embedded.invalid',
    publishableKey: 'publishable',
    secretKey: 'secret',
    jwtSecret: null,
    fetch: async (input, init) => {
      asked.push(await new Request(input as RequestInfo, init).text());
      return answer();
    },
    healthy: async () => true,
    vacuumBallots: async () => false,
    close: async () => {}
  });

  it('runs soon after the start and then every day, for the day it is then', async () => {
    const { waiting, clock } = clockAt(Date.parse('2026-11-22T23:30:00Z'));
    const swept: string[] = [];
    startRetentionJob(
      answering(() => Response.json([])),
      [() => Promise.reject(new Error('away')), async (_, day) => swept.push(day)],
      clock
    );
    expect(waiting.map(({ milliseconds }) => milliseconds)).toEqual([30_000]);

    waiting.shift()!.work();

    expect(waiting.map(({ milliseconds }) => milliseconds)).toEqual([86_400_000]);
    await expect.poll(() => asked.at(-1)).toBe('{"p_today":"2026-11-22"}');
    await expect.poll(() => swept).toEqual(['2026-11-22']);
  });

  it('goes on after a fault, and stops when it is told to', async () => {
    const { waiting, clock } = clockAt(0);
    const stop = startRetentionJob(
      answering(() => Response.json({ code: 'XX000', message: 'a value' }, { status: 500 })),
      [],
      clock
    );
    waiting.shift()!.work();
    expect(waiting).toHaveLength(1);
    stop();
    expect(waiting).toHaveLength(0);
  });
});
