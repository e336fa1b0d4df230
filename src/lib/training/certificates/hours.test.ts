import { expect, it } from 'vitest';
import { certificateHours } from './hours.ts';

const slot = (minutes: number, actualMinutes: number | null = null, subject: string | null = 'risk') => ({
  day: 1,
  half: 1 as const,
  subject,
  minutes,
  actualMinutes
});

it('counts what sessions took, else what was planned, without breaks, to the half hour below', () => {
  expect(certificateHours([slot(60), slot(45, 80), slot(15, 30, null)])).toBe(2);
  expect(certificateHours([slot(60), slot(45, 0)])).toBe(1);
  expect(certificateHours([slot(59)])).toBe(0.5);
  expect(certificateHours([])).toBe(0);
});

it('counts for one person the half days that count for them, and no other', () => {
  const slots = [slot(60), { ...slot(90), half: 2 as const }, { ...slot(120), day: 2 }];
  expect(certificateHours(slots, [{ day: 1, half: 2 }])).toBe(1.5);
  expect(
    certificateHours(slots, [
      { day: 1, half: 1 },
      { day: 2, half: 1 }
    ])
  ).toBe(3);
  expect(certificateHours(slots, [])).toBe(0);
});
