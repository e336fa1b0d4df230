-- Who is asked in a round: written down once, when it opens, and shown by name to everybody in the team.

create table public.round_roster (
  round_id uuid not null,
  team_id uuid not null,
  person_id uuid not null references public.people (id) on delete cascade,
  name text not null,
  primary key (round_id, person_id),
  foreign key (round_id, team_id) references public.check_in_rounds (id, team_id) on delete cascade
);
create index round_roster_person on public.round_roster (person_id, round_id);
create index round_roster_team on public.round_roster (team_id, round_id);

alter table public.round_roster enable row level security;

create policy "members see by name who is asked" on public.round_roster for select to authenticated
  using (team_id in (select private.my_teams()));

grant select on public.round_roster to authenticated, service_role;

comment on table public.round_roster is 'Who is asked in a round. Goes when the team''s next round opens, or 90 days after its end.';

-- Definer: looks at the rosters of other teams. Somebody in two teams counts in one of them per 28 days, or two levels could be
-- compared to find them. Locked, so that two teams that open in the same moment see each other.
create function private.one_reporting_team() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('round_roster', 0));
  if exists (select from public.round_roster o join public.check_in_rounds theirs on theirs.id = o.round_id
      join public.check_in_rounds mine on mine.id = new.round_id
      where o.person_id = new.person_id and o.round_id <> new.round_id
        and theirs.opens_at < mine.opens_at + interval '28 days' and mine.opens_at < theirs.opens_at + interval '28 days') then
    raise exception 'this person is asked in another team already' using errcode = '23505';
  end if;
  return new;
end $$;
revoke all on function private.one_reporting_team() from public, anon, authenticated;
create trigger one_reporting_team before insert or update on public.round_roster
  for each row execute function private.one_reporting_team();

-- Who would be asked if the round opened at this moment: members who joined 14 days before, no leads, nobody who was asked elsewhere in these 28 days.
-- Definer: looks at the rosters of other teams. For open_round only.
create function private.people_to_ask(p_team uuid, p_at timestamptz) returns table (person_id uuid, name text)
language sql stable security definer set search_path = '' as $$
  select m.person_id, p.display_name from public.team_members m join public.people p on p.id = m.person_id
  where m.team_id = p_team and m.role = 'member' and m.joined_at <= p_at - interval '14 days'
    and not exists (select from public.round_roster o join public.check_in_rounds r on r.id = o.round_id
      where o.person_id = m.person_id and r.opens_at > p_at - interval '28 days')
$$;
revoke all on function private.people_to_ask(uuid, timestamptz) from public, anon, authenticated;

-- Opens a round: keys in, roster frozen. Gives opened, already, or why not: unknown, not_due, no_contacts, few_people.
-- With fewer than six nobody is asked: of five, "enough answers" would say that each of them answered.
-- Definer: run by the server's job, which has no rights of its own on these tables.
create function public.open_round(p_round uuid, p_sign text, p_sign_fingerprint text, p_seal text, p_seal_fingerprint text, p_definition jsonb, p_version integer)
returns text language plpgsql security definer set search_path = '' as $$
declare
  v_round public.check_in_rounds;
  v_now timestamptz;
  v_late boolean;
  v_before uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('round_roster', 0));
  select * into v_round from public.check_in_rounds where id = p_round for update;
  if not found then return 'unknown'; end if;
  if v_round.opened_at is not null then return 'already'; end if;
  v_now := private.clock();
  if v_round.opens_at > v_now or exists (select from public.check_in_rounds r
      where r.team_id = v_round.team_id and r.opened_at is not null and r.opens_at > v_now - interval '28 days') then return 'not_due'; end if;
  if not exists (select from public.support_contacts s join public.teams t on t.organisation_id = s.organisation_id where t.id = v_round.team_id) then
    return 'no_contacts';
  end if;
  if (select count(*) from private.people_to_ask(v_round.team_id, v_now)) < 6 then return 'few_people'; end if;
  -- The server was down: people still have their seven days.
  v_late := v_now > v_round.opens_at + interval '10 minutes';
  update public.check_in_rounds set
    opens_at = case when v_late then v_now else opens_at end,
    closes_at = case when v_late then greatest(closes_at, v_now + interval '7 days') else closes_at end
    where id = p_round;
  insert into public.round_roster (round_id, team_id, person_id, name)
    select p_round, v_round.team_id, a.person_id, a.name from private.people_to_ask(v_round.team_id, v_now) a order by a.name, a.person_id;
  select r.id into v_before from public.check_in_rounds r
    where r.team_id = v_round.team_id and r.opened_at is not null order by r.opens_at desc limit 1;
  update public.check_in_rounds set
    opened_at = v_now, sign_key = p_sign, sign_fingerprint = p_sign_fingerprint, seal_key = p_seal, seal_fingerprint = p_seal_fingerprint,
    definition = case when built_in then p_definition else definition end,
    scale_version = case when built_in then p_version else scale_version end,
    roster_changed = array(select o.person_id from public.round_roster o where o.round_id = p_round order by 1)
      is distinct from array(select o.person_id from public.round_roster o where o.round_id = v_before order by 1)
    where id = p_round;
  -- It was kept for this comparison, and for the rule of one team per 28 days, which are over.
  delete from public.round_roster o using public.check_in_rounds r
    where r.id = o.round_id and r.id <> p_round
      and (r.team_id = v_round.team_id or r.closes_at < v_now - interval '90 days');
  return 'opened';
end $$;
revoke all on function public.open_round(uuid, text, text, text, text, jsonb, integer) from public, anon, authenticated;
grant execute on function public.open_round(uuid, text, text, text, text, jsonb, integer) to service_role;
