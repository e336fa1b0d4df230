-- Places in a training: for the cohort, and for its open day. Who takes one needs no account: a personal address opens it, of which only the SHA-256 is kept.

create table public.training_places (
  id uuid primary key default gen_random_uuid(),
  training_id uuid not null,
  organisation_id uuid not null,
  kind text not null check (kind in ('cohort', 'open_day')),
  state text not null check (state in ('placed', 'waiting', 'withdrawn')),
  name text not null check (char_length(btrim(name)) between 1 and 80),
  -- Empty: not known. For letters about this training only.
  email text not null default '' check (char_length(email) <= 254 and (email = '' or email ~ '^[^@\s]+@[^@\s]+$')),
  workplace text not null default '' check (char_length(workplace) <= 120),
  person_id uuid references public.people (id) on delete set null,
  secret_hash text unique check (secret_hash ~ '^[0-9a-f]{64}$'),
  -- The order of the waiting list.
  turn bigint generated always as identity,
  signed_up_on date not null default current_date,
  unique (id, training_id),
  unique (training_id, person_id),
  foreign key (training_id, organisation_id) references public.trainings (id, organisation_id) on delete cascade
);
create index training_places_training on public.training_places (training_id, kind, state);
create index training_places_organisation on public.training_places (organisation_id, training_id);
create index training_places_person on public.training_places (person_id);

alter table public.training_places enable row level security;

-- Definer: the tables below a place ask it, and a policy that read them through each other would ask itself.
create function private.my_places() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select id from public.training_places where person_id = (select auth.uid())
$$;
revoke all on function private.my_places() from public, anon, authenticated;
grant execute on function private.my_places() to authenticated, service_role;

create policy "trainers see the places, participants their own" on public.training_places for select to authenticated
  using (person_id = (select auth.uid()) or organisation_id in (select private.my_trainer_organisations()));
create policy "trainers correct names and addresses" on public.training_places for update to authenticated
  using (organisation_id in (select private.my_trainer_organisations()))
  with check (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers delete a place" on public.training_places for delete to authenticated
  using (organisation_id in (select private.my_trainer_organisations()));

grant select (id, training_id, organisation_id, kind, state, name, email, workplace, person_id, turn, signed_up_on), delete on public.training_places to authenticated;
-- secret_hash: a new personal address for somebody who lost theirs; the old one ends with it.
grant update (name, email, workplace, secret_hash) on public.training_places to authenticated;

comment on table public.training_places is 'Who takes part in a training, or waits for a place. Read by its trainers, and each by the one it belongs to.';

-- Definer, and for the functions below only: counts places and writes one while nobody else does.
create function private.take_place(p_training uuid, p_kind text, p_name text, p_email text, p_workplace text, p_secret_hash text, p_person uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_training public.trainings;
  v_place public.training_places;
  v_placed integer;
  v_waiting integer;
begin
  select * into v_training from public.trainings where id = p_training for update;
  -- The same form once more, or the same person: the same place.
  select * into v_place from public.training_places p where p.training_id = p_training and p.secret_hash = p_secret_hash;
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
    delete from public.training_places p where p.id = v_place.id and not exists (select from public.training_attendance a where a.place_id = p.id);
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
revoke all on function private.take_place(uuid, text, text, text, text, text, uuid) from public, anon, authenticated;

-- The support contacts of an organisation as pages for participants show them, [{name, reach, note}].
-- Definer: for the functions that serve these pages only.
create function private.contacts_of(p_organisation uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'reach', s.reach, 'note', s.note) order by s.position), '[]')
  from public.support_contacts s where s.organisation_id = p_organisation
$$;
revoke all on function private.contacts_of(uuid) from public, anon, authenticated;

