import { describe, expect, it } from 'vitest';
import { readingGrade } from '../../../../tests/readingGrade.ts';
import { halfMinutes, minutesPerSubject, sessionMinutes } from './counts.ts';
import { sessionFormats } from './format.ts';
import { isSession, sessionsOf, type Entry } from './schema.ts';
import { builtInCurriculum } from './server/builtIn.ts';

const { days, extra, handouts, subjects } = builtInCurriculum;
const sessions = sessionsOf(builtInCurriculum);
const eachSession = sessions.map((session) => [session.key, session] as const);
const eachHandout = handouts.map((handout) => [handout.slug, handout] as const);
const words = (markdown: string) => markdown.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0;
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
const minutesOfPlan = (plan: string) =>
  sum([...plan.matchAll(/\*\*(\d+) min · /g)].map(([, minutes]) => Number(minutes)));

describe('the curriculum ships', () => {
  it('five days, the first of them open to all', () => {
    expect(days.map(({ audience }) => audience)).toEqual(['open', 'cohort', 'cohort', 'cohort', 'cohort']);
  });

  it('thirty sessions and more, of every format, and twelve handouts and more', () => {
    expect(sessions.length).toBeGreaterThanOrEqual(30);
    expect(new Set(sessions.map(({ format }) => format))).toEqual(new Set(sessionFormats));
    expect(handouts.length).toBeGreaterThanOrEqual(12);
  });

  it('no two sessions and no two handouts of one title', () => {
    for (const titles of [sessions.map(({ title }) => title), handouts.map(({ title }) => title)])
      expect(titles).toEqual([...new Set(titles)]);
  });

  it('time for every subject: the first three on day 1, the others on days 2 to 5', () => {
    const onDays = (chosen: typeof days) =>
      minutesPerSubject({ ...builtInCurriculum, days: chosen })
        .filter(({ minutes }) => minutes > 0)
        .map(({ key }) => key);
    expect(onDays(days.slice(0, 1))).toEqual(['overview', 'limits', 'agencies', 'circles']);
    expect(onDays(days.slice(1))).toEqual(subjects.map(({ key }) => key).slice(3));
  });

  it('nothing but handouts that a session uses', () => {
    const used = new Set(sessions.flatMap((session) => session.handouts));
    expect(handouts.map(({ slug }) => slug).filter((slug) => !used.has(slug))).toEqual([]);
  });

  it('an afternoon on culture, and with the extra sessions a whole day more', () => {
    const onCulture = days
      .flatMap(({ halves }) => halves.flat().filter(isSession))
      .filter(({ subject }) => subject === 'culture');
    expect(halfMinutes(onCulture)).toBe(120);
    expect(halfMinutes(extra)).toBe(165 + 150);
  });
});

describe.each(days.map((day, at) => [at + 1, day] as const))('day %i', (_, { halves: [morning, afternoon] }) => {
  const breaks = (half: Entry[]) => half.filter((entry) => !isSession(entry)).map(({ minutes }) => minutes);

  it('has 165 minutes of sessions in the morning, 150 in the afternoon, and a break in each', () => {
    expect([sessionMinutes(morning), sessionMinutes(afternoon)]).toEqual([165, 150]);
    expect([breaks(morning), breaks(afternoon)]).toEqual([[15], [15]]);
  });

  it('opens and closes with a circle', () => {
    const [first, last] = [morning[0]!, afternoon.at(-1)!];
    expect([first.format, last.format]).toEqual(['circle', 'circle']);
  });

  it('never goes on for more than two hours without a break', () => {
    for (const half of [morning, afternoon]) {
      const at = half.findIndex((entry) => !isSession(entry));
      expect(Math.max(halfMinutes(half.slice(0, at)), halfMinutes(half.slice(at + 1)))).toBeLessThanOrEqual(120);
    }
  });
});

describe.each(eachSession)('the session %s', (_, { plan, minutes, materials, handouts: used }) => {
  it('has steps that add up to its minutes', () => {
    expect(minutesOfPlan(plan)).toBe(minutes);
  });

  it('says what to watch for, how to look after people and how to shorten', () => {
    expect(plan).toContain('**Looking after people:**');
    expect(plan).toContain('**If time is short:**');
    expect(words(plan)).toBeGreaterThanOrEqual(180);
    expect(words(plan)).toBeLessThanOrEqual(350);
  });

  it('has materials and a handout', () => {
    expect(materials.length).toBeGreaterThan(0);
    expect(used.length).toBeGreaterThan(0);
  });
});

it.each(eachHandout)('the handout %s has 200 to 400 words', (_, { text }) => {
  expect(words(text)).toBeGreaterThanOrEqual(200);
  expect(words(text)).toBeLessThanOrEqual(400);
});

describe('reading grade', () => {
  const texts = [
    ...sessions.map(({ key, aim, plan }) => [key, `${aim}\n${plan}`] as const),
    ...handouts.map(({ slug, text }) => [slug, text] as const)
  ];

  it.each(texts)('%s is not above 10', (_, text) => {
    expect(readingGrade(text)).toBeLessThanOrEqual(10);
  });

  it('is 8 at most on average', () => {
    expect(sum(texts.map(([, text]) => readingGrade(text))) / texts.length).toBeLessThanOrEqual(8);
  });
});
