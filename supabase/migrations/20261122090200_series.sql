-- A series: circles that recur, and the places in it. A group programme has a length, places, intakes, a waiting list and a gate.

create table public.series (
  id uuid primary key default gen_random_uuid(),
  team_id uuid not null references public.teams (id) on delete cascade,
  title text not null check (char_length(btrim(title)) between 1 and 200),
  kind text not null check (kind in ('introduction', 'staff', 'peer_support', 'gathering')),
  every_weeks smallint not null default 1 check (every_weeks between 1 and 13),
  first_on date not null,
  -- The clock on the wall at which each meeting begins, 'HH:MM', in time_zone.
  starts_at text not null check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  time_zone text not null check (char_length(time_zone) between 1 and 64),
  minutes integer not null check (minutes between 5 and 2880),
  length smallint not null check (length between 1 and 104),
  -- Null: a standing series everybody in the team belongs to.
  places smallint check (places between 1 and 500),
  intake_weeks smallint check (intake_weeks between 1 and 52),
  -- At least this many meetings attended, of `length`.
  gate smallint check (gate between 1 and length),
  request_key uuid,
  created_at timestamptz not null default now(),
  unique (id, team_id),
  unique (team_id, request_key)
);

alter table public.circles add column series_id uuid, add column series_number smallint check (series_number between 1 and 999),
  add foreign key (series_id, team_id) references public.series (id, team_id) on delete no action deferrable initially deferred,
  add check ((series_id is null) = (series_number is null)),
  add unique (series_id, series_number),
  -- How often, and when last, what stands in people's calendars was changed: SEQUENCE and LAST-MODIFIED of the file.
  add column plan_changes integer not null default 0,
  add column plan_changed_at timestamptz not null default now();

create table public.series_places (
  id uuid primary key default gen_random_uuid(),
  series_id uuid not null,
  team_id uuid not null,
  -- Null: someone without an account, known by name only.
  person_id uuid references public.people (id) on delete set null,
  name text not null check (char_length(btrim(name)) between 1 and 120),
  asked_at timestamptz not null default clock_timestamp(),
  -- Null: still waiting.
  joined_on date,
  left_on date,
  foreign key (series_id, team_id) references public.series (id, team_id) on delete cascade,
  unique (series_id, person_id),
  unique (id, series_id),
  check (left_on is null or (joined_on is not null and left_on >= joined_on))
);
create index series_places_line on public.series_places (series_id, team_id, asked_at);
create index series_places_person on public.series_places (person_id);

-- Hours by duty, rates, posts: what a series costs. For the leads, who show it to a funder.
create table public.resourcing_sheets (
  series_id uuid primary key,
  team_id uuid not null,
  sheet jsonb not null check (jsonb_typeof(sheet) = 'object' and octet_length(sheet::text) <= 20000),
  updated_at timestamptz not null default now(),
  foreign key (series_id, team_id) references public.series (id, team_id) on delete cascade
);

alter table public.series enable row level security;
alter table public.series_places enable row level security;
alter table public.resourcing_sheets enable row level security;

-- Definer: used by policies, once a statement. Series one keeps: as a lead, or as facilitator of one of its circles.
create function private.my_kept_series() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select s.id from public.series s
    where s.team_id in (select m.team_id from public.team_members m where m.person_id = (select auth.uid()) and m.role = 'lead')
  union
  select c.series_id from public.circle_roles r join public.circles c on c.id = r.circle_id
    where r.person_id = (select auth.uid()) and r.role in ('facilitator', 'co_facilitator') and c.series_id is not null
$$;
revoke all on function private.my_kept_series() from public, anon, authenticated;
grant execute on function private.my_kept_series() to authenticated, service_role;

create policy "the team sees its series" on public.series for select to authenticated
  using (team_id in (select private.my_teams()));
create policy "leads start series" on public.series for insert to authenticated
  with check (team_id in (select private.my_lead_teams()));
create policy "leads change series" on public.series for update to authenticated
  using (team_id in (select private.my_lead_teams())) with check (team_id in (select private.my_lead_teams()));
create policy "leads delete series without circles" on public.series for delete to authenticated
  using (team_id in (select private.my_lead_teams()));

create policy "people see their own place and facilitators see all" on public.series_places for select to authenticated
  using ((person_id = (select auth.uid()) and team_id in (select private.my_teams())) or series_id in (select private.my_kept_series()));
create policy "people ask for a place themselves and leads add people" on public.series_places for insert to authenticated
  with check (team_id in (select private.my_lead_teams())
    or (person_id = (select auth.uid()) and team_id in (select private.my_teams())));
create policy "leads note who left" on public.series_places for update to authenticated
  using (team_id in (select private.my_lead_teams())) with check (team_id in (select private.my_lead_teams()));
