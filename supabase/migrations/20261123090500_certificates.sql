-- Certificates: given by the rule of the training and by nothing else. The file itself is signed by the server with the organisation's key, whose private
-- half is in a file of the server.

create table public.organisation_keys (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  -- The public half, as a JSON Web Key (RFC 7517).
  public_key jsonb not null check (jsonb_typeof(public_key) = 'object' and public_key ? 'kty' and not public_key ?| array['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']
    and octet_length(public_key::text) <= 2000),
  made_on date not null default (now() at time zone 'utc')::date,
  unique (id, organisation_id)
);
create index organisation_keys_organisation on public.organisation_keys (organisation_id, made_on);

create table public.certificates (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  -- Null when training or place have been destroyed, as records are after their time; the certificate stays true.
  training_id uuid references public.trainings (id) on delete set null,
  place_id uuid references public.training_places (id) on delete set null,
  key_id uuid not null,
  name text not null,
  training text not null,
  organisation text not null,
  -- Titles, in the order of the timetable; of the half days that count for this person, as are hours and dates.
  subjects text[] not null,
  hours numeric(5, 1) not null check (hours >= 0),
  begins_on date not null,
  ends_on date not null,
  trainers text[] not null,
  days_needed smallint not null,
  days smallint not null,
  -- Days whose half days all count for this person.
  days_counted smallint not null,
  make_ups_count boolean not null,
  issued_on date not null default (now() at time zone 'utc')::date,
  -- The signed file; null until the server has signed it.
  signed text check (char_length(signed) <= 20000),
  revoked_on date,
  revoked_why text not null default '' check (char_length(revoked_why) <= 300),
  foreign key (key_id, organisation_id) references public.organisation_keys (id, organisation_id) on delete no action
);
create unique index certificates_one_each on public.certificates (place_id) where revoked_on is null;
create index certificates_training on public.certificates (training_id);
create index certificates_organisation on public.certificates (organisation_id);
create index certificates_key on public.certificates (key_id, organisation_id);

alter table public.organisation_keys enable row level security;
alter table public.certificates enable row level security;

create policy "trainers see the keys of their organisation" on public.organisation_keys for select to authenticated
  using (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers add a key" on public.organisation_keys for insert to authenticated
  with check (organisation_id in (select private.my_trainer_organisations()));

create policy "trainers see certificates, participants their own" on public.certificates for select to authenticated
  using (place_id in (select private.my_places()) or organisation_id in (select private.my_trainer_organisations()));

grant select on public.organisation_keys, public.certificates to authenticated;
grant insert (id, organisation_id, public_key) on public.organisation_keys to authenticated;

comment on table public.organisation_keys is 'Public keys certificates of an organisation are verified with. Never removed: old certificates stay verifiable.';
comment on table public.certificates is 'Certificates of completed trainings. Facts as they were on the day of issue.';

-- Gives a certificate to a place that has fulfilled the rule of its training; asked again, the same one. The facts come from the database, not from the page.
-- Refuses with training_not_completed.
-- Definer: the only way in.
create function public.issue_certificate(p_place uuid, p_key uuid) returns uuid
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
  insert into public.certificates (organisation_id, training_id, place_id, key_id, name, training, organisation, subjects, hours, begins_on, ends_on, trainers, days_needed, days, days_counted, make_ups_count)
    with halves as (select h.day, h.half from private.halves_of(v_training.id) h where h.place_id = p_place and h.counts),
    held as (select s.* from public.training_sessions s join halves h on h.day = s.day and h.half = s.half where s.training_id = v_training.id and s.format <> 'break')
    select v_place.organisation_id, v_training.id, p_place, p_key, v_place.name, v_training.title, o.name,
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

-- Keeps the signed file of a certificate, once. Definer: no right on the table.
create function public.sign_certificate(p_certificate uuid, p_signed text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_certificate public.certificates;
begin
  select * into v_certificate from public.certificates where id = p_certificate for update;
  if not found or v_certificate.organisation_id not in (select private.my_trainer_organisations()) then
    raise exception 'only a trainer gives certificates' using errcode = '42501';
  end if;
  if v_certificate.signed is not null then return v_certificate.signed; end if;
  if coalesce(p_signed, '') !~ '^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$' then raise exception 'not a signed file' using errcode = '22023'; end if;
  update public.certificates set signed = p_signed where id = p_certificate;
  return p_signed;
end $$;

-- Takes a certificate back, for good; the next one of the same place is a new one. Definer: as above.
create function public.revoke_certificate(p_certificate uuid, p_why text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from public.certificates c where c.id = p_certificate and c.organisation_id in (select private.my_trainer_organisations())) then
    raise exception 'only a trainer revokes certificates' using errcode = '42501';
  end if;
  update public.certificates set revoked_on = (now() at time zone 'utc')::date, revoked_why = btrim(coalesce(p_why, '')) where id = p_certificate and revoked_on is null;
end $$;

-- What anybody may ask, by an id that nobody guesses: no name of a participant is in it.
-- Definer: visitors read no table.
create function public.certificate_key(p_key uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select k.public_key from public.organisation_keys k where k.id = p_key
$$;
create function public.certificate_issuer(p_organisation uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', o.id, 'name', o.name, 'keys', (select jsonb_agg(k.id order by k.made_on, k.id) from public.organisation_keys k where k.organisation_id = o.id))
  from public.organisations o where o.id = p_organisation and exists (select from public.organisation_keys k where k.organisation_id = o.id)
$$;
create function public.revoked_certificates(p_organisation uuid) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select c.id from public.certificates c where c.organisation_id = p_organisation and c.revoked_on is not null order by c.revoked_on, c.id
$$;
create function public.certificate_status(p_certificate uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('status', case when c.revoked_on is null then 'valid' else 'revoked' end, 'issued_on', c.issued_on, 'revoked_on', c.revoked_on, 'organisation_id', c.organisation_id, 'organisation', c.organisation)
  from public.certificates c where c.id = p_certificate and c.signed is not null
$$;
revoke all on function public.issue_certificate(uuid, uuid), public.sign_certificate(uuid, text), public.revoke_certificate(uuid, text),
  public.certificate_key(uuid), public.certificate_issuer(uuid), public.revoked_certificates(uuid), public.certificate_status(uuid) from public, anon, authenticated;
grant execute on function public.issue_certificate(uuid, uuid), public.sign_certificate(uuid, text), public.revoke_certificate(uuid, text) to authenticated;
grant execute on function public.certificate_key(uuid), public.certificate_issuer(uuid), public.revoked_certificates(uuid), public.certificate_status(uuid) to anon, authenticated;
