-- Retention: records leave after the organisation's period. What stays says only that a circle was held.

create table public.destroyed_records (
  id uuid primary key default gen_random_uuid(),
  team_id uuid not null references public.teams (id) on delete cascade,
  kind text not null,
  held_on date,
  destroyed_on date not null
);
create index destroyed_records_team on public.destroyed_records (team_id, held_on);

alter table public.destroyed_records enable row level security;

create policy "leads see that a record was destroyed" on public.destroyed_records for select to authenticated
  using (team_id in (select private.my_lead_teams()));

grant select on public.destroyed_records to authenticated;
grant select, insert on public.destroyed_records to service_role;

comment on table public.destroyed_records is 'That a circle of a kind was held on a day, and when its record was destroyed. Nothing else is left.';

-- The day a record leaves: the retention period after the last day anything happened in it.
-- Definer: the preview asks for teams whose circles an admin may not read; only kinds and days come out.
create function private.records_leaving(p_until date)
returns table (what text, id uuid, organisation_id uuid, team_id uuid, kind text, last_day date, leaves_on date, not_before date)
language sql stable security definer set search_path = '' as $$
  with kept as (
    select t.id as team_id, o.id as organisation_id, make_interval(years => o.retention_years) as years
    from public.teams t join public.organisations o on o.id = t.organisation_id),
  days as (
    select 'circle' as what, c.id, c.team_id, c.kind,
      -- A circle brought in years later counts from the day it was held, not from the day it was typed.
      -- One that is still to come or open is never before its plan: a wrong day typed into it destroys nothing.
      case when c.state in ('closed', 'archived') then coalesce((select max(d) from unnest(c.held_on) d), c.closed_at::date)
        else greatest((select max(d) from unnest(c.held_on) d), greatest(c.created_at, c.starts_at, c.opened_at)::date) end as last_day,
      -- But whoever brings in an old record has a month to take out what they need of it.
      c.created_at::date + 30 as not_before
    from public.circles c
    union all
    select 'place', p.id, p.team_id, s.kind, p.left_on, p.left_on from public.series_places p join public.series s on s.id = p.series_id where p.left_on is not null
    union all
    select 'acknowledgement', a.agreement_id, a.team_id, g.kind, a.left_on, a.left_on
    from public.agreement_acknowledgements a join public.agreements g on g.id = a.agreement_id where a.left_on is not null
    union all
    select 'action', a.id, a.team_id, 'action', a.closed_at::date, a.closed_at::date from public.actions a where a.circle_id is null and a.closed_at is not null)
  select d.what, d.id, k.organisation_id, d.team_id, d.kind, d.last_day, greatest((d.last_day + k.years)::date, d.not_before), d.not_before
  from days d join kept k on k.team_id = d.team_id
  where greatest((d.last_day + k.years)::date, d.not_before) <= p_until
$$;
revoke all on function private.records_leaving(date) from public, anon, authenticated;
grant execute on function private.records_leaving(date) to service_role;

-- What leaves up to a day, for the admin who answers for the period: team, kind and days, never a title or a name.
-- Definer: an admin reads no circle.
create function public.retention_preview(p_organisation uuid, p_until date)
returns table (what text, team text, kind text, last_day date, leaves_on date, not_before date)
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_organisation not in (select private.my_admin_organisations()) then
    raise exception 'only an admin looks at the retention of the organisation' using errcode = '42501';
  end if;
  return query select l.what, t.name, l.kind, l.last_day, l.leaves_on, l.not_before
    from private.records_leaving(p_until) l join public.teams t on t.id = l.team_id
    where l.organisation_id = p_organisation order by l.leaves_on, t.name, l.what, l.last_day;
end $$;

-- The same for the one who runs the job: every organisation, by team and days, no title and no name. Definer: reads the private list.
create function public.retention_due(p_until date)
returns table (what text, organisation text, team text, kind text, last_day date, leaves_on date)
language sql stable security definer set search_path = '' as $$
  select l.what, o.name, t.name, l.kind, l.last_day, l.leaves_on
  from private.records_leaving(p_until) l join public.teams t on t.id = l.team_id join public.organisations o on o.id = l.organisation_id
  order by l.leaves_on, o.name, t.name, l.what, l.last_day
$$;

-- Destroys what is due on a day and gives how many of each. Run by the job only. A day in the future is refused: nothing leaves early.
create function public.run_retention(p_today date) returns table (what text, removed integer)
language plpgsql security definer set search_path = '' as $$
begin
  -- A day ahead for places where it is tomorrow already.
  if p_today is null or p_today > current_date + 1 then raise exception 'records do not leave early' using errcode = '22023'; end if;
  create temporary table retention_due on commit drop as
    select l.what, l.id, l.team_id, l.kind, l.last_day from private.records_leaving(p_today) l;
  insert into public.destroyed_records (team_id, kind, held_on, destroyed_on)
    -- One that was planned and never came to be was not held on any day.
    select d.team_id, d.kind, case when c.state <> 'planned' then d.last_day end, p_today
    from pg_temp.retention_due d join public.circles c on c.id = d.id where d.what = 'circle';
  delete from public.circles c using pg_temp.retention_due d where d.what = 'circle' and c.id = d.id;
  delete from public.series_places p using pg_temp.retention_due d where d.what = 'place' and p.id = d.id;
  delete from public.agreement_acknowledgements a using pg_temp.retention_due d
    where d.what = 'acknowledgement' and a.agreement_id = d.id and a.left_on = d.last_day;
  delete from public.actions a using pg_temp.retention_due d where d.what = 'action' and a.id = d.id;
  -- A series all of whose circles and places have left is an empty title.
  delete from public.series s where s.created_at::date < p_today - 366
    and not exists (select 1 from public.circles c where c.series_id = s.id)
    and not exists (select 1 from public.series_places p where p.series_id = s.id);
  return query select d.what, count(*)::integer from pg_temp.retention_due d group by d.what order by d.what;
end $$;
revoke all on function public.retention_preview(uuid, date), public.retention_due(date), public.run_retention(date) from public, anon, authenticated;
grant execute on function public.retention_preview(uuid, date) to authenticated;
grant execute on function public.retention_due(date), public.run_retention(date) to service_role;
