import { describe, expect, it } from 'vitest';
import { newItem, type ItemKind } from '../../agenda/item.ts';
import { paperFrom } from '../../ui/paper/paper.ts';
import { agendaOnPaper, roomFor, roundsOf, sheetsFor, type PackSource, type Sheet } from './sheets.ts';
import { actionsOnPaper } from './actionsOnPaper.ts';
import { headOf } from './sheetTitle.ts';
import { rowsFor } from './namesOnPaper.ts';
import { stepsOf } from './steps.ts';

const item = (kind: ItemKind, title: string = kind) => newItem(kind, title, title);
const question = (number: number) => ({ id: `q${number}`, number, prompt: 'What helps?', tableTitle: '' });
const group = (name: string) => ({ id: name, name, recorder: null });
const sheets = (change: Partial<PackSource> = {}) =>
  sheetsFor({ agenda: [], agreed: false, questions: [], groups: [], keeps: false, ...change });
const kinds = (some: Sheet[]) => some.map(({ kind }) => kind);

describe('the sheets of a circle', () => {
  it('without a plan are a cover, a round to tick, a record and a poster', () => {
    expect(kinds(sheets())).toEqual(['cover', 'round', 'record', 'poster']);
  });

  it('follow the order in which they are used', () => {
    const all = sheets({
      agenda: [item('opening'), item('practice'), item('scenario'), item('closing')],
      agreed: true,
      questions: [question(1)],
      keeps: true
    });
    expect(kinds(all)).toEqual([
      'cover',
      'agenda',
      'agreements',
      'round',
      'practice',
      'scenario',
      'question',
      'attendance',
      'record',
      'wellbeing',
      'poster'
    ]);
  });

  it('give each group a sheet for each question and each scenario', () => {
    const all = sheets({
      agenda: [item('scenario')],
      questions: [question(1), question(2)],
      groups: [group('window'), group('door')]
    });
    const named = all.flatMap((sheet) =>
      sheet.kind === 'question'
        ? [`${sheet.question.number} ${sheet.group?.name}`]
        : sheet.kind === 'scenario'
          ? [`s ${sheet.group?.name}`]
          : []
    );
    expect(named).toEqual(['s window', 's door', '1 window', '1 door', '2 window', '2 door']);
  });

  it('take one group for the whole circle', () => {
    const all = sheets({ questions: [question(1)], groups: [group('everyone')] });
    expect(all.filter(({ kind }) => kind === 'question')).toEqual([
      { kind: 'question', question: question(1), group: null }
    ]);
  });

  it('list who is expected, and ask how people are, only for those who keep the circle', () => {
    expect(kinds(sheets({ keeps: false }))).not.toContain('attendance');
    expect(kinds(sheets({ keeps: false }))).not.toContain('wellbeing');
  });
});

it('rounds are the parts in which the piece goes round, three at most', () => {
  expect(
    roundsOf([
      item('opening'),
      item('check_in', 'Weather'),
      item('round', 'One'),
      item('round', 'Two'),
      item('closing')
    ])
  ).toEqual(['Weather', 'One', 'Two']);
});

it('paper is A4 unless Letter is asked for', () => {
  expect([paperFrom(null), paperFrom('a4'), paperFrom('letter'), paperFrom('a0')]).toEqual([
    'a4',
    'a4',
    'letter',
    'a4'
  ]);
});

it('every sheet says which circle it is of, and of which day', () => {
  const circle = {
    id: 'c',
    title: 'Evening group',
    kind: 'staff' as const,
    state: 'planned' as const,
    startsAt: '2026-11-30T02:00:00Z',
    timeZone: 'America/Toronto',
    plannedMinutes: 45,
    heldOn: [] as string[],
    series: null
  };
  expect(headOf(circle)).toBe('Evening group · 29 November 2026');
  expect(headOf({ ...circle, startsAt: null, heldOn: ['2007-11-05'] })).toBe('Evening group · 5 November 2007');
  expect(headOf({ ...circle, startsAt: null })).toBe('Evening group');
});

