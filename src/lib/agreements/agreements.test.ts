import { describe, expect, it } from 'vitest';
import { linesIn, linesOf } from './line.ts';
import { adoptAgreementSchema } from './schema.ts';
import { starterKeys, starters } from './starters.ts';

const form = (change: Record<string, string> = {}) => ({
  current: '0',
  how: 'Listen\n\n - Speak for yourself \r\n2. Pass if you like',
  limits: '• What is said here stays here',
  reviewOn: '',
  ...change
});

describe('typing an agreement', () => {
  it('makes one line of each row, without list marks and blank rows', () => {
    const { lines, current, reviewOn } = adoptAgreementSchema.parse(form());
    expect(linesIn(lines, 'how')).toEqual(['Listen', 'Speak for yourself', 'Pass if you like']);
    expect(linesIn(lines, 'limits')).toEqual(['What is said here stays here']);
    expect([current, reviewOn]).toEqual([0, null]);
  });

  it('leaves numbers and dashes inside a line alone', () => {
    expect(linesOf('10 minutes each - no more')).toEqual(['10 minutes each - no more']);
  });

  it('asks for both parts', () => {
    expect(adoptAgreementSchema.safeParse(form({ limits: ' \n ' })).error?.issues[0]?.path).toEqual(['limits']);
    expect(adoptAgreementSchema.safeParse(form({ how: '' })).success).toBe(false);
  });

  it('keeps to 20 lines of 300 characters a part', () => {
    expect(adoptAgreementSchema.safeParse(form({ how: 'x\n'.repeat(20) })).success).toBe(true);
    expect(adoptAgreementSchema.safeParse(form({ how: 'x\n'.repeat(21) })).success).toBe(false);
    expect(adoptAgreementSchema.safeParse(form({ how: 'x'.repeat(301) })).success).toBe(false);
  });

  it('takes a review date that is on the calendar', () => {
    expect(adoptAgreementSchema.parse(form({ reviewOn: '2027-02-28' })).reviewOn).toBe('2027-02-28');
    expect(adoptAgreementSchema.safeParse(form({ reviewOn: '2027-02-30' })).success).toBe(false);
  });
});

describe.each(starterKeys)('the starter %s', (key) => {
  it('can be adopted as it stands and says where confidentiality ends', () => {
    const { how, limits } = starters[key];
    const parsed = adoptAgreementSchema.parse(form({ how: how.join('\n'), limits: limits.join('\n') }));
    expect(parsed.lines).toHaveLength(how.length + limits.length);
    expect(limits.some((line) => line.includes('danger'))).toBe(true);
  });
});