-- What the page for signing up says; null when there is none. No name but the trainers'.
-- Definer: a visitor reads no training.
create function public.training_by_code(p_code text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', t.id, 'title', t.title, 'organisation', o.name, 'venue', t.venue, 'link', t.link, 'contact', t.contact, 'time_zone', t.time_zone, 'trainers', t.trainers,
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

-- Takes a place, or one on the waiting list: placed, waiting, already, full, closed, unknown. The same secret again gives the same place
-- (withdrawn, where it was given back in between).
-- It never says whether an address has a place: who looks for a person learns nothing here.
-- Definer: who signs up has no rights, and often no account.
create function public.sign_up(p_code text, p_kind text, p_name text, p_email text, p_workplace text, p_secret_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_training public.trainings;
begin
  select * into v_training from public.trainings where sign_up_code = p_code;
  if not found then return jsonb_build_object('status', 'unknown'); end if;
  if p_secret_hash is null or coalesce(p_kind, '') not in ('cohort', 'open_day') then raise exception 'not a place' using errcode = '22023'; end if;
  if not v_training.sign_up_open and not exists (select from public.training_places p where p.training_id = v_training.id and p.secret_hash = p_secret_hash) then
    return jsonb_build_object('status', 'closed');
  end if;
  return private.take_place(v_training.id, p_kind, p_name, p_email, p_workplace, p_secret_hash, (select auth.uid()));
end $$;

-- A trainer adds somebody who rang or wrote; also when signing up is closed.
-- Definer: as above.
create function public.add_place(p_training uuid, p_kind text, p_name text, p_email text, p_workplace text, p_secret_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from public.trainings t where t.id = p_training and t.organisation_id in (select private.my_trainer_organisations())) then
    raise exception 'only a trainer adds people' using errcode = '42501';
  end if;
  if p_secret_hash is null or coalesce(p_kind, '') not in ('cohort', 'open_day') then raise exception 'not a place' using errcode = '22023'; end if;
  return private.take_place(p_training, p_kind, p_name, p_email, p_workplace, p_secret_hash, null);
end $$;

-- Changes where somebody stands, as their trainer: gives the place to one who waits (or came back), takes it back, or puts them on the waiting list's end.
-- p_kind moves somebody between open day and cohort. Gives the new state.
-- Definer: the capacity is kept here.
create function public.settle_place(p_place uuid, p_state text, p_kind text default null) returns text
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
  select * into v_training from public.trainings where id = v_place.training_id for update;
  select * into v_place from public.training_places where id = p_place;
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

-- The place that a personal address opens, or that belongs to the one who is signed in. Null: none.
-- Definer: for the functions that serve a participant's own page.
create function private.own_place(p_secret_hash text, p_place uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select p.id from public.training_places p
  where (p_secret_hash is not null and p.secret_hash = p_secret_hash)
    or (p_secret_hash is null and p.id = p_place and p.person_id = (select auth.uid()))
$$;
revoke all on function private.own_place(text, uuid) from public, anon, authenticated;

-- A participant gives the place back. Gives the state.
-- Definer: they have no right on the table.
create function public.give_place_back(p_secret_hash text, p_place uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_place uuid := private.own_place(p_secret_hash, p_place);
begin
  if v_place is null then raise exception 'no such place' using errcode = 'PT404'; end if;
  update public.training_places set state = 'withdrawn' where id = v_place;
  return 'withdrawn';
end $$;

-- Ties a place to the account of the one who is signed in and holds its address: claimed, already (it is theirs), taken (somebody else's), twice (they have another).
-- Definer: as above.
create function public.claim_place(p_secret_hash text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_person uuid := (select auth.uid());
  v_place public.training_places;
begin
  if v_person is null then raise exception 'sign in first' using errcode = '42501'; end if;
  select * into v_place from public.training_places where secret_hash = p_secret_hash for update;
  if not found then raise exception 'no such place' using errcode = 'PT404'; end if;
  if v_place.person_id = v_person then return 'already'; end if;
  if v_place.person_id is not null then return 'taken'; end if;
  if exists (select from public.training_places p where p.training_id = v_place.training_id and p.person_id = v_person) then return 'twice'; end if;
  update public.training_places set person_id = v_person where id = v_place.id;
  return 'claimed';
end $$;

revoke all on function public.training_by_code(text), public.sign_up(text, text, text, text, text, text), public.add_place(uuid, text, text, text, text, text),
  public.settle_place(uuid, text, text), public.give_place_back(text, uuid), public.claim_place(text) from public, anon, authenticated;
grant execute on function public.training_by_code(text), public.sign_up(text, text, text, text, text, text), public.give_place_back(text, uuid) to anon, authenticated;
grant execute on function public.add_place(uuid, text, text, text, text, text), public.settle_place(uuid, text, text), public.claim_place(text) to authenticated;
