import { describe, expect, it } from 'vitest';
import type { Evaluation } from './evaluation.ts';
import { builtInForm, type EvaluationForm } from './form.ts';
import { freeAgain, inTheWay, stillNear } from './overlap.ts';

const hours = (count: number) => Date.parse('2027-04-20T12:00:00Z') + count * 3_600_000;
const iso = (count: number) => new Date(hours(count)).toISOString();

/** Open from hour 0 to hour 10. */
const other = (given: Partial<Evaluation> = {}): Evaluation => ({
  id: 'one',
  title: 'After the training',
  form: builtInForm,
  asked: 'cohort',
  opensAt: iso(0),
  closesAt: iso(10),
  phase: 'planned',
  waiting: false,
  published: null,
  paper: null,
  roster: [],
  ...given
});
const saying = (...texts: string[]): EvaluationForm => ({
  ...builtInForm,
  statements: texts.map((text, at) => ({ key: `s${at}`, text }))
});
const found = (opens: number, closes: number, evaluation = other(), form: EvaluationForm = builtInForm) =>
  inTheWay([evaluation], form, { opens: hours(opens), closes: hours(closes) })?.id ?? null;

describe('an evaluation is in the way of another with the same statements', () => {
  it('less than a day before it or after it', () => {
    expect(found(3, 4)).toBe('one');
    expect(found(-30, 40)).toBe('one');
    expect(found(33.9, 40)).toBe('one');
    expect(found(34, 40)).toBeNull();
    expect(found(-30, -23.9)).toBe('one');
    expect(found(-30, -24)).toBeNull();
  });

  it('when a single statement is shared, whatever its case and the spaces around it', () => {
    const mixed = saying('Something else', `  ${builtInForm.statements[3]!.text.toUpperCase()} `);
    expect(found(3, 4, other(), mixed)).toBe('one');
    expect(found(3, 4, other(), saying('Something else'))).toBeNull();
  });

  it('unless it published nothing, or is on paper only', () => {
    expect(found(11, 12, other({ published: { enough: false, keyLost: false } }))).toBeNull();
    expect(found(11, 12, other({ published: { enough: true, respondents: 5, counts: [] } }))).toBe('one');
    expect(found(3, 4, other({ opensAt: null, closesAt: null, phase: 'paper' }))).toBeNull();
  });
});

describe('what the page of a new evaluation says before', () => {
  const near = (evaluation: Evaluation, now: number, forms = [builtInForm]) =>
    stillNear([evaluation], forms, hours(now)).map(({ id }) => id);

  it('names what is planned, open, or closed less than a day ago, with a statement of a form to choose from', () => {
    expect([-100, 5, 33.9].map((now) => near(other(), now))).toEqual([['one'], ['one'], ['one']]);
    expect(near(other(), 34)).toEqual([]);
    expect(near(other(), 5, [saying('Something else')])).toEqual([]);
    expect(near(other({ published: { enough: false, keyLost: false } }), 11)).toEqual([]);
  });

  it('and from when on its statements can be asked again', () => {
    const [one] = stillNear([other()], [builtInForm], hours(0));
    expect(freeAgain(one!)).toBe(iso(34));
  });
});
