import * as m from '$lib/paraglide/messages';
import { RuleBroken } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { SignUp } from '../schema';

type AuthFault = { code?: string | undefined; status?: number | undefined };

const SENTENCES: Record<string, { status: number; sentence: () => string }> = {
  user_already_exists: { status: 409, sentence: m.teams_sign_up_taken },
  email_exists: { status: 409, sentence: m.teams_sign_up_taken },
  signup_disabled: { status: 403, sentence: m.teams_sign_up_off },
  email_address_invalid: { status: 400, sentence: m.teams_error_email },
  weak_password: { status: 400, sentence: m.teams_error_password_weak },
  invalid_credentials: { status: 400, sentence: m.teams_sign_in_wrong },
  email_not_confirmed: { status: 400, sentence: m.teams_sign_in_unconfirmed },
  otp_expired: { status: 400, sentence: m.teams_code_wrong },
  over_request_rate_limit: { status: 429, sentence: m.teams_try_too_often },
  over_email_send_rate_limit: { status: 429, sentence: m.teams_try_too_often }
};

function authRule(fault: AuthFault): Error {
  const known = SENTENCES[fault.code ?? ''];
  if (known) return new RuleBroken(known.status, fault.code ?? '', known.sentence());
  return new Error(`the accounts refused a request (${fault.code ?? fault.status ?? 'no answer'})`);
}

/** @returns false when the backend wants the address confirmed by a code first */
export async function signUp(supabase: Supabase, { name, email, password }: SignUp): Promise<boolean> {
  const { data, error } = await supabase.auth.signUp({ email, password, options: { data: { display_name: name } } });
  if (error?.code === 'user_already_exists' || error?.code === 'email_exists') {
    // The form sent twice, or someone who forgot that they have an account: with the right password they are in.
    const again = await supabase.auth.signInWithPassword({ email, password });
    if (!again.error) return true;
  }
  if (error) throw authRule(error);
  return data.session !== null;
}

export async function signIn(supabase: Supabase, email: string, password: string): Promise<void> {
  const { error } = await supabase.auth.signInWithPassword({ email, password });
  if (error) throw authRule(error);
}

// Answers that would tell whether there is an account.
const telling = ['otp_disabled', 'user_not_found', 'email_not_confirmed', 'over_email_send_rate_limit'];

/** Sends a sign-in code, if there is an account; the caller cannot tell. */
export async function sendCode(supabase: Supabase, email: string): Promise<void> {
  const { error } = await supabase.auth.signInWithOtp({ email, options: { shouldCreateUser: false } });
  if (error && !telling.includes(error.code ?? '')) throw authRule(error);
}

/** Signs in with a code from a letter. */
export async function checkCode(supabase: Supabase, email: string, token: string): Promise<void> {
  let { error } = await supabase.auth.verifyOtp({ email, token, type: 'email' });
  // The embedded backend knows these codes by their older name only.
  if (error?.code === 'validation_failed')
    ({ error } = await supabase.auth.verifyOtp({ email, token, type: 'magiclink' }));
  if (error) throw authRule(error);
}

/** Sends a code for a new password, if there is an account; the caller cannot tell. */
export async function sendResetCode(supabase: Supabase, email: string): Promise<void> {
  const { error } = await supabase.auth.resetPasswordForEmail(email);
  if (error && !telling.includes(error.code ?? '')) throw authRule(error);
}

/** Signs in with a code, sets the new password and signs out everywhere else. */
export async function resetPassword(supabase: Supabase, email: string, token: string, password: string): Promise<void> {
  const { error } = await supabase.auth.verifyOtp({ email, token, type: 'recovery' });
  if (error) throw authRule(error);
  await setPassword(supabase, password);
}

/** @throws RuleBroken when `current` is wrong */
export async function changePassword(
  supabase: Supabase,
  email: string,
  current: string,
  password: string
): Promise<void> {
  const { error } = await supabase.auth.signInWithPassword({ email, password: current });
  if (error?.code === 'invalid_credentials')
    throw new RuleBroken(400, 'current_password', m.teams_account_password_wrong());
  if (error) throw authRule(error);
  await setPassword(supabase, password);
}

async function setPassword(supabase: Supabase, password: string): Promise<void> {
  const { error } = await supabase.auth.updateUser({ password });
  // The old password typed again is no fault of someone who forgot it: it is theirs, and it works.
  if (error && error.code !== 'same_password') throw authRule(error);
  await supabase.auth.signOut({ scope: 'others' });
}

/** Ends this session, or all of the person's. A session that is gone already is no fault. */
export async function signOut(supabase: Supabase, scope: 'local' | 'global'): Promise<void> {
  await supabase.auth.signOut({ scope });
}
