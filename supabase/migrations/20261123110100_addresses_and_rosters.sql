-- Personal addresses are kept hashed once more; who is asked in an evaluation stays as it was when it opened; a place that changed meanwhile is not settled by an old page.

-- What comes in is the SHA-256 of an address. While the same was kept, a copy of the database could be used to come in.
create function private.hashed_again(p_secret_hash text) returns text
language sql immutable set search_path = '' as $$
  select encode(sha256(convert_to(p_secret_hash, 'UTF8')), 'hex')
$$;
revoke all on function private.hashed_again(text) from public, anon, authenticated;

update public.training_places set secret_hash = private.hashed_again(secret_hash) where secret_hash is not null;

-- Whoever writes one, wherever: what is kept is hashed here. Definer: for the function above.
create function private.keep_hashed() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' or new.secret_hash is distinct from old.secret_hash then
    if new.secret_hash !~ '^[0-9a-f]{64}$' then raise exception 'not a hash' using errcode = '22023'; end if;
    new.secret_hash := private.hashed_again(new.secret_hash);
  end if;
  return new;
end $$;
revoke all on function private.keep_hashed() from public, anon, authenticated;
create trigger keep_hashed before insert or update of secret_hash on public.training_places
  for each row execute function private.keep_hashed();

alter table public.evaluations add column asked_count smallint;
update public.evaluations e set asked_count = (select count(*) from public.evaluation_roster o where o.evaluation_id = e.id) where e.opened_at is not null;
comment on column public.evaluations.asked_count is 'How many people were asked when it opened.';

-- Whether a place is asked in an evaluation that has opened and is not counted yet. Definer: for the functions below.
create function private.is_asked(p_place uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.evaluation_roster o where o.place_id = p_place
    and not exists (select from public.evaluation_results r where r.evaluation_id = o.evaluation_id and r.source = 'forms'))
$$;
revoke all on function private.is_asked(uuid) from public, anon, authenticated;

-- Who is asked is not taken out of the list while the form is open: of six, five taken away would leave the answers of one. A whole training can go at any time, and what
-- was answered goes with it.
-- Definer: as above.
create function private.asked_stay() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from public.trainings t where t.id = old.training_id) and private.is_asked(old.id) then
    raise exception 'somebody who is asked stays until the form is counted' using errcode = 'PT409', hint = 'place_asked';
  end if;
  return old;
end $$;
revoke all on function private.asked_stay() from public, anon, authenticated;
create trigger asked_stay before delete on public.training_places
  for each row execute function private.asked_stay();

