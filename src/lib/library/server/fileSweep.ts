import type { Supabase } from '../../server/supabase.ts';

/** Where the bytes of an organisation's files lie (supabase/migrations). */
export const fileBucket = 'organisation-files';

/** Storage or the database refused; the code alone is told, since a message may quote names. */
class SweepFault extends Error {
  override name = 'SweepFault';
}

/**
 * Removes bytes that no file names any more: of deleted files and organisations, and of uploads that broke off, a day
 * after they were stored. Says how many went.
 * @param service the server's own client
 */
export async function sweepFiles(service: Supabase): Promise<number> {
  let removed = 0;
  for (;;) {
    const { data, error } = await service.rpc('orphaned_files');
    if (error) throw new SweepFault(`the database refused the list (${error.code})`);
    if (data.length === 0) return removed;
    const gone = await service.storage.from(fileBucket).remove(data);
    if (gone.error) throw new SweepFault('the bytes could not be removed');
    // None went though some were listed: asking again would never end.
    if (gone.data.length === 0) throw new SweepFault('the bytes were not removed');
    removed += gone.data.length;
  }
}
