import { gatherWorkers, openRoundNow, openStage, type Stage } from './stage.ts';

export const PEOPLE = 8;
export const ROUNDS = 400;

const hex = `encode(sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'hex')`;

/**
 * Rounds of eight people, each of whom takes a token and casts before the next one does; every token and every cast is a transaction of its
 * own. Which ballot came from whom is written down in `private.truth`, for the test only.
 */
export async function castManyRounds(weaken = '', rounds = ROUNDS): Promise<Stage> {
  const stage = await openStage({ weaken });
  await gatherWorkers(stage, 6);
  const round = await openRoundNow(stage);
  await stage.run(`create table private.truth (round_id uuid, turn integer, nullifier text);
    insert into public.check_in_rounds select gen_random_uuid(), team_id, built_in, scale_key, scale_version, definition, opens_at, closes_at,
      opened_at, sign_key, sign_fingerprint, seal_key, seal_fingerprint, roster_changed, gen_random_uuid()
      from public.check_in_rounds, generate_series(1, ${rounds}) where id = '${round}'`);
  // A person a turn: who came when is known to the attacker from the tokens, which keep their transaction.
  for (let turn = 1; turn <= PEOPLE; turn++)
    await stage.run(`do $do$ declare r uuid; n text; begin
      for r in select id from public.check_in_rounds where id <> '${round}' order by id loop
        n := ${hex};
        insert into private.truth values (r, ${turn}, n);
        if public.cast_ballot(r, n, rpad('', 342, 'A')) <> 'counted' then raise exception 'not counted'; end if;
      end loop; end $do$`);
  return stage;
}

/** For each round the turns in the order their ballots would be put by xmin and then by place. */
export async function turnsInOrder(stage: Stage): Promise<number[][]> {
  const found = await stage.rows<{ turns: number[] }>(
    `select array_agg(t.turn order by b.xmin::text::bigint, b.ctid) as turns from ballot.ballots b
     join private.truth t on t.nullifier = b.nullifier group by b.round_id`
  );
  return found.map(({ turns }) => turns);
}

/** χ² of counts against all being equally likely. */
export function chiSquared(counts: number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
