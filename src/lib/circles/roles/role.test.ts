import { describe, expect, it } from 'vitest';
import { byRole, holds, roleChanges, type RoleHolder } from './role.ts';

const stored: RoleHolder[] = [
  { personId: 'lena', role: 'facilitator' },
  { personId: 'mo', role: 'observer' }
];
const nothing = { add: [], change: [], remove: [] };

describe('saving the roles of a circle', () => {
  it('adds, changes and takes back what was chosen', () => {
    expect(
      roleChanges(
        [
          { personId: 'lena', was: 'facilitator', wanted: 'co_facilitator' },
          { personId: 'mo', was: 'observer', wanted: '' },
          { personId: 'ada', was: '', wanted: 'observer' }
        ],
        stored
      )
    ).toEqual({
      add: [{ personId: 'ada', role: 'observer' }],
      change: [{ personId: 'lena', role: 'co_facilitator' }],
      remove: ['mo']
    });
  });

  it('leaves alone what this screen did not touch, though another lead did meanwhile', () => {
    expect(roleChanges([{ personId: 'mo', was: '', wanted: '' }], stored)).toEqual(nothing);
  });

  it('sent twice, changes nothing the second time', () => {
    expect(roleChanges([{ personId: 'mo', was: '', wanted: 'observer' }], stored)).toEqual(nothing);
  });
});

it('names people by role, and leaves out roles nobody has and people who left', () => {
  const members = [
    { id: 'mo', name: 'Mo' },
    { id: 'ada', name: 'Ada' }
  ];
  const told = byRole(members, [...stored, { personId: 'ada', role: 'observer' }]);
  expect(told).toEqual([
    {
      role: 'observer',
      people: [
        { id: 'ada', name: 'Ada' },
        { id: 'mo', name: 'Mo' }
      ]
    }
  ]);
});

it('facilitators and co-facilitators hold a circle, observers do not', () => {
  expect([holds('facilitator'), holds('co_facilitator'), holds('observer'), holds(undefined)]).toEqual([
    true,
    true,
    false,
    false
  ]);
});
