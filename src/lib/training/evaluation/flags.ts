import { meanPlace, type Result } from './tally.ts';

/**
 * What in a result needs a second look before anybody quotes it. `left_out`: fewer answered a statement than gave a form. `differ`: two
 * statements that ask nearly the same were answered half a step apart or more. `over_time`: people were content with the time, and a
 * subject took a quarter longer than planned.
 */
export type Flag =
  | { kind: 'left_out'; statement: number; answered: number; left: number }
  | { kind: 'differ'; statement: number; other: number }
  | { kind: 'over_time'; statement: number; subjects: string[] };

/** Half a step between two of the four choices. */
const APART = 0.5;
/** "Satisfied" or better, on average. */
const CONTENT = 2;

/**
 * The flags of a result, in the order of its statements. Statements are numbered from 0.
 * @param overTime titles of subjects that took a quarter longer than planned or more
 */
export function flagsOf({ statements }: Pick<Result, 'statements'>, overTime: readonly string[]): Flag[] {
  return statements.flatMap(({ statement, counts, answered, left }, at): Flag[] => {
    const mean = meanPlace(counts);
    const other = statements.findIndex((one) => one.statement.key === statement.pairedWith);
    const otherMean = other < 0 ? null : meanPlace(statements[other]!.counts);
    return [
      ...(left > 0 ? [{ kind: 'left_out' as const, statement: at, answered, left }] : []),
      ...(mean !== null && otherMean !== null && Math.abs(mean - otherMean) >= APART
        ? [{ kind: 'differ' as const, statement: at, other }]
        : []),
      ...(statement.about === 'time' && mean !== null && mean <= CONTENT && overTime.length > 0
        ? [{ kind: 'over_time' as const, statement: at, subjects: [...overTime] }]
        : [])
    ];
  });
}
