import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyMakeUps, anyNotes, anyRule, fourDays } from '../../src/lib/training/attendance/attendance.arbitrary.ts';
import { expectedHalves, standing } from '../../src/lib/training/attendance/completion.ts';
import { openHouse, type House } from './actors.ts';
import { planTraining } from './trainingGround.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

type Told = { place_id: string; days_counted: number; days_needed: number; started: boolean; completed: boolean };

/** Day 2 has a morning only, day 3 nothing but a break, and the others both halves. */
const sessions = [
  ...[1, 4].flatMap((day) => [
    { day, half: 1 as const, format: 'circle' },
    { day, half: 2 as const, format: 'talk' }
  ]),
  { day: 2, half: 1 as const, format: 'circle' },
  { day: 3, half: 1 as const, format: 'break' }
];
const expected = expectedHalves(fourDays, sessions);
const seed = 20270401;

it('the database says of random attendance where everybody stands, as the rules do', async () => {
  const trainer = await house.as('trainer');
  const should = new Map<string, Omit<Told, 'place_id'>>();
  const sql: string[] = [];
  const trainings: string[] = [];
  for (const [at, rule] of fc.sample(anyRule, { numRuns: 4, seed }).entries()) {
    const { training } = await planTraining(house, trainer, {
      days: fourDays.map(({ day }) => `2027-04-0${day}`),
      days_needed: rule.daysNeeded,
      make_ups_count: rule.makeUpsCount,
      most_missed: rule.mostMissed
    });
    trainings.push(training);
    sql.push(
      `delete from public.training_sessions where training_id = '${training}' and half = 2 and day in (2, 3)`,
      `update public.training_sessions set format = 'break', subject = null where training_id = '${training}' and day = 3`
    );
    for (const [noted, makeUps] of fc.sample(fc.tuple(anyNotes, anyMakeUps), { numRuns: 40, seed: seed + at })) {
      const place = crypto.randomUUID();
      const of = `'${place}', '${training}', '${house.organisation}'`;
      sql.push(
        `insert into public.training_places (id, training_id, organisation_id, kind, state, name) values (${of}, 'cohort', 'placed', 'Pia')`,
        `insert into public.training_attendance (place_id, training_id, organisation_id, day, half, came, late_minutes, left_minutes)
          values ${noted.map((note) => `(${of}, ${note.day}, ${note.half}, ${note.came}, ${note.lateMinutes}, ${note.leftMinutes})`).join()}`,
        ...makeUps.map(
          ({ day, half }) =>
            `insert into public.training_make_ups (place_id, training_id, organisation_id, day, half, made_up_on, made_up_where, made_up_with)
              values (${of}, ${day}, ${half}, '2027-05-01', 'Here', 'Tara')`
        )
      );
      const { daysCounted, daysNeeded, started, completed } = standing(rule, expected, noted, makeUps);
      should.set(place, { days_counted: daysCounted, days_needed: daysNeeded, started, completed });
    }
  }
  const asked = trainings.map((training) => `select * from private.standing_of('${training}')`).join(' union all ');
  const told = (await house.asOwner(...sql, asked)) as Told[];
  expect(told).toHaveLength(should.size);
  for (const { place_id, ...says } of told) expect(says).toEqual(should.get(place_id));
  // Both happen, or the comparison would say little.
  expect(new Set(told.map(({ completed }) => completed)).size).toBe(2);
});
