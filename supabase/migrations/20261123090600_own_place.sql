-- The page of a participant: all that the holder of a personal address, or the one who is signed in, sees of a training. And how long it is kept.

-- Null: no such place. Times of day are on the clock of time_zone. `phase` of an evaluation: open, counting, published, lost (its key was: nobody can read the forms).
-- Definer: a participant has no right on most of these tables, and needs no account; what comes out is their own and the timetable.
create function public.place_of(p_secret_hash text, p_place uuid) returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', p.id, 'kind', p.kind, 'state', p.state, 'name', p.name, 'email', p.email, 'claimed', p.person_id is not null,
    'mine', p.person_id is not null and p.person_id = (select auth.uid()),
    'ahead', (select count(*) from public.training_places w where p.state = 'waiting' and w.training_id = p.training_id and w.kind = p.kind and w.state = 'waiting' and w.turn < p.turn),
    'training', jsonb_build_object('id', t.id, 'title', t.title, 'organisation_id', o.id, 'organisation', o.name, 'venue', t.venue, 'link', t.link, 'contact', t.contact, 'time_zone', t.time_zone,
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
        'sign_fingerprint', e.sign_fingerprint, 'seal_fingerprint', e.seal_fingerprint, 'enough', r.enough, 'respondents', r.respondents, 'counts', r.counts, 'receipts', r.receipts)
        order by e.opens_at, e.id), '[]')
      from public.evaluations e join public.evaluation_roster w on w.evaluation_id = e.id and w.place_id = p.id
        left join public.evaluation_results r on r.evaluation_id = e.id and r.source = 'forms'),
    'certificate', (select to_jsonb(c) - 'place_id' from public.certificates c where c.place_id = p.id and c.signed is not null order by c.revoked_on nulls first limit 1),
    'contacts', private.contacts_of(o.id))
  from public.training_places p join public.trainings t on t.id = p.training_id join public.organisations o on o.id = t.organisation_id
  where p.id = private.own_place(p_secret_hash, p_place)
$$;
revoke all on function public.place_of(text, uuid) from public, anon, authenticated;
grant execute on function public.place_of(text, uuid) to anon, authenticated;

-- What the signed-in person's own home says of trainings they have a place in.
-- Definer: as above.
create function public.my_training_places() returns table (place uuid, training text, organisation text, kind text, state text, next_day date, last_day date, evaluation_open boolean)
language sql volatile security definer set search_path = '' as $$
  select p.id, t.title, o.name, p.kind, p.state,
    (select min(d.held_on) from public.training_days d where d.training_id = t.id and d.held_on >= (private.clock() at time zone t.time_zone)::date and (p.kind = 'cohort' or d.audience = 'open')),
    (select max(d.held_on) from public.training_days d where d.training_id = t.id and (p.kind = 'cohort' or d.audience = 'open')),
    exists (select from public.evaluation_roster w where w.place_id = p.id and private.box_open(w.evaluation_id))
  from public.training_places p join public.trainings t on t.id = p.training_id join public.organisations o on o.id = t.organisation_id
  where p.person_id = (select auth.uid()) and p.state <> 'withdrawn'
  order by 7 desc, 1
$$;
revoke all on function public.my_training_places() from public, anon, authenticated;
grant execute on function public.my_training_places() to authenticated;

-- Destroys the names, attendance and notes of trainings whose last day is longer ago than the organisation keeps records; certificates stay, since people need them
-- for longer. Gives how many trainings. With p_preview it only counts, and may look ahead; otherwise a day in the future is refused. Run by the job only.
-- Definer: nobody else may.
create function public.run_training_retention(p_today date, p_preview boolean default false) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_leaving uuid[];
begin
  if p_today is null or (not p_preview and p_today > current_date + 1) then raise exception 'records do not leave early' using errcode = '22023'; end if;
  select coalesce(array_agg(t.id), '{}') into v_leaving from public.trainings t join public.organisations o on o.id = t.organisation_id
  -- Whoever brings in an old one has a month to take out what they need.
  where t.created_at::date + 30 <= p_today
    and greatest(t.created_at::date, (select max(d.held_on) from public.training_days d where d.training_id = t.id)) + make_interval(years => o.retention_years) <= p_today;
  if not p_preview then delete from public.trainings t where t.id = any (v_leaving); end if;
  return cardinality(v_leaving);
end $$;
revoke all on function public.run_training_retention(date, boolean) from public, anon, authenticated;
grant execute on function public.run_training_retention(date, boolean) to service_role;
