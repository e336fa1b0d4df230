/** One guard less each: SQL for `openStage({ weaken })`, so that a test shows that it notices. */

const castBallot = (
  body: string
) => `create or replace function public.cast_ballot(p_round uuid, p_nullifier text, p_sealed text) returns text
language plpgsql security definer set search_path = '' as $$
begin
  ${body}
  return 'counted';
exception when others then
  return 'failed';
end $$;`;

/** The table as one would make it without thinking: random keys, no times, and rows written as they come. */
export const noShuffle =
  castBallot(`if exists (select from ballot.ballots b where b.nullifier = p_nullifier) then return 'already'; end if;
  insert into ballot.ballots (nullifier, round_id, sealed) values (p_nullifier, p_round, p_sealed);`);

/** Nobody looks whether a ballot is there already, nor at the clock. */
export const noNullifierCheck = `alter table ballot.ballots drop constraint ballots_pkey;
${castBallot('insert into ballot.ballots (nullifier, round_id, sealed) values (p_nullifier, p_round, p_sealed);')}`;

/** Nobody measures the sealed answer. */
export const noLengthCheck = `alter table ballot.ballots drop constraint ballots_sealed_check;
${castBallot('insert into ballot.ballots (nullifier, round_id, sealed) values (p_nullifier, p_round, p_sealed);')}`;

/** Nobody looks at roster, earlier tokens or the clock. */
export const everybodyGetsTokens = `create or replace function public.take_token(p_round uuid, p_blinded_hash text) returns text
language sql security definer set search_path = '' as $$ select 'new' $$;`;

/** A publication that leaves the ballots where they were. */
export const ballotsKept = `create function private.keep_ballots() returns trigger language plpgsql set search_path = '' as $$ begin return null; end $$;
create trigger keep_ballots before delete on ballot.ballots for each row execute function private.keep_ballots();`;

/** Somebody wants a look at how it is going. */
export const viewForLeads = `create view public.ballots_so_far as select round_id, nullifier, sealed from ballot.ballots;
grant select on public.ballots_so_far to authenticated;`;

/** Somebody means well and spares those who seem to have answered the second letter. */
export const lettersToTheRest = `create or replace function public.take_letters(p_restarted boolean)
returns table (round_id uuid, kind text, closes_at timestamptz, time_zone text, email text)
language sql volatile security definer set search_path = '' as $$
  select r.id, 'closing', r.closes_at, t.time_zone, a.email::text
  from public.check_in_rounds r join public.teams t on t.id = r.team_id
    join public.round_roster o on o.round_id = r.id join auth.users a on a.id = o.person_id
  where r.opened_at is not null and r.closes_at > private.clock()
    and not exists (select from ballot.tokens k where k.round_id = r.id and k.person_id = o.person_id)
  order by o.name, o.person_id
$$;`;

/** Levels can be written a second time. */
export const publishedTwice = `alter table public.check_in_publications drop constraint check_in_publications_pkey cascade;
alter table public.check_in_publications drop constraint check_in_publications_round_id_team_id_key cascade;
create or replace function public.publish_round(p_round uuid, p_enough boolean, p_levels jsonb, p_help jsonb, p_receipts text[], p_key_lost boolean default false)
returns text language plpgsql security definer set search_path = '' as $$
begin
  insert into public.check_in_publications (round_id, team_id, enough, key_lost, levels, help, receipts, closed_on)
    select p_round, r.team_id, p_enough, p_key_lost, p_levels, p_help, p_receipts, current_date from public.check_in_rounds r where r.id = p_round;
  return 'published';
end $$;`;

/** One person may be asked in as many teams as they are in. */
export const manyReportingTeams = `drop trigger one_reporting_team on public.round_roster;`;

/** The same may be asked of two groups at once. */
export const evaluationsBesideEachOther = `drop trigger evaluations_apart on public.evaluations;
create or replace function private.evaluation_in_the_way(p_evaluation public.evaluations, p_opens timestamptz, p_closes timestamptz, p_opened_only boolean) returns boolean
language sql stable set search_path = '' as $$ select false $$;`;

/** The view of an organisation counts one team like many. */
export const levelsOfAnyTeam = `create or replace function public.organisation_levels(p_organisation uuid)
returns table (definition text, enough boolean, levels jsonb, help jsonb)
language sql stable security definer set search_path = '' as $$
  select r.scale_key, p.enough, p.levels, p.help from public.check_in_publications p join public.check_in_rounds r on r.id = p.round_id
$$;`;
