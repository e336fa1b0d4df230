-- Attendance: who was there, who came late, who sent an apology or declined, who made it up. Facilitators read all of it, people their own.

create table public.attendance (
  id uuid primary key default gen_random_uuid(),
  circle_id uuid not null,
  team_id uuid not null,
  -- Both null: someone known by name only.
  person_id uuid references public.people (id) on delete set null,
  place_id uuid references public.series_places (id) on delete cascade,
  name text not null check (char_length(btrim(name)) between 1 and 120),
  status text not null check (status in ('present', 'late', 'apology', 'declined', 'made_up')),
  made_up_on date,
  made_up_note text not null default '' check (char_length(made_up_note) <= 300),
  foreign key (circle_id, team_id) references public.circles (id, team_id) on delete cascade,
  unique (circle_id, person_id),
  unique (circle_id, place_id),
  check ((status = 'made_up') = (made_up_on is not null))
);
create index attendance_circle on public.attendance (circle_id, team_id);
create index attendance_person on public.attendance (person_id);
create index attendance_place on public.attendance (place_id);

alter table public.attendance enable row level security;

-- Definer: used by a policy, once a statement. Circles of my teams that have not begun, where I may excuse myself.
create function private.my_coming_circles() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select c.id from public.circles c
  where c.state = 'planned' and c.team_id in (select m.team_id from public.team_members m where m.person_id = (select auth.uid()))
$$;
revoke all on function private.my_coming_circles() from public, anon, authenticated;
grant execute on function private.my_coming_circles() to authenticated, service_role;

create policy "people see their own attendance and facilitators see all" on public.attendance for select to authenticated
  using ((person_id = (select auth.uid()) and team_id in (select private.my_teams())) or circle_id in (select private.my_kept_circles()));
create policy "facilitators note who was there and people excuse themselves" on public.attendance for insert to authenticated
  with check (circle_id in (select private.my_recordable_circles())
    or (person_id = (select auth.uid()) and place_id is null and status in ('apology', 'declined') and circle_id in (select private.my_coming_circles())));
create policy "facilitators change what they noted" on public.attendance for update to authenticated
  using (circle_id in (select private.my_recordable_circles())) with check (circle_id in (select private.my_recordable_circles()));
create policy "facilitators strike a name and people take their apology back" on public.attendance for delete to authenticated
  using (circle_id in (select private.my_recordable_circles())
    or (person_id = (select auth.uid()) and circle_id in (select private.my_coming_circles())));

grant select, delete on public.attendance to authenticated;
grant insert (id, circle_id, team_id, person_id, place_id, name, status, made_up_on, made_up_note) on public.attendance to authenticated;
grant update (name, status, made_up_on, made_up_note) on public.attendance to authenticated;

comment on table public.attendance is 'Who was at a circle. The name stays as it was that day.';

-- Definer: looks at membership, and at the place's series. Names of members are theirs, not what somebody types.
create function private.true_attendance() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' then
    -- Only who is known by name alone is spelled anew.
    if old.person_id is not null then new.name := old.name; end if;
    return new;
  end if;
  -- Someone outside the team is refused by the policy, and does not learn here who is in it.
  if new.team_id not in (select private.my_teams()) then return new; end if;
  if new.place_id is not null then
    select coalesce(new.person_id, s.person_id), s.name into new.person_id, new.name
      from public.series_places s join public.circles c on c.series_id = s.series_id and c.id = new.circle_id
      where s.id = new.place_id and (new.person_id is null or s.person_id = new.person_id);
    if not found then raise exception 'that place is in another series' using errcode = '22023'; end if;
  elsif new.person_id is not null then
    select p.display_name into new.name from public.people p
      join public.team_members m on m.person_id = p.id and m.team_id = new.team_id where p.id = new.person_id;
    if not found then raise exception 'attendance is noted for people of the team' using errcode = '22023', hint = 'not_in_team'; end if;
  end if;
  return new;
end $$;
revoke all on function private.true_attendance() from public, anon, authenticated;
create trigger true_attendance before insert or update on public.attendance for each row execute function private.true_attendance();

-- Puts somebody who was let in by mistake back where they were in line; nobody who has attended anything. Definer: as admit_to_series.
create function public.back_in_line(p_place uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update public.series_places p set joined_on = null
  where p.id = p_place and p.joined_on is not null and p.left_on is null and p.team_id in (select private.my_lead_teams())
    and not exists (select from public.attendance a join public.circles c on c.id = a.circle_id
      where c.series_id = p.series_id and (a.place_id = p.id or a.person_id = p.person_id));
  return found;
end $$;
revoke all on function public.back_in_line(uuid) from public, anon, authenticated;
grant execute on function public.back_in_line(uuid) to authenticated;

-- How many of each, for the team: the record says so many came, and never who. Definer: a member reads their own line only.
create function public.attendance_figures(p_circle uuid) returns table (status text, people integer)
language sql stable security definer set search_path = '' as $$
  select a.status, count(*)::integer from public.attendance a
  where a.circle_id = p_circle and a.team_id in (select private.my_teams())
  group by a.status
$$;
revoke all on function public.attendance_figures(uuid) from public, anon, authenticated;
grant execute on function public.attendance_figures(uuid) to authenticated;
