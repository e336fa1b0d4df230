import * as Y from 'yjs';
import type { DocumentKind, ShownKind, StoredKind } from '$lib/server/liveDocuments.ts';
import type { Supabase } from '$lib/server/supabase.ts';
import { candleOf } from '../candle/candleOf.ts';
import { circleIdOf, eventsOf } from '../liveDocument.ts';
import { foldEvents } from '../liveState.ts';
import { runOf } from '../run.ts';

// For good: the circle is closed, or gone.
const REFUSALS = ['PT409', 'PT404'];

/**
 * Where running circles are kept, and who may open them: the desks of those who run one have all that was pressed,
 * everybody else in the team has the candle, which shows what all may know.
 */
export function liveCircles(service: Supabase): DocumentKind[] {
  return [desks(service), candles];
}

async function accessTo(supabase: Supabase, circleId: string) {
  const { data, error } = await supabase.rpc('live_access', { p_circle: circleId }).maybeSingle();
  if (error) throw new Error(`asking for a circle's access failed (${error.code})`);
  return data && { ...data, scope: circleId };
}

const candles: ShownKind = {
  prefix: 'candle',
  partOf: 'live',
  sendsAtOnce: true,
  async authorise({ supabase }, documentName) {
    const access = await accessTo(supabase, idIn(documentName));
    if (!access || !['planned', 'open'].includes(access.circle_state)) return null;
    const { can_write: runs, display_name: name, circle_state: state, scope } = access;
    return { canWrite: false, name, scope, standing: runs ? 'runs' : state };
  },
  show: (source) => candleOf(foldEvents(eventsOf(source)))
};

function desks(service: Supabase): StoredKind {
  return {
    prefix: 'live',
    // A press of a key every few minutes, seen by forty screens: waiting to send several together would only delay it.
    sendsAtOnce: true,
    async authorise({ supabase }, documentName) {
      const access = await accessTo(supabase, idIn(documentName));
      return access?.can_write ? { canWrite: true, name: access.display_name, scope: access.scope } : null;
    },
    async load(documentName) {
      const { data, error } = await service.rpc('load_live', { p_circle: idIn(documentName) });
      if (error) throw new Error(`loading a running circle failed (${error.code})`);
      return data ? Buffer.from(data, 'base64') : Y.encodeStateAsUpdate(new Y.Doc());
    },
    async store(documentName, document) {
      const { error } = await service.rpc('store_live', {
        p_circle: idIn(documentName),
        p_state: Buffer.from(Y.encodeStateAsUpdate(document)).toString('base64'),
        p_run: { ...runOf(foldEvents(eventsOf(document)), Date.now()) }
      });
      if (!error) return 'stored';
      if (REFUSALS.includes(error.code)) return 'refused';
      throw new Error(`storing a running circle failed (${error.code})`);
    }
  };
}

function idIn(documentName: string): string {
  const id = circleIdOf(documentName);
  if (!id) throw new Error('not the name of a running circle');
  return id;
}
