-- The record of a circle: topic, outcomes, suggestions, and how many came. The wellbeing note lies apart: facilitators and leads only.

create table public.circle_records (
  circle_id uuid primary key,
  team_id uuid not null,
  topic text not null default '' check (char_length(topic) <= 500),
  small_groups boolean not null default false,
  -- People who were counted, not named: a record kept on paper often has figures only.
  present_unnamed smallint not null default 0 check (present_unnamed between 0 and 2000),
  apologies_unnamed smallint not null default 0 check (apologies_unnamed between 0 and 2000),
  declined_unnamed smallint not null default 0 check (declined_unnamed between 0 and 2000),
  -- Null: nobody took attendance. Such a meeting still counts as held.
  attendance_taken_at timestamptz,
  -- Lines that were written down, and how many there were in all when not every one was.
  comments text[] not null default '{}' check (cardinality(comments) <= 200),
  comments_counted smallint check (comments_counted >= cardinality(comments)),
  outcomes text[] not null default '{}' check (cardinality(outcomes) <= 100),
  outcomes_counted smallint check (outcomes_counted >= cardinality(outcomes)),
  suggestions text[] not null default '{}' check (cardinality(suggestions) <= 100),
  suggestions_counted smallint check (suggestions_counted >= cardinality(suggestions)),
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  foreign key (circle_id, team_id) references public.circles (id, team_id) on delete cascade,
  check (octet_length(comments::text) + octet_length(outcomes::text) + octet_length(suggestions::text) <= 100000)
);

create table public.wellbeing_notes (
  circle_id uuid primary key,
  team_id uuid not null,
  note text not null check (char_length(btrim(note)) between 1 and 4000),
  foreign key (circle_id, team_id) references public.circles (id, team_id) on delete cascade
);

alter table public.circle_records enable row level security;
alter table public.wellbeing_notes enable row level security;

create policy "the team reads the record" on public.circle_records for select to authenticated
  using (team_id in (select private.my_teams()));
create policy "facilitators begin the record" on public.circle_records for insert to authenticated
  with check (circle_id in (select private.my_recordable_circles()));
create policy "facilitators change the record" on public.circle_records for update to authenticated
  using (circle_id in (select private.my_recordable_circles())) with check (circle_id in (select private.my_recordable_circles()));

create policy "facilitators and leads read the wellbeing note" on public.wellbeing_notes for select to authenticated
  using (circle_id in (select private.my_kept_circles()));
create policy "facilitators write the wellbeing note" on public.wellbeing_notes for insert to authenticated
  with check (circle_id in (select private.my_recordable_circles()));
create policy "facilitators change the wellbeing note" on public.wellbeing_notes for update to authenticated
  using (circle_id in (select private.my_recordable_circles())) with check (circle_id in (select private.my_recordable_circles()));
create policy "facilitators remove the wellbeing note" on public.wellbeing_notes for delete to authenticated
  using (circle_id in (select private.my_recordable_circles()));

grant select on public.circle_records to authenticated;
-- A record stays with its circle.
grant insert (circle_id, team_id, version), update (topic, small_groups, present_unnamed, apologies_unnamed, declined_unnamed, attendance_taken_at,
  comments, comments_counted, outcomes, outcomes_counted, suggestions, suggestions_counted, version, updated_at) on public.circle_records to authenticated;
grant select, insert, delete, update (note) on public.wellbeing_notes to authenticated;

comment on table public.circle_records is 'What a circle was about and what came of it, in lines and in figures.';
comment on table public.wellbeing_notes is 'How people seemed to be, in general words and without names. For facilitators and leads.';

-- Saves the record as one; a screen that has not seen the last change is refused (PT409) and loses nothing. Version 0: there was none.
-- record: the columns of circle_records by name, "attendance_taken": true/false, and "wellbeing_note" (left out: untouched).
create function public.save_record(p_circle uuid, p_version integer, p_record jsonb) returns integer
language plpgsql set search_path = '' as $$
declare
  v_team uuid;
  v_version integer;
  v_note text := btrim(coalesce(p_record ->> 'wellbeing_note', ''));
