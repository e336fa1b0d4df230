-- What a round says, once: levels, never numbers. With it, everything it was made from is deleted.

create table public.check_in_publications (
  round_id uuid primary key,
  team_id uuid not null,
  -- False: fewer than five answers, and then nothing else is said.
  enough boolean not null,
  -- The server lost the round's key, so that nobody can read the answers any more.
  key_lost boolean not null default false,
  -- [{scale, level: {step, of}}], and [{option, level: {step, of}}], at most three.
  levels jsonb not null check (jsonb_typeof(levels) = 'array'),
  help jsonb not null check (jsonb_typeof(help) = 'array' and jsonb_array_length(help) <= 3),
  -- Nullifiers among random ones, up to the next multiple of 64, so that a device finds its own and nobody counts them.
  receipts text[] not null check (cardinality(receipts) >= 64 and cardinality(receipts) % 64 = 0),
  closed_on date not null,
  unique (round_id, team_id),
  foreign key (round_id, team_id) references public.check_in_rounds (id, team_id) on delete cascade,
  check (enough = (jsonb_array_length(levels) > 0) and (enough or jsonb_array_length(help) = 0) and not (enough and key_lost))
);
create index check_in_publications_team on public.check_in_publications (team_id, closed_on);

alter table public.check_in_publications enable row level security;

create policy "members read what the rounds of their team said" on public.check_in_publications for select to authenticated
  using (team_id in (select private.my_teams()));

grant select on public.check_in_publications to authenticated, service_role;

comment on table public.check_in_publications is 'The levels of a round. Written once by publish_round, never changed.';

create function private.keep_publication() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception 'what was published is not changed' using errcode = 'PT409', hint = 'published';
end $$;
revoke all on function private.keep_publication() from public, anon, authenticated;
create trigger keep_publication before update on public.check_in_publications
  for each row execute function private.keep_publication();

-- What the clock says is to be done: open or close. overdue: a week past its end, the server's key has not turned up.
-- Definer: run by the server's job.
create function public.due_rounds() returns table (round_id uuid, step text, built_in boolean, definition jsonb, seal_fingerprint text, overdue boolean)
language sql volatile security definer set search_path = '' as $$
  select r.id, 'open', r.built_in, r.definition, r.seal_fingerprint, false from public.check_in_rounds r
  where r.opened_at is null and r.opens_at <= private.clock()
    and not exists (select from public.check_in_rounds o where o.team_id = r.team_id and o.opened_at is not null and o.opens_at > private.clock() - interval '28 days')
    and exists (select from public.support_contacts s join public.teams t on t.organisation_id = s.organisation_id where t.id = r.team_id)
  union all
  select r.id, 'close', r.built_in, r.definition, r.seal_fingerprint, r.closes_at <= private.clock() - interval '7 days' from public.check_in_rounds r
  where r.opened_at is not null and r.closes_at <= private.clock()
    and not exists (select from public.check_in_publications p where p.round_id = r.id)
$$;

-- Publishes a round and empties its box, in one transaction. Gives published, already, not_due, not_enough (levels of fewer than five
-- answers are refused) or no_receipt (one who answered would not find theirs).
-- Definer: nobody has a right on the ballots, nor to write a publication.
create function public.publish_round(p_round uuid, p_enough boolean, p_levels jsonb, p_help jsonb, p_receipts text[], p_key_lost boolean default false)
returns text language plpgsql security definer set search_path = '' as $$
declare
  v_team uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_round::text, 0));
  if exists (select from public.check_in_publications p where p.round_id = p_round) then return 'already'; end if;
  select r.team_id into v_team from public.check_in_rounds r
    where r.id = p_round and r.opened_at is not null and r.closes_at <= private.clock();
  if not found then return 'not_due'; end if;
  if p_enough and (select count(*) from ballot.ballots b where b.round_id = p_round) < 5 then return 'not_enough'; end if;
  if exists (select from ballot.ballots b where b.round_id = p_round and b.nullifier <> all (p_receipts)) then return 'no_receipt'; end if;
  insert into public.check_in_publications (round_id, team_id, enough, key_lost, levels, help, receipts, closed_on)
    values (p_round, v_team, p_enough, p_key_lost, p_levels, p_help, p_receipts, (private.clock() at time zone 'UTC')::date);
  delete from ballot.ballots b where b.round_id = p_round;
  delete from ballot.tokens t where t.round_id = p_round;
  return 'published';
end $$;
revoke all on function public.due_rounds(), public.publish_round(uuid, boolean, jsonb, jsonb, text[], boolean) from public, anon, authenticated;
grant execute on function public.due_rounds(), public.publish_round(uuid, boolean, jsonb, jsonb, text[], boolean) to service_role;

-- The newest publication of each team, without the team and in the order of its own words: all that an organisation's view is made of.
-- Definer: an admin reads no team's publication.
create function public.organisation_levels(p_organisation uuid) returns table (definition text, enough boolean, levels jsonb, help jsonb)
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_organisation is null or p_organisation not in (select private.my_admin_organisations()) then
    raise exception 'only an admin sees the view of the organisation' using errcode = '42501';
  end if;
  return query
    select n.definition, n.enough, n.levels, n.help from (
      select distinct on (p.team_id) r.scale_key || '/' || r.scale_version as definition, p.enough, p.levels, p.help
      from public.check_in_publications p join public.check_in_rounds r on r.id = p.round_id join public.teams t on t.id = p.team_id
      where t.organisation_id = p_organisation and not p.key_lost order by p.team_id, r.opens_at desc) n
    order by n.definition, n.enough, n.levels::text, n.help::text;
end $$;
revoke all on function public.organisation_levels(uuid) from public, anon, authenticated;
grant execute on function public.organisation_levels(uuid) to authenticated;
