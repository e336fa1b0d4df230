import { expect, it } from 'vitest';
import { othersIn } from './presence.ts';

const person = (clientId: number, name: string | null, color = '#1f5f8b') => ({ clientId, user: { name, color } });

it('shows everybody else once, however many tabs they have', () => {
  const states = [
    person(1, 'Asha'),
    person(2, 'Ben', '#8a3b12'),
    person(3, 'Ben', '#8a3b12'),
    person(4, null),
    { clientId: 5 }
  ];
  expect(othersIn(states, 1)).toEqual([{ client: 3, name: 'Ben', color: '#8a3b12' }]);
});

it('keeps two people of the same name apart', () => {
  expect(othersIn([person(2, 'Ben'), person(3, 'Ben', '#8a3b12')], 1)).toHaveLength(2);
});
