-- No two evaluations of a training whose counts could be subtracted from each other.

-- Exact counts of two groups that share people, asked at one time, can be subtracted: what is left are the answers of the few who are in one of them only.
-- So a statement is put to people of a training again a day later at the earliest, unless the first time nothing was published. Whether another evaluation is that
-- near to the times given; with p_opened_only, one that has opened.
-- Definer: who plans an evaluation is told of one in the way, whatever they may see.
create function private.evaluation_in_the_way(p_evaluation public.evaluations, p_opens timestamptz, p_closes timestamptz, p_opened_only boolean) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.evaluations e
    where e.training_id = p_evaluation.training_id and e.id <> p_evaluation.id and e.request_key <> p_evaluation.request_key
      and (e.opened_at is not null or not p_opened_only)
      and e.opens_at < p_closes + interval '1 day' and p_opens < e.closes_at + interval '1 day'
      and not exists (select from public.evaluation_results r where r.evaluation_id = e.id and r.source = 'forms' and not r.enough)
      and exists (select from jsonb_array_elements(e.form -> 'statements') s (value) join jsonb_array_elements(p_evaluation.form -> 'statements') n (value)
        on lower(btrim(s.value ->> 'text')) = lower(btrim(n.value ->> 'text'))))
$$;
revoke all on function private.evaluation_in_the_way(public.evaluations, timestamptz, timestamptz, boolean) from public, anon, authenticated;

-- Definer: for the function above.
create function private.evaluations_apart() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('evaluations ' || new.training_id::text, 0));
  if private.evaluation_in_the_way(new, new.opens_at, new.closes_at, false) then
    raise exception 'the same statements are asked within a day' using errcode = 'PT409', hint = 'evaluation_overlap';
  end if;
  return new;
end $$;
revoke all on function private.evaluations_apart() from public, anon, authenticated;
-- After evaluation_time by its name, which has the plainer answer.
create trigger evaluations_apart before insert on public.evaluations
  for each row execute function private.evaluations_apart();

-- As before; one that has another in its way waits. What the clock says is to be done with evaluations. Definer: run by the server's job.
create or replace function public.due_evaluations() returns table (evaluation_id uuid, step text, statements integer, seal_fingerprint text, overdue boolean)
language sql volatile security definer set search_path = '' as $$
  select e.id, case when e.opened_at is null then 'open' else 'close' end, jsonb_array_length(e.form -> 'statements'), e.seal_fingerprint,
    e.opened_at is not null and e.closes_at <= private.clock() - interval '7 days'
  from public.evaluations e
  where (e.opened_at is null and e.opens_at <= private.clock()
      and (select count(*) from public.training_places p where p.training_id = e.training_id and p.state = 'placed' and (e.asked = 'everybody' or p.kind = 'cohort')) >= 6
      and not private.evaluation_in_the_way(e, greatest(e.opens_at, private.clock()), e.closes_at + greatest(private.clock() - e.opens_at, interval '0'), true))
    or (e.opened_at is not null and e.closes_at <= private.clock()
      and not exists (select from public.evaluation_results r where r.evaluation_id = e.id and r.source = 'forms'))
$$;

-- As before, and not beside another. Opens an evaluation: keys in, roster written down. Gives opened, already, or why not: unknown, not_due, few_people (of five, a published form would say that each of them gave one),
-- too_near (the same statements are asked less than a day away: it opens when they are not).
-- A server that was down opens it as long as it was meant to be open.
-- Definer: run by the server's job.
create or replace function public.open_evaluation(p_evaluation uuid, p_sign text, p_sign_fingerprint text, p_seal text, p_seal_fingerprint text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_evaluation public.evaluations;
  v_now timestamptz := private.clock();
  v_late interval;
begin
  select * into v_evaluation from public.evaluations where id = p_evaluation for update;
  if not found then return 'unknown'; end if;
  if v_evaluation.opened_at is not null then return 'already'; end if;
  if v_evaluation.opens_at is null or v_evaluation.opens_at > v_now then return 'not_due'; end if;
  if (select count(*) from public.training_places p where p.training_id = v_evaluation.training_id and p.state = 'placed'
      and (v_evaluation.asked = 'everybody' or p.kind = 'cohort')) < 6 then return 'few_people'; end if;
  v_late := case when v_now > v_evaluation.opens_at + interval '10 minutes' then v_now - v_evaluation.opens_at else interval '0' end;
  perform pg_advisory_xact_lock(hashtextextended('evaluations ' || v_evaluation.training_id::text, 0));
  if private.evaluation_in_the_way(v_evaluation, v_evaluation.opens_at + v_late, v_evaluation.closes_at + v_late, true) then return 'too_near'; end if;
  insert into public.evaluation_roster (evaluation_id, organisation_id, place_id)
    select p_evaluation, v_evaluation.organisation_id, p.id from public.training_places p
    where p.training_id = v_evaluation.training_id and p.state = 'placed' and (v_evaluation.asked = 'everybody' or p.kind = 'cohort') order by p.id;
  update public.evaluations set opens_at = opens_at + v_late, closes_at = closes_at + v_late, opened_at = v_now,
    sign_key = p_sign, sign_fingerprint = p_sign_fingerprint, seal_key = p_seal, seal_fingerprint = p_seal_fingerprint where id = p_evaluation;
  return 'opened';
end $$;

-- As before, with how many people each evaluation asks: who is one of twelve and reads of twenty knows that something is not right. Null: no such place. Times of day are on the clock of time_zone. `phase` of an evaluation: open, counting, published, lost (its key was: nobody can read the forms).
-- Definer: a participant has no right on most of these tables, and needs no account; what comes out is their own and the timetable.
create or replace function public.place_of(p_secret_hash text, p_place uuid) returns jsonb
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
        'asked_count', (select count(*) from public.evaluation_roster o where o.evaluation_id = e.id), 'sign_fingerprint', e.sign_fingerprint, 'seal_fingerprint', e.seal_fingerprint, 'enough', r.enough, 'respondents', r.respondents, 'counts', r.counts, 'receipts', r.receipts)
        order by e.opens_at, e.id), '[]')
      from public.evaluations e join public.evaluation_roster w on w.evaluation_id = e.id and w.place_id = p.id
        left join public.evaluation_results r on r.evaluation_id = e.id and r.source = 'forms'),
    'certificate', (select to_jsonb(c) - 'place_id' from public.certificates c where c.place_id = p.id and c.signed is not null order by c.revoked_on nulls first limit 1),
    'contacts', private.contacts_of(o.id))
  from public.training_places p join public.trainings t on t.id = p.training_id join public.organisations o on o.id = t.organisation_id
  where p.id = private.own_place(p_secret_hash, p_place)
$$;
