import { expect, it } from 'vitest';
import { templates } from '../circles/template.ts';
import { ownScale } from './scales/ownScale.ts';
import { whatHelps } from './whatHelps.ts';

const levels = ([2, 3, 4, 5] as const).flatMap((of) => Array.from({ length: of }, (_, step) => ({ step, of })));
const scales = [...ownScale.scales.map(({ id }) => ({ id, isOwn: true })), { id: 'sustains', isOwn: false }];
const all = scales.flatMap(({ id, isOwn }) => levels.map((level) => whatHelps(id, level, isOwn)));

it('every level of every scale says what it means, two things that help, and a circle that fits', () => {
  expect(all).toHaveLength(56);
  for (const { means, helps, share, template } of all) {
    expect(new Set([means, share, ...helps]).size).toBe(4);
    expect(templates[template].minutes).toBeGreaterThanOrEqual(45);
  }
  // Three scales and any other, three stages each: every one has sentences of its own.
  expect(new Set(all.map(({ means }) => means)).size).toBe(12);
  expect(new Set(all.flatMap(({ helps }) => helps)).size).toBe(24);
});

it('never leads to a person: no looking, asking or guessing who', () => {
  for (const { means, helps } of all)
    expect([means, ...helps].join(' ')).not.toMatch(
      /find out|\bwho (is|are)\b|\bguess|speak to (the person|those)|identify|%|\d/i
    );
});

it('a team that carries much is sent to no circle with a further story', () => {
  for (const { stage, template } of all) if (stage === 'act') expect(template).not.toBe('staff_60');
});
