import { expect, test } from 'vitest';
import { encode } from 'uqr';
import { qrPicture } from './qr.ts';

const address = 'https://circlewell.example/join/AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';

test('the picture has exactly the dark modules of the code', () => {
  const svg = decodeURIComponent(qrPicture(address).replace('data:image/svg+xml,', ''));
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  const drawn = new Set<string>();
  for (const [, from, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1H/g)) {
    for (let x = Number(from); x < Number(from) + Number(run); x++) drawn.add(`${x},${y}`);
  }
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x},${y}`] : [])));
  expect(dark.length).toBeGreaterThan(300);
  expect([...drawn].sort()).toEqual([...dark].sort());
  expect(svg).toContain(`viewBox="0 0 ${size} ${size}"`);
});
