-- A circle: one meeting of a team. planned → open → closed → archived, never back.

create table public.circles (
  id uuid primary key default gen_random_uuid(),
  team_id uuid not null references public.teams (id) on delete cascade,
  kind text not null check (kind in ('introduction', 'staff', 'peer_support', 'gathering')),
  title text not null check (char_length(btrim(title)) between 1 and 200),
  state text not null default 'planned' check (state in ('planned', 'open', 'closed', 'archived')),
  starts_at timestamptz,
  planned_minutes integer not null default 60 check (planned_minutes between 5 and 2880),
  time_zone text not null default 'UTC' check (char_length(time_zone) between 1 and 64),
  held_on date[] not null default '{}' check (cardinality(held_on) <= 60 and array_position(held_on, null) is null),
  opened_at timestamptz,
  closed_at timestamptz,
  archived_at timestamptz,
  agenda_version integer not null default 0,
  -- The form's own key: the same form sent twice makes one circle.
  request_key uuid,
  created_by uuid default auth.uid() references public.people (id) on delete set null,
  created_at timestamptz not null default now(),
  unique (id, team_id),
  unique (team_id, request_key)
);
create index circles_team on public.circles (team_id, state, starts_at);

alter table public.circles enable row level security;

-- Definer: used by the policies of everything below a circle, once a statement. Circles one leads that may still be changed.
create function private.my_changeable_circles() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select c.id from public.circles c
  where c.state in ('planned', 'open')
    and c.team_id in (select m.team_id from public.team_members m where m.person_id = (select auth.uid()) and m.role = 'lead')
$$;
revoke all on function private.my_changeable_circles() from public, anon, authenticated;
grant execute on function private.my_changeable_circles() to authenticated, service_role;

create policy "the team sees its circles" on public.circles for select to authenticated
  using (team_id in (select private.my_teams()));
create policy "leads plan circles" on public.circles for insert to authenticated
  with check (team_id in (select private.my_lead_teams()) and state = 'planned' and created_by = (select auth.uid()));
create policy "leads change circles" on public.circles for update to authenticated
  using (team_id in (select private.my_lead_teams())) with check (team_id in (select private.my_lead_teams()));
create policy "leads delete circles that were never opened" on public.circles for delete to authenticated
  using (team_id in (select private.my_lead_teams()) and state = 'planned');

grant select on public.circles to authenticated, service_role;
grant insert (team_id, kind, title, starts_at, planned_minutes, time_zone, held_on, request_key) on public.circles to authenticated;
grant update (kind, title, starts_at, planned_minutes, time_zone, held_on, state, agenda_version) on public.circles to authenticated;
grant delete on public.circles to authenticated;

comment on table public.circles is 'One meeting of a team.';

create function private.move_circle_forward() returns trigger
language plpgsql set search_path = '' as $$
declare
  v_day date;
begin
  if old.state in ('closed', 'archived')
      and (new.title, new.kind, new.planned_minutes, new.starts_at, new.time_zone, new.agenda_version)
        is distinct from (old.title, old.kind, old.planned_minutes, old.starts_at, old.time_zone, old.agenda_version)
      -- The days it was held can be put right until it is archived.
      or old.state = 'archived' and new.held_on is distinct from old.held_on then
    raise exception 'a closed circle is not changed' using errcode = 'PT409', hint = 'circle_closed';
  end if;
  if new.agenda_version not in (old.agenda_version, old.agenda_version + 1) then
    raise exception 'the agenda counts its versions one by one' using errcode = '22023';
  end if;
  if new.state is distinct from old.state then
    if (old.state, new.state) not in (('planned', 'open'), ('open', 'closed'), ('closed', 'archived')) then
      raise exception 'a circle goes from planned to open to closed to archived' using errcode = 'PT409', hint = 'circle_state';
    end if;
    if new.state = 'open' then new.opened_at := now(); end if;
    if new.state = 'closed' then
      new.closed_at := now();
      if cardinality(new.held_on) = 0 then
        begin
          v_day := (new.opened_at at time zone new.time_zone)::date;
        exception when invalid_parameter_value then
          v_day := (new.opened_at at time zone 'UTC')::date;
        end;
        new.held_on := array[v_day];
      end if;
    end if;
    if new.state = 'archived' then new.archived_at := now(); end if;
  end if;
  return new;
end $$;
revoke all on function private.move_circle_forward() from public, anon, authenticated;
create trigger move_circle_forward before update on public.circles
  for each row execute function private.move_circle_forward();
