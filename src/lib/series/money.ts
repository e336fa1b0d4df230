/**
 * Money is counted in whole pence or cents (hundredths), so that nothing is lost in sums; halves round up.
 */
export type Hundredths = number;

/**
 * Splits an amount by weights so that the parts are whole and add up to it exactly: each gets its share cut down, and what
 * is left goes one by one to those who lost most (the first of equals).
 */
export function splitExactly(amount: Hundredths, weights: readonly number[]): Hundredths[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (amount * weight) / whole);
  const parts = exact.map(Math.floor);
  const rest = amount - parts.reduce((sum, part) => sum + part, 0);
  const byLoss = exact
    .map((share, index) => ({ index, lost: share - Math.floor(share) }))
    .toSorted((a, b) => b.lost - a.lost || a.index - b.index);
  for (const { index } of byLoss.slice(0, rest)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

const grouped = (whole: number) => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');

/** '£75,000', '£1,442.31': pence only where there are some, or always, for columns. */
export function inMoney(amount: Hundredths, currency: string, always = false): string {
  const pence = amount % 100;
  const decimals = pence === 0 && !always ? '' : `.${String(pence).padStart(2, '0')}`;
  return `${currency}${grouped(Math.floor(amount / 100))}${decimals}`;
}

/** '70', '3.5', '0.25', from hundredths. */
export function plainNumber(hundredths: number): string {
  return String(hundredths / 100);
}

/** '£20.60', '£20.6044', from ten-thousandths: at least two decimals, at most four. */
export function inRate(amount: number, currency: string): string {
  return `${currency}${(amount / 10_000).toFixed(4).replace(/(\.\d\d\d*?)0+$/, '$1')}`;
}
