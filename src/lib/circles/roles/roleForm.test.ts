import { expect, it } from 'vitest';
import { readRoles } from './roleForm.ts';

it('reads what was chosen for the people of this team, and nothing for others or other words', () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({
    'role-mo': 'observer',
    'was-mo': '',
    'role-ada': 'queen',
    'was-ada': 'facilitator',
    'role-stranger': 'facilitator'
  }))
    form.set(name, value);
  expect(readRoles(form, [{ id: 'mo' }, { id: 'ada' }, { id: 'new' }])).toEqual([
    { personId: 'mo', was: '', wanted: 'observer' },
    { personId: 'ada', was: 'facilitator', wanted: '' }
  ]);
});
