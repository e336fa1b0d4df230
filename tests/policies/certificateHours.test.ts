import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { anyMakeUps, anyNotes, fourDays } from '../../src/lib/training/attendance/attendance.arbitrary.ts';
import { expectedHalves, standing, type HalfStanding } from '../../src/lib/training/attendance/completion.ts';
import { certificateHours } from '../../src/lib/training/certificates/hours.ts';
import { openHouse, type House } from './actors.ts';
import { must, type Client } from './furnish.ts';
import { planTraining } from './trainingGround.ts';

vi.setConfig({ testTimeout: 60_000 });

let house: House;
let trainer: Client;
beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as('trainer');
});
afterAll(() => house.close().finally(vi.resetConfig));

const heldOn = (day: number) => `2026-04-0${day}`;
const titles = { circles: 'Keeping circles', risk: 'Risk' };
const seed = 20271123;
const columns = 'hours, subjects, begins_on, ends_on, days, days_counted';

/** A training of four days that one whole day is enough for; `took` are the minutes its eight sessions took, null where nobody noted them. */
async function trainingThatTook(took: readonly (number | null)[], over: Record<string, unknown> = {}) {
  const days = fourDays.map(({ day }) => heldOn(day));
  const { training } = await planTraining(house, trainer, { days, days_needed: 1, ...over });
  const slots = fourDays.flatMap(({ day }) =>
    ([1, 2] as const).map((half) => ({
      day,
      half,
      subject: half === 1 ? ('circles' as const) : ('risk' as const),
      format: 'talk',
      minutes: 60,
      actualMinutes: took[(day - 1) * 2 + half - 1] ?? null
    }))
  );
  await house.asOwner(
    ...slots.map(
      ({ day, half, actualMinutes }) =>
        `update public.training_sessions set actual_minutes = ${actualMinutes} where training_id = '${training}' and day = ${day} and half = ${half}`
    )
  );
  return { training, slots };
}

type Note = { day: number; half: number; came: boolean; lateMinutes: number; leftMinutes: number };
type MadeUp = { day: number; half: number };

/** What writes a place with this attendance. The owner of the database is asked once for many: on PGlite each time stops the backend. */
function placeWith(training: string, noted: readonly Note[], makeUps: readonly MadeUp[]) {
  const place = crypto.randomUUID();
  const of = `'${place}', '${training}', '${house.organisation}'`;
  const sql = [
    `insert into public.training_places (id, training_id, organisation_id, kind, state, name) values (${of}, 'cohort', 'placed', 'Pia')`,
    ...noted.map(
      (note) =>
        `insert into public.training_attendance (place_id, training_id, organisation_id, day, half, came, late_minutes, left_minutes)
          values (${of}, ${note.day}, ${note.half}, ${note.came}, ${note.lateMinutes}, ${note.leftMinutes})`
    ),
    ...makeUps.map(
      ({ day, half }) =>
        `insert into public.training_make_ups (place_id, training_id, organisation_id, day, half, made_up_on, made_up_where, made_up_with)
          values (${of}, ${day}, ${half}, '2026-05-01', 'Here', 'Tara')`
    )
  ];
  return { place, sql };
}

const stated = async (place: string) => {
  const id = must(await trainer.rpc('issue_certificate', { p_place: place }));
  const { hours, ...row } = must(await trainer.from('certificates').select(columns).eq('id', id).single());
  return { hours: Number(hours), ...row };
};

it('who came to one day of four has the hours, the subjects and the date of that day on the certificate', async () => {
  const { training } = await trainingThatTook([null, null, 75, 50, null, null, null, null]);
  const came = (day: number, half: number) => ({ day, half, came: true, lateMinutes: 0, leftMinutes: 0 });
  const whole = placeWith(training, [came(2, 1), came(2, 2)], []);
  const andAHalf = placeWith(training, [came(2, 1), came(2, 2)], [{ day: 4, half: 1 }]);
  await house.asOwner(...whole.sql, ...andAHalf.sql);
  const day = {
    hours: 2,
    subjects: ['Keeping circles', 'Risk'],
    begins_on: heldOn(2),
    ends_on: heldOn(2),
    days: 4,
    days_counted: 1
  };
  expect(await stated(whole.place)).toEqual(day);
  // A half day beside it, made up: its hour and its date, though its day does not count as a whole.
  expect(await stated(andAHalf.place)).toEqual({ ...day, hours: 3, ends_on: heldOn(4) });
});

it('it states of anybody what the rules say of them', async () => {
  const rule = { daysNeeded: 1, makeUpsCount: true, mostMissed: 30 };
  const anyTook = fc.array(fc.option(fc.integer({ min: 0, max: 200 })), { minLength: 8, maxLength: 8 });
  const should = new Map<string, Awaited<ReturnType<typeof stated>>>();
  const sql: string[] = [];
  for (const [at, took] of fc.sample(anyTook, { numRuns: 3, seed }).entries()) {
    const { training, slots } = await trainingThatTook(took);
    const expected = expectedHalves(fourDays, slots);
    for (const [noted, makeUps] of fc.sample(fc.tuple(anyNotes, anyMakeUps), { numRuns: 12, seed: seed + at })) {
      const { halves, daysCounted, completed } = standing(rule, expected, noted, makeUps);
      if (!completed) continue;
      const counting = halves.filter(({ counts }: HalfStanding) => counts);
      const days = counting.map(({ day }) => heldOn(day)).sort();
      const firstOf = (subject: keyof typeof titles) =>
        counting.findIndex(({ half }) => (half === 1 ? 'circles' : 'risk') === subject);
      const written = placeWith(training, noted, makeUps);
      sql.push(...written.sql);
      should.set(written.place, {
        hours: certificateHours(slots, counting),
        subjects: (['circles', 'risk'] as const)
          .filter((subject) => firstOf(subject) >= 0)
          .toSorted((a, b) => firstOf(a) - firstOf(b))
          .map((subject) => titles[subject]),
        begins_on: days[0]!,
        ends_on: days.at(-1)!,
        days: 4,
        days_counted: daysCounted
      });
    }
  }
  await house.asOwner(...sql);
  expect(should.size).toBeGreaterThan(5);
  for (const [place, facts] of should) expect(await stated(place)).toEqual(facts);
});