-- As before, by what is kept now. Definer: for the functions that serve a participant's own page.
create or replace function private.own_place(p_secret_hash text, p_place uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select p.id from public.training_places p
  where (p_secret_hash is not null and p.secret_hash = private.hashed_again(p_secret_hash))
    or (p_secret_hash is null and p.id = p_place and p.person_id = (select auth.uid()))
$$;

-- As before, and who is asked in an open evaluation keeps the place they had. Definer: counts places and writes one while nobody else does.
create or replace function private.take_place(p_training uuid, p_kind text, p_name text, p_email text, p_workplace text, p_secret_hash text, p_person uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_training public.trainings;
  v_place public.training_places;
  v_placed integer;
  v_waiting integer;
begin
  select * into v_training from public.trainings where id = p_training for no key update;
  -- The same form once more, or the same person: the same place.
  select * into v_place from public.training_places p where p.training_id = p_training and p.secret_hash = private.hashed_again(p_secret_hash);
  if found then return jsonb_build_object('status', v_place.state, 'place', v_place.id); end if;
  if p_person is not null then
    select * into v_place from public.training_places p where p.training_id = p_training and p.person_id = p_person;
    if found and v_place.state <> 'withdrawn' then return jsonb_build_object('status', 'already', 'place', v_place.id); end if;
  end if;
  select count(*) filter (where p.state = 'placed'), count(*) filter (where p.state = 'waiting') into v_placed, v_waiting
    from public.training_places p where p.training_id = p_training and p.kind = p_kind;
  if v_waiting >= 200 then return jsonb_build_object('status', 'full'); end if;
  if v_place.id is not null then
    -- Gave it back before, and comes again: at the end of the line.
    delete from public.training_places p where p.id = v_place.id and not exists (select from public.training_attendance a where a.place_id = p.id)
      and not private.is_asked(p.id);
    if not found then return jsonb_build_object('status', 'already', 'place', v_place.id); end if;
  end if;
  insert into public.training_places (training_id, organisation_id, kind, state, name, email, workplace, person_id, secret_hash)
    values (p_training, v_training.organisation_id, p_kind,
      -- Who waits goes first.
      case when v_waiting = 0 and v_placed < (case p_kind when 'cohort' then v_training.places else v_training.open_places end) then 'placed' else 'waiting' end,
      btrim(p_name), btrim(coalesce(p_email, '')), btrim(coalesce(p_workplace, '')), p_person, p_secret_hash)
    returning * into v_place;
  return jsonb_build_object('status', v_place.state, 'place', v_place.id);
end $$;

-- As before. Definer: who signs up has no rights, and often no account.
create or replace function public.sign_up(p_code text, p_kind text, p_name text, p_email text, p_workplace text, p_secret_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_training public.trainings;
begin
  select * into v_training from public.trainings where sign_up_code = p_code;
  if not found then return jsonb_build_object('status', 'unknown'); end if;
  if p_secret_hash is null or coalesce(p_kind, '') not in ('cohort', 'open_day') then raise exception 'not a place' using errcode = '22023'; end if;
  if not v_training.sign_up_open and not exists (select from public.training_places p where p.training_id = v_training.id and p.secret_hash = private.hashed_again(p_secret_hash)) then
    return jsonb_build_object('status', 'closed');
  end if;
  return private.take_place(v_training.id, p_kind, p_name, p_email, p_workplace, p_secret_hash, (select auth.uid()));
end $$;

-- As before. Definer: they have no right on the table.
create or replace function public.claim_place(p_secret_hash text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_person uuid := (select auth.uid());
  v_place public.training_places;
begin
  if v_person is null then raise exception 'sign in first' using errcode = '42501'; end if;
  select * into v_place from public.training_places where secret_hash = private.hashed_again(p_secret_hash) for update;
  if not found then raise exception 'no such place' using errcode = 'PT404'; end if;
  if v_place.person_id = v_person then return 'already'; end if;
  if v_place.person_id is not null then return 'taken'; end if;
  if exists (select from public.training_places p where p.training_id = v_place.training_id and p.person_id = v_person) then return 'twice'; end if;
  update public.training_places set person_id = v_person where id = v_place.id;
  return 'claimed';
end $$;

-- As before, with whether people meet online in the place of the link: a room that anybody can open who has seen the poster is no closed circle.
-- Definer: a visitor reads no training.
create or replace function public.training_by_code(p_code text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', t.id, 'title', t.title, 'organisation', o.name, 'venue', t.venue, 'online', t.link <> '', 'contact', t.contact, 'time_zone', t.time_zone, 'trainers', t.trainers,
    'sign_up_open', t.sign_up_open, 'places', t.places, 'open_places', t.open_places,
    'days_needed', t.days_needed, 'make_ups_count', t.make_ups_count, 'most_missed', t.most_missed,
    'placed', (select count(*) from public.training_places p where p.training_id = t.id and p.kind = 'cohort' and p.state = 'placed'),
    'waiting', (select count(*) from public.training_places p where p.training_id = t.id and p.kind = 'cohort' and p.state = 'waiting'),
    'open_placed', (select count(*) from public.training_places p where p.training_id = t.id and p.kind = 'open_day' and p.state = 'placed'),
    'open_waiting', (select count(*) from public.training_places p where p.training_id = t.id and p.kind = 'open_day' and p.state = 'waiting'),
    'days', (select coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'held_on', d.held_on, 'audience', d.audience, 'title', d.title,
        'morning_starts', d.morning_starts, 'afternoon_starts', d.afternoon_starts,
        'minutes', (select coalesce(jsonb_object_agg(h.half, h.minutes), '{}') from (
          select s.half, sum(s.minutes) as minutes from public.training_sessions s where s.training_id = t.id and s.day = d.day group by s.half) h)) order by d.day), '[]')
      from public.training_days d where d.training_id = t.id),
    'contacts', private.contacts_of(o.id))
  from public.trainings t join public.organisations o on o.id = t.organisation_id where t.sign_up_code = p_code
$$;

-- As before, and only what the page showed is changed: p_expected is "state kind" as it was shown. Refuses with place_changed. Definer: the capacity is kept here.
drop function public.settle_place(uuid, text, text);
create function public.settle_place(p_place uuid, p_state text, p_kind text default null, p_expected text default null) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_place public.training_places;
  v_training public.trainings;
  v_kind text;
begin
  select * into v_place from public.training_places where id = p_place;
  if not found or v_place.organisation_id not in (select private.my_trainer_organisations()) then
    raise exception 'only a trainer gives places' using errcode = '42501';
  end if;
  select * into v_training from public.trainings where id = v_place.training_id for no key update;
  select * into v_place from public.training_places where id = p_place for no key update;
  -- The participant, or another trainer, was quicker.
  if p_expected <> v_place.state || ' ' || v_place.kind then
    raise exception 'the place is not as it was' using errcode = 'PT409', hint = 'place_changed';
  end if;
  v_kind := coalesce(p_kind, v_place.kind);
  if p_state is null or p_state not in ('placed', 'waiting', 'withdrawn') or v_kind not in ('cohort', 'open_day') then
    raise exception 'not a place' using errcode = '22023';
  end if;
  if p_state = 'placed' and (v_place.state <> 'placed' or v_kind <> v_place.kind)
      and (select count(*) from public.training_places p where p.training_id = v_training.id and p.kind = v_kind and p.state = 'placed' and p.id <> p_place)
        >= (case v_kind when 'cohort' then v_training.places else v_training.open_places end) then
    raise exception 'no place is free' using errcode = 'PT409', hint = 'training_full';
  end if;
  update public.training_places set state = p_state, kind = v_kind where id = p_place;
  if p_state = 'waiting' and (v_place.state <> 'waiting' or v_kind <> v_place.kind) then
    update public.training_places set turn = default where id = p_place;
  end if;
  return p_state;
end $$;
revoke all on function public.settle_place(uuid, text, text, text) from public, anon, authenticated;
grant execute on function public.settle_place(uuid, text, text, text) to authenticated;

-- As before; who comes more than eight hours after the beginning is eight hours late. Definer: who stands at the door has no rights.
create or replace function public.at_the_door(p_training uuid, p_day smallint, p_half smallint, p_code text, p_secret_hash text, p_place uuid, p_email text) returns jsonb
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
    values (v_place.id, p_training, v_place.organisation_id, p_day, p_half, true, case when v_late >= 6 then least(v_late, 480) else 0 end, 'door')
    on conflict (place_id, day, half) do update set came = true, late_minutes = excluded.late_minutes, noted_by = 'door'
      where not public.training_attendance.came;
  v_noted := found;
  select a.late_minutes into v_late from public.training_attendance a where a.place_id = v_place.id and a.day = p_day and a.half = p_half;
  return jsonb_build_object('outcome', case when v_noted then 'here' else 'already' end, 'late', v_late, 'kind', v_place.kind);
end $$;

-- As before, and writes down how many are asked. Definer: run by the server's job.
create or replace function public.open_evaluation(p_evaluation uuid, p_sign text, p_sign_fingerprint text, p_seal text, p_seal_fingerprint text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_evaluation public.evaluations;
  v_now timestamptz := private.clock();
  v_late interval;
  v_asked integer;
begin
  select * into v_evaluation from public.evaluations where id = p_evaluation for update;
  if not found then return 'unknown'; end if;
  if v_evaluation.opened_at is not null then return 'already'; end if;
  if v_evaluation.opens_at is null or v_evaluation.opens_at > v_now then return 'not_due'; end if;
  -- First the lock that planning one takes, which then asks for the training.
  perform pg_advisory_xact_lock(hashtextextended('evaluations ' || v_evaluation.training_id::text, 0));
  -- Nobody gives a place back or takes one while they are counted.
  perform from public.trainings t where t.id = v_evaluation.training_id for no key update;
  perform from public.training_places p where p.training_id = v_evaluation.training_id for no key update;
  select count(*) into v_asked from public.training_places p where p.training_id = v_evaluation.training_id and p.state = 'placed'
    and (v_evaluation.asked = 'everybody' or p.kind = 'cohort');
  if v_asked < 6 then return 'few_people'; end if;
  v_late := case when v_now > v_evaluation.opens_at + interval '10 minutes' then v_now - v_evaluation.opens_at else interval '0' end;
  if private.evaluation_in_the_way(v_evaluation, v_evaluation.opens_at + v_late, v_evaluation.closes_at + v_late, true) then return 'too_near'; end if;
  insert into public.evaluation_roster (evaluation_id, organisation_id, place_id)
    select p_evaluation, v_evaluation.organisation_id, p.id from public.training_places p
    where p.training_id = v_evaluation.training_id and p.state = 'placed' and (v_evaluation.asked = 'everybody' or p.kind = 'cohort') order by p.id;
  update public.evaluations set opens_at = opens_at + v_late, closes_at = closes_at + v_late, opened_at = v_now, asked_count = v_asked,
    sign_key = p_sign, sign_fingerprint = p_sign_fingerprint, seal_key = p_seal, seal_fingerprint = p_seal_fingerprint where id = p_evaluation;
  return 'opened';
end $$;

-- As before, with how many were asked when it opened, and the link only to who has a place. Definer: a participant has no right on most of these tables, and needs no account.
create or replace function public.place_of(p_secret_hash text, p_place uuid) returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', p.id, 'kind', p.kind, 'state', p.state, 'name', p.name, 'email', p.email, 'claimed', p.person_id is not null,
    'mine', p.person_id is not null and p.person_id = (select auth.uid()),
    'ahead', (select count(*) from public.training_places w where p.state = 'waiting' and w.training_id = p.training_id and w.kind = p.kind and w.state = 'waiting' and w.turn < p.turn),
    'training', jsonb_build_object('id', t.id, 'title', t.title, 'organisation_id', o.id, 'organisation', o.name, 'venue', t.venue, 'link', case when p.state = 'placed' then t.link else '' end, 'online', t.link <> '', 'contact', t.contact, 'time_zone', t.time_zone,
      'trainers', t.trainers, 'days_needed', t.days_needed, 'make_ups_count', t.make_ups_count, 'most_missed', t.most_missed),
    'days', (select coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'held_on', d.held_on, 'audience', d.audience, 'title', d.title,
        'morning_starts', d.morning_starts, 'afternoon_starts', d.afternoon_starts) order by d.day), '[]')
      from public.training_days d where d.training_id = t.id and (p.kind = 'cohort' or d.audience = 'open')),
    'sessions', (select coalesce(jsonb_agg(jsonb_build_object('day', s.day, 'half', s.half, 'title', s.title, 'format', s.format, 'minutes', s.minutes) order by s.day, s.half, s.position), '[]')
      from public.training_sessions s join public.training_days d on d.training_id = s.training_id and d.day = s.day
      where s.training_id = t.id and (p.kind = 'cohort' or d.audience = 'open')),
    'attendance', (select coalesce(jsonb_agg(jsonb_build_object('day', a.day, 'half', a.half, 'came', a.came, 'late_minutes', a.late_minutes, 'left_minutes', a.left_minutes) order by a.day, a.half), '[]')
      from public.training_attendance a where a.place_id = p.id),
    'make_ups', (select coalesce(jsonb_agg(jsonb_build_object('day', m.day, 'half', m.half, 'made_up_on', m.made_up_on, 'made_up_where', m.made_up_where, 'made_up_with', m.made_up_with) order by m.day, m.half), '[]')
      from public.training_make_ups m where m.place_id = p.id),
    'standing', (select jsonb_build_object('days_counted', s.days_counted, 'completed', s.completed) from private.standing_of(t.id) s where s.place_id = p.id),
    'evaluations', (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'title', e.title, 'form', e.form, 'opens_at', e.opens_at, 'closes_at', e.closes_at,
        'phase', case when r.key_lost then 'lost' when r.evaluation_id is not null then 'published' when e.closes_at <= private.clock() then 'counting' else 'open' end,
        'asked_count', e.asked_count, 'sign_fingerprint', e.sign_fingerprint, 'seal_fingerprint', e.seal_fingerprint, 'enough', r.enough, 'respondents', r.respondents, 'counts', r.counts, 'receipts', r.receipts)
        order by e.opens_at, e.id), '[]')
      from public.evaluations e join public.evaluation_roster w on w.evaluation_id = e.id and w.place_id = p.id
        left join public.evaluation_results r on r.evaluation_id = e.id and r.source = 'forms'),
    'certificate', (select to_jsonb(c) - 'place_id' from public.certificates c where c.place_id = p.id and c.signed is not null order by c.revoked_on nulls first limit 1),
    'contacts', private.contacts_of(o.id))
  from public.training_places p join public.trainings t on t.id = p.training_id join public.organisations o on o.id = t.organisation_id
  where p.id = private.own_place(p_secret_hash, p_place)
$$;
