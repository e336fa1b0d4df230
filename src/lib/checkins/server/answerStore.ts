import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';

/**
 * Writes a lead's answer to something a round published, in the place of an earlier one.
 * @param action the team's action that came of it; undefined leaves the one of an earlier answer
 */
export async function answerLevel(
  supabase: Supabase,
  round: { id: string; teamId: string },
  { about, text }: { about: string; text: string },
  action?: string
): Promise<void> {
  const given = { text, ...(action ? { action_id: action } : {}) };
  const change = async () =>
    mustWork(
      await supabase
        .from('level_answers')
        .update(given)
        .eq('round_id', round.id)
        .eq('team_id', round.teamId)
        .eq('about', about)
        .select('about')
    ).length > 0;
  if (await change()) return;
  const { error } = await supabase
    .from('level_answers')
    .insert({ round_id: round.id, team_id: round.teamId, about, ...given });
  // Two leads at once: the later one stands.
  if (error?.code === '23505' && (await change())) return;
  mustWork({ data: true, error });
}

/** Takes an answer back; an action that came of it stays. */
export async function takeBackAnswer(supabase: Supabase, roundId: string, about: string): Promise<void> {
  mustWork(await supabase.from('level_answers').delete().eq('round_id', roundId).eq('about', about).select('about'));
}

/** The receipts of a round, sorted; null where there are none to read. */
export async function receiptsOf(supabase: Supabase, teamId: string, roundId: string): Promise<string[] | null> {
  const row = mustWork(
    await supabase
      .from('check_in_publications')
      .select('receipts')
      .eq('round_id', roundId)
      .eq('team_id', teamId)
      .maybeSingle()
  );
  return row?.receipts ?? null;
}
