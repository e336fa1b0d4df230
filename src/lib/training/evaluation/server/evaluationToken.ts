import { told } from '../../../ballots/server/ballotBox.ts';
import type { TakeToken } from '../../../ballots/server/sign.ts';
import type { Supabase } from '../../../server/supabase.ts';
import type { PlaceKey } from '../../places/server/placeKey.ts';

/** Notes the token of an evaluation for the place that this key opens. */
export const takeEvaluationToken =
  (supabase: Supabase, key: PlaceKey, evaluation: string): TakeToken =>
  async (hash) =>
    told(await supabase.rpc('take_evaluation_token', { ...key, p_evaluation: evaluation, p_blinded_hash: hash }));
