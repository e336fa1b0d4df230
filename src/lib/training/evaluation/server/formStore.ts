import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { Json } from '$lib/database.types';
import { builtInForm, type EvaluationForm } from '../form.ts';
import { formSchema } from '../schema.ts';

export type OwnForm = { id: string; form: EvaluationForm };

/** The forms an organisation wrote for itself, in the order they were made. */
export async function ownForms(supabase: Supabase, organisationId: string): Promise<OwnForm[]> {
  const rows = mustWork(
    await supabase.from('evaluation_forms').select('id, form').eq('organisation_id', organisationId).order('created_at')
  );
  return rows.map(({ id, form }) => ({ id, form: formSchema.parse(form) }));
}

/** Keeps a form; gives its id. */
export async function keepForm(supabase: Supabase, organisationId: string, form: EvaluationForm): Promise<string> {
  const row = { organisation_id: organisationId, form: form as unknown as NonNullable<Json> };
  return mustWork(await supabase.from('evaluation_forms').insert(row).select('id').single()).id;
}

/** Deletes a form; evaluations made with it keep theirs. */
export async function deleteForm(supabase: Supabase, id: string): Promise<void> {
  mustWork(await supabase.from('evaluation_forms').delete().eq('id', id).select('id'));
}

/** The form of a choice: `builtIn`, or the id of an own one; null when it is not there. */
export async function chosenForm(
  supabase: Supabase,
  organisationId: string,
  choice: string
): Promise<EvaluationForm | null> {
  if (choice === 'builtIn') return builtInForm;
  return (await ownForms(supabase, organisationId)).find(({ id }) => id === choice)?.form ?? null;
}
