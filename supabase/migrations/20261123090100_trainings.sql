-- A training: one delivery of the curriculum, its days, its timetable, and what the trainers note while they deliver it.

create table public.trainings (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  curriculum_id uuid not null,
  title text not null check (char_length(btrim(title)) between 1 and 120),
  venue text not null default '' check (char_length(venue) <= 300),
  link text not null default '' check (char_length(link) <= 500 and (link = '' or link ~ '^https?://')),
  time_zone text not null default 'UTC' check (char_length(time_zone) between 1 and 64),
  -- How participants reach the trainers, in one line. Shown to whoever holds the address for signing up.
  contact text not null default '' check (char_length(contact) <= 200 and contact !~ '[\n\r]'),
  trainers text[] not null default '{}' check (cardinality(trainers) <= 12 and array_to_string(trainers, '') !~ '[\n\r]' and char_length(array_to_string(trainers, '')) <= 1200),
  places smallint not null default 20 check (places between 1 and 500),
  open_places smallint not null default 60 check (open_places between 0 and 2000),
  -- The rule of completion: so many days, whether made-up half days count, and how many minutes of a half day one may miss.
  days_needed smallint not null check (days_needed between 1 and 8),
  make_ups_count boolean not null default true,
  most_missed smallint not null default 30 check (most_missed between 0 and 240),
  -- Part of the public address for signing up. On posters, so no great secret; not guessed either.
  sign_up_code text not null unique default translate(left(gen_random_uuid()::text, 23), '-', '') check (sign_up_code ~ '^[0-9a-f]{20}$'),
  sign_up_open boolean not null default false,
  -- For the next time; shown when a training is planned from this one.
  learned text not null default '' check (char_length(learned) <= 5000),
  copied_from uuid references public.trainings (id) on delete set null,
  -- Goes up with every saved timetable, so that two trainers do not overwrite each other.
  timetable_version integer not null default 1,
  request_key uuid not null default gen_random_uuid(),
  created_at timestamptz not null default now(),
  unique (id, organisation_id),
  unique (organisation_id, request_key),
  foreign key (curriculum_id, organisation_id) references public.curricula (id, organisation_id) on delete no action
);
create index trainings_organisation on public.trainings (organisation_id, created_at);
create index trainings_curriculum on public.trainings (curriculum_id, organisation_id);
create index trainings_copied_from on public.trainings (copied_from);

create table public.training_days (
  training_id uuid not null,
  organisation_id uuid not null,
  day smallint not null check (day between 1 and 8),
  held_on date not null,
  audience text not null default 'cohort' check (audience in ('open', 'cohort')),
  title text not null default '' check (char_length(title) <= 120),
  -- On the clock of the training's time zone.
  morning_starts time not null default '09:30',
  afternoon_starts time not null default '13:15' check (afternoon_starts > morning_starts),
  -- People at the door whose names nobody took.
  counted smallint not null default 0 check (counted between 0 and 5000),
  primary key (training_id, day),
  unique (training_id, held_on),
  foreign key (training_id, organisation_id) references public.trainings (id, organisation_id) on delete cascade
);
create index training_days_organisation on public.training_days (organisation_id, held_on);

create table public.training_sessions (
  id uuid primary key default gen_random_uuid(),
  training_id uuid not null,
  organisation_id uuid not null,
  day smallint not null,
  -- 1 the morning, 2 the afternoon.
  half smallint not null check (half in (1, 2)),
  position smallint not null check (position between 0 and 99),
  -- Of the curriculum's session whose plan and handouts belong to it.
  session_key text check (session_key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(session_key) <= 60),
  title text not null check (char_length(btrim(title)) between 1 and 120),
  -- Null in a break only.
  subject text check (char_length(subject) between 1 and 60),
  format text not null check (format in ('talk', 'discussion', 'video', 'role_play', 'agency_presentation', 'practice', 'circle', 'break')),
  minutes smallint not null check (minutes between 1 and 480),
  trainers text not null default '' check (char_length(trainers) <= 200),
  started_at timestamptz,
  ended_at timestamptz check (ended_at >= started_at),
  -- What it took: from the clock of the day view, or typed in afterwards.
  actual_minutes smallint check (actual_minutes between 0 and 960),
  unique (training_id, day, half, position) deferrable initially deferred,
  check ((format = 'break') = (subject is null)),
  foreign key (training_id, day) references public.training_days (training_id, day) on delete cascade,
  foreign key (training_id, organisation_id) references public.trainings (id, organisation_id) on delete cascade
);
create index training_sessions_organisation on public.training_sessions (organisation_id, training_id);
create index training_sessions_training on public.training_sessions (training_id, organisation_id);

