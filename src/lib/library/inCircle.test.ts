import { describe, expect, it } from 'vitest';
import { agendaSchema } from '../agenda/schema.ts';
import { totalMinutes } from '../agenda/total.ts';
import { stepsOf } from '../circles/pack/steps.ts';
import { practiceInCircle, scenarioInCircle } from './inCircle.ts';
import { questionSteps } from './schema.ts';
import { sectionTemplates } from './sectionTemplate.ts';
import { builtInDocument, builtInOf } from './server/builtIn.ts';

const framed = (item: ReturnType<typeof practiceInCircle>['item']) => [
  { ...item, kind: 'opening', title: 'Open' },
  item,
  { ...item, kind: 'closing', title: 'Close' }
];

describe('in a circle', () => {
  it.each(builtInOf('practice').map((some) => [some.slug, some] as const))(
    'the practice %s is a part whose pack has a step a line',
    (_, practice) => {
      const { item, questions } = practiceInCircle(practice);
      expect(agendaSchema.safeParse(framed(item)).error).toBeUndefined();
      expect(stepsOf(item.notes)).toEqual([...practice.steps.map(({ text }) => text), expect.stringContaining('sit')]);
      expect(item.minutes).toBe(practice.minutes);
      expect(questions).toEqual([]);
    }
  );

  it.each(builtInOf('scenario').map((some) => [some.slug, some] as const))(
    'the scenario %s begins with its content note, is told whole, and asks its questions in order',
    (_, scenario) => {
      const { item, questions } = scenarioInCircle(scenario);
      expect(agendaSchema.safeParse(framed(item)).error).toBeUndefined();
      const at = [scenario.contentNote, scenario.situation, scenario.stepOut].map((part) => item.notes.indexOf(part));
      expect(at).toEqual([...at].sort((a, b) => a - b));
      expect(at).not.toContain(-1);
      expect(item.minMinutes).toBeLessThan(item.minutes);
      expect(questions.map(({ prompt }) => prompt)).toEqual(questionSteps.map((step) => scenario.questions[step]));
    }
  );

  it('a scenario longer than a note of the agenda keeps what comes first, whole', () => {
    const [scenario] = builtInOf('scenario');
    const { item } = scenarioInCircle({ ...scenario!, stepOut: 'x'.repeat(4000) });
    expect(item.notes).toContain(scenario!.situation);
    expect(item.notes).not.toContain('x'.repeat(10));
  });
});

it.each(builtInOf('section').map((some) => [some.slug, some] as const))(
  'the agendas of %s are templates a circle can be planned from, its scenario told in full',
  (_, section) => {
    const scenario = builtInDocument('scenario', section.scenarios[0]!);
    const practice = builtInDocument('practice', section.practice);
    const templates = Object.values(sectionTemplates(section, { scenario, practice }));
    expect(templates).toHaveLength(section.agendas.length);
    for (const { items, minutes, questions, kind } of templates) {
      expect(agendaSchema.safeParse(items.map((item) => ({ id: '', ...item }))).error).toBeUndefined();
      expect(totalMinutes(items)).toBe(minutes);
      const told = items.find((item) => item.kind === 'scenario');
      expect(questions).toHaveLength(told ? 5 : 0);
      if (told) expect(told.notes).toContain(scenario?.situation);
      expect(kind).toBe(section.order === 1 ? 'introduction' : 'staff');
    }
    const alone = Object.values(sectionTemplates(section, { scenario: null, practice: null }))[0];
    expect(alone?.questions).toEqual([]);
    expect(alone?.items).toEqual(section.agendas[0]?.items);
  }
);
