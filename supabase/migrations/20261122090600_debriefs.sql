-- A debrief: what an observer saw, written at the break or after the circle. Read by the circle's facilitators and observers, and by nobody else.

create table public.debriefs (
  circle_id uuid not null,
  team_id uuid not null,
  person_id uuid not null default auth.uid(),
  moment text not null check (moment in ('break', 'debrief')),
  text text not null check (char_length(btrim(text)) between 1 and 4000),
  updated_at timestamptz not null default now(),
  primary key (circle_id, person_id, moment),
  foreign key (circle_id, team_id) references public.circles (id, team_id) on delete cascade,
  -- Goes with the role of the one who wrote it.
  foreign key (circle_id, person_id) references public.circle_roles (circle_id, person_id) on delete cascade
);

alter table public.debriefs enable row level security;

create policy "facilitators and observers read the debrief" on public.debriefs for select to authenticated
  using (circle_id in (select private.my_debrief_circles()));
create policy "facilitators and observers write their own" on public.debriefs for insert to authenticated
  with check (person_id = (select auth.uid()) and circle_id in (select private.my_debrief_circles()));
create policy "people change their own" on public.debriefs for update to authenticated
  using (person_id = (select auth.uid()) and circle_id in (select private.my_debrief_circles()))
  with check (person_id = (select auth.uid()) and circle_id in (select private.my_debrief_circles()));
create policy "people remove their own" on public.debriefs for delete to authenticated
  using (person_id = (select auth.uid()) and circle_id in (select private.my_debrief_circles()));

grant select, delete on public.debriefs to authenticated;
grant insert (circle_id, team_id, moment, text), update (text) on public.debriefs to authenticated;

comment on table public.debriefs is 'Observers'' and facilitators'' words to each other about how a circle was held.';

-- Readers see when words were last changed; the day is not the writer's to set.
create function private.date_debrief() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.updated_at := now();
  return new;
end $$;
revoke all on function private.date_debrief() from public, anon, authenticated;
create trigger date_debrief before update on public.debriefs
  for each row execute function private.date_debrief();
