import { expect, test } from 'vitest';
import type { Supabase } from '$lib/server/supabase';
import { checkCode, sendCode, sendResetCode, signUp } from './accounts';

type Answer = { data?: unknown; error: { code: string } | null };

/** Accounts that answer each call in turn as told, and remember what was asked. */
function accounts(answers: Record<string, Answer[]>) {
  const asked: [string, unknown][] = [];
  const auth = new Proxy(
    {},
    {
      get: (_, name: string) => async (given: unknown) => {
        asked.push([name, given]);
        return answers[name]?.shift() ?? { data: {}, error: null };
      }
    }
  );
  return { asked, supabase: { auth } as unknown as Supabase };
}

const refused = (code: string): Answer => ({ data: {}, error: { code } });

test.each(['otp_disabled', 'user_not_found', 'over_email_send_rate_limit', 'email_not_confirmed'])(
  'asking for a code sounds the same whether there is an account or not (%s)',
  async (code) => {
    await expect(
      sendCode(accounts({ signInWithOtp: [refused(code)] }).supabase, 'a@b.example')
    ).resolves.toBeUndefined();
    await expect(
      sendResetCode(accounts({ resetPasswordForEmail: [refused(code)] }).supabase, 'a@b.example')
    ).resolves.toBeUndefined();
  }
);

test('asking for a code never makes an account', async () => {
  const { asked, supabase } = accounts({});
  await sendCode(supabase, 'a@b.example');
  expect(asked).toEqual([['signInWithOtp', { email: 'a@b.example', options: { shouldCreateUser: false } }]]);
});

test('a backend that is away is a fault, not a letter on its way', async () => {
  await expect(
    sendCode(accounts({ signInWithOtp: [refused('unexpected_failure')] }).supabase, 'a@b.example')
  ).rejects.toThrow('unexpected_failure');
});

test('a code is known under either name of its kind, and a wrong one is said in words', async () => {
  const { asked, supabase } = accounts({ verifyOtp: [refused('validation_failed'), refused('otp_expired')] });
  await expect(checkCode(supabase, 'a@b.example', '123456')).rejects.toMatchObject({
    status: 400,
    hint: 'otp_expired'
  });
  expect(asked.map(([, given]) => (given as { type: string }).type)).toEqual(['email', 'magiclink']);
});

test('a sign-up sent twice signs in; with another password the address is taken', async () => {
  const taken = refused('user_already_exists');
  const given = { name: 'Amara', email: 'a@b.example', password: 'long enough words' };
  expect(await signUp(accounts({ signUp: [taken] }).supabase, given)).toBe(true);
  const wrong = { signUp: [taken], signInWithPassword: [refused('invalid_credentials')] };
  await expect(signUp(accounts(wrong).supabase, given)).rejects.toMatchObject({ status: 409 });
});
