import { mustWork, RuleBroken } from '$lib/server/errors';
import { emit } from '$lib/server/events';
import type { Supabase } from '$lib/server/supabase';
import * as m from '$lib/paraglide/messages';
import { endOfLink, type JoinLink, type LinkRole } from '../joinLink';
import { hashJoinSecret, isJoinSecret, makeJoinSecret } from '../joinSecret';
import { joinLookSchema } from '../schema';
import { once } from './once';

export const linkColumns = 'id, role, created_at, expires_at, revoked_at, uses, max_uses';

interface LinkRow {
  id: string;
  role: string;
  created_at: string;
  expires_at: string;
  revoked_at: string | null;
  uses: number;
  max_uses: number;
}

export function linkFrom(row: LinkRow): JoinLink {
  return {
    id: row.id,
    role: row.role as LinkRole,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    uses: row.uses,
    maxUses: row.max_uses
  };
}

export interface NewLink {
  organisationId: string;
  teamId: string | null;
  role: LinkRole;
  days: number;
  maxUses: number;
}

/** Makes a link. Its secret is in the answer and nowhere else. @param key of the form, so that it makes one link */
export async function makeLink(
  supabase: Supabase,
  key: string,
  link: NewLink,
  now: number
): Promise<{ secret: string; expiresAt: string }> {
  return makeOnce(key, now, async () => {
    const secret = makeJoinSecret();
    const expiresAt = endOfLink(link.days, now);
    const { error } = await supabase.from('join_links').insert({
      organisation_id: link.organisationId,
      team_id: link.teamId,
      role: link.role,
      token_hash: hashJoinSecret(secret),
      expires_at: expiresAt,
      max_uses: link.maxUses
    });
    mustWork({ data: true, error });
    return { secret, expiresAt };
  });
}
const makeOnce = once(10 * 60_000);

export async function revokeLink(supabase: Supabase, linkId: string, now: number): Promise<void> {
  const rows = mustWork(
    await supabase
      .from('join_links')
      .update({ revoked_at: new Date(now).toISOString() })
      .eq('id', linkId)
      .is('revoked_at', null)
      .select('id')
  );
  if (rows.length === 0) throw new RuleBroken(409, 'link_gone', m.teams_link_gone());
}

/** What a link leads to, or in a word why it leads nowhere. */
export type JoinLook =
  | { status: 'ok'; role: LinkRole; teamId: string | null; organisation: string; team: string | null; already: boolean }
  | { status: 'unknown' | 'expired' | 'revoked' | 'full' | 'too_many' };

function lookFrom(answer: unknown): JoinLook {
  const look = joinLookSchema.parse(answer);
  if (look.status !== 'ok') return look;
  const { team_id: teamId, role, organisation, team, already, status } = look;
  return { status, role, teamId, organisation, team, already };
}

export async function lookAtLink(supabase: Supabase, secret: string): Promise<JoinLook> {
  if (!isJoinSecret(secret)) return { status: 'unknown' };
  return lookFrom(mustWork(await supabase.rpc('look_at_join_link', { p_token: secret })));
}

/** Lets the person in. Pressed twice it counts once, or the second press would hear that the last place is taken. */
export async function joinByLink(supabase: Supabase, personId: string, secret: string, now: number): Promise<JoinLook> {
  if (!isJoinSecret(secret)) return { status: 'unknown' };
  const look = await joinOnce(`${personId} ${hashJoinSecret(secret)}`, now, async () =>
    lookFrom(mustWork(await supabase.rpc('join_by_link', { p_token: secret })))
  );
  if (look.status === 'ok' && look.teamId) await emit('membership-changed', { teamId: look.teamId, personId });
  return look;
}
const joinOnce = once(5_000);