begin
  select c.team_id into v_team from public.circles c where c.id = p_circle and c.id in (select private.my_recordable_circles());
  if not found then raise exception 'this record is not yours to change' using errcode = '42501'; end if;
  insert into public.circle_records (circle_id, team_id, version) values (p_circle, v_team, 0) on conflict (circle_id) do nothing;
  update public.circle_records r set
    topic = coalesce(p_record ->> 'topic', r.topic),
    small_groups = coalesce((p_record ->> 'small_groups')::boolean, r.small_groups),
    present_unnamed = coalesce((p_record ->> 'present_unnamed')::smallint, r.present_unnamed),
    apologies_unnamed = coalesce((p_record ->> 'apologies_unnamed')::smallint, r.apologies_unnamed),
    declined_unnamed = coalesce((p_record ->> 'declined_unnamed')::smallint, r.declined_unnamed),
    attendance_taken_at = case (p_record ->> 'attendance_taken')::boolean when true then coalesce(r.attendance_taken_at, now()) when false then null else r.attendance_taken_at end,
    comments = case when p_record ? 'comments' then array(select jsonb_array_elements_text(p_record -> 'comments')) else r.comments end,
    comments_counted = case when p_record ? 'comments_counted' then (p_record ->> 'comments_counted')::smallint else r.comments_counted end,
    outcomes = case when p_record ? 'outcomes' then array(select jsonb_array_elements_text(p_record -> 'outcomes')) else r.outcomes end,
    outcomes_counted = case when p_record ? 'outcomes_counted' then (p_record ->> 'outcomes_counted')::smallint else r.outcomes_counted end,
    suggestions = case when p_record ? 'suggestions' then array(select jsonb_array_elements_text(p_record -> 'suggestions')) else r.suggestions end,
    suggestions_counted = case when p_record ? 'suggestions_counted' then (p_record ->> 'suggestions_counted')::smallint else r.suggestions_counted end,
    version = r.version + 1, updated_at = now()
  where r.circle_id = p_circle and r.version = p_version
  returning r.version into v_version;
  if not found then raise exception 'someone changed this record in the meantime' using errcode = 'PT409', hint = 'stale_record'; end if;
  if p_record ? 'wellbeing_note' then
    if v_note = '' then delete from public.wellbeing_notes where circle_id = p_circle;
    else
      insert into public.wellbeing_notes (circle_id, team_id, note) values (p_circle, v_team, v_note)
        on conflict (circle_id) do update set note = excluded.note;
    end if;
  end if;
  return v_version;
end $$;
revoke all on function public.save_record(uuid, integer, jsonb) from public, anon, authenticated;
grant execute on function public.save_record(uuid, integer, jsonb) to authenticated;

-- Writes the lines of attendance that were changed on a screen, and no others, so that two people who tap at once lose nothing;
-- a figure or the mark "taken" is touched only when it is named. As the person: every row is checked by its policy.
-- rows: [{"id", "person_id", "place_id", "name", "status" (null: struck), "made_up_on", "made_up_note"}]; "id" of a row that is
-- there, or the form's own for a name that was typed, so that one form sent twice writes it once.
create function public.save_attendance(p_circle uuid, p_rows jsonb, p_figures jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  v_team uuid;
  r record;
begin
  select c.team_id into v_team from public.circles c where c.id = p_circle and c.id in (select private.my_recordable_circles());
  if not found then raise exception 'this attendance is not yours to change' using errcode = '42501'; end if;
  for r in select * from jsonb_to_recordset(p_rows)
      as x (id uuid, person_id uuid, place_id uuid, name text, status text, made_up_on date, made_up_note text) loop
    if r.status is null then
      delete from public.attendance a where a.circle_id = p_circle
        and (a.id = r.id or a.person_id = r.person_id or a.place_id = r.place_id);
      continue;
    end if;
    update public.attendance a set status = r.status, made_up_on = r.made_up_on, made_up_note = coalesce(r.made_up_note, '')
      where a.circle_id = p_circle and (a.id = r.id or a.person_id = r.person_id or a.place_id = r.place_id);
    if not found then
      insert into public.attendance (id, circle_id, team_id, person_id, place_id, name, status, made_up_on, made_up_note)
      values (coalesce(r.id, gen_random_uuid()), p_circle, v_team, r.person_id, r.place_id, coalesce(r.name, ''), r.status, r.made_up_on, coalesce(r.made_up_note, ''));
    end if;
  end loop;
  if p_figures <> '{}' then
    insert into public.circle_records (circle_id, team_id, version) values (p_circle, v_team, 0) on conflict (circle_id) do nothing;
    -- The version stays: whoever writes the record meanwhile sends a figure only when they changed it.
    update public.circle_records c set
      present_unnamed = coalesce((p_figures ->> 'present_unnamed')::smallint, c.present_unnamed),
      apologies_unnamed = coalesce((p_figures ->> 'apologies_unnamed')::smallint, c.apologies_unnamed),
      declined_unnamed = coalesce((p_figures ->> 'declined_unnamed')::smallint, c.declined_unnamed),
      attendance_taken_at = case (p_figures ->> 'attendance_taken')::boolean
        when true then coalesce(c.attendance_taken_at, now()) when false then null else c.attendance_taken_at end
    where c.circle_id = p_circle;
  end if;
end $$;
revoke all on function public.save_attendance(uuid, jsonb, jsonb) from public, anon, authenticated;
grant execute on function public.save_attendance(uuid, jsonb, jsonb) to authenticated;
