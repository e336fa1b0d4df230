import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepValuesOutOfTheLog, setLogLevel } from '../../src/lib/server/log.ts';
import { openHouse, type House } from './actors.ts';
import { holdGathering, storeNote } from './gathering.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** All that is printed while something is done, by whatever way. */
async function printedDuring(work: () => Promise<unknown>): Promise<string> {
  const printed: string[] = [];
  const keep = (...values: unknown[]) => {
    for (const value of values)
      printed.push(value instanceof Error ? `${value.stack} ${JSON.stringify({ ...value })}` : JSON.stringify(value));
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keep),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep),
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
      vi.spyOn(console, method).mockImplementation(keep)
    )
  ];
  try {
    await work();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return printed.join('\n');
}

const CANARY = 'canary-4711';

/** What people write, in ways that the database refuses: a check, a policy, a type, a unique rule, a function. */
async function failWithCanary(): Promise<unknown[]> {
  const lead = await house.as('lead');
  const member = await house.as('member');
  const { circle, note, questions } = await holdGathering(house, lead, house.team);
  const answers = [
    await lead
      .from('circles')
      .update({ title: CANARY.repeat(30) })
      .eq('id', circle),
    await lead.from('circles').insert({ team_id: house.team, kind: CANARY, title: CANARY }),
    await member.from('circles').insert({ team_id: house.team, kind: 'staff', title: CANARY }),
    await lead.from('circles').select('id').eq('id', CANARY),
    await lead.from('questions').insert({ circle_id: circle, team_id: house.team, number: 1, prompt: CANARY }),
    await lead.rpc('change_coding', {
      p_question: questions[0],
      p_version: 1,
      p_label: CANARY,
      p_ops: [{ comment: crypto.randomUUID(), theme: null, note: CANARY }]
    }),
    await storeNote(house.service, note, [{ itemId: CANARY, text: CANARY, said: 0 }])
  ];
  return answers.filter(({ error }) => error === null);
}

describe('what people write is in nothing that is printed', () => {
  it('when the database refuses it, at every level of the log', async () => {
    const printed = await printedDuring(async () => {
      keepValuesOutOfTheLog();
      for (const level of ['all', 'errors', 'off'] as const) {
        setLogLevel(level);
        expect(await failWithCanary()).toEqual([]);
      }
      setLogLevel('errors');
    });

    expect(printed).not.toContain(CANARY);
    expect(printed).toContain('database-error');
    expect(printed).toContain('23514');
  });
});