describe('open actions on paper', () => {
  const action = (number: number) => ({ id: `${number}`, text: `Action ${number}`, ownerName: 'Mo', dueOn: null });
  const actions = (many: number) => Array.from({ length: many }, (_, at) => action(at + 1));

  it('are all printed while there is room, else the first ones, and it is said how many more there are', () => {
    expect(actionsOnPaper(actions(0))).toEqual({ shown: [], more: 0 });
    expect(actionsOnPaper(actions(3))).toEqual({ shown: actions(3), more: 0 });
    expect(actionsOnPaper(actions(11))).toEqual({ shown: actions(3), more: 8 });
  });
});

describe('the steps of a practice', () => {
  it('are its lines', () => {
    expect(stepsOf('1. Sit down.\n\n- Breathe. Slowly.\nStand up.')).toEqual([
      'Sit down.',
      'Breathe. Slowly.',
      'Stand up.'
    ]);
  });

  it('are its sentences when it is one line, and what is said stays whole', () => {
    expect(stepsOf('Say: “Make a fist. Let go.” Do it with them. Anyone may sit.')).toEqual([
      'Say: “Make a fist. Let go.”',
      'Do it with them.',
      'Anyone may sit.'
    ]);
  });

  it('are none without notes', () => {
    expect(stepsOf(' \n ')).toEqual([]);
  });
});

it('lists have room for guests: fourteen rows, and four more than there are names', () => {
  const blank = (names: number) =>
    rowsFor(new Array<string>(names).fill('Mo')).filter(({ name }) => name === '').length;
  expect([blank(0), blank(4), blank(40)]).toEqual([14, 10, 4]);
});

describe('questions of a whole circle', () => {
  const shared = (change: Partial<PackSource>) =>
    sheets(change).flatMap((sheet): (number | number[])[] =>
      sheet.kind === 'questions'
        ? [sheet.questions.map(({ number }) => number)]
        : sheet.kind === 'question'
          ? [sheet.question.number]
          : []
    );
  const questions = (many: number) => Array.from({ length: many }, (_, at) => question(at + 1));

  it('share sheets when there are more than two, and none stands alone', () => {
    expect(shared({ questions: questions(2) })).toEqual([1, 2]);
    expect(shared({ questions: questions(3) })).toEqual([[1, 2, 3]]);
    expect(shared({ questions: questions(4) })).toEqual([
      [1, 2],
      [3, 4]
    ]);
    expect(shared({ questions: questions(5) })).toEqual([
      [1, 2, 3],
      [4, 5]
    ]);
  });

  it('share a sheet when two come with a scenario', () => {
    expect(shared({ agenda: [item('scenario')], questions: questions(2) })).toEqual([[1, 2]]);
    expect(shared({ agenda: [item('scenario')], questions: questions(1) })).toEqual([1]);
  });

  it('are two a sheet where a prompt is long', () => {
    const long = { ...question(3), prompt: 'x'.repeat(300) };
    expect(shared({ questions: [...questions(2), long, question(4)] })).toEqual([
      [1, 2],
      [3, 4]
    ]);
  });

  it('stay one a sheet where several groups answer them', () => {
    expect(shared({ questions: questions(3), groups: [group('a'), group('b')] })).toEqual([1, 1, 2, 2, 3, 3]);
  });
});

it('a long story has its sheet to itself, and the longest is set small', () => {
  expect([200, 2400, 4000].map((length) => roomFor('x'.repeat(length)))).toEqual(['lines', 'alone', 'small']);
});

it('the agenda on paper leaves the story to its own sheet, and says all the rest', () => {
  const agenda = [
    { ...item('scenario'), notes: 'Once.' },
    { ...item('core'), notes: 'Ask.' }
  ];
  expect(agendaOnPaper(agenda).map(({ notes }) => notes)).toEqual(['', 'Ask.']);
});