create table public.training_notes (
  id uuid primary key default gen_random_uuid(),
  training_id uuid not null,
  organisation_id uuid not null,
  day smallint not null,
  kind text not null check (kind in ('note', 'parked')),
  text text not null check (char_length(btrim(text)) between 1 and 2000),
  settled boolean not null default false,
  written_at timestamptz not null default now(),
  foreign key (training_id, day) references public.training_days (training_id, day) on delete cascade,
  foreign key (training_id, organisation_id) references public.trainings (id, organisation_id) on delete cascade
);
create index training_notes_day on public.training_notes (training_id, day, written_at);
create index training_notes_organisation on public.training_notes (organisation_id, training_id);

alter table public.trainings enable row level security;
alter table public.training_days enable row level security;
alter table public.training_sessions enable row level security;
alter table public.training_notes enable row level security;

create policy "trainers see the trainings of their organisation" on public.trainings for select to authenticated
  using (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers plan trainings" on public.trainings for insert to authenticated
  with check (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers change trainings" on public.trainings for update to authenticated
  using (organisation_id in (select private.my_trainer_organisations()))
  with check (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers delete trainings" on public.trainings for delete to authenticated
  using (organisation_id in (select private.my_trainer_organisations()));

create policy "trainers see the days" on public.training_days for select to authenticated
  using (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers add days" on public.training_days for insert to authenticated
  with check (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers change days" on public.training_days for update to authenticated
  using (organisation_id in (select private.my_trainer_organisations()))
  with check (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers remove days" on public.training_days for delete to authenticated
  using (organisation_id in (select private.my_trainer_organisations()));

create policy "trainers see the timetable" on public.training_sessions for select to authenticated
  using (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers add sessions" on public.training_sessions for insert to authenticated
  with check (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers change sessions" on public.training_sessions for update to authenticated
  using (organisation_id in (select private.my_trainer_organisations()))
  with check (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers remove sessions" on public.training_sessions for delete to authenticated
  using (organisation_id in (select private.my_trainer_organisations()));

create policy "trainers read the notes of the day" on public.training_notes for select to authenticated
  using (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers write notes of the day" on public.training_notes for insert to authenticated
  with check (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers change notes of the day" on public.training_notes for update to authenticated
  using (organisation_id in (select private.my_trainer_organisations()))
  with check (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers delete notes of the day" on public.training_notes for delete to authenticated
  using (organisation_id in (select private.my_trainer_organisations()));

grant select, delete on public.trainings, public.training_days, public.training_sessions, public.training_notes to authenticated;
grant insert (organisation_id, curriculum_id, title, venue, link, contact, time_zone, trainers, places, open_places, days_needed, make_ups_count, most_missed, sign_up_open, copied_from, request_key),
  update (title, venue, link, contact, time_zone, trainers, places, open_places, days_needed, make_ups_count, most_missed, sign_up_open, learned, timetable_version) on public.trainings to authenticated;
grant insert (training_id, organisation_id, day, held_on, audience, title, morning_starts, afternoon_starts),
  update (held_on, audience, title, morning_starts, afternoon_starts, counted) on public.training_days to authenticated;
grant insert (id, training_id, organisation_id, day, half, position, session_key, title, subject, format, minutes, trainers),
  update (day, half, position, session_key, title, subject, format, minutes, trainers, started_at, ended_at, actual_minutes) on public.training_sessions to authenticated;
grant insert (training_id, organisation_id, day, kind, text), update (day, text, settled, kind) on public.training_notes to authenticated;

comment on table public.trainings is 'One delivery of a curriculum. It keeps the version it began with.';
comment on table public.training_days is 'Days of a training, dates apart allowed.';
comment on table public.training_sessions is 'The timetable: sessions and breaks one after the other in each half day.';
comment on table public.training_notes is 'Notes of the trainers'' day and its parking lot. Trainers only.';

-- Days follow each other as their numbers do. Looked at when the change is whole, so that several dates can move at once.
-- Definer: a refusal must not depend on what the one who writes may see.
create function private.days_in_order() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from public.training_days a join public.training_days b on b.training_id = a.training_id and b.day > a.day
      where a.training_id = new.training_id and b.held_on <= a.held_on) then
    raise exception 'the days of a training follow each other' using errcode = '22023', hint = 'days_order';
  end if;
  return new;
end $$;
revoke all on function private.days_in_order() from public, anon, authenticated;
create constraint trigger days_in_order after insert or update of held_on, day on public.training_days
  deferrable initially deferred for each row execute function private.days_in_order();

-- Plans a training in one go: days [{day, held_on, audience, title, morning_starts, afternoon_starts}] and sessions [{day, half, position, session_key, title,
-- subject, format, minutes, trainers}]. The same request again gives the same training. Invoker: the policies decide.
create function public.plan_training(p_organisation uuid, p_key uuid, p_curriculum uuid, p_training jsonb, p_days jsonb, p_sessions jsonb) returns uuid
language plpgsql set search_path = '' as $$
declare
  v_training uuid;
begin
  if p_organisation is null or p_organisation not in (select private.my_trainer_organisations()) then
    raise exception 'only a trainer plans a training' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('plan_training ' || p_key::text, 0));
  select t.id into v_training from public.trainings t where t.organisation_id = p_organisation and t.request_key = p_key;
  if found then return v_training; end if;
  if jsonb_array_length(p_days) not between 1 and 8 or jsonb_array_length(p_sessions) > 200 then
    raise exception 'a training has one to eight days' using errcode = '22023', hint = 'training_days';
  end if;
  if not exists (select from public.curricula c where c.id = p_curriculum and c.organisation_id = p_organisation and c.published_at is not null) then
    raise exception 'a training begins with a published curriculum' using errcode = '22023', hint = 'curriculum_draft';
  end if;
  insert into public.trainings (organisation_id, curriculum_id, title, venue, link, contact, time_zone, trainers, places, open_places, days_needed, make_ups_count, most_missed, copied_from, request_key)
    select p_organisation, p_curriculum, r.title, coalesce(r.venue, ''), coalesce(r.link, ''), coalesce(r.contact, ''), r.time_zone, coalesce(r.trainers, '{}'), r.places, r.open_places,
      r.days_needed, r.make_ups_count, r.most_missed, r.copied_from, p_key
    from jsonb_to_record(p_training) as r (title text, venue text, link text, contact text, time_zone text, trainers text[], places smallint, open_places smallint,
      days_needed smallint, make_ups_count boolean, most_missed smallint, copied_from uuid)
    returning id into v_training;
  insert into public.training_days (training_id, organisation_id, day, held_on, audience, title, morning_starts, afternoon_starts)
    select v_training, p_organisation, d.day, d.held_on, d.audience, coalesce(d.title, ''), d.morning_starts, d.afternoon_starts
    from jsonb_to_recordset(p_days) as d (day smallint, held_on date, audience text, title text, morning_starts time, afternoon_starts time);
  insert into public.training_sessions (training_id, organisation_id, day, half, position, session_key, title, subject, format, minutes, trainers)
    select v_training, p_organisation, s.day, s.half, s.position, s.session_key, s.title, s.subject, s.format, s.minutes, coalesce(s.trainers, '')
    from jsonb_to_recordset(p_sessions) as s (day smallint, half smallint, position smallint, session_key text, title text, subject text, format text, minutes smallint, trainers text);
  return v_training;
end $$;

-- Writes the whole timetable, [{id, day, half, position, session_key, title, subject, format, minutes, trainers}], if nobody else has written it since
-- p_version, and gives the new version. What a session took stays with it. Invoker: the policies decide.
create function public.save_timetable(p_training uuid, p_version integer, p_sessions jsonb) returns integer
language plpgsql set search_path = '' as $$
declare
  v_organisation uuid;
  v_version integer;
begin
  select t.organisation_id, t.timetable_version into v_organisation, v_version from public.trainings t where t.id = p_training for update;
  if not found then raise exception 'no such training' using errcode = 'PT404'; end if;
  if v_version <> p_version then
    raise exception 'the timetable has changed since' using errcode = 'PT409', hint = 'stale_timetable';
  end if;
  if jsonb_array_length(p_sessions) > 200 then raise exception 'a timetable has at most 200 rows' using errcode = '22023'; end if;
  delete from public.training_sessions s where s.training_id = p_training
    and s.id not in (select (e.value ->> 'id')::uuid from jsonb_array_elements(p_sessions) e where e.value ->> 'id' is not null);
  update public.training_sessions s set day = e.day, half = e.half, position = e.position, title = e.title, subject = e.subject, format = e.format,
      minutes = e.minutes, trainers = coalesce(e.trainers, ''), session_key = e.session_key
    from jsonb_to_recordset(p_sessions) as e (id uuid, day smallint, half smallint, position smallint, session_key text, title text, subject text, format text, minutes smallint, trainers text)
    where s.training_id = p_training and s.id = e.id;
  insert into public.training_sessions (id, training_id, organisation_id, day, half, position, session_key, title, subject, format, minutes, trainers)
    select coalesce(e.id, gen_random_uuid()), p_training, v_organisation, e.day, e.half, e.position, e.session_key, e.title, e.subject, e.format, e.minutes, coalesce(e.trainers, '')
    from jsonb_to_recordset(p_sessions) as e (id uuid, day smallint, half smallint, position smallint, session_key text, title text, subject text, format text, minutes smallint, trainers text)
    where not exists (select from public.training_sessions s where s.id = e.id);
  update public.trainings t set timetable_version = v_version + 1 where t.id = p_training;
  return v_version + 1;
end $$;

-- Writes title, date, audience and starting times of the days, [{day, held_on, audience, title, morning_starts, afternoon_starts}], all at once. Days that are not named
-- stay; new ones are added; p_remove goes, unless somebody's attendance or a session stands in it. Invoker: the policies decide.
create function public.save_training_days(p_training uuid, p_days jsonb, p_remove smallint default null) returns void
language plpgsql set search_path = '' as $$
declare
  v_organisation uuid;
begin
  select t.organisation_id into v_organisation from public.trainings t where t.id = p_training for update;
  if not found then raise exception 'no such training' using errcode = 'PT404'; end if;
  if p_remove is not null then
    if exists (select from public.training_sessions s where s.training_id = p_training and s.day = p_remove)
        or exists (select from public.training_attendance a where a.training_id = p_training and a.day = p_remove) then
      raise exception 'there is something on this day' using errcode = 'PT409', hint = 'day_in_use';
    end if;
    delete from public.training_days d where d.training_id = p_training and d.day = p_remove;
  end if;
  -- Out of the way first: two days may have changed dates.
  update public.training_days d set held_on = d.held_on + 400000
    from jsonb_to_recordset(p_days) as e (day smallint) where d.training_id = p_training and d.day = e.day;
  update public.training_days d set held_on = e.held_on, audience = e.audience, title = coalesce(e.title, ''), morning_starts = e.morning_starts, afternoon_starts = e.afternoon_starts
    from jsonb_to_recordset(p_days) as e (day smallint, held_on date, audience text, title text, morning_starts time, afternoon_starts time)
    where d.training_id = p_training and d.day = e.day;
  insert into public.training_days (training_id, organisation_id, day, held_on, audience, title, morning_starts, afternoon_starts)
    select p_training, v_organisation, e.day, e.held_on, e.audience, coalesce(e.title, ''), e.morning_starts, e.afternoon_starts
    from jsonb_to_recordset(p_days) as e (day smallint, held_on date, audience text, title text, morning_starts time, afternoon_starts time)
    where not exists (select from public.training_days d where d.training_id = p_training and d.day = e.day);
end $$;
revoke all on function public.plan_training(uuid, uuid, uuid, jsonb, jsonb, jsonb), public.save_timetable(uuid, integer, jsonb), public.save_training_days(uuid, jsonb, smallint)
  from public, anon, authenticated;
grant execute on function public.plan_training(uuid, uuid, uuid, jsonb, jsonb, jsonb), public.save_timetable(uuid, integer, jsonb), public.save_training_days(uuid, jsonb, smallint)
  to authenticated;
