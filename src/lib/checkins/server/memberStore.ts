import type { OpenRound } from '../../ballots/device/deviceToken.ts';
import { castAddress } from '../../ballots/server/cast.ts';
import { mustWork } from '../../server/errors.ts';
import type { Env } from '../../server/env.ts';
import type { Supabase } from '../../server/supabase.ts';
import type { RoundInList, RoundPage } from '../roundPage.ts';
import { roundState } from '../round.ts';
import type { ScaleDefinition } from '../scales/schema.ts';

type Row = { opened_at: string | null; opens_at: string; closes_at: string; check_in_publications: unknown };

const listed = `*, teams (id, name, time_zone), round_roster (person_id, name), check_in_publications (enough)`;
const whole = `*, teams (id, name, time_zone, organisations (support_contacts (name, reach, note, position))),
  round_roster (person_id), check_in_publications (enough, receipts)`;

/** The rounds of my teams, newest first: one query. `now` in ms. */
export async function myRounds(supabase: Supabase, personId: string, now: number): Promise<RoundInList[]> {
  const rows = mustWork(
    await supabase.from('check_in_rounds').select(listed).order('opens_at', { ascending: false }).limit(100)
  );
  return rows.map((row) => ({
    id: row.id,
    team: teamOf(row.teams),
    phase: phaseOf(row, now),
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    asked: row.round_roster.some(({ person_id }) => person_id === personId),
    roster: row.round_roster.map(({ name }) => name).sort((a, b) => a.localeCompare(b)),
    sign: row.sign_fingerprint ?? '',
    seal: row.seal_fingerprint ?? '',
    enough: one(row.check_in_publications)?.enough ?? null
  }));
}

/** Of these rounds, those for which this person's browser fetches a token: open, and asking them. For TokenKeeper.svelte. */
export function tokensToHold(
  rounds: readonly RoundInList[],
  person: string,
  env: Pick<Env, 'PUBLIC_BALLOT_ORIGIN'>
): OpenRound[] {
  return rounds
    .filter(({ phase, asked }) => phase === 'open' && asked)
    .map(({ id, sign, seal }) => tokenToHold({ round: id, sign, seal }, person, env));
}

/** What this person's browser must know to hold the token of a round. */
export function tokenToHold(
  { round, sign, seal }: Pick<RoundPage, 'round' | 'sign' | 'seal'>,
  person: string,
  env: Pick<Env, 'PUBLIC_BALLOT_ORIGIN'>
): OpenRound {
  return {
    kind: 'check-in',
    round,
    person,
    sign,
    seal,
    token: `/check-ins/${round}/token`,
    cast: castAddress(env, round)
  };
}

/** One round for its own page; null when there is none for this person. */
export async function roundPage(
  supabase: Supabase,
  id: string,
  personId: string,
  now: number
): Promise<RoundPage | null> {
  const row = mustWork(await supabase.from('check_in_rounds').select(whole).eq('id', id).limit(1))[0];
  if (!row) return null;
  return {
    round: row.id,
    team: teamOf(row.teams),
    phase: phaseOf(row, now),
    closesAt: row.closes_at,
    asked: row.round_roster.some(({ person_id }) => person_id === personId),
    builtIn: row.built_in,
    definition: row.definition as ScaleDefinition | null,
    sign: row.sign_fingerprint ?? '',
    seal: row.seal_fingerprint ?? '',
    receipts: one(row.check_in_publications)?.receipts ?? [],
    contacts: row.teams.organisations.support_contacts
      .sort((a, b) => a.position - b.position)
      .map(({ name, reach, note }) => ({ name, detail: reach, note }))
  };
}

function teamOf({ id, name, time_zone }: { id: string; name: string; time_zone: string }): RoundPage['team'] {
  return { id, name, timeZone: time_zone };
}

/** A planned round that could not open yet (too few people, say) is still planned. */
function phaseOf(row: Row, now: number): RoundPage['phase'] {
  const published = one(row.check_in_publications as object | object[] | null) !== undefined;
  if (!row.opened_at && !published) return 'planned';
  const round = { opensAt: new Date(row.opens_at), closesAt: new Date(row.closes_at) };
  const state = roundState(round, published, new Date(now));
  return state === 'due' ? 'counting' : state === 'waiting' ? 'planned' : state;
}

/** A row that is embedded once comes alone or in a list, by how the key is read. */
function one<T>(embedded: T | T[] | null | undefined): T | undefined {
  return (Array.isArray(embedded) ? embedded[0] : embedded) ?? undefined;
}
