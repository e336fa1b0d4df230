import { describe, expect, it } from 'vitest';
import { possibleRaws } from './bands.ts';
import { fileOf, nineteenItems, thirtyItems } from './invented.ts';
import { ownScale } from './ownScale.ts';
import { lineFaultSentence, readScale } from './readScale.ts';

/** The faults of the thirty items after a change, each beside the text of the line it names. */
function faultsAfter(change: (text: string) => string, file = fileOf(thirtyItems())) {
  const text = change(file);
  expect(text).not.toBe(file);
  const { definition, faults } = readScale(text);
  expect(definition).toBeNull();
  return faults!.map(({ line, what }) => ({ on: text.split('\n')[line - 1]!.trim(), what }));
}
const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

describe('a definition file', () => {
  it('can be thirty items 1–5 in three scales of ten, five reversed, bands ≤ 22, 23–41, ≥ 42, no total', () => {
    const { definition, faults } = readScale(fileOf(thirtyItems()));
    expect(faults).toBeNull();
    expect(definition!.statements).toHaveLength(30);
    expect(definition!.scales.map(({ items }) => items.length)).toEqual([10, 10, 10]);
    expect(definition!.scales.flatMap(({ reversed }) => reversed)).toEqual([1, 4, 17, 29, 15]);
    expect(definition!.total).toBeUndefined();
    const raws = possibleRaws(definition!.answers, definition!.scales[0]!);
    expect(raws).toEqual(Array.from({ length: 41 }, (_, index) => 10 + index));
  });

  it('can be nineteen items scored 100 to 0 with a mean a scale, two wordings of the answers, and a total', () => {
    const { definition, faults } = readScale(fileOf(nineteenItems()));
    expect(faults).toBeNull();
    expect(possibleRaws(definition!.answers, definition!.scales[1]!)).toHaveLength(29);
    expect(definition!.statements[12]!.labels).toHaveLength(5);
    expect(definition!.total!.id).toBe('whole');
  });

  it('can be our own check-in', () => {
    expect(readScale(JSON.stringify(ownScale)).definition).toEqual(ownScale);
  });
});

