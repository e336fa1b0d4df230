-- Certificates are signed by the server's job and by nobody else. While trainers added keys and handed over the signed text, one of them could publish a key of their own
-- and sign whatever they liked with it.

drop policy "trainers add a key" on public.organisation_keys;
revoke insert on public.organisation_keys from authenticated;
-- Nobody knows who added those that signed nothing.
delete from public.organisation_keys k where not exists (select from public.certificates c where c.key_id = k.id);
drop function public.issue_certificate(uuid, uuid);
drop function public.sign_certificate(uuid, text);

-- Which key signs is known once it has.
alter table public.certificates alter column key_id drop not null;
alter table public.certificates add constraint certificates_signed_with_a_key check (signed is null or key_id is not null);

-- The date from which on everything counts that the certificate of a place rests on: the last of the half days it was at and the dates it made some up. Null: nothing counts.
-- Definer: for the function below.
create function private.counted_until(p_training uuid, p_place uuid) returns date
language sql stable security definer set search_path = '' as $$
  select max(case when a.came and a.late_minutes + a.left_minutes <= t.most_missed then d.held_on else m.made_up_on end)
  from private.halves_of(p_training) h
    join public.trainings t on t.id = p_training
    join public.training_days d on d.training_id = p_training and d.day = h.day
    left join public.training_attendance a on a.place_id = h.place_id and a.day = h.day and a.half = h.half
    left join public.training_make_ups m on m.place_id = h.place_id and m.day = h.day and m.half = h.half
  where h.place_id = p_place and h.counts
$$;
revoke all on function private.counted_until(uuid, uuid) from public, anon, authenticated;

-- Gives a certificate to a place that has fulfilled the rule of its training; asked again, the same one. The facts come from the database, not from the page; the server's job
-- signs it. Refuses with training_not_completed, and with training_ahead while attendance it rests on was noted for a day to come.
-- Definer: the only way in.
create function public.issue_certificate(p_place uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_place public.training_places;
  v_training public.trainings;
  v_certificate uuid;
  v_counted integer;
begin
  select * into v_place from public.training_places where id = p_place;
  if not found or v_place.organisation_id not in (select private.my_trainer_organisations()) then
    raise exception 'only a trainer gives certificates' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('certificate ' || p_place::text, 0));
  select c.id into v_certificate from public.certificates c where c.place_id = p_place and c.revoked_on is null;
  if found then return v_certificate; end if;
  select s.days_counted into v_counted from private.standing_of(v_place.training_id) s where s.place_id = p_place and s.completed;
  if not found then
    raise exception 'the rule of the training is not fulfilled' using errcode = 'PT409', hint = 'training_not_completed';
  end if;
  select * into v_training from public.trainings where id = v_place.training_id;
  -- Begun where the training is, and by the clock that certificates are dated by.
  if private.counted_until(v_training.id, p_place) > least((private.clock() at time zone v_training.time_zone)::date, (private.clock() at time zone 'UTC')::date) then
    raise exception 'a day it rests on is still to come' using errcode = 'PT409', hint = 'training_ahead';
  end if;
  insert into public.certificates (organisation_id, training_id, place_id, name, training, organisation, subjects, hours, begins_on, ends_on, trainers, days_needed, days, days_counted, make_ups_count)
    with halves as (select h.day, h.half from private.halves_of(v_training.id) h where h.place_id = p_place and h.counts),
    held as (select s.* from public.training_sessions s join halves h on h.day = s.day and h.half = s.half where s.training_id = v_training.id and s.format <> 'break')
    select v_place.organisation_id, v_training.id, p_place, v_place.name, v_training.title, o.name,
      coalesce((select array_agg(coalesce(k.title, x.subject) order by x.first) from (
          select s.subject, min(s.day * 1000 + s.half * 100 + s.position) as first from held s group by s.subject) x
        left join lateral (select e.value ->> 'title' as title from jsonb_array_elements(c.document -> 'subjects') e where e.value ->> 'key' = x.subject limit 1) k on true), '{}'),
      -- To the half hour below. What a session took, where that is known; what was planned, where it is not.
      floor(coalesce((select sum(coalesce(s.actual_minutes, s.minutes)) from held s), 0) / 30.0) / 2,
      (select min(d.held_on) from public.training_days d join halves h on h.day = d.day where d.training_id = v_training.id),
      (select max(d.held_on) from public.training_days d join halves h on h.day = d.day where d.training_id = v_training.id),
      v_training.trainers, v_training.days_needed, (select count(*) from public.training_days d where d.training_id = v_training.id), v_counted, v_training.make_ups_count
    from public.organisations o join public.curricula c on c.id = v_training.curriculum_id where o.id = v_place.organisation_id
    returning id into v_certificate;
  return v_certificate;
end $$;

-- What waits to be signed. Definer: run by the server's job.
create function public.certificates_to_sign() returns setof public.certificates
language sql stable security definer set search_path = '' as $$
  select * from public.certificates c where c.signed is null and c.revoked_on is null order by c.organisation_id, c.id limit 500
$$;

-- The keys of an organisation, the latest first. Definer: as above.
create function public.keys_to_sign_with(p_organisation uuid) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select k.id from public.organisation_keys k where k.organisation_id = p_organisation order by k.made_on desc, k.id
$$;

-- Publishes a key of an organisation. Definer: as above.
create function public.add_organisation_key(p_key uuid, p_organisation uuid, p_public_key jsonb) returns void
language sql security definer set search_path = '' as $$
  insert into public.organisation_keys (id, organisation_id, public_key) values (p_key, p_organisation, p_public_key)
$$;

-- Keeps the signed file of a certificate, once, with the key that signed it; gives the one that is kept. Definer: as above.
create function public.sign_certificate(p_certificate uuid, p_key uuid, p_signed text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_signed text;
begin
  if coalesce(p_signed, '') !~ '^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$' then raise exception 'not a signed file' using errcode = '22023'; end if;
  update public.certificates set signed = p_signed, key_id = p_key where id = p_certificate and signed is null and revoked_on is null;
  select signed into v_signed from public.certificates where id = p_certificate;
  return v_signed;
end $$;

revoke all on function public.issue_certificate(uuid), public.certificates_to_sign(), public.keys_to_sign_with(uuid), public.add_organisation_key(uuid, uuid, jsonb),
  public.sign_certificate(uuid, uuid, text) from public, anon, authenticated;
grant execute on function public.issue_certificate(uuid) to authenticated;
grant execute on function public.certificates_to_sign(), public.keys_to_sign_with(uuid), public.add_organisation_key(uuid, uuid, jsonb), public.sign_certificate(uuid, uuid, text) to service_role;
