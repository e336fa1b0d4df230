import { expect, it } from 'vitest';
import { seeded } from '../../ballots/seeded.ts';
import { countForms } from './answer.ts';
import { addForm, readTicks } from './formByForm.ts';
import { readPaper } from './schema.ts';

it('reads what is typed of one form, and passes over the rest', () => {
  expect(readTicks('14 03', 11)).toEqual([1, 4, 0, 0, 3]);
  expect(readTicks('1,2;9x3\n4-5', 11)).toEqual([1, 2, 3, 4]);
  expect(readTicks('12341', 3)).toEqual([1, 2, 3]);
  expect(readTicks('', 3)).toEqual([]);
});

it('adds one form to what stands there, and leaves what it did not tick', () => {
  expect(addForm({ respondents: '7', 'c0-0': '5', 'c2-3': '' }, [1, 0, 4])).toEqual({
    respondents: '8',
    'c0-0': '6',
    'c2-3': '1'
  });
});

it('takes a form out again, never below none', () => {
  expect(addForm({ respondents: '1', 'c0-0': '1' }, [1, 2], -1)).toEqual({
    respondents: '0',
    'c0-0': '0',
    'c1-1': '0'
  });
});

it('of any forms, one after the other, gives the counts of all of them, and taken out in turn those before', () => {
  const random = seeded('form by form');
  const below = (end: number) => new DataView(random(4).buffer).getUint32(0) % end;
  for (let round = 0; round < 200; round++) {
    const statements = 1 + below(24);
    const forms = Array.from({ length: 1 + below(30) }, () => Array.from({ length: statements }, () => below(5)));
    const steps: Record<string, string>[] = [{}];
    for (const form of forms) steps.push({ ...steps.at(-1)!, ...addForm(steps.at(-1)!, form) });

    expect(readPaper(steps.at(-1)!, statements)).toEqual({
      respondents: forms.length,
      counts: countForms(forms, statements)
    });
    let typed = steps.at(-1)!;
    for (const [at, form] of [...forms.entries()].reverse()) {
      typed = { ...typed, ...addForm(typed, form, -1) };
      const numbers = (fields: Record<string, string>) => Object.entries(fields).filter(([, value]) => value !== '0');
      expect(new Map(numbers(typed))).toEqual(new Map(numbers(steps[at]!)));
    }
  }
});