describe('a definition with a fault names the line', () => {
  it.each([
    ['an empty file', '', 1, 'empty'],
    ['a cut file', '{\n"format": "circlewell-scale/1",\n', 3, 'stops in the middle'],
    ['a missing comma', '{\n"a": 1\n"b": 2\n}', 3, 'column 1'],
    ['something else', '[]', 1, 'should be an object'],
    ['too much', `"${'x'.repeat(100_000)}"`, 1, '100000']
  ])('%s', (_, text, line, part) => {
    const [fault] = readScale(text).faults!;
    expect(fault).toMatchObject({ line, what: expect.stringContaining(part) as string });
    expect(lineFaultSentence(fault!)).toMatch(new RegExp(`^Line ${line}: `));
  });

  it.each<[string, (text: string) => string, string, string]>([
    ['another format', swap('scale/1', 'scale/2'), '"format": "circlewell-scale/2",', 'circlewell-scale/1'],
    ['a misspelt entry', swap('"licence"', '"license"'), '"license": "Invented for a test.",', '“license”'],
    ['a name given twice', swap('"version": 1,', '"version": 1,\n"version": 2,'), '"version": 2,', 'given twice'],
    ['a title that is empty', swap('Thirty kettles', ' '), '"title": " ",', '1 to 120'],
    ['an id with a space', swap('invented-thirty', 'Invented thirty'), '"id": "Invented thirty",', 'An id'],
    ['an answer value in words', swap('"value": 2', '"value": "two"'), '"value": "two",', 'whole number'],
    ['the same value twice', swap('"value": 2', '"value": 1'), '"value": 1,', 'the value 1'],
    ['a score of another kind', swap('"score": "sum"', '"score": "median"'), '"score": "median",', '"mean"'],
    ['an item that is not there', swap(/28\n/, '31\n'), '31', 'no statement 31'],
    ['an unknown strain band', swap('"strain": "low"', '"strain": "lowest"'), '"strain": "lowest"', '“lowest”'],
    ['a strain band in the middle', swap('"strain": "low"', '"strain": "middle"'), '"strain": "middle"', 'between'],
    ['a scale id used before', swap('"id": "second"', '"id": "first"'), '"id": "first",', '“first”'],
    ['a reversed item of another scale', swap(/17,\n(\s+)29/, '18,\n$129'), '18,', 'Statement 18'],
    ['values that cannot be reversed', swap('"value": 2', '"value": 9'), '"reversed": [', 'reversed']
  ])('%s', (_, change, on, part) => {
    expect(faultsAfter(change)).toContainEqual({ on, what: expect.stringContaining(part) as string });
  });

  it('a statement in no scale, and one in two', () => {
    const file = thirtyItems();
    (file.scales as { items: number[] }[])[0]!.items[9] = 27;
    expect(faultsAfter(() => fileOf(file))).toEqual([
      { on: '"Invented statement 28: the kettle sang.",', what: expect.stringContaining('Statement 28') as string },
      { on: '27,', what: expect.stringContaining('Statement 27') as string }
    ]);
  });

  it('labels that are too few for the answers', () => {
    const faults = faultsAfter(swap(/,\s+"How much 5"/, ''), fileOf(nineteenItems()));
    expect(faults).toEqual([{ on: '"labels": [', what: expect.stringContaining('5 labels') as string }]);
  });

  it('every fault at once, in the order of the file', () => {
    const faults = readScale(fileOf({ ...thirtyItems(), title: 7, version: 'one', scales: [] })).faults!;
    expect(faults.map(({ line }) => line)).toEqual(faults.map(({ line }) => line).toSorted((a, b) => a - b));
    expect(faults).toHaveLength(3);
  });
});

describe('bands that leave a gap, overlap, or are never reached', () => {
  const says = (part: string) => expect.stringContaining(part) as string;

  it('a gap: on the limit that ends too early', () => {
    expect(faultsAfter(swap('"from": 23', '"from": 24'))).toEqual([{ on: '"to": 22', what: says('A score of 23') }]);
    expect(faultsAfter(swap('"from": 42', '"from": 45'))).toEqual([{ on: '"to": 41', what: says('A score of 42') }]);
    expect(faultsAfter(swap('"to": 22', '"from": 15, "to": 22'))).toEqual([
      { on: '"from": 15, "to": 22', what: says('A score of 10') }
    ]);
  });
  it('an overlap: on the limit of the second band', () => {
    expect(faultsAfter(swap('"from": 23', '"from": 22'))).toEqual([{ on: '"from": 22,', what: says('A score of 22') }]);
  });
  it('limits that no answers reach', () => {
    expect(faultsAfter(swap('"to": 22', '"to": 9'))).toContainEqual({ on: '{', what: says('from 10 to 50') });
  });
  it('limits the wrong way round, and two ends', () => {
    expect(faultsAfter(swap('"from": 23', '"from": 43'))).toEqual([{ on: '{', what: says('begins at 43') }]);
    expect(faultsAfter(swap('"to": 41', '"to": 41, "below": 42'))).toEqual([{ on: '{', what: says('"below"') }]);
  });
  it('bands from high to low', () => {
    const file = thirtyItems();
    (file.scales as { bands: unknown[] }[])[0]!.bands.reverse();
    expect(faultsAfter(() => fileOf(file))).toEqual([{ on: '{', what: says('from the lowest scores') }]);
  });
  it('whole limits where a mean falls between them: 53.57 is a mean of seven', () => {
    const between = fileOf(nineteenItems()).replaceAll('"from": 50', '"from": 54');
    const faults = faultsAfter((text) => text.replaceAll('"below": 50', '"to": 53'), between);
    expect(faults).toContainEqual({ on: '"to": 53', what: says('A score of 53.57') });
  });
});
