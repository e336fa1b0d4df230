import type { Bytes } from '../../../ballots/blind/bytes.ts';
import { LEAST_ANSWERS } from '../../../ballots/leastAnswers.ts';
import { publicHalves, told } from '../../../ballots/server/ballotBox.ts';
import type { BoxKind, Opened } from '../../../ballots/server/boxKind.ts';
import type { Supabase } from '../../../server/supabase.ts';
import { countForms, decodeForm } from '../answer.ts';

/** The evaluations of trainings: published as exact counts per statement, from five forms on. */
export const evaluationBox: BoxKind = {
  due: async (service) =>
    told(await service.rpc('due_evaluations')).map(({ evaluation_id: round, ...row }) => ({
      round,
      step: row.step === 'open' ? 'open' : 'close',
      sealFingerprint: row.seal_fingerprint,
      overdue: row.overdue,
      open: async (keys) =>
        told(await service.rpc('open_evaluation', { p_evaluation: round, ...(await publicHalves(await keys())) })),
      publish: (opened) => publishEvaluation(service, round, row.statements, opened)
    })),

  async standing(service, rounds) {
    const there = told(await service.from('evaluations').select('id').in('id', rounds));
    const published = told(
      await service.from('evaluation_results').select('evaluation_id').eq('source', 'forms').in('evaluation_id', rounds)
    ).map(({ evaluation_id }) => evaluation_id);
    return there.map(({ id }) => id).filter((id) => !published.includes(id));
  }
};

/** A form that is none to this number of statements is left out without a word. */
async function publishEvaluation(
  service: Supabase,
  round: string,
  statements: number,
  { answers, receipts, keyLost }: Opened
): Promise<string> {
  const forms = (answers ?? []).flatMap((bytes: Bytes) => {
    const form = decodeForm(bytes, statements);
    return form ? [form] : [];
  });
  const enough = forms.length >= LEAST_ANSWERS;
  return told(
    await service.rpc('publish_evaluation', {
      p_evaluation: round,
      p_enough: enough,
      p_respondents: enough ? forms.length : 0,
      p_counts: enough ? countForms(forms, statements) : [],
      p_receipts: receipts,
      p_key_lost: keyLost
    })
  );
}
