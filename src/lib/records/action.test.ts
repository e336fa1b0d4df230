import { describe, expect, test } from 'vitest';
import {
  actionsAtCircle,
  closedActions,
  dueState,
  isBeginning,
  memberNamed,
  openActions,
  ownerOf,
  type Action,
  type ActionCircle
} from './action.ts';

const circle = (id: string, day: string | null, seriesId: string | null = null): ActionCircle => ({
  id,
  title: id,
  day,
  seriesId
});
const action = (id: string, rest: Partial<Action> = {}): Action => ({
  id,
  text: id,
  ownerId: null,
  ownerName: '',
  dueOn: null,
  createdAt: '2026-01-01T10:00:00Z',
  closedAt: null,
  outcome: '',
  letGo: false,
  circle: null,
  mayClose: false,
  mayChange: false,
  ...rest
});
const ids = (actions: Action[]) => actions.map(({ id }) => id);

test('open actions come by the day they are due, those without one last', () => {
  const actions = [
    action('none'),
    action('late', { dueOn: '2026-05-02' }),
    action('soon', { dueOn: '2026-05-01' }),
    action('done', { closedAt: '2026-04-01T09:00:00Z', outcome: 'Asked.' })
  ];
  expect(ids(openActions(actions))).toEqual(['soon', 'late', 'none']);
  expect(ids(closedActions([...actions, action('later', { closedAt: '2026-04-02T09:00:00Z' })]))).toEqual([
    'later',
    'done'
  ]);
});

test.each([
  ['2026-05-01', { is: 'overdue', days: 1 }],
  ['2026-05-02', { is: 'today', days: 0 }],
  ['2026-05-09', { is: 'later', days: 7 }],
  [null, null],
  ['soon', null]
])('due on %s, looked at on 2 May', (dueOn, stands) => {
  expect(dueState(dueOn, '2026-05-02')).toEqual(stands);
});

describe('what a circle shows', () => {
  const first = circle('first', '2026-03-01', 's');
  const second = circle('second', '2026-03-08', 's');
  const other = circle('other', '2026-03-02');
  const closed = { closedAt: '2026-03-05T10:00:00Z', outcome: 'Done.' };
  const actions = [
    action('own', { circle: second }),
    action('own and closed', { circle: second, ...closed }),
    action('left open', { circle: first }),
    action('closed before', { circle: first, ...closed }),
    action('of another circle', { circle: other }),
    action('of no circle'),
    action('of a later one', { circle: circle('third', '2026-03-15', 's') })
  ];

  test('in a series: its own, and what the team has open from before, of the series first', () => {
    const earlier = action('due soonest, of no circle', { dueOn: '2026-03-09' });
    const { own, carried } = actionsAtCircle(second, [earlier, ...actions]);
    expect(ids(own)).toEqual(['own', 'own and closed']);
    expect(ids(carried)).toEqual(['left open', 'due soonest, of no circle', 'of another circle', 'of no circle']);
  });

  test('what came from a circle without a day is not known to be later', () => {
    expect(ids(actionsAtCircle(second, [action('undated', { circle: circle('undated', null) })]).carried)).toEqual([
      'undated'
    ]);
  });

  test('in no series: what the team has open from before', () => {
    expect(ids(actionsAtCircle(circle('alone', '2026-03-10'), actions).carried).toSorted()).toEqual(
      ['left open', 'of another circle', 'of no circle', 'own'].toSorted()
    );
  });
});

describe('a typed name', () => {
  const members = [
    { id: '1', name: 'Liz Moran' },
    { id: '2', name: 'Sam' },
    { id: '3', name: 'Sam' },
    { id: '4', name: 'Zoé Ann Riviere' },
    { id: '5', name: 'Kim Ito' },
    { id: '6', name: 'Kim Berg' }
  ];
  test.each([
    [' liz  moran', '1', 'Liz Moran'],
    ['Liz', '1', 'Liz Moran'],
    ['ZOE', '4', 'Zoé Ann Riviere'],
    ['Zoé Ann', '4', 'Zoé Ann Riviere'],
    // Two are called so; a part of a name is no first name; somebody else; nobody.
    ['Sam', null, 'Sam'],
    ['Kim', null, 'Kim'],
    ['Li', null, 'Li'],
    ['Moran', null, 'Moran'],
    ['Joss', null, 'Joss'],
    ['', null, '']
  ])('“%s” is member %s', (typed, ownerId, ownerName) => {
    expect(ownerOf(typed, members)).toEqual({ ownerId, ownerName });
  });

  test('a whole name comes before a first name', () => {
    const some = [
      { id: '1', name: 'Sam Riviere' },
      { id: '2', name: 'Sam' }
    ];
    expect(ownerOf('sam', some).ownerId).toBe('2');
  });

  test('half a name may still become a member', () => {
    expect(isBeginning('Zo', members)).toBe(true);
    expect(isBeginning('Zoltan', members)).toBe(false);
  });

  test('from a file it is a member by the whole name alone', () => {
    expect(memberNamed('liz moran', members)?.id).toBe('1');
    expect(memberNamed('Liz', members)).toBeNull();
    expect(memberNamed('Sam', members)).toBeNull();
  });
});
