-- An agenda item: one part of a circle with its minutes.

create table public.agenda_items (
  id uuid primary key default gen_random_uuid(),
  circle_id uuid not null,
  team_id uuid not null,
  position smallint not null check (position between 0 and 199),
  kind text not null check (kind in ('opening', 'agreements', 'check_in', 'practice', 'core', 'scenario', 'round', 'actions', 'closing', 'break')),
  title text not null check (char_length(btrim(title)) between 1 and 200),
  note text not null default '' check (char_length(note) <= 4000),
  minutes smallint not null check (minutes between 1 and 480),
  -- For fitting to the time left: never shorter than this; the lowest priority gives way first (1 stays longest, 9 goes first).
  min_minutes smallint not null default 1 check (min_minutes between 0 and 480),
  priority smallint not null default 5 check (priority between 1 and 9),
  foreign key (circle_id, team_id) references public.circles (id, team_id) on delete cascade,
  check (min_minutes <= minutes),
  unique (circle_id, position) deferrable initially deferred
);
create index agenda_items_circle on public.agenda_items (circle_id, team_id, position);

alter table public.agenda_items enable row level security;

create policy "the team sees the agenda" on public.agenda_items for select to authenticated
  using (team_id in (select private.my_teams()));
create policy "leads add agenda items" on public.agenda_items for insert to authenticated
  with check (circle_id in (select private.my_changeable_circles()));
create policy "leads change agenda items" on public.agenda_items for update to authenticated
  using (circle_id in (select private.my_changeable_circles())) with check (circle_id in (select private.my_changeable_circles()));
create policy "leads remove agenda items" on public.agenda_items for delete to authenticated
  using (circle_id in (select private.my_changeable_circles()));

grant select, insert, update, delete on public.agenda_items to authenticated;

comment on table public.agenda_items is 'A part of a circle: what, how long, and how far it may be shortened.';

-- Replaces the whole agenda at once; a screen that has not seen the last change is refused (PT409) and loses nothing.
create function public.save_agenda(p_circle uuid, p_version integer, p_items jsonb) returns integer
language plpgsql set search_path = '' as $$
declare
  v_team uuid;
  v_version integer;
  v_saved integer;
begin
  update public.circles set agenda_version = agenda_version + 1
    where id = p_circle and agenda_version = p_version and state in ('planned', 'open')
    returning team_id, agenda_version into v_team, v_version;
  if not found then
    if exists (select 1 from public.circles where id = p_circle and agenda_version <> p_version) then
      raise exception 'someone changed this agenda in the meantime' using errcode = 'PT409', hint = 'stale_agenda';
    end if;
    raise exception 'this agenda cannot be changed' using errcode = '42501';
  end if;
  delete from public.agenda_items where circle_id = p_circle
    and id not in (select (i ->> 'id')::uuid from jsonb_array_elements(p_items) i where i ->> 'id' is not null);
  insert into public.agenda_items (id, circle_id, team_id, position, kind, title, note, minutes, min_minutes, priority)
  select coalesce((i.value ->> 'id')::uuid, gen_random_uuid()), p_circle, v_team, (i.ordinality - 1)::smallint, i.value ->> 'kind', i.value ->> 'title',
    coalesce(i.value ->> 'note', ''), (i.value ->> 'minutes')::smallint, coalesce((i.value ->> 'min_minutes')::smallint, 1), coalesce((i.value ->> 'priority')::smallint, 5)
  from jsonb_array_elements(p_items) with ordinality i
  on conflict (id) do update set position = excluded.position, kind = excluded.kind, title = excluded.title, note = excluded.note,
    minutes = excluded.minutes, min_minutes = excluded.min_minutes, priority = excluded.priority
  where public.agenda_items.circle_id = p_circle;
  get diagnostics v_saved = row_count;
  if v_saved <> jsonb_array_length(p_items) then
    raise exception 'an item of another circle is not taken over' using errcode = '22023';
  end if;
  return v_version;
end $$;
revoke all on function public.save_agenda(uuid, integer, jsonb) from public, anon, authenticated;
grant execute on function public.save_agenda(uuid, integer, jsonb) to authenticated;
