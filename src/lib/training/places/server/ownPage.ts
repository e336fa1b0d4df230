import { z } from 'zod';
import { castAddress } from '$lib/ballots/server/cast';
import type { OpenRound } from '$lib/ballots/device/deviceToken';
import type { Env } from '$lib/server/env';
import { mustWork, RuleBroken } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import * as m from '$lib/paraglide/messages';
import type { LetterPlace, LetterTraining } from '../letter.ts';
import { ownPlaceSchema, type OwnPlace } from '../schema.ts';
import { hashOf, placeKey } from './placeKey.ts';

/**
 * All that a participant's own pages show, in one question to the database; null when this part of `/place/…` opens nothing:
 * an unknown or ended personal address, or the id of a place that isn't the one of who is signed in.
 */
export async function ownPlace(supabase: Supabase, part: string): Promise<OwnPlace | null> {
  const key = placeKey(part);
  if (!key) return null;
  const answer = mustWork(await supabase.rpc('place_of', key)) as unknown;
  return answer === null ? null : ownPlaceSchema.parse(answer);
}

/** The open evaluations this place is asked in, for TokenKeeper.svelte. The browser keeps them by the id of the place, never by its secret. */
export function tokensOfPlace(own: OwnPlace, part: string, env: Pick<Env, 'PUBLIC_BALLOT_ORIGIN'>): OpenRound[] {
  return own.evaluations
    .filter(({ phase }) => phase === 'open')
    .map(({ id, signFingerprint, sealFingerprint }) => ({
      kind: 'evaluation',
      round: id,
      person: own.id,
      sign: signFingerprint,
      seal: sealFingerprint,
      token: `/place/${part}/token/${id}`,
      cast: castAddress(env, id)
    }));
}

/** @throws RuleBroken 404 when the address opens no place */
export async function givePlaceBack(supabase: Supabase, part: string): Promise<void> {
  const key = placeKey(part);
  if (!key) throw new RuleBroken(404, 'not_found', m.server_not_found());
  mustWork(await supabase.rpc('give_place_back', key));
}

const claims = z.enum(['claimed', 'already', 'taken', 'twice']);

/** Ties the place of a personal address to the account of who is signed in. `taken`: it is another's. `twice`: they have one in this training. */
export async function claimPlace(supabase: Supabase, secret: string): Promise<z.infer<typeof claims>> {
  return claims.parse(mustWork(await supabase.rpc('claim_place', { p_secret_hash: hashOf(secret) })));
}

/** What a letter says of one's place, and of its training. @param address the whole personal address */
export function ownLetter(own: OwnPlace, address: string): [LetterPlace, LetterTraining] {
  const { title, organisation, venue, link, contact, timeZone } = own.training;
  return [
    { kind: own.kind, state: own.state, address },
    { title, organisation, venue, link, contact, timeZone, days: own.days, rows: own.sessions }
  ];
}