create policy "people step out of the waiting list and leads take them off" on public.series_places for delete to authenticated
  using (joined_on is null and (team_id in (select private.my_lead_teams()) or person_id = (select auth.uid())));

create policy "leads read the resourcing sheet" on public.resourcing_sheets for select to authenticated
  using (team_id in (select private.my_lead_teams()));
create policy "leads begin a resourcing sheet" on public.resourcing_sheets for insert to authenticated
  with check (team_id in (select private.my_lead_teams()));
create policy "leads change the resourcing sheet" on public.resourcing_sheets for update to authenticated
  using (team_id in (select private.my_lead_teams())) with check (team_id in (select private.my_lead_teams()));

grant select on public.series, public.series_places, public.resourcing_sheets to authenticated;
grant insert (team_id, title, kind, every_weeks, first_on, starts_at, time_zone, minutes, length, places, intake_weeks, gate, request_key) on public.series to authenticated;
grant update (title, places, intake_weeks, gate), delete on public.series to authenticated;
grant update (series_id, series_number) on public.circles to authenticated;
grant insert (series_id, team_id, person_id, name), update (name, left_on), delete on public.series_places to authenticated;
grant insert (series_id, team_id, sheet), update (sheet) on public.resourcing_sheets to authenticated;

comment on table public.series is 'Circles that recur.';
comment on table public.series_places is 'Who has, had or waits for a place in a series.';
comment on table public.resourcing_sheets is 'What running a series takes: hours by duty, and what they cost.';

-- Definer: looks at membership and at the series. A place is for somebody of the team, under the name they use.
create function private.true_place() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' then
    -- Only who is known by name alone is spelled anew.
    if old.person_id is not null then new.name := old.name; end if;
    return new;
  end if;
  -- Someone outside the team is refused by the policy, and does not learn here who is in it.
  if new.person_id is null or new.team_id not in (select private.my_teams()) then return new; end if;
  select p.display_name into new.name from public.people p
    join public.team_members m on m.person_id = p.id and m.team_id = new.team_id where p.id = new.person_id;
  if not found then raise exception 'a place is for somebody of the team' using errcode = '22023', hint = 'not_in_team'; end if;
  return new;
end $$;
revoke all on function private.true_place() from public, anon, authenticated;
create trigger true_place before insert or update on public.series_places for each row execute function private.true_place();

create function private.count_plan_changes() returns trigger
language plpgsql set search_path = '' as $$
begin
  if (new.title, new.starts_at, new.planned_minutes, new.time_zone) is distinct from (old.title, old.starts_at, old.planned_minutes, old.time_zone) then
    new.plan_changes := old.plan_changes + 1;
    new.plan_changed_at := now();
  end if;
  return new;
end $$;
revoke all on function private.count_plan_changes() from public, anon, authenticated;
create trigger count_plan_changes before update on public.circles for each row execute function private.count_plan_changes();

-- Definer: counts all places, and waits for another lead who admits at the same moment. Whoever left in error comes back
-- only while a place is free; nobody leaves ahead of time, or their place would be given away while they still sit in it.
create function private.true_leaving() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_places integer;
begin
  -- A day of grace, because the database does not know which day it is where the lead is.
  if new.left_on > current_date + 1 then raise exception 'leaving is noted on the day' using errcode = '22023'; end if;
  if new.left_on is null and old.left_on is not null then
    select s.places into v_places from public.series s where s.id = new.series_id for update;
    if v_places <= (select count(*) from public.series_places t
        where t.series_id = new.series_id and t.joined_on is not null and t.left_on is null) then
      raise exception 'no place is free' using errcode = 'PT409', hint = 'series_full';
    end if;
  end if;
  return new;
end $$;
revoke all on function private.true_leaving() from public, anon, authenticated;
create trigger true_leaving before update on public.series_places
  for each row when (new.left_on is distinct from old.left_on) execute function private.true_leaving();

-- Definer: the one who leaves has no rights in the team any more when this runs. Nobody keeps a place or waits for one in a team they left.
create function private.leave_places() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.series_places where team_id = old.team_id and person_id = old.person_id and (joined_on is null or joined_on > current_date);
  update public.series_places set left_on = current_date
    where team_id = old.team_id and person_id = old.person_id and left_on is null;
  return old;
end $$;
revoke all on function private.leave_places() from public, anon, authenticated;
create trigger leave_places after delete on public.team_members
  for each row execute function private.leave_places();

-- Starts a series with all its circles in one transaction; sent twice, it is one series. As the person: every row is checked by its policy.
-- starts: the instant of each meeting, worked out by the caller in the series' time zone, so that a clock change moves none.
create function public.start_series(p_team uuid, p_key uuid, p_series jsonb, p_starts timestamptz[], p_items jsonb, p_questions jsonb, p_groups jsonb)
returns uuid language plpgsql set search_path = '' as $$
declare
  v_series uuid;
  v_circle uuid;
