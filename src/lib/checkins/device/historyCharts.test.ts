import { expect, it } from 'vitest';
import { historyCharts } from './historyCharts.ts';
import type { HistoryEntry } from './history.ts';

const bands = ['Little', 'Some', 'Much'];
const entry = (on: string, place: number, strain: number | undefined, names: string[] | undefined = bands) => {
  const scale = { title: 'What wears me down', band: 'Some', place, of: 3, bands: names, strain };
  return { round: on, on, scales: [scale] } as HistoryEntry;
};

it('draws the strain band lowest, whichever end of the scale it is', () => {
  expect(historyCharts([entry('2026-03-01', 2, 2), entry('2026-04-01', 0, 2)])).toEqual([
    {
      title: 'What wears me down',
      lines: ['Little', 'Some', 'Much'],
      dots: [
        { on: '2026-03-01', line: 2 },
        { on: '2026-04-01', line: 0 }
      ]
    }
  ]);
  const [chart] = historyCharts([entry('2026-03-01', 0, 0), entry('2026-04-01', 2, 0)]);
  expect(chart!.lines).toEqual(['Much', 'Some', 'Little']);
  expect(chart!.dots.map(({ line }) => line)).toEqual([2, 0]);
});

it('does not mix bands of another version into a picture', () => {
  const [chart] = historyCharts([entry('2026-03-01', 1, 2, ['Low', 'High', 'Higher']), entry('2026-04-01', 1, 2)]);
  expect(chart!.dots).toEqual([{ on: '2026-04-01', line: 1 }]);
});

it('draws nothing where the bands were not kept', () => {
  const old = { title: 'What sustains me', band: 'Some', place: 1, of: 3 };
  expect(historyCharts([{ round: 'a', on: '2026-03-01', scales: [old] }])).toEqual([]);
});
