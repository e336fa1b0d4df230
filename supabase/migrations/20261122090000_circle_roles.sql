-- A circle's roles: who facilitates it, who helps, who observes. Beyond the team's leads, who keep every circle.

create table public.circle_roles (
  circle_id uuid not null,
  team_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('facilitator', 'co_facilitator', 'observer')),
  primary key (circle_id, person_id),
  foreign key (circle_id, team_id) references public.circles (id, team_id) on delete cascade,
  -- Who leaves the team leaves its circles, and what the role let them read, at once.
  foreign key (team_id, person_id) references public.team_members (team_id, person_id) on delete cascade
);
create index circle_roles_person on public.circle_roles (person_id, circle_id, role);
create index circle_roles_member on public.circle_roles (team_id, person_id);

alter table public.circle_roles enable row level security;

-- Definer: used by the policies of everything a facilitator writes, once a statement. Circles one keeps: as a lead of the team, or as facilitator.
create function private.my_kept_circles() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select c.id from public.circles c
    where c.team_id in (select m.team_id from public.team_members m where m.person_id = (select auth.uid()) and m.role = 'lead')
  union
  select r.circle_id from public.circle_roles r
    where r.person_id = (select auth.uid()) and r.role in ('facilitator', 'co_facilitator')
$$;
-- Definer: as above, without those that are archived.
create function private.my_recordable_circles() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select c.id from public.circles c where c.state <> 'archived' and c.id in (select private.my_kept_circles())
$$;
-- Definer: as above. Circles in whose room one had a part: facilitators and observers, and not a lead who was neither.
create function private.my_debrief_circles() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select r.circle_id from public.circle_roles r where r.person_id = (select auth.uid())
$$;
revoke all on function private.my_kept_circles(), private.my_recordable_circles(), private.my_debrief_circles() from public, anon, authenticated;
grant execute on function private.my_kept_circles(), private.my_recordable_circles(), private.my_debrief_circles() to authenticated, service_role;

create policy "the team sees who facilitates and who observes" on public.circle_roles for select to authenticated
  using (team_id in (select private.my_teams()));
-- Until the circle closes: a lead who was not in the room cannot let themselves into its debrief afterwards.
create policy "leads give roles until the circle closes" on public.circle_roles for insert to authenticated
  with check (circle_id in (select private.my_changeable_circles()));
create policy "leads change roles until the circle closes" on public.circle_roles for update to authenticated
  using (circle_id in (select private.my_changeable_circles())) with check (circle_id in (select private.my_changeable_circles()));
create policy "leads take roles back until the circle closes" on public.circle_roles for delete to authenticated
  using (circle_id in (select private.my_changeable_circles()));

grant select, insert, delete, update (role) on public.circle_roles to authenticated;

comment on table public.circle_roles is 'Facilitators, co-facilitators and observers of a circle.';

-- Definer: the one who plans a circle facilitates it until they say otherwise; the row is written before any policy would let them.
create function private.first_facilitator() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.circle_roles (circle_id, team_id, person_id, role)
  select new.id, new.team_id, m.person_id, 'facilitator' from public.team_members m
  where m.team_id = new.team_id and m.person_id = new.created_by
  on conflict (circle_id, person_id) do nothing;
  return null;
end $$;
revoke all on function private.first_facilitator() from public, anon, authenticated;
create trigger first_facilitator after insert on public.circles
  for each row execute function private.first_facilitator();

insert into public.circle_roles (circle_id, team_id, person_id, role)
select c.id, c.team_id, m.person_id, 'facilitator' from public.circles c
join public.team_members m on m.team_id = c.team_id and m.person_id = c.created_by;

-- Opens or closes a circle. Definer: a co-facilitator who is no lead may do this, and nothing else, to the circle's row.
create function public.open_or_close_circle(p_circle uuid, p_to text, p_held_on date[] default null) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if coalesce(p_to, '') not in ('open', 'closed') or p_circle not in (select private.my_kept_circles()) then
    raise exception 'only a facilitator or a lead opens and closes a circle' using errcode = '42501';
  end if;
  update public.circles set state = p_to, held_on = case when p_to = 'closed' then coalesce(p_held_on, held_on) else held_on end
    where id = p_circle and state = case p_to when 'open' then 'planned' else 'open' end;
  return found;
end $$;
revoke all on function public.open_or_close_circle(uuid, text, date[]) from public, anon, authenticated;
grant execute on function public.open_or_close_circle(uuid, text, date[]) to authenticated;
