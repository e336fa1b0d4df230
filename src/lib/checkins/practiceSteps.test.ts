import { expect, it } from 'vitest';
import { practiceSorts } from '../library/schema.ts';
import { builtInOf } from '../library/server/builtIn.ts';
import { shortestOfEach } from './practiceSteps.ts';

it('a check-in has one practice of every sort at hand, none longer than three minutes', () => {
  const practices = builtInOf('practice');
  const shown = shortestOfEach(practices);
  expect(shown.map(({ sort }) => sort).sort()).toEqual([...practiceSorts].sort());
  for (const { name, steps } of shown) {
    const practice = practices.find(({ title }) => title === name)!;
    expect(practice.minutes).toBeLessThanOrEqual(3);
    expect(steps).toEqual(practice.steps.map(({ text }) => text));
  }
});
