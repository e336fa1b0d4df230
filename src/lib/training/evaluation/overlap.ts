import type { Evaluation } from './evaluation.ts';
import type { EvaluationForm } from './form.ts';

const day = 24 * 60 * 60_000;
const plain = (text: string) => text.trim().toLowerCase();

/** An evaluation with anonymous forms, between two instants. */
export type Asked = Pick<Evaluation, 'id' | 'title' | 'form' | 'published'> & { opensAt: string; closesAt: string };

const shareOne = (one: EvaluationForm, other: EvaluationForm): boolean => {
  const texts = new Set(one.statements.map(({ text }) => plain(text)));
  return other.statements.some(({ text }) => texts.has(plain(text)));
};

/** Those that a further one could be compared with: neither on paper only, nor closed without publishing anything. */
const comparable = (evaluations: readonly Evaluation[]): Asked[] =>
  evaluations.flatMap(({ opensAt, closesAt, ...one }) =>
    opensAt === null || closesAt === null || one.published?.enough === false ? [] : [{ ...one, opensAt, closesAt }]
  );

/**
 * The first evaluation of the same training that may not be so near: it shares a statement, and less than a day lies between the two.
 * Exact counts of two groups that are nearly the same, taken at nearly the same time, can be subtracted; what is left is how the few
 * answered who are in one of them only. The database asks the same. @param opens milliseconds since 1970, as `closes`
 */
export const inTheWay = (
  evaluations: readonly Evaluation[],
  form: EvaluationForm,
  { opens, closes }: { opens: number; closes: number }
): Asked | null =>
  comparable(evaluations).find(
    (one) =>
      shareOne(one.form, form) && Date.parse(one.opensAt) < closes + day && opens < Date.parse(one.closesAt) + day
  ) ?? null;

/** Those that can still be in the way of an evaluation with one of these forms, the earliest first. @param now milliseconds since 1970 */
export const stillNear = (evaluations: readonly Evaluation[], forms: readonly EvaluationForm[], now: number): Asked[] =>
  comparable(evaluations)
    .filter((one) => Date.parse(one.closesAt) + day > now && forms.some((form) => shareOne(one.form, form)))
    .toSorted((a, b) => Date.parse(a.opensAt) - Date.parse(b.opensAt));

/** When the statements of an evaluation can be asked again, ISO. */
export const freeAgain = ({ closesAt }: Asked): string => new Date(Date.parse(closesAt) + day).toISOString();
