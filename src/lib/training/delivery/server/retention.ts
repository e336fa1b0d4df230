import type { Supabase } from '../../../server/supabase.ts';

/** The database refused; its code alone is told, since its message may quote values. */
class TrainingRetentionFault extends Error {
  override name = 'TrainingRetentionFault';
}

/**
 * Destroys trainings whose last day is longer ago than their organisation keeps records, with the names, attendance and
 * notes in them; certificates stay. Says how many went.
 * @param service the server's own client
 * @param today `YYYY-MM-DD`; the database refuses a day in the future
 */
export const sweepTrainings = (service: Supabase, today: string) => run(service, { p_today: today });

/** How many would go until a day, which may be one to come. Destroys nothing. */
export const trainingsLeaving = (service: Supabase, until: string) => run(service, { p_today: until, p_preview: true });

async function run(service: Supabase, wish: { p_today: string; p_preview?: boolean }): Promise<number> {
  const { data, error } = await service.rpc('run_training_retention', wish);
  if (error) throw new TrainingRetentionFault(`the database refused to run it (${error.code})`);
  return data;
}
