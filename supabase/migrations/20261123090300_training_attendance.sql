-- Attendance of a training by half day, made-up half days, the door, and who has completed.

create table public.training_attendance (
  place_id uuid not null,
  training_id uuid not null,
  organisation_id uuid not null,
  day smallint not null,
  half smallint not null check (half in (1, 2)),
  -- False: was looked for and not there.
  came boolean not null,
  late_minutes smallint not null default 0 check (late_minutes between 0 and 480),
  left_minutes smallint not null default 0 check (left_minutes between 0 and 480),
  -- Who noted it: a trainer, or the person at the door.
  noted_by text not null default 'trainer' check (noted_by in ('trainer', 'door')),
  primary key (place_id, day, half),
  check (came or (late_minutes = 0 and left_minutes = 0)),
  foreign key (place_id, training_id) references public.training_places (id, training_id) on delete cascade,
  foreign key (training_id, day) references public.training_days (training_id, day) on delete cascade,
  foreign key (training_id, organisation_id) references public.trainings (id, organisation_id) on delete cascade
);
create index training_attendance_day on public.training_attendance (training_id, day, half);
create index training_attendance_organisation on public.training_attendance (organisation_id, training_id);
create index training_attendance_place on public.training_attendance (place_id, training_id);

create table public.training_make_ups (
  place_id uuid not null,
  training_id uuid not null,
  organisation_id uuid not null,
  day smallint not null,
  half smallint not null check (half in (1, 2)),
  made_up_on date not null,
  made_up_where text not null check (char_length(btrim(made_up_where)) between 1 and 200),
  made_up_with text not null check (char_length(btrim(made_up_with)) between 1 and 120),
  primary key (place_id, day, half),
  foreign key (place_id, training_id) references public.training_places (id, training_id) on delete cascade,
  foreign key (training_id, day) references public.training_days (training_id, day) on delete cascade,
  foreign key (training_id, organisation_id) references public.trainings (id, organisation_id) on delete cascade
);
create index training_make_ups_day on public.training_make_ups (training_id, day);
create index training_make_ups_organisation on public.training_make_ups (organisation_id, training_id);
create index training_make_ups_place on public.training_make_ups (place_id, training_id);

-- What the rotating codes of a half day's door are made from.
create table private.door_secrets (
  training_id uuid not null,
  day smallint not null,
  half smallint not null check (half in (1, 2)),
  secret bytea not null check (octet_length(secret) = 32),
  primary key (training_id, day, half),
  foreign key (training_id, day) references public.training_days (training_id, day) on delete cascade
);
alter table private.door_secrets enable row level security;

alter table public.training_attendance enable row level security;
alter table public.training_make_ups enable row level security;

create policy "trainers see attendance, participants their own" on public.training_attendance for select to authenticated
  using (place_id in (select private.my_places()) or organisation_id in (select private.my_trainer_organisations()));
