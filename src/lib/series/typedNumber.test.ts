import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoney, readNumber } from './typedNumber.ts';

const nbsp = '\u00a0';

describe('a number as people type it', () => {
  it.each([
    ['37,500', 2, 3_750_000],
    ['37500.5', 2, 3_750_050],
    ['1,234.50', 2, 123_450],
    ['1.234,50', 2, 123_450],
    ['1 234,50', 2, 123_450],
    [`1${nbsp}234${nbsp}567`, 2, 123_456_700],
    ['1,234,567.89', 2, 123_456_789],
    ['1.234.567', 2, 123_456_700],
    ['20.6044', 4, 206_044],
    ['20,6044', 4, 206_044],
    ['20.604', 4, 206_040],
    ['1,5', 2, 150],
    ['7.', 2, 700],
    ['0', 0, 0],
    ["12'000", 0, 12_000],
    [' 35 ', 2, 3500]
  ])('%s with %i decimals is read', (text, places, units) => expect(readNumber(text, places)).toEqual({ units }));

  it.each([
    ['37.500', 2],
    ['20,604', 4],
    ['1.000', 0],
    ['20.605', 2]
  ])('%s with %i decimals can mean two numbers', (text, places) =>
    expect(readNumber(text, places)).toEqual({ trouble: 'unclear' })
  );

  it.each([
    ['', 2],
    ['2.5', 0],
    ['2,5', 0],
    ['-3', 2],
    ['about 20', 0],
    ['20 or so', 0],
    ['seven', 2],
    ['1e5', 2],
    ['12 5', 2],
    ['1,23,4', 2],
    ['1,234,5', 2],
    ['1.2.3', 2],
    ['20.60445', 4],
    ['12345678901', 2]
  ])('%s with %i decimals is not guessed at', (text, places) =>
    expect(readNumber(text, places)).toEqual({ trouble: 'unreadable' })
  );

  it('is the same however its thousands are parted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000, max: 999_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const decimals = String(cents).padStart(2, '0');
        const parted = (sign: string) => String(whole).replace(/\B(?=(\d{3})+$)/g, sign);
        const typed = [`${whole}.${decimals}`, `${parted(',')}.${decimals}`, `${parted('.')},${decimals}`];
        for (const text of [...typed, `${parted(' ')},${decimals}`, `${parted(nbsp)}.${decimals}`])
          expect(readNumber(text, 2)).toEqual({ units: whole * 100 + cents });
      })
    );
  });
});

describe('an amount of money', () => {
  it.each(['£37,500', '£ 37 500.00', '37,500 £', 'GBP 37,500', '37500'])('%s is read', (text) =>
    expect(readMoney(text, 2, '£')).toEqual({ units: 3_750_000 })
  );

  it('may have a sign of letters, and any where the sheet has none', () => {
    expect(readMoney('CA$20.60', 2, '$')).toEqual({ units: 2060 });
    expect(readMoney('20,60 kr', 2, 'kr')).toEqual({ units: 2060 });
    expect(readMoney('€5', 2, '')).toEqual({ units: 500 });
  });

  it('in another currency is not taken for the sheet’s own', () => {
    expect(readMoney('€37,500', 2, '£')).toEqual({ trouble: 'other currency' });
  });

  it.each(['£', '£37,500 €', 'about 20', '£-5'])('%s is not guessed at', (text) =>
    expect(readMoney(text, 2, '£')).toEqual({ trouble: 'unreadable' })
  );
});
