import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { SocketPerson } from '$lib/server/socketPerson.ts';
import type { Supabase } from '$lib/server/supabase.ts';
import { append } from '../liveDocument.ts';
import { after, agenda } from '../rehearsal.ts';
import { liveCircles } from './documents.ts';

const circle = '0b0f5f0e-6f0f-4a55-9d6c-1f2e3d4c5b6a';
const [desk, candle] = liveCircles(null as unknown as Supabase);

type Access = { circle_state: string; can_write: boolean } | null;

/** Somebody of whom the database says this. */
function person(access: Access): SocketPerson {
  const data = access && { ...access, team_id: 't', display_name: 'Ana', role: 'member' };
  const rpc = () => ({ maybeSingle: async () => ({ data, error: null }) });
  return { id: 'p', expiresAt: 0, supabase: { rpc } as unknown as Supabase };
}

describe('who may open a running circle', () => {
  it.each([
    ['who runs it', { circle_state: 'open', can_write: true }, true, 'runs'],
    ['a member', { circle_state: 'open', can_write: false }, false, 'open'],
    ['a lead before it is open', { circle_state: 'planned', can_write: false }, false, 'planned'],
    ['a member after it closed', { circle_state: 'closed', can_write: false }, false, null],
    ['a member when it is archived', { circle_state: 'archived', can_write: false }, false, null],
    ['somebody outside the team', null, false, null]
  ])('%s: the desk, and the candle', async (_, access, opensDesk, standing) => {
    const who = person(access);
    const deskAccess = await desk?.authorise(who, `live:${circle}`);
    expect(deskAccess).toEqual(opensDesk ? { canWrite: true, name: 'Ana', scope: circle } : null);
    const candleAccess = await candle?.authorise(who, `candle:${circle}`);
    expect(candleAccess).toEqual(standing && { canWrite: false, name: 'Ana', scope: circle, standing });
  });

  it('is not asked under another name', async () => {
    await expect(desk?.authorise(person(null), 'live:x')).rejects.toThrow();
  });
});

it('the candle shows a part of the desk’s document, and is stored nowhere', () => {
  const doc = new Y.Doc();
  append(doc, 'lead', after(0), { do: 'begin', items: agenda });
  if (!candle || !('partOf' in candle)) throw new Error('the candle is no part of anything');
  expect(candle.partOf).toBe(desk?.prefix);
  expect(candle.show(doc)).toMatchObject({ phase: 'running', item: { id: 'opening' }, round: null });
  expect(candle).not.toHaveProperty('store');
});
