import { told } from '../../ballots/server/ballotBox.ts';
import type { TakeToken } from '../../ballots/server/sign.ts';
import type { Supabase } from '../../server/supabase.ts';

/** Notes the token of a round for the person whose client this is. */
export const takeRoundToken =
  (supabase: Supabase, round: string): TakeToken =>
  async (hash) =>
    told(await supabase.rpc('take_token', { p_round: round, p_blinded_hash: hash }));
