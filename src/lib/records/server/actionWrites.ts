import { mustWork, RuleBroken } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import * as m from '$lib/paraglide/messages';
import { ownerOf } from '../action.ts';
import type { TypedAction } from '../schema.ts';

const columnsOf = ({ text, owner, dueOn }: TypedAction, members: readonly { id: string; name: string }[]) => {
  const { ownerId, ownerName } = ownerOf(owner, members);
  return { text, owner_id: ownerId, owner_name: ownerName, due_on: dueOn };
};

/** Notes actions. `key` is the form's own: sent twice, an action is there once. */
export async function addActions(
  supabase: Supabase,
  of: { teamId: string; circleId: string | null; members: readonly { id: string; name: string }[] },
  actions: readonly (TypedAction & { key: string })[]
): Promise<void> {
  if (actions.length === 0) return;
  const { error } = await supabase.from('actions').insert(
    actions.map(({ key, ...action }) => ({
      ...columnsOf(action, of.members),
      team_id: of.teamId,
      circle_id: of.circleId,
      request_key: key
    }))
  );
  if (error?.code !== '23505') mustWork({ data: true, error });
}

/** The action that came of the form with this key; undefined when it has gone meanwhile. */
export async function actionWithKey(supabase: Supabase, teamId: string, key: string): Promise<string | undefined> {
  const row = await supabase.from('actions').select('id').eq('team_id', teamId).eq('request_key', key).maybeSingle();
  return mustWork<{ id: string } | null>(row)?.id;
}

/** Changes an open action. @throws RuleBroken 409 when it is closed or gone by now */
export async function changeAction(
  supabase: Supabase,
  id: string,
  action: TypedAction,
  members: readonly { id: string; name: string }[]
): Promise<void> {
  touched(
    mustWork(
      await supabase.from('actions').update(columnsOf(action, members)).eq('id', id).is('closed_at', null).select('id')
    )
  );
}

/** Removes an open action that should never have been there. @throws RuleBroken 409 when it is closed or gone by now */
export async function removeAction(supabase: Supabase, id: string): Promise<void> {
  touched(mustWork(await supabase.from('actions').delete().eq('id', id).select('id')));
}

/** Closes an action with what was done, or why it was let go. @throws RuleBroken 409 when it was closed already */
export async function closeAction(supabase: Supabase, id: string, outcome: string, letGo: boolean): Promise<void> {
  const closed = mustWork(await supabase.rpc('close_action', { p_action: id, p_outcome: outcome, p_let_go: letGo }));
  if (!closed) throw new RuleBroken(409, 'action_closed', m.records_action_closed_already());
}

/** Opens it again; its outcome is forgotten. Open already is as wished. */
export async function reopenAction(supabase: Supabase, id: string): Promise<void> {
  mustWork(await supabase.rpc('reopen_action', { p_action: id }));
}

function touched(rows: { id: string }[]): void {
  if (rows.length === 0) throw new RuleBroken(409, 'action_changed', m.records_action_changed());
}
