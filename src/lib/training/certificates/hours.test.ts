import { expect, it } from 'vitest';
import { certificateHours } from './hours.ts';

const slot = (minutes: number, actualMinutes: number | null = null, subject: string | null = 'risk') => ({
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
