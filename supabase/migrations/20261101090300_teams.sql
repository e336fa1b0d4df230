-- A team: the people who meet in circles. Leads keep circles; members take part. An admin who is in no team reads no circle.

create table public.teams (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  name text not null check (char_length(btrim(name)) between 1 and 120),
  time_zone text not null default 'UTC' check (char_length(time_zone) between 1 and 64),
  created_at timestamptz not null default now(),
  unique (id, organisation_id)
);
create index teams_organisation on public.teams (organisation_id);

create table public.team_members (
  team_id uuid not null references public.teams (id) on delete cascade,
  person_id uuid not null references public.people (id) on delete cascade,
  role text not null default 'member' check (role in ('lead', 'member')),
  joined_at timestamptz not null default now(),
  primary key (team_id, person_id)
);
create index team_members_person on public.team_members (person_id, team_id, role);

alter table public.teams enable row level security;
alter table public.team_members enable row level security;

-- Definer: a policy on team_members that read team_members would ask itself.
create function private.my_teams() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select team_id from public.team_members where person_id = (select auth.uid())
$$;
-- Definer: as above.
create function private.my_lead_teams() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select team_id from public.team_members where person_id = (select auth.uid()) and role = 'lead'
$$;
-- Definer: an admin sees which teams there are and who is in them, without being in one.
create function private.my_admin_teams() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select t.id from public.teams t
  where t.organisation_id in (select m.organisation_id from public.organisation_members m where m.person_id = (select auth.uid()) and m.is_admin)
$$;
-- Definer: names are shown to those who share a team or are its organisation's admin, and to nobody else.
create function private.people_i_may_name() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select (select auth.uid())
  union select tm.person_id from public.team_members tm
    where tm.team_id in (select mine.team_id from public.team_members mine where mine.person_id = (select auth.uid()))
  union select om.person_id from public.organisation_members om
    where om.organisation_id in (select m.organisation_id from public.organisation_members m where m.person_id = (select auth.uid()) and m.is_admin)
$$;
revoke all on function private.my_teams(), private.my_lead_teams(), private.my_admin_teams(), private.people_i_may_name() from public, anon, authenticated;
grant execute on function private.my_teams(), private.my_lead_teams(), private.my_admin_teams(), private.people_i_may_name() to authenticated, service_role;

create policy "people see the names of those they share a team with" on public.people for select to authenticated
  using (id in (select private.people_i_may_name()));

create policy "members and admins see the team" on public.teams for select to authenticated
  using (id in (select private.my_teams()) or organisation_id in (select private.my_admin_organisations()));
create policy "admins make teams" on public.teams for insert to authenticated
  with check (organisation_id in (select private.my_admin_organisations()));
create policy "leads and admins change the team" on public.teams for update to authenticated
  using (id in (select private.my_lead_teams()) or id in (select private.my_admin_teams()))
  with check (id in (select private.my_lead_teams()) or id in (select private.my_admin_teams()));

create policy "members and admins see who is in the team" on public.team_members for select to authenticated
  using (team_id in (select private.my_teams()) or team_id in (select private.my_admin_teams()));
create policy "leads and admins change roles" on public.team_members for update to authenticated
  using (team_id in (select private.my_lead_teams()) or team_id in (select private.my_admin_teams()))
  with check (team_id in (select private.my_lead_teams()) or team_id in (select private.my_admin_teams()));
create policy "people leave, leads and admins remove" on public.team_members for delete to authenticated
  using (person_id = (select auth.uid()) or team_id in (select private.my_lead_teams()) or team_id in (select private.my_admin_teams()));

grant select on public.teams, public.team_members to authenticated;
grant insert (organisation_id, name, time_zone), update (name, time_zone) on public.teams to authenticated;
grant update (role), delete on public.team_members to authenticated;
grant select on public.team_members to service_role;

comment on table public.teams is 'A team meets in circles. Who leads it is on team_members.';
comment on table public.team_members is 'Who is in a team and whether they lead it.';

-- Definer: counts leads beyond what the one who leaves may see, and locks the team so that two last leads cannot go at once.
create function private.keep_a_lead() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.role <> 'lead' or (tg_op = 'UPDATE' and new.role = 'lead') then return coalesce(new, old); end if;
  -- The team, its organisation or the person is going altogether: nothing to keep.
  perform 1 from public.teams t where t.id = old.team_id
    and exists (select 1 from public.organisations o where o.id = t.organisation_id) for update of t;
  if not found then return old; end if;
  if not exists (select 1 from public.people where id = old.person_id) then return old; end if;
  if not exists (select 1 from public.team_members m
                 where m.team_id = old.team_id and m.role = 'lead' and m.person_id <> old.person_id) then
    raise exception 'the last lead cannot leave the team without one' using errcode = 'PT409', hint = 'last_lead';
  end if;
  return coalesce(new, old);
end $$;
revoke all on function private.keep_a_lead() from public, anon, authenticated;
create trigger keep_a_lead before update or delete on public.team_members
  for each row execute function private.keep_a_lead();

-- Definer: someone who leaves their last team there, and is neither admin nor trainer, leaves the organisation with it.
create function private.leave_with_last_team() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.organisation_members om
  using public.teams t
  where t.id = old.team_id and om.organisation_id = t.organisation_id and om.person_id = old.person_id
    and not om.is_admin and not om.is_trainer
    and not exists (select 1 from public.team_members tm join public.teams o on o.id = tm.team_id
                    where tm.person_id = old.person_id and o.organisation_id = t.organisation_id);
  return old;
end $$;
revoke all on function private.leave_with_last_team() from public, anon, authenticated;
create trigger leave_with_last_team after delete on public.team_members
  for each row execute function private.leave_with_last_team();

-- Definer: one who leaves the organisation leaves its teams (each checked for its last lead).
create function private.leave_teams_too() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.team_members tm using public.teams t
  where t.id = tm.team_id and t.organisation_id = old.organisation_id and tm.person_id = old.person_id;
  return old;
end $$;
revoke all on function private.leave_teams_too() from public, anon, authenticated;
-- After, not before: the last team takes the organisation's row with it, and a row that is just being deleted cannot go twice.
create trigger leave_teams_too after delete on public.organisation_members
  for each row execute function private.leave_teams_too();

-- Definer: makes the first admin and lead, whom no policy could let in because nobody is there yet.
create function public.start_organisation(p_name text, p_team text, p_time_zone text default 'UTC') returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_person uuid := (select auth.uid());
  v_organisation uuid;
  v_team uuid;
begin
  if v_person is null then raise exception 'sign in first' using errcode = '42501'; end if;
  if char_length(btrim(coalesce(p_name, ''))) not between 1 and 120 or char_length(btrim(coalesce(p_team, ''))) not between 1 and 120 then
    raise exception 'a name has 1 to 120 characters' using errcode = '22023';
  end if;
  if (select count(*) from public.organisation_members where person_id = v_person and is_admin) >= 5 then
    raise exception 'one person starts at most five organisations' using errcode = 'PT429';
  end if;
  insert into public.organisations (name) values (btrim(p_name)) returning id into v_organisation;
  insert into public.organisation_members (organisation_id, person_id, is_admin) values (v_organisation, v_person, true);
  insert into public.teams (organisation_id, name, time_zone) values (v_organisation, btrim(p_team), p_time_zone) returning id into v_team;
  insert into public.team_members (team_id, person_id, role) values (v_team, v_person, 'lead');
  return v_team;
end $$;
revoke all on function public.start_organisation(text, text, text) from public, anon, authenticated;
grant execute on function public.start_organisation(text, text, text) to authenticated;