begin
  if coalesce(cardinality(p_starts), 0) <> (p_series ->> 'length')::integer then
    raise exception 'a series has as many starts as meetings' using errcode = '22023';
  end if;
  insert into public.series (team_id, title, kind, every_weeks, first_on, starts_at, time_zone, minutes, length, places, intake_weeks, gate, request_key)
  values (p_team, btrim(p_series ->> 'title'), p_series ->> 'kind', (p_series ->> 'every_weeks')::smallint, (p_series ->> 'first_on')::date,
    p_series ->> 'starts_at', p_series ->> 'time_zone', (p_series ->> 'minutes')::integer, (p_series ->> 'length')::smallint,
    (p_series ->> 'places')::smallint, (p_series ->> 'intake_weeks')::smallint, (p_series ->> 'gate')::smallint, p_key)
  on conflict (team_id, request_key) do nothing
  returning id into v_series;
  if v_series is null then
    return (select id from public.series where team_id = p_team and request_key = p_key);
  end if;
  for n in 1 .. cardinality(p_starts) loop
    v_circle := public.plan_circle(p_team, md5(p_key::text || n)::uuid,
      jsonb_build_object('kind', p_series ->> 'kind', 'title', p_series ->> 'title', 'starts_at', p_starts[n],
        'planned_minutes', p_series -> 'minutes', 'time_zone', p_series ->> 'time_zone'), p_items, p_questions, p_groups);
    update public.circles set series_id = v_series, series_number = n where id = v_circle;
  end loop;
  return v_series;
end $$;

-- Lets those who waited longest join together on a day, as many as there are places free; gives how many joined.
-- Definer: joined_on is nobody's to set by hand, or two leads at once would give nine people eight places.
create function public.admit_to_series(p_series uuid, p_on date) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_places integer;
  v_joined integer;
begin
  select s.places into v_places from public.series s
    where s.id = p_series and s.team_id in (select private.my_lead_teams()) for update;
  if not found then raise exception 'only a lead lets people join' using errcode = '42501'; end if;
  if p_on is null then raise exception 'a day is needed' using errcode = '22023'; end if;
  update public.series_places set joined_on = p_on where id in (
    select w.id from public.series_places w where w.series_id = p_series and w.joined_on is null
    order by w.asked_at, w.id
    limit case when v_places is null then null else greatest(0, v_places
      - (select count(*) from public.series_places t where t.series_id = p_series and t.joined_on is not null and t.left_on is null)) end);
  get diagnostics v_joined = row_count;
  return v_joined;
end $$;

-- How many are before me in line (everybody who waits, when I do not) and how many places are free. Definer: others' rows are not mine to see.
create function public.my_place_in_line(p_series uuid) returns table (before_me integer, free_places integer)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select (select count(*)::integer from public.series_places w where w.series_id = s.id and w.joined_on is null
        and not exists (select from public.series_places mine
          where mine.series_id = s.id and mine.person_id = (select auth.uid()) and mine.joined_on is null
            and (mine.asked_at, mine.id) <= (w.asked_at, w.id))),
      greatest(0, s.places - (select count(*)::integer from public.series_places t
        where t.series_id = s.id and t.joined_on is not null and t.left_on is null))
    from public.series s
    where s.id = p_series and s.team_id in (select private.my_teams());
end $$;

-- Gives the same roles to all circles of a series that are still planned. roles: [{"person_id", "role"}]
create function public.set_series_roles(p_series uuid, p_roles jsonb) returns integer
language plpgsql set search_path = '' as $$
declare
  v_circles uuid[];
begin
  select coalesce(array_agg(c.id), '{}') into v_circles from public.circles c
    where c.series_id = p_series and c.state = 'planned' and c.team_id in (select private.my_lead_teams());
  if cardinality(v_circles) = 0 then raise exception 'no planned circle of a series you lead' using errcode = '42501'; end if;
  delete from public.circle_roles where circle_id = any (v_circles);
  insert into public.circle_roles (circle_id, team_id, person_id, role)
  select c.id, c.team_id, (r.value ->> 'person_id')::uuid, r.value ->> 'role'
  from public.circles c, jsonb_array_elements(p_roles) r where c.id = any (v_circles);
  return cardinality(v_circles);
end $$;
revoke all on function public.start_series(uuid, uuid, jsonb, timestamptz[], jsonb, jsonb, jsonb), public.admit_to_series(uuid, date),
  public.my_place_in_line(uuid), public.set_series_roles(uuid, jsonb) from public, anon, authenticated;
grant execute on function public.start_series(uuid, uuid, jsonb, timestamptz[], jsonb, jsonb, jsonb), public.admit_to_series(uuid, date),
  public.my_place_in_line(uuid), public.set_series_roles(uuid, jsonb) to authenticated;