create policy "trainers note attendance" on public.training_attendance for insert to authenticated
  with check (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers correct attendance" on public.training_attendance for update to authenticated
  using (organisation_id in (select private.my_trainer_organisations()))
  with check (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers take a note of attendance back" on public.training_attendance for delete to authenticated
  using (organisation_id in (select private.my_trainer_organisations()));

create policy "trainers see make-ups, participants their own" on public.training_make_ups for select to authenticated
  using (place_id in (select private.my_places()) or organisation_id in (select private.my_trainer_organisations()));
create policy "trainers note make-ups" on public.training_make_ups for insert to authenticated
  with check (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers correct make-ups" on public.training_make_ups for update to authenticated
  using (organisation_id in (select private.my_trainer_organisations()))
  with check (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers take a make-up back" on public.training_make_ups for delete to authenticated
  using (organisation_id in (select private.my_trainer_organisations()));

grant select, delete on public.training_attendance, public.training_make_ups to authenticated;
grant insert (place_id, training_id, organisation_id, day, half, came, late_minutes, left_minutes, noted_by),
  update (came, late_minutes, left_minutes, noted_by) on public.training_attendance to authenticated;
grant insert (place_id, training_id, organisation_id, day, half, made_up_on, made_up_where, made_up_with),
  update (made_up_on, made_up_where, made_up_with) on public.training_make_ups to authenticated;

comment on table public.training_attendance is 'Who was there in a half day of a training. Read by its trainers, and each by the one it is about.';
comment on table public.training_make_ups is 'A missed half day made up for: when, where and with whom.';
comment on table private.door_secrets is 'Behind the codes at the door. Read by door_code and at_the_door only.';

-- A code lasts thirty seconds and the one before it still opens: time to aim a phone, too short to send a picture around.
-- Definer, and for the two functions below only: reads the secret.
create function private.door_code_at(p_training uuid, p_day smallint, p_half smallint, p_step bigint) returns text
language sql stable security definer set search_path = '' as $$
  select left(encode(sha256(d.secret || int8send(p_step)), 'hex'), 16) from private.door_secrets d
  where d.training_id = p_training and d.day = p_day and d.half = p_half
$$;
revoke all on function private.door_code_at(uuid, smallint, smallint, bigint) from public, anon, authenticated;

-- The code of this moment, {code, seconds}: seconds until the next.
-- Definer: makes the half day's secret when it is asked for first.
create function public.door_code(p_training uuid, p_day smallint, p_half smallint) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_now double precision := extract(epoch from private.clock());
begin
  if not exists (select from public.trainings t where t.id = p_training and t.organisation_id in (select private.my_trainer_organisations())) then
    raise exception 'only a trainer opens the door' using errcode = '42501';
  end if;
  insert into private.door_secrets (training_id, day, half, secret)
    values (p_training, p_day, p_half, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))) on conflict do nothing;
  return jsonb_build_object('code', private.door_code_at(p_training, p_day, p_half, floor(v_now / 30)::bigint), 'seconds', 30 - (floor(v_now)::bigint % 30));
end $$;

-- Whether a code opens this door now. Definer: as above; for the functions below only.
create function private.door_opens(p_training uuid, p_day smallint, p_half smallint, p_code text) returns boolean
language sql volatile security definer set search_path = '' as $$
  select coalesce(p_code in (
    private.door_code_at(p_training, p_day, p_half, floor(extract(epoch from private.clock()) / 30)::bigint),
    private.door_code_at(p_training, p_day, p_half, floor(extract(epoch from private.clock()) / 30)::bigint - 1)), false)
$$;
revoke all on function private.door_opens(uuid, smallint, smallint, text) from public, anon, authenticated;

-- What the page behind the code says: {open, title, organisation, day, half, held_on, audience, contact, contacts}; null when there is no such half day.
-- Definer: who stands at the door has no rights.
create function public.door(p_training uuid, p_day smallint, p_half smallint, p_code text) returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object('open', private.door_opens(p_training, p_day, p_half, p_code), 'title', t.title, 'organisation', o.name,
    'day', d.day, 'half', p_half, 'held_on', d.held_on, 'audience', d.audience,
    'contact', t.contact, 'contacts', private.contacts_of(o.id))
  from public.trainings t join public.organisations o on o.id = t.organisation_id join public.training_days d on d.training_id = t.id and d.day = p_day
  where t.id = p_training and p_half in (1, 2) and exists (select from private.door_secrets s where s.training_id = p_training and s.day = p_day and s.half = p_half)
$$;

-- Notes at the door that somebody is there: {outcome, late, kind}. The outcome: here, already, closed (the code is over), unknown (no such place in this
-- training, or not for this day). late: minutes after the beginning as they are noted. kind: of the place, null where there is none.
-- Known by the personal address, the account, or the e-mail address they signed up with. On the day itself, minutes after the beginning count as late.
-- Definer: as above.
create function public.at_the_door(p_training uuid, p_day smallint, p_half smallint, p_code text, p_secret_hash text, p_place uuid, p_email text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_place public.training_places;
  v_late integer;
  v_noted boolean;
begin
  if not private.door_opens(p_training, p_day, p_half, p_code) then return jsonb_build_object('outcome', 'closed', 'late', 0, 'kind', null); end if;
  if p_secret_hash is not null or p_place is not null then
    select * into v_place from public.training_places p where p.id = private.own_place(p_secret_hash, p_place) and p.training_id = p_training;
  elsif nullif(btrim(coalesce(p_email, '')), '') is not null then
    select * into v_place from public.training_places p where p.training_id = p_training and lower(p.email) = lower(btrim(p_email)) and p.state = 'placed'
      order by p.kind, p.turn limit 1;
  else
    select * into v_place from public.training_places p where p.training_id = p_training and p.person_id = (select auth.uid());
  end if;
  if v_place.id is null or v_place.state <> 'placed' or (v_place.kind = 'open_day'
      and not exists (select from public.training_days d where d.training_id = p_training and d.day = p_day and d.audience = 'open')) then
    return jsonb_build_object('outcome', 'unknown', 'late', 0, 'kind', null);
  end if;
  select case when (private.clock() at time zone t.time_zone)::date = d.held_on
      then extract(epoch from (private.clock() at time zone t.time_zone)::time - case p_half when 1 then d.morning_starts else d.afternoon_starts end)::integer / 60 else 0 end
    into v_late from public.trainings t join public.training_days d on d.training_id = t.id and d.day = p_day where t.id = p_training;
  insert into public.training_attendance (place_id, training_id, organisation_id, day, half, came, late_minutes, noted_by)
    -- Five minutes are nobody's business.
    values (v_place.id, p_training, v_place.organisation_id, p_day, p_half, true, case when v_late between 6 and 480 then v_late else 0 end, 'door')
    on conflict (place_id, day, half) do update set came = true, late_minutes = excluded.late_minutes, noted_by = 'door'
      where not public.training_attendance.came;
  v_noted := found;
  select a.late_minutes into v_late from public.training_attendance a where a.place_id = v_place.id and a.day = p_day and a.half = p_half;
  return jsonb_build_object('outcome', case when v_noted then 'here' else 'already' end, 'late', v_late, 'kind', v_place.kind);
end $$;

-- Somebody who has not signed up comes to an open day: gets a place while there is one, and is noted as there. {outcome: placed, full or closed; late: as above}.
-- Definer: as above.
create function public.walk_in(p_training uuid, p_day smallint, p_half smallint, p_code text, p_name text, p_email text, p_workplace text, p_secret_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_taken jsonb;
begin
  if p_secret_hash is null or not private.door_opens(p_training, p_day, p_half, p_code)
      or not exists (select from public.training_days d where d.training_id = p_training and d.day = p_day and d.audience = 'open') then return jsonb_build_object('outcome', 'closed', 'late', 0); end if;
  v_taken := private.take_place(p_training, 'open_day', p_name, p_email, p_workplace, p_secret_hash, null);
  if v_taken ->> 'status' = 'waiting' then
    -- Nobody waits at a door.
    delete from public.training_places p where p.id = (v_taken ->> 'place')::uuid and p.state = 'waiting';
    return jsonb_build_object('outcome', 'full', 'late', 0);
  end if;
  if v_taken ->> 'status' <> 'placed' then return jsonb_build_object('outcome', 'full', 'late', 0); end if;
  return public.at_the_door(p_training, p_day, p_half, p_code, p_secret_hash, null, null) - 'kind' || '{"outcome": "placed"}';
end $$;

-- Which half days count, of each place of the cohort. A half day that is expected counts when the person was there and missed no more than the rule allows,
-- or made it up where make-ups count. Expected are the half days that have a session; of a day without any, both.
-- Definer: used where no policy lets anybody look. For the functions here and of certificates.
create function private.halves_of(p_training uuid) returns table (place_id uuid, day smallint, half smallint, counts boolean)
language sql stable security definer set search_path = '' as $$
  with t as (select * from public.trainings where id = p_training),
  planned as (select distinct s.day, s.half from public.training_sessions s where s.training_id = p_training and s.format <> 'break'),
  expected as (
    select d.day, h.half from public.training_days d cross join (values (1::smallint), (2::smallint)) h (half)
    where d.training_id = p_training
      and (exists (select from planned p where p.day = d.day and p.half = h.half) or not exists (select from planned p where p.day = d.day)))
  select p.id, e.day, e.half,
    coalesce(a.came and a.late_minutes + a.left_minutes <= t.most_missed, false) or (t.make_ups_count and m.place_id is not null)
  from t cross join public.training_places p cross join expected e
      left join public.training_attendance a on a.place_id = p.id and a.day = e.day and a.half = e.half
      left join public.training_make_ups m on m.place_id = p.id and m.day = e.day and m.half = e.half
  where p.training_id = p_training and p.kind = 'cohort'
$$;
revoke all on function private.halves_of(uuid) from public, anon, authenticated;

-- Of each place of the cohort: how many days count, which are those whose expected half days all do, and whether the rule of the training is fulfilled.
-- Definer: as above.
create function private.standing_of(p_training uuid) returns table (place_id uuid, days_counted integer, days_needed integer, started boolean, completed boolean)
language sql stable security definer set search_path = '' as $$
  with counts as (select h.place_id as id, h.day, bool_and(h.counts) as whole from private.halves_of(p_training) h group by h.place_id, h.day)
  select p.id, coalesce((select count(*) from counts c where c.id = p.id and c.whole), 0)::integer, t.days_needed::integer,
    exists (select from public.training_attendance a where a.place_id = p.id and a.came) or exists (select from public.training_make_ups m where m.place_id = p.id),
    coalesce((select count(*) from counts c where c.id = p.id and c.whole), 0) >= t.days_needed
  from public.trainings t join public.training_places p on p.training_id = t.id where t.id = p_training and p.kind = 'cohort'
$$;
revoke all on function private.standing_of(uuid) from public, anon, authenticated;

revoke all on function public.door_code(uuid, smallint, smallint), public.door(uuid, smallint, smallint, text),
  public.at_the_door(uuid, smallint, smallint, text, text, uuid, text), public.walk_in(uuid, smallint, smallint, text, text, text, text, text) from public, anon, authenticated;
grant execute on function public.door_code(uuid, smallint, smallint) to authenticated;
grant execute on function public.door(uuid, smallint, smallint, text), public.at_the_door(uuid, smallint, smallint, text, text, uuid, text),
  public.walk_in(uuid, smallint, smallint, text, text, text, text, text) to anon, authenticated;
