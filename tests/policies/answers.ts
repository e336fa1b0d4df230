import { expect } from 'vitest';

/** Shapes of supabase-js answers, for `toMatchObject`. A refusal by a policy on existing rows looks like finding none. */
export const nothing = { data: [], error: null };
export const refused = (code = '42501', hint?: string) => ({
  data: null,
  error: hint === undefined ? { code } : { code, hint }
});
/** It worked; nothing comes back for a write without `select`. */
export const done = { data: null, error: null };
export const lastLead = refused('PT409', 'last_lead');
export const lastAdmin = refused('PT409', 'last_admin');

type Answer = { data: unknown; error: { message: string } | null };
type Request = () => PromiseLike<Answer>;

/**
 * Makes a request, and checks that `read`, made by someone who may, gives the same rows after it as before. There must be
 * some, or it would prove nothing.
 */
export async function changingNothing<A extends Answer>(read: Request, request: () => PromiseLike<A>): Promise<A> {
  const before = await read();
  expect(before).toMatchObject({ error: null, data: expect.anything() });
  expect(before.data).not.toEqual([]);
  const answer = await request();
  expect((await read()).data).toEqual(before.data);
  return answer;
}
